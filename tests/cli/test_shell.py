"""What only a shell and a file system do to the program: pipes of both streams, folders that go, closed doors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import samples

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


def shell(line: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a shell's line, in which `$P` is the program."""
    program = f"{sys.executable} -m smsc_codec"
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, env={**os.environ, "P": program}, timeout=120
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("command", ["lint menus", "lint --diff --unsafe-fixes menus", "fmt --diff menus"])
def test_reader_of_both_streams_that_leaves(folder: Path, command: str) -> None:
    """Where remarks go into the same pipe as the output, its closing is no word either, and exit code 1."""
    (folder / "menus").mkdir()
    for number in range(300):
        (folder / "menus" / f"{number}.menu").write_text(samples.UNCLOSED + "2: END\n}", encoding="utf-8")
    code, out, err = shell(f"{{ $P {command} 2>&1; echo $? >code; }} | head -1")
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert (folder / "code").read_text().strip() == "1"


def test_current_folder_that_is_gone(folder: Path) -> None:
    """In a current folder that was removed, a file with a full path is still linted."""
    (folder / "a.menu").write_text(samples.CLEAN, encoding="utf-8")
    line = f"mkdir gone && cd gone && rmdir ../gone && $P lint '{folder}/a.menu'"
    assert shell(line) == (0, "No problems found in 1 file.\n", "")


def test_what_may_not_be_read_or_written(folder: Path) -> None:
    """Files and folders closed to us are told and make the exit code 1; the others are linted and mended."""
    for name in ("closed/a.menu", "fixed.menu", "locked/a.menu", "read-only.menu", "unread.menu"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(samples.FIXABLE, encoding="utf-8")
    modes = {"closed": 0, "locked": 0o555, "read-only.menu": 0o444, "unread.menu": 0}
    for name, mode in modes.items():
        (folder / name).chmod(mode)
    try:
        if os.access("unread.menu", os.R_OK):
            pytest.skip("nothing is closed to root")
        code, out, err = shell("$P lint --fix --format concise .")
    finally:
        for name in modes:
            (folder / name).chmod(0o755)
    assert code == 1
    assert {"closed: error Permission denied", "unread.menu: error Permission denied"} <= set(
        out.splitlines()
    )
    assert "read-only.menu: not written: the file is read-only\n" in err
    assert "locked/a.menu: not written: Permission denied\n" in err
    assert (folder / "fixed.menu").read_text(encoding="utf-8") == samples.CLEAN
    assert (folder / "locked" / "a.menu").read_text(encoding="utf-8") == samples.FIXABLE
