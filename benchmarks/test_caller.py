"""Exploring, drawing and comparing menus: the page's own, the largest of 1000 characters, and one of 100,000.

python -m pytest benchmarks/test_caller.py --benchmark-enable --benchmark-group-by=group --benchmark-columns=median,max

`explore` of 1000 characters is to take under 50 ms, of 100,000 characters under 5 s. Which menu is the dearest depends
on how its items hang together, so there are several of each size.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from smsc_codec.payloads.menu import diff, explore, graph, read, same

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "examples" / "page.menu").read_text(encoding="utf-8")
HEAD = "{menu: x\n*: back\n#: start\n0: repeat\n"


def lines(size, made):
    """As many of the lines as there is room for."""
    found, room = [], size - len(HEAD) - 10
    for line in made:
        room -= len(line) + 1
        if room < 0:
            break
        found.append(line)
    return read(HEAD + "\n".join(found) + "\n9: end}").value


def broad():
    """Nine sub-items of each item; some call."""
    keys = [""]
    for number, key in enumerate(keys):
        for digit in "123456789":
            keys.append(key + digit)
            yield f"{key}{digit}: call:79990000000 err:9" if number % 7 == 0 else f"{key}{digit}: x"


def deep():
    """A ladder of sub-items."""
    return (f"{'1' * depth}: x" for depth in range(1, 10_000))


def meshed():
    """Calls that send callers to each other: very many ways come to no place twice."""
    return (f"{n % 9 + 1}: call:79990000000 wait=1 err:{n * 5 % 9 + 1}" for n in range(100_000))


def chained():
    """Labels that lead to the next one, each an ending of its own."""
    yield "1: call:79990000000 err:a0"
    yield from (f"a{n}: call:79990000000 ok:end err:a{n + 1}" for n in range(100_000))


MENUS = {
    f"{kind.__name__} {size}": lines(size, islice(kind(), 100_000))
    for size in (1_000, 100_000)
    for kind in (broad, deep, meshed, chained)
}
MENUS["page"] = read(PAGE).value


@pytest.mark.benchmark(group="explore")
@pytest.mark.parametrize("name", MENUS)
def test_explore(benchmark, name):
    assert benchmark.pedantic(explore, (MENUS[name],), rounds=3).states


@pytest.mark.benchmark(group="draw")
@pytest.mark.parametrize("name", MENUS)
def test_graph(benchmark, name):
    assert benchmark.pedantic(graph, (MENUS[name],), rounds=3)


@pytest.mark.benchmark(group="compare")
@pytest.mark.parametrize("name", MENUS)
def test_same(benchmark, name):
    assert benchmark.pedantic(same, (MENUS[name], MENUS[name]), rounds=3)


@pytest.mark.benchmark(group="compare with another")
@pytest.mark.parametrize("name", MENUS)
def test_diff(benchmark, name):
    assert not benchmark.pedantic(diff, (MENUS[name], MENUS["page"]), rounds=1).same or name == "page"
