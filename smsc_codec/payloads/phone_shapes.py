"""What passes for a phone number and is none: what spreadsheets make of one, letters in it, two of them in one.

Loaded only for what is no number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.phones import international

#: What a telephone keypad, a hurried hand and a scanner take for a digit.
_LETTERS = str.maketrans("OoОоIl|ZЗзSбBВ", "00001112335688")
#: `7,91612E+10`
_SHORTENED = compiled(r"[1-9](?:[.,][0-9]{1,14})?[eEЕе]\+?(?:09|9|1[0-4])")
#: `79990000000.0`
_DECIMAL = compiled(r"(?P<whole>\+?[0-9]{10,15})[.,]0{1,2}")
#: `29.11.2026`, `2026-11-29`: the digits of either would pass for a short number.
_DATE = compiled(
    r"(?:0?[1-9]|[12][0-9]|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}([./-])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12][0-9]|3[01])"
)
_ROW = compiled(r"[0-9]{1,6}[.)] +(?P<rest>.+)", re.DOTALL)
#: What stands between two numbers instead of a comma.
_BETWEEN = compiled(
    r"[ \t]*(?:[/\\&+|.]|(?<=[ \t])(?:и|или|and|or)(?=[ \t])|[ \t]-+[ \t]|[ \t])[ \t]*(?=\+?[0-9])"
)
_LONGEST = 200


class _Meant(NamedTuple):
    what: str
    number: str = ""
    expected: tuple[str, ...] = ("7 to 15 digits in international form, such as 79990000000",)


def odd_number(words: str, span: Span, kind: str = "") -> Problem | None:
    """What is told of words that were meant as a number, and what was meant; None where that is not known."""
    meant = _meant(words) if len(words) <= _LONGEST else None
    if meant is None:
        return None
    fixes: tuple[Fix, ...] = ()
    if meant.number:
        fixes = (Fix(f"write '{shortened(meant.number)}'", (Edit(span, meant.number),)),)
    expected = meant.expected if "," in meant.number or not meant.number else (f"'{meant.number}'",)
    return Problem(f"'{shortened(words)}' {meant.what}", span, kind, expected, fixes=fixes)


def _meant(words: str) -> _Meant | None:
    if _SHORTENED.fullmatch(words):
        return _Meant("is a number that a spreadsheet has shortened: its last digits are lost")
    decimal = _DECIMAL.fullmatch(words)
    if decimal and international(decimal["whole"]):
        return _Meant("has a decimal part, as spreadsheets write numbers", decimal["whole"])
    if _DATE.fullmatch(words):
        return _Meant("is a date, not a phone number")
    row = _ROW.fullmatch(words)
    if row and _whole(row["rest"]):
        return _Meant("begins with the number of a row", row["rest"])
    made = words.translate(_LETTERS)
    if made != words and sum(map(str.isdigit, words)) > 6 and _whole(made):
        return _Meant(
            "has letters among its digits", ("+" if made[0] == "+" else "") + str(international(made))
        )
    pieces = _BETWEEN.split(words)
    if len(pieces) > 1 and all(map(_whole, pieces)):
        return _Meant("is more than one phone number", ",".join(pieces), ("',' between two numbers",))
    return None


def _whole(words: str) -> bool:
    """Whether words are a number in full, in an international form or Russia's own."""
    number = international(words)
    return number is not None and len(number) >= 11
