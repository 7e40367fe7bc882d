"""`big lint` beside one process: the same findings, how much faster, how much memory, and whether time grows linearly.

    python benchmarks/big.py compare --lines 10000000     one process and two, the reports compared by their digests
    python benchmarks/big.py grow 1 5 10 50               millions of lines: lines a second, memory of the workers

The lines are made as they are read, by a file system of its own for fsspec, so that no disk is measured. Lines are 65
octets; every eighth border of 64 KiB stands in a line with a fault, and some messages are there twice, far apart.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import sys
import time
from typing import Any

WIDTH = 65
BORDER = 1 << 16
EVERY = 8
FAULTS = (
    "79{n:09} your order is ready and waits for you at the counter",
    "79{n:09}:",
    "no recipient stands in this line number {n} of the list at all",
    "79{n:09};your order is ready and waits for you at the counter",
    "8 (9{n:09} is no number:your order is ready and waits for you",
    "MyVeryLongShopName|79{n:09}:your order is ready for you",
    "79000000001:this text goes to the same number again and again",
)


def line(n: int) -> bytes:
    """Line `n` of the list, from 0, with its end."""
    at = n * WIDTH
    border = at // BORDER + 1
    if border * BORDER < at + WIDTH and border % EVERY == 0:
        text = FAULTS[border // EVERY % len(FAULTS)].format(n=n)
        return text[: WIDTH - 1].ljust(WIDTH - 1, "." if ":" in text[:-1] else " ").encode() + b"\n"
    return b"79%09d:Message %09d: your order is ready, come for it" % (n, n) + b".\n"


class Made(io.RawIOBase):
    """The list as a file that can be sought in."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.size = lines * WIDTH
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, self.size)[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        stop = self.size if size < 0 else min(self.size, self._at + size)
        first, last = self._at // WIDTH, -(-stop // WIDTH)
        octets = b"".join(map(line, range(first, last)))
        made = octets[self._at - first * WIDTH : stop - first * WIDTH]
        self._at += len(made)
        return made


def register() -> None:
    """Let fsspec know `made://10000000`."""
    import fsspec

    class MadeFileSystem(fsspec.AbstractFileSystem):  # type: ignore[misc]
        protocol = "made"

        def info(self, path: str, **_: Any) -> dict[str, Any]:
            return {"name": path, "size": int(self._strip_protocol(path)) * WIDTH, "type": "file"}

        def open(self, path: str, mode: str = "rb", **_: Any) -> Made:
            return Made(int(self._strip_protocol(path)))

    fsspec.register_implementation("made", MadeFileSystem, clobber=True)


def rendered(reports: Any) -> str:
    from smsc_codec.linter.config import Settings
    from smsc_codec.linter.line import Line
    from smsc_codec.linter.reports import Style, render

    digest = hashlib.sha256()
    count = 0
    for piece in render("json-lines", reports, style=Style(), rules=Line(Settings()).rules, version="0"):
        digest.update(piece.encode())
        count += piece.count("\n")
    return f"{count} findings, sha256 {digest.hexdigest()[:16]}"


def one_process(lines: int) -> tuple[str, float, float]:
    from smsc_codec.cli import large
    from smsc_codec.cli.outcome import Outcome
    from smsc_codec.linter.block import Text
    from smsc_codec.linter.config import Settings
    from smsc_codec.linter.line import Line
    from smsc_codec.payloads.mailing import memory

    memory._MOST = 1 << 26  # else it forgets numbers after a million and a half
    began, cpu = time.perf_counter(), time.process_time()
    rooms = Line(Settings())
    outcome = Outcome(rooms)
    source = large.large(Made(lines))  # type: ignore[arg-type]
    assert source is not None
    blocks = rooms.judge("mailing", Text("", "", source.encoding, source))
    told = rendered(outcome.reported(f"made://{lines}", block) for block in blocks)
    return told, time.perf_counter() - began, time.process_time() - cpu


def most_held() -> int:
    """How much memory this process has held at most, in MiB. What it was started from is not counted."""
    with open("/proc/self/status") as file:
        return next(int(row.split()[1]) >> 10 for row in file if row.startswith("VmHWM"))


def spent() -> float:
    """Processor time of this process and of those it started that have ended."""
    return sum(os.times()[:4])


def many(lines: int, workers: int) -> tuple[str, float, float, int]:
    """The report's digest, seconds by the clock and of processors from the start of the processes to their end, MiB."""
    from smsc_codec_dask.engine import engine
    from smsc_codec_dask.lint.run import Run
    from smsc_codec_dask.shuffle import scratch
    from smsc_codec_dask.sources import find

    from smsc_codec.linter.config import Settings

    register()
    began, cpu = time.perf_counter(), spent()
    with engine(workers=workers, memory="300MiB") as cluster, scratch(None) as place:
        cluster.client.run(register)
        told = rendered(Run(cluster, place, Settings()).reports(find([f"made://{lines}"])))
        held = max(cluster.client.run(most_held).values())
    return told, time.perf_counter() - began, spent() - cpu, held


def compare(lines: int, workers: int) -> None:
    told, wall, cpu = one_process(lines)
    print(
        f"one process    {lines / wall:9,.0f} lines/s   {wall:7.1f} s   CPU {cpu:7.1f} s   {told}", flush=True
    )
    other, wall_2, cpu_2, size = many(lines, workers)
    print(
        f"{workers} workers      {lines / wall_2:9,.0f} lines/s   {wall_2:7.1f} s   CPU {cpu_2:7.1f} s   {other}"
    )
    print(
        f"the same report: {told == other}; {wall / wall_2:.2f} times as fast here; by CPU {workers * cpu / cpu_2:.2f}"
    )
    print(f"a worker held {size} MiB at most")


def grow(millions: list[float], workers: int) -> None:
    for one in millions:
        lines = int(one * 1e6)
        told, wall, cpu, size = many(lines, workers)
        speed, each = lines / wall, cpu / lines * 1e6
        print(f"{one:6g} million  {speed:9,.0f} lines/s  CPU {each:5.2f} us a line  {size:4} MiB", flush=True)
        print(f"                {told}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=["compare", "grow"])
    parser.add_argument("millions", nargs="*", type=float, default=[])
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.what == "compare":
        compare(given.lines, given.workers)
    else:
        grow(given.millions or [1, 5], given.workers)
    print(f"this process held {most_held()} MiB", file=sys.stderr)


if __name__ == "__main__":
    main()
