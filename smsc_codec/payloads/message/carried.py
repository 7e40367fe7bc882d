"""What a message carries: its text by its channel, and what only its sender sees (CMT-1, PFX-1 .. PFX-3)."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.carried import Carried
from smsc_codec.payloads.message.context import MessageContext


def carried(message: MessageContext) -> list[Carried]:
    """The text with its macros, and the comment; of a binary message in digits its octets, its pid and dcs (CMT-3)."""
    if message.name == "bin" and not message.options.raw:
        return _binary(message.source)
    by = message.message.channel or message.options.channel
    found = []
    for field in ("text", "comment"):
        if (field,) in message.reading.spans and message.words(message.span(field)).strip():
            found.append(Carried((by, field), message.span(field)))
    return found


def _binary(source: str) -> list[Carried]:
    digits = re.match(r"[0-9A-Fa-f]*+", source)
    assert digits is not None
    found = [Carried(("bin", "octets"), Span(*digits.span()))]
    said = compiled(
        r"pid[^0-9]*+([0-9]{1,3}+)[^0-9]{0,20}?dcs[^0-9]*+([0-9]{1,3}+)", re.ASCII | re.IGNORECASE
    )
    trailer = said.search(source, digits.end())
    if trailer is not None:
        place = Span(trailer.start(), trailer.start())
        found.append(
            Carried(("bin", "pid and dcs", int(trailer[1]), int(trailer[2])), place, (Span(*trailer.span()),))
        )
    return found
