"""The protocol identifier: every one of its 256 values, both ways (3GPP TS 23.040, 9.2.3.9)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary.checks import check_number, parse_octet

Group = Literal["sme-to-sme", "telematic", "message-type", "reserved", "sc-specific"]

#: The first octet of each group and how many codes it has.
GROUPS: dict[Group, tuple[int, int]] = {
    "sme-to-sme": (0x00, 32),
    "telematic": (0x20, 32),
    "message-type": (0x40, 64),
    "reserved": (0x80, 64),
    "sc-specific": (0xC0, 64),
}

#: With which device the message is exchanged; the others are reserved.
DEVICES = {
    0: "implicit",
    1: "telex (or teletex reduced to telex format)",
    2: "group 3 telefax",
    3: "group 4 telefax",
    4: "voice telephone",
    5: "ERMES (European Radio Messaging System)",
    6: "National Paging System",
    7: "Videotex (T.100/T.101)",
    8: "teletex, carrier unspecified",
    9: "teletex, in PSPDN",
    10: "teletex, in CSPDN",
    11: "teletex, in analog PSTN",
    12: "teletex, in digital ISDN",
    13: "UCI (Universal Computer Interface, ETSI DE/PS 3 01-3)",
    16: "message handling facility",
    17: "public X.400-based message handling system",
    18: "Internet Electronic Mail",
    **dict.fromkeys(range(24, 31), "SC specific"),
    31: "GSM/UMTS mobile station",
}

#: What the handset is to do with the message; the others are reserved.
MESSAGE_TYPES = {
    0: "Short Message Type 0",
    **{number: f"Replace Short Message Type {number}" for number in range(1, 8)},
    8: "Device Triggering Short Message",
    30: "Enhanced Message Service (Obsolete)",
    31: "Return Call Message",
    60: "ANSI-136 R-DATA",
    61: "ME Data download",
    62: "ME De-personalization Short Message",
    63: "(U)SIM Data download",
}


class Protocol(Struct, frozen=True, gc=False):
    """What one octet says: its group, and the code within it (0..31, or 0..63 from `message-type` on)."""

    group: Group = "sme-to-sme"
    code: int = 0

    @property
    def meaning(self) -> str:
        """The code in words; `reserved` where the standard keeps it for later."""
        if self.group == "sme-to-sme":
            return f"no interworking, SM-AL protocol {self.code}"
        if self.group == "telematic":
            return DEVICES.get(self.code, "reserved")
        if self.group == "message-type":
            return MESSAGE_TYPES.get(self.code, "reserved")
        return "reserved" if self.group == "reserved" else "assigned by the service centre"


def parse(octet: int) -> Protocol:
    """What the octet says. Raises ParseError for a number that is no octet."""
    parse_octet(octet)
    return next(
        Protocol(group, octet - first) for group, (first, size) in GROUPS.items() if octet < first + size
    )


def build(protocol: Protocol) -> int:
    """The octet that says this. Raises BuildError."""
    if not isinstance(protocol, Protocol):
        raise BuildError("", f"expected Protocol, got {type(protocol).__name__}")
    if protocol.group not in tuple(GROUPS):
        raise BuildError("group", f"{protocol.group!r} is none of {', '.join(GROUPS)}")
    first, size = GROUPS[protocol.group]
    return first + check_number("code", protocol.code, size - 1)


def describe(octet: int) -> str:
    """The octet in words. Raises ParseError for a number that is no octet."""
    protocol = parse(octet)
    return f"{protocol.group}: {protocol.meaning}"
