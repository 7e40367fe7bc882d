"""MMS messages as a push carries them, above all the notice that one waits: `m-notification-ind` (WAP-209).

They are read, not written: the service makes them itself of `mms=1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from smsc_codec.diagnostics import ParseError, Problem, Span
from smsc_codec.payloads.binary import forms, wsp_words
from smsc_codec.payloads.binary.cursor import Cursor, Stop
from smsc_codec.payloads.binary.mms_names import (
    DATES,
    FIELDS,
    MANDATORY,
    NUMBERS,
    STRINGS,
    TEXTS,
    TIMES,
    TOKENS,
)
from smsc_codec.payloads.binary.tree import CHARSETS
from smsc_codec.payloads.binary.wsp import ContentType, read_content_type

#: The content type of a push that holds one.
MEDIA = "application/vnd.wap.mms-message"

#: 7.2.11, 7.2.8: the first octet of a `From` and of a time: what follows is there, is absolute or is relative.
_PRESENT, _INSERT = 128, 129
_ABSOLUTE, _RELATIVE = 128, 129

Value = str | int | datetime | timedelta | ContentType | bytes | None


class Field(Struct, frozen=True, gc=False):
    """A field's name and value: a word, a text, a number, a time, a span of time, a media type, or octets.

    A sender that the service is to write in is None. A number without a name becomes the name `0x..`.
    """

    name: str
    value: Value


class Message(Struct, frozen=True, gc=False):
    """The fields in order, and what follows them: the content, which a notice has not."""

    fields: tuple[Field, ...]
    body: bytes = b""

    def get(self, name: str) -> Value:
        """The value of the first field of a name; None where there is none."""
        return next((field.value for field in self.fields if field.name == name), None)

    @property
    def type(self) -> str:
        """What message it is, such as `m-notification-ind`; "" where it does not say so in a known word."""
        said = self.get("X-Mms-Message-Type")
        return said if isinstance(said, str) else ""


def parse(data: bytes) -> Message:
    """The message. Raises ParseError, also for a notice or report that lacks a field that it must have."""
    message, problems = read(data)
    if problems:
        raise ParseError(data, problems)
    return message


def read(data: bytes) -> tuple[Message, tuple[Problem, ...]]:
    """The message as far as it can be read, and what is wrong; never raises for any octets."""
    problems: list[Problem] = []
    cursor = Cursor(data, problems)
    found: list[Field] = []
    try:
        for _, _, field in fields(cursor):
            found.append(field)
    except Stop as stop:
        problems.append(stop.problem)
        return Message(tuple(found)), tuple(problems)
    message = Message(tuple(found), data[cursor.at :])
    if not found or found[0].name != "X-Mms-Message-Type":
        told = "the message does not start with its type, X-Mms-Message-Type"
        problems.append(Problem(told, Span(0, min(1, len(data)))))
    there = {field.name for field in found}
    for name in MANDATORY.get(message.type, ()):
        if name not in there:
            problems.append(Problem(f"{message.type} has no {name}", Span(len(data), len(data))))
    return message, tuple(problems)


def fields(cursor: Cursor) -> Iterator[tuple[int, int, Field]]:
    """The fields up to the content or the cursor's end, each with the place of its octets. Raises Stop."""
    while cursor.at < cursor.end:
        start = cursor.at
        code = cursor.octet("a field's name")
        if code < 32:
            raise Stop(f"0x{code:02X} is not the start of a field", start, cursor.at)
        if code < 128:
            cursor.at -= 1
            name = forms.text(cursor, "the field's name")
            value: Value = forms.text(cursor, f"the value of {name}")
        else:
            name = FIELDS.get(code & 127, f"0x{code & 127:02X}")
            value = _value(cursor, name)
        yield start, cursor.at, Field(name, value)
        if name == "Content-Type":  # 7.1: it is the last one, the content follows
            return


def _value(cursor: Cursor, name: str) -> Value:
    what = f"the value of {name}"
    if name in TEXTS:
        return forms.text(cursor, what)
    if name in STRINGS:
        return _string(cursor, what)
    if name in NUMBERS:
        return forms.integer(cursor, what)
    if name in DATES:
        return _moment(cursor, what)
    if name in TIMES:
        return _time(forms.sized(cursor, what), what)
    if name == "From":
        return _sender(forms.sized(cursor, what), what)
    if name == "Content-Type":
        return read_content_type(cursor)
    if name == "X-Mms-MMS-Version":
        said = forms.value(cursor, what)
        return wsp_words.version(said) if isinstance(said, int) else said
    said = forms.value(cursor, what)
    if isinstance(said, int):
        return TOKENS.get(name, {}).get(said | 128, said | 128)
    return said


def _string(cursor: Cursor, what: str) -> str:
    """A text, or a length, a charset and a text (7.2.9). Without a charset it is read as UTF-8 where it is that."""
    if cursor.at < cursor.end and cursor.data[cursor.at] >= 32:
        return _decoded(forms.octets_of_text(cursor, what), None)
    inner = forms.sized(cursor, what)
    number = forms.integer(inner, f"the charset of {what}")
    octets = inner.data[inner.at : inner.end]
    if octets[:1] == b"\x7f" and octets[1:2] >= b"\x80":
        octets = octets[1:]
    return _decoded(octets, CHARSETS.get(number)).rstrip("\0")


def _decoded(octets: bytes, codec: str | None) -> str:
    try:
        return str(octets, codec or "utf-8")
    except UnicodeDecodeError:
        return octets.decode(codec, "replace") if codec else octets.decode("latin-1")


def _moment(cursor: Cursor, what: str) -> datetime:
    start = cursor.at
    try:
        return datetime.fromtimestamp(forms.integer(cursor, what), UTC)
    except (OverflowError, ValueError, OSError):
        raise Stop(f"{what} is outside the calendar", start, cursor.at) from None


def _time(inner: Cursor, what: str) -> datetime | timedelta:
    start = inner.at
    token = inner.octet(what)
    if token == _ABSOLUTE:
        return _moment(inner, what)
    if token == _RELATIVE:
        try:
            return timedelta(seconds=forms.integer(inner, what))
        except OverflowError:
            raise Stop(f"{what} is too long for a time", start, inner.at) from None
    raise Stop(f"{what} is neither absolute ({_ABSOLUTE}) nor relative ({_RELATIVE})", start, inner.at)


def _sender(inner: Cursor, what: str) -> str | None:
    start = inner.at
    token = inner.octet(what)
    if token == _INSERT:
        return None
    if token != _PRESENT:
        raise Stop(
            f"{what} must start with {_PRESENT} (an address follows) or {_INSERT} (the service adds it)",
            start,
            inner.at,
        )
    return _string(inner, what)


def words(field: Field) -> str:
    """A field's value in words."""
    value = field.value
    match value:
        case None:
            return "added by the service"
        case bytes():
            return value.hex().upper()
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S} UTC"
        case timedelta():
            return f"{value.days * 86400 + value.seconds} seconds from its sending ({value})"
        case ContentType():
            return "".join((value.media, *(f"; {one.name}={wsp_words.words(one)}" for one in value.named)))
        case int() if field.name == "X-Mms-Message-Size":
            return f"{value} octets"
    return str(value)
