"""How far the numbers of a schedule go (PAR-8, PAR-9, PAR-17)."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True, gc=False):
    """The least and the most of a number, what it counts, and the kind of problem where it is outside."""

    low: float
    high: float
    unit: str
    kind: str


#: PAR-8: no zone on earth is further from Moscow, which is UTC+3: UTC-12 to UTC+14.
TZ = Limits(-15, 11, "hours from Moscow time", "timezone-range")
#: PAR-9.
PERIOD = Limits(0.1, 720, "hours", "period-freq-range")
FREQ = Limits(1, 1440, "minutes", "period-freq-range")
#: PAR-17, in minutes.
VALID = Limits(1, 1440, "minutes", "valid-range")
#: TIM-1: two digits are a year from here on.
CENTURY = 2000
#: BEY-8, unconfirmed: what counts where a mailing is stretched and one of them is not said.
USUAL_FREQ = 60
