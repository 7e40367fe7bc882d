"""Schedule to text: what is written reads back equal, or it is not written."""

from __future__ import annotations

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.conform import conform
from smsc_codec.payloads.schedule.limits import CENTURY, FREQ, PERIOD, TZ, VALID, Limits
from smsc_codec.payloads.schedule.model import After, At, Moment, Now, Schedule, Time, Window
from smsc_codec.payloads.schedule.read import HEADS, WRITTEN, read

_MOST_MINUTES = 9_999_999
_LAST_MOMENT = 9_999_999_999


def build(schedule: Schedule) -> str:
    """The text of `schedule`, `name=value` one a line, which reads back equal. Raises BuildError with the field."""
    return _lines(parameters(schedule))


def _lines(made: dict[str, str]) -> str:
    return "\n".join(HEADS[name] + text for name, text in made.items())


def parameters(schedule: Schedule) -> dict[str, str]:
    """The request's parameters that say `schedule`, before any urlencoding. Raises BuildError with the field.

    A value that has two ways to be written is written in the shorter one.
    """
    schedule = conform(schedule, Schedule)
    made: dict[str, str] = {}
    if schedule.time is not None:
        made["time"] = write_time(schedule.time)
    if schedule.tz is not None:
        made["tz"] = str(_within(schedule.tz, "tz", TZ))
    if schedule.period is not None:
        period = _within(schedule.period, "period", PERIOD)
        made["period"] = f"{period:.4f}".rstrip("0").rstrip(".")
    if schedule.freq is not None:
        made["freq"] = str(_within(schedule.freq, "freq", FREQ))
    if schedule.valid is not None:
        minutes = int(_within(schedule.valid, "valid", VALID))
        made["valid"] = (
            f"{minutes // 60:02}{WRITTEN['_COLON']}{minutes % 60:02}" if minutes % 60 else str(minutes // 60)
        )
    back = read(_lines(made))
    if back.problems or back.value != schedule:
        wrong = next(
            (name for name in made if getattr(back.value, name) != getattr(schedule, name)), "schedule"
        )
        raise BuildError(wrong, "would not read back as the same value; hours have up to 4 decimals")
    return made


def _within(value: float, field: str, limits: Limits) -> float:
    if not limits.low <= value <= limits.high:
        raise BuildError(field, f"{limits.unit} from {limits.low:g} to {limits.high:g}")
    return value


def write_time(time: Time, field: str = "time") -> str:
    """The text of one time. Raises BuildError, which names the field below `field`."""
    checked: Time = conform(time, Time, field)
    match checked:
        case Now():
            return WRITTEN["NOW"]
        case At(local):
            if local.tzinfo is not None:
                raise BuildError(f"{field}.local", "a date and time without a zone: give the zone as 'tz'")
            if local.second or local.microsecond:
                raise BuildError(f"{field}.local", "a whole minute: seconds cannot be sent")
            if not CENTURY <= local.year < CENTURY + 100:
                raise BuildError(f"{field}.local", "a year from 2000 to 2099: it is written with two digits")
            return f"{local:%d%m%y%H%M}"
        case Window(start, end):
            if not 0 <= start <= 23:
                raise BuildError(f"{field}.start", "an hour from 0 to 23")
            if not 0 <= end <= 24:
                raise BuildError(f"{field}.end", "an hour from 0 to 24")
            return f"{start}{WRITTEN['_DASH']}{end}"
        case Moment(timestamp):
            if not 0 <= timestamp <= _LAST_MOMENT:
                raise BuildError(f"{field}.timestamp", "seconds since 1970, from 0 to 9999999999")
            digits = str(timestamp)
            if len(digits) == 9:  # behind the zero they would be a date (TIM-1)
                digits = f"0{digits}"
            return f"{WRITTEN['NOW']}{digits}"
        case After(minutes):
            if not 0 <= minutes <= _MOST_MINUTES:
                raise BuildError(f"{field}.minutes", f"whole minutes from 0 to {_MOST_MINUTES}")
            return f"{WRITTEN['_PLUS']}{minutes}"
