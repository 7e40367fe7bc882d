"""What the sandbox records and shows of a request has none of its secrets, however the request is written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import parse_qsl

import msgspec
import pytest
from sandbox_page import shown
from smsc_codec_sandbox import api
from smsc_codec_sandbox.config import Config, settled
from smsc_codec_sandbox.linting import Kept
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store, private

SECRET = "S3CRETPW"
OBJECT = json.dumps({"login": "alex", "psw": SECRET, "phones": "79990000000", "mes": "Hi"})
FORM = f"login=alex&psw={SECRET}&phones=79990000000&mes=Hi"
PART = 'Content-Disposition: form-data; name="psw"'
#: Content type and body, to send.php.
BODIES = [
    ("application/x-www-form-urlencoded", FORM),
    ("", FORM),
    ("text/plain", FORM),
    ("application/json", OBJECT),
    ("", OBJECT),
    ("application/x-www-form-urlencoded", OBJECT),
    ("text/plain", OBJECT),
    ("application/json", OBJECT[:-9]),
    ("application/x-www-form-urlencoded", FORM.replace("&", ";")),
    ("application/x-www-form-urlencoded", FORM.replace("&", "&amp;")),
    ("application/x-www-form-urlencoded", FORM.replace("&", "%26").replace("=", "%3D")),
    ("application/x-www-form-urlencoded", FORM.replace("psw", "p%73w")),
    ("application/x-www-form-urlencoded", FORM.replace("psw", "PSW")),
    ("application/x-www-form-urlencoded", FORM.replace("psw", "password")),
    ("multipart/form-data; boundary=b", f"--b\r\n{PART}\r\n\r\n{SECRET}\r\n--b--\r\n"),
    ("multipart/form-data", f"--b\r\n{PART}\r\n\r\n{SECRET}\r\n--b--\r\n"),
    ("", f"--b\r\n{PART}\r\n\r\n{SECRET}\r\n--b--\r\n"),
    ("text/xml", f"<request><login>alex</login><psw>{SECRET}</psw></request>"),
    ("application/x-www-form-urlencoded", f"phones=7&apikey={SECRET}"),
]


@pytest.mark.parametrize(("content", "body"), BODIES)
@pytest.mark.parametrize("path", ["/sys/send.php", "/sys/send.php?fmt=3", "/rest/send/"])
def test_records_and_pages(path: str, content: str, body: str) -> None:
    """Neither the record, nor the page, nor the JSON API has the password."""
    service = Service(Config())
    heard: list[bytes] = []
    service.heard.append(lambda exchange: heard.append(msgspec.json.encode(exchange)))
    assert service.answer("POST", path, content, body.encode()) is not None
    told = b"".join(heard) + shown(service).encode()
    for word in ("messages", "requests", "accounts"):
        told += api.answer(service, "GET", f"{api.ROOT}/{word}", "", b"").data
    assert SECRET.encode() not in told


@pytest.mark.parametrize(("content", "body"), BODIES)
def test_no_length_of_a_secret(content: str, body: str) -> None:
    """The text that is kept of a request is the same, whatever the length of the password."""
    kept: list[str] = []
    for secret in (SECRET, SECRET * 3):
        service = Service(Config())
        service.heard.append(lambda exchange: kept.append(exchange.text))
        service.answer("POST", "/sys/send.php", content, body.replace(SECRET, secret).encode())
    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    ("places", "kept", "at"),
    [
        ([], "a=SECRET&b=xy", [0, 2, 5, 8, 13]),
        ([(2, 8)], "a=***&b=xy", [0, 2, 5, 5, 10]),
        ([(2, 5), (5, 8)], "a=***&b=xy", [0, 2, 5, 5, 10]),
        ([(2, 8), (3, 4), (11, 13)], "a=***&b=***", [0, 2, 5, 5, 11]),
        ([(0, 13)], "***", [0, 3, 3, 3, 3]),
    ],
)
def test_places_beside_secrets(places: list[tuple[int, int]], kept: str, at: list[int]) -> None:
    """Every secret has three stars, and what stands around it keeps its place among the rest."""
    text = Kept("a=SECRET&b=xy", places)
    assert text.text == kept
    assert [text.place(place) for place in (0, 2, 5, 8, 13)] == at


@pytest.mark.parametrize(
    "query", [FORM, FORM.replace("&", ";"), FORM.replace("&", "&amp;"), f"apikey={SECRET}&a"]
)
def test_addresses(query: str) -> None:
    """The same for what stands in an address."""
    service = Service(Config())
    service.answer("GET", f"/sys/send.php?{query}", "", b"")
    assert SECRET.encode() not in msgspec.json.encode(list(service.store.exchanges()))
    assert SECRET not in shown(service)


def test_files_are_private(tmp_path: Path) -> None:
    """A database, what SQLite puts beside it, and a record are nobody else's to read, new or not."""
    old = os.umask(0)
    try:
        kept = tmp_path / "kept.db"
        kept.touch(0o666)
        for path in (kept, tmp_path / "new.db"):
            store = Store(str(path))
            service = Service(Config(), store)
            service.answer("GET", f"/sys/send.php?{FORM}", "", b"")
            store.close()
        os.close(private(str(tmp_path / "record"), os.O_WRONLY | os.O_CREAT | os.O_APPEND))
    finally:
        os.umask(old)
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()} == {
        "kept.db": "0o600",
        "new.db": "0o600",
        "record": "0o600",
    }


@pytest.mark.parametrize("psw", ["1", "123", "sh", "push"])
@pytest.mark.parametrize(
    "said",
    [
        "push=1&psw={}", "psw={}&push=1", "push=1&login=alex&psw={}", "push=1&pass={}", "pass={}&push=1&psw={}",
        "push=1&password={}", "apikey={}&push=1", "psw={}&push=1&token={}", "bin=1&push=1&Psw={}&ping=1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["address", "form", "json"])
def test_a_push_is_no_password(psw: str, said: str, kind: str) -> None:
    """PUSH-1: `push` means what it says, though it looks like `psw`; what stands beside it is hidden as ever, and lines
    of a text are no cells below a word for a secret.
    """
    service = Service(settled({"limits": False}))
    text = f"phones=79990000000&{said.replace('{}', psw)}&mes=http://wap.ru%0AWAP.RU&charset=utf-8"
    if kind == "json":
        body = json.dumps(dict(parse_qsl(text))).encode()
        service.answer("POST", "/sys/send.php", "application/json", body)
        shown, seen = '"push": "1"', "http://wap.ru\\nWAP.RU"
    else:
        address, body = (f"?{text}", "") if kind == "address" else ("", text)
        service.answer("POST", f"/sys/send.php{address}", "application/x-www-form-urlencoded", body.encode())
        shown, seen = "push=1", "http://wap.ru%0AWAP.RU"
    (exchange,) = service.store.exchanges()
    assert shown in exchange.text
    assert seen in exchange.text
    assert exchange.text.count("***") == said.count("{}")
