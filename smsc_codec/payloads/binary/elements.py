"""Which information elements there are: every identifier's name, and what reads and writes its data.

3GPP TS 23.040, 9.2.3.24.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary import control, ems
from smsc_codec.payloads.binary.checks import check_number, check_octets
from smsc_codec.payloads.binary.voicemail import VoiceMailDeletion, VoiceMailLayout, VoiceMailNotification

Category = Literal["sms control", "ems control", "ems content", "reserved"]


class Identifier(Struct, frozen=True, gc=False):
    """What the standard says of the identifiers `first` to `last`."""

    first: int
    last: int
    title: str
    category: Category
    #: The last one of several wins when this is false. Where another standard decides, it is true.
    repeatable: bool


IDENTIFIERS: tuple[Identifier, ...] = (
    Identifier(0x00, 0x00, "Concatenated short messages, 8-bit reference number", "sms control", False),
    Identifier(0x01, 0x01, "Special SMS message indication", "sms control", True),
    Identifier(0x02, 0x02, "Reserved", "reserved", True),
    Identifier(0x03, 0x03, "Value not used to avoid misinterpretation as line feed", "reserved", True),
    Identifier(0x04, 0x04, "Application port addressing scheme, 8 bit address", "sms control", False),
    Identifier(0x05, 0x05, "Application port addressing scheme, 16 bit address", "sms control", False),
    Identifier(0x06, 0x06, "SMSC control parameters", "sms control", False),
    Identifier(0x07, 0x07, "UDH source indicator", "sms control", True),
    Identifier(0x08, 0x08, "Concatenated short message, 16-bit reference number", "sms control", False),
    Identifier(0x09, 0x09, "Wireless Control Message Protocol", "sms control", True),
    Identifier(0x0A, 0x0A, "Text formatting", "ems control", True),
    Identifier(0x0B, 0x0B, "Predefined sound", "ems content", True),
    Identifier(0x0C, 0x0C, "User defined sound", "ems content", True),
    Identifier(0x0D, 0x0D, "Predefined animation", "ems content", True),
    Identifier(0x0E, 0x0E, "Large animation", "ems content", True),
    Identifier(0x0F, 0x0F, "Small animation", "ems content", True),
    Identifier(0x10, 0x10, "Large picture", "ems content", True),
    Identifier(0x11, 0x11, "Small picture", "ems content", True),
    Identifier(0x12, 0x12, "Variable picture", "ems content", True),
    Identifier(0x13, 0x13, "User prompt indicator", "ems control", True),
    Identifier(0x14, 0x14, "Extended object", "ems content", True),
    Identifier(0x15, 0x15, "Reused extended object", "ems control", True),
    Identifier(0x16, 0x16, "Compression control", "ems control", False),
    Identifier(0x17, 0x17, "Object distribution indicator", "ems control", True),
    Identifier(0x18, 0x18, "Standard WVG object", "ems content", True),
    Identifier(0x19, 0x19, "Character size WVG object", "ems content", True),
    Identifier(0x1A, 0x1A, "Extended object data request command", "ems control", False),
    Identifier(0x1B, 0x1F, "Reserved for future EMS features", "reserved", True),
    Identifier(0x20, 0x20, "RFC 822 e-mail header", "sms control", False),
    Identifier(0x21, 0x21, "Hyperlink format element", "sms control", True),
    Identifier(0x22, 0x22, "Reply address element", "sms control", False),
    Identifier(0x23, 0x23, "Enhanced voice mail information", "sms control", False),
    Identifier(0x24, 0x24, "National language single shift", "sms control", False),
    Identifier(0x25, 0x25, "National language locking shift", "sms control", False),
    Identifier(0x26, 0x6F, "Reserved for future use", "reserved", True),
    Identifier(0x70, 0x7F, "(U)SIM Toolkit security headers", "sms control", True),
    Identifier(0x80, 0x9F, "SME to SME specific use", "sms control", True),
    Identifier(0xA0, 0xBF, "Reserved for future use", "reserved", True),
    Identifier(0xC0, 0xDF, "SC specific use", "sms control", True),
    Identifier(0xE0, 0xFF, "Reserved for future use", "reserved", True),
)


class SimToolkit(Struct, frozen=True, gc=False, tag="sim-toolkit"):
    """A security header of a (U)SIM Toolkit message (3GPP TS 31.115): 0x70 a command, 0x71 a response."""

    id: int
    data: bytes


class SmeSpecific(Struct, frozen=True, gc=False, tag="sme-specific"):
    """Whatever two short message entities agreed on."""

    id: int
    data: bytes


class ScSpecific(Struct, frozen=True, gc=False, tag="sc-specific"):
    """Whatever the service centre means by it."""

    id: int
    data: bytes


class Unknown(Struct, frozen=True, gc=False, tag="unknown"):
    """An element of a reserved identifier, or one whose data does not have the form of its identifier."""

    id: int
    data: bytes


Element = (
    control.Concatenation8
    | control.Indication
    | control.Ports8
    | control.Ports16
    | control.SmscControl
    | control.HeaderSource
    | control.Concatenation16
    | control.Wcmp
    | ems.TextFormatting
    | ems.PredefinedSound
    | ems.UserSound
    | ems.PredefinedAnimation
    | ems.LargeAnimation
    | ems.SmallAnimation
    | ems.LargePicture
    | ems.SmallPicture
    | ems.VariablePicture
    | ems.UserPrompt
    | ems.ExtendedObject
    | ems.ReusedObject
    | ems.Compression
    | ems.Distribution
    | ems.StandardWvg
    | ems.CharacterWvg
    | ems.ObjectRequest
    | control.EmailHeader
    | control.Hyperlink
    | control.ReplyAddress
    | VoiceMailNotification
    | VoiceMailDeletion
    | control.SingleShift
    | control.LockingShift
    | SimToolkit
    | SmeSpecific
    | ScSpecific
    | Unknown
)


class _Codec(Protocol):
    id: int

    def decode(self, data: bytes) -> Any: ...

    def encode(self, element: Any) -> bytes: ...


_VOICE_MAIL = VoiceMailLayout()
_CODECS: dict[int, _Codec] = {codec.id: codec for codec in (*control.LAYOUTS, *ems.LAYOUTS, _VOICE_MAIL)}
_BY_TYPE: dict[type, _Codec] = {
    **{codec.type: codec for codec in (*control.LAYOUTS, *ems.LAYOUTS)},
    VoiceMailNotification: _VOICE_MAIL,
    VoiceMailDeletion: _VOICE_MAIL,
}
#: The types that keep their data as it is, and where their identifiers begin and end.
_OPAQUE: dict[type, tuple[int, int]] = {
    SimToolkit: (0x70, 0x7F),
    SmeSpecific: (0x80, 0x9F),
    ScSpecific: (0xC0, 0xDF),
    Unknown: (0x00, 0xFF),
}


def identifier(element: Element) -> int:
    """The identifier octet of an element."""
    codec = _BY_TYPE.get(type(element))
    return codec.id if codec else element.id  # type: ignore[union-attr]


def describe(number: int) -> Identifier:
    """What the standard says of an identifier octet. Raises BuildError for a number that is no octet."""
    check_number("identifier", number, 255)
    return next(row for row in IDENTIFIERS if row.last >= number)


def decode(number: int, data: bytes) -> Element:
    """The element of an identifier octet and its data; `Unknown` when the data has not its form."""
    codec = _CODECS.get(number)
    if codec is not None:
        element: Element | None = codec.decode(data)
        return Unknown(number, data) if element is None else element
    for kind in (SimToolkit, SmeSpecific, ScSpecific):
        first, last = _OPAQUE[kind]
        if first <= number <= last:
            return kind(number, data)
    return Unknown(number, data)


def encode(element: Element) -> tuple[int, bytes]:
    """The identifier octet and the data of an element, which read back as the same. Raises BuildError."""
    codec = _BY_TYPE.get(type(element))
    if codec is not None:
        return codec.id, codec.encode(element)
    if not isinstance(element, (SimToolkit, SmeSpecific, ScSpecific, Unknown)):
        raise BuildError("", f"{type(element).__name__} is not an information element")
    first, last = _OPAQUE[type(element)]
    number = check_number("id", element.id, last, first)
    data = check_octets("data", element.data)
    typed = decode(number, data)
    if type(typed) is not type(element):
        raise BuildError("", f"reads back as {type(typed).__name__}: write it as that")
    return number, data
