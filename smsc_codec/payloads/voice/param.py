"""How a call is dialled under its parameters (PAR-13)."""

from __future__ import annotations

from smsc_codec.payloads.param import LIMITS, effective
from smsc_codec.payloads.voice.model import DEFAULT, Dialling, Param


def dialling(param: Param) -> Dialling:
    """What the service makes of `param`: each value moved into its range, or its defaults for all three (PAR-13)."""
    given = (param.wait, param.interval, param.attempts)
    used = [effective(value, limits) for value, limits in zip(given, LIMITS, strict=True)]
    wait, interval, attempts = used
    if wait is None or interval is None or attempts is None:
        return DEFAULT
    return Dialling(wait, (interval, interval), attempts)
