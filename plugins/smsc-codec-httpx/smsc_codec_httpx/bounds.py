"""What an exchange may take: so much time in all, so many octets, and no compression, which would hide how many."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

from smsc_codec.api.replies import MAX_REPLY
from smsc_codec.client.transport import Unclear

#: A few octets in another encoding may become gigabytes.
ENCODING = ("Accept-Encoding", "identity")
#: All of an exchange may take so many times what one step of it may.
STEPS = 5
#: When the exchange of this thread has to be over, by `time.monotonic`.
_UNTIL: ContextVar[float | None] = ContextVar("until", default=None)


def total(options: dict[str, Any]) -> float | None:
    """How many seconds all of an exchange may take, if any: STEPS times the longest time-out of a step."""
    steps = httpx.Timeout(options["timeout"])
    if steps.read is None or steps.write is None:
        return None
    return STEPS * max(steps.read, steps.write, steps.connect or 0.0)


class Body:
    """What came of a reply so far. Raises Unclear for one that is encoded, or too long."""

    def __init__(self, reply: httpx.Response) -> None:
        self.octets = bytearray()
        encoding = reply.headers.get("Content-Encoding", "")
        if any(one.strip().lower() not in ("", "identity") for one in encoding.split(",")):
            raise Unclear(f"a reply in the encoding {encoding[:40]!r}, where none was asked for")
        #: What comes from a transport for tests is there at once.
        self.whole = reply.is_stream_consumed
        if self.whole:
            self.add(reply.content)

    def add(self, some: bytes) -> None:
        """Take more of it."""
        if len(self.octets) + len(some) > MAX_REPLY:
            raise Unclear(f"a reply of more than {MAX_REPLY} bytes")
        self.octets += some


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Bound what the streams of `bind` do in here, however many octets come one by one."""
    token = _UNTIL.set(None if seconds is None else time.monotonic() + seconds)
    try:
        yield
    finally:
        _UNTIL.reset(token)


def bind(client: httpx.Client) -> None:
    """Have a client's connections keep the bound of `within`.

    httpx bounds each read alone: a server that sends an octet now and then would hold it forever. It has no public
    place for this; where an attribute is called otherwise the bound is missing, which the tests of transports notice.
    """
    for transport in (client._transport, *client._mounts.values()):
        pool = getattr(transport, "_pool", None)
        if isinstance(getattr(pool, "_network_backend", None), httpcore.NetworkBackend):
            pool._network_backend = _Network(pool._network_backend)  # type: ignore[union-attr]


def _left(timeout: float | None, error: type[Exception]) -> float | None:
    until = _UNTIL.get()
    if until is None:
        return timeout
    left = until - time.monotonic()
    if left <= 0:
        raise error("the exchange takes too long")
    return left if timeout is None else min(timeout, left)


class _Network(httpcore.NetworkBackend):
    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        timeout = _left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.connect_tcp(host, port, timeout, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Any = None
    ) -> httpcore.NetworkStream:
        timeout = _left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.connect_unix_socket(path, timeout, socket_options))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = _left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
