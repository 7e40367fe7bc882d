"""How a file of messages is to be read."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.message.channels import Name, Unsaid


class MailingOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`[tool.smsc-codec.mailing]` in the configuration."""

    #: Whether the request says `nl=1`: line ends in a message are real ones (LIST-5).
    nl: bool = False
    #: How the messages without a prefix are sent; "" is not said: as SMS.
    channel: Name | Unsaid = ""
    #: The `maxsms` of the project's requests (PAR-18); 0 is none.
    max_sms: int = 0
    #: Whether the requests have `fileurl`, which calls and Viber messages may have instead of a text (REQ-4).
    fileurl: bool = False
    #: The charset of the project's requests; "" is none, which the service reads as windows-1251 (REQ-6).
    charset: Literal["", "windows-1251", "koi8-r", "utf-8"] = ""
