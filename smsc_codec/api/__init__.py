"""The protocol of the service without a socket: operations to requests, replies to values, and both ways back.

::

    from smsc_codec import api

    request = api.build_request(api.Send(phones=..., message=...), api.Login("alex", "..."))   # octets for a transport
    reply = api.read_reply(body, operation)                                                  # a typed value

    received = api.read_request(method, target, headers, body)                               # the other side of it
    body = api.build_reply(reply, received.operation, fmt=received.fmt)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.lazy import loader

if TYPE_CHECKING:
    from smsc_codec.api.access import Access, Key, Login
    from smsc_codec.api.building import Request, build_request
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

if not TYPE_CHECKING:
    __getattr__ = loader(
        __name__,
        {
            "access": "Access Key Login",
            "operations": "AddOperatorTemplate AddTemplate ChangeTemplate DeleteTemplate GetBalance "
            "GetOperatorTemplates GetStatus GetTemplates Notify Operation Send",
            "operations.send": "Link Upload",
            "operations.status": "Asked",
            "parameters.table": "Oddity",
            "received": "Received read_request",
            "replies": "ReplyError build_reply read_reply",
            "replies.model": "Balance Done Failure OperatorTemplate OperatorTemplates PhoneRow Price Reply "
            "Sent Status Statuses Template TemplateSaved Templates",
            "building": "Request build_request",
        },
    )

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
