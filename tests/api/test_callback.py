"""Calls of the service, read and built in each form, signed and checked."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError, CodecError
from smsc_codec.api import form
from smsc_codec.api.callback import (
    UNSIGNED,
    AwaitedCall,
    Callback,
    CallbackError,
    Incoming,
    Signing,
    StatusReport,
    build_callback,
    read_callback,
)
from tests.api.callbacks import METHODS, callbacks, ways

PHONE = "79990000000"
#: The fields that were seen (CBK-3, WTC-4, SEN-3), and what they say.
SEEN: dict[str, tuple[dict[str, str], Callback]] = {
    "CBK-3: status": (
        {"id": "7", "phone": PHONE, "status": "1", "err": "0", "type": "0", "flag": "0", "ts": "1286524541",
         "time": "10.10.2010 10:10:10", "cnt": "1", "sender": "ivan", "cost": "1.40"},
        StatusReport(id=7, phone=PHONE, status=1, err=0, type=0, flag=0, ts=1286524541, time="10.10.2010 10:10:10",
                     cnt=1, sender="ivan", cost=Decimal("1.40")),
    ),
    "CBK-3: incoming": (
        {"phone": PHONE, "mes": "Да & <нет>", "to": "79991234567", "sent": "1", "time": "2", "smsc": "3"},
        Incoming(phone=PHONE, mes="Да & <нет>", to="79991234567", sent="1", time="2", smsc="3"),
    ),
    "WTC-4: call": ({"phone": PHONE, "ts": "1286524541"}, AwaitedCall(phone=PHONE, ts=1286524541)),
    "SEN-3: HLR": (
        {"id": "a-7", "phone": PHONE, "status": "1", "err": "0", "imsi": "250010000000000", "msc": "79990000001",
         "mcc": "250", "mnc": "01", "cn": "Russia", "net": "МТС", "rcn": "Italy", "rnet": "TIM"},
        StatusReport(id="a-7", phone=PHONE, status=1, err=0, imsi="250010000000000", msc="79990000001", mcc="250",
                     mnc="01", cn="Russia", net="МТС", rcn="Italy", rnet="TIM"),
    ),
}  # fmt: skip


def as_form(said: Mapping[str, str], charset: str) -> bytes:
    """A form, as another library writes it."""
    from urllib.parse import urlencode

    return urlencode(said, encoding=charset).encode()


def as_json(said: Mapping[str, str], charset: str) -> bytes:
    """A JSON object whose letters are in the charset."""
    return json.dumps(said, ensure_ascii=False).encode(charset)


def as_escaped_json(said: Mapping[str, str], charset: str) -> bytes:
    """A JSON object whose letters are escaped, whatever the charset."""
    return json.dumps(said, indent=1).encode()


def as_xml(said: Mapping[str, str], charset: str) -> bytes:
    """An XML document that says its charset."""
    root = ElementTree.Element("call")
    for name, text in said.items():
        ElementTree.SubElement(root, name).text = text
    written: bytes = ElementTree.tostring(root, encoding=charset, xml_declaration=True)
    return written


FORMS = {"form": as_form, "JSON": as_json, "JSON, escaped": as_escaped_json, "XML": as_xml}


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
@pytest.mark.parametrize("written", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(("said", "callback"), SEEN.values(), ids=SEEN)
def test_fields(said: dict[str, str], callback: Callback, written: Any, charset: Any) -> None:
    """CBK-1, CBK-3: the fields that were seen are read from each form in each charset, and built back."""
    assert read_callback(written(said, charset), sign=UNSIGNED, charset=charset) == callback
    octets = {name: text.encode(charset) for name, text in said.items()}
    assert read_callback(octets, sign=UNSIGNED, charset=charset) == callback
    fmt: Any = {"form": 0, "XML": 2}.get(next(name for name, way in FORMS.items() if way is written), 3)
    built = build_callback(callback, sign=UNSIGNED, charset=charset, fmt=fmt)
    assert read_callback(built, sign=UNSIGNED, charset=charset) == callback
    if fmt == 0:
        assert built == form.encode(octets).encode()
    elif fmt == 2:
        assert {node.tag: node.text for node in ElementTree.fromstring(built)} == said
    else:
        assert json.loads(built.decode(charset)) == said


def test_charset_when_absent() -> None:
    """CBK-1: an address that says no charset is told in windows-1251."""
    octets = "phone=7&to=2345&mes=Привет".encode("windows-1251")
    read = read_callback(octets, sign=UNSIGNED)
    assert read == Incoming(phone="7", mes="Привет", to="2345")
    assert build_callback(read, sign=UNSIGNED) == build_callback(read, sign=UNSIGNED, charset="windows-1251")


def test_one_number_under_two_names() -> None:
    """SEN-3: `phones` in place of `phone`, and signed in its place."""
    sign = Signing("md5", "zxc")
    digest = hashlib.md5(b"7:79990000000:1:zxc").hexdigest()
    said = {"id": b"7", "phones": PHONE.encode(), "status": b"1", "md5": digest.encode()}
    assert read_callback(said, sign=sign) == StatusReport(id=7, phone=PHONE, status=1)
    assert read_callback(said | {"phone": PHONE.encode()}, sign=sign) == read_callback(said, sign=sign)
    assert read_callback(said | {"phone": b""}, sign=sign) == read_callback(said, sign=sign)
    with pytest.raises(CallbackError, match="two numbers"):
        read_callback(said | {"phone": b"79990000001"}, sign=UNSIGNED)


def test_vector() -> None:
    """CBK-2: the vector of an incoming message signed with sha1."""
    body = b"phone=123&mes=text&to=234&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd"
    sign = Signing("sha1", "zxc")
    assert read_callback(body, sign=sign) == Incoming(phone="123", mes="text", to="234")
    assert build_callback(Incoming(phone="123", mes="text", to="234"), sign=sign) == body


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
@pytest.mark.parametrize("written", FORMS.values(), ids=FORMS)
def test_each_way_of_signing(written: Any, charset: Any) -> None:
    """CBK-1, CBK-2, WTC-4: what is signed of each kind, by each method, as other code computes it: the octets of the
    address's charset, whatever the form.
    """
    for (said, callback), names in zip(
        SEEN.values(), ("id phone status", "phone mes to", "phone ts", "id phone status"), strict=True
    ):
        signed = ":".join(said[name] for name in names.split()).encode(charset) + b":zxc"
        crc = zlib.crc32(signed)
        for method, digests in {
            "md5": [hashlib.md5(signed).hexdigest(), hashlib.md5(signed).hexdigest().upper()],
            "sha1": [hashlib.sha1(signed).hexdigest()],
            "crc32": [str(crc), f"{crc:08x}", f"{crc:08X}"],
        }.items():
            sign = Signing(method, "zxc", charset)  # type: ignore[arg-type]
            assert sign.sign(callback) == digests[0]
            for digest in digests:
                body = written(said | {method: digest}, charset)
                assert read_callback(body, sign=sign) == callback


def test_what_was_sent_is_what_was_signed() -> None:
    """CBK-2: a status `01` and an id `007` are signed as they stand, not as the numbers that they say."""
    sign = Signing("md5", "zxc")
    digest = hashlib.md5(b"007:79990000000:01:zxc").hexdigest()
    body = f"id=007&phone=79990000000&status=01&md5={digest}".encode()
    assert read_callback(body, sign=sign) == StatusReport(id="007", phone=PHONE, status=1)
    with pytest.raises(CallbackError, match="signature is wrong"):
        read_callback(body.replace(b"=01", b"=1"), sign=sign)
    digest = hashlib.md5(b"7:79990000000:1:zxc").hexdigest()
    numbers = (
        f'{{"id": 7, "phone": 79990000000, "status": 1, "cost": 1.40, "sender": null, "md5": "{digest}"}}'
    )
    read = read_callback(numbers.encode(), sign=sign)
    assert read == StatusReport(id=7, phone=PHONE, status=1, cost=Decimal("1.40"))


@given(callbacks, st.sampled_from(METHODS), ways)
def test_round_trip(callback: Callback, method: Any, way: tuple[Any, Any]) -> None:
    """CBK-1, CBK-2: what is built is read back equal, and with another secret or charset it is refused."""
    charset, fmt = way
    sign = Signing(method, "zxc")
    body = build_callback(callback, sign=sign, charset=charset, fmt=fmt)
    assert read_callback(body, sign=sign, charset=charset) == callback
    assert read_callback(body, sign=UNSIGNED, charset=charset) == callback
    assert msgspec.convert(msgspec.to_builtins(callback), Callback) == callback
    with pytest.raises(CallbackError, match="signature") as caught:
        read_callback(body, sign=Signing(method, "CANARY"), charset=charset)
    assert "CANARY" not in str(caught.value) + repr(caught.value)


_PIECES = [
    b"{", b"}", b'"phone"', b":", b",", b'"7"', b"1e5", b"true", b"null", b"[", b"]", b"<a>", b"</a>", b"&amp;", b"&x;",
    b"<phone>7</phone>", b"<ts>1</ts>", b"<!DOCTYPE a>", b'<?xml version="1.0" encoding="utf-8"?>', b"phone=7", b"&",
    b"ts=1", b"status=1", b"id=1", b"mes=", b"to=2345", b"md5=", b"phones=7", b"%", b"%FF", b"+", b"\xff", b"\x00",
    b'"\\ud800"', b"\xef\xbb\xbf", b"cost=1e9",
]  # fmt: skip


@given(
    st.binary(max_size=200) | st.lists(st.sampled_from(_PIECES), max_size=12).map(b"".join),
    ways,
    st.booleans(),
)
def test_anything_can_come(body: bytes, way: tuple[Any, Any], signed: bool) -> None:
    """CBK-1: whatever is posted is a call or a CallbackError."""
    try:
        callback = read_callback(body, sign=Signing("md5", "zxc") if signed else UNSIGNED, charset=way[0])
    except CallbackError as error:
        assert str(error)
    else:
        assert not signed
        assert msgspec.convert(msgspec.to_builtins(callback), Callback) == callback


#: What is posted, and what is said of it.
STRANGE: dict[bytes, str] = {
    b"": "phone, ts is missing",
    b"{": "JSON",
    b"{" + b'"a":[' * 20_000: "JSON",
    b'{"phone": "7", "ts": 1e999999999999}': "number",
    b'{"phone": "7", "ts": ' + b"1" * 9999 + b"}": "not a number",
    b'{"phone": "7", "ts": NaN}': "NaN",
    b'{"phone": "7", "ts": -Infinity}': "Infinity",
    b'{"phone": true, "ts": 1}': "phone: a text or a number, not true or false",
    b'{"phone": [7], "ts": 1}': "a list",
    b'{"phone": {"a": 1}, "ts": 1}': "an object",
    b'{"phone": null, "ts": 1}': "phone is missing",
    b'{"phone": 7.0, "ts": 1}': "phone: the number '7.0'",
    b'{"phone": 1e9, "ts": 1}': "phone: the number '1e9'",
    b'{"phone": -7, "ts": 1}': "phone",
    b'{"phone": "7", "ts": true}': "ts: a text or a number",
    b'{"phone": "7", "ts": "1.0"}': "not a number",
    b'{"phone": 7, "mes": 5, "to": 2345}': "mes: the number '5'",
    b'{"phone": 7, "mes": "\\ud800", "to": 2345}': "surrogate",
    b'{"id": 1.5, "phone": 7, "status": 1}': "id: the number",
    b'{"id": true, "phone": 7, "status": 1}': "id: a text or a number",
    b'{"phone": "7", "phone": "8", "ts": 1}': "phone: stands there twice",
    b'{"phone": "7", "\\u0070hone": "7", "ts": 1}': "twice",
    b'["phone"]': "missing",
    b"phone=1&phone=2&ts=1": "phone: stands there twice",
    b"phone=1&ts=1&%70hone=1": "twice",
    b"phone=1&ts=x": "ts: 'x' is not a number",
    b"status=1": "id, phone is missing",
    b"status=1&mes=a&phone=1&id=1": "both",
    b"id=1&phone=%FF&status=1": "phone: no utf-8 at offset 0",
    b"id=1&phone=+7&status=1": "phone",
    b"id=1&phone=%2B7&status=1": "phone",
    b"id=1&phone=7%0A&status=1": "phone",
    b"id=1&phone=%EF%BC%97&status=1": "phone",
    b"id=1&phone=a%3Ab&status=1": "phone",
    b"id=1&phone=" + b"7" * 21 + b"&status=1": "phone",
    b"id=1&phone=7&status=100": "status: '100' is not a status",
    b"id=1&phone=7&status=+1": "status",
    b"id=1&phone=7&status=1%0A": "status",
    b"id=1%3A2&phone=7&status=1": "id",
    b"id=1&phone=7&status=1&cost=1e9": "cost",
    b"id=1&phone=7&status=1&err=x": "err",
    b"phone=7&mes=a&to=1": "to: '1' is not a number",
    b"phone=7&mes=a&to=-1": "to",
    b"phone=7&mes=a&to=2:345": "to",
    b"phone=7&mes=a&to=": "to is missing",
    b"<a": "XML",
    b"<a><phone>7</phone><ts>1</ts><phone>7</phone></a>": "twice",
    b"<a><phone><b>7</b></phone><ts>1</ts></a>": "phone: a text, not elements",
    b"<!DOCTYPE a><a><phone>7</phone><ts>1</ts></a>": "document type",
    b'<!DOCTYPE a [<!ENTITY x "7">]><a><phone>&x;</phone><ts>1</ts></a>': "document type",
    b"<a><phone>&x;</phone><ts>1</ts></a>": "XML",
    b'<?xml version="1.0" encoding="koi8-r"?><a><phone>7</phone><ts>1</ts></a>': "another charset",
    b'<?xml version="1.0" encoding="utf-16"?><a><phone>7</phone><ts>1</ts></a>': "another charset",
    b'<?xml version="1.0" encoding="x\x00"?><a><phone>7</phone><ts>1</ts></a>': "another charset",
    b"<a>" * 50: "deeper",
    b"{\xff}": "JSON object: no utf-8 at offset 1",
    b"<\xff": "XML document: no utf-8",
    b"a" * ((1 << 20) + 1): "1048577 bytes",
}  # fmt: skip


@pytest.mark.parametrize("body", STRANGE, ids=lambda body: repr(body[:60]))
def test_strange_calls(body: bytes) -> None:
    """CBK-3: what makes no sense is refused with words that say where."""
    with pytest.raises(CallbackError, match=STRANGE[body]):
        read_callback(body, sign=UNSIGNED, charset="utf-8")


@pytest.mark.parametrize(
    "said", [None, 7, "phone=7&ts=1", ["phone"], {"phone": "7", "ts": "1"}, {"phone": None}]
)
def test_what_is_no_call(said: Any) -> None:
    """CBK-2: texts are no octets; what was signed is octets."""
    with pytest.raises(CallbackError):
        read_callback(said, sign=UNSIGNED)


@pytest.mark.parametrize(
    "callback",
    [
        StatusReport(id="a:b", phone="7", status=1),
        StatusReport(id=1, phone="7:8", status=1),
        StatusReport(id=1, phone="+7", status=1),
        StatusReport(id=1, phone="7", status=100),
        StatusReport(id="", phone="7", status=1),
        StatusReport(id=1, phone="7", status=1, sender=""),
        StatusReport(id=1, phone="7", status=True),
        StatusReport(id=2**70, phone="7", status=1),
        StatusReport(id=1, phone="7", status=1, cost=Decimal("NaN")),
        Incoming(phone="7", mes="a", to="b:c"),
        Incoming(phone="7", mes="a", to="12"),
        Incoming(phone="7", mes="\ud800", to="2345"),
        AwaitedCall(phone="", ts=1),
        None,
        "phone=7&ts=1",
        object(),
    ],
)
@pytest.mark.parametrize("fmt", [0, 2, 3])
def test_what_cannot_be_said(callback: Any, fmt: Any) -> None:
    """CBK-2: what would be taken for something else, or for nothing, is not built."""
    with pytest.raises(CodecError):
        build_callback(callback, sign=Signing("md5", "x"), charset="utf-8", fmt=fmt)


@pytest.mark.parametrize("fmt", [1, 4, None, "3", []])
def test_formats(fmt: Any) -> None:
    """CBK-1: another format than a form, XML and JSON is a BuildError."""
    with pytest.raises(BuildError, match="fmt"):
        build_callback(AwaitedCall(phone="7", ts=1), sign=UNSIGNED, fmt=fmt)


def test_letters_that_the_charset_has_not() -> None:
    """CBK-1: such a letter is told of by its field; one that JSON escapes can have no signature over it."""
    with pytest.raises(BuildError, match="mes"):
        build_callback(Incoming(phone="1", mes="中", to="2345"), sign=UNSIGNED, charset="koi8-r")
    body = b'{"phone": "1", "mes": "\\u4e2d", "to": "2345", "md5": "x"}'
    assert read_callback(body, sign=UNSIGNED) == Incoming(phone="1", mes="中", to="2345")
    with pytest.raises(CallbackError, match="no signature can be over it"):
        read_callback(body, sign=Signing("md5", "x"))
