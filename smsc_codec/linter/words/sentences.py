"""Sentences with gaps in one language, and the same in another: a sentence that was filled finds its own again.

In the English sentence `{}` is a gap, `{#}` one that holds a number. In the other sentence `{}` is the next gap and
`{1}` the second one; `{1~}` says it in the other language too, where it is known; `{1|часть|части|частей}` is the
word that goes with the number in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from smsc_codec.lazy import compiled

_GAP = compiled(r"(\{#?\})")
_NUMBER = compiled(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_FILL = compiled(r"\{([0-9]?)(~|(?:\|[^{}|]*){3})?\}")
#: What joins several things in one gap.
_JOINTS = (", ", " and ", " or ")


class Sentence(Struct, frozen=True):
    """An English sentence: what stands between its gaps, which of these hold numbers, and the other sentence."""

    pieces: tuple[str, ...]
    numbers: tuple[bool, ...]
    other: str

    def gaps(self, text: str) -> list[str] | None:
        """What the gaps hold in a text that is this sentence; None where it is not."""
        first, *rest = self.pieces
        if not text.startswith(first) or not text.endswith(self.pieces[-1]):
            return None
        at, found = len(first), []
        for index, piece in enumerate(rest):
            last = index == len(rest) - 1
            stop = len(text) - len(piece) if last else text.find(piece, at)
            if stop < at or (self.numbers[index] and not _NUMBER.fullmatch(text, at, stop)):
                return None
            found.append(text[at:stop])
            at = stop + len(piece)
        return found


class Catalogue:
    """The sentences of one language by those of another. Of two that fit a text the one that says more counts."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._whole = {english: other for english, other in sentences.items() if not _GAP.search(english)}
        self._open = [_sentence(*pair) for pair in sentences.items() if _GAP.search(pair[0])]
        self._open.sort(key=lambda sentence: sum(map(len, sentence.pieces)), reverse=True)
        self.find = lru_cache(maxsize=256)(self._find)

    def said(self, text: str) -> str:
        """The text in the other language; unchanged where it is not known."""
        found = self.find(text)
        return text if found is None else found

    def said_of(self, text: str) -> str:
        """The same for a sentence with what it is about before it, `name: sentence`, which stays."""
        at = 0
        while True:
            known, swallowed = self._match(text[at:])
            if known is not None and not swallowed:
                return text[:at] + known
            colon = text.find(": ", at)
            if colon < 0:
                return text
            at = colon + 2

    def _find(self, text: str) -> str | None:
        return self._match(text)[0]

    def _match(self, text: str) -> tuple[str | None, bool]:
        """What a text is in the other language, and whether a gap at its beginning may hold what it is about."""
        if text in self._whole:
            return self._whole[text], False
        last: str | None = None
        for sentence in self._open:
            gaps = sentence.gaps(text)
            if gaps is None:
                continue
            if sentence.pieces[0] or ": " not in gaps[0]:
                return self._filled(sentence.other, gaps), False
            if last is None:
                last = self._filled(sentence.other, gaps)
        return last, last is not None

    def _filled(self, other: str, gaps: list[str]) -> str:
        turn = iter(range(len(gaps)))

        def fill(match: re.Match[str]) -> str:
            held = gaps[int(match[1]) if match[1] else next(turn)]
            if match[2] == "~":
                return self._inside(held)
            return _plural(held, match[2].split("|")[1:]) if match[2] else held

        return _FILL.sub(fill, other)

    def _inside(self, held: str) -> str:
        """What a gap holds, each of the things in it said in the other language."""
        if held in self._whole:
            return self._whole[held]
        for joint in _JOINTS:
            parts = held.split(joint)
            # A list, but where it is a sentence with a comma in it.
            if len(parts) > 1 and (all(map(self.find, parts)) or self.find(held) is None):
                word = joint.strip()
                return joint.replace(word, self._whole.get(word, word)).join(map(self._inside, parts))
        return self.said_of(held)


def _sentence(english: str, other: str) -> Sentence:
    parts = _GAP.split(english)
    return Sentence(tuple(parts[::2]), tuple(part == "{#}" for part in parts[1::2]), other)


def _plural(number: str, words: list[str]) -> str:
    """The word that goes with a number: 1 часть, 2 части, 5 частей, 0.5 части."""
    if not number.isdecimal():
        return words[1] if _NUMBER.fullmatch(number) and "." in number else words[2]
    tens, ones = int(number) // 10 % 10, int(number) % 10
    if tens == 1 or ones == 0 or ones > 4:
        return words[2]
    return words[0] if ones == 1 else words[1]
