"""Random schedules for property tests, and texts that are nearly schedules."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from smsc_codec.payloads.schedule.model import After, At, Moment, Now, Schedule, Time, Window

minutes = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31, 23, 59)).map(
    lambda moment: moment.replace(second=0, microsecond=0, fold=0)
)
windows = st.builds(Window, st.integers(0, 23), st.integers(0, 24))
moments = st.builds(Moment, st.integers(0, 10**10 - 1) | st.integers(10**8 - 2, 10**9 + 2))
times: st.SearchStrategy[Time] = st.one_of(
    st.just(Now()), st.builds(At, minutes), windows, moments, st.builds(After, st.integers(0, 9_999_999))
)
zones = st.integers(-15, 11)
schedules = st.builds(
    Schedule,
    time=st.none() | times,
    tz=st.none() | zones,
    period=st.none() | st.integers(1000, 7_200_000).map(lambda parts: parts / 10_000),
    freq=st.none() | st.integers(1, 1440),
    valid=st.none() | st.integers(1, 1440),
)
#: Any moment of a clock somewhere on earth; far enough from the calendar's ends to wait for one more day.
nows = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2300, 1, 1),
    timezones=st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)

_PIECES = st.sampled_from(
    [
        "time=", "tz=", "period=", "freq=", "valid=", "&", "\n", "\r\n", " ", "0", "01", "31.02.12", "01.01.12",
        "00:00", "12: 30", "0101120000", "-", "+", "22-6", "+5", "24:00", "0.1", "720", "=", ",", "tiem=", "2026-01-31",
        "%2B5", "9" * 30, "\u2013", "\ud800", "\x00", "\u2028", "\u0661", "Я", "\\n", "__CALL__:", "{menu:",
    ]
)  # fmt: skip
#: Texts that are nearly schedules, and texts that are nothing at all.
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=20).map("".join))
