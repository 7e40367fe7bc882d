"""Dask's own collections as sources: a bag of lines is a list, a bag of dicts or a DataFrame is a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct, structs

from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.mailing import Line, read_lines
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.sources.files import Source, SourceError
from smsc_codec_dask.sources.tables import BATCH, Filling, Rows


class Partition(Rows, frozen=True):
    """One partition, made by whoever reads it, as often as it is read."""

    #: Dask's `Delayed` of it.
    made: Any = None
    held: int = 0

    @property
    def size(self) -> int:
        """How many characters its rows have."""
        return self.held

    def batches(self) -> Iterator[Sequence[Mapping[str, Any]]]:
        """The rows, some at a time. Raises SourceError for what are no rows with names of columns."""
        rows = self._items()
        while some := list(islice(rows, BATCH)):
            if not all(isinstance(row, Mapping) for row in some):
                raise SourceError(
                    f"{self.name}: a template is for rows that name their columns, such as dicts"
                )
            yield some

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """Each message with its number. Raises SourceError."""
        if self.filling is not None:
            yield from super().rows()
            return
        for number, one in read_lines(self.texts({})):
            yield self.first + number - 1, one, ""

    def texts(self, wrong: dict[int, str]) -> Iterator[str]:
        """The list that it makes, a line an item. Raises SourceError."""
        if self.filling is not None:
            yield from super().texts(wrong)
            return
        for line in self._items():
            if not isinstance(line, str) or "\n" in line.removesuffix("\n"):
                raise SourceError(
                    f"{self.name}: expected lines of a list, or a template for rows with columns"
                )
            yield line if line.endswith("\n") else f"{line}\n"

    def measured(self) -> tuple[int, int]:
        """How many rows it has, and how many characters."""
        count = size = 0
        for row in self._items():
            count += 1
            size += len(row) if isinstance(row, str) else sum(len(str(cell)) for cell in row.values())
        return count, size

    def _items(self) -> Iterator[Any]:
        made = self.made.compute(scheduler="synchronous")
        return iter(made.to_dict("records") if hasattr(made, "to_dict") else made)


class Collected(Struct, frozen=True):
    """A collection as one source, and its partitions."""

    source: Source
    parts: tuple[Partition, ...]


def is_collection(given: object) -> bool:
    """Whether something is a collection of Dask, and no list of addresses."""
    return hasattr(given, "to_delayed")


def collected(engine: Engine, collection: Any, filling: Filling | None) -> Collected:
    """The partitions of a collection with the numbers of their first rows; each is made once to be counted.

    The collection is not to be persisted: its partitions are made where they are read.
    """
    name = type(collection).__name__.lower()
    source = Source(name, 0, "collection")
    parts = [Partition(source, filling, made=made) for made in collection.to_delayed()]
    first, placed = 1, []
    for part, (count, size) in zip(parts, engine.each(_measured, parts), strict=True):
        placed.append(structs.replace(part, first=first, held=size))
        first += count
    source = structs.replace(source, size=sum(part.held for part in placed))
    return Collected(source, tuple(structs.replace(part, source=source) for part in placed))


def _measured(part: Partition) -> tuple[int, int]:
    return part.measured()
