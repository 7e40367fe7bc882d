"""One shard, on a worker: claimed, sent by the client with its journal, told of. Never raises.

Whatever goes wrong is a Result: an exception of a task is logged by the engine with the task's arguments.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from typing import Protocol

from msgspec import structs

from smsc_codec.api.access import Access
from smsc_codec.api.operations import Send
from smsc_codec.client import (
    AddressBlocked,
    Client,
    Entry,
    HeldBack,
    Journal,
    JournalInUse,
    NotEnoughMoney,
    OutcomeUnknown,
    Record,
    Repeated,
    Transport,
    Unreachable,
    WrongAccess,
    records,
)
from smsc_codec.client.masked import masked
from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads import mailing
from smsc_codec.payloads.mailing.model import Line
from smsc_codec_dask.send.guard import Guard
from smsc_codec_dask.send.jobs import Job, Reach, Result, State
from smsc_codec_dask.send.journals import LogJournal, open_journal
from smsc_codec_dask.shards.folder import Folder, StorageError
from smsc_codec_dask.shards.manifest import RUN, Shard, digest


class Busy(Exception):
    """Somebody else has the shard, or the account's places are taken; the text says which."""


class NoPlace(Busy):
    """The account has as many requests under way as it may."""


class Site(Protocol):
    """What a worker has at hand: the engine's claims, the way to the service, the clock."""

    def access(self) -> Access:
        """Who asks. Raises CodecError where this worker does not know."""

    def claim(self, job: Job) -> AbstractContextManager[object]:
        """The shard for oneself. Raises Busy."""

    def place(self, access: Access) -> AbstractContextManager[object]:
        """One of the places that the account has for requests at once (LIM-2). Raises NoPlace."""

    def transport(self) -> Transport:
        """What carries requests."""

    def clock(self) -> float:
        """Seconds, those in which the machine sleeps among them."""


def deliver(job: Job, site: Site) -> Result:
    """Send a shard, or say why not."""
    try:
        access = site.access()
    except CodecError as error:
        return _result(job, "failed", reason=str(error), reach="all")
    try:
        with site.claim(job):
            folder = Folder(job.folder)
            if (late := _late(job, folder)) is not None:
                return late
            with closing(open_journal(folder, job.shard.journal, locked=job.locked)) as journal:
                return _delivered(job, site, access, folder, journal)
    except NoPlace as error:
        return _result(job, "busy", reason=str(error), reach="again")
    except (Busy, JournalInUse) as error:
        return _result(job, "busy", reason=str(error))
    except StorageError as error:
        return _result(job, "failed", reason=str(error))
    except Exception as error:  # before anything was begun: a disk, the engine
        return _result(job, "failed", reason=_words(error, access), reach="again")


def _late(job: Job, folder: Folder) -> Result | None:
    """Another `send` has begun since, or this worker sees another folder than the command does."""
    try:
        run = folder.read(RUN).decode("ascii", "replace")
    except FileNotFoundError:
        reason = f"this worker does not see {job.folder} as the command does"
        return _result(job, "failed", reason=reason, reach="all")
    return None if run == job.run else _result(job, "late", reason="another send of this folder has begun")


def _delivered(job: Job, site: Site, access: Access, folder: Folder, journal: LogJournal | Journal) -> Result:
    entries = tuple(journal.read())
    done = records(entries)
    if done and done[-1].state == "sent" and done[-1].last == job.shard.lines:
        return _result(job, "skipped", done[-1], len(entries))
    if may_be_under_way(job, journal, entries):
        reason = "whoever began it may still be sending it"
        return _result(job, "busy", done[-1], len(entries), reason=reason)
    source = shard_lines(folder, job.shard)
    with site.place(access):
        guard = Guard(journal, site.transport(), site.clock)
        client = Client(
            access,
            guard,
            clock=time.monotonic,
            sleep=time.sleep,
            hosts=job.hosts,
            new_id=lambda: job.shard.id,
        )
        try:
            client.mailing(
                source,
                how_of(job),
                journal=guard,
                unclear=job.unclear,
                most_lines=job.shard.lines,
                most_bytes=1 << 40,  # a shard is one request, whatever the client would make of it
            )
        except Exception as error:
            return _stopped(job, guard, error, access)
    return _result(job, "sent", guard.record(), guard.entries)


def may_be_under_way(job: Job, journal: Journal, entries: tuple[Entry, ...]) -> bool:
    """Whether the run that began a request last could be alive: where its death lets no lock go, only time tells."""
    begun = bool(entries) and entries[-1].event == "begun"
    return begun and isinstance(journal, LogJournal) and job.seen != len(entries)


def shard_lines(folder: Folder, shard: Shard) -> Iterator[Line]:
    """The messages of a shard. Raises StorageError where its file is not the one that the manifest names."""
    try:
        octets = folder.read(shard.file)
    except FileNotFoundError:
        raise StorageError(folder.url, f"{shard.file} is missing") from None
    if digest(octets) != shard.digest:
        raise StorageError(folder.url, f"{shard.file} is not what was prepared; nothing of it was sent")
    return _lines(octets.decode("utf-8"), folder.url, shard)


def _lines(text: str, url: str, shard: Shard) -> Iterator[Line]:
    for _, one in mailing.read_lines([text]):
        if not isinstance(one, Line):
            raise StorageError(url, f"{shard.file} holds a line that is no message: {one.message}")
        yield one


def how_of(job: Job) -> Send:
    """How this shard goes: as all of them do, at its own time and in its own zone."""
    own, said = job.shard.schedule, job.how.schedule
    time_, tz = own.time if own.time is not None else said.time, own.tz if own.tz is not None else said.tz
    return structs.replace(job.how, schedule=structs.replace(said, time=time_, tz=tz))


def _stopped(job: Job, guard: Guard, error: Exception, access: Access) -> Result:
    """What an error leaves of a shard. What the journal could not take is known of it all the same."""
    record = guard.record()
    unclear = record is not None and record.state in ("begun", "unclear")
    state: State = "busy" if isinstance(error, JournalInUse) else "unclear" if unclear else "failed"
    if record is not None and record.state == "sent":
        state = "sent"
    reach: Reach = "shard"
    if isinstance(error, WrongAccess | NotEnoughMoney | AddressBlocked):
        reach = "all"
    elif isinstance(error, Unreachable | Repeated | HeldBack | OSError) and state == "failed":
        reach = "again"
    return _result(job, state, record, guard.entries, reason=_words(error, access), reach=reach)


#: What could be a phone number; the service's own words may name one.
_NUMBER = re.compile(r"(?<![\w.-])\+?[0-9]{7,15}(?![\w-])")


def _words(error: Exception, access: Access) -> str:
    if isinstance(error, OutcomeUnknown):
        said = error.reason  # the rest of it names a number
    else:
        said = str(error) if isinstance(error, CodecError) else f"{type(error).__name__}: {error}"
    return _NUMBER.sub("***", masked(said, access))


def _result(
    job: Job,
    state: State,
    record: Record | None = None,
    entries: int = 0,
    *,
    reason: str = "",
    reach: Reach = "shard",
) -> Result:
    return Result(
        shard=job.shard.shard,
        id=job.shard.id if record is None else str(record.id),
        lines=job.shard.lines,
        state=state,
        cnt=0 if record is None else record.cnt,
        repeated=record is not None and record.times > 1,
        taken=record is not None and record.taken,
        entries=entries,
        reason=reason,
        reach=reach,
    )
