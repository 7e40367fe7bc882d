"""Who may ask a sandbox: programs on this machine, and no page of another site (Fetch Metadata, RFC 9110 7.2)."""

from __future__ import annotations

import json
import logging
from urllib.parse import urlencode

import pytest
from sandbox_wire import HELLO, api, raw
from smsc_codec_sandbox import doors
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.sandbox import Sandbox, started

SEND = f"/sys/send.php?{urlencode(HELLO)}"
#: Every way to read what was caught, or to change something.
WAYS = (
    ("GET", "/"), ("GET", "/sandbox/static/page.css"), ("GET", "/sandbox/api"), ("GET", "/sandbox/api/messages"),
    ("GET", "/sandbox/api/requests"), ("GET", "/sandbox/api/accounts"), ("GET", "/sandbox/api/callbacks"),
    ("POST", "/sandbox/api/clear"), ("POST", "/sandbox/api/advance"), ("POST", "/sandbox/api/fail"),
    ("POST", "/sandbox/api/callback"), ("GET", SEND), ("POST", "/sys/send.php"), ("POST", "/rest/send/"),
    ("GET", "/sys/status.php"), ("GET", "/sys/templates.php"), ("GET", "/sys/balance.php"),
    ("OPTIONS", "/sys/send.php"),
    ("PUT", "/"), ("DELETE", "/sandbox/api/messages"), ("GET", "/nothing"), ("HEAD", "/"),
)  # fmt: skip


def _head(method: str, target: str, **headers: str | list[str]) -> Head:
    pairs: list[tuple[str, str]] = []
    for name, values in headers.items():
        for value in [values] if isinstance(values, str) else values:
            pairs.append((name.replace("_", "-"), value))
    return Head(method, target, tuple(pairs), "1.1")


def _status(head: Head, *names: str, here: str = "127.0.0.1") -> int:
    refused = doors.refusal(head, names, here)
    return 200 if refused is None else refused.status


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8025", "localhost.", "app.localhost:1", "127.0.0.1", "127.0.0.1:8025", "127.9.9.9",
     "[::1]",
     "[::1]:8025", "[::ffff:127.0.0.1]", " localhost:80 "],
)  # fmt: skip
def test_names_of_this_machine(host: str) -> None:
    """Loopback names and addresses are served, with and without a port."""
    assert _status(_head("GET", "/", host=host)) == 200


@pytest.mark.parametrize(
    "host",
    ["example.org", "evil.test:8025", "localhost.evil.test", "127.0.0.1.evil.test", "evil.test.", "notlocalhost",
     "192.168.1.5", "8.8.8.8:8025", "0.0.0.0", "0.0.0.0:8025", "[::]", "[fe80::1]", "[::1", "[::1]evil.test", "::1",
     "127.0.0.1@evil.test", "localhost:80@evil.test", "localhost:80:90", "localhost:x", "", " ", ":8025",
     ".localhost.x",
     "127.1", "2130706433", "0x7f.1", "127.0.0.1, evil.test", "smscentre.com", "xn--lcalhost-3jg", "[]"],
)  # fmt: skip
@pytest.mark.parametrize(("method", "path"), WAYS)
def test_other_names(host: str, method: str, path: str) -> None:
    """A page can make any name of its own mean this machine, so nothing at all is served under another name."""
    assert _status(_head(method, path, host=host, content_type="application/json")) == 403


def test_names_that_are_configured() -> None:
    """A configuration adds names, and all below one; the address that a connection came to is one by itself."""
    for host, due in (("box", 200), ("BOX:8025", 200), ("a.box", 403), ("a.dev.test", 200), ("dev.test", 403),
                      ("evildev.test", 403), ("0.0.0.0:1", 200)):  # fmt: skip
        assert _status(_head("GET", "/", host=host), "box", "*.dev.test", "0.0.0.0") == due
    assert _status(_head("GET", "/", host="192.168.1.5:8025"), here="192.168.1.5") == 200
    assert _status(_head("GET", "/", host="192.168.1.6:8025"), here="192.168.1.5") == 403
    assert _status(_head("GET", "/", host="[fd00::5]"), here="fd00::5") == 200


@pytest.mark.parametrize(
    ("target", "host", "due"),
    [
        (SEND, None, 200),  # HTTP/1.0: no browser leaves `Host` out
        (f"http://smscentre.com{SEND}", "smscentre.com", 403),
        (f"http://smscentre.com{SEND}", None, 403),
        (f"http://smscentre.com{SEND}", "localhost", 200),
        (f"http://localhost:8025{SEND}", "evil.test", 403),
        ("http://evil.test/sandbox/api/messages", "localhost", 403),
        ("http://evil.test?x=1", "localhost", 403),
        ("http://localhost/sandbox/api/messages", "evil.test", 403),
        ("http://localhost@evil.test/", None, 403),
        ("http://localhost:8025/sandbox/api/messages", "localhost:8025", 200),
    ],
)
def test_targets_with_a_host(target: str, host: str | None, due: int) -> None:
    """BEY-9, RFC 9112 3.2.2: a client that takes the sandbox for a proxy names a host in the target."""
    head = _head("GET", target, **({} if host is None else {"host": host}))
    assert _status(head) == due
    if due == 403:
        assert _status(head, "smscentre.com", "evil.test", "localhost@evil.test") == 200 or "@" in target


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.test",
        "null",
        "http://localhost:9",
        "https://127.0.0.1:8025",
        "http://127.0.0.1:8025.evil.test",
        "",
        "chrome-extension://abc",
        "file://",
        "http://127.0.0.1",
    ],
)
@pytest.mark.parametrize(("method", "path"), WAYS)
def test_other_origins(method: str, path: str, origin: str) -> None:
    """What a page of another origin sends says so, and is refused everywhere, whatever its content type."""
    head = _head(method, path, host="localhost:8025", origin=origin, content_type="application/json")
    assert _status(head) == 403
    assert (
        _status(_head(method, path, host="localhost:8025", origin=["http://localhost:8025", origin])) == 403
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site", "Cross-Site", "", "unheard-of"])
@pytest.mark.parametrize(("method", "path"), WAYS)
def test_other_sites(method: str, path: str, site: str) -> None:
    """Images, scripts, frames and forms have no `Origin`, and `Sec-Fetch-Site` tells: refused, but for a link."""
    head = {"host": "localhost:8025", "content_type": "application/json", "sec_fetch_site": site}
    assert _status(_head(method, path, **head)) == 403
    for mode, dest in (
        ("no-cors", "image"),
        ("cors", "empty"),
        ("navigate", "iframe"),
        ("websocket", "empty"),
    ):
        assert _status(_head(method, path, **head, sec_fetch_mode=mode, sec_fetch_dest=dest)) == 403
    link = _status(_head(method, path, **head, sec_fetch_mode="navigate", sec_fetch_dest="document"))
    own = method == "GET" and (path == "/" or path.startswith("/sandbox/"))
    assert link == (200 if own else 403)


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_sandboxs_own_page(site: str) -> None:
    """What the page itself asks, and what is typed into a browser's bar, is answered."""
    origin = {"origin": "http://localhost:8025"} if site == "same-origin" else {}
    for method, path in WAYS:
        head = _head(
            method,
            path,
            host="localhost:8025",
            sec_fetch_site=site,
            content_type="application/json",
            **origin,
        )
        assert _status(head) == 200


@pytest.mark.parametrize(
    "content",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "application/jsonp",
        "text/plain; application/json",
    ],
)
def test_orders_are_json(content: str) -> None:
    """What changes something wants a content type that browsers send to another origin only when it allows it."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert _status(_head(method, "/sandbox/api/clear", host="localhost", content_type=content)) == 415
        assert _status(_head(method, "/sys/send.php", host="localhost", content_type=content)) == 200
    json_said = _head(
        "POST", "/sandbox/api/clear", host="localhost", content_type="Application/JSON; charset=utf-8"
    )
    assert _status(json_said) == 200


@pytest.mark.parametrize(("method", "path"), WAYS)
def test_what_every_reply_says(smsc_sandbox: Sandbox, method: str, path: str) -> None:
    """No other origin may read, frame or embed what is served; nothing inline runs; a reply is only its own kind."""
    more = "Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 0"
    octets = f"{method} {path} HTTP/1.1\r\n{more}\r\n\r\n"
    for request in (octets, octets.replace("localhost", "evil.test")):
        _, headers, _ = raw(smsc_sandbox.address, request.encode())
        assert not [name for name in headers if name.startswith("access-control")]
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


def test_what_is_refused_leaves_nothing(smsc_sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    """A refused request is not carried out and not kept, so that no page can push out what was caught; the log tells
    of it once, and says how a name is allowed.
    """
    for _ in range(3):
        for more in ("Host: evil.test", "Host: localhost\r\nOrigin: http://evil.test"):
            octets = f"GET {SEND} HTTP/1.1\r\n{more}\r\n\r\n".encode()
            status, _, body = raw(smsc_sandbox.address, octets)
            assert status == 403
    assert (smsc_sandbox.messages, smsc_sandbox.requests) == ([], [])
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(told) == 2
    assert "--allow-host evil.test" in told[0]
    assert b"another site" in body


def test_by_configuration() -> None:
    """BEY-9: a client that is led here by a proxy or by /etc/hosts is served where the configuration names the host."""
    with started(allow_hosts=["smscentre.com"]) as sandbox:
        for target in (SEND, f"http://smscentre.com{SEND.replace('Hello', 'again')}"):
            octets = f"GET {target} HTTP/1.1\r\nHost: smscentre.com\r\n\r\n".encode()
            assert raw(sandbox.address, octets)[2].startswith(b"OK")
        assert len(api(sandbox.address, "messages")) == 2


def test_an_order_of_a_blind_page(smsc_sandbox: Sandbox) -> None:
    """An order with a content type that a form can send is refused with a reason, and not carried out."""
    body = json.dumps({"seconds": 60})
    now = smsc_sandbox.service.clock.now()
    more = f"Host: localhost\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}"
    octets = f"POST /sandbox/api/advance HTTP/1.1\r\n{more}\r\n\r\n{body}".encode()
    status, _, told = raw(smsc_sandbox.address, octets)
    assert (status, b"application/json" in told) == (415, True)
    assert smsc_sandbox.service.clock.now() - now < 30
