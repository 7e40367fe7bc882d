"""What customers' addresses are told (CBK-1 .. CBK-3, VIR-1)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import make_server

import pytest
from sandbox_wire import PATIENCE, api, send, until
from smsc_codec_sandbox.config import ConfigError
from smsc_codec_sandbox.sandbox import Sandbox, started

from smsc_codec.api.callback import (
    AwaitedCall,
    Callback,
    Incoming,
    Signing,
    StatusReport,
    read_address,
    read_callback,
)

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
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        thread.join(PATIENCE)
        server.server_close()


def _calling(address: str, **settings: Any) -> Any:
    return started(accounts=[{"login": "alex", "psw": "123", "callback": address}], **settings)


def test_webhooks() -> None:
    """Each message is posted to the addresses of `webhooks`, as the API has it; what the query says goes with it."""
    with customer() as (home, told), started(webhooks=[f"{home}/hook?a=1", "http://192.0.2.1/"]) as sandbox:
        send(sandbox.address, mes="Привет", phones="79990000000,79990000001")
        until(lambda: len(told) == 2)
        assert {path for path, _, _ in told} == {"/hook?a=1"}
        rows = [json.loads(body) for _, content, body in told if content == "application/json"]
        assert sorted((row["phone"], row["text"]) for row in rows) == [
            ("79990000000", "Привет"), ("79990000001", "Привет"),
        ]  # fmt: skip
        until(lambda: len(api(sandbox.address, "callbacks")) == 4)
        results = [row["result"] for row in api(sandbox.address, "callbacks")]
        assert sorted(results)[:2] == ["HTTP 200", "HTTP 200"]
        assert "not called" in sorted(results)[2]


@pytest.mark.parametrize("method", ["md5", "sha1", "crc32"])
@pytest.mark.parametrize(
    ("fmt", "media"),
    [("", "application/x-www-form-urlencoded"), ("&fmt=2", "text/xml"), ("&fmt=3", "application/json")],
)
def test_statuses_are_told(method: Any, fmt: str, media: str) -> None:
    """CBK-1 .. CBK-3, VIR-1: when a message has its last status, the account's address is told, signed by the secret
    word of its query, which itself is told to nobody.
    """
    with (
        customer() as (home, told),
        _calling(f"{home}/sms?who=me&{method}={SECRET}&charset=utf-8{fmt}") as sandbox,
    ):
        send(sandbox.address, id=7, sender="ivan")
        send(sandbox.address, id=8, phones="79999990240")
        assert list(sandbox.service.courier.due(sandbox.service.clock.now() + 2)) == []
        assert told == []
        sandbox.advance(10)
        until(lambda: len(told) == 2)
        path, content, body = told[0]
        assert path == "/sms?who=me"
        assert content.startswith(media)
        report = read_callback(body, sign=Signing(method, SECRET, "utf-8"))
        assert isinstance(report, StatusReport)
        assert (report.id, report.phone, report.status, report.err) == (7, "79990000000", 1, 0)
        assert (report.sender, report.cnt) == ("ivan", 1)
        busy = read_callback(told[1][2], sign=Signing(method, SECRET, "utf-8"))
        assert isinstance(busy, StatusReport)
        assert (busy.status, busy.err) == (20, 240)
        until(lambda: len(api(sandbox.address, "callbacks")) == 2)
        seen = api(sandbox.address, "callbacks")
        assert [row["result"] for row in seen] == ["HTTP 200", "HTTP 200"]
        assert SECRET not in str(seen) + str(told)


@pytest.mark.parametrize("charset", ["", "&charset=windows-1251", "&charset=utf-8", "&charset=koi8-r"])
@pytest.mark.parametrize("fmt", ["", "&fmt=2", "&fmt=3"])
def test_events_on_demand(fmt: str, charset: str) -> None:
    """CBK-1, CBK-2, CBK-3, WTC-4: a test lets somebody write to the customer, or call; both come in the charset and
    form that the address says, signed.
    """
    if "koi8" in charset and fmt:
        return
    with customer() as (home, told), _calling(f"{home}/in?sha1={SECRET}{fmt}{charset}") as sandbox:
        how = read_address(f"{home}/in?sha1={SECRET}{fmt}{charset}")
        mes = {"callback": "incoming", "phone": "79990000000", "mes": "Привет & <до>", "to": "234"}
        api(sandbox.address, "callback", {"login": "alex", "event": mes})
        call = {"callback": "call", "phone": "79990000000", "ts": 1_700_000_000}
        api(sandbox.address, "callback", {"login": "alex", "event": call})
        until(lambda: len(told) == 2)
        incoming = read_callback(told[0][2], sign=how.sign)
        assert incoming == Incoming(phone="79990000000", mes="Привет & <до>", to="234")
        if fmt:
            assert "Привет".encode(how.sign.charset) in told[0][2]
            assert told[0][1].endswith(f"charset={how.sign.charset}")
        called = read_callback(told[1][2], sign=how.sign)
        assert called == AwaitedCall(phone="79990000000", ts=1_700_000_000)
        assert "error" in api(sandbox.address, "callback", {"login": "nobody", "event": call})
        for wrong in (mes | {"phone": "a:b"}, mes | {"to": "1"}, call | {"phone": ""}):
            assert "event" in api(sandbox.address, "callback", {"login": "alex", "event": wrong})["error"]


def test_letters_that_the_charset_has_not() -> None:
    """CBK-1: such a letter becomes a question mark, as in replies, and that is signed."""
    with customer() as (home, told), _calling(f"{home}/in?md5={SECRET}&fmt=3") as sandbox:
        mes = {"callback": "incoming", "phone": "79990000000", "mes": "中 и", "to": "234"}
        api(sandbox.address, "callback", {"login": "alex", "event": mes})
        until(lambda: told)
        incoming = read_callback(told[0][2], sign=Signing("md5", SECRET))
        assert incoming == Incoming(phone="79990000000", mes="? и", to="234")


def test_networks_are_told() -> None:
    """SEN-3: the status of an HLR request has the networks of its number."""
    with (
        customer() as (home, told),
        _calling(f"{home}/in?md5={SECRET}", pace={"sent": 0, "final": 0}) as sandbox,
    ):
        send(sandbox.address, id=7, hlr=1, mes="")
        until(lambda: told)
        report = read_callback(told[0][2], sign=Signing("md5", SECRET))
        assert isinstance(report, StatusReport)
        assert (report.type, report.status) == (4, 1)
        assert None not in (report.imsi, report.msc, report.mcc, report.mnc, report.net)


def test_the_small_application_of_the_docs() -> None:
    """CBK-1, CBK-2, CBK-3: docs/examples-code/receive.py takes what the sandbox tells, each once."""
    path = Path(__file__).resolve().parents[3] / "docs" / "examples-code" / "receive.py"
    receive: dict[str, Any] = {"__name__": "receive"}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), receive)
    taken: list[Callback] = []
    with tempfile.TemporaryDirectory() as folder, make_server("127.0.0.1", 0, None) as server:  # type: ignore[arg-type]
        address = f"http://127.0.0.1:{server.server_port}/sms?sha1={SECRET}&fmt=3"
        server.set_app(receive["Receiver"](address, f"{folder}/calls.db", taken.append))
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            with _calling(address, pace={"sent": 0, "final": 0}) as sandbox:
                send(sandbox.address, id=7)
                event = {"callback": "incoming", "phone": "79990000000", "mes": "Да", "to": "234"}
                for _ in range(2):
                    api(sandbox.address, "callback", {"login": "alex", "event": event})
                until(lambda: len(sandbox.service.courier.made) == 3)
                assert [told.result for told in sandbox.service.courier.made] == ["HTTP 200"] * 3
        finally:
            server.shutdown()
            thread.join(PATIENCE)
    assert {type(callback) for callback in taken} == {StatusReport, Incoming}
    assert len(taken) == 2


@pytest.mark.parametrize(
    "query", ["md5=", "md5=&md5=real", "MD5=x", "md5=%EF%F0", "md5=a b\n", "fmt=1", "charset=cp866"]
)
def test_addresses_that_say_it_badly(query: str) -> None:
    """CBK-1: an account whose address would let anybody sign is an error of the configuration."""
    with (
        pytest.raises(ConfigError, match="the callback of 'alex'"),
        _calling(f"http://127.0.0.1:1/x?{query}"),
    ):
        pass


@pytest.mark.parametrize(
    "address",
    ["http://192.0.2.1/", "http://example.org/x", "http://127.0.0.1.example.org/", "ftp://127.0.0.1/", "http://[::1/",
     "http://127.0.0.1:99999/", "//127.0.0.1/", "http://127.0.0.1@192.0.2.1/"],
)  # fmt: skip
def test_others_are_left_alone(address: str) -> None:
    """Addresses that are not on this machine are not called, unless the configuration names their hosts."""
    with _calling(address, pace={"sent": 0, "final": 0}) as sandbox:
        assert send(sandbox.address).startswith("OK")
        until(lambda: sandbox.service.courier.made)
        assert sandbox.service.courier.made[0].result.startswith("not called")
        assert send(sandbox.address, mes="again").startswith("OK")
    with _calling("http://smsc.test:1/", callback_hosts=["smsc.test"]) as sandbox:
        assert sandbox.service.courier.allowed("http://smsc.test:1/")


def test_an_address_that_is_out_of_order(smsc_sandbox: Sandbox) -> None:
    """A customer's address that does not answer, or that is none, does no harm."""
    with _calling("http://127.0.0.1:1/x?md5=a b", pace={"sent": 0, "final": 0}) as sandbox:
        for n in range(3):
            assert send(sandbox.address, mes=str(n)).startswith("OK")
        until(lambda: len(sandbox.service.courier.made) == 3)
        assert sandbox.service.courier.made[0].result == "ConnectionRefusedError"
