"""Requests, both ways: `sms.request`.

`build` makes octets for a transport of an operation; `receive` is the other side of it. `parse` and `read` understand a
request as people write it: an address, a form's body, a `curl` command, an HTTP message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.lazy import loader

if TYPE_CHECKING:
    from smsc_codec.api.building import Format, Method, Request, build_request, parameters
    from smsc_codec.api.building import build_request as build
    from smsc_codec.api.parameters.table import Oddity
    from smsc_codec.api.received import Received, read_request
    from smsc_codec.api.received import read_request as receive
    from smsc_codec.api.text import Asked, parse
    from smsc_codec.api.text.read import read

__all__ = [
    "Asked",
    "Format",
    "Method",
    "Oddity",
    "Received",
    "Request",
    "build",
    "build_request",
    "parameters",
    "parse",
    "read",
    "read_request",
    "receive",
]

_HOMES = {
    "smsc_codec.api.building": "Format Method Request build_request build_request:build parameters",
    "smsc_codec.api.parameters.table": "Oddity",
    "smsc_codec.api.received": "Received read_request read_request:receive",
    "smsc_codec.api.text": "Asked parse read",
}
if not TYPE_CHECKING:
    __getattr__ = loader(__name__, _HOMES)
