"""What stands in the picture of a menu: boxes, and the edges between them. Not where, nor how it is written."""

from __future__ import annotations

from collections import deque
from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.files import plain
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import ROOT, is_path
from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Menu,
    Record,
    Repeat,
    Say,
    Sms,
    Start,
    Unread,
    Url,
)
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.secrets import blotted

#: The box of the menu itself stands in for the empty key.
TOP = ""
EdgeKind = Literal["key", "no answer", "wrong key"]


class Line(Struct, frozen=True):
    """A line of a box: what is done, and to whom or in which words. `wrong`: this is a finding."""

    does: str
    words: str = ""
    wrong: bool = False


class Box(Struct, frozen=True):
    """The menu (its key is ""), or everything that stands at one key or label.

    `parent` is the key of the box beside which it belongs. `grey`: nothing leads here; `red`: there is no way out.
    """

    key: str
    lines: tuple[Line, ...]
    parent: str | None
    grey: bool = False
    red: bool = False


class Edge(Struct, frozen=True):
    """A way from one box to another. `grey`: nobody comes along here; `red`: it is part of a circle of calls."""

    source: str
    target: str
    kind: EdgeKind
    grey: bool = False
    red: bool = False


class Sketch(Struct, frozen=True):
    """The picture: each box behind its parent."""

    title: str
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def sketch(menu: Menu, options: MenuOptions, title: str = "") -> Sketch:
    """What the picture of a menu shows."""
    graph = Graph(menu.items, options)
    groups = graph.machine.groups
    stuck = ROOT not in graph.leaving
    edges: list[Edge] = []
    parents: dict[str, str | None] = {TOP: None}
    below: dict[str, list[str]] = {}
    for key in groups:
        if is_path(key):
            direct = key[:-1] == TOP or key[:-1] in groups
            if direct:
                edges.append(Edge(key[:-1], key, "key", grey=key not in graph.ran))
            above = next((key[:n] for n in range(len(key) - 1, 0, -1) if key[:n] in groups), TOP)
            below.setdefault(above, []).append(key)
        elif key in ("*", "#", "0"):
            edges.append(Edge(TOP, key, "key", grey=key not in graph.ran))
            below.setdefault(TOP, []).append(key)
    if "err" in groups and options.wrong_key == "err-label":
        edges.append(Edge(TOP, "err", "wrong key"))
        below.setdefault(TOP, []).append("err")  # before any other place
    circles = _circles(graph)
    for key, targets in graph.err_edges.items():
        for target in dict.fromkeys(target for target, _ in targets):
            grey, red = key not in graph.ran, (key, target) in circles
            edges.append(Edge(key, target, "no answer", grey=grey, red=red))
    callers: dict[str, list[str]] = {}
    for edge in edges:
        if edge.kind == "no answer" and is_path(edge.source) and not is_path(edge.target):
            callers.setdefault(edge.target, []).append(edge.source)
    for label, keys in callers.items():  # beside the one in the middle of those that lead there
        below.setdefault(keys[(len(keys) - 1) // 2], []).append(label)
    queue = deque([TOP])
    order = [TOP]
    rest = iter([key for key in groups if not is_path(key)])
    while queue:
        key = queue.popleft()
        onward = graph.err_edges.get(key, ()) if not is_path(key) else ()
        labels = (target for target, _ in onward if not is_path(target) and target not in callers)
        for child in (*below.get(key, ()), *labels):
            if child not in parents:
                parents[child] = key
                order.append(child)
                queue.append(child)
        if not queue:  # a label that nothing leads to, and what it leads to
            left = next((label for label in rest if label not in parents), None)
            if left is not None:
                parents[left] = TOP
                order.append(left)
                queue.append(left)
    boxes = [Box(TOP, _top(menu, stuck), None, red=stuck)]
    for key in order[1:]:
        grey = key not in graph.ran
        red = not stuck and not grey and key not in graph.ending
        boxes.append(Box(key, _lines(graph, key, red), parents[key], grey, red))
    return Sketch(title, tuple(boxes), tuple(edges))


def _circles(graph: Graph) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for loop in graph.err_loops():
        keys = [key for key, _ in loop]
        found.update(zip(keys, [*keys[1:], keys[0]], strict=True))
    return found


def _top(menu: Menu, stuck: bool) -> tuple[Line, ...]:
    lines = [Line("", words) for text in (menu.start_text, menu.menu_text) if (words := _words(plain(text)))]
    if stuck:
        lines.append(Line("no way out", wrong=True))
    return tuple(lines) or (Line("", "(nothing is spoken)"),)


def _lines(graph: Graph, key: str, red: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    for number in graph.machine.groups[key]:
        action = graph.machine.items[number].action
        lines.append(_line(action))
        if isinstance(action, Call) and action.err is not None and action.err not in graph.machine.groups:
            lines.append(Line("no answer", f"there is no '{action.err}'", wrong=True))
    if key not in graph.ran:
        lines.append(Line("nothing leads here", wrong=True))
    elif red:
        lines.append(Line("no way out", wrong=True))
    return tuple(lines)


def _line(action: Action) -> Line:
    match action:
        case Say(text):
            return Line("", _words(plain(text)) or ("(a recording)" if text else "(nothing)"))
        case Call(phones, wait, ok_end, _, record):
            more = [f"{wait} s"] if wait is not None else []
            more += ["then leave"] if ok_end else []
            more += ["recorded"] if record else []
            return Line("call", " · ".join([", ".join(phones), *more]))
        case Sms(phone, sender, text):
            return Line("sms", f"{phone} · {sender} · {_words(text)}")
        case Record(seconds):
            return Line("record", "30 s" if seconds is None else f"{seconds} s")
        case Url(address):
            return Line("handler", _words(address or ""))
        case End():
            return Line("leave", "")
        case Back():
            return Line("back", "to the menu above")
        case Start():
            return Line("start", "again from the beginning")
        case Repeat():
            return Line("repeat", "the chosen item")
        case Unread(source):
            return Line("unread", _words(source), wrong=True)


def _words(text: str) -> str:
    """A text in one line, without any password or key."""
    return " ".join(blotted(text).split())
