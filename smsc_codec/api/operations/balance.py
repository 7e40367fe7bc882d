"""balance.php: how much money is left (BAL-1)."""

from __future__ import annotations

from msgspec import Struct


class GetBalance(
    Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="get-balance", omit_defaults=True
):
    """Ask for the balance; `currency` asks for its currency as well."""

    currency: bool = False
