"""`smsc-codec big send` into the sandbox while its worker, its scheduler and itself are killed, one after the other.

    python benchmarks/big_kills.py [--seed 1] [--kills 10] [--lines 10000] [--unclear ask]

All are whole processes on the loopback address; `kill -9` comes at a time by chance. What arrived is counted in the
sandbox's own store: nothing may be lost, and what came twice has to be told by the command, by shard.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

PROGRAM = [sys.executable, "-m", "smsc_codec"]
ENVIRONMENT = {**os.environ, "SMSC_LOGIN": "load", "SMSC_PSW": "correct-horse"}
CONFIG = 'keep = 400_000\nlatency = {}\n[[accounts]]\nlogin = "load"\npsw = "correct-horse"\nbalance = 10_000_000\n'


class Process:
    """A program that is started again whenever it was killed."""

    def __init__(self, arguments: list[str], log: Path) -> None:
        self._arguments, self._log = arguments, log
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(self._arguments, env=ENVIRONMENT, stdout=log, stderr=log)

    @property
    def code(self) -> int | None:
        """How it ended; None while it runs."""
        assert self._process is not None
        return self._process.poll()

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()


class Cluster:
    """A scheduler and workers, as somebody's supervisor keeps them: what is dead is started again."""

    def __init__(self, folder: Path, workers: int) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = Process(
            [
                *_module("dask_scheduler"),
                "--host",
                "127.0.0.1",
                "--port",
                str(port),
                "--no-dashboard",
                "--dashboard-address",
                "127.0.0.1:0",
            ],
            folder / "scheduler.log",
        )
        self.workers = [
            Process(
                [*_module("dask_worker"), self.address, "--nthreads", "4", "--no-nanny", "--no-dashboard",
                 "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0",
                 "--death-timeout", "60", "--local-directory", str(folder / f"worker-{number}")],
                folder / f"worker-{number}.log",
            )
            for number in range(workers)
        ]  # fmt: skip

    def mend(self) -> None:
        for process in (self.scheduler, *self.workers):
            if process.code is not None:
                process.start()

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()


def _module(name: str) -> list[str]:
    return [sys.executable, "-m", f"distributed.cli.{name}"]


@contextmanager
def sandbox(folder: Path, latency: float) -> Iterator[tuple[str, Path]]:
    """A sandbox; its address, and its store, to be read when it has ended."""
    (folder / "sandbox.toml").write_text(CONFIG.format(latency), encoding="utf-8")
    store = folder / "sandbox.db"
    command = [*PROGRAM, "serve", "--port", "0", "--config", str(folder / "sandbox.toml"), "--db", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found is not None
        try:
            yield found.group().rstrip("/"), store
        finally:
            server.send_signal(signal.SIGINT)


def arrived(store: Path) -> Counter[str]:
    """How often each number was written to."""
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    found = Counter(dict(database.execute("SELECT phone, count(*) FROM messages GROUP BY phone")))
    database.close()
    return found


def told(report: Path, shards: Path) -> set[str]:
    """The numbers in shards of which some run said that they may have gone twice."""
    rows = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    return {
        line.partition(":")[0]
        for name in {row["shard"] for row in rows if row.get("repeated")}
        for line in (shards / "shards" / f"{name}.list").read_text(encoding="utf-8").splitlines()
    }


def trial(
    seed: int, kills: int, lines: int, unclear: str, *, workers: int = 2, latency: float = 0.5, most: int = 20
) -> str:
    """Send a list with so many kills. Raises AssertionError where a line is lost, or twice and not told."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (folder / "all.list").write_text(
            "".join(f"7999{n:07}:Здравствуйте! Ваш заказ {n} готов к выдаче\n" for n in range(lines)),
            encoding="utf-8",
        )
        shards, report = folder / "shards", folder / "report.jsonl"
        _prepare(folder / "all.list", shards, most)
        with sandbox(folder, latency) as (address, store):
            cluster = Cluster(folder, workers)
            stack.callback(cluster.end)
            command = [
                *PROGRAM, "big", "send", str(shards), "--scheduler", cluster.address, "--host", address,
                "--unclear", unclear, "--report", str(report), "--yes",
            ]  # fmt: skip
            victims: Counter[str] = Counter()
            runs = 1
            run = Process(command, folder / "send.log")
            begun = time.monotonic()
            while sum(victims.values()) < kills:
                if not _under_way(run, cluster, report):
                    if run.code == 0:
                        break  # all is sent: more lines leave time for more kills
                    runs += _again(run, cluster)
                    continue
                time.sleep(chance.uniform(0, 2 * latency))
                which = ("worker", "scheduler", "command")[sum(victims.values()) % 3]
                if which == "worker":
                    chance.choice(cluster.workers).kill()
                elif which == "scheduler":
                    cluster.scheduler.kill()
                else:
                    run.kill()
                victims[which] += 1
                cluster.mend()
                if which != "worker":
                    runs += _again(run, cluster)
            while (code := _ended(run, cluster)) != 0 and runs < 10 * kills + 10:
                assert code == 1, (folder / "send.log").read_text(encoding="utf-8")[-3000:]
                run.start()
                runs += 1
            seconds = time.monotonic() - begun
            assert code == 0, (folder / "send.log").read_text(encoding="utf-8")[-3000:]
            logs = "".join(
                path.read_text(encoding="utf-8", errors="replace") for path in folder.glob("*.log")
            )
        counts = arrived(store)
        twice = {phone for phone, times in counts.items() if times > 1}
        assert len(counts) == lines, f"{lines - len(counts)} lines were lost"
        assert twice <= told(report, shards), f"{len(twice)} lines came twice, and not all were told"
        assert "correct-horse" not in logs, "a log holds the password"
        killed = ", ".join(f"{which} {times}" for which, times in sorted(victims.items()))
        return (
            f"seed {seed}: {sum(victims.values())} kills ({killed}), {runs} runs of one command in {seconds:.0f} s: "
            f"{lines} lines, 0 lost, {len(twice)} twice, all of these told, of {len(told(report, shards))} told"
        )


def _prepare(source: Path, shards: Path, most: int) -> None:
    from smsc_codec_dask.engine import Here
    from smsc_codec_dask.prepare.cutting import Rules
    from smsc_codec_dask.prepare.pieces import pieces_of
    from smsc_codec_dask.prepare.run import Sources, prepare
    from smsc_codec_dask.sources import find

    found = find([str(source)])
    sources = Sources(pieces_of(Here(), found, None, None), found[0].size)
    prepare(Here(), str(shards), sources, Rules(most_lines=most), name="kills")


def _under_way(run: Process, cluster: Cluster, report: Path) -> bool:
    """Wait until the command has sent something since; false where it ended before."""
    before = _sent(report)
    while run.code is None:
        if _sent(report) > before:
            return True
        time.sleep(0.02)
        cluster.mend()
    return False


def _sent(report: Path) -> int:
    return report.read_bytes().count(b'"state":"sent"') if report.exists() else 0


def _again(run: Process, cluster: Cluster) -> int:
    """The same command again, once it has seen that it is over."""
    _ended(run, cluster)
    run.start()
    return 1


def _ended(run: Process, cluster: Cluster) -> int:
    while run.code is None:
        time.sleep(0.05)
        cluster.mend()
    return run.code


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--unclear", default="ask")
    given = parser.parse_args()
    print(trial(given.seed, given.kills, given.lines, given.unclear))


if __name__ == "__main__":
    main()
