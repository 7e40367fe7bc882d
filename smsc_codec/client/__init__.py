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
    JournalError,
    JournalInUse,
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
from smsc_codec.client.journal import Entry, Journal, MemoryJournal, records
from smsc_codec.client.methods import asked
from smsc_codec.client.results import Lines, Mailed, Progress, Record
from smsc_codec.client.transport import AsyncTransport, NotSent, Response, Transport, TransportError, Unclear
from smsc_codec.compose.messages import say
from smsc_codec.ids import fresh_id

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
    "JournalError",
    "JournalInUse",
    "JournalMismatch",
    "Lines",
    "Mailed",
    "MemoryJournal",
    "NotEnoughMoney",
    "NotFound",
    "NotSaved",
    "NotSent",
    "OutcomeUnknown",
    "Progress",
    "Record",
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
    "records",
    "say",
]
