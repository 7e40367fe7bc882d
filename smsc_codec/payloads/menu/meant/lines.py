"""The lines of a menu's source, found without the grammar: it does not read what has slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.grammar.compiled.menu import TABLES
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.words import OPENINGS

_OPENING = regex(
    r"(?P<twice>\{\{+[ \t]*menu[ \t]*:)"
    r"|(?P<exact>[{<]menu:)"
    r"|(?P<bare>^[ \t]*(?:voice[ \t]+)?(?:menu|меню|ivr)[ \t]*:(?=[^\r\n]*\r?\n[ \t]*(?:[*#]|[0-9]{1,4})[ \t]*:))"
    r"|(?P<near>[{<(\[｛＜（［][ \t]*(?:[mм][eе][nп][uиц]|меню|ivr|ьутг|(?:voice|голосовое)[ _-]?(?:menu|меню))"
    r"[ \t]*(?:[:：;=,-]|(?=[ \t])))",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_CLOSING = regex(r"\n[ \t]*(?P<sign>[)\]>»｝）])[ \t]*(?=\r?\n|\Z)")
_CLOSING = {"{": "}", "<": ">", "(": ")", "[": "]", "｛": "｝", "＜": "＞", "（": "）", "［": "］"}
#: `{name}`, `{{ name }}`: what a program was meant to fill in.
PLACEHOLDER = regex(
    r"\{\{[ \t]*[^{}\n]{1,40}\}\}|\{\$\w{1,30}\}|(?<![$#])\{(?!menu\b|button\b|no_unsub\})[ \t]*[^\W\d][\w. -]{0,30}\}"
)
_VARIABLE = regex(r"\$\{[A-Za-z_]*\}")
ITEM = regex(rf"[ \t]*(?P<key>{TABLES.parts['NAME']}){TABLES.parts['_KEY_END']}[ \t]*(?P<value>[^\r\n]*)")

#: What a command looks like, so that a line with a key before it was surely meant as an item.
COMMAND = regex(
    r"(?:end|back|start|repeat|record|url|exit|конец|назад)[.!;]?[ \t]*\Z"
    r"|(?:call|sms|record)[ \t]*[:=]|https?://\S+[ \t]*\Z"
)


class Line(Struct):
    """One line inside the macro after its first: where it stands, and what it says."""

    start: int
    end: int
    text: str


class Frame(Struct, frozen=True):
    """Where the macro stands: its opening, as written and as it should be, its items' lines, its closing."""

    opening: tuple[int, int]
    exact: bool
    body_end: int
    closing: str


def frame(source: str) -> Frame | None:
    """The macro, or what was meant as one; None where nothing looks like it."""
    match = None
    for found in _OPENING.finditer(source):
        if found["exact"] and found["exact"] in OPENINGS:
            match = found
            break
        match = match or found
    if match is None:
        return None
    exact = match.group() in OPENINGS
    bracket = source[match.start()]
    closing = _CLOSING.get(bracket, "}")
    end = _end(source, match.end(), closing)
    if end == len(source) and exact and closing == "}":
        others = list(_OTHER_CLOSING.finditer(source, match.end()))
        if others:  # another bracket stands where the menu was meant to end
            end, closing = others[-1].start("sign"), others[-1]["sign"]
    return Frame(
        match.span(), exact, end, "}}" if match["twice"] and source.startswith("}}", end) else closing
    )


def _end(source: str, at: int, closing: str) -> int:
    """Where the body ends: at its closing bracket, not at one of a placeholder in a text."""
    if closing in (")", "）", "]", "］"):  # texts hold these: the one that stands alone, or the last
        alone = re.compile(rf"\n[ \t]*{re.escape(closing)}[ \t]*(?=\r?\n|\Z)").search(source, at)
        end = alone.end() - 1 if alone else source.rfind(closing, at)
        while alone and source[end] != closing:
            end -= 1
        return end if end >= 0 else len(source)
    skip = {match.end() - 1 for match in PLACEHOLDER.finditer(source, at)} if closing == "}" else set()
    skip |= {end - 1 for end in skip if source[end - 1] == "}"}
    if closing == "}":
        skip |= {match.end() - 1 for match in _VARIABLE.finditer(source, at)}
    while (end := source.find(closing, at)) >= 0:
        if end not in skip:
            return end
        at = end + 1
    return len(source)


def lines(source: str, whole: Frame) -> Iterator[Line]:
    """The lines of the macro that can hold items."""
    at = source.find("\n", whole.opening[1], whole.body_end)
    while at >= 0:
        stop = source.find("\n", at + 1, whole.body_end)
        end = stop if stop >= 0 else whole.body_end
        text = source[at + 1 : end]
        if text.endswith("\r"):
            text = text[:-1]
        yield Line(at + 1, at + 1 + len(text), text)
        at = stop
