"""Which format a reply looks like that was read in another (RSP-1 .. RSP-4, ERR-1 .. ERR-3)."""

from __future__ import annotations

import re

#: The formats by their numbers (PAR-16).
NAMES = ("words", "numbers", "XML", "JSON")
_LOOKS = (
    (3, re.compile(rb"[{\[]")),
    (2, re.compile(rb"<")),
    (0, re.compile(rb"OK\b|ERROR = |[A-Za-z_]+ (?:=|-) ?\S|[0-9.]+ \([0-9]+ SMS\)")),
    (1, re.compile(rb"[0-9.]+(?:,-?[0-9.]+)+")),
)


def format_of(body: bytes) -> int | None:
    """The format that a reply looks like, None for one that looks like none."""
    text = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((fmt for fmt, pattern in _LOOKS if pattern.match(text)), None)
