"""VOX002: the parameters of a call where they are spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.rules import Ruleset

if TYPE_CHECKING:
    from typing import Protocol

    from smsc_codec.payloads.param import Value

    class Spoken(Protocol):
        """What the rule is given: a call, and the end of its text, which is spoken."""

        source: str

        @property
        def newline(self) -> str:
            """The line end of this source."""

        @property
        def dialling(self) -> Span | None:
            """What stands where the parameters belong."""

        @property
        def spoken(self) -> Span | None:
            """The end of the text, without white space after it; None where nothing can be misplaced."""

        def problems(self, kind: str) -> list[Problem]:
            """What the reader found of one kind."""


RULES = Ruleset()


_ABOUT = ("param-block-misplaced", "~~", "param")


@RULES.rule("VOX002", "param-block-misplaced", "warning", fix="unsafe", about=_ABOUT)
def param_block_misplaced(call: Spoken) -> Iterator[Problem]:
    """Call parameters or a comment are not separated from the text correctly.

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

    Fix: unsafe: puts the line of tildes before parameters that follow, so that they are not spoken any more.
    Since: 0.1
    """
    for problem in call.problems("param-block-misplaced"):
        yield replace(problem, severity="error")
    text = call.spoken
    if text is None:
        return
    marked = call.source.find("~~", text.start, text.end) >= 0
    for match in _marks().finditer(call.source, text.start, text.end) if marked else ():
        if match["any"] and not _parameters(call.source, match.end(), text.end):
            continue
        assert match.lastgroup is not None
        place = Span(*match.span(match.lastgroup))
        yield _misplaced(
            call, text, place, place.end, f"'{call.source[place.start : place.end]}' would be read aloud"
        )
        return
    at = call.source.rfind("param", text.start, text.end)
    if at >= 0 and _parameters(call.source, at, text.end):
        yield _misplaced(call, text, Span(at, text.end), at, "these parameters would be read aloud")


def _parameters(text: str, start: int, end: int) -> tuple[Value, ...] | None:
    from smsc_codec.payloads.param import read

    return read(text, start, end)


@cache
def _marks() -> re.Pattern[str]:
    # Three tildes and more, a line of two, and two before what may be parameters.
    return compiled(
        r"(?m)(?P<many>~~~++)|^[ \t]*+(?P<line>~~)(?=[ \t\r]*+$)|(?P<any>~~)(?=\s*+(?:param|[0-9]))"
    )


def _misplaced(call: Spoken, text: Span, place: Span, after: int, what: str) -> Problem:
    from smsc_codec.text.mark import TILDES

    fixes: tuple[Fix, ...] = ()
    values = _parameters(call.source, after, text.end)
    if values and call.dialling is None:
        before = text.start + len(call.source[text.start : place.start].rstrip())
        follows = call.source[after : text.end]
        gap = Span(before, text.end - len(follows.lstrip()))
        edit = Edit(gap, f"{call.newline}{TILDES}{call.newline}")
        fixes = (Fix(f"put a line '{TILDES}' before the parameters", (edit,)),)
    return Problem(
        f"{what}, with everything after",
        place,
        expected=(f"a line of exactly '{TILDES}', and below it what must not be read aloud",),
        fixes=fixes,
    )
