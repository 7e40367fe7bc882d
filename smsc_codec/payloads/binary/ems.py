"""Enhanced messaging elements of a user data header (3GPP TS 23.040, 9.2.3.24.10).

Positions and lengths count characters of the text, positions from 0; a position of 8 bits is within this
part, one of 16 bits within the whole message.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from msgspec import Struct

from smsc_codec.payloads.binary.layout import FLAG, Coding, Layout

Alignment = Literal["left", "center", "right", "language"]
Size = Literal["normal", "large", "small", "reserved"]
Colour = Literal[
    "black",
    "dark-grey",
    "dark-red",
    "dark-yellow",
    "dark-green",
    "dark-cyan",
    "dark-blue",
    "dark-magenta",
    "grey",
    "white",
    "bright-red",
    "bright-yellow",
    "bright-green",
    "bright-cyan",
    "bright-blue",
    "bright-magenta",
]

#: 9.2.3.24.10.3.2: the sounds every handset has.
SOUNDS = (
    "chimes high",
    "chimes low",
    "ding",
    "tada",
    "notify",
    "drum",
    "claps",
    "fanfare",
    "chord high",
    "chord low",
)
#: 9.2.3.24.10.3.4: the animations every handset has.
ANIMATIONS = (
    "I am ironic, flirty",
    "I am glad",
    "I am sceptic",
    "I am sad",
    "WOW!",
    "I am crying",
    "I am winking",
    "I am laughing",
    "I am indifferent",
    "In love, kissing",
    "I am confused",
    "Tongue hanging out",
    "I am angry",
    "Wearing glasses",
    "Devil",
)
#: 9.2.3.24.10.1.12: what an extended object can be.
OBJECTS = {
    0x00: "predefined sound",
    0x01: "iMelody",
    0x02: "black and white bitmap",
    0x03: "2-bit greyscale bitmap",
    0x04: "6-bit colour bitmap",
    0x05: "predefined animation",
    0x06: "black and white bitmap animation",
    0x07: "2-bit greyscale bitmap animation",
    0x08: "6-bit colour bitmap animation",
    0x09: "vCard",
    0x0A: "vCalendar",
    0x0B: "standard WVG object",
    0x0C: "polyphonic melody",
    0xFF: "data format delivery request",
}


class TextFormatting(Struct, frozen=True, gc=False, tag="text-formatting"):
    """How `length` characters from `position` on look; a length of 0 sets the default for what follows.

    Both colours are given, or neither.
    """

    position: int
    length: int
    alignment: Alignment = "left"
    size: Size = "normal"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strikethrough: bool = False
    foreground: Colour | None = None
    background: Colour | None = None


class PredefinedSound(Struct, frozen=True, gc=False, tag="predefined-sound"):
    """A sound of the handset's own; `SOUNDS` names them."""

    position: int
    sound: int


class UserSound(Struct, frozen=True, gc=False, tag="user-sound"):
    """A melody in iMelody, by the standard at most 128 octets."""

    position: int
    data: bytes


class PredefinedAnimation(Struct, frozen=True, gc=False, tag="predefined-animation"):
    """An animation of the handset's own; `ANIMATIONS` names them."""

    position: int
    animation: int


class LargeAnimation(Struct, frozen=True, gc=False, tag="large-animation"):
    """Four pictures of 16 by 16 pixels: 128 octets."""

    position: int
    data: bytes


class SmallAnimation(Struct, frozen=True, gc=False, tag="small-animation"):
    """Four pictures of 8 by 8 pixels: 32 octets."""

    position: int
    data: bytes


class LargePicture(Struct, frozen=True, gc=False, tag="large-picture"):
    """A picture of 32 by 32 pixels: 128 octets."""

    position: int
    data: bytes


class SmallPicture(Struct, frozen=True, gc=False, tag="small-picture"):
    """A picture of 16 by 16 pixels: 32 octets."""

    position: int
    data: bytes


class VariablePicture(Struct, frozen=True, gc=False, tag="variable-picture"):
    """A picture of `width` times 8 by `height` pixels."""

    position: int
    width: int
    height: int
    data: bytes


class UserPrompt(Struct, frozen=True, gc=False, tag="user-prompt"):
    """The next `objects` elements make one object that the user may keep."""

    objects: int


class ExtendedObject(Struct, frozen=True, gc=False, tag="extended-object"):
    """The first piece of an object of `length` octets in all; `OBJECTS` names the kinds.

    An object that goes on in the next part of the message goes on there in an element of the same identifier
    that is data from its first octet. Only the whole message tells the two apart; here each is read as a
    first piece.
    """

    reference: int
    length: int
    kind: int
    position: int
    data: bytes
    protected: bool = False
    user_prompt: bool = False
    reserved: int = 0


class ReusedObject(Struct, frozen=True, gc=False, tag="reused-extended-object"):
    """The extended object of that reference once more."""

    reference: int
    position: int


class Compression(Struct, frozen=True, gc=False, tag="compression-control"):
    """Compressed elements, `length` octets in all parts; algorithm 0 is LZSS, the rest is reserved."""

    length: int
    data: bytes
    algorithm: int = 0
    parameter: int = 0


class Distribution(Struct, frozen=True, gc=False, tag="object-distribution"):
    """Whether the next `elements` elements (0: all that follow) may be forwarded."""

    elements: int
    protected: bool = False
    reserved: int = 0


class StandardWvg(Struct, frozen=True, gc=False, tag="standard-wvg"):
    """A vector graphics object, as a bit stream."""

    position: int
    data: bytes


class CharacterWvg(Struct, frozen=True, gc=False, tag="character-size-wvg"):
    """A vector graphics object as high as a character, as a bit stream."""

    position: int
    data: bytes


class ObjectRequest(Struct, frozen=True, gc=False, tag="extended-object-request"):
    """Asks the receiver which extended objects it can take. Has no data."""


_LOOK: dict[str, Coding] = {
    "position": 8,
    "length": 8,
    "strikethrough": FLAG,
    "underline": FLAG,
    "italic": FLAG,
    "bold": FLAG,
    "size": get_args(Size),
    "alignment": get_args(Alignment),
}


class TextFormattingLayout:
    """9.2.3.24.10.1.1: three octets, and a fourth when colours are said."""

    id = 0x0A
    type = TextFormatting

    _plain = Layout(id, type, _LOOK)
    _coloured = Layout(id, type, {**_LOOK, "background": get_args(Colour), "foreground": get_args(Colour)})

    def decode(self, data: bytes) -> Any:
        """The formatting, or None when it is not three or four octets."""
        return (self._plain if len(data) == 3 else self._coloured).decode(data)

    def encode(self, element: TextFormatting) -> bytes:
        """The octets of a formatting. Raises BuildError."""
        plain = element.foreground is None and element.background is None
        return (self._plain if plain else self._coloured).encode(element)


_PLACED = {"position": 8}

LAYOUTS = (
    TextFormattingLayout(),
    Layout(0x0B, PredefinedSound, {"position": 8, "sound": 8}),
    Layout(0x0C, UserSound, _PLACED, tail="data"),
    Layout(0x0D, PredefinedAnimation, {"position": 8, "animation": 8}),
    Layout(0x0E, LargeAnimation, _PLACED, tail="data", tail_size=128),
    Layout(0x0F, SmallAnimation, _PLACED, tail="data", tail_size=32),
    Layout(0x10, LargePicture, _PLACED, tail="data", tail_size=128),
    Layout(0x11, SmallPicture, _PLACED, tail="data", tail_size=32),
    Layout(0x12, VariablePicture, {"position": 8, "width": 8, "height": 8}, tail="data"),
    Layout(0x13, UserPrompt, {"objects": 8}),
    Layout(
        0x14,
        ExtendedObject,
        {
            "reference": 8,
            "length": 16,
            "reserved": 6,
            "user_prompt": FLAG,
            "protected": FLAG,
            "kind": 8,
            "position": 16,
        },
        tail="data",
    ),
    Layout(0x15, ReusedObject, {"reference": 8, "position": 16}),
    Layout(0x16, Compression, {"parameter": 4, "algorithm": 4, "length": 16}, tail="data"),
    Layout(0x17, Distribution, {"elements": 8, "reserved": 7, "protected": FLAG}),
    Layout(0x18, StandardWvg, _PLACED, tail="data"),
    Layout(0x19, CharacterWvg, _PLACED, tail="data"),
    Layout(0x1A, ObjectRequest, {}),
)
