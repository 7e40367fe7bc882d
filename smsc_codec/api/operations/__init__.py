"""What one can ask of the service, one file an endpoint."""

from __future__ import annotations

from smsc_codec.api.operations.balance import GetBalance
from smsc_codec.api.operations.op_templates import AddOperatorTemplate, GetOperatorTemplates
from smsc_codec.api.operations.ping import Notify
from smsc_codec.api.operations.send import Send
from smsc_codec.api.operations.status import GetStatus
from smsc_codec.api.operations.templates import AddTemplate, ChangeTemplate, DeleteTemplate, GetTemplates

__all__ = [
    "ENDPOINTS",
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
    "OperatorTemplateOperation",
    "Send",
    "TemplateOperation",
]

TemplateOperation = AddTemplate | ChangeTemplate | DeleteTemplate | GetTemplates
OperatorTemplateOperation = AddOperatorTemplate | GetOperatorTemplates
Operation = Send | TemplateOperation | OperatorTemplateOperation | Notify | GetStatus | GetBalance

#: The endpoint of each operation (REQ-1, STA-1, BAL-1).
ENDPOINTS: dict[type, str] = {
    Send: "send",
    AddTemplate: "templates",
    ChangeTemplate: "templates",
    DeleteTemplate: "templates",
    GetTemplates: "templates",
    AddOperatorTemplate: "op_templates",
    GetOperatorTemplates: "op_templates",
    Notify: "ping",
    GetStatus: "status",
    GetBalance: "balance",
}
