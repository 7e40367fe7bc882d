"""In which time zones a number may be, in hours from Moscow (PAR-8): by its prefix, over the whole year.

A range, and no single zone: clocks are put forward and back, some prefixes lie in several zones, and a mobile is
anywhere in its country. A window is taken so that it holds in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.schedule.model import Window


class Zone(NamedTuple):
    """The westernmost and the easternmost zone that a number may be in, in hours from Moscow."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low:+d}" if self.low == self.high else f"{self.low:+d}..{self.high:+d}"


def _table(*rows: tuple[int, int, str]) -> dict[str, Zone]:
    return {prefix: Zone(low, high) for low, high, prefixes in rows for prefix in prefixes.split()}


#: Summer time is a second zone. What is written to seldom, or lies in very many zones (North America), is not here.
TABLE: Mapping[str, Zone] = _table(
    # Russia: of mobiles nothing more is known; area codes, most of which are Moscow's zone.
    (-1, 9, "79"),
    (0, 0, "735 736 747 748 749 781 782 783 784 785 786 787"),
    (-1, -1, "7401"),
    (1, 1, "7341 7842 7845 7846 7848 7851"),
    (2, 2, "7342 7343 7345 7346 7347 7349 7351 7352 7353"),
    (3, 3, "7381"),
    (4, 4, "7382 7383 7384 7385 7388 7390 7391 7394"),
    (5, 5, "7301 7395"),
    (6, 6, "7302 7416"),
    (6, 8, "7411"),
    (7, 7, "7421 7423 7426"),
    (7, 8, "7413 7424"),
    (9, 9, "7415 7427"),
    (-1, 9, "7800"),
    (0, 0, "7840 7940 7365 7869"),
    # Kazakhstan: one zone since 2024.
    (2, 2, "76 77"),
    (0, 0, "375 90"),
    (1, 1, "374 994 995 971"),
    (2, 2, "992 993 998"),
    (3, 3, "996"),
    (2, 3, "91"),
    (4, 4, "84 66"),
    (5, 5, "86 65 852"),
    (4, 5, "976"),
    (6, 6, "81 82"),
    (-1, 0, "380 373 370 371 372 359 40 30 357 358 20 972"),
    (-2, -1, "33 39 48 49 420 421 36 43 41 31 32 45 46 47 385 386 381 382 387 389 355 352"),
    (-3, -1, "34"),
    (-3, -2, "44 353"),
    (-4, -2, "351"),
)
_LONGEST = 8


class Zones:
    """Which zone a number is in; `more` says it of prefixes, before the table, and the longest prefix counts."""

    def __init__(self, more: Mapping[str, Zone] | None = None, elsewhere: int | None = None) -> None:
        self._table = {**TABLE, **(more or {})}
        self._elsewhere = None if elsewhere is None else Zone(elsewhere, elsewhere)
        self._longest = max(_LONGEST, *map(len, self._table))
        self._of = lru_cache(65_536)(self._found)

    def of(self, number: str) -> Zone | None:
        """The zone of a number in international form; None where nothing is known of it."""
        return self._of(number[: self._longest])

    def _found(self, start: str) -> Zone | None:
        for size in range(len(start), 0, -1):
            if start[:size] in self._table:
                return self._table[start[:size]]
        return self._elsewhere


def window_in(zone: Zone | None, hours: Window) -> tuple[Window, int] | None:
    """When it is between these hours in all of a zone: the window and the `tz` that it is meant in; None for never."""
    if zone is None:
        return None
    start, end = hours.start, hours.end - (zone.high - zone.low)
    return (Window(start, end), zone.low) if end > start else None


def read_table(lines: Iterable[str]) -> dict[str, Zone]:
    """A table of one's own: `prefix,hours` or `prefix,low..high` a line, in hours from Moscow. Raises BuildError."""
    made: dict[str, Zone] = {}
    for number, line in enumerate(lines, 1):
        line = line.strip().lstrip("\ufeff")
        if not line or line.startswith("#"):
            continue
        prefix, comma, hours = (part.strip().removeprefix("+") for part in line.partition(","))
        low, _, high = hours.partition("..")
        try:
            zone = Zone(int(low), int(high or low))
        except ValueError:
            zone = Zone(1, 0)
        if number == 1 and comma and not any(sign.isdigit() for sign in prefix):
            continue  # a head
        if not (prefix.isascii() and prefix.isdigit() and -15 <= zone.low <= zone.high <= 11):
            raise BuildError(
                f"zones[{number}]",
                "expected a prefix of numbers and hours from Moscow, as '7916,0' or '79,-1..9'",
            )
        made[prefix] = zone
    return made
