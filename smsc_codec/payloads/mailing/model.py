"""The values of the `list=` parameter (LIST-1 .. LIST-7). Frozen; equal mailings are equal wherever they were read."""

from __future__ import annotations

from msgspec import Struct


class Line(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """One message to one or more recipients (LIST-1, LIST-2).

    `phones` are numbers, groups such as `G777`, or e-mail addresses, as they are written (PAR-1, PAR-2). `text` is
    what is sent, `comment` what only the history shows (CMT-1); line ends in both are `\\n`. `sender` is the name
    shown to the recipient, `tz` the recipient's time zone in hours from Moscow time, which needs a sender (LIST-4).
    """

    phones: tuple[str, ...]
    text: str
    sender: str | None = None
    tz: int | None = None
    comment: str | None = None


class Mailing(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The messages of one request, in order; all share its id (LIST-6)."""

    lines: tuple[Line, ...] = ()
