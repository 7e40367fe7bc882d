"""One message of a sending: `mes`, or one of a list (REQ-4, PFX-1 .. PFX-3)."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.api.operations.send import Send, flagged
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.message.words import PROBES, speaks

#: Flags that contradict each other: how the message goes, or what it holds, is not known.
CLASHES = ("channel-conflict", "content-conflict")


def how_it_goes(send: Send) -> str:
    """The channel of a sending, by the prefix of its text where no flag says it (PFX-1 .. PFX-3)."""
    prefix = send.message.channel if send.message is not None else None
    said = flagged(send)
    return prefix or said if send.channel == "sms" else said


def is_wordless(send: Send) -> bool:
    """Whether there is a message that says nothing."""
    return send.message is not None and not speaks(send.message, how_it_goes(send))


def needs_no_text(send: Send) -> bool:
    """Whether the rest of the sending is enough: a probe, a file of a call or of Viber, a subject of an MMS (REQ-4)."""
    channel = how_it_goes(send)
    if channel in ("call", "viber"):
        return send.fileurl is not None or bool(send.files)
    return channel in PROBES or (channel == "mms" and bool((send.subj or "").strip()))


def prefix_conflict(send: Send) -> Iterator[Oddity]:
    """PFX-1 .. PFX-3: a text that says another channel than the request."""
    prefix = send.message.channel if send.message is not None else None
    if prefix and send.channel not in ("sms", prefix):
        told = f"the prefix selects '{prefix}', but the request has '{send.channel}=1'"
        yield Oddity(
            "mes", Problem(told, Span(0, 0), "prefix-flag-conflict", ("only one of them",), severity=None)
        )
