"""What the rules remember of a list of any length, in bounded memory."""

from __future__ import annotations

from array import array

# The most slots of a table, four bytes each.
_MOST = 1 << 21


class Tally:
    """Counts keys by their hashes, each up to `2 ** bits - 1`.

    Of a hash are kept the place in the table and `32 - bits` bits: among a million keys it is one time in a thousand
    (`bits=2`) that any two are taken for one. A full table, after one and a half million keys, takes no new ones.
    """

    def __init__(self, bits: int, expected: int | None = None) -> None:
        size = _MOST if expected is None else min(_MOST, 1 << (2 * expected).bit_length())
        self._slots = array("I", [0]) * size
        self._top = (1 << bits) - 1
        self._left = size * 3 // 4

    def add(self, key: int) -> int:
        """Count a key, by its hash, once more; how often it was counted, 1 for the first time."""
        slots, top = self._slots, self._top
        mask = len(slots) - 1
        kept = (key >> 32) & 0xFFFFFFFF & ~top
        at = key & mask
        while entry := slots[at]:
            if entry & ~top == kept:
                if entry & top < top:
                    slots[at] = entry = entry + 1
                return entry & top
            at = (at + 1) & mask
        if self._left:
            self._left -= 1
            slots[at] = kept | 1
        return 1


class Memory:
    """What is carried from block to block of a stream."""

    def __init__(self) -> None:
        self.messages = Tally(2)
        self.phones = Tally(6)
        #: The separator of the first message, and whether another one was told of.
        self.separator = ""
        self.mixed = False
