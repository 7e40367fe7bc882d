"""The parameters of a call, `w,i,n` or `param=w,i,n`, and what the service makes of each (PAR-13)."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled


class Value(Struct, frozen=True, gc=False):
    """One of the three values as it is given, where it stands, and the one that is used instead.

    `used` is `given` where the service takes it, another number where it moves it into its range, and None where
    it then drops all three.
    """

    given: int
    span: Span
    used: int | None


class Limits(Struct, frozen=True, gc=False):
    """What a value is, its working range, and the range within which the service moves it there."""

    name: str
    unit: str
    low: int
    high: int
    accepted: int


#: The wait for the pick-up, the interval between attempts, and the number of attempts. All are accepted from 0.
LIMITS = (
    Limits("waiting time", "seconds", 10, 35, 99),
    Limits("interval between attempts", "seconds", 10, 3600, 3600),
    Limits("number of attempts", "attempts", 1, 9, 9),
)


@cache
def pattern() -> re.Pattern[str]:
    """What a call can be given: its parameters or its voice, as one pattern."""
    from smsc_codec.grammar.compiled.voice import TABLES

    assert TABLES.pattern is not None
    return compiled(TABLES.pattern)


def read(text: str, start: int = 0, end: int | None = None) -> tuple[Value, ...] | None:
    """The three values that stand at `start` up to `end`, blanks around them left out; None for anything else."""
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    match = pattern().fullmatch(text, begin, begin + len(piece.strip()))
    if match is None or match["WAIT"] is None:
        return None
    values = []
    for name, limits in zip(("WAIT", "INTERVAL", "ATTEMPTS"), LIMITS, strict=True):
        given = int(match[name])
        values.append(Value(given, Span(*match.span(name)), effective(given, limits)))
    return tuple(values)


def effective(given: int, limits: Limits) -> int | None:
    """The value that is used for a given one; None where the service drops all three."""
    return min(max(given, limits.low), limits.high) if 0 <= given <= limits.accepted else None
