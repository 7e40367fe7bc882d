"""REQ001 .. REQ004, TIM001 .. TIM003: when a message goes."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.context import Context
from smsc_codec.payloads.schedule.model import Window
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("REQ001", "time-format", "error", fix="sometimes safe")
def time_format(schedule: Context) -> Iterator[Problem]:
    """The sending time is not in a known form, or is not a real date.

    There are `DDMMYYhhmm` and `DD.MM.YY hh:mm` (TIM-1, TIM-2), full hours `h1-h2` (TIM-3), a zero and a Unix time in
    seconds (TIM-4), a plus and minutes from now (TIM-5), and `0` for at once (TIM-6). The service answers any other
    with error 5. A Unix time without its zero may pass for a date, and a plus that is not written `%2B` in a request
    is lost.

    Bad::

        time=2026-01-31

    Good::

        time=31.01.26 00:00

    Fix: safe for hours with another dash and for a plus written `%2B`; unsafe where a date or a number is guessed.
    Since: 0.1
    """
    yield from schedule.problems("time-format")


@RULES.rule("REQ002", "freq-without-period", "warning")
def freq_without_period(schedule: Context) -> Iterator[Problem]:
    """`freq` is given without `period`.

    The service ignores it then, and the mailing goes at once (PAR-9).

    Bad::

        freq=10

    Good::

        period=2&freq=10

    Fix: none.
    Since: 0.1
    """
    if schedule.value.freq is not None and ("period",) not in schedule.reading.spans:
        yield Problem(
            "'freq' without 'period' is ignored", schedule.span("freq"), expected=("'period=' as well",)
        )


@RULES.rule("REQ003", "period-freq-range", "error", fix="sometimes safe")
def period_freq_range(schedule: Context) -> Iterator[Problem]:
    """`period` or `freq` is not a number, or is out of range.

    A mailing is stretched over 0.1 to 720 hours, in steps of 1 to 1440 minutes (PAR-9).

    Bad::

        period=1000&freq=10

    Good::

        period=720&freq=10

    Fix: safe for a decimal comma; unsafe where a number is moved into its range.
    Since: 0.1
    """
    yield from schedule.problems("period-freq-range")
    period, freq = schedule.value.period, schedule.value.freq
    if period is not None and freq is not None and freq > period * 60:
        yield Problem(
            "'freq' is longer than the whole 'period'",
            schedule.span("freq"),
            expected=("minutes that fit into the hours of 'period'",),
            severity="warning",
        )


@RULES.rule("REQ004", "valid-range", "error", fix="unsafe")
def valid_range(schedule: Context) -> Iterator[Problem]:
    """The lifetime of the message is not a time, or is out of range.

    Delivery is tried for 1 to 24 hours, or for `hh:mm` from 00:01 to 24:00 (PAR-17).

    Bad::

        valid=48

    Good::

        valid=24

    Fix: unsafe: moves it into its range.
    Since: 0.1
    """
    yield from schedule.problems("valid-range")


@RULES.rule("TIM001", "window-across-midnight", "warning")
def window_across_midnight(schedule: Context) -> Iterator[Problem]:
    """The sending hours end before they begin, or are empty.

    The page describes hours of one day: before the first they are waited for, after the last the next day is
    (TIM-3). What `22-6` does is not described (TIM-8); here it is taken for the night. `9-9` is never open, and goes
    at nine.

    Bad::

        time=22-6

    Good::

        time=9-21

    Fix: none.
    Since: 0.1
    """
    time = schedule.value.time
    if not isinstance(time, Window) or time.start < time.end:
        return
    empty = time.start == time.end
    yield Problem(
        f"the sending hours {time.start}-{time.end} are empty"
        if empty
        else "the sending hours cross midnight",
        schedule.span("time"),
        expected=("a start hour before the end hour",),
        notes=() if empty else ("the documentation does not say what the service does then",),
    )


@RULES.rule("TIM002", "timezone-range", "warning")
def timezone_range(schedule: Context) -> Iterator[Problem]:
    """The time zone is not a whole number of hours, or does not exist.

    `tz` counts hours from Moscow, which is UTC+3 all year (PAR-8, TIM-7): -15 is UTC-12, 11 is UTC+14.

    Bad::

        time=01.02.26 09:00&tz=+14

    Good::

        time=01.02.26 09:00&tz=+11

    Fix: none.
    Since: 0.1
    """
    yield from schedule.problems("timezone-range")


@RULES.rule("TIM003", "schedule-field", "error", fix="unsafe")
def schedule_field(schedule: Context) -> Iterator[Problem]:
    """A parameter of the sending time is unknown or given twice.

    `time`, `tz`, `period`, `freq` and `valid` do (TIM-7, PAR-8, PAR-9, PAR-17); which of two the service takes is
    not known.

    Bad::

        tiem=0&tz=2

    Good::

        time=0&tz=2

    Fix: unsafe: writes the name that is nearest.
    Since: 0.1
    """
    yield from schedule.problems("schedule-field")
