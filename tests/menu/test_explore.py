"""The machine of a menu, and everything that can be known of it, against a brute-force walk."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median

import pytest

from smsc_codec.payloads.menu import parse, read
from smsc_codec.payloads.menu.caller.explore import Explored, explore, name, policies
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import MENU_TEXT, Machine, State
from smsc_codec.payloads.menu.model import Menu
from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.walker import Everything, Where, random_menu

ROOT = Path(__file__).resolve().parents[2]
#: EXPLORE_MENUS=10000 for the long run.
MENUS = int(os.environ.get("EXPLORE_MENUS", "60"))
PAGE = (ROOT / "docs" / "examples" / "page.menu").read_text(encoding="utf-8")


def where(state: State) -> Where:
    """A state in the words of the walk."""
    match state.at:
        case "menu":
            return ("menu", state.menu)
        case "left":
            return ("left", state.why, state.key)
    return (state.at, state.key, state.index, state.menu)


def agree(menu: Menu, options: MenuOptions) -> None:
    walked = Everything(menu, options)
    graph = Graph(menu.items, options)
    explored = explore(menu, options)
    assert {where(state) for state in graph.reached} == set(walked.shortest)
    for state in graph.reached:
        assert len(graph.way_to(state)) == len(walked.shortest[where(state)])
        after = {given: where(step.state) for given, step in graph.steps(state).items()}
        assert after == walked.after[where(state)]
    assert len(explored.edges) == sum(map(len, walked.after.values()))
    assert set(explored.dead_keys) == {item.key for item in menu.items} - walked.ran
    stuck = walked.stuck()
    names = {name(state): where(state) for state in graph.reached}
    assert {names[trap.at] for trap in explored.traps} <= stuck
    assert bool(explored.traps) == bool(stuck)
    endings = walked.endings()
    assert {(ending.why, ending.at) for ending in explored.endings} == set(endings)
    for ending in explored.endings:
        steps, times = endings[ending.why, ending.at]
        assert (len(ending.keys), ending.ways, ending.complete) == (steps, len(times), True)
        assert ending.seconds.shortest == pytest.approx(min(low for low, _ in times), abs=0.06)
        assert ending.seconds.longest == pytest.approx(max(high for _, high in times), abs=0.06)
        middle = median((low + high) / 2 for low, high in times)
        assert ending.seconds.median == pytest.approx(middle, abs=0.06)


def test_explore_agrees_with_a_brute_force_walk() -> None:
    """On random menus, under every policy: the same places, ways, endings, times, traps, dead keys."""
    random = Random(11)
    for _ in range(MENUS):
        menu = random_menu(random)
        for options in policies(MenuOptions()):
            agree(menu, options)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "examples").glob("**/*.menu")), ids=lambda path: path.stem
)
def test_examples_agree_too(path: Path) -> None:
    """So they do on the example menus, sound and broken."""
    agree(read(path.read_text(encoding="utf-8")).value or Menu(), MenuOptions())


def explored(text: str, **options: object) -> Explored:
    return explore(parse(text), MenuOptions(**options))  # type: ignore[arg-type]


def test_the_page() -> None:
    """IVR-12: the page's menu is left in four ways; its texts promise no way out of the others."""
    found = explore(parse(PAGE))
    assert [(ending.why, ending.at, ending.keys) for ending in found.endings] == [
        ("end", "3", ("3",)),
        ("end", "4", ("4",)),
        ("talk", "5", ("5", "answered")),
        ("talk", "6", ("6", "answered")),
    ]
    assert (found.traps, found.dead_keys) == ((), ())
    assert [one.number for one in found.numbers] == ["79999999999", "79999999998", "79999999997"]


def test_back_speaks_the_menu_above() -> None:
    """IVR-2: after `back` the previous menu is spoken again, and the others are not."""
    menu = parse("Hi {menu: Press 1\n*: back\n1: Press 2\n12: Press 3\n123: Here} Bye")
    machine = Machine(menu.items, MenuOptions())
    spoken = [event.part for event in machine.step(State("menu", "12"), "*").events]
    assert [menu.items[part].key for part in spoken] == ["1"]
    assert [event.part for event in machine.step(State("menu", "1"), "*").events] == [MENU_TEXT]


def test_back_goes_to_the_menu_above() -> None:
    """IVR-2: `back` leads to the previous menu, not to the one where it was pressed."""
    text = "Hi {menu: Press 1\n*: back\n1: Press 2\n12: Press 3\n123: Here} Bye"
    ways = {(way.from_, way.given): way.to for way in explored(text).edges}
    assert ways["menu 12", "*"] == "menu 1"
    assert ways["menu 1", "*"] == "menu"
    assert ways["menu", "*"] == "menu"


@pytest.mark.parametrize(
    ("policy", "to"), [("parent", "menu 1"), ("stay", "menu 11"), ("leave", "left: item at 11")]
)
def test_after_a_leaf(policy: str, to: str) -> None:
    """IVR-4 is silent: which keys work after an item without sub-items is the policy `after-leaf`."""
    ways = {
        (way.from_, way.given): way.to
        for way in explored("{menu: Press 1\n1: Press 1\n11: Here}", after_leaf=policy).edges
    }
    assert ways["menu 1", "1"] == to


def test_a_trap_is_told_with_its_trace() -> None:
    """A place without a way out is a trap, told where one comes to it; a menu without any way out is one as a whole."""
    found = explored("{menu: Press 1 or 2\n1: Press 3\n13: Nothing\n2: end}", after_leaf="parent")
    assert [(trap.at, trap.keys) for trap in found.traps] == [("menu 1", ("1",))]
    found = explored("{menu: Press 1\n1: Hi}")
    assert [(trap.at, trap.keys) for trap in found.traps] == [("menu", ())]
    assert found.endings == ()


def test_what_an_ending_costs() -> None:
    """A price a minute gives what a call costs at the least and at the most; talks are not counted."""
    (ending,) = explore(
        parse("{menu: " + "m" * 140 + "\n1: call:79990000000 wait=60 ok:end}"), None, Decimal(6)
    ).endings
    assert ending.seconds.shortest == 8.5
    assert ending.seconds.longest == 71.5
    assert ending.cost == (Decimal("0.85"), Decimal("7.15"))


@pytest.mark.parametrize(
    ("action", "longest"),
    [
        ("call:79990000000 ok:end", 120),
        ("call:79990000000 wait=7 ok:end", 7),
        ("record:", 30),
        ("record: 8", 8),
    ],
)
def test_how_long_it_takes_where_nothing_is_said(action: str, longest: int) -> None:
    """IVR-7, IVR-9: a call rings 120 seconds and a recording lasts 30 where the menu does not say."""
    found = explore(parse(f"{{menu: {'m' * 140}\n1: {action}\n1: end}}"))
    assert max(ending.seconds.longest for ending in found.endings) == pytest.approx(11.5 + longest, abs=0.06)


def test_any_menu_ends_in_bounded_time() -> None:
    """Thousands of items, chains and loops of `err:`, labels that do not exist: all of it comes to an end."""
    chain = "\n".join(f"a{n}: call:79990000000 wait=1 err:a{(n + 1) % 3000}" for n in range(3000))
    text = f"{{menu: x\n1: call:79990000000 err:a0\n2: call:79990000000 err:gone\n3: end\n{chain}}}"
    found = explore(read(text).value)
    assert len(found.states) > 3000
    ladder = "\n".join(f"{'1' * n}: go" for n in range(1, 400)) + "\n0: repeat\n2: end"
    assert explore(read(f"{{menu: x\n{ladder}}}").value).endings
    dial = "call:79990000000 err:"
    mesh = "\n".join(f"{a}: {dial}{a % 9 + 1}\n{a}: {dial}{(a + 3) % 9 + 1}" for a in range(1, 10))
    (*_, last) = explore(read(f"{{menu: x\n{mesh}\n9: end}}").value).endings
    assert last.seconds.longest > 0
