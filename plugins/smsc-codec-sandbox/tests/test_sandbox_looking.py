"""What one sees of what was caught: the JSON API and the page. Secrets are in neither (BEY-9)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sandbox_page import shown
from sandbox_wire import HELLO, api, get, raw, send
from smsc_codec_sandbox.sandbox import Sandbox, started

MENU = """Good day!

{menu: For opening hours press 1, for a talk press 2.
#: start
1: We are open from 9 to 18.
2: call:79990000001,79990000002 wait=20 ok:end err:3
21: We call back.
3: Nobody is here.
}

Good-bye!
"""
ATTACK = "<script>alert('x')</script><img src=x onerror=y>\"'&amp;"
#: Two that no text of the sandbox's own holds.
CANARY, KEY = "kanarienvogel-7", "schluessel-9"


def test_messages(smsc_sandbox: Sandbox) -> None:
    """STA-4: the API tells of messages with what has become of them, by login, id or number, the newest first."""
    for n in range(3):
        send(smsc_sandbox.address, mes=f"text {n}", id=n + 1, phones=f"7999000000{n}", sender="ivan")
    told = api(smsc_sandbox.address, "messages")
    assert [row["text"] for row in told] == ["text 2", "text 1", "text 0"]
    assert told[0]["sender"] == "ivan"
    assert (told[0]["status"], told[0]["status_name"], told[0]["cost"]) == (-1, "waiting to be sent", "1.00")
    assert [row["id"] for row in api(smsc_sandbox.address, "messages?phone=79990000001")] == [2]
    assert [row["id"] for row in api(smsc_sandbox.address, "messages?id=3&login=alex")] == [3]
    assert len(api(smsc_sandbox.address, "messages?limit=1")) == 1
    api(smsc_sandbox.address, "advance", {"seconds": 60})
    assert {row["status"] for row in api(smsc_sandbox.address, "messages")} == {1}


def test_requests_are_linted(smsc_sandbox: Sandbox) -> None:
    """IVR-7, REQ-4: each request is told with what the linter finds, at its place in the request, in the menu too."""
    send(smsc_sandbox.address, mes=MENU.replace("err:3", "err:2"), call=1, freq=5)
    (told,) = api(smsc_sandbox.address, "requests")
    found = {finding["name"]: finding for finding in told["findings"]}
    assert {"err-loop", "freq-without-period"} <= set(found)
    place = found["err-loop"]
    assert told["text"][place["start"] : place["end"]] == "2"
    assert told["operation"]["channel"] == "call"
    assert told["endpoint"] == "send"
    assert told["reply"].startswith("OK - ")
    assert told["error"] is None


@pytest.mark.parametrize("kind", ["multipart", "json", "broken"])
def test_requests_of_every_kind_are_linted(smsc_sandbox: Sandbox, kind: str) -> None:
    """REQ-5, BEY-2: so are forms with files, and JSON objects; of a body that cannot be read it says so."""
    fields = {**HELLO, "freq": "5", "mms": "1"}
    if kind == "json":
        path, content, body = "/rest/send/", "application/json", json.dumps(fields).encode()
    else:
        path, content = "/sys/send.php", "multipart/form-data; boundary=b"
        pieces = [
            f'--b\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()
        ]
        pieces.append('--b\r\nContent-Disposition: form-data; name="f"; filename="it\'s.png"\r\n\r\nx\r\n')
        body = "".join(pieces).encode() + (b"--b--\r\n" if kind == "multipart" else b"")
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    raw(smsc_sandbox.address, head.encode() + body)
    (request,) = smsc_sandbox.requests
    if kind == "broken":
        assert request.unlinted.startswith("the body: ")
        assert request.error == 1
    else:
        assert "freq-without-period" in [finding.name for finding in request.findings]
        assert request.error is None
        assert "123" not in request.text


def test_clear(smsc_sandbox: Sandbox) -> None:
    """Everything is as it was at the beginning: messages, requests, money, limits, ordered failures."""
    send(smsc_sandbox.address)
    smsc_sandbox.fail(code=4)
    api(smsc_sandbox.address, "clear", {})
    assert (smsc_sandbox.messages, smsc_sandbox.requests) == ([], [])
    assert send(smsc_sandbox.address, cost=3).endswith("BALANCE - 999.00")


def test_accounts(smsc_sandbox: Sandbox) -> None:
    """RSP-8: accounts are told with their money, exactly."""
    send(smsc_sandbox.address)
    (account,) = api(smsc_sandbox.address, "accounts")
    assert (account["login"], account["balance"]) == ("alex", "999.00")


@pytest.mark.parametrize(
    ("line", "body", "status"),
    [
        ("GET /sandbox/api/nothing", b"", 404),
        ("GET /sandbox/api/clear", b"", 405),
        ("POST /sandbox/api/messages", b"", 405),
        ("GET /sandbox/api/messages?limit=many", b"", 400),
        ("GET /sandbox/api/requests?key=-1", b"", 400),
        ("POST /sandbox/api/advance", b"{}", 400),
        ("POST /sandbox/api/advance", b'{"seconds": -1}', 400),
        ("POST /sandbox/api/advance", b'{"seconds": 1e400}', 400),
        ("POST /sandbox/api/fail", b"\xff", 400),
        ("POST /sandbox/api/fail", b'{"status": 999}', 400),
        ("POST /sandbox/api/fail", b'{"cod": 1}', 400),
        ("POST /sandbox/api/fail", b"[" * 5000, 400),
        ("GET /sys/nothing.php", b"", 404),
        ("GET /sandbox/api", b"", 200),
    ],
)
def test_orders_that_make_no_sense(smsc_sandbox: Sandbox, line: str, body: bytes, status: int) -> None:
    """Whatever the API is asked, it answers with a reason."""
    kind = "Content-Type: application/json\r\n" if line.startswith("POST") else ""
    head = f"{line} HTTP/1.1\r\nHost: localhost\r\n{kind}Content-Length: {len(body)}\r\n\r\n".encode()
    got, _, told = raw(smsc_sandbox.address, head + body)
    assert (got, bool(told)) == (status, True)


def test_the_page(smsc_sandbox: Sandbox) -> None:
    """The page shows messages, the newest first, and one of them as a whole."""
    assert "data-key" not in get(smsc_sandbox.address, "/")
    send(smsc_sandbox.address, mes="first", phones="79990000001")
    send(smsc_sandbox.address, mes="second", phones="79990000002", freq=3)
    page = get(smsc_sandbox.address, "/")
    assert page.index("79990000002") < page.index("79990000001")
    assert "freq=" not in page
    assert "freq=" in get(smsc_sandbox.address, "/", open=2)


@pytest.mark.parametrize(
    "field", ["mes", "phones", "sender", "login", "id", "subj", "list", "call-menu", "unknown"]
)
def test_the_page_is_escaped(smsc_sandbox: Sandbox, field: str) -> None:
    """LIST-9: nothing that a client sends becomes part of the page."""
    more: dict[str, object] = {field: ATTACK, "err": 1, "op": 1}
    if field == "list":
        more = {"list": f"79990000000:{ATTACK}\n~~~\n{ATTACK}", "phones": "", "mes": ""}
    if field == "call-menu":
        more = {"mes": MENU.replace("We call back.", ATTACK).replace("call:", f"{ATTACK}call:"), "call": 1}
    if field == "unknown":
        more = {ATTACK: ATTACK}
    send(smsc_sandbox.address, **more)
    page = shown(smsc_sandbox.service)
    assert not re.search(r"<(script>|img)|onerror=y>", page)


def test_secrets_are_shown_nowhere(tmp_path: Path) -> None:
    """REQ-3, BEY-1: neither password nor key is in what is kept and shown, however the request carries it."""
    accounts = [{"login": "alex", "psw": CANARY, "apikey": KEY}]
    with started(accounts=accounts) as sandbox:
        for n, access in enumerate(
            ({"login": "alex", "psw": CANARY}, {"login": "", "psw": KEY}, {"login": "x", "psw": CANARY},
             {"apikey": KEY}, {"apikey": KEY * 2}, {"login": "", "psw": KEY + "?"})
        ):  # fmt: skip
            said = {"phones": "79990000000", "mes": f"Hi {n}", "charset": "utf-8", "freq": "3", **access}
            get(sandbox.address, "/sys/send.php", **said)
            body = json.dumps({**said, "mes": f"Ho {n}"}).encode()
            head = f"POST /rest/send/ HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            raw(sandbox.address, head.encode() + body)
        words = ("messages", "requests", "accounts", "callbacks")
        seen = [get(sandbox.address, f"/sandbox/api/{word}") for word in words]
        seen += [shown(sandbox.service), repr(sandbox.requests), repr(sandbox.service.config)]
        assert len(sandbox.messages) == 6
        assert not [text for text in seen if CANARY in text or KEY in text]


def test_anybodys_key_is_no_name(smsc_sandbox: Sandbox) -> None:
    """BEY-1: where any key is welcome, it is not shown as anybody's name."""
    said = {"phones": "79990000000", "mes": "Hi", "apikey": KEY}
    assert get(smsc_sandbox.address, "/sys/send.php", **said).startswith("OK")
    assert KEY not in shown(smsc_sandbox.service) + get(smsc_sandbox.address, "/sandbox/api/messages")
