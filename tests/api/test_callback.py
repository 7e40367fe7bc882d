"""Calls of the service: built, signed, read and checked."""

from __future__ import annotations

import hashlib
import zlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError
from smsc_codec.api import form
from smsc_codec.api.callback import (
    AwaitedCall,
    Callback,
    CallbackError,
    Incoming,
    Signing,
    StatusReport,
    build_callback,
    read_callback,
    signing,
)

#: The fields that were seen (CBK-3), and what they say.
SEEN: dict[str, tuple[dict[str, bytes], Callback]] = {
    "status": (
        {"id": b"7", "phone": b"79990000000", "status": b"1", "err": b"0", "type": b"0", "flag": b"0",
         "ts": b"1286524541", "time": b"10.10.2010 10:10:10", "cnt": b"1", "sender": b"ivan", "cost": b"1.40"},
        StatusReport(id=7, phone="79990000000", status=1, err=0, type=0, flag=0, ts=1286524541,
                     time="10.10.2010 10:10:10", cnt=1, sender="ivan", cost=Decimal("1.40")),
    ),
    "incoming": (
        {"phone": b"79990000000", "mes": "Да & нет".encode(), "to": b"79991234567", "sent": b"1", "time": b"2",
         "smsc": b"3"},
        Incoming(phone="79990000000", mes="Да & нет", to="79991234567", sent="1", time="2", smsc="3"),
    ),
    "call": ({"phone": b"79990000000", "ts": b"1286524541"}, AwaitedCall(phone="79990000000", ts=1286524541)),
}  # fmt: skip


@pytest.mark.parametrize(("said", "callback"), SEEN.values(), ids=SEEN)
def test_fields(said: dict[str, bytes], callback: Callback) -> None:
    """CBK-3: the fields that were seen are read, from parameters and from a form, and built back."""
    assert read_callback(said) == callback
    assert read_callback(form.encode(said).encode()) == callback
    assert build_callback(callback) == said


def test_vector() -> None:
    """CBK-2: the vector of an incoming message signed with sha1."""
    said = {
        "phone": b"123",
        "mes": b"text",
        "to": b"234",
        "sha1": b"b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd",
    }
    sign = Signing("sha1", "zxc")
    assert read_callback(said, sign=sign) == Incoming(phone="123", mes="text", to="234")
    assert build_callback(Incoming(phone="123", mes="text", to="234"), sign=sign) == said


def test_each_way_of_signing() -> None:
    """CBK-1, CBK-2: what is signed of each kind, by each method, as other code computes it."""
    for callback, text in (
        (SEEN["status"][1], "7:79990000000:1"),
        (SEEN["incoming"][1], "79990000000:Да & нет:79991234567"),
        (SEEN["call"][1], "79990000000:1286524541"),
    ):
        signed = f"{text}:zxc".encode()
        assert (
            build_callback(callback, sign=Signing("md5", "zxc"))["md5"].decode()
            == hashlib.md5(signed).hexdigest()
        )
        assert (
            build_callback(callback, sign=Signing("sha1", "zxc"))["sha1"].decode()
            == hashlib.sha1(signed).hexdigest()
        )
        said = build_callback(callback, sign=Signing("crc32", "zxc"))
        assert int(said["crc32"]) == zlib.crc32(signed)
        said["crc32"] = f"{zlib.crc32(signed):08X}".encode()
        assert read_callback(said, sign=Signing("crc32", "zxc")) == callback


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.b/c?charset=utf-8&fmt=3&md5=z%26x", Signing("md5", "z&x")),
        ("https://a.b/c?sha1=zxc#d", Signing("sha1", "zxc")),
        ("https://a.b/c?crc32=1", Signing("crc32", "1")),
        ("https://a.b/c?x=1", None),
        ("https://a.b/md5=1", None),
    ],
)
def test_addresses(address: str, expected: Signing | None) -> None:
    """CBK-1: the address's own query says how its calls are signed."""
    assert signing(address) == expected


_line = st.text("abЯ:&=+ \n", max_size=10)
callbacks: st.SearchStrategy[Callback] = st.one_of(
    st.builds(
        StatusReport,
        id=st.integers(1, 9) | st.just("a-b"),
        phone=st.just("79990000000"),
        status=st.integers(-3, 25),
        err=st.none() | st.integers(0, 255),
        sender=st.none() | _line.filter(bool),
        cost=st.none() | st.decimals("0", "99", places=2),
    ),
    st.builds(Incoming, phone=st.just("79990000000"), mes=_line, to=st.just("79991234567")),
    st.builds(AwaitedCall, phone=st.just("79990000000"), ts=st.integers(0, 2**31)),
)


@given(
    callbacks, st.sampled_from(["md5", "sha1", "crc32"]), st.sampled_from(["utf-8", "windows-1251", "koi8-r"])
)
def test_round_trip_and_forgery(callback: Callback, method: Any, charset: Any) -> None:
    """What is built is read back equal; with another secret, another field or no signature it is refused."""
    sign = Signing(method, "zxc")
    said = build_callback(callback, sign=sign, charset=charset)
    body = form.encode(said).encode()
    assert read_callback(body, sign=sign, charset=charset) == callback
    for forged in (
        said | {"phone": b"79990000001"},
        {name: value for name, value in said.items() if name != method},
        said | {method: b"0"},
    ):
        with pytest.raises(CallbackError, match="signature"):
            read_callback(forged, sign=sign, charset=charset)
    with pytest.raises(CallbackError, match="signature") as caught:
        read_callback(said, sign=Signing(method, "CANARY"), charset=charset)
    assert "CANARY" not in str(caught.value) + repr(caught.value) + repr(Signing(method, "CANARY"))


@given(
    st.binary(max_size=200)
    | st.sampled_from(
        [
            b"{",
            b"[" * 9999,
            b'{"ts": 1e999999999999}',
            b'{"phone": [1]}',
            b"phone=1&ts=x",
            b"status=1",
            b"id=1&phone=%FF&status=1",
        ]
    )
)
def test_anything_can_come(body: bytes) -> None:
    """Whatever is posted is a call or a CallbackError."""
    try:
        read_callback(body)
    except CallbackError as error:
        assert str(error)


def test_what_cannot_be_said() -> None:
    """A letter that the charset lacks is told of by its field."""
    with pytest.raises(BuildError, match="mes"):
        build_callback(Incoming(phone="1", mes="中", to="2"), charset="koi8-r")
