"""Carries out a sending: what it costs, whom it reaches, why it is refused (RSP-7, ERR-4, PAR-15, PAR-20)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

from msgspec import Struct, structs

from smsc_codec.api.operations import Send
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.replies.model import Failure, PhoneRow, Price, Sent
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.schedule.clock import resolve
from smsc_codec_sandbox.accounts import Client
from smsc_codec_sandbox.config import Account, Config, Fate, with_prices
from smsc_codec_sandbox.content import Piece, pieces
from smsc_codec_sandbox.fates import WAITING, fate
from smsc_codec_sandbox.model import File, Message
from smsc_codec_sandbox.store import Store

#: How much of a text is kept: the page takes 1000 characters.
KEPT_TEXT = 10_000
#: More recipients of one request are error 1.
MOST_RECIPIENTS = 50_000
#: Pictures that hold no scripts and no addresses, as SVG does.
_PICTURES = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF(?s:.{4})WEBP"),
}
#: STA-4, STA-5: a number that is none.
_WRONG_NUMBER, _WRONG_FORMAT = 22, 249
#: What the operators of a country are known by, longest code first; the operator is made up.
_COUNTRIES = {"375": "25701", "380": "25501", "996": "43701", "998": "43404", "77": "40101", "7": "25001"}


class Going(Struct, frozen=True):
    """One message on its way to one recipient."""

    phone: str
    piece: Piece
    cost: Decimal
    fate: Fate


def recipients(operation: Send) -> int:
    """How many recipients a sending names; a group is one."""
    if operation.list is not None:
        return sum(len(line.phones) for line in operation.list.lines)
    return len(operation.phones.items) if operation.phones is not None else 0


def send(
    operation: Send, client: Client, config: Config, store: Store, *, key: int, now: float, wrong: Iterable[str] = (),
    nameless: bool = False,
) -> tuple[Sent | Price | Failure, list[Message]]:  # fmt: skip
    """The reply, and the messages that are on their way. `key` is the request's, `wrong` are numbers that are none.

    `nameless` is a request with an empty sender.
    """
    account = client.account
    code = f"{int.from_bytes(hashlib.sha256(str(key).encode()).digest()[:4]) % 10_000:04}"
    prices = with_prices(config, account)
    usual = "" if nameless else next(iter(account.senders), "")
    texts = [
        structs.replace(piece, sender=_shown(piece.sender, usual))
        for piece in pieces(operation, account.groups, code)
    ]
    going = [
        Going(phone, piece, prices[piece.channel] * piece.cnt, fate(phone, config))
        for piece in texts
        for phone in piece.phones
    ]
    rows = [*wrong, *(number for piece in texts for number in piece.wrong)]
    wrong_rows = tuple(
        PhoneRow(number, None, None, _WRONG_NUMBER, _WRONG_FORMAT) for number in rows if number
    )
    id = operation.id if operation.id is not None else key
    shown = _rows(operation, going, wrong_rows)
    cost = sum((one.cost for one in going), Decimal(0))
    cnt = sum(one.piece.cnt for one in going)
    refused = _refused(going, account)
    if refused:
        return Failure(code=refused, id=id, phones=shown if refused == 7 else ()), []
    if operation.cost == 1:
        return Price(cost=cost, cnt=cnt, phones=shown), []
    if not client.pay(cost):
        return Failure(code=3, id=id), []
    spoken = any(one.piece.channel == "call" and one.piece.said == "code" for one in going)
    reply = Sent(
        id=id,
        cnt=cnt,
        cost=cost if operation.cost >= 2 else None,
        balance=client.state.balance if operation.cost == 3 else None,
        phones=shown,
        code=code if spoken else None,
    )
    return reply, _messages(going[-store.keep :], operation, account, store, key=key, id=id, now=now)


def _shown(sender: str | None, usual: str) -> str:
    """PAR-5: who is shown as the sender. A dot and an empty sender switch the account's usual one off."""
    return usual if sender is None else "" if sender == "." else sender


def _refused(going: list[Going], account: Account) -> int | None:
    """ERR-4: nobody to send to, a name that may not send, a number that is always refused."""
    if not going:
        return 7
    if account.senders and any(one.piece.sender and one.piece.sender not in account.senders for one in going):
        return 6
    return next((one.fate.refuse for one in going if one.fate.refuse), None)


def _rows(operation: Send, going: list[Going], wrong: tuple[PhoneRow, ...]) -> tuple[PhoneRow, ...]:
    """PAR-20: all numbers with `op`, the wrong ones with `err`."""
    if operation.op:
        status = None if operation.cost == 1 else WAITING
        return (*(PhoneRow(one.phone, operator(one.phone), one.cost, status) for one in going), *wrong)
    return wrong if operation.err else ()


def operator(phone: str) -> str | None:
    """The codes of a number's country and operator."""
    return next((code for country, code in _COUNTRIES.items() if phone.startswith(country)), None)


def files_of(uploads: Iterable[Upload]) -> tuple[File, ...]:
    """What is told of files."""
    return tuple(
        File(f.name, len(f.data), f.media, hashlib.sha256(f.data).hexdigest(), picture(f.data))
        for f in uploads
    )


def picture(data: bytes) -> str:
    """The media type of a picture that browsers only ever draw, by its octets; empty for anything else."""
    for media, beginning in _PICTURES.items():
        if beginning.match(data):
            return media
    return ""


def _messages(
    going: list[Going], operation: Send, account: Account, store: Store, *, key: int, id: int | str, now: float
) -> list[Message]:  # fmt: skip
    files = files_of(operation.files)
    made = []
    for one in going:
        piece = one.piece
        made.append(
            Message(
                key=store.next_message(),
                request=key,
                login=account.login,
                id=id,
                phone=one.phone,
                channel=piece.channel,
                text=piece.text[:KEPT_TEXT],
                said=piece.said[:KEPT_TEXT],
                cnt=piece.cnt,
                cost=one.cost,
                made=now,
                due=_due(operation, piece, account, now),
                fate=one.fate,
                tz=account.tz,
                sender=piece.sender or "",
                comment=piece.comment[:KEPT_TEXT],
                subj=_subject(operation, piece, account),
                code=piece.text if piece.channel == "call" and piece.said == "code" else "",
                files=files,
            )
        )
    return made


def _subject(operation: Send, piece: Piece, account: Account) -> str:
    """PAR-14: an MMS without one has its sender's name, that of the request or the account's first."""
    if operation.subj or piece.channel != "mms":
        return operation.subj or ""
    return piece.sender or next(iter(account.senders), "")


def _due(operation: Send, piece: Piece, account: Account, now: float) -> float:
    """TIM-1 .. TIM-7; the zone of a list's line is its recipient's (BEY-8)."""
    time = operation.schedule.time
    if time is None:
        return now
    tz = piece.tz if piece.tz is not None else operation.schedule.tz
    try:
        return max(now, resolve(time, datetime.fromtimestamp(now, UTC), tz, account.tz).timestamp())
    except BuildError:
        return now
