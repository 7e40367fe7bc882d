"""Requests as the service takes them, and operations as they are sent."""

from __future__ import annotations

from tests.api.taken import PATH, lines


def test_what_is_taken_and_sent_in_full() -> None:
    """REQ-3, REQ-4, REQ-6, PAR, STA-1, TPL-1 .. TPL-3, OPT-1, EVT-1, BAL-1: what each request says, and what is odd.

    `python -m tests.api.taken` writes taken.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
