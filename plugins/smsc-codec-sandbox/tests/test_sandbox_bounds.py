"""Nobody holds up the others: long requests, slow clients, many connections, and the end of the process."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import select
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from sandbox_pipe import at_once, opened
from sandbox_wire import PATIENCE, connected, raw, send, until
from smsc_codec_sandbox import sending
from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.bounds import MOST_VALUE, shortened
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.sandbox import Sandbox, started
from smsc_codec_sandbox.server import Server, address, listening
from smsc_codec_sandbox.service import Service

FORM = "application/x-www-form-urlencoded"
SAID = b"login=alex&psw=123&fmt=3&charset=utf-8"


def _post(body: bytes, content: str = FORM) -> bytes:
    head = f"POST /sys/send.php HTTP/1.1\r\nHost: localhost\r\nContent-Type: {content}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _all(connection: socket.socket) -> bytes:
    told = b""
    with suppress(ConnectionResetError):  # it was ended before all of the octets had come
        while piece := connection.recv(65_536):
            told += piece
    return told


def test_a_long_request_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """While ten megabytes are worked on, for as long as that takes, other requests of the same login are answered."""
    with started(limits=False) as sandbox, ThreadPoolExecutor(1) as threads:
        begun, go_on = Event(), Event()
        really = sandbox.service.answer

        def answer(method: str, target: str, content: str, body: bytes) -> Any:
            if len(body) > 1_000_000:
                begun.set()
                assert go_on.wait(PATIENCE)
            return really(method, target, content, body)

        monkeypatch.setattr(sandbox.service, "answer", answer)
        body = SAID + b"&phones=79990000000&mes=" + b"a" * 9_900_000
        long = threads.submit(raw, sandbox.address, _post(body))
        assert begun.wait(PATIENCE)
        for n in range(20):
            assert send(sandbox.address, mes=str(n)).startswith("OK")
        assert not long.done()
        go_on.set()
        assert json.loads(long.result(PATIENCE)[2])["error_code"] == 1


def test_many_threads_count_exactly() -> None:
    """RSP-8, LIM-1: long and short requests at once lose no money and no message, and share the limits."""
    line = b"%0A".join(b"7999%07d:Hello, you" % n for n in range(700))
    with started(accounts=[{"login": "alex", "psw": "123", "balance": 10_000}]) as sandbox:

        def ask(n: int) -> bytes:
            body = SAID + b"&list=" + line + b"%d" % n if n % 2 else SAID + b"&phones=79991234567&mes=%d" % n
            return raw(sandbox.address, _post(body))[2]

        with ThreadPoolExecutor(8) as threads:
            replies = [json.loads(reply) for reply in threads.map(ask, range(24))]
        assert sum(reply["cnt"] for reply in replies) == len(sandbox.messages) == 12 * 701
        assert sandbox.balance("alex") == 10_000 - 12 * 701


LONG = b"x" * (MOST_VALUE + 1)


@pytest.mark.parametrize(
    ("content", "body", "kept", "told"),
    [
        (FORM, b"a=1&mes=" + LONG, b"a=1&", "mes is longer"),
        (FORM, b"mes=" + b"x" * (MOST_VALUE - 4), b"mes=" + b"x" * (MOST_VALUE - 4), ""),
        (FORM, b"fmt=3&list=" + LONG, b"fmt=3&list=" + LONG, ""),
        ("", b"a=1&" * 30_000, b"a=1&" * 999 + b"a=1", "too many parameters"),
        (FORM, LONG * 2, b"", "is longer"),
        ("application/json", b'{"mes": "%b"}' % LONG, b'{"mes": "%b"}' % LONG, ""),
        ("application/json", b"{" + b'"k":1,' * 30_000 + b"}", b"{}", "too many parameters"),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="mes"\r\n\r\n' + LONG + b"\r\n--b--\r\n",
            b'--b\r\nContent-Disposition: form-data; name="mes"\r\n\r\n\r\n--b--\r\n',
            "mes is longer",
        ),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\n' + LONG + b"\r\n--b--\r\n",
            b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\n' + LONG + b"\r\n--b--\r\n",
            "",
        ),
    ],
)  # fmt: skip
def test_what_is_too_long_is_left_out(content: str, body: bytes, kept: bytes, told: str) -> None:
    """PAR-3: a value far longer than any text is not read; lists and files may be as long as the body."""
    got, reason = shortened(content, body)
    assert got == kept
    assert reason.startswith(told) if told.startswith("too") or not told else told in reason
    assert bool(reason) == bool(told)


def test_too_long_a_text(smsc_sandbox: Sandbox) -> None:
    """ERR-3, PAR-3: it is error 1 in the format that was asked for, and is kept with the reason."""
    body = SAID + b"&phones=79990000000&mes=" + LONG
    assert json.loads(raw(smsc_sandbox.address, _post(body))[2])["error_code"] == 1
    (request,) = smsc_sandbox.requests
    assert "mes is longer" in request.unlinted
    assert request.error == 1


@pytest.mark.parametrize("how", ["phones", "list"])
@pytest.mark.parametrize(("many", "due"), [(3, None), (4, 1)])
def test_too_many_recipients(monkeypatch: pytest.MonkeyPatch, how: str, many: int, due: int | None) -> None:
    """ERR-4: more recipients than are taken are error 1, in a list as well; so many are not, and a group is one."""
    assert sending.MOST_RECIPIENTS == 50_000
    monkeypatch.setattr(sending, "MOST_RECIPIENTS", 3)
    service = Service(settled({"limits": False}))
    numbers = ",".join(f"7999000000{n}" for n in range(many))
    said = (
        {"phones": numbers, "mes": "Hi"}
        if how == "phones"
        else {"list": f"{numbers[:11]}:a\n{numbers[12:]}:b"}
    )
    body = urlencode({"login": "alex", "psw": "123", "fmt": "3", **said}).encode()
    answer = service.answer("POST", "/sys/send.php", "application/x-www-form-urlencoded", body)
    assert answer is not None
    assert json.loads(answer.data).get("error_code") == due
    group = service.answer("GET", "/sys/send.php?login=a&psw=b&phones=G1,G2,G3&mes=x", "", b"")
    assert group is not None
    assert group.data.startswith(b"OK - 3 SMS")


@pytest.mark.parametrize(
    "octets",
    [b"GET / HTTP/1.1\r\nHost: loc", _post(b"x" * 100)[:-50], b"P", b"POST / HTTP/1.1\r\nHost: localhost\r\n"
     b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"],
)  # fmt: skip
def test_a_slow_client(octets: bytes) -> None:
    """A request that does not come to its end in time is status 408, and its connection is ended."""
    with started(client_timeout=0.3) as sandbox, connected(sandbox.address) as connection:
        connection.sendall(octets)
        assert _all(connection).startswith(b"HTTP/1.1 408 ")


def _ended(sent: bytes, *drips: bytes) -> bytes:
    """What a client gets that sends octets, and more of them a second apart; with when, and when it was let go."""

    async def all_of_it() -> bytes:
        loop = asyncio.get_running_loop()
        task, reader, pipe = opened(App(Service(settled({"client_timeout": 30, "idle_timeout": 60}))))
        reader.feed_data(sent)
        for drip in drips:
            await asyncio.sleep(1)
            if not pipe.octets:
                reader.feed_data(drip)
        while not (task.done() or pipe.ended) and loop.time() < 999:
            await asyncio.sleep(0.5)
        reader.feed_eof()
        await task
        return b"%d: %b" % (loop.time(), pipe.octets.split(b"\r\n")[0])

    return at_once(all_of_it())


@pytest.mark.parametrize(
    ("sent", "drips", "due"),
    [
        (b"", (), b"60: "),
        (b"\r\n\n", (), b"60: "),
        (b"", (b"\r\n",) * 50, b"60: "),
        (b"P", (), b"30: HTTP/1.1 408 Request Timeout"),
        (b"X", (b"X",) * 29, b"30: HTTP/1.1 408 Request Timeout"),
        (_post(b"x" * 99)[:-60], (b"x",) * 29, b"30: HTTP/1.1 408 Request Timeout"),
        (b"GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\n\r\n\r\n", (), b"60: HTTP/1.1 404 Not Found"),
    ],
)
def test_a_client_that_waits_or_drips(sent: bytes, drips: tuple[bytes, ...], due: bytes) -> None:
    """The time is one for a whole request: octets that come one by one do not lengthen it. A connection that asks
    nothing is ended without a word, before and after a request.
    """
    assert _ended(sent, *drips) == due


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nX: "])
def test_many_connections(sent: bytes) -> None:
    """However many connections wait, without a request or amid one: a new one takes the place of one of them.

    Those without a request go first, so which of these it is depends on how far each was read.
    """
    with started(max_connections=3) as sandbox:
        held = []
        try:
            for _ in range(9):
                held.append(connected(sandbox.address))
                held[-1].sendall(sent)
            for n in range(5):
                assert send(sandbox.address, mes=str(n)).startswith("OK")
            ended, _, _ = select.select(held, [], [], PATIENCE)
            assert ended
            assert all(_all(connection) == b"" for connection in ended)
        finally:
            for connection in held:
                connection.close()


def test_all_connections_are_answered() -> None:
    """Where all that are open are being answered, a new one gets status 503 and the others their replies."""
    with ThreadPoolExecutor(2) as threads, started(max_connections=2) as sandbox:
        sandbox.fail(delay=3600, times=2)
        slow = [threads.submit(send, sandbox.address, mes=str(n)) for n in range(2)]
        until(lambda: len(sandbox.messages) == 2)
        with connected(sandbox.address) as connection:
            assert _all(connection).startswith(b"HTTP/1.1 503 ")
        # The end of the sandbox cuts the delay short.
    assert all(one.result(PATIENCE).startswith("OK") for one in slow)


def test_a_failure_of_its_own(smsc_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    """What goes wrong in the sandbox is status 500, and the log says what and where; the next request is answered."""

    def broken(*_: object) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(smsc_sandbox.service, "answer", broken)
        status, _, _ = raw(
            smsc_sandbox.address, b"GET /sys/send.php?psw=geheim HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
    assert status == 500
    (record,) = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert "/sys/send.php" in record.getMessage()
    assert "the disk is full" in caplog.text
    assert "geheim" not in caplog.text
    assert send(smsc_sandbox.address).startswith("OK")


def test_under_way_at_the_end() -> None:
    """A request that is under way when the sandbox is told to end is answered, one that came in part as well."""
    with ThreadPoolExecutor(2) as threads, started() as sandbox:
        sandbox.fail(delay=3600)
        slow = threads.submit(send, sandbox.address)
        until(lambda: sandbox.messages)
    assert slow.result(PATIENCE).startswith("OK")


def test_what_has_begun_at_the_end() -> None:
    """A request of which some has come when the sandbox is told to end is waited for, and answered."""
    service = Service(settled({}))
    server = Server(service)
    with listening(port=0) as listener, ThreadPoolExecutor(1) as threads:
        running = threads.submit(server.run, listener)
        assert server.started(PATIENCE)
        with connected(address(listener)) as connection:
            connection.sendall(b"GET /sys/balance.php?login=a&psw=b HTTP/1.1\r\n")
            until(lambda: True in server._waiting.values())
            server.stop()
            connection.sendall(b"Host: localhost\r\n\r\n")
            told = _all(connection)
        running.result(PATIENCE)
    assert (told[:13], told[-7:]) == (b"HTTP/1.1 200 ", b"1000.00")
    service.store.close()


def test_a_reply_to_a_head() -> None:
    """A reply to HEAD says the length of the body, and has none."""
    with started() as sandbox:
        parts = urlsplit(sandbox.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
        for _ in range(2):
            connection.request("HEAD", "/sys/send.php?login=alex&psw=wrong")
            reply = connection.getresponse()
            assert (reply.status, reply.read()) == (200, b"")
            assert int(reply.headers["content-length"]) > 5
        connection.close()
