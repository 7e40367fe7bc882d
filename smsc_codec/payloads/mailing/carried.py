"""What a list carries: each message to each of its recipients (LIST-1, LIST-2)."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.carried import Carried, same_letters, same_number
from smsc_codec.payloads.mailing.context import MailingContext


def carried(mailing: MailingContext) -> list[Carried]:
    """Each recipient's message, with who it comes from and when; each recipient has the order of their own."""
    return list(_carried(mailing))


def _carried(mailing: MailingContext) -> Iterator[Carried]:
    for number, line in enumerate(mailing.lines):
        text = mailing.span(number, "text")
        head: tuple[Span, ...] = ()
        sender = None
        if line.sender is not None:
            sender = same_letters(line.sender)
            head = (mailing.span(number, "sender"),)
            if line.tz is not None:
                head += (mailing.span(number, "tz"),)
        if line.comment is not None:
            head += (mailing.span(number, "comment"),)
        for index, phone in enumerate(line.phones):
            place = mailing.span(number, "phones", index)
            yield Carried((same_number(phone), sender, line.tz, line.comment), text, (place, *head))
