"""The WSP push unit around a pushed document: transaction, content type, header fields (WAP-230)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem
from smsc_codec.payloads.binary import forms
from smsc_codec.payloads.binary.checks import check_number, check_octets
from smsc_codec.payloads.binary.cursor import MAX_NUMBER, Cursor, Stop, number_octets
from smsc_codec.payloads.binary.wsp_names import (
    CONTENT_TYPES,
    FIELDS,
    NUMBER_FIELDS,
    NUMBER_PARAMETERS,
    PARAMETERS,
)

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


class Parameter(Struct, frozen=True, gc=False):
    """A parameter of a content type: its name, and its value (a number, text, or octets with a form of their own)."""

    name: str
    value: int | str | bytes


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
            return forms.integer(Cursor(self.parameters, [], 1), "the charset")
        except Stop:
            return None

    @property
    def named(self) -> tuple[Parameter, ...]:
        """The parameters as far as they read."""
        cursor = Cursor(self.parameters, [])
        return tuple(one for _, _, one in parameters(cursor))


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
            raise Stop(f"unit type 0x{kind:02X} is not a push (0x{PUSH:02X})", 1, 2)
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
        raise BuildError("", f"expected PushUnit, got {type(unit).__name__}")
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
        raise BuildError("media", f"{media!r} is not a media type")
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
    content_type = read_content_type(cursor)
    return content_type, tuple(field for _, _, field in fields(cursor))


def fields(cursor: Cursor) -> Iterator[tuple[int, int, Field]]:
    """The header fields up to the cursor's end, each with the place of its octets (8.4.1)."""
    page = 1
    while cursor.at < cursor.end:
        start = cursor.at
        code = cursor.octet("a field's name")
        if code == 127:
            page = cursor.octet("the page")
        elif code < 32:
            page = code
        elif code >= 128:
            known = FIELDS.get(code & 127) if page == 1 else None
            value = forms.value(cursor, "the field's value")
            if known in NUMBER_FIELDS and isinstance(value, bytes):
                value = int.from_bytes(value, "big")
            yield start, cursor.at, Field(known or f"0x{code & 127:02X}", value, page)
        else:
            cursor.at -= 1
            name = forms.text(cursor, "the field's name")
            yield start, cursor.at, Field(name, forms.text(cursor, "the field's value"), page)


def parameters(cursor: Cursor) -> Iterator[tuple[int, int, Parameter]]:
    """The parameters up to the cursor's end as far as they read, each with the place of its octets (8.4.2.4)."""
    while cursor.at < cursor.end:
        start = cursor.at
        try:
            found = _read_parameter(cursor)
        except Stop:
            return
        yield start, cursor.at, found


def _read_parameter(cursor: Cursor) -> Parameter:
    if 32 <= cursor.data[cursor.at] < 128:
        name = forms.text(cursor, "the parameter's name")
    else:
        code = forms.integer(cursor, "the parameter's name")
        name = PARAMETERS.get(code, f"0x{code:02X}")
    if name == "Q":
        return Parameter(name, cursor.number("the quality"))
    value = forms.value(cursor, "the parameter's value")
    if name in NUMBER_PARAMETERS and isinstance(value, bytes):
        value = int.from_bytes(value, "big")
    return Parameter(name, value)


def read_content_type(cursor: Cursor) -> ContentType:
    """Constrained media, or a length, the media and its parameters (8.4.2.24)."""
    if cursor.at < cursor.end and cursor.data[cursor.at] >= 32:
        media, given = forms.media(cursor), b""
    else:
        inner = forms.sized(cursor, "the content type")
        media = forms.media(inner)
        given = cursor.data[inner.at : inner.end]
    if isinstance(media, int):
        return ContentType(CONTENT_TYPES.get(media, f"0x{media:02X}"), media, given)
    return ContentType(media, None, given)


_CODES: dict[Any, int] = {media: code for code, media in CONTENT_TYPES.items()}
