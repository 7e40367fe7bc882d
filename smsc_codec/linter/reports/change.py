"""What a fix would do to whole lines: the lines it takes away and those it puts in their place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Fix, Lines
from smsc_codec.linter.reports import place
from smsc_codec.linter.reports.row import WIDEST


class Block(Struct, frozen=True):
    """Neighbouring lines, the first numbered `line` before the fix and `new_line` after it."""

    line: int
    new_line: int
    old: list[str]
    new: list[str]

    @property
    def last(self) -> int:
        """The greatest line number in it."""
        return max(self.line + len(self.old), self.new_line + len(self.new)) - 1


def changes(lines: Lines, fix: Fix) -> Iterator[Block]:
    """The lines that change, in order."""
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        at = place(lines, edit.span)
        if groups and at.line <= groups[-1][1] + 1:
            first, last, edits = groups[-1]
            edits.append(edit)
            groups[-1] = (first, max(last, at.end_line), edits)
        else:
            groups.append((at.line, at.end_line, [edit]))
    moved = 0
    for first, last, edits in groups:
        block = _block(lines, first, last, edits, moved)
        moved += len(block.new) - len(block.old)
        yield block


def _block(lines: Lines, first: int, last: int, edits: list[Edit], moved: int) -> Block:
    # No more than a row can show: what is farther from the edits is neither seen nor changed.
    start = max(lines.span(first).start, edits[0].span.start - WIDEST)
    stop = min(_full_end(lines, last), max(edit.span.end for edit in edits) + WIDEST)
    parts = []
    at = start
    for edit in edits:
        parts += [lines.text[at : edit.span.start], edit.text]
        at = max(at, edit.span.end)
    parts.append(lines.text[at:stop])
    old, new = lines.text[start:stop].split("\n"), "".join(parts).split("\n")
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    old, new, first = old[same:], new[same:], first + same
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    if old == [""] and first == lines.last:
        old = []  # after the last ending there is no line yet
    plain_old, plain_new = [line.rstrip("\r") for line in old], [line.rstrip("\r") for line in new]
    # Endings are told only where they are all that changes.
    if plain_old != plain_new:
        old, new = plain_old, plain_new
    return Block(first, first + moved, old, new)


def _full_end(lines: Lines, line: int) -> int:
    """Where a line ends, before its line feed but after its carriage return."""
    end = lines.span(line).end
    return end + (lines.text[end : end + 1] == "\r")
