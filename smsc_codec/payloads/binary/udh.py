"""The user data header: its information elements both ways (3GPP TS 23.040, 9.2.3.24)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.payloads.binary import elements
from smsc_codec.payloads.binary.control import Concatenation8, Concatenation16, Ports8, Ports16
from smsc_codec.payloads.binary.elements import Element, Unknown

#: The header's length is one octet.
MAX_LENGTH = 255


class Header(Struct, frozen=True, gc=False):
    """A header's elements as they stand; without any, the message has no header (BIN-2)."""

    elements: tuple[Element, ...] = ()

    @property
    def effective(self) -> tuple[Element, ...]:
        """The elements that a receiver acts on, in order.

        It skips reserved identifiers and a concatenation that cannot be (no part, or a part beyond the last);
        of elements that may stand once, or that exclude each other, the last counts (9.2.3.24, 9.2.3.24.1).
        """
        kept: list[Element] = []
        seen: set[int] = set()
        for element in reversed(self.elements):
            if isinstance(element, Unknown) or _void_concatenation(element):
                continue
            number = elements.identifier(element)
            if not elements.describe(number).repeatable:
                slot = _EXCLUSIVE.get(number, number)
                if slot in seen:
                    continue
                seen.add(slot)
            kept.append(element)
        return tuple(reversed(kept))

    @property
    def concatenation(self) -> Concatenation8 | Concatenation16 | None:
        """Which part of a longer message this is, if it is one."""
        for element in self.effective:
            if isinstance(element, Concatenation8 | Concatenation16):
                return element
        return None

    @property
    def ports(self) -> Ports8 | Ports16 | None:
        """Which application the message is for, if for one."""
        for element in self.effective:
            if isinstance(element, Ports8 | Ports16):
                return element
        return None


#: Elements that say the same in two widths exclude each other; the wider one stands for both.
_EXCLUSIVE = {0x00: 0x08, 0x04: 0x05}


def _void_concatenation(element: Element) -> bool:
    if not isinstance(element, Concatenation8 | Concatenation16):
        return False
    return not 1 <= element.sequence <= element.total


def read(data: bytes) -> tuple[Header, tuple[Problem, ...]]:
    """The header at the beginning of `data`, and what is wrong; never raises for any octets.

    A header whose length is beyond the data, or whose last element does not fit, is ignored as a whole, as
    the standard has it.
    """
    problems: list[Problem] = []
    return _read(data, problems), tuple(problems)


def parse(data: bytes) -> Header:
    """The header at the beginning of `data`; what follows it is not looked at.

    It takes `data[0] + 1` octets. Raises ParseError for a header that a receiver would ignore.
    """
    problems: list[Problem] = []
    header = _read(data, problems)
    if problems:
        raise ParseError(data, tuple(problems))
    return header


def build(header: Header) -> bytes:
    """The octets of a header, its length first, which read back equal. Raises BuildError."""
    out = bytearray(1)
    if not isinstance(header, Header) or not isinstance(header.elements, tuple):
        raise BuildError("elements", "expected a Header with a tuple of elements")
    for index, element in enumerate(header.elements):
        try:
            number, data = elements.encode(element)
        except BuildError as error:
            field = f"elements[{index}]" + (f".{error.field}" if error.field else "")
            raise BuildError(field, error.reason) from None
        if len(data) > MAX_LENGTH - 2:
            raise BuildError(f"elements[{index}]", f"{len(data)} octets of data, {MAX_LENGTH - 2} fit")
        out += bytes((number, len(data))) + data
    if len(out) - 1 > MAX_LENGTH:
        raise BuildError("elements", f"{len(out) - 1} octets in all, a header has at most {MAX_LENGTH}")
    out[0] = len(out) - 1
    return bytes(out)


def _read(data: bytes, problems: list[Problem]) -> Header:
    if not data:
        problems.append(
            _problem(
                "the message is empty: its first octet must be the header length, 00 without a header", 0, 0
            )
        )
        return Header()
    end = data[0] + 1
    if end > len(data):
        problems.append(
            _problem(
                f"the header should have {end - 1} octets, but only {len(data) - 1} follow: all of it is ignored",
                0,
                1,
            )
        )
        return Header()
    found: list[Any] = []
    at = 1
    decode = elements.decode
    while at < end:
        stop = at + 2 + data[at + 1] if at + 1 < end else end + 1
        if stop > end:
            problems.append(
                _problem(
                    "the last element does not fit into the header: the whole header is ignored", at, end
                )
            )
            return Header()
        found.append(decode(data[at], data[at + 2 : stop]))
        at = stop
    return Header(tuple(found))


def _problem(message: str, start: int, end: int) -> Problem:
    return Problem(message, Span(start, end), kind="header")
