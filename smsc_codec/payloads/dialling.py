"""VOX001: the parameters of a call, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.rules import Ruleset

if TYPE_CHECKING:
    from typing import Protocol

    class Dialled(Protocol):
        """What the rule is given: a text, and where in it the parameters of the call stand, if they do."""

        source: str

        @property
        def dialling(self) -> Span | None:
            """What stands where the parameters belong, without white space around it."""


RULES = Ruleset()


@RULES.rule("VOX001", "call-param-out-of-range", "warning", fix="sometimes safe", about=("comment",))
def call_param_out_of_range(call: Dialled) -> Iterator[Problem]:
    """A call parameter is out of range.

    `param=w,i,n` is the wait for the pick-up (10 to 35 seconds), the interval between attempts (10 to 3600
    seconds) and the number of attempts (1 to 9). The service moves a value that is a little off into its range; for
    any other it drops all three, and dials 8 times, waiting 25 seconds, at growing intervals (PAR-13).

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end}

        Goodbye!
        ~~~
        param=120,10,3

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

        Goodbye!
        ~~~
        param=35,10,3

    Fix: safe where the service uses the nearest value itself; else unsafe.
    Since: 0.1
    """
    span = call.dialling
    if span is None:
        return
    from smsc_codec.payloads.param import LIMITS, read

    values = read(call.source, span.start, span.end)
    if values is None:
        words = call.source[span.start : span.end]
        meant = _meant(words)
        if meant is not None or words.startswith("param"):
            yield Problem(
                "these are not valid call parameters",
                span,
                expected=("'param=w,i,n' with three whole numbers, such as 'param=25,60,3'",),
                fixes=(Fix(f"write '{meant}'", (Edit(span, meant),)),) if meant else (),
                notes=(_DROPPED,),
            )
        return
    for value, limits in zip(values, LIMITS, strict=True):
        if value.used == value.given:
            continue
        allowed = min(max(value.given, limits.low), limits.high)
        moved = value.used is not None
        yield Problem(
            f"{limits.name} out of range: {value.given}"
            + (f"; the service uses {allowed}" if moved else "; the service drops all three parameters"),
            value.span,
            expected=(f"{limits.low} to {limits.high}",),
            fixes=(Fix(f"write {allowed}", (Edit(value.span, str(allowed)),), safe=moved),),
            notes=() if moved else (_DROPPED,),
        )


_NUMBERS = regex(
    r"(?i)(?:param(?:eters)?\s*[=:]?\s*)?[0-9]{1,4}(?:\s*[;|,]\s*[0-9]{1,4}|\s+[0-9]{1,4}){1,3}[;,.]?"
)
_NAMED = regex(
    r"(?i)w(?:ait)?\s*[=:]\s*([0-9]{1,4})\W+i\w*\s*[=:]\s*([0-9]{1,4})\W+n\w*\s*[=:]\s*([0-9]{1,4})"
)


def _meant(words: str) -> str | None:
    """What words were meant as that are nearly parameters: "" where that is not known, None for a comment."""
    if len(words) > 100:
        return None
    named = _NAMED.fullmatch(words)
    if named:
        return f"param={','.join(named.groups())}"
    if not _NUMBERS.fullmatch(words):
        return None
    numbers = re.findall("[0-9]+", words)
    if len(numbers) != 3:
        return "" if "," in words or ";" in words else None
    return f"param={','.join(numbers)}"


_DROPPED = (
    "by default the service dials 8 times and waits 25 seconds each time, at intervals growing from 3 to 14"
)
