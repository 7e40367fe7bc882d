"""The signature of a call: a digest over some of its fields and a secret word (CBK-2)."""

from __future__ import annotations

import hashlib
import hmac
import zlib
from collections.abc import Mapping
from typing import Any, Literal, get_args

from msgspec import Struct, structs

from smsc_codec.api.callback.model import SIGNED, Callback
from smsc_codec.api.replies.common import written
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import CHARSETS, Charset, encode

Method = Literal["md5", "sha1", "crc32"]
METHODS: tuple[Method, ...] = get_args(Method)


class Unsigned(Struct, frozen=True):
    """Says that the signature of calls is not checked, so that anybody can make them up."""

    charset: Charset = "windows-1251"

    def __post_init__(self) -> None:
        _check_charset(self.charset)


class Signing(Struct, frozen=True, gc=False):
    """How calls are signed: by a secret word that the address's own query names (CBK-1).

    `charset` is that of the octets that are signed, which is that of the texts. Raises BuildError for an unknown method
    or charset, and for a secret that is empty or has characters that nobody sees.
    """

    method: Method
    secret: str
    charset: Charset = "windows-1251"

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise BuildError("method", f"one of {', '.join(METHODS)}")
        wrong = wrong_secret(self.secret)
        if wrong:
            raise BuildError("secret", wrong)
        _check_charset(self.charset)

    def __repr__(self) -> str:
        return f"Signing(method={self.method!r}, secret=..., charset={self.charset!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("method", self.method), ("charset", self.charset)]

    def sign(self, callback: Callback) -> str:
        """The signature of a call. That of `crc32` is a decimal number, as PHP has it: the facts do not say.

        Raises BuildError for a text that the charset cannot carry.
        """
        return self.over({name: written(getattr(callback, name)) for name in SIGNED[type(callback)]})

    def over(self, fields: Mapping[str, str]) -> str:
        """The signature over fields as they are sent. Raises BuildError."""
        octets = [encode(text, self.charset, name) for name, text in fields.items()]
        said = b":".join([*octets, self.secret.encode()])
        if self.method == "crc32":
            return str(zlib.crc32(said))
        return hashlib.new(self.method, said, usedforsecurity=False).hexdigest()

    def fits(self, given: str, fields: Mapping[str, str]) -> bool:
        """Whether a signature is that of the fields, found in a time that does not depend on it. Raises BuildError."""
        expected = self.over(fields)
        # Whether the service writes a CRC as a number or in hexadecimal digits the facts do not say.
        ways = [expected, f"{int(expected):08x}"] if self.method == "crc32" else [expected]
        octets = given.lower().encode("utf-8", "replace")
        return any(hmac.compare_digest(octets, way.encode()) for way in ways)


def settled(sign: Signing | Unsigned, charset: Charset | None) -> Signing | Unsigned:
    """`sign`, with another charset where one is given. Raises BuildError for what is neither of both."""
    if not isinstance(sign, Signing | Unsigned):
        raise BuildError("sign", "expected a Signing, or UNSIGNED, which lets anybody send made-up calls")
    return sign if charset is None else structs.replace(sign, charset=charset)


def _check_charset(charset: object) -> None:
    if charset not in CHARSETS:
        raise BuildError("charset", f"one of {', '.join(CHARSETS)}")


def wrong_secret(secret: object) -> str:
    """What is wrong with a secret word, which is not told; nothing where it may be one."""
    if not isinstance(secret, str):
        return "a text"
    if not secret.strip():
        return "is empty: anybody could sign"
    if not secret.isprintable() or "\ufffd" in secret:
        return "has a character that nobody sees, or that stands for one that could not be read"
    return ""


UNSIGNED = Unsigned()
