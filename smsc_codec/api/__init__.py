"""The protocol of the service without a socket: operations to requests, replies to values, and both ways back.

::

    from smsc_codec import api

    request = api.build_request(api.Send(phones=..., message=...), api.Login("alex", "..."))   # octets for a transport
    reply = api.read_reply(body, operation)                                                  # a typed value

    received = api.read_request(method, target, headers, body)                               # the other side of it
    body = api.build_reply(reply, received.operation, fmt=received.fmt)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsc_codec.api.access import Access, Key, Login
    from smsc_codec.api.operations import (
        AddOperatorTemplate,
        AddTemplate,
        ChangeTemplate,
        DeleteTemplate,
        GetBalance,
        GetOperatorTemplates,
        GetStatus,
        GetTemplates,
        Notify,
        Operation,
        Send,
    )
    from smsc_codec.api.operations.send import Link, Upload
    from smsc_codec.api.operations.status import Asked
    from smsc_codec.api.parameters.table import Oddity
    from smsc_codec.api.received import Received, read_request
    from smsc_codec.api.replies import ReplyError, build_reply, read_reply
    from smsc_codec.api.replies.model import (
        Balance,
        Done,
        Failure,
        OperatorTemplate,
        OperatorTemplates,
        PhoneRow,
        Price,
        Reply,
        Sent,
        Status,
        Statuses,
        Template,
        Templates,
        TemplateSaved,
    )
    from smsc_codec.api.request import Request, build_request

_HOMES = {
    "access": ("Access", "Key", "Login"),
    "operations": (
        "AddOperatorTemplate",
        "AddTemplate",
        "ChangeTemplate",
        "DeleteTemplate",
        "GetBalance",
        "GetOperatorTemplates",
        "GetStatus",
        "GetTemplates",
        "Notify",
        "Operation",
        "Send",
    ),
    "operations.send": ("Link", "Upload"),
    "operations.status": ("Asked",),
    "parameters.table": ("Oddity",),
    "received": ("Received", "read_request"),
    "replies": ("ReplyError", "build_reply", "read_reply"),
    "replies.model": (
        "Balance",
        "Done",
        "Failure",
        "OperatorTemplate",
        "OperatorTemplates",
        "PhoneRow",
        "Price",
        "Reply",
        "Sent",
        "Status",
        "Statuses",
        "Template",
        "TemplateSaved",
        "Templates",
    ),
    "request": ("Request", "build_request"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Access",
    "AddOperatorTemplate",
    "AddTemplate",
    "Asked",
    "Balance",
    "ChangeTemplate",
    "DeleteTemplate",
    "Done",
    "Failure",
    "GetBalance",
    "GetOperatorTemplates",
    "GetStatus",
    "GetTemplates",
    "Key",
    "Link",
    "Login",
    "Notify",
    "Oddity",
    "Operation",
    "OperatorTemplate",
    "OperatorTemplates",
    "PhoneRow",
    "Price",
    "Received",
    "Reply",
    "ReplyError",
    "Request",
    "Send",
    "Sent",
    "Status",
    "Statuses",
    "Template",
    "TemplateSaved",
    "Templates",
    "Upload",
    "build_reply",
    "build_request",
    "read_reply",
    "read_request",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
