"""A whole short message as modems and SMPP logs show it, and the message inside it (3GPP TS 23.040, 9.2.2)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.binary import dcs, udh
from smsc_codec.payloads.binary.address import Address
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.udh import Header

#: 9.2.3.24: the octets of a message's user data.
MOST = 140
#: 9.2.3.3: the octets of a validity period by the two bits that say its form.
_VALIDITY = {0: 0, 1: 7, 2: 1, 3: 7}
#: An address that was left out, as test programs write it.
_NOBODY = Address("", "unknown", 0)


class Envelope(Struct, frozen=True, gc=False):
    """What is around a message: which kind it is, from or to whom, and where the user data begins.

    `septets` counts the user data in the 7 bit alphabet, a header's place included; None in the others.
    """

    kind: Literal["SMS-DELIVER", "SMS-SUBMIT"]
    address: Address
    pid: int
    dcs: int
    has_header: bool
    start: int
    septets: int | None = None


def recognize(data: bytes) -> Envelope | None:
    """The envelope where the octets are exactly one whole message, with the service centre's address or without.

    A message as the service takes it is none, though by chance one could be.
    """
    if not data:
        return None
    size = data[0]
    centre = size == 0 or (2 <= size <= 11 and data[1:2] >= b"\x80")
    found = _read(data, 1 + size) if centre else None
    if found is None and (udh.read(data)[1] or size == 0):
        found = _read(data, 0)
    return found


def message(data: bytes, envelope: Envelope) -> BinaryMessage:
    """The message inside, as the service takes it (BIN-2, BIN-3)."""
    body = data[envelope.start :]
    header = Header()
    if envelope.has_header:
        header = udh.read(body)[0]
        body = body[body[0] + 1 :] if body else b""
    return BinaryMessage(header, body, envelope.pid, envelope.dcs)


def octets(data: bytes, envelope: Envelope) -> bytes:
    """The octets of that message as they stand; where there is no header, behind the octet that says so."""
    return (b"" if envelope.has_header else b"\0") + data[envelope.start :]


def _read(data: bytes, at: int) -> Envelope | None:
    try:
        first = data[at]
        kind: Literal["SMS-DELIVER", "SMS-SUBMIT"]
        if first & 3 == 0:
            kind = "SMS-DELIVER"
            at += 1
        elif first & 3 == 1:
            kind = "SMS-SUBMIT"
            at += 2
        else:
            return None
        found = (_NOBODY, at + 2) if data[at : at + 2] == b"\0\0" else Address.decode(data, at)
        if found is None:
            return None
        address, at = found
        pid, coding = data[at], data[at + 1]
        at += 2
        if kind == "SMS-DELIVER":
            if not _is_time(data[at : at + 7]):
                return None
            at += 7
        else:
            at += _VALIDITY[first >> 3 & 3]
        length = data[at]
    except IndexError:
        return None
    at += 1
    said = dcs.parse(coding)
    in_septets = said.alphabet in ("gsm7", "reserved") and not said.compressed
    size = (7 * length + 7) // 8 if in_septets else length
    if len(data) - at != size or size > MOST:
        return None
    return Envelope(kind, address, pid, coding, bool(first & 0x40), at, length if in_septets else None)


def _is_time(octets: bytes) -> bool:
    """9.2.3.11: year, month, day, hour, minute, second, each as two swapped digits; the zone may be anything."""
    if len(octets) < 7:
        return False
    digits = [(octet & 15, octet >> 4) for octet in octets[:6]]
    if any(ten > 9 or one > 9 for ten, one in digits):
        return False
    _, month, day, hour, minute, second = (10 * ten + one for ten, one in digits)
    return 1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second < 60
