"""Figures that are no keys, and what is said of those that are (IVR-1)."""

from __future__ import annotations

from smsc_codec.payloads.menu.announced import STOPS, Token, apart
from smsc_codec.payloads.menu.asking import (
    KEY_WORDS,
    LIMITS,
    LONGEST_ENDING,
    PLACES,
    SHORT_UNITS,
    STREETS,
    TO,
    UNITS,
    USUAL,
    VERBS,
)

_FEW = 2


def counts(tokens: list[Token], understood: bool) -> frozenset[str]:
    """The keys that a text names only as what is counted, or as the number of a place, and not as keys.

    `understood` is whether the text announces other keys in words that are known: then a figure within a sentence,
    words on both sides of it, is none.
    """
    number = sum(token.told for token in tokens)
    named: set[str] = set()
    counted: set[str] = set()
    for at, token in enumerate(tokens):
        if token.keys:
            is_number = not token.told and is_counted(tokens, at, understood and number >= _FEW)
            (counted if is_number else named).update(token.keys)
    return frozenset(counted - named)


def _is_hour(tokens: list[Token], at: int) -> bool:
    """Whether a figure begins or ends what is no range of keys: "from 9 to 5", «с 9 до 18»."""
    for first, last in ((at, at + 2), (at - 2, at)):
        if first >= 0 and last < len(tokens) and tokens[first + 1].word in TO:
            a, b = tokens[first], tokens[last]
            if a.digits and b.digits and (len(b.word) > 1 or a.word > b.word):
                return True
    return False


def _is_unit(word: str) -> bool:
    return any(word.startswith(unit) and len(word) <= len(unit) + LONGEST_ENDING for unit in UNITS)


def is_counted(tokens: list[Token], at: int, understood: bool) -> bool:
    """Whether a figure is an hour, an amount or the number of a place; or among words, where all is `understood`."""
    before = tokens[at - 1].word if at else "."
    after = tokens[at + 1].word if at + 1 < len(tokens) else "."
    if before in VERBS or before in KEY_WORDS:
        return False
    if _is_unit(after) or after in SHORT_UNITS or before in PLACES:
        return True
    ends_range = at > 1 and tokens[at - 2].digits
    if _is_hour(tokens, at) or (before in LIMITS and not ends_range and (after.isalpha() or after in STOPS)):
        return True
    street = any(token.word in STREETS for token in [*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 4]])
    if street and not apart(tokens, at - 1) and tokens[at].digits:
        return True
    plain = before.isalpha() and after.isalpha()
    return understood and plain and tokens[at].digits and before not in USUAL and after not in USUAL


_LEAST_WORD = 4


def purposes(tokens: list[Token]) -> dict[str, frozenset[str]]:
    """What a text says of each key that it tells to press: the beginnings of the words around it."""
    found: dict[str, set[str]] = {}
    for at, token in enumerate(tokens):
        if not token.told:
            continue
        for way in (range(at - 1, -1, -1), range(at + 1, len(tokens))):
            for near in way:
                word = tokens[near].word
                if tokens[near].told or word in ".!?":
                    break
                if len(word) >= _LEAST_WORD and word.isalpha() and word not in USUAL:
                    found.setdefault(token.keys, set()).add(word[:_LEAST_WORD])
    return {key: frozenset(words) for key, words in found.items()}
