"""The text of one message, `mes`: a prefix, what is sent with its macros, and a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.diagnostics import ParseError, a_text, no_text
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.message.model import (
    Button,
    Message,
    NoUnsub,
    Part,
    Prefixed,
    Remote,
    Stored,
    Text,
    Uploaded,
    VoiceMenu,
)  # fmt: skip
from smsc_codec.payloads.message.options import MessageOptions
from smsc_codec.payloads.message.read import read

if TYPE_CHECKING:
    from smsc_codec.payloads.carried import Carried
    from smsc_codec.payloads.message.context import MessageContext
    from smsc_codec.rules import Rule

__all__ = ["CODEC", "Button", "Message", "MessageCodec", "MessageOptions", "NoUnsub", "Part", "Prefixed", "Remote",
           "Stored", "Text", "Uploaded", "VoiceMenu", "build", "format_text", "parse", "read"]  # fmt: skip


def parse(text: str) -> Message:
    """The message that `text` says. Raises ParseError, which carries every problem with its place."""
    a_text(text, "message.parse")
    reading = read(text)
    if reading.problems:
        raise ParseError(text, reading.problems)
    message: Message = reading.value
    return message


def build(message: Message) -> str:
    """The text of `message`, which reads back equal. Raises BuildError, which names the field."""
    no_text(message, "Message", "message.build")
    from smsc_codec.payloads.message.write import build

    return build(message)


def format_text(text: str) -> str:
    """The same message with its prefix, macros and comment's mark as the page writes them. Raises ParseError.

    What is sent is kept character for character. A text that would say something else then, as half a macro in front
    of another may, is left as it is.
    """
    from smsc_codec.payloads.message.write import write

    message = parse(text)
    canonical = write(message)
    back = read(canonical)
    return text if back.problems or back.value != message else canonical


class MessageCodec:
    """The codec of messages, in the shape all codecs have; `options` differ where a file's ending says the channel."""

    value = Message

    def __init__(self, kind: str, title: str, options: type[MessageOptions]) -> None:
        self.kind = kind
        self.title = title
        self.options = options

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Message:
        """The message of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Message) -> str:
        """The text of a message, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text begins with a prefix, or holds a macro that only messages have; a button only Viber has."""
        if text.startswith(("__CALL__:", "__VIBER__:", "__SOC__:", "__PING__", "__HLR__")):
            return True
        if "{button," in text:
            return self.kind == "viber"
        return "{no_unsub}" in text or "<file " in text

    def rules(self) -> list[Rule]:
        """The message's lint rules."""
        from smsc_codec.payloads.message.rules import RULES

        return RULES

    def context(self, text: str, options: MessageOptions) -> MessageContext:
        """What the rules are given: the reading, and what its channel allows."""
        from smsc_codec.payloads.message.context import MessageContext

        return MessageContext(text, options)

    def carried(self, context: MessageContext) -> list[Carried]:
        """The text by its channel, and the comment."""
        from smsc_codec.payloads.message.carried import carried

        return carried(context)


CODEC = MessageCodec("message", "message", MessageOptions)
