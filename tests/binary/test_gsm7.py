"""Septets in octets, and text in septets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.binary import gsm7
from smsc_codec.text.tables import LOCKING, SINGLE

septets = st.lists(st.integers(0, 127), max_size=170).map(bytes)


@pytest.mark.parametrize(
    ("text", "fill", "octets"),
    [
        # 3GPP TS 23.038, 6.1.2.1.1: seven, eight and nine characters.
        ("1234567", 0, "31D98C56B3DD00"),
        ("12345678", 0, "31D98C56B3DD70"),
        ("123456789", 0, "31D98C56B3DD7039"),
        ("hello", 0, "E8329BFD06"),
        # After a header of five octets (04 0B 02 00 08) two bits fill up: "Hi".
        ("Hi", 2, "20D3"),
        ("", 0, ""),
    ],
)
def test_packing_by_hand(text: str, fill: int, octets: str) -> None:
    """The first character stands in the lowest bits of the first octet."""
    packed = bytes.fromhex(octets)
    assert gsm7.pack(text.encode(), fill) == packed
    assert gsm7.unpack(packed, len(text), fill) == text.encode()


def test_fill_bits_lead_to_the_next_septet() -> None:
    """9.2.3.24: the header and its fill bits are whole septets."""
    fills = [gsm7.fill_bits(octets) for octets in range(1, 15)]
    assert fills == [6, 5, 4, 3, 2, 1, 0] * 2
    assert all((8 * octets + fill) % 7 == 0 for octets, fill in enumerate(fills, 1))


@settings(max_examples=200, deadline=None)
@given(septets, st.integers(0, 6))
def test_septets_read_back(values: bytes, fill: int) -> None:
    """Unpacking undoes packing, with any fill bits; without a count at most one septet 0 comes in addition."""
    packed = gsm7.pack(values, fill)
    assert len(packed) == (7 * len(values) + fill + 7) // 8
    assert gsm7.unpack(packed, len(values), fill) == values
    assert gsm7.unpack(packed, None, fill) in (values, values + b"\0")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(LOCKING)), st.sampled_from(sorted(SINGLE)), st.data())
def test_text_reads_back(locking: str, single: str, data: st.DataObject) -> None:
    """Every character of two tables comes back as itself."""
    alphabet = sorted({*LOCKING[locking], *SINGLE[single][1::2]} - {"\0", "\x1b"})
    text = data.draw(st.text(alphabet))
    assert gsm7.decode(gsm7.encode(text, locking, single), locking, single) == text


@pytest.mark.parametrize(
    ("octets", "text"),
    [(b"\x1b\x65", "\u20ac"), (b"\x1bA", "A"), (b"\x1b\x1b", " "), (b"a\x1b", "a "), (b"\x00\x11", "@_")],
)
def test_escapes(octets: bytes, text: str) -> None:
    """6.2.1: an unknown extension shows the main table's character, a second or last escape a space."""
    assert gsm7.decode(octets) == text


def test_what_cannot_be_said_is_refused() -> None:
    """The errors name the place."""
    with pytest.raises(BuildError, match=r"text\[1\]"):
        gsm7.encode("aЖ")
    with pytest.raises(BuildError, match=r"septets\[1\]"):
        gsm7.pack([1, 128])
    with pytest.raises(BuildError, match="fill"):
        gsm7.pack(b"", 7)
    with pytest.raises(BuildError, match="locking"):
        gsm7.encode("a", "klingon")
    with pytest.raises(ParseError):
        gsm7.unpack(b"\0" * 7, 9)
