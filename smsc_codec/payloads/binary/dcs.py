"""The data coding scheme: every one of its 256 values, both ways (3GPP TS 23.038, clause 4)."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary.checks import parse_octet

Group = Literal["general", "auto-delete", "reserved", "message-waiting", "data-coding-class"]
Alphabet = Literal["gsm7", "8bit", "ucs2", "reserved"]
WaitingKind = Literal["voicemail", "fax", "email", "other"]

_ALPHABETS: tuple[Alphabet, ...] = get_args(Alphabet)
_WAITING_KINDS: tuple[WaitingKind, ...] = get_args(WaitingKind)

#: What a message class asks of the handset.
CLASSES = (
    "shown at once, not stored (flash)",
    "for the handset's own memory",
    "for the SIM card",
    "for a terminal connected to the handset",
)


class Waiting(Struct, frozen=True, gc=False):
    """An indication that messages of a kind wait, or no longer; `store`: the short message itself is kept."""

    kind: WaitingKind
    active: bool
    store: bool


class DataCoding(Struct, frozen=True, gc=False):
    """What one octet says; `spare` are the bits to which the standard gives no meaning in this group.

    A receiver takes every reserved coding, an alphabet `reserved` too, for the GSM 7-bit default alphabet.
    """

    group: Group = "general"
    alphabet: Alphabet = "gsm7"
    compressed: bool = False
    message_class: int | None = None
    waiting: Waiting | None = None
    spare: int = 0

    @property
    def auto_delete(self) -> bool:
        """Whether the handset may delete the message once it was read."""
        return self.group == "auto-delete"

    @property
    def reserved(self) -> bool:
        """Whether the standard keeps the whole coding group for later."""
        return self.group == "reserved"


def parse(octet: int) -> DataCoding:
    """What the octet says. Raises ParseError for a number that is no octet."""
    parse_octet(octet)
    high = octet >> 4
    if high < 8:
        classed = octet & 0x10
        return DataCoding(
            "auto-delete" if octet & 0x40 else "general",
            _ALPHABETS[octet >> 2 & 3],
            bool(octet & 0x20),
            octet & 3 if classed else None,
            spare=0 if classed else octet & 3,
        )
    if high < 12:
        return DataCoding("reserved", spare=octet & 0x3F)
    if high < 15:
        waiting = Waiting(_WAITING_KINDS[octet & 3], bool(octet & 8), high > 12)
        return DataCoding(
            "message-waiting", "ucs2" if high == 14 else "gsm7", waiting=waiting, spare=octet >> 2 & 1
        )
    return DataCoding(
        "data-coding-class", "8bit" if octet & 4 else "gsm7", message_class=octet & 3, spare=octet >> 3 & 1
    )


def build(coding: DataCoding) -> int:
    """The octet that says this. Raises BuildError with the field that goes with no octet of the others."""
    try:
        found = _octets().get(coding)
    except TypeError:
        found = None
    if found is not None:
        return found
    if not isinstance(coding, DataCoding):
        raise BuildError("", f"expected DataCoding, got {type(coding).__name__}")
    nearest = max(_octets(), key=lambda known: (known.group == coding.group, len(_same(known, coding))))
    same = _same(nearest, coding)
    field = next(name for name in DataCoding.__struct_fields__ if name not in same)
    raise BuildError(
        field,
        f"{getattr(coding, field)!r} does not go with the rest; {getattr(nearest, field)!r} would",
    )


def describe(octet: int) -> str:
    """The octet in words. Raises ParseError for a number that is no octet."""
    coding = parse(octet)
    words = [_GROUP_WORDS[coding.group], _ALPHABET_WORDS[coding.alphabet]]
    if coding.compressed:
        words.append("compressed")
    if coding.message_class is not None:
        words.append(f"class {coding.message_class}: {CLASSES[coding.message_class]}")
    if coding.waiting is not None:
        words.append(f"{coding.waiting.kind} {'waiting' if coding.waiting.active else 'no longer waiting'}")
        words.append("message stored" if coding.waiting.store else "message discarded")
    if coding.spare and not coding.reserved:
        words.append("reserved bits set")
    return ", ".join(words)


@cache
def _octets() -> dict[DataCoding, int]:
    return {parse(octet): octet for octet in range(256)}


def _same(one: DataCoding, other: DataCoding) -> list[str]:
    return [name for name in DataCoding.__struct_fields__ if getattr(one, name) == getattr(other, name)]


_GROUP_WORDS = {
    "general": "general",
    "auto-delete": "marked for automatic deletion",
    "reserved": "reserved coding group",
    "message-waiting": "message waiting",
    "data-coding-class": "data coding and class",
}
_ALPHABET_WORDS = {
    "gsm7": "GSM 7-bit alphabet",
    "8bit": "8-bit data",
    "ucs2": "UCS-2",
    "reserved": "reserved alphabet, taken for GSM 7-bit",
}
