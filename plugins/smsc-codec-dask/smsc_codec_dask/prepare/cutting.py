"""The second half of a shuffle: one bucket of numbers, cut into shards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct, structs

from smsc_codec.api.limits import MOST_TO_ONE
from smsc_codec.client.mailing import MOST_BYTES, MOST_LINES
from smsc_codec.payloads.schedule.model import Schedule, Window
from smsc_codec_dask.prepare.rows import Place, Row, rows_at, schedule_of
from smsc_codec_dask.prepare.zones import TABLE, Zone, Zones, window_in
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.shards.manifest import Shard, digest

#: What makes a message a duplicate: the same text to the same number at the same time, or the same number alone.
Same = Literal["text", "number"]


class Rules(Struct, frozen=True, kw_only=True):
    """How shards are made. `hours`: between these it is day where the recipient is. `local`: a row's time is meant
    where its recipient is. `zones` go before the table; `elsewhere` is the zone where nothing else says one.
    """

    same: Same = "text"
    hours: Window | None = None
    local: bool = False
    zones: dict[str, Zone] = {}  # msgspec copies it
    elsewhere: int | None = None
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES


class Cutting(Struct, frozen=True):
    """A bucket to be cut: the files with its messages, and those with stopped numbers."""

    folder: str
    bucket: int
    rows: tuple[Place, ...]
    stops: tuple[Place, ...]
    rules: Rules


class Cut(Struct, frozen=True):
    """What came of a bucket. `apart` messages have no hour in which it is day for sure; their file is not sent."""

    shards: tuple[Shard, ...]
    repeated: int = 0
    stopped: int = 0
    apart: int = 0
    prefixes: dict[str, int] = {}


class _Group(NamedTuple):
    """What goes into one request: everything that a request says once."""

    wave: int
    schedule: Schedule
    zone: str


class _Shards:
    """The shards of a bucket, written one after the other."""

    def __init__(self, folder: Folder, bucket: int, rules: Rules) -> None:
        self._folder, self._bucket, self._rules = folder, bucket, rules
        self._open: dict[_Group, list[Row]] = {}
        self._sizes: Counter[_Group] = Counter()
        self.made: list[Shard] = []

    def add(self, group: _Group, row: Row) -> None:
        held = self._open.setdefault(group, [])
        size = size_of(row.line)
        if held and (
            len(held) >= self._rules.most_lines or self._sizes[group] + size > self._rules.most_bytes
        ):
            self._write(group)
            held = self._open.setdefault(group, [])
        held.append(row)
        self._sizes[group] += size

    def end(self) -> tuple[Shard, ...]:
        for group in list(self._open):
            self._write(group)
        return tuple(self.made)

    def _write(self, group: _Group) -> None:
        rows = self._open.pop(group)
        del self._sizes[group]
        octets = "".join(row.line for row in rows).encode()
        shard = Shard(
            shard=f"{self._bucket:04}-{len(self.made):05}",
            id="",
            lines=len(rows),
            bytes=len(octets),
            digest=digest(octets),
            parts=sum(row.parts for row in rows),
            schedule=group.schedule,
            zone=group.zone,
            wave=group.wave,
            menus=sum(row.menu for row in rows),
        )
        self._folder.write(shard.file, octets)
        self.made.append(shard)


def size_of(line: str) -> int:
    """The most octets that a line takes in a request: three for each of its own."""
    return 3 * (len(line.encode()) + 8)


def cut(task: Cutting) -> Cut:
    """Take duplicates and stopped numbers out of a bucket, and write what is left as shards."""
    folder = Folder(task.folder)
    stop = {row.number for row in rows_at(folder, task.stops)}
    when = _When(task.rules)
    shards = _Shards(folder, task.bucket, task.rules)
    known: set[tuple[object, ...]] = set()
    written: Counter[str] = Counter()
    apart: list[str] = []
    prefixes: Counter[str] = Counter()
    repeated = stopped = 0
    for row in rows_at(folder, task.rows):
        if row.number in stop:
            stopped += 1
            continue
        mark: tuple[object, ...] = (
            (row.number,) if task.rules.same == "number" else (row.number, row.mark, row.time)
        )
        if mark in known:
            repeated += 1
            continue
        known.add(mark)
        found = when.of(row)
        if found is None:
            apart.append(row.line)
            prefixes[when.prefix(row.number)] += 1
            continue
        wave = written[row.number] // MOST_TO_ONE
        written[row.number] += 1
        shards.add(_Group(wave, *found), row)
    if apart:
        folder.write(f"apart/{task.bucket:04}.list", "".join(apart).encode())
    return Cut(shards.end(), repeated, stopped, len(apart), dict(prefixes.most_common(20)))


class _When:
    """When a message goes, by its row, its number and the rules."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._zones = Zones(rules.zones)
        self._schedule: Callable[[str, Zone | None], tuple[Schedule, str] | None] = lru_cache(4096)(
            self._made
        )

    def of(self, row: Row) -> tuple[Schedule, str] | None:
        """The schedule, and the zone in words; None where there is no time at which it is day for sure."""
        if self._rules.hours is None and not self._rules.local:
            return self._schedule(row.time, None)
        zone = Zone(row.tz, row.tz) if row.tz is not None else self._zones.of(row.number)
        return self._schedule(row.time, zone)

    def prefix(self, number: str) -> str:
        """What is known of a number's zone, by the prefix that says it."""
        for size in range(len(number), 0, -1):
            if number[:size] in self._rules.zones or number[:size] in TABLE:
                return number[:size]
        return number[:3]

    def _made(self, time: str, zone: Zone | None) -> tuple[Schedule, str] | None:
        rules = self._rules
        said = schedule_of(time)
        if rules.hours is None and not rules.local:
            return said, ""
        other = None if rules.elsewhere is None else Zone(rules.elsewhere, rules.elsewhere)
        if rules.hours is not None:
            for one in (zone, other):
                found = window_in(one, rules.hours)
                if found is not None:
                    return Schedule(time=found[0], tz=found[1]), str(one)
            return None
        one = zone if zone is not None and zone.low == zone.high else other or zone
        return None if one is None else (structs.replace(said, tz=one.low), str(one))
