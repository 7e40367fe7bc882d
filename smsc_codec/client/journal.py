"""What a mailing writes down, and what that says of each of its requests: a state machine with one table.

Whoever keeps the entries, the meaning of them is here alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

from msgspec import Struct

from smsc_codec.client.errors import JournalError
from smsc_codec.client.results import Record, State

#: What is written: that a request is about to go out, that the service has taken it, that nothing was sent, that
#: nobody knows, that it counts as sent although nobody saw it taken. `free` is an older word for `refused`.
Event = Literal["begun", "sent", "refused", "unclear", "taken", "free"]


class Step(Struct, frozen=True):
    """The state after an event, and by how much the times change that a request may have been carried out.

    `earlier` is the state instead where an earlier time is left that may have been.
    """

    after: State
    times: int = 0
    earlier: State | None = None


#: All that can happen to a request. Of a journal that says anything else nothing is believed.
TABLE: dict[tuple[State, Event], Step] = {
    ("absent", "begun"): Step("begun", +1),
    ("refused", "begun"): Step("begun", +1),
    ("begun", "begun"): Step("begun", +1),  # the run that began it is dead, and the next repeats it
    ("unclear", "begun"): Step("begun", +1),
    ("begun", "sent"): Step("sent"),
    # That the second time nothing was sent says nothing of the first.
    ("begun", "refused"): Step("refused", -1, earlier="unclear"),
    ("begun", "unclear"): Step("unclear"),
    ("begun", "taken"): Step("sent"),
    ("unclear", "taken"): Step("sent"),
}


class Entry(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What happened to one request of a mailing; requests are numbered from 0.

    `begun` is written before it goes out. `lines` and `digest` say what the request held; `cnt` is the service's
    (RSP-7).
    """

    event: Event
    number: int
    lines: int
    digest: str
    id: int | str
    cnt: int = 0

    @property
    def request(self) -> tuple[int, str, int | str]:
        """What may not change while it may have been carried out."""
        return self.lines, self.digest, self.id


class Journal(Protocol):
    """Keeps entries. One mailing has one journal, and one run at a time uses it."""

    def read(self) -> Iterable[Entry]:
        """Everything that was written, in order: what was written since it was opened, too."""

    def write(self, entry: Entry) -> None:
        """Keep an entry. It must be on stable storage when this returns."""


class MemoryJournal:
    """Keeps entries as long as the program runs: enough to go on after an error, not after a crash."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = list(entries)

    def read(self) -> Iterable[Entry]:
        """Everything that was written, in order."""
        return tuple(self.entries)

    def write(self, entry: Entry) -> None:
        """Keep an entry."""
        self.entries.append(entry)


class Book:
    """What a journal says, brought up to date by each entry that is written. A record and an entry a request are held.

    Raises JournalError for entries that no mailing writes.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._entries: list[Entry] = []
        self._records: list[Record] = []
        for entry in journal.read():
            self._keep(entry, self._after(entry))

    @property
    def records(self) -> tuple[Record, ...]:
        """Every request that was ever begun."""
        return tuple(self._records)

    def known(self, number: int) -> tuple[Entry, Record] | None:
        """The request of a number, where it may have been carried out."""
        if number >= len(self._records) or self._records[number].state == "refused":
            return None
        return self._entries[number], self._records[number]

    def write(self, entry: Entry) -> Record:
        """Write an entry; what is known after it."""
        record = self._after(entry)
        if entry.event == "begun":  # nothing goes out before it is written
            self._journal.write(entry)
            self._keep(entry, record)
        else:  # what became of it is true whether it can be written or not
            self._keep(entry, record)
            self._journal.write(entry)
        return record

    def _keep(self, entry: Entry, record: Record) -> None:
        if entry.number == len(self._records):
            self._entries.append(entry)
            self._records.append(record)
        self._entries[entry.number] = entry
        self._records[entry.number] = record

    def _after(self, entry: Entry) -> Record:
        number = entry.number
        if not 0 <= number <= len(self._records) or entry.lines < 1:
            raise JournalError(
                f"what happened to request {number} cannot follow what the journal says before it"
            )
        if number == len(self._records):
            before = self._records[-1] if self._records else None
            if before is not None and before.state != "sent":
                raise JournalError(f"request {number} cannot begin: the one before it is {before.state}")
            first = 1 if before is None else before.last + 1
            now = Record(first=first, last=first - 1, id=entry.id, state="absent", times=0)
        else:
            now = self._records[number]
        event: Event = "refused" if entry.event == "free" else entry.event
        step = TABLE.get((now.state, event))
        if step is None:
            raise JournalError(f"request {number} is {now.state}; nothing that is {event!r} can follow")
        if now.state not in ("absent", "refused") and self._entries[number].request != entry.request:
            raise JournalError(f"request {number} is said to be two different ones")
        times = now.times + step.times
        return Record(
            first=now.first,
            last=now.first + entry.lines - 1,
            id=entry.id,
            state=step.earlier if step.earlier is not None and times > 0 else step.after,
            cnt=entry.cnt if event == "sent" else 0,
            times=times,
            taken=event == "taken",
        )


def records(entries: Iterable[Entry]) -> tuple[Record, ...]:
    """What a journal's entries say of each request. Raises JournalError for entries that no mailing writes."""
    return Book(MemoryJournal(entries)).records
