"""Text to menu: what each rule of the grammar means, and what is told of the slips it has a place for."""

from __future__ import annotations

from typing import Any

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.grammar.compiled.menu import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.files import Speech, split
from smsc_codec.payloads.menu import actions
from smsc_codec.payloads.menu.actions import Places
from smsc_codec.payloads.menu.model import Action, Back, End, Item, Menu, Repeat, Say, Start, Unread, Url
from smsc_codec.payloads.menu.places import MenuSpans, ReadItem
from smsc_codec.payloads.menu.tokens import lines, stripped, trimmed
from smsc_codec.payloads.menu.words import MARK_LINE, OPENINGS, WRITTEN, pattern

_BARE_URL = WRITTEN["BARE_URL"]
_KEY_END = WRITTEN["_KEY_END"] + " \t"
_WORDS: dict[str, Action] = {"BACK": Back(), "START": Start(), "REPEAT": Repeat(), "END": End()}


def read(text: str) -> Reading:
    """What can be understood of `text`, with every problem and the place of each part.

    Beside the value's own parts, `spans` has `("menu",)`, the macro, and `("menu", "open")` and
    `("menu", "close")`, its brackets. `value` is None where there is no macro. Never raises.
    """
    unexpected: list[Unexpected] = []
    try:
        menu, spans, problems = _PARSER.parse(text, unexpected)
    except Unexpected:
        return Reading(text, None, (_no_menu(text),), {})
    problems += [_syntax(text, problem, spans) for problem in unexpected]
    problems += _structure_in_text(text, spans, menu.comment is not None)
    problems.sort(key=_place)
    return Reading(text, menu, tuple(problems), spans)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.span.start, problem.span.end


# -- the grammar's rules -------------------------------------------------------------------------


def _start(text: str, kids: list[Any], begin: int, end: int) -> tuple[Menu, MenuSpans, list[Problem]]:
    start_text = end_text = ""
    comment = None
    places: Places = []
    for kid in kids:
        kind = kid[0]
        if kind == "START_TEXT":
            start_text = lines(text[kid[1] : kid[2]])
            places.append((("start_text",), kid[1], kid[2]))
        elif kind == "END_TEXT":
            end_text = lines(text[kid[1] : kid[2]])
            places.append((("end_text",), kid[1], kid[2]))
        elif kind == "COMMENT_MARK":
            comment = lines(text[kid[2] :])
            places.append((("comment",), kid[2], len(text)))
        elif kind == "COMMENT":
            continue
        else:
            _, menu_text, items, inner, problems = kid
            places += inner
    menu = Menu(split(start_text), menu_text, tuple([item[0] for item in items]), split(end_text), comment)
    return menu, MenuSpans(text, places, items), problems


def _menu(
    text: str, kids: list[Any], begin: int, end: int
) -> tuple[str, Speech, list[ReadItem], Places, Any]:
    opening, *body, closing = kids
    close = max(closing[1], closing[2] - 1)
    places: Places = [
        (("menu",), begin, end),
        (("menu", "open"), opening[1], opening[2]),
        (("menu", "close"), close, closing[2]),
    ]
    problems: list[Problem] = []
    menu_text: Speech = ""
    if body and type(body[0][0]) is str:
        _, start, stop = body.pop(0)
        words, start, stop = trimmed(text, start, stop)
        menu_text = split(words)
        places.append((("menu_text",), start, stop))
    for item in body:
        problems += item[-1]
    if not body:
        expected = ("a new line with a key and a colon, such as '1: text'",)
        problems.append(Problem("the menu has no items", Span(close, closing[2]), expected=expected))
    return "menu", menu_text, body, places, problems


def _item(text: str, kids: list[Any], begin: int, end: int) -> ReadItem:
    _, at, stop = kids[0]
    key = text[at:stop].strip().rstrip(_KEY_END)
    if len(kids) == 1:
        return Item(key, Say("")), at, stop, stop, (), ()
    kind, start, stop = kid = kids[1]
    if kind == "TEXT":  # most items, so they come first
        return Item(key, Say(split(stripped(text[start:stop])))), at, start, stop, (), ()
    wrong: list[Problem] = []
    if len(kids) == 3:  # a stray line, or just blank ones at the end of a text without a closing bracket
        end = kids[2][1]
        stray = Span(*kids[2][1:])
        wrong = [] if text[stray.start : stray.end].isspace() else [_stray(text, stray)]
    if type(kind) is not str:
        action, places, problems = kid
        return Item(key, action), at, kids[0][2], end, places, problems + wrong if wrong else problems
    if kind in _WORDS:
        return Item(key, _WORDS[kind]), at, start, stop, (), wrong
    words = stripped(text[start:stop])
    if kind == "URL":
        return Item(key, Url(None if words == _BARE_URL else words)), at, start, stop, (), wrong
    if kind.endswith("ERROR"):
        return Item(key, Unread(words)), at, start, stop, (), ()
    return Item(key, Say(split(words))), at, start, stop, (), ()


_PARSER = Parser(
    TABLES,
    {
        "start": _start,
        "menu": _menu,
        "item": _item,
        "call": actions.call,
        "wait": actions.wait,
        "ok": actions.ok,
        "err": actions.err,
        "sms": actions.sms,
        "record": actions.record,
    },
    implied=("CLOSE_BRACE", "CLOSE_ANGLE"),
)


# -- problems ------------------------------------------------------------------------------------


def _stray(text: str, span: Span) -> Problem:
    from smsc_codec.payloads.menu.slips import stray_line

    return stray_line(text, span)


def _no_menu(text: str) -> Problem:
    from smsc_codec.payloads.menu.slips import no_menu

    return no_menu(text)


def _syntax(text: str, problem: Unexpected, spans: MenuSpans) -> Problem:
    from smsc_codec.payloads.menu.slips import syntax

    return syntax(text, problem, spans, TABLES.names)


def _structure_in_text(text: str, spans: MenuSpans, commented: bool) -> list[Problem]:
    """A second macro, and a comment's mark before the end of the message: text that would become structure."""
    if sum(map(text.count, OPENINGS)) == 1 and text.count(MARK_LINE) == commented:
        return []
    from smsc_codec.payloads.menu import slips

    opening, found = spans["menu", "open"], []
    end = spans["comment",].start if commented else len(text)
    for match in pattern("BRACE", "ANGLE", "MARK").finditer(text, 0, end):
        if match.start() == opening.start or match.end() == end:
            continue
        second = match.group() in OPENINGS
        mark = match.group().strip()
        at = text.index(mark, match.start())
        place = Span(at, at + len(mark))
        found.append((slips.second_menu if second else slips.early_comment)(place, opening))
        if len(found) == 9:  # the tenth second menu says nothing new, and a hostile text may hold a million
            break
    return found
