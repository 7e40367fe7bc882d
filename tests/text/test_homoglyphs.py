"""Letters of one script that look like those of the other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.text import MixedWord, cyrillic, find_mixed_words, latin
from smsc_codec.text.homoglyphs import TO_CYRILLIC, TO_LATIN, find_digits_for_letters
from tests.text.vectors import texts


@pytest.mark.parametrize(
    ("word", "made"),
    [
        ("сallerr", "callerr"),
        ("саllеrr2", "callerr2"),
        ("callerr", "callerr"),
        ("", ""),
        ("ѕоѕ", "sos"),
        ("звонок", None),
        ("caller-ж", None),
        ("café", None),
    ],
)
def test_latin(word: str, made: str | None) -> None:
    """IVR-11, IVR007: a label can be mended if every foreign letter looks like a Latin one."""
    assert latin(word) == made


@pytest.mark.parametrize(
    ("word", "made"),
    [("Пpивeт", "Привет"), ("ещë", "ещё"), ("Привет", "Привет"), ("Privet", None), ("SMSка", None)],
)
def test_cyrillic(word: str, made: str | None) -> None:
    """LST014: a Russian word can be mended if every Latin letter looks like a Russian one."""
    assert cyrillic(word) == made


def test_pairs_are_of_two_scripts() -> None:
    """Each pair is an ASCII and a Cyrillic letter of the same case, and the way back leads to the same letter."""
    for letter, ascii_letter in TO_LATIN.items():
        assert ascii_letter.isascii()
        assert "\u0400" <= letter <= "\u052f"
        assert ascii_letter.isupper() == letter.isupper()
    assert all(
        TO_LATIN.get(letter, ascii_letter) == ascii_letter for ascii_letter, letter in TO_CYRILLIC.items()
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Пpивет, мир", [(0, 6, "Пpивет", "Привет")]),
        ("VISА и MаsterCard", [(0, 4, "VISА", "VISA"), (7, 17, "MаsterCard", "MasterCard")]),
        ("Ваш кoд: 1", [(4, 7, "кoд", "код")]),
        ("СOМ", [(0, 3, "СOМ", "СОМ")]),
        ("СO", [(0, 2, "СO", "CO")]),
        ("СОСEO", [(0, 5, "СОСEO", "СОСЕО")]),  # two of five are Latin
        ("СОCEO", [(0, 5, "СОCEO", "COCEO")]),  # three are
        ("ОССS", [(0, 4, "ОССS", "OCCS")]),  # no Russian letter looks like S
        ("кAMA", [(0, 4, "кAMA", "кАМА")]),  # no Latin one like this к
        ("SMSками с iPhone, Wi-Fi и VIP-зал", []),
        ("Hello, мир! C2 и B2", []),
        ("қазақстан Київ", []),
    ],
)
def test_mixed_words(text: str, words: list[tuple[int, int, str, str]]) -> None:
    """LST014: words of both scripts which one script alone could show, with their places and the better script."""
    assert find_mixed_words(text) == tuple(MixedWord(*word) for word in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Номер 3аказа", [(6, 12, "3аказа", "заказа")]),
        ("н0мер и зв0нок", [(0, 5, "н0мер", "номер"), (8, 14, "зв0нок", "звонок")]),
        ("Мы 0ткрыты 4ерез час", [(3, 10, "0ткрыты", "открыты"), (11, 16, "4ерез", "через")]),
        ("ра6ота, по4та", [(0, 6, "ра6ота", "работа"), (8, 13, "по4та", "почта")]),
        ("6есплатно", [(0, 9, "6есплатно", "бесплатно")]),
        ("3апреля, 3августа, 3адреса, 3комнатная, 3й, в 3х, 24часа, 0руб, 6билетов, 4человека", []),
        ("дом3кв4, стр3корп4, д3к4, кв46, м3 воды, А003ВС, mp3файл", []),
        ("2ой0й к0д3", []),  # more than one kind, and no word
    ],
)
def test_digits_for_letters(text: str, words: list[tuple[int, int, str, str]]) -> None:
    """LST014: a digit within a word, or before what only the letter stands before, and no number glued to a word."""
    assert [*find_digits_for_letters(text)] == [MixedWord(*word) for word in words]


@settings(max_examples=200, deadline=None)
@given(texts)
def test_mended_words_are_not_found_again(text: str) -> None:
    """Each is where it says, and once all are mended none is left."""
    found = find_mixed_words(text)
    assert all(text[one.start : one.end] == one.word != one.fixed for one in found)
    for one in reversed(found):
        text = text[: one.start] + one.fixed + text[one.end :]
    assert find_mixed_words(text) == ()
