"""Text to messages: whatever is right goes through the grammar's own line pattern in one pass (LIST-1 .. LIST-8).

Only a line that the pattern refuses meets the parser, which says where it stops making sense and what could have
stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from smsc_codec.diagnostics import Problem
from smsc_codec.grammar.compiled.mailing import TABLES
from smsc_codec.grammar.runtime import Tables
from smsc_codec.lazy import compiled
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.text.mark import ESCAPED_MARK, pattern

assert TABLES.pattern is not None
#: One match a line, whatever it says: with the groups of the grammar, or with none where it is not of the grammar.
LINES = compiled(f"^(?:{TABLES.pattern}(?=\\r?$)|.*)", re.MULTILINE)
#: What the pattern captures of a line: sender, tz, phones, text, comment; "" where there is none.
Row = tuple[str, str, str, str, str]
#: The number of a line from 0, where it starts, and what it says.
Entry = tuple[int, int, Line | Problem]

# So many characters at a time: rows are then cheap to make and to drop, and few are gone through for a wrong one.
_BLOCK = 4096


class Odd(Exception):
    """A row holds no message: the line is blank, empty after its separator, or wrong."""


class _Zones(dict[str, int | None]):
    def __missing__(self, written: str) -> int:
        zone = self[written] = int(written)
        return zone


_ZONES = _Zones({"": None})


def _odd() -> Line:
    raise Odd


def _apart(phones: str) -> tuple[str, ...]:
    return tuple([phone.strip(" ") for phone in phones.split(",")])


@cache
def _line() -> re.Pattern[str]:
    return compiled(TABLES.pattern or "")


def match_line(line: str) -> re.Match[str] | None:
    """The match of a single line without its ending; None where it is not of the grammar."""
    return _line().fullmatch(line)


def match_head(text: str, start: int, begin: int) -> re.Match[str]:
    """The match of what stands before the text of a message."""
    match = _line().fullmatch(text, start, begin)
    assert match is not None
    return match


def to_lines(rows: Iterable[Row]) -> list[Line]:
    """The messages of rows. Raises Odd if one of them holds none."""
    return [
        (
            Line((p,) if "," not in p else _apart(p), t.replace("\\n", "\n"))
            if not (s or c)
            else Line(
                _apart(p),
                t.replace("\\n", "\n"),
                s or None,
                _ZONES[z],
                c[len(ESCAPED_MARK) :].replace("\\n", "\n") if c else None,
            )
        )
        if t
        else _odd()
        for s, z, p, t, c in rows
    ]


def read(text: str, *, nl: bool = False, follows: bool = False) -> Reading:
    """What can be understood of `text`, with every problem and the place of each part.

    A wrong line is a problem and no message; blank lines say nothing. With `nl`, as the request's `nl=1` has it, a
    message goes on up to the next line that begins with a valid head (LIST-5). `spans` also has the place of each
    line's `"separator"`. `follows`: a message stands above, out of sight. Never raises.
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    for item in _entries_nl(text) if nl else _entries(text, lines, follows):
        if type(item) is Problem:
            problems.append(item)
        else:
            lines.append(item)  # type: ignore[arg-type]
    return Reading(text, Mailing(tuple(lines)), tuple(problems), Spans(_placed(text, nl)))


def _entries(text: str, lines: list[Line], follows: bool) -> Iterator[Line | Problem]:
    """What a whole text says; blocks without a problem go straight to `lines`."""
    at, last, walk = 0, len(text) - text.endswith("\n"), Walk(text, follows=follows)
    while at <= last:
        end = text.find("\n", at + _BLOCK)
        end = last if end < 0 else end
        rows = LINES.findall(text, at, end)
        try:
            lines += to_lines(rows)
        except Odd:
            for *_, item in walk.entries(at, end, rows):
                yield item
        else:
            for *_, item in walk.run_ends():
                yield item
            walk.end = end - (text[end - 1] == "\r")
        at = end + 1
    for *_, item in walk.run_ends():
        yield item


def _entries_nl(text: str) -> Iterator[Line | Problem]:
    for *_, item in entries_nl(text):
        yield item


class Walk:
    """Goes through a text line by line, for its wrong lines.

    `end` is where the message above ends, None where there is none: a line without a head was probably meant to go
    on with it. `follows` says that there is one, out of sight. Such lines below one another are one problem, which
    is given when the run of them ends.
    """

    def __init__(self, text: str, *, follows: bool = False) -> None:
        self.text = text
        self.end: int | None = None
        self.follows = follows
        self._run: list[tuple[int, int, Problem]] = []

    def entries(self, at: int, end: int, rows: Iterable[Row]) -> Iterator[Entry]:
        """The messages and problems of the lines that stand from `at` up to `end`, and that gave `rows`."""
        for number, (source, row) in enumerate(zip(self.text[at:end].split("\n"), rows, strict=True)):
            line = source.removesuffix("\r")
            if row[3]:
                yield from self.run_ends()
                self.end = at + len(line)
                yield number, at, to_lines((row,))[0]
            elif line.strip():
                from smsc_codec.payloads.mailing.slips import wrong_line

                stop = at + len(line)
                problem = wrong_line(self.text, at, stop, self.end, self.follows, headed=is_headed(line))
                if problem.kind == "broken-multiline":
                    self._run.append((number, at, problem))
                    self.end = None if self.end is None else at + len(line)
                else:
                    yield from self.run_ends()
                    self.end, self.follows = None, False
                    yield number, at, problem
            at += len(source) + 1

    def run_ends(self) -> Iterator[Entry]:
        """The problem of the lines that go on with the message above, if there are such."""
        if self._run:
            from smsc_codec.payloads.mailing.slips import run_on

            (number, at, _), *_ = self._run
            yield number, at, run_on([problem for *_, problem in self._run])
            self._run.clear()


def entries_nl(text: str) -> Iterator[Entry]:
    """The messages and problems of a text with `nl=1`."""
    for number, start, end, match in _spread(text):
        if match is None:
            if text[start:end].strip():
                from smsc_codec.payloads.mailing.slips import wrong_line

                yield number, start, wrong_line(text, start, end, None, False)
        elif _is_message(match):
            sender, zone, phones, words, mark, comment = match.group(*_NAMES)
            note = None if mark is None else (comment or "").replace("\r\n", "\n")
            line = Line(_apart(phones), words.replace("\r\n", "\n"), sender, _ZONES[zone or ""], note)
            yield number, start, line
        else:
            from smsc_codec.payloads.mailing.slips import wrong_message

            yield number, start, wrong_message(text, _begin(match), end)


_NAMES = ("SENDER", "TZ", "PHONES", "TEXT", "COMMENT_MARK", "COMMENT")


@cache
def _message() -> re.Pattern[str]:
    return compiled(_nl_tables().pattern or "")


@cache
def _head() -> re.Pattern[str]:
    return compiled(_nl_tables().parts["HEAD"])


def _nl_tables() -> Tables:
    from smsc_codec.grammar.compiled.mailing_nl import TABLES

    return TABLES


def _begin(match: re.Match[str]) -> int:
    """Where the text of a message begins, if it had one."""
    for name in ("TEXT", "COMMENT_MARK"):
        if match[name] is not None:
            return match.start(name)
    return match.end()


def _is_message(match: re.Match[str]) -> bool:
    """Whether there is a text, and no carriage return by itself."""
    if not match["TEXT"]:
        return False
    said = match.string[match.start("TEXT") : match.end()]
    return "\r" not in said or "\r" not in said.replace("\r\n", "\n")


def _spread(text: str) -> Iterator[tuple[int, int, int, re.Match[str] | None]]:
    """Each entry of a text with `nl=1`: its first line's number, where it starts and ends, the match of its message.

    There is none where the entry is a line above the first head. The last line end of the text is nobody's.
    """
    last = len(text) - (2 if text.endswith("\r\n") else text.endswith("\n"))
    number = at = 0
    while at <= last:
        match = _message().match(text, at, last)
        if match is None:
            stop = text.find("\n", at, last)
            stop = last if stop < 0 else stop - (text[at:stop][-1:] == "\r")
        else:
            stop = match.end()
        yield number, at, stop, match
        number += text.count("\n", at, stop) + 1
        at = stop + (2 if text.startswith("\r\n", stop) else 1)


def is_headed(line: str) -> bool:
    """Whether a line starts with a valid head, so that a message begins there (LIST-5)."""
    return _head().match(line) is not None


def message_at(text: str, start: int, end: int) -> bool:
    """Whether the line that stands from `start` up to `end` starts with a valid head (LIST-5)."""
    return _head().match(text, start, end) is not None


# -- places --------------------------------------------------------------------------------------


def message_places(text: str, nl: bool) -> Iterator[tuple[int, int, int]]:
    """Where each message of the value stands: the start of its head, the start of its text, its end."""
    if nl:
        for _, start, end, match in _spread(text):
            if match is not None and _is_message(match):
                yield start, match.start("TEXT"), end
        return
    for match in LINES.finditer(text):
        if match["PHONES"] and match["TEXT"]:
            yield match.start(), match.start("TEXT"), match.end()


def parts(text: str, start: int, begin: int, end: int, nl: bool) -> Iterator[tuple[Path, int, int]]:
    """Where the parts of one message stand, by their path below its line."""
    match = match_head(text, start, begin)
    if match["SENDER"]:
        yield ("sender",), *match.span("SENDER")
    if match["TZ"]:
        yield ("tz",), *match.span("TZ")
    at = match.start("PHONES")
    for number, written in enumerate(match["PHONES"].split(",")):
        phone = written.strip(" ")
        first = at + written.index(phone)
        yield ("phones", number), first, first + len(phone)
        at += len(written) + 1
    yield ("separator",), begin - 1, begin
    mark = (pattern() if nl else compiled(re.escape(ESCAPED_MARK))).search(text, begin, end)
    yield ("text",), begin, mark.start() if mark else end
    if mark:
        yield ("comment",), mark.end(), end


def _placed(text: str, nl: bool) -> Iterator[tuple[Path, int, int]]:
    for number, (start, begin, end) in enumerate(message_places(text, nl)):
        yield ("lines", number), start, end
        for path, first, stop in parts(text, start, begin, end, nl):
            yield ("lines", number, *path), first, stop
