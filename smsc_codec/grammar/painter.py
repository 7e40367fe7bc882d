"""The colours of a text: each piece of it with its role, whatever it holds, read by the automaton of its grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from smsc_codec.grammar.automaton import automaton
from smsc_codec.grammar.colours import COLOURS, INSIDE, PIECES, ROWS
from smsc_codec.grammar.runtime import Tables

#: Languages inside languages are followed so deep.
_DEEPEST = 3
#: After so many signs of a line that make no sense the rest of it is left without colours: looking costs time.
_MISSES = 200
#: A piece of a text: where it starts and ends, and the name of its role in `ROLES`; "" is nothing.
Piece = tuple[int, int, str]


@cache
def tables(name: str) -> Tables:
    """The compiled grammar of a language."""
    made: Tables = import_module(f"smsc_codec.grammar.compiled.{name}").TABLES
    return made


class _Machine:
    """The automaton of a language, ready to run."""

    def __init__(self, name: str) -> None:
        own = tables(name)
        self.edges = automaton(own)
        self._terminals = own.terminals
        self._matchers: list[re.Pattern[str] | None] = [None] * len(self.edges)

    def match(self, state: int, text: str, at: int, end: int) -> re.Match[str] | None:
        """The terminal that stands at a place in a state; None where none does."""
        matcher = self._matchers[state]
        if matcher is None:
            names = [name for name in self._terminals if name in self.edges[state]]
            pattern = "|".join(f"(?P<{name}>{self._terminals[name]})" for name in names)
            matcher = self._matchers[state] = re.compile(pattern or r"(?!)")
        found = matcher.match(text, at, end)
        return found if found and found.end() > at else None


@cache
def _machine(name: str) -> _Machine:
    return _Machine(name)


def pieces(name: str, text: str) -> Iterator[Piece]:
    """The pieces of a text of a language, one behind the other, without a gap."""
    if name not in ROWS:
        yield from _pieces(name, text, 0, len(text))
        return
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip("\r\n"))
        yield from _pieces(name, text, at, end)
        at += len(line)
        if end < at:
            yield end, at, "blank"


def _pieces(name: str, text: str, at: int, end: int, depth: int = 0) -> Iterator[Piece]:
    machine = _machine(name)
    # The way to the state that we are in: what makes no sense there may make sense where we came from.
    way = [0]
    unread = at
    misses, line = 0, text.find("\n", at, end)
    while at < end:
        if name in PIECES and not machine.edges[way[-1]]:
            way = [0]
        found = None
        back = len(way)
        while found is None and back:
            found = machine.match(way[back - 1], text, at, end)
            back -= found is None
        if found is None:
            at, misses = at + 1, misses + 1
            if 0 <= line < at:
                misses, line = 0, text.find("\n", at, end)
            if misses > _MISSES:
                at, misses = end if line < 0 else line, 0
            continue
        if unread < at:
            yield unread, at, ""
        terminal = found.lastgroup or ""
        yield from _inside(name, terminal, text, at, found.end(), depth)
        at = unread = found.end()
        after = machine.edges[way[back - 1]][terminal]
        del way[back:]
        if after in way:
            del way[way.index(after) + 1 :]
        else:
            way.append(after)
    if unread < end:
        yield unread, end, ""


def _inside(name: str, terminal: str, text: str, at: int, end: int, depth: int) -> Iterator[Piece]:
    """A terminal, with what has colours of its own inside it."""
    role, inside = COLOURS[name][terminal], INSIDE.get((name, terminal))
    if inside is None or depth == _DEEPEST:
        yield at, end, role
        return
    for start, stop, one in _pieces(inside.language, text, at, end, depth + 1):
        if one:
            yield start, stop, one
            continue
        for match in _parts(name, inside.terminals).finditer(text, start, stop):
            if start < match.start():
                yield start, match.start(), role
            yield match.start(), match.end(), COLOURS[name][match.lastgroup or ""]
            start = match.end()
        if start < stop:
            yield start, stop, role


@cache
def _parts(name: str, terminals: tuple[str, ...]) -> re.Pattern[str]:
    """Some terminals of a language, wherever they stand."""
    own = tables(name).terminals
    return re.compile("|".join(f"(?P<{one}>{own[one]})" for one in terminals) or r"(?!)")
