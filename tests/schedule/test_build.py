"""Building a schedule: what is written reads back equal, and what cannot be said is refused by its field."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.schedule import build, format_text, parse
from smsc_codec.payloads.schedule.model import After, At, Moment, Schedule, Time, Window
from smsc_codec.payloads.schedule.read import read_parameters
from smsc_codec.payloads.schedule.write import parameters
from tests.menu.test_build import ATTACKS
from tests.schedule.strategies import schedules


@settings(max_examples=200, deadline=None)
@given(schedules)
def test_schedule_reads_back_equal(schedule: Schedule) -> None:
    """Any schedule that can be said is written so that reading it, whole or by parameters, gives the same value."""
    assert parse(build(schedule)) == schedule
    assert read_parameters(parameters(schedule)) == schedule
    assert msgspec.json.decode(msgspec.json.encode(schedule), type=Schedule) == schedule


@settings(max_examples=100, deadline=None)
@given(schedules)
def test_canonical_layout_is_final(schedule: Schedule) -> None:
    """`format` keeps what is said and changes nothing the second time; line ends stay the source's."""
    once = format_text(build(schedule))
    assert (format_text(once), parse(once)) == (once, schedule)
    windows = once.replace("\n", "\r\n")
    assert format_text(windows) == windows


#: Values that cannot be said: the field that stands in the way, and a word of the reason.
UNSAYABLE: list[tuple[Schedule, str, str]] = [
    (Schedule(At(datetime(1999, 12, 31))), "time.local", "2000 to 2099"),
    (Schedule(At(datetime(2100, 1, 1))), "time.local", "2000 to 2099"),
    (Schedule(At(datetime(2026, 1, 1, second=1))), "time.local", "whole minute"),
    (Schedule(At(datetime(2026, 1, 1, microsecond=1))), "time.local", "whole minute"),
    (Schedule(At(datetime(2026, 1, 1, tzinfo=UTC))), "time.local", "zone"),
    (Schedule(Window(24, 6)), "time.start", "0 to 23"),
    (Schedule(Window(-1, 6)), "time.start", "0 to 23"),
    (Schedule(Window(9, 25)), "time.end", "0 to 24"),
    (Schedule(Moment(-1)), "time.timestamp", "since 1970"),
    (Schedule(Moment(10**10)), "time.timestamp", "since 1970"),
    (Schedule(After(-1)), "time.minutes", "from 0"),
    (Schedule(After(10**7)), "time.minutes", "from 0"),
    (Schedule(tz=12), "tz", "-15 to 11"),
    (Schedule(tz=-16), "tz", "-15 to 11"),
    (Schedule(period=0.09), "period", "0.1 to 720"),
    (Schedule(period=721), "period", "0.1 to 720"),
    (Schedule(period=float("nan")), "period", "0.1 to 720"),
    (Schedule(period=1 / 3), "period", "4 decimals"),
    (Schedule(freq=0), "freq", "1 to 1440"),
    (Schedule(freq=1441), "freq", "1 to 1440"),
    (Schedule(valid=0), "valid", "1 to 1440"),
    (Schedule(valid=1441), "valid", "1 to 1440"),
    (Schedule(tz=True), "tz", "Expected"),
    (Schedule(freq=1.5), "freq", "Expected"),  # type: ignore[arg-type]
    (Schedule(5), "time", "Expected"),  # type: ignore[arg-type]
    (5, "value", "Expected"),  # type: ignore[list-item]
]


@pytest.mark.parametrize(("schedule", "field", "reason"), UNSAYABLE, ids=[field for _, field, _ in UNSAYABLE])
def test_what_cannot_be_said_names_its_field(schedule: Schedule, field: str, reason: str) -> None:
    """A value out of range, or of another type, is a BuildError with the path of the field (msgspec checks nothing)."""
    with pytest.raises(BuildError) as caught:
        build(schedule)
    assert caught.value.field == field
    assert reason in caught.value.reason


#: Where something from a stranger may be put: no field holds text, so that none of it may stay.
PLACES: dict[str, object] = {
    "time": lambda text: Schedule(text),
    "time.local": lambda text: Schedule(At(text)),
    "time.start": lambda text: Schedule(Window(text, 6)),
    "time.end": lambda text: Schedule(Window(6, text)),
    "time.timestamp": lambda text: Schedule(Moment(text)),
    "time.minutes": lambda text: Schedule(After(text)),
    "tz": lambda text: Schedule(tz=text),
    "period": lambda text: Schedule(period=text),
    "freq": lambda text: Schedule(freq=text),
    "valid": lambda text: Schedule(valid=text),
}
MORE = [
    "0&tz=3",
    "0\nvalid=1",
    "0",
    "01.01.12 00:00",
    "|",
    ";",
    "\\n",
    "\u2028",
    "5\u0661",
    "nan",
    "{button,x,y}",
]


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("attack", [*ATTACKS, *MORE])
def test_text_is_refused_by_its_field(place: str, attack: str) -> None:
    """A text in the place of a number is refused by the field's name, however much it looks like one."""
    with pytest.raises(BuildError) as caught:
        build(PLACES[place](attack))  # type: ignore[operator]
    assert caught.value.field == place
    assert caught.value.reason


def test_times_have_one_tag_each() -> None:
    """The JSON of each time says which it is."""
    tags = {kind.__struct_config__.tag for kind in Time.__args__}
    assert tags == {"now", "at", "window", "moment", "after"}
    text = b'{"time":{"type":"at","local":"2012-01-01T00:00:00"}}'
    assert msgspec.json.encode(Schedule(At(datetime(2012, 1, 1)))) == text
