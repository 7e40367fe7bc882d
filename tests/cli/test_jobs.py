"""Several processes tell what one tells: the same report, remarks and exit code, octet for octet."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from smsc_codec.cli import jobs, linting
from smsc_codec.cli.discover import Found
from smsc_codec.linter.reports import FileReport
from tests.cli.conftest import Cli

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="one process is all there is")


def run(folder: Path, *arguments: str, program: str = "") -> tuple[bytes, bytes, int]:
    """What `lint` writes in a process of its own, which has no threads."""
    start = f"{program}\nfrom smsc_codec.cli import main; main()"
    command = [sys.executable, "-c", start, "lint", *arguments]
    done = subprocess.run(
        command, cwd=folder, input=b"{menu: 1 end\n1: end}\n", capture_output=True, timeout=120
    )
    return done.stdout, done.stderr, done.returncode


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Files of all kinds: sound ones, wrong ones, with secrets, in another charset, and one that cannot be read."""
    folder = tmp_path / "many"
    folder.mkdir()
    sources = [
        path for path in sorted(EXAMPLES.rglob("*")) if path.suffix in (".menu", ".list", ".sms", ".request")
    ]
    for number, path in enumerate(sources):
        (folder / f"{number:03}{path.suffix}").write_bytes(path.read_bytes())
    (folder / "a50.request").write_text("https://smscentre.com/sys/send.php?login=a&psw=Kx7vQ2&phone=1&mes=x")
    (folder / "a51.menu").write_bytes("{menu: Нажмите 1\n1: конец}\n".encode("cp1251"))
    (folder / "a52.menu").symlink_to(tmp_path / "nowhere.menu")
    (folder / "a53.list").write_text("".join(f"{79160000000 + n}:Hello\n" for n in range(70_000)))
    (tmp_path / "smsc-codec.toml").write_text(
        "[per-file-ignores]\n'many/00*' = ['IVR']\n'many/01*' = ['REQ', 'IVR']\n"
    )
    assert len(list(folder.iterdir())) > 60
    return tmp_path


@pytest.mark.parametrize("form", ["full", "json"])
def test_same_octets(many: Path, form: str) -> None:
    """In whatever number of processes, and with standard input among the files."""
    paths = ("--format", form, "many/a52.menu", "-", "many")
    one = run(many, "--jobs", "1", *paths)
    assert one[2] == 1
    assert b"Kx7vQ2" not in one[0]
    assert b"SUP001" in one[0]
    assert b"windows-1251" in one[1]
    for count in ("2", "3"):
        assert run(many, "--jobs", count, *paths) == one


def test_a_process_that_fails(many: Path) -> None:
    """Where one of them dies, what it would have found is found by the one that reports."""
    dies = (
        "import os; from smsc_codec.cli import linting; whole, parent = linting.Run.one, os.getpid()\n"
        "def one(self, file):\n"
        "    if os.getpid() != parent and '03' in file.name: os._exit(7)\n"
        "    return whole(self, file)\n"
        "linting.Run.one = one"
    )
    paths = ("--format", "concise", "many")
    assert run(many, "--jobs", "3", *paths, program=dies) == run(many, "--jobs", "1", *paths)


def test_an_exception_in_a_process(many: Path) -> None:
    """An internal error is the same whoever meets it."""
    fails = (
        "from smsc_codec.cli import linting\n"
        "def one(self, file): raise RuntimeError(file.name)\n"
        "linting.Run.one = one"
    )
    one = run(many, "--jobs", "1", "many", program=fails)
    assert one[2] == 3
    assert b"many/000" in one[1]
    assert run(many, "--jobs", "4", "many", program=fails) == one


def test_fixes_are_of_one_process(many: Path) -> None:
    """What is written is written by one process, whatever is asked for."""
    before = {path.name: path.read_bytes() for path in sorted((many / "many").glob("0[0-4]*"))}
    one = run(many, "--jobs", "1", "--diff", "many")
    assert run(many, "--jobs", "3", "--diff", "many") == one
    assert {path.name: path.read_bytes() for path in sorted((many / "many").glob("0[0-4]*"))} == before


@pytest.mark.parametrize("count", [2, 3])
def test_each_does_its_share(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Others lint all files but one in fifty, standard input and those of more than a megabyte."""
    for number in range(70):
        (folder / f"{number:02}.sms").write_text(f"Hello {number}, {'я' * number}\ufeff\n", encoding="utf-8")
    (folder / "30.sms").write_bytes("Привет\x07".encode("cp1251"))
    for name, size in (("large.sms", 1_000_000), ("larger.sms", 1_000_001)):
        with open(folder / name, "wb") as file:
            file.truncate(size)
    (folder / "smsc-codec.toml").write_text(
        "[per-file-ignores]\n'6*' = ['GEN002']\n'1*' = ['LST', 'GEN002']\n'00.sms' = ['IVR']\n",
        encoding="utf-8",
    )
    arguments = ("lint", "--format", "concise", "--as", "sms", ".", "-", "gone.sms")
    expected = cli(*arguments, stdin="\u200bHi")
    whole, parent, here = linting.Run.one, os.getpid(), []

    def one(run: linting.Run, file: Found) -> Iterator[FileReport]:
        if os.getpid() == parent:
            here.append(file.name)
        else:
            assert file.name not in ("<stdin>", "larger.sms")
        return whole(run, file)

    monkeypatch.setattr(linting.Run, "one", one)
    assert cli(*arguments, "--jobs", str(count), stdin="\u200bHi") == expected
    assert here == ["00.sms", "larger.sms", "<stdin>"]
    assert "SUP001" in expected.out
    assert "30.sms: not UTF-8" in expected.err


@pytest.mark.parametrize(
    ("files", "arguments", "handed"),
    [
        (199, (), False),
        (200, (), True),
        (1, ("--jobs", "2"), False),
        (2, ("--jobs", "2"), True),
        (2, ("--jobs", "2", "--fix"), False),
        (2, ("--jobs", "2", "--diff"), False),
        (2, ("--jobs", "2", "--add-ignores"), False),
        (2, ("--jobs", "2", "--baseline", "b.json", "--update-baseline"), False),
    ],
)
def test_when(
    cli: Cli,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: int,
    arguments: tuple[str, ...],
    handed: bool,
) -> None:
    """Two hundred files are handed out, or two where it is asked for; never where something is written."""
    for number in range(files):
        (folder / f"{number}.sms").write_text("Hello")
    asked = []

    def processes(wanted: int | None, count: int) -> int:
        asked.append((wanted, count))
        return 2

    def lint_in(count: int, run: linting.Run, found: Sequence[Found]) -> Iterator[Iterable[FileReport]]:
        asked.append((count, len(found)))
        return map(run.one, found)

    monkeypatch.setattr(jobs, "processes", processes)
    monkeypatch.setattr(jobs, "lint_in", lint_in)
    assert cli("lint", *arguments).code == 0
    assert asked == ([(2 if arguments else None, files), (2, files)] if handed else [])


@pytest.mark.parametrize(("threads", "count"), [(1, 3), (2, 1)])
def test_one_where_more_cannot_begin(monkeypatch: pytest.MonkeyPatch, threads: int, count: int) -> None:
    """Beside other threads nothing forks."""
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    assert jobs.processes(3, 500) == count


def test_what_a_process_that_fails_has_not_done(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one does not tell to its end is linted here."""
    for name in "ab":
        (folder / f"{name}.sms").write_text("Hello\u200b")
    expected = cli("lint", ".")
    assert expected.code == 1
    for told in (b"", b"\0", bytes(8), bytes(7) + b"\5abc"):
        monkeypatch.setattr(jobs, "_start", lambda *_: io.BytesIO(told))  # noqa: B023
        assert cli("lint", "--jobs", "2", ".") == expected


def test_one_process_is_this_one(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one is enough none is begun beside it."""
    monkeypatch.setattr(jobs, "lint_in", None)
    for name in "ab":
        (folder / f"{name}.sms").write_text("Hello")
    assert cli("lint", "--jobs", "1", ".").code == 0


@pytest.mark.parametrize(("processors", "count"), [(None, 1), (1, 1), (3, 3), (9, 5)])
def test_where_a_process_cannot_ask_for_its_processors(
    monkeypatch: pytest.MonkeyPatch, processors: int | None, count: int
) -> None:
    """Some systems only say how many there are, or not even that."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert jobs.wanted(None, 500) == count


@pytest.mark.parametrize(
    ("asked", "files", "count"),
    [
        (None, 1, 0),
        (None, 99, 0),
        (None, 100, 1),
        (None, 200, 2),
        (None, 500, 3),
        (3, 2, 2),
        (1, 500, 1),
        (9, 500, 9),
    ],
)
def test_how_many(monkeypatch: pytest.MonkeyPatch, asked: int | None, files: int, count: int) -> None:
    """No more than files, and of itself only where there is work for each; one on each of the three processors here."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert jobs.wanted(asked, files) == count
