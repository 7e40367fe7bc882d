"""Who a message goes to: the parameter `phones`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.diagnostics import ParseError, a_text, no_text
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.context import Context, NoOptions
from smsc_codec.payloads.recipients.model import (
    Email,
    Group,
    Phone,
    Recipient,
    Recipients,
    TelegramId,
    TelegramName,
)
from smsc_codec.payloads.recipients.read import read

if TYPE_CHECKING:
    from smsc_codec.payloads.carried import Carried
    from smsc_codec.rules import Rule

__all__ = [
    "CODEC",
    "Email",
    "Group",
    "Phone",
    "Recipient",
    "Recipients",
    "RecipientsCodec",
    "TelegramId",
    "TelegramName",
    "build",
    "format_text",
    "parse",
    "read",
]


def parse(text: str) -> Recipients:
    """The recipients of `text`. Raises ParseError, which carries every problem with its place."""
    a_text(text, "recipients.parse")
    reading = read(text)
    if reading.problems:
        raise ParseError(text, reading.problems)
    recipients: Recipients = reading.value
    return recipients


def build(recipients: Recipients) -> str:
    """The text of `recipients`, which reads back equal. Raises BuildError, which names the field."""
    no_text(recipients, "Recipients", "recipients.build")
    from smsc_codec.payloads.recipients.write import build

    return build(recipients)


def format_text(text: str) -> str:
    """The same recipients with one comma between two and one line end; numbers stay as written. Raises ParseError."""
    from smsc_codec.payloads.recipients.write import written

    return written(parse(text)) + ("\r\n" if "\r\n" in text else "\n")


class RecipientsCodec:
    """The codec of recipients, in the shape all codecs have."""

    kind = "recipients"
    title = "list of recipients"
    value = Recipients
    options = NoOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Recipients:
        """The recipients of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Recipients) -> str:
        """The text of recipients, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text is recipients and nothing else."""
        return not read(text).problems

    def rules(self) -> list[Rule]:
        """The lint rules."""
        from smsc_codec.payloads import general
        from smsc_codec.payloads.recipients import rules

        return [*rules.RULES.rules, *general.RULES.rules]

    def context(self, text: str, options: NoOptions) -> Context:
        """What the rules are given: the reading."""
        return Context(text, options, read)

    def carried(self, context: Context) -> list[Carried]:
        """Each recipient."""
        from smsc_codec.payloads.recipients.carried import carried

        return carried(context)


CODEC = RecipientsCodec()
