"""Preparing a mailing: pieces to buckets, buckets to shards, then the manifest. Done again it makes the same shards."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct, structs

from smsc_codec.api.parameters import message_id
from smsc_codec.diagnostics import BuildError, CodecError
from smsc_codec.ids import fresh_id
from smsc_codec.payloads.schedule.model import At, Moment
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.prepare.cutting import Cut, Cutting, Rules, cut
from smsc_codec_dask.prepare.rows import NAMED, Piece, Scatter, Scattered, Wrong, of_bucket, scatter
from smsc_codec_dask.shards.folder import Folder, StorageError
from smsc_codec_dask.shards.manifest import BEGUN, MANIFEST, PREPARING, Header, Shard, write_manifest

#: About so much of the sources comes into one bucket, in octets: what a worker holds of it is some ten times that.
BUCKET = 8 << 20
_EPOCH = datetime(1970, 1, 1)
#: Ids have up to 40 characters (PAR-4), of which the number of the shard takes some.
LONGEST_NAME = 28


class WrongLines(CodecError):
    """Lines of the sources cannot be sent, so nothing was prepared. `named` has the first of them."""

    def __init__(self, count: int, named: tuple[Wrong, ...]) -> None:
        self.count = count
        self.named = named
        super().__init__(count, named)

    def __str__(self) -> str:
        return f"{self.count} lines cannot be sent, and nothing was prepared; --skip-wrong leaves them out"


class Prepared(Struct, frozen=True, kw_only=True):
    """What was prepared, and what of the sources is not in it."""

    header: Header
    read: int
    repeated: int = 0
    stopped: int = 0
    wrong: int = 0
    named: tuple[Wrong, ...] = ()
    apart: int = 0
    prefixes: dict[str, int] = {}


class Sources(Struct, frozen=True):
    """What is read: pieces in order, and how many octets they are in all."""

    pieces: Sequence[Piece]
    size: int


def prepare(
    engine: Engine,
    url: str,
    sources: Sources,
    rules: Rules,
    *,
    stops: Sources | None = None,
    name: str | None = None,
    skip_wrong: bool = False,
    done: Callable[[int, int], object] = lambda size, lines: None,
) -> Prepared:
    """Make a folder of shards. Raises StorageError for one that has begun to be sent, WrongLines, BuildError.

    One that was killed leaves no manifest, so that nothing of it can be sent, and is done again as a whole.
    """
    name = fresh_id()[:LONGEST_NAME] if name is None else _name(name)
    folder = Folder(url)
    token = fresh_id()
    _begin(folder, token)
    buckets = max(1, math.ceil(sources.size / BUCKET))
    rows = _scattered(engine, url, sources.pieces, buckets, False, done)
    stopped = _scattered(engine, url, stops.pieces if stops is not None else (), buckets, True, done)
    wrong = sum(one.wrong for one in (*rows, *stopped))
    named = tuple(wrong for one in (*rows, *stopped) for wrong in one.named)[:NAMED]
    if wrong and not skip_wrong:
        _tidy(folder)
        raise WrongLines(wrong, named)
    tasks = (
        Cutting(url, bucket, of_bucket(rows, bucket), of_bucket(stopped, bucket), rules)
        for bucket in range(buckets)
    )
    cuts = list(engine.each(_cut_one, tasks))
    shards = sorted((shard for one in cuts for shard in one.shards), key=_order)
    if folder.read(PREPARING).decode("ascii", "replace") != token:
        raise StorageError(url, "another 'big prepare' has begun here meanwhile")
    header = write_manifest(
        folder, name, (structs.replace(shard, id=f"{name}-{number}") for number, shard in enumerate(shards))
    )
    _tidy(folder)
    prefixes: Counter[str] = Counter()
    for one in cuts:
        prefixes.update(one.prefixes)
    return Prepared(
        header=header,
        read=sum(one.lines for one in rows),
        repeated=sum(one.repeated for one in cuts),
        stopped=sum(one.stopped for one in cuts),
        wrong=wrong,
        named=named,
        apart=sum(one.apart for one in cuts),
        prefixes=dict(prefixes.most_common(NAMED)),
    )


def _begin(folder: Folder, token: str) -> None:
    """Make the mark that keeps `send` away, and only then look whether one was faster."""
    began = StorageError(
        folder.url,
        "these shards have begun to be sent; expected another folder, or this one without what is in it",
    )
    if folder.exists(BEGUN) or folder.names("journals"):
        raise began
    folder.write(PREPARING, token.encode())
    if folder.exists(BEGUN):
        folder.remove(PREPARING)
        raise began
    folder.remove(MANIFEST)
    for old in ("work", "shards", "apart"):
        folder.remove(old)


def _tidy(folder: Folder) -> None:
    folder.remove("work")
    folder.remove(PREPARING)


def _scattered(
    engine: Engine,
    url: str,
    pieces: Sequence[Piece],
    buckets: int,
    stop: bool,
    done: Callable[[int, int], object],
) -> list[Scattered]:
    made = []
    tasks = (Scatter(url, number, piece, buckets, stop) for number, piece in enumerate(pieces))
    for piece, one in zip(pieces, engine.each(_scatter_one, tasks), strict=True):
        made.append(one)
        done(piece.size, one.lines)
    return made


def _scatter_one(task: Scatter) -> Scattered:
    return scatter(task)


def _cut_one(task: Cutting) -> Cut:
    return cut(task)


def _order(shard: Shard) -> tuple[int, float, int, str]:
    """In which order shards go: by time, of those at the same time the east first, where the day ends first."""
    time, tz = shard.schedule.time, shard.schedule.tz or 0
    seconds = -math.inf
    if isinstance(time, Moment):
        seconds = float(time.timestamp)
    elif isinstance(time, At):
        seconds = (time.local - _EPOCH).total_seconds() - 3600 * (tz + 3)
    return shard.wave, seconds, -tz, shard.shard


def _name(name: str) -> str:
    if not name or len(name) > LONGEST_NAME:
        raise BuildError(
            "name", f"up to {LONGEST_NAME} characters, since the ids of the requests begin with it"
        )
    message_id.write(f"{name}-0")
    return name
