"""What holds under every reading of what the page does not say, against the brute-force walk."""

from __future__ import annotations

from collections import Counter
from random import Random

from smsc_codec.payloads.menu import parse
from smsc_codec.payloads.menu.caller.explore import explore, policies
from smsc_codec.payloads.menu.caller.readings import Reading, readings
from smsc_codec.payloads.menu.model import Call
from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.walker import Everything, random_menu


def test_readings_agree_with_a_walk_under_each() -> None:
    """A finding holds under as many readings as walks come to it, and `when` leaves none of them out."""
    random = Random(5)
    every = list(policies(MenuOptions()))
    for _ in range(15):
        menu = random_menu(random)
        there: Counter[tuple[str, str]] = Counter()
        for options in every:
            walked = Everything(menu, options)
            left = {where for where in walked.shortest if where[0] == "left"}
            there.update({("ending", f"{where[1]} at {where[2] or 'the menu'}") for where in left})
            there.update({("dead key", item.key) for item in menu.items if item.key not in walked.ran})
            calls = [where for where in walked.shortest if where[0] == "call"]
            for _, key, index, _ in calls:
                action = [item.action for item in menu.items if item.key == key][index]
                assert isinstance(action, Call)
            there.update({("number", "79990000000")} if calls else ())
            there["stuck", ""] += bool(walked.stuck())
        found = readings(menu)
        assert {(one.kind, one.what): one.holds for one in found if one.kind != "trap"} == {
            key: count for key, count in there.items() if key[0] != "stuck"
        }
        assert any(one.kind == "trap" for one in found) == bool(there["stuck", ""])
        assert all(one.of == len(every) == 36 for one in found)
        assert [one.holds == one.of for one in found] == sorted(
            (one.holds == 36 for one in found), reverse=True
        )


def test_when_names_the_readings() -> None:
    """What hangs on an option is told with it; what hangs on several is exact only where all combinations count."""
    found = {(one.kind, one.what): one for one in readings(parse("{menu: Press 1\n1: Hi\n2: end}"))}
    assert found["ending", "end at 2"] == Reading("ending", "end at 2", 36, 36)
    assert found["ending", "silence at the menu"].when == {"silence": ("leave",)}
    assert found["ending", "silence at 1"].when == {"silence": ("leave",), "after-leaf": ("stay",)}
    assert found["ending", "silence at 1"].exact
    stuck = found["trap", "menu 1"]
    assert (stuck.holds, stuck.exact) == (4, True)
    assert stuck.when == {
        "wrong-key": ("err-label", "prompt-again"),
        "silence": ("wait",),
        "after-leaf": ("stay",),
    }
    found = {(one.kind, one.what): one for one in readings(parse("{menu: Press 1\n1: Hi}"))}
    assert (found["trap", "menu"].holds, found["trap", "menu"].exact) == (8, True)


def test_what_nothing_leads_to_is_counted() -> None:
    """States and edges that are written in the menu but never come to make the count honest."""
    found = explore(parse("{menu: Press 1\n1: end\n21: call:79990000000\n2: end}"))
    assert (len(found.states), found.of_states) == (3, 5)
    assert found.dead_keys == ("21",)
    found = explore(parse("{menu: Press 1\n1: end}"))
    assert (len(found.states), len(found.edges)) == (found.of_states, found.of_edges) == (2, 3)
