"""docs/callbacks.md: its examples run, and so does its small application."""

from __future__ import annotations

import doctest
import http.client
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from smsc_codec.api.callback import (
    AddressError,
    AwaitedCall,
    Callback,
    Incoming,
    StatusReport,
    build_callback,
    read_address,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"
ADDRESS = "https://shop.example/smsc?charset=utf-8&sha1=geheimwort-5&fmt="
STATUS = StatusReport(id=7, phone="79990000000", status=1)
MESSAGE = Incoming(phone="79990000000", mes="Да", to="79991234567", time="10.10.2010 10:10:10")
CALL = AwaitedCall(phone="79990000000", ts=1_700_000_000)


def test_examples_run() -> None:
    """CBK-1, CBK-2: every example gives what the page says it gives."""
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(
        str(DOCS / "callbacks.md"), module_relative=False, encoding="utf-8", optionflags=flags
    )
    assert tried >= 6
    assert failed == 0


def application() -> Any:
    """The application of the page."""
    spec = importlib.util.spec_from_file_location("receive", DOCS / "examples-code" / "receive.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Quiet(WSGIRequestHandler):
    timeout = 10

    def log_message(self, format: str, *args: object) -> None:
        pass

    def get_stderr(self) -> Any:
        return _Sink()


class _Sink:
    """What the application says of refused calls; the tests look at none of it."""

    def write(self, text: str) -> None:
        assert "geheimwort" not in text

    def flush(self) -> None:
        pass


@contextmanager
def served(receiver: Any) -> Iterator[int]:
    """The port of a server on this machine that runs the application."""
    with make_server("127.0.0.1", 0, receiver, handler_class=_Quiet) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join(120)


def ask(port: int, body: bytes, method: str = "POST", path: str = "/smsc", **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request(method, path, body, headers)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("fmt", [2, 3])
def test_it_takes_genuine_calls_once(tmp_path: Path, fmt: Any) -> None:
    """CBK-1, CBK-2: genuine calls get 200 and are taken once, forged ones get 403 and are not."""
    taken: list[Callback] = []
    how = read_address(ADDRESS + str(fmt))
    receiver = application().Receiver(ADDRESS + str(fmt), str(tmp_path / "calls.db"), taken.append)
    with served(receiver) as port:
        for callback in (STATUS, MESSAGE, CALL):
            body = build_callback(callback, sign=how.sign, fmt=how.fmt)
            forged = body.replace(b"79990000000", b"79990000001")
            assert ask(port, forged) == 403
            assert [ask(port, body) for _ in range(3)] == [200, 200, 200]
            assert ask(port, forged) == 403
        assert ask(port, b"") == 403
        assert ask(port, b"status=1&id=7&phone=79990000000") == 403
        assert ask(port, body, method="GET") == 405
        assert ask(port, body, path="/other") == 404
        assert ask(port, b"x" * 100_001) == 413
    assert taken == [STATUS, MESSAGE, CALL]
    again = application().Receiver(ADDRESS + str(fmt), str(tmp_path / "calls.db"), taken.append)
    with served(again) as port:
        assert ask(port, body) == 200
    assert len(taken) == 3


def test_what_could_not_be_taken_may_come_again(tmp_path: Path) -> None:
    """CBK-3: a call whose taking failed is not forgotten."""
    tries: list[Callback] = []

    def take(callback: Callback) -> None:
        tries.append(callback)
        if len(tries) == 1:
            raise OSError("out of order")

    how = read_address(ADDRESS + "3")
    body = build_callback(STATUS, sign=how.sign, fmt=how.fmt)
    with served(application().Receiver(ADDRESS + "3", str(tmp_path / "calls.db"), take)) as port:
        assert [ask(port, body) for _ in range(3)] == [500, 200, 200]
    assert tries == [STATUS, STATUS]


def test_it_does_not_start_with_an_open_address(tmp_path: Path) -> None:
    """CBK-1: an address that says nothing of a signature is an error before the first call."""
    with pytest.raises(AddressError, match="no secret word"):
        application().Receiver("https://shop.example/smsc?fmt=3", str(tmp_path / "calls.db"), print)
