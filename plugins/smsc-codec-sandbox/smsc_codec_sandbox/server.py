"""The sandbox on a port, for as long as it is wanted."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

from smsc_codec_sandbox.asgi import App
from smsc_codec_sandbox.service import Service

if TYPE_CHECKING:
    from asyncio import Protocol as AutoHTTPProtocol
else:
    from uvicorn.protocols.http.auto import AutoHTTPProtocol

HOST, PORT = "127.0.0.1", 8025

_REQUEST_LINE = re.compile(rb"(GET|POST) ([^\r\n]*) (HTTP/1\.[01]\r\n)")
_NO_TARGET = re.compile(rb"[^!-~]")


class _Protocol(AutoHTTPProtocol):
    """HTTP where letters and blanks of an address may stand as they are, as `curl` and browsers' bars send them.

    Parsers refuse them before an application sees the request. One packet has to hold the request line.
    """

    def data_received(self, data: bytes) -> None:
        if line := _REQUEST_LINE.match(data):
            target = _NO_TARGET.sub(lambda octet: b"%%%02X" % ord(octet[0]), line[2])
            data = b"%b %b %b%b" % (line[1], target, line[3], data[line.end() :])
        super().data_received(data)


def listening(host: str = HOST, port: int = PORT) -> socket.socket:
    """A socket that listens; port 0 is any free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol: asyncio sends small pieces at once only where it sees one.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def address(listener: socket.socket) -> str:
    """The address of a sandbox that listens there."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def server(service: Service) -> uvicorn.Server:
    """The server of a sandbox: `run(sockets=[...])` it."""
    config = uvicorn.Config(
        App(service), http=_Protocol, ws="none", lifespan="on", log_config=None, log_level="critical", access_log=False,
        server_header=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    return uvicorn.Server(config)


@contextmanager
def running(service: Service, host: str = HOST, port: int = 0) -> Iterator[str]:
    """A sandbox in a thread; gives its address, and ends it. Raises OSError where it cannot listen."""
    listener = listening(host, port)
    made = server(service)
    thread = threading.Thread(
        target=made.run, kwargs={"sockets": [listener]}, daemon=True, name="smsc-sandbox"
    )
    thread.start()
    try:
        # The socket listens already: whoever connects now waits for the server to start.
        yield address(listener)
    finally:
        made.should_exit = True
        thread.join(10)
        listener.close()
