"""What a server echoes is shown without the password or key, in whatever way it is written; the rest stays."""

from __future__ import annotations

import base64
import html
import json
from hashlib import md5
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec.api import Failure, Key, Login, PhoneRow
from smsc_codec.client.masked import masked, masked_octets, masked_value

SECRETS = ["S3/CR'ET&<W", 'a"b\\c d', "пароль-7", "c4n4ry&+=Ж", "x%41y%20z!", "😀emoji😀", "just-letters"]


def each_octet(secret: str, charset: str = "utf-8") -> str:
    return "".join(f"%{octet:02x}" for octet in secret.encode(charset))


#: Ways in which what came in may be written into what goes out.
WAYS: dict[str, Any] = {
    "as it is": lambda s: s,
    "a form": quote_plus,
    "an address": quote,
    "an address with every sign written out": lambda s: quote(s, safe=""),
    "small hexadecimal digits": lambda s: quote(s, safe="").lower() if s.isascii() and s == s.lower() else quote(s),
    "every octet": each_octet,
    "a form in a form": lambda s: quote_plus(quote_plus(s)),
    "three times": lambda s: quote(quote(quote(s, safe=""), safe=""), safe=""),
    "JSON": lambda s: json.dumps(s)[1:-1],
    "JSON with its own letters": lambda s: json.dumps(s, ensure_ascii=False)[1:-1],
    "JSON of PHP": lambda s: json.dumps(s)[1:-1].replace("/", "\\/"),
    "JSON of Go": lambda s: json.dumps(s)[1:-1].replace("&", "\\u0026").replace("<", "\\u003c"),
    "JSON in JSON": lambda s: json.dumps(json.dumps(s)[1:-1])[1:-1],
    "JSON in a form": lambda s: quote(json.dumps(s)[1:-1]),
    "HTML": html.escape,
    "HTML with numbers": lambda s: "".join(f"&#{ord(c)};" for c in s),
    "HTML with hexadecimal numbers": lambda s: "".join(f"&#X{ord(c):X};" for c in s),
    "HTML with &#39;": lambda s: html.escape(s).replace("&#x27;", "&#39;"),
    "HTML in JSON": lambda s: json.dumps(html.escape(s))[1:-1],
    "Python": lambda s: repr(s)[1:-1],
    "octets in Python": lambda s: repr(s.encode())[2:-1],
    "base64": lambda s: base64.b64encode(s.encode()).decode(),
    "base64 of login and password": lambda s: base64.b64encode(f"alex:{s}".encode()).decode(),
    "base64 for addresses": lambda s: base64.urlsafe_b64encode(f"alex:{s}".encode()).decode().rstrip("="),
    "base64 in a form": lambda s: quote(base64.b64encode(f"alex:{s}".encode()).decode(), safe=""),
    "base64 in the middle": lambda s: base64.b64encode(f'{{"psw": "{s}", "x": 1}}'.encode()).decode(),
    "hexadecimal digits": lambda s: s.encode().hex(),
    "MD5, which the service takes as well": lambda s: md5(s.encode()).hexdigest(),
}  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("way", WAYS)
def test_ways(way: str, secret: str) -> None:
    """However the password is written, nothing of it is left, and what stands around it is."""
    written = WAYS[way](secret)
    for before, after in (("wrong: ", " (2)"), ("{'psw': '", "'}"), ("<b>", "</b>"), ("?psw=", "&x=1")):
        text = f"{before}{written}{after}"
        assert masked(text, Login("alex", secret)) == f"{before}***{after}", text
        assert masked_octets(text.encode(), Login("alex", secret)) == f"{before}***{after}".encode()


@pytest.mark.parametrize("secret", SECRETS)
def test_quoted_printable(secret: str) -> None:
    """A mail server may echo the line of a mail as the mail has it (RFC 2045 6.7), broken anywhere."""
    written = "=\n".join(f"={octet:02X}" for octet in secret.encode())
    assert masked(f"line: alex:{written}:0", Login("alex", secret)) == "line: alex:***:0"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("secret", ["пароль-7", "Ж+7 жук"])
def test_charsets(charset: str, secret: str) -> None:
    """REQ-6: the octets are those of the request's charset, as they are and urlencoded, or taken for others."""
    octets = secret.encode(charset)
    access = Login("alex", secret)
    assert masked_octets(b"psw " + octets + b"!", access) == b"psw ***!"
    assert masked(f"psw {octets.decode('latin-1')}!", access) == "psw ***!"
    for plus in (False, True):
        said = (quote_plus if plus else quote)(octets)
        assert masked(f"psw={said}&x", access) == "psw=***&x"
    assert masked_octets(base64.b64encode(b"alex:" + octets), access) == b"***"


ORDINARY = [
    ("b", "12 bytes, bold, b2b, about plan bee"),
    ("a", "a request of a client has a fault"),
    ("123", "message 1234 to 79991234567"),
    ("test", "the latest contest, testing, test_mode"),
    ("error", "errors are terrors"),
    ("is", "this is wrong"),
    ("key", "monkey, keys"),
    ("the", "it is in the text"),
]


@pytest.mark.parametrize(("secret", "text"), ORDINARY)
def test_ordinary_words(secret: str, text: str) -> None:
    """A short password is not looked for within words and numbers."""
    assert masked(text, Login("alex", secret)) == text
    assert masked(text, Key(secret)) == text


VALUES = [
    ("b", "psw=b&x=1", "psw=***&x=1"),
    ("b", '{"psw": "b"}', '{"psw": "***"}'),
    ("b", "<psw>b</psw>", "<psw>***</psw>"),
    ("b", "psw%3Db%26x", "psw%3D***%26x"),
    ("b", "b", "***"),
    ("12", "wrong: '12'", "wrong: '***'"),
    ("test", "the password test is wrong", "the password *** is wrong"),
    ("fore", "it is to the fore of it", "it is to the *** of it"),
    ("the", "psw=the", "psw=***"),
    ("test1", "test1", "***"),
    ("sesam", "opensesamagain", "opensesamagain"),
    ("sesame", "opensesameagain", "open***again"),  # long enough to be no part of an ordinary word
]


@pytest.mark.parametrize(("secret", "text", "expected"), VALUES)
def test_short_values(secret: str, text: str, expected: str) -> None:
    """A short password that stands as a value of its own is one."""
    assert masked(text, Login("alex", secret)) == expected


def test_keys_and_no_secret() -> None:
    """BEY-1: a key is a secret; without a password nothing is looked for."""
    assert masked("apikey=K3Y-K3Y!", Key("K3Y-K3Y")) == "apikey=***!"
    assert masked("anything", Login("alex", "")) == "anything"
    assert masked(md5(b"K3Y-K3Y").hexdigest(), Key("K3Y-K3Y")) != "***"


def test_every_text_of_a_refusal() -> None:
    """A refusal may echo the request in any of its texts."""
    failure = Failure(
        code=1,
        text="no S3CRETPW",
        id="S3CRETPW",
        rest="S3CRETPW",
        phones=(PhoneRow(phone="S3CRETPW", error="1"),),
    )
    made = masked_value(failure, Login("alex", "S3CRETPW"))
    assert "S3CRETPW" not in repr(made)
    assert made.code == 1
    assert made.phones[0].error == failure.phones[0].error


@given(st.text(max_size=40), st.text("ab%&;\\'\"=+/0123456789ABu#x^`\n", max_size=80))
def test_any_text(secret: str, text: str) -> None:
    """Nothing stops it, and a text without escapes keeps no secret of six characters or more."""
    access = Login("alex", secret)
    masked_octets(text.encode(), access)
    assert len(secret) < 6 or secret not in masked(f"{text}|{secret}|{text}", access).replace("***", "")
