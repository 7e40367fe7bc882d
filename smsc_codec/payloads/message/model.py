"""The values of a message's text (CMT-1, PFX-1 .. PFX-3, FIL-1 .. FIL-3, MAIL-1, VIB-1). Frozen."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.files import Remote, Stored, Uploaded

__all__ = [
    "Button",
    "Message",
    "NoUnsub",
    "Part",
    "Prefixed",
    "Remote",
    "Stored",
    "Text",
    "Uploaded",
    "VoiceMenu",
]


class Button(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="button", omit_defaults=True):
    """A button under a Viber message (VIB-1).

    `url` is a full http(s) address without commas, or `tel:` and a number in international form; `text` is at most
    30 characters. `spaced` writes a blank after each comma: the page has ready templates with and without (VIB-4),
    and a template is matched as it is written.
    """

    url: str
    text: str
    spaced: bool = False


class NoUnsub(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="no_unsub"):
    """`{no_unsub}`: an e-mail goes out without the link to unsubscribe (MAIL-1)."""


class VoiceMenu(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="menu"):
    """`{menu: ...}` as it stands (IVR-1); `smsc_codec.payloads.menu` reads the whole text of such a call."""

    source: str


Part = Uploaded | Stored | Remote | Button | NoUnsub | VoiceMenu
#: A text, or the parts of a text that holds macros: a plain `str` never becomes one.
Text = str | tuple[str | Part, ...]
#: The channels that a prefix names.
Prefixed = Literal["call", "viber", "soc", "ping", "hlr"]


class Message(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What `mes` says.

    `text` is kept character for character; `channel` is what its prefix names, None where there is no prefix and
    the request says it (`call=1`); `comment` is what follows the first `\\n~~~\\n`: for the sender's history, or
    `param=w,i,n` for a call (PFX-1).
    """

    text: Text = ""
    channel: Prefixed | None = None
    comment: str | None = None
