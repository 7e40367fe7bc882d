"""The rules on examples and on any text: what they find, that fixes settle, and that sound lists are left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.engine import check as lint
from smsc_codec.payloads import codec
from smsc_codec.payloads.mailing import Mailing, parse, read
from smsc_codec.payloads.mailing.write import build
from tests.mailing.strategies import hostile, mailings
from tests.mending import made_worse, mended_by

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples" / "mailing"
TABLES = (EXAMPLES / "README.md").read_text(encoding="utf-8")
ROWS = {
    name: re.findall(r"LST\d{3}", rest) for name, rest in re.findall(r"\]\(([^)]*)\)(.*)\|$", TABLES, re.M)
}
LINTERS = {
    nl: Linter(codec("mailing"), settings_from({"profile": "pedantic", "mailing": {"nl": nl}}, ""))
    for nl in (False, True)
}


def text_of(name: str) -> str:
    return (EXAMPLES / name).read_bytes().decode("utf-8")


def test_table_lists_every_file() -> None:
    """Each example stands in the tables of its folder, sound and broken, in English and Russian."""
    files = {f"{path.parent.name}/{path.name}" for path in EXAMPLES.glob("*/*")}
    assert set(ROWS) == files
    for folder in ("sound", "broken"):
        russian = [name for name in files if name.startswith(folder) and re.search("[а-я]", text_of(name))]
        assert 1 < len(russian) < sum(name.startswith(folder) for name in files)


@pytest.mark.parametrize(("name", "codes"), sorted(ROWS.items()))
def test_examples_are_told(name: str, codes: list[str]) -> None:
    """A sound list gives no finding at all; a broken one gives just the codes that its table names."""
    assert {finding.code for finding in lint(text_of(name), "mailing")} == set(codes)
    assert bool(codes) == name.startswith("broken")


def check(text: str, nl: bool):
    return LINTERS[nl].check(text)[0]


def settles(text: str, nl: bool, unsafe: bool) -> str:
    before = check(text, nl)
    for finding in before:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for mend in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in mend.edits)
    fixed = mended_by(LINTERS[nl], text, unsafe=unsafe)
    assert not made_worse(LINTERS[nl], text, fixed)
    again = mended_by(LINTERS[nl], fixed.text, unsafe=unsafe)
    assert (again.text, again.applied) == (fixed.text, 0)
    return fixed.text


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", sorted(ROWS))
def test_fixes_of_examples_settle(name: str, unsafe: bool) -> None:
    """Fixing once is fixing for good, and adds no finding."""
    settles(text_of(name), False, unsafe)


@settings(max_examples=150, deadline=None)
@given(mailings)
def test_fixes_settle_on_random_mailings(mailing: Mailing) -> None:
    """On any list: fixing is idempotent, adds no code, and keeps what each message says."""
    text = build(
        Mailing(tuple(line for line in mailing.lines if "\\n" not in line.text + (line.comment or "")))
    )
    said = {(line.text, line.sender) for line in parse(settles(text, False, False)).lines}
    if "~~~" not in text:  # a mark that is mended makes a comment of what was text
        assert said <= {(line.text, line.sender) for line in mailing.lines}


@pytest.mark.parametrize("nl", [False, True], ids=["plain", "nl"])
@settings(max_examples=200, deadline=None)
@given(text=hostile)
def test_any_text_ends_in_findings(text: str, nl: bool) -> None:
    """On any text at all every rule ends in findings, never in another exception, and fixing settles."""
    settles(text, nl, False)
    settles(text, nl, True)


def test_lines_that_go_on_are_joined_at_once() -> None:
    """A message that holds many line ends is one finding, and one fix joins all of its lines (LIST-3)."""
    text = "79990000001:Hi\nthere\n\nyou\nall\n79990000002:x\nand y\nmore"
    first, second = lint(text, "mailing")
    assert [text[f.span.start : f.span.end] for f in (first, second)] == ["there\n\nyou\nall", "and y\nmore"]
    linter = Linter(codec("mailing"), Settings())
    assert mended_by(linter, text).text == text
    assert (
        mended_by(linter, text, unsafe=True).text
        == "79990000001:Hi\\nthere\\n\\nyou\\nall\n79990000002:x\\nand y\\nmore"
    )


#: What a fix makes of a text that keeps who gets what.
MENDED: list[tuple[str, str]] = [
    ("79990000001:a;\n79990000002;b:\n79990000003;c", "79990000001:a;\n79990000002:b:\n79990000003:c"),
    ("8 (999) 000-00-01:a", "79990000001:a"),
    ("+7 (999) 000-00-01:a", "+79990000001:a"),
    ("79990000001：a", "79990000001:a"),
    ("Shор|79990000001:a", "Shop|79990000001:a"),
]
#: What only an unsafe one makes.
CHANGED: list[tuple[str, str]] = [
    ("79990000001:Hi\nthere\n\nyou\n79990000002:x", r"79990000001:Hi\nthere\n\nyou" + "\n79990000002:x"),
    ("79990000001:Hi\r\n~~~\r\nnote\r\n", "79990000001:Hi\\n~~~\\nnote\r\n"),
    ("79990000001,+79990000001,79990000002:a", "79990000001,79990000002:a"),
    ("79990000001:a\n79990000001:a", "79990000001:a\n"),
    ("79990000001:a\r\n79990000001:a\r\n79990000001,79990000001:a\r\n", "79990000001:a\r\n"),
    ("+8 (999) 000-00-01:a", "+79990000001:a"),
    (r"79990000001:a\n ~~~note", r"79990000001:a\n~~~\nnote"),
    ("79990000001\ta", "79990000001:a"),
    ("79990000001,a", "79990000001:a"),
    ("a;79990000001", "79990000001:a"),
    ('"79990000001";"a ""b"""\n', '79990000001:a "b"\n'),
    ("phone;text\n79990000001;a\n", "79990000001;a\n"),
    ("79990000001:a\n# for Tuesday\n---\n79990000002:b", "79990000001:a\n79990000002:b"),
    ("79990000001:a,79990000002:b", "79990000001:a\n79990000002:b"),
    ("79990000001;a;;;\n79990000002;b;;", "79990000001;a\n79990000002;b"),
    ("79990000001:a\\n79990000002;b\r\n", "79990000001:a\r\n79990000002:b\r\n"),
    (
        "Shop|79990000001:a | Shop,2|+79990000002,79990000003:b",
        "Shop|79990000001:a\nShop,2|+79990000002,79990000003:b",
    ),
]


@pytest.mark.parametrize(("text", "made"), MENDED)
def test_safe_fixes(text: str, made: str) -> None:
    """Safe fixes say the same as the list should (LIST-1, PAR-1, PAR-5), in the source's own line ends."""
    assert mended_by(Linter(codec("mailing"), Settings()), text).text == made


@pytest.mark.parametrize(("text", "made"), CHANGED)
def test_unsafe_fixes(text: str, made: str) -> None:
    """What changes who gets what is never made without leave (LIST-1, LIST-3, LIST-7)."""
    linter = Linter(codec("mailing"), Settings())
    assert mended_by(linter, text).applied == 0
    assert mended_by(linter, text, unsafe=True).text == made


#: Below a message, lines that are somebody's own, or nobody's: whoever gets the message above never gets them.
OWN = [
    "Ivanov 79031234567 Hello B", "Ivanov 8 (903) 123-45-67 Hello B", "Hello B 79031234567", "Boris, b@example.org: hi",
    "+7 (903) 123-45-67 Hello B", "8-903-123-45-67 Hello B", "79031234567 Hello B", "79031234567", "Hello;79031234567",
    "Ivanov;Hello B", "Ivanov: Hello B", "Ivanov|Hello B", "Ivanov\tHello B", "# for Tuesday", "#79031234567:Hello B",
    "// 79031234567:Hello B", "---", "=====", "***", "-- Tuesday --", ";79031234567;Hello", "phone;text", "Имя,Телефон",
    "'79031234567:Hello B", '"79031234567","Hello B"', "(903) 123-45-67: Hello B",
]  # fmt: skip


#: Those of them that are nobody's: once they are taken out, what follows may go on with the message above.
NOBODY = ("# for Tuesday", "---", "=====", "***", "-- Tuesday --", "phone;text", "Имя,Телефон")


@pytest.mark.parametrize("line", OWN)
@pytest.mark.parametrize("after", ["", "\n", "\nsee you\n", "\n79990000002:C\n"])
def test_nobody_gets_what_is_not_theirs(line: str, after: str) -> None:
    """A line that looks like somebody's own is told, and no fix adds it, or what follows it, to the message above."""
    text = f"79161234567:Hello A\n{line}{after}"
    linter = Linter(codec("mailing"), Settings())
    assert any(f.severity == "error" and f.span.start > 19 for f in linter.check(text)[0])
    for unsafe in (False, True):
        made = read(mended_by(linter, text, unsafe=unsafe).text).value
        assert [one.text for one in made.lines if one.phones == ("79161234567",)] in (
            ["Hello A"],
            ["Hello A\nsee you"] if line in NOBODY else [],
        )


ALONE = [
    "79990000000:Call 79990000001: it is free",
    "79990000000:Call 79990000001, 79990000002: it is free",
    "79990000000:From 1234567890;7",
    "79990000000:The code is 1234567:5",
    "79990000000:Come on 28.11.2026 18:00; bye",
]


@pytest.mark.parametrize("text", ALONE)
def test_numbers_in_sentences_are_left_alone(text: str) -> None:
    """A number in a text is no recipient (LST021) where it is part of a sentence."""
    assert lint(text, "mailing") == ()


LONG = "Dear customer, your order 4711 has left our warehouse and will be with you tomorrow"
#: What the characters of texts are told: the list, the option `charset`, and each code with its place and its fix.
CHARACTERS: list[tuple[str, str, list[tuple[str, str, str | None]]]] = [
    (f"79990000001:{LONG} №", "", [("LST013", "№", "N")]),
    (rf"Shop|79990000001:{LONG}\n№1\n~~~\n№2", "", [("LST013", "№", "N")]),
    (f"bob@example.com:{LONG} №", "", []),
    (
        f"bob@example.com,79990000001:{LONG} №",
        "",
        [("LST020", "bob@example.com", None), ("LST013", "№", "N")],
    ),
    (f"79990000001:{LONG} № и", "", []),
    ("79990000001:№ 1", "", []),
    (r"79990000001:Hi\nПpивет", "", [("LST014", "Пpивет", "Привет")]),
    (r"79990000001:Ваш заказ\nготов\nв срок", "", []),
    ("79990000001:Ваш заказ\n~~~\nПpивет".replace("\n", "\\n"), "", []),
    ("79990000001:10 € и\n79990000002:11 €", "koi8-r", [("LST018", "€", None), ("LST018", "€", None)]),
    ("79990000001:10 € и\n79990000002:11 €", "windows-1251", []),
    ("79990000001:10 €", "", []),
]


@pytest.mark.parametrize(("text", "charset", "told"), CHARACTERS)
def test_characters_of_texts(text: str, charset: str, told: list[tuple[str, str, str | None]]) -> None:
    """What makes a line's text dear, mixes scripts or cannot be carried is told at its place (SEG-1, REQ-6).

    A written line end is no letter beside the next word (LIST-3); a comment is not sent (CMT-1).
    """
    linter = Linter(codec("mailing"), settings_from({"mailing": {"charset": charset}}, ""))
    found = linter.check(text)[0]
    assert [
        (f.code, text[f.span.start : f.span.end], f.fixes[0].edits[0].text if f.fixes else None)
        for f in found
    ] == told


@pytest.mark.parametrize(("messages", "told"), [(50, []), (51, [51]), (60, [51])])
def test_many_messages_to_one_number(messages: int, told: list[int]) -> None:
    """LIM-3: the 51st message of a list to one number is told of, once."""
    text = "\n".join(f"79990000001:Code {n}" for n in range(messages))
    found = [finding for finding in lint(text, "mailing") if "more than 50 messages" in finding.message]
    assert [text.count("\n", 0, finding.span.start) + 1 for finding in found] == told


#: What must be left alone: each is a sound list.
SOUND = [
    "79990000001:~~~ Sale ~~~ today only",
    "79990000001:~~~~~~",
    "79990000001:a; b: c | d\n79990000002:79 years; 7: 8",
    "79990000001:a\n79990000002:a",
    "Shop|79990000001:a\nBank|79990000001:a",
    "\n".join(f"79990000001:Code {n}" for n in range(50)),
    "bob@example.com:a\nshop@example.com|bob@example.com:b",
    "79991234567|79990000001:a",
    "+79990000001:a\n+442079460000:b",
    f"79990000001:{'a' * 998}\\nb",
    "79990000001;a; b;\n79990000002;Ok ;;)",
]


@pytest.mark.parametrize("text", SOUND, ids=[text[:24] for text in SOUND])
def test_no_false_alarm(text: str) -> None:
    """Ornaments, separators in texts, one text to many, two senders, 50 messages, 1000 characters: nothing is found."""
    assert lint(text, "mailing") == ()


@pytest.mark.parametrize(
    ("text", "channel", "codes"),
    [
        ("Shop,3|79990000001:Hi", "", ["LST012"]),
        ("Shop,2|79990000001:Hi", "", []),
        ("Shop,4|79990000001:Hi", "", []),
        ("Shop,-3|79990000001:Hi", "", []),
        ("79990000001:Hi", "mail", ["LST020"]),
        ("79990000001:Hi", "sms", []),
        ("bob@example.com:Hi", "mail", []),
        ("bob@example.com:Hi", "sms", ["LST020"]),
        ("bob@example.com:Hi", "", []),
        ("G7:Hi", "mail", ["LST016"]),
        ("g7:Hi", "mail", ["LST016"]),
    ],
)
def test_zones_and_channels(text: str, channel: str, codes: list[str]) -> None:
    """PAR-8, PAR-2: 3 is the zone that is meant as Moscow's; a list reaches the recipients of its channel only."""
    how = settings_from({"profile": "pedantic", "mailing": {"channel": channel} if channel else {}}, "test")
    assert [f.code for f in lint(text, "mailing", how) if f.code != "LST004"] == codes


@pytest.mark.parametrize("others", ["", "\n", "79990000003:Ho\n", "79990000003:\n", "Shop|79990000003:Hi\n"])
def test_one_text_for_all(others: str) -> None:
    """LIST-1: LST017 is told, with the number of lines, where all say the same; also of a list that comes in pieces."""
    text = "79990000001:Hi\n79990000002:Hi\n" + others
    wanted = ["all 2 lines have the same text"] if not others.strip() else []
    lists = codec("mailing")
    rule = next(rule for rule in lists.rules() if rule.code == "LST017")
    assert [problem.message for problem in rule.check(lists.context(text, lists.options()))] == wanted
    blocks = list(lists.contexts([text[:20], text[20:]], lists.options()))
    assert [problem.message for block in blocks for problem in rule.check(block)] == wanted
