"""What is prepared, in pieces that workers read by themselves: parts of lists, and of lists of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads import phones
from smsc_codec.payloads.mailing.model import Line
from smsc_codec_dask.sources import Slice


class ListPiece(Struct, frozen=True):
    """A part of a list of messages."""

    slice: Slice

    @property
    def name(self) -> str:
        """The file that it is of."""
        return self.slice.source.name

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """The messages; a list says of none when it goes."""
        for number, one in self.slice.messages():
            yield number, one, ""


class NumbersPiece(Struct, frozen=True):
    """A part of a list of numbers: the first cell of each line is one, whatever stands behind it."""

    slice: Slice

    @property
    def name(self) -> str:
        """The file that it is of."""
        return self.slice.source.name

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """The numbers, as messages without a text."""
        for first, text in self.slice.texts():
            for number, line in enumerate(text.split("\n"), first):
                cell = _CELL.split(line.strip(), 1)[0].strip(" \"'\ufeff")
                if not cell or line.lstrip().startswith("#"):
                    continue
                if phones.international(cell) is not None:
                    yield number, Line((cell,), ""), ""
                elif number > 1 or any(sign.isdigit() for sign in cell):  # else it is a head
                    yield number, Problem("this is no phone number", Span(0, len(line))), ""


_CELL = re.compile(r"[,;:\t]")
