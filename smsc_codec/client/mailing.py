"""Mailings of any length: lines to requests, each written down before it goes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from itertools import count
from typing import Any, Literal

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.building import parameters
from smsc_codec.api.operations import Send
from smsc_codec.api.replies.meanings import NOT_FOUND
from smsc_codec.api.replies.model import Sent, Status
from smsc_codec.client.errors import (
    ClientError,
    JournalInUse,
    JournalMismatch,
    NotFound,
    ServiceError,
    UnclearLines,
    Unreachable,
    WrongLine,
)
from smsc_codec.client.flow import END, Asking, Flow, Pull, ask, question
from smsc_codec.client.journal import Book, Entry, Journal, MemoryJournal
from smsc_codec.client.results import Lines, Mailed, Progress, Record
from smsc_codec.diagnostics import BuildError, Problem
from smsc_codec.payloads.mailing.model import Line, Mailing

#: Of one request. The page names no bound; what is unclear after a crash is one request, so they are kept small.
MOST_LINES = 1000
MOST_BYTES = 512 * 1024
#: What to do about a request that was begun by an earlier run, which does not know what became of it.
Unclear = Literal["stop", "ask", "repeat", "sent"]
#: STA-4: what a message has that was refused (ERR-4: 8, 7, 6, 3), though not it alone: it tells nothing of the others.
_REFUSED = (20, 22, 23, 24)


class Plan(Struct, frozen=True, kw_only=True):
    """How a mailing is sent: what goes with every request, and what is done about the unclear ones."""

    how: Send = Send()
    journal: Journal | None = None
    unclear: Unclear = "stop"
    progress: Callable[[Progress], object] | None = None
    total: int | None = None
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES


class _Run:
    """The state of one mailing: where it is, what the journal has, what is left of the source."""

    def __init__(self, plan: Plan, journal: Journal) -> None:
        self.plan = plan
        self.book = Book(journal)
        self.next: Line | None = None
        self.ended = False
        self.lines = self.cnt = self.requests = self.skipped = 0

    def chunk(self, known: Entry | None) -> Flow[tuple[Line, ...]]:
        """The lines of the next request: as many as the journal says that it has, or as fit."""
        lines: list[Line] = []
        size = 0
        while not self.ended:
            if self.next is None:
                pulled = yield Pull()
                if pulled is END:
                    self.ended = True
                    break
                if not isinstance(pulled, Line):
                    told = (
                        pulled.message if isinstance(pulled, Problem) else f"no Line: {type(pulled).__name__}"
                    )
                    wrong = BuildError("", told)
                    raise WrongLine(self.lines + len(lines) + 1, self.lines, wrong)
                self.next = pulled
            size += _size(self.next)
            if known is not None:
                full = len(lines) == known.lines
            else:
                full = len(lines) == self.plan.most_lines or (size > self.plan.most_bytes and bool(lines))
            if full:
                break
            lines.append(self.next)
            self.next = None
        return tuple(lines)

    def done(self, record: Record) -> None:
        """A request is over: tell of it."""
        self.lines = record.last
        self.cnt += record.cnt
        if self.plan.progress is not None:
            self.plan.progress(Progress(self.lines, self.plan.total, record))

    def mailed(self) -> Mailed:
        """What became of the mailing so far."""
        records = self.book.records
        return Mailed(
            lines=self.lines,
            cnt=self.cnt,
            requests=self.requests,
            skipped=self.skipped,
            repeated=tuple(one.lines for one in records if one.times > 1),
            taken=tuple(one.lines for one in records if one.taken),
            records=records,
        )


def mail(asking: Asking, plan: Plan) -> Flow[Mailed]:
    """Send the lines of the source in as few requests as is sensible. Raises the errors of `errors`, and BuildError.

    Every request has an id of its own. One that did not go through stops the mailing: called again with the same
    lines and journal it goes on where it stopped. Whatever ends it says what may have been sent twice.
    """
    check_how(plan.how)
    journal = MemoryJournal() if plan.journal is None else plan.journal
    mine = object()
    if _IN_USE.setdefault(id(journal), mine) is not mine:
        raise JournalInUse("another mailing that is under way uses this journal")
    try:
        run = _Run(plan, journal)
        try:
            yield from _all(asking, run)
        except BaseException as error:
            mailed = run.mailed()
            for words in mailed.told():
                error.add_note(words)
            if isinstance(error, ClientError):
                error.mailed = mailed
            raise
        return run.mailed()
    finally:
        del _IN_USE[id(journal)]


#: The journals of the mailings that are under way in this process. One that is used twice would say nothing.
_IN_USE: dict[int, object] = {}


def _all(asking: Asking, run: _Run) -> Flow[None]:
    for number in count():
        known = run.book.known(number)
        lines = yield from run.chunk(None if known is None else known[0])
        if not lines:
            if known is not None:
                raise JournalMismatch(known[1].first, known[1].last)
            return
        yield from _request(asking, run, number, lines, known)


def _request(
    asking: Asking, run: _Run, number: int, lines: tuple[Line, ...], known: tuple[Entry, Record] | None
) -> Flow[None]:
    """One request: skipped if it was sent, cleared up if that is unclear, sent if not."""
    operation = structs.replace(run.plan.how, list=Mailing(lines))
    try:
        digest = _digest(operation)
    except BuildError as error:
        raise _wrong_line(error, run.lines) from error
    id = asking.new_id() if known is None else known[0].id
    entry = Entry("begun", number, len(lines), digest, id)
    operation = structs.replace(operation, id=id)
    if known is not None:
        before, record = known
        if before.request != entry.request:
            raise JournalMismatch(record.first, record.last)
        if record.state == "sent":
            run.skipped += len(lines)
            run.done(record)
            return
        if (yield from _was_taken(asking, run.plan.unclear, operation, record.lines)):
            run.done(run.book.write(structs.replace(entry, event="taken")))
            return
    attempt = _Attempt(run.book, entry)
    try:
        reply = yield from ask(asking, operation, again=known is not None, begin=attempt.begin)
    except BuildError as error:
        raise _wrong_line(error, run.lines) from error
    except Exception as error:  # one that is given up, by Ctrl-C or by its task, stays begun: nobody knows
        attempt.failed(error)
        raise
    assert isinstance(reply, Sent)
    run.requests += 1
    run.done(run.book.write(structs.replace(entry, event="sent", cnt=reply.cnt)))


class _Attempt:
    """One try to send a request, and what is written about it."""

    def __init__(self, book: Book, entry: Entry) -> None:
        self._book = book
        self._entry = entry
        self._begun = False

    def begin(self) -> None:
        self._book.write(self._entry)
        self._begun = True

    def failed(self, error: Exception) -> None:
        """Only the service's own refusal, and that nobody was reached, say that nothing was sent."""
        if not self._begun:
            return
        nothing_sent = isinstance(error, Unreachable | ServiceError)
        try:
            self._book.write(structs.replace(self._entry, event="refused" if nothing_sent else "unclear"))
        except (
            Exception
        ) as failure:  # what is not written is unclear, which is true; the first error tells more
            error.add_note(f"this could not be written to the journal: {type(failure).__name__}: {failure}")


def _was_taken(asking: Asking, unclear: Unclear, operation: Send, about: Lines) -> Flow[bool]:
    """Whether an unclear request is to be taken for sent. Raises UnclearLines where nobody says."""
    assert operation.id is not None
    if unclear == "repeat":
        return False
    if unclear == "sent":
        return True
    first = question(operation)
    if unclear == "ask" and first is not None:
        with suppress(NotFound):  # one source says it of a message (STA-4): too little to send twice
            status: Any = yield from ask(asking, first, again=True)
            assert isinstance(status, Status)
            if status.status not in _REFUSED:
                return status.status != NOT_FOUND
    raise UnclearLines(about.first, about.last, operation.id, first)


def check_how(how: Send) -> None:
    """Whether this can be said of a whole mailing. Raises BuildError."""
    for field in ("id", "list", "phones", "message", "binary", "push"):
        if getattr(how, field) is not None:
            raise BuildError(field, "cannot be set for a whole mailing: each line or request has its own")
    if how.cost == 1:
        raise BuildError(
            "cost", "a mailing is always sent; use `cost` to ask for the price of its first lines"
        )


def _wrong_line(error: BuildError, before: int) -> BuildError | WrongLine:
    """The error with the line's number in the whole mailing."""
    found = re.match(r"list\.lines\[(\d+)\]\.?(.*)", error.field)
    if found is None:
        return error
    return WrongLine(before + int(found[1]) + 1, before, BuildError(found[2], error.reason))


def _size(line: Line) -> int:
    """The most bytes a line takes in a form: three for each of its own."""
    text = line.text + (line.comment or "") + ",".join(line.phones) + (line.sender or "")
    return 3 * (len(text.encode("utf-8", "replace")) + 8)


def _digest(operation: Send) -> str:
    try:
        octets = msgspec.msgpack.encode(operation)
    except UnicodeEncodeError:
        parameters(operation)  # names the line
        raise
    return blake2b(octets, digest_size=16).hexdigest()
