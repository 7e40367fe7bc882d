"""`menu play`: lines that are piped in, single keys on a real terminal, speech, and the recording."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from smsc_codec.cli.menu.play import Session
from smsc_codec.payloads.call import parse
from smsc_codec.payloads.menu import parse as read_menu
from smsc_codec.payloads.menu.player import Player
from tests.cli.conftest import Cli

ROOT = Path(__file__).resolve().parents[2]
MENU = (
    "Hello!\n\n{menu: Press 1 for sales, 9 to leave.\n"
    "1: call:79990000000 wait=10 ok:end err:no\n2: record: 5\n9: end\nno: Busy}\n\nBye!"
)


@pytest.fixture
def menu(folder: Path) -> Path:
    (folder / "shop.menu").write_text(MENU, encoding="utf-8")
    return folder


def test_lines_piped_in(cli: Cli, menu: Path) -> None:
    """Each line is a key or an outcome; what happens is shown with the clock, as a range where it is one."""
    done = cli("menu", "play", "shop.menu", stdin="1\nno answer\n9\n")
    assert (done.code, done.err) == (0, "")
    # By hand, at 14 characters a second and 15 % either way: 6 and 30 before the key, 4 for each of the others.
    assert done.out == (
        '       0:00  > hear "Hello!"\n'
        '       0:00  > hear "Press 1 for sales, 9 to leave."\n'
        "             < 1\n"
        "       0:02  > call 79990000000 wait 10\n"
        "             < no answer\n"
        '  0:02-0:12  > hear "Busy"\n'
        "             < 9\n"
        '  0:02-0:13  > leave "Bye!"\n'
        "  0:02-0:13  the call is over\n"
    )


def test_a_transcript_can_be_piped_in(cli: Cli, menu: Path) -> None:
    """Lines of a transcript count: what comes from outside is given, all others are passed over."""
    text = "menu: shop.menu\n# x\n\n> hear\n<  1\n> call\n< no   answer\n< 9\n> leave\n"
    assert (
        cli("menu", "play", "shop.menu", stdin=text).out
        == cli("menu", "play", "shop.menu", stdin="1\nno answer\n9").out
    )
    assert "< #" in cli("menu", "play", "shop.menu", stdin="#\n").out


def test_the_end_of_the_lines_hangs_up(cli: Cli, menu: Path) -> None:
    """When nothing more comes, the caller hangs up: that is a call too, exit code 0."""
    done = cli("menu", "play", "shop.menu", stdin="1\n")
    assert done.code == 0
    assert done.out.splitlines()[-2] == "             < hung up"
    assert cli("menu", "play", "shop.menu").code == 0


def test_a_line_that_cannot_come_is_told(cli: Cli, menu: Path) -> None:
    """What cannot come now is said with what can, the call goes on, and the exit code is 1."""
    done = cli("menu", "play", "shop.menu", stdin="1\n5\nfoo\n\x1b[2J\nno answer\n9\n")
    assert done.code == 1
    assert done.err.count("cannot come now: the call waits for 'answered', 'no answer', 'hung up'") == 3
    assert "\x1b" not in done.out + done.err
    assert '> leave "Bye!"' in done.out


@pytest.mark.parametrize(
    ("policy", "line", "end"),
    [
        (("--silence", "leave"), "silence", '> leave "Bye!"'),
        (("--wrong-key", "leave"), "7", '> leave "Bye!"'),
        (("--after-leaf", "leave"), "2\nrecorded", '> leave "Bye!"'),
    ],
)
def test_policies_can_be_chosen(cli: Cli, menu: Path, policy: tuple[str, ...], line: str, end: str) -> None:
    """Where the service's page is silent an option decides, and the recording says so."""
    done = cli("menu", "play", *policy, "--record", "x.call", "shop.menu", stdin=line)
    assert end in done.out.splitlines()[-2]
    assert f"{policy[0][2:]}: leave" in (menu / "x.call").read_text(encoding="utf-8")
    assert cli("menu", "test", "x.call").code == 0


def test_recording_is_a_transcript(cli: Cli, menu: Path) -> None:
    """What is recorded is canonical, names its menu as seen from there, and is as the menu does it."""
    (menu / "calls").mkdir()
    done = cli("menu", "play", "--record", "calls/a.call", "shop.menu", stdin="1\nno answer\nsilence\n9\n")
    assert done.err == "smsc-codec: calls/a.call: written\n"
    text = (menu / "calls" / "a.call").read_text(encoding="utf-8")
    assert parse(text).menu == "../shop.menu"
    assert text.splitlines()[4:] == [
        "< 1", "> call 79990000000 wait 10", "< no answer", '> hear "Busy"', "< silence", "> nothing", "< 9",
        '> leave "Bye!"',
    ]  # fmt: skip
    assert cli("fmt", "--check", "calls/a.call").code == 0
    assert cli("menu", "test", "calls").code == 0
    assert cli("lint", "calls").code == 0


def test_recording_writes_over_nothing(cli: Cli, menu: Path) -> None:
    """A file that is there, a link that leads nowhere too, is left as it is, exit code 2, before anything is played."""
    (menu / "a.call").write_text("mine", encoding="utf-8")
    os.symlink("nowhere", menu / "b.call")
    for name in ("a.call", "b.call"):
        done = cli("menu", "play", "--record", name, "shop.menu", stdin="9\n")
        assert (done.code, done.out) == (2, "")
        assert "this file already exists" in done.err
    assert (menu / "a.call").read_text(encoding="utf-8") == "mine"
    assert not (menu / "nowhere").exists()
    done = cli("menu", "play", "--record", "no/folder.call", "shop.menu", stdin="9\n")
    assert done.code == 2
    assert "not written" in done.err


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("no menu here", 1, "this file has no menu to play"),
        (None, 1, "No such file"),
        ("Hi {menu: Press 1\n1: call:bob\n2: end", 0, "not all of it could be read"),
    ],
)
def test_menus_with_problems(cli: Cli, folder: Path, text: str | None, code: int, told: str) -> None:
    """What could be read is played, and that there is more is said; where nothing could be, that is said."""
    if text is not None:
        (folder / "a.menu").write_text(text, encoding="utf-8")
    done = cli("menu", "play", "a.menu", stdin="1\nanswered\n2\n")
    assert done.code == code
    assert told in done.err


def test_standard_input_is_for_the_keys(cli: Cli, menu: Path) -> None:
    """A menu from standard input would leave no way to press a key: that is a mistake in usage."""
    done = cli("menu", "play", "-", stdin=MENU)
    assert (done.code, done.out) == (2, "")
    assert "standard input is for the keys" in done.err


def test_no_secret_is_shown_spoken_or_recorded(cli: Cli, folder: Path) -> None:
    """A password in a handler's address stays in the menu."""
    (folder / "a.menu").write_text(
        "Hi {menu: Press 1\n1: https://a.example/?login=alex&psw=q7w3e9rT5y\n1: end}", encoding="utf-8"
    )
    done = cli("menu", "play", "--record", "a.call", "a.menu", stdin="1\n")
    assert "> notify\n" in done.out
    assert "q7w3e9rT5y" not in done.out + done.err + (folder / "a.call").read_text(encoding="utf-8")


# -- speech -----------------------------------------------------------------------------------------------


def _program(folder: Path, name: str, body: str) -> None:
    (folder / "bin").mkdir(exist_ok=True)
    path = folder / "bin" / name
    path.write_text(f"#!{sys.executable}\n{body}", encoding="utf-8")
    path.chmod(0o755)


SPEAKS = (
    "import sys; text = sys.stdin.read();"
    "open('spoken', 'a', encoding='utf-8').write(repr((sys.argv[1:], text)) + '\\n')"
)


def test_speech(cli: Cli, menu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the caller hears goes to the speech program as data, in its language; files are not spoken."""
    _program(menu, "espeak-ng", SPEAKS)
    monkeypatch.setenv("PATH", str(menu / "bin"))
    monkeypatch.setenv("PYTHONUTF8", "1")
    (menu / "a.menu").write_text("--help {menu: Нажмите 1\n1: <file 1>\n2: Hi\n9: end}", encoding="utf-8")
    assert cli("menu", "play", "--speak", "a.menu", stdin="1\n2\n9\n").code == 0
    spoken = (menu / "spoken").read_text(encoding="utf-8").splitlines()
    assert spoken == [
        repr((["-v", "ru", "--stdin"], "--help Нажмите 1")),
        repr((["-v", "en", "--stdin"], "Hi")),
    ]


@pytest.mark.parametrize("body", ["import sys; sys.exit(3)", "import os; os.close(0)", "this is no program"])
def test_a_speech_program_that_fails(
    cli: Cli, menu: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    """A speech program that does not work does not end the call."""
    _program(menu, "espeak", body)
    monkeypatch.setenv("PATH", str(menu / "bin"))
    done = cli("menu", "play", "--speak", "shop.menu", stdin="9\n")
    assert (done.code, done.err) == (0, "")


def test_no_speech_program(cli: Cli, menu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no speech program that is said, with what to install, exit code 2."""
    monkeypatch.setenv("PATH", str(menu))
    done = cli("menu", "play", "--speak", "shop.menu", stdin="9\n")
    assert (done.code, done.out) == (2, "")
    assert "install one of espeak-ng" in done.err


class Voice:
    """A speech program that somebody interrupts after some waiting."""

    def __init__(self, patience: int) -> None:
        self.left = patience
        self.stopped = 0

    def say(self, text: str) -> None:
        assert text

    def wait(self) -> None:
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt

    def stop(self) -> None:
        self.stopped += 1


@pytest.mark.parametrize(
    ("patience", "last"), [(1, "< hung up"), (2, '> leave "Bye!"'), (3, '> leave "Bye!"')]
)
def test_interrupted_while_it_speaks(
    cli: Cli, menu: Path, monkeypatch: pytest.MonkeyPatch, patience: int, last: str
) -> None:
    """Ctrl-C silences the voice and hangs up, unless the call has ended and its last words are being spoken."""
    voice = Voice(patience)
    monkeypatch.setattr("smsc_codec.cli.menu.speaker.Speaker", lambda: voice)
    done = cli("menu", "play", "--speak", "--record", "x.call", "shop.menu", stdin="9\n")
    assert (done.code, done.err) == (130, "smsc-codec: x.call: written\n")
    assert (menu / "x.call").read_text(encoding="utf-8").splitlines()[-1] == last
    assert voice.stopped == 1


@pytest.mark.parametrize(("interactive", "waits"), [(True, 0), (False, 1)])
def test_a_key_cuts_off_what_is_said(menu: Path, interactive: bool, waits: int) -> None:
    """On a terminal a key may be pressed while the voice speaks; lines wait until it is done."""
    voice = Voice(9)
    player = Player(read_menu(MENU))
    session = Session(player, voice)
    session._interactive = interactive
    session._happens(player.began)
    assert voice.left == 9 - waits


def test_what_can_come_now(menu: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal the keys stand first, and where there is none, the letters alone."""
    session = Session(Player(read_menu(MENU)), None)
    session._interactive = True
    session._ask()
    session._give("1")
    session._ask()
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("1 2 9 ")
    assert shown[-1].startswith("a: answered  n: no answer")


# -- a real terminal --------------------------------------------------------------------------------------


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.master, slave = pty.openpty()
        self.slave = slave
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "smsc_codec", "menu", "play", *arguments],
            stdin=slave, stdout=slave, stderr=slave, cwd=folder, start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm", "NO_COLOR": "1"},
        )  # fmt: skip
        self.seen = ""

    def until(self, words: str, seconds: float = 120) -> str:
        """What is shown until some words are."""
        end = time.monotonic() + seconds
        while words not in self.seen:
            left = end - time.monotonic()
            assert left > 0, f"{words!r} did not come: {self.seen!r}"
            if select.select([self.master], [], [], left)[0]:
                self.seen += os.read(self.master, 4096).decode("utf-8", "replace").replace("\r\n", "\n")
        shown, _, self.seen = self.seen.partition(words)
        return shown + words

    def press(self, keys: str) -> None:
        """Keys, without Return."""
        os.write(self.master, keys.encode())

    def end(self) -> int:
        """The exit code, when the program has ended by itself."""
        return self.process.wait(120)


@pytest.fixture
def play(menu: Path, interruptible: None) -> Iterator[Terminal]:
    terminal = Terminal(menu, "--record", "x.call", "shop.menu")
    yield terminal
    if terminal.process.poll() is None:
        terminal.process.kill()
        terminal.process.wait()
    os.close(terminal.master)
    os.close(terminal.slave)


def test_single_keys_on_a_terminal(play: Terminal, menu: Path) -> None:
    """A key counts as it is pressed, without Return and unseen; a letter stands for what has no key on a phone."""
    shown = play.until("h: hung up")
    assert '> hear "Press 1 for sales, 9 to leave."' in shown
    assert "1 2 9  w: wrong key  s: silence  h: hung up" in shown
    play.press("1")
    shown = play.until("h: hung up")
    assert "< 1\n" in shown
    assert "a: answered  n: no answer" in shown
    play.press("\x1b[A")  # an arrow is no key of a phone
    play.press("ю~n")
    assert '> hear "Busy"' in play.until("h: hung up")
    play.press("9")
    play.until("the call is over")
    assert play.end() == 0
    assert termios.tcgetattr(play.slave) == play.before
    steps = parse((menu / "x.call").read_text(encoding="utf-8")).steps
    assert [step.what for step in steps if hasattr(step, "what")] == ["1", "no answer", "9"]


def test_a_key_that_cannot_come_on_a_terminal(play: Terminal) -> None:
    """A key that does not count now is told, and the call goes on."""
    play.until("h: hung up")
    play.press("a")
    assert "'answered' cannot come now" in play.until("h: hung up")
    play.press("9")
    play.until("the call is over")
    assert play.end() == 0


@pytest.mark.parametrize("key", ["h", "q", "\x04", "\x1b"])
def test_hanging_up(play: Terminal, menu: Path, key: str) -> None:
    """`h`, `q`, Ctrl-D and Escape put the phone down; what was played is recorded."""
    play.until("h: hung up")
    play.press(key)
    play.until("the call is over")
    assert play.end() == 0
    assert (menu / "x.call").read_text(encoding="utf-8").endswith("< hung up\n")
    assert termios.tcgetattr(play.slave) == play.before


def test_interrupted(play: Terminal, menu: Path) -> None:
    """Ctrl-C ends the call: no traceback, the terminal is as it was, and what was played is recorded."""
    play.until("h: hung up")
    os.kill(play.process.pid, signal.SIGINT)
    shown = play.until("written")
    assert play.end() == 130
    assert "Traceback" not in shown
    assert termios.tcgetattr(play.slave) == play.before
    assert (menu / "x.call").exists()
