"""A journal in a file: one entry a line, on the disk before anything goes out."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

import msgspec

from smsc_codec.client import Entry, JournalError, JournalInUse, Record, records
from smsc_codec_httpx.locks import Lock, Locked, NoLock

_NAME = b"smsc_codec: journal of a mailing, version "
#: The first line of a journal. One without it, of an older version, begins with its first entry.
HEADER = _NAME + b"2\n"
_BINARY = getattr(os, "O_BINARY", 0)  # Windows' own
# In bytes; an entry is shorter.
_LONGEST_LINE = 4096


class FileJournal:
    """Keeps entries in a file, which it makes, for its owner alone. To be closed, or used in a `with` statement.

    A last line that a crash has cut off is left out: what it would have said had not happened yet. Raises
    JournalError, and changes nothing, for a file that is no journal, that another run has open, or that cannot be
    locked; OSError where it cannot be opened or written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._unusable = ""
        self._file = _opened(self.path)
        try:
            self._lock = _locked(self.path, self._file)
            entries, self._size = _read(self.path, self._file)
            _records(self.path, entries)
            self._file.truncate(self._size)
            if not self._size:
                self._append(HEADER)
                _keep_name(self.path)
        except BaseException:
            self._file.close()
            raise

    def read(self) -> tuple[Entry, ...]:
        """Everything that was written, in order. Raises JournalError where the file is no longer as it was left."""
        self._check()
        return tuple(_read(self.path, self._file)[0])

    def write(self, entry: Entry) -> None:
        """Keep an entry; it is on the disk when this returns.

        Raises OSError where that fails, and JournalError from then on: who opens the file again finds what is there.
        """
        self._check()
        self._append(msgspec.json.encode(entry) + b"\n")

    def close(self) -> None:
        """Let go of the file."""
        self._unusable = "it is closed"
        self._file.close()
        self._lock = None

    def __enter__(self) -> FileJournal:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _append(self, octets: bytes) -> None:
        self._unusable = "what was to be written last may be there or not"
        left = memoryview(octets)
        while left:
            left = left[self._file.write(left) :]
        os.fsync(self._file.fileno())
        self._size += len(octets)
        self._unusable = ""

    def _check(self) -> None:
        reason = self._unusable or self._change()
        if reason:
            raise JournalError(f"{self.path}: {reason}; open it again")

    def _change(self) -> str:
        """What others have done to the file since it was written last."""
        if self._lock is None or not self._lock.ours:
            return "another process has this journal, from which this one was forked"
        try:
            there = os.stat(self.path)
        except OSError:
            return "the journal was moved or removed"
        here = os.fstat(self._file.fileno())
        if not os.path.samestat(here, there):
            return "another file is in the journal's place"
        return "" if here.st_size == self._size else "somebody else has written to the journal"


def read_journal(path: str | os.PathLike[str]) -> tuple[Record, ...]:
    """What a journal says of each request: its lines, its id, what became of it. It is neither changed nor locked.

    While a run writes to it the last request may be `begun`. Raises JournalError, OSError.
    """
    name = os.fspath(path)
    with _plain(name, os.O_RDONLY) as file:
        return _records(name, _read(name, file)[0])


def _opened(path: str) -> BinaryIO:
    """The file, made where there is none, though not where a link leads."""
    try:
        return _plain(path, os.O_RDWR | os.O_APPEND)
    except FileNotFoundError:
        pass
    try:
        return _plain(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        raise JournalError(f"{path}: a link that leads nowhere, or somebody else makes it just now") from None


def _plain(path: str, flags: int) -> BinaryIO:
    try:
        fd = os.open(path, flags | _BINARY, 0o600)
    except IsADirectoryError:
        raise JournalError(f"{path}: a folder, and no journal") from None
    except ValueError as error:
        raise JournalError(f"{path!r}: no name of a file: {error}") from None
    file = os.fdopen(fd, "r+b" if flags & os.O_RDWR else "rb", buffering=0)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        file.close()
        raise JournalError(f"{path}: no plain file, and no journal")
    return file


def _locked(path: str, file: BinaryIO) -> Lock | None:
    try:
        return Lock(file.fileno())
    except Locked:
        raise JournalInUse(
            f"{path}: another process, or another run of this one, sends this mailing"
        ) from None
    except NoLock as error:
        raise JournalError(f"{path}: a journal has to be locked, and here it cannot be: {error}") from None


def _read(path: str, file: BinaryIO) -> tuple[list[Entry], int]:
    """The entries, and how many bytes the whole lines have. Raises JournalError; reads no more of what is none."""
    with open(file.fileno(), "rb", closefd=False) as lines:
        lines.seek(0)
        first = lines.readline(_LONGEST_LINE)
        if HEADER.startswith(first) and first != HEADER:  # nothing, or what a crash has left of the header
            return [], 0
        if first.startswith(_NAME) and first != HEADER:
            raise JournalError(f"{path}: a journal of a version that is not known here: {first[:60]!r}")
        entries = [] if first == HEADER else [_entry(path, 1, first)]
        size, number = len(first), 1
        while line := lines.readline(_LONGEST_LINE):
            number += 1
            if not line.endswith(b"\n") and len(line) < _LONGEST_LINE:
                break  # a crash has cut it off
            entries.append(_entry(path, number, line))
            size += len(line)
        return entries, size


def _entry(path: str, number: int, line: bytes) -> Entry:
    try:
        if not line.endswith(b"\n"):
            raise ValueError
        return msgspec.json.decode(line, type=Entry)
    except (ValueError, RecursionError):  # of msgspec and of UTF-8 alike
        what = "this is no journal" if number == 1 else f"line {number} is no entry of a journal"
        raise JournalError(f"{path}: {what}; it was left as it is") from None


def _records(path: str, entries: list[Entry]) -> tuple[Record, ...]:
    try:
        return records(entries)
    except JournalError as error:
        raise JournalError(f"{path}: {error}") from None


def _keep_name(path: str) -> None:
    """Have the folder say on the disk, too, that the file is there."""
    if os.name == "nt":  # folders cannot be opened there, and names are kept with the files
        return
    fd = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks know no such thing
            raise
    finally:
        os.close(fd)
