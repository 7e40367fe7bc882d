"""Whether a message says anything: a prefix, a comment, blanks, in a mail `{no_unsub}` are nothing (REQ-4, CMT-1)."""

from __future__ import annotations

from smsc_codec.payloads.message.model import Message, NoUnsub

#: The channels that use no text (HLR-1).
PROBES = ("ping", "hlr")


def speaks(message: Message, channel: str) -> bool:
    """Whether there is something to send by a channel; a probe needs no text (PFX-3)."""
    if channel in PROBES or message.channel in PROBES:
        return True
    if isinstance(message.text, str):
        return bool(message.text.strip())
    nothing = NoUnsub if channel == "mail" else ()
    return any(
        part.strip() if isinstance(part, str) else not isinstance(part, nothing) for part in message.text
    )
