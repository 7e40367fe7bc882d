"""Whether edits keep what a text carries: nothing that they do not touch may be lost or moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.payloads.carried import Carried

_Key = tuple[tuple[Hashable, ...], str]


def kept(
    before: str,
    old: Sequence[Carried],
    after: str,
    new: Sequence[Carried],
    edits: Sequence[Edit],
    *,
    wholly: bool,
) -> bool:
    """Whether the edits, in order of place, that make `after` of `before` keep what it carries.

    What they do not touch must be there as it was, in its order. `wholly`: what they touch must be there, too, its
    words as the edits leave them; else it may change or go, for the edits name it. There may be more than before.
    """
    had = [(one.who, before[one.words.start : one.words.end].strip()) for one in old]
    has = [(one.who, after[one.words.start : one.words.end].strip()) for one in new]
    if had == has:
        return True
    lost, gained = Counter(had) - Counter(has), Counter(has) - Counter(had)
    left: list[_Key] = []
    # Of equal things the last ones are taken for the lost ones: a fix takes out what is there already.
    for one, key in zip(reversed(old), reversed(had), strict=True):
        if not lost[key]:
            left.append(key)
            continue
        if not _touched(one, edits):
            left.append(key)  # an equal one before it may be the one that is meant
            continue
        lost[key] -= 1
        if wholly:
            changed = next((way for way in _ways(before, one, edits) if gained[way] > 0), None)
            if changed is None:
                return False
            gained[changed] -= 1
            left.append(changed)
    if any(lost.values()):
        return False
    left.reverse()
    return _in_order(left, has) or (not wholly and _in_order(_untouched(before, old, edits), has))


def _untouched(before: str, old: Sequence[Carried], edits: Sequence[Edit]) -> list[_Key]:
    return [
        (one.who, before[one.words.start : one.words.end].strip()) for one in old if not _touched(one, edits)
    ]


def _in_order(some: Sequence[_Key], others: Sequence[_Key]) -> bool:
    """Whether what is reached by the same comes in the same order, with others between."""
    queues: dict[Hashable, Iterator[_Key]] = {}
    grouped: dict[Hashable, list[_Key]] = {}
    for key in others:
        grouped.setdefault(key[0][0], []).append(key)
    for group, keys in grouped.items():
        queues[group] = iter(keys)
    return all(key in queues.get(key[0][0], ()) for key in some)


def _touched(one: Carried, edits: Sequence[Edit]) -> bool:
    places = (*one.names, one.words) if one.words.end > one.words.start else one.names
    return any(touches(edits, place) for place in places)


def touches(edits: Sequence[Edit], place: Span) -> bool:
    """Whether one of the edits, in order, changes a place; what is written beside it changes it, too."""
    at = bisect_left(edits, place.start, key=_end)
    for edit in edits[at:]:
        start, end = edit.span.start, edit.span.end
        if start > place.end:
            return False
        if edit.text or start == end or (start < place.end and end > place.start):
            return True
    return False


def _end(edit: Edit) -> int:
    return edit.span.end


def _ways(before: str, one: Carried, edits: Sequence[Edit]) -> Iterator[_Key]:
    """The words of a thing after the edits inside them; what is inserted at an end may belong to them or not."""
    place = one.words
    inner = [edit for edit in edits if edit.span.start < place.end and edit.span.end > place.start]
    if any(edit.span.start < place.start or edit.span.end > place.end for edit in inner):
        return
    for at_start in (False, True):
        for at_end in (False, True):
            said = [edit for edit in edits if edit.span == Span(place.start, place.start) and at_start]
            said += inner
            if place.end > place.start:
                said += [edit for edit in edits if edit.span == Span(place.end, place.end) and at_end]
            yield one.who, _edited(before, place, said).strip()


def _edited(before: str, place: Span, edits: Sequence[Edit]) -> str:
    parts, at = [], place.start
    for edit in edits:
        parts += [before[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, before[at : place.end]])
