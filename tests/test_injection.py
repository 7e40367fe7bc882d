"""Text from strangers in every place of every payload: it stays the text of its field, or the field is refused."""

from __future__ import annotations

import doctest
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads import codec, mailing, menu, message, recipients, schedule, voice
from smsc_codec.payloads.binary import payload
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.payloads.recipients.model import Group, Phone, Recipients
from smsc_codec.payloads.voice import trailer
from smsc_codec.payloads.voice.model import Param
from tests.mailing import test_build as of_mailing
from tests.menu import test_build as of_menu
from tests.message import test_build as of_message
from tests.recipients import test_recipients as of_recipients
from tests.schedule import test_build as of_schedule
from tests.voice import test_voice as of_voice

DOCS = Path(__file__).parents[1] / "docs"

#: What ends a field, begins another one or hides, in any of the languages.
SIGNS = [
    "\n", "\r\n", "\r", "\\n", "|", ",", ":", ";", "~~~", "\n~~~\n", "\\n~~~\\n", "__CALL__:", "{menu:", "{button,",
    "<file ", "&lt;", "\u2028", "\x85", "\x00", "\ud800", "\udfff", "}", ">", "end", "param=1,2,3", "\u200b", "\ufeff",
    "сall:7999", "Sh\u043ep", "７９９９", "٧٩٩٩", "：", "；", "｜", "&", "=", "%0A", " ", "\t", "\\", "$phone", "#",
]  # fmt: skip
#: The same as somebody would use it: alone, in a name, at its ends, and with the structure that it leads to.
ATTACKS = [
    *SIGNS,
    *(f"Ivan{sign}x" for sign in SIGNS),
    *(f"{sign}Ivan" for sign in SIGNS),
    *(f"Ivan{sign}" for sign in SIGNS),
    *(f"Ivan{end}{more}" for end in ("\n", "\r\n", "\r", "\\n", "\u2028")
      for more in ("79990000009:x", "Shop,1|79990000009;x", "2: call:79990000009", "~~~\nparam=1,2,3")),
    "79990000001,79990000009", "79990000001\n79990000009", "G1", "a@b.ru", "a@b.ru,G1", "79990000001",
    "x}\n{menu: y\n1: call:79990000009}", "{button,https://a.b,c}", "<file 1>", "&lt;file 1>", "{no_unsub}",
    "pid: 64, dcs: 4", "x\n~~~\npid: 64, dcs: 4", "01.01.27 10:00", "0", "1", "20,10,3", "m3,en", "",
]  # fmt: skip


class Place(NamedTuple):
    """One place for text: the path of its field, the value with a text there, and the language both ways."""

    name: str
    field: str
    value: Callable[[str], Any]
    build: Callable[[Any], Any]
    parse: Callable[[Any], Any]


def of(
    language: str, table: dict[str, Any], build: Callable[[Any], Any], parse: Callable[[Any], Any]
) -> list[Place]:
    return [
        Place(f"{language}: {name}", name.split(" ")[0], value, build, parse) for name, value in table.items()
    ]


def around(make: Callable[[str], Any], wrap: Callable[[Any], Any], text: str) -> Any:
    return wrap(make(text))


OTHER = mailing.Line(("79990000000",), "Hi", "Shop", 1, "note")
LINES = {
    name: partial(around, make, lambda line: mailing.Mailing((OTHER, line, OTHER)))
    for name, make in of_mailing.PLACES.items()
}
TO = {
    name: partial(around, make, lambda one: Recipients((Phone("79990000000"), one, Group(1))))
    for name, make in of_recipients.PLACES.items()
}
CALLS = {
    "text": lambda text: (text, None),
    "text with parameters": lambda text: (text, Param(20, 10, 3)),
}
OCTETS = {
    "body": lambda text: payload.BinaryMessage(Header(()), text.encode("utf-8", "surrogatepass")),
    "body with pid and dcs": lambda text: payload.BinaryMessage(
        Header(()), text.encode("utf-8", "surrogatepass"), 64, 4
    ),
}
PLACES = [
    *of("menu", of_menu.PLACES, menu.build, menu.parse),
    *of("mailing", LINES, mailing.build, mailing.parse),
    *of("mailing with nl", LINES, partial(mailing.build, nl=True), partial(mailing.parse, nl=True)),
    *of("message", of_message.PLACES, message.build, message.parse),
    *of("viber", of_message.PLACES, codec("viber").build, codec("viber").parse),
    *of("recipients", TO, recipients.build, recipients.parse),
    *of("schedule", of_schedule.PLACES, schedule.build, schedule.parse),
    *of("voice", of_voice.PLACES, voice.build, voice.parse),
    *of("call", CALLS, lambda call: trailer.join(*call), trailer.split),
    *of("bin=1", OCTETS, payload.build_raw, payload.parse),
    *of("bin=2", OCTETS, payload.build_hex, payload.parse),
]


def things(value: Any) -> Counter[str]:
    """How many there are of everything that a value is made of: recipients, senders, comments, items, macros."""
    found: Counter[str] = Counter()
    if isinstance(value, Struct):
        found[type(value).__name__] += 1
        for name in value.__struct_fields__:
            part = getattr(value, name)
            found[f"{type(value).__name__}.{name}"] += (
                len(part) if isinstance(part, tuple) else part is not None
            )
            found += things(part)
    elif isinstance(value, tuple):
        for part in value:
            found += things(part)
    return found


def holds(place: Place, attack: str) -> bool:
    """Whether the text can be said there; asserts that it is then just that text, and else refused by its field."""
    value = place.value(attack)
    try:
        text = place.build(value)
    except BuildError as error:
        # How a part of a text meets its neighbours is the whole text's business.
        assert error.field == place.field or place.field == f"{error.field}[{place.field[-2:-1]}]", attack
        assert error.reason
        return False
    back = place.parse(text)
    assert things(back) == things(value), attack
    assert back == value, attack
    return True


@pytest.mark.parametrize("place", PLACES, ids=[place.name for place in PLACES])
def test_attacks_stay_text(place: Place) -> None:
    """Whatever is written into a field is read back from it, or is a BuildError that names it (LIST-9, CMT-1, BIN-1).

    A field of plain words takes plain words: refusing all would be easy.
    """
    taken = [attack for attack in ATTACKS if holds(place, attack)]
    assert len(taken) < len(ATTACKS) or place.name.startswith("bin=2")
    if place.field.endswith(("text", "comment", "body")):
        assert {"Ivan;x", "Ivanend", "Ivan=x"} <= set(taken)


strangers = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(ATTACKS), max_size=4).map("".join))


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(PLACES), strangers)
def test_random_text_adds_nothing(place: Place, text: str) -> None:
    """For any text, as many recipients, senders, comments, items and macros come back as were put in (LIST-9)."""
    holds(place, text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(strangers, st.none() | strangers), min_size=1, max_size=5))
def test_a_list_has_as_many_lines_as_messages(said: list[tuple[str, str | None]]) -> None:
    """Counted without our reader: a list that is built has one line a message, each with one head (LIST-1, LIST-3)."""
    lines = [
        mailing.Line((f"7999000000{n}",), text, None, None, comment) for n, (text, comment) in enumerate(said)
    ]
    try:
        text = mailing.build(mailing.Mailing(tuple(lines)))
    except BuildError as error:
        assert error.field.endswith((".text", ".comment"))
        return
    rows = text.split("\n")
    assert [row[:12] for row in rows] == [f"{line.phones[0]}:" for line in lines]
    assert [row.count("\\n~~~\\n") > 0 for row in rows] == [line.comment is not None for line in lines]
    assert "\r" not in text


def test_examples_of_the_page_run() -> None:
    """Every example of docs/injection.md gives what the page says it gives."""
    failed, tried = doctest.testfile(str(DOCS / "injection.md"), module_relative=False, encoding="utf-8")
    assert tried >= 40
    assert failed == 0
