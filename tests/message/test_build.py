"""Building a message: what is written reads back equal, and what cannot be said is refused by its field."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.message import build, format_text, parse, read
from smsc_codec.payloads.message.model import (
    Button,
    Message,
    NoUnsub,
    Remote,
    Stored,
    Uploaded,
    VoiceMenu,
)
from tests.message.strategies import hostile, messages


def kinds(message: Message) -> Counter[str]:
    """How many parts of each kind a message has."""
    parts = (message.text,) if isinstance(message.text, str) else message.text
    return Counter(type(part).__name__ for part in parts)


@settings(max_examples=200, deadline=None)
@given(messages)
def test_message_reads_back_equal(message: Message) -> None:
    """Any message that can be said reads back as the same value: as many files, buttons, macros, the same prefix."""
    back = parse(build(message))
    assert back == message
    assert kinds(back) == kinds(message)
    assert (back.channel, back.comment) == (message.channel, message.comment)


@settings(max_examples=100, deadline=None)
@given(messages)
def test_message_survives_json(message: Message) -> None:
    """The JSON of a message decodes to the same value: it is the contract for other languages."""
    assert msgspec.json.decode(msgspec.json.encode(message), type=Message) == message


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_any_text_gives_a_value_or_a_parse_error(text: str) -> None:
    """No text makes reading fail otherwise; places lie inside it; canonical layout says the same and is final."""
    reading = read(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    for span in reading.spans.values():
        assert 0 <= span.start <= span.end <= len(text)
    try:
        message = parse(text)
    except ParseError as error:
        assert error.problems == ParseError(text, reading.problems).problems  # an error shows no secret
        return
    canonical = format_text(text)
    assert parse(canonical) == message
    assert format_text(canonical) == canonical


@settings(max_examples=200, deadline=None)
@given(hostile, hostile)
def test_strange_text_stays_text(words: str, comment: str) -> None:
    """Whatever strangers write into the text and the comment stays there, or is refused there (CMT-1, PFX, FIL)."""
    for message, field in (
        (Message(words, comment="note"), "text"),
        (Message(words, "call", "param=20,10,3"), "text"),
        (Message(("Hello ", Uploaded(1), words + ".")), "text[2]"),
        (Message("Hello", "viber", comment), "comment"),
    ):
        try:
            text = build(message)
        except BuildError as error:
            assert error.field in (field, "text")
            continue
        assert parse(text) == message


#: Where text from a person enters a message: a value with that text in the place, by its path.
PLACES: dict[str, object] = {
    "text": lambda text: Message(text),
    "text of a call": lambda text: Message(text, "call"),
    "text of a Viber message": lambda text: Message(text, "viber", "note"),
    "text[0]": lambda text: Message((text, NoUnsub(), " end")),
    "text[1]": lambda text: Message((Uploaded(1), text)),
    "text[0].url": lambda text: Message((Button(text, "Open"), " x")),
    "text[0].text": lambda text: Message((Button("https://a.b/c", text), " x")),
    "text[0].path": lambda text: Message((Stored(text, width=2), " x")),
    "text[0].url of a file": lambda text: Message((Remote(text), " x")),
    "comment": lambda text: Message("x", comment=text),
    "comment of a probe": lambda text: Message(channel="hlr", comment=text),
}
ATTACKS = [
    "__CALL__: x", "__call__: x", " __CALL__: x", "__PING__", "__HLR__", "__VIBER__: x", "{button,https://a.b,c}",
    "{button,https://a.b,c", "{Button,https://a.b,c}", "<button,https://a.b,c>", "x,y", "x}", "x>", "}", ">",
    "<file 1>", "<FILE 1>", "<file /upload/files/sms/a/b.jpg>", "<file https://a.b/c>", "&lt;file 1>", "{no_unsub}",
    "{No_Unsub}", "{menu: x\n1: call:79990000000}", "{menu: x", "<menu: x", "x\n~~~\nparam=1,2,3", "x\r\n~~~\r\ny",
    "\n~~~\n", "\n~~~", "~~~\n", "~~~", "\r", "x\r", "x|y", "7999:hi\n7888:hi", "x\\ny", "\\n~~~\\n", "a\u2028b",
    "\x00", "\ud800", "\ufeff", "\ufeff__CALL__: x", " x", "x ", "\n", "x\n2: end", "https://a.b/c,d", "https://a.b/{c}",
    "tel:79990000000", "tel:8 999", "сall", "Привет", "{NAME}", "",
]  # fmt: skip


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("attack", ATTACKS)
def test_text_never_becomes_structure(place: str, attack: str) -> None:
    """Text from a stranger stays the text of its field, or is refused by the field's name: never a call, a file."""
    value: Message = PLACES[place](attack)  # type: ignore[operator]
    field = place.split(" ")[0]
    try:
        text = build(value)
    except BuildError as error:
        # How neighbours meet is the whole text's business.
        assert error.field in (field, "text" if field.startswith("text[") and "." not in field else field)
        assert error.reason
        return
    back = parse(text)
    assert back == value
    assert kinds(back) == kinds(value)


#: What would be a channel, a macro or a comment of its own may not be built as text.
FORBIDDEN = [
    "__CALL__: x", "__call__: x", " __CALL__: x", "\ufeff__CALL__: x", "__PING__", "{button,https://a.b,c}",
    "{Button,https://a.b,c}", "<button,https://a.b,c>", "<file 1>", "<FILE 1>", "{no_unsub}", "{menu: x", "<menu: x",
    "x\n~~~\nparam=1,2,3", "x\r\n~~~\r\ny",
]  # fmt: skip


@pytest.mark.parametrize("channel", [None, "call", "viber", "soc"])
@pytest.mark.parametrize("text", FORBIDDEN)
def test_structure_is_refused_as_text(text: str, channel: str | None) -> None:
    """A string that the service might take for a prefix, a macro or a comment is refused (PFX, FIL, VIB-1, CMT-1)."""
    with pytest.raises(BuildError) as caught:
        build(Message(text, channel))  # type: ignore[arg-type]
    assert caught.value.field == "text"


#: Values that cannot be said: the field that stands in the way, and a word of the reason.
UNSAYABLE: list[tuple[Message, str, str]] = [
    (Message("x", "ping"), "text", "the place of the text"),
    (Message("\n", "hlr"), "text", "the place of the text"),
    (Message((Uploaded(0),)), "text[0].number", "from 1"),
    (Message((Uploaded(-1),)), "text[0].number", "from 1"),
    (Message((Uploaded(10**9),)), "text[0].number", "from 1"),
    (Message((Stored("photo.jpg"),)), "text[0].path", "a path"),
    (Message((Stored("/a b"),)), "text[0].path", "a path"),
    (Message((Stored("/a", width=-1),)), "text[0].width", "whole number"),
    (Message((Stored("/a", height=10**9),)), "text[0].height", "whole number"),
    (Message((Remote("a.b"),)), "text[0].url", "http(s)"),
    (Message((Button("a.b", "c"),)), "text[0].url", "full address"),
    (Message((Button("https://a.b/c,d", "c"),)), "text[0].url", "full address"),
    (Message((Button("tel:8 (800) 700-76-72", "c"),)), "text[0].url", "phone number"),
    (Message((Button("https://a.b", ""),)), "text[0].text", "no text"),
    (Message((Button("https://a.b", "x" * 31),)), "text[0].text", "31 characters"),
    (Message((Button("https://a.b", "a}"),)), "text[0].text", "cannot hold"),
    (Message((Button("https://a.b", " a"),)), "text[0].text", "white space"),
    (Message((VoiceMenu("no menu"),)), "text[0]", "same macro"),
    (Message((VoiceMenu("{menu: open"), "}")), "text", "same parts"),
    (Message(("a", "b")), "text", "same parts"),
    (Message(("a",)), "text", "same parts"),
    (Message(()), "text", "same parts"),
    (Message(("{button,https://a.b,", NoUnsub(), "x}")), "text", ""),
    (Message("x\r", comment="y"), "text", "carriage return"),
    (Message("x\n~~~", comment="y"), "text", "comment line"),
    (Message("\ud800"), "text", "U+D800"),
    (Message("x", comment="\udfff"), "comment", "U+DFFF"),
    (Message(5), "text", "Expected"),  # type: ignore[arg-type]
    (Message("x", "sms"), "channel", "Invalid"),  # type: ignore[arg-type]
    (5, "message", "Expected"),  # type: ignore[list-item]
]


@pytest.mark.parametrize(("message", "field", "reason"), UNSAYABLE)
def test_what_cannot_be_said_names_its_field(message: Message, field: str, reason: str) -> None:
    """A value that has no text is a BuildError with the path of the field and a reason (msgspec checks nothing)."""
    if reason == "":
        assert parse(build(message)) == message
        return
    with pytest.raises(BuildError) as caught:
        build(message)
    assert caught.value.field == field
    assert reason in caught.value.reason
