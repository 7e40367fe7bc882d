"""The run of a mailing: each shard once, in order, again where that is safe, and a report that is true."""

from __future__ import annotations

import itertools
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from smsc_codec_dask.engine import Here
from smsc_codec_dask.prepare.cutting import Rules
from smsc_codec_dask.prepare.run import Sources, prepare
from smsc_codec_dask.send import journals
from smsc_codec_dask.send import run as running
from smsc_codec_dask.send.jobs import Job, Result
from smsc_codec_dask.send.pool import EngineLost
from smsc_codec_dask.send.report import Report
from smsc_codec_dask.send.run import MOST_FAILED, PATIENCE, Run
from smsc_codec_dask.send.worker import Busy, NoPlace, deliver
from smsc_codec_dask.shards.folder import Folder, StorageError
from smsc_codec_dask.shards.manifest import BEGUN, MANIFEST, PREPARING, RUN, Manifest
from smsc_codec_httpx import FileJournal

from smsc_codec.api.access import Access, Login
from smsc_codec.api.operations import GetStatus, Send
from smsc_codec.api.replies.model import Failure, Sent, Status
from smsc_codec.client import NotSent, Transport, Unclear
from smsc_codec.client.mock import MockTransport
from smsc_codec.diagnostics import BuildError, CodecError
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.schedule.model import Window

SECRET = "correct-horse"
HOW = Send(sender="Shop")


class Service:
    """Takes everything, or answers as a test says; counts what each number got."""

    def __init__(self) -> None:
        self.got: Counter[str] = Counter()
        self.ids: list[object] = []
        self.operations: list[Send] = []
        self.answer: Callable[[Send], Any] = lambda operation: None
        self.mock = MockTransport(self._answered)

    def _answered(self, received: Any) -> Any:
        asked = received.operation
        if isinstance(asked, GetStatus):
            (one,) = asked.messages
            return Status(status=1 if one.id in self.ids else -3, id=one.id, phone=one.phone.number)
        said = self.answer(asked)
        if isinstance(said, Failure | NotSent):
            return said
        self.ids.append(asked.id)
        self.operations.append(asked)
        self.got.update(line.phones[0] for line in asked.list.lines)
        return Sent(id=asked.id, cnt=len(asked.list.lines)) if said is None else said


class Site:
    """A worker of a test's own."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.busy: Iterator[bool] = iter(())

    def access(self) -> Access:
        return Login("alex", SECRET)

    @contextmanager
    def claim(self, job: Job) -> Iterator[None]:
        if next(self.busy, False):
            raise Busy("another worker has it")
        yield

    @contextmanager
    def place(self, access: Access) -> Iterator[None]:
        yield

    def transport(self) -> Transport:
        return self.service.mock

    def clock(self) -> float:
        return 0.0


class Pool:
    """Does a job when it is asked for what is done. Time passes when there is nothing to do."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.jobs: list[Job] = []
        self.now = 0.0
        self.most = 0
        self.lost: Iterator[bool] = iter(())

    def submit(self, job: Job) -> None:
        self.jobs.append(job)
        self.most = max(self.most, len(self.jobs))

    def done(self, seconds: float) -> list[tuple[Job, Result | None]]:
        if not self.jobs:
            self.now += seconds
            return []
        job = self.jobs.pop(0)
        return [(job, None if next(self.lost, False) else deliver(job, self.site))]


class Mailing:
    """A folder of shards, a service, a pool."""

    def __init__(self, folder: Path) -> None:
        self.url = str(folder)
        self.service = Service()
        self.site = Site(self.service)
        self.pool = Pool(self.site)
        self.results: list[Result] = []

    def prepare(self, *lines: Line, rules: Rules | None = None) -> Mailing:
        class Rows:
            name, size = "rows", 1

            def rows(self) -> Iterator[tuple[int, Any, str]]:
                return ((number, line, "") for number, line in enumerate(lines, 1))

        prepare(Here(), self.url, Sources([Rows()], 1), rules or Rules(most_lines=2), name="m")
        return self

    def send(self, how: Send = HOW, unclear: Any = "stop", **more: Any) -> Report:
        made = Run(
            Folder(self.url), how, self.pool, unclear=unclear, hosts=("https://a.example",),
            clock=lambda: self.pool.now, note=self.results.append, **more,
        ).run()  # fmt: skip
        assert SECRET not in repr((made, self.results))
        return made


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes die here, and no disks: what is written need not be on one."""
    monkeypatch.setattr(os, "fsync", lambda fd: None)


LINES = [Line((f"7999000{n:04}",), f"text {n}") for n in range(9)]
ONCE = Counter(line.phones[0] for line in LINES)


@pytest.fixture
def mailing(tmp_path: Path) -> Mailing:
    return Mailing(tmp_path).prepare(*LINES)


def test_all_is_sent_once(mailing: Mailing) -> None:
    """And by the same command again nothing is; the report counts the same lines as skipped."""
    first, again = mailing.send(), mailing.send()
    assert mailing.service.got == ONCE
    assert (first.sent.lines, first.cnt, first.whole) == (9, 9, True)
    assert (again.sent.lines, again.skipped.lines, again.cnt, again.whole) == (0, 9, 9, True)
    assert mailing.service.ids == [f"m-{number}" for number in range(5)]
    assert list(again.told()) == []


def test_a_shard_goes_in_its_own_zone(tmp_path: Path) -> None:
    """Its time and zone are its own, all else is what was said (PAR-8)."""
    lines = [Line((phone,), "x") for phone in ("74951234567", "74232345678")]
    mailing = Mailing(tmp_path).prepare(*lines, rules=Rules(hours=Window(10, 20)))
    mailing.send()
    assert [(one.schedule.tz, one.schedule.time, one.sender) for one in mailing.service.operations] == [
        (7, Window(10, 20), "Shop"), (0, Window(10, 20), "Shop"),
    ]  # fmt: skip


def test_few_are_under_way(tmp_path: Path) -> None:
    """Memory is bounded, and a wrong password is found out by one request, not by as many as there are places."""
    mailing = Mailing(tmp_path).prepare(
        *(Line((f"7999{n:07}",), "x") for n in range(60)), rules=Rules(most_lines=1)
    )
    assert mailing.send().whole
    assert 2 < mailing.pool.most <= 28


@pytest.mark.parametrize("code", [2, 3, 4])
def test_what_stops_all(mailing: Mailing, code: int) -> None:
    """Who asks, the account's money, its address: one request finds out, and the others are left."""
    mailing.service.answer = lambda operation: Failure(code=code, text="no")
    report = mailing.send()
    assert len(mailing.service.mock.requests) == 1
    assert (report.failed.shards, report.left.shards, report.whole) == (1, 4, False)
    mailing.service.answer = lambda operation: None
    assert mailing.send().whole
    assert mailing.service.got == ONCE


def test_what_stops_one(mailing: Mailing) -> None:
    """A text that is forbidden is its shard's affair; it is told, and the others go."""
    mailing.service.answer = lambda operation: Failure(code=6, text="no") if operation.id == "m-1" else None
    report = mailing.send()
    assert (report.sent.shards, report.failed.shards) == (4, 1)
    assert [one.id for one in report.named["failed"]] == ["m-1"]
    assert any("were not sent" in words for words in report.told())


@pytest.mark.parametrize(
    "answer",
    [Failure(code=7, text="no such number: 79990000001"), Unclear("nobody answers for +79990000001.")],
)
def test_no_number_comes_back(mailing: Mailing, answer: Any) -> None:
    """What the service or a transport says may name a number; results go through the engine and its logs."""
    mailing.service.answer = lambda operation: answer
    mailing.send()
    assert mailing.results
    assert "7999000" not in repr(mailing.results)


def test_many_failures_end_it(tmp_path: Path) -> None:
    """What fails each time is not tried a hundred thousand times."""
    mailing = Mailing(tmp_path).prepare(
        *(Line((f"7999{n:07}",), "x") for n in range(60)), rules=Rules(most_lines=1)
    )
    mailing.service.answer = lambda operation: Failure(code=1, text="no")
    report = mailing.send()
    assert MOST_FAILED <= report.failed.shards <= MOST_FAILED + 40
    assert "one after the other" in report.stopped


@pytest.mark.parametrize("failure", [Failure(code=9, text="no"), NotSent("no network")])
def test_what_is_tried_again(mailing: Mailing, failure: Any) -> None:
    """Too many at once (LIM-2), no network: nothing was sent, and after a pause it goes."""
    bad = itertools.chain([True] * 3, itertools.repeat(False))
    mailing.service.answer = lambda operation: failure if next(bad) else None
    report = mailing.send()
    assert report.whole
    assert mailing.service.got == ONCE
    assert mailing.pool.now >= 2 + 4 + 8


@pytest.mark.parametrize(("unclear", "twice"), [("stop", 0), ("ask", 0), ("sent", 0), ("repeat", 2)])
def test_a_reply_that_is_lost(mailing: Mailing, unclear: str, twice: int) -> None:
    """It is never repeated by itself; the next run does what it is told, and tells what may have gone twice."""
    lost = iter([True])
    mailing.service.answer = lambda operation: Unclear("no reply") if next(lost, False) else None
    report = mailing.send()
    assert (report.unclear.shards, report.sent.shards, report.whole) == (1, 4, False)
    assert any("nobody knows" in words for words in report.told())
    report = mailing.send(unclear=unclear)
    assert mailing.service.got == ONCE + Counter({line.phones[0]: 1 for line in LINES[:twice]})
    assert report.repeated.lines == twice
    assert report.taken.lines == (2 if unclear in ("ask", "sent") else 0)
    assert report.whole == (unclear != "stop")
    told = mailing.send()
    assert (told.repeated, told.taken) == (report.repeated, report.taken), "later runs tell of it, too"


def test_a_claim_that_somebody_has(mailing: Mailing) -> None:
    """It is waited for, and told of where it does not come free; nothing is sent meanwhile."""
    mailing.site.busy = iter([True] * 3)
    assert mailing.send().whole
    mailing = Mailing(Path(mailing.url) / "other").prepare(*LINES)
    mailing.site.busy = itertools.repeat(True)
    report = mailing.send()
    assert (report.busy.shards, len(mailing.service.mock.requests), report.whole) == (5, 0, False)


def test_no_place_is_waited_for_without_end(mailing: Mailing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other mailings of the account may have all its places for long: that is no failure (LIM-2)."""
    place, taken = Site.place, iter([True] * 400)

    @contextmanager
    def none(self: Site, access: Access) -> Iterator[None]:
        if next(taken, False):
            raise NoPlace("all places are taken")
        with place(self, access):
            yield

    monkeypatch.setattr(Site, "place", none)
    assert mailing.send().whole
    assert mailing.pool.now > PATIENCE


def test_a_journal_that_another_process_has(mailing: Mailing) -> None:
    """The claim was given twice, as after a scheduler that died: the journal's lock holds."""
    folder = Folder(mailing.url)
    (first, *_) = Manifest(folder)
    Path(folder.at("journals")).mkdir()
    with FileJournal(folder.at(f"{first.journal}.journal")):
        report = mailing.send()
    assert (report.busy.shards, report.sent.shards) == (1, 4)
    assert mailing.send().whole
    assert mailing.service.got == ONCE


def test_workers_that_die(mailing: Mailing) -> None:
    """The shard is tried by another one; if all die of it, nobody knows, and that is told."""
    mailing.pool.lost = iter([True, False, True, True])
    assert mailing.send().whole
    other = Mailing(Path(mailing.url) / "other").prepare(*LINES[:1])
    other.pool.lost = itertools.repeat(True)
    assert other.send().unclear.shards == 1


@pytest.mark.parametrize(
    ("end", "words"), [(EngineLost, ".*scheduler.*"), (KeyboardInterrupt, "it was interrupted")]
)
def test_it_ends_in_the_middle(
    mailing: Mailing, monkeypatch: pytest.MonkeyPatch, end: type[BaseException], words: str
) -> None:
    """The scheduler dies, or Ctrl-C: the run ends with a report, and the next one goes on."""
    done, left = mailing.pool.done, itertools.count()

    def ended(seconds: float) -> Any:
        if next(left) == 2:
            raise end
        return done(seconds)

    monkeypatch.setattr(mailing.pool, "done", ended)
    report = mailing.send()
    assert (report.sent.shards, report.left.shards, report.whole) == (2, 3, False)
    assert re.fullmatch(words, report.stopped)
    mailing.pool.jobs.clear()
    assert mailing.send().whole
    assert mailing.service.got == ONCE


def test_a_later_send_takes_over(mailing: Mailing) -> None:
    """What an earlier command has left on the workers begins nothing more."""
    started = iter([True])

    def other(operation: Send) -> Any:
        if next(started, False):
            Folder(mailing.url).write(RUN, b"another")

    mailing.service.answer = other
    report = mailing.send()
    assert (report.sent.shards, report.left.shards + report.busy.shards) == (1, 4)
    assert "another send" in report.stopped


@pytest.mark.parametrize("field", ["id", "phones", "cost"])
def test_what_cannot_be_said_of_a_mailing(mailing: Mailing, field: str) -> None:
    """As of the client's own."""
    from smsc_codec.payloads import recipients

    value = {"id": 1, "phones": recipients.parse("79990000001"), "cost": 1}[field]
    with pytest.raises(BuildError, match=field):
        mailing.send(structs.replace(HOW, **{field: value}))
    assert not mailing.service.mock.requests


def test_voice_menus_are_spoken(tmp_path: Path) -> None:
    """Their source is not sent as text unless that is said (IVR-1)."""
    menu = Line(("79990000001",), "Hello {menu:1 Yes - end}")
    mailing = Mailing(tmp_path).prepare(menu)
    with pytest.raises(BuildError, match="voice menu"):
        mailing.send()
    assert not mailing.service.mock.requests
    assert mailing.send(Send(channel="call")).whole


def test_sent_otherwise_than_begun(mailing: Mailing) -> None:
    """Another sender in the middle of a mailing is refused before anything goes."""
    mailing.send()
    with pytest.raises(StorageError, match="begun otherwise"):
        mailing.send(Send(sender="Bank"))


def test_the_kind_of_journal_is_chosen_once(mailing: Mailing, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine with the disk sees it as its own, others as a network's: they must not have two kinds of journals."""
    monkeypatch.setattr(running, "is_locked", lambda folder: False)
    lost = iter([True])
    mailing.service.answer = lambda operation: Unclear("no reply") if next(lost, False) else None
    assert mailing.send().unclear.shards == 1
    monkeypatch.undo()
    report = mailing.send()
    assert (report.unclear.shards, report.skipped.shards) == (1, 4)
    assert mailing.service.got == ONCE
    assert not list(Path(mailing.url).rglob("*.journal"))


def test_a_worker_for_which_the_lock_is_none(mailing: Mailing, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mailing that was begun with locks is not sent by a worker on another machine."""
    monkeypatch.setattr(journals, "is_locked", lambda folder: False)
    report = mailing.send()
    assert not mailing.service.mock.requests
    assert "on a network" in report.named["failed"][0].reason


def test_other_shards_than_begun(mailing: Mailing) -> None:
    """So is a manifest that somebody put in the place of the one that was begun."""
    mailing.send()
    folder = Folder(mailing.url)
    folder.write(MANIFEST, folder.read(MANIFEST).replace(b'"id":"m-1"', b'"id":"m-9"'))
    with pytest.raises(StorageError, match="not the shards"):
        mailing.send()


def test_a_shard_that_was_changed(mailing: Mailing) -> None:
    """A shard whose file is not the one that was prepared is not sent."""
    folder = Folder(mailing.url)
    (first, *_) = Manifest(folder)
    folder.write(first.file, folder.read(first.file) + b"79990009999:x\n")
    report = mailing.send()
    assert (report.sent.shards, report.failed.shards) == (4, 1)
    assert "79990009999" not in mailing.service.got


def test_while_it_is_prepared(mailing: Mailing) -> None:
    """`prepare` and `send` at once: one of the two sees the other's mark."""
    Folder(mailing.url).write(PREPARING, b"x")
    with pytest.raises(StorageError, match="prepare"):
        mailing.send()
    assert not mailing.service.mock.requests
    assert not Folder(mailing.url).exists(BEGUN), "or it could never be prepared"


@pytest.mark.parametrize("octets", [b"", b"{}", b"[]\n", b"\xff\n", b'{"format":"x"}\n'])
def test_a_manifest_that_is_none(mailing: Mailing, octets: bytes) -> None:
    """It is refused, and nothing is sent."""
    Folder(mailing.url).write(MANIFEST, octets)
    with pytest.raises(StorageError):
        mailing.send()


def test_a_manifest_that_is_cut_off(mailing: Mailing) -> None:
    """Wherever it ends."""
    folder = Folder(mailing.url)
    whole = folder.read(MANIFEST)
    for end in range(0, len(whole), 37):
        folder.write(MANIFEST, whole[:end])
        with pytest.raises(StorageError):
            Manifest(folder)


class Nobody(Site):
    def access(self) -> Access:
        raise CodecError("a worker does not know who asks")


def test_a_worker_that_does_not_know_who_asks(mailing: Mailing) -> None:
    """It is told in words, and ends the run."""
    mailing.pool.site = Nobody(mailing.service)
    report = mailing.send()
    assert "does not know who asks" in report.stopped
    assert not mailing.service.mock.requests


def test_a_disk_that_is_full(mailing: Mailing, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the service took and no journal could take is unclear, not "not sent"."""
    write = FileJournal.write

    def full(self: FileJournal, entry: Any) -> None:
        if entry.event == "sent":
            raise OSError(28, "No space left on device")
        write(self, entry)

    monkeypatch.setattr(FileJournal, "write", full)
    report = mailing.send()
    assert (report.sent.shards, report.failed.shards) == (5, 0)
    monkeypatch.setattr(FileJournal, "write", write)
    assert mailing.send(unclear="ask").whole
    assert mailing.service.got == ONCE


def test_an_error_that_echoes_the_password(mailing: Mailing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong on a worker, what comes back holds no password."""

    def broken(self: Site, access: Access) -> Any:
        raise RuntimeError(f"psw={SECRET}")

    monkeypatch.setattr(Site, "place", broken)
    mailing.service.answer = lambda operation: Failure(code=9, text=SECRET)
    mailing.send()  # looks for it
    monkeypatch.undo()
    mailing.send()
