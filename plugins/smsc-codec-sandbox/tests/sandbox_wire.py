"""How the tests talk to a sandbox: octets on a socket, and requests of the core."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from smsc_codec.api import Login, Operation, build_request
from smsc_codec.api.building import Format, Method, Request
from smsc_codec.api.replies import Reply, read_reply
from smsc_codec.text.charsets import Charset

ALEX = Login("alex", "123")
HELLO = {"login": "alex", "psw": "123", "phones": "79990000000", "mes": "Hello"}

#: How many seconds anything that has to come may take, on a machine that does other things as well.
PATIENCE = 120.0


def until(ready: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.01)


def connected(address: str) -> socket.socket:
    """A connection to an address."""
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname, parts.port), PATIENCE)


def raw(address: str, octets: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send octets as they are, and read one reply: its status, its headers, its body."""
    with connected(address) as connection:
        connection.sendall(octets)
        reply = http.client.HTTPResponse(connection, method=octets.partition(b" ")[0].decode("latin-1"))
        reply.begin()
        return reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()


def perform(address: str, request: Request) -> bytes:
    """Send a request of the core; the service answers with HTTP status 200 whatever it says (BEY-4)."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request(request.method, request.target, request.body or None, dict(request.headers))
        reply = connection.getresponse()
        assert reply.status == 200
        return reply.read()
    finally:
        connection.close()


def ask(
    address: str,
    operation: Operation,
    *,
    access: Any = ALEX,
    fmt: Format = 3,
    charset: Charset = "utf-8",
    method: Method = "POST",
) -> Reply:
    """Ask for an operation, and read the reply by the core's codec."""
    request = build_request(operation, access, fmt=fmt, charset=charset, method=method)
    return read_reply(perform(address, request), operation, fmt=fmt, charset=charset)


def get(address: str, path: str, **parameters: object) -> str:
    """The text of the reply to a GET."""
    target = f"{path}?{urlencode(parameters)}" if parameters else path
    status, _, body = raw(
        address, f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    )
    assert status == 200
    return body.decode("utf-8")


def send(address: str, **parameters: object) -> str:
    """The text of the reply to a GET of send.php, with login, password, a number and a text unless told otherwise."""
    return get(address, "/sys/send.php", **{"charset": "utf-8", **HELLO, **parameters})


def api(address: str, word: str, order: Any = None) -> Any:
    """The JSON API: a list, or an order."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        body = None if order is None else json.dumps(order)
        headers = {} if order is None else {"Content-Type": "application/json"}
        connection.request("GET" if order is None else "POST", f"/sandbox/api/{word}", body, headers)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()
