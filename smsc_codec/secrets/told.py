"""What is told of a text, without the text's secrets: its messages quote from it."""

from __future__ import annotations

import re
from functools import cached_property

from smsc_codec.lazy import regex
from smsc_codec.secrets.find import REPEATED, found, starred

#: A shorter value counts only as a word of its own, and a still shorter one only where its name stands before it.
_ALONE = 4
_MOST = 200
#: What a fix writes at such length is the source's own text in another encoding: its values are looked for, no others.
_LONG = 5000
#: So much of two texts is compared at once.
_PIECE_LENGTH = 64
#: So many texts, no longer than this, are remembered that hold no secret.
_MOST_PLAIN, _MOST_TOLD = 1000, 500
_PLAIN: set[str] = set()
#: A message quotes a text once, and that it is from the first places where it stands is likely.
_OFTEN = 5
_QUOTED = regex(r"'([^\n]{2,400}?)'(?=[\s,.;:)]|\Z)")
#: A part of a secret that plainly is no word.
_PIECE = regex(r"(?=\w*\d)(?=\w*[^\W\d])\w{6,}")


class Hidden:
    """A text whose secrets are known."""

    def __init__(self, source: str, shown: str = "") -> None:
        """`shown` is the source as somebody else has blotted it, character for character: that counts, too."""
        self.places, self.values = found(source)
        if len(shown) == len(source) and shown != source:
            differences = _differences(source, shown)
            self.places = sorted([*self.places, *differences])
            self.values |= {source[start:end] for start, end in differences}
        self.text = starred(source, self.places)
        self._source = source
        self._known: dict[str, str] = {}  # what is told of one line is often told of others
        self._ends = [end for _, end in self.places]

    def told(self, text: str) -> str:
        """A text about the source, without its secrets."""
        if not self.values or not text:
            return text
        if text not in self._known:
            self._known[text] = self._without(text)
        return self._known[text]

    def _without(self, text: str) -> str:
        places = [match.span() for match in self._pattern.finditer(text)] if self._pattern else []
        places += [
            place
            for place in _spans(text)
            if any(text[slice(*place)].strip(" \"'`,;") in value for value in self.values)
        ]
        for quoted in _QUOTED.finditer(text):
            places += self._quoted(quoted.start(1), quoted[1])
        return starred(text, sorted(places))

    def is_in(self, text: str) -> bool:
        """Whether a text that would be written into the source has something secret of it."""
        if len(text) <= _LONG:
            return self.told(text) != text
        return self._pattern is not None and self._pattern.search(text) is not None

    def _quoted(self, start: int, said: str) -> list[tuple[int, int]]:
        """Where a text that is quoted from the source has what is secret there, be it a piece of a secret."""
        from bisect import bisect_right

        places: list[tuple[int, int]] = []
        said = said.removesuffix("…").removesuffix("...")
        at = self._source.find(said)
        for _ in range(_OFTEN):
            if at < 0 or len(said) < _ALONE:
                break
            for low, high in self.places[bisect_right(self._ends, at) :]:
                if low >= at + len(said):
                    break
                places.append((start + max(low - at, 0), start + min(high - at, len(said))))
            at = self._source.find(said, at + 1)
        return places

    def beside(self, other: Hidden) -> str:
        """The text without its secrets, and without those of another version of it, which nothing tells of here."""
        pattern = _pattern_of(other.values - self.values)
        more = [match.span() for match in pattern.finditer(self._source)] if pattern else []
        return starred(self._source, sorted([*self.places, *more])) if more else self.text

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return _pattern_of(self.values)


def _pattern_of(values: frozenset[str]) -> re.Pattern[str] | None:
    """What finds some values, and pieces of them, wherever they stand."""
    forms = []
    pieces = {piece for value in values for piece in _PIECE.findall(value)}
    for value in sorted(values | pieces, key=len, reverse=True)[:_MOST]:
        if len(value) >= REPEATED:
            forms.append(re.escape(value))
        elif len(value) >= _ALONE:
            forms.append(rf"(?<!\w){re.escape(value)}(?!\w)")
    return re.compile("|".join(forms)) if forms else None


def _spans(text: str) -> list[tuple[int, int]]:
    """Where secrets stand in what is told. Most of it is told again and again, and has none."""
    if text in _PLAIN:
        return []
    places = found(text)[0]
    if not places and len(text) <= _MOST_TOLD:
        if len(_PLAIN) >= _MOST_PLAIN:
            _PLAIN.clear()
        _PLAIN.add(text)
    return places


def _differences(source: str, shown: str) -> list[tuple[int, int]]:
    """Where two texts of the same length differ: few of their pieces do."""
    made: list[tuple[int, int]] = []
    for low in range(0, len(source), _PIECE_LENGTH):
        here, there = source[low : low + _PIECE_LENGTH], shown[low : low + _PIECE_LENGTH]
        if here == there:
            continue
        for at, (one, other) in enumerate(zip(here, there, strict=True), low):
            if one != other:
                if made and made[-1][1] == at:
                    made[-1] = (made[-1][0], at + 1)
                else:
                    made.append((at, at + 1))
    return made
