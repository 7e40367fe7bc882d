"""What a message's text does not say itself, and its rules must know."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.message.channels import Name, Unsaid


class MessageOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Policy of the message's rules, `[tool.smsc-codec.message]` in the configuration."""

    #: How a text without a prefix is sent; `event` is a template of event notifications, "" is not said: as an SMS.
    channel: Name | Unsaid = ""
    #: The charset of the project's requests; "" is none, which the service reads as windows-1251 (REQ-6).
    charset: Literal["", "windows-1251", "koi8-r", "utf-8"] = ""
    #: The `maxsms` of the project's requests (PAR-18); 0 is none.
    max_sms: int = 0
    #: Whether a binary message is octets, each as the character of its number (`bin=1`), not digits.
    raw: bool = False
    #: Whether it is kept as a template, of which messages are made.
    template: bool = False
    #: How many files are uploaded with it (FIL-1); None where that is not known.
    files: int | None = None
    #: How large files are, in bytes, by their number (`"1"`), path or address.
    sizes: dict[str, int] = {}


class ViberOptions(MessageOptions, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The same for files of Viber messages."""

    channel: Name | Unsaid = "viber"
