"""Enhanced voice mail information of a user data header (3GPP TS 23.040, 9.2.3.24.13)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary.address import Address
from smsc_codec.payloads.binary.checks import check_flag, check_number, check_octets

#: Five bits say how many messages an element tells of.
MAX_MESSAGES = 31


class VoiceMessage(Struct, frozen=True, gc=False):
    """One new message: its length in seconds (255: longer), days until it is deleted (31: more)."""

    id: int
    caller: Address
    length: int = 0
    retention_days: int = 0
    urgent: bool = False
    extension: bytes | None = None
    reserved: int = 0


class DeletedMessage(Struct, frozen=True, gc=False):
    """One message that was deleted."""

    id: int
    extension: bytes | None = None
    reserved: int = 0


class Mailbox(Struct, frozen=True, gc=False):
    """The mailbox itself: its number, how many messages it holds, whose it is (1..4), how full it is.

    `store` asks to keep the short message; `reserved` is bit 1 of the first octet, `reserved_count` the three
    high bits of the octet that counts the messages told of.
    """

    address: Address
    messages: int
    profile: int = 1
    store: bool = False
    almost_full: bool = False
    full: bool = False
    extension: bytes | None = None
    reserved: int = 0
    reserved_count: int = 0


class VoiceMailNotification(Struct, frozen=True, gc=False, tag="voice-mail-notification"):
    """New messages in a mailbox."""

    mailbox: Mailbox
    messages: tuple[VoiceMessage, ...] = ()


class VoiceMailDeletion(Struct, frozen=True, gc=False, tag="voice-mail-deletion"):
    """Messages that were deleted from a mailbox."""

    mailbox: Mailbox
    messages: tuple[DeletedMessage, ...] = ()


class VoiceMailLayout:
    """Both kinds of the element; bit 0 of the first octet tells them apart."""

    id = 0x23

    def decode(self, data: bytes) -> VoiceMailNotification | VoiceMailDeletion | None:
        """The element, or None when the octets are not exactly one."""
        try:
            return _decode(data)
        except (IndexError, _Misfit):
            return None

    def encode(self, element: VoiceMailNotification | VoiceMailDeletion) -> bytes:
        """The octets of an element. Raises BuildError."""
        deletion = isinstance(element, VoiceMailDeletion)
        if not isinstance(element.mailbox, Mailbox):
            raise BuildError("mailbox", f"expected Mailbox, got {type(element.mailbox).__name__}")
        if not isinstance(element.messages, tuple) or len(element.messages) > MAX_MESSAGES:
            raise BuildError("messages", f"expected a tuple of at most {MAX_MESSAGES}")
        out = _encode_mailbox(element.mailbox, deletion, len(element.messages))
        expected = DeletedMessage if deletion else VoiceMessage
        for index, message in enumerate(element.messages):
            if not isinstance(message, expected):
                raise BuildError(f"messages[{index}]", f"not a {expected.__name__}")
            out += _encode_message(message, f"messages[{index}]")
        return out


class _Misfit(Exception):
    pass


def _address(data: bytes, at: int) -> tuple[Address, int]:
    found = Address.decode(data, at)
    if found is None:
        raise _Misfit
    return found


def _extension(data: bytes, at: int, present: int) -> tuple[bytes | None, int]:
    if not present:
        return None, at
    end = at + 1 + data[at]
    if end > len(data):
        raise _Misfit
    return data[at + 1 : end], end


def _decode(data: bytes) -> VoiceMailNotification | VoiceMailDeletion:
    first = data[0]
    address, at = _address(data, 1)
    count, told = data[at], data[at + 1]
    extension, at = _extension(data, at + 2, first & 0x80)
    mailbox = Mailbox(
        address,
        count,
        profile=(first >> 2 & 3) + 1,
        store=bool(first & 0x10),
        almost_full=bool(first & 0x20),
        full=bool(first & 0x40),
        extension=extension,
        reserved=first >> 1 & 1,
        reserved_count=told >> 5,
    )
    messages: list[Any] = []
    for _ in range(told & 31):
        identifier = data[at] << 8 | data[at + 1]
        if first & 1:
            flags = data[at + 2]
            extension, at = _extension(data, at + 3, flags & 0x80)
            messages.append(DeletedMessage(identifier, extension, flags & 0x7F))
        else:
            length, flags = data[at + 2], data[at + 3]
            caller, at = _address(data, at + 4)
            extension, at = _extension(data, at, flags & 0x80)
            urgent = bool(flags & 0x40)
            messages.append(
                VoiceMessage(identifier, caller, length, flags & 31, urgent, extension, flags >> 5 & 1)
            )
    if at != len(data):
        raise _Misfit
    kind = VoiceMailDeletion if first & 1 else VoiceMailNotification
    return kind(mailbox, tuple(messages))


def _written_extension(extension: bytes | None, field: str) -> bytes:
    if extension is None:
        return b""
    data = check_octets(f"{field}.extension", extension)
    return bytes((check_number(f"{field}.extension", len(data), 255),)) + data


def _encode_mailbox(mailbox: Mailbox, deletion: bool, told: int) -> bytes:
    first = (
        deletion
        | check_number("mailbox.reserved", mailbox.reserved, 1) << 1
        | check_number("mailbox.profile", mailbox.profile, 4, 1) - 1 << 2
        | check_flag("mailbox.store", mailbox.store) << 4
        | check_flag("mailbox.almost_full", mailbox.almost_full) << 5
        | check_flag("mailbox.full", mailbox.full) << 6
        | (mailbox.extension is not None) << 7
    )
    address = Address.encode(mailbox.address, "mailbox.address")
    count = check_number("mailbox.messages", mailbox.messages, 255)
    told |= check_number("mailbox.reserved_count", mailbox.reserved_count, 7) << 5
    return bytes((first,)) + address + bytes((count, told)) + _written_extension(mailbox.extension, "mailbox")


def _encode_message(message: VoiceMessage | DeletedMessage, field: str) -> bytes:
    out = check_number(f"{field}.id", message.id, 0xFFFF).to_bytes(2, "big")
    extended = (message.extension is not None) << 7
    if isinstance(message, DeletedMessage):
        out += bytes((extended | check_number(f"{field}.reserved", message.reserved, 0x7F),))
    else:
        flags = (
            extended
            | check_flag(f"{field}.urgent", message.urgent) << 6
            | check_number(f"{field}.reserved", message.reserved, 1) << 5
            | check_number(f"{field}.retention_days", message.retention_days, 31)
        )
        out += bytes((check_number(f"{field}.length", message.length, 255), flags))
        out += Address.encode(message.caller, f"{field}.caller")
    return out + _written_extension(message.extension, field)
