"""An address as elements of a header carry it (3GPP TS 23.040, 9.1.2.5)."""

from __future__ import annotations

from typing import Any, Literal, get_args

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary.layout import check_number

NumberType = Literal[
    "unknown",
    "international",
    "national",
    "network-specific",
    "subscriber",
    "alphanumeric",
    "abbreviated",
    "reserved",
]
NUMBER_TYPES: tuple[NumberType, ...] = get_args(NumberType)

#: What each semi-octet says; the last one is the filler, which may stand inside an alphanumeric address.
_DIGITS = "0123456789*#abcf"
#: 9.1.2.5: an address is at most 12 octets, two of them its length and type.
MAX_DIGITS = 20


class Address(Struct, frozen=True, gc=False):
    """A number: its digits (`0`-`9`, `*`, `#`, `a`, `b`, `c`), type and numbering plan (0..15; 1 is E.164).

    The digits of an `alphanumeric` one are the semi-octets of its packed septets, where `f` may occur too.
    """

    digits: str
    type: NumberType = "international"
    plan: int = 1

    @staticmethod
    def decode(data: bytes, at: int) -> tuple[Address, int] | None:
        """The address at an offset and where it ends; None when none is written there as it should be."""
        if at + 2 > len(data):
            return None
        count, kind = data[at], data[at + 1]
        end = at + 2 + (count + 1) // 2
        if end > len(data) or kind < 0x80 or count > MAX_DIGITS:
            return None
        semi_octets = "".join(_DIGITS[octet & 15] + _DIGITS[octet >> 4] for octet in data[at + 2 : end])
        if semi_octets[count:] not in ("", "f"):
            return None
        return Address(semi_octets[:count], NUMBER_TYPES[kind >> 4 & 7], kind & 15), end

    @staticmethod
    def encode(address: Any, field: str) -> bytes:
        """The octets of an address. Raises BuildError, its fields under `field`."""
        if not isinstance(address, Address):
            raise BuildError(field, f"{type(address).__name__} given, Address expected")
        digits = address.digits
        if not isinstance(digits, str) or len(digits) > MAX_DIGITS or digits.strip(_DIGITS):
            raise BuildError(f"{field}.digits", f"{digits!r} is not up to {MAX_DIGITS} of {_DIGITS}")
        if address.type not in NUMBER_TYPES:
            raise BuildError(f"{field}.type", f"{address.type!r} is none of {', '.join(NUMBER_TYPES)}")
        kind = 0x80 | NUMBER_TYPES.index(address.type) << 4
        kind |= check_number(f"{field}.plan", address.plan, 15)
        codes = [_DIGITS.index(digit) for digit in digits]
        if len(codes) % 2:
            codes.append(15)
        pairs = bytes(low | high << 4 for low, high in zip(codes[::2], codes[1::2], strict=True))
        return bytes((len(digits), kind)) + pairs
