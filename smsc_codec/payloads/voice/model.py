"""The values of a call: its voice, its parameters, and how it is dialled then (PAR-12, PAR-13, BEY-7)."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

#: PAR-12: four voices of men and four of women.
Name = Literal["m", "m2", "m3", "m4", "w", "w2", "w3", "w4"]
VOICES: tuple[Name, ...] = get_args(Name)


class Voice(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="voice", omit_defaults=True):
    """Who speaks; `m4` where nothing is said. `language`, such as `en`, is unconfirmed (BEY-7)."""

    name: Name = "m4"
    language: str | None = None


class Param(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="param"):
    """`param=w,i,n` as it is given: the wait for the pick-up and the interval between attempts, in seconds, and how
    many attempts there are. `voice.param.dialling` says what the service makes of it.
    """

    wait: int
    interval: int
    attempts: int


Setting = Voice | Param


class Dialling(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """How a call is dialled: the seconds it waits, the first and last interval in seconds, and how often."""

    wait: int
    interval: tuple[int, int]
    attempts: int


#: PAR-13: without parameters, or with such as are dropped; the interval grows from 3 to 14 seconds.
DEFAULT = Dialling(25, (3, 14), 8)
