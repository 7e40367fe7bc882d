"""Parameters as `name=value&name=value`, urlencoded (REQ-2), both ways, with the place of each name and value."""

from __future__ import annotations

import re
from binascii import a2b_qp, unhexlify
from collections.abc import Iterator, Mapping
from urllib.parse import quote_from_bytes

from msgspec import Struct

from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

#: So many octets, and the digits of an escape that may begin among the last of them.
_BLOCKS = re.compile(rb"(?s).{1,262142}[^%]{0,2}")
_LONE_OCTET = re.compile(rb"%(?![0-9A-Fa-f]{2})")
#: A percent sign that begins no escape.
LONE = compiled(r"%(?![0-9A-Fa-f]{2})")
_PAIR = compiled(r"(?=[^&])(?P<name>[^&=]*+)=?(?P<value>[^&]*+)")
_PERCENT = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


class Pair(Struct, frozen=True, gc=False):
    """One parameter as it stands in a text: its name, and where its name and its value are."""

    name: str
    at: Span
    value: Span


def encode(parameters: Mapping[str, bytes]) -> str:
    """The parameters urlencoded, in order: blanks as `+`, a plus as `%2B` (REQ-2)."""
    return "&".join(f"{quoted(name.encode())}={quoted(octets)}" for name, octets in parameters.items())


def quoted(octets: bytes) -> str:
    """Octets urlencoded."""
    return quote_from_bytes(octets, safe=" ").replace(" ", "+")


def pairs(text: str) -> Iterator[Pair]:
    """The parameters that stand in a text, in order; what is empty is passed over."""
    for found in _PAIR.finditer(text):
        name = octets(found["name"]).decode("utf-8", "replace")
        yield Pair(name, Span(*found.span("name")), Span(*found.span("value")))


def octets(text: str, charset: str = "utf-8") -> bytes:
    """What urlencoded text says: `+` is a blank, a `%` without two digits is itself; other signs are in the charset."""
    return decoded(text.encode(charset, "surrogatepass" if charset == "utf-8" else "replace"))


def decoded(said: bytes) -> bytes:
    """What urlencoded octets say; those that were not encoded stand for themselves."""
    said = said.replace(b"+", b" ")
    if b"%" not in said:
        return said
    if not _LONE_OCTET.search(said):  # but for its sign it is quoted-printable then, which is undone at once
        return a2b_qp(said.replace(b"=", b"=3D").replace(b"%", b"="))
    # In blocks: other threads have their turn in between.
    return b"".join(
        _PERCENT.sub(lambda match: unhexlify(match[0].replace(b"%", b"")), block)
        for block in _BLOCKS.findall(said)
    )
