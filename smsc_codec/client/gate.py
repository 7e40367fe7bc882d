"""The account's limits, kept on this side: what the service would refuse is not sent (LIM-1 .. LIM-4)."""

from __future__ import annotations

from collections.abc import Callable

from smsc_codec.api.operations import Operation

#: LIM-2: the service refuses the fifteenth.
MOST_AT_ONCE = 14


class Gate:
    """One client's view of the limits of its login."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._under_way = 0

    def enter(self, operation: Operation, again: bool) -> bool:
        """Whether there is a place for one more request; it is taken then. Raises HeldBack."""
        if self._under_way >= MOST_AT_ONCE:
            return False
        self._under_way += 1
        return True

    def leave(self) -> None:
        """A request is over."""
        self._under_way -= 1
