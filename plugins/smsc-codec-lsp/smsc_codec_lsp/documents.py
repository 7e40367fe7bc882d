"""What is known of an open document: its kind, its findings, the menus in it. Made once for each version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from smsc_codec import lint
from smsc_codec.diagnostics import Edit, Finding, Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.kinds import kind_of
from smsc_codec.linter.words import Language, translated
from smsc_codec.payloads import codec
from smsc_codec.payloads.menu import MenuOptions, read
from smsc_codec.payloads.menu.announced import Mention, mentions
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.model import Call, Item, Menu
from smsc_codec_lsp.places import Places
from smsc_codec_lsp.words import said

#: A text of one language inside another is followed so deep: a request, its message, the menu of that.
_DEEPEST = 4


class MenuInside:
    """One menu in a document, with the way from its own places to those of the document."""

    def __init__(
        self,
        text: str,
        options: MenuOptions,
        span: Callable[[Span], Span],
        edit: Callable[[Edit], Edit | None],
    ) -> None:
        self.text = text
        self.options = options
        self.span = span
        self.edit = edit
        self.reading = read(text)
        self.menu: Menu = self.reading.value or Menu()

    @property
    def items(self) -> tuple[Item, ...]:
        """The menu's items."""
        return self.menu.items

    @cached_property
    def graph(self) -> Graph:
        """Where a call can go."""
        return Graph(self.items, self.options)

    def place(self, *path: str | int) -> Span | None:
        """Where a part of the menu stands in the menu's own text, if it is there."""
        return self.reading.spans.get(path)

    @cached_property
    def keys(self) -> dict[str, list[Span]]:
        """Each key and label with the places where it stands before a colon."""
        found: dict[str, list[Span]] = {}
        for number, item in enumerate(self.items):
            found.setdefault(item.key, []).append(self.reading.spans["items", number, "key"])
        return found

    @cached_property
    def targets(self) -> dict[str, list[Span]]:
        """Each key and label with the places where an `err:` names it."""
        found: dict[str, list[Span]] = {}
        for number, item in enumerate(self.items):
            place = self.place("items", number, "action", "err")
            if isinstance(item.action, Call) and item.action.err and place is not None:
                found.setdefault(item.action.err, []).append(place)
        return found

    @cached_property
    def told(self) -> list[tuple[str, Mention]]:
        """The keys that texts tell callers to press, each with the path of the menu that it works in."""
        found: list[tuple[str, Mention]] = []
        for name in ("start_text", "menu_text"):
            place = self.place(name)
            if place is not None:
                found += [("", mention) for mention in mentions(self.text, place) if mention.told]
        for number, item in enumerate(self.items):
            above = item.key if item.key.isdigit() and self.graph.machine.children(item.key) else None
            place = self.place("items", number, "action")
            if above is not None and place is not None and hasattr(item.action, "text"):
                found += [(above, mention) for mention in mentions(self.text, place) if mention.told]
        return found

    def item_at(self, offset: int) -> int | None:
        """The number of the item at an offset of the menu's own text."""
        for number in range(len(self.items)):
            place = self.reading.spans["items", number]
            if place.start <= offset <= place.end:
                return number
        return None


class Document:
    """One version of a document. Whatever is asked of it is worked out once, when it is first asked for.

    `path` is as the globs of the configuration know it: relative to its folder.
    """

    def __init__(
        self, path: str, text: str, settings: Settings, encoding: str, language: Language = "en"
    ) -> None:
        self.path = path
        self.text = text
        self.settings = settings
        self.language = language
        self.places = Places(text, encoding)
        self.kind = kind_of(path, text, globs=settings.kinds)[0]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it, in the reader's language."""
        found = lint(self.text, self.kind, self.settings, name=self.path)
        return tuple(translated(finding, self.language) for finding in found)

    def say(self, text: str) -> str:
        """A sentence in the reader's language."""
        return said(text, self.language)

    @cached_property
    def menus(self) -> list[MenuInside]:
        """The menus in it: itself, or those inside its messages."""
        return list(self._menus(self.kind, self.text, {}, lambda span: span, lambda edit: edit, 0))

    def _menus(
        self,
        kind: str,
        text: str,
        said: Any,
        span: Callable[[Span], Span],
        edit: Callable[[Edit], Edit | None],
        depth: int,
    ) -> Iterator[MenuInside]:
        language = codec(kind)
        if kind == "menu" or (kind == "message" and said.get("channel") == "call" and "{menu:" in text):
            yield MenuInside(text, self.settings.options("menu", MenuOptions), span, edit)
            return
        if depth == _DEEPEST:
            return
        context = language.context(text, self.settings.options(kind, language.options))
        for part in getattr(context, "embedded", ()):
            if part.only:
                continue

            def inside(there: Span, part: Any = part) -> Span:
                return span(part.span(there))

            def changed(there: Edit, part: Any = part) -> Edit | None:
                made = part.edit(there)
                return None if made is None else edit(made)

            yield from self._menus(part.kind, part.text, part.options, inside, changed, depth + 1)

    def menu_at(self, offset: int) -> tuple[MenuInside, int] | None:
        """The menu that an offset is in, and the offset in the menu's own text."""
        for menu in self.menus:
            whole = menu.span(Span(0, len(menu.text)))
            if not whole.start <= offset <= whole.end:
                continue
            if whole == Span(0, len(self.text)) and menu.text == self.text:
                return menu, offset
            low, high = 0, len(menu.text)  # places go on in the same order in what was encoded
            while low < high:
                middle = (low + high + 1) // 2
                if menu.span(Span(middle, middle)).start <= offset:
                    low = middle
                else:
                    high = middle - 1
            return menu, low
        return None
