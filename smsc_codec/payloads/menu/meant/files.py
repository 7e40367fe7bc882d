"""Voice files in other signs, under other words, or by their bare names (FIL-5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.lines import COMMAND_LINE, ODD_MARK, before, begun, within
from smsc_codec.payloads.menu.meant.slip import Slip, slip

_PLAYS = "file|файл|play|playback|sound|audio|voice|background|звук|аудио|проиграть|воспроизвести|say"
_SOUND_NAME = r"[\w./\\-]{1,60}\.(?:mp3|wav|ogg|amr)"
#: A mark in other brackets, a mark of another word, half a mark, a name alone, a name within a text.
FILE = regex(
    r"[\[({«‹](?:file|файл)[ \t:=]+(?P<what>[0-9]+|(?:https?:)?/[^\s\])}»›>]+)[ \t]*[\])}»›>]"
    r"|<(?!file|menu|button|файл|http|pause|break|wait|sleep|silence|пауза)[^\W\d]{3,8}[ \t:=]+"
    r"(?P<other>[0-9]{1,2}|[^\s<>:]+\.(?:mp3|wav))[ \t]*>"
    r"|(?P<nothing><file[ \t]*>)"
    r"|(?<![<\w/])file[ \t]+(?P<lost>https?://[^\s<>]+|[0-9]{1,2})[ \t]*>"
    r"|(?<=: )(?:(?:file|файл)[ \t]*[ \t:=(][ \t]*(?P<number>[0-9]{1,2})\)?"
    rf"|(?:(?:{_PLAYS})(?:[ \t]*[:=(]|[ \t])[ \t]*)?[\"'«“<\[(]{{0,2}}"
    rf"(?P<bare>(?:[a-z]:[\\/]|file:/{{2,3}})?{_SOUND_NAME})[\"'»”>\])]{{0,3}})"
    r"(?=[ \t]*(?:[\r\n}]|\Z))"
    r"|(?<![\w/\\])(?P<path>[a-z]:\\[\w\\. -]{1,80}\.\w{2,4}|file:/{2,3}[^\s<>]{1,80}"
    r"|(?<=[ \t])(?<!<file )/(?:[\w.-]+/)+[\w.-]+\.\w{2,4})"
    rf"|(?<![\w./\\:=<\[«\"'-])(?<!file )(?P<within>[\w-]{{1,40}}\.(?:mp3|wav|ogg))(?![\w.>\]])",
    re.IGNORECASE,
)


#: What each of those shapes has.
SIGNS = (
    ODD_MARK, ("<", r"(?=file [> \t])"), ("fF", r"(?<!<f)(?i:ile)[ \t:=(]"), ("фФ", r"(?i:айл)[ \t:=(]"), (":", r"\\"),
    ("/", r"(?<=[ \t]/)(?<!<file /)"), (".", "(?i:mp3|wav|ogg|amr)"),
)  # fmt: skip
_MAY_BE_IN = regex(begun(SIGNS))


def look(source: str) -> Iterator[Slip]:
    """Each file that was meant to be played, and would be read aloud."""
    for match in within(source, FILE, _MAY_BE_IN):
        head = before(source, match) if match["within"] or match["path"] else ""
        if not COMMAND_LINE.match(head) and "<" not in head.rpartition(">")[2]:
            yield _file(match)


def _file(match: re.Match[str]) -> Slip:
    """A voice file in other signs, under another word, or without its mark (FIL-5)."""
    span = Span(*match.span())
    if match["what"]:
        what = match["what"].strip()
        message = f"a voice file goes between '<' and '>', not '{match.group()[0]}'"
    else:
        kinds = ("other", "lost", "number", "bare", "within", "path", "nothing")
        what = next(match[kind] for kind in kinds if match[kind])
        message = f"'{match.group()}' does not play a file: callers would hear it as text"
    number = what.isdigit() or what.startswith(("http", "/upload/"))
    mend = (Edit(span, f"<file {what}>" if number else "..."),)
    return slip(
        "IVR312", message, span, mend, title=f"write '<file {what}>'" if number else "",
        expected=("'<file 1>'", "'<file https://...>'"),
    )  # fmt: skip
