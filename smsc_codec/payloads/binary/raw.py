"""A binary message as `bin=1` says it, by its octets; digits in their place are told as what they are (BIN-1)."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.binary import payload
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.text.mark import MARK

_DIGITS = re.compile(rb"(?:[0-9A-Fa-f]{2}){4,}")


def read(mes: bytes) -> tuple[BinaryMessage, tuple[Problem, ...]]:
    """What could be understood, and what was wrong; never raises for any octets. Places count octets."""
    made, problems = payload.read(mes)
    octets, mark, trailer = mes.partition(MARK.encode())
    if not _DIGITS.fullmatch(octets):
        return made, problems
    _, wrong = payload.read((octets + mark + trailer).decode("latin-1"))
    if wrong:  # nor is it a message in digits
        return made, problems
    told = Problem(
        "these are hexadecimal digits, but 'bin=1' takes the octets themselves",
        Span(0, len(octets)),
        "octets-in-digits",
        ("'bin=2'", "urlencoded octets, such as %05%0A"),
        severity=None if problems else "warning",
    )
    return made, (told,)
