"""The same octets mean the same however packets cut them (BEY-9, RFC 9112)."""

from __future__ import annotations

import asyncio
import re
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sandbox_pipe import conversation
from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.http1 import MOST_HEAD, Head
from smsc_codec_sandbox.service import Answer, Service

FORM = "Content-Type: application/x-www-form-urlencoded"
SAID = b"login=alex&psw=123&charset=utf-8&id=7&phones=79990000000&mes=Hello"
GET = "GET /sys/send.php?login=alex&psw=123&charset=utf-8&id=8&phones=79990000000&mes="
#: What stands in a body, and would be a request of its own where one began.
INNER = b"GET /sandbox/api/accounts HTTP/1.1\r\nHost: localhost\r\n\r\n"


def _post(body: bytes, *headers: str, path: str = "/sys/send.php") -> bytes:
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", *headers]
    if not any("chunked" in header for header in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def _part(name: str, value: bytes) -> bytes:
    return b'--b\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n' % (name.encode(), value)


def _chunked(body: bytes, size: int) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%X;x=y\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\nX: y\r\n\r\n"


MULTIPART = b"".join(
    (
        _part("login", b"alex"), _part("psw", b"123"), _part("phones", b"79990000000"), _part("id", b"9"),
        _part("mes", b"POST \xd0\x9f \x01 HTTP/1.1\r\n" + INNER), b"--b--\r\n",
    )
)  # fmt: skip
#: Requests as they were captured or made up, with the number of replies that they get.
CAPTURED: dict[str, tuple[bytes, int]] = {
    "raw-address": (f"{GET}Привет, \"мир\" \x01 #1 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(), 1),
    "raw-windows-1251": (f"{GET}Привет всем HTTP/1.0\r\n\r\n".encode("cp1251"), 1),
    "form": (_post(SAID, FORM), 1),
    "multipart": (_post(MULTIPART, "Content-Type: multipart/form-data; boundary=b"), 1),
    "body-like-a-request": (_post(b"POST " + b"\x80" * 30 + b" HTTP/1.1\r\n" + INNER, FORM), 1),
    "chunked": (_post(_chunked(SAID, 7), FORM, "Transfer-Encoding: chunked"), 1),
    "chunked-then-another": (_post(_chunked(SAID, 40), FORM, "Transfer-Encoding: chunked") + INNER, 2),
    "two": (_post(SAID, FORM) + f"{GET}ещё раз HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(), 2),
    "two-and-no-more": (_post(SAID, FORM) + _post(SAID, FORM, "Connection: close") + INNER, 2),
    "blank-lines": (b"\r\n\n" + _post(SAID, FORM) + b"\r\n\r\n" + INNER, 2),
    "bare-line-feeds": (b"GET /sandbox/api/accounts?limit=\xc2\xb2 HTTP/1.1\nHost: localhost\n\n" + INNER, 2),
    "expect": (_post(SAID, FORM, "Expect: 100-continue"), 2),
    "head": (INNER.replace(b"GET", b"HEAD") + INNER, 2),
    "two-lengths": (_post(SAID, "Transfer-Encoding: chunked", "Content-Length: 5") + INNER, 1),
    "wrong-chunk": (_post(b"5\r\nlogin\r\nxyz\r\n" + INNER, "Transfer-Encoding: chunked"), 1),
    "no-host": (b"GET / HTTP/1.1\r\n\r\n" + INNER, 1),
    "another-host": (b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n" + INNER, 1),
    "no-http": (b"\x16\x03\x01\x02\x00\x01" + INNER, 1),
    "http-2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 1),
    "connect": (b"CONNECT smscentre.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 1),
    "cut-off": (_post(SAID, FORM)[:-5], 0),
    "nothing": (b"\r\n\r\n", 0),
}  # fmt: skip


class Echo:
    """An application that answers with what was understood of a request."""

    def __init__(self, **config: Any) -> None:
        self.service = Service(Config(**config))
        self.seen: list[tuple[Head, bytes]] = []

    async def answer(self, head: Head, body: bytes) -> Answer:
        self.seen.append((head, body))
        return Answer(repr((head, body)).encode())

    def too_large(self, head: Head) -> Answer:
        return Answer(b"too large", status=413)

    def turned_away(self, head: Head, reason: str) -> None:
        self.seen.append((head, reason.encode()))


def _said(octets: bytes) -> bytes:
    """Replies without their dates."""
    return re.sub(rb"\r\ndate: [^\r]+", b"", octets)


def _replies(octets: bytes) -> int:
    return len(re.findall(rb"HTTP/1\.1 [1-5][0-9][0-9] [A-Z]", octets))


@pytest.mark.parametrize("name", CAPTURED)
def test_cut_at_every_octet(name: str) -> None:
    """RFC 9112 9.3: a request is the same request in one packet and in two, wherever they are cut: the mended address,
    the body, and the number of replies.
    """
    octets, due = CAPTURED[name]
    app = Echo()

    async def everywhere() -> None:
        whole = await conversation(app, [octets])
        seen, app.seen = app.seen, []
        assert _replies(whole) == due
        for at in range(1, len(octets)):
            cut = await conversation(app, [octets[:at], octets[at:]])
            assert (_said(cut), app.seen) == (_said(whole), seen), at
            app.seen = []

    asyncio.run(everywhere())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(CAPTURED)), st.lists(st.integers(1, 700), max_size=12))
def test_cut_into_many(name: str, cuts: list[int]) -> None:
    """RFC 9112 9.3: nor do many cuts change what a request means."""
    octets, _ = CAPTURED[name]
    places = [0, *sorted(cut for cut in set(cuts) if cut < len(octets)), len(octets)]
    packets = [octets[start:end] for start, end in pairwise(places)]
    one, many = Echo(), Echo()
    whole = asyncio.run(conversation(one, [octets]))
    assert _said(asyncio.run(conversation(many, packets))) == _said(whole)
    assert many.seen == one.seen


def test_what_is_mended_is_the_request_line_alone() -> None:
    """BEY-9, REQ-5: letters and blanks of an address are urlencoded; a body keeps its octets, whatever they look like,
    and what stands after `#` is no part of an address.
    """
    app = Echo()
    asyncio.run(conversation(app, [CAPTURED["raw-address"][0], CAPTURED["multipart"][0]]))
    (first, _), (_, body) = app.seen
    assert first.target.endswith('&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82,%20"%D0%BC%D0%B8%D1%80"%20%01%20')
    assert body == MULTIPART


@pytest.mark.parametrize("size", [-1, 0, 1, 4464])
@pytest.mark.parametrize("step", [1000, 65_535, 65_536, 65_537, 200_000])
def test_the_longest_head(size: int, step: int) -> None:
    """The head of a request is at most 64 KiB, in whatever packets it comes; longer ones are status 431."""
    head = b"GET /x HTTP/1.1\r\nHost: localhost\r\nX: "
    octets = head + b"y" * (MOST_HEAD - len(head) - 4 + size) + b"\r\n\r\n" + INNER
    packets = [octets[at : at + step] for at in range(0, len(octets), step)]
    got = asyncio.run(conversation(Echo(), packets))
    assert got.startswith(b"HTTP/1.1 200 " if size <= 0 else b"HTTP/1.1 431 ")
    assert _replies(got) == (2 if size <= 0 else 1)


@pytest.mark.parametrize("chunk", [None, 1, 100])
@pytest.mark.parametrize("size", [999, 1000, 1001, 19_000, 120_000])
def test_the_largest_body(size: int, chunk: int | None) -> None:
    """A body larger than is allowed is status 413, chunked or not, and the last on its connection."""
    body = b"x" * size
    octets = _post(body) if chunk is None else _post(_chunked(body, chunk), "Transfer-Encoding: chunked")
    octets += INNER
    told = set()
    for step in (997, 16_384, 1_000_000):
        packets = [octets[at : at + step] for at in range(0, len(octets), step)]
        told.add(_said(asyncio.run(conversation(Echo(max_body=1000), packets))))
    (got,) = told
    assert got.startswith(b"HTTP/1.1 200 " if size <= 1000 else b"HTTP/1.1 413 ")
    assert _replies(got) == (2 if size <= 1000 else 1)


@pytest.mark.parametrize(
    "name", ["raw-address", "form", "multipart", "body-like-a-request", "chunked", "two", "expect"]
)
def test_the_same_is_stored(name: str) -> None:
    """BEY-9: cut at every octet, the service answers the same, and the same is kept."""
    octets, _ = CAPTURED[name]
    service = Service(Config(limits=False))
    app = App(service)

    async def told(*packets: bytes) -> tuple[bytes, Any]:
        service.clear()
        reply = _said(await conversation(app, packets))
        kept = [*service.store.messages(), *service.store.exchanges()]
        shown = [msgspec.to_builtins(one) for one in kept]
        for row in shown:
            for varies in ("key", "request", "at", "made", "due"):
                row.pop(varies, None)
        return re.sub(rb"ID - [0-9]{3,}", b"", reply), shown

    async def everywhere() -> None:
        whole = await told(octets)
        assert whole[1]
        for at in range(1, len(octets)):
            assert await told(octets[:at], octets[at:]) == whole, at

    asyncio.run(everywhere())
