"""A restart changes nothing, and a mistyped test is no green one (CBK-1, ERR-4, STA-4)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from sandbox_wire import api, raw, send
from smsc_codec_sandbox.config import Config, settled
from smsc_codec_sandbox.faults import Fault
from smsc_codec_sandbox.sandbox import Sandbox, started
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store, StoreError

SETTINGS = {"accounts": [{"login": "alex", "psw": "123", "callback": "http://127.0.0.1:9/?md5=x"}]}
TARGET = "/sys/send.php?login=alex&psw=123&id=7&phones=79990000000&mes="


def test_what_goes_on(tmp_path: Path) -> None:
    """CBK-1, STA-4: time that was moved, ordered failures and statuses to be told are there after a restart, once."""
    config = settled(SETTINGS)
    file = str(tmp_path / "caught.db")
    first = Service(config, Store(file))
    first.answer("GET", f"{TARGET}Hello", "", b"")
    first.advance(1000)
    first.fail(Fault(code=4, times=3))
    first.answer("GET", f"{TARGET}again", "", b"")  # refused by the order
    first.answer("GET", f"{TARGET}later&time=%2B60", "", b"")  # refused, too
    first.store.close()
    second = Service(config, Store(file))
    assert second.clock.ahead == pytest.approx(1000)
    assert [fault.times for fault in second.faults.waiting] == [1]
    (due,) = second.courier.due(second.clock.now())
    assert due.callback.id == 7  # type: ignore[union-attr]
    second.told(due)
    second.keep_told()
    second.store.close()
    third = Service(config, Store(file))
    assert list(third.courier.due(third.clock.now())) == []
    third.clear()
    third.store.close()
    assert Service(config, Store(file)).faults.waiting == []


def test_one_process_a_file(tmp_path: Path) -> None:
    """A second sandbox on a file is refused as long as the first has it, whatever the first does."""
    file = str(tmp_path / "caught.db")
    first = Store(file)
    for _ in range(2):
        with pytest.raises(StoreError, match="another sandbox uses it"):
            Store(file)
        Service(Config(), first).answer("GET", f"{TARGET}x", "", b"")
    first.close()
    second = Store(file)
    assert len(list(second.messages())) == 1
    second.close()


@pytest.mark.parametrize(
    "fault",
    [{"endpoint": "sned"}, {"endpoint": "send.php", "code": 4}, {"code": 10}, {"code": 0}, {"times": 2}, {},
     {"endpoint": "ping", "code": 8}, {"endpoint": "balance", "code": 7}, {"endpoint": "", "code": 4}],
)  # fmt: skip
def test_failures_that_cannot_be(smsc_sandbox: Sandbox, fault: dict[str, object]) -> None:
    """ERR-4, ERR-5: an endpoint or a code that does not exist, or nothing at all, is an error."""
    with pytest.raises(msgspec.ValidationError):
        smsc_sandbox.fail(**fault)
    assert "error" in api(smsc_sandbox.address, "fail", fault)
    assert smsc_sandbox.service.faults.waiting == []


@pytest.mark.parametrize(
    "query",
    ["messages?text=x", "messages?phone=", "messages?phone=1&phone=2", "messages?request=x", "messages?limit=1001",
     "messages?Phone=1", "requests?login=alex", "accounts?login=alex", "callbacks?id=1", "requests?before=-1",
     "messages?="],
)  # fmt: skip
def test_filters_that_do_not_exist(smsc_sandbox: Sandbox, query: str) -> None:
    """A filter that does not exist, is empty or said twice is an error, so that no test is green for nothing."""
    assert "error" in api(smsc_sandbox.address, query)


def test_lists_go_on() -> None:
    """Where more may follow, the header `Link` says where; page by page all are told, each once."""
    with started(limits=False) as sandbox:
        for n in range(5):
            send(sandbox.address, mes=str(n))
        for word in ("messages", "requests"):
            path, seen = f"/sandbox/api/{word}?limit=2", []
            while path:
                head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
                _, headers, body = raw(sandbox.address, head)
                seen += [row["key"] for row in msgspec.json.decode(body)]
                path = headers.get("link", "").partition(">")[0].removeprefix("<")
            assert seen == [5, 4, 3, 2, 1]


def test_a_balance_that_nobody_asked_for(smsc_sandbox: Sandbox) -> None:
    """RSP-8: before its first request an account has what it begins with."""
    assert smsc_sandbox.balance("alex") == Decimal("1000.00")
    send(smsc_sandbox.address)
    assert smsc_sandbox.balance("alex") == Decimal("999.00")


def test_a_path_where_nothing_is(smsc_sandbox: Sandbox) -> None:
    """REQ-1: a request to a mistyped path is status 404, and is kept without its secrets."""
    octets = b"GET /sys/sned.php?login=alex&psw=geheim7&mes=Hi HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert raw(smsc_sandbox.address, octets)[0] == 404
    (request,) = smsc_sandbox.requests
    assert request.endpoint == "/sys/sned.php"
    assert "geheim7" not in repr(request)
    assert request.findings


def test_the_digest_of_a_wrong_password(smsc_sandbox: Sandbox) -> None:
    """BEY-1: the MD5 of `wrong` is as wrong as `wrong`."""
    for psw in ("wrong", "2bda2998d9b0ee197da142a0447f6725"):
        assert send(smsc_sandbox.address, psw=psw).startswith("ERROR = 2")


def test_limits_of_what_is_over(tmp_path: Path) -> None:
    """LIM-1, LIM-2: requests of before a restart are over, however many they were, let in by now or not."""
    file = str(tmp_path / "caught.db")
    first = Service(Config(limits=False), Store(file))
    for n in range(30):
        first.answer("GET", f"{TARGET}{n // 2}", "", b"")
    first.store.close()
    second = Service(Config(), Store(file))
    replies = [second.answer("GET", f"{TARGET}{text}", "", b"") for text in ("0", "14", "new")]
    assert [reply.data[:9] for reply in replies if reply] == [b"ERROR = 9", b"ERROR = 9", b"OK - 1 SM"]
    second.store.close()


def test_limits_stand(tmp_path: Path) -> None:
    """LIM-1: a sending is error 9 within a minute after a restart as well, and goes after it."""
    file = str(tmp_path / "caught.db")
    for due in (b"OK", b"ERROR = 9"):
        service = Service(Config(), Store(file))
        answer = service.answer("GET", f"{TARGET}Hello", "", b"")
        assert answer is not None
        assert answer.data.startswith(due)
        answer.release()
        service.store.close()
    service = Service(Config(), Store(file))
    service.advance(61)
    answer = service.answer("GET", f"{TARGET}Hello", "", b"")
    assert answer is not None
    assert answer.data.startswith(b"OK")
