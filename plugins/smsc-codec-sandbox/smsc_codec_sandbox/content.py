"""What of a sending goes to whom: texts as they arrive, parts, seconds (RSP-7, SEG-3, SEG-4, CMT-1, PAR-6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from msgspec import Struct, structs

from smsc_codec.api.operations import Send
from smsc_codec.api.operations.send import flagged
from smsc_codec.api.parameters.phones import taken
from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads import message, recipients
from smsc_codec.payloads.binary import payload, push
from smsc_codec.payloads.message.model import Message, NoUnsub
from smsc_codec.payloads.message.write import write
from smsc_codec.payloads.recipients.model import Email, Group, Phone, Recipient, TelegramName
from smsc_codec.text.mark import MARK
from smsc_codec.text.parts import MOST_PARTS, count, cut
from smsc_codec.text.translit import transliterate

#: Estimated: how many characters a voice speaks in a second.
CHARACTERS_A_SECOND = 15
#: One message, and each of several, carries so many octets (SEG-1 in octets).
_OCTETS, _OF_SEVERAL = 140, 134


#: Made up: what an e-mail ends with.
UNSUBSCRIBE = "Unsubscribe: https://smscentre.com/unsubscribe"


class Piece(Struct, frozen=True, kw_only=True):
    """One text to some recipients. `phones` that are none are in `wrong`."""

    phones: tuple[str, ...]
    wrong: tuple[str, ...]
    channel: str
    said: str
    text: str
    cnt: int
    sender: str | None = None
    comment: str = ""
    tz: int | None = None


def pieces(send: Send, groups: Mapping[str, tuple[str, ...]], code: str) -> Iterator[Piece]:
    """The texts of a sending with their recipients; `code` is spoken where the text is `code` (BEY-6)."""
    if send.list is None:
        phones, wrong = _addresses(send.phones.items if send.phones else (), groups)
        channel, said, text, comment, cnt = _content(send, code)
        yield Piece(
            phones=phones, wrong=wrong, channel=channel, said=said, text=text, cnt=cnt, sender=send.sender,
            comment=comment,
        )  # fmt: skip
        return
    for line in send.list.lines:
        phones, wrong = _addresses(recipients.read(",".join(line.phones)).value.items, groups)
        is_plain = not line.text.startswith("__") and "{no_unsub}" not in line.text
        made = Message(line.text) if is_plain else message.read(line.text).value
        channel = made.channel or flagged(send)
        text, cnt = _spoken(send, channel, made, "")
        yield Piece(
            phones=phones, wrong=wrong, channel=channel, said=line.text, text=text, cnt=cnt,
            sender=line.sender or send.sender, comment=line.comment or made.comment or "", tz=line.tz,
        )  # fmt: skip


def _addresses(
    items: tuple[Recipient, ...], groups: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Recipients as the history has them, and those that are none."""
    phones: list[str] = []
    wrong: list[str] = []
    for item in items:
        if isinstance(item, Phone):
            number = address(item)
            if number is None:
                wrong.append(item.number)
            else:
                phones.append(number)
        elif isinstance(item, Group):
            # A group that nothing is known of stands for itself.
            phones += groups.get(str(item.number), (f"G{item.number}",))
        elif isinstance(item, Email):
            phones.append(item.address)
        else:
            phones.append(f"@{item.name}" if isinstance(item, TelegramName) else f"#{item.id}")
    return tuple(dict.fromkeys(phones)), tuple(wrong)


def address(phone: Phone) -> str | None:
    """A number's digits, corrected unless a plus says not to (PAR-1); None for what is no number."""
    number = taken(phone)
    return None if number is None else number.number


def _content(send: Send, code: str) -> tuple[str, str, str, str, int]:
    """Channel, text as said, text as it arrives, comment, parts or seconds."""
    try:
        if send.binary is not None:
            said = payload.build_hex(send.binary).partition(MARK)[0]
            return "bin", said, said, "", _parts_of_octets(len(said) // 2)
        if send.push is not None:
            service = push.ServiceIndication(send.push.url, send.push.title)
            # A header with two ports takes seven octets (3GPP TS 23.040 9.2.3.24.4).
            size = 7 + len(push.build(push.message(service)))
            said = push.to_text(service)
            return "push", said, said, send.push.comment or "", _parts_of_octets(size)
    except CodecError:  # a tolerant reading made more of it than can be built
        return "bin" if send.binary else "push", "", "", "", 1
    made = send.message or Message()
    channel = made.channel or flagged(send)
    text, cnt = _spoken(send, channel, made, code)
    return channel, write(structs.replace(made, comment=None)), text, made.comment or "", cnt


def _parts_of_octets(size: int) -> int:
    return 1 if size <= _OCTETS else ceil(size / _OF_SEVERAL)


def _mail(made: Message) -> str:
    """MAIL-1: an e-mail ends with a link to unsubscribe, unless its text says `{no_unsub}`, which nobody sees."""
    kept = tuple(part for part in made.text if not isinstance(part, NoUnsub))
    text = write(Message(kept))
    return text if len(kept) < len(made.text) else f"{text}\n\n{UNSUBSCRIBE}"


def _spoken(send: Send, channel: str, made: Message, code: str) -> tuple[str, int]:
    """The text that arrives, and what it takes."""
    text = write(structs.replace(made, channel=None, comment=None))
    if channel == "mail":
        return _mail(made), 1
    if channel == "call":
        text = code if text == "code" else text
        return text, max(1, ceil(len(text) / CHARACTERS_A_SECOND))
    if channel not in ("sms", "flash"):
        return text, 1
    if send.translit:
        text = transliterate(text, send.translit)
    try:
        if send.maxsms is not None:
            text = cut(text, send.maxsms).kept
        return text, count(text).parts
    except CodecError:
        return text, MOST_PARTS
