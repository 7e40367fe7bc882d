"""Whole processes, in turn and in one run: `smsc-codec lint` against `python -c pass`, and against yamllint.

    python benchmarks/processes.py

Ratios are of user and system time, of all processes that take part, and beside it of the time that passed; peaks are
the largest memory of a process. Each figure is a median.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "examples"


def once(command: list[str]) -> tuple[float, float, float]:
    """Seconds of processor time, MiB of peak memory and seconds that pass of one run.

    A child counts the peak of the process it was forked from, so the run goes through a small process of its own.
    """
    program = (
        "import os,subprocess,sys,time;t=time.perf_counter();"
        "p=subprocess.Popen(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "_,_,u=os.wait4(p.pid,0);print(u.ru_utime+u.ru_stime,u.ru_maxrss/1024,time.perf_counter()-t)"
    )
    # Whoever installs a package has its modules compiled, so this does not measure their compiling.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    out = subprocess.run(
        [sys.executable, "-S", "-c", program, *command],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    seconds, peak, passed = map(float, out.stdout.split())
    return seconds, peak, passed


def compare(name: str, mine: list[str], other: list[str], runs: int) -> None:
    once(mine), once(other)
    pairs = [(once(mine), once(other)) for _ in range(runs)]
    ratio = statistics.median(a[0] / b[0] for a, b in pairs)
    seconds = [statistics.median(pair[i][0] for pair in pairs) for i in (0, 1)]
    passed = statistics.median(a[2] / b[2] for a, b in pairs)
    peaks = [statistics.median(pair[i][1] for pair in pairs) for i in (0, 1)]
    print(f"{name}: ratio {ratio:.2f}, of the time that passed {passed:.2f}")
    print(f"  {seconds[0]:.3f} s, {peaks[0]:.1f} MiB / {seconds[1]:.3f} s, {peaks[1]:.1f} MiB")


def yaml_of(size: int) -> str:
    """A sound YAML file of about this size."""
    text, number = "---\nitems:\n", 0
    while len(text.encode()) < size:
        number += 1
        text += (
            f'  - name: item {number}\n    value: "some text of the item {number}"\n    tags: [one, two]\n'
        )
    return text


def main() -> None:
    """Print the ratios."""
    tools = Path(sys.executable).parent
    lint = str(tools / "smsc-codec")
    with tempfile.TemporaryDirectory() as folder:
        menu = Path(folder, "menu.txt")
        shutil.copy(EXAMPLES / "page.menu", menu)
        sound = Path(folder, "clinic.menu")
        shutil.copy(EXAMPLES / "sound" / "clinic.menu", sound)
        os.chdir(folder)
        compare(
            "lint a menu with findings / python -c pass",
            [lint, "lint", str(menu)],
            [sys.executable, "-c", "pass"],
            15,
        )
        compare(
            "the floor: import msgspec / python -c pass",
            [sys.executable, "-c", "import msgspec"],
            [sys.executable, "-c", "pass"],
            15,
        )
        compare(
            "lint a sound menu / python -c pass",
            [lint, "lint", str(sound)],
            [sys.executable, "-c", "pass"],
            15,
        )
        sources = [p.read_bytes() for p in sorted(EXAMPLES.rglob("*.menu"))]
        for kind in ("menus", "yaml"):
            Path(folder, kind).mkdir()
        for number in range(1000):
            source = sources[number % len(sources)]
            Path(folder, "menus", f"{number:04}.menu").write_bytes(source)
            Path(folder, "yaml", f"{number:04}.yaml").write_text(yaml_of(len(source)), encoding="utf-8")
        yamllint = str(tools / "yamllint")
        compare(
            "lint 1000 menus, all rules / yamllint on 1000 files of the same size",
            [lint, "lint", "--profile", "pedantic", "--format", "concise", "menus"],
            [yamllint, "-d", "default", "yaml"],
            3,
        )


if __name__ == "__main__":
    main()
