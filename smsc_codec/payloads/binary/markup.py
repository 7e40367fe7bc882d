"""A pushed document as text in XML, `text/vnd.wap.si` and `text/vnd.wap.sl`, as the tree that tokens would make.

The published examples begin with a DOCTYPE that names the document type. Such a one is passed over: what it names is
not fetched. One that declares anything itself is refused, and so is every entity but XML's own five, so that no text
can grow or hide.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import Any
from xml.parsers import expat

from msgspec import Struct

from smsc_codec.diagnostics import ParseError, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.binary.tree import CHARSETS, MAX_TEXT, Element, joined
from smsc_codec.payloads.binary.wbxml import MAX_DEPTH

#: The beginning of a document up to its DOCTYPE, and a DOCTYPE that only names: XML 1.0, productions 22, 27 to 29, 75.
_PROLOG = r"\ufeff?(?>(?:\s++|<\?(?s:.)*?\?>|<!--(?s:.)*?-->)*)"
_QUOTED = r"""(?:"[^"]*+"|'[^']*+')"""
_NAMED = rf"<!DOCTYPE\s++[\w:.-]++(?>(?:\s++(?:PUBLIC\s++{_QUOTED}|SYSTEM)\s++{_QUOTED})?)\s*+>"
_DOCTYPE = compiled(f"({_PROLOG})({_NAMED})")
_DECLARED = compiled(r"""\ufeff?<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Markup(Struct, frozen=True, gc=False):
    """A document in XML, by its octets."""

    data: bytes


class _Refused(Exception):
    pass


def tree(markup: Markup, charset: int | None = None) -> Element:
    """The document's element. `charset` (MIBenum) is what the push says of it; else XML's own rules hold.

    Raises ParseError, whose span counts octets.
    """
    data = markup.data
    codec = _codec(data, charset)
    try:
        text = str(data, codec)
    except (LookupError, UnicodeError) as error:
        start = getattr(error, "start", 0)
        raise _error(data, f"the document cannot be read as {codec}", start, len(data)) from None
    named = _DOCTYPE.match(text)
    plain = f"{named[1]}{' ' * len(named[2])}{text[named.end() :]}" if named else text
    parser = expat.ParserCreate("utf-8")
    try:
        return _parse(parser, plain.removeprefix("\ufeff"))
    except expat.ExpatError as error:
        why = f"not valid XML: {expat.ErrorString(error.code)}"
    except UnicodeEncodeError:
        why = "not valid XML: half of a surrogate pair"
    except _Refused as error:
        why = str(error)
    read = plain.encode("utf-8", "replace")[: max(0, parser.ErrorByteIndex)]
    place = len(read.decode("utf-8", "ignore").encode(codec, "replace"))
    raise _error(data, why, min(place, len(data)), len(data)) from None


def _codec(data: bytes, charset: int | None) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    if charset:
        return CHARSETS.get(charset, f"charset {charset}")
    declared = _DECLARED.match(data[:200].decode("latin-1"))
    if declared is None:
        return "utf-8"
    try:
        name = codecs.lookup(declared[1]).name
    except LookupError:
        name = ""
    return name if name in _known() else f"charset {declared[1]}"


@cache
def _known() -> frozenset[str]:
    """The names of the charsets that a document may declare: Python has codecs that are none."""
    return frozenset(codecs.lookup(codec).name for codec in CHARSETS.values())


def _error(data: bytes, why: str, start: int, end: int) -> ParseError:
    return ParseError(data, (Problem(why, Span(start, end), kind="document"),))


def _parse(parser: Any, text: str) -> Element:
    opened: list[tuple[str, dict[str, str], list[Element | str]]] = []
    top: list[Element | str] = []
    content = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(opened) >= MAX_DEPTH:
            raise _Refused(f"elements are nested more than {MAX_DEPTH} deep")
        opened.append((name, attributes, []))
        content.append(opened[-1][2])

    def end(name: str) -> None:
        content.pop()
        tag, attributes, pieces = opened.pop()
        content[-1].append(Element(tag, attributes, joined(pieces)))

    def characters(data: str) -> None:
        content[-1].append(data)

    def doctype(*ignored: Any) -> None:
        raise _Refused("the DOCTYPE has declarations of its own, which are refused for safety")

    if len(text) > MAX_TEXT:
        raise _Refused(f"more than {MAX_TEXT} characters of text")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    parser.Parse(text.encode("utf-8"), True)
    (element,) = (piece for piece in top if isinstance(piece, Element))
    return element
