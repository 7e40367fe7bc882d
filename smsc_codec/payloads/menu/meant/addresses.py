"""The handler's address with more before it than belongs there (IVR-6)."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.sound import SOUNDS

_METHOD = regex(
    r"(?P<word>url|uri|link|http|https|get|post|put|open|fetch|curl|request|webhook|hook|notify|handler|call|go[ ]?to"
    r"|visit|jump|redirect|ссылка|адрес|запрос|вызвать|вызов|открыть|перейти(?:[ ](?:по|на|к))?|переход|сайт)"
    r"[ \t]*[:=]?[ \t]*(?=https?://\S+\Z)",
    re.IGNORECASE,
)
#: A program's word before an address without its scheme; other words may well be said before one.
_BARE_METHOD = regex(
    r"(?P<word>get|post|curl|webhook|hook|fetch)[ \t]*[:=]?[ \t]*(?=(?:[a-z0-9-]+\.)+[a-z]{2,20}/\S*\Z)",
    re.IGNORECASE,
)
_SOUND_FILE = regex(r"https?://\S+\.(?:mp3|wav|amr|ogg)\Z", re.IGNORECASE)


def look(value: str, start: int) -> Slip | None:
    """`GET https://...`, `url: https://...`: the handler's address stands alone (IVR-6)."""
    if value.endswith(SOUNDS) and _SOUND_FILE.match(value):
        span = Span(start, start + len(value))
        return slip(
            "IVR218", "this address is called as a handler, and callers do not hear the file", span,
            (Edit(span, f"<file {value}>"),), title=f"write '<file {value}>'", expected=(f"'<file {value}>'",),
            severity="warning",
        )  # fmt: skip
    match = _METHOD.match(value) if "://" in value else _bare_method(value)
    if match is None:
        return None
    bare = "" if "://" in value else "https://"
    span = Span(start, start + match.end())
    return slip(
        "IVR218", f"the address must stand alone, without '{match['word']}'",
        Span(start, start + len(value)), (Edit(span, bare),), title=f"write '{bare}'" if bare else "remove it",
        expected=("the address alone",),
    )  # fmt: skip


def _bare_method(value: str) -> re.Match[str] | None:
    begins = value[:1] in "gpcwhfGPCWHF" and "/" in value
    return _BARE_METHOD.match(value) if begins else None
