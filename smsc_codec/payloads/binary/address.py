"""An address as elements of a header carry it (3GPP TS 23.040, 9.1.2.5)."""

from __future__ import annotations

from typing import Any, Literal, get_args

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary import gsm7
from smsc_codec.payloads.binary.checks import check_number

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

    @property
    def text(self) -> str:
        """The address as people write it. Raises BuildError for digits that are none."""
        if self.type == "alphanumeric":
            return gsm7.decode(gsm7.unpack(_octets(self, "digits"), len(self.digits) * 4 // 7))
        return f"+{self.digits}" if self.type == "international" else self.digits

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
        address = Address(semi_octets[:count], NUMBER_TYPES[kind >> 4 & 7], kind & 15)
        return (address, end) if semi_octets[count:] in ("", _filler(address)) else None

    @staticmethod
    def encode(address: Any, field: str) -> bytes:
        """The octets of an address. Raises BuildError, its fields under `field`."""
        if not isinstance(address, Address):
            raise BuildError(field, f"expected Address, got {type(address).__name__}")
        if address.type not in NUMBER_TYPES:
            raise BuildError(f"{field}.type", f"{address.type!r} is none of {', '.join(NUMBER_TYPES)}")
        octets = _octets(address, f"{field}.digits")
        kind = 0x80 | NUMBER_TYPES.index(address.type) << 4
        kind |= check_number(f"{field}.plan", address.plan, 15)
        return bytes((len(address.digits), kind)) + octets


def _filler(address: Address) -> str:
    """What fills the last octet: all ones, or the zero bits after the last septet."""
    return "0" if address.type == "alphanumeric" else "f"


def _octets(address: Address, field: str) -> bytes:
    digits = address.digits
    if not isinstance(digits, str) or len(digits) > MAX_DIGITS or digits.strip(_DIGITS):
        raise BuildError(field, f"{digits!r} is not up to {MAX_DIGITS} of {_DIGITS}")
    codes = [_DIGITS.index(digit) for digit in digits + _filler(address) * (len(digits) % 2)]
    return bytes(low | high << 4 for low, high in zip(codes[::2], codes[1::2], strict=True))
