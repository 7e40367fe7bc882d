"""The parameters of a call after its text, set apart as a comment is: `text\\n~~~\\nparam=20,10,3` (CMT-2, PFX-1)."""

from __future__ import annotations

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.param import read
from smsc_codec.payloads.voice.model import Param
from smsc_codec.payloads.voice.write import build
from smsc_codec.text.mark import MARK, TILDES, pattern


def split(text: str) -> tuple[str, Param | None]:
    """A call's text without its parameters, and these; the whole text and None where a comment follows, or nothing."""
    mark = pattern().search(text)
    values = mark and read(text, mark.end())
    if not mark or not values:
        return text, None
    return text[: mark.start()], Param(*(value.given for value in values))


def join(text: str, param: Param | None) -> str:
    """`text` with the parameters after it, which `split` gives back.

    Raises BuildError, which names `text` or the field of `param`, for a text that would end in parameters or hold the
    mark itself, and for parameters that cannot be said.
    """
    if param is None:
        if split(text) != (text, None):
            raise BuildError("text", "ends in something that reads as call parameters")
        return text
    joined = f"{text}{MARK}{build(param)}"
    if split(joined) != (text, param):
        raise BuildError("text", f"has a line '{TILDES}', or ends in a carriage return")
    return joined
