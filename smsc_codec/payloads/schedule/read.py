"""Text to schedule: what each rule of the grammar means, and which values are out of range."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from smsc_codec.diagnostics import Label, ParseError, Problem, Span
from smsc_codec.grammar.compiled.schedule import TABLES
from smsc_codec.grammar.runtime import Parser
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.payloads.schedule.limits import CENTURY, FREQ, PERIOD, TZ, VALID, Limits
from smsc_codec.payloads.schedule.model import After, At, Moment, Now, Schedule, Time, Window

#: How each mark is written, and what stands before the value of each parameter.
WRITTEN = TABLES.written
HEADS = {name: WRITTEN[f"_{name.upper()}"] for name in Schedule.__struct_fields__}


def read(text: str) -> Reading:
    """What can be understood of `text`; a value that cannot be is left None and told of. Never raises."""
    fields, problems = _PARSER.parse(text)
    values: dict[str, Any] = {}
    places: list[tuple[Path, int, int]] = []
    seen: dict[str, Span] = {}
    for name, value, start, end in fields:
        span = Span(start, end)
        first = seen.setdefault(name, span)
        if first is not span:
            label = Label(first, "first given here")
            problems.append(Problem(f"'{name}' is given twice", span, "schedule-field", labels=(label,)))
            continue
        values[name] = value
        places.append(((name,), start, end))
    problems.sort(key=lambda problem: (problem.span.start, problem.span.end))
    return Reading(text, Schedule(**values), tuple(problems), Spans(places))


def read_parameters(parameters: Mapping[str, str]) -> Schedule:
    """The schedule of a request's parameters, by their names, before any urlencoding; others are passed over.

    Raises ParseError, whose source is the one value that makes no sense.
    """
    values: dict[str, Any] = {}
    for name in Schedule.__struct_fields__:
        text = parameters.get(name)
        if text is None:
            continue
        head = HEADS[name]
        for at, character in enumerate(text):
            if character in "&\n":  # what follows would be another parameter
                problem = Problem(f"'{name}' ends here", Span(at, at + 1), "schedule-field", ("one value",))
                raise ParseError(text, (problem,))
        reading = read(head + text)
        if reading.problems:
            raise ParseError(text, tuple(_moved(problem, -len(head)) for problem in reading.problems))
        values[name] = getattr(reading.value, name)
    return Schedule(**values)


def _moved(problem: Problem, by: int) -> Problem:
    """The problem of one value, as it is seen in a text that lacks its name."""

    def moved(span: Span) -> Span:
        return Span(max(span.start + by, 0), max(span.end + by, 0))

    fixes = tuple(
        replace(fix, edits=tuple(replace(edit, span=moved(edit.span)) for edit in fix.edits))
        for fix in problem.fixes
    )
    return replace(problem, span=moved(problem.span), fixes=fixes)


# -- the grammar's rules: each gives (name, value, start, end) and adds its problems ------------------


class _Field(Struct, gc=False):
    name: str
    value: Any
    start: int
    end: int
    problems: tuple[Problem, ...] = ()


def _start(text: str, kids: list[_Field], begin: int, end: int) -> tuple[Any, list[Problem]]:
    problems = [problem for kid in kids for problem in kid.problems]
    return [(kid.name, kid.value, kid.start, kid.end) for kid in kids if kid.name], problems


def _time(text: str, kids: list[Any], begin: int, end: int) -> _Field:
    if not kids:
        return _nothing(text, "time", begin, end)
    kind, start, stop = kids[0]
    words = text[start:stop]
    value: Time | None = None
    problems: tuple[Problem, ...] = ()
    if kind == "COMPACT":
        value, problems = _date(text, start, stop, (0, 2, 4, 6, 8))
    elif kind == "DOTTED":
        value, problems = _date(text, start, stop, (0, 3, 6, words.index(":") - 2, len(words) - 2))
    elif kind == "WINDOW":
        value, problems = _window(text, start, stop)
    elif kind == "MOMENT":
        value = Moment(int(words[1:]))
    elif kind == "AFTER":
        value = After(int(words.removeprefix(WRITTEN["_PLUS"])))
    elif kind == "NOW":
        value = Now()
    else:
        from smsc_codec.payloads.schedule.slips import odd_time

        problem, is_time = odd_time(words, start, named=begin < start)
        return _Field("time" if is_time else "", None, start, stop, (problem,))
    return _Field("time", value, start, stop, problems)


def _date(text: str, start: int, stop: int, at: tuple[int, ...]) -> tuple[At | None, tuple[Problem, ...]]:
    """A minute of the calendar, whose day, month, year, hour and minute have two digits each at these offsets."""
    day, month, year, hour, minute = (int(text[start + i : start + i + 2]) for i in at)
    year += CENTURY
    if not 1 <= month <= 12:
        wrong, message, allowed = (1, 1), f"there is no month {month:02}", "a month from 01 to 12"
    elif not 1 <= day <= _last_day(year, month):
        wrong, message = (0, 1), f"there is no {day:02}.{month:02} in {year}"
        allowed = f"a day from 01 to {_last_day(year, month)}"
    elif hour > 23:
        wrong, message, allowed = (3, 3), f"there is no hour {hour}", "an hour from 00 to 23"
    elif minute > 59:
        wrong, message, allowed = (4, 4), f"there is no minute {minute}", "a minute from 00 to 59"
    else:
        return At(datetime(year, month, day, hour, minute)), ()
    from smsc_codec.payloads.schedule.slips import impossible_date

    span = Span(start + at[wrong[0]], start + at[wrong[1]] + 2)
    return None, (impossible_date(text[start:stop], start, message, span, allowed),)


def _last_day(year: int, month: int) -> int:
    return (datetime(year, month % 12 + 1, 1) - timedelta(days=1)).day  # of December, whatever the year


def _window(text: str, start: int, stop: int) -> tuple[Window | None, tuple[Problem, ...]]:
    first, _, second = text[start:stop].partition(WRITTEN["_DASH"])
    window = Window(int(first), int(second))
    if window.start > 23:
        span = Span(start, start + len(first.rstrip()))
    elif window.end > 24:
        span = Span(stop - len(second.lstrip()), stop)
    else:
        return window, ()
    hour = text[span.start : span.end]
    expected = ("full hours: the first from 0 to 23, the last from 0 to 24, such as '9-21'",)
    return None, (Problem(f"there is no hour {hour}", span, "time-format", expected),)


def _number(name: str, limits: Limits) -> Any:
    """What a named number means: its value, or what is wrong with it."""

    def action(text: str, kids: list[Any], begin: int, end: int) -> _Field:
        if not kids:
            return _nothing(text, name, begin, end)
        kind, start, stop = kids[0]
        words = text[start:stop]
        value: float | None = None
        if kind == "CLOCK":
            hours, _, minutes = words.partition(WRITTEN["_COLON"])
            value = int(hours) * 60 + int(minutes) if int(minutes) < 60 else None
        elif kind != "ODD":
            value = float(words) if kind == "DECIMAL" else int(words) * (60 if name == "valid" else 1)
        if value is not None and limits.low <= value <= limits.high:
            return _Field(name, value, start, stop)
        from smsc_codec.payloads.schedule.slips import odd_number

        return _Field(name, None, start, stop, (odd_number(name, words, value, Span(start, stop), limits),))

    return action


def _nothing(text: str, name: str, begin: int, end: int) -> _Field:
    from smsc_codec.payloads.schedule.slips import nothing

    return _Field(name, None, end, end, (nothing(name, Span(begin, end)),))


_PARSER = Parser(
    TABLES,
    {
        "start": _start,
        "time": _time,
        "tz": _number("tz", TZ),
        "period": _number("period", PERIOD),
        "freq": _number("freq", FREQ),
        "valid": _number("valid", VALID),
    },
)
