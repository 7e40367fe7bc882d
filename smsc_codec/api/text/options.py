"""What a request's text does not say itself."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.api.text.read import Encoding


class RequestOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What the rules of requests are told, `[tool.smsc-codec.request]` in the configuration."""

    #: How the text was encoded where it was read; a run over files knows it of each. Letters that were not urlencoded
    #: are sent so.
    encoding: Encoding = "utf-8"
