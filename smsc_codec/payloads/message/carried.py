"""What a message carries: its text by its channel, and what only its sender sees (CMT-1, PFX-1 .. PFX-3)."""

from __future__ import annotations

from smsc_codec.payloads.carried import Carried
from smsc_codec.payloads.message.context import MessageContext


def carried(message: MessageContext) -> list[Carried]:
    """The text with its macros, and the comment."""
    by = message.message.channel or message.options.channel
    found = []
    for field in ("text", "comment"):
        if (field,) in message.reading.spans and message.words(message.span(field)).strip():
            found.append(Carried((by, field), message.span(field)))
    return found
