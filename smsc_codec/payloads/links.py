"""Full http(s) addresses, as the page asks for them (PAR-11, FIL-3, PUSH-1)."""

from __future__ import annotations

import re
from functools import cache

from smsc_codec.diagnostics import shortened
from smsc_codec.lazy import compiled

#: What is allowed, in words.
ALLOWED = "a full http(s) address, such as https://example.com/1"


@cache
def _full() -> re.Pattern[str]:
    host = r"(?:[^\s/?#<>@\[\]]+@)?(?:[^\W_](?:[\w.-]*[\w.])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
    return compiled(rf"(?i)https?://{host}(?:[/?#][^\s<>]*)?")


def problem(url: str) -> str:
    """What is wrong with an address; "" where it is a full one."""
    if _full().fullmatch(url):
        return ""
    if not url:
        return "missing address"
    return f"'{shortened(url)}' is not a full http(s) address"
