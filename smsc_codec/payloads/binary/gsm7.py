"""Text in septets, and septets in octets after a header (3GPP TS 23.038, 6.1.2.1 and 6.2)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span

#: Leads to the extension table.
ESCAPE = 0x1B


def fill_bits(header_octets: int) -> int:
    """How many bits lead from a header of so many octets, its length octet included, to the next septet."""
    return -8 * header_octets % 7


def pack(septets: Iterable[int], fill: int = 0) -> bytes:
    """The octets that hold the septets after `fill` zero bits (0..6). Raises BuildError for no septet."""
    if not 0 <= fill <= 6:
        raise BuildError("fill", f"{fill} is not from 0 to 6")
    out = bytearray()
    held, bits = 0, fill
    for index, septet in enumerate(septets):
        if not 0 <= septet <= 127:
            raise BuildError(f"septets[{index}]", f"{septet} is not from 0 to 127")
        held |= septet << bits
        bits += 7
        if bits >= 8:
            out.append(held & 255)
            held >>= 8
            bits -= 8
    if bits:
        out.append(held)
    return bytes(out)


def unpack(octets: bytes, count: int | None = None, fill: int = 0) -> bytes:
    """The septets, one an octet, that stand after `fill` bits: `count` of them, or all that fit when absent.

    Without a count, seven spare bits at the end read as one septet 0: only the length says that it is none.
    Raises ParseError when the octets hold fewer than `count`.
    """
    room = max(0, (8 * len(octets) - fill) // 7)
    if count is None:
        count = room
    elif count > room:
        end = len(octets)
        problem = Problem(f"expected {count} septets, found {room}", Span(end, end), kind="septets")
        raise ParseError(octets, (problem,))
    out = bytearray()
    held, bits = 0, -fill
    for octet in octets:
        held |= octet << bits if bits >= 0 else octet >> -bits
        bits += 8
        while bits >= 7 and len(out) < count:
            out.append(held & 127)
            held >>= 7
            bits -= 7
    return bytes(out)


def encode(text: str, locking: str = "", single: str = "") -> bytes:
    """The septets of a text, one an octet, by the tables of two languages (keys of `text.tables`).

    Raises BuildError at the first character that the tables do not have.
    """
    codes = _codes(locking, single)
    try:
        return b"".join(map(codes.__getitem__, text))
    except KeyError as error:
        at = text.index(error.args[0])
    raise BuildError(f"text[{at}]", f"{text[at]!r} is not in the GSM 7-bit alphabet")


def decode(septets: bytes, locking: str = "", single: str = "") -> str:
    """The text of septets, one an octet, by the tables of two languages.

    As 6.2.1 has it, an escape before a code that the extension table lacks leaves that code's character, and
    an escape before an escape or at the end is a space. A code without a character becomes U+FFFD.
    """
    main, extension = _characters(locking, single)
    out = []
    escaped = False
    for septet in septets:
        if escaped:
            escaped = False
            out.append(" " if septet == ESCAPE else extension.get(septet) or main[septet & 127])
        elif septet == ESCAPE:
            escaped = True
        else:
            out.append(main[septet & 127])
    return "".join(out) + " " * escaped


@cache
def _characters(locking: str, single: str) -> tuple[str, dict[int, str]]:
    from smsc_codec.text.tables import LOCKING, SINGLE

    if locking not in LOCKING or single not in SINGLE:
        raise BuildError("locking" if locking not in LOCKING else "single", "no such language")
    pairs = SINGLE[single]
    extension = {ord(code): character for code, character in zip(pairs[::2], pairs[1::2], strict=True)}
    return LOCKING[locking].replace("\0", "\ufffd"), extension


@cache
def _codes(locking: str, single: str) -> dict[str, bytes]:
    main, extension = _characters(locking, single)
    codes = {character: bytes((ESCAPE, code)) for code, character in extension.items()}
    codes.update((character, bytes((code,))) for code, character in enumerate(main))
    del codes[main[ESCAPE]]
    codes.pop("\ufffd", None)
    return codes
