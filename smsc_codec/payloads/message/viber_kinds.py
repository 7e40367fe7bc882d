"""Which kinds of Viber messages there are, and what counts as a picture in one (VIB-2, VIB-3)."""

from __future__ import annotations

import re
from functools import cache

from smsc_codec.lazy import compiled

#: The kinds of messages, in words (VIB-2).
KINDS = ("text", "a picture", "text and a button", "text and a picture", "text, a button and a picture")


@cache
def links() -> re.Pattern[str]:
    """The plain link of an uploaded file, which is a picture too (VIB-3)."""
    return compiled(r"https?://[^\s/<>{}]+/upload/files/sms/[^\s<>{}]+")


def pictures_by_link(text: str) -> list[str]:
    """The pictures that a text holds by their plain links."""
    return links().findall(text) if "/upload/files/sms/" in text else []
