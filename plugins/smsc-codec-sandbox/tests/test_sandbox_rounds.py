"""Customers' addresses are called side by side, each in the order of what it is told (CBK-1)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sandbox_wire import PATIENCE
from smsc_codec_sandbox import callbacks, courier
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.courier import Courier, Due, Notice
from smsc_codec_sandbox.sandbox import started
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store

SLOW, QUICK = "http://127.0.0.1:9/slow", "http://127.0.0.1:9/quick"


def due(address: str, number: int = 0, login: str = "alex") -> Due:
    return Due(login, Notice(number, "79990000000", "1", 0), address)


def of(*calls: tuple[Due, float]) -> Courier:
    made = Courier(settled({}))
    for one, at in calls:
        assert made.expect(one, at) is not None
    return made


class Customers:
    """Addresses that answer when a test says so."""

    def __init__(self, made: Courier, told: Callable[[Due], None] = lambda _: None) -> None:
        self.courier = made
        self.rounds = callbacks.Rounds(made, told)
        self.reached: list[tuple[str, Any]] = []
        self.under_way = self.most = 0
        self.open = asyncio.Event()

    async def tell(self, _: Courier, due: Due) -> None:
        assert isinstance(due.callback, Notice)
        self.reached.append((due.address, due.callback.id))
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            if "slow" in due.address:
                await self.open.wait()
            if "broken" in due.address:
                raise RuntimeError
        finally:
            self.under_way -= 1

    async def quiet(self) -> None:
        """Until nothing more happens without the slow ones."""
        for _ in range(300):
            await asyncio.sleep(0)


def play(
    monkeypatch: pytest.MonkeyPatch,
    made: Courier,
    act: Callable[[Customers], Awaitable[None]],
    told: Callable[[Due], None] = lambda _: None,
) -> Customers:
    async def all_of_it() -> Customers:
        customers = Customers(made, told)
        monkeypatch.setattr(callbacks, "tell", customers.tell)
        await act(customers)
        await customers.rounds.end()
        return customers

    return asyncio.run(all_of_it())


def test_a_slow_address_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """CBK-1: what others are told does not wait for one that does not answer; its own calls wait for each other."""
    made = of((due(SLOW, 1), 1.0), (due(SLOW, 2), 2.0), (due(QUICK, 3), 3.0), (due(QUICK, 4), 3.0))

    async def act(customers: Customers) -> None:
        customers.rounds.start(2.5)
        customers.rounds.start(3.0)
        await customers.quiet()
        assert customers.reached == [(SLOW, 1), (QUICK, 3), (QUICK, 4)]
        made.expect(due(QUICK, 5), 0.0)
        customers.rounds.start(3.0)
        await customers.quiet()
        assert customers.reached[3:] == [(QUICK, 5)]
        customers.open.set()
        await customers.quiet()
        assert customers.reached[4:] == [(SLOW, 2)]
        customers.rounds.start(1e9)
        await customers.quiet()
        assert len(customers.reached) == 5

    play(monkeypatch, made, act)


def test_what_an_address_says_to_itself_is_no_other_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls that differ in the query alone come in their order."""
    made = of(*((due(f"{SLOW}?n={number}", number), float(-number)) for number in range(3)))

    async def act(customers: Customers) -> None:
        customers.rounds.start(0.0)
        await customers.quiet()
        assert customers.reached == [(f"{SLOW}?n=2", 2)]
        customers.open.set()
        await customers.quiet()
        assert [number for _, number in customers.reached] == [2, 1, 0]

    play(monkeypatch, made, act)


def test_so_many_addresses_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many addresses there are, 32 are called at once, and all in the end."""
    made = of(*((due(f"{SLOW}{number}", number), 0.0) for number in range(40)))

    async def act(customers: Customers) -> None:
        customers.rounds.start(0.0)
        await customers.quiet()
        assert customers.under_way == len(customers.reached) == 32
        customers.open.set()
        await customers.quiet()
        assert [number for _, number in customers.reached] == [*range(40)]
        assert customers.most == 32

    play(monkeypatch, made, act)


def test_lines_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What finds no line of its own stands in one with others; what is in line counts with what waits."""
    monkeypatch.setattr(courier, "_MOST_LINES", 2)
    monkeypatch.setattr(courier, "_MOST_WAITING", 5)
    made = of(*((due(f"{QUICK}{number}", number), float(number)) for number in range(5)))
    assert made.expect(due(QUICK), 0.0) is None
    assert made.line_up(3.0) == [f"{QUICK}0", f"{QUICK}1", ""]
    assert made.line_up(3.0) == []
    assert made.expect(due(QUICK), 0.0) is None
    assert made.waits("", 1.0) is False
    assert made.waits("", 2.0) is True
    assert [one.at for one in iter(lambda: made.next(""), None)] == [2.0, 3.0]
    assert made.expect(due(QUICK), 9.0) is not None
    assert made.expect(due(QUICK), 9.0) is not None
    assert made.expect(due(QUICK), 9.0) is None
    assert made.line_up(4.0) == [""]
    made.clear()
    assert [made.next(line) for line in (f"{QUICK}0", f"{QUICK}1", "")] == [None] * 3
    assert [made.expect(due(QUICK), 0.0) is not None for _ in range(6)] == [True] * 5 + [False]


def test_one_that_fails_is_no_end(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A call that cannot be made at all is logged with whose it was, without the address, and the next is made."""
    made = of((due("http://broken/?psw=geheim7", 1), 0.0), (due("http://broken/?psw=geheim7", 2), 0.0))

    async def act(customers: Customers) -> None:
        customers.rounds.start(0.0)
        await customers.quiet()
        assert len(customers.reached) == 2

    play(monkeypatch, made, act)
    assert [record.getMessage() for record in caplog.records] == ["an address of 'alex' was not told"] * 2
    assert "geheim7" not in caplog.text


def test_what_was_told_is_known_by_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """CBK-1: after a restart each address is told what it was not told before, however slow another is."""
    accounts = [
        {"login": name, "psw": "1", "callback": f"http://127.0.0.1:9/{name}?md5=x"}
        for name in ("slow", "quick")
    ]
    config = settled({"accounts": accounts, "webhooks": ["http://127.0.0.1:9/hook"]})
    file = str(tmp_path / "caught.db")
    made = Service(config, Store(file))
    for login in ("slow", "quick"):
        for phones in ("79990000000,79990000001", "79990000002"):
            made.answer("GET", f"/sys/send.php?login={login}&psw=1&phones={phones}&mes=a{phones}", "", b"")
    made.advance(100)
    reached: list[str] = []

    async def tell(_: Courier, one: Due) -> None:
        reached.append(one.address)
        if "slow" in one.address:
            await asyncio.Event().wait()

    async def act(customers: Customers) -> None:
        monkeypatch.setattr(callbacks, "tell", tell)
        customers.rounds.start(made.clock.now())
        await customers.quiet()

    play(monkeypatch, made.courier, act, made.told)
    assert [sum(word in one for one in reached) for word in ("slow", "quick", "hook")] == [1, 3, 6]
    made.keep_told()
    made.store.close()
    again = Service(config, Store(file))
    assert [one.login for one in again.courier.due(again.clock.now())] == ["slow"] * 3
    # An older sandbox kept one time for all.
    again.store.keep_state("told", msgspec.json.encode(again.clock.now()))
    again.store.close()
    later = Service(config, Store(file))
    assert list(later.courier.due(later.clock.now())) == []
    later.store.close()


def test_a_moment_is_told_when_all_of_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several calls of one moment: only with the last of them that moment was told."""
    moments: list[float] = []
    made = of(*((due(QUICK, number), at) for number, at in enumerate((1.0, 1.0, 2.0))))

    async def act(customers: Customers) -> None:
        customers.rounds.start(5.0)
        await customers.quiet()

    play(monkeypatch, made, act, lambda one: moments.append(one.at))
    assert moments == [1.0, 2.0]


REPLIES = {
    "a reply": (b"HTTP/1.1 204 No Content\r\n\r\n", "HTTP 204"),
    "one that is announced": (
        b"HTTP/1.1 102 Wait\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP 200",
    ),
    "a body that goes on": (b"HTTP/1.0 500 No\r\n\r\nx", "HTTP 500"),
    "no HTTP": (b"SSH-2.0-x\r\n\r\n", "RemoteProtocolError"),
    "half a reply": (b"HTTP/1.1 200", "RemoteProtocolError"),
    "nothing": (b"", "RemoteProtocolError"),
}


@pytest.mark.parametrize(("reply", "result"), REPLIES.values(), ids=REPLIES)
def test_what_came_of_it(reply: bytes, result: str) -> None:
    """Whatever a customer's server replies, a few words say it; what it was sent is one request, and no more."""
    sent: list[bytes] = []

    async def all_of_it() -> str:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            sent.append(await reader.readuntil(b"body"))
            writer.write(reply)
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            said = await callbacks.post(f"http://user:psw@127.0.0.1:{port}?a=1", "text/plain", b"body")
        sent[0] = sent[0].replace(str(port).encode(), b"PORT")
        return said

    assert asyncio.run(all_of_it()) == result
    assert sent == [
        b"POST /?a=1 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n"
        b"Connection: close\r\n\r\nbody"
    ]


@pytest.mark.parametrize(
    ("address", "host", "port", "tls", "named"),
    [
        ("http://localhost/x", "localhost", 80, None, b"localhost"),
        ("https://localhost/x", "localhost", 443, True, b"localhost"),
        ("https://localhost:8443", "localhost", 8443, True, b"localhost:8443"),
        ("http://[::1]:81/", "::1", 81, None, b"[::1]:81"),
        ("http://[::1]/", "::1", 80, None, b"[::1]"),
        ("http://bücher.test/", "bücher.test", 80, None, b"xn--bcher-kva.test"),
    ],
)
def test_where_an_address_is(
    monkeypatch: pytest.MonkeyPatch, address: str, host: str, port: int, tls: bool | None, named: bytes
) -> None:
    """CBK-1: an address is called at the port that it names, or at that of its scheme, with TLS where that says so."""
    asked: list[object] = []
    sent: list[bytes] = []

    class Writer:
        def write(self, octets: bytes) -> None:
            sent.append(octets)

        def close(self) -> None:
            asked.append("closed")

    async def connect(*to: object, ssl: object) -> tuple[asyncio.StreamReader, Writer]:
        asked.extend((*to, ssl))
        reader = asyncio.StreamReader()
        # The reply comes with what announces it, and nothing more: the address keeps the connection.
        reader.feed_data(b"HTTP/1.1 102 Wait\r\n\r\nHTTP/1.1 201 Made\r\n\r\n")
        return reader, Writer()

    monkeypatch.setattr(asyncio, "open_connection", connect)
    assert asyncio.run(callbacks.post(address, "text/plain", b"x")) == "HTTP 201"
    assert asked == [host, port, tls, "closed"]
    assert b"\r\nHost: %b\r\n" % named in sent[0]


def test_an_address_that_drips_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reply that never ends is waited for no longer than silence, and nothing stays behind."""
    monkeypatch.setattr(callbacks, "TIMEOUT", 0.3)

    async def all_of_it() -> str:
        left = asyncio.Event()

        async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while True:
                    writer.write(b"H")
                    await writer.drain()
                    await asyncio.sleep(0.01)
            except ConnectionError:
                writer.close()
                left.set()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            said = await callbacks.post(f"http://127.0.0.1:{port}/", "text/plain", b"x")
            await asyncio.wait_for(left.wait(), PATIENCE)
        return said

    assert asyncio.run(all_of_it()) in ("TimeoutError", "RemoteProtocolError")


def test_callbacks_of_a_whole_sandbox() -> None:
    """CBK-1: with a server that takes connections and says nothing, another customer is told at once."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        writer.close()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(1000):
            pass
        writer.close()
        left.set()

    left = asyncio.Event()

    async def all_of_it() -> None:
        silent = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
        quick = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with silent, quick:
            homes = [server.sockets[0].getsockname()[1] for server in (silent, quick)]
            accounts = [
                {"login": f"a{port}", "psw": "1", "callback": f"http://127.0.0.1:{port}/?md5=x"}
                for port in homes
            ]
            with started(accounts=accounts, pace={"sent": 0, "final": 0}) as sandbox:
                for port in homes:
                    target = f"/sys/send.php?login=a{port}&psw=1&phones=79990000000&mes=Hi"
                    await asyncio.to_thread(sandbox.service.answer, "GET", target, "", b"")
                async with asyncio.timeout(PATIENCE):
                    while not (made := [*sandbox.service.courier.made]):
                        await asyncio.sleep(0.01)
                assert [(one.login, one.result) for one in made] == [(f"a{homes[1]}", "HTTP 200")]
            await asyncio.wait_for(left.wait(), PATIENCE)

    asyncio.run(all_of_it())
