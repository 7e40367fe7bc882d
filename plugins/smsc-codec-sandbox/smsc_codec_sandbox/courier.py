"""What customers' addresses are to be told, and when (CBK)."""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct, structs

from smsc_codec.api.callback import Callback, StatusReport
from smsc_codec_sandbox.clock import written
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.fates import DELIVERED, final_at, last_fate
from smsc_codec_sandbox.model import Message
from smsc_codec_sandbox.statuses import TYPES, network

_MOST_WAITING = 100_000
#: So many lines at most: calls to further addresses stand in one together.
_MOST_LINES = 1000


class Notice(Struct, frozen=True, tag_field="callback", tag="menu"):
    """The item of a menu that a caller has come to, and the seconds since the pick-up (IVR-6)."""

    id: int | str
    phone: str
    item: str
    seconds: int


class Caught(Struct, frozen=True, tag_field="callback", tag="caught"):
    """A message that was caught, for an address of `webhooks`."""

    message: Message


class Due(Struct, frozen=True):
    """What an address is to be told, and since when; its query may hold a secret word."""

    login: str
    callback: Callback | Notice | Caught
    address: str
    at: float = 0.0


class Told(Struct, frozen=True):
    """What an address was told, its query left out, and what came of it."""

    login: str
    callback: Callback | Notice | Caught
    address: str
    result: str


class Courier:
    """The calls that wait for their time, those that stand in line for their address, and those that were made.

    Each address has its calls one after the other, in the order of their time; another address waits for none of them.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._waiting: list[tuple[float, int, Due]] = []
        self._numbers = itertools.count()
        #: The numbers of what waits to be told of calls that ring, by the key of the message.
        self._ringing: dict[int, int] = {}
        self._keys: dict[int, int] = {}
        self._withdrawn: set[int] = set()
        #: What is due, by its address without the query, as long as somebody calls there.
        self._lines: dict[str, deque[Due]] = {}
        self._in_line = 0
        self.made: deque[Told] = deque(maxlen=1000)

    def clear(self) -> None:
        """Forget all of it."""
        self._waiting.clear()
        self._ringing.clear()
        self._keys.clear()
        self._withdrawn.clear()
        for line in tuple(self._lines.values()):
            line.clear()
        self._in_line = 0
        self.made.clear()

    def expect(self, due: Due, at: float) -> int | None:
        """Tell an address something at a time; too many at once are left out. Gives its number."""
        if len(self._waiting) + self._in_line >= _MOST_WAITING:
            return None
        number = next(self._numbers)
        heapq.heappush(self._waiting, (at, number, due))
        return number

    def caught(self, message: Message) -> None:
        """Tell the addresses of `webhooks` of a message."""
        for address in self._config.webhooks:
            self.expect(Due(message.login, Caught(message), address), message.made)

    def withdraw(self, message: Message) -> None:
        """Do not tell that nobody answers a call: somebody does."""
        number = self._ringing.pop(message.key, None)
        if number is not None:
            self._keys.pop(number, None)
            self._withdrawn.add(number)

    def report(self, message: Message, address: str) -> None:
        """Tell an address of a message's last status when it has it. E-mail never has one (VIR-1)."""
        if message.channel == "mail":
            return
        at = final_at(message, self._config.pace)
        last = last_fate(message)
        hlr: dict[str, Any] = {}
        if message.channel == "hlr" and last.status == DELIVERED:
            hlr = network(message.phone)
        report = StatusReport(
            id=message.id,
            phone=message.phone,
            status=last.status,
            err=last.err,
            type=TYPES.get(message.channel),
            ts=int(at),
            time=written(at, message.tz),
            cnt=message.cnt,
            sender=message.sender or None,
            cost=message.cost,
            **hlr,
        )
        number = self.expect(Due(message.login, report, address), at)
        if message.rings is not None and number is not None:
            self._ringing[message.key] = number
            self._keys[number] = message.key

    def due(self, now: float) -> Iterator[Due]:
        """What is due, each once."""
        while self._waiting and self._waiting[0][0] <= now:
            at, number, due = heapq.heappop(self._waiting)
            self._ringing.pop(self._keys.pop(number, 0), None)
            if number in self._withdrawn:
                self._withdrawn.remove(number)
            else:
                yield structs.replace(due, at=at)

    def line_up(self, now: float) -> list[str]:
        """Put what is due in line; gives the lines that nobody works through yet."""
        begun = []
        for due in self.due(now):
            name = due.address.partition("?")[0]
            if name not in self._lines and len(self._lines) >= _MOST_LINES:
                name = ""
            if name not in self._lines:
                self._lines[name] = deque()
                begun.append(name)
            self._lines[name].append(due)
            self._in_line += 1
        return begun

    def next(self, line: str) -> Due | None:
        """The next call of a line; None ends the line."""
        waiting = self._lines[line]
        if not waiting:
            del self._lines[line]
            return None
        self._in_line -= 1
        return waiting.popleft()

    def waits(self, line: str, at: float) -> bool:
        """Whether more of a line is due since then."""
        waiting = self._lines[line]
        return bool(waiting) and waiting[0].at <= at

    def allowed(self, address: str) -> bool:
        """Whether an address may be called: on this machine, or at a host that the configuration names."""
        try:
            parts = urlsplit(address)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            return False
        if parts.scheme not in ("http", "https") or not host:
            return False
        if host in self._config.callback_hosts or host == "localhost":
            return True
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return False
