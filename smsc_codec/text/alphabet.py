"""The alphabet that a text needs, and what its characters cost there (3GPP TS 23.038 6.2; SEG-1, SEG-2).

A *unit* is what a part holds so many of: a septet in the GSM 7 bit alphabet, sixteen bits in UCS-2. Most
characters take one; those of the extension table take two septets (an escape and a code), those above U+FFFF
two halves of a surrogate pair. A lone half of such a pair, which no alphabet can say, counts as one unit.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode
from functools import cache
from typing import Any, Literal

from smsc_codec.lazy import compiled

Encoding = Literal["gsm7", "ucs2"]

#: The ASCII characters that take one septet; those of `_ESCAPED` take two; it has no others.
PLAIN = b"\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_ESCAPED = b"\f[\\]^{|}~"

_ONE_SEPTET = bytes(range(128))
_HIGH_HALF_TO_ZERO = bytes(0 if 0xD8 <= byte <= 0xDB else 1 for byte in range(256))
_NO_CHARACTER = "\ufffe"  # what charmap_build skips
_IS_CYRILLIC = compiled("[\u0400-\u04ff]").match


@cache
def _encoder(locking: str, single: str) -> Any:
    """A map for `charmap_encode`: one-septet characters to bytes below 128, escaped ones to bytes from 128.

    CPython's fast map wants NUL in slot 0, so the character of code 0 moves to the escape's slot, which no
    character has. NUL itself is in no alphabet: a zero in what was encoded says that the text held one.
    """
    from smsc_codec.text.tables import LOCKING, SINGLE

    plain = LOCKING[locking].replace("\0", _NO_CHARACTER)
    pairs = SINGLE[single]
    escaped = [_NO_CHARACTER] * len(plain)
    for code, character in zip(pairs[::2], pairs[1::2], strict=True):
        if character not in plain:
            escaped[ord(code)] = character
    return charmap_build("\0" + plain[1:27] + plain[0] + plain[28:] + "".join(escaped))


def septets(text: str, locking: str = "", single: str = "") -> bytes | None:
    """One byte for each septet of `text`, zero for the escapes; None if the alphabet lacks a character.

    Only the number of the bytes and the places of the zeros mean something. `locking` and `single` name the
    national language tables (keys of `LOCKING` and `SINGLE`) that stand in place of the default ones.
    """
    if text.isascii() and not locking and not single:
        data = text.encode()
        escaped = data.translate(None, PLAIN)
        if escaped.translate(None, _ESCAPED):
            return None
    elif _IS_CYRILLIC(text):
        return None  # a Cyrillic message: no table has a letter of it, and an exception is dear
    else:
        try:
            data = charmap_encode(text, "strict", _encoder(locking, single))[0]
        except UnicodeEncodeError:
            return None
        if 0 in data:
            return None
        escaped = data.translate(None, _ONE_SEPTET)
    while escaped:
        byte = escaped[:1]
        data = data.replace(byte, b"\0" + byte)
        escaped = escaped.replace(byte, b"")
    return data


def sixteens(text: str) -> bytes:
    """One byte for each UCS-2 unit of `text`, zero for the first halves of surrogate pairs."""
    try:
        data = text.encode("utf-16-le")
    except UnicodeEncodeError:
        return b"".join(b"\0\1" if character > "\uffff" else b"\1" for character in text)
    return data[1::2].translate(_HIGH_HALF_TO_ZERO)


def first_outside(text: str) -> int:
    """Where the first character stands that the GSM 7 bit alphabet lacks, or -1."""
    try:
        data: bytes = charmap_encode(text, "strict", _encoder("", ""))[0]
    except UnicodeEncodeError as error:
        nul = text.find("\0", 0, error.start)
        return error.start if nul < 0 else nul
    return data.find(0)


def encoding(text: str) -> Encoding:
    """`"gsm7"` if the default alphabet and its extension can say all of `text`, else `"ucs2"`."""
    return "ucs2" if septets(text) is None else "gsm7"


def cost(character: str, encoding: Encoding = "gsm7") -> int:
    """How many units one character takes; 0 if the alphabet lacks it."""
    units = septets(character) if encoding == "gsm7" else sixteens(character)
    return 0 if units is None else len(units)
