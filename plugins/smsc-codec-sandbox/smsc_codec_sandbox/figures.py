"""Messages, parts, money and findings over time, by channel and sender, counted as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from threading import Lock
from typing import TypeVar

from msgspec import Struct

from smsc_codec.diagnostics import CodecError
from smsc_codec.text.costly import Saving, cheaper
from smsc_codec_sandbox.model import Exchange, Message
from smsc_codec_sandbox.store import Store

Name = TypeVar("Name")
#: So many minutes are kept apart, so many senders and texts: the cheapest and oldest make room.
_MOST_MINUTES, _MOST_NAMES = 10_080, 1000
_AT_ONCE = 5000
#: In minutes.
_STEPS = (1, 5, 15, 60, 360, 1440)
MOST_BARS = 48


class Sum(Struct):
    """How many messages, how many parts (seconds of calls), how much money."""

    messages: int = 0
    parts: int = 0
    cost: Decimal = Decimal(0)

    def add(self, messages: int, parts: int, cost: Decimal) -> None:
        """Count more."""
        self.messages += messages
        self.parts += parts
        self.cost += cost


class Bar(Struct, frozen=True):
    """Some minutes: when they begin, in Unix seconds, what was sent by channel, what was found by severity."""

    at: int
    channels: dict[str, Sum]
    findings: dict[str, int]


class Dear(Struct, frozen=True):
    """A text with all that it cost, and what would make it cheaper, if anything does."""

    text: str
    channel: str
    sum: Sum
    saving: Saving | None


class Figures:
    """What was counted since the store was opened or cleared. Any thread may call it.

    What comes is counted as it comes, in whatever order: a long request is kept behind others that came later. What
    was there before is counted when somebody looks.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        #: The keys of the last message and the last request that were there before, and of those counted last of them.
        self._before = store.last_keys()
        self._message = self._request = 0
        self._forget()
        store.newcomers.append(self._came)

    def _forget(self) -> None:
        self.total = Sum()
        self.channels: dict[str, Sum] = {}
        self.senders: dict[str, Sum] = {}
        self.findings: Counter[str] = Counter()
        self._sent: dict[int, dict[str, Sum]] = {}
        self._found: dict[int, Counter[str]] = {}
        self._texts: dict[tuple[str, str], Sum] = {}

    def clear(self) -> None:
        """Forget all; what was there before is not counted any more."""
        with self._lock:
            self._forget()
            self._message, self._request = self._before

    def update(self) -> bool:
        """Count some of what was there before; whether there may be more."""
        with self._lock:
            messages = self._store.messages_after(self._message, self._before[0], _AT_ONCE)
            requests = self._store.exchanges_after(self._request, self._before[1], _AT_ONCE)
            self._add(messages, requests)
            self._message = messages[-1].key if messages else self._before[0]
            self._request = requests[-1].key if requests else self._before[1]
            return len(messages) == _AT_ONCE or len(requests) == _AT_ONCE

    def _came(self, messages: Sequence[Message], requests: Sequence[Exchange]) -> None:
        with self._lock:
            self._add(messages, requests)

    def _add(self, messages: Sequence[Message], requests: Sequence[Exchange]) -> None:
        for message in messages:
            self._count(message)
        for exchange in requests:
            self._look(exchange)
        for kept in (self._sent, self._found):
            for minute in sorted(kept)[: max(0, len(kept) - _MOST_MINUTES)]:
                del kept[minute]
        self.senders = _dearest(self.senders)
        self._texts = _dearest(self._texts)

    def _count(self, one: Message) -> None:
        minute = self._sent.setdefault(int(one.made) // 60, {})
        sums = (
            self.total,
            self.channels.setdefault(one.channel, Sum()),
            self.senders.setdefault(one.sender, Sum()),
            minute.setdefault(one.channel, Sum()),
            self._texts.setdefault((one.channel, one.text), Sum()),
        )
        for made in sums:
            made.add(1, one.cnt, one.cost)

    def _look(self, one: Exchange) -> None:
        if one.findings:
            found = Counter(finding.severity for finding in one.findings)
            self.findings.update(found)
            self._found.setdefault(int(one.at) // 60, Counter()).update(found)

    def bars(self) -> tuple[int, list[Bar]]:
        """How many minutes a bar is, and the bars from the first to the last, those between with nothing in them."""
        with self._lock:
            minutes = [*self._sent, *self._found]
            if not minutes:
                return 1, []
            first, last = min(minutes), max(minutes)
            step = next((n for n in _STEPS if last // n - first // n < MOST_BARS), _STEPS[-1])
            start = max(first // step, last // step - MOST_BARS + 1)
            bars = [Bar(at * step * 60, {}, Counter()) for at in range(start, last // step + 1)]
            for minute, channels in self._sent.items():
                if minute // step >= start:
                    mine = bars[minute // step - start].channels
                    for channel, made in channels.items():
                        mine.setdefault(channel, Sum()).add(made.messages, made.parts, made.cost)
            for minute, found in self._found.items():
                if minute // step >= start:
                    bars[minute // step - start].findings.update(found)
            return step, bars

    def dearest(self, most: int = 10) -> list[Dear]:
        """The texts that cost most, with what would make them cheaper."""
        with self._lock:
            found = sorted(self._texts.items(), key=lambda pair: -pair[1].cost)[:most]
        return [
            Dear(text, channel, made, _saving(channel, text)) for (channel, text), made in found if made.cost
        ]


def _saving(channel: str, text: str) -> Saving | None:
    if channel not in ("sms", "flash"):
        return None
    try:
        saving = cheaper(text)
    except CodecError:
        return None
    return saving if saving is not None and saving.parts > 0 else None


def _dearest(sums: dict[Name, Sum]) -> dict[Name, Sum]:
    if len(sums) <= 2 * _MOST_NAMES:
        return sums
    return dict(sorted(sums.items(), key=lambda pair: -pair[1].cost)[:_MOST_NAMES])
