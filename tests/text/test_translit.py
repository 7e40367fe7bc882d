"""Cyrillic in Latin letters."""

from __future__ import annotations

import pytest

from smsc_codec.diagnostics import BuildError
from smsc_codec.text import encoding, translit_saving, transliterate
from smsc_codec.text.translit import LOOKS, SOUNDS, VERIFIED


def test_the_words_of_the_page() -> None:
    """PAR-6: the two styles write the word `транслит` as the service's page does, and no other word is known."""
    assert transliterate("транслит", 1) == "translit"
    assert transliterate("транслит", 2) == "mpaHc/Ium"
    assert frozenset("транслит") == VERIFIED


def test_every_letter_is_written_cheaply() -> None:
    """PAR-6: both styles know every Russian and Ukrainian letter of both cases, and write it at the Latin rate."""
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"
    assert set(SOUNDS) == set(alphabet)
    assert set(LOOKS) == set(alphabet + alphabet.upper())
    for style in (1, 2):
        assert encoding(transliterate(alphabet + alphabet.upper(), style)) == "gsm7"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Щука", "Schuka"),
        ("ЩУКА", "SCHUKA"),
        ("Я", "Ya"),
        ("ЯЩ", "YASCH"),
        ("Hello, мир 5€!", "Hello, mir 5€!"),
        ("қыз", "қyz"),
    ],
)
def test_case_and_other_characters(text: str, made: str) -> None:
    """A word in capitals stays so, and what is no Russian or Ukrainian letter stays as it is."""
    assert transliterate(text, 1) == made


def test_what_it_saves() -> None:
    """PAR-6, SEG-1: 140 Cyrillic letters are three parts, and one in Latin ones."""
    made = translit_saving("на" * 70, 1)
    assert (made.text, made.before.parts, made.after.parts, made.parts) == ("na" * 70, 3, 1, 2)


def test_other_styles_are_refused() -> None:
    """PAR-6: there are styles 1 and 2; 0 is none."""
    with pytest.raises(BuildError, match="translit: is 3"):
        transliterate("да", 3)  # type: ignore[arg-type]
