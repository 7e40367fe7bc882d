"""When a message goes: `time`, `tz`, `period`, `freq` and `valid` of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.diagnostics import ParseError, a_text, no_text
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.context import Context, NoOptions
from smsc_codec.payloads.schedule.model import After, At, Moment, Now, Schedule, Time, Window
from smsc_codec.payloads.schedule.read import read

if TYPE_CHECKING:
    from smsc_codec.rules import Rule

__all__ = ["CODEC", "After", "At", "Moment", "Now", "Schedule", "ScheduleCodec", "Time", "Window", "build",
           "format_text", "parse", "read"]  # fmt: skip


def parse(text: str) -> Schedule:
    """The schedule that `text` says: `name=value` on lines or joined by `&`; a value without a name is the time.

    Raises ParseError, which carries every problem with its place.
    """
    a_text(text, "schedule.parse")
    reading = read(text)
    if reading.problems:
        raise ParseError(text, reading.problems)
    schedule: Schedule = reading.value
    return schedule


def build(schedule: Schedule) -> str:
    """The text of `schedule`, which reads back equal. Raises BuildError, which names the field."""
    no_text(schedule, "Schedule", "schedule.build")
    from smsc_codec.payloads.schedule.write import build

    return build(schedule)


def format_text(text: str) -> str:
    """The same schedule with one `name=value` a line, in the page's order and shortest form. Raises ParseError."""
    written = build(parse(text))
    canonical = written + "\n" if written else ""
    return canonical.replace("\n", "\r\n") if "\r\n" in text else canonical


class ScheduleCodec:
    """The codec of a schedule, in the shape all codecs have."""

    kind = "schedule"
    title = "time of sending"
    value = Schedule
    options = NoOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Schedule:
        """The schedule of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Schedule) -> str:
        """The text of a schedule, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text is such values and nothing else."""
        if len(text) > 200:
            return False
        reading = read(text)
        return not reading.problems and reading.value != Schedule()

    def rules(self) -> list[Rule]:
        """The lint rules."""
        from smsc_codec.payloads import general
        from smsc_codec.payloads.schedule import rules

        return [*rules.RULES.rules, *general.RULES.rules]

    def context(self, text: str, options: NoOptions) -> Context:
        """What the rules are given: the reading."""
        return Context(text, options, read)


CODEC = ScheduleCodec()
