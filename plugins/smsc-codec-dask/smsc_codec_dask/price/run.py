"""The price of lists: each piece counted by a worker, the texts brought together by what they say."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b
from heapq import nlargest
from typing import Any, get_args

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, Problem
from smsc_codec.payloads.mailing.context import AT
from smsc_codec.payloads.phones import international
from smsc_codec.text import Style, cheaper, count, transliterate
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.prepare.rows import Piece
from smsc_codec_dask.price.table import Prices
from smsc_codec_dask.shuffle import ROWS, Run, Scratch

#: So many of the most expensive texts are told of.
MOST = 10
_BUCKET = 1 << 26


class Sum(Struct):
    """Messages, each to one number, and their parts; money in millionths of the currency's unit."""

    messages: int = 0
    parts: int = 0
    money: int = 0


class Otherwise(Struct, frozen=True):
    """A text written in another way: how, what it says then, its parts, and what all of its messages would cost."""

    how: str
    text: str
    parts: int
    money: int


class Text(Struct, frozen=True):
    """One of the most expensive texts: where it is first, how many get it, and what it costs and would cost."""

    file: str
    line: int
    text: str
    messages: int
    parts: int
    money: int
    otherwise: tuple[Otherwise, ...] = ()


class Priced(Struct):
    """What lists cost. `unpriced` are messages to numbers of which the table says nothing; they are in no sum of money.

    `apart` are addresses and groups, which have no number to price; `wrong` lines that hold no message, or one of more
    than 255 parts.
    """

    lines: int
    wrong: int
    apart: int
    total: Sum
    unpriced: Sum
    by_prefix: dict[str, Sum]
    texts: tuple[Text, ...] = ()


class _Counted(Struct, frozen=True):
    lines: int
    wrong: int
    apart: int
    unpriced: tuple[int, int]
    by_prefix: dict[str, tuple[int, int]]
    runs: tuple[Run, ...]


class _Task(Struct, frozen=True):
    number: int
    piece: Piece


def price(
    engine: Engine, scratch: Scratch, pieces: Sequence[Piece], prices: Prices,
    *, done: Callable[[int, int], object] = lambda size, lines: None,
) -> Priced:  # fmt: skip
    """What pieces of lists and tables cost, in bounded memory. `done` is told of each one's octets and lines."""
    buckets = max(1, sum(piece.size for piece in pieces) // _BUCKET)
    made = Priced(0, 0, 0, Sum(), Sum(), {})
    runs: list[Run] = []
    tasks = [_Task(number, piece) for number, piece in enumerate(pieces)]
    for task, counted in zip(
        tasks, engine.each(partial(_count, scratch, prices, buckets), tasks), strict=True
    ):
        done(task.piece.size, counted.lines)
        made.lines += counted.lines
        made.wrong += counted.wrong
        made.apart += counted.apart
        _add(made.unpriced, *counted.unpriced, 0)
        for prefix, (messages, parts) in counted.by_prefix.items():
            money = parts * prices.by_prefix[prefix]
            _add(made.by_prefix.setdefault(prefix, Sum()), messages, parts, money)
            _add(made.total, messages, parts, money)
        runs += counted.runs
    found = [row for rows in engine.each(partial(_dearest, scratch, runs), range(buckets)) for row in rows]
    wanted: dict[int, list[tuple[int, ...]]] = {}
    for row in nlargest(MOST, found):
        wanted.setdefault(-row[2], []).append(row)
    texts = engine.each(_texts, ((pieces[number], tuple(rows)) for number, rows in sorted(wanted.items())))
    made.texts = tuple(sorted((text for some in texts for text in some), key=lambda text: -text.money))
    return made


def _add(to: Sum, messages: int, parts: int, money: int) -> None:
    to.messages += messages
    to.parts += parts
    to.money += money


def _count(scratch: Scratch, prices: Prices, buckets: int, task: _Task) -> _Counted:
    """The sums of one piece, and what each of its texts costs, written for those who bring texts together."""
    lines = wrong = apart = 0
    sums: dict[str | None, list[int]] = {}
    names = ("text", "line", "messages", "parts", "money")
    columns = {name: array("Q") for name in names}
    runs: list[Run] = []

    def write() -> None:
        runs.append(_write(scratch, f"price-{task.number}-{len(runs)}", columns, task.number, buckets))
        for name in names:
            columns[name] = array("Q")

    for number, line, _ in task.piece.rows():
        lines += 1
        if isinstance(line, Problem):
            wrong += 1
            continue
        try:
            parts = count(line.text).parts
        except BuildError:
            wrong += 1
            continue
        money = paid = 0
        for phone in line.phones:
            if AT in phone or phone[0] in "Gg":
                apart += 1
                continue
            prefix = prices.prefix_of(international(phone) or phone.lstrip("+"))
            held = sums.setdefault(prefix, [0, 0])
            held[0] += 1
            held[1] += parts
            if prefix is not None:
                paid += 1
                money += parts * prices.by_prefix[prefix]
        if money:
            key = blake2b(line.text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            for name, value in zip(names, (int.from_bytes(key), number, paid, parts, money), strict=True):
                columns[name].append(value)
            if len(columns["text"]) >= ROWS:
                write()
    if columns["text"]:
        write()
    unpriced = sums.pop(None, [0, 0])
    by_prefix = {prefix: (held[0], held[1]) for prefix, held in sums.items() if prefix is not None}
    return _Counted(lines, wrong, apart, (unpriced[0], unpriced[1]), by_prefix, tuple(runs))


_SUMS = [("money", "sum"), ("messages", "sum"), ("parts", "max")]


def _write(scratch: Scratch, name: str, columns: dict[str, array[int]], number: int, buckets: int) -> Run:
    import pyarrow as pa

    table = pa.table({one: pa.array(values, pa.uint64()) for one, values in columns.items()})
    table = table.group_by(["text"]).aggregate([*_SUMS, ("line", "min")])
    made = {
        "text": table["text"], "money": table["money_sum"], "messages": table["messages_sum"],
        "parts": table["parts_max"], "line": table["line_min"],
        "piece": pa.repeat(pa.scalar(number, pa.uint64()), table.num_rows),
    }  # fmt: skip
    return scratch.write(name, made, "text", buckets)


def _dearest(scratch: Scratch, runs: list[Run], bucket: int) -> list[tuple[int, ...]]:
    """The texts of a bucket that cost most: money, messages, and, the first one greatest, the piece and the line."""
    found: list[tuple[int, ...]] = []
    for table in scratch.gather(runs, bucket, "text"):
        total = table.group_by(["text"]).aggregate([*_SUMS, ("piece", "min")])
        total = total.sort_by([("money_sum", "descending"), ("piece_min", "ascending")]).slice(0, MOST)
        # The line of the first message with the text, in the first piece that has it.
        for row in total.to_pylist():
            first = _first_line(table, row["text"], row["piece_min"])
            found.append((row["money_sum"], row["messages_sum"], -row["piece_min"], -first, row["parts_max"]))
    return nlargest(MOST, found)


def _first_line(table: Any, text: int, piece: int) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    same = pc.and_(
        pc.equal(table["text"], pa.scalar(text, pa.uint64())),
        pc.equal(table["piece"], pa.scalar(piece, pa.uint64())),
    )
    return int(pc.min(table.filter(same)["line"]).as_py())


def _texts(given: tuple[Piece, tuple[tuple[int, ...], ...]]) -> list[Text]:
    """What the most expensive texts of a piece say, and what they would cost."""
    piece, rows = given
    wanted = {-row[3]: row for row in rows}
    found = []
    for number, line, _ in piece.rows():
        row = wanted.pop(number, None)
        if row is not None and not isinstance(line, Problem):
            money, messages, _, _, parts = row
            told = _otherwise(line.text, parts, money)
            found.append(Text(piece.name, number, line.text, messages, parts, money, told))
        if not wanted:
            break
    return found


def _otherwise(text: str, parts: int, money: int) -> tuple[Otherwise, ...]:
    """The ways to write a text that take fewer parts, the cheapest first."""
    written: list[tuple[str, str]] = []
    try:
        saving = cheaper(text)
    except BuildError:
        saving = None
    if saving:
        written.append(("plain characters", saving.text))
    written += [(str(style), transliterate(text, style)) for style in get_args(Style)]
    made: dict[str, Otherwise] = {}
    for how, said in written:
        try:
            fewer = count(said).parts
        except BuildError:
            continue
        if fewer < parts:
            made.setdefault(said, Otherwise(how, said, fewer, money * fewer // parts))
    return tuple(sorted(made.values(), key=lambda one: one.parts))
