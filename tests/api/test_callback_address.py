"""Addresses that the service calls, and the secret words in them."""

from __future__ import annotations

from typing import Any

import pytest

from smsc_codec import BuildError
from smsc_codec.api import form
from smsc_codec.api.callback import (
    UNSIGNED,
    Address,
    AddressError,
    AwaitedCall,
    Signing,
    Unsigned,
    build_callback,
    read_address,
    read_callback,
    signing,
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.b/c?charset=utf-8&fmt=3&md5=z%26x", Address("https://a.b/c", Signing("md5", "z&x", "utf-8"), 3)),
        ("https://a.b/c?sha1=zxc#d", Address("https://a.b/c", Signing("sha1", "zxc"))),
        ("https://a.b/c?md5=x", Address("https://a.b/c", Signing("md5", "x", "windows-1251"), 0)),
        ("https://a.b/c?crc32=1&fmt=2", Address("https://a.b/c", Signing("crc32", "1"), fmt=2)),
        ("https://a.b/c?x=%41+b&charset=KOI8_R&sha1=p%2Bq&y",
         Address("https://a.b/c?x=%41+b&y", Signing("sha1", "p+q", "koi8-r"))),
        ("https://a.b/c?md5=%D0%BF+%D1%8F", Address("https://a.b/c", Signing("md5", "п я"))),
        ("https://a.b/c?md5=100%", Address("https://a.b/c", Signing("md5", "100%"))),
    ],
)  # fmt: skip
def test_addresses(address: str, expected: Address) -> None:
    """CBK-1: the address's own query says how its calls are written and signed."""
    assert read_address(address) == expected
    assert signing(address) == expected.sign


#: Addresses that would let anybody sign, or leave open who may, and what is said of them.
OPEN: dict[str, str] = {
    "": "no secret",
    "?": "no secret",
    "?charset=utf-8&fmt=3": "no secret",
    "md5=x": "no secret",
    "#?md5=x": "no secret",
    "?x=1#&md5=x": "no secret",
    "?sha256=x": "no secret",
    "?a=1;md5=x": "no secret",
    "?md5": "empty",
    "?md5=": "empty",
    "?md5=&sha1=": "one way",
    "?md5=&md5=real": "twice",
    "?md5=real&md5=": "twice",
    "?md5=real&md5=real": "twice",
    "?md5=a&sha1=b": "one way",
    "?crc32=a&x=1&sha1=a": "one way",
    "?MD5=x": "small letters",
    "?Sha1=x": "small letters",
    "?md5=a&MD5=b": "small letters",
    "?%6Dd5=": "empty",
    "?md5%20=x": "small letters",
    "?+md5=x": "small letters",
    "?md5[]=x": "small letters",
    "?md5%5B%5D=x": "small letters",
    "?md5=+": "empty",
    "?md5=%20%09": "empty",
    "?md5=%C2%A0": "empty",
    "?md5=%E2%80%8B": "nobody sees",
    "?md5=%00": "nobody sees",
    "?md5=a%00b": "nobody sees",
    "?md5=a%0A": "nobody sees",
    "?md5=a\n": "nobody sees",
    "?md5=a%7F": "nobody sees",
    "?md5=%EF%F0": "no text",
    "?sha1=abc%FF": "no text",
    "?sha1=\ud800": "no text",
    "?md5=%ED%A0%80": "no text",
    "?md5=%EF%BF%BD": "could not be read",
    "?md5=a\ufffd": "could not be read",
    "?md5=x&fmt=1": "fmt",
    "?md5=x&fmt=": "fmt",
    "?md5=x&fmt=3&fmt=2": "twice",
    "?md5=x&charset=cp866": "charset",
    "?md5=x&charset=": "charset",
    "?md5=x&charset=%FF": "charset",
    "?md5=x&charset=koi8-r&fmt=3": "koi8-r",
    "?md5=x&Charset=utf-8": "small letters",
}


@pytest.mark.parametrize("query", OPEN)
def test_addresses_that_anybody_could_sign(query: str) -> None:
    """CBK-1: such an address is an error with clear words, which hold no secret; `unsigned` excepts only those that
    name none at all.
    """
    address = f"https://a.b/c{query}"
    for way in (signing, read_address):
        with pytest.raises(AddressError, match=OPEN[query]) as caught:
            way(address)
        assert "real" not in str(caught.value)
    if OPEN[query] == "no secret":
        charset: Any = "utf-8" if "utf-8" in query else "windows-1251"
        assert read_address(address, unsigned=True).sign == Unsigned(charset)
    else:
        with pytest.raises(AddressError):
            read_address(address, unsigned=True)


@pytest.mark.parametrize(("name", "told"), [("md5", "write the secret word in Latin letters and digits"),
                                            ("charset", "no UTF-8"), ("fmt", "no UTF-8")])  # fmt: skip
def test_octets_that_are_no_text(name: str, told: str) -> None:
    """CBK-1: what is said of a secret word that is in another charset is not what is said of a setting."""
    with pytest.raises(AddressError) as caught:
        read_address(f"https://a.b/c?{name}=%FF", unsigned=True)
    assert str(caught.value) == f"{name}: its octets are no text; {told}"


@pytest.mark.parametrize("address", [None, 7, b"https://a.b/c?md5=x", [], object()])
def test_what_is_no_address(address: Any) -> None:
    """What is no text is an AddressError."""
    with pytest.raises(AddressError, match="text"):
        read_address(address, unsigned=True)


@pytest.mark.parametrize("secret", [text for text in OPEN if text[:5] == "?md5=" and "&" not in text])
def test_secrets_that_are_none(secret: str) -> None:
    """CBK-1: what an address may not say, a Signing may not hold either."""
    text = form.octets(secret[5:]).decode("utf-8", "surrogateescape")
    with pytest.raises(BuildError, match="secret"):
        Signing("md5", text)


@pytest.mark.parametrize("secret", [None, b"x", 7, ["x"]])
def test_secrets_of_other_types(secret: Any) -> None:
    """A secret that is no text is a BuildError."""
    with pytest.raises(BuildError, match="secret: a text"):
        Signing("md5", secret)


@pytest.mark.parametrize("method", ["md4", "MD5", "", None, "sha256", [], 5])
def test_methods(method: Any) -> None:
    """CBK-1: an unknown method is a BuildError that says which there are."""
    with pytest.raises(BuildError, match="md5, sha1, crc32"):
        Signing(method, "x")


@pytest.mark.parametrize("charset", ["cp866", "utf8", "", 7, [], "no such", "rot13"])
def test_charsets(charset: Any) -> None:
    """CBK-1: an unknown charset is a BuildError that says which there are, for whatever is read or built."""
    call = AwaitedCall(phone="7", ts=1)
    for way in (
        lambda: read_callback(b"phone=7&ts=1", sign=UNSIGNED, charset=charset),
        lambda: build_callback(call, sign=UNSIGNED, charset=charset),
        lambda: Signing("md5", "x", charset),
        lambda: Unsigned(charset),
    ):
        with pytest.raises(BuildError, match="windows-1251, utf-8, koi8-r"):
            way()


@pytest.mark.parametrize("sign", [None, False, True, "unsigned", "", "md5", {}, Signing, Unsigned])
def test_checking_is_the_default(sign: Any) -> None:
    """CBK-1: that nothing is checked has to be said by its own word, which nothing else stands for."""
    with pytest.raises(BuildError, match="sign"):
        read_callback(b"phone=7&ts=1", sign=sign)
    with pytest.raises(BuildError, match="sign"):
        build_callback(AwaitedCall(phone="7", ts=1), sign=sign)
    with pytest.raises(TypeError, match="sign"):
        read_callback(b"phone=7&ts=1")  # type: ignore[call-arg]
    assert read_callback(b"phone=7&ts=1", sign=UNSIGNED) == AwaitedCall(phone="7", ts=1)


def test_secrets_are_not_shown() -> None:
    """CBK-1: no repr of anything that holds a secret shows it."""
    address = read_address("https://a.b/c?token=CANARY&sha1=CANARY")
    for value in (address, address.sign, [address], {1: address.sign}):
        assert "CANARY" not in repr(value) + str(value) + f"{value}"
    for value in (address, address.sign):
        assert "CANARY" not in repr(value.__rich_repr__())
    for secret in ("CANARY\x00", "CANARY\ud800", "CANARY\ufffd"):
        with pytest.raises(BuildError) as caught:
            Signing("md5", secret)
        assert "CANARY" not in repr(caught.value) + str(caught.value)
