"""Replies in every format: what each says, or why it is none."""

from __future__ import annotations

from tests.api.replied import PATH, lines


def test_replies_in_full() -> None:
    """RSP-1 .. RSP-9, ERR-1 .. ERR-3, STA-2, STA-3, STA-7, STA-8: what is read and what is written is as it was when it
    was last read.

    `python -m tests.api.replied` writes replied.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
