"""The values of `phones`: who a message goes to (PAR-1, PAR-2, BEY-7). Frozen; equal wherever they were read."""

from __future__ import annotations

from msgspec import Struct


class Phone(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="phone", omit_defaults=True):
    """A number as it is written, without the plus that switches the service's auto-correction off (PAR-1)."""

    number: str
    plus: bool = False


class Group(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="group"):
    """Everybody in a group of the account, by its number: `G777` (PAR-2)."""

    number: int


class Email(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="email"):
    """An e-mail address (PAR-2)."""

    address: str


class TelegramName(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="telegram-name"):
    """A name in Telegram, without its `@`. Unconfirmed (BEY-7)."""

    name: str


class TelegramId(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="telegram-id"):
    """An id in Telegram: `#12345`. Unconfirmed (BEY-7)."""

    id: int


Recipient = Phone | Group | Email | TelegramName | TelegramId


class Recipients(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Who a message goes to, in order."""

    items: tuple[Recipient, ...]
