"""What is told of texts, in full, a line each: every finding, the characters that it marks, what each fix makes.

Such lines are kept beside the texts (`told.txt`) and read one by one, as code is, whenever they change: what they say
has to be right. `python -m tests.corpus.told`, `tests.corpus.small` and `tests.api.told` write them anew.
"""

from __future__ import annotations

from collections.abc import Iterator

import smsc_codec as sms
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import check


def told(text: str, kind: str, settings: Settings | None = None) -> Iterator[str]:
    """The lines about one text."""
    for one in check(text, kind, settings) if settings else sms.lint(text, kind):
        yield f"  {one.line} {one.severity} {one.code} {shown(text[one.span.start : one.span.end])}"
        for fix in one.fixes:
            yield f"    {'safe' if fix.safe else 'unsafe'} {' '.join(_changes(text, fix))}"


def _changes(text: str, fix: sms.Fix) -> Iterator[str]:
    """Each edit, with a few characters before it, which say where it is made."""
    for edit in fix.edits:
        start, end = edit.span.start, edit.span.end
        yield f"{shown(text[max(0, start - 8) : start])}[{shown(text[start:end])}>{shown(edit.text)}]"


def shown(text: str) -> str:
    """A text in one line."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
