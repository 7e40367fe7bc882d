"""When a message goes: from a time, the clock and the zone. The core is given the time and never asks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.schedule import clock
from smsc_codec.payloads.schedule.model import After, At, Moment, Now, Schedule, Time, Window
from tests.schedule.strategies import minutes, moments, nows, times, windows, zones

MOSCOW = timezone(timedelta(hours=3))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


#: A time, the clock in Moscow, `tz`, and when the message goes, in Moscow.
CASES: list[tuple[Time, str, int | None, str, str]] = [
    (Now(), "2012-01-01T12:30", None, "2012-01-01T12:30", "TIM-6"),
    (At(datetime(2012, 1, 1)), "2011-12-31T20:00", 0, "2012-01-01T00:00", "TIM-1"),
    (At(datetime(2012, 1, 1)), "2012-01-01T00:01", 0, "2012-01-01T00:01", "TIM-6"),  # past
    (
        At(datetime(2012, 1, 1)),
        "2011-12-31T12:00",
        2,
        "2011-12-31T22:00",
        "TIM-7",
    ),  # two hours east of Moscow
    (At(datetime(2012, 1, 1)), "2011-12-31T12:00", -3, "2012-01-01T03:00", "TIM-7"),  # UTC
    (At(datetime(2026, 7, 1, 9)), "2026-06-01T00:00", 0, "2026-07-01T09:00", "TIM-7"),  # no summer time
    (Window(9, 21), "2026-01-01T08:59", 0, "2026-01-01T09:00", "TIM-3"),  # before: today
    (Window(9, 21), "2026-01-01T09:00", 0, "2026-01-01T09:00", "TIM-3"),  # inside: at once
    (Window(9, 21), "2026-01-01T20:59", 0, "2026-01-01T20:59", "TIM-3"),
    (Window(9, 21), "2026-01-01T21:00", 0, "2026-01-02T09:00", "TIM-3"),  # after: the next day
    (Window(9, 21), "2025-12-31T23:00", 0, "2026-01-01T09:00", "TIM-3"),
    (Window(9, 21), "2026-01-01T06:30", 3, "2026-01-01T06:30", "TIM-7"),  # 09:30 there
    (Window(9, 21), "2026-01-01T09:30", -3, "2026-01-01T12:00", "TIM-7"),  # 06:30 there
    (Window(0, 24), "2026-01-01T03:17", 0, "2026-01-01T03:17", "TIM-3"),
    (Window(22, 6), "2026-01-01T23:00", 0, "2026-01-01T23:00", "TIM-8"),
    (Window(22, 6), "2026-01-01T05:59", 0, "2026-01-01T05:59", "TIM-8"),
    (Window(22, 6), "2026-01-01T06:00", 0, "2026-01-01T22:00", "TIM-8"),
    (Window(9, 9), "2026-01-01T10:00", 0, "2026-01-02T09:00", "TIM-8"),
    (Moment(1325376000), "2011-12-31T00:00", 5, "2012-01-01T03:00", "TIM-4"),  # the zone does not count
    (Moment(1), "2012-01-01T00:00", 0, "2012-01-01T00:00", "TIM-6"),
    (After(90), "2012-01-01T23:00", 7, "2012-01-02T00:30", "TIM-5"),
]


@pytest.mark.parametrize(("time", "now", "tz", "goes", "fact"), CASES)
def test_when_it_goes(time: Time, now: str, tz: int | None, goes: str, fact: str) -> None:
    """Every form of time, before, at and after its moment or window, in several zones (TIM-1 .. TIM-8)."""
    given_now = at(now).replace(tzinfo=MOSCOW)
    resolved = clock.resolve(time, given_now, tz)
    assert resolved == at(goes).replace(tzinfo=MOSCOW)
    assert resolved == clock.resolve(time, given_now.astimezone(UTC), tz)
    assert resolved.utcoffset() == timedelta(hours=3 + (tz or 0))


def test_the_zone_of_the_account_counts_where_none_is_given() -> None:
    """Without `tz` the account's own zone is meant; with it, even 0, that zone (PAR-8)."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    midnight = At(datetime(2026, 1, 2))
    assert clock.resolve(midnight, now, None, 4) == clock.resolve(midnight, now, 4, 0)
    assert clock.resolve(midnight, now, 0, 4) == clock.resolve(midnight, now, 0)


@settings(max_examples=200, deadline=None)
@given(times, nows, zones)
def test_never_before_now(time: Time, now: datetime, tz: int) -> None:
    """Whatever the time and the clock: not before now, and asked again then it goes at once."""
    goes = clock.resolve(time, now, tz)
    assert goes >= now
    if not isinstance(time, After):
        assert clock.resolve(time, goes, tz) == goes


@settings(max_examples=200, deadline=None)
@given(windows, nows, zones)
def test_a_window_opens_within_a_day(window: Window, now: datetime, tz: int) -> None:
    """A message waits less than a day, and goes at a local hour that the window holds or begins with (TIM-3, TIM-8)."""
    goes = clock.resolve(window, now, tz)
    assert goes - now < timedelta(hours=24)
    start, end = window.start, window.end if window.end > window.start else window.end + 24
    inside = start <= goes.hour < end or start <= goes.hour + 24 < end
    assert inside or (goes.hour, goes.minute, goes.second, goes.microsecond) == (start, 0, 0, 0)
    opens, closes = clock.opening(window, now, tz)
    assert closes - opens == timedelta(hours=end - start if window.start != window.end else 0)
    assert now < closes or opens == closes
    assert goes == max(opens, now)


@settings(max_examples=100, deadline=None)
@given(minutes, zones)
def test_datetimes_there_and_back(local: datetime, tz: int) -> None:
    """A calendar time is one moment in its zone, and that moment says the calendar time again (TIM-1, TIM-7)."""
    moment = clock.moment(At(local), tz)
    assert moment.replace(tzinfo=None) == local
    assert clock.at(moment, tz) == clock.at(moment.astimezone(UTC), tz) == At(local)


@settings(max_examples=50, deadline=None)
@given(moments, zones)
def test_unix_time_is_the_same_everywhere(time: Moment, tz: int) -> None:
    """A Unix time is seconds since 1970 in UTC, whatever the zone (TIM-4)."""
    assert clock.moment(time, tz) == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=time.timestamp)


NAIVE = datetime(2026, 1, 1)
#: What cannot be resolved: the call, and the field that stands in the way.
REFUSED = {
    "now": lambda: clock.resolve(Now(), NAIVE),
    "now of a window": lambda: clock.resolve(Window(9, 21), datetime.max.replace(tzinfo=MOSCOW)),
    "now too late": lambda: clock.resolve(After(9_999_999), datetime.max.replace(tzinfo=MOSCOW)),
    "now too early": lambda: clock.resolve(Now(), datetime.min.replace(tzinfo=UTC), -15),
    "now that is none": lambda: clock.resolve(Now(), "2026"),  # type: ignore[arg-type]
    "tz": lambda: clock.resolve(Now(), NAIVE.replace(tzinfo=UTC), 12),
    "time.minutes": lambda: clock.resolve(After(-1), NAIVE.replace(tzinfo=UTC)),
    "time.start": lambda: clock.opening(Window(24, 1), NAIVE.replace(tzinfo=UTC)),
    "time": lambda: clock.resolve("0", NAIVE.replace(tzinfo=UTC)),  # type: ignore[arg-type]
    "moment": lambda: clock.at(NAIVE),
    "moment.local": lambda: clock.at(datetime(2026, 1, 1, second=1, tzinfo=UTC)),
}


@pytest.mark.parametrize("field", sorted(REFUSED))
def test_what_cannot_be_resolved_names_its_field(field: str) -> None:
    """A clock without a zone, a zone nowhere on earth, and values that cannot be said are a BuildError."""
    with pytest.raises(BuildError) as caught:
        REFUSED[field]()
    assert caught.value.field == field.split(" ")[0]


@given(st.integers(-15, 11))
@settings(max_examples=30, deadline=None)
def test_zones_are_counted_from_moscow(tz: int) -> None:
    """`tz` is hours from Moscow, UTC+3 all year (TIM-7)."""
    assert clock.zone(tz).utcoffset(None) == timedelta(hours=tz + 3)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(), None),
        (Schedule(freq=10), None),
        (Schedule(period=2.5, freq=10), (timedelta(hours=2, minutes=30), timedelta(minutes=10))),
        (Schedule(period=24), (timedelta(days=1), timedelta(hours=1))),
    ],
)
def test_stretch(schedule: Schedule, expected: tuple[timedelta, timedelta] | None) -> None:
    """PAR-9: `freq` alone does nothing; BEY-8: an hour where only the period is said."""
    assert clock.stretch(schedule) == expected
