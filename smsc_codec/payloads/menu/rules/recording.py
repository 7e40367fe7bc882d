"""IVR211, IVR216, IVR217: recording talks and answers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from smsc_codec.diagnostics import Problem
from smsc_codec.lazy import compiled
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.menu.model import Call, Record, Unread
from smsc_codec.payloads.menu.spoken import Spoken
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule(
    "IVR211",
    "recording-not-announced",
    "info",
    profile="pedantic",
    about=(
        Call,
        Record,
    ),
)
def recording_not_announced(menu: MenuContext) -> Iterator[Problem]:
    """A call or an answer is recorded without telling the caller.

    `record` records the talk, `record:` the caller's voice (IVR-7, IVR-9). Many laws want the caller told first;
    the service itself does not. A text that plays a file is taken to say so.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry record
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: This call is recorded
        1: call:79990000000 wait=20 ok:end err:sorry record
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    recording = [number for number, _ in menu.actions(Record)]
    recording += [number for number, call in menu.actions(Call) if call.record]
    if not recording:
        return
    tells = _telling(menu.texts.values())
    if tells and tells[0].path[0] in ("start_text", "menu_text"):
        return
    told = _told(menu, [text.number for text in tells if text.number >= 0])
    for number in recording:
        key = menu.items[number].key
        if told.get(key, number) < number:
            continue
        of_talk = isinstance(menu.items[number].action, Call)
        yield Problem(
            "this call is recorded without telling the caller"
            if of_talk
            else "this recording is made without telling the caller",
            menu.item_span(number, "action", *(("record",) if of_talk else ())),
            expected=("a text before it that announces the recording",),
        )


def _told(menu: MenuContext, tells: list[int]) -> dict[str, int]:
    """For each key where the caller has been told of recording, the number of the item that tells it.

    -1 where it was told on the way: at the item above, or where an `err:` came from. If only some of the ways to
    a key tell it, that will do. `tells` are the items whose texts do; what could not be read may.
    """
    tells = sorted([*tells, *[number for number, _ in menu.actions(Unread)]], reverse=True)
    told = {menu.items[number].key: number for number in tells}
    queue = list(told)
    while queue:
        key = queue.pop()
        for target in (*(to for to, _ in menu.graph.err_edges.get(key, ())), *menu.children(key)):
            if told.get(target) != -1:
                told[target] = -1
                queue.append(target)
    return told


@cache
def _announcing() -> re.Pattern[str]:
    # "записаться" is to make an appointment. Who is asked to speak after the tone knows.
    # What begins with a letter is searched for quicker than what begins with the edge of a word.
    return compiled(
        r"запис(?!аться)|сигнал|диктуй|record(?<=\brecord)|monitored(?<=\bmonitored)"
        r"|tone\b(?<=\btone)|beep\b(?<=\bbeep)"
    )


#: What a text that announces a recording holds at least: looked for first, since most menus hold none of it.
_HINTS = ("запис", "record", "сигнал", "диктуй", "tone", "beep", "monitored")


def _telling(texts: Collection[Spoken]) -> list[Spoken]:
    """The texts that announce a recording, or may: nobody knows what is in a file."""
    told = "\n".join([text.small for text in texts])
    hints = [hint for hint in _HINTS if hint in told]
    return [
        text
        for text in texts
        if type(text.speech) is tuple
        or (any(map(text.small.__contains__, hints)) and _announcing().search(text.small))
    ]


@RULES.rule("IVR216", "record-invalid", "error", fix="sometimes safe", about=("record-invalid",))
def record_invalid(menu: MenuContext) -> Iterator[Problem]:
    """The recording time is not a whole number of seconds.

    `record: n` records for n seconds (IVR-9).

    Bad::

        Hello!

        {menu: Press 7 to leave a message.
        7: Speak after the tone
        7: record: ten}

    Good::

        Hello!

        {menu: Press 7 to leave a message.
        7: Speak after the tone
        7: record: 10}

    Fix: safe: takes the unit out of `30 sec`.
    Since: 0.1
    """
    yield from menu.problems("record-invalid")


@RULES.rule("IVR217", "record-default", "info", profile="pedantic", about=(Record,))
def record_default(menu: MenuContext) -> Iterator[Problem]:
    """A recording does not set how long it is.

    It then stops after 30 seconds; any recording stops after 10 seconds of silence (IVR-9).

    Bad::

        Hello!

        {menu: Press 7 to leave a message.
        7: Speak after the tone
        7: record}

    Good::

        Hello!

        {menu: Press 7 to leave a message.
        7: Speak after the tone
        7: record: 60}

    Fix: none.
    Since: 0.1
    """
    for number, action in menu.actions(Record):
        if action.seconds is None and not _has_time(menu, number):
            yield Problem(
                "this recording stops after 30 seconds by default",
                menu.item_span(number, "action"),
                expected=("'record:' and a number of seconds",),
            )


def _has_time(menu: MenuContext, number: int) -> bool:
    """Whether a time is given that could not be read."""
    return ("items", number, "action", "seconds") in menu.reading.spans
