"""Keys and labels: where one stands, who names it, and its new name."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Location, Position, PrepareRenamePlaceholder, TextEdit, WorkspaceEdit

from smsc_codec.diagnostics import Edit, Span
from smsc_codec_lsp.documents import Document, MenuInside


class NoNewName(ValueError):
    """A new name that a key or label cannot have."""


class _Named:
    """A key or label that the caret stands on."""

    def __init__(self, menu: MenuInside, key: str, span: Span) -> None:
        self.menu = menu
        self.key = key
        self.span = span


def _named(document: Document, position: Position) -> _Named | None:
    found = document.menu_at(document.places.offset(position))
    if found is None:
        return None
    menu, offset = found
    for places in (menu.targets, menu.keys):
        for key, spans in places.items():
            for span in spans:
                if span.start <= offset <= span.end:
                    return _Named(menu, key, span)
    for above, mention in menu.told:
        if mention.span.start <= offset <= mention.span.end:
            return _Named(menu, mention.key if mention.key in "*#0" else above + mention.key, mention.span)
    return None


def definition(document: Document, uri: str, position: Position) -> list[Location]:
    """The first line of the key or label at a position."""
    named = _named(document, position)
    spans = named.menu.keys.get(named.key, []) if named is not None else []
    return [_location(document, uri, named.menu, span) for span in spans[:1]] if named is not None else []


def references(document: Document, uri: str, position: Position, declared: bool) -> list[Location]:
    """Every place that names the key or label at a position; with its own lines where `declared`."""
    named = _named(document, position)
    if named is None:
        return []
    spans = [*named.menu.targets.get(named.key, ()), *_mentioned(named.menu, named.key)]
    if declared:
        spans += named.menu.keys.get(named.key, [])
    return [_location(document, uri, named.menu, span) for span in sorted(spans)]


def prepare(document: Document, position: Position) -> PrepareRenamePlaceholder | None:
    """What would be renamed: nothing for `*`, `#` and `0`, which are what they are (IVR-2)."""
    named = _named(document, position)
    if named is None or named.key in "*#0":
        return None
    return PrepareRenamePlaceholder(document.places.range(named.menu.span(named.span)), named.key)


def rename(document: Document, uri: str, position: Position, new: str) -> WorkspaceEdit | None:
    """The edits that give a key or label another name wherever it stands. Raises NoNewName.

    A key takes the keys below it along: of `2` renamed to `4`, `21` becomes `41`.
    """
    named = _named(document, position)
    if named is None or named.key in "*#0":
        return None
    menu, old = named.menu, named.key
    _check(menu, old, new)
    edits = []
    for edit in _renamed(menu, old, new):
        made = menu.edit(edit)
        if made is None:
            raise NoNewName("what stands here is encoded, so that it cannot be renamed from here")
        edits.append(TextEdit(document.places.range(made.span), made.text))
    return WorkspaceEdit({uri: edits})


def _check(menu: MenuInside, old: str, new: str) -> None:
    if old.isdigit():
        if not (new.isascii() and new.isdigit() and "0" not in new):
            raise NoNewName("a key is made of the digits 1 to 9, such as 2 or 21")
        if new.startswith(old) and new != old:
            raise NoNewName(f"'{new}' would be inside itself")
    elif not (new.isascii() and new.isalnum() and not new.isdigit()):
        raise NoNewName("a label is made of Latin letters and digits, such as busy")
    if new != old and any(key == new or (old.isdigit() and key.startswith(new)) for key in menu.keys):
        raise NoNewName(f"there is a '{new}' already")


def _renamed(menu: MenuInside, old: str, new: str) -> Iterator[Edit]:
    for places in (menu.keys, menu.targets):
        for key, spans in places.items():
            below = old.isdigit() and key.isdigit() and key.startswith(old)
            if key == old or below:
                for span in spans:
                    yield Edit(span, new + key[len(old) :])
    if old.isdigit() and old[:-1] == new[:-1]:
        for span in _mentioned(menu, old):
            if menu.text[span.start : span.end] == old[-1]:
                yield Edit(span, new[-1])


def _mentioned(menu: MenuInside, key: str) -> list[Span]:
    return [
        mention.span
        for above, mention in menu.told
        if key == (mention.key if mention.key in "*#0" else above + mention.key)
    ]


def _location(document: Document, uri: str, menu: MenuInside, span: Span) -> Location:
    return Location(uri, document.places.range(menu.span(span)))
