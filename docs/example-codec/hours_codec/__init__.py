"""Opening hours as a language of smsc-codec: `mon: 9-18`, one day a line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.grammar.compiler import compile_grammar
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.payloads.codec import Reading, Spans
from smsc_codec.payloads.conform import conform
from smsc_codec.payloads.context import Context
from smsc_codec.rules import Rule, Ruleset

TABLES = compile_grammar(files(__name__).joinpath("hours.lark").read_text(encoding="utf-8"))
RULES = Ruleset()


class Day(Struct, frozen=True, forbid_unknown_fields=True):
    """One day of the week, and the full hours between which the shop is open."""

    day: str
    opens: int
    closes: int


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """The days that the shop is open, in order."""

    days: tuple[Day, ...]


class Options(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`[tool.smsc-codec.hours]` in the configuration."""

    #: The hour after which nobody is there any more.
    latest: int = 22


def _day(text: str, kids: list[Any], begin: int, end: int) -> tuple[Day | None, int, int]:
    day, opens, closes = (text[start:stop] for _, start, stop in kids)
    return Day(day, int(opens), int(closes)), begin, end


def _wrong(text: str, kids: list[Any], begin: int, end: int) -> tuple[Day | None, int, int]:
    return None, begin, end


_PARSER = Parser(TABLES, {"day": _day, "wrong": _wrong})


def read(text: str) -> Reading:
    """What can be understood of `text`, with every problem. Never raises."""
    unexpected: list[Unexpected] = []
    _, parts = _PARSER.parse(text, unexpected)
    lines = [part for part in parts if part[0]]
    problems = tuple(_problem(begin, end, unexpected) for day, begin, end in parts if not day)
    spans = Spans((("days", i), begin, end) for i, (_, begin, end) in enumerate(lines))
    return Reading(text, Hours(tuple(day for day, *_ in lines)), problems, spans)


def _problem(begin: int, end: int, unexpected: list[Unexpected]) -> Problem:
    """What is wrong with a line: where it stops making sense, and what could have stood there."""
    at = next((one for one in unexpected if begin <= one.at <= end), Unexpected(begin, ("DAY",)))
    expected = tuple(filter(None, (TABLES.names.get(name) for name in at.expected)))
    return Problem("this is no line of opening hours", Span(at.at, end), "hours-syntax", expected)


@RULES.rule("HRS001", "hours-syntax", "error")
def hours_syntax(hours: Context) -> Iterator[Problem]:
    """A line is none of opening hours.

    A line has a day, a colon, and two full hours with a dash between them.

    Bad::

        mon 9-18

    Good::

        mon: 9-18

    Fix: none.
    Since: 0.1
    """
    yield from hours.problems("hours-syntax")


@RULES.rule("HRS002", "odd-hours", "warning")
def closed_early(hours: Context) -> Iterator[Problem]:
    """A day closes before it opens, or too late.

    Callers are told of these hours; the option `latest` says when nobody is there any more.

    Bad::

        mon: 18-9

    Good::

        mon: 9-18

    Fix: none.
    Since: 0.1
    """
    for i, day in enumerate(hours.value.days):
        if not day.opens < day.closes <= hours.options.latest:
            yield Problem(f"{day.day} is open from {day.opens} to {day.closes}", hours.span("days", i))


class HoursCodec:
    """The codec of opening hours, in the shape all codecs have."""

    kind = "hours"
    title = "table of opening hours"
    value = Hours
    options = Options
    endings = (".hours",)

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Hours:
        """The hours of `text`, or ParseError with every problem."""
        reading = read(text)
        if reading.problems:
            raise ParseError(text, reading.problems)
        hours: Hours = reading.value
        return hours

    def build(self, value: Hours) -> str:
        """The text of hours, which reads back equal, or BuildError."""
        value = conform(value, Hours)
        text = "".join(f"{day.day}: {day.opens}-{day.closes}\n" for day in value.days)
        back = read(text)
        if back.problems or back.value != value:
            raise BuildError("days", "a day from 'mon' to 'sun' and two full hours each")
        return text

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return self.build(self.parse(text))

    def looks_like(self, text: str) -> bool:
        """Whether a text is probably opening hours."""
        return text[:5] in ("mon: ", "tue: ", "wed: ", "thu: ", "fri: ", "sat: ", "sun: ")

    def rules(self) -> list[Rule]:
        """The lint rules."""
        return RULES.rules

    def context(self, text: str, options: Options) -> Context:
        """What the rules are given: the reading."""
        return Context(text, options, read)


CODEC = HoursCodec()
