"""A client of the service over any transport: its logic without a socket, a clock or a file.

::

    from smsc_codec.client import Client, say

    client = Client(Login("alex", "..."), transport, clock=time.monotonic, sleep=time.sleep)
    client.send(say("79990000000", "Hello!"))        # a Sent, or one of the errors below

`smsc_codec_httpx` has a transport, and clients that need neither clock nor sleep.
"""

from __future__ import annotations

from smsc_codec.client.asynchronous import AsyncClient
from smsc_codec.client.blocking import Client
from smsc_codec.client.by_name import connect
from smsc_codec.client.errors import (
    AddressBlocked,
    BadReply,
    ClientError,
    Forbidden,
    HeldBack,
    JournalMismatch,
    NotEnoughMoney,
    NotFound,
    NotSaved,
    OutcomeUnknown,
    Repeated,
    ServiceError,
    UnclearLines,
    Undeliverable,
    Unreachable,
    WrongAccess,
    WrongLine,
    WrongParameters,
    WrongPhone,
    WrongTime,
)
from smsc_codec.client.journal import Entry, Journal, MemoryJournal
from smsc_codec.client.mailing import Lines, Mailed
from smsc_codec.client.methods import asked, fresh_id
from smsc_codec.client.transport import AsyncTransport, NotSent, Response, Transport, TransportError, Unclear
from smsc_codec.compose.messages import say

__all__ = [
    "AddressBlocked",
    "AsyncClient",
    "AsyncTransport",
    "BadReply",
    "Client",
    "ClientError",
    "Entry",
    "Forbidden",
    "HeldBack",
    "Journal",
    "JournalMismatch",
    "Lines",
    "Mailed",
    "MemoryJournal",
    "NotEnoughMoney",
    "NotFound",
    "NotSaved",
    "NotSent",
    "OutcomeUnknown",
    "Repeated",
    "Response",
    "ServiceError",
    "Transport",
    "TransportError",
    "Unclear",
    "UnclearLines",
    "Undeliverable",
    "Unreachable",
    "WrongAccess",
    "WrongLine",
    "WrongParameters",
    "WrongPhone",
    "WrongTime",
    "asked",
    "connect",
    "fresh_id",
    "say",
]
