"""The journal in a file: what was written is there, whatever crashed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smsc_codec_httpx import FileJournal, JournalError

from smsc_codec.client import Entry

ENTRIES = (
    Entry("begun", 0, 1000, "ab", "m1"),
    Entry("sent", 0, 1000, "ab", "m1", 1200),
    Entry("begun", 1, 3, "cd", 7),
)


def test_entries_are_kept(tmp_path: Path) -> None:
    """What was written is read, in order, by the next that opens the file, and more goes behind it."""
    path = tmp_path / "journal"
    for number, entry in enumerate(ENTRIES):
        with FileJournal(path) as journal:
            assert journal.read() == ENTRIES[:number]
            journal.write(entry)
    with FileJournal(path) as journal:
        assert journal.read() == ENTRIES


@given(st.data())
def test_a_line_cut_off(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A crash while writing leaves the entries before it, and the next entry does not run into the remains."""
    path = tmp_path_factory.mktemp("cut") / "journal"
    with FileJournal(path) as journal:
        for entry in ENTRIES:
            journal.write(entry)
    whole = path.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    path.write_bytes(whole[:cut])
    left = ENTRIES[: whole[:cut].count(b"\n")]
    with FileJournal(path) as journal:
        assert journal.read() == left
        journal.write(ENTRIES[0])
    with FileJournal(path) as journal:
        assert journal.read() == (*left, ENTRIES[0])


@pytest.mark.parametrize(
    "content", [b"hello\n", b"hello", b'{"event": "x"}\n', b"\xff\n", b"79990000000:Hi\n\n"]
)
def test_other_files(tmp_path: Path, content: bytes) -> None:
    """A file that is no journal is refused, and not touched."""
    path = tmp_path / "precious.txt"
    path.write_bytes(content)
    with pytest.raises(JournalError, match="precious"):
        FileJournal(path)
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="has no flock")
def test_one_process_at_a_time(tmp_path: Path) -> None:
    """Two processes that send one mailing would send it twice: the second is refused."""
    path = tmp_path / "journal"
    program = f"from smsc_codec_httpx import FileJournal; FileJournal({str(path)!r})"
    with FileJournal(path):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
        assert "another process" in done.stderr
    assert subprocess.run([sys.executable, "-c", program], timeout=60).returncode == 0
