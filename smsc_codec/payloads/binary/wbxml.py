"""WBXML documents as tokens, both ways and to the very octet (WAP-192, versions 1.0 to 1.3).

The tokens are one flat row, as they stand; `tree` makes elements, attributes and text of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem
from smsc_codec.payloads.binary.checks import check_number, check_octets
from smsc_codec.payloads.binary.cursor import MAX_NUMBER, Cursor, Stop, find_zero, number_octets

#: Elements within each other. A service indication has three; a bound keeps every later walk safe.
MAX_DEPTH = 64

#: The charsets (by MIBenum) whose characters take two octets, their string ends too.
WIDE_CHARSETS = frozenset({1000, 1013, 1014, 1015})


class Tag(Struct, frozen=True, gc=False, tag="tag"):
    """The beginning of an element, by its code (5..63) in the current page."""

    code: int
    attributes: bool = False
    content: bool = False


class LiteralTag(Struct, frozen=True, gc=False, tag="literal-tag"):
    """The beginning of an element whose name stands in the string table."""

    index: int
    attributes: bool = False
    content: bool = False


class AttributeStart(Struct, frozen=True, gc=False, tag="attribute-start"):
    """An attribute's name, perhaps with the beginning of its value (5..63, 69..127)."""

    code: int


class LiteralAttribute(Struct, frozen=True, gc=False, tag="literal-attribute"):
    """An attribute's name in the string table."""

    index: int


class AttributeValue(Struct, frozen=True, gc=False, tag="attribute-value"):
    """A piece of an attribute's value (133..191, 197..255)."""

    code: int


class Text(Struct, frozen=True, gc=False, tag="text"):
    """A string in place, in the document's charset and without the zero that ends it."""

    data: bytes


class TableText(Struct, frozen=True, gc=False, tag="table-text"):
    """A string in the string table, by the offset at which it begins."""

    index: int


class Entity(Struct, frozen=True, gc=False, tag="entity"):
    """A character by its number in Unicode."""

    code: int


class Opaque(Struct, frozen=True, gc=False, tag="opaque"):
    """Octets whose meaning the document type knows; in a service indication, a date."""

    data: bytes


class Extension(Struct, frozen=True, gc=False, tag="extension"):
    """A token of the document type's own: 0x40..0x42 with a string, 0x80..0x82 a number, 0xC0..0xC2 bare."""

    token: int
    value: bytes | int | None = None


class SwitchPage(Struct, frozen=True, gc=False, tag="switch-page"):
    """From here on, codes are of this page (0..255)."""

    page: int


class Instruction(Struct, frozen=True, gc=False, tag="instruction"):
    """The beginning of a processing instruction: one attribute follows."""


class End(Struct, frozen=True, gc=False, tag="end"):
    """The end of an attribute list, of an element's content or of an instruction."""


Token = (
    Tag
    | LiteralTag
    | AttributeStart
    | LiteralAttribute
    | AttributeValue
    | Text
    | TableText
    | Entity
    | Opaque
    | Extension
    | SwitchPage
    | Instruction
    | End
)


class Document(Struct, frozen=True, gc=False):
    """A document: version octet (0x02: 1.2), public identifier, charset (MIBenum; 0: unknown), tokens.

    With public identifier 0 the identifier is text, in the string table at `public_id_index`. Version 1.0 has
    no charset: there it is None.
    """

    version: int
    public_id: int
    charset: int | None
    tokens: tuple[Token, ...]
    string_table: bytes = b""
    public_id_index: int | None = None

    @property
    def version_text(self) -> str:
        """The version as people write it."""
        return f"{(self.version >> 4) + 1}.{self.version & 15}"


def parse(data: bytes) -> Document:
    """The document, which builds to the same octets. Raises ParseError."""
    document, problems = read(data)
    if problems:
        raise ParseError(data, problems)
    return document


def read(data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """The document as far as it can be read, and what is wrong; never raises for any octets."""
    problems: list[Problem] = []
    cursor = Cursor(data, problems)
    tokens: list[Token] = []
    version, public_id, index, charset, table = 0, 0, None, None, b""
    try:
        version = cursor.octet("the version")
        if version > 3:
            raise Stop(f"version {(version >> 4) + 1}.{version & 15}: 1.0 to 1.3 can be read", 0, 1)
        public_id = cursor.number("the public identifier")
        if public_id == 0:
            index = cursor.number("the public identifier's place")
        if version:
            charset = cursor.number("the charset")
        table = cursor.take(cursor.number("the string table's length"), "the string table")
        _read_body(cursor, 2 if charset in WIDE_CHARSETS else 1, tokens)
    except Stop as stop:
        problems.append(stop.problem)
    return Document(version, public_id, charset, tuple(tokens), table, index), tuple(problems)


_SWITCH_PAGE, _END, _ENTITY, _STR_I, _LITERAL, _PI, _STR_T, _OPAQUE = 0, 1, 2, 3, 4, 0x43, 0x83, 0xC3
_TOKEN_END, _TOKEN_INSTRUCTION = End(), Instruction()

#: The token of each octet that is a token by itself, in content and in attribute lists.
_TAGS: list[Tag | None] = [
    Tag(code & 0x3F, code >= 0x80, bool(code & 0x40)) if code & 0x3F > _LITERAL else None
    for code in range(256)
]
_ATTRIBUTES: list[AttributeStart | AttributeValue | None] = [
    (AttributeStart(code) if code < 0x80 else AttributeValue(code)) if code & 0x3F > _LITERAL else None
    for code in range(256)
]


def _read_body(cursor: Cursor, width: int, tokens: list[Token]) -> None:
    """Instructions, one element, instructions (WAP-192, 5.3): one pass, a counter in place of recursion."""
    data, end = cursor.data, cursor.end
    depth = 0
    closed = False
    while cursor.at < end:
        start = cursor.at
        code = data[start]
        cursor.at += 1
        if closed and code != _PI:
            octets = f"these {end - start} octets" if end - start > 1 else "this octet"
            raise Stop(f"the document ended before {octets}: it can have only one element", start, end)
        if code & 0x3F >= _LITERAL:
            tokens.append(_TAGS[code] or _read_literal_tag(cursor, code))
            if code >= 0x80:
                _read_attributes(cursor, width, tokens)
            if code & 0x40:
                depth += 1
                if depth > MAX_DEPTH:
                    raise Stop(f"elements are nested more than {MAX_DEPTH} deep", start, cursor.at)
            else:
                closed = not depth
        elif code == _END:
            if not depth:
                raise Stop("an end tag without a start tag", start, cursor.at)
            depth -= 1
            closed = not depth
            tokens.append(_TOKEN_END)
        elif code == _SWITCH_PAGE:
            tokens.append(SwitchPage(cursor.octet("the page")))
        elif code == _PI:
            tokens.append(_TOKEN_INSTRUCTION)
            _read_attributes(cursor, width, tokens)
        elif not depth:
            raise Stop("text outside the element", start, cursor.at)
        else:
            tokens.append(_read_piece(cursor, code, width))
    if not closed:
        raise Stop("the document ends before its element is closed", end, end)


def _read_literal_tag(cursor: Cursor, code: int) -> LiteralTag:
    return LiteralTag(cursor.number("the tag's place"), code >= 0x80, bool(code & 0x40))


def _read_attributes(cursor: Cursor, width: int, tokens: list[Token]) -> None:
    """One attribute or more, and the end of their list."""
    named = False
    while True:
        start = cursor.at
        code = cursor.octet("the end of the attributes")
        if code == _END:
            if not named:
                raise Stop("an attribute list without attributes", start, cursor.at)
            tokens.append(_TOKEN_END)
            return
        token: Token | None = _ATTRIBUTES[code]
        if token is not None:
            starts = type(token) is AttributeStart
        elif code == _SWITCH_PAGE:
            tokens.append(SwitchPage(cursor.octet("the page")))
            continue
        elif code == _LITERAL:
            starts = True
            token = LiteralAttribute(cursor.number("the attribute's place"))
        else:
            starts = False
            token = _read_piece(cursor, code, width)
        if not starts and not named:
            raise Stop("a part of a value before its attribute", start, cursor.at)
        named = True
        tokens.append(token)


def _read_piece(cursor: Cursor, code: int, width: int) -> Token:
    if code == _STR_I:
        return Text(cursor.string("the string", width))
    if code == _STR_T:
        return TableText(cursor.number("the string's place"))
    if code == _ENTITY:
        return Entity(cursor.number("the character"))
    if code == _OPAQUE:
        return Opaque(cursor.take(cursor.number("the length"), "the opaque data"))
    if code & 0x3F <= 2:
        if code < 0x80:
            return Extension(code, cursor.string("the extension", width))
        return Extension(code, cursor.number("the extension") if code < 0xC0 else None)
    raise Stop(f"unexpected token 0x{code:02X}", cursor.at - 1, cursor.at)


def build(document: Document) -> bytes:
    """The octets of a document, which read back equal. Raises BuildError."""
    if not isinstance(document, Document):
        raise BuildError("", f"expected Document, got {type(document).__name__}")
    data = write(document)
    found, problems = read(data)
    if problems:
        raise BuildError("tokens", problems[0].message)
    if found != document:
        raise BuildError("", "does not read back the same")
    return data


def write(document: Document) -> bytes:
    """The octets of a document whose tokens may be a beginning only. Raises BuildError for a wrong field."""
    out = [
        bytes((check_number("version", document.version, 3),)),
        _number("public_id", document.public_id),
    ]
    if document.public_id == 0:
        out.append(_number("public_id_index", document.public_id_index))
    if document.version:
        out.append(_number("charset", document.charset))
    zero = bytes(2 if document.charset in WIDE_CHARSETS else 1)
    table = check_octets("string_table", document.string_table)
    out += (number_octets(len(table)), table)
    for index, token in enumerate(document.tokens):
        writer = _WRITERS.get(type(token))
        if writer is None:
            raise BuildError(f"tokens[{index}]", f"{type(token).__name__} is not a token")
        try:
            out.append(writer(token, zero))
        except BuildError as error:
            raise BuildError(f"tokens[{index}].{error.field}", error.reason) from None
    return b"".join(out)


def _number(field: str, value: Any) -> bytes:
    return number_octets(check_number(field, value, MAX_NUMBER))


def _string(field: str, value: Any, zero: bytes) -> bytes:
    data = check_octets(field, value)
    if find_zero(data, 0, len(data), len(zero)) >= 0:
        raise BuildError(field, "contains a zero octet, which would end it")
    return data + zero


def _write_tag(token: Tag, zero: bytes) -> bytes:
    flags = bool(token.attributes) << 7 | bool(token.content) << 6
    return bytes((check_number("code", token.code, 63, 5) | flags,))


def _write_literal_tag(token: LiteralTag, zero: bytes) -> bytes:
    flags = bool(token.attributes) << 7 | bool(token.content) << 6
    return bytes((_LITERAL | flags,)) + _number("index", token.index)


def _write_opaque(token: Opaque, zero: bytes) -> bytes:
    data = check_octets("data", token.data)
    return bytes((_OPAQUE,)) + number_octets(len(data)) + data


def _write_extension(token: Extension, zero: bytes) -> bytes:
    code = check_number("token", token.token, 0xC2, 0x40)
    if code & 0x3F > 2:
        raise BuildError("token", f"0x{code:02X} is not an extension token")
    if code < 0x80:
        return bytes((code,)) + _string("value", token.value, zero)
    return bytes((code,)) + (_number("value", token.value) if code < 0xC0 else b"")


_WRITERS: dict[type, Callable[[Any, bytes], bytes]] = {
    Tag: _write_tag,
    LiteralTag: _write_literal_tag,
    AttributeStart: lambda token, zero: bytes((check_number("code", token.code, 127, 5),)),
    LiteralAttribute: lambda token, zero: bytes((_LITERAL,)) + _number("index", token.index),
    AttributeValue: lambda token, zero: bytes((check_number("code", token.code, 255, 0x85),)),
    Text: lambda token, zero: bytes((_STR_I,)) + _string("data", token.data, zero),
    TableText: lambda token, zero: bytes((_STR_T,)) + _number("index", token.index),
    Entity: lambda token, zero: bytes((_ENTITY,)) + _number("code", token.code),
    Opaque: _write_opaque,
    Extension: _write_extension,
    SwitchPage: lambda token, zero: bytes((_SWITCH_PAGE, check_number("page", token.page, 255))),
    Instruction: lambda token, zero: bytes((_PI,)),
    End: lambda token, zero: bytes((_END,)),
}
