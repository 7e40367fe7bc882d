"""What every part of the package speaks: places in a text, problems, findings, fixes and the two errors.

All offsets count characters (code points) of the text that was given, from 0; for binary payloads they
count bytes. Lines and columns are a report's business (`Lines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct, structs

from smsc_codec.lazy import regex

if TYPE_CHECKING:
    import re
    from collections.abc import MutableSequence

    from smsc_codec.secrets.told import Hidden

Severity = Literal["error", "warning", "info"]

#: From worst to mildest; a smaller number is worse.
SEVERITIES: dict[str, int] = {"error": 0, "warning": 1, "info": 2}


class Span(Struct, frozen=True, gc=False, order=True):
    """A place in the source: `start` up to, not including, `end`."""

    start: int
    end: int


class Label(Struct, frozen=True, gc=False):
    """A second place that belongs to a problem, and its role there."""

    span: Span
    text: str


class Edit(Struct, frozen=True, gc=False):
    """Replace what stands at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """What would mend a problem. `safe`: the meaning is kept, or is what the author plainly meant."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Problem(Struct, frozen=True):
    """Something wrong at a place, before any rule gave it a code.

    `kind` groups problems that a reader found (`"syntax-error"`, `"call-wait-range"` ...); `expected` lists, in
    words, what would have been allowed at `span`; `primary` is a word for the span itself, shown under it;
    `severity` overrides the rule's own where this case is milder or worse; `steps` is the way that leads there, as what
    callers do one after the other, where order matters.
    """

    message: str
    span: Span
    kind: str = "syntax-error"
    expected: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    fixes: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()
    primary: str = ""
    severity: Severity | None = None
    steps: tuple[Label, ...] = ()


class Finding(Struct, frozen=True):
    """A problem under the code of the rule that reports it.

    `line`, `column`, `end_line`, `end_column` are where `span` begins and ends, from 1; 0 where nobody has looked yet.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    expected: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    fixes: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()
    primary: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    steps: tuple[Label, ...] = ()


_NOTHING = object()

#: No name, number or sender is longer; what is quoted at more length is a text, or is no name at all.
LONGEST_NAME = 60
#: A quoted text has blanks, and is cut where it would fill a line and more.
_TEXT = 100
_TOO_LONG = regex(rf"(?<!\w)'[^'\n]{{{_TEXT},}}'|[^\s']{{{LONGEST_NAME + 1},}}")


def brief(told: str) -> str:
    """What is told, with every name, word or text that it quotes cut to the length of a name."""
    return told if _is_brief(told) else _TOO_LONG.sub(_cut, told)


def _is_brief(told: str) -> bool:
    """Whether nothing can be too long in what is told: no word, and no text in quotes."""
    return len(told) <= LONGEST_NAME or (
        (len(told) <= _TEXT or "'" not in told) and max(map(len, told.split()), default=0) <= LONGEST_NAME
    )


def shortened(words: str, most: int = 40) -> str:
    """What is quoted of a text of any length: as it is, or its beginning and three dots."""
    return words if len(words) <= most else f"{words[: most - 3]}..."


def _cut(match: re.Match[str]) -> str:
    said = match.group()
    if said.startswith(("https://", "http://")) and len(said) <= 2 * LONGEST_NAME:
        return said
    quote = "'" if said[0] == "'" else ""
    return f"{said[: LONGEST_NAME - 1].rstrip()}…{quote}"


def _discreetly(told: str) -> str:
    """What an error says of a value that is not shown beside it: briefly, and without secrets.

    They are found by pattern: what was given in the wrong place may be a whole request.
    """
    if "'" not in told and '"' not in told and len(told) <= LONGEST_NAME:
        return told
    from smsc_codec.secrets import blotted

    return brief(blotted(told))


Told = TypeVar("Told", Problem, Finding)


def briefly(told: Told) -> Told:
    """What was found in a text, quoting nothing at length; an edit of a fix stays as it is."""
    said: tuple[str, ...] = (told.message, told.primary, *told.expected, *told.notes)
    if told.labels or told.steps or told.fixes:
        places: tuple[Label, ...] = (*told.labels, *told.steps)
        said = (*said, *[place.text for place in places], *[fix.title for fix in told.fixes])
    if max(map(len, said)) <= LONGEST_NAME or all(map(_is_brief, said)):
        return told
    return structs.replace(
        told,
        message=brief(told.message),
        expected=tuple(map(brief, told.expected)),
        labels=tuple(Label(label.span, brief(label.text)) for label in told.labels),
        steps=tuple(Label(step.span, brief(step.text)) for step in told.steps),
        fixes=tuple(structs.replace(fix, title=brief(fix.title)) for fix in told.fixes),
        notes=tuple(map(brief, told.notes)),
        primary=brief(told.primary),
    )


def discreet(told: Told, hidden: Hidden) -> Told:
    """What was found in a text, with nothing of the text's secrets in it: all that is shown passes here.

    A fix that would write one is left out: what is shown of it could not be applied.
    """
    if not hidden.values:
        return told
    say = hidden.told
    fixes = (fix for fix in told.fixes if not any(hidden.is_in(edit.text) for edit in fix.edits))
    return structs.replace(
        told,
        message=say(told.message),
        expected=tuple(map(say, told.expected)),
        labels=tuple(Label(label.span, say(label.text)) for label in told.labels),
        steps=tuple(Label(step.span, say(step.text)) for step in told.steps),
        fixes=tuple(structs.replace(fix, title=say(fix.title)) for fix in fixes),
        notes=tuple(map(say, told.notes)),
        primary=say(told.primary),
    )


class CodecError(ValueError):
    """The base of every error this package raises on purpose. Anything else is a bug: please report it."""


class WrongArgument(CodecError, TypeError):
    """A function was given what it does not take. Says which argument, what it takes, and what it was given."""

    def __init__(self, function: str, argument: str, expected: str, given: object = _NOTHING) -> None:
        self.function = function
        self.argument = argument
        self.expected = expected = _discreetly(expected)
        self.given = "" if given is _NOTHING else type(given).__name__
        super().__init__(function, argument, expected)

    def __str__(self) -> str:
        given = f", not {self.given}" if self.given else ""
        return f"{self.function}(), argument '{self.argument}': {self.expected}{given}"


def a_text(text: object, function: str) -> None:
    """Raise WrongArgument for what is no text, and say how it becomes one."""
    if isinstance(text, str):
        return
    if isinstance(text, bytes | bytearray):
        raise WrongArgument(function, "text", "takes a text (str): decode the octets first", text)
    raise WrongArgument(function, "text", "takes a text (str)", text)


def no_text(value: object, kind: str, function: str) -> None:
    """Raise BuildError where a builder is given the text instead of a value: what is built is what `parse` gives."""
    if isinstance(value, str):
        language = function.partition(".")[0]
        raise BuildError(language, f"Expected a {kind}, got a text; {language}.parse makes a {kind} of it")


class ParseError(CodecError):
    """The source does not say what it should. Carries the source and every problem found, in order.

    Errors are shown and logged, so it has a star for every character of a password or key in the source.
    """

    def __init__(self, source: str | bytes, problems: tuple[Problem, ...]) -> None:
        if isinstance(source, str):
            from smsc_codec.secrets.told import Hidden

            hidden = Hidden(source)
            source = hidden.text
            problems = tuple(discreet(briefly(problem), hidden) for problem in problems)
        self.source = source
        self.problems = problems
        super().__init__(source, problems)

    def __str__(self) -> str:
        first = self.problems[0]
        if isinstance(self.source, bytes):
            place = f"byte {first.span.start}"
        else:
            line, column = Lines(self.source).position(first.span.start)
            place = f"line {line}, column {column}"
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        return f"{place}: {first.message}{more}"

    def __repr__(self) -> str:
        return f"<ParseError {self}>"


class BuildError(CodecError):
    """The value cannot be written so that it reads back equal. `field` is the path to what stands in the way.

    Where a builder looks at everything before it refuses, `all` has the other errors too.
    """

    def __init__(self, field: str, reason: str, others: tuple[BuildError, ...] = ()) -> None:
        self.field = field = brief(field)
        self.reason = reason = _discreetly(reason)
        self.others = others
        super().__init__(field, reason, others)

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Every field with its reason, in order."""
        return ((self.field, self.reason), *((other.field, other.reason) for other in self.others))

    def __str__(self) -> str:
        return "; ".join(f"{field}: {reason}" if field else reason for field, reason in self.all)


#: Of a text of more characters the lines are kept with care.
_LONG = 100_000


class Lines:
    """Offsets of one text to lines and columns, both from 1; a line ends at `\\n`, and `\\r\\n` is one ending.

    Of a text that is a block of a longer one, lines are counted from `first`.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self.text = text
        self._before = first - 1
        starts: MutableSequence[int] = [0]
        if len(text) > _LONG:
            from array import array

            starts = array("Q", starts)  # a fifth of the memory: a text may be of nothing but line ends
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    @property
    def last(self) -> int:
        """The number of the last line; behind the text's last ending there is one more."""
        return self._before + len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        from bisect import bisect_right

        index = bisect_right(self._starts, offset)
        return self._before + index, offset - self._starts[index - 1] + 1

    def span(self, line: int) -> Span:
        """The line's own characters, without its ending."""
        index = line - self._before
        start = self._starts[index - 1]
        end = self._starts[index] - 1 if index < len(self._starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)
