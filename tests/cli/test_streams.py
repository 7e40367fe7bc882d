"""What is no regular file: pipes are read to their end, devices that need not have one are refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from smsc_codec.cli import files, run
from smsc_codec.cli.terminal import prepare
from tests.cli import samples
from tests.cli.conftest import Cli

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs the devices of Unix")

SAID = "a device, which may never end; give a file or a pipe"
#: What reads one file, and the name under which it is refused.
COMMANDS = [
    ["lint"], ["lint", "--fix"], ["lint", "--diff"], ["lint", "--explain-kind"], ["lint", "--jobs", "2", "a.menu"],
    ["lint", "a.menu", "--config"], ["lint", "a.menu", "--baseline"], ["fmt"], ["fmt", "--check"], ["parse"],
    ["parts"], ["reply"], ["request"], ["build", "--as", "menu"], ["encode"],
    ["menu", "graph"], ["menu", "explore"], ["menu", "play"], ["menu", "diff", "a.menu"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("device", ["/dev/zero", "link"])
def test_devices_are_refused(cli: Cli, folder: Path, command: list[str], device: str) -> None:
    """No command reads a device that never ends, be it behind a link."""
    (folder / "link").symlink_to("/dev/zero")
    (folder / "a.menu").write_text(samples.CLEAN, encoding="utf-8")
    done = cli("--lang", "en", *command, device)
    assert done.code in (1, 2)
    assert SAID in done.out + done.err


def test_a_device_as_standard_input(folder: Path) -> None:
    """A device behind standard input is no better."""
    with open("/dev/zero", "rb") as zero:
        command = [sys.executable, "-m", "smsc_codec", "lint", "-"]
        done = subprocess.run(command, stdin=zero, capture_output=True, text=True, timeout=120)
    assert (done.returncode, SAID in done.stdout) == (1, True)


def test_nothing_is_read(cli: Cli) -> None:
    """The device that holds nothing ends at once, so it is read, as scripts without input have it."""
    with files.opened("/dev/null") as file:
        assert file.read() == b""
    assert "<stdin>" not in cli("lint", "/dev/null").out


@pytest.mark.parametrize("held", [1 << 20, len(samples.FIXABLE), len(samples.FIXABLE) - 1, 1])
@pytest.mark.parametrize("arguments", [["a.menu"], ["--diff", "a.menu"], ["--explain-kind", "a.menu"]])
def test_a_pipe_is_read(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], held: int
) -> None:
    """A pipe, as `<(...)` makes one, is read once and says all that a file would, be it more than memory holds."""
    text = samples.FIXABLE
    monkeypatch.setattr(files, "_MOST_HELD", held)
    file = cli("lint", "--stdin-filename", "a.menu", *arguments[:-1], "-", stdin=text)
    os.mkfifo(folder / "a.menu")

    def write() -> None:
        (folder / "a.menu").write_text(text, encoding="utf-8")

    writing = threading.Thread(target=write)
    writing.start()
    done = cli("lint", *arguments)
    writing.join(timeout=120)
    assert (done.code, done.out) == (file.code, file.out)


#: What reads a pipe, each into memory or piece by piece.
PIPED = [["lint", "--as", "sms"], ["fmt", "--as", "menu"], ["parse", "--as", "menu"], ["reply"]]


@pytest.mark.parametrize("held", [1, 3, 1 << 20])
@pytest.mark.parametrize("command", PIPED, ids=" ".join)
def test_a_pipe_that_does_not_end(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: list[str], held: int
) -> None:
    """So much comes out of a pipe and no more, whatever is held in memory; what fits exactly is read."""
    monkeypatch.setattr(files, "_MOST_HELD", held)
    for bound in ("MOST_PIPED", "MOST_PIPED_WHOLE"):
        monkeypatch.setattr(files, bound, 3)
    monkeypatch.setattr("smsc_codec.cli.reply.MOST_PIPED_WHOLE", 3)
    said = "came through the pipe, which may never end; save it to a file first"
    longer, fits = (cli("--lang", "en", *command, "-", stdin=text) for text in ("1,2,", "1,2"))
    assert (longer.code, said in longer.out + longer.err) == (1, True)
    assert said not in fits.out + fits.err


def test_some_take_less_out_of_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound that is asked for goes before the one for all."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1,2,")))
    with files.opened("-", 4) as file:
        assert file.read() == b"1,2,"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1,2,")))
    with pytest.raises(files.Unreadable, match="came through the pipe"), files.opened("-", 3):
        pass


def test_an_endless_pipe() -> None:
    """A program that never stops saying something is not read for ever: `yes | smsc-codec parse --as menu`."""
    endless = "import sys\nwhile True: sys.stdout.write('y' * 1000000)"
    with subprocess.Popen(
        [sys.executable, "-c", endless], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as saying:
        command = [sys.executable, "-m", "smsc_codec", "--lang", "en", "parse", "--as", "menu", "-"]
        done = subprocess.run(command, stdin=saying.stdout, capture_output=True, text=True, timeout=120)
        saying.kill()
    assert (done.returncode, done.stderr.partition(" came")[0]) == (
        1,
        "smsc-codec: <stdin>: more than 64 MiB",
    )


def test_a_pipe_is_not_mended(cli: Cli, folder: Path) -> None:
    """`--fix` tells what it would write and writes nothing where no file is; it does not wait for more."""
    os.mkfifo(folder / "a.menu")
    writing = threading.Thread(target=(folder / "a.menu").write_text, args=(samples.FIXABLE,))
    writing.start()
    done = cli("--lang", "en", "lint", "--fix", "a.menu")
    writing.join(timeout=120)
    assert (done.code, "a.menu: not written: it is no regular file" in done.err) == (1, True)


@pytest.mark.parametrize("path", ["a.menu", "/dev/null"])
def test_a_pipe_is_not_watched(cli: Cli, folder: Path, path: str) -> None:
    """`--watch` of what says a thing once would wait for ever: it is refused, and not opened."""
    os.mkfifo(folder / "a.menu")
    done = cli("--lang", "en", "lint", "--watch", path)
    said = f"--watch: '{path}' is a pipe or a device, which cannot be watched; name files or folders"
    assert (done.code, done.out, done.err) == (2, "", f"smsc-codec: {said}\n")


def test_a_pipe_called_gitignore(cli: Cli, folder: Path) -> None:
    """A `.gitignore` that is no file is none, and nobody waits for it."""
    os.mkfifo(folder / ".gitignore")
    (folder / "a.menu").write_text(samples.CLEAN, encoding="utf-8")
    assert cli("lint", "--show-files").out == "a.menu\n"


class Streamed(io.RawIOBase):
    """A terminal, by what it says of itself, over a device."""

    def __init__(self, number: int) -> None:
        self._number = number

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_read() -> None:
    """A terminal is a device, too, whose user ends it."""
    with open("/dev/zero", "rb") as zero:
        files.check_ends(Streamed(zero.fileno()))  # type: ignore[arg-type]
        with pytest.raises(OSError, match="device"):
            files.check_ends(zero)
    files.check_ends(io.BytesIO())


def test_streams_of_a_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a program has put streams of its own in place, what is said goes there as it is."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert run(["fmt", "Ё.menu"]) == 1
    assert (sys.stdout.getvalue(), sys.stderr.getvalue()) == (
        "",
        "smsc-codec: Ё.menu: No such file or directory\n",
    )


@pytest.mark.parametrize(("terminal", "encoding"), [(True, None), (False, "utf-8")])
def test_a_terminal_keeps_its_encoding(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, encoding: str | None
) -> None:
    """What goes into a file or a pipe is UTF-8; a terminal knows best what it shows."""
    asked: list[object] = []
    stream = SimpleNamespace(isatty=lambda: terminal, reconfigure=lambda **how: asked.append(how))
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, stream)
    prepare()
    monkeypatch.undo()
    assert asked == 2 * [{"encoding": encoding, "errors": "backslashreplace", "newline": "\n"}]
