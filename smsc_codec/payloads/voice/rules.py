"""VOX003, VOX008: the voice of a call and its parameters."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.context import Context
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("VOX003", "unknown-voice", "error", fix="sometimes safe")
def unknown_voice(voice: Context) -> Iterator[Problem]:
    """The voice does not exist.

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


@RULES.rule("VOX008", "call-setting", "error", fix="unsafe")
def call_setting(voice: Context) -> Iterator[Problem]:
    """The text is neither a voice nor three call parameters.

    The parameters are three whole numbers by comma (PAR-13), the voice is one of eight words (PAR-12); a language
    may follow it (BEY-7, unconfirmed).

    Bad::

        param=20,10

    Good::

        param=20,10,3

    Fix: unsafe: writes three numbers with commas where other signs stand between them, and the name that was meant.
    Since: 0.1
    """
    yield from voice.problems("call-setting")
