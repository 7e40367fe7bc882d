"""Text to a transcript: what each line means. A line that cannot be read is left out and told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import Label, Problem, Span
from smsc_codec.grammar.compiled.call import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.payloads.call.model import (
    POLICIES,
    Anything,
    Call,
    Given,
    Hear,
    Leave,
    Nothing,
    Notify,
    Pattern,
    Record,
    Sms,
    Step,
    Transcript,
    Unread,
)
from smsc_codec.payloads.call.quotes import unquoted
from smsc_codec.payloads.codec import Path, Reading, Spans


class Comment(Struct, frozen=True, gc=False):
    """A line for people: the transcript's value does not have it, its layout does."""

    text: str


class Header(Struct, frozen=True, gc=False):
    """A line that says which menu, or a policy, by the name of the transcript's field."""

    field: str
    value: str


class Line(Struct, frozen=True, gc=False):
    """What one line says, None where it makes no sense, and where it stands."""

    says: Comment | Header | Step | None
    start: int
    end: int


def read(text: str) -> Reading:
    """What can be understood of `text`, with every problem and the place of each step. Never raises."""
    return _reading(text, *lines(text))


def lines(text: str) -> tuple[list[Line], list[Unexpected]]:
    """The lines that say something, in order, and where the wrong ones stop making sense."""
    stopped: list[Unexpected] = []
    made: list[Line] = list(_PARSER.parse(text, stopped)[1])
    return made, stopped


def _reading(text: str, found: list[Line], stopped: list[Unexpected]) -> Reading:
    fields: dict[str, Any] = {}
    places: list[tuple[Path, int, int]] = []
    steps: list[Step] = []
    problems: list[Problem] = []
    seen: dict[str, Span] = {}
    stops = iter(stopped)
    stop = next(stops, None)
    for line in found:
        span = Span(line.start, line.end)
        match line.says:
            case None:
                from smsc_codec.payloads.call.slips import odd

                # A line that begins like none of them is an ERROR from its beginning: nothing was expected in it.
                inside = stop is not None and line.start <= stop.at <= line.end
                problems.append(odd(text, span, stop if inside else None))
                if inside:
                    stop = next(stops, None)
            case Comment():
                pass
            case Header(field, value):
                problem = _header(field, value, span, seen, bool(steps))
                if problem is None or problem.kind == "call-late-header":
                    fields[field] = value
                    places.append(((field,), line.start, line.end))
                if problem is not None:
                    problems.append(problem)
            case step:
                places.append((("steps", len(steps)), line.start, line.end))
                steps.append(step)
    return Reading(text, Transcript(**fields, steps=tuple(steps)), tuple(problems), Spans(places))


def _header(field: str, value: str, span: Span, seen: dict[str, Span], late: bool) -> Problem | None:
    """What is wrong with a line that says which menu, or a policy."""
    name = field.replace("_", "-")
    first = seen.setdefault(field, span)
    if first is not span:
        label = Label(first, "first given here")
        return Problem(f"'{name}:' is given twice", span, "call-header", labels=(label,))
    if field != "menu" and value not in POLICIES[name]:
        from smsc_codec.payloads.call.slips import choice

        return choice(name, value, Span(span.end - len(value), span.end))
    if late:
        told, expected = f"'{name}:' must come before the call", ("all settings first",)
        return Problem(told, span, "call-late-header", expected)
    return None


# -- the grammar's rules: each line that says something -------------------------------------------------


def _start(text: str, kids: list[Line], begin: int, end: int) -> tuple[str, list[Line]]:
    return "start", kids


def _line(says: Any) -> Any:
    def action(text: str, kids: list[Any], begin: int, end: int) -> Line:
        return Line(says(text, kids), begin, end)

    return action


def _words(text: str, kids: list[Any]) -> str:
    """The words of a line's only token."""
    _, start, stop = kids[0]
    return text[start:stop]


def _comment(text: str, kids: list[Any]) -> Comment:
    return Comment(_words(text, kids).rstrip())


def _policy(text: str, kids: list[Any]) -> Header:
    (_, start, stop), (_, choice, end) = kids
    return Header(text[start:stop].rstrip(" \t:").replace("-", "_"), text[choice:end])


def _given(text: str, kids: list[Any]) -> Given:
    return Given(" ".join(_words(text, kids).split()))


def _parts(text: str, kids: list[Any]) -> Iterator[tuple[str, str]]:
    """The tokens of a line, each by its name and its words."""
    for kind, start, stop in kids:
        yield kind, text[start:stop]


def _pattern(text: str, kids: list[Any]) -> Pattern:
    return tuple(
        None if kind == "ANY" else unquoted(words)
        for kind, words in _parts(text, kids)
        if kind in ("ANY", "QUOTED")
    )


def _sms(text: str, kids: list[Any]) -> Sms:
    said = dict(_parts(text, kids))
    sender = unquoted(said["SENDER"]) if "SENDER" in said else None
    return Sms(said.get("PHONE"), sender, _pattern(text, kids))


def _call(text: str, kids: list[Any]) -> Call:
    said = dict(_parts(text, kids))
    phones = tuple(words for kind, words in _parts(text, kids) if kind == "PHONE")
    return Call(phones, int(said["NUMBER"]) if "NUMBER" in said else None, "RECORDED" in said)


_PARSER = Parser(
    TABLES,
    {
        "start": _start,
        "comment": _line(_comment),
        "menu": _line(lambda text, kids: Header("menu", _words(text, kids))),
        "policy": _line(_policy),
        "given": _line(_given),
        "anything": _line(lambda text, kids: Anything()),
        "nothing": _line(lambda text, kids: Nothing()),
        "hear": _line(lambda text, kids: Hear(_pattern(text, kids))),
        "leave": _line(lambda text, kids: Leave(_pattern(text, kids))),
        "sms": _line(_sms),
        "call": _line(_call),
        "notify": _line(lambda text, kids: Notify(_words(text, kids) if kids else None)),
        "record": _line(lambda text, kids: Record(int(_words(text, kids)) if kids else None)),
        "unread": _line(lambda text, kids: Unread()),
        "odd": lambda text, kids, begin, end: Line(None, kids[0][1], kids[0][2]),
    },
)
