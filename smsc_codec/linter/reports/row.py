"""One source line on the terminal: cut to the part that matters, and where each of its characters went."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from smsc_codec.diagnostics import Span
from smsc_codec.linter.reports.width import is_plain

#: A line longer than this is cut even where nothing limits it: one line of a megabyte may have many findings.
WIDEST = 1000
_DOTS = "..."


class Row:
    """The line at `line` in fewer than `room` columns, cut so that its characters `first` to `last` show.

    Only what can be shown is looked at, so the cost does not grow with the line.
    """

    def __init__(self, text: str, line: Span, first: int, last: int, room: int) -> None:
        room -= 1  # for the caret of a problem at the very end
        last = min(last, first + room)
        self._low = max(0, first - room)
        length = line.end - line.start
        self._high = min(length, last + room)
        seen = text[line.start + self._low : line.start + self._high]
        shown: Sequence[str] = seen
        #: Where each cell begins and the last one ends, and which cell each character is in.
        self._edges: Sequence[int] = range(len(seen) + 1)
        self._owner: Sequence[int] = self._edges
        if not is_plain(seen):
            shown, self._edges, self._owner = _measured(seen)
        total = self._edges[-1]

        start = self._edges[self._cell(first)]
        end = self._edges[self._cell(last)]
        context = max((room - (end - start)) // 2, 10)
        left = max(0, min(start - context, total - room))
        self._cut_left = self._low > 0 or left > 0
        self._cut_right = self._high < length or left + room < total
        if self._cut_left:
            self._begin = bisect_left(self._edges, left + len(_DOTS))
        else:
            self._begin = 0
        if self._cut_right:
            self._stop = bisect_right(self._edges, left + room - len(_DOTS)) - 1
        else:
            self._stop = len(shown)
        self._shift = len(_DOTS) * self._cut_left - self._edges[self._begin]
        inner = "".join(shown[self._begin : self._stop])
        self.text = _DOTS * self._cut_left + inner + _DOTS * self._cut_right

    def _cell(self, character: int) -> int:
        return self._owner[min(max(character, self._low), self._high) - self._low]

    def columns(self, start: int, end: int) -> tuple[int, int]:
        """The first column of the characters `start` to `end` and the one after their last.

        What was cut off is at the dots.
        """
        cell = self._cell(start)
        if cell < self._begin:
            left = 0
        else:
            left = self._edges[min(cell, self._stop)] + self._shift
        if end <= start:
            return left, left + 1
        cell = self._cell(end - 1)
        if cell < self._begin:
            right = len(_DOTS)
        elif cell >= self._stop:
            right = self._edges[self._stop] + self._shift + len(_DOTS) * self._cut_right
        else:
            right = self._edges[cell + 1] + self._shift
        return left, max(right, left + 1)


def _measured(text: str) -> tuple[list[str], list[int], list[int]]:
    """What a text's cells show, where they begin and the last one ends, and which cell each character is in."""
    from smsc_codec.linter.reports.cells import cells

    found = list(cells(text))
    owner = [index for index, (_, _, characters) in enumerate(found) for _ in range(characters)]
    edges = list(accumulate((width for _, width, _ in found), initial=0))
    return [shown for shown, _, _ in found], edges, [*owner, len(found)]
