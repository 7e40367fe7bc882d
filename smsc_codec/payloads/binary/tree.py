"""What the tokens of a WBXML document say: elements, attributes and text, as XML would (WAP-192, 5.8)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, structs

from smsc_codec.diagnostics import ParseError, Problem, Span
from smsc_codec.payloads.binary import moment, wbxml
from smsc_codec.payloads.binary.cursor import find_zero
from smsc_codec.payloads.binary.dtd import DTDS, Dtd
from smsc_codec.payloads.binary.wbxml import Document, Token

#: Characters of all text together. References to one long string could otherwise make text without bound.
MAX_TEXT = 1 << 20

#: MIBenum to the codec of the same charset; 0 is unknown, and read as UTF-8 as all of XML is by default.
CHARSETS: dict[int, str] = {
    0: "utf-8",
    3: "ascii",
    **{number: f"iso8859-{number - 3}" for number in range(4, 14)},
    17: "shift_jis",
    18: "euc_jp",
    38: "euc_kr",
    106: "utf-8",
    **{number: f"iso8859-{number - 96}" for number in range(109, 113)},
    113: "gbk",
    114: "gb18030",
    1000: "utf-16-be",
    1013: "utf-16-be",
    1014: "utf-16-le",
    1015: "utf-16",
    2025: "gb2312",
    2026: "big5",
    2084: "koi8-r",
    2088: "koi8-u",
    **{number: f"cp{number - 1000}" for number in range(2250, 2259)},
}


class Element(Struct, frozen=True, gc=False):
    """An element: its name, attributes in order, and text and elements in order."""

    tag: str
    attributes: dict[str, str] = {}
    content: tuple[Element | str, ...] = ()

    @property
    def text(self) -> str:
        """The element's own text."""
        return "".join(piece for piece in self.content if isinstance(piece, str))

    @property
    def children(self) -> tuple[Element, ...]:
        """The elements directly within."""
        return tuple(piece for piece in self.content if isinstance(piece, Element))


def tree(document: Document, dtd: Dtd | None = None) -> Element:
    """The document's element, by the tables of its own document type, or of `dtd` when it names none.

    Processing instructions are passed over. Raises ParseError where a token means nothing in that type, or a
    string is not of the document's charset; its source are the document's octets. Raises BuildError for a
    document that cannot be written.
    """
    reader = _Reader(document)
    try:
        if reader.dtd is None:
            reader.name_dtd(dtd)
        return reader.element()
    except _Meaningless as error:
        start, end = (_place(document, at) for at in (reader.at, reader.at + 1))
        problem = Problem(str(error), Span(start, max(start, end)))
        raise ParseError(wbxml.write(document), (problem,)) from None
    except (LookupError, TypeError, AttributeError):
        wbxml.build(document)
        raise


class _Meaningless(Exception):
    pass


def _place(document: Document, at: int) -> int:
    return len(wbxml.write(structs.replace(document, tokens=document.tokens[:at])))


class _Reader:
    """Walks the tokens once; `at` is the one being read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.dtd = DTDS.get(document.public_id)
        self.codec = "utf-8" if document.charset is None else CHARSETS.get(document.charset)
        self.at = 0
        self.page = 0
        self.left = MAX_TEXT
        self.strings: dict[int, str] = {}

    def name_dtd(self, otherwise: Dtd | None) -> None:
        """Finds the document type by its name in the string table."""
        index = self.document.public_id_index
        name = None if index is None else self.table_text(index)
        self.dtd = next((dtd for dtd in DTDS.values() if dtd.name == name), otherwise)

    def element(self) -> Element:
        tokens = self.document.tokens
        opened: list[tuple[str, dict[str, str], list[Element | str]]] = []
        content: list[Element | str] = []
        while True:
            token: Any = tokens[self.at]
            kind = type(token)
            if kind is wbxml.Text:
                content.append(self.text(token.data))
            elif kind is wbxml.Tag or kind is wbxml.LiteralTag:
                tag = self.tag(token)
                attributes = self.attributes() if token.attributes else {}
                if token.content:
                    opened.append((tag, attributes, content))
                    content = []
                elif opened:
                    content.append(Element(tag, attributes))
                else:
                    return Element(tag, attributes)
            elif kind is wbxml.End:
                tag, attributes, around = opened.pop()
                element = Element(tag, attributes, joined(content))
                if not opened:
                    return element
                around.append(element)
                content = around
            elif kind is wbxml.Instruction:
                self.attributes()
            elif kind is wbxml.SwitchPage:
                self.page = token.page
            else:
                content.append(self.piece(token))
            self.at += 1

    def attributes(self) -> dict[str, str]:
        """The attributes after the token at `at`, which then is the end of their list."""
        tokens = self.document.tokens
        found: dict[str, str] = {}
        name: str | None = None
        pieces: list[str] = []
        while True:
            self.at += 1
            token: Any = tokens[self.at]
            kind = type(token)
            if kind is wbxml.Text:
                pieces.append(self.text(token.data))
                continue
            if kind is wbxml.AttributeStart or kind is wbxml.LiteralAttribute or kind is wbxml.End:
                if name is not None:
                    found[name] = "".join(pieces)
                if kind is wbxml.End:
                    return found
                name, value = self.attribute(token)
                if name in found:
                    raise _Meaningless(f"attribute {name} is given twice")
                pieces = [value]
            elif kind is wbxml.SwitchPage:
                self.page = token.page
            elif kind is wbxml.AttributeValue:
                pieces.append(self.known("values", token.code))
            elif kind is wbxml.Opaque and self.dtd and name in self.dtd.dates:
                pieces.append(self.date(token.data))
            else:
                pieces.append(self.piece(token))

    def tag(self, token: Any) -> str:
        if type(token) is wbxml.LiteralTag:
            return self.table_text(token.index)
        name: str = self.known("tags", token.code)
        return name

    def attribute(self, token: Any) -> tuple[str, str]:
        if type(token) is wbxml.LiteralAttribute:
            return self.table_text(token.index), ""
        start: tuple[str, str] = self.known("attributes", token.code)
        return start

    def known(self, table: str, code: int) -> Any:
        if self.dtd is None:
            raise _Meaningless("the tokens of this document type are not known")
        found = None if self.page else getattr(self.dtd, table).get(code)
        if found is None:
            raise _Meaningless(
                f"code 0x{code:02X}, page {self.page}, is not in the {table} of {self.dtd.name}"
            )
        return found

    def piece(self, token: Token) -> str:
        if isinstance(token, wbxml.TableText):
            return self.table_text(token.index)
        if isinstance(token, wbxml.Entity):
            if not 0 < token.code <= 0x10FFFF or 0xD800 <= token.code <= 0xDFFF:
                raise _Meaningless(f"character code {token.code} does not exist")
            return chr(token.code)
        raise _Meaningless(f"{type(token).__name__} has no meaning here in this document type")

    def text(self, data: bytes) -> str:
        if self.codec is None:
            raise _Meaningless(f"charset {self.document.charset} (MIBenum) is not supported")
        try:
            text = str(data, self.codec)
        except UnicodeDecodeError:
            raise _Meaningless(f"the string is not valid {self.codec}") from None
        self.spend(len(text))
        return text

    def table_text(self, index: int) -> str:
        if index in self.strings:
            self.spend(len(self.strings[index]))
            return self.strings[index]
        table = self.document.string_table
        width = 2 if self.document.charset in wbxml.WIDE_CHARSETS else 1
        stop = find_zero(table, index, len(table), width)
        if stop < 0:
            raise _Meaningless(f"no complete string at {index} of the string table ({len(table)} octets)")
        text = self.strings[index] = self.text(table[index:stop])
        return text

    def spend(self, characters: int) -> None:
        self.left -= characters
        if self.left < 0:
            raise _Meaningless(f"more than {MAX_TEXT} characters of text")

    def date(self, data: bytes) -> str:
        text = moment.from_octets(data)
        if text is None:
            raise _Meaningless(
                f"{data.hex().upper()} is not a date: expected YYYYMMDDhhmmss, two digits per octet"
            )
        return text


def joined(content: list[Element | str]) -> tuple[Element | str, ...]:
    """The content with neighbouring pieces of text made one."""
    joined: list[Element | str] = []
    run: list[str] = []
    for piece in content:
        if isinstance(piece, str):
            run.append(piece)
            continue
        if run:
            joined.append("".join(run))
            run = []
        joined.append(piece)
    if run:
        joined.append("".join(run))
    return tuple(joined)
