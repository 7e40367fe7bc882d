"""Text to message: prefix, text with its macros, comment."""

from __future__ import annotations

import re
from functools import cache

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.payloads.message import macros
from smsc_codec.payloads.message.channels import CHANNELS, PREFIXES
from smsc_codec.payloads.message.model import Message, Part, Text


@cache
def _pattern() -> re.Pattern[str]:
    from smsc_codec.grammar.compiled.message import TABLES

    assert TABLES.pattern is not None
    return compiled(TABLES.pattern)


def read(text: str) -> Reading:
    """What can be understood of `text`, with every problem and the place of each part. Never raises.

    `spans` has `("channel",)`, the prefix, `("text",)`, for a text with macros `("text", i)` and the fields of each
    macro below it, and `("comment",)`.
    """
    match = _pattern().fullmatch(text)
    assert match is not None, "every text fits the grammar"
    places: list[tuple[Path, int, int]] = []
    problems: list[Problem] = []
    channel = None
    start = 0
    for group in ("PREFIX", "PROBE"):
        if match[group] is not None:
            channel = PREFIXES[match[group].strip("_: ")]
            start = match.end(group)
            places.append((("channel",), *match.span(group)))
    end = match.end("TEXT") if match["TEXT"] is not None else start
    places.append((("text",), start, end))
    words: Text = text[start:end]
    if channel and CHANNELS[channel].text == "unused":
        if not text[start:end].strip():
            words = ""  # the end of the line, or of the file
        else:
            problems.append(_unused(text, Span(start, end), CHANNELS[channel].prefix))
    else:
        if text.find("_", start, min(end, start + 64)) >= 0 or _bare().match(text, start, end):
            from smsc_codec.payloads.message.slips import prefix_slip

            slip = prefix_slip(text, start, end, after_prefix=channel is not None)
            if slip:
                problems.append(slip)
        words = split(text, start, end, places, problems)
    comment = None
    if match["COMMENT_MARK"] is not None:
        begin = match.end("COMMENT_MARK")
        comment = text[begin:]
        places.append((("comment",), begin, len(text)))
    message = Message(words, channel, comment)  # type: ignore[arg-type]
    return Reading(text, message, tuple(problems), Spans(places))


@cache
def _bare() -> re.Pattern[str]:
    """A prefix without its low lines, as people remember it."""
    return compiled(r"\s*+(?:CALL|VIBER):")


def split(
    text: str,
    start: int,
    end: int,
    places: list[tuple[Path, int, int]] | None = None,
    problems: list[Problem] | None = None,
) -> Text:
    """What stands from `start` to `end`: its parts where it holds macros, else itself. Linear."""
    parts: list[str | Part] = []
    at = start
    for match in macros.found(text, start, end):
        if match.start() > at:
            if places is not None:
                places.append((("text", len(parts)), at, match.start()))
            parts.append(text[at : match.start()])
        part, fields, wrong = macros.read(match)
        if places is not None:
            places.append((("text", len(parts)), *match.span()))
            places += [(("text", len(parts), *path), a, b) for path, a, b in fields]
        if problems is not None:
            problems += wrong
        parts.append(part)
        at = match.end()
    if not parts:
        return text[start:end]
    if at < end:
        if places is not None:
            places.append((("text", len(parts)), at, end))
        parts.append(text[at:end])
    return tuple(parts)


def _unused(text: str, span: Span, prefix: str) -> Problem:
    from smsc_codec.payloads.message.slips import text_after_probe

    return text_after_probe(text, span, prefix)
