"""A server on the loopback address that does what a test tells it, right or wrong."""

from __future__ import annotations

import atexit
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from typing import Any

from msgspec import Struct

#: In seconds: no server waits longer for anything.
MOST = 60.0


class Seen(Struct, frozen=True):
    """A request as it came: the words of its first line, its headers with small names, its body."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Reply(Struct, frozen=True):
    """What the server does: waits, sends these octets with a pause after each, and closes the connection.

    `wait` and `pause` are in seconds. It ends when the test does, and after MOST seconds, whatever is left.
    """

    octets: Iterable[bytes]
    wait: float = 0.0
    pause: float = 0.0

    @classmethod
    def of(cls, status: int, body: bytes, **headers: str) -> Reply:
        """A whole reply of HTTP/1.1, which says that the connection ends."""
        lines = [f"HTTP/1.1 {status} {'OK' if status == 200 else 'Other'}", f"Content-Length: {len(body)}"]
        lines.append("Connection: close")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return cls(("\r\n".join([*lines, "", ""]).encode() + body,))


class Loopback:
    """Answers every request by `answer`, one a connection, until it is left.

    ::

        with Loopback(lambda seen: Reply.of(200, b"OK")) as server:
            transport.exchange(request, server.base)
            assert server.seen[0].method == "POST"
    """

    def __init__(self, answer: Callable[[Seen], Reply]) -> None:
        self.seen: list[Seen] = []
        #: How many connections have ended.
        self.closed = 0
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with suppress(OSError):
                    self.request.settimeout(MOST)
                    seen = _received(self.request)
                    if seen is None:
                        return
                    outer.seen.append(seen)
                    reply = answer(seen)
                    until = time.monotonic() + MOST
                    outer._left.wait(min(reply.wait, MOST))
                    for octets in reply.octets:
                        self.request.sendall(octets)
                        if outer._left.wait(reply.pause) or time.monotonic() > until:
                            return

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 64

            def shutdown_request(self, request: Any) -> None:
                super().shutdown_request(request)
                outer.closed += 1

        self._left = threading.Event()
        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def base(self) -> str:
        """The server's address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._left.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(MOST)


@cache
def _unheard() -> socket.socket:
    """A port that is taken for as long as the process runs, so that nobody comes to listen there."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    atexit.register(taken.close)
    return taken


def closed_port() -> str:
    """An address where nobody listens."""
    return f"http://127.0.0.1:{_unheard().getsockname()[1]}"


def _received(connection: socket.socket) -> Seen | None:
    """A whole request, None where the other side went before it was."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", "0"))
    while len(body) < length:
        more = connection.recv(65536)
        if not more:
            return None
        body += more
    method, target, _ = first.split(" ", 2)
    return Seen(method, target, headers, body)
