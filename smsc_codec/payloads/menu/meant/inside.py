"""Items and commands in the middle of a line, whose own line was lost, and lines that go on with a command."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.lines import COMMAND, Line
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.words import RESERVED

#: One of which each command has.
_WORDS = ("end", "call", "sms", "record", "http", "back", "start", "repeat", "exit", "url", "конец", "назад")
#: Before an item in a line: what was to end the line is told as that.
_ENDS_A_LINE = ("\\n", "\\r", ">", "%0A", "%0a")
_ITEM = regex(r"(?<=[^\s0-9:])(?P<gap>[ \t]*)(?P<key>[1-9]{1,4}|[*#])[ \t]*:[ \t]*(?=(?P<rest>\S.*))")
_COMMAND = regex(
    r"(?<=[^\s:])(?P<gap>[ \t]*[.,;]?[ \t]+)(?P<rest>call:[ \t]*\+?[0-9]{9,15}(?![0-9])"
    r"|record:[ \t]*[0-9]{1,3}\Z|sms:(?:\$phone|[0-9]{9,15}),)"
)
#: A sentence's end, or a word that is none of Latin letters, and the command behind it.
_END = regex(r"(?P<gap>(?:(?<=[.!?…)»\"”])|[;,])[ \t]+)end\Z|(?<=[^\W\d_a-zA-Z])(?P<blank>[ \t]+)end\Z")


def look(key: str, value: str, start: int) -> Slip | None:
    """`Done 2: end`, `Done record: 30`: what stands in the middle of a line is read aloud."""
    if ":" not in value or not any(map(value.__contains__, _WORDS)):
        return None
    for match in _ITEM.finditer(value):
        ended = value[: match.start()].rstrip(" \t").endswith(_ENDS_A_LINE)
        if not ended and COMMAND.match(match["rest"]):
            at = start + match.start("key")
            return slip(
                "IVR012",
                f"item {match['key']} starts in the middle of a line: callers would hear it as text",
                Span(at, at + len(match["key"])),
                (Edit(Span(start + match.start("gap"), at), "\n"),),
                title="start a new line",
                expected=("each item on its own line",),
                severity="warning",
            )
    command = _COMMAND.search(value)
    return _command(key, command, start, len(value)) if command else None


def at_the_end(key: str, value: str, start: int) -> Slip | None:
    """`Thank you. end`: a command behind a text is read aloud with it."""
    match = _END.search(value)
    return _command(key, match, start, len(value)) if match else None


def _command(key: str, match: re.Match[str], start: int, length: int) -> Slip | None:
    if key in RESERVED:
        return None  # which has one command, and no text
    begin, end = match.span(match.lastgroup if match.lastgroup == "blank" else "gap")
    word = match.string[end:].partition(":")[0]
    return slip(
        "IVR012", f"'{word}' comes after a text on its line: callers would hear it",
        Span(start + end, start + length),
        (Edit(Span(start + begin, start + end), f"\n{key}: "),), title=f"write '{key}: {word}' on a new line",
        expected=("each command on its own line",), severity="warning",
    )  # fmt: skip


_OPTIONS = regex(
    r"(?:[ \t]*(?:wait[ \t]*=[ \t]*[^\s:]+|ok:end|(?<=[ \t])err:[^\s:]+|(?<=[ \t])record\b)(?=\s|\Z))+[ \t\\]*\Z"
)


def continued(above: Line, line: Line) -> Slip | None:
    """A line that goes on with the parameters of a call, one of which ends the line above (IVR-7)."""
    begins = line.text.lstrip(" \t").startswith(("wait", "ok:", "err:", "record"))
    if not begins or line.text.startswith("err:") or not _OPTIONS.match(line.text):
        return None
    words = line.text.strip()
    start = line.end - len(line.text.lstrip())
    end = above.end - (len(above.text) - len(above.text.rstrip("\\ \t")))
    return slip(
        "IVR001",
        "a command cannot continue on the next line",
        Span(start, start + len(words)),
        (Edit(Span(end, start), " "),),
        title="write it on one line",
        safe=True,
        expected=("all parameters on the same line as their call",),
    )
