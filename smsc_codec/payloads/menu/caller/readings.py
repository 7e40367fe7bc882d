"""Which findings hold however the service reads what its page does not say, and which only under some readings."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Literal, get_args, get_type_hints

from msgspec import Struct, structs

from smsc_codec.payloads.menu.caller.explore import POLICIES, Explored, name, policies, policy_of, stuck_at
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.model import Call, Menu
from smsc_codec.payloads.menu.options import MenuOptions

FindingKind = Literal["ending", "trap", "dead key", "number"]


class Reading(Struct, frozen=True):
    """A finding, and under how many of all readings it holds.

    `when` has the options that it depends on, each with the values under which it can hold. `exact`: it holds under
    all combinations of these, not under some of them alone.
    """

    kind: FindingKind
    what: str
    holds: int
    of: int
    when: dict[str, tuple[str, ...]] = {}
    exact: bool = True


def readings(menu: Menu, options: MenuOptions | None = None) -> tuple[Reading, ...]:
    """Every ending, trap, dead key and dialled number that there is under some reading; first what always holds."""
    every = list(policies(options or MenuOptions()))
    held: dict[tuple[FindingKind, str], list[dict[str, str]]] = {}
    for one in every:
        for finding in dict.fromkeys(_findings(Graph(menu.items, one))):
            held.setdefault(finding, []).append(policy_of(one))
    hints = get_type_hints(MenuOptions)
    values = {option.replace("_", "-"): get_args(hints[option]) for option in POLICIES}
    made = [_reading(kind, what, found, values, len(every)) for (kind, what), found in held.items()]
    order = get_args(FindingKind)
    return tuple(sorted(made, key=lambda one: (one.holds < one.of, order.index(one.kind))))


def _findings(graph: Graph) -> Iterator[tuple[FindingKind, str]]:
    for state in graph.reached:
        if state.at == "left":
            yield "ending", name(state).removeprefix("left: ")
        elif state.at == "call":
            call = graph.machine.items[graph.machine.groups[state.key][state.index]].action
            assert isinstance(call, Call)
            for phone in call.phones:
                yield "number", phone
    for state in stuck_at(graph):
        yield "trap", name(state)
    for key in graph.machine.groups:
        if key not in graph.ran:
            yield "dead key", key


def _reading(
    kind: FindingKind,
    what: str,
    found: list[dict[str, str]],
    values: dict[str, tuple[str, ...]],
    of: int,
) -> Reading:
    there = {
        option: tuple(value for value in all_ if any(one[option] == value for one in found))
        for option, all_ in values.items()
    }
    when = {option: some for option, some in there.items() if len(some) < len(values[option])}
    return Reading(kind, what, len(found), of, when, prod(map(len, there.values())) == len(found))


class Report(Explored, frozen=True, kw_only=True):
    """What `menu explore --format json` prints.

    `whole`: all of the menu could be read. `readings` is there with `--policies`.
    """

    whole: bool
    readings: tuple[Reading, ...] | None = None

    @classmethod
    def of(cls, explored: Explored, whole: bool, held: tuple[Reading, ...] | None) -> Report:
        """The report of what was explored."""
        return cls(**structs.asdict(explored), whole=whole, readings=held)
