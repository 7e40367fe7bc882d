"""The service's limits as a state machine that is given the time (LIM-1 .. LIM-4, STA-7, BAL-1).

For a transport, which asks when a request may go, and for a stand-in of the service, which refuses it with error 9.
Times are seconds of any clock that only goes forward. Memory is bounded: what is a minute old is forgotten.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterator
from hashlib import blake2b

import msgspec
from msgspec import Struct

from smsc_codec.api.operations import ENDPOINTS, GetBalance, Operation, Send
from smsc_codec.payloads.recipients.model import Phone

#: LIM-2: the fifteenth of the requests that are under way at once is refused.
MOST_AT_ONCE = 14
#: LIM-3: so many messages to one number, each less than a minute after the one before.
MOST_TO_ONE = 50
#: How long a request counts, in seconds.
MINUTE = 60.0
#: LIM-1, LIM-4, STA-7, BAL-1: identical requests a minute, by endpoint; a price is a sending with `cost=1`.
IDENTICAL = {"send": 1, "price": 5, "templates": 3, "op_templates": 10, "ping": 5, "status": 5, "balance": 10}
# So many numbers are watched for floods; of more, those that were written to longest ago are forgotten.
_MOST_NUMBERS = 50_000


class Verdict(Struct, frozen=True, gc=False):
    """Whether a request may go now. If not: why, by which fact, and from when on it may, where time alone decides."""

    allowed: bool
    reason: str = ""
    fact: str = ""
    until: float | None = None


ALLOWED = Verdict(True)


def fingerprint(operation: Operation) -> bytes:
    """What makes two requests identical: all that is asked, and nothing of who asks."""
    return blake2b(msgspec.msgpack.encode(operation), digest_size=16).digest()


class Limits:
    """What was asked under one login, as far as it counts."""

    def __init__(self) -> None:
        self._under_way = 0
        self._asked: OrderedDict[tuple[str, bytes], deque[float]] = OrderedDict()
        #: The last message to each number, and how many came so close one after the other, the latest last.
        self._written: OrderedDict[str, tuple[float, int]] = OrderedDict()

    @property
    def under_way(self) -> int:
        """How many requests have begun and not ended."""
        return self._under_way

    def begin(self, operation: Operation, now: float, *, again: bool = False) -> Verdict:
        """Whether the request may go now; if so it counts from here on, and has to be ended.

        With `again` only the requests that are under way can be in its way.
        """
        kind, mark = _identity(operation)
        verdict = self._verdict(operation, kind, mark, now)
        if not verdict.allowed and not (again and verdict.until is not None):
            return verdict
        self._under_way += 1
        times = self._asked.setdefault((kind, mark), deque(maxlen=IDENTICAL[kind]))
        times.append(now)
        self._asked.move_to_end((kind, mark))
        for number in _numbers(operation):
            last, chain = self._written.pop(number, (now - MINUTE, 0))
            self._written[number] = now, chain + 1 if now - last < MINUTE else 1
        while len(self._written) > _MOST_NUMBERS:
            self._written.popitem(last=False)
        return ALLOWED

    def end(self, unsent: Operation | None = None) -> None:
        """A request that had begun is over, whatever came of it; one that is `unsent` has not been seen by anybody."""
        self._under_way = max(self._under_way - 1, 0)
        if unsent is None:
            return
        times = self._asked.get(_identity(unsent))
        if times:
            times.pop()
            if not times:
                del self._asked[_identity(unsent)]
        for number in _numbers(unsent):
            last, chain = self._written.get(number, (0.0, 0))
            if chain > 1:
                self._written[number] = last, chain - 1
            else:
                self._written.pop(number, None)

    def look(self, operation: Operation, now: float) -> Verdict:
        """What `begin` would say; nothing is counted."""
        return self._verdict(operation, *_identity(operation), now)

    def _verdict(self, operation: Operation, kind: str, mark: bytes, now: float) -> Verdict:
        self._forget(now)
        if self._under_way >= MOST_AT_ONCE:
            return Verdict(False, f"{self._under_way + 1} requests at once", "LIM-2")
        times = [time for time in self._asked.get((kind, mark), ()) if now - time < MINUTE]
        if len(times) >= IDENTICAL[kind]:
            same = "requests" if kind == "balance" else f"identical requests ({kind})"
            return Verdict(
                False, f"more than {IDENTICAL[kind]} {same} a minute", _FACTS[kind], times[0] + MINUTE
            )
        until = None
        flooded = ""
        for number in _numbers(operation):
            last, chain = self._written.get(number, (now, 0))
            if chain >= MOST_TO_ONE and now - last < MINUTE and (until is None or last + MINUTE > until):
                until, flooded = last + MINUTE, number
        if until is not None:
            return Verdict(False, f"more than {MOST_TO_ONE} messages in a row to {flooded}", "LIM-3", until)
        return ALLOWED

    def _forget(self, now: float) -> None:
        """What is a minute old; both tables are in the order of their last times."""
        while self._asked and now - next(iter(self._asked.values()))[-1] >= MINUTE:
            self._asked.popitem(last=False)
        while self._written and now - next(iter(self._written.values()))[0] >= MINUTE:
            self._written.popitem(last=False)


_FACTS = {"send": "LIM-1", "price": "LIM-1", "status": "STA-7", "balance": "BAL-1"} | dict.fromkeys(
    ("templates", "op_templates", "ping"), "LIM-4"
)


def _identity(operation: Operation) -> tuple[str, bytes]:
    kind = ENDPOINTS[type(operation)]
    if isinstance(operation, Send) and operation.cost == 1:
        kind = "price"
    # Ten requests for the balance a minute, identical or not (BAL-1).
    return kind, b"" if isinstance(operation, GetBalance) else fingerprint(operation)


def _numbers(operation: Operation) -> Iterator[str]:
    """The numbers that a sending writes to, once for each message; none for a price."""
    if not isinstance(operation, Send) or operation.cost == 1:
        return
    if operation.phones is not None:
        yield from (item.number for item in operation.phones.items if isinstance(item, Phone))
    for line in operation.list.lines if operation.list is not None else ():
        yield from (phone.removeprefix("+") for phone in line.phones if phone.lstrip("+").isdigit())
