"""What a glance at a text tells of the keys it names: enough for most texts, and far cheaper than to read it."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.announced import answers, keys_of
from smsc_codec.payloads.menu.asking import (
    ANSWERS,
    ANY,
    ASKING,
    KEY_WORDS,
    KEYS,
    LIMITS,
    PLACES,
    STREETS,
    TO,
    USUAL,
)


class Outline(Struct, frozen=True, gc=False):
    """What a glance at a text tells of the keys it names: enough for most texts, and far cheaper than `mentions`.

    `keys` are all that single words and numbers name; `sure` that ranges and "any key" name no more of them; `rising`
    that those of 1 to 9 are digits which stand in rising order; `asks` that some verb asks to press something, without
    which no key is told; `lists` that where none asks a figure stands behind a dash, a colon or a word such as "key";
    `counts` that one may be the number of a place, or of what is counted.
    """

    keys: frozenset[str]
    sure: bool
    rising: bool
    asks: bool
    lists: bool
    counts: bool


def outline(text: str) -> Outline:
    """The keys that a text in small letters names, at a glance."""
    folded = text.replace("ё", "е")
    if "<file" in folded:
        folded = _FILE.sub(" ", folded)
    usual = folded.isascii() or not _OTHER_LETTERS.search(folded)
    words = set((_USUAL_WORDS if usual else _WORDS).findall(folded))
    if "*" in folded or "#" in folded:
        words.update([sign for sign in "*#" if sign in folded])
    numbers = _NUMBERS.findall(folded)
    digits = "".join([n if len(n) == 1 else keys_of(n)[0] for n in numbers])
    words &= _KNOWN
    if not digits and words.isdisjoint(_TELLING):
        return _SILENT
    asks = not words.isdisjoint(ASKING) or answers(words)
    spelt = [KEYS[word] for word in words & _NAMED]
    in_words = not _SIGNS.issuperset(spelt)
    ranged = (
        len(numbers) > 1
        and not (words.isdisjoint(TO) and "-" not in folded and "–" not in folded and "—" not in folded)
        and _RANGE.search(folded) is not None
    )
    sure = words.isdisjoint(_MORE) and not ranged and not (in_words and words & TO)
    ordered = digits.replace("0", "")
    rising = not in_words and ordered == "".join(sorted(ordered))
    lists = (
        digits != "" and not asks and (not words.isdisjoint(KEY_WORDS) or _LISTED.search(folded) is not None)
    )
    counts = in_words or ranged or not words.isdisjoint(STREETS)
    if digits and not counts:
        counts = not USUAL.issuperset(_BEHIND.findall(folded)) or (
            not words.isdisjoint(_PLACED)
            and any(_is_placed(folded, figure.start()) for figure in _BEHIND.finditer(folded))
        )
    return Outline(frozenset([*digits, *spelt]), sure, rising, asks, lists, counts)


_NAMED = frozenset(KEYS)
_SIGNS = frozenset("*#")
_PLACED = PLACES | LIMITS
#: Words that make a range, or any key, of what is around them.
_MORE = ANY | {"between", "между"}
#: A text without a figure that has none of these names no key, and asks for none.
_TELLING = _NAMED | ASKING | ANSWERS | _MORE
_SILENT = Outline(frozenset(), True, True, False, False, False)
#: All words that say something of keys: of most texts few are left.
_KNOWN = _TELLING | TO | KEY_WORDS | STREETS | _PLACED
_RANGE = regex(r"[0-9]\s+(?:-|–|—|to|through|thru|till|по|до)\s+[0-9]")
_FILE = regex(r"<file[^>\n]*>")
_WORDS = regex(r"[^\W\d_]+")
#: Quicker for small letters of Latin and Cyrillic. A class of characters, and behind it the same class repeated, is
#: searched for quicker than a repeated class alone.
_USUAL_WORDS = regex("[a-zß-öø-ɏа-ҁҋ-ԯ][a-zß-öø-ɏа-ҁҋ-ԯ]*")
#: The letters that there are beside them, in a text in small letters.
_OTHER_LETTERS = regex(
    "[ª²³µ¹º¼-¾\u0250-\u042f\u0482-\u048a\u0530-\u1fff\u2070-\u209f\u2100-\u2115\u2117-\U0010ffff]"
)
#: A figure as lists have it, and one with the word behind it; the word before one, and how long that may be.
_LISTED = regex(r"[-–—:=(][ \t]*[0-9](?![0-9])")
_BEHIND = regex(r"[0-9](?<![0-9.,:/-][0-9])(?![0-9])(?:[ \t]+([^\W\d_]+))?")
_BEFORE = regex(r"([^\W\d_]+)[№. \t]{1,3}\Z")
_LONGEST_BEFORE = 16
_NUMBERS = regex(r"[0-9](?:[0-9]*(?![-–—.,:/]?[0-9])|[0-9]*(?:[-–—.,:/][0-9]+)+)")


def _is_placed(text: str, at: int) -> bool:
    """Whether the word before a figure makes it the number of a place, or an hour."""
    before = _BEFORE.search(text, max(0, at - _LONGEST_BEFORE), at)
    return before is not None and before[1] in _PLACED
