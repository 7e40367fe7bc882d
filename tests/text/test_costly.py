"""Characters that make a message dear."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.text import cheaper, cost, encoding, find_costly, first_costly, replacement
from tests.text.vectors import texts


@pytest.mark.parametrize(
    ("character", "instead"),
    [
        ("“", '"'),
        ("«", '"'),
        ("’", "'"),
        ("–", "-"),
        ("—", "-"),
        ("…", "..."),
        ("\u00a0", " "),
        ("\u202f", " "),
        ("\u200b", ""),
        ("\ufeff", ""),
        ("№", "N"),
        ("\t", " "),
        ("`", "'"),
        ("™", "(tm)"),
        ("½", "1/2"),
        ("á", "a"),
        ("ç", "c"),
        ("ﬁ", "fi"),
        ("\u0301", ""),
        ("а", "a"),
        ("Р", "P"),
        ("і", "i"),
        ("ж", None),
        ("й", None),
        ("ё", None),
        ("😀", None),
        ("漢", None),
    ],
)
def test_replacement(character: str, instead: str | None) -> None:
    """LST013: typography, spaces, signs and look-alikes have plain substitutes; letters and emoji have none."""
    assert replacement(character) == instead


@settings(max_examples=200, deadline=None)
@given(texts)
def test_every_replacement_is_cheap(text: str) -> None:
    """A replacement is in the GSM 7 bit alphabet, and each costly character, and no other, is told in order."""
    found = find_costly(text)
    assert [one.start for one in found] == [at for at, one in enumerate(text) if not cost(one)]
    assert first_costly(text) == (found[0] if found else None)
    for one in found:
        assert text[one.start] == one.character
        assert one.replacement is None or encoding(one.replacement) == "gsm7"


def test_what_one_character_costs() -> None:
    """SEG-1: 160 Latin characters and one number sign are three parts; with `N` for it, two."""
    made = cheaper("a" * 160 + "№")
    assert made is not None
    assert (made.text, made.before.parts, made.after.parts, made.parts) == ("a" * 160 + "N", 3, 2, 1)


@pytest.mark.parametrize("text", ["", "Hello", "Hello, мир", "Заказ №5", "ok 😀 …"])
def test_nothing_to_save(text: str) -> None:
    """Text that costs the Latin rate, or holds a character that nothing replaces, has no cheaper form."""
    assert cheaper(text) is None
