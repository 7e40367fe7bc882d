"""What a transport has to do, whatever it is made of: give the reply, or say truly what it knows."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from smsc_codec.api.access import Login
from smsc_codec.api.building import Request, build_request
from smsc_codec.api.operations import Send
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.received import read_request
from smsc_codec.api.replies import MAX_REPLY
from smsc_codec.client import AsyncTransport, NotSent, Response, Transport, TransportError, Unclear, say
from smsc_codec_testing.server import MOST, Loopback, Reply, closed_port

_SECRET = "c4n4ry"
_ACCESS = Login("alex", _SECRET)


def _request(operation: Send | None = None) -> Request:
    return build_request(operation or say("79990000000", "Hello & welcome, Ж!", id=7), _ACCESS)


class Blocking:
    """A transport that is awaited, as one that is not: each exchange in a loop, with a transport, of its own.

    A transport is closed by its `close`, where it has one.
    """

    def __init__(self, make: Callable[[], AsyncTransport]) -> None:
        self._make = make

    def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply."""

        async def once() -> Response:
            transport = self._make()
            try:
                return await transport.exchange(request, base)
            finally:
                if hasattr(transport, "close"):
                    await transport.close()

        return asyncio.run(once())


class TransportConformance:
    """Derive a class named `Test...` from it, and give `make`. A transport is closed by `close`, where it has one."""

    #: In seconds: what the transport's time-outs have to be set to.
    timeout = 0.5

    def make(self) -> Transport:
        """The transport to be tested."""
        raise NotImplementedError

    @contextmanager
    def made(self) -> Iterator[Transport]:
        """The transport, and its end."""
        transport = self.make()
        try:
            yield transport
        finally:
            if hasattr(transport, "close"):
                transport.close()

    def exchange(self, request: Request, base: str) -> Response:
        """One exchange, by a transport of its own."""
        with self.made() as transport:
            return transport.exchange(request, base)

    def test_reply(self) -> None:
        """The status and the body come back as they are."""
        body = '{"id": 7, "cnt": 1, "имя": "Ж"}'.encode()
        with Loopback(lambda seen: Reply.of(200, body)) as server:
            assert self.exchange(_request(), server.base) == Response(200, body)
        assert len(server.seen) == 1

    def test_request_arrives_as_it_is(self) -> None:
        """REQ-2: a server understands what was asked: method, path, content type and body are the request's own."""
        request = _request()
        with Loopback(lambda seen: Reply.of(200, b"")) as server:
            self.exchange(request, server.base)
        (seen,) = server.seen
        assert (seen.method, seen.target, seen.body) == ("POST", request.target, request.body)
        assert seen.headers["content-type"] == dict(request.headers)["Content-Type"]
        assert seen.headers["host"] == server.base.removeprefix("http://")
        received = read_request(seen.method, seen.target, seen.headers.items(), seen.body)
        assert not received.oddities
        assert received.access == _ACCESS

    def test_files_arrive(self) -> None:
        """REQ-5, FIL-1: the octets of files are not touched."""
        data = bytes(range(256)) * 40
        operation = say("79990000000", "Look", channel="mms", subj="x", files=(Upload("a.png", data),))
        with Loopback(lambda seen: Reply.of(200, b"")) as server:
            self.exchange(_request(operation), server.base)
        (seen,) = server.seen
        received = read_request(seen.method, seen.target, seen.headers.items(), seen.body)
        assert isinstance(received.operation, Send)
        assert [file.data for file in received.operation.files] == [data]

    def test_get(self) -> None:
        """REQ-2: the query of a GET arrives character for character, `%2B` and all."""
        request = build_request(say("+79990000000", "a+b c%41Ж"), _ACCESS, method="GET")
        with Loopback(lambda seen: Reply.of(200, b"")) as server:
            self.exchange(request, server.base)
        assert (server.seen[0].method, server.seen[0].target) == ("GET", request.target)

    @pytest.mark.parametrize("status", [403, 404, 500, 502])
    def test_other_statuses(self, status: int) -> None:
        """BEY-4: what another status means is not the transport's to say."""
        with Loopback(lambda seen: Reply.of(status, b"<h1>No</h1>")) as server:
            assert self.exchange(_request(), server.base) == Response(status, b"<h1>No</h1>")

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_redirects_are_not_followed(self, status: int) -> None:
        """The password goes nowhere else: a redirect is a response like any other."""
        with (
            Loopback(lambda seen: Reply.of(200, b"mine")) as other,
            Loopback(
                lambda seen: Reply.of(status, b"there", Location=other.base + "/sys/send.php")
            ) as server,
        ):
            assert self.exchange(_request(), server.base).status == status
        assert other.seen == []

    def test_refused_connection(self) -> None:
        """Where nobody listens, nothing was sent."""
        with pytest.raises(NotSent):
            self.exchange(_request(), closed_port())

    @pytest.mark.parametrize(
        "octets",
        [
            b"",
            b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"id"',
            b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"id',
        ],
        ids=["nothing", "body", "chunk"],
    )
    def test_cut_after_the_request(self, octets: bytes) -> None:
        """Where the connection ends before the whole reply came, nobody knows what became of the request."""
        with Loopback(lambda seen: Reply((octets,))) as server, pytest.raises(Unclear):
            self.exchange(_request(), server.base)
        assert len(server.seen) == 1

    def test_no_http(self) -> None:
        """What answers in no HTTP has got the request nevertheless."""
        with Loopback(lambda seen: Reply((b"220 mail.example ESMTP\r\n",))) as server, pytest.raises(Unclear):
            self.exchange(_request(), server.base)

    def test_slow_reply(self) -> None:
        """A server that does not answer in time may have carried the request out; waiting has an end."""
        began = time.monotonic()
        with Loopback(lambda seen: Reply((), wait=8 * self.timeout)) as server, pytest.raises(Unclear):
            self.exchange(_request(), server.base)
        assert time.monotonic() - began < 8 * self.timeout

    def test_endless_reply(self) -> None:
        """A reply that is longer than any of the service's is not kept to its end."""
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        sent = itertools.count()

        def octets(seen: object) -> Reply:
            body = (chunk for _ in range(2 * MAX_REPLY // 0x100000) if next(sent) >= 0)
            return Reply(itertools.chain((head,), body))

        with Loopback(octets) as server, pytest.raises(Unclear):
            self.exchange(_request(), server.base)
        assert next(sent) < 1.5 * MAX_REPLY / 0x100000

    def test_used_again(self) -> None:
        """A connection that the server has closed in between is no hindrance."""
        whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"  # without a word that the connection ends
        with Loopback(lambda seen: Reply((whole,))) as server, self.made() as transport:
            for number in range(1, 4):
                assert transport.exchange(_request(), server.base) == Response(200, b"OK")
                until = time.monotonic() + MOST
                while server.closed < number and time.monotonic() < until:
                    time.sleep(0.01)
        assert len(server.seen) == 3

    def test_errors_hold_no_secret(self) -> None:
        """Nothing that is told of an error has the password."""
        told = []
        request = build_request(say("79990000000", "Hello"), _ACCESS, method="GET")
        with Loopback(lambda seen: Reply(())) as server:
            for base in (server.base, closed_port()):
                with pytest.raises(TransportError) as caught:
                    self.exchange(request, base)
                told += [str(caught.value), repr(caught.value), str(caught.value.__cause__)]
        assert not any(_SECRET in text for text in told)
