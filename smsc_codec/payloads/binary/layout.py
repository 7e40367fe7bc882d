"""Reads and writes an information element by a table of its bit fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary.checks import check_number, check_octets

#: How a field is coded: its width in bits for a number, or the words of all the values its bits can say.
Coding = int | tuple[Any, ...]

FLAG: Coding = (False, True)


class Layout:
    """One element type: bit fields from the first octet's highest bit on, then perhaps octets of data.

    `tail` names the field that takes the octets after the bit fields, and `tail_size` says how many they are
    when that is fixed.
    """

    __slots__ = ("id", "octets_only", "size", "steps", "tail", "tail_at", "tail_size", "type")

    def __init__(
        self,
        identifier: int,
        element: type[Struct],
        fields: Mapping[str, Coding],
        tail: str = "",
        tail_size: int | None = None,
    ) -> None:
        self.id = identifier
        self.type = element
        left = sum(_width(coding) for coding in fields.values())
        self.size = left // 8
        self.octets_only = not tail and all(coding == 8 for coding in fields.values())
        steps = []
        for name, coding in fields.items():
            left -= _width(coding)
            words = None if isinstance(coding, int) else coding
            steps.append((name, left, (1 << _width(coding)) - 1, words))
        #: Name, shift, mask and words of each bit field, in the order of the element's own fields.
        self.steps = sorted(steps, key=lambda step: element.__struct_fields__.index(step[0]))
        self.tail = tail
        self.tail_at = element.__struct_fields__.index(tail) if tail else 0
        self.tail_size = tail_size

    def decode(self, data: bytes) -> Any:
        """The element that `data` says, or None when its length is not one that the type can have."""
        size = self.size
        if self.octets_only:
            return self.type(*data) if len(data) == size else None
        if self.tail:
            if len(data) < size or (self.tail_size is not None and len(data) - size != self.tail_size):
                return None
        elif len(data) != size:
            return None
        number = int.from_bytes(data[:size], "big")
        values: list[Any] = [
            number >> shift & mask if words is None else words[number >> shift & mask]
            for _, shift, mask, words in self.steps
        ]
        if self.tail:
            values.insert(self.tail_at, data[size:])
        return self.type(*values)

    def encode(self, element: Any) -> bytes:
        """The octets of an element of this type. Raises BuildError at a field that they cannot say."""
        number = 0
        for name, shift, mask, words in self.steps:
            number |= _code(name, getattr(element, name), mask, words) << shift
        head = number.to_bytes(self.size, "big")
        if not self.tail:
            return head
        data = check_octets(self.tail, getattr(element, self.tail))
        if self.tail_size is not None and len(data) != self.tail_size:
            raise BuildError(self.tail, f"{len(data)} octets, but this element takes {self.tail_size}")
        return head + data


def _width(coding: Coding) -> int:
    return coding if isinstance(coding, int) else (len(coding) - 1).bit_length()


def _code(name: str, value: Any, mask: int, words: tuple[Any, ...] | None) -> int:
    if words is None:
        return check_number(name, value, mask)
    if value not in words:
        raise BuildError(name, f"{value!r} is none of {', '.join(map(str, words))}")
    return words.index(value)
