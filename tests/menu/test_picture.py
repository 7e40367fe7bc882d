"""The picture of a menu: what it shows, where things stand, and that nothing in a menu becomes a part of it."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from smsc_codec.payloads.menu import Menu, MenuOptions, graph, parse, read
from smsc_codec.payloads.menu.caller.picture.layout import WIDTH, layout
from smsc_codec.payloads.menu.caller.picture.sketch import Sketch, sketch
from smsc_codec.payloads.menu.caller.picture.words import _cut, _fitting, _wrapped, width
from tests.menu.strategies import hostile, menus
from tests.menu.walker import random_menu

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("**/*.menu"))
PAGE = (ROOT / "docs" / "examples" / "page.menu").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"
#: A menu with everything that is drawn otherwise than the rest.
WRONG = """{menu: Press 1 to 6
1: call:79990000001 err:2
2: call:79990000002 err:1
3: end
4: Press 5
45: call:79990000003 ok:end err:gone
61: Who comes here?
lost: Nobody
err: No such key
5: call:79990000004 err:sorry
sorry: Nobody is free}"""


def thirty() -> Menu:
    """Thirty items: what a picture must be readable for."""
    lines = ["*: back", "#: start", "0: repeat", "busy: Nobody is free, please call later"]
    for number in range(1, 7):
        lines += [f"{number}: City {number}. Press 1 for sales, 2 for help, 3 to leave"]
        lines += [f"{number}1: call:7999000000{number} wait=20 ok:end err:busy"]
        lines += [f"{number}2: sms:$phone,Shop,We call you back", f"{number}3: end"]
    return parse("Hello!\n\n{menu: Press 1 to 6.\n" + "\n".join(lines) + "}")


def check_places(made: Sketch) -> None:
    """Boxes do not overlap, texts fit, edges end at the sides of their boxes and cross none on the way."""
    found = layout(made)
    places = {place.box.key: place for place in found.places}
    columns: dict[int, list[tuple[float, float]]] = {}
    for place in found.places:
        assert place.x >= 0
        assert place.x + WIDTH <= found.width
        assert place.y >= 0
        assert place.y + place.height <= found.height
        columns.setdefault(place.column, []).append((place.y, place.y + place.height))
        for row in place.rows:
            assert row.x + width(row.words) <= WIDTH - 9 or len(row.words) <= 2
            assert row.key_width <= WIDTH - 18
    for spans in columns.values():
        spans.sort()
        assert all(one[1] < other[0] for one, other in pairwise(spans))
    for one, other in combinations(sorted(columns), 2):
        assert {place.x for place in found.places if place.column == one} != {
            place.x for place in found.places if place.column == other
        }
    for place in found.places:  # a box stands in the middle of those beside it
        beside = [other for other in found.places if other.box.parent == place.box.key]
        if beside and not any(other.box.parent == one.box.key for one in beside for other in found.places):
            middle = (min(one.y for one in beside) + max(one.y + one.height for one in beside)) / 2
            assert place.middle == pytest.approx(middle)
    lefts = {place.x for place in found.places}
    bottom = max(place.y + place.height for place in found.places)
    for line in found.lines:
        for key, (x, y) in ((line.edge.source, line.start), (line.edge.target, line.end)):
            place = places[key]
            assert x in (place.x, place.x + WIDTH)
            assert place.y < y < place.y + place.height
        points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", line.path)]
        assert points[0] == pytest.approx(line.start, abs=0.1)
        assert points[-1] == pytest.approx(line.end, abs=0.1)
        for x, y in points:
            assert y > bottom or all(x <= left + 0.1 or x >= left + WIDTH - 0.1 for left in lefts)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_laid_out(path: Path) -> None:
    """The picture of every example, sound and broken: each key has its box, nothing overlaps."""
    menu = read(path.read_text(encoding="utf-8")).value or Menu()
    made = sketch(menu, MenuOptions())
    assert [box.key for box in made.boxes[1:]] != [""]
    assert {box.key for box in made.boxes} == {"", *(item.key for item in menu.items)}
    check_places(made)


def test_random_menus_are_laid_out() -> None:
    """So it is of random menus, with loops and labels that do not exist, and of one with thirty items."""
    random = Random(3)
    for _ in range(300):
        check_places(sketch(random_menu(random), MenuOptions()))
    check_places(sketch(thirty(), MenuOptions()))
    assert len(sketch(thirty(), MenuOptions()).boxes) == 29


def test_findings_are_drawn() -> None:
    """What nothing leads to is grey, circles of calls are red, no answer is dashed, a missing label is named."""
    made = sketch(parse(WRONG), MenuOptions())
    boxes = {box.key: box for box in made.boxes}
    assert {key for key, box in boxes.items() if box.grey} == {"61", "lost"}
    assert {(e.source, e.target) for e in made.edges if e.red} == {("1", "2"), ("2", "1")}
    kinds = {(e.source, e.target): e.kind for e in made.edges}
    assert kinds["5", "sorry"] == "no answer"
    assert kinds["", "err"] == "wrong key"
    assert kinds["4", "45"] == "key"
    assert ("", "61") not in kinds
    assert boxes["sorry"].parent == "5"
    assert [line.words for line in boxes["45"].lines if line.wrong] == ["there is no 'gone'"]
    picture = ElementTree.fromstring(graph(parse(WRONG)))
    classes = [path.get("class") for path in picture.iter(f"{SVG}path")]
    assert classes.count("edge dash red") == 3  # and one in the legend
    assert sum(rect.get("class") == "greybox" for rect in picture.iter(f"{SVG}rect")) == 3
    red = sketch(parse("{menu: Press 1 or 2\n1: Press 3\n13: Nothing\n2: end}"), MenuOptions())
    assert {box.key for box in red.boxes if box.red} == {"1", "13"}
    assert sketch(parse("{menu: Press 1\n1: Hi}"), MenuOptions()).boxes[0].red


def test_policy_is_drawn() -> None:
    """Where wrong keys do not lead to `err`, there is no such edge, and the label is grey."""
    made = sketch(parse(WRONG), MenuOptions(wrong_key="leave"))
    assert not [edge for edge in made.edges if edge.kind == "wrong key"]
    assert next(box for box in made.boxes if box.key == "err").grey


def texts(svg: str) -> str:
    return " ".join("".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def test_texts_are_shown_whole_where_they_fit() -> None:
    """Cyrillic stands in the picture as it is, numbers are whole, what is too long ends in an ellipsis."""
    shown = texts(graph(parse(PAGE)))
    assert "подпункт 1.1" in shown
    assert "79999999999, 79999999998" in shown
    assert "…" in shown
    assert "шарик" in texts(graph(parse("{menu: шарик\n1: end}"), title="<Меню>"))


@given(menus)
@settings(max_examples=60, deadline=None)
def test_svg_is_well_formed_and_without_script(menu: Menu) -> None:
    """Whatever a menu says: the picture is XML, holds known elements alone, and fetches nothing."""
    root = ElementTree.fromstring(graph(menu, title='<script>"&'))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "style", "defs", "marker", "path", "rect", "text", "g",
    }  # fmt: skip
    for element in root.iter():
        assert not [name for name in element.keys() if name.startswith("on") or "href" in name]  # noqa: SIM118


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_a_picture(text: str) -> None:
    """Texts that are nearly menus, with control characters and halves of surrogate pairs, give all three forms."""
    menu = read(text).value or Menu()
    ElementTree.fromstring(graph(menu))
    for line in graph(menu, "mermaid").splitlines()[1:]:
        assert re.fullmatch(
            r'  n\d+\["(?:[^"<>`]|<br/>)*"\]|  n\d+ -- "[^"]*" --> n\d+|  n\d+ -\. "[^"]*" \.-> n\d+'
            r"|  (?:classDef|class|linkStyle) [\w ,:#;-]+",
            line,
        )
    for line in graph(menu, "dot").splitlines()[1:-1]:
        outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        assert '"' not in outside
        assert re.fullmatch(r"  [\w\[\]=, ;>-]+", outside)


def test_large_menus_are_drawn_in_bounded_time() -> None:
    """Thousands of items, chains of labels and a ladder of sub-items are drawn without recursion."""
    chain = "\n".join(f"a{n}: call:79990000000 wait=1 err:a{(n + 1) % 2000}" for n in range(2000))
    for text in (chain, "\n".join(f"{'1' * n}: go" for n in range(1, 400))):
        menu = read(f"{{menu: x\n2: end\n3: call:79990000000 err:a0\n{text}}}").value
        ElementTree.fromstring(graph(menu))


def test_docs_picture_is_fresh() -> None:
    """The picture of the page's menu in docs is what `python docs/generate.py` draws."""
    there = (ROOT / "docs" / "pictures" / "page-menu.svg").read_text(encoding="utf-8")
    assert there == graph(parse(PAGE))


#: WRONG with two texts, one of which is as long as is shown, as flowchart and as graph.
FLOWCHART = f"""flowchart LR
  n0["Press 1 to 6"]
  n1["1<br/>call 79990000001"]
  n2["2<br/>call 79990000002"]
  n3["3<br/>{"x" * 60}<br/>{"y" * 60}…"]
  n4["4<br/>Press 5"]
  n5["61<br/>Who comes here#63;<br/>nothing leads here"]
  n6["5<br/>call 79990000004"]
  n7["err<br/>No such key"]
  n8["45<br/>call 79990000003 #183; then leave<br/>no answer there is no #39;gone#39;"]
  n9["sorry<br/>Nobody is free"]
  n10["lost<br/>Nobody<br/>nothing leads here"]
  n0 -- "1" --> n1
  n0 -- "2" --> n2
  n0 -- "3" --> n3
  n0 -- "4" --> n4
  n4 -- "5" --> n8
  n0 -- "5" --> n6
  n0 -. "wrong key" .-> n7
  n1 -. "no answer" .-> n2
  n2 -. "no answer" .-> n1
  n6 -. "no answer" .-> n9
  classDef grey fill:#eee,stroke:#bbb,color:#888
  class n5,n10 grey
  linkStyle 7,8 stroke:#c62828,stroke-width:2px
"""
GRAPH = f"""digraph "menu" {{
  rankdir=LR;
  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif"];
  edge [fontname="sans-serif"];
  n0 [label="Press 1 to 6"];
  n1 [label="1\\ncall 79990000001"];
  n2 [label="2\\ncall 79990000002"];
  n3 [label="3\\n{"x" * 60}\\n{"y" * 60}…"];
  n4 [label="4\\nPress 5"];
  n5 [label="61\\nWho comes here?\\nnothing leads here", fillcolor="#eeeeee", color="#bbbbbb", fontcolor="#888888"];
  n6 [label="5\\ncall 79990000004"];
  n7 [label="err\\nNo such key"];
  n8 [label="45\\ncall 79990000003 · then leave\\nno answer there is no 'gone'"];
  n9 [label="sorry\\nNobody is free"];
  n10 [label="lost\\nNobody\\nnothing leads here", fillcolor="#eeeeee", color="#bbbbbb", fontcolor="#888888"];
  n0 -> n1 [label="1"];
  n0 -> n2 [label="2"];
  n0 -> n3 [label="3"];
  n0 -> n4 [label="4"];
  n4 -> n8 [label="5"];
  n0 -> n6 [label="5"];
  n0 -> n7 [label="wrong key", style=dotted];
  n1 -> n2 [label="no answer", style=dashed, color="#c62828", penwidth=2];
  n2 -> n1 [label="no answer", style=dashed, color="#c62828", penwidth=2];
  n6 -> n9 [label="no answer", style=dashed];
}}
"""


def test_flowchart_and_graph_in_full() -> None:
    """Mermaid and DOT show the same: boxes, arrows, what is grey or red, and texts up to 60 characters."""
    menu = parse(WRONG.replace("3: end", f"3: {'x' * 60}\n3: {'y' * 61}"))
    assert graph(menu, "mermaid") == FLOWCHART
    assert graph(menu, "dot") == GRAPH


def test_words_take_the_room_that_there_is() -> None:
    """What takes exactly the room fits; one more sign is cut off, or goes into the next row."""
    room = width("Tea")
    assert [_fitting(text, room) for text in ("T", "Tea", "Teas", "Tea time")] == [1, 3, 3, 3]
    assert _fitting("Tea", width("T") / 2) == 1
    assert width("Te…") <= room
    assert [_cut(text, room) for text in ("Tea", "Teas")] == ["Tea", "Te…"]
    assert _wrapped("Tea Tea", room, 2) == ["Tea", "Tea"]
    assert _wrapped("Tea Tea", room, 1) == ["Te…"]
    assert _wrapped("TeaTeaTea", room, 3) == ["Tea", "Tea", "Tea"]
    assert _wrapped("TeaTeaTea", room, 2) == ["Tea", "Te…"]
