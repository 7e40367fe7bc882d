"""The charsets that a request may be in, and what each can carry (REQ-6; rules LST018 and REQ009)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.text.characters import describe

Charset = Literal["windows-1251", "utf-8", "koi8-r"]

#: The service reads the first where a request names none.
CHARSETS: tuple[Charset, ...] = ("windows-1251", "utf-8", "koi8-r")


class Misfit(Struct, frozen=True, gc=False):
    """A character that a charset cannot carry, and where it stands."""

    start: int
    character: str


def misfit(text: str, charset: str = "windows-1251") -> Misfit | None:
    """The first character of `text` that `charset` cannot carry, or None.

    Raises BuildError if the service knows no such charset.
    """
    try:
        text.encode(_known(charset))
    except UnicodeEncodeError as error:
        return Misfit(error.start, text[error.start])
    return None


def charsets_for(text: str) -> tuple[Charset, ...]:
    """The charsets that can carry all of `text`; none if it holds a lone half of a surrogate pair."""
    return tuple(charset for charset in CHARSETS if misfit(text, charset) is None)


def encode(text: str, charset: str = "windows-1251", field: str = "text") -> bytes:
    """`text` as a request carries it.

    Raises BuildError for `field` if the charset cannot carry a character, which it names with its place.
    """
    stopped = misfit(text, charset)
    if stopped is None:
        return text.encode(_known(charset))
    able = charsets_for(text)
    advice = f"; use {able[0]}" if able else ""
    raise BuildError(
        field, f"{charset} has no {describe(stopped.character)} at character {stopped.start}{advice}"
    )


def _known(charset: str) -> str:
    if charset not in CHARSETS:
        raise BuildError("charset", f"is {charset!r}; the service knows {', '.join(CHARSETS)}")
    return charset


def charset_of(encoding: str) -> Charset:
    """The charset of the service that an encoding of Python's is; UTF-8 for any that is none."""
    plain = encoding.lower().replace("_", "-")
    for charset in CHARSETS:
        if plain in (charset, _ALIASES.get(charset)):
            return charset
    return "utf-8"


_ALIASES: dict[str, str] = {"windows-1251": "cp1251", "koi8-r": "koi8r"}
