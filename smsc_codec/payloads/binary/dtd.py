"""The document types of WAP push as tables: Service Indication (WAP-167) and Service Loading (WAP-168)."""

from __future__ import annotations

from msgspec import Struct


class Dtd(Struct, frozen=True):
    """The tokens of a document type, all on page 0.

    An attribute's code says its name and the beginning of its value; `dates` are the attributes whose value
    may be opaque: a %DateTime.
    """

    public_id: int
    name: str
    tags: dict[int, str]
    attributes: dict[int, tuple[str, str]]
    values: dict[int, str]
    dates: tuple[str, ...] = ()


VALUES = {0x85: ".com/", 0x86: ".edu/", 0x87: ".net/", 0x88: ".org/"}

SI = Dtd(
    0x05,
    "-//WAPFORUM//DTD SI 1.0//EN",
    {0x05: "si", 0x06: "indication", 0x07: "info", 0x08: "item"},
    {
        0x05: ("action", "signal-none"),
        0x06: ("action", "signal-low"),
        0x07: ("action", "signal-medium"),
        0x08: ("action", "signal-high"),
        0x09: ("action", "delete"),
        0x0A: ("created", ""),
        0x0B: ("href", ""),
        0x0C: ("href", "http://"),
        0x0D: ("href", "http://www."),
        0x0E: ("href", "https://"),
        0x0F: ("href", "https://www."),
        0x10: ("si-expires", ""),
        0x11: ("si-id", ""),
        0x12: ("class", ""),
    },
    VALUES,
    ("created", "si-expires"),
)

SL = Dtd(
    0x06,
    "-//WAPFORUM//DTD SL 1.0//EN",
    {0x05: "sl"},
    {
        0x05: ("action", "execute-low"),
        0x06: ("action", "execute-high"),
        0x07: ("action", "cache"),
        0x08: ("href", ""),
        0x09: ("href", "http://"),
        0x0A: ("href", "http://www."),
        0x0B: ("href", "https://"),
        0x0C: ("href", "https://www."),
    },
    VALUES,
)

DTDS: dict[int, Dtd] = {dtd.public_id: dtd for dtd in (SI, SL)}
