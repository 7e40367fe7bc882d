"""The data coding and the protocol octet: all 256 values each."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.binary import dcs, pid
from smsc_codec.payloads.binary.dcs import DataCoding, Waiting
from smsc_codec.payloads.binary.pid import Protocol


@pytest.mark.parametrize("module", [dcs, pid])
def test_every_octet_says_one_thing(module: Any) -> None:
    """No two octets say the same, each writes back to itself, and each has words."""
    values = [module.parse(octet) for octet in range(256)]
    assert len(set(values)) == 256
    assert [module.build(value) for value in values] == list(range(256))
    assert all(module.describe(octet) for octet in range(256))


@pytest.mark.parametrize("module", [dcs, pid])
@pytest.mark.parametrize("octet", [-1, 256, "4", 1.0, None, True])
def test_what_is_no_octet_is_refused(module: Any, octet: Any) -> None:
    """A number outside 0..255, or none at all, is a ParseError."""
    with pytest.raises(ParseError):
        module.parse(octet)


@pytest.mark.parametrize(
    ("octet", "coding", "words"),
    [
        (0x00, DataCoding(), "general, GSM 7-bit alphabet"),
        (0x04, DataCoding(alphabet="8bit"), "general, 8-bit data"),
        (0x08, DataCoding(alphabet="ucs2"), "general, UCS-2"),
        (0x0C, DataCoding(alphabet="reserved"), "general, reserved alphabet, taken for GSM 7-bit"),
        (0x01, DataCoding(spare=1), "general, GSM 7-bit alphabet, reserved bits set"),
        (
            0x10,
            DataCoding(message_class=0),
            "general, GSM 7-bit alphabet, class 0: shown at once, not stored (flash)",
        ),
        (
            0x7F,
            DataCoding("auto-delete", "reserved", True, 3),
            "marked for automatic deletion, reserved alphabet, taken for GSM 7-bit, compressed, "
            "class 3: for a terminal connected to the handset",
        ),
        (0x80, DataCoding("reserved"), "reserved coding group, GSM 7-bit alphabet"),
        (0xBF, DataCoding("reserved", spare=63), "reserved coding group, GSM 7-bit alphabet"),
        (
            0xC8,
            DataCoding("message-waiting", waiting=Waiting("voicemail", True, False)),
            "message waiting, GSM 7-bit alphabet, voicemail waiting, message discarded",
        ),
        (
            0xD1,
            DataCoding("message-waiting", waiting=Waiting("fax", False, True)),
            "message waiting, GSM 7-bit alphabet, fax no longer waiting, message stored",
        ),
        (
            0xEB,
            DataCoding("message-waiting", "ucs2", waiting=Waiting("other", True, True)),
            "message waiting, UCS-2, other waiting, message stored",
        ),
        (
            0xF5,
            DataCoding("data-coding-class", "8bit", message_class=1),
            "data coding and class, 8-bit data, class 1: for the handset's own memory",
        ),
    ],
)
def test_data_coding_by_hand(octet: int, coding: DataCoding, words: str) -> None:
    """3GPP TS 23.038, clause 4: one octet of each group, in a value and in words."""
    assert dcs.parse(octet) == coding
    assert dcs.build(coding) == octet
    assert dcs.describe(octet) == words


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"alphabet": "koi8"}, "alphabet"),
        ({"message_class": 4}, "message_class"),
        ({"group": "reserved", "alphabet": "8bit"}, "alphabet"),
        ({"group": "message-waiting"}, "waiting"),
        ({"message_class": 1, "spare": 1}, "message_class"),
        ({"waiting": Waiting("fax", True, True)}, "waiting"),
        ({"group": []}, "group"),
    ],
)
def test_a_coding_that_no_octet_says_is_refused(changes: dict[str, Any], field: str) -> None:
    """The error names the field that does not go with the others."""
    with pytest.raises(BuildError):
        dcs.build(changes)  # type: ignore[arg-type]
    with pytest.raises(BuildError) as error:
        dcs.build(structs.replace(DataCoding(), **changes))
    assert error.value.field == field


@pytest.mark.parametrize(
    ("octet", "protocol", "words"),
    [
        (0x00, Protocol(), "sme-to-sme: no interworking, SM-AL protocol 0"),
        (0x22, Protocol("telematic", 2), "telematic: group 3 telefax"),
        (0x2E, Protocol("telematic", 14), "telematic: reserved"),
        (0x3F, Protocol("telematic", 31), "telematic: GSM/UMTS mobile station"),
        (0x40, Protocol("message-type", 0), "message-type: Short Message Type 0"),
        (0x47, Protocol("message-type", 7), "message-type: Replace Short Message Type 7"),
        (0x48, Protocol("message-type", 8), "message-type: Device Triggering Short Message"),
        (0x49, Protocol("message-type", 9), "message-type: reserved"),
        (0x7F, Protocol("message-type", 63), "message-type: (U)SIM Data download"),
        (0x80, Protocol("reserved", 0), "reserved: reserved"),
        (0xC1, Protocol("sc-specific", 1), "sc-specific: assigned by the service centre"),
    ],
)
def test_protocol_by_hand(octet: int, protocol: Protocol, words: str) -> None:
    """3GPP TS 23.040, 9.2.3.9: one octet of each group, in a value and in words."""
    assert pid.parse(octet) == protocol
    assert pid.build(protocol) == octet
    assert pid.describe(octet) == words


@pytest.mark.parametrize(
    ("protocol", "field"),
    [
        (Protocol("telematic", 32), "code"),
        (Protocol("x400", 1), "group"),  # type: ignore[arg-type]
        (Protocol([], 1), "group"),  # type: ignore[arg-type]
        (7, ""),
    ],
)
def test_a_protocol_that_no_octet_says_is_refused(protocol: Any, field: str) -> None:
    """The error names the field."""
    with pytest.raises(BuildError) as error:
        pid.build(protocol)
    assert error.value.field == field
