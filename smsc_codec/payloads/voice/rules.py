"""VOX001, VOX003, VOX008: the voice of a call and its parameters."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Problem
from smsc_codec.payloads.context import Context
from smsc_codec.payloads.voice.model import Param
from smsc_codec.payloads.voice.param import LIMITS, read
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("VOX001", "call-param-out-of-range", "warning", fix="sometimes safe")
def call_param_out_of_range(voice: Context) -> Iterator[Problem]:
    """A parameter of the call is outside its range.

    `param=w,i,n` is the wait for the pick-up (10 to 35 seconds), the interval between attempts (10 to 3600
    seconds) and the number of attempts (1 to 9). The service moves a value that is a little off into its range; for
    any other it drops all three, and dials 8 times, waiting 25 seconds, at growing intervals (PAR-13).

    Bad::

        param=120,10,3

    Good::

        param=20,10,3

    Fix: safe where the service would write the same number; unsafe where it would drop all three.
    Since: 0.1
    """
    if not isinstance(voice.value, Param):
        return
    for value, limits in zip(read(voice.source) or (), LIMITS, strict=True):
        if value.used == value.given:
            continue
        allowed = min(max(value.given, limits.low), limits.high)
        moved = value.used is not None
        yield Problem(
            f"{value.given} {limits.unit} as the {limits.name}"
            + (f": the service uses {allowed}" if moved else ": the service drops all three parameters"),
            value.span,
            expected=(f"{limits.low} to {limits.high}",),
            fixes=(Fix(f"write {allowed}", (Edit(value.span, str(allowed)),), safe=moved),),
            notes=() if moved else (_DROPPED,),
        )


_DROPPED = "the service then dials 8 times, waits 25 seconds each time, at intervals that grow from 3 to 14"


@RULES.rule("VOX003", "unknown-voice", "error", fix="sometimes safe")
def unknown_voice(voice: Context) -> Iterator[Problem]:
    """A voice that does not exist.

    There are `m`, `m2`, `m3`, `m4` and `w`, `w2`, `w3`, `w4`; where none is given, `m4` speaks (PAR-12). What the
    service does with another is not known.

    Bad::

        voice=f

    Good::

        voice=w

    Fix: safe where only capitals are wrong; unsafe for a word that means a man's or a woman's voice.
    Since: 0.1
    """
    yield from voice.problems("unknown-voice")


@RULES.rule("VOX008", "call-setting", "error")
def call_setting(voice: Context) -> Iterator[Problem]:
    """The text is neither a voice nor three parameters of a call.

    The parameters are three whole numbers by comma (PAR-13), the voice is one of eight words (PAR-12); a language
    may follow it (BEY-7, unconfirmed).

    Bad::

        param=20,10

    Good::

        param=20,10,3

    Fix: none.
    Since: 0.1
    """
    yield from voice.problems("call-setting")
