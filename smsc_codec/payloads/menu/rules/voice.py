"""VOX002: the parameters of the call, after the menu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.voice.param import read
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("VOX002", "param-block-misplaced", "warning", fix="sometimes safe")
def param_block_misplaced(menu: MenuContext) -> Iterator[Problem]:
    """The parameters of the call, or a comment, are not set apart as the page has it.

    They follow the text after a line of exactly three tildes (CMT-1, CMT-2, PFX-1). Written in any other way they
    are spoken to the caller. A line of three tildes before the end of the menu turns the menu into a comment, which
    is an error.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end}

        Goodbye! ~~~ param=20,10,3

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

        Goodbye!
        ~~~
        param=20,10,3

    Fix: safe where parameters in their range follow: puts the line of tildes before them.
    Since: 0.1
    """
    for problem in menu.problems("param-block-misplaced"):
        yield replace(problem, severity="error")
    if ("end_text",) not in menu.reading.spans:
        return
    text = Span(menu.span("end_text").start, menu.trimmed(menu.span("end_text")).end)
    for match in _marks().finditer(menu.source, text.start, text.end):
        if match["any"] and not read(menu.source, match.end(), text.end):
            continue
        place = Span(*match.span(match.lastgroup or 0))
        yield _misplaced(menu, text, place, place.end, f"'{menu.words(place)}' is spoken")
        return
    at = menu.source.rfind("param", text.start, text.end)
    if at >= 0 and read(menu.source, at, text.end):
        yield _misplaced(menu, text, Span(at, text.end), at, "these parameters are spoken")


@cache
def _marks() -> re.Pattern[str]:
    # Three tildes and more, a line of two, and two before what may be parameters.
    return re.compile(
        r"(?m)(?P<many>~~~++)|^[ \t]*+(?P<line>~~)(?=[ \t\r]*+$)|(?P<any>~~)(?=\s*+(?:param|[0-9]))"
    )


def _misplaced(menu: MenuContext, text: Span, place: Span, after: int, what: str) -> Problem:
    fixes: tuple[Fix, ...] = ()
    values = read(menu.source, after, text.end)
    if values and ("comment",) not in menu.reading.spans:
        before = text.start + len(menu.source[text.start : place.start].rstrip())
        gap = Span(before, menu.trimmed(Span(after, text.end)).start)
        edit = Edit(gap, f"{menu.newline}~~~{menu.newline}")
        # Once set apart, parameters out of range are a finding of their own.
        in_range = all(value.used == value.given for value in values)
        fixes = (Fix("put a line of three tildes before the parameters", (edit,), safe=in_range),)
    return Problem(
        f"{what} to the caller, with what follows",
        place,
        expected=("a line of exactly '~~~', and below it what is not to be spoken",),
        fixes=fixes,
    )
