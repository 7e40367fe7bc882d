"""A password or key is in no repr, error, finding, report or log: canaries are planted and everything is searched."""

from __future__ import annotations

import io
import logging
import pprint
import traceback
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError, ParseError, lint
from smsc_codec.api import Key, Login, Send, build_request, read_request
from smsc_codec.api.callback import Signing
from smsc_codec.api.text import CODEC, parse
from smsc_codec.api.text.write import HIDDEN, to_address, to_curl
from smsc_codec.linter.config import Settings
from smsc_codec.linter.reports import FORMATS, FileReport, Style, render
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients

CANARY = "CANARY7"
HELLO = Send(phones=Recipients((Phone("79990000000"),)), message=Message("Hello"))
ACCESSES = [Login("alex", CANARY), Key(CANARY)]


def shown(value: Any) -> str:
    """All the ways in which a value is shown to people, and what it would log."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logger = logging.getLogger("canary")
    logger.addHandler(handler)
    logger.warning("%s %r", value, value)
    logger.removeHandler(handler)
    rich = getattr(value, "__rich_repr__", list)()
    return "".join(
        [
            repr(value),
            str(value),
            f"{value}",
            f"{[value]!r}",
            pprint.pformat(value),
            repr(rich),
            log.getvalue(),
        ]
    )


@pytest.mark.parametrize("access", ACCESSES, ids=["login", "key"])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("rest", [False, True])
def test_values(access: Login | Key, method: Any, rest: bool) -> None:
    """Who asks, what is sent, and what is received show nothing; the octets themselves hold the secret."""
    request = build_request(HELLO, access, method=method, rest=rest)
    assert CANARY in request.query + request.body.decode()
    received = read_request(request.method, request.target, request.headers, request.body)
    assert received.access == access
    for value in (access, request, received, received.operation, Signing("md5", CANARY)):
        assert CANARY not in shown(value)


@pytest.mark.parametrize("secret", [CANARY + "\n", CANARY + "\u4e2d", CANARY + "\ud800", CANARY + "\x00"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_errors(secret: str, charset: Any) -> None:
    """A secret that cannot be sent is refused by its name; neither it nor one of its characters is told."""
    for access, field in ((Login("alex", secret), "psw"), (Key(secret), "apikey")):
        try:
            build_request(HELLO, access, charset=charset)
        except BuildError as error:
            told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.all)
            assert error.field == field
            assert CANARY not in told
            assert "\u4e2d" not in told
            assert "4E2D" not in told
        else:
            assert secret == CANARY + "\u4e2d"
            assert charset == "utf-8"


#: A secret at every place where one can stand, between things that are wrong.
PLACES = [
    "https://smscentre.com/sys/send.php?login=alex&psw={}&phones=x&mes=%D0%94&id=a b&foo=1&time=y",
    "http://alex:{}@smscentre.com/sys/sent.php?login=alex&phones=x",
    "https://smscentre.com/sys/send.php?apikey={}&apikey={}x&mes=a b",
    "https://smscentre.com/sys/balance.php?login=alex&psw={}%zz&psw=+{}",
    "https://smscentre.com/sys/balance.php?login=alex&password={}&pwd={}&PSW={}&api_key={}&token={}",
    "curl https://smscentre.com/sys/send.php?login=alex&psw={}&phones=7",
    "curl -u alex:{} -H 'Authorization: Basic {}' -H \"Cookie: {}\" -b {} https://smscentre.com/sys/send.php "
    "-d 'psw={}'",
    'curl https://smscentre.com/rest/send/ --json \'{{"login": "alex", "psw": "{}", "mes": "\u0434\u0430"}}\'',
    'curl https://smscentre.com/rest/send/ --json \'{{"psw": "{}"',
    "curl https://smscentre.com/sys/send.php -F 'psw={}' -F psw='{}",
    "curl https://smscentre.com/sys/send.php --data-urlencode $'psw={}\\n' --data-urlencode psw\\={}",
    "POST /sys/send.php HTTP/1.1\nHost: smsc.ru\nAuthorization: {}\nCookie: {}\n\nlogin=alex&psw={}&mes=\u0434\u0430",
    "login=alex&psw={}&phones=79990000000&mes=x",
    "psw%3D={}&p%73w={}",
]


@pytest.mark.parametrize("place", PLACES)
def test_reports(place: str) -> None:
    """No finding of any rule, in any report, with any fix applied, shows a secret of a request."""
    text = place.replace("{}", CANARY).replace("{{", "{").replace("}}", "}")
    findings = lint(text, "request", Settings(profile="pedantic"))
    assert CANARY not in CODEC.shown(text), CODEC.shown(text)
    assert CANARY.encode() not in msgspec.json.encode(findings)
    for format in FORMATS:
        report = FileReport("a.request", CODEC.shown(text), findings)
        out = "".join(render(format, [report], style=Style(), rules={}, version="1"))
        assert CANARY not in out
    try:
        asked = parse(text)
    except ParseError as error:
        assert CANARY not in str(error) + repr(error) + repr(error.problems)
    else:
        assert CANARY not in shown(asked)
        assert CANARY not in to_address(asked)
        assert CANARY.encode() not in msgspec.json.encode(asked)


@given(st.text("ab%&=?'\"\\ \n;+{}:/", max_size=30), st.text("ab%&=?'\"\\ \n;+{}:/", max_size=30))
def test_secrets_among_anything(before: str, after: str) -> None:
    """Whatever stands around a password, a finding never holds it."""
    text = f"https://smscentre.com/sys/send.php?{before}&psw={CANARY}&{after}"
    assert CANARY.encode() not in msgspec.json.encode(lint(text, "request"))


def test_what_is_shown_on_purpose() -> None:
    """A command that is shown has words where login and password go."""
    command = to_curl(build_request(HELLO, HIDDEN))
    assert "psw=PASSWORD" in command


def test_signing_with_half_a_letter() -> None:
    """CBK-1: a secret that cannot be written is a BuildError, which holds none of it."""
    with pytest.raises(BuildError) as caught:
        Signing("md5", CANARY + "\ud800")
    assert caught.value.field == "secret"
    assert caught.value.__context__ is None
    assert CANARY not in repr(caught.value) + str(caught.value)
