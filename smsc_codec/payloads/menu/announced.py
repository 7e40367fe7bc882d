"""What a text tells the caller to press: "press 1 for sales, 2 for support", «нажмите звёздочку».

Two grades, since two rules need opposite care. A key that is `told` is what a verb such as "press" asks for, or goes
on with such a list; hardly anything else reads so. The other mentions are any digit or number word that might mean
a key.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.menu.asking import (
    AFTER,
    AMOUNTS,
    ANSWERS,
    ANY,
    ASKING,
    BETWEEN,
    FILLERS,
    KEY_WORDS,
    KEYS,
    LATE_VERBS,
    LATER,
    OR,
    PURPOSE,
    TO,
    VERBS,
    YES_AND_NO,
)


class Mention(Struct, frozen=True, gc=False):
    """A key that a text names (`*`, `#` or a digit), and where; `told` to be pressed, or just a number there."""

    key: str
    span: Span
    told: bool


class Token(Struct, gc=False):
    """A word, number or mark, the keys that it may name, and whether it can be told to be pressed."""

    word: str
    start: int
    end: int
    keys: str
    solid: bool
    digits: bool
    told: bool = False


STOPS = ".,;:!?"
DASHES = "-–—"
#: The keys of a telephone are twelve: a longer list is none, and reading stays linear.
_LONGEST_LIST = 12


def mentions(source: str, span: Span) -> list[Mention]:
    """The keys that the text at `span` names, in order of their places."""
    return named(told(source[span.start : span.end], span.start))


def named(tokens: list[Token]) -> list[Mention]:
    """The keys that a text names, in order of their places."""
    found = []
    for number, token in enumerate(tokens):
        if token.keys:
            found += [Mention(key, Span(token.start, token.end), token.told) for key in token.keys]
            number_of_last = upper(tokens, number)
            if number_of_last:
                last = tokens[number_of_last]
                inside = range(int(token.keys) + 1, int(last.keys))
                found += [
                    Mention(str(k), Span(token.start, last.end), token.told and last.told) for k in inside
                ]
        elif token.word in KEY_WORDS and number and tokens[number - 1].word in ANY:
            found += [Mention(key, Span(token.start, token.end), False) for key in "123456789"]
    return found


def told(text: str, start: int) -> list[Token]:
    """The tokens of a text that stands at `start`, those marked that it tells to press."""
    tokens = _tokens(text, start)
    words = {token.word for token in tokens}
    if words.isdisjoint(ASKING):
        if answers(words):
            _tell_in_other_order(tokens)
        return tokens
    _tell(tokens)
    if not words.isdisjoint(LATE_VERBS):
        _tell_before(tokens)
    _tell_in_other_order(tokens)
    return tokens


def answers(words: set[str]) -> bool:
    """Whether a text has the two words that answer a question."""
    return not words.isdisjoint(ANSWERS) and any(both <= words for both in YES_AND_NO)


@cache
def _pattern() -> re.Pattern[str]:
    # Numbers that marks join are one token: a time, a decimal, a phone. Quotes and brackets are passed over.
    return re.compile(r"<file[^>\n]*>|([0-9]+(?:[-–—.,:/][0-9]+)*|[^\W\d_]+|[^\w\s«»\"“”„'‘’()\[\]<>])")


def _tokens(text: str, start: int) -> list[Token]:
    """The tokens of a text that stands at `start`, in small letters."""
    tokens: list[Token] = []
    behind_a_number = -1
    folded = text.lower().replace("ё", "е")
    # Places have to stay: in small letters "İ" is two characters.
    for match in _pattern().finditer(folded if len(folded) == len(text) else text):
        word = match[1]
        if word is None:
            continue
        begin, end = match.span()
        keys, solid, digits = KEYS.get(word, ""), True, False
        if "0" <= word[0] <= "9":
            digits = True
            keys, solid = (word, True) if len(word) == 1 else keys_of(word)
            behind_a_number = end
        elif begin == behind_a_number and word[0].isalpha():
            tokens[-1].solid = False  # "5th"
        tokens.append(Token(word, start + begin, start + end, keys, solid, digits))
    return tokens


#: What joins numbers to one token.
_MARKS = "-–—.,:/"


def keys_of(word: str) -> tuple[str, bool]:
    """The keys that a token of digits may name, and whether it can be told to be pressed."""
    figures, marks = word[::2], word[1::2]
    if len(figures) == len(marks) or marks.strip(_MARKS):
        return "", False  # some number in it has two digits
    if len(marks) == 1 and marks in DASHES and figures[0] < figures[1]:
        return "".join(map(str, range(int(figures[0]), int(figures[1]) + 1))), True
    return (figures, marks == "") if marks[:1] in ",/" else ("", False)


def upper(tokens: list[Token], number: int) -> int:
    """The index of the token that ends a range in words ("from 1 to 5") which begins at `number`, or 0."""
    if number + 2 >= len(tokens):
        return 0
    first, middle, last = tokens[number : number + 3]
    if not (len(first.keys) == len(last.keys) == 1 and "0" <= first.keys < last.keys <= "9"):
        return 0
    if middle.word in TO or middle.word in DASHES:
        return number + 2
    between = number > 0 and tokens[number - 1].word in ("between", "между") and middle.word in ("and", "и")
    return number + 2 if between else 0


def _tell(tokens: list[Token]) -> None:
    """Mark the keys that the text tells the caller to press."""
    started = in_words = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        begin = at
        if token.word in VERBS:
            begin = _filled(tokens, at + 1)
            end = next((end for end in reversed(lists_from(tokens, begin)) if ends_well(tokens, end)), begin)
        elif started and _goes_on(tokens, at) and _is_key(tokens, begin := _filled(tokens, at), in_words):
            end = next(
                (end for end in reversed(lists_from(tokens, begin)) if _has_purpose(tokens, end)), begin
            )
        else:
            end = begin
        if end > begin:
            started = True
            in_words = in_words or (tokens[begin].word.isalpha() and tokens[begin].keys not in "*#")
            for told in tokens[begin:end]:
                told.told = bool(told.keys)
        at = max(end, at + 1)


def _filled(tokens: list[Token], at: int) -> int:
    """Behind what may stand between a verb and its key."""
    while at < len(tokens) and tokens[at].word in FILLERS:
        at += 1
    return at


def _is_key(tokens: list[Token], at: int, in_words: bool) -> bool:
    """Whether a list of keys may go on with a token."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    return token.keys != "" and (token.digits or token.keys in "*#0" or in_words)


def _tell_before(tokens: list[Token]) -> None:
    """Mark the keys before a verb: "1 ni bosing", «1 басыңыз»."""
    for at, verb in enumerate(tokens):
        if verb.word not in LATE_VERBS:
            continue
        key = at - 1
        while key >= 0 and tokens[key].word in BETWEEN:
            key -= 1
        if key >= 0 and len(tokens[key].keys) == 1 and tokens[key].digits:
            tokens[key].told = True


#: A purpose before its figure is short.
_LONGEST_CLAUSE = 7


def _tell_in_other_order(tokens: list[Token]) -> None:
    """Mark keys behind what they are for: "press 1, for photos 2, ...", "yes - 1, no - 2", beside one that is told."""
    dashed = [
        at
        for at in range(2, len(tokens))
        if tokens[at].keys and apart(tokens, at - 1) and _figure(tokens, at)
        and tokens[at - 2].word.isalpha()
    ]  # fmt: skip
    if len(dashed) > 1 or any(token.told for token in tokens):
        for at in dashed:
            tokens[at].told = True
    if not any(token.told for token in tokens):
        return
    for at, token in enumerate(tokens):
        if token.word not in PURPOSE or at == 0 or tokens[at - 1].word not in ",;":
            continue
        last = len(tokens) if len(tokens) < at + _LONGEST_CLAUSE else None
        end = next(
            (n for n in range(at + 1, min(at + _LONGEST_CLAUSE, len(tokens))) if tokens[n].word in STOPS),
            last,
        )
        if end is not None and end - at > 2 and _figure(tokens, end - 1):
            before = tokens[end - 2]
            if before.word.isalpha() and before.word not in AMOUNTS and before.word not in VERBS:
                tokens[end - 1].told = True


#: So many figures make a list of options of what has no verb: `sales - 1, service - 2, prices - 3`.
_LEAST_LISTED = 3


def listed(tokens: list[Token]) -> list[Mention]:
    """The keys of a text that lists them behind a dash or a colon without a verb; none where it is no such list."""
    found = [
        Mention(token.keys, Span(token.start, token.end), True)
        for at, token in enumerate(tokens)
        if at > 1
        and len(token.keys) == 1
        and (at + 1 == len(tokens) or tokens[at + 1].word in STOPS)
        and (apart(tokens, at - 1) or tokens[at - 1].word == ":")
        and tokens[at - 2].word.isalpha()
    ]
    return found if len(found) >= _LEAST_LISTED else []


def _figure(tokens: list[Token], at: int) -> bool:
    """Whether a token is one figure, a star or a hash that ends its clause."""
    token = tokens[at]
    ends = at + 1 == len(tokens) or tokens[at + 1].word in STOPS
    return ends and len(token.keys) == 1 and (token.keys in "*#" or (token.digits and token.solid))


def lists_from(tokens: list[Token], at: int) -> list[int]:
    """Where a list of keys that begins at a token may end: after its first key, its second and so on."""
    ends: list[int] = []
    while at < len(tokens) and len(ends) < _LONGEST_LIST:
        token = tokens[at]
        if not token.keys or not token.solid:
            break
        at = (upper(tokens, at) or at) + 1
        while at < len(tokens) and tokens[at].keys == tokens[at - 1].keys:
            at += 1  # "1 (one)"
        ends.append(at)
        if at < len(tokens) and tokens[at].word == ",":
            at += 1
        if at < len(tokens) and tokens[at].word in OR:
            at += 1
        if at == ends[-1]:
            break
    return ends


def ends_well(tokens: list[Token], end: int) -> bool:
    """Whether what follows a list of keys after a verb leaves them keys: a stop, a purpose."""
    if end == len(tokens):
        return True
    after = tokens[end]
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if after.word in OR:
        return tokens[end - 1].digits and not (following and following.keys)
    if after.word in STOPS:
        return not (
            following
            and (
                following.word in LATER
                or (after.word == "," and following.keys and not _heading(tokens, end + 1))
            )
        )
    if after.word == "for" and following and following.digits and following.keys:
        return False  # "select 2 for 1"
    if _heading(tokens, end - 1):
        return False
    return after.word in AFTER or apart(tokens, end)


def _goes_on(tokens: list[Token], at: int) -> bool:
    return tokens[at - 1].word in STOPS or tokens[at - 1].word in OR


def _has_purpose(tokens: list[Token], end: int) -> bool:
    """Whether a list of keys is followed by what they are for: "2 for sales", "2, чтобы", "2 — "."""
    if end < len(tokens) and tokens[end].word == ",":
        end += 1
    if end >= len(tokens):
        return False
    number_next = end + 1 < len(tokens) and tokens[end + 1].digits
    if number_next or _heading(tokens, end - 1):
        return False
    return tokens[end].word in PURPOSE or apart(tokens, end)


def _heading(tokens: list[Token], at: int) -> bool:
    """Whether a number says what a key is for, and is none: "eight - press 2"."""
    return at + 2 < len(tokens) and apart(tokens, at + 1) and tokens[at + 2].word in VERBS


def apart(tokens: list[Token], at: int) -> bool:
    """Whether a token is a dash between blanks."""
    return tokens[at].word in DASHES and tokens[at].start > tokens[at - 1].end
