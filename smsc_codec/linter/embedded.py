"""Findings of a text inside another, with their places and fixes in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from smsc_codec.diagnostics import Finding, Fix, Label
from smsc_codec.payloads.carried import Carried
from smsc_codec.payloads.codec import Embedded


def moved(findings: Iterable[Finding], part: Embedded) -> Iterator[Finding]:
    """The findings of a part as findings of the whole; a fix that cannot be made there is left out."""
    for finding in findings:
        yield structs.replace(
            finding,
            span=part.span(finding.span),
            labels=tuple(Label(part.span(label.span), label.text) for label in finding.labels),
            steps=tuple(Label(part.span(step.span), step.text) for step in finding.steps),
            fixes=tuple(fix for fix in (_moved(fix, part) for fix in finding.fixes) if fix),
        )


def _moved(fix: Fix, part: Embedded) -> Fix | None:
    edits = [part.edit(edit) for edit in fix.edits]
    if None in edits:
        return None
    return structs.replace(fix, edits=tuple(edit for edit in edits if edit))


def moved_carried(inside: Iterable[Carried], part: Embedded) -> Iterator[Carried]:
    """What a part carries, where it stands in the whole."""
    for one in inside:
        words = part.span(one.words) if one.words.end > one.words.start else one.words
        yield Carried(((part.kind, one.who[0]), *one.who[1:]), words, tuple(map(part.span, one.names)))
