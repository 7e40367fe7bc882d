"""What a mailing writes down to go on after a crash: which requests were begun, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

from msgspec import Struct


class Entry(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What became of one request of a mailing.

    `begun` is written before it goes out, `sent` when the service has taken it, `free` when it is known that nothing
    was sent. The last entry of a number counts; one that is `begun` and no more is unclear. `lines` and `digest` say
    what the request held; `cnt` is the service's (RSP-7).
    """

    event: Literal["begun", "sent", "free"]
    number: int
    lines: int
    digest: str
    id: int | str
    cnt: int = 0


class Journal(Protocol):
    """Keeps entries. One mailing has one journal, and one process at a time uses it."""

    def read(self) -> Iterable[Entry]:
        """Everything that was written, in order."""

    def write(self, entry: Entry) -> None:
        """Keep an entry. It must be on stable storage when this returns."""


class MemoryJournal:
    """Keeps entries as long as the program runs: enough to go on after an error, not after a crash."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def read(self) -> Iterable[Entry]:
        """Everything that was written, in order."""
        return tuple(self.entries)

    def write(self, entry: Entry) -> None:
        """Keep an entry."""
        self.entries.append(entry)
