"""What is told of a value that is none of the page's forms, and what was probably meant. Loaded only for such."""

from __future__ import annotations

import re
from datetime import datetime

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.schedule.limits import FREQ, PERIOD, TZ, VALID, Limits
from smsc_codec.payloads.schedule.model import Schedule

#: The forms of a time (TIM-1 .. TIM-6).
TIMES = (
    "DDMMYYhhmm such as '0101120000'",
    "'DD.MM.YY hh:mm'",
    "hours such as '9-21'",
    "'0' and Unix time",
    "'+' and a number of minutes",
    "'0' to send immediately",
)
_NAMES = Schedule.__struct_fields__
_NAMED = compiled(r"(\w+)\s*=")
_DATE = compiled(  # of the years that two digits can say (TIM-1)
    r"(?:20(?P<year>[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"|(?P<d>[0-9]{1,2})[./-](?P<m>[0-9]{1,2})[./-](?:20)?(?P<y>[0-9]{2}))"
    r"(?:(?:[ \t]+|T|,[ \t]*)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?)?"
)
_HOURS = compiled(
    r"(?:(?:from|с)[ \t]+)?([0-9]{1,2})(?::00)?\s*(?:[-\u2010-\u2015\u2212]|\.\.|(?:to|till|until|до|по)(?=[ \t]))\s*"
    r"([0-9]{1,2})(?::00)?"
)
_SIGNS_ONLY = compiled(r"[0-9\s\u2010-\u2015\u2212-]+")
#: `+15 min`, `+1h`: minutes are all that there is (TIM-5).
_LATER = compiled(r"(?i)\+[ \t]*([0-9]{1,4})[ \t]*(?:(m|min\w*|м|мин\w*)|h|hours?|ч|час\w*)\.?")
_COLON = compiled(r"(?P<name>[^\W\d]\w{0,20})[ \t]*:[ \t]*(?=\S)")
_WORDS = {"tz": TZ, "period": PERIOD, "freq": FREQ, "valid": VALID}


def odd_time(words: str, start: int, *, named: bool) -> tuple[Problem, bool]:
    """What is wrong with `words`, which stand at `start`; and whether they were meant as a time at all."""
    span = Span(start, start + len(words))
    name = None if named else _NAMED.match(words)
    if name:
        return _unknown_name(name[1], Span(start, start + len(name[1]))), False
    colon = None if named else _COLON.match(words)
    if colon and colon["name"].lower() in _NAMES:
        said = colon["name"].lower()
        place = Span(start, start + colon.end())
        fix = Fix(f"write '{said}='", (Edit(place, f"{said}="),))
        allowed = tuple(f"'{one}='" for one in _NAMES)
        return Problem(f"missing '=' after '{said}'", place, "schedule-field", allowed, fixes=(fix,)), False
    meant, safe, note = _meant(words)
    fixes = (Fix(f"write '{meant}'", (Edit(span, meant),), safe=safe),) if meant else ()
    notes = tuple(filter(None, (f"did you mean '{meant}'?" if meant else "", note)))
    return Problem(
        f"'{shortened(words)}' is not a sending time", span, "time-format", TIMES, fixes=fixes, notes=notes
    ), True


def _unknown_name(name: str, span: Span) -> Problem:
    from smsc_codec.text.near import nearest

    meant = nearest(name, _NAMES)
    return Problem(
        f"unknown parameter '{shortened(name)}'",
        span,
        "schedule-field",
        tuple(f"'{name}='" for name in _NAMES),
        fixes=(Fix(f"write '{meant}'", (Edit(span, meant),)),) if meant else (),
        notes=(f"did you mean '{meant}'?",) if meant else (),
    )


def _meant(words: str) -> tuple[str | None, bool, str]:
    """The time that was probably meant, whether that is plain, and a word on it."""
    if re.fullmatch(r"%2[Bb][0-9]{1,7}", words):
        return "+" + words[3:], True, "'%2B' is the form for requests; write a plain '+' here"
    hours = _HOURS.fullmatch(words)
    if hours and int(hours[1]) <= 23 and int(hours[2]) <= 24:
        return f"{int(hours[1])}-{int(hours[2])}", _SIGNS_ONLY.fullmatch(words) is not None, ""
    later = _LATER.fullmatch(words)
    if later:
        return f"+{int(later[1]) * (1 if later[2] else 60)}", False, ""
    if words.isascii() and words.isdigit():
        return _digits(words)
    date = _DATE.fullmatch(words)
    if date is None:
        return None, False, ""
    day, month, year = (date[a] or date[b] for a, b in (("day", "d"), ("month", "m"), ("year", "y")))
    made = _minute(f"{day:0>2}{month:0>2}{year}{date['hour'] or '':0>2}{date['minute'] or '00'}")
    return f"{made:%d.%m.%y %H:%M}" if made else None, False, ""


def _digits(words: str) -> tuple[str | None, bool, str]:
    """Digits without the zero of a Unix time, without the plus, in milliseconds, or without a date's first zero."""
    if len(words) < 8 and words[0] != "0":
        return f"+{words}", False, "in a request write the plus as '%2B', otherwise it becomes a space"
    if len(words) == 9 and _minute("0" + words):
        return "0" + words, False, "the leading zero of the day is missing"
    long = re.fullmatch("([0-9]{4})20([0-9]{6})", words)
    if long and _minute(long[1] + long[2]):
        return long[1] + long[2], False, "the year is written with two digits"
    stamp = words.removeprefix("0")
    if len(stamp) == 13 and stamp[0] != "0":
        return f"0{stamp[:10]}", False, "Unix time is in seconds, not milliseconds"
    return None, False, ""


def _minute(digits: str) -> datetime | None:
    """The minute that ten digits say (TIM-1), if a calendar has it; the leap years of both centuries are the same."""
    try:
        return datetime.strptime(digits, "%d%m%y%H%M")
    except ValueError:
        return None


def impossible_date(words: str, start: int, message: str, span: Span, allowed: str) -> Problem:
    """A date or time of day that no calendar has; ten digits without dots may be a Unix time without its zero."""
    fixes: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()
    if words.isdigit() and words[0] == "1":
        notes = (f"Unix time needs a leading zero: did you mean '0{words}'?",)
        fixes = (Fix(f"write '0{words}'", (Edit(Span(start, start), "0"),)),)
    return Problem(message, span, "time-format", (allowed,), fixes=fixes, notes=notes)


def odd_number(name: str, words: str, value: float | None, span: Span, limits: Limits) -> Problem:
    """A number of `tz`, `period`, `freq` or `valid` that is none, or is out of range."""
    fixes: tuple[Fix, ...] = ()
    if value is not None:
        message = f"'{name}={words}' is out of range"
        if name != "tz":
            moved = _limit(name, min(max(value, limits.low), limits.high))
            fixes = (Fix(f"write '{moved}'", (Edit(span, moved),)),)
    else:
        unit = "hours, nor a time such as 12:30" if name == "valid" else limits.unit
        message = f"'{name}={shortened(words)}' is not a number of {unit}"
        point = words.replace(",", ".")
        if name == "period" and re.fullmatch(r"[0-9]{1,3}\.[0-9]{1,4}", point):
            safe = limits.low <= float(point) <= limits.high
            fixes = (Fix(f"write '{point}'", (Edit(span, point),), safe=safe),)
    return Problem(message, span, limits.kind, (_allowed(name, limits),), fixes=fixes)


def _limit(name: str, value: float) -> str:
    if name == "valid":
        return "24" if value == VALID.high else "00:01"
    return f"{value:g}"


def _allowed(name: str, limits: Limits) -> str:
    if name == "valid":
        return "1 to 24 hours, or hh:mm from 00:01 to 24:00"
    whole = "" if name == "period" else "whole "
    return f"{whole}{limits.unit}: {limits.low:g} to {limits.high:g}"


def nothing(name: str, span: Span) -> Problem:
    """A name without a value."""
    if name == "time":
        return Problem("'time=' has no value", span, "time-format", TIMES)
    limits = _WORDS[name]
    return Problem(f"'{name}=' has no value", span, limits.kind, (_allowed(name, limits),))
