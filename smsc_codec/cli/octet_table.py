"""Rows of octets as lines: where they stand, what they are, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from smsc_codec.cli.octet_rows import Row
from smsc_codec.linter.reports import Style
from smsc_codec.linter.reports.frame import paint
from smsc_codec.linter.reports.width import visible, wrap
from smsc_codec.linter.words import said

_BLUE, _BOLD, _RED = "34", "1", "1;31"
#: Octets in a line, on a wide terminal and on a narrow one.
_MOST, _FEW = 8, 4


def table(data: bytes, rows: Iterable[Row], style: Style) -> Iterator[str]:
    """The lines, without their endings: the first octet's number from 0, the octets, the words.

    What is wrong is said in the reader's language; names are those of the standards.
    """
    rows = list(rows)
    most = _FEW if style.width and style.width < 70 else _MOST
    digits = len(str(len(data)))
    octets = 3 * min(most, max([1, *(row.end - row.start for row in rows)])) - 1
    for row in rows:
        indent = "  " * row.depth
        room = max(20, (style.width or 1000) - digits - octets - 4 - len(indent))
        text = said(row.text, style.language) if row.wrong else row.text
        words = wrap(visible(text), room)
        color = _RED if row.wrong else _BOLD if row.depth == 0 else ""
        # A row without octets of its own stands before, or tells of, those at its place.
        starts = range(row.start, max(row.end, row.start + (row.start < len(data))), most)
        for start, line in zip_longest(starts, words):
            place = f"{'' if start is None else start:>{digits}}"
            shown = "" if start is None else data[start : min(start + most, row.end)].hex(" ").upper()
            told = indent + (paint(style, color, line) if color else line) if line else ""
            yield f"{paint(style, _BLUE, place)}  {shown:<{octets}}  {told}".rstrip(" ")
