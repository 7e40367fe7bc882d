"""IVR009, IVR010: texts that were meant as commands, and commands that may be taken for texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.context import DOUBTFUL, MenuContext
from smsc_codec.payloads.menu.model import Action, Back, Repeat, Say, Start
from smsc_codec.payloads.menu.words import ALONE, COMMANDS, FOREIGN, RESERVED, WITH_COLON
from smsc_codec.rules import Ruleset
from smsc_codec.text.near import nearest

RULES = Ruleset()


_WORD_COLON = regex(r"(?P<word>[A-Za-z]{2,10})[ \t]*[:;=][ \t]*(?P<rest>[+$(]?[0-9A-Za-z]\S*)?")
#: What is a command if nothing else is on the line.
_ONE_WORD = (*ALONE, "record", "url")


@RULES.rule("IVR009", "unknown-command", "error", fix="sometimes safe", about=(DOUBTFUL,))
def unknown_command(menu: MenuContext) -> Iterator[Problem]:
    """An item starts like a command but is not one.

    The commands are `url` (an address), `call:`, `sms:`, `record:` and `end`; `back`, `start` and `repeat` belong
    to `*`, `#` and `0` (IVR-2, IVR-6 .. IVR-10). Anything else is read aloud to the caller.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: cal:79990000000 wait=20
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20
        2: end}

    Fix: safe where one letter makes it a command that reads well.
    Since: 0.1
    """
    for spoken in menu.doubtful:
        span, text = spoken.span, spoken.written
        match = _WORD_COLON.match(text) if any(sign in text for sign in ":;=") else None
        if match:
            word, rest = match["word"], match["rest"] or ""
            meant = nearest(word, (*WITH_COLON, *ALONE, *FOREIGN))
            dialled = rest[:1] in "+$(0123456789" and rest != ""
            if meant is None or not (dialled or meant in ALONE or word.casefold() == meant) or word == "url":
                continue
            yield _command(menu, Span(span.start, span.start + len(word)), span, word, meant)
        elif (word := text.rstrip()).casefold() in _ONE_WORD:
            yield _command(menu, Span(span.start, span.start + len(word)), span, word, word.casefold())


def _command(menu: MenuContext, at: Span, whole: Span, word: str, meant: str) -> Problem:
    from smsc_codec.payloads.menu.read import read

    fixes: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()
    if meant not in FOREIGN:
        command = f"{meant}:" if meant in WITH_COLON else meant
        notes = (f"did you mean '{command}'?",)
        rest = menu.source[at.end : whole.end]
        if meant in ALONE:
            edits, mended = (Edit(whole, meant),), meant
        else:
            rest = re.sub(r"\A[ \t]*[;=]", ":", rest)
            edits, mended = (Edit(whole, meant + rest),), meant + rest
        trial = read(f"{{menu:\n1: {mended}}}")
        lost = meant in ALONE and re.search(r"[:;=].*[0-9:]", rest)  # a number, or one more item
        if not lost and trial.value and not trial.problems and type(trial.value.items[0].action) is not Say:
            fixes = (Fix(f"write '{command}'", edits),)
    return Problem(
        f"'{word}' is not a command: callers would hear it as text",
        at,
        expected=(
            "'call:phones'",
            "'sms:phone,sender,message'",
            "'record: seconds'",
            "an http(s) address",
            "'end'",
        ),
        notes=notes,
        fixes=fixes,
    )


#: The commands that belong to one key each.
_OWNERS: dict[type[Action], str] = {Back: "*", Start: "#", Repeat: "0"}
_BARE = regex(rf"(?:{'|'.join(COMMANDS)})(?=[,;.!]?[ \t]+\S)")


@RULES.rule(
    "IVR010",
    "text-looks-like-command",
    "warning",
    about=(
        DOUBTFUL,
        Back,
        Start,
        Repeat,
    ),
)
def text_looks_like_command(menu: MenuContext) -> Iterator[Problem]:
    """A spoken text starts with the name of a command, or a command is on the wrong key.

    An item's value is a message or a command (IVR-3), and the page does not say how the service tells
    `end of the list` from `end`. `back`, `start` and `repeat` are described for `*`, `#` and `0` only (IVR-2).

    Bad::

        Hello!

        {menu: Press 1 for the list, 2 to leave.
        1: end of the list
        2: end}

    Good::

        Hello!

        {menu: Press 1 for the list, 2 to leave.
        1: This is the end of the list
        2: end}

    Fix: none.
    Since: 0.1
    """
    for spoken in menu.doubtful:
        span = spoken.span
        begins = menu.source.startswith(COMMANDS, span.start)
        match = _BARE.match(menu.source, span.start, span.end) if begins else None
        if match:
            yield Problem(
                f"this text starts with the command '{match.group()}'",
                Span(*match.span()),
                notes=("the service may take it for a command: start the text with another word",),
            )
    for kind, owner in _OWNERS.items():
        for number, _ in menu.actions(kind):
            if menu.items[number].key != owner:
                word = RESERVED[owner]
                yield Problem(
                    f"'{word}' works only on key {owner}",
                    menu.item_span(number, "action"),
                    expected=(f"'{owner}: {word}'",),
                    labels=(Label(menu.item_span(number, "key"), "on this key it may be read aloud"),),
                )
