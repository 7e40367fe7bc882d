"""The id of a message: a number, or up to 40 Latin letters, digits, `.`, `-`, `_` (PAR-4)."""

from __future__ import annotations

import re
from typing import Any

from smsc_codec.api.parameters.kinds import Read
from smsc_codec.diagnostics import BuildError, Problem, Span, shortened

_TOLD = "a number from 1 to 2147483647, or up to 40 Latin letters, digits, '.', '-' and '_'"
_MOST = 2**31 - 1


def write(value: Any) -> str:
    """The text of an id. Raises BuildError."""
    if isinstance(value, str) and value.isascii() and isinstance(plain(value), int):
        raise BuildError("", "is a number: give it as an int")
    text = str(value)
    if read(text)[0] != value:  # a number beyond the bounds is read as text
        raise BuildError("", _TOLD)
    return text


def read(text: str) -> Read:
    """The id that a text says; `0` is none, as clients of the service send it (BEY-9)."""
    if text == "0":
        return None, ()
    if re.fullmatch(r"[A-Za-z0-9._-]{1,40}", text):
        return plain(text), ()
    message = f"'{shortened(text)}' is not a valid message id"
    return None, (Problem(message, Span(0, len(text)), "id-invalid", (_TOLD,)),)


def plain(text: str) -> int | str:
    """A number where the id is one of those that are, written as numbers are."""
    number = text.isdigit() and text[0] != "0" and int(text)
    return number if number and number <= _MOST else text
