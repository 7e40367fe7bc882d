"""Building a voice menu: what is written reads back equal, and what cannot be said is refused by its field."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.menu import build, format_text, parse, read
from smsc_codec.payloads.menu.model import (
    Action,
    Call,
    End,
    Item,
    Menu,
    Record,
    Remote,
    Say,
    Sms,
    Unread,
    Uploaded,
    Url,
)
from tests.menu.strategies import hostile, menus


@settings(max_examples=300, deadline=None)
@given(menus)
def test_menu_reads_back_equal(menu: Menu) -> None:
    """Any menu that can be said is written so that reading it gives the very same value."""
    text = build(menu)
    assert parse(text) == menu


@settings(max_examples=150, deadline=None)
@given(menus)
def test_menu_survives_json(menu: Menu) -> None:
    """The JSON of a menu decodes to the same value: it is the contract for other languages."""
    assert msgspec.json.decode(msgspec.json.encode(menu), type=Menu) == menu


@settings(max_examples=150, deadline=None)
@given(menus)
def test_canonical_layout_says_the_same_and_is_final(menu: Menu) -> None:
    """`format` keeps what the menu says (white space around the macro aside) and changes nothing the second time."""
    once = format_text(build(menu))
    assert format_text(once) == once
    assert parse(once).items == menu.items
    assert format_text(once.replace("\n", "\r\n")) == once.replace("\n", "\r\n")


@settings(max_examples=1000, deadline=None)
@given(hostile)
def test_any_text_gives_a_value_or_a_parse_error(text: str) -> None:
    """No text makes reading fail otherwise; problems lie inside the text; what parses is written and reads back."""
    reading = read(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    try:
        menu = parse(text)
    except ParseError as error:
        assert error.problems == ParseError(text, reading.problems).problems  # an error shows no secret
        return
    try:
        written = build(menu)
    except BuildError:
        return
    assert parse(written) == menu


#: Where text from a person enters a menu: a value with that text in the place, by its path.
PLACES: dict[str, object] = {
    "start_text": lambda text: Menu(start_text=text, items=(Item("1", End()),)),
    "menu_text": lambda text: Menu(menu_text=text, items=(Item("1", End()),)),
    "end_text": lambda text: Menu(items=(Item("1", End()),), end_text=text),
    "items[0].key": lambda text: Menu(items=(Item(text, End()),)),
    "items[0].action.text": lambda text: Menu(items=(Item("1", Say(text)), Item("2", End()))),
    "items[0].action.text of an SMS": lambda text: Menu(
        items=(Item("1", Sms("7999", "Shop", text)), Item("2", End()))
    ),
    "items[0].action.sender": lambda text: Menu(items=(Item("1", Sms("7999", text, "hi")), Item("2", End()))),
    "items[0].action.phone": lambda text: Menu(items=(Item("1", Sms(text, "Shop", "hi")), Item("2", End()))),
    "items[0].action.phones[0]": lambda text: Menu(items=(Item("1", Call((text,))), Item("2", End()))),
    "items[0].action.err": lambda text: Menu(items=(Item("1", Call(("7999",), err=text)), Item("2", End()))),
    "items[0].action.address": lambda text: Menu(items=(Item("1", Url(text)), Item("2", End()))),
    "comment": lambda text: Menu(items=(Item("1", End()),), comment=text),
}
ATTACKS = [
    "x}\n", "x\n2: call:79990000000", "{menu: y\n1: end}", "<menu: y", "x\n~~~\nparam=1,2,3", "\n~~~\n", "end", "back",
    "call:79990000000", "sms:7,S,t", "record", "record: 5", "url", "https://a.b/c", "<file 1>", "a,b", "7 wait=5",
    "7,8", "6 record", "x\ry", "\ud800", " x", "x ", "\n", "x\r\n2: end", "a\u2028b", "\x00", "__CALL__: x",
    "&lt;file 1>", "{button,https://a.b,c}", "$phone", "Нажмите 1", "сall:79990000000", "~~~",
]  # fmt: skip


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("attack", ATTACKS)
def test_text_never_becomes_structure(place: str, attack: str) -> None:
    """Text from a stranger stays the text of its field, or is refused by the field's name: never a call, an item."""
    value: Menu = PLACES[place](attack)  # type: ignore[operator]
    try:
        text = build(value)
    except BuildError as error:
        assert error.field == place.split(" ")[0]
        assert error.reason
        return
    assert parse(text) == value
    assert len(parse(text).items) == len(value.items)


#: Values that cannot be said: the field that stands in the way, and a word of the reason.
UNSAYABLE: list[tuple[Menu, str, str]] = [
    (Menu(), "items", "at least one"),
    (Menu(items=(Item("1", Unread("x")),)), "items[0].action", "could not be read"),
    (Menu(items=(Item("", End()),)), "items[0].key", "Latin letters"),
    (Menu(items=(Item("ключ", End()),)), "items[0].key", "Latin letters"),
    (Menu(items=(Item("1", Call(())),)), "items[0].action.phones", "one to 9"),
    (Menu(items=(Item("1", Call(("1",) * 10)),)), "items[0].action.phones", "one to 9"),
    (Menu(items=(Item("1", Call(("1",), wait=121)),)), "items[0].action.wait", "0 to 120"),
    (Menu(items=(Item("1", Call(("1",), wait=-1)),)), "items[0].action.wait", "0 to 120"),
    (Menu(items=(Item("1", Record(0)),)), "items[0].action.seconds", "from 1"),
    (Menu(items=(Item("1", Sms("1", "", "t")),)), "items[0].action.sender", "a name"),
    (Menu(items=(Item("1", Sms("1", "S", "")),)), "items[0].action.text", "has a text"),
    (Menu(items=(Item("1", Say("x}")),)), "items[0].action.text", "close the menu"),
    (Menu(items=(Item("1", Say("end")),)), "items[0].action.text", "command"),
    (Menu(items=(Item("1", Say("<file 1>")),)), "items[0].action.text", "file"),
    (Menu(items=(Item("1", Say(("a", "b"))),)), "items[0].action.text", "parts"),
    (Menu(items=(Item("1", Say((Uploaded(-1),))),)), "items[0].action.text", "numbered from 1"),
    (Menu(start_text=("Hi ", Uploaded(0))), "start_text", "FIL-1"),
    (Menu(items=(Item("1", Say((Remote("https://a b"),))),)), "items[0].action.text", "parts"),
    (Menu(start_text="a {menu: b", items=(Item("1", End()),)), "start_text", "another menu"),
    (Menu(items=(Item("1", Say(5)),)), "items[0].action.text", "Expected"),  # type: ignore[arg-type]
    (Menu(items=5), "items", "Expected"),  # type: ignore[arg-type]
    (Menu(menu_text="x\n~~~", items=(Item("1", End()),)), "menu_text", "a comment line"),
    (Menu(items=(Item("1", Say("x\n~~~\ny")),)), "items[0].action.text", "a comment line"),
    (Menu(items=(Item("1", Sms("1", "S", "x\n~~~")),)), "items[0].action.text", "a comment line"),
    (Menu(items=(Item("1", End()),), end_text="x\n~~~", comment="y"), "end_text", "a comment line"),
    (Menu(start_text="x\n~~~\n", items=(Item("1", End()),)), "start_text", "a comment line"),
    (Menu(items=(Item("1", Record(10**9)),)), "items[0].action.seconds", "from 1"),
    (Menu(items=(Item("1", Call(("7x",))),)), "items[0].action.phones[0]", "digits"),
    (Menu(items=(Item("1", Sms("7x", "S", "t")),)), "items[0].action.phone", "digits"),
    (Menu(items=(Item("1", Sms("1", "S,", "t")),)), "items[0].action.sender", "a name"),
    (Menu(items=(Item("1", Sms("1", "S", "x}")),)), "items[0].action.text", "close the menu"),
    (Menu(items=(Item("1", Call(("1",), err="a b")),)), "items[0].action.err", "a label"),
    (Menu(items=(Item("1", Url("https://a b")),)), "items[0].action.address", "without blanks"),
    (Menu(items=(Item("1", Url("https://a/<menu:")),)), "items[0].action.address", "another menu"),
]


@pytest.mark.parametrize(("menu", "field", "reason"), UNSAYABLE, ids=[field for _, field, _ in UNSAYABLE])
def test_what_cannot_be_said_names_its_field(menu: Menu, field: str, reason: str) -> None:
    """A value that has no text is a BuildError with the path of the field and a reason (msgspec checks nothing)."""
    with pytest.raises(BuildError) as caught:
        build(menu)
    assert caught.value.field == field
    assert reason in caught.value.reason


#: The least and the most of each number, and parts that may be missing.
SAYABLE: list[tuple[Action, str]] = [
    (Call(("1",)), "call:1"), (Call(tuple("123456789")), "call:1,2,3,4,5,6,7,8,9"), (Call(("$phone",)), "call:$phone"),
    (Call(("1",), wait=0), "call:1 wait=0"), (Call(("1",), wait=120), "call:1 wait=120"),
    (Call(("1",), err="a"), "call:1 err:a"), (Call(("1",), ok_end=True, record=True), "call:1 ok:end record"),
    (Record(), "record"), (Record(1), "record: 1"), (Record(10**9 - 1), "record: 999999999"), (Url(), "url"),
    (Url("https://a"), "https://a"), (Sms("$phone", "S", "t, u"), "sms:$phone,S,t, u"), (Say(""), ""),
]  # fmt: skip


@pytest.mark.parametrize(("action", "words"), SAYABLE, ids=[words for _, words in SAYABLE])
def test_what_can_just_be_said(action: Action, words: str) -> None:
    """IVR-6 .. IVR-9: the limits themselves are allowed; what is not given is not written."""
    assert build(Menu(items=(Item("1", action),))) == f"{{menu:\n1:{' ' if words else ''}{words}}}"


def test_a_last_line_of_tildes() -> None:
    """CMT-1: at the end of a message it is no mark, since no line end is behind it."""
    text = "{menu: x\n1: end}\n~~~"
    assert parse(text) == Menu(menu_text="x", items=(Item("1", End()),), end_text="\n~~~")
    assert build(parse(text)) == text


def test_unread_is_no_value_of_parse() -> None:
    """Only the tolerant reader gives Unread, never `parse`: a menu from `parse` can be built."""
    with pytest.raises(ParseError):
        parse("{menu: x\n1: call:7;8\n2: end}")


def test_canonical_layout_of_a_loose_menu() -> None:
    """Blanks, brackets and the order of parameters become the page's; line ends stay the source's."""
    loose = "Hi<menu:  x\r\n 1 :call: 7999 , 8999  err:a  wait=5\r\n\r\na:sorry >Bye"
    assert (
        format_text(loose)
        == "Hi\r\n\r\n{menu: x\r\n1: call:7999,8999 wait=5 err:a\r\na: sorry}\r\n\r\nBye\r\n"
    )


@pytest.mark.parametrize(
    ("loose", "formatted"),
    [
        ("Hi {menu:   Press 1.\n  1 :  end}Bye", "Hi\n\n{menu: Press 1.\n1: end}\n\nBye\n"),
        ("Hi {menu: Press 1.\n1: end} Bye \n~~~\nnote", "Hi\n\n{menu: Press 1.\n1: end}\n\nBye\n~~~\nnote\n"),
        ("{menu: Press 1.\n1: end}", "{menu: Press 1.\n1: end}\n"),
        ("{menu: Press 1.\n1: end}\n~~~\n note \n", "{menu: Press 1.\n1: end}\n~~~\nnote\n"),
        (" {menu: x\n1: a\n1: end\n21: b\n} ", "{menu: x\n1: a\n1: end\n21: b}\n"),
        ("<file 1> {menu: x\n1: end} Bye <file 2>", "<file 1> {menu: x\n1: end} Bye <file 2>"),
        ("<menu:x\r\n1:end>Bye", "{menu: x\r\n1: end}\r\n\r\nBye\r\n"),
    ],
)
def test_canonical_layout(loose: str, formatted: str) -> None:
    """An empty line stands between the texts and the menu, one line end at the end; a note keeps its own lines."""
    assert format_text(loose) == formatted
    assert format_text(formatted) == formatted


def test_actions_have_one_tag_each() -> None:
    """The JSON of each action says its type by the page's own word."""
    tags = {t.__struct_config__.tag for t in Action.__args__}
    assert tags == {"say", "back", "start", "repeat", "end", "url", "call", "sms", "record", "unread"}
