"""Building a list: what is written reads back equal, and what cannot be said is refused by its field."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.mailing import (
    Line,
    Mailing,
    build,
    build_lines,
    format_text,
    parse,
    read,
    read_lines,
    write,
)
from tests.mailing.strategies import PIECES, hostile, mailings


@settings(max_examples=200, deadline=None)
@given(mailings)
def test_mailing_reads_back_equal(mailing: Mailing) -> None:
    """Any list that can be said is written so that reading it gives the very same value (LIST-1..4, LIST-7)."""
    try:
        text = build(mailing)
    except BuildError as error:
        assert "\\n" in mailing.lines[int(error.field[6 : error.field.index("]")])].text
        return
    assert parse(text) == mailing
    assert parse(format_text(text)) == mailing


@settings(max_examples=200, deadline=None)
@given(mailings)
def test_mailing_reads_back_equal_with_nl(mailing: Mailing) -> None:
    """The same with `nl=1`, where only a line that begins like a message cannot be said (LIST-5, LIST-8)."""
    try:
        text = build(mailing, nl=True)
    except BuildError as error:
        assert "separate message" in error.reason or "cannot be told from none" in error.reason
        return
    assert parse(text, nl=True) == mailing


@settings(max_examples=100, deadline=None)
@given(mailings)
def test_mailing_survives_json(mailing: Mailing) -> None:
    """The JSON of a list decodes to the same value: it is the contract for other languages."""
    assert msgspec.json.decode(msgspec.json.encode(mailing), type=Mailing) == mailing


stranger = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(PIECES), max_size=6).map("".join))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(stranger, st.none() | stranger, st.none() | stranger), min_size=1, max_size=4),
    st.booleans(),
)
def test_number_of_everything_is_what_was_put_in(
    fields: list[tuple[str, str | None, str | None]], nl: bool
) -> None:
    """Whatever strangers wrote: as many messages, recipients, senders and comments come back as went in (LIST-9)."""
    said = []
    for number, (text, sender, comment) in enumerate(fields):
        line = Line((f"7999000000{number}", "G7"), text, sender, None, comment)
        try:
            build(Mailing((line,)), nl=nl)
        except BuildError as error:
            assert error.field in ("lines[0].text", "lines[0].sender", "lines[0].comment")
            continue
        said.append(line)
    back = parse(build(Mailing(tuple(said)), nl=nl), nl=nl).lines if said else ()
    assert [line.phones for line in back] == [line.phones for line in said]
    assert [line.sender is None for line in back] == [line.sender is None for line in said]
    assert [line.comment is None for line in back] == [line.comment is None for line in said]
    assert back == tuple(said)


@settings(max_examples=200, deadline=None)
@given(hostile, st.booleans())
def test_any_text_gives_a_value_or_a_parse_error(text: str, nl: bool) -> None:
    """No text makes reading fail otherwise; places lie inside the text; what parses and can be built reads back."""
    reading = read(text, nl=nl)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    assert len([path for path in reading.spans if len(path) == 2]) == len(reading.value.lines)
    try:
        mailing = parse(text, nl=nl)
    except ParseError as error:
        assert error.problems == ParseError(text, reading.problems).problems  # an error shows no secret
        return
    if not nl:
        assert parse(format_text(text)) == mailing
    try:
        written = build(mailing, nl=nl)
    except BuildError:
        return
    assert parse(written, nl=nl) == mailing


#: Where text from a person enters a list: a value with that text in the place, by its path.
PLACES: dict[str, object] = {
    "lines[1].text": lambda text: Line(("79990000001",), text),
    "lines[1].text of a line with everything": lambda text: Line(("79990000001",), text, "Shop", 1, "note"),
    "lines[1].comment": lambda text: Line(("79990000001",), "Hi", comment=text),
    "lines[1].sender": lambda text: Line(("79990000001",), "Hi", text),
    "lines[1].sender with a zone": lambda text: Line(("79990000001",), "Hi", text, 0),
    "lines[1].phones[0]": lambda text: Line((text,), "Hi"),
    "lines[1].phones[1]": lambda text: Line(("79990000001", text), "Hi", "Shop"),
}
ATTACKS = [
    "x\n79990000009:free", "x\r\n79990000009:free", "x\r79990000009:free", "79990000009,79990000008", "79990000009:x",
    "79990000009;x", "Shop|79990000009", "Shop,3", "a,b", "a|b", "a:b", "a;b", "x\\n79990000009:free", "x\\n~~~\\nnote",
    "x\n~~~\nnote", "\n~~~\n", "x\n~~~", "~~~", "~~~\nx", "x\\", "\\", "\\n", "\\\\n", "", " ", " x", "x ", "\t", "\n",
    "x\n", "\nx", "x\u2028y", "x\x85y", "x\x0by", "x\x00y", "\ud800", "сhop", "Магазин", "７９９９００００００１",
    "٧٩٩٩٠٠٠٠٠٠١", "79990000001\n", "__CALL__: x", "{button,https://a.b,c}", "&lt;file 1>", "<file 1>", "G777", "G",
    "g7x", "bob@example.com", "bob@", "a@b@c", "79990000001 ", "+", "++79990000001", "-79990000001", "1" * 16, "12345",
]  # fmt: skip


@pytest.mark.parametrize("nl", [False, True], ids=["plain", "nl"])
@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("attack", ATTACKS)
def test_text_never_becomes_structure(place: str, attack: str, nl: bool) -> None:
    """Text from a stranger stays the text of its field, or is refused by the field's name (LIST-9)."""
    other = Line(("79990000000",), "Hi")
    value = Mailing((other, PLACES[place](attack), other))  # type: ignore[operator]
    try:
        text = build(value, nl=nl)
    except BuildError as error:
        assert error.field == place.split(" ")[0]
        assert error.reason
        return
    assert parse(text, nl=nl) == value


#: Values that cannot be said: the line, the field that stands in the way, and a word of the reason.
UNSAYABLE: list[tuple[object, str, str]] = [
    (Line(("79990000000",), r"C:\new"), ".text", "with 'nl=1'"),
    (Line(("79990000000",), "a", comment=r"\n"), ".comment", "backslash and 'n'"),
    (Line(("79990000000",), "a\n~~~\nb"), ".text", "comment line"),
    (Line(("79990000000",), "a\n~~~", comment="b"), ".text", "comment line"),
    (Line(("79990000000",), ""), ".text", "has a text"),
    (Line((), "a"), ".phones", "at least one"),
    (Line(("79990000000", "7999"), "a"), ".phones[1]", "7 to 15 digits"),
    (Line(("79990000000,79990000001",), "a"), ".phones[0]", "a phone number"),
    (Line(("Ivan",), "a"), ".phones[0]", "a phone number"),
    (Line(("79990000000", "+89990000000"), "a"), ".phones[1]", "nothing after '+'"),
    (Line(("+0079990000000",), "a"), ".phones[0]", "nothing after '+'"),
    (Line(("79990000000",), "a", "My,Shop"), ".sender", "','"),
    (Line(("79990000000",), "a", "My|Shop"), ".sender", "'|'"),
    (Line(("79990000000",), "a", "MyVeryLongShop"), ".sender", "up to 11"),
    (Line(("79990000000",), "a", "1234567890123456"), ".sender", "up to 15 digits"),
    (Line(("79990000000",), "a", ""), ".sender", "Latin letters"),
    (Line(("79990000000",), "a", tz=1), ".tz", "needs a sender"),
    (Line(("79990000000",), "a", "Shop", 12), ".tz", "-15 to 11"),
    (Line(("79990000000",), "a", "Shop", -16), ".tz", "-15 to 11"),
    (Line(("79990000000",), 5), ".text", "Expected"),  # type: ignore[arg-type]
    (Line(("79990000000",), ["x"]), ".text", "Expected"),  # type: ignore[arg-type]
    (Line((79990000000,), "a"), ".phones[0]", "Expected"),  # type: ignore[arg-type]
    (Line("79990000000", "a"), ".phones", "Expected"),  # type: ignore[arg-type]
    (Line(("79990000000",), "a", "Shop", "2"), ".tz", "Expected"),  # type: ignore[arg-type]
    (Line(("79990000000",), "a", comment=5), ".comment", "Expected"),  # type: ignore[arg-type]
    (Line(("79990000000",), "a", "Shop", "\ud800"), ".tz", "Expected"),  # type: ignore[arg-type]
    (None, "", "Expected"),
]


@pytest.mark.parametrize(("line", "field", "reason"), UNSAYABLE, ids=[f"{f} {r}" for _, f, r in UNSAYABLE])
def test_what_cannot_be_said_names_its_field(line: Line, field: str, reason: str) -> None:
    """A value that has no text is a BuildError with the path of the field and a reason (LIST-8, LIST-9, PAR-5)."""
    good = Line(("79990000000",), "a", "Shop", 1, "b")
    for number in (0, 3, 700):
        with pytest.raises(BuildError) as caught:
            build(Mailing((good,) * number + (line, good)))
        assert caught.value.field == f"lines[{number}]{field}"
        assert reason in caught.value.reason


@pytest.mark.parametrize(
    "sender", ["ElevenChars", "123456789012345", "+123456789012345", "long.address@example.org"]
)
def test_longest_senders(sender: str) -> None:
    """A name of 11 characters, a number of 15 digits, and an address of any length can be said (PAR-5)."""
    mailing = Mailing((Line(("79990000000",), "a", sender),))
    assert parse(build(mailing)) == mailing


@pytest.mark.parametrize("value", [None, [], Mailing(5), Mailing(None)])  # type: ignore[arg-type]
def test_what_is_no_mailing_is_refused(value: object) -> None:
    """A value of another type is a BuildError, not a TypeError (msgspec checks nothing)."""
    with pytest.raises(BuildError):
        build(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "nl"), [(r"a\nb", False), ("a\rb", False), ("a\n79990000001:b", True), ("a\rb", True)]
)
def test_what_reads_back_otherwise_is_not_written(
    text: str, nl: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were a check of the fields missing, the line would be refused all the same, and not sent as another (LIST-9)."""
    for check in ("_characters", "_no_entry_inside"):
        monkeypatch.setattr(write, check, lambda *_: None)
    with pytest.raises(BuildError, match="would not read back"):
        build(Mailing((Line(("79990000000",), text),)), nl=nl)


def test_every_message_that_cannot_be_built_is_told() -> None:
    """A list that was read may hold what cannot be built: each such message by its number and field (LIST-9)."""
    good = Line(("79990000000",), "Hi", "Shop", 1)
    lines = (good, Line(("7999",), "Hi"), good, Line(("79990000000",), "x" * 1001), Line((), "Hi"))
    found = [(number, error.field) for number, error in write.troubles(Mailing(lines))]
    assert found == [(1, "phones[0]"), (3, "text"), (4, "phones")]
    assert list(write.troubles(Mailing((good, good)))) == []
    assert [number for number, _ in write.troubles(Mailing((good, Line(("79990000000",), r"\n"))))] == [1]
    assert list(write.troubles(Mailing((good, Line(("79990000000",), r"\n"))), nl=True)) == []


def test_backslash_before_n_needs_nl() -> None:
    """A backslash and `n` in the text are refused, and said with `nl=1`, where they are no line end (LIST-8)."""
    mailing = Mailing((Line(("79990000000",), r"C:\new"),))
    with pytest.raises(BuildError):
        build(mailing)
    assert parse(build(mailing, nl=True), nl=True) == mailing


def test_lines_are_built_one_by_one() -> None:
    """`build_lines` gives each line with its end and what it cannot write by its number; reading gives them back."""
    lines = [Line((f"7999000{n:04}",), f"Text {n}\nend", comment="c") for n in range(1000)]
    assert list(read_lines(build_lines(lines))) == list(enumerate(lines, 1))
    written = build_lines([*lines, Line(("x",), "y")])
    with pytest.raises(BuildError) as caught:
        for _ in written:
            pass
    assert caught.value.field == "lines[1000].phones[0]"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_a_list_stay(end: str) -> None:
    """The canonical layout has the line ends of the source."""
    loose = f"79990000000 :Hi{end}79990000001;Ho"
    assert format_text(loose) == f"79990000000:Hi{end}79990000001:Ho{end}"
