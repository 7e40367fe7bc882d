"""IVR005 .. IVR008, IVR012: keys, labels, and lines that have neither."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from msgspec import structs

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.context import LABEL, ODD_KEY, RUN_ON, MenuContext
from smsc_codec.payloads.menu.model import Back, Call, Item, Repeat, Say, Start, Unread
from smsc_codec.payloads.menu.words import NAMES, RESERVED
from smsc_codec.rules import Ruleset

RULES = Ruleset()


def _odd_line(text: str, line: Span) -> Problem | None:
    from smsc_codec.payloads.menu.slips import odd_line

    return odd_line(text, line)


_KINDS = {"back": Back, "start": Start, "repeat": Repeat}


@RULES.rule(
    "IVR005",
    "invalid-key",
    "error",
    fix="sometimes safe",
    about=(
        "invalid-key",
        ODD_KEY,
        RUN_ON,
    ),
)
def invalid_key(menu: MenuContext) -> Iterator[Problem]:
    """An item has a key that callers cannot press.

    Keys are `*`, `#`, `0`, and digits 1 to 9, one for each level of the menu (IVR-2 .. IVR-4). `10` is the classic
    slip: there is no tenth item, since `0` is taken by `repeat`.

    Bad::

        Hello!

        {menu: Press 1 for sales, 10 for the branch office.
        1: end
        10: Branch office}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 for the branch office.
        1: end
        2: Branch office}

    Fix: safe where a command follows the key; else unsafe: writes the key that was meant and a colon.
    Since: 0.1
    """
    yield from menu.problems("invalid-key")
    for number, item in enumerate(menu.items if ODD_KEY in menu.has else ()):
        if item.key.isdigit() and "0" in item.key and item.key != "0":
            from smsc_codec.payloads.menu.slips import odd_digits

            yield odd_digits(item.key, menu.item_span(number, "key"))
    for line, above in menu.run_on_lines:
        problem = _odd_line(menu.source, line)
        if problem and problem.kind == "invalid-key":
            yield structs.replace(problem, labels=(Label(above, "this text runs on into the line"),))


@RULES.rule("IVR006", "reserved-key-misuse", "error", fix="unsafe")
def reserved_key_misuse(menu: MenuContext) -> Iterator[Problem]:
    """`*`, `#` or `0` is used for something other than its fixed command.

    `*` is `back`, `#` is `start`, `0` is `repeat`, and nothing else (IVR-2). Callers often expect an operator at
    `0`: here it can only repeat.

    Bad::

        Hello!

        {menu: Press 1 to leave, 0 for the operator.
        1: end
        0: call:79990000000 wait=20}

    Good::

        Hello!

        {menu: Press 1 to leave, 9 for the operator.
        1: end
        9: call:79990000000 wait=20}

    Fix: unsafe: writes the key's own command in place of a text, and another reserved key's command on that key.
    Since: 0.1
    """
    for number in [number for key in RESERVED for number in menu.groups.get(key, ())]:
        item = menu.items[number]
        word = RESERVED[item.key]
        if type(item.action) not in (_KINDS[word], Unread) and item.action != Say(""):
            free = [key for key in "123456789" if key not in menu.groups]
            notes = (f"key {free[-1]} is free",) if free else ()
            yield Problem(
                f"key {item.key} can only be used for '{word}'",
                menu.item_span(number, "action"),
                expected=(f"'{item.key}: {word}'",),
                labels=(Label(menu.item_span(number, "key"), f"only '{word}' works here"),),
                notes=notes,
                fixes=_reserved_fix(menu, number, item),
            )


def _reserved_fix(menu: MenuContext, number: int, item: Item) -> tuple[Fix, ...]:
    """The key that a command belongs to, where it is free, or the command that the key can have in place of a text."""
    for key, kind in ((key, _KINDS[word]) for key, word in RESERVED.items()):
        if type(item.action) is kind and key not in menu.groups:
            return (Fix(f"move it to key {key}", (Edit(menu.item_span(number, "key"), key),)),)
    if isinstance(item.action, (Say, Back, Start, Repeat)) and len(menu.groups[item.key]) == 1:
        word = RESERVED[item.key]
        return (Fix(f"write '{word}'", (Edit(menu.item_span(number, "action"), word),)),)
    return ()


@RULES.rule(
    "IVR007",
    "invalid-label",
    "error",
    fix="sometimes safe",
    about=(
        "invalid-label",
        RUN_ON,
    ),
)
def invalid_label(menu: MenuContext) -> Iterator[Problem]:
    """A label has characters other than Latin letters and digits.

    A label is any set of Latin letters and digits (IVR-11). A Cyrillic letter that looks Latin makes the line a
    part of the text above it, and `err:` finds no label.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20 err:sоrry
        2: end
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20 err:sorry
        2: end
        sorry: Nobody is free}

    Fix: safe where every foreign letter has a Latin twin: writes the Latin ones.
    Since: 0.1
    """
    problems = menu.problems("invalid-label")
    yield from problems
    for line, _ in menu.run_on_lines:
        problem = _odd_line(menu.source, line)
        if problem and problem.kind == "invalid-label":
            yield problem


@RULES.rule("IVR008", "label-shadows-command", "warning", fix="unsafe", about=(LABEL,))
def label_shadows_command(menu: MenuContext) -> Iterator[Problem]:
    """A label has the name of a command.

    `record: Leave a message` at the start of a line is a label named `record`, not a recording (IVR-9, IVR-11):
    the author or the service may take it for the other.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end
        record: Leave a message}

    Good::

        Hello!

        {menu: Press 1 to leave, 2 to leave a message.
        1: end
        2: Leave a message
        2: record: 30}

    Fix: unsafe: renames the label and every `err:` that uses it.
    Since: 0.1
    """
    for key in menu.labels:
        if key not in NAMES:
            continue
        numbers = menu.groups[key]
        name = next(
            n for n in (f"{key}{end}" for end in chain(("text", "label"), count(1))) if n not in menu.groups
        )
        edits = [Edit(menu.item_span(number, "key"), name) for number in numbers]
        edits += [
            Edit(menu.item_span(n, "action", "err"), name)
            for n, call in menu.actions(Call)
            if call.err == key
        ]
        first = menu.item_span(numbers[0], "key")
        yield Problem(
            f"label '{key}' has the name of a command",
            first,
            notes=("a command comes after a key: '2: record: 30'",),
            fixes=(Fix(f"rename the label to '{name}'", tuple(edits)),),
        )


_NO_COLON = regex(r"(?P<key>[*#0-9])(?P<gap>[ \t]*[.)][ \t]+|[ \t]+[-\u2013\u2014]?[ \t]*)(?=[^\W\d])")


@RULES.rule("IVR012", "unlabelled-line", "info", fix="sometimes safe", about=(RUN_ON,))
def unlabelled_line(menu: MenuContext) -> Iterator[Problem]:
    """A line of the menu has no key, so it continues the text above.

    That is how this line is read; the page does not describe it (IVR-14). A line such as `2 support` has probably
    lost its colon (then it is a warning): its key does nothing, and the caller hears the line in the text above.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 for support, 3 to leave.
        1: Sales
        2 Support
        3: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 for support, 3 to leave.
        1: Sales
        2: Support
        3: end}

    Fix: safe where a command follows; else unsafe: puts the colon after the key.
    Since: 0.1
    """
    told: Span | None = None
    for line, above in menu.run_on_lines:
        if _odd_line(menu.source, line):
            continue  # told as an invalid key or label
        labels = (Label(above, "this text runs on into it"),)
        match = _NO_COLON.match(menu.source, line.start, line.end)
        if match and match["key"] not in menu.groups and menu.items:
            key = match["key"]
            edit = Edit(Span(match.end("key"), match.end("gap")), ": ")
            yield Problem(
                "missing colon after the key",
                line,
                labels=labels,
                notes=(f"did you mean '{key}: ...'?",),
                fixes=(Fix(f"write '{key}: '", (edit,)),),
                severity="warning",
            )
        elif above != told:
            told = above
            yield Problem("this line has no key, so it continues the text above", line, labels=labels)
