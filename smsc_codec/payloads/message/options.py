"""What a message's text does not say itself, and its rules must know."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.payloads.message.channels import Name


class MessageOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Policy of the message's rules, `[tool.smsc-codec.message]` in the configuration."""

    #: How a text without a prefix is sent; `event` is a template of event notifications.
    channel: Name = "sms"


class ViberOptions(MessageOptions, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The same for files of Viber messages."""

    channel: Name = "viber"
