"""When messages change their status by themselves, so that whoever looks at them is told."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from itertools import groupby
from threading import Lock

from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.fates import final_at
from smsc_codec_sandbox.model import Message


class Turns:
    """The moments that are still to come, each with the keys of the messages from one to another. Any thread may call
    it; bounded by what is kept.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._lock = Lock()
        self._waiting: list[tuple[float, int, int]] = []

    def expect(self, messages: Sequence[Message]) -> None:
        """Remember when messages, with keys in rising order, change."""
        pace = self._config.pace
        with self._lock:
            for moments, alike in groupby(messages, lambda one: (one.due + pace.sent, final_at(one, pace))):
                keys = [message.key for message in alike]
                for moment in set(moments):
                    heapq.heappush(self._waiting, (moment, keys[0], keys[-1]))
            if messages and len(self._waiting) > 2 * self._config.keep:
                oldest = messages[-1].key - self._config.keep
                self._waiting = [one for one in self._waiting if one[2] > oldest]
                heapq.heapify(self._waiting)

    def due(self, now: float) -> tuple[int, ...]:
        """The keys of messages that have changed by now, each told once."""
        keys: set[int] = set()
        with self._lock:
            while self._waiting and self._waiting[0][0] <= now:
                _, first, last = heapq.heappop(self._waiting)
                keys.update(range(max(first, last - self._config.keep + 1), last + 1))
        return tuple(keys)
