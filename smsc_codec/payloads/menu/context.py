"""What a menu's rules are given, and what several of them share. Everything but the reading is made when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from smsc_codec.diagnostics import Edit, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.codec import Embedded, Path
from smsc_codec.payloads.files import Speech
from smsc_codec.payloads.menu.announced import Mention, Outline, mentions, outline
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import is_path as is_path
from smsc_codec.payloads.menu.meant import understand
from smsc_codec.payloads.menu.model import Action, Call, Item, Menu, Say, Sms, Unread
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.read import read

_LINE = regex(r"[^\s][^\r\n]*")


class MenuContext:
    """One menu file as its rules see it."""

    def __init__(self, source: str, options: MenuOptions) -> None:
        #: What was written otherwise than it was meant, and the way back to it: the rules see what was meant.
        self.whole = understand(source)
        self.source = source if self.whole is None else self.whole.text
        self.options = options
        self.reading = read(self.source)
        self.menu: Menu = self.reading.value or Menu()
        self._actions: dict[tuple[type, ...], list[tuple[int, Action]]] = {}
        self._mentions: dict[Span, list[Mention]] = {}
        self._outlines: dict[Span, Outline] = {}
        #: What the rules of one module share, by a name of theirs.
        self.memo: dict[str, Any] = {}

    @property
    def items(self) -> tuple[Item, ...]:
        """The items, in order."""
        return self.menu.items

    def problems(self, kind: str) -> list[Problem]:
        """What the reader found of one kind."""
        return [problem for problem in self.reading.problems if problem.kind == kind]

    def span(self, *path: str | int) -> Span:
        """Where a part of the value stands."""
        return self.reading.spans[path]

    def item_span(self, number: int, *parts: str | int) -> Span:
        """Where an item stands, or a part of it: `"key"`, `"action"`, `("action", "wait")`."""
        return self.reading.spans["items", number, *parts]

    @property
    def embedded(self) -> Iterator[Embedded]:
        """The texts that hold what may be files, and those of SMS: their rules are the same wherever a text stands.

        What a file is (FIL-1) and what a part of an SMS takes (SEG-1) does not hang on the menu.
        """
        for _, _, span in self.speeches():
            text = self.words(span)
            if "<" in text or "[" in text or "&lt;" in text or "{" in text:
                yield _text(text, span.start)
        for number, action in self.messages():
            if _is_dear(action.text):
                span = self.item_span(number, "action", "text")
                yield _text(self.words(span), span.start, "sms", ("LST013", "LST014"))

    @property
    def dialling(self) -> Span | None:
        """What stands after the menu where the parameters of the call belong."""
        return self.trimmed(self.span("comment")) if ("comment",) in self.reading.spans else None

    @property
    def spoken(self) -> Span | None:
        """The END TEXT, without white space after it."""
        if ("end_text",) not in self.reading.spans:
            return None
        span = self.span("end_text")
        return Span(span.start, self.trimmed(span).end)

    def trimmed(self, span: Span) -> Span:
        """The span without white space at its ends."""
        words = self.words(span)
        kept = words.strip()
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, start + len(kept))

    def words(self, span: Span) -> str:
        """The source at a span."""
        return self.source[span.start : span.end]

    def line(self, number: int) -> Span:
        """An item with the line end and white space before it: what to cut out or to put elsewhere."""
        before = self.item_span(number - 1).end if number else self._head_end
        return Span(before, self.item_span(number).end)

    @cached_property
    def _head_end(self) -> int:
        spans = self.reading.spans
        return max(spans["menu", "open"].end, spans["menu_text",].end if ("menu_text",) in spans else 0)

    @cached_property
    def newline(self) -> str:
        """The line end of this source."""
        return "\r\n" if "\r\n" in self.source else "\n"

    @cached_property
    def groups(self) -> dict[str, list[int]]:
        """The numbers of the items of each key, in order: an item may be repeated (IVR-5)."""
        found: dict[str, list[int]] = {}
        for number, item in enumerate(self.items):
            found.setdefault(item.key, []).append(number)
        return found

    @cached_property
    def has_unread(self) -> bool:
        """Whether an item could not be read, so that what it does is not known."""
        return Unread in self._by_type

    @cached_property
    def structure(self) -> list[Span]:
        """The places where nothing is there to be heard: keys, numbers, parameters, senders."""
        from smsc_codec.payloads.menu.structure import structure

        return structure(self)

    @cached_property
    def mistyped_labels(self) -> set[str]:
        """What the labels that hold foreign letters were probably meant to be."""
        return {edit.text for p in self.problems("invalid-label") for fix in p.fixes for edit in fix.edits}

    @property
    def oversized(self) -> bool:
        """Whether the message is so far above the service's 1000 characters that its flow is not worth exploring."""
        return len(self.source) > 50_000

    @cached_property
    def graph(self) -> Graph:
        """The menu as a machine, and where a call can go in it."""
        return Graph(self.items, self.options)

    def children(self, path: str) -> Sequence[str]:
        """The keys of the items right below an item ("" is the root), in the order of the source."""
        return self._children.get(path, ())

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        below = self.graph.machine.below
        return {path: [path + key for key in keys] for path, keys in below.items()}

    @cached_property
    def levels(self) -> list[tuple[str, Sequence[str]]]:
        """The root ("") and the items that have others below them, each with the keys of those."""
        return [(path, keys) for path in ("", *self.groups) if (keys := self.children(path))]

    @cached_property
    def _by_type(self) -> dict[type, list[int]]:
        found: dict[type, list[int]] = {}
        for number, item in enumerate(self.items):
            found.setdefault(type(item.action), []).append(number)
        return found

    def actions(self, *kinds: type) -> Sequence[tuple[int, Action]]:
        """The items' actions of these types, each with its item's number, in order."""
        found = self._actions.get(kinds)
        if found is None:
            numbers = [number for kind in kinds for number in self._by_type.get(kind, ())]
            numbers.sort()
            found = self._actions[kinds] = [(number, self.items[number].action) for number in numbers]
        return found

    def calls(self) -> Sequence[tuple[int, Call]]:
        """The calls, each with its item's number."""
        return self.actions(Call)  # type: ignore[return-value]

    def messages(self) -> Sequence[tuple[int, Sms]]:
        """The SMS, each with its item's number."""
        return self.actions(Sms)  # type: ignore[return-value]

    def speeches(self) -> Sequence[tuple[Path, Speech, Span]]:
        """What is spoken: START TEXT, MENU TEXT, the items' texts and END TEXT, each with its path and place."""
        return self._speeches

    @cached_property
    def _speeches(self) -> list[tuple[Path, Speech, Span]]:
        spans = self.reading.spans
        found: list[tuple[Path, Speech, Span]] = []
        for field in ("start_text", "menu_text"):
            if (field,) in spans:
                found.append(((field,), getattr(self.menu, field), spans[field,]))
        for number, action in self.actions(Say):
            path = ("items", number, "action", "text")
            found.append((path, action.text, self.item_span(number, "action")))  # type: ignore[union-attr]
        if ("end_text",) in spans:
            found.append((("end_text",), self.menu.end_text, spans["end_text",]))
        return found

    @cached_property
    def run_on_lines(self) -> list[tuple[Span, Span]]:
        """The lines without a key inside the menu (IVR-14), each with the first line of the text it goes on with."""
        found = []
        for path, _, span in self._speeches:
            if path[0] in ("start_text", "end_text") or "\n" not in self.words(span):
                continue
            first, *rest = (Span(*line.span()) for line in _LINE.finditer(self.source, span.start, span.end))
            found += [(line, first) for line in rest]
        return found

    def outline(self, span: Span) -> Outline:
        """The keys that the text at a span names, at a glance."""
        found = self._outlines.get(span)
        if found is None:
            found = self._outlines[span] = outline(self.words(span))
        return found

    def mentions(self, span: Span) -> list[Mention]:
        """The keys that the text at a span names."""
        found = self._mentions.get(span)
        if found is None:
            found = self._mentions[span] = mentions(self.source, span)
        return found

    def item_at(self, offset: int) -> str | None:
        """The key of the item that stands at an offset of what was written; configuration ignores rules by item."""
        if self.whole is not None:
            offset = self.whole.there(offset)
        from bisect import bisect_right

        number = bisect_right(self._item_starts, offset) - 1
        if number > 0 and self.item_span(number - 1).end >= offset:
            number -= 1
        if number < 0 or self.item_span(number).end < offset:
            return None
        return self.items[number].key

    @cached_property
    def _item_starts(self) -> list[int]:
        return [self.item_span(number).start for number in range(len(self.items))]


#: Of the rules of messages those that hold for a text that is spoken.
_OF_TEXTS = ("FIL001", "FIL002", "FIL005", "FIL006", "FIL007", "VOX005")

_MIXED = regex("[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")


def _is_dear(text: str) -> bool:
    """Whether a text may take an SMS into one more part, or is of two alphabets: no other is looked at."""
    if text.isascii():
        return len(text) > 80 and any(sign in text for sign in "^{}\\[~]|")
    return len(text) > 35 or _MIXED.search(text) is not None


def _text(text: str, start: int, channel: str = "call", only: tuple[str, ...] = _OF_TEXTS) -> Embedded:
    """A text of the menu as that of a call, or of another channel."""

    def span(inside: Span) -> Span:
        return Span(start + inside.start, start + inside.end)

    def edit(inside: Edit) -> Edit:
        return Edit(span(inside.span), inside.text)

    return Embedded("message", text, span, edit, {"channel": channel}, only)


def is_label(key: str) -> bool:
    """Whether a key is a label, which only `err:` can reach (IVR-11)."""
    return key not in ("*", "#", "0") and not key.isdigit()
