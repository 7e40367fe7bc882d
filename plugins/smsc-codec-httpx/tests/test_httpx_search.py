"""The journal in a file does what every journal has to, however a mailing goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from smsc_codec_httpx import FileJournal
from smsc_codec_testing import JournalConformance

from smsc_codec.client import Journal


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes die here, and no disks: what is written need not be on one."""
    monkeypatch.setattr(os, "fsync", lambda fd: None)


class TestFileJournal(JournalConformance):
    def make(self, path: Path) -> Journal:
        return FileJournal(path)
