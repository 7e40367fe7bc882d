"""What is told of texts, in full: every finding, its place and its words, what else it marks, what each fix makes.

Such lines are kept beside the texts (`told.txt`) and read one by one, as code is, whenever they change: what they say
has to be right. `python -m tests.corpus.told`, `tests.corpus.small` and `tests.api.told` write them anew.
"""

from __future__ import annotations

from collections.abc import Iterator

import smsc_codec as sms
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import check


def told(text: str, kind: str, settings: Settings | None = None, but: str = "") -> Iterator[str]:
    """The lines about one text, but for those about the rule of a code."""
    for one in check(text, kind, settings) if settings else sms.lint(text, kind):
        if one.code == but:
            continue
        where = f"{one.line}:{one.column}" if one.line else f"@{one.span.start}"
        yield f"  {where} {one.severity} {one.code} {shown(text[one.span.start : one.span.end])}"
        yield f"    {shown('; '.join(_words(text, one)))}"
        for fix in one.fixes:
            yield f"    {'safe' if fix.safe else 'unsafe'} {' '.join(_changes(text, fix))}"


def _words(text: str, one: sms.Finding) -> Iterator[str]:
    yield one.message
    if one.primary:
        yield f"here: {one.primary}"
    for word in one.expected:
        yield f"expected {word}"
    for label in (*one.labels, *one.steps):
        yield f"<{text[label.span.start : label.span.end]}> {label.text}"
    for note in one.notes:
        yield f"note: {note}"


def _changes(text: str, fix: sms.Fix) -> Iterator[str]:
    """Each edit, with a few characters before it, which say where it is made."""
    for edit in fix.edits:
        start, end = edit.span.start, edit.span.end
        yield f"{shown(text[max(0, start - 8) : start])}[{shown(text[start:end])}>{shown(edit.text)}]"


def shown(text: str) -> str:
    """A text in one line."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\0", "\\0")
