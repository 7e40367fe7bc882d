"""Grammars of TextMate, which editors colour texts by, made of the compiled grammars.

TextMate knows patterns, each for a piece of one line, and regions that begin and end with one. A region here is a
state of the grammar's automaton: it begins with the terminal that leads there, holds the terminals that can follow,
and is left where none of them stands. A terminal that spans lines becomes a piece of one line, and another that goes
on at the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from smsc_codec.grammar.automaton import Automaton, automaton
from smsc_codec.grammar.colours import COLOURS, INSIDE, PIECES, ROLES, ROWS
from smsc_codec.grammar.oneline import Line, lines
from smsc_codec.grammar.runtime import Tables

_NEVER = "(?!)"


class Edge(NamedTuple):
    """A terminal, on its first line or where it goes on, and the state after it."""

    terminal: str
    goes_on: bool
    after: int


def grammar(
    name: str, tables: Mapping[str, Tables], *, scope: str, title: str, ends: Iterable[str]
) -> dict[str, Any]:
    """The TextMate grammar of a language; `tables` has its compiled grammar and those of languages inside it."""
    made = _Language(name, tables)
    return {
        "scopeName": scope,
        "name": title,
        "fileTypes": [end.lstrip(".") for end in ends],
        "patterns": [{"include": f"#{name}"}],
        "repository": dict(sorted(made.all().items())),
    }


class _Region(NamedTuple):
    """What can stand where a text has come to, and what is left to the regions around it."""

    state: int
    #: The edges that are tried here.
    own: frozenset[Edge]
    #: Edges of the state that are left to the regions around it.
    left: frozenset[Edge] = frozenset()
    #: The edges of regions around it that nothing between them and here can be mistaken for.
    around: frozenset[Edge] = frozenset()
    #: Nothing here stands at a line's beginning that does not say so.
    inside_line: bool = False


class _Language:
    """One language on its way to a repository of patterns."""

    def __init__(self, name: str, tables: Mapping[str, Tables], made: dict[str, Any] | None = None) -> None:
        self.name = name
        self.tables = tables
        self.roles = COLOURS[name]
        own = tables[name]
        self.lines: dict[str, Line] = {terminal: lines(regexp) for terminal, regexp in own.terminals.items()}
        self.order = {terminal: number for number, terminal in enumerate(own.terminals)}
        self.edges = self._all_edges(automaton(own))
        self.circle = _circles([{edge.after for edge in row} for row in self.edges])
        self.made: dict[str, Any] = {} if made is None else made
        self.keys: dict[_Region, str] = {}

    def all(self) -> dict[str, Any]:
        """The repository: the language's own patterns, and those of the languages inside."""
        self.made[self.name] = {"patterns": []}
        self.made[self.name]["patterns"] = self._patterns(_Region(0, self.edges[0]))
        for (language, _), inside in INSIDE.items():
            if language == self.name and inside.language not in self.made:
                _Language(inside.language, self.tables, self.made).all()
        return self.made

    def _all_edges(self, states: Automaton) -> list[frozenset[Edge]]:
        """The edges of each state, and of one more behind each terminal that may go on over lines."""
        lasting: dict[tuple[str, int], int] = {}
        for row in states:
            for terminal, after in row.items():
                if self.lines[terminal].next is not None:
                    lasting.setdefault((terminal, after), len(states) + len(lasting))
        made = [self._edges(row, lasting) for row in states]
        for (terminal, after), number in lasting.items():
            made.append(made[after] | {Edge(terminal, True, number)})
        return made

    def _edges(self, row: Mapping[str, int], lasting: Mapping[tuple[str, int], int]) -> frozenset[Edge]:
        """The edges of a state: a terminal that goes on over lines may begin with a line end, too."""
        found: set[Edge] = set()
        seen: set[Line] = set()
        for terminal in sorted(row, key=self.order.__getitem__):
            line = self.lines[terminal]
            after = lasting.get((terminal, row[terminal]), row[terminal])
            if line in seen:
                continue  # where a mistake is passed over as text is, text comes first
            seen.add(line)
            found.add(Edge(terminal, False, after))
            if line.next is not None and not line.starts_line:
                found.add(Edge(terminal, True, after))
        return frozenset(found)

    def _pattern(self, edge: Edge) -> str:
        line = self.lines[edge.terminal]
        return line.next if edge.goes_on and line.next is not None else line.first

    def _at_line(self, edge: Edge) -> bool:
        """Whether it stands at a line's beginning, or is a line end: nothing else on a line is mistaken for it."""
        line = self.lines[edge.terminal]
        return edge.goes_on or line.starts_line or line.is_line_end

    def _order(self, edge: Edge) -> tuple[bool, int, bool]:
        """What is tried first: what needs a line's beginning, then as the lexer does."""
        line = self.lines[edge.terminal]
        return not (line.starts_line or line.is_line_end), self.order[edge.terminal], not edge.goes_on

    def _patterns(self, region: _Region) -> list[dict[str, Any]]:
        """What can stand in a region, each with the region that it begins."""
        return [self._rule(region, edge) for edge in sorted(region.own, key=self._order)]

    def _rule(self, region: _Region, edge: Edge) -> dict[str, Any]:
        line = self.lines[edge.terminal]
        pattern = self._pattern(edge)
        if region.inside_line and not line.may_start_line and not edge.goes_on:
            pattern = f"(?!^){pattern}"
        whole = self._captured(edge)
        # Out of a circle there is no way back, so that nothing behind it is left to what is around it.
        again = self.circle[edge.after] == self.circle[region.state]
        around = region.own | self._through(region) if again else frozenset()
        passed = region.own | region.left | around if again else frozenset()
        after = self.edges[edge.after]
        own = self._kept(after, passed)
        if not own:
            return {"match": pattern} | ({"captures": {"0": whole}} if "patterns" in whole else whole)
        if self.name in PIECES:
            own = frozenset(one for one in own if self.edges[one.after])
        inside = _Region(
            edge.after, own, (after & passed) - own, around, not line.is_line_end and line.next is None
        )
        return {
            "begin": pattern,
            **({"beginCaptures": {"0": whole}} if whole else {}),
            **self._end(inside, again, outermost=region.state == 0),
            "patterns": [{"include": f"#{self._named(inside)}"}],
        }

    def _kept(self, edges: frozenset[Edge], passed: frozenset[Edge]) -> frozenset[Edge]:
        """The edges of a state that are not left to the regions around it, nor could be mistaken for one of those."""
        own = edges - passed
        while True:
            more = own | ((edges & passed) - self._apart(edges & passed, own))
            if more == own:
                return own
            own = more

    def _through(self, region: _Region) -> frozenset[Edge]:
        """The edges of regions around one that nothing which stands in it can be mistaken for."""
        return self._apart(region.around, region.own)

    def _apart(self, edges: frozenset[Edge], others: frozenset[Edge]) -> frozenset[Edge]:
        """Those of some edges that none of the others can be mistaken for."""
        begins = frozenset[str]().union(*(self.lines[one.terminal].begins for one in others))
        return frozenset(
            one for one in edges if self._at_line(one) or not self.lines[one.terminal].begins & begins
        )

    def _end(self, region: _Region, again: bool, *, outermost: bool) -> dict[str, Any]:
        """Where a region ends: where nothing stands that it holds."""
        if self.name in ROWS:
            return {"end": "(?=\\S)|$", "applyEndPatternLast": 1}
        if self.name in PIECES and not outermost:
            return {"end": "(?=\\S)", "applyEndPatternLast": 1}
        if self.name in PIECES:
            last = sorted(self._last(region.state), key=self.order.__getitem__)
            ends = "|".join(f"({self.lines[terminal].first})" for terminal in last)
            captures = {str(n + 1): self._captured(Edge(t, False, 0)) for n, t in enumerate(last)}
            return {"end": f"{ends}|(?=\\S)", "endCaptures": captures, "applyEndPatternLast": 1}
        if not again:
            return {"end": _NEVER}
        ways = ["(?=\\S)"]
        if any(self._pattern(edge).startswith("^") for edge in region.around):
            ways.append("^(?=.)")
        if any(self.lines[edge.terminal].is_line_end for edge in region.around):
            ways.append("(?=\\s*\\n)")
        blank = {self.lines[edge.terminal] for edge in region.around | region.left if not self._at_line(edge)}
        ways += sorted(f"(?={line.first})" for line in blank if " " in line.begins)
        return {"end": "|".join(ways), "applyEndPatternLast": 1}

    def _last(self, state: int) -> set[str]:
        """The terminals that end a piece, wherever they can be come to from a state."""
        found: set[str] = set()
        seen, ahead = {state}, [state]
        while ahead:
            for edge in self.edges[ahead.pop()]:
                if not self.edges[edge.after]:
                    found.add(edge.terminal)
                elif edge.after not in seen:
                    seen.add(edge.after)
                    ahead.append(edge.after)
        return found

    def _named(self, region: _Region) -> str:
        """The name of a region's patterns in the repository."""
        if region not in self.keys:
            name = self.keys[region] = f"{self.name}-{len(self.keys) + 1}"
            self.made[name] = {"patterns": self._patterns(region)}
        return self.keys[region]

    def _captured(self, edge: Edge) -> dict[str, Any]:
        """The name of a piece, and what has names of its own inside it."""
        scope = ROLES[self.roles[edge.terminal]].scope
        made: dict[str, Any] = {"name": f"{scope}.smsc"} if scope else {}
        inside = INSIDE.get((self.name, edge.terminal))
        if inside is not None:
            made["patterns"] = [
                {"match": self.lines[one].first, "name": f"{ROLES[self.roles[one]].scope}.smsc"}
                for one in inside.terminals
            ]
            made["patterns"].append({"include": f"#{inside.language}"})
        return made


def _circles(after: list[set[int]]) -> list[int]:
    """For each state the number of its circle: of the states that it comes back from."""

    def reached(start: int) -> set[int]:
        seen: set[int] = set()
        ahead = [start]
        while ahead:
            for there in after[ahead.pop()] - seen:
                seen.add(there)
                ahead.append(there)
        return seen

    reach = [reached(state) for state in range(len(after))]
    return [
        min((there for there in reach[state] if state in reach[there]), default=state)
        for state in range(len(after))
    ]
