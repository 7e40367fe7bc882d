"""A small web application that takes what the service tells of messages, incoming messages and awaited calls.

    SMSC_CALLBACK='https://shop.example/smsc?charset=utf-8&fmt=3&sha1=SECRET' python receive.py calls.db

SMSC_CALLBACK is the address as it stands in the account. Any WSGI server runs `Receiver`; put one that speaks HTTPS
before it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import make_server

from smsc_codec.api.callback import (
    AwaitedCall,
    Callback,
    CallbackError,
    Incoming,
    StatusReport,
    read_address,
    read_callback,
)

MOST_BYTES = 100_000


class Receiver:
    """Answers 200 to a genuine call, 403 to any other. `take` is given each once, however often it comes."""

    def __init__(self, address: str, database: str, take: Callable[[Callback], object]) -> None:
        self.how = read_address(
            address
        )  # an address without a secret word is an error here, not a hole later
        self.path = urlsplit(self.how.url).path or "/"
        self.database = database
        self.take = take
        with closing(sqlite3.connect(database)) as calls, calls:
            calls.execute("CREATE TABLE IF NOT EXISTS taken (name TEXT PRIMARY KEY)")

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, as WSGI has it (PEP 3333)."""
        status = self.answer(environ)
        start_response(status, [("Content-Type", "text/plain"), ("Content-Length", "0")])
        return [b""]

    def answer(self, environ: dict[str, Any]) -> str:
        """The status of a request, and what it asks for is done."""
        if environ["PATH_INFO"] != self.path:
            return "404 Not Found"
        if environ["REQUEST_METHOD"] != "POST":
            return "405 Method Not Allowed"
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal():
            return "411 Length Required"
        if int(length) > MOST_BYTES:
            return "413 Content Too Large"
        body = environ["wsgi.input"].read(int(length))
        try:
            callback = read_callback(body, sign=self.how.sign)
        except CallbackError as error:
            print(f"refused: {error}", file=environ["wsgi.errors"])
            return "403 Forbidden"
        # If `take` fails the name is not kept either, and the call may come again.
        with closing(sqlite3.connect(self.database)) as calls, calls:
            kept = calls.execute("INSERT OR IGNORE INTO taken VALUES (?)", [name(callback)])
            if kept.rowcount:
                self.take(callback)
        return "200 OK"


def name(callback: Callback) -> str:
    """The same for calls that tell of the same event. Of a status it is what is signed: the rest may differ."""
    match callback:
        case StatusReport(id=id, phone=phone, status=status):
            return f"status:{id}:{phone}:{status}"
        case Incoming(phone=phone, mes=mes, to=to, sent=sent, time=time):
            return f"incoming:{phone}:{to}:{sent}:{time}:{mes}"
        case AwaitedCall(phone=phone, ts=ts):
            return f"call:{phone}:{ts}"


if __name__ == "__main__":
    receiver = Receiver(os.environ["SMSC_CALLBACK"], sys.argv[1], print)
    with make_server("127.0.0.1", 8080, receiver) as server:
        server.serve_forever()
