"""How a file of messages is to be read."""

from __future__ import annotations

from msgspec import Struct


class MailingOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`[tool.smsc-codec.mailing]` in the configuration."""

    #: Whether the request says `nl=1`: line ends in a message are real ones (LIST-5).
    nl: bool = False
