"""A whole SMS-DELIVER as networks carry it: with the service centre's address or without (3GPP TS 23.040, 9.2.2.1)."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.binary import tpdu
from smsc_codec.payloads.binary.control import Concatenation8

#: A text of twelve septets, "How are you?", from +31641600986, and the octets of it without the centre.
DELIVER = "040B911346610089F60000208062917314080CC8F71D14969741F977FD07"


@pytest.mark.parametrize(("centre", "start"), [
    ("07911326040000F0", 8), ("07919799000000F0", 8), ("0281F0", 3), ("0280F0", 3),
    ("0B91132604000000000000F0"[:24], 12), ("00", 1),
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


@pytest.mark.parametrize(("moment", "is_one"), [
    ("000101000000", True), ("991231235959", True), ("990001000000", False), ("991301000000", False),
    ("990100000000", False), ("990132000000", False), ("990101240000", False), ("990101006000", False),
    ("990101000060", False), ("9A0101000000", False), ("A90101000000", False), ("99010100000A", False),
    ("9901010000A0", False),
])  # fmt: skip
def test_the_time_of_a_message(moment: str, is_one: bool) -> None:
    """9.2.3.11: year, month, day, hour, minute, second as pairs of swapped digits; another time is no message."""
    swapped = "".join(moment[at + 1] + moment[at] for at in range(0, 12, 2))
    data = bytes.fromhex(DELIVER.replace("208062917314", swapped))
    assert (tpdu.recognize(data) is not None) == is_one


@pytest.mark.parametrize(("first", "validity", "kind"), [
    ("01", "", "SMS-SUBMIT"), ("11", "AA", "SMS-SUBMIT"), ("09", "00" * 7, "SMS-SUBMIT"),
    ("19", "00" * 7, "SMS-SUBMIT"),
    ("02", "", None), ("03", "", None), ("11", "", None), ("01", "AA", None), ("09", "00" * 6, None),
])  # fmt: skip
def test_a_message_that_is_sent(first: str, validity: str, kind: str | None) -> None:
    """9.2.2.2: its two lowest bits are 01, the two above say how long its validity is; other types are no message."""
    rest = "0B911346610089F60000" + validity + DELIVER[-24:]
    found = tpdu.recognize(bytes.fromhex(f"00{first}00{rest}"))
    assert (found.kind if found else None) == kind


def test_octets_that_are_both() -> None:
    """With the first octet 00 a message may begin without its centre; what is a sound header is no whole message."""
    found = tpdu.recognize(bytes.fromhex("00" + DELIVER[2:]))
    assert found is not None
    assert found.start == len(DELIVER) // 2 - 11
    submit = "039121F30000" + "05E8329BFD06"
    assert tpdu.recognize(bytes.fromhex("0501" + submit)) is None
    assert tpdu.recognize(bytes.fromhex("1101" + "039121F30000" + "AA" + "05E8329BFD06")) is not None


def test_a_header_in_a_message() -> None:
    """9.2.3.23: a bit of the first octet says that the user data begin with one."""
    head, digits = "440B911346610089F60004208062917314080A", "050003CC020148656C6C"
    data = bytes.fromhex(head + digits)
    found = tpdu.recognize(data)
    assert found is not None
    assert found.septets is None
    message = tpdu.message(data, found)
    assert message.header.concatenation == Concatenation8(0xCC, 2, 1)
    assert (message.body, message.pid, message.dcs) == (b"Hell", 0, 4)
    assert tpdu.octets(data, found) == bytes.fromhex(digits)
    bare = bytes.fromhex("04" + head[2:] + digits)
    found = tpdu.recognize(bare)
    assert found is not None
    assert tpdu.octets(bare, found) == bytes.fromhex("00" + digits)
    assert tpdu.message(bare, found).body == bytes.fromhex(digits)


@pytest.mark.parametrize("length", range(len(DELIVER) // 2))
def test_a_message_that_is_cut(length: int) -> None:
    """A beginning of a message is none, wherever it ends."""
    assert tpdu.recognize(bytes.fromhex(f"00{DELIVER[: 2 * length]}")) is None


def test_nothing_is_no_message() -> None:
    """No octets."""
    assert tpdu.recognize(b"") is None
