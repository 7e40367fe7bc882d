"""The account's limits, kept on this side: what the service would refuse is not sent (LIM-1 .. LIM-4)."""

from __future__ import annotations

from collections.abc import Callable

from smsc_codec.api.limits import Limits, Outcome, Token
from smsc_codec.api.operations import Operation
from smsc_codec.client.errors import HeldBack


class Gate:
    """One client's view of the limits of its login. What other clients ask under it is not known here."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._limits = Limits()

    def enter(self, operation: Operation, again: bool) -> Token | None:
        """The token of a request that may go, which has to `leave`; None while as many are under way as there may be.

        Raises HeldBack for what comes too soon, unless it is to be asked `again`.
        """
        now = self._clock()
        verdict = self._limits.begin(operation, now, again=again)
        if verdict.until is not None:
            raise HeldBack(f"{verdict.reason} ({verdict.fact})", verdict.until - now)
        return verdict.token

    def leave(self, token: Token, outcome: Outcome) -> None:
        """A request is over; after one that is `unsent` things are as before it."""
        self._limits.end(token, outcome)
