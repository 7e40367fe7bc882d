"""What customers' addresses are told (CBK-1 .. CBK-3, VIR-1)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from sandbox_wire import api, send
from smsc_codec_sandbox.sandbox import Sandbox, started

from smsc_codec.api.callback import AwaitedCall, Incoming, Signing, StatusReport, read_callback

SECRET = "geheimwort-5"


@contextmanager
def customer() -> Iterator[tuple[str, list[tuple[str, str, bytes]]]]:
    """An address on this machine, and what it was told: path, content type, body."""
    told: list[tuple[str, str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.append((self.path, self.headers["Content-Type"], body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()


def _until(ready: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.01)


def _calling(address: str, **settings: Any) -> Any:
    return started(accounts=[{"login": "alex", "psw": "123", "callback": address}], **settings)


@pytest.mark.parametrize("method", ["md5", "sha1", "crc32"])
@pytest.mark.parametrize("fmt", ["", "&fmt=3"])
def test_statuses_are_told(method: Any, fmt: str) -> None:
    """CBK-1 .. CBK-3, VIR-1: when a message has its last status, the account's address is told, signed by the secret
    word of its query, which itself is told to nobody.
    """
    with (
        customer() as (home, told),
        _calling(f"{home}/sms?who=me&{method}={SECRET}&charset=utf-8{fmt}") as sandbox,
    ):
        send(sandbox.address, id=7, sender="ivan")
        send(sandbox.address, id=8, phones="79999990240")
        time.sleep(0.2)
        assert told == []
        sandbox.advance(10)
        _until(lambda: len(told) == 2)
        path, content, body = told[0]
        assert path == "/sms?who=me"
        assert content.startswith("application/json" if fmt else "application/x-www-form-urlencoded")
        report = read_callback(body, sign=Signing(method, SECRET))
        assert isinstance(report, StatusReport)
        assert (report.id, report.phone, report.status, report.err) == (7, "79990000000", 1, 0)
        assert (report.sender, report.cnt) == ("ivan", 1)
        busy = read_callback(told[1][2], sign=Signing(method, SECRET))
        assert isinstance(busy, StatusReport)
        assert (busy.status, busy.err) == (20, 240)
        _until(lambda: len(api(sandbox.address, "callbacks")) == 2)
        seen = api(sandbox.address, "callbacks")
        assert [row["result"] for row in seen] == ["HTTP 200", "HTTP 200"]
        assert SECRET not in str(seen) + str(told)


def test_events_on_demand() -> None:
    """CBK-2, CBK-3: a test lets somebody write to the customer, or call."""
    with customer() as (home, told), _calling(f"{home}/in?sha1={SECRET}&charset=windows-1251") as sandbox:
        mes = {"callback": "incoming", "phone": "79990000000", "mes": "Привет", "to": "234"}
        api(sandbox.address, "callback", {"login": "alex", "event": mes})
        call = {"callback": "call", "phone": "79990000000", "ts": 1_700_000_000}
        api(sandbox.address, "callback", {"login": "alex", "event": call})
        _until(lambda: len(told) == 2)
        sign = Signing("sha1", SECRET)
        incoming = read_callback(told[0][2], sign=sign, charset="windows-1251")
        assert incoming == Incoming(phone="79990000000", mes="Привет", to="234")
        assert read_callback(told[1][2], sign=sign) == AwaitedCall(phone="79990000000", ts=1_700_000_000)
        assert "error" in api(sandbox.address, "callback", {"login": "nobody", "event": call})


@pytest.mark.parametrize(
    "address",
    ["http://192.0.2.1/", "http://example.org/x", "http://127.0.0.1.example.org/", "ftp://127.0.0.1/", "http://[::1/",
     "http://127.0.0.1:99999/", "//127.0.0.1/", "http://127.0.0.1@192.0.2.1/"],
)  # fmt: skip
def test_others_are_left_alone(address: str) -> None:
    """Addresses that are not on this machine are not called, unless the configuration names their hosts."""
    with _calling(address, pace={"sent": 0, "final": 0}) as sandbox:
        assert send(sandbox.address).startswith("OK")
        _until(lambda: sandbox.service.courier.made)
        assert sandbox.service.courier.made[0].result.startswith("not called")
        assert send(sandbox.address, mes="again").startswith("OK")
    with _calling("http://smsc.test:1/", callback_hosts=["smsc.test"]) as sandbox:
        assert sandbox.service.courier.allowed("http://smsc.test:1/")


def test_an_address_that_is_out_of_order(smsc_sandbox: Sandbox) -> None:
    """A customer's address that does not answer, or that is none, does no harm."""
    with _calling("http://127.0.0.1:1/x?md5=a b\n", pace={"sent": 0, "final": 0}) as sandbox:
        for n in range(3):
            assert send(sandbox.address, mes=str(n)).startswith("OK")
        _until(lambda: len(sandbox.service.courier.made) == 3)
        assert sandbox.service.courier.made[0].result == "ConnectionRefusedError"
