"""A voice or parameters of dialling to text: what is written reads back equal, or it is not written."""

from __future__ import annotations

from smsc_codec.diagnostics import BuildError
from smsc_codec.grammar.compiled.voice import TABLES
from smsc_codec.payloads.conform import conform
from smsc_codec.payloads.param import LIMITS, effective
from smsc_codec.payloads.voice.model import Param, Setting, Voice
from smsc_codec.payloads.voice.read import read


def build(value: Setting) -> str:
    """The text of `value`, `voice=m3,en` or `param=20,10,3`, which reads back equal.

    Raises BuildError, which names the field, for a number for which the service would drop all three (PAR-13), and for
    a language that is none. One that it moves into its working range is said as it is.
    """
    parameter(value)
    return written(value)


def parameter(value: Setting) -> tuple[str, str]:
    """The request's parameter that says `value`: its name, and its text before any urlencoding. Raises BuildError."""
    value = conform(value, Setting)
    if isinstance(value, Param):
        for field, limits in zip(("wait", "interval", "attempts"), LIMITS, strict=True):
            if effective(getattr(value, field), limits) is None:
                raise BuildError(field, f"from 0 to {limits.accepted} {limits.unit}")
    name = "voice" if isinstance(value, Voice) else "param"
    text = _said(value)
    back = read(text)
    if back.problems or back.value != value:
        raise BuildError("language", "two or three Latin letters, such as 'en'")
    return name, text


def written(value: Setting) -> str:
    """The text of a value that needs no check."""
    return TABLES.written["_VOICE" if isinstance(value, Voice) else "_PARAM"] + _said(value)


def _said(value: Setting) -> str:
    if isinstance(value, Voice):
        fields = [value.name] if value.language is None else [value.name, value.language]
    else:
        fields = [str(number) for number in (value.wait, value.interval, value.attempts)]
    return TABLES.written["_COMMA"].join(fields)
