"""send.php: a message to some people, or a list of messages (REQ-4, PAR, HLR-1, FIL-1, BEY-6, BEY-7)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.mailing.model import Mailing
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Recipients
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.payloads.voice.model import Param, Voice

#: How a message is sent: the flag of the request that is set, `sms` for none of them (PAR-10); `tg` is unconfirmed.
Channel = Literal[
    "sms", "flash", "call", "viber", "mail", "mms", "soc", "whatsapp", "tg", "ping", "hlr"
]  # fmt: skip


class Upload(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """A file that travels in the body of the request; `<file n>` in the text is the n-th of them (FIL-1, REQ-5)."""

    name: str
    data: bytes
    media: str = ""

    def __repr__(self) -> str:
        return f"Upload(name={self.name!r}, {len(self.data)} bytes)"


class Link(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """A WAP push: an address and a title, each on its line (PUSH-1), and a comment, which is not sent (CMT-1)."""

    url: str
    title: str
    comment: str | None = None


class Send(Struct, frozen=True, forbid_unknown_fields=True, tag="send", kw_only=True, omit_defaults=True):
    """One request to send, to ask the price of sending, or to ask about numbers.

    Either `phones` with one of `message`, `binary`, `push` (none for `ping` and `hlr`), or `list`, each of whose
    lines says all that (REQ-4). None is what is not said. `cost`: 0 sends, 1 asks for the price only, 2 and 3 send
    and tell the cost, and the balance (PAR-15). `nl`: line ends in a list's messages are real ones (LIST-5). `raw`:
    `binary` is said by its octets (`bin=1`), not by hexadecimal digits (`bin=2`, BIN-1).
    `id`: an integer from 1 to 2147483647, or up to 40 Latin letters, digits, `.`, `-`, `_` (PAR-4). `err` and `op`
    ask for rows of wrong numbers and of all numbers (PAR-20). `smsreq`, `bot`: unconfirmed (BEY-7); `bot` is `@name`,
    or `wa:` and a number that WhatsApp shows as the sender (SEN-1).
    """

    phones: Recipients | None = None
    message: Message | None = None
    binary: BinaryMessage | None = None
    raw: bool = False
    push: Link | None = None
    list: Mailing | None = None
    nl: bool = False
    channel: Channel = "sms"
    id: int | str | None = None
    sender: str | None = None
    subj: str | None = None
    schedule: Schedule = Schedule()
    translit: Literal[0, 1, 2] = 0
    tinyurl: bool = False
    maxsms: int | None = None
    fileurl: str | None = None
    files: tuple[Upload, ...] = ()
    voice: Voice | None = None
    param: Param | None = None
    cost: Literal[0, 1, 2, 3] = 0
    err: bool = False
    op: bool = False
    imgcode: str | None = None
    userip: str | None = None
    pp: str | None = None
    smsreq: int | None = None
    bot: str | None = None


def has_whatsapp_number(send: Send) -> bool:
    """Whether the message comes from a number of WhatsApp (SEN-1)."""
    return send.bot is not None and send.bot.startswith("wa:")


def flagged(send: Send) -> Channel:
    """The channel that a request says beside the text: by a flag, or by the number of WhatsApp (PAR-10, SEN-1)."""
    return "whatsapp" if send.channel == "sms" and has_whatsapp_number(send) else send.channel
