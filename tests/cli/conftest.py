"""Runs the command line in this process, in an empty folder, with streams that are no terminal."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from smsc_codec.cli import run
from tests.cli.packages import hours, installed  # noqa: F401


class Done(Struct):
    """What a command did: its exit code and what it wrote. `raw` is its standard output as bytes."""

    code: int
    out: str
    err: str
    raw: bytes


Cli = Callable[..., Done]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: empty, the root of a repository, without any setting from outside."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SMSC_CODEC_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started is ended by Ctrl-C, also where a shell runs the tests in the background and has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def called(*arguments: str, stdin: str | bytes | None = b"") -> Done:
    """What `smsc-codec` does with these arguments and this standard input; None is a closed one."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    before = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = None if data is None else io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    sys.stdout = shown = io.TextIOWrapper(out, encoding="ascii")
    sys.stderr = told = io.TextIOWrapper(err, encoding="ascii")
    try:
        code = run(list(arguments))
    except SystemExit as exit_:
        code = exit_.code
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    shown.flush()
    told.flush()
    return Done(code, out.getvalue().decode(errors="replace"), err.getvalue().decode(), out.getvalue())


@pytest.fixture
def cli() -> Cli:
    """Runs `smsc-codec` with these arguments and this standard input."""
    return called
