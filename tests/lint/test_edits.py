"""Edits of fixes: which can be made together, and where everything stands once some are made."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Edit, Finding, Fix, Span
from smsc_codec.linter import fixes
from smsc_codec.linter.kept import _ways, touches
from smsc_codec.payloads.carried import Carried

TEXT = "abcdefgh"


def edit(start: int, end: int, text: str = "") -> Edit:
    return Edit(Span(start, end), text)


@pytest.mark.parametrize(
    ("place", "edits", "after"),
    [
        ((2, 5), [edit(0, 1, "XX")], (3, 6)),
        ((2, 5), [edit(0, 2)], (0, 3)),
        ((2, 5), [edit(2, 2, "XX")], (2, 7)),  # what is written at it belongs to it
        ((2, 5), [edit(1, 3, "X")], (1, 4)),
        ((2, 5), [edit(3, 4, "XYZ")], (2, 7)),
        ((2, 5), [edit(4, 6, "X")], (2, 5)),
        ((2, 5), [edit(4, 6)], (2, 4)),
        ((2, 5), [edit(5, 5, "X")], (2, 6)),
        ((2, 5), [edit(5, 6)], (2, 5)),
        ((2, 5), [edit(5, 6, "X")], (2, 5)),
        ((2, 5), [edit(6, 7, "XX")], (2, 5)),
        ((2, 5), [edit(2, 5)], (2, 2)),
        ((2, 5), [edit(0, 8, "X")], (0, 1)),
        ((2, 5), [edit(0, 8)], (0, 0)),
        ((2, 2), [edit(2, 2, "X")], (2, 3)),
        ((2, 2), [edit(1, 3, "XY")], (1, 3)),
        ((2, 2), [edit(0, 2, "X")], (1, 1)),
        ((2, 5), [edit(0, 1), edit(3, 3, "XX"), edit(5, 8)], (1, 6)),
    ],
)
def test_place_after_edits(place: tuple[int, int], edits: list[Edit], after: tuple[int, int]) -> None:
    """A place moves with what stands before it, and grows and shrinks with what is changed in it."""
    assert fixes.place_after(Span(*place), edits) == Span(*after)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (edit(1, 3), edit(3, 5), False),
        (edit(1, 3), edit(2, 5), True),
        (edit(2, 5), edit(1, 3), True),
        (edit(1, 5), edit(2, 3), True),
        (edit(2, 3), edit(1, 5), True),
        (edit(2, 2, "x"), edit(2, 2, "y"), True),  # who comes first would be chance
        (edit(2, 2, "x"), edit(2, 4), True),
        (edit(4, 4, "x"), edit(2, 4), True),
        (edit(2, 4), edit(4, 4, "x"), True),
        (edit(1, 1, "x"), edit(2, 4), False),
        (edit(5, 5, "x"), edit(2, 4), False),
        (edit(2, 3), edit(2, 3, "x"), True),
    ],
)
def test_edits_that_clash(one: Edit, other: Edit, clash: bool) -> None:
    """Two edits clash where they overlap, or where one is put in at an end of the other."""
    assert fixes._clashes(one, [other]) is clash


@pytest.mark.parametrize(
    ("edits", "kept"),
    [
        ([edit(4, 5, "x"), edit(1, 2)], [edit(1, 2), edit(4, 5, "x")]),
        ([edit(1, 2), edit(1, 2)], [edit(1, 2)]),
        ([edit(1, 3), edit(2, 4)], []),
        ([edit(8, 8, "x")], [edit(8, 8, "x")]),
        ([edit(8, 9, "x")], []),
        ([edit(0, 1, "a")], []),
        ([edit(0, 1, "a"), edit(1, 2, "x")], [edit(0, 1, "a"), edit(1, 2, "x")]),
        ([], []),
    ],
)
def test_edits_of_a_fix(edits: list[Edit], kept: list[Edit]) -> None:
    """In order, each once; none at all where they overlap, leave the text or change nothing."""
    assert fixes._edits(TEXT, Fix("mend", tuple(edits))) == kept


@st.composite
def choices(draw: st.DrawFn) -> list[tuple[Finding, list[Edit]]]:
    """Findings with a fix each, of one or two edits."""
    made = []
    for _ in range(draw(st.integers(0, 5))):
        places = sorted(draw(st.lists(st.integers(0, 8), min_size=2, max_size=4, unique=True)))
        edits = [
            edit(*pair, draw(st.sampled_from(["", "X", "YZ"])))
            for pair in zip(places[::2], places[1::2], strict=False)
        ]
        if draw(st.booleans()):
            edits = [edit(one.span.start, one.span.start, one.text or "V") for one in edits]
        made.append((Finding("GEN001", "x", "error", "m", edits[0].span), edits))
    return made


@settings(max_examples=300, deadline=None)
@given(choices(), st.integers(0, 5))
def test_in_two_lots_as_in_one(found: list[tuple[Finding, list[Edit]]], cut: int) -> None:
    """Fixes that go together make the same text at once, and some first and the others, moved, afterwards."""
    group = fixes._apart(found)
    assert not found or group
    for _, edits in group:
        rest = [one for _, others in group for one in others if one not in edits]
        assert not any(fixes._clashes(one, sorted(rest, key=lambda it: it.span)) for one in edits)
    whole = fixes._together(group)
    at_once = fixes._edited(TEXT, whole)
    first = fixes._together(group[:cut])
    then = fixes._moved(group[cut:], [first])
    assert fixes._edited(fixes._edited(TEXT, first), fixes._together(then)) == at_once
    assert list(whole) == sorted(set(whole), key=lambda it: it.span)


def test_what_an_edit_touches_is_left_out() -> None:
    """A fix that meets what was made already is not moved; one that was made with it is done."""
    finding = Finding("GEN001", "x", "error", "m", Span(2, 3))
    lots = [[edit(2, 4, "X")]]
    assert fixes._moved([(finding, [edit(3, 5)])], lots) == []
    assert fixes._moved([(finding, [edit(2, 4, "X")])], lots) == []
    assert fixes._moved([(finding, [edit(5, 6)])], lots) == [(finding, [edit(4, 5)])]
    assert fixes._moved([(finding, [edit(0, 1)])], lots) == [(finding, [edit(0, 1)])]


@pytest.mark.parametrize(
    ("one", "touched"),
    [
        (edit(0, 2), False),  # taken out before it, or behind it
        (edit(5, 7), False),
        (edit(0, 3), True),
        (edit(4, 7), True),
        (edit(2, 2, "x"), True),  # written beside it
        (edit(5, 5, "x"), True),
        (edit(0, 2, "x"), True),
        (edit(5, 7, "x"), True),
        (edit(0, 1, "x"), False),
        (edit(6, 7, "x"), False),
        (edit(3, 4), True),
    ],
)
def test_what_touches_a_place(one: Edit, touched: bool) -> None:
    """What is written beside a place changes it, too; what is taken out beside it does not."""
    assert touches([one], Span(2, 5)) is touched
    assert touches([edit(0, 0), one] if one.span.start else [one], Span(2, 5)) is touched


@pytest.mark.parametrize(
    ("edits", "ways"),
    [
        ([], {"cde"}),
        ([edit(2, 2, "x")], {"cde", "xcde"}),
        ([edit(5, 5, "x")], {"cde", "cdex"}),
        ([edit(2, 2, "x"), edit(3, 4, "y"), edit(5, 5, "z")], {"cye", "xcye", "cyez", "xcyez"}),
        ([edit(1, 3, "x")], set()),
        ([edit(4, 6)], set()),
        ([edit(0, 2, "x"), edit(5, 7, "y")], {"cde"}),
    ],
)
def test_ways_to_take_edits(edits: list[Edit], ways: set[str]) -> None:
    """What is put in at an end of some words belongs to them or not; an edit over an end is no way at all."""
    found = [words for _, words in _ways(TEXT, Carried(("1",), Span(2, 5)), edits)]
    assert set(found) == ways


def test_ways_to_take_edits_of_no_words() -> None:
    """Where no words stand, both ends are one place: what is put in there is taken once, or not at all."""
    found = [words for _, words in _ways(TEXT, Carried(("1",), Span(2, 2)), [edit(2, 2, "x")])]
    assert set(found) == {"", "x"}
