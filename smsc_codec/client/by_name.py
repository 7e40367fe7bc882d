"""A client by the name of its transport, which a package adds (the entry points of `smsc_codec.transports`)."""

from __future__ import annotations

from typing import Any

from smsc_codec.api.access import Access
from smsc_codec.client.blocking import Client
from smsc_codec.diagnostics import WrongArgument
from smsc_codec.plugins import TRANSPORTS, PluginError, describe, installed, load

#: Which extra brings a transport that this project has itself.
_EXTRAS = {"httpx": "http"}


def connect(access: Access, transport: str = "httpx", **options: Any) -> Client:
    """A client that sends by a transport that is installed; `options` are those of its package.

    Raises WrongArgument for a transport that is not installed, and says which extra brings it; PluginError for one
    whose package is broken.
    """
    points = installed(TRANSPORTS)
    if transport not in points:
        there = f"; installed: {', '.join(points)}" if points else ""
        extra = _EXTRAS.get(transport)
        how = f"; pip install 'smsc-codec[{extra}]'" if extra else ""
        raise WrongArgument("connect", "transport", f"there is no transport '{transport}'{there}{how}")
    point = points[transport]
    made = load(point)(access, **options)
    if not isinstance(made, Client):
        raise PluginError(describe(point), f"makes a {type(made).__name__}, which is not a client")
    return made
