"""Near misses: which allowed word a person probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def distance(a: str, b: str, limit: int = 2) -> int:
    """Single-character slips between two words: a character too many, too few, other, or two swapped.

    Words further apart than `limit` give `limit + 1`.
    """
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)


def nearest(word: str, allowed: Iterable[str], limit: int = 2) -> str | None:
    """The one of `allowed` that `word` is nearest to, if it is near at all; case does not count.

    A word of up to three characters must be one slip away, since everything is near to a short word.
    """
    limit = min(limit, 1 if len(word) <= 3 else limit)
    if len(word) > 40:
        return None
    folded = word.casefold()
    best, found = limit + 1, None
    for candidate in allowed:
        far = distance(folded, candidate.casefold(), limit)
        if far < best:
            best, found = far, candidate
    return found
