"""Findings mended: the edits of their fixes applied to the text, again and again until nothing more applies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Finding, Fix, Span


class Fixed(Struct, frozen=True):
    """The mended text, how many fixes were applied to it, and what is still found in it."""

    text: str
    applied: int
    remaining: tuple[Finding, ...]


def apply(text: str, findings: Sequence[Finding], *, unsafe: bool = False) -> tuple[str, int]:
    """The text after one round of fixes, and how many were applied.

    Each finding gives its first safe fix, or with `unsafe` its first fix. A fix is applied whole or not at all:
    not where it touches what the fix of an earlier place changes, unless both make the very same edits, which
    are then made once. A fix that leaves the text, contradicts itself or changes nothing is passed over.
    """
    chosen = [edits for finding in findings if (edits := _edits(text, finding.fixes, unsafe))]
    chosen.sort(key=lambda edits: edits[0].span)
    accepted: list[Edit] = []
    known: set[Edit] = set()
    applied = 0
    for edits in chosen:
        new = [edit for edit in edits if edit not in known]
        if any(_clashes(edit, accepted) for edit in new):
            continue
        applied += 1
        known.update(new)
        for edit in reversed(new):
            accepted.insert(bisect_left(accepted, edit.span, key=_span), edit)
    return _edited(text, accepted), applied


def fix(
    text: str, check: Callable[[str], Sequence[Finding]], *, unsafe: bool = False, limit: int = 10
) -> Fixed:
    """The text after as many rounds of `apply` as it takes, at most `limit`.

    A fix must never add a finding: a round after which `check` finds a code that it did not find before is taken
    back, and so is one that leads to a text seen before. What is then left is for a person.
    """
    findings = tuple(check(text))
    seen = {text}
    applied = 0
    for _ in range(limit):
        new, count = apply(text, findings, unsafe=unsafe)
        if not count or new in seen:
            break
        found = tuple(check(new))
        if {finding.code for finding in found} - {finding.code for finding in findings}:
            break
        seen.add(new)
        text, findings, applied = new, found, applied + count
    return Fixed(text, applied, findings)


def diff(path: str, before: str, after: str) -> str:
    """What changed, as a unified diff that `patch` takes where no secret is in it; empty if nothing did."""
    if before == after:
        return ""
    from smsc_codec.linter.reports.unified import unified
    from smsc_codec.secrets import blotted

    return "".join(unified(path, blotted(before), blotted(after)))


def _edits(text: str, fixes: tuple[Fix, ...], unsafe: bool) -> list[Edit]:
    """The edits of the first fix that may be applied, in order of place; none if there is no such fix."""
    for fix in fixes:
        if not (fix.safe or unsafe):
            continue
        edits = sorted(dict.fromkeys(fix.edits), key=_span)
        at = 0
        for edit in edits:
            if not at <= edit.span.start <= edit.span.end <= len(text):
                break
            at = edit.span.end
        else:
            if any(text[edit.span.start : edit.span.end] != edit.text for edit in edits):
                return edits
    return []


def _span(edit: Edit) -> Span:
    return edit.span


def _clashes(edit: Edit, accepted: list[Edit]) -> bool:
    """Whether it overlaps an accepted edit; one that inserts must not even touch: who comes first would be chance."""
    at = bisect_left(accepted, edit.span, key=_span)
    start, end = edit.span.start, edit.span.end
    for other in accepted[max(0, at - 1) : at + 1]:
        touches = other.span.start <= end and start <= other.span.end
        overlaps = other.span.start < end and start < other.span.end
        if overlaps or (touches and (start == end or other.span.start == other.span.end)):
            return True
    return False


def _edited(text: str, edits: list[Edit]) -> str:
    parts = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])
