"""What the service tells a customer's address: a status, an incoming message, an awaited call (CBK-1 .. CBK-3)."""

from __future__ import annotations

import hashlib
import hmac
import zlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Struct

from smsc_codec.api import form
from smsc_codec.api.replies.common import Odd, identifier, money, number, sensible, written
from smsc_codec.diagnostics import BuildError, CodecError
from smsc_codec.payloads.conform import conform
from smsc_codec.text.charsets import Charset, encode

__all__ = [
    "AwaitedCall",
    "Callback",
    "CallbackError",
    "Incoming",
    "Signing",
    "StatusReport",
    "build_callback",
    "read_callback",
    "signing",
]

Method = Literal["md5", "sha1", "crc32"]
_METHODS: tuple[Method, ...] = get_args(Method)
_MOST = 1 << 20
_OBJECTS = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)


class CallbackError(CodecError):
    """A call of the service's that makes no sense, or whose signature is wrong. Holds no secret."""


class StatusReport(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="callback",
    tag="status",
):
    """What became of a message, as `api.Status` has it. `ts` is in Unix seconds, `time` as the service writes it."""

    id: int | str
    phone: str
    status: int
    err: int | None = None
    type: int | None = None
    flag: int | None = None
    ts: int | None = None
    time: str | None = None
    cnt: int | None = None
    sender: str | None = None
    cost: Decimal | None = None


class Incoming(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="callback",
    tag="incoming",
):
    """A message that somebody sent to the customer's number `to`."""

    phone: str
    mes: str
    to: str
    sent: str | None = None
    time: str | None = None
    smsc: str | None = None


class AwaitedCall(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="callback", tag="call"
):
    """Somebody called the number that the customer waits at; `ts` is in Unix seconds."""

    phone: str
    ts: int


Callback = StatusReport | Incoming | AwaitedCall
#: What is signed of each, in order (CBK-2).
_SIGNED: dict[type, tuple[str, ...]] = {
    StatusReport: ("id", "phone", "status"),
    Incoming: ("phone", "mes", "to"),
    AwaitedCall: ("phone", "ts"),
}


class Signing(Struct, frozen=True, gc=False):
    """How calls are signed: by a secret word that the address's own query names (CBK-1)."""

    method: Method
    secret: str

    def __repr__(self) -> str:
        return f"Signing(method={self.method!r}, secret=...)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("method", self.method)]

    def sign(self, callback: Callback, charset: Charset = "utf-8") -> str:
        """The signature of a call. That of `crc32` is a decimal number, as PHP has it: the facts do not say.

        Raises BuildError for a secret or a text that cannot be written.
        """
        # Looked at first: what encoding raises would hold the secret.
        if any("\ud800" <= c <= "\udfff" for c in self.secret):
            raise BuildError("secret", "holds half of a surrogate pair")
        fields = [written(getattr(callback, name)) for name in _SIGNED[type(callback)]]
        said = encode(":".join(fields), charset, "mes") + b":" + self.secret.encode()
        if self.method == "crc32":
            return str(zlib.crc32(said))
        return hashlib.new(self.method, said, usedforsecurity=False).hexdigest()


def signing(address: str) -> Signing | None:
    """How calls of an address are signed: by the parameter of its query that names a method (CBK-1)."""
    query = address.partition("?")[2].partition("#")[0]
    for pair in form.pairs(query):
        if pair.name in _METHODS:
            secret = form.octets(query[pair.value.start : pair.value.end]).decode("utf-8", "replace")
            return Signing(pair.name, secret)
    return None


def build_callback(
    callback: Callback, *, sign: Signing | None = None, charset: Charset = "utf-8"
) -> dict[str, bytes]:
    """The parameters of a call, which `form.encode` writes. Raises BuildError for what the charset cannot carry."""
    callback = conform(callback, Callback)
    said = {}
    for name in callback.__struct_fields__:
        value = getattr(callback, name)
        if value is not None:
            said[name] = encode(written(value), charset, name)
    if sign is not None:
        said[sign.method] = sign.sign(callback, charset).encode()
    if read_callback(said, sign=sign, charset=charset) != callback:
        raise BuildError("", "would not read back equal")
    return said


def read_callback(
    said: Mapping[str, bytes] | bytes, *, sign: Signing | None = None, charset: Charset = "utf-8"
) -> Callback:
    """What a call says: the parameters of its address or form, or the body as it came, a form or a JSON object.

    With `sign` the signature is checked, in a time that tells nothing of it; a call without one is refused then.
    Raises CallbackError.
    """
    parameters = _parameters(said) if isinstance(said, bytes) else dict(said)
    kind = StatusReport if "status" in parameters else Incoming if "mes" in parameters else AwaitedCall
    values: dict[str, Any] = {}
    for name, hint in get_type_hints(kind).items():
        octets = parameters.get(name)
        if octets is None or (octets == b"" and name != "mes"):
            continue
        types = get_args(hint) or (hint,)
        try:
            text = octets.decode(charset)
            if name == "id":
                values[name] = identifier(text)
            else:
                values[name] = number(text) if int in types else money(text) if Decimal in types else text
        except UnicodeDecodeError as error:
            raise CallbackError(f"{name}: no {charset} at offset {error.start}") from None
        except Odd as odd:
            raise CallbackError(f"{name}: {odd}") from None
    try:
        callback: Callback = kind(**values)
    except TypeError:
        raise CallbackError("neither a status, nor a message, nor a call: fields are missing") from None
    if sign is not None:
        _check(callback, parameters, sign, charset)
    return callback


def _check(callback: Callback, parameters: Mapping[str, bytes], sign: Signing, charset: Charset) -> None:
    given = parameters.get(sign.method, b"").lower()
    expected = sign.sign(callback, charset)
    # Whether the service writes a CRC as a number or in hexadecimal digits the facts do not say.
    ways = [expected, f"{int(expected):08x}"] if sign.method == "crc32" else [expected]
    if not any(hmac.compare_digest(given, way.encode()) for way in ways):
        raise CallbackError("the signature is wrong" if given else "there is no signature")


def _plain(value: object) -> bool:
    return sensible(value) if isinstance(value, Decimal) else isinstance(value, str | int | None)


def _parameters(body: bytes) -> dict[str, bytes]:
    if len(body) > _MOST:
        raise CallbackError(f"{len(body)} bytes; a call has up to {_MOST}")
    if body.lstrip()[:1] == b"{":
        try:
            said = _OBJECTS.decode(body)
            if all(_plain(value) for value in said.values()):
                return {name: written(value).encode() for name, value in said.items()}
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            pass
        raise CallbackError("no JSON object of texts and numbers")
    text = body.decode("latin-1").strip("\r\n")
    return {pair.name: form.octets(text[pair.value.start : pair.value.end]) for pair in form.pairs(text)}
