"""The service's limits as a state machine that is given the time (LIM-1 .. LIM-4, STA-7, BAL-1).

For a transport, which asks when a request may go, and for a stand-in of the service, which refuses it with error 9.
Times are seconds of any clock; one that goes back counts as standing still. Memory is bounded: what is a minute old is
forgotten.
"""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Iterator
from hashlib import blake2b
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from smsc_codec.api.operations import ENDPOINTS, GetBalance, Operation, Send
from smsc_codec.diagnostics import BuildError, CodecError
from smsc_codec.payloads.conform import conform
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
#: What became of a request: `sent` is also one of which nobody knows, `unsent` one that the service has never seen.
Outcome = Literal["sent", "unsent"]


class Token:
    """One request that is under way. `Limits.begin` gives it, `Limits.end` takes it back, once."""

    __slots__ = ()


class TokenError(CodecError):
    """What `Limits.end` was given is no token of these limits, or its request has ended before."""


class Verdict(Struct, frozen=True, gc=False):
    """Whether a request may go now. If not: why, by which fact, and from when on it may, where time alone decides.

    `token` is what `begin` gives with a request that may go.
    """

    allowed: bool
    reason: str = ""
    fact: str = ""
    until: float | None = None
    token: Token | None = None


ALLOWED = Verdict(True)


def fingerprint(operation: Operation) -> bytes:
    """What makes two requests identical: all that is asked, and nothing of who asks.

    Raises BuildError for what is no operation, and for values that no request can say.
    """
    return _checked(operation)[1]


class _Asked(Struct):
    """A request of a kind: when it began, and its token as long as it may still turn out to be unsent."""

    at: float
    token: Token | None


class _Written(Struct):
    """Messages to a number, one close after the other: when the first and the last began, how many they are."""

    first: float
    last: float
    count: int
    token: Token | None


class Limits:
    """What was asked under one login, as far as it counts."""

    def __init__(self) -> None:
        self._now = -math.inf
        #: What each request under way has to take back should it be unsent.
        self._under_way: dict[Token, tuple[tuple[str, bytes], tuple[str, ...]]] = {}
        #: Both tables are in the order of their last times, as far as nothing was taken back.
        self._asked: OrderedDict[tuple[str, bytes], list[_Asked]] = OrderedDict()
        self._written: OrderedDict[str, list[_Written]] = OrderedDict()

    @property
    def under_way(self) -> int:
        """How many requests have begun and not ended."""
        return len(self._under_way)

    def begin(self, operation: Operation, now: float, *, again: bool = False) -> Verdict:
        """Whether the request may go now; if so it counts from here on, and its `token` has to be ended.

        With `again` only the requests that are under way can be in its way. Raises BuildError for what is no
        operation, for values that no request can say, and for a time that is none.
        """
        operation, mark = _checked(operation)
        now = self._at(now)
        key = _key(operation, mark)
        verdict = self._verdict(operation, key, now)
        if not verdict.allowed and not (again and verdict.until is not None):
            return verdict
        token = Token()
        numbers = Counter(_numbers(operation))
        self._under_way[token] = key, tuple(numbers)
        self._asked[key] = [*_lately(self._asked.pop(key, []), IDENTICAL[key[0]], now), _Asked(now, token)]
        for number, count in numbers.items():
            written = [*self._written.pop(number, ()), _Written(now, now, count, token)]
            self._written[number] = _joined(written)
        while len(self._written) > _MOST_NUMBERS:
            self._written.popitem(last=False)
        return Verdict(True, token=token)

    def end(self, token: Token, outcome: Outcome = "sent") -> None:
        """A request that had begun is over. One that is `unsent` leaves things as if it had never begun.

        `sent` is also said of a request of which nobody knows what became. Raises TokenError for anything but a token
        of these limits that has not ended, BuildError for another outcome; nothing changes then.
        """
        if not isinstance(token, Token) or token not in self._under_way:
            raise TokenError(
                "no request under way here has this token; each is ended once, with `verdict.token`"
            )
        if outcome not in ("sent", "unsent"):
            raise BuildError("outcome", "'sent' or 'unsent'")
        key, numbers = self._under_way.pop(token)
        _settle(self._asked, key, token, outcome)
        for number in numbers:
            _settle(self._written, number, token, outcome)
            if number in self._written:
                self._written[number] = _joined(self._written[number])

    def look(self, operation: Operation, now: float) -> Verdict:
        """What `begin` would say; nothing is counted, so there is no token."""
        operation, mark = _checked(operation)
        return self._verdict(operation, _key(operation, mark), self._at(now))

    def _at(self, now: float) -> float:
        if isinstance(now, bool) or not isinstance(now, int | float) or not abs(now) < _NO_TIME:
            raise BuildError("now", "a number of seconds")
        self._now = max(self._now, now)
        return self._now

    def _verdict(self, operation: Operation, key: tuple[str, bytes], now: float) -> Verdict:
        self._forget(now)
        if self.under_way >= MOST_AT_ONCE:
            return Verdict(False, f"{self.under_way + 1} requests at once", "LIM-2")
        kind = key[0]
        most = IDENTICAL[kind]
        times = [asked.at for asked in _lately(self._asked.get(key, []), most, now)]
        if len(times) >= most:
            same = "requests" if kind == "balance" else f"identical requests ({kind})"
            reason = f"more than {most} {same} a minute"
            return Verdict(False, reason, _FACTS[kind], times[-most] + MINUTE)
        until = None
        flooded = ""
        for number in _numbers(operation):
            written = self._written.get(number, ())
            last = written[-1].last if written else now
            many = sum(run.count for run in written) >= MOST_TO_ONE and now - last < MINUTE
            if many and (until is None or last + MINUTE > until):
                until, flooded = last + MINUTE, number
        if until is not None:
            return Verdict(False, f"more than {MOST_TO_ONE} messages in a row to {flooded}", "LIM-3", until)
        return ALLOWED

    def _forget(self, now: float) -> None:
        """What is a minute old."""
        while self._asked and now - next(iter(self._asked.values()))[-1].at >= MINUTE:
            self._asked.popitem(last=False)
        while self._written and now - next(iter(self._written.values()))[-1].last >= MINUTE:
            self._written.popitem(last=False)


_FACTS = {"send": "LIM-1", "price": "LIM-1", "status": "STA-7", "balance": "BAL-1"} | dict.fromkeys(
    ("templates", "op_templates", "ping"), "LIM-4"
)
#: Above it a minute more is the same number.
_NO_TIME = 2.0**52


def _lately(asked: list[_Asked], most: int, now: float) -> list[_Asked]:
    """What of the identical requests counts: those of the last minute, of settled ones no more than are allowed."""
    kept: list[_Asked] = []
    settled = 0
    for one in reversed(asked):
        if now - one.at >= MINUTE or settled == most:
            break
        settled += one.token is None
        kept.insert(0, one)
    return kept


def _joined(written: list[_Written]) -> list[_Written]:
    """The messages to a number up to the last, each less than a minute after the one before.

    Those that cannot be taken back are put together, so that the list is no longer than there are requests under way.
    """
    made: list[_Written] = []
    for run in written:
        if made and run.first - made[-1].last >= MINUTE:
            made.clear()
        if made and run.token is None and made[-1].token is None:
            made[-1] = _Written(made[-1].first, run.last, made[-1].count + run.count, None)
        else:
            made.append(run)
    return made


_Key = TypeVar("_Key")
_Row = TypeVar("_Row", _Asked, _Written)


def _settle(table: OrderedDict[_Key, list[_Row]], key: _Key, token: Token, outcome: Outcome) -> None:
    """Let what a request did stand, or take it back; it may have been forgotten already."""
    rows = table.get(key, [])
    if outcome == "unsent":
        rows[:] = [row for row in rows if row.token is not token]
    for row in rows:
        if row.token is token:
            row.token = None
    if not rows:
        table.pop(key, None)


_OPERATIONS = msgspec.msgpack.Decoder(Operation)


def _checked(operation: Operation) -> tuple[Operation, bytes]:
    """The operation, every part of it of its own type, and what makes it identical to others."""
    try:
        octets = msgspec.msgpack.encode(operation)
        return _OPERATIONS.decode(octets), blake2b(octets, digest_size=16).digest()
    except (ValueError, TypeError, OverflowError, RecursionError):
        conform(operation, Operation)  # names the part
        raise BuildError(
            "operation", "contains half of a surrogate pair, or a number that no request can express"
        ) from None


def _key(operation: Operation, mark: bytes) -> tuple[str, bytes]:
    kind = ENDPOINTS[type(operation)]
    if isinstance(operation, Send) and operation.cost == 1:
        kind = "price"
    # Ten requests for the balance a minute, identical or not (BAL-1).
    return kind, b"" if isinstance(operation, GetBalance) else mark


def _numbers(operation: Operation) -> Iterator[str]:
    """The numbers that a sending writes to, once for each message; none for a price."""
    if not isinstance(operation, Send) or operation.cost == 1:
        return
    if operation.phones is not None:
        yield from (item.number for item in operation.phones.items if isinstance(item, Phone))
    for line in operation.list.lines if operation.list is not None else ():
        yield from (phone.removeprefix("+") for phone in line.phones if phone.lstrip("+").isdigit())
