"""The journal in a file: what was written is there, whatever crashed, and no other file is touched."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smsc_codec_httpx import FileJournal, JournalError, locks, read_journal
from smsc_codec_httpx.journal import HEADER

from smsc_codec.client import Entry, Record, records

ENTRIES = (
    Entry("begun", 0, 1000, "ab", "m1"),
    Entry("sent", 0, 1000, "ab", "m1", 1200),
    Entry("begun", 1, 3, "cd", 7),
)
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such thing")


def filled(path: Path) -> bytes:
    """A journal with the entries; what its file holds."""
    with FileJournal(path) as journal:
        for entry in ENTRIES:
            journal.write(entry)
    return path.read_bytes()


def refused(path: Path, told: str) -> None:
    """A file is refused by both readers, and stays as it is."""
    before = path.read_bytes()
    for read in (FileJournal, read_journal):
        with pytest.raises(JournalError, match=told):
            read(path)
    assert path.read_bytes() == before


def test_entries_are_kept(tmp_path: Path) -> None:
    """What was written is read, in order, by the next that opens the file and by the one that wrote it."""
    path = tmp_path / "journal"
    for number, entry in enumerate(ENTRIES):
        with FileJournal(path) as journal:
            assert journal.read() == ENTRIES[:number]
            journal.write(entry)
            assert journal.read() == ENTRIES[: number + 1]
    with FileJournal(path) as journal:
        assert journal.read() == ENTRIES


def test_public_reading(tmp_path: Path) -> None:
    """LIST-6: while a run has a journal, others read which lines went out under which id, and change nothing."""
    path = tmp_path / "journal"
    whole = filled(path)
    with FileJournal(path):
        assert read_journal(path) == (
            Record(first=1, last=1000, id="m1", state="sent", cnt=1200),
            Record(first=1001, last=1003, id=7, state="begun"),
        )
    path.write_bytes(whole[:-5])
    assert len(read_journal(path)) == 1
    assert path.read_bytes() == whole[:-5]
    with pytest.raises(FileNotFoundError):
        read_journal(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@given(st.data())
def test_a_line_cut_off(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A crash while writing leaves the entries before it, and the next entry does not run into the remains."""
    path = tmp_path_factory.mktemp("cut") / "journal"
    whole = filled(path)
    cut = data.draw(st.integers(0, len(whole)))
    path.write_bytes(whole[:cut])
    left = ENTRIES[: max(whole[:cut].count(b"\n") - 1, 0)]
    with FileJournal(path) as journal:
        assert journal.read() == left
        journal.write(ENTRIES[len(left) % 3 if len(left) < 3 else 2])
    with FileJournal(path) as journal:
        assert journal.read()[: len(left)] == left
        assert len(journal.read()) == len(left) + 1


def test_older_journals(tmp_path: Path) -> None:
    """A journal of version 0.1.0, without a first line and with `free` for `refused`, goes on being one.

    There a repetition that was refused freed the request: it is unclear, since the first time says more.
    """
    path = tmp_path / "journal"
    begun = b'{"event":"begun","number":0,"lines":2,"digest":"ab","id":"m1"}\n'
    free = begun.replace(b"begun", b"free")
    for lines, state in ((begun, "begun"), (begun + free, "refused"), (begun * 2 + free, "unclear")):
        path.write_bytes(lines)
        assert [one.state for one in read_journal(path)] == [state]
        with FileJournal(path) as journal:
            journal.write(Entry("begun", 0, 2, "ab", "m1"))
        assert path.read_bytes() == lines + begun


@pytest.mark.parametrize(
    "content",
    [
        b"hello\n", b"hello", b"\n", b"\xff\n", b"\0" * 5000, b"79990000000:Hi\n\n",
        b'{"event": "x"}\n', b'{"a": 1}', b"{}", b"{", b"[]", b"null\n", b"{}\n", b'{"event":"begun"}\n',
        b'{"event":"begun","number":0,"lines":2,"digest":"ab","id":"m1"}', b"[" * 100_000,
        HEADER.replace(b"2", b"3"), HEADER.replace(b"\n", b"\r\n"), b" " + HEADER, HEADER[:-1] + b" ",
    ],
)  # fmt: skip
def test_other_files(tmp_path: Path, content: bytes) -> None:
    """A file that is no journal, or one of a version to come, is refused, and not touched."""
    path = tmp_path / "precious.txt"
    path.write_bytes(content)
    refused(path, "precious")


@pytest.mark.parametrize(
    "lines",
    [
        [1], [2], [0, 0, 1, 1], [0, 2], [0, 1, 1], [1, 0], [2, 0, 1],
    ],
)  # fmt: skip
def test_journals_that_make_no_sense(tmp_path: Path, lines: list[int]) -> None:
    """A journal with lines gone, doubled or in another order is not believed: it might send twice."""
    path = tmp_path / "precious.txt"
    whole = filled(path).splitlines(keepends=True)
    path.write_bytes(HEADER + b"".join(whole[1 + number] for number in lines))
    refused(path, "precious")


@given(st.data())
def test_damaged_journals(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Of a journal with octets changed, gone or new, no request is ever free to be sent that may have been."""
    path = tmp_path_factory.mktemp("damaged") / "journal"
    whole = filled(path)
    at = data.draw(st.integers(0, len(whole) - 1))
    until = data.draw(st.integers(at, min(at + 40, len(whole) - 1)))
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=3)) + whole[until:])
    before = path.read_bytes()
    try:
        with FileJournal(path) as journal:
            said = records(journal.read())
    except JournalError:
        assert path.read_bytes() == before
        return
    # The last line alone may go: nobody can tell a crash while it was written from one that took it away later.
    assert [one.state for one in said][:1] in ([], ["begun"], ["sent"])
    assert len(said) > 0 or before.count(b"\n") <= 1
    assert "refused" not in [one.state for one in said]


@pytest.mark.slow
def test_every_octet_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any octet of a journal changed, gone or doubled: it is refused as it is, or frees nothing that may have gone out.

    What is taken for cut off is the last line alone.
    """
    path = tmp_path / "journal"
    whole = filled(path)
    monkeypatch.setattr(os, "fsync", lambda fd: None)
    last = whole.rindex(b"\n", 0, -1) + 1
    refused = 0
    for at in range(len(whole)):
        octet = whole[at]
        for new in (b"", bytes([octet, octet]), *(bytes([octet ^ (1 << bit)]) for bit in range(8))):
            damaged = whole[:at] + new + whole[at + 1 :]
            path.write_bytes(damaged)
            try:
                with FileJournal(path) as journal:
                    said = [one.state for one in records(journal.read())]
            except JournalError:
                refused += 1
                assert path.read_bytes() == damaged
            else:
                assert said in (["sent", "begun"], ["sent"] if at >= last else ["sent", "begun"])
    assert refused > 8 * len(whole)


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a device, a link that leads nowhere: refused, and nothing is made where a link leads."""
    with pytest.raises(JournalError, match="folder"):
        FileJournal(tmp_path)
    with pytest.raises(JournalError, match="no name"):
        FileJournal(str(tmp_path / "a\0b"))
    with pytest.raises(FileNotFoundError):
        FileJournal(tmp_path / "nowhere" / "journal")
    if os.name == "nt":
        return
    with pytest.raises(JournalError, match="no plain file"):
        FileJournal("/dev/null")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalError, match="no plain file"):
        FileJournal(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(JournalError, match="leads nowhere"):
        FileJournal(tmp_path / "link")
    assert not (tmp_path / "target").exists()
    filled(tmp_path / "target")
    with FileJournal(tmp_path / "link"), pytest.raises(JournalError, match="another run"):
        FileJournal(tmp_path / "target")  # it is the same


@posix
def test_for_its_owner_alone(tmp_path: Path) -> None:
    """Others on the machine read no ids in it."""
    path = tmp_path / "journal"
    before = os.umask(0)
    try:
        filled(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut takes neither an entry nor the file's name: both are on the disk before anything goes out."""
    path = tmp_path / "journal"
    synced: list[tuple[bool, int]] = []

    def fsync(fd: int, real: Any = os.fsync) -> None:
        real(fd)
        status = os.fstat(fd)
        synced.append((stat.S_ISDIR(status.st_mode), path.stat().st_size))

    monkeypatch.setattr(os, "fsync", fsync)
    with FileJournal(path) as journal:
        assert synced == [(False, len(HEADER)), *([(True, len(HEADER))] if os.name != "nt" else [])]
        journal.write(ENTRIES[0])
    assert synced[-1] == (False, path.stat().st_size)
    synced.clear()
    FileJournal(path).close()
    assert synced == []


@pytest.mark.parametrize("whole", [True, False])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool) -> None:
    """Where an entry could not be written the journal is used no more; opened again it has what is there."""
    path = tmp_path / "journal"
    filled(path)
    journal = FileJournal(path)

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            journal.write(ENTRIES[2])
    for use in (journal.read, lambda: journal.write(ENTRIES[2])):
        with pytest.raises(JournalError, match="open it again"):
            use()
    journal.close()
    if not whole:
        os.truncate(path, path.stat().st_size - 5)
    with FileJournal(path) as journal:
        assert journal.read() == (*ENTRIES, *ENTRIES[2:]) if whole else ENTRIES


def test_writes_in_pieces(tmp_path: Path) -> None:
    """What the system writes in pieces is whole in the end."""
    path = tmp_path / "journal"
    with FileJournal(path) as journal:
        file = journal._file

        class Slow:
            def __getattr__(self, name: str) -> Any:
                return getattr(file, name)

            def write(self, octets: memoryview) -> int:
                return file.write(octets[:3])

        journal._file = Slow()  # type: ignore[assignment]
        for entry in ENTRIES:
            journal.write(entry)
    with FileJournal(path) as journal:
        assert journal.read() == ENTRIES


@posix
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda path: path.unlink(), "removed"),
        (lambda path: path.rename(path.with_name("other")), "removed"),
        (lambda path: (path.unlink(), filled(path)), "another file"),
        (lambda path: path.write_bytes(b""), "somebody else"),
        (lambda path: path.write_bytes(path.read_bytes() + b"\n"), "somebody else"),
    ],
    ids=["removed", "moved", "replaced", "emptied", "longer"],
)
def test_changed_by_others(tmp_path: Path, change: Any, told: str) -> None:
    """A journal that would not be found by the next run stops this one, before anything more goes out."""
    path = tmp_path / "journal"
    filled(path)
    with FileJournal(path) as journal:
        change(path)
        for use in (journal.read, lambda: journal.write(ENTRIES[2])):
            with pytest.raises(JournalError, match=told):
                use()


def test_one_process_at_a_time(tmp_path: Path) -> None:
    """Two processes that send one mailing would send it twice: the second is refused."""
    path = tmp_path / "journal"
    program = f"from smsc_codec_httpx import FileJournal; FileJournal({str(path)!r}).close()"
    with FileJournal(path):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
        assert "another process" in done.stderr
    assert subprocess.run([sys.executable, "-c", program], timeout=120).returncode == 0


def test_once_in_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is it opened twice in one, also where the disk's lock is by process; closed, it may be again."""
    path = tmp_path / "journal"
    for lock in (locks._lock, lambda fd: None):
        monkeypatch.setattr(locks, "_lock", lock)
        with FileJournal(path), pytest.raises(JournalError, match="another run"):
            FileJournal(path)
        FileJournal(path).close()


@posix
def test_forked(tmp_path: Path) -> None:
    """A process that is forked from the one that has the journal does not write to it."""
    program = """
import os, sys
from smsc_codec.client import Entry
from smsc_codec_httpx import FileJournal, JournalError
journal = FileJournal(sys.argv[1])
if os.fork():
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
try:
    journal.write(Entry("begun", 0, 1, "ab", 1))
except JournalError as error:
    assert "forked" in str(error)
    os._exit(7)
os._exit(0)
"""
    command = [sys.executable, "-c", program, str(tmp_path / "journal")]
    assert subprocess.run(command, timeout=120).returncode == 7


def windows(**lock: Any) -> ModuleType:
    """Windows' module, with a lock of its own."""
    return SimpleNamespace(LK_NBLCK=2, **lock)  # type: ignore[return-value]


def test_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no flock, the byte far behind the journal is locked, so that others can read it."""
    path = tmp_path / "journal"
    taken: list[int] = []

    def locking(fd: int, mode: int, count: int) -> None:
        assert (mode, count) == (2, 1)
        place = os.lseek(fd, 0, os.SEEK_CUR)
        if place in taken:
            raise PermissionError(errno.EACCES, "Permission denied")
        taken.append(place)

    modules = {"fcntl": None, "msvcrt": windows(locking=locking)}
    monkeypatch.setattr(locks, "_module", modules.get)
    filled(path)
    assert taken == [locks.FAR]
    assert path.stat().st_size < locks.FAR
    with pytest.raises(JournalError, match="another process"):
        FileJournal(path)
    taken.clear()
    with FileJournal(path) as journal:
        assert journal.read() == ENTRIES


@pytest.mark.parametrize("found", ["nothing", "no lock on this disk"])
def test_no_lock_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    """Where nothing can be locked, that is said before anything is sent."""

    def locking(fd: int, mode: int, count: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    modules = {"fcntl": None, "msvcrt": None if found == "nothing" else windows(locking=locking)}
    monkeypatch.setattr(locks, "_module", modules.get)
    with pytest.raises(JournalError, match=r"has to be locked.*(no lock for files|No locks available)"):
        FileJournal(tmp_path / "journal")


def test_modules() -> None:
    """A module that this system does not have is none."""
    assert locks._module("no_such_module_of_any_system") is None
    assert locks._module("os") is os
