"""A unified diff in linear time: difflib alone takes minutes for a hundred thousand lines with many changes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from smsc_codec.linter.reports.width import visible

#: Lines `[0]` to `[1]` of the old text became lines `[2]` to `[3]` of the new one; between changes all is equal.
Change = tuple[int, int, int, int]

_CONTEXT = 3
#: How many lines are compared at once: the two texts are brought together again if this many lines can tell how.
_WINDOW = 200


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The diff, line by line.

    Only a line feed ends a line, so a carriage return stays part of its line and a change of endings shows; a
    missing ending at the end of a text is told as `patch` expects it. What a terminal would obey or hide is written
    out, but for tabs and for the carriage return of a line's ending.
    """
    old, new = _lines(before), _lines(after)
    hunks = list(_hunks(_changes(old, new)))
    if hunks:
        yield from (f"--- a/{visible(path)}\n", f"+++ b/{visible(path)}\n")
    for hunk in hunks:
        (first, _, new_first, _), (_, last, _, new_last) = hunk[0], hunk[-1]
        above = min(_CONTEXT, first)
        below = min(_CONTEXT, len(old) - last)
        yield f"@@ -{_range(first - above, last + below)} +{_range(new_first - above, new_last + below)} @@\n"
        at = first - above
        for start, end, new_start, new_end in hunk:
            yield from _signed(" ", old[at:start])
            yield from _signed("-", old[start:end])
            yield from _signed("+", new[new_start:new_end])
            at = end
        yield from _signed(" ", old[at : at + below])


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    i, j, i_end, j_end = 0, 0, len(old), len(new)
    while i_end and j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    while True:
        while i < i_end and j < j_end and old[i] == new[j]:
            i, j = i + 1, j + 1
        if i >= i_end and j >= j_end:
            return
        some, others = old[i : min(i + _WINDOW, i_end)], new[j : min(j + _WINDOW, j_end)]
        blocks = SequenceMatcher(None, some, others).get_matching_blocks()
        if i + len(some) < i_end or j + len(others) < j_end:
            # The next window begins at the last thing in common, if there is any.
            blocks = blocks[:-1] or blocks
        at, its = 0, 0
        for block in blocks:
            if block.a > at or block.b > its:
                yield i + at, i + block.a, j + its, j + block.b
            at, its = block.a + block.size, block.b + block.size
        i, j = i + at, j + its


def _hunks(changes: Iterator[Change]) -> Iterator[list[Change]]:
    """Changes so near to each other that their contexts meet."""
    hunk: list[Change] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _range(start: int, end: int) -> str:
    """A hunk's lines as the format counts them: from 1, but an empty range names the line before it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + bool(length)},{length}"


def _signed(sign: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        words = line.removesuffix("\n")
        plain = words.removesuffix("\r")
        ending = words[len(plain) :] + "\n"
        yield f"{sign}{plain if plain.isprintable() and '##' not in plain else _visible(plain)}{ending}"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _visible(line: str) -> str:
    return "\t".join(map(visible, line.split("\t")))
