"""IVR1xx: where a call can go, and where it gets stuck."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.payloads.menu.context import MenuContext, is_label, is_path
from smsc_codec.payloads.menu.flow import EXIT, ROOT
from smsc_codec.payloads.menu.model import Back, End, Say
from smsc_codec.payloads.menu.words import ALONE, WITH_COLON
from smsc_codec.rules import Ruleset
from smsc_codec.text.near import nearest

RULES = Ruleset()


@RULES.rule("IVR101", "undefined-err-target", "error", fix="unsafe")
def undefined_err_target(menu: MenuContext) -> Iterator[Problem]:
    """`err:` sends the caller to a key or label that the menu does not have.

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

    Fix: unsafe: writes the nearest key or label there is.
    Since: 0.1
    """
    for number, call in menu.calls():
        if call.err is None or call.err in menu.groups or call.err in menu.mistyped_labels:
            continue
        span = menu.item_span(number, "action", "err")
        labels: tuple[Label, ...] = ()
        fixes: tuple[Fix, ...] = ()
        notes: tuple[str, ...] = ()
        meant = nearest(call.err, [key for key in menu.groups if is_label(key) or len(call.err) == 1])
        if meant:
            labels = (Label(menu.item_span(menu.groups[meant][0], "key"), f"did you mean '{meant}'?"),)
            fixes = (Fix(f"go to '{meant}'", (Edit(span, meant),)),)
        known = [key for key in menu.groups if key not in "*#0"]
        if known:
            shown = ", ".join(f"'{key}'" for key in known[:12])
            notes = (f"the menu has {shown}" + (" and more" if len(known) > 12 else ""),)
        yield Problem(f"there is no '{call.err}' in this menu", span, labels=labels, fixes=fixes, notes=notes)


@RULES.rule("IVR102", "unreachable-item", "warning")
def unreachable_item(menu: MenuContext) -> Iterator[Problem]:
    """No keys that a caller can press lead to an item.

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
    for key, numbers in menu.groups.items():
        if not is_path(key) or ("item", key) in menu.flow.reached:
            continue
        missing = next((key[:n] for n in range(1, len(key)) if key[:n] not in menu.groups), None)
        if missing is None and ("item", key[:-1]) not in menu.flow.reached:
            continue  # told at the item above it
        why = (
            f"there is no item '{missing}' above it"
            if missing
            else "the item above it ends before a key can be pressed"
        )
        span = menu.item_span(numbers[0], "key")
        yield Problem(
            f"no keys lead to the item '{key}'",
            span,
            primary=why,
            expected=("an item for each digit of the key",),
        )


_ERR = re.compile(r"err[ \t]*:[ \t]*([0-9A-Za-z]+)")


@RULES.rule("IVR103", "unused-label", "warning", fix="unsafe")
def unused_label(menu: MenuContext) -> Iterator[Problem]:
    """Nothing leads to a label.

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
    if menu.has_unread:
        return
    used = {"err", *menu.mistyped_labels, *_ERR.findall(menu.source)}  # `cal:7999... err:busy` uses it, too
    for key, numbers in menu.groups.items():
        if not is_label(key) or key in used or key in (*ALONE, *WITH_COLON, "url", "menu"):
            continue
        edits = tuple(Edit(menu.line(number), "") for number in numbers)
        near = nearest(key, sorted(used - set(menu.groups) - {"err"}))
        notes = (f"there is an 'err:{near}' that leads nowhere: did you mean '{key}' there?",) if near else ()
        yield Problem(
            f"no 'err:{key}' leads to this label",
            menu.item_span(numbers[0], "key"),
            notes=notes,
            fixes=(Fix("take the label out", edits),),
        )


@RULES.rule("IVR104", "err-loop", "error")
def err_loop(menu: MenuContext) -> Iterator[Problem]:
    """Numbers that do not answer are dialled in a circle for ever.

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
    for loop in menu.flow.err_loops():
        *before, (last, number) = loop
        onward = [key for key, _ in loop[1:]]
        labels = tuple(
            Label(menu.item_span(n, "action", "err"), f"nobody answers here, go to {to} ...")
            for (_, n), to in zip(before[:9], onward, strict=False)
        )
        target = loop[0][0]
        free = [key for key in menu.groups if is_label(key) and key not in {key for key, _ in loop}]
        if len(loop) == 1:
            message = "a number that does not answer is dialled again for ever"
            primary = "nobody answers here, and this dials it again"
        else:
            message = f"{len(loop)} numbers that do not answer are dialled in turn for ever"
            primary = "... which comes back here" if target != last else "... and again"
        notes = [f"keys: {', then '.join(key for key, _ in loop[:9])}, then no answer"]
        if free:
            notes.append(f"send the last one to a label, such as 'err:{free[0]}'")
        yield Problem(
            message,
            menu.item_span(number, "action", "err"),
            labels=labels,
            primary=primary,
            notes=tuple(notes),
            expected=("an item or label that ends the search, such as an apology",),
        )


@RULES.rule("IVR105", "no-exit", "warning")
def no_exit(menu: MenuContext) -> Iterator[Problem]:
    """From here no key leaves the menu: the caller can only hang up.

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
    if menu.has_unread or menu.oversized or not menu.items:
        return
    flow = menu.flow
    free = [key for key in "123456789" if key not in menu.groups]
    advice = (f"'{free[-1]}: end', and say so in the menu's text" if free else "'end' at one of the keys",)
    if ROOT not in flow.leaving:
        yield Problem(
            "no key leaves this menu: the caller can only hang up", menu.span("menu", "open"), expected=advice
        )
        return
    for key, numbers in menu.groups.items():
        state = ("item", key)
        if not is_path(key) or state not in flow.reached or state in flow.leaving:
            continue
        if any(
            ("item", key[:n]) in flow.reached and ("item", key[:n]) not in flow.leaving
            for n in range(1, len(key))
        ):
            continue  # told at an item above it
        way = flow.way_to(state)
        yield Problem(
            f"from the item '{key}' no key leads out of the menu",
            menu.item_span(numbers[0], "key"),
            notes=(f"keys: {', '.join(way)}",) if way else (),
            expected=("'*: back', '#: start' or an item with 'end'",),
        )


@RULES.rule("IVR106", "dead-end-text-never-spoken", "warning")
def end_text_never_spoken(menu: MenuContext) -> Iterator[Problem]:
    """There is an END TEXT, but nothing ever leaves the menu.

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
    if menu.has_unread or menu.oversized or not menu.items or ("end_text",) not in menu.reading.spans:
        return
    span = menu.trimmed(menu.span("end_text"))
    if span.end > span.start and EXIT not in menu.flow.reached:
        yield Problem(
            "this END TEXT is never spoken: nothing leaves the menu",
            span,
            expected=("'end' at a key, or 'ok:end' at a call",),
            labels=(Label(menu.span("menu", "open"), "the menu that nobody leaves"),),
        )


@RULES.rule("IVR107", "action-after-end", "error", fix="safe")
def action_after_end(menu: MenuContext) -> Iterator[Problem]:
    """A key has further actions after `end`.

    The actions of a key follow one another (IVR-5), and `end` leaves the menu (IVR-10): what stands after it never
    happens.

    Bad::

        Hello!

        {menu: Press 3 for a message with our address.
        3: end
        3: sms:$phone,Shop,Our address: 1 Main St}

    Good::

        Hello!

        {menu: Press 3 for a message with our address.
        3: sms:$phone,Shop,Our address: 1 Main St
        3: end}

    Fix: safe: moves `end` behind the other actions.
    Since: 0.1
    """
    for key, numbers in menu.groups.items():
        ends = [n for n in numbers if type(menu.items[n].action) is End]
        if not ends or ends[0] == numbers[-1]:
            continue
        first, last = ends[0], numbers[-1]
        fixes: tuple[Fix, ...] = ()
        if len(ends) == 1:
            line = menu.line(first)
            at = menu.item_span(last).end
            edits = (Edit(line, ""), Edit(Span(at, at), menu.words(line)))
            fixes = (Fix("move 'end' behind the other actions", edits, safe=True),)
        after = [n for n in numbers if n > first]
        yield Problem(
            f"nothing of the key '{key}' happens after 'end'",
            menu.item_span(after[0]),
            labels=(Label(menu.item_span(first, "action"), "the menu is left here"),),
            fixes=fixes,
        )


@RULES.rule("IVR108", "action-after-final-call", "info")
def action_after_final_call(menu: MenuContext) -> Iterator[Problem]:
    """A key has further actions after a call that never comes back.

    With `ok:end` a talk ends the menu, and with `err:` a call that nobody answers goes on elsewhere (IVR-7): the
    actions after it never happen.

    Bad::

        Hello!

        {menu: Press 5 for sales.
        5: call:79990000000 wait=20 ok:end err:sorry
        5: Thank you for calling
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 5 for sales.
        5: Thank you for calling
        5: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    for number, call in menu.calls():
        if not call.ok_end or call.err is None:
            continue
        after = [n for n in menu.groups[menu.items[number].key] if n > number]
        if after:
            yield Problem(
                "this never happens: the call before it always goes elsewhere",
                menu.item_span(after[0]),
                labels=(
                    Label(menu.item_span(number, "action"), "a talk ends the menu, no answer goes to 'err:'"),
                ),
            )


@RULES.rule("IVR109", "split-item", "warning", fix="safe")
def split_item(menu: MenuContext) -> Iterator[Problem]:
    """The lines of one key are not next to each other.

    An item may be repeated, and its actions follow one another (IVR-5). Spread over the menu, they are easily taken
    for two items, of which only the first is seen.

    Bad::

        Hello!

        {menu: Press 1 for hours, 2 to leave.
        1: We are open from nine to six
        2: end
        1: On Sundays from ten}

    Good::

        Hello!

        {menu: Press 1 for hours, 2 to leave.
        1: We are open from nine to six
        1: On Sundays from ten
        2: end}

    Fix: safe: moves the lines together.
    Since: 0.1
    """
    for key, numbers in menu.groups.items():
        run = 1
        while run < len(numbers) and numbers[run] == numbers[run - 1] + 1:
            run += 1
        if run == len(numbers):
            continue
        at = menu.item_span(numbers[run - 1]).end
        moved = [menu.line(number) for number in numbers[run:]]
        edits = (Edit(Span(at, at), "".join(map(menu.words, moved))), *(Edit(line, "") for line in moved))
        yield Problem(
            f"the key '{key}' goes on here, away from its other lines",
            menu.item_span(numbers[run], "key"),
            labels=(Label(menu.item_span(numbers[run - 1], "key"), "its line before"),),
            fixes=(Fix("move the lines together", edits, safe=True),),
        )


@RULES.rule("IVR110", "duplicate-line", "warning", fix="unsafe")
def duplicate_line(menu: MenuContext) -> Iterator[Problem]:
    """The same line stands twice under one key.

    Lines of one key all take effect, one after the other (IVR-5): the caller hears the text, or is recorded, twice.

    Bad::

        Hello!

        {menu: Press 7 to leave a message.
        7: record: 10
        7: record: 10
        7: end}

    Good::

        Hello!

        {menu: Press 7 to leave a message.
        7: record: 10
        7: end}

    Fix: unsafe: takes the second one out.
    Since: 0.1
    """
    first: dict[object, int] = {}
    for number, item in enumerate(menu.items):
        if item.action == Say(""):
            continue
        before = first.setdefault(item, number)
        if before != number:
            yield Problem(
                f"the key '{item.key}' does the same twice",
                menu.item_span(number),
                labels=(Label(menu.item_span(before), "the same line"),),
                fixes=(Fix("take this line out", (Edit(menu.line(number), ""),)),),
            )


@RULES.rule("IVR111", "no-way-back", "info", fix="unsafe")
def no_way_back(menu: MenuContext) -> Iterator[Problem]:
    """The menu has sub-items, but no key goes back.

    `*: back` returns to the previous menu (IVR-2). Without it, a caller who pressed a wrong key has to call again.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: For Moscow press 1
        11: Moscow
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave, star to go back.
        *: back
        1: For Moscow press 1
        11: Moscow
        2: end}

    Fix: unsafe: adds `*: back`.
    Since: 0.1
    """
    nested = next((n for n, item in enumerate(menu.items) if is_path(item.key) and len(item.key) > 1), None)
    if nested is None or "*" in menu.groups or any(menu.actions(Back)):
        return
    yield Problem(
        "there are sub-items, but no key to go back",
        menu.item_span(nested, "key"),
        expected=("'*: back'",),
        fixes=(_add_first(menu, "*: back"),),
    )


def _add_first(menu: MenuContext, line: str) -> Fix:
    at = menu.line(0).start
    return Fix(f"add '{line}'", (Edit(Span(at, at), menu.newline + line),))


@RULES.rule("IVR112", "back-at-single-level", "info", profile="pedantic", fix="unsafe")
def back_at_single_level(menu: MenuContext) -> Iterator[Problem]:
    """`*: back` in a menu without sub-items: there is nothing to go back to.

    `back` returns to the previous menu (IVR-2); in a menu of one level there is none.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        *: back
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Fix: unsafe: takes the line out.
    Since: 0.1
    """
    if any(is_path(key) and len(key) > 1 for key in menu.groups):
        return
    for number, _ in menu.actions(Back):
        yield Problem(
            "there is no menu to go back to",
            menu.item_span(number),
            fixes=(Fix("take the line out", (Edit(menu.line(number), ""),)),),
        )


@RULES.rule("IVR113", "no-repeat-or-start", "info", fix="unsafe")
def no_repeat_or_start(menu: MenuContext) -> Iterator[Problem]:
    """A caller who missed the prompt cannot hear it again.

    `0: repeat` repeats the chosen item, `#: start` the menu's text (IVR-2). The menu has neither.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave, hash to hear this again.
        #: start
        1: end}

    Fix: unsafe: adds `#: start`.
    Since: 0.1
    """
    if menu.items and "0" not in menu.groups and "#" not in menu.groups:
        yield Problem(
            "no key repeats the menu's text",
            menu.span("menu", "open"),
            expected=("'#: start' or '0: repeat'",),
            fixes=(_add_first(menu, "#: start"),),
        )


@RULES.rule("IVR114", "empty-item", "error")
def empty_item(menu: MenuContext) -> Iterator[Problem]:
    """An item has neither a text nor a command.

    An item's value is a message or a command (IVR-3). The caller presses the key and hears nothing.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1:
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: Our sales office opens at nine
        2: end}

    Fix: none.
    Since: 0.1
    """
    for number, item in enumerate(menu.items):
        if item.action == Say(""):
            yield Problem(
                f"nothing happens at the key '{item.key}'",
                menu.item_span(number),
                expected=("a text to speak, or a command",),
            )


@RULES.rule("IVR115", "no-wrong-key-handler", "info", profile="pedantic")
def no_wrong_key_handler(menu: MenuContext) -> Iterator[Problem]:
    """There is no `err` label: what a caller hears after a wrong key is left to the service.

    The page's own example has a label `err` with "wrong number, press 0 to repeat" that no `err:` names (IVR-11);
    that the service takes it for the wrong-key handler is inferred from that example alone.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end
        err: Wrong key, press 1 to leave}

    Fix: none: the text is yours to choose.
    Since: 0.1
    """
    if menu.items and "err" not in menu.groups:
        yield Problem(
            "there is no 'err' label for a wrong key", menu.span("menu", "open"), expected=("'err: text'",)
        )
