"""What callers can do in some menus, how these are drawn, what sets two apart. Writes callers.txt anew.

    python -m tests.menu.callers

Behind `|` is a menu, behind `[` a policy; below stand its endings, traps, numbers and texts. Pictures follow, and the
changes from one menu to another. Drafts are menus made of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

from smsc_codec import BuildError
from smsc_codec.payloads.menu import Menu, MenuOptions, build, diff, explore, graph, read
from smsc_codec.payloads.menu.caller import compare
from smsc_codec.payloads.menu.caller import explore as explore_module
from smsc_codec.payloads.menu.caller.compare import same
from smsc_codec.payloads.menu.caller.diff import same_readings
from smsc_codec.payloads.menu.caller.explore import Explored, name
from smsc_codec.payloads.menu.caller.readings import readings
from smsc_codec.payloads.menu.draft import Row, drafted
from smsc_codec.payloads.menu.player import NotPossible, Player
from tests.told import shown

PATH = Path(__file__).parent / "callers.txt"
HEAD = "Hello!\n\n{menu: Press 1 for sales, 2 for help.\n"
MENUS = (
    f"{HEAD}1: call:79990000001 wait=20 ok:end err:busy\n2: end\nbusy: Nobody is free.\n}}\n\nBye!\n",
    f"{HEAD}1: call:79990000001,79990000002 wait=20 err:2\n1: We are sorry.\n2: call:79990000003 err:1\n}}\n\nBye!\n",
    f"{HEAD}1: Press 1 for tea.\n11: Tea.\n12: Coffee.\n2: end\n*: back\n#: start\n0: repeat\nerr: No such key.\n}}\n",
    f"{HEAD}1: Press 1 for tea.\n11: call:79990000001 err:11\n2: end\n21: Never.\nlost: Nobody.\nlost: end\n}}\n",
    f"{HEAD}1: record: 30\n1: Thank you!\n1: sms:$phone,Shop,Hi\n1: end\n2: https://a.ru/x\n2: repeat\n}}\n\nBye!\n",
    f"{HEAD}1: call:79990000001 err:2\n2: call:79990000002 err:3\n3: call:79990000003 err:1\n4: call:79990000004"
    " err:gone\n}\n",
    "{menu: Press 1.\n1: Sales.\n1: call:$phone wait=5 record\n2: <file 1>\n22: Здравствуйте, это длинный текст для"
    " тех, кто звонит вечером.\n}",
    "Hello\n\n{menu: <file 1>\n1: start\n2: back\n3: Wait.\n3: start\n4: Wait.\n4: back\n5: record: 5\n}\n\nBye",
    f"{HEAD}1: end\n1: Never.\n2: Press 1.\n21: Press 1.\n211: Press 1.\n2111: end\n2112: back\n}}\n\nBye!\n",
    "Hi\n\n{menu: Press 1.\n1: call:79990000001 ok:end\n1: call:79990000002\n1: Bye.\nerr: end\n}\n\nBye!\n",
    f"{HEAD}1: Press 1.\n11: call:79990000001 err:lost\n2: Press 1.\n21: call:79990000004 err:lost\n3: end\n"
    "lost: call:79990000002\ngone: Nobody.\nleft: call:79990000003\n411: back\n511: call:79990000005\n}\n",
    f"{HEAD}1: This is a long text, and then a call.\n1: call:79990000001 err:bye\n2: call:79990000002 err:bye\n"
    "bye: end\n3: record\n3: Thanks.\n}\n",
    "",
)  # fmt: skip
_KEYS = "".join(f"{key}: Tea.\n" for key in range(1, 10)) + "*: back\n#: start\n0: repeat\n"
#: Menus whose pictures are kept: words that are long, wide or high, and edges of all kinds.
DRAWN = (
    # What is explained below is wider than what is drawn.
    "{menu: x\n1: call:79990000001 err:2\n2: call:79990000001 err:1\n3: call:79990000001 err:4\n"
    "4: Tea.\nlost: x\nerr: No such key.}",
    f"Hello {'to all of you ' * 18}\n\n{{menu: Press 1.\n"
    f"1: {'Supercalifragilistic' * 5}\n2: {'Добро пожаловать в меню. ' * 4}\n"
    "3: 日本語日本語日本語日本語日本語 Cafe\u0301 wWmM 😀 iljtf\nabc: Short.\nabcd: Short.\n"
    f"{'alonglabel' * 5}: x\n4: call:79990000001,79990000002 wait=20 ok:end err:abc record\n5:\n6: <file 1>\n7: url\n"
    "8: sms:$phone,Shop,Hi \"you\" <b> & \\\n9: record\n9: record: 5\n"
    "*: back\n#: start\n0: repeat\n71: https://a:b@a.ru/x\n}\n",
    "Hi\n\n{menu: Press 1.\n1: Press 1.\n11: Press 1.\n111: call:79990000001 err:2\n2: call:79990000002 err:111\n"
    "3: call:79990000003 err:2\n12: call:79990000004 err:2\n12: call:79990000004 err:3\n4: call:79990000005 err:4\n"
    "5: call:79990000006 err:a\n6: call:79990000006 err:a\n7: call:79990000006 err:a\na: call:79990000007 err:b\n"
    "b: Bye.\nc: call:79990000008 err:d\nd: call:79990000009 err:e\n9: end\nerr: No such key.\n}\n",
    "{menu:\n1: Tea.\n22: Never.\n222: Never.\n9: call:79990000001,\n}",
)  # fmt: skip
#: The items of two menus that differ, or only seem to.
PAIRS = (
    ("1: call:79990000001\n2: call:79990000002 err:1", "1: call:79990000003\n2: call:79990000002 err:1"),
    ("1: Tea.\n1: https://a.ru/x\n2: call:79990000002 err:1", "1: Tea.\n2: call:79990000002 err:1"),
    ("1: Press 1.\n11: Tea.\n*: end", "1: Press 1.\n11: Tea.\n*: Tea."),
    ("0: repeat\n1: sms:79990000001,Shop,Hi\n1: Press 1.\n11: Tea.\n2: end",
     "0: repeat\n1: sms:79990000002,Shop,Hi\n1: Press 1.\n11: Tea.\n2: end"),
    ("1: Press 1.\n11: Tea.\n12: Milk.\n2: end", "1: Press 1.\n2: end"),
    ("1: Press 1.\n2: end", "1: Press 1.\n11: Tea.\n2: end"),
    ("1: Press 1.\n11: Tea.\n2: call:79990000001 err:11\n*: back",
     "1: Press 1.\n11: Tea.\n2: call:79990000001 err:lost\n*: back\nlost: Tea."),
    ("1: Press 1.\n11: call:79990000001\n2: call:79990000002 err:11",
     "1: Press 1.\n11: call:79990000001\n2: call:79990000002 err:lost\nlost: call:79990000001"),
    ("1: Tea.\n1: Milk.\n2: Tea.\n2: https://a.ru/x\n2: Milk.",
     "1: Tea. Milk.\n2: Tea.\n2: https://a.ru/x"),
    ("1: Tea.\n1: https://a.ru/x\n1: Milk.\n1: Juice.", "1: Tea.\n1: https://a.ru/x\n1: Milk and juice."),
    ("1:\n1: call:79990000001\n2: <file 1>", "1: call:79990000001\n2: Tea."),
    ("1: call:79990000001\n2: call:79990000001 wait=30", "1: call:79990000001 wait=120\n2: call:79990000001 wait=40"),
    ("1: call:79990000001\n2: call:79990000001 record", "1: call:79990000001 record\n2: call:79990000001"),
    ("1: record\n2: record: 30", "1: record: 30\n2: record: 40"),
    ("1: sms:$phone,Shop,Call $phone\n2: sms:$phone,Shop,Call",
     "1: sms:$phone,Shop,Call ${phone}\n2: sms:$phone,Shop,$phone"),
    ("1: sms:$phone,Shop,Hi\n2: sms:,Shop,Hi", "1: sms:$PHONE,SHOP,Ho\n2: sms:$phone,Store,Hi"),
    ("1: call:$phone\n2: call:79990000001", "1: call:${phone}\n2: call:+7 999 000-00-01"),
    ("1: call:$phone\n2: call:79990000001", "1: call:$number\n2: call:79990000002"),
    ("err: No such key.", "lost: Nobody."), (_KEYS + "err: No such key.", _KEYS),
    ("1: Speak.\n1: record: 30\n11: Tea.\n2: end", "1: Please.\n1: Speak.\n1: record: 30\n11: Tea.\n2: end"),
    ("1: Sales.\n1: call:79990000001 err:lost\nlost: Nobody.",
     "1: Sales.\n1: call:79990000002 err:gone\ngone: Nobody."),
    ("1: Press 1.\n11: Press 1.\n111: end\n112: Tea.", "1: Press 1.\n11: Press 1.\n111: Bye.\n112: end"),
    ("1: Tea.\n2: Milk.\n3: sms:$phone,Shop,Hi", "1: Milk.\n2: Juice.\n3: sms:$phone,Shop,Ho"),
    ("1: record: 30\n1: end\n2: end", "1: record: 30\n2: end"),
    ("1: call:79990000001,\n2: end", "1: call:79990000002,\n2: end"),
    ("1: call:79990000001 ok:end\n2: call:79990000002\n2: end", "1: call:79990000001\n2: call:79990000002 ok:end"),
    ("1: https://a.ru/x\n2: url", "1: https://a.ru/y\n2: https://a.ru/x"), ("*: back\n1: Tea.", "#: start\n1: Tea."),
)  # fmt: skip
POLICIES = (
    MenuOptions(),
    MenuOptions(wrong_key="prompt-again", after_leaf="stay", english_characters_per_second=20.0),
    MenuOptions(
        wrong_key="leave", silence="leave", after_leaf="leave", after_call="leave", characters_per_second=0.0
    ),
)
#: The items of a menu, and what comes from outside in calls to it.
PLAYS = (
    ("1: call:79990000001 wait=20 ok:end err:busy\n2: end\n3: Tea.\nbusy: Nobody is free.",
     "1 no-answer 5 wrong-key 3", "1 answered 2", "2 2", "x", "12", "", "1 hung-up 1", "1 silence", "1 1 recorded",
     "silence"),
    ("1: record: 5\n1: Press 1.\n11: Tea.\n2: record\n*: back\n0: repeat", "1 recorded 1 0 recorded * #",
     "2 recorded 9"),
    ("1: call:79990000001,\n1: Tea.\n2: end\nerr: No such key.", "1 goes-on 7", "1 leaves 1", "leaves", "1 2"),
)  # fmt: skip
ROWS: tuple[tuple[tuple[Row, ...], dict[str, Any]], ...] = (
    ((Row("1", "Sales.", ("79990000001",)), Row("2", "Hours", name="Opening hours"), Row("21", "Nine to six!")), {}),
    ((Row("1", "Продажи", ("79990000001", "79990000002")), Row("2", "Мы открыты с девяти до шести.")), {"wait": 45}),
    ((Row("1", "Продажи"),), {"language": "en", "greeting": "Hi!", "goodbye": "Bye!\n"}),
    ((Row("1", "Sales"),), {"language": "ru"}), ((Row("1", "Sales"),), {"greeting": "Привет"}),
    ((Row("1", "x" * 40), Row("2", "x" * 41), Row("3", "x" * 41, name="Three,")), {}),
    (tuple(Row(str(key), f"Item {key}") for key in range(1, 10)), {}),
    (tuple(Row(str(key), f"Item {key}", ("79990000001",)) for key in range(1, 10)), {}),
    ((), {}), ((Row("", "x"),), {}), ((Row("0", "x"),), {}), ((Row("1", "x"), Row("1", "y")), {}),
    ((Row("11", "x"),), {}), ((Row("1"),), {}), ((Row("1", "x", ("7999",)),), {}),
    ((Row("1", "x", ("+79990000001",)),), {}),
    ((Row("1", "x", ("79990000001",)), Row("11", "y")), {}), ((Row("1", "end"),), {}), ((Row("1", "a}b"),), {}),
    ((Row("1", "x", name="a}b"),), {}), ((Row("1", "x"),), {"greeting": "{menu: x"}),
    ((Row("1", "x"),), {"goodbye": "{menu: x"}),
    ((Row(" 1 ", " a\n b ", (" 79990000001 ", " "), " c\td "),), {"wait": 0}),
    ((Row("1", "x", ("79990000001",)),), {"wait": 121}),
)  # fmt: skip


def lines() -> Iterator[str]:
    """The lines of callers.txt."""
    menus = [(text, read(text).value or Menu()) for text in MENUS]
    for text, menu in menus:
        yield f"| {shown(text)}"
        for options in POLICIES:
            yield from _explored(menu, options)
    for text, menu in menus[:8]:
        yield f"| {shown(text)}"
        yield from _indented(graph(menu, "dot", title="A & B"))
        yield from _indented(graph(menu, "mermaid"))
    for text, menu in (menus[0], menus[3], menus[6]):
        yield f"| {shown(text)}"
        yield from _indented(graph(menu, "svg", title="A & B", here="1"))
    for text in (MENUS[2], MENUS[5], *DRAWN):
        yield f"| {shown(text)}"
        yield from _indented(_drawn(text))
    for (old, before), (new, after) in pairwise(menus):
        yield f"| {shown(old)}"
        yield f"| {shown(new)}"
        yield from _changed(before, after)
    for pair in PAIRS:
        yield from (f"| {shown(items)}" for items in pair)
        yield from _changed(*(read(f"{HEAD}{items}\n}}\n\nBye!\n").value or Menu() for items in pair))
    for items, *calls in PLAYS:
        yield f"| {shown(items)}"
        for given in calls:
            yield from _played(items, given)
    for rows, how in ROWS:
        yield f"> {', '.join(map(_row, rows))} {how}"
        try:
            yield f"= {shown(build(drafted(rows, **how)))}"
        except BuildError as error:
            yield f"  {error.field}: {error.reason}"


def _drawn(text: str) -> str:
    """A picture, but for what is the same in all pictures, and what other forms cut of long texts."""
    menu = read(text).value or Menu()
    drawn = [line for line in graph(menu, here="").split("\n") if not line.startswith(("<style>", "<defs>"))]
    return "\n".join(drawn) + graph(menu, "dot") + graph(menu, "mermaid")


def _changed(before: Menu, after: Menu) -> Iterator[str]:
    found = diff(before, after)
    with patch.object(compare, "MOST_PAIRS", 1):
        hasty = diff(before, after)
    if hasty != found:
        yield f"  in a hurry: {hasty.changes!r}"
    for change in found.changes:
        yield f"  {change!r}"
    yield f"  {found.leaving!r} {found.numbers!r} {found.traps!r}"
    yield f"  reworded: {', '.join(found.reworded)}; otherwise under {len(same_readings(before, after))} readings"
    left = [
        diff(before, after, options).leaving for options in (POLICIES[2], MenuOptions(after_leaf="leave"))
    ]
    ways = ", ".join(f"{one.before} and {one.after}" for one in left)
    yield f"  {'the same' if same(before, after) else 'not the same'}; left otherwise by {ways} keys"


def _explored(menu: Any, options: MenuOptions) -> Iterator[str]:
    found = explore(menu, options, Decimal("1.5"))
    yield f"[ {', '.join(found.policy.values())}"
    yield from _visited(found, options)
    if options == MenuOptions():
        with patch.object(explore_module, "MOST_STEPS", 4):
            yield "[ in four steps"
            yield from _endings(explore(menu, options))
        yield from (f"  {one!r}" for one in readings(menu))


def _played(items: str, given: str) -> Iterator[str]:
    player = Player(read(f"{HEAD}{items}\n}}\n\nBye!\n").value or Menu())
    yield f"> {given}"
    for one in given.split():
        try:
            happened = player.give(one.replace("-", " "))
        except NotPossible as error:
            yield f"  {error}"
        else:
            told = "; ".join(f"{what.kind} {shown(str(what.text))}" for what in happened)
            yield f"  {one}: {told}{'; over' if player.over else ''}"
    yield f"  came {', '.join(f'{one} in {name(state)}' for state, one in player.given)}"
    yield f"  {player.seconds[0]:.1f}-{player.seconds[1]:.1f} s, did {sorted(player.done)}, then {player.possible}"


def _visited(found: Explored, options: MenuOptions) -> Iterator[str]:
    yield f"  {len(found.states)} of {found.of_states} states, {len(found.edges)} of {found.of_edges} ways"
    stuck = ", ".join(f"{one.at} by {_way(one.keys)}" for one in found.traps)
    yield f"  dead: {' '.join(found.dead_keys)}; stuck: {stuck}"
    yield from _endings(found)
    for one in found.numbers:
        yield f"  dials {one.number} at {one.key}, {one.order}., waits {one.wait}, by {_way(one.keys)}"
    for text in found.spoken if options == MenuOptions() else ():
        times = f"{text.quickest}-{text.slowest} s"
        yield f"  speaks {text.at!r}: {text.russian} and {text.english} characters, {times}"
    for way in found.edges if options == MenuOptions() else ():
        yield f"  {way.from_} -- {way.given} -> {way.to}"


def _endings(found: Explored) -> Iterator[str]:
    for end in found.endings:
        cost = "-".join(map(str, end.cost or ()))
        low, middle, high = end.seconds.shortest, end.seconds.median, end.seconds.longest
        rest = f"{low}-{middle}-{high} s, {end.ways} ways{'' if end.complete else ' at least'}, {cost}"
        yield f"  ends by {end.why} at {end.at!r} by {_way(end.keys)}: {rest}"


def _way(keys: tuple[str, ...]) -> str:
    return "-".join(keys) or "nothing"


def _row(row: Row) -> str:
    return f"{row.key!r} {row.text!r} {' '.join(row.numbers)} {row.name!r}"


def _indented(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"  {line}"


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
