"""Reading a voice menu: each fact of the page, in examples that are used for reading and for building alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.diagnostics import ParseError, briefly
from smsc_codec.payloads.menu import CODEC, build, parse, read
from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Item,
    Menu,
    Record,
    Remote,
    Repeat,
    Say,
    Sms,
    Start,
    Stored,
    Unread,
    Uploaded,
    Url,
)
from smsc_codec.payloads.menu.slips import menu_typos

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"

#: What stands behind a key, and what it means: read and built.
ACTIONS: list[tuple[str, Action, str]] = [
    ("back", Back(), "IVR-2"),
    ("start", Start(), "IVR-2"),
    ("repeat", Repeat(), "IVR-2"),
    ("Our hours: 9:00 to 18:00", Say("Our hours: 9:00 to 18:00"), "IVR-3"),
    ("пункт 1", Say("пункт 1"), "IVR-3"),
    ("url", Url(), "IVR-6"),
    ("https://example.com/ivr?a=1", Url("https://example.com/ivr?a=1"), "IVR-6"),
    ("call:79990000000", Call(("79990000000",)), "IVR-7"),
    ("call:1999,2999 wait=0", Call(("1999", "2999"), wait=0), "IVR-7"),
    (
        "call:79999999999,79999999998 wait=10 ok:end err:6",
        Call(("79999999999", "79999999998"), wait=10, ok_end=True, err="6"),
        "IVR-7",
    ),
    (
        "call:79999999997 wait=120 ok:end err:callerr record",
        Call(("79999999997",), wait=120, ok_end=True, err="callerr", record=True),
        "IVR-7",
    ),
    ("sms:79999999999,Sender,one, two, three", Sms("79999999999", "Sender", "one, two, three"), "IVR-8"),
    ("sms:$phone,Sender,Ваш номер: $phone", Sms("$phone", "Sender", "Ваш номер: $phone"), "IVR-8"),
    ("record", Record(), "IVR-9"),
    ("record: 10", Record(10), "IVR-9"),
    ("end", End(), "IVR-10"),
    ("<file 1>", Say((Uploaded(1),)), "FIL-1"),
    (
        "See <file /upload/files/sms/a/b.jpg width=200 height=400> here",
        Say(("See ", Stored("/upload/files/sms/a/b.jpg", 200, 400), " here")),
        "FIL-2",
    ),
    ("<file https://a.b/c.mp3>", Say((Remote("https://a.b/c.mp3"),)), "FIL-3"),
    ("<file>, <file 0x>, < 5 and <files 1>", Say("<file>, <file 0x>, < 5 and <files 1>"), "FIL-1"),
]


@pytest.mark.parametrize(("text", "action", "fact"), ACTIONS, ids=[text[:20] for text, *_ in ACTIONS])
def test_action_is_read_and_built(text: str, action: Action, fact: str) -> None:
    """Each command with its parameters, and spoken text with files, both ways (IVR-2, 3, 6..10, FIL-1..3)."""
    source = f"Hi\n\n{{menu: Press 1.\n1: {text}}}\n\nBye"
    menu = Menu("Hi\n\n", "Press 1.", (Item("1", action),), "\n\nBye")
    assert parse(source) == menu
    assert build(menu) == source


#: Other ways to write the same, which are read and not built.
LENIENT: list[tuple[str, Action]] = [
    ("call: 79990000000 ,79990000001   wait = 5", Call(("79990000000", "79990000001"), wait=5)),
    ("call:7999 err:6 wait=5", Call(("7999",), wait=5, err="6")),
    ("call:8 (999) 000-00-00 wait=5", Call(("8 (999) 000-00-00",), wait=5)),
    ("sms: 7999 , Shop , hi ", Sms("7999", "Shop", "hi")),
    ("record:", Record()),
    ("record : 5", Record(5)),
    ("end  ", End()),
    ("<file  1 >", Say((Uploaded(1),))),
    ("<file /a.png height=4 width=2>", Say((Stored("/a.png", 2, 4),))),
]


@pytest.mark.parametrize(("text", "action"), LENIENT)
def test_blanks_and_order_are_read_leniently(text: str, action: Action) -> None:
    """Blanks around separators and another order of parameters mean the same (IVR-7, IVR-8, IVR-9)."""
    assert parse(f"{{menu: x\n1: {text}\n2: end}}").items[0].action == action


def test_whole_message() -> None:
    """START TEXT, the macro with MENU TEXT and items one a line, END TEXT (IVR-1)."""
    menu = parse("START\n\n{menu: MENU\n1: a\n2: b\n}\n\nEND")
    assert menu == Menu("START\n\n", "MENU", (Item("1", Say("a")), Item("2", Say("b"))), "\n\nEND")
    assert parse("{menu:\n1: a}") == Menu(items=(Item("1", Say("a")),))
    assert parse("<file 2>{menu:<file 1>\n1: a}").start_text == (Uploaded(2),)


def test_page_example_byte_for_byte() -> None:
    """The page's long example parses, builds back to the very same bytes, and says what the page says (IVR-12)."""
    source = (EXAMPLES / "page.menu").read_bytes()
    menu = parse(source.decode("utf-8"))
    assert build(menu).encode("utf-8") == source
    assert len(menu.items) == 21
    keys = [item.key for item in menu.items]
    assert keys == "* # 0 1 11 12 13 2 21 3 3 4 4 5 5 6 7 7 7 err callerr".split()
    assert menu.items[15].action == Call(("79999999997",), wait=60, ok_end=True, err="callerr", record=True)


def test_every_example_reads_back() -> None:
    """Each sound example parses, and building its value reads back equal, CRLF and trailers included."""
    paths = sorted((EXAMPLES / "sound").glob("*.menu"))
    assert len(paths) >= 12
    for path in paths:
        menu = parse(path.read_bytes().decode("utf-8"))
        assert parse(build(menu)) == menu, path.name


def test_repeated_nested_and_labelled_items() -> None:
    """Keys may repeat (IVR-5), nest by digits (IVR-4), and be labels of Latin letters and digits (IVR-11)."""
    menu = parse("{menu: x\n3: a\n3: end\n1: b\n11: c\n112: d\nerr: e\ncall2: f\n9a: g}")
    assert [item.key for item in menu.items] == ["3", "3", "1", "11", "112", "err", "call2", "9a"]


@pytest.mark.parametrize(
    "line",
    [
        "https://example.com/ goes on",
        "http://example.com",
        "Внимание: говорите громче",
        "a line without a key",
        "два слова: три",
        "one two: three",
        "«a»: b",
        "-1: b",
        "{x}: b".replace("}", ""),
    ],
)
def test_line_that_only_looks_like_an_item_is_text(line: str) -> None:
    """A line with no key of the page's kind goes on with the text above it (IVR-14): here in an item and the prompt."""
    assert parse(f"{{menu: x\n1: first\n{line}\n2: end}}").items[0] == Item("1", Say(f"first\n{line}"))
    assert parse(f"{{menu: x\n{line}\n2: end}}").menu_text == f"x\n{line}"


def test_angle_brackets_are_read_and_braces_built() -> None:
    """`<menu: ...>` says the same as `{menu: ...}`, and may hold files and braces; braces are written (IVR-13)."""
    menu = parse("Hi <menu: x <file 1> y\n1: a\n2: end> bye > now")
    assert menu == parse("Hi {menu: x <file 1> y\n1: a\n2: end} bye > now")
    assert build(menu).startswith("Hi {menu: x <file 1> y\n")
    assert parse("<menu: x\n1: a } b>").items[0].action == Say("a } b")


def test_line_ends_of_windows() -> None:
    """CRLF separates items as LF does; values hold LF, places count the source's own characters."""
    source = "Hi\r\n\r\n{menu: x\r\ny\r\n1: a\r\nb\r\n2: end\r\n}\r\nBye\r\n~~~\r\nparam=1,2,3"
    assert parse(source) == parse(source.replace("\r\n", "\n"))
    reading = read(source)
    span = reading.spans["items", 0, "action"]
    assert source[span.start : span.end] == "a\r\nb"


def test_comment_is_kept_apart() -> None:
    """What follows the first newline, three tildes, newline after the menu is the comment: the call's param (CMT-2)."""
    menu = parse("Hi {menu: x\n1: end} Bye\n~~~\nparam=20,10,3\n~~~\nmore")
    assert (menu.end_text, menu.comment) == (" Bye", "param=20,10,3\n~~~\nmore")
    assert parse("{menu: x\n1: end}\n~~~").comment is None
    assert parse("{menu: x\n1: end}\n~~~\n").comment == ""


def test_places_of_every_part() -> None:
    """The side map says where each part of the value stands; the value itself holds no places."""
    source = (
        "Hi {menu: Press\n 5 : call:7999,8999 wait=10 ok:end err:a record\n a: sms:$phone,S,t\n} Bye\n~~~\nc"
    )
    reading = read(source)
    assert not reading.problems
    parts = {path: source[span.start : span.end] for path, span in reading.spans.items()}
    assert parts == {
        ("start_text",): "Hi ",
        ("menu",): source[3 : source.index("} Bye") + 1],
        ("menu", "open"): "{menu:",
        ("menu", "close"): "}",
        ("menu_text",): "Press",
        ("items", 0): "5 : call:7999,8999 wait=10 ok:end err:a record",
        ("items", 0, "key"): "5",
        ("items", 0, "action"): "call:7999,8999 wait=10 ok:end err:a record",
        ("items", 0, "action", "phones", 0): "7999",
        ("items", 0, "action", "phones", 1): "8999",
        ("items", 0, "action", "wait"): "10",
        ("items", 0, "action", "ok_end"): "ok:end",
        ("items", 0, "action", "err"): "a",
        ("items", 0, "action", "record"): "record",
        ("items", 1): "a: sms:$phone,S,t",
        ("items", 1, "key"): "a",
        ("items", 1, "action"): "sms:$phone,S,t",
        ("items", 1, "action", "phone"): "$phone",
        ("items", 1, "action", "sender"): "S",
        ("items", 1, "action", "text"): "t",
        ("end_text",): " Bye",
        ("comment",): "c",
    }


#: What cannot be a menu: the text, the kind of each problem, and the source at its place.
WRONG: list[tuple[str, list[tuple[str, str]]]] = [
    ("", [("syntax-error", "")]),
    ("just text", [("syntax-error", "")]),
    ("{Menu: x\n1: end}", [("menu-macro-typo", "{Menu:")]),
    ("{menu : x\n1: end}", [("menu-macro-typo", "{menu :")]),
    ("[menu: x\n1: end]", [("menu-macro-typo", "[menu:")]),
    ("{menu: x}", [("syntax-error", "}")]),
    ("{menu: Press 1\n1 sales}", [("syntax-error", "}")]),
    ("{menu: x\n1: end", [("unclosed-menu", "{menu:")]),
    ("{menu: x\n1: end\n\n", [("unclosed-menu", "{menu:")]),
    ("{menu: x\n1: a {menu: y\n2: b}}", [("multiple-menus", "{menu:")]),
    ("{menu: x\n1: end}{menu: x\n1: end}", [("multiple-menus", "{menu:")]),
    ("Hi\n~~~\n{menu: x\n1: end}", [("param-block-misplaced", "~~~")]),
    ("{menu: x\n1: end\nstray}", [("syntax-error", "stray")]),
    ("{menu: x\n1: end\n1*: stray}", [("invalid-key", "1*")]),
    ("{menu: x\n1: end\n2\u200b: a}", [("invalid-key", "2\u200b")]),
    ("{menu: x\n1: call: wait=10}", [("call-missing-phone", "call: wait=10")]),
    ("{menu: x\n1: call:}", [("call-missing-phone", "call:")]),
    ("{menu: x\n1: call:me}", [("phone-format", "me")]),
    ("{menu: x\n1: call:7999;888}", [("syntax-error", ";888")]),
    ("{menu: x\n1: call:7999, wait=10}", [("syntax-error", "wait=10")]),
    ("{menu: x\n1: call:1,2,3,4,5,6,7,8,9,10 wait=1}", [("call-too-many-numbers", "10 wait=1")]),
    ("{menu: x\n1: call:7 wait=121}", [("call-wait-range", "121")]),
    ("{menu: x\n1: call:7 wait=ten ok:end}", [("call-wait-range", "ten")]),
    ("{menu: x\n1: call:7 wait= ok:end}", [("call-wait-range", "")]),
    ("{menu: x\n1: call:7 wait=ok:end}", [("call-wait-range", "")]),
    ("{menu: x\n1: call:7 wait=err:1 record}", [("call-wait-range", "")]),
    (
        "{menu: x\n1: call:7 wait=wait=30 ok:end}",
        [("call-wait-range", ""), ("call-duplicate-parameter", "wait=30")],
    ),
    ("{menu: x\n1: call:7 wait=recording ok:end}", [("call-wait-range", "recording")]),
    ("{menu: x\n1: call:7 ok:stop}", [("call-unknown-parameter", "ok:stop")]),
    ("{menu: x\n1: call:7 wiat=5 err:6}", [("call-unknown-parameter", "wiat=5")]),
    ("{menu: x\n1: call:7 wait=5 wait=6}", [("call-duplicate-parameter", "wait=6")]),
    ("{menu: x\n1: call:7 record wait=5}", [("call-record-not-last", "record")]),
    ("{menu: x\n1: call:7 err:сбой}", [("invalid-label", "сбой")]),
    ("{menu: x\n1: call:7 err:}", [("invalid-label", "")]),
    ("{menu: x\n1: sms:7999,Hello}", [("sms-fields", "sms:7999,Hello")]),
    ("{menu: x\n1: sms:,Shop,Hello}", [("sms-fields", "sms:,Shop,Hello")]),
    ("{menu: x\n1: sms:7999;Shop,Hello}", [("syntax-error", ";Shop")]),
    ("{menu: x\n1: record: ten}", [("record-invalid", "ten")]),
    ("{menu: x\n1: record: 0}", [("record-invalid", "0")]),
    ("{menu: x\n1: record: 10 sec}", [("record-invalid", "10 sec")]),
    ("{menu: x\n1: record: " + "9" * 5000 + "}", [("record-invalid", "9" * 5000)]),
    (
        "{menu: x\n1: call:7;8\n2: record: ten\n3: call:9 wait=x zz\n4: end",
        [
            ("unclosed-menu", "{menu:"),
            ("syntax-error", ";8"),
            ("record-invalid", "ten"),
            ("call-wait-range", "x"),
            ("call-unknown-parameter", "zz"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "problems"), WRONG, ids=[repr(text)[:40] for text, _ in WRONG])
def test_each_mistake_is_told_at_its_place(text: str, problems: list[tuple[str, str]]) -> None:
    """A mistake gives one problem of its kind with the exact span; several are found in one pass."""
    found = read(text).problems
    assert [(p.kind, text[p.span.start : p.span.end]) for p in found] == problems
    assert all(p.message for p in found)
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert caught.value.problems == tuple(map(briefly, found))
    assert caught.value.source == text


def test_rest_of_a_broken_menu_is_still_read() -> None:
    """An item that cannot be read is Unread, and the items around it have their values."""
    reading = read("{menu: x\n1: a\n2: call:7;8\n3: end}")
    assert reading.value.items == (Item("1", Say("a")), Item("2", Unread("call:7;8")), Item("3", End()))


def test_options_behind_a_wait_without_its_number_are_read() -> None:
    """`wait=ok:end` lacks a number and nothing else: what stands there is understood (IVR-7)."""
    for written in ("wait=ok:end err:2", "wait= ok:end err:2"):
        action = read(f"{{menu: x\n1: call:79990000000 {written}\n2: a}}").value.items[0].action
        assert action == Call(("79990000000",), ok_end=True, err="2")


def test_error_says_line_and_column() -> None:
    """The error's text has line and column of the first problem and says how many more there are."""
    with pytest.raises(ParseError, match=r"^line 3, column 16: .*wait.* \(and 1 more\)$"):
        parse("{menu: x\n0: repeat\n1: call:7 wait=x zz\n2: end}")


@pytest.mark.parametrize("piece", ["{menu:", "{Menu:", "{", "<file "])
def test_ten_megabytes_of_nothing_are_a_parse_error(piece: str) -> None:
    """10 MB of one piece in a row end in a ParseError with places inside the text, and in few problems."""
    text = piece * (10_000_000 // len(piece))
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert 0 < len(caught.value.problems) < 20
    assert all(0 <= p.span.start <= p.span.end <= len(text) for p in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("Hello!\n{menu: Press 1.\n1: end}", True),
        ("<menu: Press 1.\n1: end>", True),
        ("{ Menu: Press 1.\n1: end}", True),
        ("Press 1 to leave.", False),
        ("", False),
    ],
)
def test_what_a_menu_looks_like(text: str, likely: bool) -> None:
    """The macro, in either brackets, or what was meant as it, tells a menu from other texts (IVR-1)."""
    assert CODEC.looks_like(text) is likely


@pytest.mark.parametrize(("text", "marked", "mended"), [
    ("<menu: x\n1: end>", None, None), ("[ menu: x\n1: end]", "[ menu:", "{menu: x\n1: end}"),
    ("{Menu: x\n1: end}", "{Menu:", "{menu: x\n1: end}"), ("{menu x\n1: end}", "{menu", "{menu: x\n1: end}"),
    ("< меню: x\n1: end> >", "< меню:", "{menu: x\n1: end> }"), ("<Menu: x\n1: end", "<Menu:", "{menu: x\n1: end"),
    ("a [menu: x", "[menu:", "a {menu: x"), (">a <Menu: x", "<Menu:", ">a {menu: x"),
    ("{menus: x", None, None), ("{menu: x", None, None), ("[menu] x", None, None),
])  # fmt: skip
def test_what_was_meant_as_the_macro(text: str, marked: str | None, mended: str | None) -> None:
    """What looks like the beginning of a menu is told in its place, and mended with its closing bracket (IVR-1)."""
    found = menu_typos(f"--{text}", 2)
    assert [text[one.span.start - 2 : one.span.end - 2] for one in found] == ([marked] if marked else [])
    for one in found:
        made = f"--{text}"
        for edit in sorted(one.fixes[0].edits, key=lambda edit: -edit.span.start):
            made = made[: edit.span.start] + edit.text + made[edit.span.end :]
        assert made == f"--{mended}"
    assert [one.span.start for one in menu_typos("{Menu: " * 12)] == [7 * n for n in range(9)]
    assert not menu_typos(f"--{text}", 2, 2)
