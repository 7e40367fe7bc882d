"""Where a text may not be cut if what a reader sees as one character is to stay whole.

A small part of Unicode's text segmentation (UAX 29), told by general categories rather than by its tables.
It errs on the side of keeping together: a mark, a joiner and what it joins, a skin tone, both letters of a
flag, the parts of a Hangul syllable, CR and LF.
"""

from __future__ import annotations

from unicodedata import category

_JOINER = "\u200d"
#: What continues a character though it is no mark: joiners, skin tones, half-width voiced sound marks.
_CONTINUES = frozenset("\u200c\u200d\uff9e\uff9f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def joined(text: str, at: int, start: int = 0) -> bool:
    """Whether the characters before and at `at` belong together; `start` is a known boundary before them."""
    before, after = text[at - 1], text[at]
    if after < "\u0300":
        return before == "\r" and after == "\n"
    if before == _JOINER or after in _CONTINUES or category(after)[0] == "M":
        return True
    if _is_flag_letter(after):
        first = at
        while first > start and _is_flag_letter(text[first - 1]):
            first -= 1
        return (at - first) % 2 == 1
    return _in_one_syllable(before, after) or "\U000e0020" <= after <= "\U000e007f"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _in_one_syllable(before: str, after: str) -> bool:
    """A leading consonant takes what follows it; vowels and trailing consonants join what precedes them."""
    if "\u1160" <= after <= "\u11ff" or "\ud7b0" <= after <= "\ud7fb":
        return _is_hangul(before)
    return _is_leading(before) and _is_hangul(after)


def _is_leading(character: str) -> bool:
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"


def _is_hangul(character: str) -> bool:
    return (
        "\u1100" <= character <= "\u11ff"
        or "\ua960" <= character <= "\ua97c"
        or "\uac00" <= character <= "\ud7fb"
    )
