"""Cyrillic put in Latin letters, so that it costs the Latin rate, in the two styles of `translit` (PAR-6).

The service publishes neither table. Its page shows one word in each style, `translit` and `mpaHc/Ium`, so the
letters of that word are known (`VERIFIED`). The others are what is usual; the service may write otherwise.
"""

from __future__ import annotations

from typing import Literal

from smsc_codec.diagnostics import BuildError
from smsc_codec.lazy import compiled
from smsc_codec.text.costly import Saving
from smsc_codec.text.parts import count

Style = Literal[1, 2]


def _table(pairs: str) -> dict[str, str]:
    return {pair[0]: pair[1:] for pair in pairs.split()}


#: Style 1, by sound: each lower-case letter and what is written for it.
SOUNDS: dict[str, str] = _table(
    "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt "
    "уu фf хh цc чch шsh щsch ъ' ыy ь' эe юyu яya іi їyi єye ґg"
)
#: Style 2, by look: the same for letters of both cases.
LOOKS: dict[str, str] = _table(
    "аa б6 вB гr дg еe ёe ж>K з3 иu йu кk л/I мM нH оo пn рp сc тm "
    "уy фqp хx цu, ч4 шLLI щLLI, ъ'b ыbI ьb э3 юIO я9I іi їi єe ґr "
    "АA Б6 ВB Гr ДD ЕE ЁE Ж>K З3 ИU ЙU КK Л/I МM НH ОO П/7 РP СC ТT "
    "УY Фqp ХX ЦU, Ч4 ШLLI ЩLLI, Ъ'b ЫbI Ьb Э3 ЮIO Я9I ІI ЇI ЄE Ґr"
)
#: The letters that the service's own words show, in both styles.
VERIFIED = frozenset("транслит")

_WORD = compiled("[\u0400-\u052f]+")
_LOOKS = str.maketrans(LOOKS)
_SOUNDS = str.maketrans(SOUNDS | {letter.upper(): made.capitalize() for letter, made in SOUNDS.items()})


def transliterate(text: str, style: Style) -> str:
    """`text` as `translit=1` or `translit=2` is taken to write it. Other characters stay as they are.

    Raises BuildError for another style.
    """
    if style == 1:
        return _WORD.sub(lambda word: _sounds(word[0]), text)
    if style == 2:
        return text.translate(_LOOKS)
    raise BuildError("translit", f"is {style}; the styles are 1 (translit) and 2 (mpaHc/Ium)")


def _sounds(word: str) -> str:
    made = word.translate(_SOUNDS)
    return made.upper() if len(word) > 1 and word.isupper() else made


def translit_saving(text: str, style: Style) -> Saving:
    """What `text` takes in a style, and before. Raises BuildError as `transliterate` and `count` do."""
    made = transliterate(text, style)
    return Saving(made, count(text), count(made))
