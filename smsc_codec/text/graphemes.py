"""Where a text may not be cut if what a reader sees as one character is to stay whole.

A small part of Unicode's text segmentation (UAX 29), told by general categories rather than by its tables.
It errs on the side of keeping together: a mark, a joiner and what it joins, a skin tone, both letters of a
flag, the parts of a Hangul syllable, CR and LF, Thai and Lao vowels, signs that stand before a number, and Indic
consonants that a virama joins.
"""

from __future__ import annotations

from unicodedata import category

_JOINER = "\u200d"
#: What is new and stands behind this is a picture.
_BEFORE_PICTURES = "\U0001efff"
#: What continues a character though it is no mark: joiners, skin tones, half-width voiced sound marks.
_CONTINUES = frozenset("\u200c\u200d\uff9e\uff9f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
#: What has a spacing vowel behind it that counts as its own: Thai and Lao SARA AM.
_SPACING = frozenset("\u0e33\u0eb3")
#: Signs that stand before what they mark: number signs of Arabic, Syriac and Kaithi, and others (GB9b).
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86\U00011a87\U00011a88"
    "\U00011a89\U00011d46\U00011f02\U000113d1"
)
#: The viramas that join two consonants into one sign (GB9c): of Indic scripts, Myanmar, Khmer, Balinese and others.
_LINKERS = frozenset(
    "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2\u1a60\u1b44\u1bab\ua9c0\uaaf6"
    "\U00010a3f\U00011133\U000113d0\U0001193e\U00011a47\U00011a99\U00011f42"
)
#: Vowels of Kirat Rai, which are joined as those of Hangul are.
_KIRAT_RAI = frozenset("\U00016d63\U00016d67\U00016d68\U00016d69\U00016d6a")


def joined(text: str, at: int, start: int = 0) -> bool:
    """Whether the characters before and at `at` belong together; `start` is a known boundary before them."""
    before, after = text[at - 1], text[at]
    if before in _PREPENDED or before == _JOINER:
        return category(after) not in ("Cc", "Zl", "Zp")
    if after < "\u0300":
        return before == "\r" and after == "\n"
    if _continues(after) or after in _SPACING:
        return True
    kind = category(after)
    if kind == "Lo" and _is_linked(text, at, start):
        return True
    if kind == "Cn" and after <= _BEFORE_PICTURES:
        return True  # newer than this Python's Unicode: a mark, for all it knows
    if _is_flag_letter(after):
        first = at
        while first > start and _is_flag_letter(text[first - 1]):
            first -= 1
        return (at - first) % 2 == 1
    return _in_one_syllable(before, after)


def _continues(character: str) -> bool:
    """Whether a character never begins one of a reader's: a mark, a joiner, a letter of a flag's tag."""
    return (
        character in _CONTINUES or category(character)[0] == "M" or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_linked(text: str, at: int, start: int) -> bool:
    """Whether a virama, perhaps with further marks around it, ties the letter at `at` to the one before."""
    while at > start and _continues(text[at - 1]):
        at -= 1
        if text[at] in _LINKERS:
            return True
    return False


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _in_one_syllable(before: str, after: str) -> bool:
    """A leading consonant takes what follows it; vowels and trailing consonants join what precedes them."""
    if after in _KIRAT_RAI or "\u1160" <= after <= "\u11ff" or "\ud7b0" <= after <= "\ud7fb":
        return _is_hangul(before)
    return _is_leading(before) and _is_hangul(after)


def _is_leading(character: str) -> bool:
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"


def _is_hangul(character: str) -> bool:
    return (
        "\u1100" <= character <= "\u11ff"
        or "\ua960" <= character <= "\ua97c"
        or "\uac00" <= character <= "\ud7fb"
        or character in _KIRAT_RAI
    )
