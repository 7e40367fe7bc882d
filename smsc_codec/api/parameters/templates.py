"""templates.php: `add`, `chg`, `del` and `get` (TPL-1 .. TPL-3)."""

from __future__ import annotations

from typing import get_args

from msgspec import structs

from smsc_codec.api.operations import TemplateOperation
from smsc_codec.api.operations.templates import (
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    Format,
    GetTemplates,
)
from smsc_codec.api.parameters.combinations import senders
from smsc_codec.api.parameters.kinds import flag, one_of, switch, text, whole
from smsc_codec.api.parameters.table import Form, Said
from smsc_codec.api.parameters.verbs import verb
from smsc_codec.diagnostics import Problem, Span

_ID = whole("id", 1, 2**31 - 1)
_NAME, _MSG, _SENDER = text("name"), text("msg"), text("sender")
FORMATS: tuple[str, ...] = get_args(Format)
_ADD = (_NAME, _MSG, one_of("format", FORMATS, default=""), _SENDER, flag("fl[1]", "auto_sign"))
_FORMAT = one_of("format", FORMATS)
_CHANGE = (_ID, _NAME, _MSG, _FORMAT, _SENDER, switch("fl[1]", "auto_sign"))
_VERBS = {"add": AddTemplate, "chg": ChangeTemplate, "del": DeleteTemplate, "get": GetTemplates}


def write(operation: TemplateOperation, said: Said) -> None:
    """Say an operation."""
    said.texts[next(word for word, kind in _VERBS.items() if isinstance(operation, kind))] = "1"
    match operation:
        case AddTemplate():
            said.table(_ADD, operation)
        case ChangeTemplate():
            said.table(_CHANGE, operation)
        case DeleteTemplate():
            said.table((_ID,), operation)


def read(form: Form) -> TemplateOperation | None:
    """The operation that is said, None where the parameters do not tell."""
    kind = verb(form, _VERBS)
    if kind is AddTemplate:
        values = form.table(_ADD)
        judge_sender(form, values["sender"], values["format"])
        return AddTemplate(**values) if form.required(values, (_NAME, _MSG)) else None
    if kind is ChangeTemplate:
        values = form.table(_CHANGE)
        if values["format"] is not None:
            judge_sender(form, values["sender"], values["format"])
        if form.given.get("format") == b"":
            values["format"] = ""
        if values["id"] is not None and all(one is None for name, one in values.items() if name != "id"):
            form.odd("chg", Problem("nothing to change", Span(0, 0), "unused-parameter", severity="warning"))
        return ChangeTemplate(**values) if form.required(values, (_ID,)) else None
    if kind is DeleteTemplate:
        values = form.table((_ID,))
        return DeleteTemplate(**values) if form.required(values, (_ID,)) else None
    return GetTemplates() if kind else None


def judge_sender(form: Form, sender: str | None, channel: str) -> None:
    """PAR-5, as a warning: of the sender of a template the page says nothing."""
    for oddity in senders(sender, channel) if sender is not None else ():
        if oddity.problem.severity is None:
            form.odd("sender", structs.replace(oddity.problem, severity="warning"))
