"""The octets of a WAP push after its header, row by row: the push unit, then the document's tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smsc_codec.cli.octet_rows import Row
from smsc_codec.diagnostics import ParseError
from smsc_codec.linter.reports.totals import plural
from smsc_codec.payloads.binary import mms, moment, push, wbxml, wsp
from smsc_codec.payloads.binary.cursor import Cursor, Stop, find_zero
from smsc_codec.payloads.binary.dtd import DTDS, SI, SL, Dtd
from smsc_codec.payloads.binary.markup import Markup
from smsc_codec.payloads.binary.tree import CHARSETS
from smsc_codec.payloads.binary.wbxml import Document
from smsc_codec.payloads.binary.wsp_words import charset as charset_name
from smsc_codec.payloads.binary.wsp_words import words

#: The content types whose documents are tokens.
TOKENS: dict[str, Dtd] = {"application/vnd.wap.sic": SI, "application/vnd.wap.slc": SL}
#: Octets of a string in the string table that are shown.
_LONGEST = 1000


def push_rows(data: bytes, start: int) -> Iterator[Row]:
    """The push unit that begins at `start`, and its document if it is an indication or a loading."""
    unit, _ = wsp.read(data[start:])
    cursor = Cursor(data, [], start)
    yield Row(0, start, start, "push unit")
    try:
        yield Row(1, start, start + 1, f"transaction {cursor.octet('')}")
        kind = cursor.octet("")
        yield Row(1, start + 1, start + 2, f"type 0x{kind:02X}{' (push)' if kind == wsp.PUSH else ''}")
        if kind != wsp.PUSH:
            return
        at, size = cursor.at, cursor.number("")
        yield Row(1, at, cursor.at, f"head: {plural(size, 'octet')}")
        at = cursor.at
        cursor.take(size, "")
    except Stop:
        return
    try:
        content, _ = unit.content_type, unit.fields
    except ParseError:
        yield Row(1, at, cursor.at, "content type and fields do not read")
        return
    yield from _head_rows(Cursor(data, [], at, cursor.at))
    at = cursor.at
    if content.media in TOKENS:
        yield from _Tokens(data, at, TOKENS[content.media]).rows()
    elif content.media == mms.MEDIA:
        yield from _mms_rows(data, at)
    elif content.media in push.MEDIA:
        yield from _markup_rows(data, at, content.charset)
    elif unit.body:
        yield Row(0, at, len(data), f"document: {plural(len(unit.body), 'octet')}")


def _head_rows(cursor: Cursor) -> Iterator[Row]:
    """The content type, its parameters and the header fields, of which all are known to read."""
    start = cursor.at
    content = wsp.read_content_type(cursor)
    inner = Cursor(cursor.data, [], cursor.at - len(content.parameters), cursor.at)
    yield Row(1, start, inner.at, f"content type {content.media}")
    at = inner.at
    for first, last, one in wsp.parameters(inner):
        yield Row(2, first, last, f"{one.name}: {words(one)}")
        at = last
    if at < inner.end:
        yield Row(2, at, inner.end, "parameters that do not read")
    at = cursor.at
    for _, last, field in wsp.fields(cursor):
        yield Row(1, at, last, f"{field.name}: {words(field)}")  # with what turns the page before it
        at = last
    if at < cursor.end:
        yield Row(1, at, cursor.end, "the page is turned, and nothing follows")


def _mms_rows(data: bytes, start: int) -> Iterator[Row]:
    """An MMS message's fields, each with its octets."""
    found, _ = mms.read(data[start:])
    yield Row(0, start, start, f"MMS message{f' {found.type}' if found.type else ''}")
    cursor = Cursor(data, [], start)
    try:
        for first, last, field in mms.fields(cursor):
            yield Row(1, first, last, f"{field.name}: {mms.words(field)}")
    except Stop:
        return
    if cursor.at < len(data):
        yield Row(1, cursor.at, len(data), f"content: {plural(len(data) - cursor.at, 'octet')}")


def _markup_rows(data: bytes, start: int, charset: int | None) -> Iterator[Row]:
    """A document in XML, and what it says of a service."""
    document = Markup(data[start:])
    yield Row(0, start, len(data), f"document in XML: {plural(len(document.data), 'octet')}")
    try:
        service = push.service(document, None, charset)
    except ParseError:
        return
    for name in service.__struct_fields__:
        value = getattr(service, name)
        if value:
            yield Row(1, len(data), len(data), f"{name.replace('_', ' ')} = {value}")


def _charset(number: int) -> str:
    return (charset_name(number) or f"{number} (MIBenum)") if number else "unknown"


class _Tokens:
    """Walks the document's tokens and the octets that they stand in side by side."""

    def __init__(self, data: bytes, start: int, kind: Dtd) -> None:
        self.start = start
        self.document: Document = wbxml.read(data[start:])[0]
        self.cursor = Cursor(data, [], start)
        self.dtd = DTDS.get(self.document.public_id, kind)
        self.codec = CHARSETS.get(self.document.charset or 0, "latin-1")
        self.width = 2 if self.document.charset in wbxml.WIDE_CHARSETS else 1
        self.page = 0
        #: What is open: whether it is an attribute list, the name, whether content follows.
        self.open: list[tuple[bool, str, bool]] = []

    def rows(self) -> Iterator[Row]:
        yield Row(0, self.start, self.start, "document")
        try:
            yield from self.prologue()
        except Stop:
            return
        tokens = self.document.tokens
        at = 0
        while at < len(tokens):
            token: Any = tokens[at]
            start = self.cursor.at
            self.skip(token)
            at += 1
            if isinstance(token, wbxml.AttributeStart | wbxml.LiteralAttribute):
                name, value = self.attribute(token)
                pieces = [value]
                while at < len(tokens) and self.continues(tokens[at]):
                    pieces.append(self.piece(tokens[at], name))
                    self.skip(tokens[at])
                    at += 1
                yield Row(self.depth(), start, self.cursor.at, f"{name} = {''.join(pieces)}")
            else:
                depth, said = self.said(token)
                yield Row(depth, start, self.cursor.at, said)
        left = self.cursor.end - self.cursor.at
        if left and not self.open and any(isinstance(one, wbxml.Tag | wbxml.LiteralTag) for one in tokens):
            yield Row(0, self.cursor.at, self.cursor.end, f"after the document: {plural(left, 'octet')}")

    def prologue(self) -> Iterator[Row]:
        cursor, document = self.cursor, self.document
        version = cursor.octet("")
        yield Row(1, self.start, cursor.at, f"version {document.version_text}" if version < 4 else "version")
        if version > 3:
            raise Stop("", 0, 0)
        at, number = cursor.at, cursor.number("")
        if number:
            known = DTDS.get(number)
            name = known.name if known else f"{number}"
        else:
            name = f"in the string table at {cursor.number('')}"
        yield Row(1, at, cursor.at, f"document type {name}")
        if version:
            at, number = cursor.at, cursor.number("")
            yield Row(1, at, cursor.at, f"charset {_charset(number)}")
        at, size = cursor.at, cursor.number("")
        cursor.take(size, "")
        yield Row(1, at, cursor.at, f"string table: {plural(size, 'octet')}")

    def depth(self) -> int:
        return 1 + len(self.open)

    def skip(self, token: Any) -> None:
        """Pass over the octets of a token that was read from them."""
        cursor = self.cursor
        code = cursor.octet("")
        match token:
            case wbxml.LiteralTag() | wbxml.LiteralAttribute() | wbxml.TableText() | wbxml.Entity():
                cursor.number("")
            case wbxml.Text():
                cursor.string("", self.width)
            case wbxml.Opaque():
                cursor.take(cursor.number(""), "")
            case wbxml.SwitchPage():
                cursor.octet("")
            case wbxml.Extension() if code < 0x80:
                cursor.string("", self.width)
            case wbxml.Extension() if code < 0xC0:
                cursor.number("")

    def continues(self, token: Any) -> bool:
        """Whether it is a further piece of an attribute's value."""
        return not isinstance(
            token, wbxml.AttributeStart | wbxml.LiteralAttribute | wbxml.End | wbxml.SwitchPage
        )

    def said(self, token: Any) -> tuple[int, str]:
        """A token that is no attribute: how deep it stands, and its words."""
        depth = self.depth()
        match token:
            case wbxml.Tag() | wbxml.LiteralTag():
                name = self.tag(token)
                if token.attributes or token.content:
                    self.open.append((token.attributes, name, token.content))
                return depth, f"<{name}>" if token.content or token.attributes else f"<{name}/>"
            case wbxml.Instruction():
                self.open.append((True, "?", False))
                return depth, "processing instruction"
            case wbxml.End() if self.open:
                in_attributes, name, content = self.open.pop()
                if in_attributes and content:
                    self.open.append((False, name, True))
                return depth - 1, f"end of the attributes of <{name}>" if in_attributes else f"</{name}>"
            case wbxml.SwitchPage():
                self.page = token.page
                return depth, f"page {token.page}"
        return depth, f'"{self.piece(token, "")}"'

    def tag(self, token: Any) -> str:
        if isinstance(token, wbxml.LiteralTag):
            return self.string(token.index)
        return self.known(self.dtd.tags, token.code) or f"0x{token.code:02X}"

    def attribute(self, token: Any) -> tuple[str, str]:
        if isinstance(token, wbxml.LiteralAttribute):
            return self.string(token.index), ""
        return self.known(self.dtd.attributes, token.code) or (f"0x{token.code:02X}", "")

    def known(self, table: dict[int, Any], code: int) -> Any:
        return None if self.page else table.get(code)

    def piece(self, token: Any, name: str) -> str:
        match token:
            case wbxml.Text():
                return str(token.data, self.codec, "replace")
            case wbxml.TableText():
                return self.string(token.index)
            case wbxml.AttributeValue():
                return self.known(self.dtd.values, token.code) or f"<0x{token.code:02X}>"
            case wbxml.Entity() if 0 < token.code <= 0x10FFFF:
                return chr(token.code)
            case wbxml.Opaque():
                date = moment.from_octets(token.data) if name in self.dtd.dates else None
                return date or f"<{token.data.hex().upper()}>"
        return f"<{type(token).__name__.lower()}>"

    def string(self, index: int) -> str:
        """A string of the string table; a long one is only named, since many tokens may name the same."""
        table = self.document.string_table[index : index + _LONGEST]
        stop = find_zero(table, 0, len(table), self.width)
        if stop < 0 and len(table) < _LONGEST:
            return f"<string {index}>"
        return str(table[:stop], self.codec, "replace") if stop >= 0 else f"<long string {index}>"
