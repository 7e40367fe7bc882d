"""Keys that a menu's own text names without asking to press them: "Yes 1, no 2", «Клавиши 1, 2, 3», "from 1 to 3"."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.menu.announced import (
    DASHES,
    STOPS,
    Mention,
    Token,
    apart,
    ends_well,
    lists_from,
    upper,
)
from smsc_codec.payloads.menu.asking import KEY_WORDS, LEADING, PURPOSE, RANGES, USUAL, YES_AND_NO
from smsc_codec.payloads.menu.counted import is_counted

#: So many figures before what they are for make a list.
_LEAST = 2
#: Words between a purpose and its figure.
_MOST_WORDS = 5


def unasked(tokens: list[Token]) -> list[Mention]:
    """The keys that a text names so, for one that is heard to say which keys there are."""
    words = {token.word for token in tokens}
    answers = frozenset[str]().union(*(both for both in YES_AND_NO if both <= words))
    found: list[Mention] = []
    for at, token in enumerate(tokens):
        if token.word in KEY_WORDS or token.word in LEADING:
            ends = [end for end in lists_from(tokens, at + 1) if ends_well(tokens, end)]
            found += _all(tokens[at + 1 : ends[-1]] if ends else [])
        elif token.word in answers and at + 1 < len(tokens) and _is_figure(tokens[at + 1]):
            found += _all(tokens[at + 1 : at + 2])
        elif token.keys[:1] == "1" and token.digits:
            found += _range(tokens, at)
        elif token.word in PURPOSE and (at == 0 or tokens[at - 1].word in ".;"):
            found += _behind_a_comma(tokens, at)
    return [*found, *_leading(tokens)]


def _all(tokens: list[Token]) -> Iterator[Mention]:
    for token in tokens:
        yield from (Mention(key, Span(token.start, token.end), True) for key in token.keys)


def _is_figure(token: Token) -> bool:
    return token.digits and token.solid and len(token.keys) == 1


def _range(tokens: list[Token], at: int) -> Iterator[Mention]:
    """The keys of a range from 1, where it is none of hours or of what is counted."""
    ranged = len(tokens[at].keys) > 1 and tokens[at].word[1] in DASHES
    last = at if ranged else upper(tokens, at)
    if last == 0 and not ranged:
        return
    after = tokens[last + 1].word if last + 1 < len(tokens) else "."
    if (
        is_counted(tokens, at, False)
        or is_counted(tokens, last, False)
        or (at and tokens[at - 1].word == "с")
    ):
        return
    if after.isalpha() and after not in USUAL and after not in RANGES:
        return  # "from 1 to 5 stars"
    place = Span(tokens[at].start, tokens[last].end)
    yield from (Mention(str(key), place, True) for key in range(1, int(tokens[last].keys[-1]) + 1))


def _behind_a_comma(tokens: list[Token], at: int) -> Iterator[Mention]:
    """`For help, 2.`"""
    for end in range(at + 2, min(at + 2 + _MOST_WORDS, len(tokens) - 1)):
        if not tokens[end - 1].word.isalpha():
            return
        if tokens[end].word == "," and _is_figure(tokens[end + 1]):
            if end + 2 == len(tokens) or tokens[end + 2].word in STOPS:
                yield from _all(tokens[end + 1 : end + 2])
            return


def _leading(tokens: list[Token]) -> list[Mention]:
    """`1 - sales, 2 - service`: each figure before what it is for, from 1 on."""
    figures = [
        token
        for at, token in enumerate(tokens[:-2])
        if token.digits
        and _is_figure(token)
        and (at == 0 or tokens[at - 1].word in STOPS)
        and (apart(tokens, at + 1) or tokens[at + 1].word == ":")
        and tokens[at + 2].word.isalpha()
    ]
    rising = [token.keys for token in figures] == [str(n) for n in range(1, len(figures) + 1)]
    return [*_all(figures)] if rising and len(figures) >= _LEAST else []
