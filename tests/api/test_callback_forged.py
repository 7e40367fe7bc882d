"""Forged calls: what somebody makes who knows everything but the secret word, genuine calls among it."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
)
from tests.api.callbacks import METHODS, callbacks

SECRET = "geheimwort-5"
#: Genuine calls, each with others whose signed fields are nearly the same.
GENUINE: list[Callback] = [
    StatusReport(id="79990000000", phone="79991234567", status=1),
    StatusReport(id=123, phone="79990000000", status=20, err=6, sender="Shop"),
    Incoming(phone="79990000000", mes="a:b", to="79991234567"),
    Incoming(phone="123", mes="79990000000", to="234"),
    Incoming(phone="79990000000", mes="", to="79991234567"),
    Incoming(phone="79990000000", mes="1286524541", to="234"),
    Incoming(phone="79990000000", mes="Привет & <до> свидания", to="79991234567"),
    AwaitedCall(phone="79990000000", ts=1286524541),
    AwaitedCall(phone="123", ts=1),
]
#: The fields that are signed, by the kind of call (CBK-2, WTC-4), said here once more.
SIGNED = {
    StatusReport: ("id", "phone", "status"),
    Incoming: ("phone", "mes", "to"),
    AwaitedCall: ("phone", "ts"),
}
WAYS: list[tuple[Any, Any]] = [
    ("utf-8", 0),
    ("utf-8", 2),
    ("utf-8", 3),
    ("windows-1251", 0),
    ("windows-1251", 3),
]
Pairs = list[tuple[str, str]]


def pairs_of(callback: Callback, sign: Signing, charset: Any) -> Pairs:
    """The fields of a genuine call with its signature, as texts."""
    body = build_callback(callback, sign=sign, charset=charset)
    made = [pair.split("=") for pair in body.decode().split("&")]
    return [(name, form.octets(value).decode(charset)) for name, value in made]


def written(pairs: Pairs, charset: Any, fmt: Any) -> bytes:
    """Fields in a form, with names that stand twice where they do."""
    if fmt == 0:
        return "&".join(
            f"{form.quoted(n.encode())}={form.quoted(v.encode(charset))}" for n, v in pairs
        ).encode()
    if fmt == 3:
        inside = ", ".join(
            f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in pairs
        )
        return f"{{{inside}}}".encode(charset)
    escaped = [(name, value.replace("&", "&amp;").replace("<", "&lt;")) for name, value in pairs]
    return f"<sms>{''.join(f'<{name}>{value}</{name}>' for name, value in escaped)}</sms>".encode(charset)


def digests(text: str, secret: str, charset: Any) -> dict[str, str]:
    """A signature by each method."""
    octets = f"{text}:{secret}".encode(charset)
    return {
        "md5": hashlib.md5(octets).hexdigest(),
        "sha1": hashlib.sha1(octets).hexdigest(),
        "crc32": str(zlib.crc32(octets)),
    }


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def nearly(value: str) -> list[str]:
    """Other texts in place of one."""
    return [
        value + "0", "0" + value, value + " ", " " + value, value + "\n", value + "\0", value[:-1], value[1:], "",
        value + ":", ":" + value, "-" + value, value.translate(_WIDE) + "１",
    ]  # fmt: skip


def other_fields(pairs: Pairs, names: tuple[str, ...]) -> Iterator[Pairs]:
    """Signed fields changed, left out, given twice, exchanged."""
    said = dict(pairs)
    for name in names:
        changed = [value for value in nearly(said[name]) if value != said[name]]
        for value in changed:
            yield [(n, value if n == name else v) for n, v in pairs]
            yield [*pairs, (name, value)]
            yield [(name, value), *pairs]
        yield [(n, v) for n, v in pairs if n != name]
        yield [*pairs, (name, said[name])]
    for one, other in itertools.combinations(names, 2):
        if said[one] != said[other]:
            swapped = {one: said[other], other: said[one]}
            yield [(n, swapped.get(n, v)) for n, v in pairs]
    yield [*pairs, ("phones", "79990000009")]
    yield [("phones", "79990000009"), *pairs]
    yield [("phones" if n == "phone" else n, "79990000009" if n == "phone" else v) for n, v in pairs]


def other_signatures(pairs: Pairs, names: tuple[str, ...], method: str, charset: Any) -> Iterator[Pairs]:
    """Signatures that are none: left out, cut, of others, by nobody's secret."""
    said = dict(pairs)
    real = said.pop(method)
    rest = list(said.items())
    text = ":".join(said[name] for name in names)
    fakes = ["", "0", "1", "true", "null", "0e0", real[:-1], real + "0", real[1:], f" {real}", f"{real} ", real * 2,
             f"0x{real}", f"{real}\0", "0" * len(real), "0e" + "1" * (len(real) - 2)]  # fmt: skip
    for secret in ("", "None", "null", "secret", SECRET.upper(), SECRET[:-1], SECRET + " ", method, "\ufffd"):
        try:
            fakes += digests(text, secret, charset).values()
        except UnicodeEncodeError:
            continue
    fakes += digests(text, SECRET, charset)[method][::-1], hashlib.md5(text.encode(charset)).hexdigest()
    fakes += [d for name, d in digests(text, SECRET, charset).items() if name != method]
    yield rest
    for fake in fakes:
        if fake != real:
            yield [*rest, (method, fake)]
            yield [*pairs, (method, fake)]
            yield [(method, fake), *pairs]
    for name in (
        method.upper(),
        f"{method}_",
        f"{method}[]",
        "sign",
        "signature",
        *(m for m in METHODS if m != method),
    ):
        yield [*rest, (name, real)]


def split_otherwise(callback: Callback, pairs: Pairs, method: str) -> Iterator[Pairs]:
    """The same signed text as the fields of each kind of call, cut at each of its colons."""
    said = dict(pairs)
    text = ":".join(said[name] for name in SIGNED[type(callback)])
    colons = [place for place, sign in enumerate(text) if sign == ":"]
    for kind, names in SIGNED.items():
        for places in itertools.combinations(colons, len(names) - 1):
            cut = [text[a + 1 : b] for a, b in itertools.pairwise([-1, *places, len(text)])]
            fields = dict(zip(names, cut, strict=True))
            if kind is not type(callback) or any(fields[name] != said[name] for name in names):
                yield [*fields.items(), (method, said[method])]


def table() -> Iterator[tuple[str, Any, Any, bytes]]:
    """Every forged call: its method, charset and body, with what it was made of."""
    for callback, method, (charset, fmt) in itertools.product(GENUINE, METHODS, WAYS):
        sign = Signing(method, SECRET)
        pairs = pairs_of(callback, sign, charset)
        assert read_callback(written(pairs, charset, fmt), sign=sign, charset=charset) == callback
        kind: Any = type(callback)
        names = SIGNED[kind]
        for forged in (
            *other_fields(pairs, names),
            *other_signatures(pairs, names, method, charset),
            *split_otherwise(callback, pairs, method),
        ):
            try:
                yield method, sign, charset, written(forged, charset, fmt)
            except UnicodeEncodeError:  # a digit that the charset has not
                continue


def test_forged_calls() -> None:
    """CBK-1, CBK-2, WTC-4: of all of them none is taken; docs/security.md says how many they are."""
    tried = 0
    for _, sign, charset, body in table():
        tried += 1
        with pytest.raises(CallbackError) as caught:
            read_callback(body, sign=sign, charset=charset)
        assert SECRET not in str(caught.value)
    page = Path(__file__).resolve().parents[2] / "docs" / "security.md"
    said = re.search(r"([0-9,]+) forged callbacks", page.read_text(encoding="utf-8"))
    assert said is not None
    assert int(said[1].replace(",", "")) == tried


def test_a_signature_of_other_fields() -> None:
    """CBK-2: `79990000000`, `a:b` and `79990000000:a`, `b` are signed alike, and only the first can be said."""
    sign = Signing("md5", SECRET)
    body = build_callback(Incoming(phone="79990000000", mes="a:b", to="79991234567"), sign=sign)
    assert read_callback(body, sign=sign) == Incoming(phone="79990000000", mes="a:b", to="79991234567")
    with pytest.raises(CallbackError, match="phone"):
        read_callback(body.replace(b"79990000000&mes=a%3A", b"79990000000%3Aa&mes="), sign=sign)


def test_a_message_is_no_status() -> None:
    """CBK-2: who writes a number to the customer makes the service sign `phone:number:to`, which is no status."""
    sign = Signing("sha1", SECRET)
    body = build_callback(Incoming(phone="123", mes="79990000000", to="234"), sign=sign)
    digest = body.rpartition(b"=")[2]
    for status in (b"234", b"1"):
        with pytest.raises(CallbackError):
            read_callback(b"id=123&phone=79990000000&status=%b&sha1=%b" % (status, digest), sign=sign)


def test_other_letters_of_the_same_octets() -> None:
    """CBK-1: octets that were signed in the address's charset cannot be shown as the letters of another."""
    sign = Signing("md5", SECRET)
    text = Incoming(phone="79990000000", mes="Я", to="79991234567")
    digest = Signing("md5", SECRET, "utf-8").sign(text)
    shifted = "Я".encode().decode("windows-1251")
    charsets: tuple[Any, ...] = ("utf-8", "koi8-r")
    for charset in charsets:
        for body in (
            json.dumps({"phone": text.phone, "mes": shifted, "to": text.to, "md5": digest}).encode(),
            b'<?xml version="1.0" encoding="windows-1251"?><a><phone>79990000000</phone><mes>\xd0\xaf</mes>'
            b"<to>79991234567</to><md5>" + digest.encode() + b"</md5></a>",
        ):
            with pytest.raises(CallbackError):
                read_callback(body, sign=sign, charset=charset)


@given(callbacks, callbacks, st.sampled_from(METHODS))
def test_no_signature_fits_two_calls(one: Callback, other: Callback, method: Any) -> None:
    """CBK-2: the signature of a call is that of no other, whatever their fields are."""
    sign = Signing(method, SECRET, "utf-8")
    same = type(one) is type(other) and all(getattr(one, n) == getattr(other, n) for n in SIGNED[type(one)])
    forged = dict(pairs_of(other, sign, "utf-8")) | {method: sign.sign(one)}
    body = written(list(forged.items()), "utf-8", 0)
    if same:
        assert read_callback(body, sign=sign, charset="utf-8") == other
    else:
        with pytest.raises(CallbackError, match="signature is wrong"):
            read_callback(body, sign=sign, charset="utf-8")
