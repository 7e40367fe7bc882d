"""Between the client and the world: what is written down and what goes out, so that both are told truly afterwards."""

from __future__ import annotations

from collections.abc import Callable

from smsc_codec.api.building import Request
from smsc_codec.client import Entry, Journal, NotSent, Record, Response, Transport, records

#: In seconds. A request goes out so soon after it was written down as begun, or not at all.
FRESH = 20.0
#: How long all of an exchange may take.
EXCHANGE = 120.0
#: When a journal without a lock has stood still for so long, whoever wrote to it is no longer sending. The rest is
#: for clocks that run at different speeds.
STANDSTILL = FRESH + EXCHANGE + 20.0


class Guard:
    """The journal and the transport of one shard, for a client. It lets no request out that was begun too long ago.

    A worker may stop for minutes between the two: the machine slept, its memory was swapped out. Others may have taken
    the shard for theirs by then.
    """

    def __init__(self, journal: Journal, transport: Transport, clock: Callable[[], float]) -> None:
        self._journal = journal
        self._transport = transport
        self._clock = clock
        self._begun: float | None = None
        self._entries = list(journal.read())

    @property
    def entries(self) -> int:
        """How many entries are known of."""
        return len(self._entries)

    def record(self) -> Record | None:
        """What is known of the shard's request; what could not be written is known, too."""
        known = records(self._entries)
        return known[-1] if known else None

    def read(self) -> tuple[Entry, ...]:
        """Everything that was written."""
        return tuple(self._journal.read())

    def write(self, entry: Entry) -> None:
        """Keep an entry."""
        now = self._clock()
        if entry.event != "begun":  # it is true whether it can be written or not
            self._entries.append(entry)
            self._journal.write(entry)
            return
        self._journal.write(entry)
        self._entries.append(entry)
        self._begun = now

    def exchange(self, request: Request, base: str) -> Response:
        """Send a request. Raises NotSent where it is too late for that, and whatever the transport raises."""
        if self._begun is not None and self._clock() - self._begun > FRESH:
            raise NotSent(f"it was begun more than {FRESH:.0f} s ago, and another run may have it now")
        return self._transport.exchange(request, base)
