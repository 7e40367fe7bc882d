"""The pictures of the figures, and the marks in texts, to exact places."""

from __future__ import annotations

from decimal import Decimal

import pytest
from smsc_codec_sandbox import api
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.figures import Bar, Figures
from smsc_codec_sandbox.model import Message
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web.dashboard import chart
from smsc_codec_sandbox.web.texts import Piece, Span, pieces
from test_sandbox_figures import START, message

KINDS = {"sms": "SMS", "call": "call"}


def drawn(*values: dict[str, int]) -> tuple[list[object], list[str], list[int]]:
    """The pieces, the numbers of the axis, and the bars that have a time below."""
    bars = [Bar(60 * number, {}, {}) for number in range(len(values))]
    numbers = [{kind: Decimal(value) for kind, value in one.items()} for one in values]
    made = chart("t", bars, numbers, KINDS, [f"at {number}" for number in range(len(values))])
    shapes: list[object] = [
        (piece.x, piece.y, piece.width, piece.height, piece.kind, piece.told) for piece in made.pieces
    ]
    assert [place for place, _ in made.marks] == [168, 88, 8]
    return shapes, [text for _, text in made.marks], [at // 60 for _, at in made.times]


def test_bars_stand_on_one_another() -> None:
    """A bar has a piece for each kind that there is some of, in the order of the kinds, the first at the foot."""
    shapes, marks, times = drawn({"call": 1, "sms": 3}, {}, {"call": 4})
    assert shapes == [
        (70.4, 72.0, 179.2, 96.0, "sms", "at 0, SMS: 3"),
        (70.4, 40.0, 179.2, 32.0, "call", "at 0, call: 1"),
        (518.4, 40.0, 179.2, 128.0, "call", "at 2, call: 4"),
    ]
    assert (marks, times) == (["0", "2.5", "5"], [0, 1, 2])


def test_places_of_bars() -> None:
    """A bar takes four fifths of its share of the width, in its middle; its time stands there, to a tenth."""
    (one,) = (drawn({"sms": 333})[0],)
    assert one == [(115.2, 61.4, 537.6, 106.6, "sms", "at 0, SMS: 333")]
    shapes = drawn(*[{"sms": 1}] * 11)[0]
    assert shapes[0][:4] == (54.1, 8.0, 48.9, 160.0)  # type: ignore[index]
    assert shapes[10][:4] == (665.0, 8.0, 48.9, 160.0)  # type: ignore[index]
    made = chart("t", [Bar(0, {}, {}), Bar(60, {}, {})], [{}, {"call": Decimal(1)}], KINDS, ["", ""])
    assert (made.times, made.kinds) == ([(216.0, 0), (552.0, 60)], [("call", "call")])
    assert chart("t", [], [], KINDS, []).pieces == []


@pytest.mark.parametrize(
    ("most", "top"),
    [(0, "1"), (1, "1"), (2, "2"), (3, "5"), (5, "5"), (6, "10"), (10, "10"), (11, "20"), (999, "1000")],
)
def test_axes_end_at_round_numbers(most: int, top: str) -> None:
    """An axis ends at one, two or five times a power of ten, the least that is enough."""
    assert drawn({"sms": most})[1][2] == top


@pytest.mark.parametrize(("many", "every"), [(1, 1), (6, 1), (11, 1), (12, 2), (48, 8)])
def test_times_do_not_stand_too_close(many: int, every: int) -> None:
    """Of many bars every sixth part has its time below."""
    assert drawn(*[{"sms": 1}] * many)[2] == [*range(0, many, every)]


@pytest.mark.parametrize(("minutes", "step", "many"), [(48, 1, 48), (49, 5, 10), (240, 5, 48), (241, 15, 17)])
def test_so_many_bars(minutes: int, step: int, many: int) -> None:
    """Minutes are put together when there would be more than 48 bars."""
    store = Store()
    made = Figures(store)
    begin = START - START % 86_400
    rows: list[Message] = [message(1, begin), message(2, begin + 60 * (minutes - 1))]
    store.add(rows)
    assert (made.bars()[0], len(made.bars()[1])) == (step, many)
    store.close()


@pytest.mark.parametrize(
    ("found", "start", "end", "made"),
    [
        ([], 0, None, [Piece("abcdef")]),
        ([], 2, 4, [Piece("cd")]),
        ([Span(1, 3, 1, "info")], 0, None, [Piece("a"), Piece("bc", (1,), "info"), Piece("def")]),
        ([Span(0, 0, 1, "error")], 0, None, [Piece("", carets=(1,)), Piece("abcdef")]),
        ([Span(0, 0, 1, "error")], 2, None, [Piece("cdef")]),
        ([Span(6, 6, 1, "error")], 0, None, [Piece("abcdef", carets=(1,))]),
        (
            [Span(0, 4, 1, "info"), Span(2, 6, 2, "error"), Span(4, 4, 3, "info")], 0, None,
            [Piece("ab", (1,), "info"), Piece("cd", (1, 2), "error", (3,)), Piece("ef", (2,), "error")],
        ),
    ],
)  # fmt: skip
def test_marks_in_a_text(found: list[Span], start: int, end: int | None, made: list[Piece]) -> None:
    """A text is cut where findings begin and end; the gravest says the colour; a place without text has a caret."""
    assert pieces("abcdef", found, start, end) == made


def test_forgetting_wants_no_words() -> None:
    """Everything is forgotten whatever the body says, or where there is none."""
    for body in (b"", b"{}", b"x"):
        assert api.answer(Service(settled({})), "POST", "/sandbox/api/clear", "", body).status == 200
    assert api.answer(Service(settled({})), "POST", "/sandbox/api/advance", "", b"").status == 400
