"""What the tests of the reports share: findings made by hand, and the way to say where they are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from smsc_codec.diagnostics import Edit, Finding, Fix, Label, Span
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.rules import Rule


def at(text: str, piece: str, nth: int = 1) -> Span:
    """The place of the nth `piece` in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(piece, start + 1)
    return Span(start, start + len(piece))


def finding(span: Span, **more: Any) -> Finding:
    """A finding whose code, name and message do not matter."""
    said = {"code": "IVR104", "name": "err-loop", "severity": "error", "message": "it is wrong", **more}
    return Finding(span=span, **said)


def shown(
    name: str,
    *reports: FileReport,
    width: int = 0,
    color: bool = False,
    rules: Mapping[str, Rule] = MappingProxyType({}),
) -> str:
    """The whole report."""
    return "".join(render(name, reports, style=Style(color, width), rules=rules, version="1.2.3"))


LOOP = """\
{menu: Hello
5: call:79990000001 wait=10 ok:end err:6
6: call:79990000002 wait=60 ok:end err:5
}
"""


def loop() -> Finding:
    """Two labels, a note and an unsafe fix."""
    return finding(
        at(LOOP, "err:5"),
        message="two numbers that never answer are dialled for ever",
        primary="... and back to where it started",
        labels=(Label(at(LOOP, "err:6"), "no answer here: go to 6 ..."),),
        notes=("keys: 5, then no answer",),
        fixes=(Fix("send the last one to a label", (Edit(at(LOOP, "err:5"), "err:callerr"),)),),
    )
