"""Recipients: every form of the page both ways, slips at their places, and text that never becomes a recipient."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.grammar.runtime import Parser
from smsc_codec.payloads.recipients import CODEC, build, format_text, parse, read
from smsc_codec.payloads.recipients.model import (
    Email,
    Group,
    Phone,
    Recipient,
    Recipients,
    TelegramId,
    TelegramName,
)
from tests.grammar.mutations import mutations
from tests.grammar.test_differential import by_lark, by_tables, lark_of, tables_of
from tests.menu.test_build import ATTACKS
from tests.recipients.strategies import hostile, lists

#: A list of recipients, and who they are: read and built.
LISTS: list[tuple[str, tuple[Recipient, ...], str]] = [
    ("79999999999", (Phone("79999999999"),), "PAR-1"),
    ("+79999999999", (Phone("79999999999", plus=True),), "PAR-1"),
    ("79999999999,78888888888", (Phone("79999999999"), Phone("78888888888")), "PAR-1"),
    ("1234567,+123456789012345", (Phone("1234567"), Phone("123456789012345", plus=True)), "PAR-1"),
    ("G777", (Group(777),), "PAR-2"),
    ("G777,79999999999", (Group(777), Phone("79999999999")), "PAR-2"),
    ("alex@mysite.com", (Email("alex@mysite.com"),), "PAR-2"),
    ("a.b+c@sub.mysite.com,x@пример.рф", (Email("a.b+c@sub.mysite.com"), Email("x@пример.рф")), "PAR-2"),
    ("@name,#12345,#-100123", (TelegramName("name"), TelegramId(12345), TelegramId(-100123)), "BEY-7"),
]


@pytest.mark.parametrize(("text", "items", "fact"), LISTS, ids=[text for text, *_ in LISTS])
def test_recipients_are_read_and_built(text: str, items: tuple[Recipient, ...], fact: str) -> None:
    """Numbers with and without a plus (PAR-1), groups, addresses (PAR-2), Telegram (BEY-7), both ways."""
    assert parse(text) == parse(text.replace(",", " ; ") + "\n") == Recipients(items)
    assert build(Recipients(items)) == text


#: Other ways to write the same, which are read and not built.
LENIENT: list[tuple[str, tuple[Recipient, ...]]] = [
    ("G777,g888", (Group(777), Group(888))),  # the page's request (PAR-2)
    ("79990000001;79990000002", (Phone("79990000001"), Phone("79990000002"))),  # PAR-1
    (
        " 79990000001 ,\r\n79990000002 ; a@b.ru\n",
        (Phone("79990000001"), Phone("79990000002"), Email("a@b.ru")),
    ),
    ("8 (999) 000-00-00,+7.999.000.00.00", (Phone("8 (999) 000-00-00"), Phone("7.999.000.00.00", plus=True))),
    ("(495) 123-45-67", (Phone("(495) 123-45-67"),)),
    ("1", (Phone("1"),)),
]


@pytest.mark.parametrize(("text", "items"), LENIENT, ids=[text for text, _ in LENIENT])
def test_other_ways_to_write_are_read(text: str, items: tuple[Recipient, ...]) -> None:
    """Small letters, semicolons, blanks, line ends after separators, and marks between digits (PAR-1, PAR-2)."""
    assert parse(text) == Recipients(items)
    once = format_text(text)
    assert parse(once) == Recipients(items)
    assert format_text(once) == once


#: What is wrong: the text, the words that are marked, and what the safe or guessed fix makes of it.
SLIPS: list[tuple[str, str, str | None]] = [
    ("7999,,7888", ",", "7999,7888"),
    ("7999, ; ,7888", "; ,", "7999, 7888"),
    (",7999", ",", "7999"),
    ("7999;", ";", "7999"),
    ("7999,\n", ",", "7999\n"),
    ("7999\n7888", "\n", "7999,\n7888"),
    ("7999 \r\n\r\n 7888", " \r\n\r\n ", "7999, \r\n\r\n 7888"),
    ("", "", None),
    (" ,; ", "", None),
    ("79990000000:Hello", "79990000000:Hello", None),
    ("sales", "sales", None),
    ("G0", "G0", None),
    ("G 777", "G 777", "G777"),
    ("G007", "G007", "G7"),
    ("G<777>", "G<777>", "G777"),
    ("a@b", "a@b", None),
    ("a@b@c.ru", "a@b@c.ru", None),
    ("a@.ru", "a@.ru", None),
    ("@имя", "@имя", None),
    ("#", "#", None),
    ("++7999", "++7999", None),
    ("7999x", "7999x", None),
    ("7999\u200b0000", "7999\u200b0000", None),
    ("\u0667999", "\u0667999", None),
]


@pytest.mark.parametrize(("text", "marked", "fixed"), SLIPS, ids=[repr(text) for text, *_ in SLIPS])
def test_slip_is_told_at_its_place(text: str, marked: str, fixed: str | None) -> None:
    """One slip is one problem at its own characters, and the fix makes a list without it (PAR-1, PAR-2)."""
    (problem,) = read(text).problems
    assert (text[problem.span.start : problem.span.end], problem.kind) == (marked, "recipient-format")
    assert problem.expected
    edits = [edit for fix in problem.fixes for edit in fix.edits]
    made = [text[: edit.span.start] + edit.text + text[edit.span.end :] for edit in edits]
    assert made == ([] if fixed is None else [fixed])
    for mended in made:
        parse(mended)


def test_the_rest_is_understood() -> None:
    """What is no recipient is left out and told of; the others stay, each with its place."""
    text = "79990000001,x;a@b.ru\nG1"
    reading = read(text)
    assert reading.value == Recipients((Phone("79990000001"), Email("a@b.ru"), Group(1)))
    assert [text[p.span.start : p.span.end] for p in reading.problems] == ["x", "\n"]
    assert [text[s.start : s.end] for s in reading.spans.values()] == ["79990000001", "a@b.ru", "G1"]
    with pytest.raises(ParseError):
        parse(text)


@settings(max_examples=200, deadline=None)
@given(lists)
def test_recipients_read_back_equal(recipients: Recipients) -> None:
    """Any recipients that can be said are written so that reading gives the same ones; so does their JSON."""
    assert parse(build(recipients)) == recipients
    assert parse(format_text(build(recipients))) == recipients
    assert msgspec.json.decode(msgspec.json.encode(recipients), type=Recipients) == recipients


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_any_text_gives_a_value_or_a_parse_error(text: str) -> None:
    """No text makes reading fail otherwise; problems lie inside the text, in order; layout keeps what is said."""
    reading = read(text)
    starts = [problem.span.start for problem in reading.problems]
    assert starts == sorted(starts)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    try:
        recipients = parse(text)
    except ParseError as error:
        assert error.problems == ParseError(text, reading.problems).problems  # an error shows no secret
        return
    assert parse(format_text(text)) == recipients
    try:
        assert parse(build(recipients)) == recipients
    except BuildError as error:
        assert error.field.startswith("items[")


#: Values that cannot be said, and the field that stands in the way.
UNSAYABLE: list[tuple[object, str]] = [
    (Recipients(()), "items"),
    (Recipients((Phone("79990000000"), Phone("123456"))), "items[1].number"),
    (Recipients((Phone("1234567890123456"),)), "items[0].number"),
    (Recipients((Phone("89990000000"),)), "items[0].number"),
    (Recipients((Phone("0079990000000"),)), "items[0].number"),
    (Recipients((Phone("7 999 000-00-00"),)), "items[0].number"),
    (Recipients((Phone("+79990000000"),)), "items[0].number"),
    (Recipients((Group(0),)), "items[0].number"),
    (Recipients((Group(-1),)), "items[0].number"),
    (Recipients((Group(10**9),)), "items[0].number"),
    (Recipients((TelegramId(10**18),)), "items[0].id"),
    (Recipients((Email("a@b"),)), "items[0].address"),
    (Recipients((TelegramName("x" * 65),)), "items[0].name"),
    (Recipients((5,)), "items[0]"),  # type: ignore[arg-type]
    (Recipients(5), "items"),  # type: ignore[arg-type]
    (5, "value"),
]


@pytest.mark.parametrize(("value", "field"), UNSAYABLE)
def test_what_cannot_be_said_names_its_field(value: object, field: str) -> None:
    """Numbers that the service would correct or refuse, and what is no recipient, are not written (PAR-1, PAR-2)."""
    with pytest.raises(BuildError) as caught:
        build(value)  # type: ignore[arg-type]
    assert caught.value.field == field


PLACES: dict[str, object] = {
    "items[1].number": lambda text: Phone(text),
    "items[1].number of a plus": lambda text: Phone(text, plus=True),
    "items[1].address": lambda text: Email(text),
    "items[1].name": lambda text: TelegramName(text),
    "items[1].number of a group": lambda text: Group(text),
    "items[1].id": lambda text: TelegramId(text),
}
MORE = [
    "79990000000,78880000000", "79990000000;G1", "79990000000\n78880000000", "G1", "g1", "a@b.ru", "a@b.ru,G1", "@name",
    "#1", "+79990000000", "", " ", ",", "|", ";", "\\n", "a@b.ru\u2028G1", "a@b.ru\n", "79990000000 ",
    "7999000000\u0660", "x\u200b@b.ru", "\u0430dmin@b.ru", "name\n", "Name|", "a@b.ru\x00", "{button,x,y}",
    "sender,1|79990000000",
]  # fmt: skip


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("attack", [*ATTACKS, *MORE])
def test_text_never_becomes_a_recipient(place: str, attack: str) -> None:
    """Text from a stranger stays the text of its field, or is refused by the field's name: never one more recipient."""
    value = Recipients((Phone("79990000000"), PLACES[place](attack), Group(1)))  # type: ignore[operator]
    try:
        text = build(value)
    except BuildError as error:
        assert error.field == place.split(" ")[0]
        assert error.reason
        return
    assert parse(text) == value
    assert text.count(",") == 2


def test_recipients_have_one_tag_each() -> None:
    """The JSON of each recipient says which it is."""
    tags = {kind.__struct_config__.tag for kind in Recipient.__args__}
    assert tags == {"phone", "group", "email", "telegram-name", "telegram-id"}


def test_pattern_agrees_with_lark() -> None:
    """20,000 texts of one token: table, pattern and Lark accept the same ones and take them for the same."""
    lark, tables = lark_of("recipients"), tables_of("recipients")
    assert tables.pattern is not None
    pattern, parser = re.compile(tables.pattern), Parser(tables)
    samples = [part for text, *_ in (*LISTS, *LENIENT, *SLIPS) for part in (text, *re.split("[,;]", text))]
    pieces = ["7", "+", "(", ")", " ", "-", ",", ";", "\n", "G", "g1", "@", ".", "#", "x", "Я", "\xa0", "\r"]
    accepted = 0
    for text in mutations(samples, pieces, 20_000):
        tree = by_lark(lark, text)
        assert by_tables(parser, text) == tree, text
        match = pattern.fullmatch(text)
        mine = match and [(match.lastgroup, *match.span())]
        assert mine == (tree[1] if tree[0] != "error" else None), text
        accepted += match is not None
    assert accepted > 2_000


def test_every_character_is_taken() -> None:
    """The tokens of any list joined give the list back: nothing is passed over in silence."""
    pattern = re.compile(tables_of("recipients").pattern)
    samples = [text for text, *_ in (*LISTS, *LENIENT, *SLIPS)]
    pieces = [",", ";", "\n", " ", "\r\n", "\x0b", "\u2028", "x", "(", "@", "\ud800", "\x00", "79990000000"]
    for text in mutations(samples, pieces, 5_000):
        assert "".join(match.group() for match in pattern.finditer(text)) == text


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("79990000001", True),
        ("G7, bob@example.com", True),
        ("79990000001:Hi", False),
        ("bob", False),
        ("", False),
    ],
)
def test_what_recipients_look_like(text: str, likely: bool) -> None:
    """A text that is recipients and nothing else is taken for them (PAR-1, PAR-2)."""
    assert CODEC.looks_like(text) is likely
