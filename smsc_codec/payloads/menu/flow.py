"""How a call moves through a menu: a small finite graph, explored whole.

States are tuples: `("menu", path)` waits for a key in the menu of that path ("" is the root); `("item", path)` runs
the actions of an item; `("label", name, path)` runs a label's, reached by `err:` from the menu of that path. `EXIT`
is after the menu, where END TEXT is spoken. What the page leaves open follows the named options.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import cached_property

from smsc_codec.payloads.menu.model import Back, Call, End, Item, Repeat, Start, Unread
from smsc_codec.payloads.menu.options import MenuOptions

State = tuple[str, ...]
EXIT: State = ("exit",)
ROOT: State = ("menu", "")


class Flow:
    """The graph of one menu."""

    def __init__(self, items: Sequence[Item], options: MenuOptions) -> None:
        self._options = options
        self._items = items
        self._groups: dict[str, list[int]] = {}
        self._next: dict[State, dict[State, str]] = {}
        for number, item in enumerate(items):
            self._groups.setdefault(item.key, []).append(number)
        self._keys: dict[str, list[str]] = {}
        for key in self._groups:
            if key.isdigit() and "0" not in key:
                self._keys.setdefault(key[:-1], []).append(key)

    def children(self, path: str) -> list[str]:
        """The keys of the items right below an item ("" is the root), in the order of the source."""
        return self._keys.get(path, [])

    def next(self, state: State) -> dict[State, str]:
        """Where a call can go from a state, each with what makes it go there ("press 2", "nobody answers")."""
        ways = self._next.get(state)
        if ways is None:
            ways = self._next[state] = self._ways(state)
        return ways

    def _ways(self, state: State) -> dict[State, str]:
        if state == EXIT:
            return {}
        if state[0] == "menu":
            return self._from_menu(state[1])
        if state[0] == "item":
            path = state[1]
            if self.children(path):
                rest: State = ("menu", path)
            elif self._options.after_leaf == "leave":
                rest = EXIT
            else:
                rest = ("menu", path if self._options.after_leaf == "stay" else path[:-1])
            return self._from_actions(path, path[:-1], rest)
        return self._from_actions(state[1], state[2], ("menu", state[2]))

    def _from_menu(self, path: str) -> dict[State, str]:
        ways: dict[State, str] = {("item", key): f"press {key[-1]}" for key in self.children(path)}
        for key in "*#0":
            if key in self._groups:
                for state, why in self._from_actions(key, path, ("menu", path)).items():
                    ways.setdefault(state, f"press {key}" if not why else f"press {key}, {why}")
        if self._options.wrong_key == "leave":
            ways.setdefault(EXIT, "press a wrong key")
        elif self._options.wrong_key == "err-label" and "err" in self._groups:
            ways.setdefault(("label", "err", path), "press a wrong key")
        if self._options.silence == "leave":
            ways.setdefault(EXIT, "press nothing")
        return ways

    def _from_actions(self, key: str, path: str, rest: State) -> dict[State, str]:
        """Where the actions of a key lead; `path` is the menu it was chosen in, `rest` where the last one leaves."""
        ways: dict[State, str] = {}
        for number in self._groups[key]:
            action = self._items[number].action
            kind = type(action)
            if kind is End:
                ways[EXIT] = ""
                return ways
            if kind is Unread:
                ways[EXIT] = ""
            elif kind is Back:
                ways["menu", path[:-1]] = ""
                return ways
            elif kind is Start:
                ways[ROOT] = ""
                return ways
            elif kind is Repeat:
                ways["item" if path else "menu", path] = ""
                return ways
            elif isinstance(action, Call):
                target = action.err and self._target(action.err, path)
                if target:
                    ways.setdefault(target, "nobody answers")
                if action.ok_end or self._options.after_call == "leave":
                    ways.setdefault(EXIT, "after the talk")
                    if target:
                        return ways
        ways.setdefault(rest, "")
        return ways

    def _target(self, name: str, path: str) -> State | None:
        if name not in self._groups:
            return None
        if name.isdigit() and "0" not in name:
            return "item", name
        return "label", name, path

    @cached_property
    def reached(self) -> dict[State, tuple[State, str] | None]:
        """Every state that a call can reach, with the state it is first reached from and why; breadth first."""
        found: dict[State, tuple[State, str] | None] = {ROOT: None}
        queue = deque([ROOT])
        while queue:
            state = queue.popleft()
            for target, why in self.next(state).items():
                if target not in found:
                    found[target] = (state, why)
                    queue.append(target)
        return found

    @cached_property
    def leaving(self) -> set[State]:
        """The reached states from which the menu can be left."""
        back: dict[State, list[State]] = {}
        for state in self.reached:
            for target in self.next(state):
                back.setdefault(target, []).append(state)
        found = {EXIT} if EXIT in self.reached else set()
        queue = deque(found)
        while queue:
            for state in back.get(queue.popleft(), ()):
                if state not in found:
                    found.add(state)
                    queue.append(state)
        return found

    def way_to(self, state: State) -> list[str]:
        """What a caller does to get to a reached state, in words."""
        steps: list[str] = []
        while (origin := self.reached[state]) is not None:
            state, why = origin
            if why:
                steps.append(why)
        return steps[::-1]

    @cached_property
    def err_edges(self) -> dict[str, list[tuple[str, int]]]:
        """For each key the keys that `err:` sends to when nobody answers, with the number of the calling item."""
        edges: dict[str, list[tuple[str, int]]] = {}
        for key, numbers in self._groups.items():
            for number in numbers:
                action = self._items[number].action
                if type(action) is End:
                    break
                if type(action) is Call and action.err in self._groups:
                    edges.setdefault(key, []).append((action.err, number))
        return edges

    def err_loops(self) -> list[list[tuple[str, int]]]:
        """The loops that `err:` edges alone make, each once: (key, number of the calling item) in order."""
        loops, done = [], set()
        for first in self.err_edges:
            path: list[tuple[str, int]] = []
            at: dict[str, int] = {}
            # Depth first with an explicit stack: a hostile menu may hold a very long chain.
            stack = [(first, iter(self.err_edges.get(first, ())))] if first not in done else []
            if stack:
                at[first] = 0
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
