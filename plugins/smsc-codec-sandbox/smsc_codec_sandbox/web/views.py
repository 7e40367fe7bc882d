"""What the page shows of a message: plain values, made from what is kept, without any HTML."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from smsc_codec.api.replies import meanings
from smsc_codec_sandbox.fates import comment
from smsc_codec_sandbox.model import Exchange
from smsc_codec_sandbox.web.found import Found
from smsc_codec_sandbox.web.room import Asked

#: So much of a text stands in the list.
_EXCERPT = 120
_CHANNELS = {
    "sms": "SMS", "flash": "flash SMS", "bin": "binary SMS", "push": "WAP push", "mms": "MMS", "call": "call",
    "viber": "Viber", "whatsapp": "WhatsApp", "soc": "social network", "tg": "Telegram", "mail": "e-mail",
    "hlr": "HLR request", "ping": "ping",
}  # fmt: skip


class Row(Struct, frozen=True):
    """A message in the list."""

    key: int
    phone: str
    sender: str
    channel: str
    status: str
    state: str
    excerpt: str
    at: float
    cost: Decimal
    worst: str
    seen: bool
    pinned: bool
    tags: tuple[str, ...]


class Opened(Struct, frozen=True):
    """A message that is looked at, with the request that brought it."""

    row: Row
    found: Found
    exchange: Exchange | None
    facts: tuple[tuple[str, str], ...]


def status(asked: Asked, found: Found) -> str:
    """What has become of a message, in words."""
    told = asked.say(meanings.status(found.status))
    if not found.err:
        return told
    return f"{told}: {asked.say(meanings.error(found.err))} ({found.err})"


def row(asked: Asked, found: Found) -> Row:
    """A message in the list."""
    message = found.message
    text = message.text or message.subj
    return Row(
        key=message.key,
        phone=message.phone,
        sender=message.sender,
        channel=asked.say(_CHANNELS.get(message.channel, message.channel)),
        status=status(asked, found),
        state=found.state,
        excerpt=" ".join(text[: 2 * _EXCERPT].split())[:_EXCERPT],
        at=message.made,
        cost=message.cost,
        worst=found.worst,
        seen=found.marks.seen,
        pinned=found.marks.pinned,
        tags=found.marks.tags,
    )


def opened(asked: Asked, found: Found) -> Opened:
    """A message that is looked at."""
    exchange = next(asked.service.store.exchanges(key=found.message.request), None)
    return Opened(row(asked, found), found, exchange, tuple(_facts(asked, found)))


def _facts(asked: Asked, found: Found) -> Iterator[tuple[str, str]]:
    message = found.message
    said = {
        "Id": str(message.id),
        "Account": message.login,
        "Sender": message.sender,
        "Subject": message.subj,
        "Comment": comment(message, asked.service.clock.now(), asked.service.config.pace),
        "Cost": f"{message.cost:f}",
        "Files": ", ".join(f"{file.name}, {file.size} bytes" for file in message.files),
    }
    yield from ((name, value) for name, value in said.items() if value)
