"""Rows brought together by their keys: written by whoever has them, in buckets, and taken bucket by bucket.

What is known of a whole list in bounded memory is known so. Each piece of work writes its rows into files of a scratch
folder, which all workers see; those of one bucket are then gathered by another piece of work, in as many rounds as
memory needs. Rows are columns of whole numbers in Arrow's file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

#: So many rows are gathered at a time.
ROWS = 1 << 18
_MIX = 0x9E3779B97F4A7C15


class Run(Struct, frozen=True):
    """Rows that one piece of work wrote: the file, and how many rows each bucket has in it."""

    name: str
    rows: tuple[int, ...]


class Scratch(Struct, frozen=True):
    """A folder for what is gathered, by an address that all workers can read and write."""

    address: str

    def write(self, name: str, columns: Mapping[str, Any], key: str, buckets: int) -> Run:
        """Write rows, each into the bucket of its `key`. A file of the same name is written over."""
        import fsspec
        import pyarrow as pa
        import pyarrow.compute as pc

        table = pa.table({one: column(values) for one, values in columns.items()})
        place = pc.shift_right(
            pc.multiply(table[key], pa.scalar(_MIX, pa.uint64())), pa.scalar(40, pa.uint64())
        )
        number = pc.subtract(place, pc.multiply(pc.divide(place, buckets), buckets))
        path = f"{self.address}/{name}.arrow"
        rows = []
        with fsspec.open(path, "wb") as file, pa.ipc.new_file(file, table.schema) as out:
            for bucket in range(buckets):
                part = (
                    table.filter(pc.equal(number, pa.scalar(bucket, pa.uint64()))) if buckets > 1 else table
                )
                rows.append(part.num_rows)
                out.write(part.combine_chunks().to_batches()[0] if part.num_rows else _nothing(table.schema))
        return Run(path, tuple(rows))

    def gather(self, runs: Sequence[Run], bucket: int, key: str) -> Iterator[Any]:
        """The rows of a bucket as tables, all rows of one key in the same table."""
        import fsspec
        import pyarrow as pa
        import pyarrow.compute as pc

        wanted = [run for run in runs if run.rows[bucket]]
        rounds = -(-sum(run.rows[bucket] for run in wanted) // ROWS)
        for number in range(rounds):
            parts = []
            for run in wanted:
                with fsspec.open(run.name, "rb") as file, pa.ipc.open_file(file) as source:
                    part = pa.Table.from_batches([source.get_batch(bucket)])
                    if rounds > 1:
                        place = pc.shift_right(
                            pc.multiply(part[key], pa.scalar(_MIX, pa.uint64())), pa.scalar(8, pa.uint64())
                        )
                        rest = pc.subtract(place, pc.multiply(pc.divide(place, rounds), rounds))
                        part = part.filter(pc.equal(rest, pa.scalar(number, pa.uint64())))
                parts.append(part)
            yield pa.concat_tables(parts)


def column(values: Any) -> Any:
    """A column of an `array.array` of whole numbers, without a copy; of what is one already, itself."""
    import pyarrow as pa

    if not hasattr(values, "typecode"):
        return values
    kind = {8: pa.uint64(), 4: pa.uint32()}[values.itemsize]
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values)])


def _nothing(schema: Any) -> Any:
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)


@contextmanager
def scratch(address: str | None) -> Iterator[Scratch]:
    """A folder for one run below an address, or one of this machine; gone with the block."""
    if address is None:
        with TemporaryDirectory(prefix="smsc-codec-big-") as folder:
            yield Scratch(folder)
        return
    from uuid import uuid4

    import fsspec

    system, path = fsspec.core.url_to_fs(address)
    mine = f"{address.rstrip('/')}/smsc-codec-{uuid4().hex}"
    folder = f"{path.rstrip('/')}/{mine.rpartition('/')[2]}"
    system.makedirs(folder, exist_ok=False)
    try:
        yield Scratch(mine)
    finally:
        system.rm(folder, recursive=True)
