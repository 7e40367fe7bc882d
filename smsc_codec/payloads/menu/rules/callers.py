"""IVR116 .. IVR120: what callers come to, as the machine of the menu shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Label, Problem
from smsc_codec.lazy import compiled
from smsc_codec.payloads.files import plain
from smsc_codec.payloads.menu.caller.graph import in_words
from smsc_codec.payloads.menu.caller.machine import RECORDED, State
from smsc_codec.payloads.menu.context import SUB_ITEM, MenuContext
from smsc_codec.payloads.menu.model import Call, Record, Repeat, Say, Sms
from smsc_codec.payloads.menu.rules.steps import steps_to
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR116", "paid-circle", "warning", about=(Call,))
def paid_circle(menu: MenuContext) -> Iterator[Problem]:
    """Callers can dial a number again and again, but never leave the menu.

    Every talk and every attempt is paid (IVR-7). From here no key leaves the menu, and none leads to a place that can
    be left: a caller who does not hang up can only call the number once more. IVR104 tells of circles that need no
    caller.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: For a talk press 1
        11: call:79990000000 wait=20 err:sorry
        sorry: Nobody is free, press 1 to try again
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        *: back
        1: For a talk press 1, for the menu above press star
        11: call:79990000000 wait=20 err:sorry
        sorry: Nobody is free, press 1 to try again or star to go back
        2: end}

    Options: `menu.silence`, `menu.wrong-key`, `menu.after-leaf` and `menu.after-call` say what the service does
    where its page is silent.

    Fix: none.
    Since: 0.1
    """
    if menu.has_unread or menu.oversized:
        return
    graph = menu.graph
    if len(graph.leaving) == len(graph.reached):
        return
    circles = {key for loop in graph.err_loops() for key, _ in loop}
    told = set()
    for state in graph.reached:
        if state.at != "call" or state in graph.leaving or state.key in circles or state.key in told:
            continue
        told.add(state.key)
        number = menu.groups[state.key][state.index]
        keys = menu.graph.way_to_key(state.key)
        yield Problem(
            "callers can dial this number over and over, but never leave the menu",
            menu.item_span(number, "action"),
            notes=(f"keys to get there: {', '.join(keys)}",),
            steps=(
                *steps_to(menu, state.key),
                Label(menu.item_span(number, "action"), "the call that is repeated"),
            ),
            expected=("'ok:end' on the call, '*: back' or an item with 'end'",),
        )


@RULES.rule("IVR117", "ending-too-far", "info", profile="pedantic")
def ending_too_far(menu: MenuContext) -> Iterator[Problem]:
    """It takes more keys or seconds to leave the menu than the project allows.

    Callers hang up before they come to it (IVR-10). Counted is the way with the fewest keys to each ending, and the
    quickest way to it: texts by their characters, a little faster than estimated; ringing and recordings not at all,
    since they may be over at once.

    Options: `max-ending-keys` and `max-ending-seconds`, 0 for no limit.

    Options::

        max-ending-keys = 1

    Bad::

        Hello!

        {menu: Press 1 for opening hours.
        1: From nine to six, press 1 to leave
        11: end}

    Good::

        Hello!

        {menu: Press 1 for opening hours, 2 to leave.
        1: From nine to six
        2: end}

    Fix: none.
    Since: 0.1
    """
    most_keys, most_seconds = menu.options.max_ending_keys, menu.options.max_ending_seconds
    if max(most_keys, most_seconds) <= 0 or menu.oversized:
        return
    from smsc_codec.payloads.menu.caller.explore import explore

    for ending in explore(menu.menu, menu.options).endings:
        number = menu.groups[ending.at][-1] if ending.at in menu.groups else None
        span = menu.span("menu", "open") if number is None else menu.item_span(number, "key")
        pressed = sum(len(key) == 1 or key == "wrong key" for key in ending.keys)
        way = f"keys to get there: {', '.join(filter(None, map(in_words, ending.keys)))}"
        if 0 < most_keys < pressed:
            yield Problem(
                f"leaving the menu from here takes {pressed} keys",
                span,
                expected=(f"up to {most_keys} keys" if most_keys > 1 else "one key",),
                notes=(way,),
            )
        if 0 < most_seconds < ending.seconds.shortest:
            yield Problem(
                f"leaving the menu from here takes at least {ending.seconds.shortest:g} seconds",
                span,
                expected=(f"up to {most_seconds} seconds",),
                notes=(way,),
            )


@RULES.rule("IVR118", "wrong-key-unheard", "warning", about=(SUB_ITEM,))
def wrong_key_unheard(menu: MenuContext) -> Iterator[Problem]:
    """After a wrong key, or none, callers hear nothing.

    The page does not say what the service does then. It may speak the label `err`, or the text of the item again
    (IVR-11): here there is neither, so callers do not know that they are waited for. IVR302 tells of a menu without any
    text of its own.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: url
        11: call:79990000000 wait=20 ok:end err:sorry
        2: end
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: Press 1 to be put through
        1: url
        11: call:79990000000 wait=20 ok:end err:sorry
        2: end
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    if menu.has_unread or menu.oversized or "err" in menu.groups:
        return
    below = menu.graph.machine.below
    for state in menu.graph.reached:
        key = state.menu
        if state.at != "menu" or not key or key not in below or key not in menu.groups:
            continue
        if any(isinstance(menu.items[number].action, Say) for number in menu.groups[key]):
            continue  # that a text is empty is told by IVR114
        yield Problem(
            f"callers hear nothing in item {key} after a wrong key or no key",
            menu.item_span(menu.groups[key][0], "key"),
            expected=("a text on this key that names the keys to press, or an 'err' label",),
        )


@RULES.rule("IVR119", "sms-sent-again", "warning", about=(Sms,))
def sms_sent_again(menu: MenuContext) -> Iterator[Problem]:
    """Repeating an item sends its SMS once more.

    `repeat` carries out the chosen item again, all of it (IVR-2): not the text alone. Each SMS is paid (IVR-8).

    Bad::

        Hello!

        {menu: Press 1 for our address, 2 to leave.
        0: repeat
        1: sms:$phone,Shop,Lenin street 1
        1: It was sent to you. Press 1 for the way, 0 to hear this again
        11: From the station take bus 5
        2: end}

    Good::

        Hello!

        {menu: Press 1 for our address, 2 to leave.
        0: repeat
        1: Press 1 to get it as an SMS, 0 to hear this again
        11: sms:$phone,Shop,Lenin street 1
        11: end
        2: end}

    Fix: none.
    Since: 0.1
    """
    below = menu.graph.machine.below
    if menu.has_unread or menu.oversized or not any(menu.items[n].key in below for n, _ in menu.actions(Sms)):
        return
    #: Each key that repeats, with the number of the first item that does.
    repeats: dict[str, int] = {}
    for number, _ in menu.actions(Repeat):
        repeats.setdefault(menu.items[number].key, number)
    told = set()
    for state in menu.graph.reached if repeats else ():
        if state.menu not in below:
            continue  # in an item without sub-items it hangs on a policy whether `repeat` means it
        for key, repeat in repeats.items():
            step = menu.graph.steps(state).get(key) if key in ("*", "#", "0") else None
            for event in step.events if step else ():
                action = menu.graph.machine.action(event)
                if not isinstance(action, Sms) or menu.items[event.part].key == key or event.part in told:
                    continue
                told.add(event.part)
                yield Problem(
                    f"key {key} sends this SMS again",
                    menu.item_span(event.part, "action"),
                    labels=(
                        Label(menu.item_span(repeat, "action"), "this carries out the chosen item again"),
                    ),
                    expected=("the SMS in a sub-item, or 'end' after it",),
                    steps=(
                        *steps_to(menu, menu.items[event.part].key),
                        Label(menu.item_span(event.part, "action"), "the SMS is sent"),
                        Label(menu.item_span(repeat, "key"), f"press {key}"),
                        Label(menu.item_span(event.part, "action"), "the SMS is sent again"),
                    ),
                )


@RULES.rule("IVR120", "call-after-call-back", "warning", about=(Record,))
def call_after_call_back(menu: MenuContext) -> Iterator[Problem]:
    """A number is dialled right after callers were asked to leave a message and promised a call back.

    The actions of a key follow one another (IVR-5): after the recording (IVR-9) the call begins, and whoever was told
    to wait for a call hears it ring. One of the two is not meant.

    Bad::

        Hello!

        {menu: Press 1 to leave a message, 2 to leave.
        1: Speak after the tone, we will call you back
        1: record: 30
        1: call:79990000000 wait=20 ok:end err:sorry
        2: end
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 to leave a message, 2 to leave.
        1: Speak after the tone, we will call you back
        1: record: 30
        1: end
        2: end}

    Fix: none.
    Since: 0.1
    """
    if menu.has_unread or menu.oversized:
        return
    told = set()
    for state in menu.graph.reached:
        if state.at != "recording":
            continue
        step = menu.graph.steps(state)[RECORDED]
        if step.state.at != "call":
            continue
        before = menu.groups[state.key][: state.index]
        promise = next((number for number in before if _promises(menu, number)), None)
        if promise is None:
            continue
        number = _number(menu, step.state)
        if number in told:
            continue
        told.add(number)
        yield Problem(
            "a number is dialled right after callers were promised a call back",
            menu.item_span(number, "action"),
            labels=(Label(menu.item_span(promise, "action"), "the promise"),),
            expected=("'end' after the recording, or a text without the promise",),
        )


def _number(menu: MenuContext, state: State) -> int:
    return menu.groups[state.key][state.index]


def _promises(menu: MenuContext, number: int) -> bool:
    action = menu.items[number].action
    return isinstance(action, Say) and _call_back().search(plain(action.text).casefold()) is not None


@cache
def _call_back() -> re.Pattern[str]:
    return compiled(
        r"перезвон(?:им|ит|ят|ю)|свяж(?:емся|ется|утся)|call (?:you )?back|return your call|get back to you"
    )
