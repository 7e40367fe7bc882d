"""A command of the Windows prompt to its words, as browsers copy it: `^` before signs, `^"` for quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.shell import MOST_ESCAPES, Command, Word
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled

#: A caret before the end of a line goes on with the command; before a sign it takes the sign's meaning.
#: Blanks between it and the line's end are a slip, after which the prompt ends the command.
_CARET = compiled(r"\^(?:[ \t]*\r?\n(\r?\n)?|(.)|\Z)", re.DOTALL)
_APART = compiled(r"\^(?P<blanks>[ \t]+)(?=\r?\n)")
_ENDS = compiled(
    r"\^(?:[ \t]*\r?\n(?:\r?\n)?|.)|(\")|(\r?\n)|([|&<>])|(?P<single>(?<=\s)'[^'\"\r\n]*'(?=\s|\Z))",
    re.DOTALL,
)
#: The prompt knows no single quotes; who writes them means quotes all the same.
_WORD = compiled(r"(?:(?<!\S)'[^'\n]*'(?!\S)|\"(?>(?:[^\"\\]|\\.)*)\"?|\\.|[^\s\"\\])+", re.DOTALL)
_QUOTE = compiled(r"\\\"|\"|\A'(?=.*'\Z)|(?<=.)'\Z", re.DOTALL)
#: What stands for itself inside and outside of quotes, and between carets.
_PLAIN = compiled(r"[A-Za-z0-9.,:/_~+=-]*")


def is_of_prompt(source: str, start: int, end: int) -> bool:
    """Whether the command that begins at `start` is written for the Windows prompt."""
    return re.search(r"\^(?:[\"&|<>]|[ \t\r]*\n)", _line(source, start, end).group()) is not None


def _line(source: str, start: int, end: int) -> re.Match[str]:
    """What stands from a place to the end of its line, with that."""
    found = compiled(r"[^\n]*\n?").match(source, start, end)
    assert found is not None  # it may be empty
    return found


def words(source: str, start: int, end: int) -> Command:
    """The words of the command that begins at `start`, up to what ends it."""
    if source.count("^", start, end) > MOST_ESCAPES:
        line = _line(source, start, end).group().rstrip("\n")
        return Command([], start + len(line), [], cut=True)
    stop, quoted = end, False
    single: list[Span] = []
    for match in _ENDS.finditer(source, start, end):
        if match["single"] and not quoted:
            single.append(Span(*match.span()))
        elif match[1]:
            quoted = not quoted
        elif match[2] or (match[3] and not quoted):
            stop = match.start()
            break
    whole = Mapped.of(source, start, stop).unescaped(_CARET, _said, _write)
    made = []
    for match in _WORD.finditer(whole.text):
        word = whole.part(*match.span())
        made.append(Word(word.unescaped(_QUOTE, _quote, _write), word.span()))
    problems = [_apart(match) for match in _APART.finditer(source, start, stop)]
    return Command(made, stop, [*problems, *_single(single)])


def _single(places: list[Span]) -> Iterator[Problem]:
    """Single quotes, which the prompt takes for letters; told once."""
    if places:
        ends = [Span(at, at + 1) for place in places for at in (place.start, place.end - 1)]
        fix = Fix("write double quotes", tuple(Edit(end, '"') for end in ends))
        told = "the Windows prompt knows no single quotes: the words in them are taken apart"
        yield Problem(told, places[0], "request-syntax", ("double quotes",), fixes=(fix,))


def _apart(match: re.Match[str]) -> Problem:
    span = Span(*match.span("blanks"))
    fix = Fix("remove the space", (Edit(span, ""),), safe=True)
    told = "space after '^': the command ends at this line"
    return Problem(told, span, "request-syntax", ("the end of the line",), fixes=(fix,))


def _said(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    return match[1] or " "


def _quote(match: re.Match[str]) -> str:
    return '"' if len(match.group()) == 2 else ""


def _write(text: str) -> str | None:
    return text if _PLAIN.fullmatch(text) else None
