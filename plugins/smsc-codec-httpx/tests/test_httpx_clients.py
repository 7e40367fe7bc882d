"""Clients over real connections: at once, by proxies, without secrets in any log, and killed in the middle."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from httpx_service import Service
from smsc_codec_httpx import AsyncClient, Client, FileJournal
from smsc_codec_testing import Loopback, Reply
from smsc_codec_testing.server import MOST, closed_port

from smsc_codec.api import Login
from smsc_codec.api.received import Received
from smsc_codec.client import UnclearLines, Unreachable, asked, say
from smsc_codec.payloads import mailing

SECRET = "c4n4ry"
ACCESS = Login("alex", SECRET)


def test_blocking() -> None:
    """A message is sent, its status asked, its price, the balance: REQ-1, STA-1, BAL-1."""
    with Service() as service, Client(ACCESS, hosts=[service.base]) as client:
        sent = client.send(say("79990000000", "Привет"))
        assert client.status(asked("79990000000", sent.id))[0].status == 1
        assert client.cost(say("79990000000,79990000001", "Привет")).cnt == 2
        assert str(client.balance(currency=True).balance) == "100.01"
    assert [one.message.text for one in service.taken if one.message] == ["Привет"]


def test_spare_host() -> None:
    """BEY-3: where nobody listens, the next host is asked."""
    with Service() as service, Client(ACCESS, hosts=[closed_port(), service.base]) as client:
        assert client.send(say("79990000000", "Hello")).cnt == 1
    with (
        Client(ACCESS, hosts=[closed_port()]) as client,
        pytest.raises(Unreachable, match="nothing was sent"),
    ):
        client.balance()


def test_fewer_than_fifteen_at_once() -> None:
    """LIM-2: however many tasks ask, fourteen requests are under way at once, and no fifteen."""
    lock, full = threading.Lock(), threading.Event()
    now = most = 0

    def begin(received: Received) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        if most >= 14:
            full.set()
        assert full.wait(120)
        time.sleep(0.03)  # in which a fifteenth would come

    def end(received: Received) -> None:
        nonlocal now
        with lock:
            now -= 1

    async def run(base: str) -> int:
        async with AsyncClient(ACCESS, hosts=[base]) as client:
            sent = await asyncio.gather(*(client.send(say("79990000000", f"Hello {n}")) for n in range(40)))
            return len(sent)

    with Service(begin, end) as service:
        assert asyncio.run(run(service.base)) == 40
    assert len({send.id for send in service.taken}) == 40
    assert most == 14


def test_cancelled() -> None:
    """LIM-2: a request that is given up gives its place back, and is not repeated."""

    async def run(base: str) -> None:
        async with AsyncClient(ACCESS, hosts=[base, base]) as client:
            for number in range(20):
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(client.send(say("79990000000", f"Hello {number}")), 0.02)

    with Loopback(lambda seen: Reply((), wait=MOST)) as server:
        asyncio.run(run(server.base))
    assert len(server.seen) <= 20


def test_proxy() -> None:
    """BEY-9: a proxy is given the address in absolute form."""
    with (
        Loopback(lambda seen: Reply.of(200, b'{"balance": "1"}')) as proxy,
        Client(ACCESS, hosts=["http://smscentre.com"], proxy=proxy.base) as client,
    ):
        assert client.balance().balance == 1
    assert proxy.seen[0].target == "http://smscentre.com/sys/balance.php"


def test_logs_hold_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    """Even at the most talkative level no log has the password."""
    caplog.set_level(logging.DEBUG)
    with Service() as service, Client(ACCESS, hosts=[service.base]) as client:
        client.send(say("79990000000", "Hello"))
        assert SECRET not in repr(client)
    assert "POST" in caplog.text
    assert SECRET not in caplog.text


PROGRAM = """
import sys
from smsc_codec.api import Login
from smsc_codec.payloads import mailing
from smsc_codec_httpx import Client, FileJournal
lines = mailing.parse(open(sys.argv[1]).read()).lines
with Client(Login("alex", "c4n4ry"), hosts=[sys.argv[2]]) as client, FileJournal(sys.argv[3]) as journal:
    client.mailing(lines, journal=journal, most_lines=10)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("reached", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("unclear", ["ask", "repeat"])
def test_killed_in_the_middle(tmp_path: Path, reached: bool, unclear: str) -> None:
    """Kill -9 while a request is under way, before or after the service took it, loses no line.

    At most that request is repeated, and this is said; when the status is asked, nothing is sent twice.
    """
    source, path = tmp_path / "many.list", tmp_path / "journal"
    source.write_text("".join(f"{79990000000 + n}:Hello {n}\n" for n in range(95)), encoding="utf-8")
    lines = mailing.parse(source.read_text(encoding="utf-8")).lines
    stuck, killed, count = threading.Event(), threading.Event(), 0

    def stop(received: Received) -> None:
        nonlocal count
        count += 1
        if count == 4:
            stuck.set()
            assert killed.wait(120)
            if not reached:
                raise ConnectionResetError  # not carried out

    def before(received: Received) -> None:
        if not reached:
            stop(received)

    def after(received: Received) -> None:
        if reached:
            stop(received)

    with Service(before, after) as service:
        child = subprocess.Popen([sys.executable, "-c", PROGRAM, str(source), service.base, str(path)])
        assert stuck.wait(120)
        os.kill(child.pid, signal.SIGKILL)
        assert child.wait(120) == -signal.SIGKILL
        killed.set()
        with Client(ACCESS, hosts=[service.base]) as client, FileJournal(path) as journal:
            with pytest.raises(UnclearLines) as caught:
                client.mailing(lines, journal=journal, most_lines=10)
            assert (caught.value.first, caught.value.last) == (31, 40)
            done = client.mailing(lines, journal=journal, most_lines=10, unclear=unclear)
    assert (done.lines, done.skipped) == (95, 30)
    again = reached and unclear == "repeat"
    assert service.lines == [*lines[:40], *(lines[30:40] if again else ()), *lines[40:]]
    assert [(one.first, one.last) for one in done.repeated] == ([] if reached and not again else [(31, 40)])
    assert SECRET not in path.read_text(encoding="utf-8")
