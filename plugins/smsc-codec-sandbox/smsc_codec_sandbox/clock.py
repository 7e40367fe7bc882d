"""The sandbox's time: that of the machine, and as much later as a test wants it to be."""

from __future__ import annotations

import time
from datetime import datetime

from smsc_codec.payloads.schedule.clock import zone


class Clock:
    """Unix time in seconds. It only goes forward."""

    def __init__(self) -> None:
        #: How many seconds it is later than it is.
        self.ahead = 0.0

    def now(self) -> float:
        """The time it is."""
        return time.time() + self.ahead

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        if not 0 <= seconds < 1e9:
            raise ValueError("seconds: a number from 0 up to a thousand million")
        self.ahead += seconds


def written(moment: float, tz: int = 0) -> str:
    """A time as the service writes it, in the zone of an account (STA-2)."""
    return datetime.fromtimestamp(int(moment), zone(tz)).strftime("%d.%m.%Y %H:%M:%S")
