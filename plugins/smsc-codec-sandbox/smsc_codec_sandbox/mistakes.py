"""Which mistakes in a request the service refuses, and with which code (ERR-4).

It takes what it can make something of: a wrong number beside right ones, a menu that strands its callers, text in
another charset than is said. The linter tells of those.
"""

from __future__ import annotations

from smsc_codec.api.operations import Send
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.api.received import Received

_PARAMETERS, _DATE, _FORBIDDEN, _NUMBER = 1, 5, 6, 7
#: PAR-13: parameters of a call that make no sense are dropped.
_DROPPED = frozenset(("voice", "param"))


def code_for(received: Received) -> int | None:
    """The code of the first mistake that a request is refused for."""
    codes = [code for oddity in received.errors if (code := _code(oddity, received))]
    return min(codes) if codes else None


def _code(oddity: Oddity, received: Received) -> int | None:
    name, kind = oddity.parameter, oddity.problem.kind
    send = received.operation if isinstance(received.operation, Send) else None
    if kind == "request-charset" or name in _DROPPED:
        return None
    if kind in ("missing-parameter", "request-body", "message-too-long") or name == "":
        return _PARAMETERS
    match name:
        case "time":
            return _DATE
        case "sender":
            return _FORBIDDEN
        case "phones":
            some = send is not None and send.phones is not None and send.phones.items
            return None if some and kind in ("recipient-format", "phone-format") else _NUMBER
        case "phone":
            return _NUMBER if received.endpoint == "send" else _PARAMETERS
        case "mes" if send is not None and kind not in (
            "content-conflict",
            "list-conflict",
            "prefix-flag-conflict",
        ):
            return None if send.message or send.binary or send.push or send.list else _PARAMETERS
        case "list" if send is not None and kind != "list-conflict":
            return None if send.list is not None and send.list.lines else _PARAMETERS
    return _PARAMETERS
