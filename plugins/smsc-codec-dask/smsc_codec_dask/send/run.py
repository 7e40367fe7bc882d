"""The run of a mailing: which shard goes next, which is tried again, when it ends. It sends nothing itself."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from hashlib import blake2b
from itertools import count
from typing import Protocol

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.limits import MINUTE, MOST_AT_ONCE
from smsc_codec.api.operations import Send
from smsc_codec.client.mailing import Unclear, check_how
from smsc_codec.diagnostics import BuildError, CodecError
from smsc_codec.ids import fresh_id
from smsc_codec_dask.send.guard import STANDSTILL
from smsc_codec_dask.send.jobs import Job, Result
from smsc_codec_dask.send.journals import is_locked
from smsc_codec_dask.send.report import Report
from smsc_codec_dask.shards.folder import Folder, StorageError
from smsc_codec_dask.shards.manifest import BEGUN, MANIFEST, PREPARING, RUN, Manifest, Shard

#: In seconds: how long a shard waits that could not go just now, one time after the other.
PAUSES = (2.0, 4.0, 8.0, 16.0, 30.0)
#: How long a shard that somebody else has is waited for, and how often one looks.
PATIENCE, GLANCE = STANDSTILL + 60.0, 1.0
#: So many shards are with workers at a time: more than may be under way do not go faster (LIM-2).
MOST_OUT = 2 * MOST_AT_ONCE
#: So many shards that fail one after the other end the run.
MOST_FAILED = 10


class Pool(Protocol):
    """Workers that are given jobs."""

    def submit(self, job: Job) -> None:
        """Have a job done."""

    def done(self, seconds: float) -> list[tuple[Job, Result | None]]:
        """What is done by now, after so many seconds at the latest; None for a job whose workers died."""


class Begun(Struct, frozen=True, forbid_unknown_fields=True):
    """What the first `send` of a folder writes down: of which shards, and how they go."""

    manifest: str
    how: str
    #: Of which kind the journals are, whoever opens them: two kinds would not know of each other.
    locked: bool


def begin(folder: Folder, how: Send, menu_as_text: bool = False) -> tuple[Manifest, Job]:
    """The manifest, and what is the same in every job. Raises StorageError where it may not be sent, or not so."""
    check_how(how)
    preparing = StorageError(folder.url, "'big prepare' is at work here, or was killed: let it end first")
    if folder.exists(PREPARING):
        raise preparing
    manifest = Manifest(folder)
    if manifest.header.menus and how.channel != "call" and not menu_as_text:
        raise BuildError(
            "channel",
            f"{manifest.header.menus} texts are voice menus, and their source would be sent: only a call speaks them",
        )
    begun = Begun(_mark(folder.read(MANIFEST)), _mark(msgspec.msgpack.encode(how)), is_locked(folder))
    mine = folder.create(BEGUN, msgspec.json.encode(begun))
    if not mine:
        begun = _as_begun(folder, begun)
    # Again, after the mark is made: `prepare` makes its own and then looks for ours, so one of the two sees the other.
    if folder.exists(PREPARING):
        if mine:
            folder.remove(BEGUN)
        raise preparing
    token = str(fresh_id())
    folder.write(RUN, token.encode())
    return manifest, structs.replace(_NO_JOB, folder=folder.url, run=token, how=how, locked=begun.locked)


def _as_begun(folder: Folder, now: Begun) -> Begun:
    """What the first `send` wrote down. Raises StorageError where this one would go otherwise."""
    try:
        before = msgspec.json.decode(folder.read(BEGUN), type=Begun)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise StorageError(folder.url, f"{BEGUN} is not what 'big send' writes") from None
    if before.manifest != now.manifest:
        raise StorageError(folder.url, "these are not the shards that were begun: the manifest has changed")
    if before.how != now.how:
        raise StorageError(
            folder.url, "it was begun otherwise: expected the same options as the first time, sender and all"
        )
    return before


def _mark(octets: bytes) -> str:
    return blake2b(octets, digest_size=16).hexdigest()


class Run:
    """One run of a mailing over a pool. `clock` gives seconds; `note` is told what became of each shard."""

    def __init__(
        self,
        folder: Folder,
        how: Send,
        pool: Pool,
        *,
        unclear: Unclear,
        hosts: tuple[str, ...],
        clock: Callable[[], float],
        note: Callable[[Result], object] = lambda result: None,
        menu_as_text: bool = False,
    ) -> None:
        self._manifest, job = begin(folder, how, menu_as_text)
        header = self._manifest.header
        self._pool, self._clock, self._note = pool, clock, note
        self._job = structs.replace(job, unclear=unclear, hosts=hosts)
        self.report = Report(shards=header.shards, lines=header.lines)
        self._out = 0
        self._waiting: list[tuple[float, int, Job, Result]] = []
        self._order = count()
        self._tries: dict[str, int] = {}
        self._since: dict[str, float] = {}
        self._failed = 0
        self._tried = False

    def run(self) -> Report:
        """Send what is left. The report is right whatever ends it."""
        try:
            wave = 0
            for shard in self._manifest:
                if shard.wave > wave:
                    self._drain()
                    self._pause(MINUTE)  # LIM-3
                    wave = shard.wave
                while self._full and not self.report.stopped:
                    self._turn()
                if self.report.stopped:
                    break
                self._submit(structs.replace(self._job, shard=shard))
            self._drain()
        except CodecError as error:  # the engine is gone
            self.report.stopped = str(error)
        except KeyboardInterrupt:
            self.report.stopped = "it was interrupted"
        self.report.end()
        return self.report

    @property
    def _full(self) -> bool:
        # One shard goes alone before the others: a wrong password or no money is found out once.
        return self._out + len(self._waiting) >= (MOST_OUT if self._tried else 1)

    def _submit(self, job: Job) -> None:
        self._out += 1
        self._pool.submit(job)

    def _drain(self) -> None:
        while self._out or (self._waiting and not self.report.stopped):
            self._turn()
        for _, _, _, result in self._waiting:
            self._tell(result)
        self._waiting.clear()

    def _pause(self, seconds: float) -> None:
        until = self._clock() + seconds
        while (left := until - self._clock()) > 0 and not self.report.stopped:
            self._take(min(left, 1.0))

    def _turn(self) -> None:
        """Hand out what is due again, and take what is done."""
        now = self._clock()
        while self._waiting and self._waiting[0][0] <= now and not self.report.stopped:
            self._submit(heapq.heappop(self._waiting)[2])
        due = self._waiting[0][0] - now if self._waiting else GLANCE
        self._take(min(max(due, 0.01), GLANCE))

    def _take(self, seconds: float) -> None:
        for job, result in self._pool.done(seconds):
            self._out -= 1
            self._over(job, result)

    def _over(self, job: Job, result: Result | None) -> None:
        if result is None:
            self._again(job, _gave_up(job, "the workers that had it died"))
        elif result.state == "busy":
            self._later(job, result)
        elif result.reach == "again":
            self._again(job, result)
        else:
            self._tell(result)

    def _later(self, job: Job, result: Result) -> None:
        """A shard of somebody else's: looked at again, until it is free or has stood still for long enough."""
        now, name = self._clock(), job.shard.shard
        since = self._since.setdefault(name, now)
        if result.entries and job.seen != result.entries:
            self._wait(STANDSTILL, structs.replace(job, seen=result.entries), result)
        elif now - since < PATIENCE or result.reach == "again":
            self._wait(GLANCE, job, result)
        else:
            self._tell(result)

    def _again(self, job: Job, result: Result) -> None:
        tries = self._tries.get(job.shard.shard, 0)
        if tries == len(PAUSES) or self.report.stopped:
            self._tell(result)
            return
        self._tries[job.shard.shard] = tries + 1
        self._wait(PAUSES[tries], job, result)

    def _wait(self, seconds: float, job: Job, result: Result) -> None:
        heapq.heappush(self._waiting, (self._clock() + seconds, next(self._order), job, result))

    def _tell(self, result: Result) -> None:
        self._tried = True
        self._tries.pop(result.shard, None)
        self._since.pop(result.shard, None)
        self.report.note(result)
        self._failed = self._failed + 1 if result.state == "failed" else 0
        if not self.report.stopped:
            if result.reach == "all" or result.state == "late":
                self.report.stopped = result.reason
            elif self._failed >= MOST_FAILED:
                self.report.stopped = f"{MOST_FAILED} shards failed one after the other: {result.reason}"
        self._note(result)


_NO_JOB = Job(
    folder="", run="", shard=Shard(shard="", id="", lines=0, bytes=0, digest="", parts=0), how=Send()
)


def _gave_up(job: Job, reason: str) -> Result:
    return Result(
        shard=job.shard.shard, id=job.shard.id, lines=job.shard.lines, state="unclear", reason=reason
    )
