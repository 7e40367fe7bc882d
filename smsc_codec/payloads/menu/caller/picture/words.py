"""The text of boxes in rows, as wide as a picture's box is: widths are estimated, for no font is at hand."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from msgspec import Struct

from smsc_codec.payloads.menu.caller.picture.sketch import Box

#: Pixels of the letters of boxes.
SIZE = 13
#: A text takes so many rows at most, the menu's own some more.
MOST_ROWS, MOST_TOP_ROWS = 2, 6
#: A longer key, as a label's name, has a row for itself.
_SHORT_KEY = 3
_NARROW = frozenset("iljtf.,:;!|'`()[]{}/ ·-")
_BROAD = frozenset("mwMWжшщюыфмЖШЩЮЫФМДОСHNQO@%—№")


class Row(Struct, frozen=True):
    """One row: the key in a frame of its own, what is done, and words; `x` is where the words begin, in the box."""

    key: str = ""
    does: str = ""
    words: str = ""
    wrong: bool = False
    x: float = 0
    key_width: float = 0


def width(text: str) -> float:
    """About how many pixels a text is wide, rather too many than too few."""
    found = 0.0
    for sign in text:
        if combining(sign):
            continue
        if east_asian_width(sign) in "WF" or sign > "\uffff":
            found += 1.05
        elif sign in _NARROW:
            found += 0.36
        elif sign in _BROAD:
            found += 0.88
        elif sign.isupper():
            found += 0.74
        else:
            found += 0.57
    return found * SIZE


def rows(box: Box, room: float) -> list[Row]:
    """The rows of a box in which there is so much room."""
    found: list[Row] = []
    indent = 0.0
    key, key_width = "", 0.0
    if box.key:
        key = _cut(box.key, room - 16)
        key_width = max(24.0, width(key) + 12)
        if len(box.key) > _SHORT_KEY:
            found.append(Row(key, key_width=key_width))
            key = ""
        else:
            indent = key_width + 8
    most = MOST_ROWS if box.key else MOST_TOP_ROWS
    for line in box.lines:
        tag = width(line.does) * 0.95 + 8 if line.does else 0.0
        wrapped = _wrapped(line.words, room - indent - tag, most) or [""]
        for number, words in enumerate(wrapped):
            does = line.does if number == 0 else ""
            x = indent + tag
            found.append(Row(key, does, words, line.wrong, x, key_width if key else 0))
            key = ""
    return found or [Row(key, key_width=key_width)]


def _wrapped(text: str, room: float, most: int) -> list[str]:
    """A text in rows of so much room, at most so many; what is left out is marked."""
    found: list[str] = []
    row = ""
    words = text.split(" ")
    for number, word in enumerate(words):
        longer = f"{row} {word}" if row else word
        if width(longer) <= room:
            row = longer
            continue
        if len(found) == most - 1:
            found.append(_cut(" ".join([row, *words[number:]]).strip(), room))
            return found
        if row:
            found.append(row)
        row = word
        while width(row) > room and len(found) < most - 1:  # a word that is longer than a row
            kept = _fitting(row, room)
            found.append(row[:kept])
            row = row[kept:]
        if width(row) > room:
            found.append(_cut(" ".join([row, *words[number + 1 :]]), room))
            return found
    if row:
        found.append(row)
    return found


def _fitting(text: str, room: float) -> int:
    """How many characters of a text fit, at least one."""
    taken = 0.0
    for number, sign in enumerate(text):
        taken += width(sign)
        if taken > room:
            return max(1, number)
    return len(text)


def _cut(text: str, room: float) -> str:
    if width(text[:400]) <= room and len(text) <= 400:
        return text
    return text[: _fitting(text[:400], room - width("…"))].rstrip() + "…"
