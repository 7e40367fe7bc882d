"""Where findings stand: in a parameter's value, in the message that was made of it, in the request line by line."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from smsc_codec_sandbox.config import Config, Fate
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.mailbox import take
from smsc_codec_sandbox.model import Exchange, File, Message, Noted
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import shown, texts
from smsc_codec_sandbox.web.room import Asked
from smsc_codec_sandbox.web.texts import Decoded, Span
from smsc_codec_sandbox.web.uploads import Offered


def exchange(text: str, *places: tuple[int, int], **more: Any) -> Exchange:
    """A request with findings at places of its text."""
    findings = tuple(
        Noted(code="X1", name="x", severity="error", message="m", start=start, end=end, line=1, column=1)
        for start, end in places
    )
    said: dict[str, Any] = {
        "method": "GET",
        "endpoint": "send",
        "login": "a",
        "reply": "",
        "fmt": 0,
        "charset": "utf-8",
    }
    return Exchange(**said | {"key": 1, "at": 0.0, "text": text, "findings": findings} | more)


def message(text: str, **more: Any) -> Message:
    """A message of a request."""
    said: dict[str, Any] = {"key": 1, "request": 1, "login": "a", "id": 1, "phone": "79990000001", "channel": "sms",
                            "text": text, "said": text, "cnt": 1, "cost": Decimal(3), "made": 0.0, "due": 0.0,
                            "fate": Fate()}  # fmt: skip
    return Message(**said | more)


@pytest.mark.parametrize(
    ("start", "end", "here"),
    [
        (10, 10, (0, 0)), (10, 11, (0, 1)), (10, 13, (0, 1)), (11, 12, (0, 1)), (12, 12, (0, 1)), (13, 13, (1, 1)),
        (13, 14, (1, 2)), (12, 14, (0, 2)), (14, 14, (2, 2)), (15, 15, (3, 3)), (10, 15, (0, 3)), (13, 15, (1, 3)),
        (9, 10, None), (9, 9, None), (15, 16, None), (16, 16, None), (9, 16, None),
    ],
)  # fmt: skip
def test_places_of_a_value(start: int, end: int, here: tuple[int, int] | None) -> None:
    """A place of the request is that of the letter it is in; what is not all in the value has none in it."""
    assert Decoded("abc", (10, 13, 14, 15)).here(start, end) == here


def test_places_of_letters_that_stand_for_one() -> None:
    """An octet may be more than one letter: a place of it is the last of them, and never ends before it begins."""
    assert Decoded("aab", (10, 10, 13, 14)).here(10, 10) == (1, 1)


VALUES: dict[str, tuple[str, str, str | None, tuple[int, ...]]] = {
    "in the address": ("GET /?ames=1&mes=b", "mes", "b", (17, 18)),
    "the first": ("GET /?mes=c&mes=b", "mes", "c", (10, 11)),
    "in a form": ("POST /\n\nmes=b&x=1", "mes", "b", (12, 13)),
    "to the end of the line": ("GET /?mes=b\n", "mes", "b", (10, 11)),
    "empty": ("GET /?mes=&x=1", "mes", "", (10,)),
    "not there": ("GET /?x=1", "mes", None, ()),
    "a blank": ("GET /?mes=a+b", "mes", "a b", (10, 11, 12, 13)),
    "two octets": ("GET /?mes=%D0%AFa", "mes", "Яa", (10, 16, 17)),
    "half a letter": ("GET /?mes=a%D0b", "mes", "a\ufffdb", (10, 11, 14, 15)),
    "half a letter at the end": ("GET /?mes=a%D0", "mes", "a\ufffd", (10, 11, 14)),
    "no escape": ("GET /?mes=5%25zz%&x", "mes", "5%zz%", (10, 11, 14, 15, 16, 17)),
    "three letters": ("GET /?mes=xyz%C", "mes", "xyz%C", (10, 11, 12, 13, 14, 15)),
    "JSON": ('POST /\n\n{"x": "mes", "mes" : "a\\n"}', "mes", "a\n", (30, 31, 33)),
    "no escape of JSON": ('POST /\n\n{"mes":"\\x"}', "mes", "\\x", (16, 16, 18)),
    "a number of JSON": ('POST /\n\n{"mes":1}', "mes", None, ()),
    "a command": ("curl -F f=@a 'http://localhost/?mes=b'", "mes", None, ()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "value", "places"), VALUES.values(), ids=VALUES)
def test_values(text: str, name: str, value: str | None, places: tuple[int, ...]) -> None:
    """What a request says for a parameter, and where each of its letters stands there; octets that are none count."""
    made = texts.value(exchange(text), name)
    assert (made and (made.text, made.places)) == (None if value is None else (value, places))


@pytest.mark.parametrize(
    ("start", "end", "mark"),
    [
        (12, 15, (0, 3)), (13, 14, (1, 2)), (10, 13, (0, 1)), (14, 16, (2, 3)), (10, 16, (0, 3)),
        (12, 12, (0, 0)), (15, 15, (3, 3)), (13, 13, (1, 1)),
        (10, 12, None), (15, 16, None), (11, 11, None), (16, 16, None), (9, 13, None), (13, 17, None), (20, 21, None),
    ],
)  # fmt: skip
def test_marks_within_a_message(start: int, end: int, mark: tuple[int, int] | None) -> None:
    """A message is three letters of a value of six: a finding is cut to it; what only touches it, or is about more than
    the value, is none of its own; a place without text may be its edge.
    """
    decoded = Decoded("abcdef", tuple(range(10, 17)))
    made = texts.within(decoded, 2, 3, [Span(start, end, 4, "info")])
    assert made == ([] if mark is None else [Span(*mark, 4, "info")])


FOUND: dict[str, tuple[Message, Exchange | None, list[tuple[int, int]]]] = {
    "nothing is kept": (message("Hi"), None, []),
    "a text": (message("Hi"), exchange("GET /?mes=Hi&x=Hi", (11, 12), (16, 17)), [(1, 2)]),
    "a text with a comment": (message("Hi"), exchange("GET /?mes=Hi~~~x", (10, 12), (15, 16)), [(0, 2)]),
    "a text that was changed": (message("Privet"), exchange("GET /?mes=Hi", (10, 12)), []),
    "a list": (message("Hi"), exchange("GET /?list=79990000002:Hi%0A79990000001:Hi", (40, 42)), [(0, 2)]),
    "another line of a list": (message("Hi"), exchange("GET /?list=79990000002:Hi%0A79990000001:Hi", (23, 25)), []),
    "a list whose number was corrected": (
        message("Hi"), exchange("GET /?list=89990000001:Hi", (23, 25)), [(0, 2)]
    ),
    "a number in a text": (message("a"), exchange("GET /?mes=a+79990000001+a", (10, 11)), [(0, 1)]),
    "what is beyond": (message("Hi"), exchange("GET /?mes=Hi", (12, 12), (12, 40), (13, 13)), [(2, 2), (2, 2)]),
}  # fmt: skip


@pytest.mark.parametrize(("one", "asked", "marks"), FOUND.values(), ids=FOUND)
def test_marks_of_a_message(one: Message, asked: Exchange | None, marks: list[tuple[int, int]]) -> None:
    """The findings of a request that are about a message, by their places there: in a list those of its own line."""
    assert [(mark.start, mark.end) for mark in shown._marks(one, asked)] == marks


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("GET /a?b=%41&c=2\n", ["GET /a", "?b=A", "&c=2"]),
        ("POST /a\n\nb=1&c=2", ["POST /a", "", "b=1", "&c=2"]),
        ("POST /a\n\nb=%0A", ["POST /a", "", "b=\n"]),
        ('POST /a?x=%41\n\n{"b": "%41&"}', ["POST /a?x=%41", "", '{"b": "%41&"}']),
        ("curl -F 'a=@b' 'http://localhost/?x=%41&y=1'", ["curl -F 'a=@b' 'http://localhost/?x=%41&y=1'"]),
        ("GET /a\r\n", ["GET /a"]),
        ("a", ["a"]),
        ("", [""]),
    ],
)
def test_lines_of_a_request(text: str, lines: list[str]) -> None:
    """Each parameter stands on a line of its own, as it is meant; JSON and commands are as they are."""
    assert ["".join(piece.text for piece in line) for line in texts.lines(exchange(text))] == lines


def test_marks_in_a_request() -> None:
    """A finding is marked where it is, and no further than the request is kept."""
    made = texts.lines(exchange("GET /?a=1&b=2", (7, 9), (12, 13), (13, 20), (14, 14)))
    marked = [
        (piece.text, piece.numbers, piece.carets)
        for line in made
        for piece in line
        if piece.numbers or piece.carets
    ]
    assert marked == [("=1", (1,), ()), ("2", (2,), (3,))]


def test_a_mail_is_read_like_other_requests() -> None:
    """SMT-1: what came by mail is the request that says the same, and is shown as it is meant, with its findings."""
    service = Service(Config())
    take(service, "Content-Type: text/plain; charset=utf-8\n\nalex:123:::,,,:79990000000:Пр%41".encode())
    (asked,) = service.store.exchanges()
    assert "&mes=Пр%41" in ["".join(piece.text for piece in line) for line in texts.lines(asked)]
    service.store.close()


MENU = (
    "Hi <file 7> you \n{menu: Press 1.\n1: Say.\n12: call:79990000001,79990000002 wait=20 ok:end err:1 record\n"
    "13: call:79990000003\n14: sms:79990000004,Shop, Hi $phone\n15: record\n16: record: 15\n161: call:x\n17: url\n"
    "18: http://a.test/x\n19: back\n123: start\n124: repeat\n1234567: end\n12345678: a\n123456789: b\n#: c\n*: d\n}"
)


def test_menu_by_its_keys() -> None:
    """IVR-1 .. IVR-9: what each key does, in words; the keys of sub-menus stand below their own."""
    service = Service(Config())
    asked = Asked(service, Head("GET", "/", (), "1.1"), "", b"")
    made = [(line.depth, line.key, line.text) for line in shown._menu(asked, message(MENU))]
    assert made == [
        (0, "", "Hi [7] you"), (0, "", "Press 1."), (0, "1", "Say."),
        (1, "12", "call 79990000001, 79990000002, for 20 s, else 1, then leave, recorded"),
        (1, "13", "call 79990000003"),
        (1, "14", "SMS to 79990000004 from Shop: Hi $phone"), (1, "15", "record 30 s"), (1, "16", "record 15 s"),
        (2, "161", "call x"), (1, "17", "tell the handler"), (1, "18", "tell http://a.test/x"), (1, "19", "back"),
        (2, "123", "to the beginning"), (2, "124", "again"), (6, "1234567", "leave"), (7, "12345678", "a"),
        (7, "123456789", "b"), (0, "#", "c"), (0, "*", "d"),
    ]  # fmt: skip
    assert list(shown._menu(asked, message("Hi"))) == []
    assert [line.text for line in shown._menu(asked, message("{menu: A\n1: end\n}\n <file 7> Bye "))] == [
        "A", "leave", "[7] Bye",
    ]  # fmt: skip
    service.store.close()


def test_so_many_lines() -> None:
    """Four hundred lines of a menu are shown, and as many rows of octets."""
    service = Service(Config())
    asked = Asked(service, Head("GET", "/", (), "1.1"), "", b"")
    items = "".join(f"{number}: a\n" for number in range(1000, 1401))
    lines = list(shown._menu(asked, message(f"Hi {{menu: A\n{items}}}")))
    assert len(lines) == 2 + 400
    assert (
        len(shown._rows(b"ab", [SimpleNamespace(start=0, end=1, text="", depth=0, wrong=False)] * 401)) == 400
    )
    service.store.close()


@pytest.mark.parametrize(
    ("number", "name", "address"),
    [(1, "a.png", "/1"), (2, "b.txt", ""), (0, "<file 0>", ""), (3, "<file 3>", "")],
)
def test_uploaded_pictures(number: int, name: str, address: str) -> None:
    """FIL-1: marks count from 1; what is no picture by its octets is not loaded, and a number without a file stays."""
    files = [Offered(File("a.png", 1, "", "", "image/png"), "/1"), Offered(File("b.txt", 1, "", ""), "/2")]
    made = shown._uploaded(files, number)
    assert (made.name, made.address) == (name, address)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("", [(0, "3")]), ("Hi", [(2, "3")]), ("x" * 306, [(153, "1.5"), (153, "1.5")]), ("x" * 100_000, [])],
)
def test_parts_of_a_short_message(text: str, parts: list[tuple[int, str]]) -> None:
    """SEG-1: each part has its share of the money; what is too long for any number of parts is shown without them."""
    made = shown._short(message(text), [])
    assert [(part.units, str(part.cost)) for part in made.parts] == parts
    assert ["".join(piece.text for piece in made.pieces)] == ([text] if not parts else [""])


RICH: dict[str, tuple[Message, Exchange | None, tuple[str, list[str], str, str, list[str]]]] = {
    "words": (message("Hi"), None, ("rich", [], "", "H|i", ["a.png", "b.txt"])),
    "an MMS": (message("Hi", channel="mms"), None, ("mms", [], "", "H|i", ["a.png", "b.txt"])),
    "an address": (
        message("Hi"), exchange("x", operation={"fileurl": "http://a.test"}),
        ("rich", ["http://a.test"], "", "H|i", ["a.png", "b.txt"]),
    ),
    "not understood": (message("Hi"), exchange("x"), ("rich", [], "", "H|i", ["a.png", "b.txt"])),
    "another": (message("Hi"), exchange("x", operation={"a": 1}), ("rich", [], "", "H|i", ["a.png", "b.txt"])),
    "pictures": (
        message(" See <file http://a.test/p> <file 2> <file /c/d.png>, please "), None,
        ("rich", ["http://a.test/p", "/c/d.png", "b.txt"], "", "See   , please", ["a.png"]),
    ),
    "a button": (
        message("Look {button,https://a.test/x,Open}"), None,
        ("rich", [], "Open https://a.test/x", "Look", ["a.png", "b.txt"]),
    ),
    "without a link": (message("{no_unsub}Hi"), None, ("rich", [], "", "{|no_unsub}Hi", ["a.png", "b.txt"])),
}  # fmt: skip


@pytest.mark.parametrize(("one", "asked", "looks"), RICH.values(), ids=RICH)
def test_rich_messages(
    one: Message, asked: Exchange | None, looks: tuple[str, list[str], str, str, list[str]]
) -> None:
    """VIB-1, FIL-1: pictures, a button, the words between them; a text without either keeps the marks of findings;
    files that no mark names go to the end.
    """
    files = [Offered(File("a.png", 1, "", "", "image/png"), "/1"), Offered(File("b.txt", 1, "", ""), "/2")]
    made = shown._rich(one, [Span(0, 1, 1, "info")], asked, files)
    assert (
        made.look, [picture.name for picture in made.pictures],
        f"{made.button.text} {made.button.url}" if made.button else "",
        "|".join(piece.text for piece in made.pieces), [offered.file.name for offered in made.files],
    ) == looks  # fmt: skip
