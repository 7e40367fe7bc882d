"""Two workers that both believe a shard to be theirs, in every order of steps: nothing twice untold, nothing lost.

The scheduler's claims are taken to fail always: each may have a lease that the other has, too. What holds is the
journal, whose steps are real ones of `deliver`, `LogJournal`, `Guard` and the client.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from interleaving import Killed, Run, search
from smsc_codec_dask.send import guard, worker
from smsc_codec_dask.send.jobs import Job, Result
from smsc_codec_dask.send.journals import LogJournal
from smsc_codec_dask.send.worker import deliver
from smsc_codec_dask.shards.manifest import RUN, Shard, digest

from smsc_codec.api.access import Access, Login
from smsc_codec.api.building import Request
from smsc_codec.api.operations import GetStatus, Send
from smsc_codec.api.received import read_request
from smsc_codec.api.replies import build_reply
from smsc_codec.api.replies.model import Failure, Reply, Sent, Status
from smsc_codec.client import Entry, NotSent, Record, Response, Unclear, records

LIST = b"79990000000:Hello!\n"
SHARD = Shard(shard="0000-00000", id="m-1", lines=1, bytes=len(LIST), digest=digest(LIST), parts=1)
WAYS = ("taken", "lost", "stopped", "refused", "nobody")


class Shared:
    """The storage, the service, the time."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {RUN: b"r1", SHARD.file: LIST}
        self.sent = 0
        self.now = 0.0
        self.exchanging: set[int] = set()
        self.lock: int | None = None

    def state(self) -> Hashable:
        files = tuple(sorted((name, octets) for name, octets in self.files.items() if "journals" in name))
        return files, self.sent, self.now, tuple(sorted(self.exchanging)), self.lock

    def record(self) -> Record | None:
        """What a later run would tell of the shard."""
        kept = sorted(name for name in self.files if name.startswith("journals"))
        known = records(_entry(self.files[name]) for name in kept)
        return known[-1] if known else None


def _entry(octets: bytes) -> Entry:
    return msgspec.json.decode(msgspec.json.encode(msgspec.json.decode(octets)["entry"]), type=Entry)


class SharedFolder:
    """The storage as one run sees it: each look and each making of a file of a journal is a step."""

    local = False
    url = "memory://shared"
    path = "shared"
    once = True

    def __init__(self, shared: Shared, run: Run) -> None:
        self._shared, self._run = shared, run

    def read(self, name: str) -> bytes:
        if name.startswith("journals"):
            self._run.step(["read"])
        octets = self._shared.files.get(name)
        self._run.seen.append((name, octets))
        if octets is None:
            raise FileNotFoundError(name)
        return octets

    def create(self, name: str, octets: bytes) -> bool:
        self._run.step(["create"])
        made = name not in self._shared.files or not self.once
        if made:
            self._shared.files[name] = octets
        self._run.seen.append((name, made))
        return made


class Site:
    """A worker: the service answers in every way that it can, and truly where it is asked for a status."""

    def __init__(self, shared: Shared, run: Run) -> None:
        self._shared, self._run = shared, run

    def access(self) -> Access:
        return Login("alex", "secret-word")

    @contextmanager
    def claim(self, job: Job) -> Iterator[None]:
        yield

    @contextmanager
    def place(self, access: Access) -> Iterator[None]:
        yield

    def transport(self) -> Site:
        return self

    def clock(self) -> float:
        self._run.seen.append(self._shared.now)
        return self._shared.now

    def exchange(self, request: Request, base: str) -> Response:
        shared, run = self._shared, self._run
        received = read_request(request.method, request.target, request.headers, request.body)
        asked = received.operation
        # In here from the moment that the guard has looked at the clock: within EXCHANGE it is over.
        shared.exchanging.add(run.number)
        try:
            if isinstance(asked, GetStatus):
                way = run.step(["status", "lost"])
                run.seen.append((way, shared.sent))
                if way == "lost":
                    raise NotSent("no network")
                return self._reply(
                    Status(status=1 if shared.sent else -3, id="m-1", phone="79990000000"), received
                )
            way = run.step(WAYS)
            run.seen.append(way)
            shared.sent += way in ("taken", "lost")
            run.step(["reply"])
        except Killed:
            shared.exchanging.discard(run.number)
            raise
        shared.exchanging.discard(run.number)
        if way == "nobody":
            raise NotSent("no network")
        if way in ("lost", "stopped"):
            raise Unclear("no reply")
        return self._reply(Sent(id="m-1", cnt=1) if way == "taken" else Failure(code=9, text="no"), received)

    @staticmethod
    def _reply(reply: Reply, received: Any) -> Response:
        made = build_reply(reply, received.operation, fmt=received.fmt, charset=received.charset)
        return Response(200, made)


def body(shared: Shared, unclear: str) -> Callable[[Run], Result]:
    """What a worker does with its job: once more, when what it found has stood still for long enough."""

    def all_of_it(run: Run) -> Result:
        site = Site(shared, run)
        job = Job(
            folder=shared_name(run),
            run="r1",
            shard=SHARD,
            how=Send(),
            unclear=unclear,
            hosts=("https://a.example",),  # type: ignore[arg-type]
        )
        _HERE[shared_name(run)] = SharedFolder(shared, run)
        result = deliver(job, site)
        if result.state == "busy" and result.entries:
            # Time passes, in which whatever was under way ends. Nobody's death is waited for.
            run.step(["wait"], lambda: not shared.exchanging - {run.number})
            shared.now += guard.STANDSTILL
            result = deliver(msgspec.structs.replace(job, seen=result.entries), site)
        return result

    return all_of_it


_HERE: dict[str, Any] = {}


def shared_name(run: Run) -> str:
    return f"memory://run-{run.number}"


class PausedGuard(guard.Guard):
    """A worker may stop for long after it has written that it begins: that is a step of its own."""

    def exchange(self, request: Request, base: str) -> Response:
        self._transport._run.step(["go on"])  # type: ignore[attr-defined]
        return super().exchange(request, base)


@pytest.fixture(autouse=True)
def shared_storage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "Folder", lambda url: _HERE[url])
    monkeypatch.setattr(worker, "open_journal", lambda folder, name, locked: LogJournal(folder, name))
    monkeypatch.setattr(worker, "Guard", PausedGuard)
    monkeypatch.setattr("smsc_codec_dask.send.journals.fresh_id", lambda: threading.current_thread().name)


def check(unclear: str) -> Callable[[Shared, list[Run]], None]:
    """The client's two invariants, and what goes beyond: one that asks the service never sends twice."""

    def at_the_end(shared: Shared, runs: list[Run]) -> None:
        for run in runs:
            assert run.error is None, f"run {run.number} raised {run.error!r}"
        record = shared.record()
        assert record is not None or not shared.sent, "sent, and no journal says so"
        if shared.sent > 1:
            assert record is None or record.times > 1, "sent twice, and no later run would tell"
            assert unclear == "repeat", f"sent twice by a run that was told {unclear!r}"
        for run in runs:
            result = run.result
            if result is None:
                continue
            assert "secret-word" not in repr(result)
            if result.state in ("sent", "skipped") and not (result.taken and unclear == "sent"):
                assert shared.sent, f"run {run.number} says {result.state}, and nothing was sent"
            if result.state == "failed" and shared.sent:
                assert record is None or record.state != "refused", "sent, and it would be sent again untold"
        if record is not None and record.state == "refused":
            assert not shared.sent, "sent, and the journal says that it was not"

    return at_the_end


@pytest.mark.parametrize("unclear", ["stop", "ask", "repeat", "sent"])
def test_two_workers_on_one_shard(unclear: str) -> None:
    """Two workers, no claim that holds, any reply: nothing twice untold, nothing lost."""
    found = search(Shared, lambda shared: [body(shared, unclear), body(shared, unclear)], check(unclear))
    assert found.ends > 10


@pytest.mark.slow
@pytest.mark.parametrize("unclear", ["stop", "ask", "repeat", "sent"])
def test_one_of_them_dies(unclear: str) -> None:
    """The same when one of them is killed before any of its steps."""
    found = search(
        Shared, lambda shared: [body(shared, unclear), body(shared, unclear)], check(unclear), kills=1
    )
    assert found.ends > 10


def _overwrites(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SharedFolder, "once", False)


def _takes_over_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(worker, "may_be_under_way", lambda job, journal, entries: False)


def _sends_what_is_stale(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(guard, "FRESH", 1e9)


@pytest.mark.parametrize(
    ("broken", "unclear"),
    [(_overwrites, "stop"), (_takes_over_at_once, "ask"), (_sends_what_is_stale, "ask")],
)
def test_each_rule_is_needed(
    broken: Callable[[pytest.MonkeyPatch], None], unclear: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without one of the three rules there is an order of steps in which something is sent twice."""
    broken(monkeypatch)
    with pytest.raises(AssertionError, match="sent twice"):
        search(Shared, lambda shared: [body(shared, unclear), body(shared, unclear)], check(unclear))
