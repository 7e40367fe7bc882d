"""SMS control elements of a user data header (3GPP TS 23.040, 9.2.3.24.1 to 9 and 11 to 16)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.binary.address import Address
from smsc_codec.payloads.binary.layout import FLAG, Layout

IndicationKind = Literal["voicemail", "fax", "email", "other"]
Waiting = Literal["voicemail", "fax", "email", "other", "video", "reserved"]
Creator = Literal["original-sender", "original-receiver", "smsc"]

#: 9.2.3.24.15: the language of each shift table by its code; a code without a name is reserved.
_LANGUAGES = {
    1: "Turkish",
    2: "Spanish",
    3: "Portuguese",
    4: "Bengali",
    5: "Gujarati",
    6: "Hindi",
    7: "Kannada",
    8: "Malayalam",
    9: "Oriya",
    10: "Punjabi",
    11: "Tamil",
    12: "Telugu",
    13: "Urdu",
}


def language(code: int) -> str:
    """The language of a national language identifier, or `reserved`."""
    return _LANGUAGES.get(code, "reserved")


class Concatenation8(Struct, frozen=True, gc=False, tag="concatenation-8bit"):
    """Part `sequence` (from 1) of `total` parts of message `reference` (0..255)."""

    reference: int
    total: int
    sequence: int


class Concatenation16(Struct, frozen=True, gc=False, tag="concatenation-16bit"):
    """Part `sequence` (from 1) of `total` parts of message `reference` (0..65535)."""

    reference: int
    total: int
    sequence: int


class Indication(Struct, frozen=True, gc=False, tag="special-message-indication"):
    """How many messages wait (255: 255 or more), of which kind, for which subscriber profile (1..4).

    `store` asks to keep the short message itself; `extended` says more of the kind `other`.
    """

    kind: IndicationKind
    count: int
    store: bool = False
    profile: int = 1
    extended: int = 0

    @property
    def waiting(self) -> Waiting:
        """What waits: the kind, or what its extended type says, of which all but 1 are reserved (9.2.3.24.2)."""
        if not self.extended:
            return self.kind
        return "video" if (self.kind, self.extended) == ("other", 1) else "reserved"


class Ports8(Struct, frozen=True, gc=False, tag="ports-8bit"):
    """Application ports 0..255; 240..255 are free for applications, the rest is reserved."""

    destination: int
    source: int


class Ports16(Struct, frozen=True, gc=False, tag="ports-16bit"):
    """Application ports 0..65535; to 15999 as IANA assigned them, 16000..16999 free, the rest reserved."""

    destination: int
    source: int


class SmscControl(Struct, frozen=True, gc=False, tag="smsc-control"):
    """For which ends of a message status reports are wanted; `reserved` are bits 5 and 4."""

    completed: bool = False
    permanent_error: bool = False
    temporary_error_ended: bool = False
    temporary_error_trying: bool = False
    cancel_remaining: bool = False
    include_header: bool = False
    reserved: int = 0


class HeaderSource(Struct, frozen=True, gc=False, tag="header-source"):
    """Who made the elements that follow this one; a reserved code stays a number."""

    code: int

    @property
    def creator(self) -> Creator | None:
        """The code in a word."""
        return _CREATORS.get(self.code)


_CREATORS: dict[int, Creator] = {1: "original-sender", 2: "original-receiver", 3: "smsc"}


class Wcmp(Struct, frozen=True, gc=False, tag="wcmp"):
    """A Wireless Control Message Protocol message (WAP-202), as octets."""

    data: bytes


class EmailHeader(Struct, frozen=True, gc=False, tag="email-header"):
    """How many characters of the text, from its beginning, are an RFC 822 header."""

    length: int


class Hyperlink(Struct, frozen=True, gc=False, tag="hyperlink"):
    """A link in the text: its title begins at character `position` of the message, its address follows."""

    position: int
    title_length: int
    url_length: int


class SingleShift(Struct, frozen=True, gc=False, tag="national-single-shift"):
    """Characters after an escape are of this language's table."""

    code: int

    @property
    def language(self) -> str:
        """The language in a word."""
        return language(self.code)


class LockingShift(Struct, frozen=True, gc=False, tag="national-locking-shift"):
    """All characters are of this language's table."""

    code: int

    @property
    def language(self) -> str:
        """The language in a word."""
        return language(self.code)


class ReplyAddress(Struct, frozen=True, gc=False, tag="reply-address"):
    """Where an answer should go instead of to the sender."""

    address: Address


class ReplyAddressLayout:
    """9.2.3.24.12: the element is one address and nothing else."""

    id = 0x22
    type = ReplyAddress

    def decode(self, data: bytes) -> ReplyAddress | None:
        """The address, or None when the octets are not exactly one."""
        found = Address.decode(data, 0)
        return ReplyAddress(found[0]) if found and found[1] == len(data) else None

    def encode(self, element: ReplyAddress) -> bytes:
        """The address's octets. Raises BuildError."""
        return Address.encode(element.address, "address")


LAYOUTS = (
    Layout(0x00, Concatenation8, {"reference": 8, "total": 8, "sequence": 8}),
    Layout(
        0x01,
        Indication,
        {
            "store": FLAG,
            "profile": (1, 2, 3, 4),
            "extended": 3,
            "kind": ("voicemail", "fax", "email", "other"),
            "count": 8,
        },
    ),
    Layout(0x04, Ports8, {"destination": 8, "source": 8}),
    Layout(0x05, Ports16, {"destination": 16, "source": 16}),
    Layout(
        0x06,
        SmscControl,
        {
            "include_header": FLAG,
            "cancel_remaining": FLAG,
            "reserved": 2,
            "temporary_error_trying": FLAG,
            "temporary_error_ended": FLAG,
            "permanent_error": FLAG,
            "completed": FLAG,
        },
    ),
    Layout(0x07, HeaderSource, {"code": 8}),
    Layout(0x08, Concatenation16, {"reference": 16, "total": 8, "sequence": 8}),
    Layout(0x09, Wcmp, {}, tail="data"),
    Layout(0x20, EmailHeader, {"length": 8}),
    Layout(0x21, Hyperlink, {"position": 16, "title_length": 8, "url_length": 8}),
    ReplyAddressLayout(),
    Layout(0x24, SingleShift, {"code": 8}),
    Layout(0x25, LockingShift, {"code": 8}),
)
