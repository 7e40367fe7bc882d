"""What entries say of requests, and in what words that is told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from smsc_codec import api
from smsc_codec.client import Entry, JournalError, Lines, Mailed, MemoryJournal, records
from smsc_codec.client.flow import refuses
from smsc_codec.client.journal import Book
from smsc_codec.payloads.mailing.model import Line
from tests.client.shared import make


def entry(event: Any, number: int = 0, lines: int = 2, **more: Any) -> Entry:
    return Entry(event, number, lines, "ab", f"m{number}", **more)


@pytest.mark.parametrize(
    "entries",
    [
        [entry("begun", lines=0)], [entry("begun", 1)], [entry("begun", -1)], [entry("sent")],
        [entry("begun"), entry("begun", 1)], [entry("begun"), entry("unclear"), entry("begun", 1)],
        [entry("begun"), entry("refused"), entry("begun", 1)], [entry("begun"), entry("sent", lines=3)],
        [entry("begun"), entry("sent"), entry("sent")], [entry("begun"), entry("sent"), entry("begun")],
    ],
)  # fmt: skip
def test_what_no_mailing_writes(entries: list[Entry]) -> None:
    """Requests go one after the other, each has lines, and none changes while it may have been carried out."""
    with pytest.raises(JournalError):
        records(entries)


def test_counts_are_the_services() -> None:
    """RSP-7: only what was sent has a count; the lines go on from request to request."""
    said = records([entry("begun", cnt=9), entry("sent", cnt=3), entry("begun", 1, 5, cnt=9)])
    assert [(one.first, one.last, one.cnt) for one in said] == [(1, 2, 3), (3, 7, 0)]


class _Full(MemoryJournal):
    def write(self, entry: Entry) -> None:
        raise OSError("full")


def test_what_cannot_be_written() -> None:
    """A request is not begun before that is written; what became of it is known, written or not."""
    book = Book(_Full())
    with pytest.raises(OSError, match="full"):
        book.write(entry("begun"))
    assert book.records == ()
    assert book.known(0) is None
    book = Book(_Full([entry("begun")]))
    with pytest.raises(OSError, match="full"):
        book.write(entry("sent", cnt=3))
    assert [(one.state, one.cnt) for one in book.records] == [("sent", 3)]


def test_entries_of_files() -> None:
    """What an entry does not say is nothing: a journal that was written before says the same now."""
    said = b'{"event":"sent","number":0,"lines":2,"digest":"ab","id":"m0"}'
    assert msgspec.json.decode(said, type=Entry) == entry("sent")
    assert msgspec.json.encode(entry("sent", cnt=0)) == said
    assert entry("sent").cnt == 0


@pytest.mark.parametrize(
    ("operation", "code", "id", "expected"),
    [
        *((api.Send(), code, None, True) for code in range(1, 10)),
        *((api.Send(), code, 5, code in (3, 6, 7, 8)) for code in range(1, 10)),
        (api.DeleteTemplate(3), 3, None, True), (api.DeleteTemplate(3), 3, 5, False),
    ],
)  # fmt: skip
def test_refusals(operation: Any, code: int, id: int | None, expected: bool) -> None:
    """ERR-1, ERR-4: send.php names the message with 3, 6, 7 and 8; nothing else has an id beside an error."""
    assert refuses(operation, api.Failure(code=code, id=id)) is expected


@pytest.mark.parametrize("number", [1, 20, 21, 30])
def test_words(number: int) -> None:
    """So many requests are named, and of more it is said how many there are."""
    some = tuple(Lines(n, n, n) for n in range(1, number + 1))
    told = list(Mailed(lines=0, cnt=0, requests=0, repeated=some).told())
    assert told[:20] == [
        f"lines {n} to {n} (id {n}) were sent again: perhaps twice" for n in range(1, min(number, 20) + 1)
    ]
    assert told[20:] == (
        [f"{number - 20} more requests were sent again: perhaps twice"] if number > 20 else []
    )


@pytest.mark.parametrize("kind", ["blocking", "asynchronous"])
def test_repeated_within_the_minute(kind: str) -> None:
    """LIM-1: a repetition that was asked for is not held back by the first time."""
    journal = MemoryJournal()
    lines = [Line(("79990000001",), "Hello")]
    client, transport = make(kind, [b"?", api.Sent(id="id-1", cnt=1)])
    with pytest.raises(ValueError, match="not known"):
        client.mailing(lines, journal=journal)
    assert client.mailing(lines, journal=journal, unclear="repeat").repeated == (Lines(1, 1, "id-1"),)
    assert len(transport.requests) == 2
