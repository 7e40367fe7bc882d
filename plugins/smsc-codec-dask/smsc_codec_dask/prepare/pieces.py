"""What is prepared, in pieces that workers read by themselves: parts of lists, of tables, and of lists of numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from msgspec import Struct, structs

from smsc_codec.compose.rows import mailing_from
from smsc_codec.diagnostics import BuildError, Problem, Span
from smsc_codec.payloads import phones
from smsc_codec.payloads.mailing.model import Line
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.prepare.rows import Piece
from smsc_codec_dask.sources import Slice, Source, SourceError, listed, opened


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


class Filling(Struct, frozen=True):
    """How the rows of a table become messages: `mailing_from`, and the column that says when each goes."""

    template: str
    to: str | None = None
    sender: str | None = None
    at: str | None = None


class TablePiece(Struct, frozen=True):
    """A part of a table: a row group of a Parquet file, or a CSV file."""

    source: Source
    filling: Filling
    group: int = 0
    groups: int = 1
    encoding: str = "utf-8-sig"

    @property
    def name(self) -> str:
        """The file that it is of."""
        return self.source.name if not self.group else f"{self.source.name}, row group {self.group}"

    @property
    def size(self) -> int:
        """How many octets of it, as far as that can be told."""
        return self.source.size // self.groups

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """The messages, by the numbers of their rows in the piece, from 1."""
        number = 1
        for rows in self._batches():
            for row, one in zip(rows, _filled(rows, self.filling), strict=True):
                time, wrong = _time(row, self.filling.at)
                yield number, Problem(wrong, _NOWHERE) if wrong else one, time
                number += 1

    def _batches(self) -> Iterator[list[Mapping[str, Any]]]:
        """The rows, some at a time. Raises SourceError for what is no table."""
        try:
            yield from self._parquet() if self.source.form == "parquet" else self._csv()
        except UnicodeDecodeError as error:
            reason = f"not {error.encoding}; --encoding names another encoding"
        except (ValueError, OSError, csv.Error) as error:  # pyarrow's own are a ValueError or an OSError
            reason = f"no {self.source.form.upper()} table: {str(error)[:200]}"
        else:
            return
        raise SourceError(f"{self.source.name}: {reason}")

    def _parquet(self) -> Iterator[list[Mapping[str, Any]]]:
        from pyarrow import parquet

        with opened(self.source) as file, parquet.ParquetFile(file) as table:
            for batch in table.iter_batches(_BATCH, row_groups=[self.group]):
                yield batch.to_pylist()

    def _csv(self) -> Iterator[list[Mapping[str, Any]]]:
        with opened(self.source) as file, io.TextIOWrapper(file, self.encoding, newline="") as text:
            head = text.readline()
            sign = max(";\t,", key=head.count)
            names = next(csv.reader([head], delimiter=sign, skipinitialspace=True), [])
            table_ = csv.DictReader(text, names, delimiter=sign, skipinitialspace=True)
            while rows := list(islice(table_, _BATCH)):
                yield [{name: value for name, value in row.items() if name is not None} for row in rows]


#: So many rows are held at a time.
_BATCH = 1000
_NOWHERE = Span(0, 0)


def _filled(rows: list[Mapping[str, Any]], filling: Filling) -> list[Line | Problem]:
    """A message for each row, or what is wrong with the row."""
    said = {"to": filling.to, "sender": filling.sender}
    try:
        return list(mailing_from(rows, filling.template, **said).lines)
    except BuildError as error:
        if len(rows) == 1:
            field = error.field.removeprefix("rows[1]").lstrip(".")
            return [Problem(f"{field}: {error.reason}" if field else error.reason, _NOWHERE)]
    half = len(rows) // 2
    return _filled(rows[:half], filling) + _filled(rows[half:], filling)


def _time(row: Mapping[str, Any], column: str | None) -> tuple[str, str]:
    """When a row goes, and what is wrong with that."""
    if column is None:
        return "", ""
    if column not in row:
        return "", f"no column '{column}' with the time; there is {', '.join(map(repr, row))}"
    value = row[column]
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            return f"0{int(value.timestamp())}", ""
        return f"{value:%d.%m.%y %H:%M}", ""
    return ("" if value is None else str(value).strip()), ""


def pieces_of(
    engine: Engine, sources: Sequence[Source], encoding: str | None, filling: Filling | None
) -> list[Piece]:
    """What is to be prepared, in order. Raises SourceError for what is unreadable, or a table without a template."""
    made: list[Piece] = []
    for source in sources:
        if source.form == "list":
            made += [ListPiece(one) for one in _slices(engine, source, encoding)]
        elif filling is None:
            raise SourceError(f"{source.name}: a table; --template says what its messages are")
        else:
            made += _groups(source, filling, encoding)
    return made


def numbers_in(engine: Engine, sources: Sequence[Source], encoding: str | None) -> list[Piece]:
    """The numbers of stop lists. Raises SourceError."""
    made: list[Piece] = []
    for source in sources:
        if source.form == "parquet":
            made += _groups(source, Filling("stop"), encoding)
        else:
            plain = structs.replace(source, form="list")
            made += [NumbersPiece(one) for one in _slices(engine, plain, encoding)]
    return made


def _slices(engine: Engine, source: Source, encoding: str | None) -> Sequence[Slice]:
    (file,) = listed(engine, [source], encoding)
    if file.failure:
        raise SourceError(f"{source.name}: {file.failure}")
    return file.slices


def _groups(source: Source, filling: Filling, encoding: str | None) -> list[TablePiece]:
    if source.form != "parquet":
        return [TablePiece(source, filling, encoding=encoding or "utf-8-sig")]
    from pyarrow import parquet

    try:
        with opened(source) as file, parquet.ParquetFile(file) as table:
            groups = table.num_row_groups
    except (ValueError, OSError) as error:
        raise SourceError(f"{source.name}: no Parquet file: {str(error)[:200]}") from None
    return [TablePiece(source, filling, group, groups) for group in range(groups)]
