"""The WSP push unit around a pushed document: transaction, content type, header fields (WAP-230)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem
from smsc_codec.payloads.binary.checks import check_number, check_octets
from smsc_codec.payloads.binary.cursor import MAX_NUMBER, Cursor, Stop, number_octets
from smsc_codec.payloads.binary.wsp_names import CONTENT_TYPES, FIELDS, NUMBER_FIELDS

#: 8.2.1: the unit's type, unconfirmed push.
PUSH = 0x06
#: 8.4.2.4: the parameter of a content type that names its charset (MIBenum).
_CHARSET = 0x81


class PushUnit(Struct, frozen=True, gc=False):
    """A push: transaction identifier (0..255), the octets of content type and header fields, and the document.

    The octets are kept because one meaning has many forms; `content_type` and `fields` say what they mean.
    """

    transaction: int
    head: bytes
    body: bytes

    @property
    def content_type(self) -> ContentType:
        """What the document is. Raises ParseError for a head that does not begin with a content type."""
        return _head(self.head)[0]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The header fields after the content type. Raises ParseError."""
        return _head(self.head)[1]


class ContentType(Struct, frozen=True, gc=False):
    """A media type: as text, its well-known number if it came as one, and the octets of its parameters."""

    media: str
    code: int | None = None
    parameters: bytes = b""

    @property
    def charset(self) -> int | None:
        """The charset parameter (MIBenum) where it comes first, as a number."""
        if self.parameters[:1] != bytes((_CHARSET,)):
            return None
        try:
            value = _integer(Cursor(self.parameters, [], 1), "the charset")
        except Stop:
            return None
        return value if isinstance(value, int) else None


class Field(Struct, frozen=True, gc=False):
    """A header field: its name, its value (a number, text, or octets with a form of their own), its page.

    A number without a name in the tables becomes the name `0x..`.
    """

    name: str
    value: int | str | bytes
    page: int = 1


def parse(data: bytes) -> PushUnit:
    """The push. Raises ParseError for another unit, or a head whose content type or fields do not read."""
    unit, problems = read(data)
    if problems:
        raise ParseError(data, problems)
    return unit


def read(data: bytes) -> tuple[PushUnit, tuple[Problem, ...]]:
    """The push as far as it can be read, and what is wrong; never raises for any octets."""
    problems: list[Problem] = []
    cursor = Cursor(data, problems)
    transaction, head = 0, b""
    try:
        transaction = cursor.octet("the transaction identifier")
        kind = cursor.octet("the unit's type")
        if kind != PUSH:
            raise Stop(f"unit type 0x{kind:02X} is no push (0x{PUSH:02X})", 1, 2)
        size = cursor.number("the length of the headers")
        start = cursor.at
        head = cursor.take(size, "the headers")
        _read_head(Cursor(data, problems, start, start + size))
    except Stop as stop:
        problems.append(stop.problem)
    return PushUnit(transaction, head, data[cursor.at :]), tuple(problems)


def build(unit: PushUnit) -> bytes:
    """The octets of a push, which read back equal. Raises BuildError."""
    if not isinstance(unit, PushUnit):
        raise BuildError("", f"{type(unit).__name__} given, PushUnit expected")
    head = check_octets("head", unit.head)
    problems: list[Problem] = []
    try:
        _read_head(Cursor(head, problems))
    except Stop as stop:
        problems.append(stop.problem)
    if problems:
        raise BuildError("head", problems[0].message)
    transaction = check_number("transaction", unit.transaction, 255)
    return bytes((transaction, PUSH)) + number_octets(len(head)) + head + check_octets("body", unit.body)


def head(media: str, charset: int | None = None) -> bytes:
    """The head of a content type, as short as can be, without header fields. Raises BuildError."""
    code = _CODES.get(media)
    if code is not None:
        written = bytes((code | 0x80,))
    elif isinstance(media, str) and media.isascii() and "/" in media and "\0" not in media:
        written = media.encode() + b"\0"
    else:
        raise BuildError("media", f"{media!r} is no media type")
    if charset is None:
        return written
    number = check_number("charset", charset, MAX_NUMBER)
    long = number.to_bytes((number.bit_length() + 7) // 8, "big")
    parameter = bytes((number | 0x80,)) if number < 128 else bytes((len(long),)) + long
    written += bytes((_CHARSET,)) + parameter
    size = bytes((len(written),)) if len(written) < 31 else b"\x1f" + number_octets(len(written))
    return size + written


def _head(data: bytes) -> tuple[ContentType, tuple[Field, ...]]:
    problems: list[Problem] = []
    try:
        return _read_head(Cursor(data, problems))
    except Stop as stop:
        raise ParseError(data, (stop.problem,)) from None


def _read_head(cursor: Cursor) -> tuple[ContentType, tuple[Field, ...]]:
    content_type = _read_content_type(cursor)
    fields = []
    page = 1
    while cursor.at < cursor.end:
        code = cursor.octet("a field's name")
        if code == 127:
            page = cursor.octet("the page")
        elif code < 32:
            page = code
        elif code >= 128:
            known = FIELDS.get(code & 127) if page == 1 else None
            value = _read_value(cursor)
            if known in NUMBER_FIELDS and isinstance(value, bytes):
                value = int.from_bytes(value, "big")
            fields.append(Field(known or f"0x{code & 127:02X}", value, page))
        else:
            cursor.at -= 1
            name = _text(cursor, "the field's name")
            fields.append(Field(name, _text(cursor, "the field's value"), page))
    return content_type, tuple(fields)


def _read_content_type(cursor: Cursor) -> ContentType:
    """Constrained media, or a length, the media and its parameters (8.4.2.24)."""
    first = cursor.octet("the content type")
    parameters = b""
    if first >= 32:
        cursor.at -= 1
        media = _media(cursor)
    else:
        size = cursor.number("the content type's length") if first == 31 else first
        start = cursor.at
        general = cursor.take(size, "the content type")
        inner = Cursor(cursor.data, cursor.problems, start, start + len(general))
        media = _media(inner)
        parameters = cursor.data[inner.at : inner.end]
    if isinstance(media, int):
        return ContentType(CONTENT_TYPES.get(media, f"0x{media:02X}"), media, parameters)
    return ContentType(media, None, parameters)


def _media(cursor: Cursor) -> int | str:
    if cursor.at < cursor.end and 32 <= cursor.data[cursor.at] < 128:
        return _text(cursor, "the media type")
    return _integer(cursor, "the media type")


def _integer(cursor: Cursor, what: str) -> int:
    """A short integer, or a length up to 30 and so many octets (8.4.2.1)."""
    start = cursor.at
    first = cursor.octet(what)
    if first >= 128:
        return first & 127
    if not 0 < first < 31:
        raise Stop(f"{what} is no number", start, cursor.at)
    return int.from_bytes(cursor.take(first, what), "big")


def _text(cursor: Cursor, what: str) -> str:
    """A string up to its zero; a quote before an octet from 128 on is no part of it (8.4.2.1)."""
    data = cursor.string(what)
    if data[:1] == b"\x7f" and data[1:2] >= b"\x80":
        data = data[1:]
    return data.decode("latin-1")


def _read_value(cursor: Cursor) -> int | str | bytes:
    """A value by its first octet (8.4.1.2): a length and octets, a string, or a short integer."""
    first = cursor.octet("the field's value")
    if first >= 128:
        return first & 127
    if first < 32:
        size = cursor.number("the value's length") if first == 31 else first
        return cursor.take(size, "the field's value")
    cursor.at -= 1
    return _text(cursor, "the field's value")


_CODES: dict[Any, int] = {media: code for code, media in CONTENT_TYPES.items()}
