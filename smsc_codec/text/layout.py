"""Russian that was typed while the keyboard wrote Latin letters: `Pfyznj` for `Занято`."""

from __future__ import annotations

from smsc_codec.lazy import regex
from smsc_codec.text.mojibake import naturalness

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&"
_RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?'
_KEYS = str.maketrans(_ENGLISH, _RUSSIAN)
#: Letters, and the signs that are letters on a Russian keyboard, with what stands between words.
_RUN = regex(r"[A-Za-z;,.'\[\]`{}<>\"]*[A-Za-z](?:[A-Za-z;,.'\[\]`{}<>\"0-9?/&^ -]|(?<=[0-9]):(?=[0-9]))*")
#: Words of capitals alone are abbreviations.
_CAPITALS = regex(r"\b[A-Z]{2,}\b")
_VOWELS = frozenset("aeiouy")
#: So many letters tell, and of Latin words so few parts in a hundred are vowels at the least.
_LEAST, _FEWEST_VOWELS = 6, 25
#: Latin words that are read so come to less than seven, Russian ones to seven and a half on the average.
_NATURAL, _LEAST_PAIRS = 7, 5
#: All but stops and commas at the end of a word, which are what they look like.
_BUT_STOPS = regex(r"(?:[^.,]|[.,](?!\s|\Z))+")


def typed_in_russian(text: str) -> tuple[int, int, str] | None:
    """Where the first such words of a line stand, from where to where, and what they say; None if there are none."""
    for run in _RUN.finditer(text):
        words = run.group().rstrip()
        letters = [sign for sign in words.lower() if sign.isalpha()]
        vowels = sum(sign in _VOWELS for sign in letters)
        if len(letters) < _LEAST or 100 * vowels > _FEWEST_VOWELS * len(letters) or _CAPITALS.search(words):
            continue
        said = _BUT_STOPS.sub(lambda sign: sign.group().translate(_KEYS), words)
        total, pairs, wrong = naturalness(said)
        if pairs >= _LEAST_PAIRS and not wrong and total >= _NATURAL * pairs:
            return run.start(), run.start() + len(words), said
    return None
