"""Latin and Cyrillic letters that look alike, and words that mix them (IVR-11; rules IVR007 and LST014)."""

from __future__ import annotations

from collections.abc import Iterator

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


#: The digits that look like a Cyrillic letter, where no number can be meant: within a word, or before what only that
#: letter stands before. `3комнатная` and `дом3кв4` are none.
_DIGIT = regex(
    r"[0346](?:(?<=[а-яёіїє].)(?=[а-яёіїє]{2}|[а-яё]\b)|(?<!\w.)(?:(?<=3)(?=аказ|апи[сш]|автра|вон[икяо]|драв|апро[сш]|акр"
    r"|анят|адерж|аяв|ащит|авер|доров|акон|олот|ерк|вёзд|везд|нач|нан|амен|апре[тщ]|аранее|ареги|апчаст|агруз|абер|абол|абы"
    r"|десь|дани|имн|авод)|(?<=0)(?=т[кдпвмзчлбн]|пла|пер|пас|ста|фис|чен|цен|шиб|бра|бсл|бъя|жид|кон|кно|фор|дин|бщ|на?\b)"
    r"|(?<=4)(?=то\b|тобы|ерез|итай|аще)|(?<=6)(?=анк|ольни|есплат|удет|ерег|уква|ухгалт|ыст)))"
)
_LETTERS = str.maketrans("0346", "озчб")
#: What stands before a number or behind it in addresses and measures without a blank.
_ABBREVIATED = regex(
    r"(?:д|дом|к|кв|корп|корпус|стр|оф|офис|эт|этаж|под|подъезд|ул|п|м|ком|лит|вн|доб|№)[0346]+\w*"
    r"|\w*[0346](?:кв|корп|стр|под|эт|ст|оф|лит|пом|ком|дом|м|км|см|мм|кг|г|шт|руб|мин|час|сек|дн|и|или|до|по)[0-9]*"
)
_WORD = regex(r"\w+")


def find_digits_for_letters(text: str) -> Iterator[MixedWord]:
    """Each Russian or Ukrainian word with a digit where a letter that looks like it was meant: `3аказ`, `н0мер`."""
    end = 0
    while digit := _DIGIT.search(text, end):
        start = digit.start()
        while start and text[start - 1].isalnum():
            start -= 1
        word = _WORD.match(text, start)
        assert word is not None
        end = word.end()
        fixed = word.group().translate(_LETTERS)
        if fixed.isalpha() and not _ABBREVIATED.fullmatch(word.group()):
            yield MixedWord(start, end, word.group(), fixed)


def _fixed(word: str) -> str | None:
    in_latin, in_cyrillic = latin(word), cyrillic(word)
    if in_latin is None or in_cyrillic is None:
        return in_latin or in_cyrillic
    return in_cyrillic if 2 * len(_HAS_LATIN.findall(word)) < len(word) else in_latin
