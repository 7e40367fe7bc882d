"""Transcripts of calls as pytest's items."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

from smsc_codec.cli import files
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.menu.calls import CallRun, Trouble, frames, play_file
from smsc_codec.cli.settings import load
from smsc_codec.linter.registry import ConfigError


class Differs(Exception):
    """The call does not go as it is told."""

    def __init__(self, call: CallRun) -> None:
        self.call = call
        super().__init__(call.name)


class CallFile(pytest.File):
    """A file with one transcript."""

    def collect(self) -> Iterable[CallItem]:
        """The call itself."""
        yield CallItem.from_parent(self, name="call")


class CallItem(pytest.Item):
    """One call, played against its menu."""

    def runtest(self) -> None:
        """Raise Differs where it does not go as it is told, Trouble where it cannot be played."""
        call = play_file(os.fspath(self.path), load())
        if call.findings:
            raise Differs(call)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The lines that differ with what came instead; or why it cannot be played."""
        if isinstance(excinfo.value, Differs):
            return frames(excinfo.value.call)
        if isinstance(excinfo.value, Trouble | files.Unreadable | ConfigError):
            return f"{relative_name(os.fspath(self.path))}: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """Where it stands, and what it is called in reports."""
        return self.path, 0, self.path.name
