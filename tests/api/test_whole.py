"""Whole requests, as they arrive and as they are sent."""

from __future__ import annotations

from tests.api.whole import PATH, lines


def test_whole_requests_in_full() -> None:
    """REQ-1 .. REQ-6, BEY-1, BEY-2, BEY-9: what each says, and the octets of those that are sent.

    `python -m tests.api.whole` writes whole.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
