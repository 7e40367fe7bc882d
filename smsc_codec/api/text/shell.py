"""A shell command to its words, each with where its characters stand."""

from __future__ import annotations

import re
from array import array
from functools import cache

from smsc_codec.api.text.mapped import Mapped, between_quotes, joined
from smsc_codec.diagnostics import Edit, Fix, Problem, Span

_ANSI = {"n": "\n", "r": "\r", "t": "\t", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "0": "\0"}
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|(.))", re.DOTALL)


@cache
def _pattern() -> re.Pattern[str]:
    from smsc_codec.grammar.compiled.shell import TABLES

    assert TABLES.pattern is not None
    return re.compile(TABLES.pattern)


def words(source: str, start: int = 0) -> tuple[list[Mapped], list[Problem]]:
    """The words of the command that begins at `start`, up to what ends it, and what is wrong with its quotes."""
    made: list[Mapped] = []
    pieces: list[Mapped] = []
    problems: list[Problem] = []
    for match in _pattern().finditer(source, start):
        kind, (begin, end) = match.lastgroup or "", match.span()
        if kind in ("BLANK", "CONTINUATION", "OPERATOR"):
            if kind == "OPERATOR" and pieces and match.group() == "&" and source[end : end + 1].isalpha():
                if len(pieces) == 1:  # one problem a word
                    problems.append(_ampersand(source, pieces[0].place(0), begin))
                pieces.append(Mapped.of(source, begin, end))
                continue
            if pieces:
                made.append(joined(pieces))
                pieces = []
            if kind == "OPERATOR":
                break
        elif kind == "ODD":
            expected = (f"another {match.group()}",) if match.group() in "'\"" else ()
            problems.append(Problem("this quote is not closed", Span(begin, end), "request-syntax", expected))
            pieces.append(Mapped.of(source, end, len(source.rstrip())))
            break
        else:
            pieces.append(_piece(kind, source, begin, end))
    if pieces:
        made.append(joined(pieces))
    return made, problems


def _ampersand(source: str, start: int, at: int) -> Problem:
    rest = re.compile(r"[^\s'\"]*").match(source, at)
    end = rest.end() if rest else at
    fix = Fix(
        "put the address in quotes", (Edit(Span(start, start), "'"), Edit(Span(end, end), "'")), safe=True
    )
    return Problem(
        "without quotes the shell ends the command here",
        Span(at, at + 1),
        "request-syntax",
        ("quotes around the address",),
        fixes=(fix,) if not re.search(r"[\s'\"]", source[start:end]) else (),
    )


def _piece(kind: str, source: str, start: int, end: int) -> Mapped:
    if kind == "BARE":
        return Mapped.of(source, start, end, between_quotes(""))
    if kind == "ESCAPE":
        return Mapped(source[start + 1], lambda: ([start], [end], start), between_quotes(""))
    if kind == "SINGLE":
        return Mapped.of(source, start + 1, end - 1, between_quotes("'"))
    return _escaped(source, start + (2 if kind == "ANSI" else 1), end - 1, kind == "ANSI")


def _escaped(source: str, start: int, end: int, ansi: bool) -> Mapped:
    """What stands in double quotes, or in `$'...'`."""
    text: list[str] = []
    starts, ends = array("q"), array("q")
    at = start
    for match in _ESCAPE.finditer(source, start, end):
        text += source[at : match.start()]
        starts.extend(range(at, match.start()))
        ends.extend(range(at + 1, match.start() + 1))
        code, character = match[1] or match[2], match[3] or ""
        if ansi:
            said = chr(int(code, 16)) if code else _ANSI.get(character, character)
        else:
            said = (
                character
                if character and character in '"\\$`'
                else ""
                if character == "\n"
                else match.group()
            )
        text += said
        starts.extend([match.start()] * len(said))
        ends.extend([match.end()] * len(said))
        at = match.end()
    text += source[at:end]
    starts.extend(range(at, end))
    ends.extend(range(at + 1, end + 1))
    return Mapped(
        "".join(text), lambda: (starts, ends, start), between_quotes('"') if not ansi else lambda text: None
    )
