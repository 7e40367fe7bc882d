"""Nobody is written to at night: a window holds in every zone that a number may be in, in summer and in winter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from smsc_codec_dask.prepare.zones import Zone, Zones, read_table, window_in

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.schedule.model import Window

#: A number, and the places where its owner may be.
NUMBERS = {
    "74951234567": "Europe/Moscow",
    "74012345678": "Europe/Kaliningrad",
    "78462345678": "Europe/Samara",
    "73432345678": "Asia/Yekaterinburg",
    "73812345678": "Asia/Omsk",
    "73832345678": "Asia/Novosibirsk",
    "73912345678": "Asia/Krasnoyarsk",
    "73952345678": "Asia/Irkutsk",
    "73022345678": "Asia/Chita",
    "74112345678": "Asia/Yakutsk Asia/Vladivostok Asia/Srednekolymsk",
    "74232345678": "Asia/Vladivostok",
    "74132345678": "Asia/Magadan",
    "74242345678": "Asia/Sakhalin",
    "74152345678": "Asia/Kamchatka",
    "78512345678": "Europe/Astrakhan",
    "78442345678": "Europe/Volgograd",
    "79161234567": "Europe/Kaliningrad Europe/Moscow Asia/Novosibirsk Asia/Kamchatka Asia/Anadyr",
    "77012345678": "Asia/Almaty Asia/Aqtobe",
    "375291234567": "Europe/Minsk",
    "380671234567": "Europe/Kyiv",
    "37369123456": "Europe/Chisinau",
    "37491123456": "Asia/Yerevan",
    "994501234567": "Asia/Baku",
    "995591234567": "Asia/Tbilisi",
    "996700123456": "Asia/Bishkek",
    "998901234567": "Asia/Tashkent",
    "992900123456": "Asia/Dushanbe",
    "99365123456": "Asia/Ashgabat",
    "491711234567": "Europe/Berlin",
    "33612345678": "Europe/Paris",
    "34612345678": "Europe/Madrid Atlantic/Canary",
    "351912345678": "Europe/Lisbon Atlantic/Azores",
    "447911123456": "Europe/London",
    "353851234567": "Europe/Dublin",
    "48501234567": "Europe/Warsaw",
    "37120123456": "Europe/Riga",
    "358401234567": "Europe/Helsinki",
    "905321234567": "Europe/Istanbul",
    "972501234567": "Asia/Jerusalem",
    "201001234567": "Africa/Cairo",
    "971501234567": "Asia/Dubai",
    "919812345678": "Asia/Kolkata",
    "8613812345678": "Asia/Shanghai",
    "85251234567": "Asia/Hong_Kong",
    "819012345678": "Asia/Tokyo",
    "821012345678": "Asia/Seoul",
    "84912345678": "Asia/Ho_Chi_Minh",
    "66812345678": "Asia/Bangkok",
    "6591234567": "Asia/Singapore",
    "97688123456": "Asia/Ulaanbaatar Asia/Hovd",
}
HOURS = Window(9, 21)


@pytest.mark.parametrize("number", NUMBERS)
def test_it_is_day_where_the_recipient_is(number: str) -> None:
    """Every minute of the window is between these hours in each of the places, all through the year (PAR-8, TIM-3).

    The places and their clocks are those of the system's own time zone data.
    """
    found = window_in(Zones().of(number), HOURS)
    assert found is not None
    window, tz = found
    for place in NUMBERS[number].split():
        for day in range(0, 365, 3):
            midnight = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, hours=-(3 + tz))
            for hour in (window.start, window.end):
                there = (midnight + timedelta(hours=hour)).astimezone(ZoneInfo(place))
                minutes = there.hour * 60 + there.minute
                assert HOURS.start * 60 <= minutes <= HOURS.end * 60, f"{there:%H:%M} in {place}"


@pytest.mark.parametrize("number", ["12025550123", "G777", "881612345678", "5215512345678", ""])
def test_what_is_not_known_has_no_window(number: str) -> None:
    """No zone is guessed."""
    assert window_in(Zones().of(number), HOURS) is None


def test_hours_that_are_nowhere_day_everywhere() -> None:
    """A Russian mobile may be in any of eleven zones: ten hours of day have none in common, twelve have two."""
    zone = Zones().of("79161234567")
    assert zone == Zone(-1, 9)
    assert window_in(zone, Window(10, 20)) is None
    assert window_in(zone, Window(9, 21)) == (Window(9, 11), -1)


def test_a_table_of_ones_own_comes_first() -> None:
    """The longest prefix counts, whoever says it."""
    zones = Zones(read_table(["prefix,hours", "# Moscow", "7916,0", "+79, -1..2", "1,-8", ""]))
    assert zones.of("79161234567") == Zone(0, 0)
    assert zones.of("79261234567") == Zone(-1, 2)
    assert zones.of("12025550123") == Zone(-8, -8)
    assert zones.of("74951234567") == Zone(0, 0)


@pytest.mark.parametrize(
    "line", ["7916", "x,1", "79,1,2", "7916,late", "7916,5..1", "7916,99", "7916,-16", ",1", "79 16,1"]
)
def test_a_table_that_is_none(line: str) -> None:
    """A wrong line is named, for a zone that is taken wrongly calls people at night."""
    with pytest.raises(BuildError, match=r"zones\[2\]"):
        read_table(["7,0", line])
