"""BIN001 .. BIN003: what no handset takes of a binary message that is written as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import structs

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.rules import Ruleset

if TYPE_CHECKING:
    from smsc_codec.payloads.binary import BinaryMessage

RULES = Ruleset()


@RULES.rule("BIN001", "binary-too-long", "warning")
def binary_too_long(message: MessageContext) -> Iterator[Problem]:
    """A binary message has more octets than one SMS can hold.

    That is 140, its header included (3GPP TS 23.040, 9.2.3.24); nothing says that the service splits binary messages
    as it splits texts. Split it into parts, each with an element of concatenated messages in its header.

    Options::

        channel = "bin"

    Bad::

        000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D

    Good::

        000102030405060708090A0B0C0D0E0F

    Fix: none.
    Since: 0.1
    """
    from smsc_codec.payloads.binary import sound

    made, scale = _sound(message)
    if made is not None and (found := sound.too_long(made)):
        yield _placed(found, scale)


@RULES.rule("BIN002", "broken-push", "warning")
def broken_push(message: MessageContext) -> Iterator[Problem]:
    """A message sent to the WAP push port is not a valid push.

    The header says that handsets give it to their push client, which drops what it cannot read: the unit (WAP-230),
    and the service indication, service loading or notice of an MMS in it (WAP-167, WAP-168, WAP-209).

    Options::

        channel = "bin"

    Bad::

        0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E72750001

    Good::

        0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101

    Fix: none.
    Since: 0.1
    """
    from smsc_codec.payloads.binary import sound

    made, scale = _sound(message)
    if made is not None:
        for problem in sound.push_problems(made):
            yield _placed(problem, scale)


@RULES.rule("BIN003", "whole-pdu", "warning")
def whole_pdu(message: MessageContext) -> Iterator[Problem]:
    """The octets are a whole SMS-DELIVER or SMS-SUBMIT, as modems and logs show it.

    The service makes the rest itself and takes the header and the body alone (BIN-2), pid and dcs behind the line
    `~~~` (CMT-3). `smsc-codec decode` shows what is to be cut out.

    Options::

        channel = "bin"

    Bad::

        0011000B919799999999F90000AA05E8329BFD06

    Good::

        00E8329BFD06

    Fix: none.
    Since: 0.1
    """
    from smsc_codec.payloads.binary import sound

    if message.name != "bin":
        return
    raw, source = message.options.raw, message.source
    digits = source.encode("latin-1", "replace").hex() if raw else source.rstrip("\r\n")
    try:
        found = sound.is_pdu(bytes.fromhex(digits)) if digits.isalnum() else None
    except ValueError:  # REQ007 tells of it
        return
    if found:
        yield _placed(found, 1 if raw else 2)


def _sound(message: MessageContext) -> tuple[BinaryMessage | None, int]:
    """The binary message where it reads without a problem, and how many characters say an octet."""
    from smsc_codec.payloads.binary import payload, sound

    if message.name != "bin":
        return None, 0
    source = message.source
    given = source.encode("latin-1", "replace") if message.options.raw else source.rstrip("\r\n")
    made, problems = payload.read(given)
    scale = 1 if message.options.raw else 2
    if problems or sound.is_pdu(sound.octets(made)):
        return None, scale
    return made, scale


def _placed(problem: Problem, scale: int) -> Problem:
    """A problem of octets as one of characters."""
    span = Span(problem.span.start * scale, problem.span.end * scale)
    return structs.replace(problem, span=span)
