"""Formatting, outline and folding."""

from __future__ import annotations

from lsprotocol.types import DocumentSymbol, FoldingRange, SymbolKind, TextEdit

from smsc_codec.diagnostics import ParseError, Span
from smsc_codec.payloads import codec
from smsc_codec.payloads.menu.model import Call, Record, Sms, Url
from smsc_codec_lsp.documents import Document, MenuInside

_KINDS = {
    Call: SymbolKind.Event,
    Sms: SymbolKind.String,
    Record: SymbolKind.Variable,
    Url: SymbolKind.Interface,
}


def formatting(document: Document) -> list[TextEdit]:
    """The edits that bring a document into canonical layout: none where it cannot be read without a problem."""
    try:
        made = codec(document.kind).format(document.text)
    except (ParseError, AttributeError):
        return []
    if made == document.text:
        return []
    return [TextEdit(document.places.range(Span(0, len(document.text))), made)]


def symbols(document: Document) -> list[DocumentSymbol]:
    """The menus of a document, each with its items, those of a sub-menu below the item that leads to it."""
    found = []
    for menu in document.menus:
        place = menu.place("menu")
        if place is not None:
            span = document.places.range(menu.span(place))
            found.append(
                DocumentSymbol("menu", SymbolKind.Module, span, span, children=_items(document, menu))
            )
    return found


def _items(document: Document, menu: MenuInside) -> list[DocumentSymbol]:
    made: dict[str, DocumentSymbol] = {}
    below: dict[str, list[DocumentSymbol]] = {}
    for number, item in enumerate(menu.items):
        whole = document.places.range(menu.span(menu.reading.spans["items", number]))
        if item.key in made:
            made[item.key].range.end = max(made[item.key].range.end, whole.end)
            continue
        key = document.places.range(menu.span(menu.reading.spans["items", number, "key"]))
        kind = _KINDS.get(type(item.action), SymbolKind.Key)
        made[item.key] = DocumentSymbol(item.key, kind, whole, key, detail=_words(menu, number))
        above = item.key[:-1] if item.key.isdigit() and item.key[:-1] in made else ""
        below.setdefault(above, []).append(made[item.key])
    for name, one in reversed(made.items()):  # what is inside must not stand out of what is around it
        one.children = below.get(name, [])
        for child in one.children:
            one.range.end = max(one.range.end, child.range.end)
    return below.get("", [])


def _words(menu: MenuInside, number: int) -> str:
    place = menu.place("items", number, "action")
    text = "" if place is None else menu.text[place.start : place.end]
    return " ".join(text.split())[:60]


def folding(document: Document) -> list[FoldingRange]:
    """The menus, and each item with the lines of its sub-items."""
    found: list[FoldingRange] = []

    def add(symbol: DocumentSymbol) -> None:
        if symbol.range.end.line > symbol.range.start.line:
            found.append(FoldingRange(symbol.range.start.line, symbol.range.end.line))
        for child in symbol.children or ():
            add(child)

    for symbol in symbols(document):
        add(symbol)
    return found
