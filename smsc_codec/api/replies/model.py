"""What the service answers (RSP, ERR, TPL-4, TPL-5, OPT-2, EVT-2, STA-3, BAL-1). Frozen; money is exact."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class PhoneRow(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one number costs and what became of it, as `op=1` and `err=1` ask (RSP-5, RSP-6, RSP-9).

    `mccmnc`: the codes of country and operator, as digits. `status` and `error` are codes of `meanings`.
    """

    phone: str
    mccmnc: str | None = None
    cost: Decimal | None = None
    status: int | None = None
    error: int | None = None


class Sent(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag_field="reply",
    tag="sent",
    kw_only=True,
    omit_defaults=True,
):
    """A message is on its way. `cnt`: parts times recipients, or the seconds of a call (RSP-7).

    `code` is what the service made up and spoke (BEY-6). `rest` is what a reply has beyond what is known (RSP-9).
    """

    id: int | str
    cnt: int
    cost: Decimal | None = None
    balance: Decimal | None = None
    phones: tuple[PhoneRow, ...] = ()
    code: str | None = None
    rest: str = ""


class Price(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag_field="reply",
    tag="price",
    kw_only=True,
    omit_defaults=True,
):
    """What sending would cost (RSP-1)."""

    cost: Decimal
    cnt: int
    phones: tuple[PhoneRow, ...] = ()
    rest: str = ""


class Failure(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag_field="reply",
    tag="failure",
    kw_only=True,
    omit_defaults=True,
):
    """The request was refused (ERR-1 .. ERR-5). `meanings.failure` says what the code means, and what to do."""

    code: int
    text: str = ""
    id: int | str | None = None
    phones: tuple[PhoneRow, ...] = ()
    rest: str = ""


class TemplateSaved(Struct, frozen=True, forbid_unknown_fields=True, tag_field="reply", tag="template-saved"):
    """The id of the template that was made (TPL-4)."""

    id: int


class Done(Struct, frozen=True, forbid_unknown_fields=True, tag_field="reply", tag="done"):
    """`OK`, and nothing more (TPL-4, EVT-2)."""


class Template(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A template of the account (TPL-5). The first bit of `flag` is `auto_sign`."""

    id: int
    name: str = ""
    format: str = ""
    sender: str = ""
    flag: int = 0
    message: str = ""


class Templates(Struct, frozen=True, forbid_unknown_fields=True, tag_field="reply", tag="templates"):
    """The account's templates, in the service's order."""

    items: tuple[Template, ...] = ()


class OperatorTemplate(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What became of a template at one operator: its name with the kind of message, a status of OPT-3, an id."""

    name: str
    status: int
    id: int | None = None


class OperatorTemplates(
    Struct, frozen=True, forbid_unknown_fields=True, tag_field="reply", tag="operator-templates"
):
    """What became of a template at each operator (OPT-2)."""

    items: tuple[OperatorTemplate, ...] = ()


class Status(
    Struct, frozen=True, forbid_unknown_fields=True, tag_field="reply", tag="status", omit_defaults=True
):
    """What became of one message to one number (STA-3). What is not known is None.

    Times are as the service writes them, in the account's zone, and in Unix seconds. `status`, `err` and `type` are
    codes of `meanings`. A row that was not found has -3, an id and a phone. `imsi` .. `rnet` are of HLR requests.
    """

    status: int
    last_date: str | None = None
    last_timestamp: int | None = None
    err: int | None = None
    send_date: str | None = None
    send_timestamp: int | None = None
    id: int | str | None = None
    phone: str | None = None
    cost: Decimal | None = None
    sender_id: str | None = None
    status_name: str | None = None
    message: str | None = None
    comment: str | None = None
    type: int | None = None
    flag: int | None = None
    operator: str | None = None
    region: str | None = None
    country: str | None = None
    mccmnc: str | None = None
    sms_cnt: int | None = None
    imsi: str | None = None
    msc: str | None = None
    mcc: str | None = None
    mnc: str | None = None
    cn: str | None = None
    net: str | None = None
    rcn: str | None = None
    rnet: str | None = None


class Statuses(Struct, frozen=True, forbid_unknown_fields=True, tag_field="reply", tag="statuses"):
    """What became of several messages, in the order of the question."""

    items: tuple[Status, ...] = ()


class Balance(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag_field="reply",
    tag="balance",
    kw_only=True,
    omit_defaults=True,
):
    """What is left on the account (BAL-1); `credit` is what it may be overdrawn by."""

    balance: Decimal
    currency: str | None = None
    credit: Decimal | None = None


Reply = (
    Sent
    | Price
    | Failure
    | TemplateSaved
    | Done
    | Templates
    | OperatorTemplates
    | Status
    | Statuses
    | Balance
)
