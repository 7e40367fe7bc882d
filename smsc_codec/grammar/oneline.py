"""Patterns of terminals as TextMate's engine has them, Oniguruma: each for what stands on one line.

A line end before the first visible sign becomes the beginning of the line, one after it the end; in a loop that goes
on over lines the way over the line end is taken out, and is what begins the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op
from re import _parser as parser
from typing import Any, NamedTuple

Node = tuple[Any, Any]

_LOOPS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_ASSERTS = (op.ASSERT, op.ASSERT_NOT)
_CATEGORIES = {
    op.CATEGORY_SPACE: "\\s", op.CATEGORY_NOT_SPACE: "\\S", op.CATEGORY_DIGIT: "\\d", op.CATEGORY_NOT_DIGIT: "\\D",
    op.CATEGORY_WORD: "\\w", op.CATEGORY_NOT_WORD: "\\W",
}  # fmt: skip
_PLACES = {
    op.AT_BEGINNING: "^", op.AT_BEGINNING_STRING: "\\A", op.AT_END: "$", op.AT_END_STRING: "$",
    op.AT_BOUNDARY: "\\b", op.AT_NON_BOUNDARY: "\\B",
}  # fmt: skip
_NEW_LINE: Node = (op.LITERAL, 10)
_LINE_START: Node = (op.AT, op.AT_BEGINNING)
_LINE_END: Node = (op.AT, op.AT_END)


class Line(NamedTuple):
    """A terminal line by line."""

    #: What stands on its first line.
    first: str
    #: What stands on each line that it goes on over, from the line's beginning; None where it does not.
    next: str | None
    #: It stands behind a line end that is a part of it.
    starts_line: bool
    #: It is nothing but blanks with a line end.
    is_line_end: bool
    #: Blanks before its first sign may hold a line end.
    may_start_line: bool
    #: The signs that it can begin with, of those that tell patterns apart.
    begins: frozenset[str] = frozenset()


def lines(regexp: str) -> Line:
    """A terminal's pattern line by line."""
    nodes = _opened(list(parser.parse(regexp)))
    return _lines(nodes)._replace(begins=_begins(nodes)[0])


def _lines(nodes: list[Node]) -> Line:
    blank = not _visible(nodes)
    if blank and _takes(nodes, "\n"):
        return Line(_written(nodes).replace("$", "\\n"), None, False, True, True)
    nodes, starts = _led(nodes)
    may = starts or _takes(_before_visible(nodes), "\n")
    loop = next((node for node in nodes if _goes_on(node)), None)
    if loop is None:
        return Line(_begun(nodes, starts), None, starts, False, may)
    least, most, body = loop[1]
    guards = _guards(body)
    # What stands at a line's beginning takes something there.
    piece = loop[0], (max(least, int(starts)), most, _without_line_ends(body))
    once = [piece if node is loop else node for node in nodes]
    at = nodes.index(loop)
    if starts:
        again = _begun(once, True)
    else:
        again = _begun([_LINE_START, *guards, *once[at:]], True)
    return Line(_begun(once, starts), again, starts, False, may)


def _begun(nodes: list[Node], at_line: bool) -> str:
    """A pattern; one that stands at a line's beginning takes something there."""
    text = _written(nodes)
    return text.replace("^", "^(?=.)", 1) if at_line and text.startswith("^") else text


def _opened(nodes: list[Node]) -> list[Node]:
    """What stands inside brackets around the whole pattern."""
    while len(nodes) == 1:
        kind, value = nodes[0]
        if kind is op.ATOMIC_GROUP:
            nodes = list(value)
        elif kind is op.SUBPATTERN and not value[1] & ~re.DOTALL:
            nodes = list(value[3])
        else:
            break
    flat: list[Node] = []
    for kind, value in nodes:
        if kind is op.SUBPATTERN and not value[1] and not value[2]:
            flat += value[3]
        else:
            flat.append((kind, value))
    return flat


def _led(nodes: list[Node]) -> tuple[list[Node], bool]:
    """With the beginning of a line in the place of a line end before the first visible sign, if there is one."""
    for at, node in enumerate(nodes):
        if node == _NEW_LINE:
            return [_LINE_START, *nodes[at + 1 :]], True
        if _visible([node]) or node[0] in _ASSERTS or node[0] is op.BRANCH:
            break
    return nodes, False


def _before_visible(nodes: list[Node]) -> list[Node]:
    """What stands before the first visible sign."""
    return nodes[: next((at for at, node in enumerate(nodes) if _visible([node])), len(nodes))]


def _goes_on(node: Node) -> bool:
    """Whether it is a loop over lines: over line ends and visible signs."""
    return node[0] in _LOOPS and node[1][1] > 1 and _takes(node[1][2], "\n") and _visible(node[1][2])


#: Signs that tell patterns apart.
_SIGNS = frozenset(map(chr, (*range(32, 127), 9, 10, 0x44F)))


def _begins(nodes: Iterable[Node]) -> tuple[frozenset[str], bool]:
    """The signs that a pattern can begin with, and whether it can take none."""
    found: frozenset[str] = frozenset()
    for kind, value in nodes:
        if kind in _LOOPS:
            signs, empty = _begins(value[2])
            empty = empty or value[0] == 0
        elif kind is op.SUBPATTERN:
            signs, empty = _begins(value[3])
        elif kind is op.ATOMIC_GROUP:
            signs, empty = _begins(value)
        elif kind is op.BRANCH:
            ways = [_begins(way) for way in value[1]]
            signs = frozenset().union(*(way[0] for way in ways))
            empty = any(way[1] for way in ways)
        elif kind in _ASSERTS or kind is op.AT:
            continue
        else:
            signs, empty = frozenset(sign for sign in _SIGNS if _takes([(kind, value)], sign)), False
        found |= signs
        if not empty:
            return found, False
    return found, True


def _visible(nodes: Iterable[Node]) -> bool:
    return any(_takes(nodes, chr(code)) for code in range(33, 127))


def _takes(nodes: Iterable[Node], sign: str) -> bool:
    """Whether a sign can stand somewhere in what the pattern takes."""
    for kind, value in nodes:
        if kind in _LOOPS:
            found = _takes(value[2], sign)
        elif kind is op.SUBPATTERN:
            found = _takes(value[3], sign)
        elif kind is op.ATOMIC_GROUP:
            found = _takes(value, sign)
        elif kind is op.BRANCH:
            found = any(_takes(way, sign) for way in value[1])
        elif kind in _ASSERTS or kind is op.AT:
            found = False
        elif kind is op.LITERAL:
            found = chr(value) == sign
        else:
            found = bool(re.fullmatch(_written([(kind, value)]), sign, re.DOTALL))
        if found:
            return True
    return False


def _over_line_end(way: list[Node]) -> int | None:
    """Where the line end stands that a way of a loop begins with, after what must not follow."""
    for at, (kind, value) in enumerate(way):
        if (kind, value) == _NEW_LINE:
            return at
        if kind not in _ASSERTS and not (
            kind in _LOOPS and value[0] == 0 and list(value[2]) == [(op.LITERAL, 13)]
        ):
            return None
    return None


def _ways(body: Iterable[Node]) -> list[list[Node]]:
    """The ways through a loop's body, if these are all that it is."""
    nodes = _opened(list(body))
    if len(nodes) == 1 and nodes[0][0] is op.BRANCH:
        return [_opened(list(way)) for way in nodes[0][1][1]]
    return [nodes]


def _guards(body: Iterable[Node]) -> list[Node]:
    """What must hold at the beginning of a line for the loop to go on there."""
    for way in _ways(body):
        at = _over_line_end(way)
        if at is not None:
            return [_at_line(node) for node in (*way[:at], *way[at + 1 :]) if node[0] in _ASSERTS]
    return []


def _at_line(node: Node) -> Node:
    """An assertion as it is said at the beginning of a line."""
    kind, (direction, inside) = node
    nodes = [one for one in _opened(list(inside)) if not _maybe_return(one)]
    led, _ = _led(nodes)
    return kind, (direction, led)


def _maybe_return(node: Node) -> bool:
    return node[0] in _LOOPS and node[1][0] == 0 and list(node[1][2]) == [(op.LITERAL, 13)]


def _without_line_ends(body: Iterable[Node]) -> list[Node]:
    ways = _ways(body)
    kept = [way for way in ways if _over_line_end(way) is None]
    return kept[0] if len(kept) == 1 else [(op.BRANCH, (None, kept))]


def _written(nodes: Iterable[Node]) -> str:
    """A pattern in Oniguruma's words."""
    return "".join(map(_one, nodes))


def _one(node: Node) -> str:
    kind, value = node
    if kind is op.LITERAL:
        return "$" if value == 10 else _sign(value)
    if kind is op.NOT_LITERAL:
        return f"[^{_in_class(value)}]"
    if kind is op.ANY:
        return "."
    if kind is op.AT:
        return _PLACES[value]
    if kind is op.IN:
        return _class(value)
    if kind is op.BRANCH:
        return f"(?:{'|'.join(map(_written, value[1]))})"
    if kind is op.SUBPATTERN:
        _, flags, _, inside = value
        return f"(?{'i' if flags & re.IGNORECASE else ''}:{_written(inside)})"
    if kind is op.ATOMIC_GROUP:
        return f"(?>{_written(value)})"
    if kind in _ASSERTS:
        direction, inside = value
        sign = ("=" if kind is op.ASSERT else "!") if direction > 0 else ("<=" if kind is op.ASSERT else "<!")
        return f"(?{sign}{_written(inside)})"
    if kind in _LOOPS:
        return _loop(kind, *value)
    raise ValueError(f"no pattern of one line has {kind}")


def _loop(kind: Any, least: int, most: Any, body: Iterable[Node]) -> str:
    inside = _written(body)
    nodes = list(body)
    if not (len(nodes) == 1 and nodes[0][0] in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY)):
        inside = f"(?:{inside})"
    times = {(0, 1): "?", (0, op.MAXREPEAT): "*", (1, op.MAXREPEAT): "+"}.get((least, most))
    if times is None:
        times = f"{{{least},{'' if most is op.MAXREPEAT else most}}}" if most != least else f"{{{least}}}"
    if kind is op.MIN_REPEAT:
        return f"{inside}{times}?"
    return f"(?>{inside}{times})" if kind is op.POSSESSIVE_REPEAT else inside + times


def _class(items: list[Node]) -> str:
    text = ""
    for kind, value in items:
        if kind is op.NEGATE:
            text += "^"
        elif kind is op.LITERAL:
            text += _in_class(value)
        elif kind is op.RANGE:
            text += f"{_in_class(value[0])}-{_in_class(value[1])}"
        else:
            text += _CATEGORIES[value]
    return text if text in _CATEGORIES.values() else f"[{text}]"


_SAID = {9: "\\t", 10: "\\n", 13: "\\r"}


def _sign(code: int) -> str:
    return _SAID.get(code) or re.sub(r"([\\.^$*+?{}\[\]|()/])", r"\\\1", chr(code)).replace("\\/", "/")


def _in_class(code: int) -> str:
    return _SAID.get(code) or re.sub(r"([\\\]\[^&-])", r"\\\1", chr(code))
