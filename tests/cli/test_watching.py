"""`lint --watch`: a run after each change, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smsc_codec.cli import watching
from smsc_codec.cli.asked import Request
from tests.cli import samples
from tests.cli.conftest import Cli

Steps = Callable[..., None]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """What happens while the program waits, one thing each time; then Ctrl-C."""

    def happen(*things: Callable[[], object]) -> None:
        left = list(things)

        def wait() -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        monkeypatch.setattr(watching, "wait", wait)

    return happen


def write(path: Path, text: str) -> Callable[[], object]:
    return lambda: path.write_text(text, encoding="utf-8")


def test_a_run_after_each_change(cli: Cli, folder: Path, steps: Steps) -> None:
    """A file that changes, comes or goes, and a changed configuration: each makes one run; waiting makes none."""
    path, other = folder / "меню.menu", folder / "b.menu"
    path.write_text(samples.CLEAN, encoding="utf-8")
    steps(
        lambda: None,
        write(path, samples.ERROR),
        write(other, samples.CLEAN),
        write(folder / "smsc-codec.toml", 'ignore = ["IVR104"]\n'),
        write(folder / "smsc-codec.toml", "ignore = 1\n"),
        (folder / "smsc-codec.toml").unlink,
        other.unlink,
        write(folder / "notes.md", "not watched"),
    )
    done = cli("lint", "--watch", "--format", "concise")
    assert done.code == 0
    told = [line for line in done.err.splitlines() if line.startswith("smsc-codec: changed: ")]
    assert [line.removeprefix("smsc-codec: changed: ") for line in told] == [
        "меню.menu", "b.menu", "smsc-codec.toml", "smsc-codec.toml", "smsc-codec.toml", "b.menu",
    ]  # fmt: skip
    assert done.err.count("smsc-codec: watching ") == 7
    assert "ignore: Expected `array`, got `int`" in done.err
    assert done.out.count("IVR104") == 4
    assert "\x1b" not in done.out + done.err


def test_own_fixes_make_no_circle(cli: Cli, folder: Path, steps: Steps) -> None:
    """With `--fix` a run sees its own writing as one change, and then there is nothing to do."""
    (folder / "a.menu").write_text(samples.FIXABLE, encoding="utf-8")
    steps(lambda: None)
    done = cli("lint", "--watch", "--fix")
    assert (done.code, done.err.count("watching 1 file;")) == (0, 2)
    assert (folder / "a.menu").read_text(encoding="utf-8") == samples.CLEAN


@pytest.mark.parametrize("path", ["a.menu", ".", "gone.menu"])
def test_files_and_folders_are_watched(cli: Cli, folder: Path, steps: Steps, path: str) -> None:
    """A file, a folder, and what is not there yet can be watched."""
    (folder / "a.menu").write_text(samples.CLEAN, encoding="utf-8")
    steps()
    done = cli("lint", "--watch", path)
    assert (done.code, "watching " in done.err) == (0, True)


def test_many_changes_at_once(cli: Cli, folder: Path, steps: Steps) -> None:
    """Of many files that change at once a few are named."""
    paths = [folder / f"{name}.menu" for name in "abcde"]
    for path in paths:
        path.write_text(samples.CLEAN, encoding="utf-8")
    steps(lambda: [path.write_text(samples.INFO, encoding="utf-8") for path in paths])
    assert "changed: a.menu, b.menu, c.menu and 2 more\n" in cli("lint", "--watch").err


def test_a_configuration_above_is_watched(
    cli: Cli, folder: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A configuration may come up in any folder above, up to the root of the repository; one that is named is it."""
    (folder / ".git").rmdir()
    root = folder / "repository"
    below = root / "a" / "b"
    below.mkdir(parents=True)
    (root / ".git").mkdir()
    (below / "x.menu").write_text(samples.ERROR, encoding="utf-8")
    monkeypatch.chdir(below)
    things = (
        write(root / "smsc-codec.toml", "ignore = ['IVR104']\n"),
        write(root / "a" / "pyproject.toml", "[tool.smsc-codec]\n"),
        write(folder / "smsc-codec.toml", "ignore = ['IVR']\n"),
    )
    steps(*things)
    assert cli("lint", "--watch").err.count("changed: ") == 2
    steps(*things)
    assert cli("lint", "--watch", "--isolated").err.count("changed: ") == 0
    steps(write(root / "smsc-codec.toml", ""), write(root / "a" / "pyproject.toml", "x = 1\n"))
    assert cli("lint", "--watch", "--config", "../../smsc-codec.toml").err.count("changed: ") == 1


def test_standard_input_cannot_be_watched(cli: Cli) -> None:
    """It is refused, not waited for."""
    done = cli("lint", "--watch", "-")
    assert (done.code, "--watch: standard input cannot be watched" in done.err) == (2, True)


def test_same_size_is_seen(folder: Path) -> None:
    """A file that is replaced by one of the same size and time is another file all the same."""
    path = folder / "a.menu"
    path.write_text("1: end", encoding="utf-8")
    before = watching.state(Request(paths=(".",)))
    times = path.stat()
    (folder / "new").write_text("2: end", encoding="utf-8")
    os.utime(folder / "new", ns=(times.st_atime_ns, times.st_mtime_ns))
    os.replace(folder / "new", path)
    assert watching.state(Request(paths=(".",))) != before


@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
@pytest.mark.usefixtures("interruptible")
def test_a_real_process_ends_at_ctrl_c(folder: Path) -> None:
    """The program itself: it lints, sees a change, and ends with 0 at Ctrl-C; within two minutes whatever happens."""
    path = folder / "a.menu"
    path.write_text(samples.CLEAN, encoding="utf-8")
    command = [sys.executable, "-m", "smsc_codec", "lint", "--watch", "--format", "concise", "a.menu"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        stop = signal.SIGALRM
        signal.signal(stop, lambda *_: process.kill())
        signal.alarm(120)
        try:
            assert "watching 1 file" in process.stderr.readline()
            path.write_text(samples.ERROR, encoding="utf-8")
            assert "changed: a.menu" in process.stderr.readline()
            assert "IVR304" in process.stdout.readline()
            process.send_signal(signal.SIGINT)
            assert process.wait() == 0
        finally:
            signal.alarm(0)
            signal.signal(stop, signal.SIG_DFL)
