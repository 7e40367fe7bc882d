"""IVR107 .. IVR115: the order of actions and items, and keys that a menu should have."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.payloads.menu.context import AGAIN, EMPTY, SUB_ITEM, MenuContext
from smsc_codec.payloads.menu.model import Back, Call, End, Say
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR107", "action-after-end", "error", fix="unsafe", about=(AGAIN,))
def action_after_end(menu: MenuContext) -> Iterator[Problem]:
    """A key has more actions after `end`.

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

    Fix: unsafe: moves `end` behind the other actions, which then happen.
    Since: 0.1
    """
    for key, numbers in menu.repeated:
        ends = [n for n in numbers if type(menu.items[n].action) is End]
        if not ends or ends[0] == numbers[-1]:
            continue
        first, last = ends[0], numbers[-1]
        fixes: tuple[Fix, ...] = ()
        if len(ends) == 1:
            line = menu.line(first)
            at = menu.item_span(last).end
            edits = (Edit(line, ""), Edit(Span(at, at), menu.words(line)))
            fixes = (Fix("move 'end' after the other actions", edits),)
        after = [n for n in numbers if n > first]
        yield Problem(
            f"key {key} does nothing after 'end'",
            menu.item_span(after[0]),
            labels=(Label(menu.item_span(first, "action"), "the menu ends here"),),
            fixes=fixes,
        )


@RULES.rule("IVR108", "action-after-final-call", "info", about=(AGAIN,))
def action_after_final_call(menu: MenuContext) -> Iterator[Problem]:
    """A key has more actions after a call that never comes back.

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
    for number, call in menu.actions(Call):
        if not call.ok_end or call.err is None:
            continue
        after = [n for n in menu.groups[menu.items[number].key] if n > number]
        if after:
            yield Problem(
                "this is never reached: the call before it always leads elsewhere",
                menu.item_span(after[0]),
                labels=(
                    Label(
                        menu.item_span(number, "action"),
                        "an answered call ends the menu; an unanswered one goes to 'err:'",
                    ),
                ),
            )


@RULES.rule("IVR109", "split-item", "warning", fix="safe", about=(AGAIN,))
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
    for key, numbers in menu.repeated:
        run = 1
        while run < len(numbers) and numbers[run] == numbers[run - 1] + 1:
            run += 1
        if run == len(numbers):
            continue
        at = menu.item_span(numbers[run - 1]).end
        moved = [menu.line(number) for number in numbers[run:]]
        edits = (Edit(Span(at, at), "".join(map(menu.words, moved))), *(Edit(line, "") for line in moved))
        yield Problem(
            f"the lines of key {key} are not together: it continues here",
            menu.item_span(numbers[run], "key"),
            labels=(Label(menu.item_span(numbers[run - 1], "key"), "its previous line"),),
            fixes=(Fix("put the lines together", edits, safe=True),),
        )


@RULES.rule("IVR110", "duplicate-line", "warning", fix="unsafe", about=(AGAIN,))
def duplicate_line(menu: MenuContext) -> Iterator[Problem]:
    """A key has the same line twice.

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
    for key, numbers in menu.repeated:
        first: dict[object, int] = {}
        for number in numbers:
            action = menu.items[number].action
            before = first.setdefault(action, number)
            if before != number and action != Say(""):
                yield Problem(
                    f"key {key} has the same line twice",
                    menu.item_span(number),
                    labels=(Label(menu.item_span(before), "the same line"),),
                    fixes=(Fix("remove this line", (Edit(menu.line(number), ""),)),),
                )


@RULES.rule("IVR111", "no-way-back", "info", fix="unsafe", about=(SUB_ITEM,))
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
    nested = next((menu.groups[key][0] for key in menu.paths if len(key) > 1), None)
    if nested is None or "*" in menu.groups or Back in menu.has:
        return
    yield Problem(
        "the menu has sub-items but no key to go back",
        menu.item_span(nested, "key"),
        expected=("'*: back'",),
        fixes=(_add_first(menu, "*: back"),),
    )


def _add_first(menu: MenuContext, line: str) -> Fix:
    at = menu.line(0).start
    return Fix(f"add '{line}'", (Edit(Span(at, at), menu.newline + line),))


@RULES.rule("IVR112", "back-at-single-level", "info", profile="pedantic", fix="unsafe", about=(Back,))
def back_at_single_level(menu: MenuContext) -> Iterator[Problem]:
    """`*: back` is in a menu without sub-items, where it does nothing.

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
    if SUB_ITEM in menu.has:
        return
    for number, _ in menu.actions(Back):
        yield Problem(
            "'back' does nothing here: this menu has no sub-items",
            menu.item_span(number),
            fixes=(Fix("remove the line", (Edit(menu.line(number), ""),)),),
        )


@RULES.rule("IVR113", "no-repeat-or-start", "info", fix="unsafe")
def no_repeat_or_start(menu: MenuContext) -> Iterator[Problem]:
    """Callers who missed the prompt cannot hear it again.

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
            "no key repeats the menu text",
            menu.span("menu", "open"),
            expected=("'#: start' or '0: repeat'",),
            fixes=(_add_first(menu, "#: start"),),
        )


@RULES.rule("IVR114", "empty-item", "error", about=(EMPTY,))
def empty_item(menu: MenuContext) -> Iterator[Problem]:
    """An item has neither text nor a command.

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
                f"key {item.key} does nothing",
                menu.item_span(number),
                expected=("text to read aloud, or a command",),
            )


@RULES.rule("IVR115", "no-wrong-key-handler", "info", profile="pedantic")
def no_wrong_key_handler(menu: MenuContext) -> Iterator[Problem]:
    """There is no `err` label, so the service decides what callers hear after a wrong key.

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
        yield Problem("no 'err' label for a wrong key", menu.span("menu", "open"), expected=("'err: text'",))
