"""status.php: what became of messages (STA-1)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.recipients.model import Phone


class Asked(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One message to one number."""

    phone: Phone
    id: int | str


class GetStatus(
    Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="get-status", omit_defaults=True
):
    """Ask what became of messages, or with `delete` take them out of the history.

    `all` 1 asks for the message's time, cost, sender and text as well, 2 for its operator and country too. `many`
    asks for a list of rows where there is one message only, as a trailing comma does.
    """

    messages: tuple[Asked, ...]
    all: Literal[0, 1, 2] = 0
    many: bool = False
    delete: bool = False
