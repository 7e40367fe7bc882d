"""The values of when a message goes (TIM-1 .. TIM-8, PAR-8, PAR-9, PAR-17). Frozen; equal wherever they were read."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Now(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="now"):
    """At once: `0` (TIM-6)."""


class At(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="at"):
    """At a minute of the calendar, 2000 to 2099, in the zone that `tz` says (TIM-1, TIM-2, TIM-7).

    `local` has no zone and no seconds: what it is in other zones is `clock.moment`'s business.
    """

    local: datetime


class Window(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="window"):
    """Between two full hours of any day, in the zone that `tz` says (TIM-3, TIM-7): `start` 0..23, `end` 0..24."""

    start: int
    end: int


class Moment(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="moment"):
    """At a Unix time: seconds since 1 January 1970 UTC, whatever the zone (TIM-4)."""

    timestamp: int


class After(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="after"):
    """So many minutes from now (TIM-5)."""

    minutes: int


Time = Now | At | Window | Moment | After


class Schedule(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What a request says of when; None where it says nothing.

    `tz`: hours from Moscow (PAR-8). `period` in hours, 0.1 to 720, and `freq` in minutes, 1 to 1440, stretch a mailing
    (PAR-9). `valid`: for how many minutes delivery is tried, 1 to 1440 (PAR-17).
    """

    time: Time | None = None
    tz: int | None = None
    period: float | None = None
    freq: int | None = None
    valid: int | None = None
