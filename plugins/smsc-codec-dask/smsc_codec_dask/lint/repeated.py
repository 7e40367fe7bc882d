"""What a list has more than once, found by all workers together: who is there twice, then which messages are.

Most lists have each number once, and then the first step is all there is. Only slices with a number that is there
again are read once more, and only the blocks that hold it are looked at, for the messages to it.

A block is known by the lines above it in its slice.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from msgspec import Struct

from smsc_codec.payloads.mailing.context import AT, same_phone
from smsc_codec.payloads.mailing.rules.repeated import MOST_MESSAGES
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.lint.look import key_of, messages, pair_key, place_of
from smsc_codec_dask.shuffle import ROWS, Run, Scratch
from smsc_codec_dask.sources.blocks import Slice
from smsc_codec_dask.sources.tables import TableSlice


class Told(Struct, frozen=True):
    """Rows about slices, that one bucket came to: the file, and the batch in it of each slice it tells of."""

    name: str
    batches: dict[int, int]


class Repeated(Struct, frozen=True):
    """What one slice has to know: where there is told which of its messages and numbers are there more than once."""

    #: In which blocks there are numbers that are there again.
    again: tuple[tuple[str, int], ...] = ()
    pairs: tuple[tuple[str, int], ...] = ()
    floods: tuple[tuple[str, int], ...] = ()

    def blocks(self) -> set[int]:
        """The blocks in which a number stands that is there again: the others need not be counted."""
        return {block for table in map(_batch, self.again) for block in table["block"].to_pylist()}

    def firsts(self) -> dict[int, tuple[int, int]]:
        """Of each message that is there again: whom it goes to and the line of the first one, by its key."""
        found: dict[int, tuple[int, int]] = {}
        for table in map(_batch, self.pairs):
            columns = (table[name].to_pylist() for name in ("pair", "number", "line"))
            found.update({pair: (number, line) for pair, number, line in zip(*columns, strict=True)})
        return found

    def before(self) -> dict[int, int]:
        """Of each number that gets one message too many here, how many it got in the slices before."""
        found: dict[int, int] = {}
        for table in map(_batch, self.floods):
            found.update(zip(table["number"].to_pylist(), table["before"].to_pylist(), strict=True))
        return found


def repeated(
    engine: Engine,
    scratch: Scratch,
    slices: Mapping[int, Slice | TableSlice],
    runs: Sequence[Run],
    buckets: int,
    *,
    nl: bool,
) -> dict[int, Repeated]:
    """What each slice has to know, by its `place_of`; slices of which nothing is repeated are left out.

    `runs` are the numbers of the recipients, as `look` wrote them.
    """
    known = _by_slice(engine.each(partial(_numbers_again, scratch, list(runs)), range(buckets)))
    again = engine.each(
        partial(_messages_again, scratch, buckets, nl),
        ((place, slices[place], tuple(told)) for place, told in sorted(known.items())),
    )
    pairs = [run for found in again for run in found]
    if not pairs:
        return {}
    both = list(engine.each(partial(_told_of_messages, scratch, pairs), range(buckets)))
    texts, floods = (_by_slice(told[which] for told in both) for which in (0, 1))
    return {
        place: Repeated(
            tuple(known.get(place, ())), tuple(texts.get(place, ())), tuple(floods.get(place, ()))
        )
        for place in {*texts, *floods}
    }


def _by_slice(told: Any) -> dict[int, list[tuple[str, int]]]:
    found: dict[int, list[tuple[str, int]]] = {}
    for one in told:
        if one is not None:
            for place, batch in one.batches.items():
                found.setdefault(place, []).append((one.name, batch))
    return found


def _numbers_again(scratch: Scratch, runs: list[Run], bucket: int) -> Told | None:
    """The numbers that are there more than once in one file, told to the slices where they are."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = []
    for table in scratch.gather(runs, bucket, "number"):
        table = _with_file(table)
        total = table.group_by(["file", "number"]).aggregate([("count", "sum")])
        total = total.filter(pc.greater(total["count_sum"], 1))
        if total.num_rows:
            rows = table.join(total, ["file", "number"], join_type="inner")
            found.append(rows.select(["where", "number", "block"]))
    return _tell(scratch, f"again-{bucket}", pa.concat_tables(found)) if found else None


def _messages_again(
    scratch: Scratch,
    buckets: int,
    nl: bool,
    given: tuple[int, Slice | TableSlice, tuple[tuple[str, int], ...]],
) -> list[Run]:
    """The messages of a slice to numbers that are there more than once."""
    place, one, told = given
    nl = nl and not isinstance(one, TableSlice)
    wanted: dict[int, set[int]] = {}
    for table in map(_batch, told):
        for number, block in zip(table["number"].to_pylist(), table["block"].to_pylist(), strict=True):
            wanted.setdefault(block, set()).add(number)
    columns = {name: array("Q") for name in ("number", "pair", "line", "calls")}
    runs: list[Run] = []
    for first, text in one.texts(nl=nl):
        here = wanted.get(first - one.first_line)
        if here is None:
            continue
        for at, line in messages(text, nl):
            for phone in line.phones:
                number = key_of(phone)
                if number in here:
                    columns["number"].append(number)
                    columns["pair"].append(pair_key(same_phone(phone), line.text, line.sender))
                    columns["line"].append(first + at)
                    columns["calls"].append(AT not in phone and phone[0] not in "Gg")
        if len(columns["number"]) > ROWS:
            runs.append(_write_messages(scratch, f"messages-{place:x}-{len(runs)}", columns, place, buckets))
            columns = {name: array("Q") for name in columns}
    if columns["number"]:
        runs.append(_write_messages(scratch, f"messages-{place:x}-{len(runs)}", columns, place, buckets))
    return runs


def _write_messages(
    scratch: Scratch, name: str, columns: Mapping[str, array[int]], place: int, buckets: int
) -> Run:
    import pyarrow as pa

    table = pa.table({one: pa.array(values, pa.uint64()) for one, values in columns.items()})
    table = table.group_by(["number", "pair"]).aggregate(
        [("line", "min"), ([], "count_all"), ("calls", "sum")]
    )
    made = {
        "number": table["number"], "pair": table["pair"], "line": table["line_min"],
        "count": table["count_all"], "calls": table["calls_sum"],
        "where": pa.repeat(pa.scalar(place, pa.uint64()), table.num_rows),
    }  # fmt: skip
    return scratch.write(name, made, "number", buckets)


def _told_of_messages(scratch: Scratch, runs: list[Run], bucket: int) -> tuple[Told | None, Told | None]:
    """The messages that are there more than once, and the numbers that get too many, told to the slices."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts, floods = [], []
    for table in scratch.gather(runs, bucket, "number"):
        table = _with_file(table)
        key = ["file", "number", "pair"]
        total = table.group_by(key).aggregate([("count", "sum"), ("line", "min")])
        total = total.filter(pc.greater(total["count_sum"], 1)).rename_columns([*key, "total", "first"])
        if total.num_rows:
            rows = table.select([*key, "where"]).join(total, key, join_type="inner")
            rows = rows.select(["where", "number", "pair", "first"])
            texts.append(rows.rename_columns(["where", "number", "pair", "line"]))
        floods += list(_floods(table))
    made = pa.table(
        {
            name: pa.array([row[at] for row in floods], pa.uint64())
            for at, name in enumerate(("where", "number", "before"))
        }
    )
    return (
        _tell(scratch, f"twice-{bucket}", pa.concat_tables(texts)) if texts else None,
        _tell(scratch, f"floods-{bucket}", made) if floods else None,
    )


def _floods(table: Any) -> Iterator[tuple[int, int, int]]:
    """The slice in which each number gets one message too many, the number, and how many it got before."""
    import pyarrow.compute as pc

    key = ["file", "number"]
    total = table.group_by(key).aggregate([("calls", "sum")])
    total = total.filter(pc.greater(total["calls_sum"], MOST_MESSAGES)).select(key)
    if not total.num_rows:
        return
    rows = table.join(total, key, join_type="inner").group_by([*key, "where"]).aggregate([("calls", "sum")])
    rows = rows.sort_by([("number", "ascending"), ("where", "ascending")])
    columns = (rows[name].to_pylist() for name in ("file", "number", "where", "calls_sum"))
    for (_, number), group in groupby(zip(*columns, strict=True), key=lambda row: (row[0], row[1])):
        before = 0
        for *_, where, calls in group:
            if before + calls > MOST_MESSAGES:
                yield where, number, before
                break
            before += calls


def _with_file(table: Any) -> Any:
    """The rows with the number of each one's file."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return table.append_column("file", pc.shift_right(table["where"], pa.scalar(32, pa.uint64())))


def _tell(scratch: Scratch, name: str, table: Any) -> Told:
    """Rows written so that each slice finds its own."""
    import fsspec
    import pyarrow as pa
    import pyarrow.compute as pc

    table = table.sort_by("where").combine_chunks()
    path = f"{scratch.address}/{name}.arrow"
    batches: dict[int, int] = {}
    at = 0
    with fsspec.open(path, "wb") as file, pa.ipc.new_file(file, table.schema) as out:
        for counted in pc.value_counts(table["where"].combine_chunks()).to_pylist():
            batches[counted["values"]] = len(batches)
            out.write(table.slice(at, counted["counts"]).to_batches()[0])
            at += counted["counts"]
    return Told(path, batches)


def _batch(told: tuple[str, int]) -> Any:
    import fsspec
    import pyarrow as pa

    name, number = told
    with fsspec.open(name, "rb") as file, pa.ipc.open_file(file) as source:
        return source.get_batch(number)


__all__ = ["Repeated", "place_of", "repeated"]
