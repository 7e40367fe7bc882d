"""A whole SMS-DELIVER as networks carry it: with the service centre's address or without (3GPP TS 23.040, 9.2.2.1)."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.binary import tpdu

#: A text of twelve septets, "How are you?", from +31641600986, and the octets of it without the centre.
DELIVER = "040B911346610089F60000208062917314080CC8F71D14969741F977FD07"


@pytest.mark.parametrize(("centre", "start"), [
    ("07911326040000F0", 8), ("07919799000000F0", 8), ("0281F0", 3), ("0B91132604000000000000F0"[:24], 12), ("00", 1),
    ("", 0),
])  # fmt: skip
def test_the_service_centre_s_address(centre: str, start: int) -> None:
    """Its length comes first, 0 for none; its type has the highest bit set; then come semi-octets."""
    data = bytes.fromhex(centre + DELIVER)
    found = tpdu.recognize(data)
    assert found is not None
    assert (found.septets, found.pid, found.dcs) == (12, 0, 0)
    assert found.start == start + len(bytes.fromhex(DELIVER)) - 11
    assert tpdu.recognize(data[:-1]) is None
    assert tpdu.recognize(data + b"\0") is None


@pytest.mark.parametrize(
    "centre", ["0711132604000000"[:16], "0C9113260400000000000000F0", "01F0", "0791132604"]
)
def test_what_is_no_address_of_a_centre(centre: str) -> None:
    """Another type, more than eleven octets, one alone, or an address that is cut: no whole message."""
    assert tpdu.recognize(bytes.fromhex(centre + DELIVER)) is None


def test_nothing_is_no_message() -> None:
    """No octets."""
    assert tpdu.recognize(b"") is None
