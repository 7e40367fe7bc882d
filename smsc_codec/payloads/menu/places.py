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
        self._inner: dict[int, dict[Path, Span]] = {}

    def item(self, number: int) -> dict[Path, Span]:
        """The places of an item and its parts, by what stands behind its number in their paths."""
        found = self._inner.get(number)
        if found is None:
            if number not in range(len(self._items)):
                raise KeyError(number)
            item, at, begin, end, parts, _ = self._items[number]
            at = self._text.index(item.key, at)
            _, begin, end = trimmed(self._text, begin, end)
            found = self._inner[number] = {
                (): Span(at, end),
                ("key",): Span(at, at + len(item.key)),
                ("action",): Span(begin, end),
            }
            for path, start, stop in parts:
                found["action", *path] = Span(start, stop)
        return found

    def __getitem__(self, path: Path) -> Span:
        if len(path) > 1 and path[0] == "items":
            return self.item(path[1])[path[2:]]  # type: ignore[arg-type]
        return super().__getitem__(path)

    def __contains__(self, path: object) -> bool:
        try:
            self[path]  # type: ignore[index]
        except (KeyError, TypeError):
            return False
        return True

    def __iter__(self) -> Iterator[Path]:
        yield from super().__iter__()
        for number in range(len(self._items)):
            for path in self.item(number):
                yield ("items", number, *path)

    def __len__(self) -> int:
        return super().__len__() + sum(len(self.item(number)) for number in range(len(self._items)))
