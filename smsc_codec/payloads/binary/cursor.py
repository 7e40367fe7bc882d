"""A place in octets, and what WSP and WBXML both read and write there: numbers of 7-bit groups, strings."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from smsc_codec.diagnostics import Problem, Span

#: A uintvar of WSP and an mb_u_int32 of WBXML are one thing: up to 32 bits, the high bit says "goes on".
MAX_NUMBER = 0xFFFFFFFF


class Stop(Exception):
    """The octets cannot be read on; says why and where."""

    def __init__(self, message: str, start: int, end: int) -> None:
        self.problem = Problem(message, Span(start, end))
        super().__init__(message)


class Cursor:
    """Reads octets in order. `problems` takes what is wrong and yet can be read; what cannot is a Stop."""

    __slots__ = ("at", "data", "end", "problems")

    def __init__(self, data: bytes, problems: list[Problem], at: int = 0, end: int | None = None) -> None:
        self.data = data
        self.problems = problems
        self.at = at
        self.end = len(data) if end is None else end

    def octet(self, what: str) -> int:
        """The next octet."""
        if self.at >= self.end:
            raise Stop(f"ends before {what}", self.end, self.end)
        self.at += 1
        return self.data[self.at - 1]

    def number(self, what: str) -> int:
        """The next number of 7-bit groups. One that is not as short as can be reads, and is a problem."""
        start = self.at
        octet = self.octet(what)
        if octet < 128:
            return octet
        value = octet & 127
        while octet >= 128:
            if self.at >= self.end:
                raise Stop(f"{what} is never finished: its last octet has the high bit set", start, self.at)
            octet = self.octet(what)
            value = value << 7 | octet & 127
            if value > MAX_NUMBER:
                raise Stop(f"{what} takes more than 32 bits", start, self.at)
        if self.data[start] == 128:
            message = f"{what} starts with a group of zeros: use the shortest form"
            self.problems.append(Problem(message, Span(start, self.at)))
        return value

    def take(self, count: int, what: str) -> bytes:
        """So many octets."""
        start = self.at
        if count > self.end - start:
            message = f"{what} should have {count} octets, but only {self.end - start} are left"
            if count == 1:
                message = f"{what} should have one octet, but none is left"
            raise Stop(message, start, self.end)
        self.at += count
        return self.data[start : self.at]

    def string(self, what: str, width: int = 1) -> bytes:
        """The octets up to a character of zeros, which is passed; a character takes `width` octets."""
        start = self.at
        stop = self.data.find(0, start, self.end)
        if width > 1:
            stop = find_zero(self.data, start, self.end, width)
        if stop < 0:
            raise Stop(f"{what} is never closed: no zero octet follows", start, self.end)
        self.at = stop + width
        return self.data[start:stop]


def moved(problems: Iterable[Problem], by: int) -> tuple[Problem, ...]:
    """The problems of what begins at `by`, as problems of the whole."""
    return tuple(structs.replace(one, span=Span(one.span.start + by, one.span.end + by)) for one in problems)


def find_zero(data: bytes, start: int, end: int, width: int = 1) -> int:
    """Where the first zero character of `width` octets stands, counted in characters from `start`, or -1."""
    zero = bytes(width)
    at = data.find(zero, start, end)
    while at >= 0 and (at - start) % width:
        at = data.find(zero, at + 1, end)
    return at


def number_octets(value: int) -> bytes:
    """The shortest octets of a number."""
    out = [value & 127]
    while value := value >> 7:
        out.append(value & 127 | 128)
    return bytes(reversed(out))
