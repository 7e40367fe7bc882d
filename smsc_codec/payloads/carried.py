"""What a text carries and to whom: what no fix may lose or move unless it says so."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.phones import digits, international


class Carried(Struct, frozen=True, gc=False):
    """One thing that a value carries: a text to a recipient, what a key does, a number that is dialled.

    `who` says by what it is reached and what is done, in one form however the source writes it; things with the same
    `who[0]` have an order. `words` is where the carried text stands, empty where `who` says all. `names` are the places
    that say `who`: a fix that changes one of them, or the words, names this thing.
    """

    who: tuple[Hashable, ...]
    words: Span
    names: tuple[Span, ...] = ()


def same_number(phone: str) -> str:
    """A number by which two ways to write it are one; after a plus nothing is corrected (PAR-1)."""
    written = digits(phone)
    if written is None:
        return phone
    return written if phone[0] == "+" else international(phone) or written


def same_letters(name: str) -> str:
    """A name by which two ways to write it that look the same are one."""
    from smsc_codec.text.homoglyphs import latin

    seen = "".join(character for character in name if character.isprintable())
    return latin(seen) or seen
