"""What each channel allows, as data. None is what the page does not say.

1 KB is taken as 1024 bytes: the page does not say which it means.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.grammar.compiled.message import TABLES

Name = Literal[
    "sms", "flash", "call", "viber", "mail", "mms", "soc", "whatsapp", "ping", "hlr", "event", "push", "bin"
]  # fmt: skip
#: Nothing says how a message goes: it is taken for an SMS, and what it holds for what its author meant.
Unsaid = Literal[""]

#: How each prefix is written (PFX-1 .. PFX-3).
WRITTEN = TABLES.written

_KB = 1024
_MB = 1024 * _KB


class Channel(Struct, frozen=True, gc=False, kw_only=True):
    """One channel. Sizes in bytes.

    `endings` are those of the files that it takes; `beyond` is what happens to a file that is too many or too big,
    `beyond_total` to those that are too big together; `buttons` is how many of them it shows, and `menu` whether a
    voice menu means anything there.
    """

    title: str
    prefix: str = ""
    text: Literal["required", "optional", "unused"] = "required"
    endings: tuple[str, ...] | None = None
    max_files: int | None = None
    max_file_size: int | None = None
    max_total_size: int | None = None
    beyond: Literal["links", "dropped", "refused"] | None = None
    beyond_total: Literal["links"] | None = None
    buttons: int = 0
    menu: bool = False


CHANNELS: dict[Name, Channel] = {
    "sms": Channel(title="SMS"),
    "flash": Channel(title="flash SMS"),
    # FIL-7, PFX-1, IVR-1; REQ-4: the text may be missing beside `fileurl`.
    "call": Channel(
        title="voice call", prefix=WRITTEN["CALL"], text="optional", endings=("wav", "mp3"), max_files=4,
        max_file_size=5 * _MB, beyond="dropped", menu=True,
    ),
    # FIL-8, PFX-2, VIB-2; `jpeg` is another ending of the same format.
    "viber": Channel(
        title="Viber message", prefix=WRITTEN["VIBER"], text="optional", endings=("jpg", "jpeg", "gif", "png"),
        max_files=1, max_file_size=512 * _KB, buttons=1,
    ),
    # FIL-6, PAR-14: refused with error 1.
    "mail": Channel(
        title="e-mail", max_files=20, max_file_size=10 * _MB, max_total_size=15 * _MB, beyond="refused",
        beyond_total="links",
    ),
    # FIL-5, PAR-14: a subject may stand instead of the text.
    "mms": Channel(
        title="MMS", text="optional",
        endings=("txt", "jpg", "jpeg", "gif", "png", "wav", "amr", "mp3", "mid", "mp4", "3gp"),
        max_files=20, max_total_size=300 * _KB, beyond="links", beyond_total="links",
    ),
    "soc": Channel(title="social network message", prefix=WRITTEN["SOC"]),
    "whatsapp": Channel(title="WhatsApp message"),
    # PFX-3, HLR-1
    "ping": Channel(title="ping", prefix=WRITTEN["PING"], text="unused"),
    "hlr": Channel(title="HLR request", prefix=WRITTEN["HLR"], text="unused"),
    # PUSH-1: a link and a title. BIN-1: hexadecimal digits.
    "push": Channel(title="WAP push"),
    "bin": Channel(title="binary message"),
    # EVT-1: the template of a notification, which is sent by whatever way its task group says.
    "event": Channel(title="event template", buttons=1, menu=True),
}  # fmt: skip

#: The channel that each prefix names, by its word.
PREFIXES: dict[str, Name] = {c.prefix.strip("_:"): name for name, c in CHANNELS.items() if c.prefix}
#: The channels whose texts are sent in parts of an SMS, each paid.
IN_PARTS = ("sms", "flash")
