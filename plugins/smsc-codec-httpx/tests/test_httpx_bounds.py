"""What an exchange may take: memory, time, and whose octets are unpacked."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from typing import Any

import httpx
import pytest
from smsc_codec_httpx import AsyncHttpxTransport, HttpxTransport, bounds
from smsc_codec_httpx.transport import TIMEOUT
from smsc_codec_testing import Blocking, Loopback, Reply

from smsc_codec.api import Login
from smsc_codec.api.replies import MAX_REPLY
from smsc_codec.client import Client, NotSent, OutcomeUnknown, Response, Transport, Unclear, Unreachable, say
from smsc_codec.client.flow import Asking, ask
from smsc_codec.client.gate import Gate

ACCESS = Login("alex", "123")
HELLO = say("79990000000", "Hello!", id=7)
KINDS: list[Any] = [HttpxTransport, lambda **how: Blocking(lambda: AsyncHttpxTransport(**how))]
kinds = pytest.mark.parametrize("make", KINDS, ids=["blocking", "asynchronous"])


def client(transport: Transport, base: str) -> Client:
    return Client(ACCESS, transport, clock=lambda: 0.0, sleep=lambda seconds: None, hosts=[base])


def bomb() -> bytes:
    """A gigabyte of nothing, twice compressed: 1.8 kB."""
    body = io.BytesIO()
    with gzip.GzipFile(fileobj=body, mode="wb", compresslevel=9) as file:
        for _ in range(1000):
            file.write(bytes(1 << 20))
    return gzip.compress(body.getvalue(), 9)


@kinds
def test_a_compressed_reply_costs_nothing(make: Any) -> None:
    """Nothing is unpacked; a sending that is answered so is unclear, a question goes to nobody else."""
    body = bomb()
    assert len(body) < 4000
    with Loopback(lambda seen: Reply.of(200, body, Content_Encoding="gzip, gzip")) as server:
        tracemalloc.start()
        try:
            with pytest.raises(OutcomeUnknown, match="encoding"):
                client(make(), server.base).send(HELLO)
            with pytest.raises(Unreachable, match="encoding"):
                client(make(), server.base).balance()
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 8 << 20
    assert {seen.headers["accept-encoding"] for seen in server.seen} == {"identity"}


@kinds
def test_nobody_asks_for_more(make: Any) -> None:
    """Not even who gives the transport headers of their own."""
    with Loopback(lambda seen: Reply.of(200, b"OK")) as server:
        transport = make(headers={"Accept-Encoding": "gzip", "X-Mine": "1"})
        client(transport, server.base).notify(_notice())
    assert server.seen[0].headers["accept-encoding"] == "identity"
    assert server.seen[0].headers["x-mine"] == "1"


def _notice() -> Any:
    from smsc_codec.api import Notify

    return Notify(1, name="n")


@kinds
@pytest.mark.parametrize("over", [0, 1])
def test_the_longest_reply(make: Any, over: int) -> None:
    """A reply of as many octets as are read is whole; of one more it is unclear."""
    with Loopback(lambda seen: Reply.of(200, bytes(MAX_REPLY + over))) as server:
        request = next(ask(Asking(ACCESS, (server.base,), Gate(lambda: 0.0), lambda: 1), HELLO))
        exchange = make().exchange
        if over:
            with pytest.raises(Unclear, match="more than"):
                exchange(request.request, server.base)
        else:
            assert exchange(request.request, server.base) == Response(200, bytes(MAX_REPLY))


@pytest.mark.parametrize(
    ("timeout", "seconds"),
    [
        (TIMEOUT, 300.0),
        (0.5, 2.5),
        ((1.0, 2.0, 3.0, 4.0), 15.0),
        (httpx.Timeout(1, read=None), None),
        (None, None),
    ],
)
def test_all_of_an_exchange(timeout: Any, seconds: float | None) -> None:
    """All of it may take five times its longest step, and as long as it likes where a step may."""
    assert bounds.total({"timeout": timeout}) == seconds


@kinds
def test_a_closed_transport(make: Any) -> None:
    """Through a transport that is closed nothing goes out."""
    if make is HttpxTransport:
        transport = HttpxTransport()
        transport.close()
        with pytest.raises(Unreachable, match="closed"):
            client(transport, "http://127.0.0.1:9").send(HELLO)


@kinds
def test_a_transport_of_others_below(make: Any) -> None:
    """The transports of httpx for tests go without connections; what they raise that nobody knows proves nothing."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("balance.php"):
            return httpx.Response(200, content=b'{"balance": "1"}')
        raise RuntimeError("oops")

    transport = make(transport=httpx.MockTransport(handle))
    assert client(transport, "http://x").balance().balance == 1
    with pytest.raises(OutcomeUnknown, match="RuntimeError"):
        client(transport, "http://x").send(HELLO)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx.ConnectError("no"), NotSent), (httpx.ConnectTimeout("no"), NotSent), (httpx.PoolTimeout("no"), NotSent),
        (httpx.ProxyError("no"), NotSent), (httpx.UnsupportedProtocol("no"), NotSent),
        (httpx.InvalidURL("no"), NotSent),
        (httpx.ReadTimeout("no"), Unclear), (httpx.WriteTimeout("no"), Unclear), (httpx.WriteError("no"), Unclear),
        (httpx.ReadError("no"), Unclear), (httpx.CloseError("no"), Unclear), (httpx.LocalProtocolError("no"), Unclear),
        (httpx.RemoteProtocolError("no"), Unclear), (httpx.DecodingError("no"), Unclear), (ValueError("no"), Unclear),
        (TimeoutError(), Unclear), (RuntimeError("no"), Unclear), (OSError("no"), Unclear), (MemoryError(), Unclear),
    ],
)  # fmt: skip
@kinds
def test_what_errors_say(make: Any, error: Exception, kind: type[Exception]) -> None:
    """Only what can happen before the first octet went out says that nothing did."""

    def handle(request: httpx.Request) -> httpx.Response:
        raise error

    transport = make(transport=httpx.MockTransport(handle))
    with pytest.raises(Unreachable if kind is NotSent else OutcomeUnknown):
        client(transport, "http://x").send(HELLO)
