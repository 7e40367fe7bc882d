"""Offsets of characters, as the codec counts them, and positions, as editors do: a line and units in it, from 0."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from smsc_codec.diagnostics import Span

#: The line ends of the protocol.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Places:
    """The lines of one text. `encoding` says what a unit is; UTF-16 where client and server agreed on nothing else."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._encoding = encoding
        self._plain = text.isascii()

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return Position(line, self._units(self._text[start:offset]))

    def offset(self, position: Position) -> int:
        """The offset of a position; one behind a line's end is at its end, one behind the text at the text's end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        stop = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = self._text[start:stop].rstrip("\r\n")
        if self._plain:
            return start + min(position.character, len(line))
        units = 0
        for at, character in enumerate(line):
            if units >= position.character:
                return start + at
            units += self._units(character)
        return start + len(line)

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def span(self, there: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(there.start), self.offset(there.end))

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding == PositionEncodingKind.Utf32:
            return len(text)
        if self._encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
