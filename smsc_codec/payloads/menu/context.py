"""What a menu's rules are given, and what several of them share: one walk over the menu finds what there is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from smsc_codec.diagnostics import Edit, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.codec import Embedded
from smsc_codec.payloads.files import Speech
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import is_path as is_path
from smsc_codec.payloads.menu.meant import understand
from smsc_codec.payloads.menu.model import Action, Item, Menu, Say, Sms, Unread
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.read import read
from smsc_codec.payloads.menu.spoken import Spoken
from smsc_codec.payloads.menu.words import COMMANDS, RESERVED
from smsc_codec.text.traits import MIXED, ODD, traits

_LINE = regex(r"[^\s][^\r\n]*")


#: What a menu may have besides actions of some type, problems of some kind and some signs (`MenuContext.has`).
LABEL, SUB_ITEM, ODD_KEY, AGAIN = "label", "sub-item", "odd-key", "key-again"
EMPTY, RUN_ON, DOUBTFUL, END_TEXT, COMMENT = "empty", "run-on", "doubtful", "end-text", "comment"
_SIGNS = ("$", "<", "[", "&lt;", "~~", "param")

Kind = TypeVar("Kind", bound=Action)


class MenuContext:
    """One menu file as its rules see it."""

    def __init__(self, source: str, options: MenuOptions) -> None:
        #: What was written otherwise than it was meant, and the way back to it: the rules see what was meant.
        self.whole = understand(source)
        self.source = source if self.whole is None else self.whole.text
        self.options = options
        #: Whether it is so far above the service's 1000 characters that its flow is not worth exploring.
        self.oversized = len(self.source) > 50_000
        self.reading = read(self.source)
        self.menu: Menu = self.reading.value or Menu()
        self.items: tuple[Item, ...] = self.menu.items
        #: The menu as a machine, and where a call can go in it.
        self.graph = Graph(self.items, options)
        #: The numbers of the items of each key, in order: an item may be repeated (IVR-5).
        self.groups: dict[str, list[int]] = self.graph.machine.groups
        #: The root ("") and the items that have others below them, each with the last digits of those.
        self.levels: list[tuple[str, str]] = [
            (path, digits)
            for path, digits in self.graph.machine.below.items()
            if path == "" or path in self.groups
        ]
        #: The keys that are paths of digits, and those that are labels.
        self.paths: list[str] = []
        self.labels: list[str] = []
        #: The keys of several items, with their numbers.
        self.repeated: list[tuple[str, list[int]]] = []
        #: What is spoken, in order: the texts around the items by their fields, those of items by their numbers.
        self.texts: dict[str | int, Spoken] = {}
        #: The items' texts that may have been meant as commands or addresses.
        self.doubtful: list[Spoken] = []
        #: What the rules of one module share, by a name of theirs.
        self.memo: dict[str, Any] = {}
        self._by_kind: dict[type, list[tuple[int, Any]]] = {}
        #: What there is in it: a rule is not asked that is about something else (`Rule.about`).
        self.has: set[object] = {problem.kind for problem in self.reading.problems}
        self._look()

    def _look(self) -> None:
        """The one walk over the menu, for all rules."""
        has, menu, spans, by_kind = self.has, self.menu, self.reading.spans, self._by_kind
        for field, speech in (("start_text", menu.start_text), ("menu_text", menu.menu_text)):
            if speech:
                self.texts[field] = Spoken(self.source, spans, (field,), speech)
        if not isinstance(menu.menu_text, str) or "\n" in menu.menu_text:
            has.add(RUN_ON)
        for number, item in enumerate(self.items):
            action = item.action
            if type(action) is Say:
                self._hear(number, action.text)
            if type(action) in by_kind:
                by_kind[type(action)].append((number, action))
            else:
                by_kind[type(action)] = [(number, action)]
        if menu.end_text:
            self.texts["end_text"] = Spoken(self.source, spans, ("end_text",), menu.end_text)
            has.add(END_TEXT)
        if menu.comment is not None:
            has.add(COMMENT)
        for key in self.groups:
            if is_path(key):
                self.paths.append(key)
                if len(key) > 1:
                    has.add(SUB_ITEM)
            elif key not in RESERVED:
                if key.isdigit():
                    has.add(ODD_KEY)
                else:
                    self.labels.append(key)
        if self.labels:
            has.add(LABEL)
        if len(self.groups) < len(self.items):
            has.add(AGAIN)
            self.repeated = [(key, numbers) for key, numbers in self.groups.items() if len(numbers) > 1]
        has.update(by_kind)
        has.update([sign for sign in _SIGNS if sign in self.source])
        has |= traits(self.source)

    def _hear(self, number: int, speech: Speech) -> None:
        """An item's text."""
        if not speech:
            self.has.add(EMPTY)
            return
        text = self.texts[number] = Spoken(
            self.source, self.reading.spans, ("items", number, "action"), speech, number
        )
        if not isinstance(speech, str):
            self.has.update((RUN_ON, DOUBTFUL))
            self.doubtful.append(text)
            return
        if "\n" in speech:
            self.has.add(RUN_ON)
        if " " not in speech or (speech < "{" and _is_doubtful(speech)):
            self.has.add(DOUBTFUL)
            self.doubtful.append(text)

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
        mixed = MIXED in self.has
        lost = ODD in self.has and not _is_carried(self.source)
        if mixed or lost or not self.has.isdisjoint(_OF_FILES) or self.source.count("{") > 1:
            for spoken in self.texts.values():
                text = spoken.written
                if lost and not _is_carried(text):
                    lost = False  # one is enough
                    yield _text(text, spoken.span.start, only=("REQ009",))
                if mixed or "<" in text or "[" in text or "&lt;" in text or "{" in text:
                    yield _text(text, spoken.span.start)
        for number, action in self.actions(Sms):
            if _is_dear(action.text, mixed):
                span = self.item_span(number, "action", "text")
                yield _text(self.words(span), span.start, "sms", ("LST013", "LST014"))

    @property
    def dialling(self) -> Span | None:
        """What stands after the menu where the parameters of the call belong."""
        return self.trimmed(self.span("comment")) if COMMENT in self.has else None

    @property
    def spoken(self) -> Span | None:
        """The END TEXT, without white space after it."""
        text = self.texts.get("end_text")
        return Span(text.span.start, self.trimmed(text.span).end) if text else None

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

    @property
    def has_unread(self) -> bool:
        """Whether an item could not be read, so that what it does is not known."""
        return Unread in self.has

    @cached_property
    def structure(self) -> list[Span]:
        """The places where nothing is there to be heard: keys, numbers, parameters, senders."""
        from smsc_codec.payloads.menu.structure import structure

        return structure(self)

    @cached_property
    def mistyped_labels(self) -> set[str]:
        """What the labels that hold foreign letters were probably meant to be."""
        return {edit.text for p in self.problems("invalid-label") for fix in p.fixes for edit in fix.edits}

    def children(self, path: str) -> Sequence[str]:
        """The keys of the items right below an item ("" is the root), in the order of the source."""
        return [path + key for key in self.graph.machine.children(path)]

    def actions(self, kind: type[Kind]) -> Sequence[tuple[int, Kind]]:
        """The items' actions of a type, each with its item's number, in order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def run_on_lines(self) -> list[tuple[Span, Span]]:
        """The lines without a key inside the menu (IVR-14), each with the first line of the text it goes on with."""
        found = []
        for text in self.texts.values():
            if text.path[0] in ("start_text", "end_text") or "\n" not in text.words:
                continue
            first, *rest = (
                Span(*line.span()) for line in _LINE.finditer(self.source, text.span.start, text.span.end)
            )
            found += [(line, first) for line in rest]
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


def _is_doubtful(speech: str) -> bool:
    """Whether a text of several words, the first in Latin letters, may have been meant as a command or an address."""
    if ":" in speech or ";" in speech or "=" in speech or speech.startswith(COMMANDS):
        return True
    return speech[:3].lower() in ("url", "htt")


#: Signs that what may be a file begins with; a brace does, too.
_OF_FILES = ("<", "[", "&lt;")
#: Of the rules of messages those that hold for a text that is spoken.
_OF_TEXTS = (
    "FIL001", "FIL002", "FIL005", "FIL006", "FIL007", "LST014", "MAI002", "MAI005", "VOX004", "VOX005",
)  # fmt: skip


def _is_dear(text: str, mixed: bool) -> bool:
    """Whether a text may take an SMS into one more part, or into two alphabets where some text is `mixed` so."""
    if text.isascii():
        return len(text) > 80 and any(sign in text for sign in "^{}\\[~]|")
    return len(text) > 35 or (mixed and MIXED in traits(text))


def _is_carried(text: str) -> bool:
    """Whether the charset that requests have by default carries what is seen of a text (REQ-6)."""
    try:
        text.encode("windows-1251")
    except UnicodeEncodeError as error:
        return error.end - error.start == 1 and not text[error.start].isprintable()
    return True


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
