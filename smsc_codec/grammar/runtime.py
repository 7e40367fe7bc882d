"""Runs the tables a grammar was compiled to: contextual lexing, exact expected sets, recovery. Needs only `re`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from smsc_codec.lazy import compiled

#: A token: its terminal, and where it starts and ends in the text.
Token = tuple[str, int, int]
#: Makes the value of a rule from the text, the values of its parts, and where it starts and ends.
Action = Callable[[str, list[Any], int, int], Any]

_END = "$END"
#: So many tokens of a state are worth one pattern of all its terminals.
_OFTEN = 60


class Tables:
    """A compiled grammar: plain data, no code.

    `states[i]` maps a symbol to the state to go to, or to `~n`: reduce by rule n. `rules[n]` is (left side, length,
    name of its tree or "_" to melt into its parent, the parts kept, whether a single part stands for the whole,
    whether some part melts into this one).
    `pattern` is the whole language as one `re` pattern where no rule calls itself. `parts` are the patterns that
    terminals are made of, and `written` is how a terminal or a part is written that always says the same: whatever
    builds a language takes its words and signs from there.
    """

    __slots__ = (
        "end", "ignored", "lexers", "names", "parts", "pattern", "rules", "scanners", "start", "states", "terminals",
        "written",
    )  # fmt: skip

    def __init__(
        self,
        terminals: Mapping[str, str],
        names: Mapping[str, str],
        ignored: tuple[str, ...],
        scanners: tuple[tuple[tuple[str, ...], Mapping[str, Mapping[str, str]]], ...],
        lexers: tuple[int, ...],
        states: tuple[Mapping[str, int], ...],
        rules: tuple[tuple[str, int, str, tuple[int, ...], bool, bool], ...],
        start: int,
        end: int,
        pattern: str | None,
        parts: Mapping[str, str] = MappingProxyType({}),
        written: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.terminals = terminals
        self.names = names
        self.ignored = ignored
        self.scanners = scanners
        self.lexers = lexers
        self.states = states
        self.rules = rules
        self.start = start
        self.end = end
        self.pattern = pattern
        self.parts = parts
        self.written = written


class Unexpected(Exception):
    """The text stops making sense at `at`; `expected` are the terminals that could have stood there."""

    def __init__(self, at: int, expected: tuple[str, ...]) -> None:
        super().__init__(at, expected)
        self.at = at
        self.expected = expected


class Parser:
    """Parses texts of one grammar.

    `actions` gives the value of each rule by the name of its tree; a rule without an action becomes
    `(name, parts)`. Terminals named `ERROR` or `..._ERROR` are places of recovery: a rule that can hold one takes
    what could not be read, up to where the terminal's own pattern ends. Those in `implied` may be missing at the
    end of the text. An action must not give a list: lists are how the parts of a repetition are gathered.
    """

    def __init__(
        self, tables: Tables, actions: Mapping[str, Action] | None = None, *, implied: Sequence[str] = ()
    ) -> None:
        self.tables = tables
        self.actions = dict(actions or {})
        self.implied = tuple(implied)
        self._errors = tuple(t for t in tables.terminals if t == "ERROR" or t.endswith("_ERROR"))
        self._matchers: list[Callable[[str, int], re.Match[str] | None] | None] = [None] * len(
            tables.scanners
        )
        self._singles: dict[str, Callable[[str, int], re.Match[str] | None]] = {}
        self._skippers: dict[str, Callable[[str, int], re.Match[str] | None]] = {}
        # What a reduction does, ready to run: the parts to keep are None where that is all of them.
        self._reductions = [
            (origin, size, name, None if len(kept) == size else kept, single, melts, self.actions.get(name))
            for origin, size, name, kept, single, melts in tables.rules
        ]
        self._special = bool(tables.ignored) or any(inside for _, inside in tables.scanners)

    def parse(self, text: str, problems: list[Unexpected] | None = None) -> Any:
        """The value of `text`.

        Raises Unexpected at the first place that makes no sense; with a list of `problems` each such place is
        added to it instead, and reading goes on behind it where the grammar says how (else Unexpected is raised).
        """
        tables = self.tables
        states, lexers, matchers, reductions = tables.states, tables.lexers, self._matchers, self._reductions
        stack = [tables.start]
        values: list[Any] = []
        begins: list[int] = []
        last, length, special = tables.end, len(text), self._special
        pos = stop = 0
        kind: str | None
        token: Token | None
        forced: Token | None = None
        while True:
            top = stack[-1]
            row = states[top]
            if forced is not None:
                kind, start, stop = token = forced
                forced = None
            elif pos < length:
                scanner = lexers[top]
                match = (matchers[scanner] or self._matcher(scanner))(text, pos)
                start = pos
                if match is None:
                    kind = token = None
                else:
                    kind = match.lastgroup
                    stop = match.end()
                    if special:
                        kind = tables.scanners[scanner][1].get(kind, {}).get(match.group(), kind)  # type: ignore[arg-type]
                        if kind in tables.ignored:
                            pos = stop
                            continue
                    token = kind, start, stop  # type: ignore[assignment]
            else:
                kind, token, start, stop = _END, None, pos, pos
            while True:
                try:
                    action = row[kind]  # type: ignore[index]
                except KeyError:
                    forced = self._recover(text, pos, stack, values, begins, problems)
                    break
                if action >= 0:
                    stack.append(action)
                    values.append(token)
                    begins.append(start)
                    pos = stop
                    break
                origin, size, name, kept, single, melts, act = reductions[~action]
                # What a rule makes takes the place of its first part.
                if size:
                    kids = values[-size:]
                    if size > 1:
                        more = 1 - size
                        del stack[more:], values[more:], begins[more:]
                    if kept is not None:
                        kids = [kids[i] for i in kept]
                    if melts:
                        parts, kids = kids, []
                        for part in parts:
                            if type(part) is not list:
                                kids.append(part)
                            elif kids:
                                kids += part
                            else:
                                kids = part  # a repetition grows in place
                else:
                    kids = []
                    stack.append(top)
                    values.append(None)
                    begins.append(pos)
                value: Any
                if act is not None:
                    value = act(text, kids, begins[-1], pos)
                elif name == "_":
                    value = kids
                elif single and len(kids) == 1:
                    value = kids[0]
                else:
                    value = name, kids
                goto = states[stack[-2]][origin]
                stack[-1] = goto
                values[-1] = value
                if goto == last and kind == _END:
                    return value
                row = states[goto]

    def _matcher(self, scanner: int) -> Callable[[str, int], re.Match[str] | None]:
        """What finds the next token: one terminal after the other at first, since compiling takes longer than reading.

        A terminal is compiled once for all states; one pattern for all terminals of a state is made when it pays.
        """
        names = self.tables.scanners[scanner][0]
        left = _OFTEN

        def one_by_one(text: str, pos: int) -> re.Match[str] | None:
            nonlocal left
            left -= 1
            if left <= 0:
                self._matchers[scanner] = compiled("|".join(map(self._group, names))).match
            for name in names:
                match = (self._singles.get(name) or self._single(name))(text, pos)
                if match is not None:
                    return match
            return None

        self._matchers[scanner] = one_by_one
        return one_by_one

    def _single(self, name: str) -> Callable[[str, int], re.Match[str] | None]:
        match = self._singles[name] = compiled(self._group(name)).match
        return match

    def _group(self, name: str) -> str:
        return f"(?P<{name}>{self.tables.terminals[name]})"

    def expected(self, stack: Sequence[int]) -> tuple[str, ...]:
        """The terminals that can come next in this state of the stack, in name order."""
        return tuple(
            name
            for name in sorted((*self.tables.terminals, _END))
            if name not in self._errors and self._accepts(stack, name)
        )

    def _accepts(self, stack: Sequence[int], terminal: str) -> bool:
        """Whether the reductions that `terminal` starts end in taking it."""
        states, rules = self.tables.states, self.tables.rules
        trial = list(stack)
        while True:
            action = states[trial[-1]].get(terminal)
            if action is None:
                return False
            if action >= 0:
                return True
            origin, size = rules[~action][:2]
            if size:
                del trial[-size:]
            trial.append(states[trial[-1]][origin])
            if trial[-1] == self.tables.end and terminal == _END:
                return True

    def _recover(
        self,
        text: str,
        pos: int,
        stack: list[int],
        values: list[Any],
        begins: list[int],
        problems: list[Unexpected] | None,
    ) -> Token:
        """Note the problem, and go back to where the grammar can take an error, or what is implied at the end."""
        problem = Unexpected(pos, self.expected(stack))
        if problems is None:
            raise problem
        if not problems or problems[-1].at != pos:
            problems.append(problem)
        elif pos < len(text):
            raise problem  # nothing was skipped since the last problem: no way on
        if pos == len(text):
            for name in self.implied:
                if self._accepts(stack, name):
                    return name, pos, pos
        begin = pos
        while True:
            row = self.tables.states[stack[-1]]
            error = next((name for name in self._errors if name in row), None)
            if error is not None:
                break
            if len(stack) == 1:
                raise problem
            stack.pop()
            values.pop()
            begin = begins.pop()
        skip = self._skippers.get(error)
        if skip is None:
            skip = self._skippers[error] = compiled(self.tables.terminals[error]).match
        skipped = skip(text, pos)
        return error, begin, skipped.end() if skipped else pos
