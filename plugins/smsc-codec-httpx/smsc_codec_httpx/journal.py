"""A journal in a file: one entry a line, on the disk before anything goes out."""

from __future__ import annotations

import os
from collections.abc import Iterable

import msgspec

from smsc_codec.client import Entry
from smsc_codec.diagnostics import CodecError


class JournalError(CodecError):
    """The file is no journal, or another process uses it."""


class FileJournal:
    """Keeps entries in a file, which it makes. To be closed, or used in a `with` statement.

    A last line that a crash has cut off is left out: what it would have said had not happened yet. Raises
    JournalError for a file that holds anything else, and where another process has it open; OSError.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._file = open(self.path, "a+b")  # noqa: SIM115
        try:
            self._lock()
            self._entries = self._read()
        except BaseException:
            self._file.close()
            raise

    def read(self) -> Iterable[Entry]:
        """Everything that was written, in order."""
        return self._entries

    def write(self, entry: Entry) -> None:
        """Keep an entry; it is on the disk when this returns."""
        self._file.write(msgspec.json.encode(entry) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> FileJournal:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows: whoever starts two at once is not stopped
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise JournalError(f"{self.path}: another process sends this mailing") from None

    def _read(self) -> tuple[Entry, ...]:
        self._file.seek(0)
        data = self._file.read()
        whole = data.rfind(b"\n") + 1
        entries = []
        for number, line in enumerate(data[:whole].split(b"\n")[:-1], 1):
            try:
                entries.append(msgspec.json.decode(line, type=Entry))
            except (msgspec.DecodeError, UnicodeDecodeError):
                raise JournalError(f"{self.path}: line {number} is no entry of a journal") from None
        if not entries and data[:1] not in (b"", b"{"):
            raise JournalError(f"{self.path}: this is no journal")
        self._file.truncate(whole)
        return tuple(entries)
