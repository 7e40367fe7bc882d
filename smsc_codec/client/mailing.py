"""Mailings of any length: lines to requests, each written down before it goes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import blake2b
from typing import Any, Literal

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.building import parameters
from smsc_codec.api.operations import Send
from smsc_codec.api.replies.model import Sent, Status
from smsc_codec.client.errors import (
    BadReply,
    HeldBack,
    JournalMismatch,
    Repeated,
    ServiceError,
    UnclearLines,
    Unreachable,
    WrongLine,
)
from smsc_codec.client.flow import Asking, Flow, Pull, ask, question
from smsc_codec.client.journal import Entry, Journal, MemoryJournal
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.mailing.model import Line, Mailing

#: Of one request. The page names no bound; what is unclear after a crash is one request, so they are kept small.
MOST_LINES = 1000
MOST_BYTES = 512 * 1024
#: What to do about a request that was begun by an earlier run, which does not know what became of it.
Unclear = Literal["stop", "ask", "repeat", "sent"]
#: Told of lines that are done, and of how many there are, where that is known.
Progress = Callable[[int, int | None], object]
#: STA-4.
_NOT_FOUND = -3


class Lines(Struct, frozen=True, gc=False):
    """The lines of one request, from 1, and its id."""

    first: int
    last: int
    id: int | str


class Mailed(Struct, frozen=True, kw_only=True):
    """What became of a mailing. `cnt` adds up the service's (RSP-7), of earlier runs too.

    `skipped` were sent by an earlier run. Of those that were unclear, `repeated` were sent again: they may have
    been sent twice; `taken` were not, since the service knew them or the caller said so.
    """

    lines: int
    cnt: int
    requests: int
    skipped: int = 0
    repeated: tuple[Lines, ...] = ()
    taken: tuple[Lines, ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """How a mailing is sent: what goes with every request, and what is done about the unclear ones."""

    how: Send = Send()
    journal: Journal | None = None
    unclear: Unclear = "stop"
    progress: Progress | None = None
    total: int | None = None
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES


class _Run:
    """The state of one mailing: where it is, what the journal has, what is left of the source."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.journal: Journal = MemoryJournal() if plan.journal is None else plan.journal
        self.known = {entry.number: entry for entry in self.journal.read()}
        self.next: Line | None = None
        self.ended = False
        self.lines = self.cnt = self.requests = self.skipped = 0
        self.repeated: list[Lines] = []
        self.taken: list[Lines] = []

    def chunk(self, known: Entry | None) -> Flow[tuple[Line, ...]]:
        """The lines of the next request: as many as the journal says that it has, or as fit."""
        lines: list[Line] = []
        size = 0
        while not self.ended:
            if self.next is None:
                self.next = yield Pull()
                if self.next is None:
                    self.ended = True
                    break
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

    def write(self, event: Literal["begun", "sent", "free"], entry: Entry, cnt: int = 0) -> None:
        self.journal.write(structs.replace(entry, event=event, cnt=cnt))

    def done(self, count: int, cnt: int) -> None:
        self.lines += count
        self.cnt += cnt
        if self.plan.progress is not None:
            self.plan.progress(self.lines, self.plan.total)


def mail(asking: Asking, plan: Plan) -> Flow[Mailed]:
    """Send the lines of the source in as few requests as is sensible. Raises the errors of `errors`, and BuildError.

    Every request has an id of its own. One that did not go through stops the mailing: called again with the same
    lines and journal it goes on where it stopped.
    """
    _check(plan.how)
    run = _Run(plan)
    number = 0
    while True:
        known = run.known.get(number)
        if known is not None and known.event == "free":
            known = None
        lines = yield from run.chunk(known)
        if not lines:
            if known is not None:
                raise JournalMismatch(run.lines + 1, run.lines + known.lines)
            break
        yield from _request(asking, run, number, lines, known)
        number += 1
    return Mailed(
        lines=run.lines,
        cnt=run.cnt,
        requests=run.requests,
        skipped=run.skipped,
        repeated=tuple(run.repeated),
        taken=tuple(run.taken),
    )


def _request(
    asking: Asking, run: _Run, number: int, lines: tuple[Line, ...], known: Entry | None
) -> Flow[None]:
    """One request: skipped if it was sent, cleared up if that is unclear, sent if not."""
    first, last = run.lines + 1, run.lines + len(lines)
    operation = structs.replace(run.plan.how, list=Mailing(lines))
    try:
        digest = _digest(operation)
    except BuildError as error:
        raise _wrong_line(error, run.lines) from error
    entry = Entry("begun", number, len(lines), digest, asking.new_id() if known is None else known.id)
    operation = structs.replace(operation, id=entry.id)
    if known is not None:
        if (known.lines, known.digest) != (len(lines), digest):
            raise JournalMismatch(first, run.lines + known.lines)
        if known.event == "sent":
            run.skipped += len(lines)
            run.done(len(lines), known.cnt)
            return
        about = Lines(first, last, known.id)
        if (yield from _was_taken(asking, run.plan.unclear, operation, about)):
            run.write("sent", entry)
            run.taken.append(about)
            run.done(len(lines), 0)
            return
        run.repeated.append(about)
    run.write("begun", entry)
    try:
        reply = yield from ask(asking, operation, again=known is not None)
    except BuildError as error:
        run.write("free", entry)
        raise _wrong_line(error, run.lines) from error
    except (Unreachable, HeldBack, BadReply, ServiceError) as error:
        # Of a repeated request error 9 may say that the first one was taken (LIM-1): it stays unclear.
        if known is None or not isinstance(error, Repeated):
            run.write("free" if known is None else "begun", entry)
        raise
    assert isinstance(reply, Sent)
    run.write("sent", entry, reply.cnt)
    run.requests += 1
    run.done(len(lines), reply.cnt)


def _was_taken(asking: Asking, unclear: Unclear, operation: Send, about: Lines) -> Flow[bool]:
    """Whether an unclear request is to be taken for sent. Raises UnclearLines where nobody says."""
    about_it = question(operation)
    if unclear == "repeat":
        return False
    if unclear == "sent":
        return True
    if unclear == "stop" or about_it is None:
        assert operation.id is not None
        raise UnclearLines(about.first, about.last, operation.id, about_it)
    status: Any = yield from ask(asking, about_it, again=True)
    assert isinstance(status, Status)
    return status.status != _NOT_FOUND


def _check(how: Send) -> None:
    for field in ("id", "list", "phones", "message", "binary", "push"):
        if getattr(how, field) is not None:
            raise BuildError(field, "is not said of a whole mailing: its lines and requests have their own")
    if how.cost == 1:
        raise BuildError("cost", "a mailing is sent; ask for the price of its first lines with `cost`")


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
