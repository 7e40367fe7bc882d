"""Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 internal error; the same for every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.linter.reports import FORMATS
from tests.cli import samples
from tests.cli.conftest import Cli

# What the run is over: the files, more arguments, the exit code.
RUNS = {
    "clean": ({"a.menu": samples.CLEAN}, [], 0),
    "info": ({"a.menu": samples.INFO}, [], 0),
    "info counts": ({"a.menu": samples.INFO}, ["--fail-on", "info"], 1),
    "warning": ({"a.menu": samples.WARNING}, [], 1),
    "warning passes": ({"a.menu": samples.WARNING}, ["--fail-on", "error"], 0),
    "error": ({"a.menu": samples.ERROR}, [], 1),
    "error counts": ({"a.menu": samples.ERROR}, ["--fail-on", "error"], 1),
    "never": ({"a.menu": samples.ERROR}, ["--fail-on", "never"], 0),
    "one of several": ({"a.menu": samples.CLEAN, "b.menu": samples.ERROR, "c.menu": samples.CLEAN}, [], 1),
    "ignored": ({"a.menu": samples.WARNING}, ["--ignore", "IVR303"], 0),
    "file is missing": ({}, ["gone.menu"], 1),
    "file is missing, findings never count": ({}, ["gone.menu", "--fail-on", "never"], 1),
    "file is no text": ({"a.menu": "a\0b"}, [], 1),
    "all that is found is mended": ({"a.menu": samples.FIXABLE}, ["--fix"], 0),
    "something to mend": ({"a.menu": samples.INFO}, ["--diff", "--unsafe-fixes"], 1),
    "nothing to mend": ({"a.menu": samples.CLEAN}, ["--diff"], 0),
    "unknown rule": ({"a.menu": samples.CLEAN}, ["--select", "IVR999"], 2),
    "unknown option": ({"a.menu": samples.CLEAN}, ["--no-such-option"], 2),
    "unknown encoding": ({"a.menu": samples.CLEAN}, ["--encoding", "hex"], 2),
    "configuration is missing": ({"a.menu": samples.CLEAN}, ["--config", "gone.toml"], 2),
    "configuration is wrong": ({"a.menu": samples.CLEAN, "smsc-codec.toml": "slect = []"}, [], 2),
    "configuration names no rule": ({"smsc-codec.toml": 'ignore = ["IVR999"]'}, [], 2),
    "leftover ignore": (
        {"a.menu": samples.CLEAN, "smsc-codec.toml": '[per-file-ignores]\n"*" = ["IVR303"]'},
        [],
        1,
    ),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", RUNS)
def test_exit_code(cli: Cli, folder: Path, form: str, name: str) -> None:
    """The exit code follows from what was found alone; how it is shown does not matter."""
    files, more, code = RUNS[name]
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8")
    done = cli("lint", "--format", form, *more, *["."] * bool(files))
    assert done.code == code, done.err
    assert "Traceback" not in done.err
    if code == 2:
        assert done.out == ""
        assert done.err


@pytest.mark.parametrize("form", FORMATS)
def test_internal_error(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A bug ends in exit code 3 and one line that asks for a report; the traceback is shown on demand."""
    (folder / "a.menu").write_text(samples.CLEAN)

    def fail(*_: object) -> None:
        raise ZeroDivisionError("on\npurpose")

    monkeypatch.setattr("smsc_codec.linter.engine.Linter.blocks", fail)
    done = cli("lint", "--format", form, "a.menu")
    assert done.code == 3
    assert done.err.startswith("smsc-codec: internal error: ZeroDivisionError: on purpose; please report it")
    assert done.err.count("\n") == 1
    monkeypatch.setenv("SMSC_CODEC_DEBUG", "1")
    done = cli("lint", "--format", form, "a.menu")
    assert done.code == 3
    assert "Traceback" in done.err


def test_interrupted(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a run as shells expect it, without a traceback, with click and without."""
    (folder / "a.menu").write_text(samples.CLEAN)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("smsc_codec.linter.engine.Linter.blocks", interrupt)
    for arguments in (["lint", "a.menu"], ["lint", "-q", "a.menu"]):
        done = cli(*arguments)
        assert (done.code, done.out) == (130, "")
        assert "Traceback" not in done.err


USAGE = {
    "nothing": ([], "Usage: smsc-codec"),
    "no path": (["fmt"], "Missing argument 'PATH...'"),
    "no command": (["lnt", "a"], "No such command 'lnt'. Did you mean 'lint'?"),
    "nothing like a command": (["xyzzy"], "No such command 'xyzzy'."),
    "near an option": (["lint", "--selct", "IVR", "a"], "--select"),
    "no format": (
        ["lint", "--format", "xml", "a"],
        "'full', 'concise', 'json', 'json-lines', 'github', 'gitlab'",
    ),
    "no kind": (["parse", "--as", "men"], "'menu'"),
    "no rule": (["rule", "IVR1044"], "did you mean 'IVR104'?"),
}


@pytest.mark.parametrize(("arguments", "said"), USAGE.values(), ids=USAGE)
def test_usage_teaches(cli: Cli, arguments: list[str], said: str) -> None:
    """A slip in the command line is exit code 2 and says what there is, on standard error."""
    done = cli(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
