"""Lists of a million lines, linted by whole processes: time and peak memory, beside reading the bytes alone.

    python benchmarks/lists.py

Times are user and system time of the process, peaks its largest memory; each figure is a median of three.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from processes import once

LINES = 1_000_000
RUSSIAN = "Здравствуйте! Ваш заказ {n} собран и ждёт вас в пункте выдачи на улице Ленина, дом 5"
ENGLISH = "Dear customer, your order {n} has left our warehouse and will be with you tomorrow"


def write(name: str, line: Callable[[int], str]) -> None:
    with Path(name).open("w", encoding="utf-8") as file:
        file.writelines(f"{line(n)}\n" for n in range(LINES))


def main() -> None:
    """Print the figures."""
    lint = [str(Path(sys.executable).parent / "smsc-codec"), "lint"]
    plain = "for piece in open({!r},encoding='utf-8'): pass"
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        write("english.list", lambda n: f"7999{n:07}:{ENGLISH.format(n=n)}")
        write("russian.list", lambda n: f"Shop,2|7999{n:07}:{RUSSIAN.format(n=n)}")
        write("wrong.list", lambda n: f"7999{n:07}{' :'[n % 1000 > 0]}{ENGLISH.format(n=n)}")
        for name in ("english.list", "russian.list", "wrong.list"):
            size = Path(name).stat().st_size / 2**20
            for what, command in (
                ("its lines read and dropped", [sys.executable, "-c", plain.format(name)]),
                ("lint", [*lint, name]),
                ("lint --format sarif", [*lint, "--format", "sarif", name]),
                ("lint < stdin", ["sh", "-c", f"exec {lint[0]} lint --stdin-filename {name} - < {name}"]),
            ):
                runs = [once(command) for _ in range(3)]
                seconds, peak = (statistics.median(run[i] for run in runs) for i in (0, 1))
                print(f"{name} ({size:.0f} MiB), {what}: {seconds:.1f} s, {peak:.1f} MiB", flush=True)


if __name__ == "__main__":
    main()
