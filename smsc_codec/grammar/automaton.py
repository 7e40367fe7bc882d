"""The finite automaton of a grammar that nests nothing: which terminals can follow, and to where each leads.

Highlighters are built on it: they know no stack of rules, only where they are.
"""

from __future__ import annotations

from smsc_codec.grammar.runtime import Tables

_END = "$END"
#: So many ways to stand inside the rules at most, and so many rules inside each other; more is a grammar that nests.
_MOST, _DEEPEST = 20_000, 100


class Nested(ValueError):
    """The grammar's rules nest without an end, so that no finite automaton accepts the same."""


#: Each state by its number, from 0 where a text begins: the terminals that can follow, with the state after each.
Automaton = tuple[dict[str, int], ...]


def automaton(tables: Tables) -> Automaton:
    """The smallest automaton of a grammar, whether or not a text may end there. Raises Nested."""
    start: tuple[int, ...] = (tables.start,)
    numbers = {start: 0}
    order = [start]
    edges: list[dict[str, int]] = []
    for stack in order:
        edges.append({})
        for terminal in sorted(tables.terminals):
            after = _shifted(tables, stack, terminal)
            if after is None:
                continue
            if after not in numbers:
                numbers[after] = len(order)
                order.append(after)
                if len(order) > _MOST or len(after) > _DEEPEST:
                    raise Nested("the rules nest without an end")
            edges[-1][terminal] = numbers[after]
    return _smallest(edges)


def _shifted(tables: Tables, stack: tuple[int, ...], terminal: str) -> tuple[int, ...] | None:
    """The stack after a terminal and the reductions that it starts; None where it cannot stand there."""
    trial = list(stack)
    while True:
        action = tables.states[trial[-1]].get(terminal)
        if action is None:
            return None
        if action >= 0:
            return (*trial, action)
        origin, size = tables.rules[~action][:2]
        if size:
            del trial[-size:]
        trial.append(tables.states[trial[-1]][origin])


def _smallest(edges: list[dict[str, int]]) -> Automaton:
    """States that no text tells apart are one: they are parted until nothing more parts them."""
    classes = [0] * len(edges)
    while True:
        seen: dict[tuple[object, ...], int] = {}
        parted = []
        for number, row in enumerate(edges):
            signature = (
                classes[number],
                *sorted((terminal, classes[there]) for terminal, there in row.items()),
            )
            parted.append(seen.setdefault(signature, len(seen)))
        if len(seen) == len(set(classes)):
            break
        classes = parted
    made: dict[int, dict[str, int]] = {}
    for number, row in enumerate(edges):
        made.setdefault(
            classes[number], {terminal: classes[there] for terminal, there in sorted(row.items())}
        )
    # The class of the start came first, so that it is 0.
    return tuple(made[number] for number in sorted(made))
