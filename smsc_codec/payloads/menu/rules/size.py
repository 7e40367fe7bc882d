"""IVR309 .. IVR311: how long the message is, and how long a call can last."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Label, Problem, Span
from smsc_codec.payloads import length
from smsc_codec.payloads.files import Speech
from smsc_codec.payloads.menu.actions import MAX_WAIT
from smsc_codec.payloads.menu.caller.speech import characters, speeds_of
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.menu.model import Call, End, Record, Say
from smsc_codec.rules import Ruleset

RULES = Ruleset()

#: IVR-9: how long a recording is that does not say so, in seconds.
_RECORD_SECONDS = 30


@RULES.rule("IVR309", "message-too-long", "error")
def message_too_long(menu: MenuContext) -> Iterator[Problem]:
    """The message has more than 1000 characters.

    That is the most the service takes (PAR-3), the whole menu and the texts around it included (IVR-4). Every
    character counts as one; a line end counts as one, and the last one of the file as none.

    Bad::

        Hello!

        {menu: Press 1 for the High Street, 2 for the station, 3 for returns, 4 for jobs, 5 to leave.
        1: Our shop in the High Street is open from nine in the morning to six in the evening from Monday to Friday,
        1: from ten in the morning to four in the afternoon on Saturdays, and on Sundays only before Christmas.
        2: Our shop at the station is open from seven in the morning to ten in the evening on every day of the year,
        2: public holidays and the first of January included, and sells newspapers and coffee from six on.
        3: You can return what you have bought within thirty days, with the receipt, in any of our shops; for what was
        3: reduced it is fourteen days. What you have ordered by phone is fetched at no cost, call us for a date.
        4: We are looking for two drivers with a licence for vans, one of them for the night shift, and for a cashier
        4: in the shop at the station who speaks English and French. Please send us an e-mail and tell us of yourself.
        5: end}

        Thank you for calling, and goodbye!

    Good::

        Hello!

        {menu: Press 1 for the High Street, 2 for the station, 3 for returns, 4 for jobs, 5 to leave.
        1: Our shop in the High Street is open from nine in the morning to six in the evening from Monday to Friday,
        1: from ten in the morning to four in the afternoon on Saturdays, and on Sundays only before Christmas.
        2: Our shop at the station is open from seven in the morning to ten in the evening.
        3: You can return what you have bought within thirty days.
        4: We are looking for drivers.
        5: end}

    Fix: none.
    Since: 0.1
    """
    excess = length.beyond(menu.source)
    if excess is None:
        return
    over = excess.start
    parts = _parts(menu)
    labels = tuple(
        Label(Span(span.start, min(span.end, over)), f"{name} goes over the limit")
        for name, span in parts
        if span.start < over < span.end
    )
    longest = sorted(parts, key=lambda part: part[1].start - part[1].end)[:3]
    shown = ", ".join(f"{name} ({_size(menu.words(span))})" for name, span in longest)
    yield Problem(
        length.excess_in_words(menu.source),
        excess,
        expected=(length.ALLOWED,),
        labels=labels,
        notes=(f"longest parts: {shown}",) if parts else (),
        primary="too long from here on",
    )


@RULES.rule("IVR310", "message-near-limit", "info", profile="pedantic")
def message_near_limit(menu: MenuContext) -> Iterator[Problem]:
    """The message has more than 900 of the 1000 characters allowed.

    The next text that somebody adds may be one too many (PAR-3).

    Bad::

        Hello!

        {menu: Press 1 for the High Street, 2 for the station, 3 for returns, 4 for jobs, 5 to leave.
        1: Our shop in the High Street is open from nine in the morning to six in the evening from Monday to Friday,
        1: from ten in the morning to four in the afternoon on Saturdays, and on Sundays only before Christmas.
        2: Our shop at the station is open from seven in the morning to ten in the evening on every day of the year,
        2: public holidays and the first of January included, and sells newspapers and coffee from six on.
        3: You can return what you have bought within thirty days, with the receipt, in any of our shops; for what was
        3: reduced it is fourteen days. What you have ordered by phone is fetched at no cost, call us for a date.
        4: We are looking for two drivers with a licence for vans, one of them for the night shift, and for a cashier
        4: in the shop at the station who speaks English and French. Please send us an e-mail and tell us of yourself.
        5: end}

    Good::

        Hello!

        {menu: Press 1 for the High Street, 2 for the station, 3 for returns, 4 for jobs, 5 to leave.
        1: Our shop in the High Street is open from nine in the morning to six in the evening from Monday to Friday,
        1: from ten in the morning to four in the afternoon on Saturdays, and on Sundays only before Christmas.
        2: Our shop at the station is open from seven in the morning to ten in the evening.
        3: You can return what you have bought within thirty days.
        4: We are looking for drivers.
        5: end}

    Fix: none.
    Since: 0.1
    """
    near = length.MOST * 9 // 10
    count = length.count(menu.source) if len(menu.source) > near else 0
    if near < count <= length.MOST:
        yield Problem(
            f"the message has {count} of {length.MOST} characters",
            Span(length.offset(menu.source, near), length.end(menu.source)),
            notes=(f"characters left: {length.MOST - count}",),
            primary=f"after {near} characters",
        )


def _size(words: str) -> int:
    return len(words) - words.count("\r\n")


def _parts(menu: MenuContext) -> list[tuple[str, Span]]:
    """The message's texts and items, each with what it is called."""
    names = {
        "start_text": "START TEXT",
        "menu_text": "MENU TEXT",
        "end_text": "END TEXT",
        "comment": "the comment",
    }
    spans = menu.reading.spans
    found = [(name, spans[field,]) for field, name in names.items() if (field,) in spans]
    return found + [(f"item {item.key}", menu.item_span(n)) for n, item in enumerate(menu.items)]


@RULES.rule("IVR311", "call-duration-estimate", "info", profile="pedantic")
def call_duration_estimate(menu: MenuContext) -> Iterator[Problem]:
    """The longest way through the menu takes more seconds than the project allows.

    A voice message is billed by the second, and a menu may take it into overtime. Counted are the texts by their
    characters, recordings (IVR-9), and the ringing of calls that nobody answers (IVR-7), along the longest way that
    goes down into the menu and on by `err:`, and through no item twice. Talks and voice files have no known length.

    Options: `max-call-seconds`, 0 (no limit), `characters-per-second`, 14, and `english-characters-per-second`, the
    same.

    Options::

        max-call-seconds = 60

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=90 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    limit, speed = menu.options.max_call_seconds, speeds_of(menu.options)
    if limit <= 0 or menu.oversized or not menu.items:
        return
    head, tail = (_seconds(text, speed) for text in (menu.menu.start_text, menu.menu.end_text))
    head += _seconds(menu.menu.menu_text, speed)
    longest = _longest(menu, speed)
    starts = menu.children("") or [next(iter(menu.groups))]
    first = max(starts, key=lambda key: longest[key][0])
    total = head + longest[first][0] + tail
    if round(total) <= limit:
        return
    way: list[str] = [first]
    while (onward := longest[way[-1]][1]) is not None:
        way.append(onward)
    yield Problem(
        f"the longest way through this menu takes about {total:.0f} seconds",
        menu.span("menu", "open"),
        expected=(f"up to {limit} seconds",),
        labels=tuple(
            Label(
                menu.item_span(menu.groups[key][0], "key"), f"from here about {longest[key][0] + tail:.0f} s"
            )
            for key in way[:9]
        ),
        notes=(f"items along the way: {', '.join(way)}",),
    )


def _seconds(speech: Speech, speeds: tuple[float, float]) -> float:
    return characters(speech).seconds(*speeds)


def _longest(menu: MenuContext, speed: tuple[float, float]) -> dict[str, tuple[float, str | None]]:
    """For each key the seconds of the longest way on from it, and the next key on that way."""
    found: dict[str, tuple[float, str | None]] = {}
    for first in menu.groups:
        # Depth first with an explicit stack; a way that comes back to an item it is in goes round, and is left out.
        stack = [first] if first not in found else []
        entered: set[str] = set()
        while stack:
            key = stack[-1]
            ways = _ways(menu, key, speed)
            todo = [on for _, on in ways if on is not None and on not in found and on not in entered]
            if key not in entered:
                entered.add(key)
                stack += todo
                continue
            stack.pop()
            if key not in found:
                found[key] = max(
                    ((spent + found[on][0], on) if on in found else (spent, None) for spent, on in ways),
                    key=lambda way: way[0],
                )
    return found


def _ways(menu: MenuContext, key: str, speed: tuple[float, float]) -> list[tuple[float, str | None]]:
    """Where a call can go on from an item, each with the seconds spent in it till then; None: nowhere further."""
    spent = 0.0
    ways: list[tuple[float, str | None]] = []
    for number in menu.groups[key]:
        action = menu.items[number].action
        if isinstance(action, Say):
            spent += _seconds(action.text, speed)
        elif isinstance(action, Record):
            spent += _RECORD_SECONDS if action.seconds is None else action.seconds
        elif isinstance(action, Call):
            spent += MAX_WAIT if action.wait is None else action.wait
            if action.err in menu.groups:
                ways.append((spent, action.err))
        elif isinstance(action, End):
            return [*ways, (spent, None)]
    ways += [(spent, below) for below in menu.children(key)]
    return [*ways, (spent, None)]
