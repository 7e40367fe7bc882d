"""When a message goes: from a schedule's times to aware datetimes and back. Given the time, never asks for it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.schedule.limits import TZ, USUAL_FREQ
from smsc_codec.payloads.schedule.model import After, At, Moment, Schedule, Time, Window
from smsc_codec.payloads.schedule.write import write_time

#: TIM-7: Moscow is UTC+3 all year.
_MOSCOW = 3
_TOO_LATE = "too near to an end of the calendar"


def zone(tz: int) -> timezone:
    """The zone so many hours from Moscow (PAR-8). Raises BuildError naming `tz` for one that is nowhere on earth."""
    if not isinstance(tz, int) or not TZ.low <= tz <= TZ.high:
        raise BuildError("tz", f"whole {TZ.unit} from {TZ.low} to {TZ.high}")
    return timezone(timedelta(hours=_MOSCOW + tz))


def at(moment: datetime, tz: int = 0) -> At:
    """The `At` that says an aware datetime in the zone of `tz`.

    Raises BuildError for one without a zone, with seconds, or outside 2000 to 2099: nothing is dropped.
    """
    time = At(_local(moment, "moment", tz).replace(tzinfo=None))
    write_time(time, "moment")
    return time


def moment(time: At | Moment, tz: int = 0) -> datetime:
    """The aware datetime that a calendar or Unix time means, in the zone of `tz`. Raises BuildError."""
    write_time(time)
    if isinstance(time, Moment):
        return datetime.fromtimestamp(time.timestamp, zone(tz))
    return time.local.replace(tzinfo=zone(tz))


def opening(window: Window, now: datetime, tz: int = 0) -> tuple[datetime, datetime]:
    """The window that is open at `now`, or else the next one: from its first hour up to, not including, its second.

    One whose second hour is not after its first goes on to the next day (TIM-8); with both the same it has no length.
    Raises BuildError.
    """
    write_time(window)
    local = _local(now, "now", tz)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    length = timedelta(hours=(window.end - window.start) % 24 if window.end != window.start + 24 else 24)
    try:
        start = midnight + timedelta(hours=window.start - 24)
        while start + length <= local and start < local:
            start += timedelta(hours=24)
        return start, start + length
    except OverflowError:
        raise BuildError("now", _TOO_LATE) from None


def resolve(time: Time, now: datetime, tz: int | None = None, account_tz: int = 0) -> datetime:
    """When a message with this `time` goes, if it is sent at `now`: never before it, in the zone that `tz` says.

    `account_tz` is the account's own zone, which counts where `tz` is None (PAR-8). A time in the past is at once
    (TIM-6); a window is waited for where it is not open (TIM-3). Raises BuildError for a `now` without a zone and for
    values that cannot be said.
    """
    tz = account_tz if tz is None else tz
    now = _local(now, "now", tz)
    if isinstance(time, Window):
        return max(now, opening(time, now, tz)[0])
    if isinstance(time, At | Moment):
        return max(now, moment(time, tz))
    write_time(time)
    try:
        return now + timedelta(minutes=time.minutes) if isinstance(time, After) else now
    except OverflowError:
        raise BuildError("now", _TOO_LATE) from None


def stretch(schedule: Schedule) -> tuple[timedelta, timedelta] | None:
    """Over what time a mailing is stretched, and at which interval the next numbers follow (PAR-9).

    None where it is not: `freq` alone is ignored. Without `freq` an hour is taken (BEY-8, unconfirmed).
    """
    if schedule.period is None:
        return None
    freq = USUAL_FREQ if schedule.freq is None else schedule.freq
    return timedelta(hours=schedule.period), timedelta(minutes=freq)


def _local(moment: datetime, field: str, tz: int) -> datetime:
    """The same moment in the zone of `tz`."""
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        raise BuildError(field, "a datetime with its zone")
    try:
        return moment.astimezone(zone(tz))
    except OverflowError:
        raise BuildError(field, _TOO_LATE) from None
