"""How a text looks on a terminal, column by column: wide letters, marks drawn over others, what nobody would see."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from smsc_codec.lazy import regex
from smsc_codec.linter.reports import ORDER

#: What is shown for one or more characters, its columns, and how many characters they were.
Cell = tuple[str, int, int]

#: A letter or sign with nothing drawn over it, as nearly all are.
_BARE = regex("[ -~\u0400-\u045f](?=[\0-\x7f\u0400-\u045f]|\\Z)")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def _new_emoji(char: str) -> bool:
    # Unicode reserves these blocks for emoji, so one younger than this Python's tables is still an emoji.
    return "\U0001f000" <= char <= "\U0001faff" and category(char) == "Cn"


def _emoji(char: str) -> bool:
    return category(char) == "So" or _new_emoji(char)


def _regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _combining(char: str) -> bool:
    """Whether it is drawn over the character before it: marks, and the later letters of a Hangul syllable."""
    return category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff"


def invisible(char: str) -> bool:
    """Controls, bidirectional and zero-width characters, surrogates, line separators, the unassigned."""
    kind = category(char)
    return (kind[0] == "C" or kind in ("Zl", "Zp")) and not _new_emoji(char)


def _cluster(text: str, start: int) -> tuple[int, int]:
    """The end of the group of characters drawn as one from `start`, and its columns."""
    base = text[start]
    width = 2 if _new_emoji(base) or east_asian_width(base) in "WF" else 1
    at = start + 1
    if _regional(base) and len(text) > at and _regional(text[at]):
        at, width = at + 1, 2
    while at < len(text) and not text[at].isascii():
        char = text[at]
        if char == _EMOJI_STYLE:
            width = 2 if _emoji(base) or base in "0123456789#*\u203c\u2049" else width
        elif char == _JOINER and _emoji(base) and len(text) > at + 1 and _emoji(text[at + 1]):
            at, width = at + 1, 2
        elif not (_combining(char) or ("\U0001f3fb" <= char <= "\U0001f3ff" and _emoji(base))):
            break
        at += 1
    return at, width


def cells(text: str, tab: int = 4) -> Iterator[Cell]:
    """The text as a terminal may show it, column by column.

    A tab reaches the next multiple of `tab`; with 0 it is written out like every other control character,
    as `<U+0009>`. So are bidirectional and zero-width characters, a combining mark with nothing before it, and
    the first sign of what CI services obey: `##[`, `##vso[`.
    """
    at = column = 0
    while at < len(text):
        char = text[at]
        end = at + 1
        if char == "#" and ORDER.match(text, at):
            shown, width = "<U+0023>", 8
        elif _BARE.match(text, at):
            shown, width = char, 1
        elif char == "\t" and tab:
            width = tab - column % tab
            shown = " " * width
        elif invisible(char) or _combining(char):
            shown = f"<U+{ord(char):04X}>"
            width = len(shown)
        else:
            end, width = _cluster(text, at)
            shown = text[at:end]
        yield shown, width, end - at
        at = end
        column += width
