"""What a transport has to do, whatever it is made of: give the reply, or say truly what it knows."""

from __future__ import annotations

import asyncio
import gzip
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

    #: In seconds: what the transport's time-outs have to be set to, each, and all of an exchange together.
    #: The tests of waiting set them lower; the others must not fail where the machine is busy.
    timeout = MOST
    total = 2 * MOST

    def impatient(self, timeout: float = 0.5) -> None:
        """Let what `make` gives from now on wait but a moment."""
        self.timeout, self.total = timeout, 2 * timeout

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
        with Loopback(lambda seen: Reply((), wait=MOST)) as server:
            given = self._given_up(server)
            waited = server.closed == 0
        assert isinstance(given, Unclear), f"raise Unclear where the reply does not come; it gave {given!r}"
        assert waited, f"give it up earlier: the server has ended it after {MOST:g} s"

    def test_asks_for_no_compression(self) -> None:
        """A few compressed octets may become gigabytes, so none are asked for."""
        with Loopback(lambda seen: Reply.of(200, b"OK")) as server:
            self.exchange(_request(), server.base)
        asked = server.seen[0].headers.get("accept-encoding", "identity")
        assert asked in ("", "identity"), "say `Accept-Encoding: identity`, and no other encoding"

    @pytest.mark.parametrize("encoding", ["identity", "Identity", ""])
    def test_plain_reply(self, encoding: str) -> None:
        """A reply may say that it is not encoded."""
        with Loopback(lambda seen: Reply.of(200, b"OK", Content_Encoding=encoding)) as server:
            assert self.exchange(_request(), server.base) == Response(200, b"OK")

    @pytest.mark.parametrize(
        "encoding",
        [
            "gzip",
            "GZIP",
            "x-gzip",
            "deflate",
            "br",
            "zstd",
            "compress",
            "gzip, gzip",
            "identity, gzip",
            "aes128gcm",
        ],
    )
    @pytest.mark.parametrize("status", [200, 502])
    def test_compressed_reply(self, encoding: str, status: int) -> None:
        """What was not asked for is not unpacked: the request arrived, and what became of it is not known."""
        body = gzip.compress(b'{"id": 7, "cnt": 1}')
        with Loopback(lambda seen: Reply.of(status, body, Content_Encoding=encoding)) as server:
            given = self._given(server)
        wanted = f"raise Unclear for a reply with `Content-Encoding: {encoding}`; do not unpack it"
        assert isinstance(given, Unclear), f"{wanted}; it gave {given!r}"
        assert len(server.seen) == 1

    def _given(self, server: Loopback) -> object:
        """What an exchange gives or raises."""
        try:
            return self.exchange(_request(), server.base)
        except TransportError as error:
            return error

    def _given_up(self, server: Loopback) -> object:
        """What an exchange gives or raises that waits but a moment; longer where that was too short to connect."""
        for timeout in (0.5, 2.0, 8.0):
            self.impatient(timeout)
            given = self._given(server)
            if not isinstance(given, NotSent) or server.seen:
                break
        return given

    def _gives_up(self, head: bytes, piece: bytes, most: int, pause: float = 0.0) -> None:
        """A reply of a beginning and pieces without an end: Unclear before so many pieces were taken.

        On a busy machine the system takes some tens of megabytes that the transport has not read.
        """
        sent = itertools.count()

        def pieces() -> Iterator[bytes]:
            yield head
            while next(sent) < 2 * most:
                yield piece

        with Loopback(lambda seen: Reply(pieces(), pause=pause)) as server:
            given = self._given_up(server) if pause else self._given(server)
        assert isinstance(given, Unclear), "raise Unclear for a reply that has no end"
        taken = next(sent)
        assert taken < most, (
            f"give it up earlier: {taken} pieces of {len(piece)} bytes were taken, {pause} s apart"
        )

    def test_endless_reply(self) -> None:
        """A reply that is longer than any of the service's is not kept to its end."""
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        self._gives_up(head, chunk, 3 * MAX_REPLY // 0x100000)

    @pytest.mark.parametrize("length", ["", "Content-Length: 99999999999\r\n"], ids=["to the end", "long"])
    def test_endless_body(self, length: str) -> None:
        """The same where its length is said, or is up to the server."""
        head = f"HTTP/1.1 200 OK\r\n{length}\r\n".encode()
        self._gives_up(head, b"x" * 0x100000, 3 * MAX_REPLY // 0x100000)

    @pytest.mark.parametrize(
        ("head", "piece"),
        [
            (b"HTTP/1.1 200 OK\r\n", b"X-Header: " + b"x" * 60_000 + b"\r\n"),
            (b"HTTP/1.1 200 ", b"x" * 60_000),
            (b"HTTP/1.1 200 OK\r\nX-Header: ", b"x" * 60_000),
        ],
        ids=["headers", "first line", "header"],
    )
    def test_endless_headers(self, head: bytes, piece: bytes) -> None:
        """Nor are headers without an end."""
        self._gives_up(head, piece, 400)

    @pytest.mark.parametrize(
        ("head", "piece"),
        [
            (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"x"),
            (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        ],
        ids=["headers", "body", "100"],
    )
    def test_slow_drips(self, head: bytes, piece: bytes) -> None:
        """A server that sends a little now and then does not hold a transport: an exchange has an end in time."""
        self._gives_up(head, piece, int(MOST / 2 / 0.1), pause=0.1)

    @pytest.mark.parametrize(
        "octets",
        [
            b"HTTP/1.1 two hundred\r\n\r\nOK",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nOK\r\n",
            b"\xff\x00\xfe\r\n\r\n",
        ],
        ids=["status", "chunk", "octets"],
    )
    def test_odd_http(self, octets: bytes) -> None:
        """What cannot be understood proves nothing: never a whole reply with status 200, never NotSent."""
        with Loopback(lambda seen: Reply((octets,))) as server:
            given = self._given(server)
        assert isinstance(given, Unclear), "raise Unclear for what is no HTTP"

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
        """Nothing that is told of an error has the password, nor has an error that led to it."""
        told: list[str] = []
        request = build_request(say("79990000000", "Hello"), _ACCESS, method="GET")
        with Loopback(lambda seen: Reply(())) as server:
            for base in (server.base, closed_port()):
                with pytest.raises(TransportError) as caught:
                    self.exchange(request, base)
                error: BaseException | None = caught.value
                while error is not None:
                    told += [str(error), repr(error), repr(vars(error))]
                    error = error.__cause__ or error.__context__
        assert not any(_SECRET in text for text in told)
