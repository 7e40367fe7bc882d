"""Workers of the engine, as the run of a mailing needs them."""

from __future__ import annotations

import time
from typing import Any

from distributed import Client, Future, KilledWorker

from smsc_codec.diagnostics import CodecError
from smsc_codec.ids import fresh_id
from smsc_codec_dask.send.jobs import Job, Result
from smsc_codec_dask.send.site import send_shard

#: In seconds: a scheduler that is gone for so long does not come back.
_GONE = 10.0


class EngineLost(CodecError):
    """The engine's scheduler is gone. What was under way is in the journals."""

    def __init__(self) -> None:
        super().__init__()

    def __str__(self) -> str:
        return "the scheduler is gone, or gave the work up; the same command, run again, goes on where this one stopped"


class DaskPool:
    """The workers that a client of the engine has. Raises EngineLost where the scheduler is gone."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._jobs: dict[str, tuple[Job, Future[Any]]] = {}
        self._number = 0
        self._run = str(fresh_id())
        self._missing: float | None = None

    def submit(self, job: Job) -> None:
        """Have a shard sent by whatever worker is free."""
        self._number += 1
        key = f"send-{job.shard.shard}-{self._run}-{self._number}"
        try:
            self._jobs[key] = job, self._client.submit(send_shard, job, key=key, pure=False)
        except Exception:
            if self._client.status == "running":
                raise
            raise EngineLost from None

    def done(self, seconds: float) -> list[tuple[Job, Result | None]]:
        """The shards that are done by now."""
        self._look()
        until = time.monotonic() + seconds
        while not (ready := [key for key, (_, future) in self._jobs.items() if future.done()]):
            left = until - time.monotonic()
            if left <= 0:
                return []
            time.sleep(min(left, 0.01))
        self._look()
        return [self._taken(key) for key in ready]

    def _taken(self, key: str) -> tuple[Job, Result | None]:
        job, future = self._jobs.pop(key)
        try:
            if future.status == "finished":
                result: Result = future.result()
                return job, result
            if future.status == "error":  # the task itself never raises: its worker died, or cannot load it
                error = future.exception()
                if isinstance(error, KilledWorker):
                    return job, None
                return job, broken(job, f"{type(error).__name__}: {error}")
        finally:
            future.release()
        raise EngineLost

    def _look(self) -> None:
        """Whether the scheduler is there."""
        if self._client.status == "running":
            self._missing = None
            return
        self._missing = time.monotonic() if self._missing is None else self._missing
        if self._client.status == "closed" or time.monotonic() - self._missing > _GONE:
            raise EngineLost


def broken(job: Job, reason: str) -> Result:
    """What is told of a shard whose worker cannot do the task at all, such as one of another version."""
    shard = job.shard
    return Result(
        shard=shard.shard, id=shard.id, lines=shard.lines, state="failed", reason=reason, reach="all"
    )
