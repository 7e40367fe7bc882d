"""Where a call can go: the machine's states and what leads from one to another, found when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from smsc_codec.payloads.menu.caller.machine import (
    ANSWERED,
    NO_ANSWER,
    ROOT,
    SILENCE,
    WRONG_KEY,
    Machine,
    State,
    Step,
    is_path,
)
from smsc_codec.payloads.menu.model import Call, End, Item
from smsc_codec.payloads.menu.options import MenuOptions

#: What a caller does, or what comes of it, in words.
_WORDS = {
    ANSWERED: "after the talk",
    NO_ANSWER: "nobody answers",
    WRONG_KEY: "press a wrong key",
    SILENCE: "press nothing",
}


class Graph:
    """The machine of one menu, followed from its beginning to everywhere."""

    def __init__(self, items: Sequence[Item], options: MenuOptions) -> None:
        self.machine = Machine(items, options)
        self._from: dict[State, dict[str, Step]] = {}
        self._moves: list[tuple[State, str, Step]] = []
        self._ways: dict[State, tuple[str, ...]] = {}

    def steps(self, state: State) -> dict[str, Step]:
        """What can come from outside in a state, and what happens then."""
        steps = self._from.get(state)
        if steps is None:
            steps = self._from[state] = self.machine.steps(state)
        return steps

    @cached_property
    def reached(self) -> dict[State, tuple[State, str] | None]:
        """Every state a call can come to, with the state it is first reached from and by what; breadth first."""
        found: dict[State, tuple[State, str] | None] = {ROOT: None}
        self._moves = self._follow(found, ROOT)
        return found

    def _follow(
        self, found: dict[State, tuple[State, str] | None], first: State
    ) -> list[tuple[State, str, Step]]:
        """Add what can be come to from a state, and give all that can happen on the way."""
        queue = [first]
        moves = []
        for state in queue:  # which grows
            for given, step in self.steps(state).items():
                moves.append((state, given, step))
                if step.state not in found:
                    found[step.state] = (state, given)
                    queue.append(step.state)
        return moves

    @cached_property
    def written(self) -> dict[State, tuple[State, str] | None]:
        """The reached states, and behind them those that a call would come to if something led to every key."""
        found = dict(self.reached)
        for key in self.machine.groups:
            if key not in self.ran:
                state = self.machine.run(key, key[:-1] if is_path(key) else "").state
                found.setdefault(state)
                self._follow(found, state)
        return found

    @property
    def moves(self) -> list[tuple[State, str, Step]]:
        """All that can happen in a call: a reached state, what comes from outside there, what happens then."""
        return self._moves if self.reached else []

    @cached_property
    def leaving(self) -> set[State]:
        """The reached states from which the menu can be left."""
        back: dict[State, list[State]] = {state: [] for state in self.reached}
        for state, _, step in self.moves:
            if step.state is not state:
                back[step.state].append(state)
        queue = [state for state in back if state.at == "left"]
        found = set(queue)
        for after in queue:  # which grows
            for state in back[after]:
                if state not in found:
                    found.add(state)
                    queue.append(state)
        return found

    @cached_property
    def ran(self) -> dict[str, tuple[State, str]]:
        """The keys that a call can run, each with the first state in which that happens, and by what."""
        found: dict[str, tuple[State, str]] = {}
        for state, given, step in self.moves:
            for key in step.ran:
                if key not in found:
                    found[key] = state, given
        return found

    @cached_property
    def ending(self) -> set[str]:
        """The keys after which the menu can be left."""
        leaving = self.leaving
        return {key for _, _, step in self.moves if step.ran and step.state in leaving for key in step.ran}

    def way_to(self, state: State) -> tuple[str, ...]:
        """What comes from outside until a reached state, the shortest way."""
        climbed: list[tuple[State, str]] = []
        at = state
        while at not in self._ways and (origin := self.reached[at]) is not None:
            climbed.append((at, origin[1]))
            at = origin[0]
        way = self._ways.setdefault(at, ())
        for at, given in reversed(climbed):
            way = self._ways[at] = (*way, given)
        return way

    def way_to_key(self, key: str) -> list[str]:
        """What a caller does until a key's actions run, in words."""
        state, given = self.ran[key]
        return [words for one in (*self.way_to(state), given) if (words := in_words(one))]

    @cached_property
    def err_edges(self) -> dict[str, list[tuple[str, int]]]:
        """For each key the keys that `err:` sends to when nobody answers, with the number of the calling item."""
        edges: dict[str, list[tuple[str, int]]] = {}
        machine = self.machine
        for key, numbers in machine.groups.items():
            for number in numbers:
                action = machine.items[number].action
                if type(action) is End:
                    break
                if type(action) is Call and action.err in machine.groups:
                    edges.setdefault(key, []).append((action.err, number))
        return edges

    def err_loops(self) -> list[list[tuple[str, int]]]:
        """The loops that `err:` edges alone make, each once: (key, number of the calling item) in order."""
        loops, done = [], set()
        for first in self.err_edges:
            path: list[tuple[str, int]] = []
            at = {first: 0}
            # Depth first with an explicit stack: a hostile menu may hold a very long chain.
            stack = [(first, iter(self.err_edges.get(first, ())))] if first not in done else []
            while stack:
                key, edges = stack[-1]
                for target, number in edges:
                    if target in at:
                        loops.append([*path[at[target] :], (key, number)])
                    elif target not in done:
                        path.append((key, number))
                        at[target] = len(stack)
                        stack.append((target, iter(self.err_edges.get(target, ()))))
                        break
                else:
                    stack.pop()
                    done.add(key)
                    del at[key]
                    if path:
                        path.pop()
        return loops


def in_words(given: str) -> str:
    """What a caller does, or what comes of it, in words; "" for what just happens."""
    if len(given) == 1:
        return f"press {given}"
    return _WORDS.get(given, "")
