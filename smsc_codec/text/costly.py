"""Characters that make a message dear, and what would make it cheaper (SEG-1; rule LST013).

One character that the GSM 7 bit alphabet lacks makes every part hold 70 units rather than 160.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from smsc_codec.text.alphabet import first_outside
from smsc_codec.text.homoglyphs import TO_LATIN
from smsc_codec.text.invisible import plain
from smsc_codec.text.parts import Count, count

#: What to write instead, where no look-alike, plain punctuation or decomposition of Unicode's says it.
REPLACEMENTS: dict[str, str] = {
    "\t": " ",
    "`": "'",
    "´": "'",
    "№": "N",
    "•": "*",
    "·": ".",
    "×": "x",
    "−": "-",
    "÷": ":",
    "±": "+-",
    "≈": "~",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "→": "->",
    "←": "<-",
    "©": "(c)",
    "®": "(r)",
    "™": "(tm)",
    "⁄": "/",
    "¦": "|",
    "₽": "RUB",
    "₸": "KZT",
    "₴": "UAH",
    "Œ": "OE",
    "œ": "oe",
    "Ł": "L",
    "ł": "l",
    "Đ": "D",
    "đ": "d",
    "ı": "i",
    "Þ": "Th",
    "þ": "th",
    "ẞ": "ß",
    "Ŋ": "N",
    "ŋ": "n",
    "ĸ": "k",
    "↔": "<->",
    "⇒": "=>",
    "⋯": "...",
    "¢": "c",
    "µ": "u",
    "₺": "TRY",
    "₼": "AZN",
    "₾": "GEL",
    "֏": "AMD",
    "₮": "MNT",
    "₹": "INR",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
    "₩": "KRW",
    "₿": "BTC",
    # Letters of Latin alphabets that Unicode does not take apart: Azerbaijani, Icelandic, Maltese, Sami, Tatar, Uyghur,
    # Hausa, Ewe, Serbian and others.
    **dict(
        zip(
            "ƏəÐðĦħŦŧƏǝƎƁɓƊɗƘƙƳƴƵƶƐɛƆɔƔɣƉɖƲʋƱʊƗɨɄʉɃƀȽƚǤǥƷʒƝɲƟɵƑƒⱧⱨⱩⱪⱫⱬꞐꞑ",
            "EeDdHhTtEeEBbDdKkYyZzEeOoGgDdVvUuIiUuBbLlGgZzNnOoFfHhKkZzNn",
            strict=True,
        )
    ),
    # What passes for an apostrophe, a quote, a stroke, a dot or a star.
    **dict.fromkeys("ʹʻʽʾʿˈˊˋʔꞌ‵‹›‛", "'"),
    **dict.fromkeys("ʺ˵˶‶〃", '"'),
    **dict.fromkeys("∕⧸", "/"),
    **dict.fromkeys("∗⁎‣◦●⋆★☆", "*"),
    **dict.fromkeys("∙⋅‧", "."),
    **dict.fromkeys("⁃˗", "-"),
    "∶": ":",
    "∼": "~",
    "∣": "|",
}


class Costly(Struct, frozen=True, gc=False):
    """A character that the GSM 7 bit alphabet lacks, and what would say the same in it, if anything does."""

    start: int
    character: str
    replacement: str | None


class Saving(Struct, frozen=True, gc=False):
    """A text put in a cheaper way: what it takes now, and what it took before."""

    text: str
    before: Count
    after: Count

    @property
    def parts(self) -> int:
        """How many parts fewer (below zero: more) the new text takes."""
        return self.before.parts - self.after.parts


def replacement(character: str) -> str | None:
    """What in the GSM 7 bit alphabet says the same as `character`; None if nothing does."""
    found = REPLACEMENTS.get(character) or TO_LATIN.get(character)
    if found is None:
        found = plain(character)
    if found is None:
        found = _decomposed(character)
    return found


def _decomposed(character: str) -> str | None:
    """Compatibility forms and letters with marks the alphabet lacks: their letters without the marks."""
    from unicodedata import category, normalize

    pieces = [piece for piece in normalize("NFKD", character) if category(piece) not in ("Mn", "Me")]
    made = "".join(REPLACEMENTS.get(piece) or plain(piece) or piece for piece in pieces)
    return made if first_outside(made) < 0 else None


def first_costly(text: str) -> Costly | None:
    """The first character that makes `text` cost UCS-2 parts, or None: it costs the Latin rate."""
    start = first_outside(text)
    return None if start < 0 else Costly(start, text[start], replacement(text[start]))


def find_costly(text: str) -> tuple[Costly, ...]:
    """Every character that makes `text` cost UCS-2 parts, in order."""
    instead = {c: plainer for c in set(text) if (plainer := _plainer(c)) != c}
    return tuple(
        Costly(start, character, instead[character])
        for start, character in enumerate(text)
        if character in instead
    )


@cache
def _plainer(character: str) -> str | None:
    """What in the alphabet says the same: the character itself if it is there, None if nothing does."""
    return character if first_outside(character) < 0 else replacement(character)


def cheaper(text: str) -> Saving | None:
    """`text` with every costly character replaced; None if it has none, or one that nothing replaces.

    Replacing some would save nothing, so it is all or none. Raises BuildError as `count` does.
    """
    instead = {}
    for character in text:  # most texts have one at their beginning that nothing replaces
        plainer = _plainer(character)
        if plainer is None:
            return None
        if plainer != character:
            instead[ord(character)] = plainer
    if not instead:
        return None
    made = text.translate(instead)
    return Saving(made, count(text), count(made))
