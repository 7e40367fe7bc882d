"""What the page shows of a message: plain values, made from what is kept, without any HTML."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from smsc_codec.api.replies import meanings
from smsc_codec.linter import words as linted
from smsc_codec_sandbox.fates import SENT, WAITING, comment
from smsc_codec_sandbox.model import Exchange, Mend
from smsc_codec_sandbox.web import texts
from smsc_codec_sandbox.web.found import Found
from smsc_codec_sandbox.web.room import Asked
from smsc_codec_sandbox.web.shown import Shown, shown
from smsc_codec_sandbox.web.texts import Piece
from smsc_codec_sandbox.web.uploads import Offered, offered

#: So much of a text stands in the list.
_EXCERPT = 120
CHANNELS = {
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


class Fix(Struct, frozen=True):
    """How a finding is mended: what goes, and what comes in its place."""

    title: str
    safe: bool
    changes: tuple[tuple[str, str], ...]


class Told(Struct, frozen=True):
    """A finding, in the reader's language."""

    number: int
    severity: str
    code: str
    name: str
    message: str
    expected: str
    fixes: tuple[Fix, ...]


class Asking(Struct, frozen=True):
    """A request with its reply, as it is read."""

    exchange: Exchange
    lines: list[list[Piece]]
    findings: list[Told]
    notes: list[str]
    error: str
    files: tuple[Offered, ...]


class Opened(Struct, frozen=True):
    """A message that is looked at, with the request that brought it."""

    row: Row
    found: Found
    shown: Shown
    asking: Asking | None
    facts: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, str, float], ...]


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
        channel=asked.say(CHANNELS.get(message.channel, message.channel)),
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
    return Opened(
        row=row(asked, found),
        found=found,
        shown=shown(asked, found, exchange),
        asking=None if exchange is None else asking(asked, exchange),
        facts=tuple(_facts(asked, found)),
        steps=tuple(_steps(asked, found)),
    )


def asking(asked: Asked, exchange: Exchange) -> Asking:
    """A request that is looked at."""
    notes = [linted.said(text, asked.language) for text in (exchange.unlinted, exchange.fault) if text]
    found = {one.message for one in exchange.findings}
    notes += [
        f"{name}: {linted.said(told, asked.language)}" for name, told in exchange.odd if told not in found
    ]
    error = ""
    if exchange.error is not None:
        meaning = meanings.failure(exchange.endpoint, exchange.error)
        error = f"{exchange.error}: {asked.say(meaning.text)}; {asked.say(meaning.advice)}"
    files = offered(asked, exchange.key, exchange.files)
    return Asking(exchange, texts.lines(exchange), _findings(asked, exchange), notes, error, files)


def _findings(asked: Asked, exchange: Exchange) -> list[Told]:
    def say(text: str) -> str:
        return linted.said(text, asked.language)

    return [
        Told(
            number,
            one.severity,
            one.code,
            one.name,
            say(one.message),
            ", ".join(map(say, one.expected)),
            tuple(_fix(fix, say(fix.title), exchange) for fix in one.fixes),
        )
        for number, one in enumerate(exchange.findings, 1)
    ]


def _fix(fix: Mend, title: str, exchange: Exchange) -> Fix:
    changes = [
        (texts.readable(exchange.text[one.start : one.end], exchange), texts.readable(one.text, exchange))
        for one in fix.changes
    ]
    return Fix(title, fix.safe, tuple(change for change in changes if any(change)))


def _steps(asked: Asked, found: Found) -> Iterator[tuple[str, str, float]]:
    """What has become of a message so far: how, in words, since when."""
    message, pace = found.message, asked.service.config.pace
    yield "going", asked.say(meanings.status(WAITING)), message.made
    if found.status != WAITING:
        yield "going", asked.say(meanings.status(SENT)), message.due + pace.sent
        if found.status != SENT:
            yield found.state, status(asked, found), found.since


def _facts(asked: Asked, found: Found) -> Iterator[tuple[str, str]]:
    message = found.message
    said = {
        "Id": str(message.id),
        "Account": message.login,
        "Sender": message.sender,
        "Subject": message.subj,
        "Comment": comment(message, asked.service.clock.now(), asked.service.config.pace),
        "Cost": f"{message.cost:f}",
        "Spoken code": message.code,
    }
    yield from ((name, value) for name, value in said.items() if value)
