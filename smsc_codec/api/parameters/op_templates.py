"""op_templates.php: `add` and `get` (OPT-1)."""

from __future__ import annotations

from typing import get_args

from smsc_codec.api.operations import OperatorTemplateOperation
from smsc_codec.api.operations.op_templates import AddOperatorTemplate, GetOperatorTemplates, Operator
from smsc_codec.api.parameters.kinds import flag, text
from smsc_codec.api.parameters.table import Form, Said
from smsc_codec.api.parameters.templates import judge_sender
from smsc_codec.api.parameters.verbs import verb
from smsc_codec.diagnostics import Problem, Span

_TEXTS = (text("sender"), text("msg"))
OPERATORS: tuple[Operator, ...] = get_args(Operator)
_VERBS = {"add": AddOperatorTemplate, "get": GetOperatorTemplates}


def write(operation: OperatorTemplateOperation, said: Said) -> None:
    """Say an operation."""
    adds = isinstance(operation, AddOperatorTemplate)
    said.texts["add" if adds else "get"] = "1"
    said.table(_TEXTS, operation)
    if isinstance(operation, AddOperatorTemplate):
        wanted = set(operation.operators)
        if not wanted or len(wanted) < len(operation.operators) or not wanted <= set(OPERATORS):
            said.wrong("operators", f"any of {', '.join(OPERATORS)}, each at most once")
        said.texts |= dict.fromkeys(operation.operators, "1")


def read(form: Form) -> OperatorTemplateOperation | None:
    """The operation that is said, None where the parameters do not tell."""
    kind = verb(form, _VERBS)
    if kind is None:
        return None
    values = form.table(_TEXTS)
    whole = form.required(values, _TEXTS)
    judge_sender(form, values["sender"], "sms")
    wanted = tuple(sorted((name for name in OPERATORS if form.take(flag(name))), key=[*form.given].index))
    if kind is GetOperatorTemplates:
        for name in wanted:
            told = f"'{name}' works only when a template is added"
            form.odd(name, Problem(told, Span(0, 0), "unused-parameter", severity="warning"))
        return GetOperatorTemplates(**values) if whole else None
    if not wanted and not any(form.given.get(name, b"0") not in (b"", b"0") for name in OPERATORS):
        expected = tuple(f"'{name}=1'" for name in OPERATORS)
        form.odd("", Problem("no operators given", Span(0, 0), "missing-parameter", expected))
    return AddOperatorTemplate(**values, operators=wanted) if whole and wanted else None
