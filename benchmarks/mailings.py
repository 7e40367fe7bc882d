"""A mailing of 100,000 recipients through client and sandbox, and one that is killed in the middle and goes on.

    python benchmarks/mailings.py

Both are whole processes: `smsc-codec send --list` and `smsc-codec serve`. What arrived is counted in the sandbox's own
store. Peaks are the largest memory of a process.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from processes import once

PROGRAM = [sys.executable, "-m", "smsc_codec"]
ENVIRONMENT = {**os.environ, "SMSC_LOGIN": "load", "SMSC_PSW": "1"}
CONFIG = 'keep = 400_000\n[[accounts]]\nlogin = "load"\npsw = "1"\nbalance = 10_000_000\n'


def write(path: Path, lines: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"7999{n:07}:Здравствуйте! Ваш заказ {n} готов к выдаче\n" for n in range(lines))
    return path


@contextmanager
def sandbox(folder: Path, name: str) -> Iterator[tuple[str, Path, subprocess.Popen[str]]]:
    """A sandbox with a store of its own; its address, the store, to be read when it has ended, its process."""
    (folder / "sandbox.toml").write_text(CONFIG, encoding="utf-8")
    store = folder / f"{name}.db"
    command = [*PROGRAM, "serve", "--port", "0", "--config", str(folder / "sandbox.toml"), "--db", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found is not None
        try:
            yield found.group(), store, server
        finally:
            server.send_signal(signal.SIGINT)


def peak(process: subprocess.Popen[str]) -> float:
    """The largest memory that a running process has had, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1024


def arrived(store: Path) -> tuple[int, int, int]:
    """How many messages there are, to how many numbers, and how many of these were written to more than once."""
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    counts = [count for (count,) in database.execute("SELECT count(*) FROM messages GROUP BY phone")]
    database.close()
    return sum(counts), len(counts), sum(count > 1 for count in counts)


def written(journal: Path) -> int:
    """How many lines a mailing has begun to send by now."""
    kept = journal.read_text(encoding="utf-8", errors="replace") if journal.exists() else ""
    return 1000 * kept.count('"begun"')


def send(listed: Path, address: str, *more: str) -> list[str]:
    return [*PROGRAM, "send", "--list", str(listed), "--host", address, "--yes", *more]


def whole(folder: Path) -> None:
    for lines in (10_000, 100_000, 300_000):
        listed = write(folder / "all.list", lines)
        with sandbox(folder, f"whole{lines}") as (address, store, server):
            seconds, memory, taken = once(send(listed, address))
            servers = peak(server)
        assert arrived(store) == (lines, lines, 0)
        print(
            f"{lines:7} recipients: {taken:5.1f} s, of which the client {seconds:.1f} s; peak of the client "
            f"{memory:.0f} MiB, of the sandbox {servers:.0f} MiB"
        )


def killed(folder: Path, lines: int = 100_000) -> None:
    listed, journal = write(folder / "all.list", lines), folder / "mailing.journal"
    with sandbox(folder, "killed") as (address, store, _):
        # A request that is repeated within a minute would be refused (LIM-1): the service is asked what it knows.
        command = send(listed, address, "--journal", str(journal), "--unclear", "ask")
        kills = 0
        for part in (0.2, 0.5, 0.7):
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
                while run.poll() is None and written(journal) < part * lines:
                    time.sleep(0.01)
                kills += run.poll() is None
                run.kill()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        result = json.loads(done.stdout)
    messages, numbers, twice = arrived(store)
    assert (messages, numbers) == (lines + twice, lines), "a line was lost"
    assert twice <= kills * 1000, "more was repeated than the requests whose outcome was unclear"
    print(f"killed {kills} times: {numbers} of {lines} recipients reached, {twice} of them twice")
    print(f"the last run skipped {result['skipped']} lines, and said: {done.stderr.strip()}")


def main() -> None:
    os.environ.update(ENVIRONMENT)
    with tempfile.TemporaryDirectory() as folder:
        whole(Path(folder))
        killed(Path(folder))


if __name__ == "__main__":
    main()
