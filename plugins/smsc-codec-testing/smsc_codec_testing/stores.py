"""Where journals are kept while processes come and go: in memory, or in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from smsc_codec.client import Entry, Journal, MemoryJournal


class Store(Protocol):
    """Where a journal is kept; it stays when the process that writes it dies."""

    def open(self) -> Journal:
        """The journal, by a process that has just begun."""

    def leave(self, journal: Journal) -> None:
        """The process that had opened it is dead."""

    def save(self) -> Any:
        """All that is kept."""

    def load(self, saved: Any) -> None:
        """Keep this instead."""

    def tear(self, journal: Journal, entry: Entry) -> None:
        """Keep a part of an entry, as a process that dies while it writes one."""


class MemoryStore:
    """A store for journals that are made of entries."""

    def __init__(self, make: Callable[[list[Entry]], Journal] = MemoryJournal) -> None:
        self._make = make
        self._entries: list[Entry] = []

    def open(self) -> Journal:
        """The journal."""
        return _Kept(self._make(list(self._entries)), self._entries)

    def leave(self, journal: Journal) -> None:
        """Nothing is to be closed."""

    def save(self) -> tuple[Entry, ...]:
        """The entries."""
        return tuple(self._entries)

    def load(self, saved: tuple[Entry, ...]) -> None:
        """Keep these."""
        self._entries[:] = saved

    def tear(self, journal: Journal, entry: Entry) -> None:
        """Memory keeps an entry or does not."""


class _Kept:
    """A journal in memory whose entries are kept when its process dies."""

    def __init__(self, journal: Journal, entries: list[Entry]) -> None:
        self._journal = journal
        self._entries = entries

    def read(self) -> Any:
        return self._journal.read()

    def write(self, entry: Entry) -> None:
        self._journal.write(entry)
        self._entries.append(entry)


class FileStore:
    """A store for journals that are kept in a file; `make` opens the one at a path, where there may be none yet.

    A journal is closed by its `close`, where it has one.
    """

    def __init__(self, make: Callable[[Path], Journal], path: Path) -> None:
        self._make = make
        self._path = path

    def open(self) -> Journal:
        """The journal."""
        return self._make(self._path)

    def leave(self, journal: Journal) -> None:
        """Close it: of what was written nothing may depend on that."""
        if hasattr(journal, "close"):
            journal.close()

    def save(self) -> bytes | None:
        """The octets of the file, if there is one."""
        return self._path.read_bytes() if self._path.exists() else None

    def load(self, saved: bytes | None) -> None:
        """Have a file of these octets, or none."""
        self._path.unlink(missing_ok=True)
        if saved is not None:
            self._path.write_bytes(saved)

    def tear(self, journal: Journal, entry: Entry) -> None:
        """Write an entry, and take the second half of it away."""
        before = self._path.stat().st_size
        journal.write(entry)
        octets = self._path.read_bytes()
        self._path.write_bytes(octets[: before + (len(octets) - before) // 2])
