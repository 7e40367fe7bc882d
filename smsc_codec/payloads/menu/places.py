"""Where the parts of a menu stand: those of an item are worked out when one is asked for, and mostly none is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.codec import Path, Spans
from smsc_codec.payloads.menu.actions import Places
from smsc_codec.payloads.menu.model import Item
from smsc_codec.payloads.menu.tokens import trimmed

#: An item as read: its value, where its key's token starts, where the action's tokens start and end, the places of
#: the action's parts, and what was wrong.
ReadItem = tuple[Item, int, int, int, Sequence[tuple[Path, int, int]], Sequence[Problem]]


class MenuSpans(Spans):
    """The places of the whole menu: those of its texts, then those of each item."""

    def __init__(self, text: str, places: Places, items: Sequence[ReadItem]) -> None:
        super().__init__(places)
        self._text = text
        self._items = items
        self._inner: dict[object, dict[Path, Span]] = {}

    def __getitem__(self, path: Path) -> Span:
        if len(path) < 2 or path[0] != "items":
            return super().__getitem__(path)
        number, parts = path[1], path[2:]
        if type(number) is not int or not 0 <= number < len(self._items):
            raise KeyError(path)
        item, at, begin, end, inner, _ = self._items[number]
        if parts == ("action",):
            _, begin, end = trimmed(self._text, begin, end)
            return Span(begin, end)
        at = self._text.index(item.key, at)
        if parts == ("key",):
            return Span(at, at + len(item.key))
        if not parts:
            return Span(at, trimmed(self._text, begin, end)[2])
        found = self._inner.get(number)
        if found is None:
            found = {("action", *path): Span(start, stop) for path, start, stop in inner}
            self._inner[number] = found
        return found[parts]

    def __contains__(self, path: object) -> bool:
        try:
            self[path]  # type: ignore[index]
        except (KeyError, TypeError):
            return False
        return True

    def __iter__(self) -> Iterator[Path]:
        yield from super().__iter__()
        for number in range(len(self._items)):
            yield ("items", number)
            yield ("items", number, "key")
            yield ("items", number, "action")
            yield from dict.fromkeys(
                ("items", number, "action", *path) for path, *_ in self._items[number][4]
            )

    def __len__(self) -> int:
        return sum(1 for _ in self)
