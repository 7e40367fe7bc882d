"""What an order of the JSON API is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from smsc_codec_sandbox.service import Service


class Order(Struct, frozen=True):
    """The type of its value, what carries it out (giving a value, or None), and what it does, in words."""

    kind: type[Struct]
    carry_out: Callable[[Service, Any], Any]
    told: str
