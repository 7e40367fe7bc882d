"""What the terminal decides: colour, width, and a line of progress."""

from __future__ import annotations

import io
import os
import re
import struct
import sys
from pathlib import Path

import pytest

from smsc_codec.cli import terminal
from smsc_codec.linter.reports import FORMATS
from tests.cli import samples
from tests.cli.conftest import Cli


class Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


# --color, the environment, whether it is a terminal, whether there is colour.
COLORS = {
    "terminal": ("auto", {}, True, True),
    "pipe": ("auto", {}, False, False),
    "dumb terminal": ("auto", {"TERM": "dumb"}, True, False),
    "NO_COLOR": ("auto", {"NO_COLOR": "1"}, True, False),
    "NO_COLOR, empty": ("auto", {"NO_COLOR": ""}, True, True),
    "FORCE_COLOR": ("auto", {"FORCE_COLOR": "1"}, False, True),
    "FORCE_COLOR=0": ("auto", {"FORCE_COLOR": "0"}, True, False),
    "NO_COLOR wins": ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    "always": ("always", {"NO_COLOR": "1"}, False, True),
    "never": ("never", {"FORCE_COLOR": "1"}, True, False),
}


@pytest.mark.parametrize(("when", "environment", "tty", "colored"), COLORS.values(), ids=COLORS)
def test_color(
    monkeypatch: pytest.MonkeyPatch, when: str, environment: dict[str, str], tty: bool, colored: bool
) -> None:
    """Asked for goes before NO_COLOR, NO_COLOR before FORCE_COLOR, and that before what the stream is."""
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.has_color(Screen() if tty else io.StringIO(), when) is colored


WIDTHS = [("100", 100), ("0", None), ("", None), ("wide", None), ("-5", None), ("²", None)]


@pytest.mark.parametrize(("columns", "width"), WIDTHS)
def test_width(monkeypatch: pytest.MonkeyPatch, columns: str, width: int | None) -> None:
    """COLUMNS counts if it is a number; where there is no terminal, nothing is fitted to one."""
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.width(io.StringIO()) == width


def test_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the terminal says counts where COLUMNS says nothing."""
    fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))
    monkeypatch.delenv("COLUMNS", raising=False)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, 57, 0, 0))
    with open(slave, "w", encoding="utf-8") as stream:
        assert terminal.width(stream) == 57
        monkeypatch.setenv("COLUMNS", "58")
        assert terminal.width(stream) == 58
    os.close(master)


def test_report_is_fitted(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The full report cuts source lines to the columns there are."""
    (folder / "a.menu").write_text(samples.WARNING.replace("Press", "Please do press " * 20))

    def longest() -> int:
        return max(len(line) for line in cli("lint", "a.menu").out.splitlines() if " | " in line)

    assert longest() > 200
    monkeypatch.setenv("COLUMNS", "60")
    assert 50 <= longest() <= 60


def test_progress_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long run says how far it is, on one line that is gone at the end."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    progress = terminal.Progress()
    for number in range(200):
        progress.step(number, 200)
    progress.clear()
    progress.clear()
    assert screen.getvalue().startswith("\r0 of 200 files\r25 of 200 files")
    assert screen.getvalue().endswith("175 of 200 files\r\x1b[K")
    assert "\n" not in screen.getvalue()


@pytest.mark.parametrize(("stream", "total"), [(Screen(), 199), (io.StringIO(), 5000)], ids=["short", "pipe"])
def test_no_progress(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int) -> None:
    """Short runs, and those nobody watches, say nothing."""
    monkeypatch.setattr(sys, "stderr", stream)
    progress = terminal.Progress()
    for number in range(total):
        progress.step(number, total)
    progress.clear()
    assert stream.getvalue() == ""


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_closed_stream_takes_what_is_said(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A stream that the caller has closed is one that goes nowhere."""
    monkeypatch.setattr(sys, name, None)
    terminal.prepare()
    with getattr(sys, name) as stream:
        assert stream.name == os.devnull


def test_orders_are_shown() -> None:
    """What a CI service obeys in a line is written out; the same signs in other places stay."""
    assert terminal.plain("##[group]a") == "<U+0023>#[group]a"
    assert terminal.plain("a ## b") == "a ## b"


PLAIN = ["a.menu", "меню 😀", "a\x1b[2Jb", "a\nb", "\u202eabc", "\udcff"]


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    """Nothing that a terminal would obey is left, and harmless text stays as it is."""
    shown = terminal.plain(text)
    assert not {"\x1b", "\n", "\u202e", "\udcff"} & set(shown)
    assert (shown == text) == text.isprintable()


# --color, the environment, whether it is a terminal, whether there are links.
LINKS = {
    "an unknown terminal": ("auto", {}, True, False),
    "kitty": ("auto", {"TERM": "xterm-kitty"}, True, True),
    "kitty, a pipe": ("auto", {"TERM": "xterm-kitty"}, False, False),
    "a pipe in colour": ("always", {"TERM": "xterm-kitty"}, False, False),
    "Windows Terminal": ("auto", {"WT_SESSION": "1"}, True, True),
    "VS Code": ("auto", {"TERM_PROGRAM": "vscode"}, True, True),
    "an old VTE": ("auto", {"VTE_VERSION": "4999"}, True, False),
    "the first VTE that has them": ("auto", {"VTE_VERSION": "5000"}, True, True),
    "a new VTE": ("auto", {"VTE_VERSION": "7600"}, True, True),
    "no VTE": ("auto", {"VTE_VERSION": "x"}, True, False),
    "inside tmux": ("auto", {"WT_SESSION": "1", "TMUX": "/tmp/x"}, True, False),
    "inside screen": ("auto", {"WT_SESSION": "1", "TERM": "screen"}, True, False),
    "without colour": ("never", {"WT_SESSION": "1"}, True, False),
    "NO_COLOR": ("auto", {"WT_SESSION": "1", "NO_COLOR": "1"}, True, False),
    "a dumb terminal": ("auto", {"WT_SESSION": "1", "TERM": "dumb"}, True, False),
    "forced": ("auto", {"FORCE_HYPERLINK": "1"}, True, True),
    "forced on a pipe": ("auto", {"FORCE_HYPERLINK": "1"}, False, False),
    "forced off": ("auto", {"FORCE_HYPERLINK": "0", "WT_SESSION": "1"}, True, False),
}
KNOWING = ("TMUX", "FORCE_HYPERLINK", "VTE_VERSION", "TERM_PROGRAM", *terminal._LINKING)


@pytest.mark.parametrize(("color", "environment", "tty", "linked"), LINKS.values(), ids=LINKS)
def test_links(
    monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], tty: bool, linked: bool
) -> None:
    """Links are for terminals that are known to have them, where neither colour nor links are refused."""
    for name in KNOWING:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.has_links(Screen() if tty else io.StringIO(), color) is linked


@pytest.mark.parametrize("form", FORMATS)
def test_links_in_reports(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """In the reports for people a rule's code leads to its page; without the signs of the link all is as ever."""
    (folder / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    plain = cli("lint", "--format", form).out
    monkeypatch.setattr(terminal, "has_links", lambda *_: True)
    linked = cli("lint", "--format", form, "--report", f"{form}:x").out
    assert re.sub("\x1b\\]8;;[^\x1b]*\x1b\\\\", "", linked) == plain
    assert (folder / "x").read_text(encoding="utf-8") == plain
    link = "\x1b]8;;https://github.com/smsc-codec/smsc-codec/blob/main/docs/rules/IVR104.md\x1b\\IVR104\x1b]8;;\x1b\\"
    assert linked.count(link) == (form in ("full", "concise"))
