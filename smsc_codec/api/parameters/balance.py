"""balance.php (BAL-1)."""

from __future__ import annotations

from smsc_codec.api.operations.balance import GetBalance
from smsc_codec.api.parameters.kinds import flag
from smsc_codec.api.parameters.table import Form, Said

_TABLE = (flag("cur", "currency"),)


def write(operation: GetBalance, said: Said) -> None:
    """Say an operation."""
    said.table(_TABLE, operation)


def read(form: Form) -> GetBalance:
    """The operation that is said."""
    return GetBalance(**form.table(_TABLE))
