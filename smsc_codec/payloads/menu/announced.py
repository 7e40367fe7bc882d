"""What a text tells the caller to press: "press 1 for sales, 2 for support", «нажмите звёздочку».

Two grades, since two rules need opposite care. A key that is `told` is what a verb such as "press" asks for, or goes
on with such a list; hardly anything else reads so. The other mentions are any digit or number word that might mean
a key.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from msgspec import Struct

from smsc_codec.diagnostics import Span
from smsc_codec.lazy import regex


class Mention(Struct, frozen=True, gc=False):
    """A key that a text names (`*`, `#` or a digit), and where; `told` to be pressed, or just a number there."""

    key: str
    span: Span
    told: bool


class _Token(Struct, gc=False):
    """A word, number or mark, the keys that it may name, and whether it can be told to be pressed."""

    word: str
    start: int
    end: int
    keys: str
    solid: bool
    digits: bool
    told: bool = False


# Cardinal numbers and the names of the figures, in the cases they are said in; "ё" is read as "е".
_NAMES = {
    "0": "zero ноль нуль ноля нуля нолик",
    "1": "one один одна одно одну одного одной единица единицу единицы единице",
    "2": "two два две двух двойка двойку двойки двойке",
    "3": "three три трех тройка тройку тройки тройке",
    "4": "four четыре четырех четверка четверку четверки четверке",
    "5": "five пять пяти пятерка пятерку пятерки пятерке",
    "6": "six шесть шести шестерка шестерку шестерки шестерке",
    "7": "seven семь семи семерка семерку семерки семерке",
    "8": "eight восемь восьми восьмерка восьмерку восьмерки восьмерке",
    "9": "nine девять девяти девятка девятку девятки девятке",
    "*": "* star asterisk звездочка звездочку звездочки звездочке",
    "#": "# hash pound решетка решетку решетки решетке",
}
#: The same in languages whose verbs are not known: a key so named is announced, and none is said to be told.
_ELSEWHERE = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "null eins zwei drei vier fünf sechs sieben acht neun",
    "zéro un deux trois quatre cinq six sept huit neuf",
    "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "nol bir ikki uch tort besh olti yetti sakkiz toqqiz",
    "нуль один два три чотири пять шість сім вісім девять",
)
_KEYS = {name: str(key) for names in _ELSEWHERE for key, name in enumerate(names.split())}
_KEYS |= {name: key for key, names in _NAMES.items() for name in names.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERBS = _words(
    "press pressing push pushing dial dialling dialing enter select choose"
    " нажмите нажми нажать нажав нажимайте нажимай жмите жми наберите набери набрать набрав"
    " введите введи ввести выберите выбери выбрать"
)
#: What may stand between the verb and the key.
_FILLERS = _words(
    "the a key keys button buttons number digit option either on from :"
    " клавишу клавиши кнопку кнопки цифру цифры номер на либо или от с"
)
_OR = _words("or and и или либо а")
_TO = _words("to through thru till по до")
_PURPOSE = _words("for to if when для чтобы если когда")
#: What a told key can be followed by, beside its purpose: "press 3 times" is none of it.
_AFTER = _PURPOSE | _words(
    "at on now please again key button sign any на при в пожалуйста снова клавишу кнопку"
)
_LATER = _words("then затем потом")
_ANY = _words("any любую любой любая")
_KEY_WORDS = _words("key digit number button клавишу клавиша кнопку кнопка цифру цифра")
_STOPS = ".,;:!?"
_DASHES = "-–—"
#: The keys of a telephone are twelve: a longer list is none, and reading stays linear.
_LONGEST_LIST = 12


def mentions(source: str, span: Span) -> list[Mention]:
    """The keys that the text at `span` names, in order of their places."""
    text = source[span.start : span.end]
    glance = outline(text)
    if glance.sure and not glance.keys:
        return []
    tokens = _tokens(text, span.start)
    _tell(tokens)
    if glance.asks:
        _tell_in_other_order(tokens)
    found = []
    for number, token in enumerate(tokens):
        if token.keys:
            found += [Mention(key, Span(token.start, token.end), token.told) for key in token.keys]
            upper = _upper(tokens, number)
            if upper:
                last = tokens[upper]
                inside = range(int(token.keys) + 1, int(last.keys))
                found += [
                    Mention(str(k), Span(token.start, last.end), token.told and last.told) for k in inside
                ]
        elif token.word in _KEY_WORDS and number and tokens[number - 1].word in _ANY:
            found += [Mention(key, Span(token.start, token.end), False) for key in "123456789"]
    return found


class Outline(Struct, frozen=True, gc=False):
    """What a glance at a text tells of the keys it names: enough for most texts, and far cheaper than `mentions`.

    `keys` are all that single words and numbers name; `sure` that ranges and "any key" name no more of them; `rising`
    that those of 1 to 9 are digits which stand in rising order; `asks` that some verb asks to press something, without
    which no key is told.
    """

    keys: frozenset[str]
    sure: bool
    rising: bool
    asks: bool


def outline(text: str) -> Outline:
    """The keys that a text names, at a glance."""
    folded = text.lower().replace("ё", "е")
    if "<file" in folded:
        folded = re.sub(r"<file[^>\n]*>", " ", folded)
    words = set(_WORDS.findall(folded))
    asks = not words.isdisjoint(_VERBS)
    sure = words.isdisjoint(_MORE)
    digits = "".join([n if len(n) == 1 else _digits(n)[0] for n in _NUMBERS.findall(folded)])
    named = [_KEYS[word] for word in words & _NAMED]
    in_words = any(key not in "*#" for key in named)
    sure = (
        sure and not (in_words and words & _TO) and not (_has_range(words, folded) and _RANGE.search(folded))
    )
    rising = not in_words and all(a <= b for a, b in pairwise(digits.replace("0", "")))
    return Outline(frozenset([*digits, *named]), sure, rising, asks)


_NAMED = frozenset(_KEYS)
#: Words that make a range, or any key, of what is around them.
_MORE = _ANY | {"between", "между"}
_RANGE = regex(r"[0-9]\s+(?:-|–|—|to|through|thru|till|по|до)\s+[0-9]")
_WORDS = regex(r"[^\W\d_]+|[*#]")
_NUMBERS = regex(r"[0-9]+(?:[-–—.,:/][0-9]+)*")


def _has_range(words: set[str], text: str) -> bool:
    """Whether a text has a word or a sign that ranges are made with."""
    return not words.isdisjoint(_TO) or any(dash in text for dash in _DASHES)


@cache
def _pattern() -> re.Pattern[str]:
    # Numbers that marks join are one token: a time, a decimal, a phone. Quotes and brackets are passed over.
    return re.compile(r"<file[^>\n]*>|([0-9]+(?:[-–—.,:/][0-9]+)*|[^\W\d_]+|[^\w\s«»\"“”„'‘’()\[\]<>])")


def _tokens(text: str, start: int) -> list[_Token]:
    """The tokens of a text that stands at `start`, in small letters."""
    tokens: list[_Token] = []
    folded = text.lower().replace("ё", "е")
    # Places have to stay: in small letters "İ" is two characters.
    for match in _pattern().finditer(folded if len(folded) == len(text) else text):
        word = match[1]
        if word is None:
            continue
        begin, end = match.span()
        keys, solid, digits = _KEYS.get(word, ""), True, False
        if "0" <= word[0] <= "9":
            digits = True
            keys, solid = _digits(word)
        elif tokens and tokens[-1].digits and tokens[-1].end == start + begin and word[0].isalpha():
            tokens[-1].solid = False  # "5th"
        tokens.append(_Token(word, start + begin, start + end, keys, solid, digits))
    return tokens


def _digits(word: str) -> tuple[str, bool]:
    """The keys that a token of digits may name, and whether it can be told to be pressed."""
    parts = re.split(r"\D", word)
    if any(len(part) > 1 for part in parts):
        return "", False
    if len(parts) == 2 and word[1] in _DASHES and parts[0] < parts[1]:
        return "".join(map(str, range(int(parts[0]), int(parts[1]) + 1))), True
    return ("".join(parts), len(parts) == 1) if len(parts) == 1 or word[1] in ",/" else ("", False)


def _upper(tokens: list[_Token], number: int) -> int:
    """The index of the token that ends a range in words ("from 1 to 5") which begins at `number`, or 0."""
    if number + 2 >= len(tokens):
        return 0
    first, middle, last = tokens[number : number + 3]
    if not (len(first.keys) == len(last.keys) == 1 and "0" <= first.keys < last.keys <= "9"):
        return 0
    if middle.word in _TO or middle.word in _DASHES:
        return number + 2
    between = number > 0 and tokens[number - 1].word in ("between", "между") and middle.word in ("and", "и")
    return number + 2 if between else 0


def _tell(tokens: list[_Token]) -> None:
    """Mark the keys that the text tells the caller to press."""
    started = in_words = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        begin = at
        if token.word in _VERBS:
            begin += 1
            while begin < len(tokens) and tokens[begin].word in _FILLERS:
                begin += 1
            end = next((end for end in reversed(_list(tokens, begin)) if _ends_well(tokens, end)), begin)
        elif (
            started
            and token.keys
            and _goes_on(tokens, at)
            and (token.digits or token.keys in "*#0" or in_words)
        ):
            end = next((end for end in reversed(_list(tokens, at)) if _has_purpose(tokens, end)), begin)
        else:
            end = begin
        if end > begin:
            started = True
            in_words = in_words or (tokens[begin].word.isalpha() and tokens[begin].keys not in "*#")
            for told in tokens[begin:end]:
                told.told = bool(told.keys)
        at = max(end, at + 1)


#: Before a figure they make it an amount, an hour or a house: "groups of 5", "до 3", "дом 2".
_AMOUNTS = _words(
    "of to from over under about than at by past no number room floor house street line gate platform"
    " от до с по на в во за из о об около более менее больше меньше чем дом дома номер кабинет этаж подъезд линия"
    " комната офис корпус склад путь платформа"
)


def _tell_in_other_order(tokens: list[_Token]) -> None:
    """Mark keys behind what they are for: "press 1, for photos 2, ...", "yes - 1, no - 2", beside one that is told."""
    dashed = [
        at
        for at in range(2, len(tokens))
        if _figure(tokens, at) and tokens[at - 1].word in _DASHES and _apart(tokens, at - 1)
        and tokens[at - 2].word.isalpha()
    ]  # fmt: skip
    if len(dashed) > 1 or any(token.told for token in tokens):
        for at in dashed:
            tokens[at].told = True
    if not any(token.told for token in tokens):
        return
    for at, token in enumerate(tokens):
        if token.word not in _PURPOSE or at == 0 or tokens[at - 1].word not in ",;":
            continue
        end = next((n for n in range(at + 1, min(at + 7, len(tokens))) if tokens[n].word in _STOPS), None)
        if end is not None and end - at > 2 and _figure(tokens, end - 1):
            before = tokens[end - 2]
            if before.word.isalpha() and before.word not in _AMOUNTS and before.word not in _VERBS:
                tokens[end - 1].told = True


#: So many figures make a list of options of what has no verb: `sales - 1, service - 2, prices - 3`.
_LEAST_LISTED = 3


def listed(source: str, span: Span) -> list[Mention]:
    """The keys of a text that lists them behind a dash or a colon without a verb; none where it is no such list."""
    tokens = _tokens(source[span.start : span.end], span.start)
    found = [
        Mention(token.keys, Span(token.start, token.end), True)
        for at, token in enumerate(tokens)
        if at > 1
        and len(token.keys) == 1
        and (at + 1 == len(tokens) or tokens[at + 1].word in _STOPS)
        and (_apart(tokens, at - 1) or tokens[at - 1].word == ":")
        and tokens[at - 2].word.isalpha()
    ]
    return found if len(found) >= _LEAST_LISTED else []


def _figure(tokens: list[_Token], at: int) -> bool:
    """Whether a token is one figure that ends its clause."""
    token = tokens[at]
    ends = at + 1 == len(tokens) or tokens[at + 1].word in _STOPS
    return token.digits and token.solid and len(token.keys) == 1 and ends


def _list(tokens: list[_Token], at: int) -> list[int]:
    """Where a list of keys that begins at a token may end: after its first key, its second and so on."""
    ends: list[int] = []
    while at < len(tokens) and len(ends) < _LONGEST_LIST:
        token = tokens[at]
        if not token.keys or not token.solid:
            break
        at = (_upper(tokens, at) or at) + 1
        while at < len(tokens) and tokens[at].keys == tokens[at - 1].keys:
            at += 1  # "1 (one)"
        ends.append(at)
        if at < len(tokens) and tokens[at].word == ",":
            at += 1
        if at < len(tokens) and tokens[at].word in _OR:
            at += 1
        if at == ends[-1]:
            break
    return ends


def _ends_well(tokens: list[_Token], end: int) -> bool:
    """Whether what follows a list of keys after a verb leaves them keys: a stop, a purpose."""
    if end == len(tokens):
        return True
    after = tokens[end]
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if after.word in _OR:
        return tokens[end - 1].digits and not (following and following.keys)
    if after.word in _STOPS:
        return not (
            following
            and (
                following.word in _LATER
                or (after.word == "," and following.keys and not _heading(tokens, end + 1))
            )
        )
    if after.word == "for" and following and following.digits and following.keys:
        return False  # "select 2 for 1"
    if _heading(tokens, end - 1):
        return False
    return after.word in _AFTER or _apart(tokens, end)


def _goes_on(tokens: list[_Token], at: int) -> bool:
    return tokens[at - 1].word in _STOPS or tokens[at - 1].word in _OR


def _has_purpose(tokens: list[_Token], end: int) -> bool:
    """Whether a list of keys is followed by what they are for: "2 for sales", "2, чтобы", "2 — "."""
    if end < len(tokens) and tokens[end].word == ",":
        end += 1
    if end >= len(tokens):
        return False
    number_next = end + 1 < len(tokens) and tokens[end + 1].digits
    if number_next or _heading(tokens, end - 1):
        return False
    return tokens[end].word in _PURPOSE or _apart(tokens, end)


def _heading(tokens: list[_Token], at: int) -> bool:
    """Whether a number says what a key is for, and is none: "eight - press 2"."""
    return at + 2 < len(tokens) and _apart(tokens, at + 1) and tokens[at + 2].word in _VERBS


def _apart(tokens: list[_Token], at: int) -> bool:
    """Whether a token is a dash between blanks."""
    return tokens[at].word in _DASHES and tokens[at].start > tokens[at - 1].end
