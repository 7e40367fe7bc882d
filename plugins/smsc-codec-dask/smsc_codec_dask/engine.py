"""Where the work is done: in this process, in a cluster of this machine's own, or on a scheduler that is named.

All that the commands need of Dask is here: they hand out one piece of work after the other and take what came of it
in the same order. Only so many are on the way at a time that memory stays flat however many there are.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, Protocol, TypeVar

from smsc_codec.diagnostics import CodecError

Item = TypeVar("Item")
Made = TypeVar("Made")

#: Pieces of work on the way for each worker: one that is worked on, one that waits, one that was done out of turn.
_AHEAD = 3
#: What a worker of the embedded cluster may hold before it is ended and its work done again.
MEMORY = "1GiB"
#: So many seconds a scheduler that is named has to answer, on machines that may be busy.
_PATIENCE = 30
#: Nobody watches the embedded cluster: watching itself would take it a tenth of a processor.
_EMBEDDED = {
    "distributed.worker.memory.spill": False,  # nothing is held that would be worth it
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.worker.profile.enabled": False,
    "distributed.worker.profile.interval": "1h",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.limit": "1h",  # a machine that is busy is no news
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.system-monitor.disk": False,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.comm.timeouts.connect": "120s",
}


class EngineError(CodecError):
    """The engine cannot be started or reached, or it lost its workers; the text says which."""


class Engine(Protocol):
    """Whoever does pieces of work, `Here` or on a `Cluster`."""

    #: How many pieces are worked on at a time.
    workers: int

    def each(self, work: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """What `work` makes of each item, in the order of the items; few of them are held at a time.

        `work` is a function of a module, and it and the items can be pickled: other machines do the work. A piece
        whose worker died is done again, so `work` must be one that can be.
        """


class Here:
    """Does the work itself, one piece after the other: for tests, and for lists that need no more."""

    workers = 1

    def each(self, work: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """What `work` makes of each item."""
        return map(work, items)


class Cluster:
    """Does the work by Dask's workers. `client` is a `distributed.Client`."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.workers: int = max(1, sum(client.nthreads().values()))

    def each(self, work: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """What `work` makes of each item. Raises EngineError where workers die of it again and again."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        waiting: deque[Any] = deque()
        source = iter(items)
        try:
            while True:
                for item in source:
                    waiting.append(self.client.submit(work, item, pure=False))
                    if len(waiting) >= self.workers * _AHEAD:
                        break
                if not waiting:
                    return
                future = waiting.popleft()
                made: Made = future.result()
                future.release()
                yield made
        except KilledWorker as error:
            raise EngineError(
                f"workers died of the same piece of work {error.allowed_failures + 1} times: "
                "give each more memory with --memory"
            ) from None
        except FutureCancelledError:
            raise EngineError("the scheduler is gone, or it gave the work up") from None
        finally:
            if waiting:
                self.client.cancel(list(waiting))


@contextmanager
def engine(
    scheduler: str | None = None, *, workers: int | None = None, memory: str = MEMORY, threads: int = 1
) -> Iterator[Cluster]:
    """A cluster for as long as the block runs.

    Without `scheduler` it is this machine's own: a process a processor, or so many as `workers` says, on the loopback
    address, ended with the block. It speaks TLS with keys that are made for it and kept in memory, since whoever can
    speak to a scheduler can run any program as its owner. `scheduler` is the address of one that runs already; only it
    knows how many workers there are. `threads` is how many pieces each process of this machine's own works on at a
    time: more than one where work is to wait for others. Raises EngineError where it cannot be started or reached.
    """
    if scheduler is not None:
        with _named(scheduler) as client:
            if not client.nthreads():
                raise EngineError(f"the scheduler at {scheduler} has no workers")
            yield Cluster(client)
        return
    with _embedded(workers or processors(), memory, threads) as client:
        yield Cluster(client)


@contextmanager
def _named(scheduler: str) -> Iterator[Any]:
    from distributed import Client

    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise EngineError(f"no scheduler answers at {scheduler}: {error}") from None
    with client:
        yield client


@contextmanager
def _embedded(workers: int, memory: str, threads: int) -> Iterator[Any]:
    import logging
    from tempfile import TemporaryDirectory

    import dask
    from distributed import Client, LocalCluster

    with (
        TemporaryDirectory(prefix="smsc-codec-big-", ignore_cleanup_errors=True) as folder,
        dask.config.set(_EMBEDDED),
        ExitStack() as started,
    ):
        try:
            cluster = LocalCluster(
                n_workers=workers, threads_per_worker=threads, processes=True, host="127.0.0.1",
                dashboard_address="127.0.0.1:0", worker_dashboard_address="127.0.0.1:0", memory_limit=memory,
                security=True, local_directory=folder,
                silence_logs=logging.CRITICAL,
            )  # fmt: skip
            started.callback(_closed, cluster)
            client = Client(cluster, set_as_default=False)
            started.callback(_closed, client)
        except (
            OSError,
            ValueError,
            TypeError,
            RuntimeError,
        ) as error:  # RuntimeError: a worker did not start
            raise EngineError(f"the processes cannot be started: {error}") from None
        yield client


def _closed(one: Any) -> None:
    """End what was started. The work is done by then: a process that is slow to end dies with this one."""
    with suppress(OSError, RuntimeError):
        one.close()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
