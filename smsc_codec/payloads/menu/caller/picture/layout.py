"""Where the boxes and edges of a picture stand: a tree from left to right, and the other edges around its boxes.

All boxes of a column are equally wide, so nothing stands in the gutters between columns: every edge runs there, or
below all boxes.
"""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.payloads.menu.caller.picture.sketch import Box, Edge, Sketch
from smsc_codec.payloads.menu.caller.picture.words import Row, rows

WIDTH, GUTTER, GAP, MARGIN = 280, 76, 14, 24
ROW, PADDING = 18, 9
#: From an edge in a gutter to the next one.
LANE = 8


class Place(Struct, frozen=True):
    """Where a box stands, in pixels from the upper left, and the rows of text in it."""

    box: Box
    column: int
    x: float
    y: float
    height: float
    rows: tuple[Row, ...]

    @property
    def middle(self) -> float:
        """The height at which edges come and go."""
        return self.y + self.height / 2


class Line(Struct, frozen=True):
    """Where an edge runs: an SVG path from box to box, from `start` to `end`."""

    edge: Edge
    path: str
    start: tuple[float, float]
    end: tuple[float, float]


class Layout(Struct, frozen=True):
    """The picture with all its places, `width` by `height` pixels."""

    width: float
    height: float
    places: tuple[Place, ...]
    lines: tuple[Line, ...]


def layout(sketch: Sketch, top: float = 0) -> Layout:
    """Put every box beside its parent, in the middle of what stands beside it; `top` pixels are left free above."""
    boxes = {box.key: box for box in sketch.boxes}
    children: dict[str, list[str]] = {key: [] for key in boxes}
    column: dict[str, int] = {}
    for box in sketch.boxes:  # each behind its parent
        column[box.key] = 0 if box.parent is None else column[box.parent] + 1
        if box.parent is not None:
            children[box.parent].append(box.key)
    texts = {key: rows(box, WIDTH - 2 * PADDING) for key, box in boxes.items()}
    height = {key: len(text) * ROW + 2 * PADDING for key, text in texts.items()}
    band: dict[str, float] = {}
    for box in reversed(sketch.boxes):
        band[box.key] = max(height[box.key], _stacked([band[child] for child in children[box.key]]))
    begin: dict[str, float] = {"": MARGIN + top}
    places = {}
    for box in sketch.boxes:
        key = box.key
        inside = _stacked([band[child] for child in children[key]])
        y = begin[key] + (band[key] - inside) / 2
        for child in children[key]:
            begin[child] = y
            y += band[child] + GAP
        x = MARGIN + column[key] * (WIDTH + GUTTER)
        there = begin[key] + (band[key] - height[key]) / 2
        places[key] = Place(box, column[key], x, there, height[key], tuple(texts[key]))
    bottom = MARGIN + top + band[""] + MARGIN / 2
    router = _Router(bottom)
    lines = tuple(router.line(edge, places[edge.source], places[edge.target]) for edge in sketch.edges)
    wide = max(place.x for place in places.values()) + WIDTH + MARGIN
    if any(line.edge.kind != "key" for line in lines):
        wide += GUTTER / 2
    return Layout(wide, router.bottom + MARGIN / 2, tuple(places.values()), lines)


def _stacked(heights: list[float]) -> float:
    return sum(heights) + GAP * (len(heights) - 1) if heights else 0.0


class _Router:
    """Finds the way of each edge; those that go up and down in the same gutter get lanes of their own."""

    def __init__(self, bottom: float) -> None:
        self.bottom = bottom
        self._used: dict[int, int] = {}

    def line(self, edge: Edge, source: Place, target: Place) -> Line:
        if target.column == source.column + 1:
            start, end = (source.x + WIDTH, source.middle), (target.x, target.middle)
            return Line(edge, _curve(start, end), start, end)
        if target.column == source.column - 1:
            start, end = (source.x, source.middle + 5), (target.x + WIDTH, target.middle + 5)
            return Line(edge, _curve(start, end), start, end)
        start = (source.x + WIDTH, source.middle + 5)
        end = (target.x + WIDTH, target.middle - (5 if target is not source else 3))
        if target.column == source.column:
            lane = self._lane(source.column)
            return Line(edge, _around([start, (lane, start[1]), (lane, end[1]), end]), start, end)
        out, home = self._lane(source.column), self._lane(target.column)
        below = self.bottom
        self.bottom += LANE
        bends = [start, (out, start[1]), (out, below), (home, below), (home, end[1]), end]
        return Line(edge, _around(bends), start, end)

    def _lane(self, column: int) -> float:
        used = self._used.get(column, 0)
        self._used[column] = used + 1
        lanes = int((GUTTER - 36) // LANE)
        return MARGIN + column * (WIDTH + GUTTER) + WIDTH + 18 + (used % lanes) * LANE


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    half = (start[0] + end[0]) / 2
    bend = f"C{_n(half)},{_n(start[1])} {_n(half)},{_n(end[1])}"
    return f"M{_n(start[0])},{_n(start[1])} {bend} {_n(end[0])},{_n(end[1])}"


def _around(bends: list[tuple[float, float]], radius: float = 6) -> str:
    """A way along straight lines with round corners."""
    path = [f"M{_n(bends[0][0])},{_n(bends[0][1])}"]
    for before, at, after in zip(bends, bends[1:], bends[2:], strict=False):
        into, out = _towards(at, before, radius), _towards(at, after, radius)
        path.append(f"L{_n(into[0])},{_n(into[1])} Q{_n(at[0])},{_n(at[1])} {_n(out[0])},{_n(out[1])}")
    path.append(f"L{_n(bends[-1][0])},{_n(bends[-1][1])}")
    return " ".join(path)


def _towards(at: tuple[float, float], other: tuple[float, float], radius: float) -> tuple[float, float]:
    """A point near a corner on the way to another, at most half way."""

    def near(a: float, b: float) -> float:
        step = min(radius, abs(b - a) / 2)
        return a + step if b > a else a - step if b < a else a

    return near(at[0], other[0]), near(at[1], other[1])


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
