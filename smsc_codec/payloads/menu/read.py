"""Text to menu: what each rule of the grammar means, and what is told of the slips it has a place for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.grammar.compiled.menu import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.payloads.files import Speech, split
from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Item,
    Menu,
    Record,
    Repeat,
    Say,
    Sms,
    Start,
    Unread,
    Url,
)

#: IVR-7: the longest wait for the pick-up, in seconds, and the most numbers of one call.
MAX_WAIT = 120
MAX_PHONES = 9

_WORDS: dict[str, Action] = {"BACK": Back(), "START": Start(), "REPEAT": Repeat(), "END": End()}

#: Where the parts of an action stand (path below the action, start, end).
_Places = list[tuple[Path, int, int]]
#: An action as read: its value, the places of its parts, what was wrong.
_Read = tuple[Action, _Places, list[Problem]]
#: An item as read: its value, where its key's token starts, where the action's tokens start and end, the places of
#: the action's parts, and what was wrong.
_ReadItem = tuple[Item, int, int, int, Sequence[tuple[Path, int, int]], Sequence[Problem]]


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
    if problems:
        problems.sort(key=_place)
    return Reading(text, menu, tuple(problems), spans)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.span.start, problem.span.end


# -- the grammar's rules -------------------------------------------------------------------------


def _start(text: str, kids: list[Any], begin: int, end: int) -> tuple[Menu, Spans, list[Problem]]:
    start_text = end_text = ""
    comment = None
    places: _Places = []
    for kid in kids:
        kind = kid[0]
        if kind == "START_TEXT":
            start_text = _lines(text[kid[1] : kid[2]])
            places.append((("start_text",), kid[1], kid[2]))
        elif kind == "END_TEXT":
            end_text = _lines(text[kid[1] : kid[2]])
            places.append((("end_text",), kid[1], kid[2]))
        elif kind == "COMMENT":
            at = text.index("~~~", kid[1]) + 4
            at += text[at - 1] == "\r"
            comment = _lines(text[at : kid[2]])
            places.append((("comment",), at, kid[2]))
        else:
            _, menu_text, items, inner, problems = kid
            places += inner
    menu = Menu(split(start_text), menu_text, tuple([item for item, *_ in items]), split(end_text), comment)
    return menu, Spans(_placed(text, places, items)), problems


def _placed(text: str, places: _Places, items: list[_ReadItem]) -> Iterator[tuple[Path, int, int]]:
    """The places of the whole menu: those of its texts, then those of each item."""
    yield from places
    for number, (item, at, begin, end, parts, _) in enumerate(items):
        at = text.index(item.key, at)
        _, begin, end = _trimmed(text, begin, end)
        yield ("items", number), at, end
        yield ("items", number, "key"), at, at + len(item.key)
        yield ("items", number, "action"), begin, end
        for path, start, stop in parts:
            yield ("items", number, "action", *path), start, stop


def _menu(
    text: str, kids: list[Any], begin: int, end: int
) -> tuple[str, Speech, list[_ReadItem], _Places, Any]:
    opening, *body, closing = kids
    close = max(closing[1], closing[2] - 1)
    places: _Places = [
        (("menu",), begin, end),
        (("menu", "open"), opening[1], opening[2]),
        (("menu", "close"), close, closing[2]),
    ]
    problems: list[Problem] = []
    menu_text: Speech = ""
    if body and type(body[0][0]) is str:
        _, start, stop = body.pop(0)
        words, start, stop = _trimmed(text, start, stop)
        menu_text = split(words)
        places.append((("menu_text",), start, stop))
    for *_, wrong in body:
        problems += wrong
    if not body:
        expected = ("a new line with a key and a colon, such as '1: text'",)
        problems.append(Problem("the menu has no items", Span(close, closing[2]), expected=expected))
    return "menu", menu_text, body, places, problems


def _item(text: str, kids: list[Any], begin: int, end: int) -> _ReadItem:
    _, at, stop = kids[0]
    key = text[at:stop].strip().rstrip(": \t")
    if len(kids) == 1:
        return Item(key, Say("")), at, stop, stop, (), ()
    kind, start, stop, *_ = kid = kids[1]
    if kind == "TEXT":  # most items, so they come first
        return Item(key, Say(split(_stripped(text[start:stop])))), at, start, stop, (), ()
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
    words = _stripped(text[start:stop])
    if kind == "URL":
        return Item(key, Url(None if words == "url" else words)), at, start, stop, (), wrong
    if kind.endswith("ERROR"):
        return Item(key, Unread(words)), at, start, stop, (), ()
    return Item(key, Say(split(words))), at, start, stop, (), ()


def _call(text: str, kids: list[Any], begin: int, end: int) -> _Read:
    phones: list[str] = []
    given: dict[str, Any] = {}
    places: _Places = []
    problems: list[Problem] = []
    seen: dict[str, Span] = {}
    for kid in kids:
        kind, start, stop = kid[:3]
        span = Span(start, stop)
        if kind in ("PHONE", "VARIABLE", "ODD_PHONE"):
            places.append((("phones", len(phones)), start, stop))
            phones.append(text[start:stop])
            if kind == "ODD_PHONE":
                problems.append(_not_a_phone(text, span))
            continue
        if kind == "ODD":
            problems.append(_unknown_option(text, span))
            continue
        field = _FIELDS[kind]
        if field in seen:
            word = text[start:stop].split("=")[0].split(":")[0].rstrip()
            problems.append(
                Problem(
                    f"'{word}' appears twice in one call",
                    span,
                    "call-duplicate-parameter",
                    labels=(Label(seen[field], "first given here"),),
                )
            )
            continue
        seen[field] = span
        if kind == "RECORD_CALL":
            given[field] = True
            places.append(((field,), start, stop))
            continue
        value, a, b, problem = kid[3:]
        if problem is None:
            given[field] = value
            places.append(((field,), a, b))
        else:
            problems.append(problem)
    problems += _call_shape(text, kids, phones, seen, begin, end)
    return Call(tuple(phones), **given), places, problems


_FIELDS = {"wait": "wait", "ok": "ok_end", "err": "err", "RECORD_CALL": "record"}


def _call_shape(
    text: str, kids: list[Any], phones: list[str], seen: dict[str, Span], begin: int, end: int
) -> list[Problem]:
    """What is wrong with a call as a whole: no number, too many, `record` before other parameters (IVR-7)."""
    problems = []
    if not phones:
        problems.append(
            Problem(
                "the call has no phone number",
                Span(begin, end),
                "call-missing-phone",
                ("a phone number after 'call:'",),
            )
        )
    elif len(phones) > MAX_PHONES:
        extra = [kid for kid in kids if kid[0] in ("PHONE", "VARIABLE", "ODD_PHONE")][MAX_PHONES]
        problems.append(
            Problem(
                f"too many numbers in one call: {len(phones)}",
                Span(extra[1], begin + len(text[begin:end].rstrip())),
                "call-too-many-numbers",
                (f"up to {MAX_PHONES} numbers",),
                primary=f"number {MAX_PHONES + 1} starts here",
            )
        )
    record = seen.get("record")
    last = max((kid[2] for kid in kids), default=begin)
    if record and last > record.end:
        edits = (
            Edit(Span(record.start, record.start + len(_gap(text, record))), ""),
            Edit(Span(last, last), " record"),
        )
        problems.append(
            Problem(
                "'record' must be the last parameter of a call",
                record,
                "call-record-not-last",
                ("'record' after all other parameters",),
                labels=(Label(Span(record.end, last), "these come after it"),),
                fixes=(Fix("move 'record' to the end", edits, safe=True),),
            )
        )
    return problems


_GAP = re.compile(r"\w+[ \t]*")


def _gap(text: str, word: Span) -> str:
    """A word and the blanks after it."""
    match = _GAP.match(text, word.start)
    return match.group() if match else ""


def _wait(text: str, kids: list[Any], begin: int, end: int) -> tuple[Any, ...]:
    value = kids[1] if len(kids) > 1 else ("ODD", end, end)
    _, a, b = value
    if value[0] == "NUMBER" and int(text[a:b]) <= MAX_WAIT:
        return "wait", begin, end, int(text[a:b]), a, b, None
    fixes: tuple[Fix, ...] = ()
    if value[0] == "NUMBER":
        fixes = (Fix(f"wait {MAX_WAIT} seconds", (Edit(Span(a, b), str(MAX_WAIT)),)),)
    problem = Problem(
        f"wait must be a whole number from 0 to {MAX_WAIT}, not '{text[a:b]}'"
        if a < b
        else "'wait=' has no value",
        Span(a, b),
        "call-wait-range",
        (f"a whole number of seconds from 0 to {MAX_WAIT}",),
        fixes=fixes,
    )
    return "wait", begin, end, None, a, b, problem


def _ok(text: str, kids: list[Any], begin: int, end: int) -> tuple[Any, ...]:
    value = kids[1] if len(kids) > 1 else ("ODD", end, end)
    if value[0] == "OK_END":
        return "ok", begin, end, True, begin, end, None
    problem = Problem(
        f"'{text[begin:end]}' is not a call parameter",
        Span(begin, end),
        "call-unknown-parameter",
        ("'ok:end'",),
        fixes=(Fix("write 'ok:end'", (Edit(Span(begin, end), "ok:end"),), safe=False),),
    )
    return "ok", begin, end, None, begin, end, problem


def _err(text: str, kids: list[Any], begin: int, end: int) -> tuple[Any, ...]:
    value = kids[1] if len(kids) > 1 else ("ODD", end, end)
    _, a, b = value
    if value[0] == "LABEL":
        return "err", begin, end, text[a:b], a, b, None
    from smsc_codec.payloads.menu.slips import bad_label

    return "err", begin, end, None, a, b, bad_label(text, Span(a, b))


def _sms(text: str, kids: list[Any], begin: int, end: int) -> _Read:
    phone = sender = words = ""
    places: _Places = []
    problems: list[Problem] = []
    for kind, start, stop in kids:
        if kind == "SENDER":
            sender, start, stop = _trimmed(text, start, stop)
            places.append((("sender",), start, stop))
        elif kind.endswith("SMS_TEXT"):
            words, start, stop = _trimmed(text, start, stop)
            places.append((("text",), start, stop))
        else:
            phone = text[start:stop]
            places.append((("phone",), start, stop))
            if kind == "ODD_PHONE":
                problems.append(_not_a_phone(text, Span(start, stop)))
    missing = [
        name for name, value in (("phone", phone), ("sender", sender), ("message", words)) if not value
    ]
    if missing:
        problems.append(
            Problem(
                f"missing from the SMS: {', '.join(missing)}",
                Span(begin, begin + len(text[begin:end].rstrip())),
                "sms-fields",
                ("'sms:phone,sender,message'",),
            )
        )
    return Sms(phone, sender, words), places, problems


def _record(text: str, kids: list[Any], begin: int, end: int) -> _Read:
    if not kids:
        return Record(), [], []
    kind, start, stop = kids[0]
    words, start, stop = _trimmed(text, start, stop)
    if kind == "SECONDS" and int(words) > 0:
        return Record(int(words)), [(("seconds",), start, stop)], []
    problem = Problem(
        f"recording time must be a whole number of seconds, not '{words}'",
        Span(start, stop),
        "record-invalid",
        ("a whole number of seconds from 1",),
    )
    return Record(), [(("seconds",), start, stop)], [problem]


_PARSER = Parser(
    TABLES,
    {
        "start": _start,
        "menu": _menu,
        "item": _item,
        "call": _call,
        "wait": _wait,
        "ok": _ok,
        "err": _err,
        "sms": _sms,
        "record": _record,
    },
    implied=("CLOSE_BRACE", "CLOSE_ANGLE"),
)


# -- texts and tokens ----------------------------------------------------------------------------


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _stripped(text: str) -> str:
    """A text without the white space around it, its line ends as `\n`."""
    text = text.strip()
    return _lines(text) if "\r" in text else text


def _trimmed(text: str, start: int, stop: int) -> tuple[str, int, int]:
    """A token's text without the white space around it, and where it stands."""
    whole = text[start:stop]
    kept = whole.strip()
    if len(kept) != len(whole):
        start += whole.index(kept[0]) if kept else 0
        stop = start + len(kept)
    return _lines(kept) if "\r" in kept else kept, start, stop


# -- problems ------------------------------------------------------------------------------------


def _not_a_phone(text: str, span: Span) -> Problem:
    return Problem(
        f"'{text[span.start : span.end]}' is not a phone number",
        span,
        "phone-format",
        ("digits in international form, such as 79990000000",),
    )


def _stray(text: str, span: Span) -> Problem:
    from smsc_codec.payloads.menu.slips import stray_line

    return stray_line(text, span)


def _unknown_option(text: str, span: Span) -> Problem:
    from smsc_codec.payloads.menu.slips import unknown_option

    return unknown_option(text, span)


def _no_menu(text: str) -> Problem:
    from smsc_codec.payloads.menu.slips import no_menu

    return no_menu(text)


def _syntax(text: str, problem: Unexpected, spans: Spans) -> Problem:
    from smsc_codec.payloads.menu.slips import syntax

    return syntax(text, problem, spans, TABLES.names)


_STRUCTURE = re.compile(r"[{<]menu:|\n~~~\r?\n")


def _structure_in_text(text: str, spans: Spans, commented: bool) -> list[Problem]:
    """A second macro, and a comment's mark before the end of the message: text that would become structure."""
    if text.count("{menu:") + text.count("<menu:") == 1 and text.count("\n~~~") == commented:
        return []
    from smsc_codec.payloads.menu import slips

    opening, found = spans["menu", "open"], []
    end = spans["comment",].start if commented else len(text)
    for match in _STRUCTURE.finditer(text, 0, end):
        if match.start() == opening.start or match.end() == end:
            continue
        make = slips.second_menu if match.group().endswith(":") else slips.early_comment
        found.append(make(Span(match.start(), match.end()), opening))
        if len(found) == 9:  # the tenth second menu says nothing new, and a hostile text may hold a million
            break
    return found
