"""smsc_codec over HTTP, on httpx: transports, clients that need nothing but who asks, a journal in a file.

::

    from smsc_codec.api import Login
    from smsc_codec.client import say
    from smsc_codec_httpx import Client

    with Client(Login("alex", "...")) as client:
        print(client.send(say("79990000000", "Hello!", cost=2)).cost)
"""

from __future__ import annotations

from smsc_codec.client import JournalError
from smsc_codec_httpx.clients import AsyncClient, Client
from smsc_codec_httpx.journal import FileJournal, read_journal
from smsc_codec_httpx.transport import AsyncHttpxTransport, HttpxTransport

__all__ = [
    "AsyncClient",
    "AsyncHttpxTransport",
    "Client",
    "FileJournal",
    "HttpxTransport",
    "JournalError",
    "read_journal",
]
