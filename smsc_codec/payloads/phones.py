"""One phone number as people write it, and its international form (PAR-1)."""

from __future__ import annotations

from functools import lru_cache

#: E.164: how many digits a number in international form has, its country code included.
MIN_DIGITS = 7
MAX_DIGITS = 15
#: What may be a date, with a sign between its parts.
LONGEST_DATE = 10

#: What people put between digits, typographic dashes and spaces included.
_MARKS = str.maketrans("", "", " ().-\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013")


def digits(text: str) -> str | None:
    """The digits of a number as they are written, or None where there is anything else.

    A leading plus and the marks that people put between digits (spaces, dashes, dots, parentheses) are left out.
    """
    bare = text.removeprefix("+").translate(_MARKS)
    return bare if bare.isascii() and bare.isdigit() else None


@lru_cache(1000)  # many a rule asks of the same number
def international(text: str) -> str | None:
    """The number in international form, digits only, or None where the text does not make it sure.

    Beside marks, three habits are undone: the international prefix `00`, the `(0)` that is dialled only inside
    its country (`+44 (0)20 ...`), and the Russian long-distance `8` for the country code 7. The last only where
    no country code is meant: `84`, `852` or `886` are codes, `83` and `89` are none, `87` begins longer numbers,
    `8800` is none that a number goes on from, and an 8 that stands apart (`8 (495) ...`) is none. `(495) ...` has no
    country code at all. Neither is sure what a row's number begins (`2. 79990000000`).
    """
    number = digits(text)
    written = text.removeprefix("+")
    if number is None or written[0] == "(" or _of_a_row(written):
        return None
    country, trunk, rest = written.partition("(0)")
    if trunk and 1 <= len(digits(country) or "") <= 5:
        number = f"{digits(country)}{digits(rest) or ''}"
    if number.startswith("00"):
        number = number[2:]
    elif (
        len(number) == 11
        and number[0] == "8"
        and (number[1] in "379" or number[:4] == "8800" or ord(written[1]) in _MARKS)
    ):
        number = "7" + number[1:]
    return number if MIN_DIGITS <= len(number) <= MAX_DIGITS and number[0] != "0" else None


def _of_a_row(text: str) -> bool:
    """Whether a number of a row stands before a whole phone number: `2. 7...`, `12) 7...`."""
    row, mark, rest = text.partition(" ")
    return bool(mark) and row[-1:] in (".", ")") and row[:-1].isdigit() and len(digits(rest) or "") >= 11
