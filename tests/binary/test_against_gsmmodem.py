"""The same headers and septets read here and by python-gsmmodem-new."""

from __future__ import annotations

import random
import warnings
from typing import Any

import pytest

from smsc_codec.payloads.binary import gsm7, udh
from smsc_codec.payloads.binary.control import Concatenation8, Concatenation16, Ports8, Ports16
from smsc_codec.text.tables import LOCKING, SINGLE

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    pdu: Any = pytest.importorskip("gsmmodem.pdu", reason="python-gsmmodem-new is not installed")


def theirs(octets: bytes) -> list[Any]:
    """The elements of a header."""
    rest = iter(bytearray(octets))
    left, found = next(rest), []
    while left > 0:
        found.append(pdu.InformationElement.decode(rest))
        left -= len(found[-1])
    return found


def test_headers() -> None:
    """Parts and ports in both widths, alone and together."""
    dice = random.Random(20260103)
    for _ in range(300):
        elements = dice.sample(
            (
                Concatenation8(dice.randrange(256), dice.randrange(256), dice.randrange(256)),
                Concatenation16(dice.randrange(65536), dice.randrange(256), dice.randrange(256)),
                Ports8(dice.randrange(256), dice.randrange(256)),
                Ports16(dice.randrange(65536), dice.randrange(65536)),
            ),
            dice.randint(1, 4),
        )
        for ours, found in zip(elements, theirs(udh.build(udh.Header(tuple(elements)))), strict=True):
            if isinstance(ours, Concatenation8 | Concatenation16):
                said = (found.reference, found.parts, found.number)
                assert said == (ours.reference, ours.total, ours.sequence)
            else:
                assert (found.destination, found.source) == (ours.destination, ours.source)


def test_septets() -> None:
    """Packing and unpacking, after any fill bits; text by the default alphabet and its extension."""
    dice = random.Random(20260104)
    # By 6.2.1 code 0x5F is a section sign and 0x0A after an escape a form feed; to the other program they are
    # a grave accent and U+00FF.
    alphabet = sorted({*LOCKING[""], *SINGLE[""][1::2]} - {"\x1b", "§", "\f"})
    for _ in range(300):
        text = "".join(dice.choices(alphabet, k=dice.randint(1, 160)))
        septets = gsm7.encode(text)
        assert septets == bytes(pdu.encodeGsm7(text))
        assert gsm7.decode(septets) == pdu.decodeGsm7(bytearray(septets))
        assert gsm7.pack(septets) == bytes(pdu.packSeptets(bytearray(septets)))
        assert gsm7.unpack(gsm7.pack(septets), len(septets)) == septets
        assert bytes(pdu.unpackSeptets(bytearray(gsm7.pack(septets)), len(septets))) == septets
