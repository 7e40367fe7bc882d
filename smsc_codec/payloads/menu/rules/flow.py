"""IVR101 .. IVR106: where a call can go, and where it gets stuck."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem
from smsc_codec.payloads.menu.caller.machine import ROOT
from smsc_codec.payloads.menu.context import END_TEXT, LABEL, MenuContext
from smsc_codec.payloads.menu.model import Call
from smsc_codec.payloads.menu.rules.steps import steps_to
from smsc_codec.payloads.menu.words import NAMES, references
from smsc_codec.rules import Ruleset
from smsc_codec.text.near import nearest

RULES = Ruleset()

#: So many other places of one mistake are shown.
_MOST_LABELS = 4
#: So many steps of a loop are told.
_MOST_STEPS = 20


@RULES.rule("IVR101", "undefined-err-target", "error", fix="sometimes safe", about=(Call,))
def undefined_err_target(menu: MenuContext) -> Iterator[Problem]:
    """`err:` leads to a key or label that the menu does not have.

    `err:n` names a step or label described in the body of the menu (IVR-7). What the caller hears when it is not
    there is anybody's guess.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:calerr
        callerr: Nobody is free, press 1 to try again}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:callerr
        callerr: Nobody is free, press 1 to try again}

    Fix: safe where a label differs by capitals or look-alike letters alone; else unsafe: writes the nearest key or
    label there is.
    Since: 0.1
    """
    lost: dict[str, list[int]] = {}
    for number, call in menu.actions(Call):
        if call.err is not None and call.err not in menu.groups and call.err not in menu.mistyped_labels:
            lost.setdefault(call.err, []).append(number)
    for err, numbers in lost.items():
        span, *others = [menu.item_span(number, "action", "err") for number in numbers]
        labels: tuple[Label, ...] = ()
        fixes: tuple[Fix, ...] = ()
        notes: tuple[str, ...] = ()
        meant = nearest(err, menu.labels)
        if len(err) == 1:  # every other key is near to it: what was meant is the label that nothing leads to
            idle = [key for key in menu.labels if key not in references(menu.source)]
            meant = idle[0] if len(idle) == 1 else None
        if meant:
            labels = (Label(menu.item_span(menu.groups[meant][0], "key"), f"did you mean '{meant}'?"),)
            fixes = (Fix(f"go to '{meant}'", tuple(Edit(place, meant) for place in (span, *others))),)
        known = [key for key in menu.groups if key not in "*#0"]
        if known:
            shown = ", ".join(f"'{key}'" for key in known[:12])
            notes = (f"existing keys and labels: {shown}" + (", ..." if len(known) > 12 else ""),)
        yield Problem(
            f"'err:{err}' leads nowhere: this menu has no '{err}'",
            span,
            labels=(*labels, *(Label(place, "also here") for place in others[:_MOST_LABELS])),
            fixes=fixes,
            notes=notes,
        )


@RULES.rule("IVR102", "unreachable-item", "warning")
def unreachable_item(menu: MenuContext) -> Iterator[Problem]:
    """No keys lead to an item.

    `21` is item 1 of item 2: it is entered with the key 1 inside item 2 (IVR-4). Without an item 2, or an `err:21`
    somewhere, nobody ever hears it.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: Sales
        21: Our branch in Tula}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 for branches.
        1: Sales
        2: For Tula press 1
        21: Our branch in Tula}

    Fix: none.
    Since: 0.1
    """
    if menu.has_unread or menu.oversized:
        return
    for key in menu.paths:
        if key in menu.graph.ran:
            continue
        missing = next((key[:n] for n in range(1, len(key)) if key[:n] not in menu.groups), None)
        if missing is None and key[:-1] not in menu.graph.ran:
            continue  # told at the item above it
        above = menu.groups.get(key[:-1], ())
        if missing is None and above and above[-1] - above[0] >= len(above):
            continue  # told where the item above it goes on behind others (IVR109)
        why = (
            f"its parent item {missing} does not exist"
            if missing
            else "its parent item ends before a key can be pressed"
        )
        span = menu.item_span(menu.groups[key][0], "key")
        yield Problem(
            f"item {key} can never be reached",
            span,
            primary=why,
            expected=("a parent item for each digit of the key",),
        )


def idle_labels(menu: MenuContext) -> list[str]:
    """The labels that nothing leads to."""
    calls = {"err", *[call.err for _, call in menu.actions(Call)]}
    idle = [key for key in menu.labels if key not in calls and key not in NAMES]
    if not idle or menu.has_unread:
        return []
    used = {*menu.mistyped_labels, *references(menu.source)}  # `cal:7999... err:busy` uses it, too
    return [key for key in idle if key not in used]


@RULES.rule("IVR103", "unused-label", "warning", fix="unsafe", about=(LABEL,))
def unused_label(menu: MenuContext) -> Iterator[Problem]:
    """A label is never used.

    A label is only reached by an `err:` that names it (IVR-7, IVR-11). `err` itself is excepted: the page's example
    has it without a reference, so it is probably what a wrong key leads to.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end
        busy: All lines are busy}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20 err:busy
        2: end
        busy: All lines are busy}

    Fix: unsafe: takes the lines of the label out.
    Since: 0.1
    """
    for key in idle_labels(menu):
        numbers = menu.groups[key]
        edits = tuple(Edit(menu.line(number), "") for number in numbers)
        yield Problem(
            f"label '{key}' is never used: nothing leads to it",
            menu.item_span(numbers[0], "key"),
            fixes=(Fix("remove the label", edits),),
        )


@RULES.rule("IVR104", "err-loop", "error", about=(Call,))
def err_loop(menu: MenuContext) -> Iterator[Problem]:
    """Calls that nobody answers lead to each other forever.

    When nobody answers, `err:` goes on at another item (IVR-7). If those items send the call back, the caller hears
    ringing until they hang up, and every attempt is paid.

    Bad::

        Hello!

        {menu: Press 5 for sales.
        5: call:79990000001 wait=10 ok:end err:6
        6: call:79990000002 wait=60 ok:end err:5}

    Good::

        Hello!

        {menu: Press 5 for sales.
        5: call:79990000001 wait=10 ok:end err:6
        6: call:79990000002 wait=60 ok:end err:sorry
        sorry: Nobody is free, please call later}

    Fix: none.
    Since: 0.1
    """
    for loop in menu.graph.err_loops():
        *before, (_, number) = loop
        onward = [key for key, _ in loop[1:]]
        labels = tuple(
            Label(menu.item_span(n, "action", "err"), f"no answer here: go to {to} ...")
            for (_, n), to in zip(before[:9], onward, strict=False)
        )
        target = loop[0][0]
        free = [key for key in menu.labels if key not in {key for key, _ in loop}]
        if len(loop) == 1:
            message = "if nobody answers, this number is redialled forever"
            primary = "no answer here: dials the same number again"
        else:
            message = f"if nobody answers, these {len(loop)} calls are repeated in turn forever"
            primary = "... and back to where it started"
        steps = tuple(
            Label(menu.item_span(n, "action"), f"nobody answers at {key}: the call goes on to {to}")
            for (key, n), to in zip(loop[:_MOST_STEPS], [*onward, target], strict=False)
        )
        round_trip = [key for key, _ in loop[:9]] + ["..."] * (len(loop) > 9) + [target]
        notes = [f"the loop: {' -> '.join(round_trip)}"]
        if free:
            notes.append(f"let the last call go to a label, such as 'err:{free[0]}'")
        yield Problem(
            message,
            menu.item_span(number, "action", "err"),
            labels=labels,
            primary=primary,
            notes=tuple(notes),
            expected=("an item or label that ends the loop, such as an apology",),
            steps=steps,
        )


@RULES.rule("IVR105", "no-exit", "warning")
def no_exit(menu: MenuContext) -> Iterator[Problem]:
    """Callers cannot leave the menu except by hanging up.

    A menu is left by `end`, or by a call with `ok:end` (IVR-7, IVR-10). Then END TEXT is spoken.

    Bad::

        Hello!

        {menu: Press 1 for opening hours, 0 to hear it again.
        0: repeat
        1: We are open from nine to six}

    Good::

        Hello!

        {menu: Press 1 for opening hours, 2 to leave, 0 to hear it again.
        0: repeat
        1: We are open from nine to six
        2: end}

    Options: `menu.silence`, `menu.wrong-key`, `menu.after-leaf` and `menu.after-call` say what the service does
    where its page is silent.

    Fix: none.
    Since: 0.1
    """
    if menu.oversized or not menu.items:
        return
    graph = menu.graph
    if ROOT not in graph.leaving:
        free = [key for key in "123456789" if key not in menu.groups]
        advice = (
            f"an item '{free[-1]}: end', announced in the menu text" if free else "'end' on one of the keys",
        )
        yield Problem(
            "no key leaves this menu: callers can only hang up", menu.span("menu", "open"), expected=advice
        )
        return
    if menu.has_unread:
        return  # where a call goes behind it is not known
    if len(graph.leaving) == len(graph.reached):
        return
    for key in menu.paths:
        if key not in graph.ran or key in graph.ending:
            continue
        if any(key[:n] in graph.ran and key[:n] not in graph.ending for n in range(1, len(key))):
            continue  # told at an item above it
        way = graph.way_to_key(key)
        yield Problem(
            f"no key leads out of item {key}: callers can only hang up",
            menu.item_span(menu.groups[key][0], "key"),
            notes=(f"keys to get there: {', '.join(way)}",),
            steps=steps_to(menu, key),
            expected=("'*: back', '#: start' or an item with 'end'",),
        )


@RULES.rule("IVR106", "dead-end-text-never-spoken", "warning", about=(END_TEXT,))
def end_text_never_spoken(menu: MenuContext) -> Iterator[Problem]:
    """There is an END TEXT, but no way out of the menu.

    END TEXT is spoken when the menu is left (IVR-1, IVR-10): by `end`, or after a call with `ok:end`.

    Bad::

        Hello!

        {menu: Press 1 for opening hours.
        1: We are open from nine to six}

        Have a nice day!

    Good::

        Hello!

        {menu: Press 1 for opening hours, 2 to leave.
        1: We are open from nine to six
        2: end}

        Have a nice day!

    Fix: none.
    Since: 0.1
    """
    text = menu.texts.get("end_text")
    if text is None or menu.oversized or not menu.items or ROOT in menu.graph.leaving:
        return
    span = menu.trimmed(text.span)
    if span.end > span.start:
        yield Problem(
            "this END TEXT is never heard: there is no way out of the menu",
            span,
            expected=("'end' on a key, or 'ok:end' on a call",),
            labels=(Label(menu.span("menu", "open"), "there is no way out of this menu"),),
        )
