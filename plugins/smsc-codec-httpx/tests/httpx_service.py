"""A service on the loopback address that takes messages and knows what became of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from smsc_codec_testing import Loopback, Reply, Seen

from smsc_codec.api import (
    Balance,
    Failure,
    GetBalance,
    GetStatus,
    Price,
    Send,
    Sent,
    Status,
    Statuses,
    build_reply,
    read_request,
)
from smsc_codec.api.received import Received
from smsc_codec.payloads.mailing.model import Line


class Service(Loopback):
    """Answers as the service does; `before` is told of each request before it is carried out, `after` after that."""

    def __init__(
        self,
        before: Callable[[Received], None] = lambda received: None,
        after: Callable[[Received], None] = lambda received: None,
    ) -> None:
        self.received: list[Received] = []
        self.taken: list[Send] = []
        self._before = before
        self._after = after
        super().__init__(self._answer)

    @property
    def lines(self) -> list[Line]:
        """The lines of every list that was taken, in order."""
        return [line for one in self.taken if one.list is not None for line in one.list.lines]

    def _answer(self, seen: Seen) -> Reply:
        received = read_request(seen.method, seen.target, seen.headers.items(), seen.body)
        self.received.append(received)
        assert received.operation is not None
        self._before(received)
        reply = self._reply(received)
        self._after(received)
        return Reply.of(
            200, build_reply(reply, received.operation, fmt=received.fmt, charset=received.charset)
        )

    def _reply(self, received: Received) -> Sent | Price | Failure | Status | Statuses | Balance:
        match received.operation:
            case Send() as send:
                count = len(send.list.lines) if send.list else len(send.phones.items if send.phones else ())
                if send.cost == 1:
                    return Price(cost=Decimal("1.50") * count, cnt=count)
                self.taken.append(send)
                return Sent(id=send.id or 1, cnt=count)
            case GetStatus() as question:
                known = {send.id for send in self.taken}
                rows = tuple(
                    Status(status=1 if one.id in known else -3, id=one.id) for one in question.messages
                )
                return Statuses(rows) if len(rows) > 1 else rows[0]
            case GetBalance():
                return Balance(balance=Decimal("100.01"), currency="RUR")
        return Failure(code=1)
