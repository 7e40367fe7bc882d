"""Everything that callers can come to: each ending with its shortest way and its times, traps, dead keys, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from heapq import heappop, heappush
from itertools import count, product
from statistics import median
from typing import get_args, get_type_hints

from msgspec import Struct, structs

from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import ROOT, State
from smsc_codec.payloads.menu.caller.speech import SPREAD, Clock, Range, characters, speeds_of, spoken
from smsc_codec.payloads.menu.model import Call, Menu, Say
from smsc_codec.payloads.menu.options import MenuOptions

#: The options that say what the service does where its page is silent.
POLICIES = ("wrong_key", "silence", "after_leaf", "after_call")
#: So many steps are taken to find the ways to an ending; of a menu with more than that the times are what was found.
MOST_STEPS = 50_000


class Seconds(Struct, frozen=True):
    """How long it takes from the pick-up: the quickest and the slowest way that comes to no place twice.

    Talks are left out: their length is not known. `median` is that of the middles of all ways.
    """

    shortest: float
    median: float
    longest: float


class Ending(Struct, frozen=True):
    """One way in which the menu is left, and what a caller does for it.

    `why`: `end`, `talk` (with `ok:end`), `item` (policy `after-leaf`), `wrong key`, `silence`, `unread`. `at` is the
    key of the item, or the path of the menu, where that is. `keys` are the keys, and outcomes such as `no answer`, of
    the way with the fewest. `ways` that come to no place twice were counted; `complete`: these are all there are.
    """

    why: str
    at: str
    keys: tuple[str, ...]
    seconds: Seconds
    ways: int
    complete: bool
    cost: tuple[Decimal, Decimal] | None = None


class Trap(Struct, frozen=True):
    """A place from which the menu cannot be left: the caller can only hang up."""

    at: str
    keys: tuple[str, ...]


class Dialled(Struct, frozen=True):
    """A number that is dialled, first after `keys`; `order` counts from 1 among the numbers of its call."""

    number: str
    key: str
    order: int
    wait: int | None
    keys: tuple[str, ...]


class Place(Struct, frozen=True):
    """A state of the machine, by its name."""

    name: str
    at: str
    keys: tuple[str, ...]


class Way(Struct, frozen=True, rename={"from_": "from"}):
    """What leads from one state to another."""

    from_: str
    given: str
    to: str


class Speed(Struct, frozen=True):
    """How fast a voice speaks, in characters a second, and by which part of that it may be faster or slower."""

    russian: float
    english: float
    spread: float = SPREAD


class Spoken(Struct, frozen=True):
    """A text that is read aloud: `at` is `START TEXT`, `MENU TEXT`, `END TEXT` or a key; its characters by language."""

    at: str
    russian: int
    english: int
    quickest: float
    slowest: float


class Explored(Struct, frozen=True):
    """All of it, under one policy. Everything was visited: there is nothing else that can happen.

    `policy` is the reading of what the page does not say. `of_states` and `of_edges` count what the menu has written
    in it: more than was visited where nothing leads to some of it. `spoken` are the texts in their order, at `speed`;
    what stands in voice files is not counted.
    """

    policy: dict[str, str]
    states: tuple[Place, ...]
    edges: tuple[Way, ...]
    endings: tuple[Ending, ...]
    traps: tuple[Trap, ...]
    dead_keys: tuple[str, ...]
    numbers: tuple[Dialled, ...]
    of_states: int
    of_edges: int
    speed: Speed
    spoken: tuple[Spoken, ...]


def policies(options: MenuOptions) -> Iterator[MenuOptions]:
    """The options under every reading of what the page does not say."""
    kinds = get_type_hints(MenuOptions)
    for values in product(*(get_args(kinds[name]) for name in POLICIES)):
        yield structs.replace(options, **dict(zip(POLICIES, values, strict=True)))


def explore(menu: Menu, options: MenuOptions | None = None, per_minute: Decimal | None = None) -> Explored:
    """Visit everything that can happen in a menu. Never raises for any menu; ends for any menu in bounded time.

    With `per_minute`, the price of a minute, endings have what they cost at the least and at the most.
    """
    options = options or MenuOptions()
    graph = Graph(menu.items, options)
    clock = Clock(menu, graph.machine)
    names = {state: name(state) for state in graph.reached}
    written = graph.written
    return Explored(
        policy=policy_of(options),
        states=tuple(Place(names[state], state.at, graph.way_to(state)) for state in graph.reached),
        edges=tuple(
            Way(names[state], given, names[step.state])
            for state in graph.reached
            for given, step in graph.steps(state).items()
        ),
        endings=tuple(_endings(graph, clock, per_minute)),
        traps=tuple(Trap(names[state], graph.way_to(state)) for state in stuck_at(graph)),
        dead_keys=tuple(key for key in graph.machine.groups if key not in graph.ran),
        numbers=tuple(_numbers(graph)),
        of_states=len(written),
        of_edges=sum(len(graph.steps(state)) for state in written),
        speed=Speed(*speeds_of(options)),
        spoken=tuple(_spoken(menu, options)),
    )


def _spoken(menu: Menu, options: MenuOptions) -> Iterator[Spoken]:
    texts = [("START TEXT", menu.start_text), ("MENU TEXT", menu.menu_text)]
    texts += [(item.key, item.action.text) for item in menu.items if isinstance(item.action, Say)]
    for at, text in (*texts, ("END TEXT", menu.end_text)):
        taken = characters(text)
        if taken.russian or taken.english:
            low, high = spoken(text, *speeds_of(options))
            yield Spoken(at, taken.russian, taken.english, round(low, 1), round(high, 1))


def policy_of(options: MenuOptions) -> dict[str, str]:
    """What is taken for true where the page is silent, by the options' names in the configuration."""
    return {option.replace("_", "-"): getattr(options, option) for option in POLICIES}


def name(state: State) -> str:
    """A state in a few words."""
    match state.at:
        case "menu":
            return f"menu {state.menu}".rstrip()
        case "left":
            return f"left: {state.why} at {state.key or 'the menu'}"
    return f"{state.at} {state.key}.{state.index + 1}" + (f" in {state.menu}" if state.menu else "")


def stuck_at(graph: Graph) -> Iterator[State]:
    """The places that cannot be left, each only where one comes to it from a place that can, or at the beginning."""
    if ROOT not in graph.leaving:
        yield ROOT
        return
    entered = {
        step.state
        for state in graph.leaving
        for step in graph.steps(state).values()
        if step.state not in graph.leaving
    }
    yield from (state for state in graph.reached if state in entered)


def _numbers(graph: Graph) -> Iterator[Dialled]:
    """The numbers in the order in which callers first come to them."""
    known = set()
    for state in graph.reached:
        if state.at != "call":
            continue
        call = graph.machine.items[graph.machine.groups[state.key][state.index]].action
        assert isinstance(call, Call)
        if (state.key, state.index) not in known:
            known.add((state.key, state.index))
            way = graph.way_to(state)
            for order, number in enumerate(call.phones, 1):
                yield Dialled(number, state.key, order, call.wait, way)


def _endings(graph: Graph, clock: Clock, per_minute: Decimal | None) -> Iterator[Ending]:
    ways, complete = _simple_ways(graph, clock)
    quickest = {} if complete else _quickest(graph, clock)
    for state in graph.reached:
        if state.at != "left":
            continue
        times = ways.get(state) or [quickest[state]]
        if not complete and quickest[state][0] < min(low for low, _ in times):
            times = [*times, quickest[state]]
        shortest, longest = min(low for low, _ in times), max(high for _, high in times)
        cost = None
        if per_minute is not None:
            cost = (_price(shortest, per_minute), _price(longest, per_minute))
        yield Ending(
            state.why,
            state.key,
            graph.way_to(state),
            Seconds(
                _round(shortest), _round(median((low + high) / 2 for low, high in times)), _round(longest)
            ),
            len(ways.get(state, ())),
            complete and state in ways,
            cost,
        )


def _round(seconds: float) -> float:
    return round(seconds, 1)


def _price(seconds: float, per_minute: Decimal) -> Decimal:
    """What so many seconds cost: a voice message is charged by the second."""
    return (per_minute * Decimal(str(_round(seconds))) / 60).quantize(Decimal("0.01"))


def _simple_ways(graph: Graph, clock: Clock) -> tuple[dict[State, list[Range]], bool]:
    """The times of all ways that come to no state twice, by their endings, and whether these are all."""
    found: dict[State, list[Range]] = {}
    low, high = clock.events(graph.machine.begin().events)
    leaving = graph.leaving
    if ROOT not in leaving:
        return found, True
    # What leads on, with its time: the same few steps are taken again and again.
    number = {state: n for n, state in enumerate(leaving)}
    ending = [found.setdefault(state, []) if state.at == "left" else None for state in leaving]
    onward: list[list[tuple[int, float, float]]] = [
        [
            (number[step.state], *clock.events(step.events))
            for step in graph.steps(state).values()
            if step.state in leaving and step.state != state
        ]
        for state in leaving
    ]
    first = number[ROOT]
    on_way = bytearray(len(onward))
    on_way[first] = True
    stack = [(first, low, high, iter(onward[first]))]
    steps = 0
    while stack:
        at, low, high, more = stack[-1]
        for there, least, most in more:
            steps += 1
            if on_way[there]:
                continue
            times = ending[there]
            if times is not None:
                times.append((low + least, high + most))
            elif steps < MOST_STEPS:
                on_way[there] = True
                stack.append((there, low + least, high + most, iter(onward[there])))
                break
        else:
            stack.pop()
            on_way[at] = False
    return {state: times for state, times in found.items() if times}, steps < MOST_STEPS


def _quickest(graph: Graph, clock: Clock) -> dict[State, Range]:
    """The quickest way to each ending, for where there are too many ways to look at all."""
    tie = count()
    low, high = clock.events(graph.machine.begin().events)
    queue = [(low, next(tie), high, ROOT)]
    found: dict[State, Range] = {}
    while queue:
        low, _, high, state = heappop(queue)
        if state in found:
            continue
        found[state] = low, high
        for step in graph.steps(state).values():
            least, most = clock.events(step.events)
            heappush(queue, (low + least, next(tie), high + most, step.state))
    return found
