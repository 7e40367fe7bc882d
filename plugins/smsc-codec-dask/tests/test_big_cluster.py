"""A real engine and the sandbox: shards go by many workers, within the account's limits, and nothing shows a secret."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from smsc_codec_dask.engine import Cluster, EngineError, engine
from smsc_codec_dask.prepare.cutting import Rules
from smsc_codec_dask.prepare.pieces import pieces_of
from smsc_codec_dask.prepare.run import Sources, prepare
from smsc_codec_dask.send.pool import DaskPool
from smsc_codec_dask.send.run import Run
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.sources import find
from smsc_codec_sandbox.sandbox import Sandbox

from smsc_codec.api.access import Login
from smsc_codec.api.limits import MOST_AT_ONCE
from smsc_codec.api.operations import Send

SECRET = "correct-horse"


def _knows(access: dict[str, str]) -> None:
    for name in ("SMSC_LOGIN", "SMSC_PSW", "SMSC_APIKEY"):
        os.environ.pop(name, None)
    os.environ.update(access)


@pytest.fixture
def known(cluster: Cluster) -> Iterator[Cluster]:
    """A cluster whose workers know who asks."""
    cluster.client.run(_knows, {"SMSC_LOGIN": "alex", "SMSC_PSW": SECRET})
    yield cluster
    cluster.client.run(_knows, {})


@pytest.fixture
def shards(cluster: Cluster, tmp_path: Path) -> Folder:
    """Forty lines in ten shards, prepared by the cluster."""
    source = tmp_path / "a.list"
    source.write_text("".join(f"7999000{n:04}:text {n}\n" for n in range(40)), encoding="utf-8")
    found = find([str(source)])
    sources = Sources(pieces_of(cluster, found, None, None), found[0].size)
    made = prepare(cluster, str(tmp_path / "shards"), sources, Rules(most_lines=4), name="m")
    assert made.header.shards == 10
    return Folder(str(tmp_path / "shards"))


def send(cluster: Cluster, folder: Folder, sandbox: Sandbox) -> Any:
    import time

    return Run(
        folder, Send(sender="Shop"), DaskPool(cluster.client), unclear="ask", hosts=(sandbox.address,),
        clock=time.monotonic,
    ).run()  # fmt: skip


def test_all_is_sent_once(known: Cluster, shards: Folder, smsc_sandbox: Sandbox) -> None:
    """Every line reaches the service once, by the ids of the manifest; run again nothing goes."""
    report = send(known, shards, smsc_sandbox)
    assert report.whole
    assert Counter(one.phone for one in smsc_sandbox.messages) == Counter(f"7999000{n:04}" for n in range(40))
    assert {str(one.id) for one in smsc_sandbox.messages} == {f"m-{n}" for n in range(10)}
    again = send(known, shards, smsc_sandbox)
    assert (again.skipped.lines, len(smsc_sandbox.messages)) == (40, 40)


def test_the_engine_knows_no_secret(known: Cluster, shards: Folder, smsc_sandbox: Sandbox) -> None:
    """Neither tasks, their keys, what they gave, logs of workers and scheduler, nor events hold password or numbers."""
    smsc_sandbox.fail(code=3, times=1)
    pool = DaskPool(known.client)
    seen: list[Any] = []
    submit = pool.submit

    def watched(job: Any) -> None:
        submit(job)
        seen.extend((repr(job), list(pool._jobs), repr(list(pool._jobs.values()))))

    pool.submit = watched  # type: ignore[method-assign]
    import time

    run = Run(shards, Send(), pool, unclear="stop", hosts=(smsc_sandbox.address,), clock=time.monotonic)
    report = run.run()
    assert report.failed.shards == 1
    client = known.client
    told = repr((seen, report, client.get_worker_logs(), client.get_scheduler_logs(), client.get_events()))
    assert SECRET not in told
    assert "7999000" not in told


def test_a_worker_that_does_not_know_who_asks(
    cluster: Cluster, shards: Folder, smsc_sandbox: Sandbox
) -> None:
    """It says so, and nothing goes out."""
    cluster.client.run(_knows, {})
    report = send(cluster, shards, smsc_sandbox)
    assert "SMSC_LOGIN" in report.stopped
    assert not smsc_sandbox.requests


def _take(wanted: int, patience: str = "120s") -> int:
    """Take so many places, as far as there are any, and keep them."""
    from smsc_codec_dask.send import site

    places = site._places("alex")
    return sum(bool(places.acquire(timeout=patience)) for _ in range(wanted))


def _give(taken: int) -> None:
    from smsc_codec_dask.send import site

    for _ in range(taken):
        site._places("alex").release()


def test_places_are_the_accounts_and_not_a_workers(cluster: Cluster) -> None:
    """Fourteen requests at once in all, on whatever worker (LIM-2)."""
    workers = list(cluster.client.scheduler_info()["workers"])
    taken = dict(zip(workers, (9, MOST_AT_ONCE - 9), strict=True))
    for one, number in taken.items():
        assert cluster.client.submit(_take, number, workers=[one], pure=False).result() == number
    for one in taken:
        assert cluster.client.submit(_take, 1, "0.3s", workers=[one], pure=False).result() == 0
    for one, number in taken.items():
        cluster.client.submit(_give, number, workers=[one], pure=False).result()


def _claimed_twice(folder: str) -> list[str]:
    from smsc_codec_dask.send import site
    from smsc_codec_dask.send.jobs import Job
    from smsc_codec_dask.send.worker import Busy
    from smsc_codec_dask.shards.manifest import Shard

    shard = Shard(shard="s", id="m-1", lines=1, bytes=1, digest="", parts=1)
    job, found = Job(folder=folder, run="r", shard=shard, how=Send()), []
    here = site.DaskSite()
    with here.claim(job):
        try:
            with here.claim(job):
                found.append("claimed twice")
        except Busy:
            found.append("busy")
    with here.claim(job):
        found.append("free again")
    return found


def test_a_claim_is_given_once(cluster: Cluster) -> None:
    """And it is free when it is let go."""
    assert cluster.client.submit(_claimed_twice, "f", pure=False).result() == ["busy", "free again"]


def test_a_login_is_no_part_of_a_name(cluster: Cluster, known: Cluster) -> None:
    """What the scheduler calls the places says nothing of who asks."""

    def names(dask_scheduler: Any) -> str:
        return repr(dask_scheduler.extensions["semaphores"].max_leases)

    cluster.client.submit(_take, 0, pure=False).result()
    assert Login("alex", SECRET).login not in cluster.client.run_on_scheduler(names)


def test_nothing_listens_beyond_this_machine(cluster: Cluster) -> None:
    """Whoever can speak to a scheduler can run any program: neither it nor a worker is on another interface."""
    import psutil

    me = psutil.Process()
    found = [
        one.laddr.ip
        for process in (me, *me.children(recursive=True))
        for one in process.net_connections("inet")
        if one.status == psutil.CONN_LISTEN
    ]
    assert set(found) == {"127.0.0.1"}


@pytest.mark.parametrize("name", ["LocalCluster", "Client"])
@pytest.mark.parametrize(
    "error", [RuntimeError("Worker failed to start"), TimeoutError("60 s"), OSError("no port")]
)
def test_processes_that_do_not_start(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, name: str, error: Exception
) -> None:
    """A machine on which they cannot be had is told of in words, and what had been started is ended."""
    ended: list[str] = []

    class Started:
        def __init__(self, *given: object, **more: object) -> None:
            if name == type(self).__name__:
                raise error

        def close(self) -> None:
            ended.append(type(self).__name__)
            raise TimeoutError("slow to end")

    for one in ("LocalCluster", "Client"):
        monkeypatch.setattr(f"distributed.{one}", type(one, (Started,), {}))
    with pytest.raises(EngineError, match=f"cannot be started: {error}"), engine():
        pass
    assert ended == ([] if name == "LocalCluster" else ["LocalCluster"])
