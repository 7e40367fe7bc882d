"""What is prepared, in pieces that workers read by themselves: parts of lists, of tables, and of lists of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads import phones
from smsc_codec.payloads.mailing.model import Line
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.prepare.rows import Piece
from smsc_codec_dask.sources import Slice, Source, SourceError, listed
from smsc_codec_dask.sources.tables import Filling, rows_of


class _Sliced(Struct, frozen=True):
    """A slice of a file."""

    slice: Slice

    @property
    def name(self) -> str:
        """The file that it is of."""
        return self.slice.source.name

    @property
    def size(self) -> int:
        """How many octets of it."""
        return self.slice.size


class ListPiece(_Sliced, frozen=True):
    """A part of a list of messages."""

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """The messages; a list says of none when it goes."""
        for number, one in self.slice.messages():
            yield number, one, ""


class NumbersPiece(_Sliced, frozen=True):
    """A part of a list of numbers: the first cell of each line is one, whatever stands behind it."""

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


def pieces_of(
    engine: Engine, sources: Sequence[Source], encoding: str | None, filling: Filling | None
) -> list[Piece]:
    """What is to be prepared, in order. Raises SourceError for what is unreadable, or a table without a template."""
    made: list[Piece] = []
    for source in sources:
        if source.form == "list":
            made += [ListPiece(one) for one in _slices(engine, source, encoding)]
        elif filling is None:
            raise SourceError(f"{source.name}: a table, not a list; --template says what its messages are")
        else:
            made += rows_of(engine, source, filling, encoding)
    return made


def numbers_in(engine: Engine, sources: Sequence[Source], encoding: str | None) -> list[Piece]:
    """The numbers of stop lists. Raises SourceError."""
    made: list[Piece] = []
    for source in sources:
        if source.form == "parquet":
            made += rows_of(engine, source, Filling("stop"), encoding)
        else:
            plain = structs.replace(source, form="list")
            made += [NumbersPiece(one) for one in _slices(engine, plain, encoding)]
    return made


def _slices(engine: Engine, source: Source, encoding: str | None) -> Sequence[Slice]:
    (file,) = listed(engine, [source], encoding)
    if file.failure:
        raise SourceError(f"{source.name}: {file.failure}")
    return [one for one in file.slices if isinstance(one, Slice)]
