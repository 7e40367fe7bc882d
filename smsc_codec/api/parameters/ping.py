"""ping.php: one notification (EVT-1)."""

from __future__ import annotations

from smsc_codec.api.operations.ping import Notify
from smsc_codec.api.parameters.kinds import flag, text, whole
from smsc_codec.api.parameters.table import Form, Said

_ID = whole("id", 1, 2**31 - 1)
_TABLE = (_ID, text("name"), text("host"), text("info"), flag("ok"))


def write(operation: Notify, said: Said) -> None:
    """Say an operation."""
    said.table(_TABLE, operation)


def read(form: Form) -> Notify | None:
    """The operation that is said, None where the parameters do not tell."""
    values = form.table(_TABLE)
    return Notify(**values) if form.required(values, (_ID,)) else None
