"""Mailings: lines to requests, and going on after a crash; for the blocking client and for the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError, api
from smsc_codec.client import (
    ClientError,
    Entry,
    JournalError,
    JournalMismatch,
    Lines,
    MemoryJournal,
    NotEnoughMoney,
    NotSent,
    OutcomeUnknown,
    Progress,
    Record,
    Repeated,
    Response,
    Unclear,
    UnclearLines,
    Unreachable,
    WrongLine,
    asked,
    fresh_id,
)
from smsc_codec.client.mailing import Plan
from smsc_codec.client.methods import Methods
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.mailing.model import Line, Mailing
from tests.client.shared import ACCESS, Time, make

KINDS = ["blocking", "asynchronous"]
kinds = pytest.mark.parametrize("kind", KINDS)


def line(number: int, text: str = "Hello") -> Line:
    return Line((str(79990000000 + number),), f"{text} {number}")


LINES = tuple(line(number) for number in range(1, 11))


def taken(received: api.Received) -> api.Sent:
    """What the service says of a list that it takes."""
    operation = received.operation
    assert isinstance(operation, api.Send)
    assert operation.list is not None
    assert operation.id is not None
    assert not received.oddities
    return api.Sent(id=operation.id, cnt=len(operation.list.lines))


def sent(transport: Any) -> list[tuple[Line, ...]]:
    """The lines of every list that the transport was given."""
    return [one.list.lines for one in transport.operations if isinstance(one, api.Send)]


@kinds
def test_requests(kind: str) -> None:
    """LIST-1, LIST-6, PAR-4: lines go in order, so many a request, each request with an id of its own."""
    client, transport = make(kind, taken)
    told: list[Progress] = []
    done = client.mailing(iter(LINES), api.Send(sender="Shop"), most_lines=4, progress=told.append, total=10)
    assert (done.lines, done.cnt, done.requests, done.skipped, done.repeated) == (10, 10, 3, 0, ())
    assert sent(transport) == [LINES[:4], LINES[4:8], LINES[8:]]
    assert [one.id for one in transport.operations] == ["id-1", "id-2", "id-3"]
    assert {one.sender for one in transport.operations} == {"Shop"}
    assert [(now.lines, now.total, now.record) for now in told] == [
        (4, 10, done.records[0]), (8, 10, done.records[1]), (10, 10, done.records[2])]  # fmt: skip
    assert done.records == (
        Record(first=1, last=4, id="id-1", state="sent", cnt=4),
        Record(first=5, last=8, id="id-2", state="sent", cnt=4),
        Record(first=9, last=10, id="id-3", state="sent", cnt=2),
    )


@kinds
def test_nothing_to_send(kind: str) -> None:
    """A mailing without lines asks nothing."""
    client, transport = make(kind, [])
    assert client.mailing([]).lines == 0
    assert transport.requests == []


def test_lines_from_an_async_source() -> None:
    """The other client takes what comes without blocking as well."""

    async def source() -> AsyncIterator[Line]:
        for one in LINES:
            yield one

    client, transport = make("asynchronous", taken)
    assert client.mailing(source(), most_lines=5).requests == 2
    assert sent(transport) == [LINES[:5], LINES[5:]]


@kinds
def test_few_lines_are_held(kind: str) -> None:
    """Memory is bounded: no more of the source is taken than one request holds, and one line to look ahead."""
    pulled = 0

    def source() -> Iterator[Line]:
        nonlocal pulled
        for number in range(1, 1001):
            pulled = number
            yield line(number)

    ahead: list[int] = []

    def answer(received: api.Received) -> api.Sent:
        ahead.append(pulled - 10 * len(ahead))
        return taken(received)

    client, _ = make(kind, answer)
    client.mailing(source(), most_lines=10)
    assert len(ahead) == 100
    assert max(ahead) <= 11


@given(
    st.lists(st.text("aЖ\n", min_size=1, max_size=40).filter(str.strip), max_size=30),
    st.integers(1, 9),
    st.integers(60, 900),
)
def test_bounds(texts: list[str], most_lines: int, most_bytes: int) -> None:
    """No line is lost or moved, and a request that holds more than one keeps to both bounds."""
    lines = tuple(Line(("79990000000",), text) for text in texts)
    client, transport = make("blocking", taken)
    client.mailing(lines, most_lines=most_lines, most_bytes=most_bytes)
    assert sum(sent(transport), ()) == lines
    for (_, request), some in zip(transport.requests, sent(transport), strict=True):
        assert len(some) <= most_lines
        said = next(pair for pair in request.body.split(b"&") if pair.startswith(b"list="))
        assert len(some) == 1 or len(said) - len("list=") <= most_bytes


@kinds
@pytest.mark.parametrize(
    ("wrong", "field"), [(Line(("hello",), "x"), "phones"), (Line(("79990000000",), "\ud800"), "text")]
)
def test_wrong_line(kind: str, wrong: Line, field: str) -> None:
    """LIST-9: a wrong line is named by its number in the whole mailing; its request is not sent, nor later ones."""
    client, transport = make(kind, taken)
    journal = MemoryJournal()
    with pytest.raises(WrongLine) as caught:
        client.mailing([*LINES[:5], wrong, *LINES[6:]], most_lines=4, journal=journal)
    assert (caught.value.number, caught.value.sent) == (6, 4)
    assert caught.value.error.field.startswith(field)
    assert "line 6: " in str(caught.value)
    assert sent(transport) == [LINES[:4]]
    mended, transport = make(kind, taken)
    assert mended.mailing(LINES, most_lines=4, journal=journal).skipped == 4
    assert sent(transport) == [LINES[4:8], LINES[8:]]


@kinds
@pytest.mark.parametrize(
    ("how", "field"),
    [(api.Send(id=1), "id"), (api.Send(cost=1), "cost"), (api.Send(list=Mailing()), "list")],
)
def test_what_a_mailing_cannot_be(kind: str, how: api.Send, field: str) -> None:
    """What lines and requests have of their own is not said of the whole."""
    client, _ = make(kind, [])
    with pytest.raises(BuildError) as caught:
        client.mailing(LINES, how)
    assert caught.value.field == field


@kinds
@pytest.mark.parametrize(
    ("stop", "error"), [(NotSent("no"), Unreachable), (api.Failure(code=3), NotEnoughMoney)], ids=["net", "money"]
)  # fmt: skip
def test_going_on_after_a_refusal(kind: str, stop: Any, error: type[Exception]) -> None:
    """What is known to be not sent is sent by the next run, and what was sent is not."""
    journal = MemoryJournal()
    client, transport = make(kind, [api.Sent(id="id-1", cnt=4), stop, stop])
    with pytest.raises(error):
        client.mailing(LINES, most_lines=4, journal=journal)
    client, transport = make(kind, taken)
    done = client.mailing(LINES, most_lines=3, journal=journal)
    assert (done.lines, done.cnt, done.skipped, done.repeated) == (10, 10, 4, ())
    assert sent(transport) == [LINES[4:7], LINES[7:]]


class Killed(BaseException):
    """The end of a process."""


def interrupted(kind: str) -> MemoryJournal:
    """The journal of a run that was killed in its second request."""
    journal = MemoryJournal()
    count = 0

    def answer(received: api.Received) -> api.Sent:
        nonlocal count
        count += 1
        if count == 2:
            raise Killed
        return taken(received)

    client, _ = make(kind, answer)
    with pytest.raises(Killed):
        client.mailing(LINES, most_lines=4, journal=journal)
    assert [(entry.number, entry.event) for entry in journal.entries] == [
        (0, "begun"), (0, "sent"), (1, "begun")]  # fmt: skip
    return journal


@kinds
def test_unclear_lines_stop(kind: str) -> None:
    """What is unclear is not repeated unless somebody says so: the error names its lines and how to ask."""
    client, transport = make(kind, [])
    with pytest.raises(UnclearLines) as caught:
        client.mailing(LINES, most_lines=4, journal=interrupted(kind))
    assert (caught.value.first, caught.value.last, caught.value.id) == (5, 8, "id-2")
    assert caught.value.ask == asked("79990000005", "id-2")
    assert transport.requests == []


@kinds
@pytest.mark.parametrize("unclear", ["repeat", "sent"])
def test_unclear_lines_by_word(kind: str, unclear: str) -> None:
    """Only the request that was unclear is repeated, or taken for sent, and the result says which."""
    client, transport = make(kind, taken)
    done = client.mailing(LINES, most_lines=4, journal=interrupted(kind), unclear=unclear)
    about = (Lines(5, 8, "id-2"),)
    assert (done.lines, done.skipped) == (10, 4)
    assert (done.repeated, done.taken) == ((about, ()) if unclear == "repeat" else ((), about))
    assert sent(transport) == ([LINES[4:8], LINES[8:]] if unclear == "repeat" else [LINES[8:]])


@kinds
@pytest.mark.parametrize(("status", "again"), [(-3, True), (-1, False), (1, False)])
def test_unclear_lines_by_asking(kind: str, status: int, again: bool) -> None:
    """STA-4, LIST-6: a message that the service knows was taken with all of its request; -3 means that it was not."""

    def answer(received: api.Received) -> Any:
        if isinstance(received.operation, api.GetStatus):
            assert received.operation == asked("79990000005", "id-2")
            return api.Status(status=status)
        return taken(received)

    client, transport = make(kind, answer)
    done = client.mailing(LINES, most_lines=4, journal=interrupted(kind), unclear="ask")
    assert sent(transport) == ([LINES[4:8], LINES[8:]] if again else [LINES[8:]])
    assert bool(done.repeated) == again
    assert bool(done.taken) == (not again)
    if again:
        assert transport.operations[1].id == "id-2"  # the same request, which the service may know (LIM-1)


@kinds
def test_unclear_lines_and_error_3(kind: str) -> None:
    """STA-4: that error 3 means a message that is not known is unconfirmed, so nothing is sent again for it."""
    client, transport = make(kind, [api.Failure(code=3, text="message not found")])
    with pytest.raises(UnclearLines) as caught:
        client.mailing(LINES, most_lines=4, journal=interrupted(kind), unclear="ask")
    assert (caught.value.first, caught.value.last) == (5, 8)
    assert sent(transport) == []


@kinds
def test_repeating_says_no_lie(kind: str) -> None:
    """LIM-1: error 9 to a repeated request may mean that the first one was taken, so it stays unclear."""
    journal = interrupted(kind)
    client, _ = make(kind, [api.Failure(code=9)])
    with pytest.raises(Repeated):
        client.mailing(LINES, most_lines=4, journal=journal, unclear="repeat")
    client, _ = make(kind, [])
    with pytest.raises(UnclearLines):
        client.mailing(LINES, most_lines=4, journal=journal)


@kinds
@pytest.mark.parametrize("odd", [Unclear("timed out"), Response(504, b""), b"?"])
def test_unclear_outcome_stops(kind: str, odd: Any) -> None:
    """An outcome that nobody knows stops the mailing; the journal keeps it as unclear."""
    journal = MemoryJournal()
    client, transport = make(kind, [odd])
    with pytest.raises(OutcomeUnknown) as caught:
        client.mailing(LINES, journal=journal)
    assert caught.value.ask == asked("79990000001", "id-1")
    assert len(transport.requests) == 1
    with pytest.raises(UnclearLines):
        client.mailing(LINES, journal=journal)


@kinds
@pytest.mark.parametrize(
    "other",
    [
        (LINES[:6], api.Send()),
        ((*LINES[:2], line(99), *LINES[3:]), api.Send()),
        (LINES, api.Send(sender="Else")),
        ((), api.Send()),
    ],
    ids=["shorter", "changed", "how", "empty"],
)
def test_another_mailing(kind: str, other: tuple[tuple[Line, ...], api.Send]) -> None:
    """A journal of another list, or of one sent otherwise, is refused before anything more is sent."""
    client, transport = make(kind, taken)
    with pytest.raises(JournalMismatch):
        client.mailing(*other, most_lines=4, journal=interrupted(kind), unclear="repeat")
    assert transport.requests == []


@given(
    st.integers(0, 40),
    st.integers(1, 7),
    st.lists(st.integers(1, 4), max_size=6),
    st.booleans(),
    st.sampled_from(["repeat", "ask"]),
)
def test_no_line_is_lost(count: int, most: int, kills: list[int], reached: bool, unclear: str) -> None:
    """However often it is killed, before or after the service took a request, a mailing loses no line.

    Only requests whose outcome was unclear are repeated, and none that were taken when their status is asked.
    """
    lines = tuple(line(number) for number in range(1, count + 1))
    journal = MemoryJournal()
    took: list[Line] = []
    ids: set[object] = set()
    left = list(kills)
    countdown = 0

    def answer(received: api.Received) -> Any:
        nonlocal countdown
        operation = received.operation
        if isinstance(operation, api.GetStatus):
            return api.Status(status=1 if operation.messages[0].id in ids else -3)
        countdown -= 1
        assert isinstance(operation, api.Send)
        assert operation.list is not None
        if countdown != 0 or reached:
            took.extend(operation.list.lines)
            ids.add(operation.id)
        if countdown == 0:
            raise Killed
        return taken(received)

    done = None
    while done is None:
        countdown = left.pop() if left else -1
        client, _ = make("blocking", answer, new_id=fresh_id)
        with suppress(Killed):
            done = client.mailing(lines, most_lines=most, journal=journal, unclear=unclear)
    assert done.lines == count
    if unclear == "ask":
        assert tuple(took) == lines
    else:
        assert list(dict.fromkeys(took)) == list(lines)
        assert len(took) - count <= len(kills) * most


def test_entries_are_plain() -> None:
    """What a journal keeps is of text and numbers, and holds neither the texts of messages nor their numbers."""
    entries = interrupted("blocking").entries
    assert all(isinstance(entry, Entry) for entry in entries)
    assert "7999" not in repr(entries)
    assert "Hello" not in repr(entries)
    assert all(
        len(bytes.fromhex(entry.digest)) == 16 for entry in entries
    )  # as in the journals that there are


@kinds
def test_a_journal_used_twice(kind: str) -> None:
    """A mailing that is run again with the same open journal skips what was sent."""
    journal = MemoryJournal()
    client, transport = make(kind, [api.Sent(id="id-1", cnt=4), NotSent("no"), NotSent("no")])
    with pytest.raises(Unreachable) as caught:
        client.mailing(LINES, most_lines=4, journal=journal)
    assert caught.value.mailed is not None
    assert [(one.id, one.state) for one in caught.value.mailed.records] == [
        ("id-1", "sent"),
        ("id-2", "refused"),
    ]
    client, transport = make(kind, taken)
    assert client.mailing(LINES, most_lines=4, journal=journal).skipped == 4
    assert client.mailing(LINES, most_lines=4, journal=journal).skipped == 10
    assert sent(transport) == [LINES[4:8], LINES[8:]]


@kinds
@pytest.mark.parametrize("unclear", ["repeat", "ask"])
@pytest.mark.parametrize(
    "failure",
    [
        NotSent("no"),
        api.Failure(code=2),
        api.Failure(code=3),
        api.Failure(code=9),
        Response(303, b""),
        Unclear("?"),
    ],
    ids=["unreachable", "access", "money", "repeated", "redirect", "lost"],
)
def test_a_repetition_that_fails(kind: str, unclear: str, failure: Any) -> None:
    """LIM-1: that nothing was sent the second time says nothing of the first: the request stays unclear."""
    journal = interrupted(kind)

    def answer(received: api.Received) -> Any:
        return api.Status(status=-3) if isinstance(received.operation, api.GetStatus) else failure

    client, _ = make(kind, answer)
    with pytest.raises(ClientError):
        client.mailing(LINES, most_lines=4, journal=journal, unclear=unclear)
    client, transport = make(kind, taken)
    with pytest.raises(UnclearLines):
        client.mailing(LINES, most_lines=4, journal=journal)
    assert transport.requests == []
    done = client.mailing(LINES, most_lines=4, journal=journal, unclear="repeat")
    assert done.repeated == (Lines(5, 8, "id-2"),)


@kinds
def test_a_repetition_that_cannot_begin(kind: str) -> None:
    """LIM-1: one that is held back, or cannot be built, leaves an unclear request as it was, and is no repetition."""
    journal = interrupted(kind)
    before = journal.read()
    client, _ = make(kind, [])
    getattr(client, "_client", client)._flows.asking.access = api.Login("alex", "1\n2")
    with pytest.raises(BuildError):
        client.mailing(LINES, most_lines=4, journal=journal, unclear="repeat")
    assert journal.read() == before


@kinds
def test_a_repetition_is_told_by_whoever_ends(kind: str) -> None:
    """A run that repeats a request and is killed cannot tell; so the one that ends the mailing does."""
    journal = interrupted(kind)

    class Dying(MemoryJournal):
        def write(self, entry: Entry) -> None:
            if entry.number == 2:
                raise Killed
            super().write(entry)

    dying = Dying(journal.read())
    client, _ = make(kind, taken)
    with pytest.raises(Killed) as caught:
        client.mailing(LINES, most_lines=4, journal=dying, unclear="repeat")
    assert "lines 5 to 8 (id id-2) were sent again: perhaps twice" in caught.value.__notes__
    client, transport = make(kind, taken)
    done = client.mailing(LINES, most_lines=4, journal=MemoryJournal(dying.read()))
    assert sent(transport) == [LINES[8:]]
    assert done.repeated == (Lines(5, 8, "id-2"),)
    assert list(done.told()) == ["lines 5 to 8 (id id-2) were sent again: perhaps twice"]


@kinds
@pytest.mark.parametrize("status", [20, 22, 23, 24])
def test_unclear_lines_that_were_refused(kind: str, status: int) -> None:
    """STA-4, ERR-4: a first message that was refused does not say whether the others were: it stays unclear."""
    client, transport = make(kind, [api.Status(status=status)])
    with pytest.raises(UnclearLines):
        client.mailing(LINES, most_lines=4, journal=interrupted(kind), unclear="ask")
    assert len(transport.requests) == 1


@kinds
def test_what_was_taken_is_told_later_too(kind: str) -> None:
    """Lines that count as sent by the caller's word are told by every later run."""
    journal = interrupted(kind)
    client, _ = make(kind, [NotSent("no")] * 2)
    with pytest.raises(Unreachable) as caught:
        client.mailing(LINES, most_lines=4, journal=journal, unclear="sent")
    assert caught.value.mailed is not None
    assert caught.value.mailed.taken == (Lines(5, 8, "id-2"),)
    client, _ = make(kind, taken)
    assert client.mailing(LINES, most_lines=4, journal=journal).taken == (Lines(5, 8, "id-2"),)


@kinds
def test_one_journal_one_mailing(kind: str) -> None:
    """Two mailings at once with one journal would both send everything: the second is refused."""
    journal = MemoryJournal()

    def answer(received: api.Received) -> api.Sent:
        with pytest.raises(JournalError, match="under way"):
            next(Methods(ACCESS, ("http://x",), Time(), fresh_id).mailing(Plan(journal=journal)))
        return taken(received)

    client, _ = make(kind, answer)
    assert client.mailing(LINES, journal=journal).requests == 1
    assert client.mailing(LINES, journal=journal).skipped == 10


@kinds
@pytest.mark.parametrize("event", ["begun", "sent"])
def test_a_full_disk(kind: str, event: str) -> None:
    """Where `begun` cannot be written nothing goes out; where `sent` cannot be, the request is unclear, and told."""

    class Full(MemoryJournal):
        def write(self, entry: Entry) -> None:
            if entry.event == event and entry.number == 1:
                raise OSError("No space left on device")
            super().write(entry)

    journal = Full()
    client, transport = make(kind, taken)
    with pytest.raises(OSError, match="No space"):
        client.mailing(LINES, most_lines=4, journal=journal)
    assert len(sent(transport)) == (1 if event == "begun" else 2)
    client, transport = make(kind, taken)
    journal = MemoryJournal(journal.read())
    if event == "sent":
        with pytest.raises(UnclearLines):
            client.mailing(LINES, most_lines=4, journal=journal)
        assert transport.requests == []
    else:
        assert client.mailing(LINES, most_lines=4, journal=journal).repeated == ()


@kinds
def test_a_progress_that_fails(kind: str) -> None:
    """What is written down as sent stays so, whatever its progress is told to."""

    def progress(now: Progress) -> None:
        raise StopIteration

    journal = MemoryJournal()
    client, transport = make(kind, taken)
    with pytest.raises(RuntimeError):
        client.mailing(LINES, most_lines=4, journal=journal, progress=progress)
    assert client.mailing(LINES, most_lines=4, journal=journal).skipped == 4
    assert len(sent(transport)) == 3


@kinds
@pytest.mark.parametrize("wrong", [None, "79990000000:Hi", Problem("odd", Span(0, 1))])
def test_a_source_of_something_else(kind: str, wrong: Any) -> None:
    """What is no line is told with its number, and does not end the mailing as if it were the end of the lines."""
    client, transport = make(kind, taken)
    with pytest.raises(WrongLine) as caught:
        client.mailing([*LINES[:5], wrong, *LINES[6:]], most_lines=4)
    assert (caught.value.number, caught.value.sent) == (6, 4)
    assert caught.value.error.reason == (
        "odd" if isinstance(wrong, Problem) else f"no Line: {type(wrong).__name__}"
    )
    assert sent(transport) == [LINES[:4]]
