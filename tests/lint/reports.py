"""One run's reports in every format, whole. Writes reports.txt anew: read the difference.

    python -m tests.lint.reports

An escape is written `^[` there, what is no blank and no line's end by its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Fix, Label, Severity, Span
from smsc_codec.linter.reports import FORMATS, FileReport, Style, render
from tests.lint.report_cases import at, finding

PATH = Path(__file__).with_name("reports.txt")
# Lines 1 to 3 of a file, and lines 4 to 12 of it: a report of a long file comes in blocks.
_FIRST = "1: call:79990000001 wait=9m\r\n2: ##[group]x\n3: end\n"
_SECOND = "\n   4: a\n   b\n   c\n   d\n   e\n5: one\n6: end\n6: psw=hunter22\n"
_OTHER = "\tжж: a \u202eb\n2: end\n"
_RAISED = Fix("wait a minute", (Edit(at(_FIRST, "9m"), "60"),), safe=True)
_BOTH = Fix("write both again", (Edit(at(_SECOND, "one"), "1"), Edit(at(_SECOND, "end"), "END")))
_APART = Fix("write a and c large", (Edit(at(_SECOND, "a"), "A"), Edit(at(_SECOND, "c"), "C")), safe=True)
_GONE = Fix("take it out", (Edit(at(_SECOND, "6: end\n"), ""),))
REPORTS = (
    FileReport(
        "dir/a.menu",
        _FIRST,
        (
            finding(at(_FIRST, "9m"), code="IVR201", message="'9m' is no number", expected=("0", "1", "2 or 3"),
                    primary="here", fixes=(_RAISED,)),
            finding(at(_FIRST, "x"), severity="warning", code="IVR303", message="x",
                    primary="a-word-that-is-longer-than-all-the-room-there-is"),
            finding(at(_FIRST, "##[group]"), severity="warning", code="IVR301", message="##[group]odd | mark"),
        ),
    ),
    FileReport(
        "dir/a.menu",
        _SECOND,
        (
            finding(Span(4, at(_SECOND, "e").end), message="too long: " + "a word after another, " * 4,
                    notes=("note one", "note two")),
            finding(at(_SECOND, "one"), severity="warning", code="IVR301", message="one", fixes=(_BOTH,),
                    labels=(Label(at(_SECOND, "4"), "unlike this"), Label(at(_SECOND, "a"), "that"))),
            finding(at(_SECOND, "6: end"), severity="info", code="IVR302", message="said twice", expected=("5",),
                    fixes=(_GONE, _BOTH)),
            finding(at(_SECOND, "hunter22"), severity="info", code="IVR302", message="'hunter22' is said",
                    fixes=(_APART,)),
        ),
        first_line=4,
    ),
    FileReport("clean.menu", "1: end\n"),
    FileReport("::stop-commands::x.menu", failure="not UTF-8"),
    FileReport("c.menu", _OTHER, (
        finding(at(_OTHER, "жж"), code="", message="no rule's"),
        finding(at(_OTHER, "жж"), code="IVR201", message="twice", steps=(Label(at(_OTHER, "2"), "press 2"),)),
        finding(at(_OTHER, "жж"), code="IVR201", message="twice"),
        finding(at(_OTHER, "жж"), severity="warning", code="IVR301", message="once"),
    )),
)  # fmt: skip


class _Rule(Struct, frozen=True):
    name: str
    severity: Severity
    page: str


RULES = {"IVR301": _Rule("odd-mark", "warning", "A mark is odd.\n\nThis is why.")}
STYLES = {
    **{name: (name, Style()) for name in FORMATS},
    "full, narrow": ("full", Style(width=10)),
    "full, with colours and links": ("full", Style(color=True, links=True)),
    "full, in Russian": ("full", Style(language="ru")),
    "github, in Russian": ("github", Style(language="ru")),
    "json, with statistics": ("json", Style(statistics=True)),
    "concise, with colours": ("concise", Style(color=True, links=True)),
}


def lines() -> Iterator[str]:
    """The whole text."""
    for heading, (name, style) in STYLES.items():
        yield f"== {heading}"
        told = "".join(render(name, REPORTS, style=style, rules=RULES, version="1.2.3"))
        for line in told.split("\n"):
            yield "".join(map(_seen, line))


def _seen(char: str) -> str:
    return "^[" if char == "\x1b" else char if char.isprintable() else f"<{ord(char):04X}>"


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8")
