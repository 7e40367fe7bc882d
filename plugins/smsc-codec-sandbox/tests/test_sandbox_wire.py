"""What clients really put on the wire, and what goes wrong there (BEY-9, LIM-1, LIM-2)."""

from __future__ import annotations

import http.client
import json
import re
import socket
from contextlib import ExitStack
from urllib.parse import quote, urlencode, urlsplit

import pytest
from sandbox_wire import HELLO, PATIENCE, api, connected, get, raw, send, until
from smsc_codec_sandbox.sandbox import Sandbox, started

TEXT = "Привет, мир! 100% + 1"


def _request(line: str, body: bytes = b"", *headers: str) -> bytes:
    head = [line, "Host: localhost", *headers]
    if body:
        head.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*head, "", ""]).encode("latin-1") + body


def _multipart(fields: dict[str, str], *files: tuple[str, str, bytes]) -> tuple[str, bytes]:
    line = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
    pieces = [
        f'--{line}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode()
        for n, v in fields.items()
    ]
    for name, filename, data in files:
        head = f'--{line}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        pieces.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n")
    return f"Content-Type: multipart/form-data; boundary={line}", b"".join(
        pieces
    ) + f"--{line}--\r\n".encode()


PYTHON = {
    "login": "alex", "psw": "123", "fmt": "1", "charset": "utf-8", "cost": "3", "phones": "79990000000", "mes": TEXT,
    "translit": "0", "id": "0",
}  # fmt: skip
PHP = {**PYTHON, "tz": "", "userip": "", "sender": "ivan"}
FORM = "Content-Type: application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "octets",
    [
        pytest.param(_request("POST /sys/send.php HTTP/1.1", urlencode(PYTHON).encode(), FORM), id="python-post"),
        pytest.param(_request("POST /sys/send.php HTTP/1.0", urlencode(PYTHON).encode(), FORM), id="http-1.0"),
        pytest.param(_request(f"GET /sys/send.php?{urlencode(PHP)} HTTP/1.1"), id="php-get"),
        pytest.param(_request(f"GET /sys/send.php?{urlencode(PHP, quote_via=quote)} HTTP/1.0"), id="percent-blanks"),
        pytest.param(
            _request("POST /sys/send.php HTTP/1.1", _multipart(PYTHON)[1], _multipart(PYTHON)[0]), id="js-multipart"
        ),
        pytest.param(
            _request(f"GET /sys/send.php?{urlencode(PYTHON)} HTTP/1.1", b"", "Content-Type: application/json"),
            id="get-json-no-body",
        ),
        pytest.param(
            _request(f"GET http://smsc.ru/sys/send.php?{urlencode(PYTHON)} HTTP/1.1"), id="absolute-form"
        ),
        pytest.param(
            _request("POST http://smsc.ru:80/sys/send.php HTTP/1.1", urlencode(PYTHON).encode(), FORM),
            id="absolute-post",
        ),
        pytest.param(
            _request(
                "POST /sys/send.php HTTP/1.1",
                urlencode(PYTHON).encode(),
                "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
            ),
            id="content-type-with-charset",
        ),
        pytest.param(
            _request(
                "POST /rest/send/ HTTP/1.1", json.dumps({**PYTHON, "id": 0, "cost": 3}).encode(),
                "Content-Type: application/json",
            ),
            id="json",
        ),
        pytest.param(
            _request("POST /sys/send.php?login=alex&psw=123 HTTP/1.1", urlencode(PYTHON).encode(), FORM), id="both"
        ),
        pytest.param(
            _request(f"GET /sys/send.php?{urlencode(PYTHON)} HTTP/1.1", b"", "Expect: 100-continue"), id="expect"
        ),
    ],
)  # fmt: skip
def test_what_clients_send(smsc_sandbox: Sandbox, octets: bytes) -> None:
    """BEY-9, REQ-2, REQ-5, RSP-2: each is understood as it was meant, and answered."""
    status, headers, body = raw(smsc_sandbox.address, octets)
    assert status == 200
    (message,) = smsc_sandbox.messages
    assert (message.phone, message.text, message.login) == ("79990000000", TEXT, "alex")
    said = (
        json.loads(body)
        if headers["content-type"].startswith("application/json")
        else body.decode().split(",")
    )
    id = said["id"] if isinstance(said, dict) else int(said[0])
    assert id == message.id
    assert id != 0


def test_files_of_a_form(smsc_sandbox: Sandbox) -> None:
    """FIL-1, REQ-5: files arrive with their names and sizes, whatever their fields are called; no bytes are lost."""
    data = bytes(range(256)) * 10
    fields = {**PYTHON, "mms": "1", "subj": "Hi", "mes": "<file 1>"}
    kind, body = _multipart(fields, ("file1", "кот.jpg", data), ("mes0", "b.png", b"x\r\n--y"))
    raw(smsc_sandbox.address, _request("POST /sys/send.php HTTP/1.1", body, kind))
    (message,) = smsc_sandbox.messages
    assert [(file.name, file.size) for file in message.files] == [("кот.jpg", 2560), ("b.png", 6)]
    assert (message.channel, message.subj) == ("mms", "Hi")


def test_charset_not_said(smsc_sandbox: Sandbox) -> None:
    """REQ-6: UTF-8 that nobody calls so is read as windows-1251, as by the service, and the linter tells of it."""
    raw(smsc_sandbox.address, _request(f"GET /sys/send.php?{urlencode({**HELLO, 'mes': 'Привет'})} HTTP/1.1"))
    assert smsc_sandbox.messages[0].text == "Привет".encode().decode("cp1251", "replace")
    assert any(finding.severity != "info" for finding in smsc_sandbox.requests[0].findings)


@pytest.mark.parametrize("charset", ["utf-8", "cp1251"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_that_was_not_encoded(smsc_sandbox: Sandbox, method: str, charset: str) -> None:
    """BEY-9, REQ-5: letters and blanks of an address as a browser's bar or a command line leaves them."""
    said = "utf-8" if charset == "utf-8" else "windows-1251"
    target = f'/sys/send.php?login=alex&psw=123&charset={said}&phones=79990000000&mes=Привет, "мир"! 100% + 1'
    status, _, body = raw(
        smsc_sandbox.address, f"{method} {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(charset)
    )
    assert (status, body[:2]) == (200, b"OK")
    assert smsc_sandbox.messages[0].text == 'Привет, "мир"! 100%   1'


def test_octets_that_were_not_encoded(smsc_sandbox: Sandbox) -> None:
    """BEY-9: a body whose text was not urlencoded at all."""
    body = "login=alex&psw=123&phones=79990000000&mes=Привет всем".encode("cp1251")
    raw(smsc_sandbox.address, _request("POST /sys/send.php HTTP/1.1", body, FORM))
    assert smsc_sandbox.messages[0].text == "Привет всем"


def test_one_connection_for_many(smsc_sandbox: Sandbox) -> None:
    """Connections are kept alive, errors or not."""
    parts = urlsplit(smsc_sandbox.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    for mes in ("a", "", "b"):
        connection.request("GET", f"/sys/send.php?{urlencode({**HELLO, 'mes': mes})}")
        assert connection.getresponse().read().startswith(b"OK" if mes else b"ERROR = 1")
    connection.close()


def test_a_repeated_request(smsc_sandbox: Sandbox) -> None:
    """LIM-1, ERR-4: the same sending again within a minute is error 9; after a minute it goes."""
    assert send(smsc_sandbox.address).startswith("OK")
    assert send(smsc_sandbox.address) == "ERROR = 9 (duplicate request, wait a minute)"
    assert send(smsc_sandbox.address, login="other").startswith("OK")
    smsc_sandbox.advance(61)
    assert send(smsc_sandbox.address).startswith("OK")
    assert len(smsc_sandbox.messages) == 3


def test_a_sixth_price(smsc_sandbox: Sandbox) -> None:
    """LIM-1: five identical questions for a price in a minute, no more."""
    replies = [send(smsc_sandbox.address, cost=1) for _ in range(6)]
    assert replies == ["1.00 (1 SMS)"] * 5 + ["ERROR = 9 (duplicate request, wait a minute)"]


def test_a_flood(smsc_sandbox: Sandbox) -> None:
    """LIM-3: more than 50 messages to one number, one right after the other, are refused."""
    replies = [send(smsc_sandbox.address, mes=str(n)) for n in range(52)]
    assert [reply.startswith("OK") for reply in replies] == [True] * 50 + [False] * 2


def test_fifteen_at_once(smsc_sandbox: Sandbox) -> None:
    """LIM-2: the fifteenth request under way at once is error 9; one login does not hinder another. A client that goes
    has no request under way any more, even where it has asked for the next one already.
    """
    address = smsc_sandbox.address
    smsc_sandbox.fail(delay=3600, times=14)
    with ExitStack() as held:
        for n in range(14):
            asked = _request(f"GET /sys/send.php?{urlencode({**HELLO, 'mes': n})} HTTP/1.1")
            held.enter_context(connected(address)).sendall(asked * (1 + n % 2))
        until(lambda: len(smsc_sandbox.requests) == 14)
        for n in range(14, 20):
            assert send(address, mes=str(n)).startswith("ERROR = 9")
        assert send(address, login="other").startswith("OK")
    until(lambda: send(address, mes="later").startswith("OK"))


def test_what_is_asked_while_a_reply_is_late(smsc_sandbox: Sandbox) -> None:
    """A request that comes while the one before waits for its reply is answered behind it; of a client that sends on
    and on no more is taken than a head may be long. One that will ask no more need not wait.
    """
    smsc_sandbox.fail(delay=3600)
    with connected(smsc_sandbox.address) as connection:
        for mes in "ab":
            connection.sendall(_request(f"GET /sys/send.php?{urlencode({**HELLO, 'mes': mes})} HTTP/1.1"))
            until(lambda: smsc_sandbox.requests)
        connection.shutdown(socket.SHUT_WR)
        told = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert re.findall(rb"OK - 1 SMS, ID - \d", told) == [b"OK - 1 SMS, ID - 1", b"OK - 1 SMS, ID - 2"]
    smsc_sandbox.fail(delay=3600)
    with connected(smsc_sandbox.address) as connection:
        connection.sendall(_request(f"GET /sys/send.php?{urlencode({**HELLO, 'mes': 'c'})} HTTP/1.1"))
        connection.settimeout(0.2)
        with pytest.raises(TimeoutError):
            connection.sendall(b"x" * 30_000_000)


def test_limits_can_be_off() -> None:
    """LIM-1: a configuration without limits repeats whatever is asked."""
    with started(limits=False) as sandbox:
        assert all(send(sandbox.address).startswith("OK") for _ in range(60))


def test_too_large_a_body() -> None:
    """A body over the limit is error 1 in the format of the query, and is not kept."""
    with started(max_body=1000) as sandbox:
        body = b"login=alex&psw=123&phones=79990000000&mes=" + b"a" * 5000
        _, _, reply = raw(sandbox.address, _request("POST /sys/send.php?fmt=1 HTTP/1.1", body, FORM))
        assert reply == b"0,-1"
        assert sandbox.requests == []


def test_orders_of_tests(smsc_sandbox: Sandbox) -> None:
    """ERR-4: a test orders what goes wrong next: a code, another status, another body, so many times."""
    address = smsc_sandbox.address
    api(address, "fail", {"code": 4, "times": 2})
    api(address, "fail", {"body": "garbage"})
    api(address, "fail", {"status": 502, "body": "bad gateway", "endpoint": "balance"})
    assert send(address) == "ERROR = 4 (ip is blocked)"
    assert send(address, fmt=1) == "0,-4"
    assert send(address) == "garbage"
    assert len(smsc_sandbox.messages) == 1  # which was carried out all the same
    status, _, body = raw(address, _request("GET /sys/balance.php?login=alex&psw=123 HTTP/1.1"))
    assert (status, body) == (502, b"bad gateway")
    assert get(address, "/sys/balance.php", login="alex", psw="123") == "999.00"


def test_slow_and_cut_replies(smsc_sandbox: Sandbox) -> None:
    """A reply comes late, or its end never: the message was taken all the same."""
    smsc_sandbox.fail(delay=3600)
    with connected(smsc_sandbox.address) as connection:
        connection.sendall(_request(f"GET /sys/send.php?{urlencode(HELLO)} HTTP/1.1"))
        until(lambda: smsc_sandbox.messages)
        connection.settimeout(0.2)
        with pytest.raises(TimeoutError):
            connection.recv(1)
    smsc_sandbox.fail(cut=3)
    with pytest.raises(http.client.IncompleteRead) as cut:
        send(smsc_sandbox.address, mes="cut")
    assert cut.value.partial == b"OK "
    assert [message.text for message in smsc_sandbox.messages] == ["Hello", "cut"]


@pytest.mark.parametrize(
    ("method", "status", "cut", "left"),
    [("GET", 200, 0, b""), ("GET", 200, 1, b"O"), ("GET", 200, 99, b"OK - 1 SMS, ID - 1"), ("HEAD", 200, 3, b""),
     ("GET", 204, 3, b""), ("GET", 500, 5, b"ERROR")],
)  # fmt: skip
def test_where_a_reply_is_cut(method: str, status: int, cut: int, left: bytes) -> None:
    """The head of a cut reply is whole, as is the length in it; of the body so many bytes come, where there is one."""
    with started() as sandbox:
        sandbox.fail(cut=cut, status=status)
        with connected(sandbox.address) as connection:
            connection.sendall(_request(f"{method} /sys/send.php?{urlencode(HELLO)} HTTP/1.1"))
            octets = b"".join(iter(lambda: connection.recv(65_536), b""))
        head, end, body = octets.partition(b"\r\n\r\n")
        assert (end, body) == (b"\r\n\r\n", left)
        assert head.startswith(b"HTTP/1.1 %d " % status)
        assert head.endswith(b"connection: close") or b"content-length: " in head


def test_a_client_that_goes_away(smsc_sandbox: Sandbox) -> None:
    """A client that hangs up in the middle of a request, or before the reply, does no harm."""
    for octets in (
        b"GET /sys/send.php?login",
        b"POST /sys/send.php HTTP/1.1\r\nContent-Length: 100\r\n\r\nlogin",
    ):
        with connected(smsc_sandbox.address) as connection:
            connection.sendall(octets)
    assert send(smsc_sandbox.address).startswith("OK")


def test_a_cut_form_answers_in_its_format(smsc_sandbox: Sandbox) -> None:
    """PAR-16, ERR-3: a multipart body that is cut is error 1, in the format that it had said before."""
    fields = {"login": "alex", "psw": "123", "fmt": "3", "phones": "79990000000", "mes": "Hello"}
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{said}\r\n'
        for name, said in fields.items()
    ]
    body = "".join(parts).encode()
    said = len("".join(parts[:3]))
    for at in (said - 5, said + 5, said + 60, len(body) - 8, len(body) - 1, len(body)):
        head = (
            "POST /sys/send.php HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {at}\r\n\r\n"
        )
        _, headers, reply = raw(smsc_sandbox.address, head.encode() + body[:at])
        if at < said:
            assert reply == b"ERROR = 1 (parameters error)"
            continue
        assert headers["content-type"].startswith("application/json")
        assert json.loads(reply)["error_code"] == 1
    assert smsc_sandbox.messages == []
