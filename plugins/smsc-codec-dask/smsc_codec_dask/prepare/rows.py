"""The first half of a shuffle: the messages of one piece of the sources, a message a number, by buckets of numbers.

All messages to one number come into one bucket, which is small enough to be held: there duplicates, stopped numbers
and floods are seen. Each piece leaves one file with its buckets one after the other.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Protocol

import msgspec
from msgspec import Struct, structs

from smsc_codec.diagnostics import BuildError, ParseError, Problem
from smsc_codec.payloads import mailing, phones
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.payloads.schedule.read import read_parameters
from smsc_codec.text import count
from smsc_codec_dask.shards.folder import Folder

#: So many wrong lines of a piece are named.
NAMED = 20
#: Octets of a bucket are packed when there are so many of them.
_PACK = 1 << 18


class Piece(Protocol):
    """A part of a source: messages with the numbers of their lines, and when each goes where its row says so."""

    @property
    def name(self) -> str:
        """The file that it is of."""

    @property
    def size(self) -> int:
        """How many octets of the file it is, about."""

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        """The number of a line or row, its message or what is wrong with it, and its time or ""."""


class Row(Struct, frozen=True, array_like=True, gc=False):
    """One message to one number, as it goes through the shuffle.

    `number` is what makes two recipients the same, `mark` what makes two texts the same.
    """

    number: str
    line: str
    mark: bytes
    parts: int
    menu: bool = False
    time: str = ""
    tz: int | None = None


class Wrong(Struct, frozen=True):
    """A line that cannot be sent."""

    file: str
    number: int
    reason: str


class Scattered(Struct, frozen=True):
    """What came of a piece: its file in the folder, and where in it each bucket begins, with the end of the last."""

    file: str
    starts: tuple[int, ...]
    lines: int
    wrong: int = 0
    named: tuple[Wrong, ...] = ()


class Scatter(Struct, frozen=True):
    """A piece to be scattered: into how many buckets, and what its lines are."""

    folder: str
    number: int
    piece: Piece
    buckets: int
    stop: bool = False


def key_of(recipient: str) -> str:
    """What makes two recipients the same: a number's international form, where it has one."""
    return phones.international(recipient) or recipient.removeprefix("+").lower()


def bucket_of(number: str, buckets: int) -> int:
    """The bucket of a number, the same on every machine."""
    return (
        int.from_bytes(blake2b(number.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        % buckets
    )


def scatter(task: Scatter) -> Scattered:
    """Read a piece, and write its messages by buckets. Raises what the source raises, StorageError and OSError."""
    out = _Out(task.buckets)
    wrong = _WrongOnes(task.piece.name)
    lines = 0
    source = _stopped(task.piece, wrong) if task.stop else _messages(task.piece, wrong)
    for row in source:
        lines += 1
        out.add(bucket_of(row.number, task.buckets), row)
    octets, starts = out.packed()
    name = f"work/{'stop' if task.stop else 'rows'}-{task.number:06}"
    Folder(task.folder).write(name, octets)
    return Scattered(name, starts, lines, wrong.count, tuple(wrong.named))


class _WrongOnes:
    def __init__(self, file: str) -> None:
        self._file = file
        self.count = 0
        self.named: list[Wrong] = []

    def add(self, number: int, reason: str) -> None:
        self.count += 1
        if len(self.named) < NAMED:
            self.named.append(Wrong(self._file, number, reason))


def _messages(piece: Piece, wrong: _WrongOnes) -> Iterator[Row]:
    for number, one, time in piece.rows():
        if isinstance(one, Problem):
            wrong.add(number, one.message)
            continue
        try:
            schedule_of(time)
            yield from _rows(one, time)
        except BuildError as error:
            wrong.add(number, str(error))
        except ParseError as error:
            wrong.add(number, f"time {time!r}: {error.problems[0].message}")


def _rows(message: Line, time: str) -> list[Row]:
    """A message as one for each of its recipients."""
    mark = blake2b(message.text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
    parts = count(message.text).parts
    made = []
    for phone in message.phones:
        one = message if len(message.phones) == 1 else structs.replace(message, phones=(phone,))
        (line,) = mailing.build_lines([one])
        made.append(Row(key_of(phone), line, mark, parts, "{menu:" in message.text, time, message.tz))
    return made


def _stopped(piece: Piece, wrong: _WrongOnes) -> Iterator[Row]:
    """The numbers of a stop list. What is no number is told of: somebody may be in it who is to be left alone."""
    for number, one, _ in piece.rows():
        if isinstance(one, Problem):
            wrong.add(number, one.message)
            continue
        for phone in one.phones:
            yield Row(key_of(phone), "", b"", 0)


def schedule_of(time: str) -> Schedule:
    """When a message goes, as its row says. Raises ParseError."""
    if not time:
        return _NONE
    known = _TIMES.get(time)
    if known is None:
        if len(_TIMES) > 10_000:
            _TIMES.clear()
        known = _TIMES[time] = read_parameters({"time": time})
    return known


_NONE = Schedule()
_TIMES: dict[str, Schedule] = {}


class _Out:
    """Rows by buckets, packed as they come, so that a piece takes no more memory than its text."""

    def __init__(self, buckets: int) -> None:
        self._open = [bytearray() for _ in range(buckets)]
        self._done: list[list[bytes]] = [[] for _ in range(buckets)]
        self._encoder = msgspec.msgpack.Encoder()

    def add(self, bucket: int, row: Row) -> None:
        octets = self._encoder.encode(row)
        held = self._open[bucket]
        held += len(octets).to_bytes(4, "big")
        held += octets
        if len(held) >= _PACK:
            self._pack(bucket)

    def packed(self) -> tuple[bytes, tuple[int, ...]]:
        """The file, and where in it each bucket begins."""
        made: list[bytes] = []
        starts = [0]
        for bucket in range(len(self._open)):
            self._pack(bucket)
            made += self._done[bucket]
            starts.append(starts[-1] + sum(map(len, self._done[bucket])))
        return b"".join(made), tuple(starts)

    def _pack(self, bucket: int) -> None:
        if self._open[bucket]:
            some = zlib.compress(bytes(self._open[bucket]), 1)
            self._done[bucket].append(len(some).to_bytes(4, "big") + some)
            self._open[bucket] = bytearray()


class Place(Struct, frozen=True):
    """Where the rows of one bucket stand that came of one piece."""

    file: str
    start: int
    end: int


def of_bucket(scattered: Iterable[Scattered], bucket: int) -> tuple[Place, ...]:
    """Where the rows of a bucket stand, in the order of the sources."""
    places = (Place(one.file, *one.starts[bucket : bucket + 2]) for one in scattered)
    return tuple(one for one in places if one.end > one.start)


def rows_at(folder: Folder, places: Iterable[Place]) -> Iterator[Row]:
    """All rows of a bucket, in the order of the sources."""
    decoder = msgspec.msgpack.Decoder(Row)
    for place in places:
        for packed in _sized(folder.read(place.file, place.start, place.end)):
            yield from map(decoder.decode, _sized(zlib.decompress(packed)))


def _sized(octets: bytes) -> Iterator[bytes]:
    """Pieces that each have their size before them."""
    at = 0
    while at < len(octets):
        end = at + 4 + int.from_bytes(octets[at : at + 4], "big")
        yield octets[at + 4 : end]
        at = end
