"""Whatever is thrown at the endpoints, the service answers (BEY-4)."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from urllib.parse import quote_from_bytes, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sandbox_wire import PATIENCE
from smsc_codec_sandbox.sandbox import Sandbox, started

from smsc_codec.api.received import PATHS

NAMES = (
    "login psw apikey phones mes list id sender translit tinyurl time tz period freq flash bin push hlr ping mms mail "
    "soc viber whatsapp call tg fileurl voice param subj charset cost fmt valid maxsms imgcode userip err op pp nl add "
    "chg del get name msg format fl[1] mts_srv ok host info phone all cur"
).split()
SOME = [
    b"", b"0", b"1", b"2", b"3", b"alex", b"123", b"79990000000", b"79990000000,79990000001,", b"utf-8", b"koi8-r",
    b"G777", b"a@b.ru", b"@name", b"-1", b"9" * 30, "Привет".encode(), "Привет".encode("cp1251"), b"code", b"+5",
    b"9-18", b"{menu: 1\n1: call:79990000000 err:1\n}", b"__CALL__: \n~~~\nparam=1,2,3", b"79990000000:Hi\nfoo",
    b"http://a.b\nc", b"00", b"0605040B8423F0", b"\xff\xfe\x00", b"<file 1>", b"\n~~~\n",
]  # fmt: skip
VALUES = st.one_of(st.sampled_from(SOME), st.binary(max_size=40))
PAIRS = st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=5)), VALUES, max_size=12)
OBJECTS = st.dictionaries(
    st.sampled_from(NAMES), st.text(max_size=9) | st.integers() | st.lists(st.none())
).map(lambda said: json.dumps(said).encode())
ACCESS = {"login": b"alex", "psw": b"123"}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with started(keep=100, max_body=100_000) as made:
        yield made


def _answered(sandbox: Sandbox, method: str, target: str, body: bytes | None, content: str) -> None:
    parts = urlsplit(sandbox.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.putrequest(method, target, skip_accept_encoding=True)
        if content:
            connection.putheader("Content-Type", content)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        reply = connection.getresponse()
        said = reply.read()
        large = body is not None and len(body) > sandbox.service.config.max_body
        assert (reply.status, bool(said)) == (413 if large else 200, method != "HEAD"), said
    finally:
        connection.close()


def _encoded(pairs: dict[str, bytes]) -> str:
    return "&".join(f"{quote_from_bytes(n.encode())}={quote_from_bytes(v)}" for n, v in pairs.items())


SETTINGS = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SETTINGS
@given(
    st.sampled_from(sorted(PATHS)),
    PAIRS,
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]),
    st.booleans(),
)
@example("/sys/send.php", {"phones": b"79990000000", "mes": b"Hi", "list": b"79990000000:Hi"}, "GET", True)
@example(
    "/sys/templates.php", {"add": b"1", "name": b"a,b\nc", "msg": b"\x98\xff", "fmt": b"1"}, "POST", True
)
def test_parameters(sandbox: Sandbox, path: str, pairs: dict[str, bytes], method: str, known: bool) -> None:
    """BEY-4: any parameters at all are answered with HTTP status 200."""
    said = _encoded({**(ACCESS if known else {}), **pairs})
    if method in ("POST", "PUT"):
        _answered(sandbox, method, path, said.encode(), "application/x-www-form-urlencoded")
    else:
        _answered(sandbox, method, f"{path}?{said}", None, "")


@SETTINGS
@given(
    st.sampled_from(sorted(PATHS)),
    st.one_of(st.binary(max_size=300), OBJECTS),
    st.sampled_from(
        ["", "application/json", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain",
         "application/x-www-form-urlencoded", "nonsense;;=", "application/json; charset=koi8-r"]
    ),
)  # fmt: skip
@example("/sys/send.php", b"[" * 50_000, "application/json")
@example(
    "/sys/send.php",
    b'{"mes": "\\ud800", "phones": "79990000000", "login": "a", "psw": "b"}',
    "application/json",
)
@example("/sys/send.php", b"&" * 90_000, "")
@example("/sys/send.php", b"a=1&" * 20_000, "")
@example("/sys/send.php", b"x" * 5_000_000, "")
@example("/sys/send.php", b"--b\r\n" * 10_000, "multipart/form-data; boundary=b")
def test_bodies(sandbox: Sandbox, path: str, body: bytes, content: str) -> None:
    """BEY-4, BEY-9: any body of any type, is answered with HTTP status 200, huge ones with 413."""
    _answered(sandbox, "POST", path, body, content)


@SETTINGS
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=60))
def test_queries(sandbox: Sandbox, query: str) -> None:
    """REQ-2: any query at all is answered with HTTP status 200."""
    _answered(sandbox, "GET", f"/sys/send.php?{query.replace('#', '')}", None, "")
