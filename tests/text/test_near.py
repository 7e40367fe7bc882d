"""Near misses: how far two words are apart, and which of several is meant."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec.text.near import distance, nearest


def slips(a: str, b: str) -> int:
    """The fewest slips between two words, by their definition: each way tried, from the ends."""

    @cache
    def left(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        ways = [left(i - 1, j) + 1, left(i, j - 1) + 1, left(i - 1, j - 1) + (a[i - 1] != b[j - 1])]
        if a[i - 2 : i] == b[j - 2 : j][::-1] and min(i, j) > 1:
            ways.append(left(i - 2, j - 2) + 1)
        return min(ways)

    return left(len(a), len(b))


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 4))
def test_distance(a: str, b: str, limit: int) -> None:
    """A character too many, too few, other, or two swapped, each counts one; beyond the limit it is one more."""
    assert distance(a, b, limit) == min(slips(a, b), limit + 1)


@pytest.mark.parametrize(
    ("a", "b", "far"),
    [
        ("", "", 0), ("wait", "wait", 0), ("wait", "wiat", 1), ("wait", "wat", 1), ("wait", "waiit", 1),
        ("wait", "vait", 1), ("wait", "wt", 2), ("wait", "w", 3), ("wait", "", 3), ("ab", "ba", 1), ("abcd", "badc", 2),
        ("abc", "ca", 3), ("record", "recrod", 1), ("aaa", "a", 2), ("aa", "aaaa", 2),
    ],
)  # fmt: skip
def test_near_words(a: str, b: str, far: int) -> None:
    """By hand, with the limit that is used where none is given: 2."""
    assert (distance(a, b), distance(b, a)) == (far, far)


@pytest.mark.parametrize(
    ("word", "allowed", "limit", "meant"),
    [
        ("wiat", ("wait", "ok"), 2, "wait"),
        ("WAIT", ("wait",), 0, "wait"),
        ("vait", ("wait",), 0, None),
        ("ok", ("err", "ok"), 2, "ok"),
        ("ero", ("err",), 2, "err"),  # three characters, one slip
        ("eor", ("err",), 2, "err"),
        ("exx", ("err",), 2, None),  # two slips
        ("exxr", ("errr",), 2, "errr"),  # four characters
        ("exxx", ("errr",), 2, None),
        ("exxx", ("errr",), 3, "errr"),
        ("recrod", ("recorder", "record"), 2, "record"),
        ("ab1d", ("abed", "abcd"), 2, "abed"),  # of equals the first
        ("x", ("a",), 2, "a"),
        ("x", ("ab",), 2, None),
        ("wait", (), 2, None),
        ("a" * 40, ("a" * 39,), 2, "a" * 39),
        ("a" * 41, ("a" * 41,), 2, None),
    ],
)
def test_nearest(word: str, allowed: tuple[str, ...], limit: int, meant: str | None) -> None:
    """The nearest within the limit, in any case; to a word of three characters what is one slip away at most."""
    assert nearest(word, allowed, limit) == meant


def test_the_limit_is_two_slips() -> None:
    """Where none is given."""
    assert nearest("recxxd", ("record",)) == "record"
    assert nearest("rexxxd", ("record",)) is None
