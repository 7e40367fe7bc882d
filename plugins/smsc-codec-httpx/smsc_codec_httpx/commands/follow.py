"""Waiting for what becomes of a message."""

from __future__ import annotations

import time
from collections.abc import Callable

from smsc_codec.api.operations.status import GetStatus
from smsc_codec.api.replies import meanings
from smsc_codec.api.replies.model import Status
from smsc_codec.cli import terminal
from smsc_codec.client import Client

#: In seconds, the last again and again: the service takes five identical questions a minute (STA-7).
PAUSES = (2.0, 4.0, 8.0, 16.0, 30.0)


def follow(
    client: Client, question: GetStatus, seconds: float, sleep: Callable[[float], object] = time.sleep
) -> Status:
    """The status of a message when it is the last one, or after so many seconds; each is said as it comes."""
    said = None
    left, pauses = seconds, iter(PAUSES)
    while True:
        (row,) = client.status(question)
        if row.status != said:
            said = row.status
            why = f" ({meanings.error(row.err)})" if row.err else ""
            asked = question.messages[0]
            terminal.say(f"{asked.phone.number} {asked.id}: {meanings.status(row.status)}{why}")
        if row.status in meanings.FINAL or left <= 0:
            return row
        pause = min(next(pauses, PAUSES[-1]), left)
        sleep(pause)
        left -= pause
