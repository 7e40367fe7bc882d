"""Characters that cannot be seen, and those that pass for plainer ones (rule GEN002).

Each counts as a character, and inside a key, a label, a number or a mark it breaks what it stands in. Tab,
line ends and form feed are not reported; nor are variation selectors, and joiners inside an emoji.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from smsc_codec.lazy import compiled

Kind = Literal["control", "direction", "zero-width", "no-break", "space", "dash", "quote"]

_CONTROLS = "".join(map(chr, (*range(9), 11, *range(14, 32), *range(127, 133), *range(134, 160))))

#: The kinds, the plain text that each stands for, and the characters.
_INVISIBLE: tuple[tuple[Kind, str, str], ...] = (
    ("control", "", _CONTROLS),
    ("direction", "", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    (
        "zero-width",
        "",
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063",
    ),
    ("zero-width", "", "\u2064\u2800\u3164\ufeff\uffa0"),
    ("no-break", " ", "\u00a0\u2007\u202f"),
    ("no-break", "-", "\u2011"),
    ("space", " ", "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"),
    ("space", "\n", "\u0085\u2028\u2029"),
)
_TYPOGRAPHIC: tuple[tuple[Kind, str, str], ...] = (
    ("dash", "-", "\u2010\u2012\u2013\u2014\u2015\u2212"),
    ("quote", '"', "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033"),
    ("quote", "'", "\u2018\u2019\u201a\u201b\u2032\u02bc"),
)
_MEANING: dict[str, tuple[Kind, str]] = {
    character: (kind, plain)
    for kind, plain, characters in (*_INVISIBLE, *_TYPOGRAPHIC)
    for character in characters
}


def _any_of(kinds: tuple[tuple[Kind, str, str], ...]) -> re.Pattern[str]:
    return compiled(f"[{re.escape(''.join(characters for _, _, characters in kinds))}]")


_FIND_INVISIBLE = _any_of(_INVISIBLE)
_FIND_TYPOGRAPHIC = _any_of(_TYPOGRAPHIC)
_JOINER = "\u200d"
_EMOJI = compiled("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


class Strange(Struct, frozen=True, gc=False):
    """A character that is not what it looks like: where it stands, what it is, the plain text for it."""

    start: int
    character: str
    kind: Kind
    plain: str


def find_invisible(text: str) -> tuple[Strange, ...]:
    """Every control, direction, zero-width, no-break and odd space character, in order."""
    return tuple(
        Strange(match.start(), match[0], *_MEANING[match[0]])
        for match in _FIND_INVISIBLE.finditer(text)
        if match[0] != _JOINER or not _EMOJI.match(text, max(match.start() - 1, 0))
    )


def find_typographic(text: str) -> tuple[Strange, ...]:
    """Every typographic quote and dash, in order: right in prose, wrong in a macro, a number or a key."""
    return tuple(
        Strange(match.start(), match[0], *_MEANING[match[0]]) for match in _FIND_TYPOGRAPHIC.finditer(text)
    )


def plain(character: str) -> str | None:
    """The plain text that an invisible or typographic character stands for, if it is one."""
    meaning = _MEANING.get(character)
    return None if meaning is None else meaning[1]
