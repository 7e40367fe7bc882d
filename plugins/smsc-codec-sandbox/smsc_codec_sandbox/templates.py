"""Carries out templates.php, op_templates.php and ping.php (TPL, OPT, EVT)."""

from __future__ import annotations

from msgspec import structs

from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    GetOperatorTemplates,
    Notify,
    TemplateOperation,
)
from smsc_codec.api.parameters.op_templates import OPERATORS
from smsc_codec.api.replies.model import (
    Done,
    Failure,
    OperatorTemplate,
    OperatorTemplates,
    Template,
    Templates,
    TemplateSaved,
)
from smsc_codec_sandbox.accounts import Client, Offered

#: ERR-5.
_NOT_FOUND = Failure(code=3, text="record not found")
_NO_GROUP = Failure(code=3, text="group not found")
#: OPT-3.
_NO_SENDER, _ADDED = -1, 1
_UNKNOWN, _AWAITS, _ACCEPTED = -1, 0, 2


def templates(operation: TemplateOperation, client: Client) -> TemplateSaved | Done | Templates | Failure:
    """The reply of templates.php."""
    state = client.state
    match operation:
        case AddTemplate():
            made = Template(
                id=state.next_id(),
                name=operation.name,
                format=operation.format,
                sender=operation.sender or "",
                flag=int(operation.auto_sign),
                message=operation.msg,
            )
            state.templates.append(made)
            client.save()
            return TemplateSaved(made.id)
        case ChangeTemplate() | DeleteTemplate():
            at = next((n for n, one in enumerate(state.templates) if one.id == operation.id), None)
            if at is None:
                return _NOT_FOUND
            if isinstance(operation, DeleteTemplate):
                del state.templates[at]
            else:
                state.templates[at] = _changed(state.templates[at], operation)
            client.save()
            return Done()
    return Templates(tuple(state.templates))


def _changed(template: Template, change: ChangeTemplate) -> Template:
    said = {
        "name": change.name,
        "message": change.msg,
        "format": change.format,
        "sender": change.sender,
        "flag": None if change.auto_sign is None else int(change.auto_sign),
    }
    return structs.replace(template, **{name: value for name, value in said.items() if value is not None})


def operator_templates(
    operation: AddOperatorTemplate | GetOperatorTemplates, client: Client, *, now: float, pace: float
) -> OperatorTemplates:
    """The reply of op_templates.php: a template awaits its registration for `pace` seconds, then it is accepted."""
    state = client.state
    if isinstance(operation, AddOperatorTemplate):
        senders = client.account.senders
        if senders and operation.sender not in senders:
            return OperatorTemplates(
                tuple(OperatorTemplate(name, _NO_SENDER) for name in operation.operators)
            )
        ids = [state.next_id() for _ in operation.operators]
        state.offered.append(Offered(ids[0], now, operation.sender, operation.msg, operation.operators))
        client.save()
        rows = zip(operation.operators, ids, strict=True)
        return OperatorTemplates(tuple(OperatorTemplate(name, _ADDED, id) for name, id in rows))
    known: dict[str, OperatorTemplate] = {}
    for one in state.offered:
        if (one.sender, one.msg) == (operation.sender, operation.msg):
            status = _ACCEPTED if now >= one.at + pace else _AWAITS
            for index, name in enumerate(one.operators):
                known[name] = OperatorTemplate(name, status, one.id + index)
    if not known:
        return OperatorTemplates(tuple(OperatorTemplate(name, _UNKNOWN) for name in OPERATORS))
    return OperatorTemplates(tuple(known[name] for name in OPERATORS if name in known))


def notify(operation: Notify, client: Client) -> Done | Failure:
    """The reply of ping.php."""
    groups = client.account.task_groups
    return Done() if not groups or operation.id in groups else _NO_GROUP
