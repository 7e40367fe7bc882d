"""How many terminal columns a text takes, and how to show what a terminal or a CI log would obey or hide."""

from __future__ import annotations

from smsc_codec.lazy import regex
from smsc_codec.linter.reports import ORDER

#: Letters and signs that take a column each, with nothing drawn over them, as nearly all do.
_PLAIN = regex("[ -~\u0400-\u045f«»—–…№]*")


def is_plain(text: str) -> bool:
    """Whether each character of a text is sure to be shown as it is, in a column of its own."""
    return _PLAIN.fullmatch(text) is not None and not ORDER.search(text)


def width(text: str) -> int:
    """The columns of one line, shown by `cells`."""
    if is_plain(text):
        return len(text)
    from smsc_codec.linter.reports.cells import cells

    return sum(cell[1] for cell in cells(text))


def visible(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey or hide."""
    if text.isprintable() and not ORDER.search(text):
        return text
    from smsc_codec.linter.reports.cells import cells

    return "".join(cell[0] for cell in cells(text, tab=0))


def wrap(text: str, room: int) -> list[str]:
    """The text broken at blanks into lines of at most `room` columns; a longer word has its own line."""
    lines: list[str] = []
    used = room
    for word in text.split(" "):
        need = width(word)
        if lines and used + 1 + need <= room:
            lines[-1] += " " + word
            used += 1 + need
        else:
            lines.append(word)
            used = need
    return lines
