"""What a worker of the engine has at hand while it sends: claims, places, the way to the service."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import dask
from distributed import Lock, Semaphore
from smsc_codec_httpx import HttpxTransport

from smsc_codec.api.access import Access, Login
from smsc_codec.api.limits import MOST_AT_ONCE
from smsc_codec.cli.access import NEEDED, from_environment
from smsc_codec.client import Transport
from smsc_codec.diagnostics import CodecError
from smsc_codec_dask.send.guard import EXCHANGE
from smsc_codec_dask.send.jobs import Job, Result
from smsc_codec_dask.send.worker import Busy, NoPlace, deliver

#: How long a claim or a place outlives a worker that died.
LEASE = "10s"
#: In seconds: how long a place is waited for.
_WAIT = 60.0


class NoAccess(CodecError):
    """A worker does not know who asks."""


def send_shard(job: Job) -> Result:
    """The task: send one shard."""
    return deliver(job, DaskSite())


class DaskSite:
    """Claims and places by locks on the engine's scheduler."""

    def access(self) -> Access:
        """Who asks, by this worker's own environment: nothing of it goes through the engine."""
        access = from_environment()
        if access is None:
            raise NoAccess(f"a worker does not know who asks: it needs {NEEDED}")
        return access

    @contextmanager
    def claim(self, job: Job) -> Iterator[None]:
        """The shard for oneself, as far as the scheduler knows. The journal is what holds when it does not."""
        name = blake2b(job.folder.encode(), digest_size=8).hexdigest()
        lock = _leased(Lock, f"smsc-codec-shard-{name}-{job.shard.shard}")
        try:
            if not lock.acquire(timeout="0s"):
                raise Busy("another worker has it")
            try:
                yield
            finally:
                lock.release()
                lock.close()  # the scheduler forgets its name
        finally:
            # It would go on renewing its lease, which it has no more, as long as the worker lives.
            lock.loop.add_callback(lock.refresh_callback.stop)

    @contextmanager
    def place(self, access: Access) -> Iterator[None]:
        """One of the fourteen requests that may be under way at once, on whatever worker (LIM-2)."""
        places = _places(access.login if isinstance(access, Login) else "")
        if not places.acquire(timeout=_WAIT):
            raise NoPlace("the account has as many requests under way as it may")
        try:
            yield
        finally:
            places.release()

    def transport(self) -> Transport:
        """One for all threads of this worker: making one takes longer than a request."""
        return _transport()

    def clock(self) -> float:
        """Seconds since the machine was started, those in which it slept among them."""
        return (
            time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()
        )


def _leased(kind: Any, name: str, **more: Any) -> Any:
    with dask.config.set({"distributed.scheduler.locks.lease-timeout": LEASE}):
        made = kind(name=name, **more)
        made.register()
    return made


@lru_cache(8)
def _places(login: str) -> Any:
    # Accounts that are known by a key share their places: no trace of the key goes to the scheduler.
    name = blake2b(login.encode(), digest_size=8).hexdigest() if login else "of-keys"
    return _leased(Semaphore, f"smsc-codec-places-{name}", max_leases=MOST_AT_ONCE)


@lru_cache(1)
def _transport() -> HttpxTransport:
    return HttpxTransport(total=EXCHANGE)
