"""What a request's text does not say itself."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.text.charsets import Charset


class RequestOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What the rules of requests are told, `[tool.smsc-codec.request]` in the configuration."""

    #: How the text was encoded where it was read; a run over files knows it of each. Letters that were not urlencoded
    #: are sent so.
    encoding: Charset = "utf-8"
