"""What the rules remember of a list of any length, in bounded memory."""

from __future__ import annotations

from array import array
from collections.abc import Hashable
from typing import Protocol

# The most slots of a table, four bytes each, and four more with lines.
_MOST = 2_097_152


class Tally:
    """Counts keys by their hashes, each up to `2 ** bits - 1`, and says with `lines` on which line each was first.

    Of a hash are kept the place in the table and `32 - bits` bits: among a million keys it is one time in a thousand
    (`bits=2`) that any two are taken for one. A full table, after one and a half million keys, takes no new ones.
    """

    def __init__(self, bits: int, expected: int | None = None, *, lines: bool = False) -> None:
        size = _MOST if expected is None else min(_MOST, 1 << (2 * expected).bit_length())
        self._slots = array("I", [0]) * size
        self._lines = array("I", [0]) * (size if lines else 0)
        self._top = (1 << bits) - 1
        self._left = size * 3 // 4
        #: What the slots were that changed since `mark`, and what was left then.
        self._changed: list[tuple[int, int]] = []
        self._left_then = self._left

    def add(self, key: Hashable, line: int = 0) -> tuple[int, int]:
        """Count a key once more: how often it was counted, 1 for the first time, and its first line."""
        slots, top = self._slots, self._top
        hashed = hash(key)
        mask = len(slots) - 1
        kept = (hashed >> 32) & 0xFFFFFFFF & ~top
        at = hashed & mask
        while entry := slots[at]:
            if entry & ~top == kept:
                if entry & top < top:
                    self._changed.append((at, entry))
                    slots[at] = entry = entry + 1
                return entry & top, self._lines[at] if self._lines else 0
            at = (at + 1) & mask
        if self._left:
            self._left -= 1
            self._changed.append((at, 0))
            slots[at] = kept | 1
            if self._lines:
                self._lines[at] = line
        return 1, line

    def counts(self, line: int) -> bool:
        """Whether a block has a key that may be there more than once: any may."""
        return True

    def mark(self) -> None:
        """Remember how things are, to go `back` to it."""
        self._changed.clear()
        self._left_then = self._left

    def back(self) -> None:
        """Forget what was counted since `mark`."""
        for at, entry in reversed(self._changed):
            self._slots[at] = entry
        self._left = self._left_then
        self._changed.clear()


def of_messages(expected: int | None = None) -> Tally:
    """Counts messages: whether there is one more is what is asked."""
    return Tally(2, expected, lines=True)


def of_phones(expected: int | None = None) -> Tally:
    """Counts the messages that phones get, up to more than are good for one."""
    return Tally(6, expected)


class Counts(Protocol):
    """What counts keys as a `Tally` does."""

    def counts(self, line: int) -> bool:
        """Whether the block that begins at a line has a key that may be there more than once."""

    def add(self, key: Hashable, line: int = 0) -> tuple[int, int]:
        """Count a key once more: how often it was counted, 1 for the first time, and its first line."""

    def mark(self) -> None:
        """Remember how things are, to go `back` to it."""

    def back(self) -> None:
        """Forget what was counted since `mark`."""


class Memory:
    """What is carried from block to block of a stream."""

    def __init__(self, keys: int | None = None) -> None:
        self.messages: Counts = of_messages(keys)
        self.phones: Counts = of_phones(keys)
        #: The separator of the first message and its line, and whether another one was told of.
        self.separator = ""
        self.separator_line = 0
        self.mixed = False
        #: Whether a message stands above the block, which a line without a head may go on with.
        self.follows = False
        #: The line that the next block begins with.
        self.line = 1
        #: How many messages there are if all have the same text and nothing is wrong, else 0.
        self.alike = 0
        self._then = self._small()

    def _small(self) -> tuple[str, int, bool, bool, int]:
        return self.separator, self.separator_line, self.mixed, self.follows, self.line

    def mark(self) -> None:
        """Remember how things are, to go `back` to it."""
        self.messages.mark()
        self.phones.mark()
        self._then = self._small()

    def back(self) -> None:
        """Forget what was seen since `mark`."""
        self.messages.back()
        self.phones.back()
        self.separator, self.separator_line, self.mixed, self.follows, self.line = self._then
