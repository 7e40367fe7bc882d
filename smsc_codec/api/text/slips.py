"""Values that were encoded once too often, or by another's rules: what was meant, and how certain that is."""

from __future__ import annotations

import re

from smsc_codec.api import form
from smsc_codec.lazy import compiled

#: The escapes of JavaScript's `escape`, also encoded once more, and of its texts: urlencoding knows neither.
_PERCENT_U = compiled(r"(?:%(?:25)?u[0-9A-Fa-f]{4})+|(?:(?:\\|%5[Cc])u0[0-9A-Fa-f]{3}){2,}")
_ESCAPES = compiled(r"(?:%[0-9A-Fa-f]{2})+")
#: What is urlencoded in texts for people.
_USUAL = compiled(r"%(?:20|0[AaDd]|2[1CcBbFf]|3[AaBbFfDd]|40|2[678])")
#: What each of them has one of.
_BEFORE_U = ("%u", "%25u", "\\u", "%5Cu", "%5cu")


def percent_u(text: str) -> list[re.Match[str]]:
    """Where such escapes stand."""
    return list(_PERCENT_U.finditer(text)) if any(map(text.__contains__, _BEFORE_U)) else []


def decoded_again(text: str, charset: str) -> tuple[str, bool] | None:
    """The text that a value says whose urlencoding was undone, and is urlencoded still; None for any other.

    True with it says that it is certain: the escapes are letters of UTF-8, which nobody writes so.
    """
    if "%" not in text or re.search(r"[^\x21-\x7e]", text) or re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return None
    octets = form.octets(text)
    for name in ("utf-8", charset):
        try:
            said = octets.decode(name)
        except UnicodeDecodeError:
            continue
        if not said.isascii() and _looks_like_text(said):
            return said, name == "utf-8"
        if said.isascii() and _USUAL.search(text) and said.isprintable():
            return said, False
    return None


def _looks_like_text(said: str) -> bool:
    letters = [character for character in said if not character.isascii()]
    return all(character.isprintable() for character in said.replace("\n", "").replace("\r", "")) and any(
        character.isalpha() for character in letters
    )


def without_percent_u(text: str) -> str:
    """What `%uXXXX` says, halves of surrogate pairs put together."""
    units = bytes.fromhex(re.sub(r"(?:%(?:25)?|\\|%5[Cc])u", "", text))
    return units.decode("utf-16-be", "replace")
