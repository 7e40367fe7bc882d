"""A unified diff in linear time and bounded memory: difflib takes minutes for a long text with many changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from difflib import SequenceMatcher

from smsc_codec.linter.reports import harmless
from smsc_codec.linter.reports.width import visible
from smsc_codec.secrets import blotted
from smsc_codec.secrets.told import Hidden

#: Lines `[0]` to `[1]` of the old text became lines `[2]` to `[3]` of the new one; between changes all is equal.
Change = tuple[int, int, int, int]

_CONTEXT = 3
#: So many of the last lines are searched for secrets: the name of one may stand some lines above it.
_TELLING = 50
#: How many lines are compared at once: the two texts are brought together again if this many lines can tell how.
_WINDOW = 200
#: A longer hunk is told in pieces, which have no lines around their changes.
_LONGEST = 10_000


def diff(path: str, before: str, after: str) -> str:
    """What changed, as a unified diff; empty if nothing did.

    `patch` takes it, but where it holds a secret, or what a terminal or a CI log would obey or hide: it is shown
    otherwise there.
    """
    made = Unified(path)
    return "".join([*made.add(before, after), *made.end()])


class Unified:
    """The diff of a text that is given in blocks, each of whole lines, before and after.

    Only a line feed ends a line, so a carriage return stays part of its line and a change of endings shows; a
    missing ending at the end of a text is told as `patch` expects it. What a terminal would obey or hide is written
    out, but for tabs and for the carriage return of a line's ending.
    """

    def __init__(self, path: str) -> None:
        self._head = f"--- a/{visible(path)}\n+++ b/{visible(path)}\n"
        #: How many lines of each text have been gone through.
        self._old = self._new = 0
        #: The last equal lines before a hunk, its lines so far, and the equal ones since its last change.
        self._above: deque[str] = deque(maxlen=_CONTEXT)
        self._hunk: list[str] = []
        self._equal: list[str] = []
        #: How many lines of each text, and how many of both before the first change, the hunk has.
        self._olds = self._news = self._lead = 0

    def add(self, before: str, after: str) -> Iterator[str]:
        """What can be told after one more block."""
        if before == after and not self._hunk:
            return self._pass(before)
        old, new = Hidden(before), Hidden(after)
        return self._add(_lines(old.beside(new)), _lines(new.beside(old)))

    def end(self) -> Iterator[str]:
        """What is left to tell when there is no more."""
        if self._hunk:
            yield self._closed()

    def _pass(self, text: str) -> Iterator[str]:
        """Go through a block that is far from any change: its last lines alone may be shown."""
        lines = text.count("\n") + (text[-1:] not in ("", "\n"))
        self._old += lines
        self._new += lines
        at = len(text)
        for _ in range(_TELLING):
            at = max(text.rfind("\n", 0, at), 0)
        self._above.extend(_lines(blotted(text[at:]))[-_CONTEXT:])
        return iter(())

    def _add(self, old: list[str], new: list[str]) -> Iterator[str]:
        at = 0
        for start, end, new_start, new_end in _changes(old, new):
            yield from self._same(old[at:start])
            if not self._hunk:
                self._lead = self._olds = self._news = len(self._above)
                self._hunk = [" " + line for line in self._above]
            else:
                self._take(" ", self._equal)
            self._equal = []
            self._take("-", old[start:end])
            self._take("+", new[new_start:new_end])
            at = end
            if len(self._hunk) > _LONGEST:
                yield self._closed(whole=False)
        yield from self._same(old[at:])

    def _same(self, lines: list[str]) -> Iterator[str]:
        self._old += len(lines)
        self._new += len(lines)
        if self._hunk:
            self._equal += lines
            if len(self._equal) > 2 * _CONTEXT:
                yield self._closed()
        else:
            self._above.extend(lines[-_CONTEXT:])

    def _take(self, sign: str, lines: list[str]) -> None:
        self._hunk += [sign + line for line in lines]
        if sign != "+":
            self._olds += len(lines)
        if sign != "-":
            self._news += len(lines)
        if sign == "-":
            self._old += len(lines)
        if sign == "+":
            self._new += len(lines)

    def _closed(self, *, whole: bool = True) -> str:
        """The hunk as it is told, with the lines around it, or where it is not `whole` without them."""
        equal, past = self._equal, len(self._equal)
        if whole:
            self._take(" ", equal[:_CONTEXT])
            past -= len(equal[:_CONTEXT])
        else:
            del self._hunk[: self._lead]
            self._olds -= self._lead
            self._news -= self._lead
        first, new_first = self._old - past - self._olds, self._new - past - self._news
        places = f"-{_range(first, first + self._olds)} +{_range(new_first, new_first + self._news)}"
        told = f"{self._head}@@ {places} @@\n" + "".join(map(_shown, self._hunk))
        self._head = ""
        self._hunk, self._equal = [], []
        self._above.clear()
        self._above.extend(equal[-_CONTEXT:])
        return harmless(told)


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
        at, its = 0, 0
        # The next window begins behind the last thing in common, if there is any; else the last block is the end.
        for block in blocks[:-1] or blocks:
            yield i + at, i + block.a, j + its, j + block.b
            at, its = block.a + block.size, block.b + block.size
        i, j = i + at, j + its


def _range(start: int, end: int) -> str:
    """A hunk's lines as the format counts them: from 1, but an empty range names the line before it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + bool(length)},{length}"


def _shown(line: str) -> str:
    words = line.removesuffix("\n")
    plain = words.removesuffix("\r")
    ending = words[len(plain) :] + "\n"
    shown = "\t".join(map(visible, plain.split("\t")))
    return shown + ending + ("" if line.endswith("\n") else "\\ No newline at end of file\n")
