"""What is wrong with a binary message that reads: what no handset would take, or understand."""

from __future__ import annotations

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.binary import dcs, gsm7, mms, push, tpdu, udh, wsp
from smsc_codec.payloads.binary.cursor import moved
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.tpdu import MOST
from smsc_codec.payloads.binary.udh import Header


def octets(message: BinaryMessage) -> bytes:
    """The header and the body. Raises BuildError."""
    return udh.build(message.header) + message.body


def too_long(message: BinaryMessage) -> Problem | None:
    """Whether header and body are more than one short message holds; the place counts octets. Raises BuildError.

    The octet 00 of no header is not sent (BIN-2). In the 7 bit alphabet an octet may be a septet, which is not
    described, so that only what is too long in either way is told.
    """
    data = octets(message)
    unsent = 0 if message.header.elements else 1
    size = len(data) - unsent
    if _may_be_septets(message):
        header = len(data) - len(message.body) if message.header.elements else 0
        size = header + (gsm7.fill_bits(header) + 7 * len(message.body) + 7) // 8
    if size <= MOST:
        return None
    told = f"{size} octets do not fit: one message holds {MOST}, header included"
    return Problem(
        told,
        Span(min(MOST + unsent, len(data) - 1), len(data)),
        "binary-too-long",
        (f"at most {MOST} octets",),
    )


def _may_be_septets(message: BinaryMessage) -> bool:
    """Whether each octet of the body may be a septet."""
    coding = None if message.dcs is None else dcs.parse(message.dcs)
    if coding is None or coding.compressed or coding.alphabet not in ("gsm7", "reserved"):
        return False
    return max(message.body, default=0) < 128


def push_problems(message: BinaryMessage) -> tuple[Problem, ...]:
    """What is wrong with the push that a message to the port of WAP push is; places count octets. Raises BuildError."""
    data = octets(message)
    if not goes_to_push(message.header):
        return ()
    start = len(data) - len(message.body)
    unit, problems = wsp.read(message.body)
    if problems:
        return moved(problems, start)
    media = unit.content_type.media
    if media == mms.MEDIA:
        return moved(mms.read(unit.body)[1], len(data) - len(unit.body))
    return push.read(data)[1] if media in push.MEDIA else ()


def goes_to_push(header: Header) -> bool:
    """Whether the header names the port of WAP push; one part of several is no push by itself."""
    ports, part = header.ports, header.concatenation
    whole = part is None or part.total == 1
    return whole and ports is not None and ports.destination == push.PORTS.destination


def is_pdu(data: bytes) -> Problem | None:
    """Whether the octets are a whole PDU, where the service takes the message inside it."""
    envelope = tpdu.recognize(data)
    if envelope is None:
        return None
    told = f"this is a whole {envelope.kind}: the service takes only the message in it, from octet {envelope.start}"
    return Problem(told, Span(0, envelope.start), "whole-pdu", ("only the header and the body",))
