"""A customer's address: its own query says to the service how it wants to be called (CBK-1)."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from smsc_codec.api import form
from smsc_codec.api.callback.signature import METHODS, Signing, Unsigned, wrong_secret
from smsc_codec.diagnostics import CodecError
from smsc_codec.text.charsets import CHARSETS, Charset

#: How a call is written: a form, XML, JSON.
Format = Literal[0, 2, 3]
_SETTINGS = ("charset", "fmt", *METHODS)


class AddressError(CodecError):
    """An address that does not say how its calls are signed, or says it in a way that would let anybody sign.

    Holds no secret.
    """


class Address(Struct, frozen=True):
    """How the service calls an address. `url` is what it calls, without what the query says to the service itself.

    `sign` is all that is needed to read a call.
    """

    url: str
    sign: Signing | Unsigned
    fmt: Format = 0

    def __repr__(self) -> str:
        # Of the query somebody may make a password of his own.
        return f"Address(url={self.url.partition('?')[0]!r}, sign={self.sign!r}, ...)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("url", self.url.partition("?")[0]), ("sign", self.sign)]


def signing(address: str) -> Signing:
    """How calls of an address are signed. Raises AddressError where that is not said, or not well."""
    sign = read_address(address).sign
    assert isinstance(sign, Signing)
    return sign


def read_address(address: str, *, unsigned: bool = False) -> Address:
    """What an address says to the service, as it stands in the account.

    Raises AddressError, without `unsigned` also for an address that names no secret word: `unsigned=True` says that
    anybody may make calls up.
    """
    if not isinstance(address, str):
        raise AddressError(f"an address is a text, not {type(address).__name__}")
    address = address.partition("#")[0]
    base, _, query = address.partition("?")
    said: dict[str, str] = {}
    kept = []
    for pair in form.pairs(query):
        meant = pair.name.strip().lower().removesuffix("[]")
        if meant not in _SETTINGS:
            kept.append(query[pair.at.start : pair.value.end])
            continue
        if meant != pair.name:
            raise AddressError(f"{meant}: the service knows it in small letters, with nothing around it")
        if meant in said:
            raise AddressError(f"{meant}: is said twice, and which one counts nobody knows")
        said[meant] = _text(meant, form.octets(query[pair.value.start : pair.value.end]))
    fmt = _fmt(said)
    sign = _sign(said, _charset(said, fmt), unsigned)
    return Address(f"{base}?{'&'.join(kept)}" if kept else base, sign, fmt)


def _text(name: str, octets: bytes) -> str:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        advice = "write the secret word in Latin letters and digits" if name in METHODS else "no UTF-8"
        raise AddressError(f"{name}: its octets are no text; {advice}") from None


def _sign(said: dict[str, str], charset: Charset, unsigned: bool) -> Signing | Unsigned:
    methods = [method for method in METHODS if method in said]
    if len(methods) > 1:
        raise AddressError(f"{' and '.join(methods)}: calls are signed in one way, not several")
    for method in methods:
        wrong = wrong_secret(said[method])
        if wrong:
            raise AddressError(f"{method}: the secret word {wrong}")
        return Signing(method, said[method], charset)
    if not unsigned:
        raise AddressError(
            "the address names no secret word, so its calls are not signed, and anybody can make them up: "
            "add sha1=... to its query, or say unsigned=True"
        )
    return Unsigned(charset)


def _fmt(said: dict[str, str]) -> Format:
    match said.get("fmt"):
        case None:
            return 0
        case "2":
            return 2
        case "3":
            return 3
    raise AddressError("fmt: 2 for XML, 3 for JSON, nothing for a form")


def _charset(said: dict[str, str], fmt: Format) -> Charset:
    name = said.get("charset", CHARSETS[0])
    for charset in CHARSETS:
        if name.lower().replace("_", "-") == charset:
            if charset == "koi8-r" and fmt:
                raise AddressError("charset: koi8-r does not go with fmt=2 and fmt=3")
            return charset
    raise AddressError(f"charset: one of {', '.join(CHARSETS)}")
