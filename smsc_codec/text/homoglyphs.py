"""Latin and Cyrillic letters that look alike, and words that mix them (IVR-11; rules IVR007 and LST014)."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.lazy import regex

_CYRILLIC = "АВСЕНІЈКМОРЅТХУҺԚԜасеіјорѕхуһԁԛԝ"
_LATIN = "ABCEHIJKMOPSTXYHQWaceijopsxyhdqw"
_RUSSIAN_AND_UKRAINIAN = "АВСЕНІКМОРТХУасеіорху"

#: Each Cyrillic letter that looks like a letter of the Latin alphabet, and that one.
TO_LATIN: dict[str, str] = dict(zip(_CYRILLIC, _LATIN, strict=True))
#: Each Latin letter that looks like a Russian or Ukrainian one, and that one.
TO_CYRILLIC: dict[str, str] = {TO_LATIN[letter]: letter for letter in _RUSSIAN_AND_UKRAINIAN} | {
    "Ë": "Ё",
    "ë": "ё",
    "Ï": "Ї",
    "ï": "ї",
}

_TO_LATIN = str.maketrans(TO_LATIN)
_TO_CYRILLIC = str.maketrans(TO_CYRILLIC)
_LATIN_LETTER = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_CYRILLIC_LETTER = "[\u0400-\u0481\u048a-\u052f]"
_HAS_LATIN = regex(_LATIN_LETTER)
_BESIDE_CYRILLIC = regex(f"{_LATIN_LETTER}(?:(?={_CYRILLIC_LETTER})|(?<={_CYRILLIC_LETTER}.))")


class MixedWord(Struct, frozen=True, gc=False):
    """A word of both scripts, from `start` up to `end`, that one script alone could show: `fixed`."""

    start: int
    end: int
    word: str
    fixed: str


def latin(word: str) -> str | None:
    """`word` with ASCII letters for the Cyrillic ones that look like them; None if it is not ASCII then."""
    made = word.translate(_TO_LATIN)
    return made if made.isascii() else None


def cyrillic(word: str) -> str | None:
    """`word` with Cyrillic letters for the Latin ones that look like them; None if a Latin letter is left."""
    made = word.translate(_TO_CYRILLIC)
    return None if _HAS_LATIN.search(made) else made


def find_mixed_words(text: str) -> tuple[MixedWord, ...]:
    """Each word that mixes Latin and Cyrillic letters and needs to mix none: one script has look-alikes.

    Where either script would do, the one that most of its letters are of already, and Latin at a tie. A word
    that mixes letters which have no look-alike is left alone. A word is a run of letters.
    """
    if text.isascii():
        return ()
    found = []
    end = 0
    while meeting := _BESIDE_CYRILLIC.search(text, end):
        start, stop = meeting.span()
        while start > end and text[start - 1].isalpha():
            start -= 1
        end = stop
        while end < len(text) and text[end].isalpha():
            end += 1
        word = text[start:end]
        fixed = _fixed(word)
        if fixed is not None:
            found.append(MixedWord(start, end, word, fixed))
    return tuple(found)


def _fixed(word: str) -> str | None:
    in_latin, in_cyrillic = latin(word), cyrillic(word)
    if in_latin is None or in_cyrillic is None:
        return in_latin or in_cyrillic
    return in_cyrillic if 2 * len(_HAS_LATIN.findall(word)) < len(word) else in_latin
