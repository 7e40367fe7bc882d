"""Single keys of a terminal, in this process: what each means, in every cut, and how the terminal is left."""

from __future__ import annotations

import importlib.util
import os
import pty
import sys
import termios
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from smsc_codec.cli.menu import keys, play
from smsc_codec.cli.menu.keys import KeySource, LineSource
from tests.cli.conftest import Cli

MENU = "{menu: Press 1 for sales, 9 to leave.\n1: call:79990000000\n9: end}\n"
#: What the terminal gives, read by read, and what is understood of it; None is the end.
PRESSED: list[tuple[list[str], list[str | None]]] = [
    (["1"], ["1"]),
    (["12*#"], ["1", "2", "*", "#"]),
    (["0", "9"], ["0", "9"]),
    (["a"], ["answered"]),
    (["N"], ["no answer"]),
    (["wsrgl", "H"], ["wrong key", "silence", "recorded", "goes on", "leaves", "hung up"]),
    (["x~юb1"], ["1"]),
    (["q"], [None]),
    (["Q"], [None]),
    (["\x04"], [None]),
    (["\x1b"], [None]),
    (["1q2"], ["1", None]),
    (["1\x04"], ["1", None]),
    (["\x1b[A1"], ["1"]),
    (["1\x1b[1;5C2"], ["1", "2"]),
    (["\x1bOP#"], ["#"]),
    (["\x1bx3"], ["3"]),
    (["\x1b[A", "\x1b[B", "4"], ["4"]),
    ([""], [None]),
]


@pytest.mark.parametrize(("reads", "meant"), PRESSED)
def test_single_keys(monkeypatch: pytest.MonkeyPatch, reads: list[str], meant: list[str | None]) -> None:
    """Keys of a phone, first letters of outcomes in both cases, ways out; arrows and all else are passed over."""
    given = iter(reads)
    monkeypatch.setattr(keys, "_pressed", lambda: next(given))
    source = KeySource()
    assert [source.next(()) for _ in meant] == meant
    assert next(given, None) is None


LINES = [
    ("1\n", ["1"]),
    ("< 2\n<no answer\n", ["2", "no answer"]),
    ("#\n# a remark\n>hear\n\nsay: x\n  no   answer \n", ["#", "no answer"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "meant"), LINES)
def test_lines(text: str, meant: list[str]) -> None:
    """A key or an outcome a line, as transcripts have them; remarks, and what is heard, are passed over."""
    source = LineSource(iter(text.splitlines(keepends=True)))
    assert [source.next(()) for _ in range(len(meant) + 1)] == [*meant, None]


class Terminal:
    """A terminal as standard input, on which something is pressed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.master, slave = pty.openpty()
        self.stdin = os.fdopen(slave, "r")
        monkeypatch.setattr(sys, "stdin", self.stdin)

    def press(self, what: str) -> None:
        os.write(self.master, what.encode())


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    made = Terminal(monkeypatch)
    yield made
    made.stdin.close()
    os.close(made.master)


def test_raw(terminal: Terminal) -> None:
    """Keys come one by one and unseen; afterwards the terminal is as it was, even when something fails."""
    before = termios.tcgetattr(terminal.stdin.fileno())
    with suppress(ZeroDivisionError), keys.raw():
        assert not termios.tcgetattr(terminal.stdin.fileno())[3] & (termios.ICANON | termios.ECHO)
        terminal.press("1ю")
        assert keys._pressed() == "1ю"
        raise ZeroDivisionError
    assert termios.tcgetattr(terminal.stdin.fileno()) == before


def test_nothing_comes_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the input counts as Ctrl-D."""
    reading, writing = os.pipe()
    os.close(writing)
    with os.fdopen(reading) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert keys._pressed() == "\x04"


#: What a console of Windows gives, call by call, and what is made of it.
CONSOLE = [
    (["1"], "1"),
    (["\x00", "H"], "\x1bH"),
    (["\xe0", "K"], "\x1bK"),
    (["\x1a"], "\x04"),
    (["\x03"], None),
]


@pytest.mark.parametrize(("given", "made"), CONSOLE)
def test_windows(monkeypatch: pytest.MonkeyPatch, given: list[str], made: str | None) -> None:
    """There an arrow is two characters, Ctrl-Z the end, Ctrl-C an interruption."""
    rest = iter(given)
    msvcrt = ModuleType("msvcrt")
    msvcrt.getwch = lambda: next(rest)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)
    monkeypatch.setattr(sys, "platform", "win32")
    spec = importlib.util.spec_from_file_location("keys_of_windows", keys.__file__)
    assert spec is not None
    assert spec.loader is not None
    there = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(there)
    with there.raw():
        if made is None:
            with pytest.raises(KeyboardInterrupt):
                there._pressed()
        else:
            assert there._pressed() == made
    assert next(rest, None) is None


@pytest.fixture
def menu(folder: Path) -> Path:
    (folder / "a.menu").write_text(MENU, encoding="utf-8")
    return folder


def played(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, reads: list[str | type[BaseException]], *more: str
) -> tuple[int, str]:
    """A call that is played by somebody at a terminal: the exit code, and what is shown."""
    given = iter(reads)

    def pressed() -> str:
        one = next(given)
        if isinstance(one, str):
            return one
        raise one

    opened = []

    def raw() -> AbstractContextManager[None]:
        opened.append(True)
        return nullcontext()

    monkeypatch.setattr(keys, "_pressed", pressed)
    monkeypatch.setattr(play, "raw", raw)
    monkeypatch.setattr(play, "sys", AtTerminal())
    done = cli("--lang", "en", "menu", "play", "a.menu", *more)
    assert opened == [True]  # or the terminal would wait for a whole line, and show it
    return done.code, done.out + done.err


class AtTerminal:
    """Python's `sys`, whose standard input is a terminal."""

    stdin = SimpleNamespace(isatty=lambda: True)

    def __getattr__(self, name: str) -> object:
        return getattr(sys, name)


ASKED = "1 9  w: wrong key  s: silence  h: hung up\n"
CALLED = "a: answered  n: no answer  h: hung up\n"
ENDS = [
    (["9"], 0, ["< 9"], False),
    (["1", "n", "9"], 0, ["< 1", "< no answer", "< 9"], True),
    (["q"], 0, ["< hung up"], False),
    ([KeyboardInterrupt], 130, ["< hung up"], False),
    (["1", KeyboardInterrupt], 130, ["< 1", "< hung up"], True),
    (["a", "9"], 0, ["'answered' cannot come now", "< 9"], False),
]


@pytest.mark.parametrize(("reads", "code", "shown", "calls"), ENDS)
def test_a_call_at_a_terminal(
    cli: Cli,
    menu: Path,
    monkeypatch: pytest.MonkeyPatch,
    reads: list[str | type[BaseException]],
    code: int,
    shown: list[str],
    calls: bool,
) -> None:
    """What can come is shown before each key; Ctrl-C hangs up and gives 130; a key that cannot come is no failure."""
    ended, out = played(cli, monkeypatch, reads, "--record", "x.call")
    assert ended == code
    assert out.count(ASKED) >= 1
    assert (CALLED in out) is calls
    assert all(words in out for words in shown)
    assert "  the call is over\n" in out
    said = [
        line[2:] for line in (menu / "x.call").read_text(encoding="utf-8").splitlines() if line[:1] == "<"
    ]
    assert said == [words[2:] for words in shown if words[:1] == "<"]
