"""The calls as values (CBK-3, SEN-3, WTC-4)."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class StatusReport(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="callback",
    tag="status",
):
    """What became of a message, as `api.Status` has it. `ts` is in Unix seconds, `time` as the service writes it.

    `imsi` .. `rnet` are of HLR requests, as STA-3 names them (SEN-3). Only id, phone and status are signed.
    """

    id: int | str
    phone: str
    status: int
    err: int | None = None
    type: int | None = None
    flag: int | None = None
    ts: int | None = None
    time: str | None = None
    cnt: int | None = None
    sender: str | None = None
    cost: Decimal | None = None
    imsi: str | None = None
    msc: str | None = None
    mcc: str | None = None
    mnc: str | None = None
    cn: str | None = None
    net: str | None = None
    rcn: str | None = None
    rnet: str | None = None


class Incoming(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="callback",
    tag="incoming",
):
    """A message that somebody sent to the customer's number `to`. Only phone, mes and to are signed."""

    phone: str
    mes: str
    to: str
    sent: str | None = None
    time: str | None = None
    smsc: str | None = None


class AwaitedCall(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="callback", tag="call"
):
    """Somebody called the number that the customer waits at (WTC-4); `ts` is in Unix seconds. Both are signed."""

    phone: str
    ts: int


Callback = StatusReport | Incoming | AwaitedCall
#: What is signed of each, in order (CBK-2, WTC-4).
SIGNED: dict[type, tuple[str, ...]] = {
    StatusReport: ("id", "phone", "status"),
    Incoming: ("phone", "mes", "to"),
    AwaitedCall: ("phone", "ts"),
}
