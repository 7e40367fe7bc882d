"""Findings of a text inside another, with their places and fixes in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from smsc_codec.diagnostics import Finding, Fix, Label
from smsc_codec.payloads.codec import Embedded


def moved(findings: Iterable[Finding], part: Embedded) -> Iterator[Finding]:
    """The findings of a part as findings of the whole; a fix that cannot be made there is left out."""
    for finding in findings:
        yield structs.replace(
            finding,
            span=part.span(finding.span),
            labels=tuple(Label(part.span(label.span), label.text) for label in finding.labels),
            fixes=tuple(fix for fix in (_moved(fix, part) for fix in finding.fixes) if fix),
        )


def _moved(fix: Fix, part: Embedded) -> Fix | None:
    edits = [part.edit(edit) for edit in fix.edits]
    if None in edits:
        return None
    return structs.replace(fix, edits=tuple(edit for edit in edits if edit))
