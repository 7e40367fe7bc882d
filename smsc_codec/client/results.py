"""What a mailing gives: values that say of every request which lines it held, its id, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

#: What is known of a request. `absent`: it was never begun. `begun`: it is under way, or the run that began it is
#: dead or gave up. `sent`: the service has it. `refused`: nothing was sent, for sure. `unclear`: nobody knows.
State = Literal["absent", "begun", "sent", "refused", "unclear"]

# So many requests are named in words; a result or an error has them all.
_NAMED = 20


class Lines(Struct, frozen=True, gc=False):
    """The lines of one request, from 1, and its id."""

    first: int
    last: int
    id: int | str

    def __str__(self) -> str:
        return f"lines {self.first} to {self.last} (id {self.id})"


class Record(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """What is known of one request of a mailing.

    `first` and `last` are its lines, from 1; `id` is that of its messages (LIST-6), for statuses and callbacks.
    `cnt` is the service's (RSP-7). `times`: how often it may have been carried out; from 2 on its lines may have gone
    out twice. `taken`: nobody saw the service take it, but it knew the message afterwards, or the caller said so.
    """

    first: int
    last: int
    id: int | str
    state: State
    cnt: int = 0
    times: int = 1
    taken: bool = False

    @property
    def lines(self) -> Lines:
        """Its lines and its id alone."""
        return Lines(self.first, self.last, self.id)


class Progress(Struct, frozen=True, gc=False):
    """How far a mailing is: so many `lines` are done, of `total` where that is known; `record` is the request that is
    done now, sent by this run or skipped.
    """

    lines: int
    total: int | None
    record: Record


class Mailed(Struct, frozen=True, kw_only=True):
    """What became of a mailing. `cnt` adds up the service's (RSP-7), of earlier runs too.

    `requests` were made by this run; `skipped` lines were sent by an earlier one. `records` has every request with its
    lines and its id. `repeated` and `taken` name those of them that may have been sent twice, and those that nobody saw
    the service take; they hold what earlier runs did, too, which may have ended before they could tell.
    """

    lines: int
    cnt: int
    requests: int
    skipped: int = 0
    repeated: tuple[Lines, ...] = ()
    taken: tuple[Lines, ...] = ()
    records: tuple[Record, ...] = ()

    def told(self) -> Iterator[str]:
        """In words, what whoever pays has to know."""
        unclear = tuple(one.lines for one in self.records if one.state in ("begun", "unclear"))
        for some, words in (
            (self.repeated, "were sent again: perhaps twice"),
            (self.taken, "were taken for sent"),
            (unclear, "may have been sent: nobody knows"),
        ):
            yield from (f"{lines} {words}" for lines in some[:_NAMED])
            if len(some) > _NAMED:
                yield f"{len(some) - _NAMED} more requests {words}"
