"""What recipients carry: each of them, in order (PAR-1, PAR-2)."""

from __future__ import annotations

from msgspec import structs

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.carried import Carried, same_number
from smsc_codec.payloads.context import Context
from smsc_codec.payloads.recipients.model import Phone


def carried(recipients: Context) -> list[Carried]:
    """Each recipient."""
    found = []
    for index, item in enumerate(recipients.value.items):
        who = (type(item).__name__, *structs.astuple(item))
        if isinstance(item, Phone):
            who = ("Phone", same_number(f"+{item.number}" if item.plus else item.number))
        found.append(Carried(("to", *who), Span(0, 0), (recipients.span("items", index),)))
    return found
