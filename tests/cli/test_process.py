"""The program as a process: streams that break, consoles that lack letters, and what it loads."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import samples

PROGRAM = [sys.executable, "-m", "smsc_codec"]
SHORT_WAY = ["lint", "a.menu"]


def start(*arguments: str, **more) -> subprocess.Popen:
    """The program, its output as bytes, in an environment that says nothing of encodings."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | more.pop("env", {})
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    return subprocess.Popen([*PROGRAM, *arguments], env=environment, **streams)


@pytest.mark.parametrize("more", [[], ["--format", "json"]], ids=["short way", "click"])
def test_whole_process(folder: Path, more: list[str]) -> None:
    """The exit code and the report get out of the process, by the short way and through click."""
    (folder / "a.menu").write_text(samples.ERROR)
    with start("lint", *more, "a.menu") as process:
        out, err = process.communicate(timeout=120)
    assert b"IVR104" in out
    assert (process.returncode, err) == (1, b"")


@pytest.mark.parametrize(
    "arguments", [SHORT_WAY, ["lint", "-q", "a.menu"], ["rule", "--all"], ["parse", "a.menu"]]
)
def test_reader_that_goes_away(folder: Path, arguments: list[str]) -> None:
    """When nobody reads the output any more, the program ends without a word."""
    many = "".join(f"{n // 9 + 1}{n % 9 + 1}: end\n" for n in range(3000))
    (folder / "a.menu").write_text(samples.CLEAN.replace("1: end}", f"1: end\n{many}}}"))
    with start(*arguments) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 1)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [SHORT_WAY, ["rule"], ["parse", "a.menu"], ["lint", "--fix", "-"]])
def test_output_that_cannot_be_written(folder: Path, arguments: list[str]) -> None:
    """A full disk is not a clean run, and not a bug to report either."""
    (folder / "a.menu").write_text(samples.CLEAN)
    with (
        open("/dev/full", "wb") as full,
        open("a.menu", "rb") as text,
        start(*arguments, stdout=full, stdin=text) as process,
    ):
        err = process.stderr.read()
    assert process.returncode == 3
    assert err.splitlines()[-1] == b"smsc-codec: the output cannot be written: No space left on device"


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closing", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(folder: Path, closing: str) -> None:
    """A process without standard streams lints all the same."""
    for text, code in ((samples.CLEAN, 0), (samples.ERROR, 1)):
        (folder / "a.menu").write_text(text)
        command = f'"{sys.executable}" -m smsc_codec lint a.menu {closing}'
        done = subprocess.run(command, shell=True, capture_output=True, timeout=120)
        assert (done.returncode, done.stderr) == (code, b"")


def test_standard_input_that_is_closed(folder: Path) -> None:
    """Asking for a standard input that is closed is told like a file that cannot be read."""
    done = subprocess.run(
        f'"{sys.executable}" -m smsc_codec lint - <&-', shell=True, capture_output=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"standard input is closed" in done.stdout


LOCALES = [
    {},
    {"LC_ALL": "C"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1251"},
    {"PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("env", LOCALES, ids=str)
def test_any_letter_gets_out(folder: Path, env: dict[str, str]) -> None:
    """Into a pipe goes UTF-8, whatever the locale says: no letter is lost and none ends the program."""
    text = "Привет 😀 €\n\n{menu: Нажмите 1\n1: end}\n"
    (folder / "меню.menu").write_text(text, encoding="utf-8")
    with start("parse", "меню.menu", env=env) as process:
        out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, b"")
    assert "Привет 😀 €" in out.decode("utf-8")


#: Each takes as long to load as a good part of the run: none is needed to find nothing in a menu.
HEAVY = {
    "argparse", "asyncio", "click", "dataclasses", "difflib", "email", "glob", "hashlib", "importlib.metadata",
    "importlib.resources", "json", "lark", "logging", "pathlib", "shutil", "socket", "subprocess", "tempfile",
    "bisect", "tomllib", "unicodedata", "urllib.request", "smsc_codec.cli.trouble", "smsc_codec.linter.causes",
    "smsc_codec.linter.selectors", "smsc_codec.payloads.menu.slips", "smsc_codec.payloads.menu.meant.arguments",
    "smsc_codec.payloads.voice", "smsc_codec.text.charsets", "smsc_codec.linter.pages", "smsc_codec.linter.fixes",
    "smsc_codec.linter.reports.frame", "smsc_codec.linter.words.sentences", "smsc_codec.linter.words.russian",
}  # fmt: skip


def loaded(*arguments: str) -> set[str]:
    """The modules that a run of the program has loaded when it ends."""
    code = "import sys; from smsc_codec.cli import run; run(sys.argv[1:]); print(*sys.modules)"
    out = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}", *arguments],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(out.splitlines()[-1].split())


def test_plain_run_loads_little(folder: Path) -> None:
    """Linting a sound menu, beside a configuration of others, loads no click, no TOML reader, no report's drawing."""
    (folder / "a.menu").write_text(samples.CLEAN)
    (folder / "pyproject.toml").write_text("[tool.ruff]\n")
    modules = loaded(*SHORT_WAY)
    assert "smsc_codec.payloads.menu.rules" in modules
    assert not HEAVY & modules


def test_what_msgspec_is_spared_is_there_when_it_is_asked_for(folder: Path) -> None:
    """The program loads msgspec without modules that it hardly ever needs; all work afterwards."""
    (folder / "a.menu").write_text(samples.CLEAN)
    program = """
import smsc_codec.cli
try:
    smsc_codec.cli.main(["lint", "a.menu"])
except SystemExit as end:
    assert end.code == 0
spared = {"typing_extensions", "textwrap", "platform", "msgspec.inspect", "msgspec.toml", "msgspec.yaml"}
print(*spared & sys.modules.keys(), ".")
import datetime, msgspec, platform, typing, uuid
assert type(msgspec.inspect.type_info(int)).__name__ == "IntType"
assert msgspec.toml.encode and msgspec.yaml.encode
import msgspec.inspect, msgspec.toml
assert msgspec.toml is sys.modules["msgspec.toml"]
day = msgspec.json.decode('"2026-01-02"', type=datetime.date)
assert day == datetime.date(2026, 1, 2) and type(day) is datetime.date and msgspec.json.encode(day) == b'"2026-01-02"'
class A(msgspec.Struct):
    '''One.

        Two.'''
class B(msgspec.Struct):
    all: "list['A']"
assert msgspec.convert({"all": [{}]}, B) == B([A()]) and typing.ForwardRef("A").__forward_arg__ == "A"
print(msgspec.json.schema(A)["$defs"]["A"]["description"].split(), platform.system(), uuid.uuid1().version)
"""
    out = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert sys.platform != "linux" or out[1] == "."
    assert out[2] == f"['One.', 'Two.'] {platform.system()} 1"


def test_commands_load_only_themselves(folder: Path) -> None:
    """A command does not load the others, nor the rules where it runs none."""
    (folder / "a.menu").write_text(samples.CLEAN)
    modules = loaded("parse", "a.menu")
    assert "smsc_codec.cli.parse" in modules
    assert not {"smsc_codec.cli.lint", "smsc_codec.cli.fmt", "smsc_codec.payloads.menu.rules"} & modules


def test_texts_are_not_kept(folder: Path) -> None:
    """A thousand sound menus need little more memory than ten."""
    resource = pytest.importorskip("resource")
    del resource
    for count, name in ((10, "few"), (1000, "many")):
        (folder / name).mkdir()
        for number in range(count):
            (folder / name / f"{number}.menu").write_text(samples.CLEAN)
    peaks = []
    for name in ("few", "many"):
        code = (
            "import resource, sys; from smsc_codec.cli import run; assert run(['lint', sys.argv[1]]) == 0;"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        # A child counts the peak of the process it was forked from: so it is a small one that forks.
        small = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
        done = subprocess.run(
            [sys.executable, "-S", "-c", small, sys.executable, "-c", code, name],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        peaks.append(int(done.stdout.split()[-1]) // (1024 if sys.platform == "linux" else 1024 * 1024))
    few, many = peaks
    assert many - few <= 4


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_bare_line_ends_take_little(folder: Path, end: str) -> None:
    """A menu of ten million octets of line ends is linted in less than 300 MiB, most of which is the text."""
    (folder / "a.menu").write_bytes(end.encode() * (10_000_000 // len(end)))
    program = (
        "import resource, sys; from smsc_codec.cli import run; run(['lint', '--format', 'concise', 'a.menu']);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    starter = "import subprocess, sys; subprocess.run(sys.argv[1:], check=True)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", starter, sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert int(done.stdout.splitlines()[-1]) < 300
