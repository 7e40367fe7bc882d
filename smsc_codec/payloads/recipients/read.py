"""Text to recipients: one pattern, matched again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.payloads.recipients.model import (
    Email,
    Group,
    Phone,
    Recipient,
    Recipients,
    TelegramId,
    TelegramName,
)

_Places = list[tuple[Path, int, int]]


@cache
def _pattern() -> re.Pattern[str]:
    from smsc_codec.grammar.compiled.recipients import TABLES

    assert TABLES.pattern is not None
    return compiled(TABLES.pattern)


def read(text: str) -> Reading:
    """What can be understood of `text`; what is no recipient is left out and told of. Never raises."""
    items: list[Recipient] = []
    places: list[tuple[int, int]] = []
    problems: list[Problem] = []
    # What stands between the last recipient and the next: the places of its first separator and of all of it.
    first: Span | None = None
    gap: Span | None = None
    seen = False
    for match in _pattern().finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "SEPARATOR" or kind == "BLANK":
            first = first or (Span(start, end) if kind == "SEPARATOR" else None)
            gap = Span(gap.start if gap else start, end)
            continue
        if gap and (first is None if seen else first is not None):
            problems.append(_gap(text, gap, seen))
        elif gap and first and gap.end > first.end:
            problems.append(_gap(text, Span(first.end, gap.end), seen))
        first = gap = None
        seen = True
        made = _recipient(kind, match.group())
        if made is None:
            from smsc_codec.payloads.recipients.slips import odd

            problems.append(odd(match.group(), Span(start, end)))
            continue
        items.append(made)
        places.append((start, end))
    if first and gap and seen:
        problems.append(_gap(text, gap, False))
    elif not seen:
        from smsc_codec.payloads.recipients.slips import nobody

        problems.append(nobody())
    return Reading(text, Recipients(tuple(items)), tuple(problems), Spans(_placed(places)))


def _placed(places: list[tuple[int, int]]) -> Iterator[tuple[Path, int, int]]:
    for number, (start, end) in enumerate(places):
        yield ("items", number), start, end


def _recipient(kind: str, words: str) -> Recipient | None:
    match kind:
        case "PHONE":
            return Phone(words.removeprefix("+"), words[0] == "+")
        case "GROUP":
            return Group(int(words[1:]))
        case "EMAIL":
            return Email(words)
        case "TELEGRAM_NAME":
            return TelegramName(words[1:])
        case "TELEGRAM_ID":
            return TelegramId(int(words[1:]))
    return None


def _gap(text: str, gap: Span, between: bool) -> Problem:
    from smsc_codec.payloads.recipients.slips import gap as told

    return told(text, gap, between)
