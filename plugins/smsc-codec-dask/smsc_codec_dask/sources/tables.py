"""Tables by parts: row groups of Parquet files, ranges of CSV files that begin and end between two rows.

Where a row of a CSV file ends cannot be told without what stands before, for a quoted value may hold line ends. So a
first pass reads the ranges beside one another, each as if a row began with it; one that turns out to begin within a
value becomes a part of the one before.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain, islice
from typing import Any, BinaryIO

from msgspec import Struct, structs

from smsc_codec.cli import large
from smsc_codec.compose.rows import mailing_from
from smsc_codec.diagnostics import BuildError, Problem, Span
from smsc_codec.payloads import mailing
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.mailing.stream import Part
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.sources import blocks
from smsc_codec_dask.sources.files import Source, SourceError, opened

#: So many rows are held at a time.
BATCH = 1000
_NOWHERE = Span(0, 0)
#: Encodings in which an octet of a line end or of a quote stands for nothing else.
_PLAIN = tuple(name for name in large.STREAMED if name and not name.startswith("utf-16"))


class Filling(Struct, frozen=True):
    """How the rows of a table become messages: `mailing_from`, and the column that says when each goes."""

    template: str
    to: str | None = None
    sender: str | None = None
    at: str | None = None


def filling_of(template: str, to: str | None = None) -> Filling:
    """A filling by a template that is one. Raises BuildError, ParseError."""
    mailing_from([], template)
    return Filling(template, to)


class Rows(Struct, frozen=True):
    """A part of a table: rows that become messages. `first` is the number of its first row in the table, from 1."""

    source: Source
    filling: Filling | None
    first: int = 1

    @property
    def name(self) -> str:
        """The table that it is of."""
        return self.source.name

    @property
    def size(self) -> int:
        """How many octets of it, as far as that can be told."""
        return self.source.size

    def batches(self) -> Iterator[Sequence[Mapping[str, Any]]]:
        """The rows, some at a time. Raises SourceError for what is no table."""
        raise NotImplementedError

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """Each row's number, its message or what is wrong with it, and when it goes. Raises SourceError."""
        assert self.filling is not None
        number = self.first
        for rows in self.batches():
            for row, one in zip(rows, _filled(rows, self.filling), strict=True):
                time, wrong = _time(row, self.filling.at)
                yield number, Problem(wrong, _NOWHERE) if wrong else one, time
                number += 1

    def texts(self, wrong: dict[int, str]) -> Iterator[str]:
        """The list that it makes, a line a row. A row of which no message can be made is a blank line, and is told of
        in `wrong` by its number. Raises SourceError.
        """
        for number, one, _ in self.rows():
            if isinstance(one, Problem):
                wrong[number] = one.message
                yield "\n"
            else:
                yield from mailing.build_lines([one])


class RowGroup(Rows, frozen=True):
    """A row group of a Parquet file."""

    group: int = 0
    #: How many octets of the file it is.
    held: int = 0

    @property
    def size(self) -> int:
        """How many octets of the file it is."""
        return self.held

    def batches(self) -> Iterator[Sequence[Mapping[str, Any]]]:
        """The rows, some at a time. Raises SourceError for what is no table."""
        from pyarrow import parquet

        try:
            with opened(self.source) as file, parquet.ParquetFile(file) as table:
                for batch in table.iter_batches(BATCH, row_groups=[] if self.group < 0 else [self.group]):
                    yield batch.to_pylist()
        except (ValueError, OSError) as error:  # pyarrow's own are one or the other
            raise SourceError(f"{self.source.name}: no PARQUET table: {str(error)[:200]}") from None


class CsvRows(Rows, frozen=True):
    """Rows of a CSV file that stand between two offsets of octets, up to the end of the file where `end` is None."""

    encoding: str = "utf-8-sig"
    start: int = 0
    end: int | None = None
    #: The columns, and the sign between them; "" where the part begins with the head, which says both.
    columns: tuple[str, ...] = ()
    sign: str = ""

    @property
    def size(self) -> int:
        """How many octets of the file it is."""
        return (self.source.size if self.end is None else self.end) - self.start

    def batches(self) -> Iterator[Sequence[Mapping[str, Any]]]:
        """The rows, some at a time. Raises SourceError for what is no table."""
        try:
            with self._opened() as (text, columns, sign):
                table = csv.DictReader(text, columns, delimiter=sign, skipinitialspace=True)
                while rows := list(islice(table, BATCH)):
                    yield [{name: value for name, value in row.items() if name is not None} for row in rows]
        except UnicodeDecodeError as error:
            reason = f"not {error.encoding}; --encoding names another encoding"
        except (ValueError, OSError, csv.Error) as error:
            reason = f"no CSV table: {str(error)[:200]}"
        else:
            return
        raise SourceError(f"{self.source.name}: {reason}")

    def counted(self) -> tuple[int, bool]:
        """How many rows it has, and whether a row ends with it. Raises ValueError, OSError, csv.Error."""
        number, row = 0, ["the head"]
        with self._opened() as (text, _, sign):
            # A blank line is a row without a cell, unless it is within a value.
            for row in csv.reader(chain(text, ["\n"]), delimiter=sign, skipinitialspace=True):
                number += bool(row)
        return number, not row

    @contextmanager
    def _opened(self) -> Iterator[tuple[io.TextIOWrapper, Sequence[str], str]]:
        """The text of the rows, the columns and the sign between them."""
        with opened(self.source) as file:
            if self.start:
                file.seek(self.start)
            octets = file if self.end is None else io.BytesIO(file.read(self.end - self.start))
            with io.TextIOWrapper(octets, self.encoding, newline="") as text:
                if self.sign:
                    yield text, self.columns, self.sign
                    return
                head = text.readline()
                sign = max(";\t,", key=head.count)
                yield text, next(csv.reader([head], delimiter=sign, skipinitialspace=True), []), sign


class TableSlice(Struct, frozen=True):
    """A part of a table as the list that its rows make, a line a row: what is linted of it.

    It is read as a `Slice` of a list is.
    """

    made: Rows
    number: int
    encoding = ""
    whole = False

    @property
    def source(self) -> Source:
        """The table that it is of."""
        return self.made.source

    @property
    def size(self) -> int:
        """How many octets of it, as far as that can be told."""
        return self.made.size

    @property
    def first_line(self) -> int:
        """The number of its first row."""
        return self.made.first

    @contextmanager
    def part(self, memory: Memory | None = None, wrong: dict[int, str] | None = None) -> Iterator[Part]:
        """What the core is given of it; what is wrong with rows is put into `wrong` by their numbers."""
        yield Part(self._pieces({} if wrong is None else wrong), first_line=self.first_line, memory=memory)

    def texts(self, *, nl: bool = False) -> Iterator[tuple[int, str]]:
        """Its blocks, each with the number of its first row. Raises SourceError."""
        with self.part() as part:
            yield from part.blocks()

    def _pieces(self, wrong: dict[int, str]) -> Iterator[str]:
        held: list[str] = []
        size = 0
        for line in self.made.texts(wrong):
            held.append(line)
            size += len(line)
            if size >= large.CHUNK:
                yield "".join(held)
                held, size = [], 0
        yield "".join(held)


def tables_of(
    engine: Engine, filling: Filling | None, encoding: str | None
) -> Callable[[Source], list[Rows]] | None:
    """What tells the parts of tables; None without a template."""
    return None if filling is None else lambda source: rows_of(engine, source, filling, encoding)


def rows_of(engine: Engine, source: Source, filling: Filling, encoding: str | None = None) -> list[Rows]:
    """The parts of a table file, in order, at least one. Raises SourceError for what is no Parquet file."""
    if source.form == "parquet":
        return list(_groups(source, filling))
    name = codecs.lookup(encoding or "utf-8-sig").name
    whole = CsvRows(source, filling, encoding=name)
    if source.packing or source.size <= blocks.SLICE or name.removesuffix("-sig") not in _PLAIN:
        return [whole]
    return list(_ranges(engine, whole))


def _groups(source: Source, filling: Filling) -> Iterator[Rows]:
    from pyarrow import parquet

    try:
        with opened(source) as file, parquet.ParquetFile(file) as table:
            rows = [table.metadata.row_group(number).num_rows for number in range(table.num_row_groups)]
    except (ValueError, OSError) as error:
        raise SourceError(f"{source.name}: no Parquet file: {str(error)[:200]}") from None
    if not rows:
        yield RowGroup(source, filling, group=-1)
    first = 1
    for number, count in enumerate(rows):
        yield RowGroup(source, filling, first, number, source.size // len(rows))
        first += count


def _ranges(engine: Engine, whole: CsvRows) -> Iterator[Rows]:
    """The parts of a CSV file. A range that does not end with a row is one with those after it, up to one that does."""
    try:
        with whole._opened() as (_, columns, sign):
            inside = structs.replace(
                whole, columns=tuple(columns), sign=sign, encoding=whole.encoding.removesuffix("-sig")
            )
    except (ValueError, OSError, csv.Error):
        yield whole  # who reads it tells what is wrong
        return
    size = whole.source.size
    asked = (
        (whole if at == 0 else inside, at, min(at + blocks.SLICE, size))
        for at in range(0, size, blocks.SLICE)
    )
    first, held = 1, None
    for part, rows, ended in engine.each(_measured, asked):
        if held is not None:
            ((part, rows, ended),) = engine.each(_counted, [structs.replace(held, end=part.end)])
        if rows < 0:  # who reads it tells what is wrong; nobody reads on
            held = part
            break
        held = None if ended else part
        if ended:
            if part.size:
                yield structs.replace(part, first=first)
            first += rows
    if held is not None:
        yield structs.replace(held, first=first, end=None)


def _measured(asked: tuple[CsvRows, int, int]) -> tuple[CsvRows, int, bool]:
    """The lines that begin in a range, the first excepted: its rows counted, and whether a row ends with it."""
    made, at, stop = asked
    with opened(made.source) as file:
        start, end = (_next_line(file, border) if border else 0 for border in (at, stop))
    return _counted(structs.replace(made, start=start, end=end))


def _counted(made: CsvRows) -> tuple[CsvRows, int, bool]:
    try:
        return made, *made.counted()
    except (ValueError, OSError, csv.Error):
        return made, -1, False


def _next_line(file: BinaryIO, at: int) -> int:
    """Where the first line begins behind an offset; the end of the file where none does."""
    file.seek(at)
    while octets := file.read(large.CHUNK):
        found = octets.find(b"\n")
        if found >= 0:
            return at + found + 1
        at += len(octets)
    return at


def _filled(rows: Sequence[Mapping[str, Any]], filling: Filling) -> list[Line | Problem]:
    """A message for each row, or what is wrong with the row."""
    said = {"to": filling.to, "sender": filling.sender}
    try:
        return list(mailing_from(rows, filling.template, **said).lines)
    except BuildError as error:
        if len(rows) == 1:
            field = error.field.removeprefix("rows[1]").removeprefix("lines[0]").lstrip(".")
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
