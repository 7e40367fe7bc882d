"""Whether two menus do the same for callers, and what changed: against two walks side by side."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec import structs

from smsc_codec.payloads.menu import parse, read
from smsc_codec.payloads.menu.caller.compare import same
from smsc_codec.payloads.menu.caller.diff import Diff, diff, same_readings
from smsc_codec.payloads.menu.caller.explore import policies
from smsc_codec.payloads.menu.model import Call, Menu, Say
from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.walker import alike, random_menu

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("**/*.menu"))
PAGE = (ROOT / "docs" / "examples" / "page.menu").read_text(encoding="utf-8")
#: COMPARE_MENUS=10000 for the long run.
MENUS = int(os.environ.get("COMPARE_MENUS", "150"))


def changed(random: Random, menu: Menu) -> Menu:
    """The menu with one small change that callers may or may not notice."""
    items = list(menu.items)
    if not items:
        return menu
    at = random.randrange(len(items))
    item = items[at]
    match random.randint(0, 8):
        case 0:
            return structs.replace(menu, menu_text=random.choice(["", "other words"]))
        case 1:
            return structs.replace(menu, start_text=random.choice(["", "other words"]))
        case 2:
            del items[at]
        case 3:
            items.insert(at, item)
        case 4:
            items.insert(random.randrange(len(items)), items.pop(at))
        case 5:
            items[at] = structs.replace(item, action=random.choice(random_menu(random).items).action)
        case 6:
            new = {"busy": "late", "21": "12", "2": "3", "err": "busy"}.get(item.key, item.key)
            items = [structs.replace(one, key=new) if one.key == item.key else one for one in items]
            items = [
                structs.replace(one, action=structs.replace(one.action, err=new))
                if isinstance(one.action, Call) and one.action.err == item.key and random.random() < 0.8
                else one
                for one in items
            ]
        case 7:
            items = [
                structs.replace(one, action=Say(one.action.text + "y"))
                if isinstance(one.action, Say)
                else one  # type: ignore[operator]
                for one in items
            ]
        case _:
            return structs.replace(menu, end_text=random.choice(["", "other words"]))
    return structs.replace(menu, items=tuple(items))


def test_same_exactly_when_two_walks_are() -> None:
    """On random pairs, under every policy: `diff` and `same` say so exactly when two walks side by side do."""
    random = Random(14)
    every = list(policies(MenuOptions()))
    verdicts: Counter[bool] = Counter()
    for number in range(MENUS):
        old = random_menu(random)
        new = changed(random, old)
        if number % 3 == 0:
            new = changed(random, new)
        for options in random.sample(every, 3) if MENUS < 1000 else every:
            expected = alike(old, new, options)
            verdicts[expected] += 1
            assert same(old, new, options) == expected
            assert same(new, old, options) == expected
            found = diff(old, new, options)
            assert found.same == expected == (not found.changes)
    assert min(verdicts.values()) > sum(verdicts.values()) / 5


def compared(old: str, new: str, **options: Any) -> Diff:
    return diff(parse(old), parse(new), MenuOptions(**options))


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(one.what, one.before, one.after) for one in compared(old, new).changes]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_the_same_as_themselves_however_worded(path: Path) -> None:
    """Other words at any place are the same behaviour: of every item by itself, and of all at once."""
    menu = read(path.read_text(encoding="utf-8")).value
    if menu is None:
        return
    worded = [
        structs.replace(item, action=Say("other words"))
        if isinstance(item.action, Say) and item.action.text
        else item
        for item in menu.items
    ]
    assert same(menu, structs.replace(menu, items=tuple(worded)))
    for number, item in enumerate(worded):
        items = (*menu.items[:number], item, *menu.items[number + 1 :])
        assert same(menu, structs.replace(menu, items=items))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_key_that_is_taken_out_is_told(path: Path) -> None:
    """Without an item that a call can run, the menu is another one, and the change says that the key is gone."""
    from smsc_codec.payloads.menu.caller.graph import Graph

    menu = read(path.read_text(encoding="utf-8")).value or Menu()
    graph = Graph(menu.items, MenuOptions())
    for key in graph.ran:
        if not (key.isdigit() or key in "*#0"):
            continue
        found = diff(menu, structs.replace(menu, items=tuple(i for i in menu.items if i.key != key)))
        assert not found.same
        assert f"key {key} is gone" in [one.what for one in found.changes]


CHANGES = {
    "a number": (
        ("79999999997", "79999999912"),
        [("key 6", "dials 79999999997 for up to 60 s and records the talk",
          "dials 79999999912 for up to 60 s and records the talk")],
    ),
    "a sub-item": (
        ("21: подпункт 2.1\n", ""),
        [("key 21 is gone", "speaks; waits in menu 2", ""),
         ("after 2", "waits in menu 2", "waits in the main menu")],
    ),
    "an item and what is below it": (
        ("2: пункт 2, нажмите 1 для подпункта 2.1\n21: подпункт 2.1\n", ""),
        [("key 2 is gone", "speaks; waits in menu 2", "")],
    ),
    "a new item": (
        ("err: неверный", "8: end\nerr: неверный"),
        [("key 8 is new", "", "speaks the END TEXT and leaves")],
    ),
    "the ringing": (
        ("wait=10", "wait=20"),
        [("key 5", "dials 79999999999, 79999999998 for up to 10 s",
          "dials 79999999999, 79999999998 for up to 20 s")],
    ),
    "what follows no answer": (
        (" err:6", ""),
        [("no answer at 5", "dials 79999999997 for up to 60 s and records the talk",
          "waits in the main menu")],
    ),
    "the end after a talk": (
        ("wait=10 ok:end", "wait=10"),
        [("the talk at 5", "speaks the END TEXT and leaves", "waits in the main menu")],
    ),
    "the end after an SMS": (
        ("текст\n3: end", "текст"),
        [("key 3", "speaks the END TEXT and leaves", "waits in the main menu")],
    ),
    "the caller's number in an SMS": (
        ("Ваш номер: $phone", "Ваш номер"),
        [("key 4", "sends an SMS to $phone from Sender with the caller's number in it",
          "sends an SMS to $phone from Sender")],
    ),
    "who is sent an SMS": (
        ("sms:79999999999", "sms:79999999990"),
        [("key 3", "sends an SMS to 79999999999 from Sender", "sends an SMS to 79999999990 from Sender")],
    ),
    "the handler": (("5: url\n", ""), [("key 5", "tells the handler", "")]),
    "the recording": (
        ("record: 10", "record: 15"), [("key 7", "records up to 10 s", "records up to 15 s")],
    ),
    "the recording of a talk": (
        (" record\n", "\n"),
        [("key 6", "dials 79999999997 for up to 60 s and records the talk", "dials 79999999997 for up to 60 s")],
    ),
    "wrong keys": (
        ("err: неверный номер, нажмите 0 для повтора\n", ""),
        [("a wrong key", "speaks", "speaks the MENU TEXT")],
    ),
    "the farewell": (
        ("Всего вам доброго!", ""),
        [("key 3", "speaks the END TEXT and leaves", "leaves")],
    ),
    "a key moves": (
        ("7:", "8:"), [("key 7 is gone", "speaks; records up to 10 s", ""),
                       ("key 8 is new", "", "speaks; records up to 10 s")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_told(edit: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    """Each kind of change to the page's menu, in words: what happened, what happens, and nothing besides."""
    assert edit[0] in PAGE
    found = told(PAGE, PAGE.replace(*edit))
    assert found[: len(expected)] == expected


#: What callers do not notice.
SAME = {
    "the words": ("Здравствуйте!", "Good day!"),
    "a label's name": ("callerr", "sorry"),
    "the order of items of different keys": ("2: пункт 2, нажмите 1 для подпункта 2.1\n21: подпункт 2.1",
                                             "21: подпункт 2.1\n2: пункт 2, нажмите 1 для подпункта 2.1"),
    "how a number is written": ("79999999997", "+7 (999) 999-99-97"),
    "a text in two lines of its key": ("7: Конец записи", "7: Конец\n7: записи"),
    "a comment": ("Всего вам доброго!", "Всего вам доброго!\n~~~\nparam=20,10,3\n"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_what_callers_do_not_notice(old: str, new: str) -> None:
    """Words, names of labels, the order of items and the way that things are written make no change."""
    text = PAGE.replace(old, new)
    assert text != PAGE
    assert compared(PAGE, text).same


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("call:79990000000", "call:79990000000 wait=120", True),
        ("call:79990000000", "call:79990000000 wait=119", False),
        ("call:79990000000", "call:79990000000 wait=0", False),
        ("record", "record: 30", True),
        ("record", "record: 29", False),
        ("url", "https://a.b/c", False),
        ("call:79990000000,79990000001", "call:79990000001,79990000000", False),
        ("sms:$phone,Shop,Hi", "sms:$phone,Shop,Hello", True),
        ("sms:$phone,Shop,Hi", "sms:$phone,Store,Hi", False),
        ("Hi", "<file 1>", True),
        ("Hi", "", False),
    ],
)
def test_what_counts(old: str, new: str, alike: bool) -> None:
    """IVR-7 and IVR-9 say what holds where nothing is written; the order in which numbers ring counts, words do not."""
    texts = [f"{{menu: Press 1\n1: {action}\n2: end}}" for action in (old, new)]
    menus = [read(text).value for text in texts]
    assert same(*menus) == same(*reversed(menus)) == alike


def test_the_issue_s_example() -> None:
    """A number, a sub-item and the way out change at once: each is told, and what leaving takes."""
    old = "{menu: Press 1, 2 or 3\n1: end\n2: Press 1\n21: Hours\n3: call:79990000000}"
    new = "{menu: Press 1, 2 or 3\n1: Press 1\n11: end\n2: Press 1\n3: call:79990000012}"
    found = compared(old, new)
    whats = [one.what for one in found.changes]
    assert {"key 1", "key 21 is gone", "key 3"} <= set(whats)
    assert (found.leaving.before, found.leaving.after) == (1, 2)
    assert (found.numbers.gone, found.numbers.new) == (("79990000000",), ("79990000012",))


def test_traps_and_texts() -> None:
    """Where callers get stuck now, and which texts have other words: one that another key had is named."""
    found = compared(
        "{menu: Press 1 or 2\n*: back\n1: Press 3\n13: Nothing\n2: end}",
        "{menu: Press 1 or 2\n1: Press 3\n13: Nothing\n2: end}",
    )
    assert (found.traps.gone, found.traps.new) == ((), ("menu 1",))
    found = compared(
        "{menu: Press\n1: Hours\n2: Prices\n3: end}", "{menu: Press\n1: Prices\n2: News\n3: end}"
    )
    assert found.same
    assert found.reworded == ("1 (as 2 was)", "2")


def test_same_under_some_readings() -> None:
    """What is the same as the service is taken to be may be otherwise under another reading of its page."""
    old = parse("{menu: Press 1 or 2\n1: Hi\n2: end\nerr: Wrong}")
    new = parse("{menu: Press 1 or 2\n1: Hi\n2: end}")
    keeps = MenuOptions(wrong_key="prompt-again")
    assert same(old, new, keeps)
    different = same_readings(old, new)
    assert len(different) == 12
    assert {one["wrong-key"] for one in different} == {"err-label"}


def test_large_and_hostile_pairs_end_in_bounded_time() -> None:
    """Thousands of items that do not fit each other, rings of `err:` of different lengths, no items at all."""
    ring = "\n".join(f"a{n}: call:79990000000 err:a{(n + 1) % 997}" for n in range(997))
    other = "\n".join(f"b{n}: call:79990000000 err:b{(n + 1) % 991}" for n in range(991))
    old = read(f"{{menu: x\n1: call:79990000000 err:a0\n2: end\n{ring}}}").value
    new = read(f"{{menu: x\n1: call:79990000000 err:b0\n2: end\n{other}}}").value
    assert same(old, new)  # 997 and 991 circles of the same call: nobody can tell
    assert diff(old, Menu()).changes
    assert same(Menu(), Menu())
