"""Processes that send the same shards at once, without any claim, and are killed: the journals hold."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from smsc_codec_dask.engine import Here
from smsc_codec_dask.prepare.cutting import Rules
from smsc_codec_dask.prepare.pieces import pieces_of
from smsc_codec_dask.prepare.run import Sources, prepare
from smsc_codec_dask.send.run import begin
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.shards.manifest import RUN
from smsc_codec_dask.sources import find
from smsc_codec_sandbox.sandbox import Sandbox, started

from smsc_codec.api.operations import Send

#: A worker whose claims are always given: it goes through all shards until all are sent.
PROGRAM = """
import sys, time
from contextlib import nullcontext
from smsc_codec.api.access import Login
from smsc_codec.api.operations import Send
from smsc_codec_dask.send.jobs import Job
from smsc_codec_dask.send.worker import deliver
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.shards.manifest import Manifest
from smsc_codec_httpx import HttpxTransport

class Site:
    carrier = HttpxTransport()
    def access(self): return Login("alex", "123")
    def claim(self, job): return nullcontext()
    def place(self, access): return nullcontext()
    def transport(self): return self.carrier
    def clock(self): return time.monotonic()

url, host, run = sys.argv[1:]
left = list(Manifest(Folder(url)))
while left:
    for shard in left.copy():
        job = Job(folder=url, run=run, shard=shard, how=Send(), unclear="ask", hosts=(host,), locked=True)
        result = deliver(job, Site())
        if result.state in ("sent", "skipped"):
            left.remove(shard)
        elif result.state != "busy" and result.reach != "again":
            sys.exit(str(result))
    time.sleep(0.01)
"""


@pytest.fixture
def shards(tmp_path: Path) -> Folder:
    source = tmp_path / "a.list"
    source.write_text("".join(f"7999000{n:04}:text {n}\n" for n in range(160)), encoding="utf-8")
    found = find([str(source)])
    sources = Sources(pieces_of(Here(), found, None, None), found[0].size)
    prepare(Here(), str(tmp_path / "shards"), sources, Rules(most_lines=4), name="m")
    return Folder(str(tmp_path / "shards"))


def _start(shards: Folder, sandbox: Sandbox) -> subprocess.Popen[str]:
    run = shards.read(RUN).decode()
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, shards.url, sandbox.address, run], stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )  # fmt: skip


class Gate:
    """Lets so many requests through to the service; the next one stands before it, or behind it, until it is opened."""

    def __init__(self, really: Callable[..., Any], chance: random.Random) -> None:
        self._really, self._chance = really, chance
        self.stands, self._open = threading.Event(), threading.Event()
        self.let(0)

    def let(self, more: int) -> None:
        self._left = more
        self.stands.clear()
        self._open.set()

    def answer(self, *request: Any) -> Any:
        before = self._chance.random() < 0.5
        if self._left <= 0 and before:
            self._stop()
        answer = self._really(*request)
        if self._left <= 0 and not before:
            self._stop()
        self._left -= 1
        return answer

    def _stop(self) -> None:
        self._open.clear()
        self.stands.set()
        assert self._open.wait(120)


@pytest.mark.slow
def test_killed_three_times(shards: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at a time, three `kill -9` in the middle: each line arrives once, since the service is asked (STA-4)."""
    _, job = begin(shards, Send())
    if not job.locked:
        pytest.skip("this disk is not known to be this machine's own")
    chance = random.Random(1)
    with started(latency=0.05) as sandbox:
        gate = Gate(sandbox.service.answer, chance)
        monkeypatch.setattr(sandbox.service, "answer", gate.answer)
        running = [_start(shards, sandbox) for _ in range(2)]
        for _ in range(3):
            assert gate.stands.wait(120)
            time.sleep(chance.uniform(0, 0.1))
            victim = running.pop(chance.randrange(2))
            victim.kill()
            victim.communicate()
            running.append(_start(shards, sandbox))
            gate.let(chance.randrange(6))
        assert gate.stands.wait(120)
        assert 0 < len(sandbox.messages) < 160, "the kills came too early or too late to try anything"
        gate.let(1_000_000)
        for one in running:
            _, said = one.communicate(timeout=300)
            assert one.returncode == 0, said
        arrived = Counter(one.phone for one in sandbox.messages)
    assert arrived == Counter(f"7999000{n:04}" for n in range(160))
