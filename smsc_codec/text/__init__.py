"""Text as a message carries it: alphabets, parts, charsets, and what harms a text on its way.

Everything here is a pure function or a table. A name is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.lazy import loader

if TYPE_CHECKING:
    from smsc_codec.text.alphabet import Encoding, cost, encoding, first_outside
    from smsc_codec.text.characters import describe
    from smsc_codec.text.charsets import CHARSETS, Charset, Misfit, charsets_for, encode, misfit
    from smsc_codec.text.costly import Costly, Saving, cheaper, find_costly, first_costly, replacement
    from smsc_codec.text.homoglyphs import MixedWord, cyrillic, find_mixed_words, latin
    from smsc_codec.text.invisible import Strange, find_invisible, find_typographic
    from smsc_codec.text.mojibake import Guess, find_mojibake
    from smsc_codec.text.parts import Count, Cut, count, cut, split, without_comment
    from smsc_codec.text.tables import LANGUAGES
    from smsc_codec.text.translit import Style, translit_saving, transliterate

if not TYPE_CHECKING:
    __getattr__ = loader(
        __name__,
        {
            "alphabet": "Encoding cost encoding first_outside",
            "characters": "describe",
            "charsets": "CHARSETS Charset Misfit charsets_for encode misfit",
            "costly": "Costly Saving cheaper find_costly first_costly replacement",
            "homoglyphs": "MixedWord cyrillic find_mixed_words latin",
            "invisible": "Strange find_invisible find_typographic",
            "mojibake": "Guess find_mojibake",
            "parts": "Count Cut count cut split without_comment",
            "tables": "LANGUAGES",
            "translit": "Style translit_saving transliterate",
        },
    )

__all__ = [
    "CHARSETS",
    "LANGUAGES",
    "Charset",
    "Costly",
    "Count",
    "Cut",
    "Encoding",
    "Guess",
    "Misfit",
    "MixedWord",
    "Saving",
    "Strange",
    "Style",
    "charsets_for",
    "cheaper",
    "cost",
    "count",
    "cut",
    "cyrillic",
    "describe",
    "encode",
    "encoding",
    "find_costly",
    "find_invisible",
    "find_mixed_words",
    "find_mojibake",
    "find_typographic",
    "first_costly",
    "first_outside",
    "latin",
    "misfit",
    "replacement",
    "split",
    "translit_saving",
    "transliterate",
    "without_comment",
]
