"""Carries out status.php: what became of messages (STA-1 .. STA-6)."""

from __future__ import annotations

from typing import Any

from smsc_codec.api.building import Format
from smsc_codec.api.operations import GetStatus
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.replies import meanings
from smsc_codec.api.replies.model import Done, Failure, Status, Statuses
from smsc_codec.api.replies.numbers import ABOUT, MARK, names_of
from smsc_codec.api.replies.words import IN_WORDS, TOLD
from smsc_codec.payloads.recipients.model import Phone
from smsc_codec_sandbox.accounts import Client
from smsc_codec_sandbox.clock import written
from smsc_codec_sandbox.config import Config, Pace, Unknown
from smsc_codec_sandbox.content import address
from smsc_codec_sandbox.fates import DELIVERED, comment, status
from smsc_codec_sandbox.model import Message
from smsc_codec_sandbox.sending import operator
from smsc_codec_sandbox.store import Store

#: STA-6.
TYPES = {
    "sms": 0, "flash": 1, "bin": 2, "push": 3, "hlr": 4, "ping": 5, "mms": 6, "call": 7, "mail": 8, "viber": 10,
    "soc": 12,
}  # fmt: skip


def get_status(
    operation: GetStatus, client: Client, store: Store, config: Config, *, now: float, fmt: Format
) -> Status | Statuses | Done | Failure:
    """The reply to a question, or to a deletion."""
    found = [
        (asked, store.message(client.account.login, asked.id, _phone(asked.phone)))
        for asked in operation.messages
    ]
    if operation.delete:
        for _, message in found:
            if message is not None:
                store.delete(message)
        return Done()
    many = operation.many or len(found) > 1
    if not many and found[0][1] is None and config.unknown == "error":
        return Failure(code=meanings.NO_SUCH_MESSAGE, text="message not found")
    rows = []
    for asked, message in found:
        if message is None:
            values = _unknown(asked, config.unknown, fmt)
        else:
            values = row(message, now, config.pace, operation.all, many)
        rows.append(Status(**_carried(values, operation.all, fmt, many)))
    return Statuses(tuple(rows)) if many else rows[0]


def _unknown(asked: Asked, how: Unknown, fmt: Format) -> dict[str, Any]:
    """The row of a message that nobody knows (STA-3); zeros are for numbers alone (STA-2)."""
    zeros = {"last_timestamp": 0, "err": 0} if how == "zeros" and fmt == 1 else {}
    return {"status": meanings.NOT_FOUND, **zeros, "id": asked.id, "phone": _phone(asked.phone)}


def _phone(phone: Phone) -> str:
    return address(phone) or phone.number


def _carried(values: dict[str, Any], all: int, fmt: Format, many: bool) -> dict[str, Any]:
    """What a format says of a status; in JSON and XML everything."""
    if fmt in (2, 3):
        return values
    if fmt == 0:
        said = IN_WORDS + (tuple(TOLD) if all else ())
        return {name: value for name, value in values.items() if name in said}
    hlr = "imsi" in values
    if hlr and all:
        values = values | {"sender_id": MARK}  # STA-8
    names = names_of(all, hlr) + (ABOUT[all] if many else ())
    return {name: value for name, value in values.items() if name in names}


def row(message: Message, now: float, pace: Pace, all: int, many: bool) -> dict[str, Any]:
    """What is known of a message, by the names of STA-3."""
    code, err, since = status(message, now, pace)
    known: dict[str, Any] = {
        "status": code,
        "last_date": written(since, message.tz),
        "last_timestamp": int(since),
        "err": err,
    }
    if many or all:
        known |= {"id": message.id, "phone": message.phone}
    if message.channel == "hlr" and code == DELIVERED:
        known |= network(message.phone)
    if all:
        known |= {
            "send_date": written(message.due, message.tz),
            "send_timestamp": int(message.due),
            "cost": message.cost,
            "sender_id": message.sender or None,
            "status_name": meanings.status(code).capitalize(),
            "message": message.text or None,
            "comment": comment(message, now, pace) or None,
            "type": TYPES.get(message.channel),
            "flag": 0,
        }
    if all == 2:
        known |= {
            "operator": "Sandbox",
            "region": "Nowhere",
            "country": "Nowhere",
            "mccmnc": operator(message.phone),
            "sms_cnt": message.cnt,
        }
    return known


def network(phone: str) -> dict[str, str]:
    """What an HLR request tells of a number; all but the codes is made up."""
    codes = operator(phone) or "00101"  # the codes of test networks
    return {
        "imsi": f"{codes}{phone[-10:]}",
        "msc": phone[:1] + "9990000000",
        "mcc": codes[:3],
        "mnc": codes[3:],
        "cn": "Nowhere",
        "net": "Sandbox",
        "rcn": "Nowhere",
        "rnet": "Sandbox",
    }
