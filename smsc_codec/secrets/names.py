"""The words that name a secret, in programs and in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike
from smsc_codec.secrets.words import ANYWHERE, WHOLE, is_whole, slips

#: In the words of programs, `=` and quotes tell; in sentences these are too common to be followed by a blank alone.
_IN_PROGRAMS = regex(r"(?i:psw|pwd|passwd|api[-_. ]?key)|[_$-]|[a-z][A-Z]")
_COMMON = regex("(?i)key|pass|" + "|".join(WHOLE[-3:]))
_HEADER = regex(r"(?i)cookie|authori[sz]ation")
_IS_ANYWHERE = regex("|".join(ANYWHERE))


def _by_letter(words: Iterable[str]) -> str:
    """The words as one pattern, first by their first letter, which makes it fast to search."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())


#: Searched in small letters.
_SPOT = regex(_by_letter([*ANYWHERE, *WHOLE]))
_BEFORE = regex(r"[\w$.-]*")  # backwards
#: What else belongs to the name: `psw_2`, `password.value`, `token-id`.
_BEHIND = regex(r"[\w$]{0,40}(?:[.-][\w$]{1,40}){0,4}")
_NOTHING_ELSE = regex(r"[\W_]*(?:your|my|the)?[\W_]*(?:smsc)?[\W_]*(?:login|word|ord)?[\W_]*")
_LONGEST = 60


def spots(text: str) -> Iterator[tuple[int, int]]:
    """Where words for secrets stand in a text that `alike` has made plain, in order."""
    low = text.lower()
    for match in _SPOT.finditer(low):
        if _IS_ANYWHERE.match(low, match.start()) or is_whole(text, *match.span()):
            yield match.span()


def names(text: str, words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where names of secrets stand, well or badly spelt, in order; `words` are the places of words for secrets."""
    others = slips(text.lower())
    slip = next(others, None)
    at = 0
    for start, end in words:
        if start < at:
            continue
        while slip is not None and slip[1] <= start:
            yield slip
            slip = next(others, None)
        behind = _BEHIND.match(text, end)
        before = _BEFORE.match(text[max(0, start - _LONGEST) : start][::-1])
        assert behind is not None
        assert before is not None
        at = behind.end()
        yield start - before.end(), at
    while slip is not None:
        yield slip
        slip = next(others, None)


def in_programs(name: str) -> bool:
    """Whether a name is one of programs rather than a word of a sentence."""
    return bool(_IN_PROGRAMS.search(name))


def is_common(name: str) -> bool:
    """Whether a name is a word that sentences use for other things, too."""
    return bool(_COMMON.fullmatch(name))


def is_header(name: str) -> bool:
    """Whether its value is the whole of a header, signs that separate and all."""
    return bool(_HEADER.search(name))


def is_name(text: str) -> bool:
    """Whether a text is a name of a secret and nothing else, as a placeholder for it is."""
    rest = _SPOT.sub("", alike(text).lower())
    return rest != text.lower() and bool(_NOTHING_ELSE.fullmatch(rest))
