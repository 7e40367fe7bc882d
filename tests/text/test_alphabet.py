"""The GSM 7 bit alphabet, its extension and the national tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.text import cost, encoding, first_outside
from smsc_codec.text.alphabet import septets
from smsc_codec.text.tables import LANGUAGES, LOCKING, SINGLE
from tests.text.vectors import load, texts

TABLES = load("national_tables")["tables"]


@pytest.mark.parametrize("number", range(14))
def test_locking_table(number: int) -> None:
    """Every code of a locking shift table is the one of TS 23.038 6.2.1 and A.3; Spanish has none of its own."""
    expected = TABLES[str(number)]["lock"]
    language = ("", *LANGUAGES)[number]
    if language not in LOCKING:
        assert language == "spanish"
        assert expected == TABLES["0"]["lock"]
        return
    table = LOCKING[language]
    assert len(table) == 128
    assert {str(code): letter for code, letter in enumerate(table) if letter != "\0"} == expected


@pytest.mark.parametrize("number", range(14))
def test_single_shift_table(number: int) -> None:
    """Every code after the escape is the one of 6.2.1.1 and A.2, but for controls of the receiver (0D, 1B)."""
    expected = {code: it for code, it in TABLES[str(number)]["shift"].items() if code not in ("13", "27")}
    pairs = SINGLE[("", *LANGUAGES)[number]]
    assert {str(ord(code)): it for code, it in zip(pairs[::2], pairs[1::2], strict=True)} == expected


def test_cost_of_every_character_of_the_alphabet() -> None:
    """SEG-2: 127 characters take one septet, the ten of the extension two, and no other has any."""
    alphabet = set(TABLES["0"]["lock"].values()) - {"\x1b"}
    extension = set("\f^{}\\[~]|€")
    assert len(alphabet) == 127
    for code in (*range(0x3000), 0x20AC, 0x1F600, 0xD800):
        character = chr(code)
        assert cost(character) == (1 if character in alphabet else 2 if character in extension else 0)
        assert encoding(character) == ("gsm7" if cost(character) else "ucs2")


@pytest.mark.parametrize(
    ("character", "units"), [("я", 1), ("€", 1), ("😀", 2), ("\ud83d", 1), ("\0", 1), ("\ud83d\uffff", 2)]
)
def test_cost_in_ucs2(character: str, units: int) -> None:
    """SEG-2: what lies above U+FFFF is a surrogate pair; a lone half of one is one unit, as the last below it."""
    assert cost(character, "ucs2") == units


@pytest.mark.parametrize("locking", LOCKING)
@pytest.mark.parametrize("single", SINGLE)
def test_cost_in_national_tables(locking: str, single: str) -> None:
    """TS 23.038 6.2.1.2: a character of the locking shift table takes one septet, one of the other two, whatever both
    have; a text of several takes as many as each alone, and what neither has is in none.
    """
    plain = set(LOCKING[locking]) - {"\0", "\x1b"}
    escaped = set(SINGLE[single][1::2]) - plain
    sizes = {character: len(septets(character, locking, single) or b"") for character in (*plain, *escaped)}
    assert sizes == dict.fromkeys(plain, 1) | dict.fromkeys(escaped, 2)
    assert len(septets("".join(sizes), locking, single) or b"") == sum(sizes.values())
    for character in {chr(code) for code in range(1, 128)} - plain - escaped:
        assert septets(character, locking, single) is None
        assert septets(f"a{character}", locking, single) is None


@pytest.mark.parametrize("text", ["\0", "a\0", "é\0", "\0é", "€\0€", "ç\0"])
def test_no_alphabet_has_nul(text: str) -> None:
    """SEG-1: NUL is in no table, alone or beside letters beyond ASCII."""
    assert septets(text) is None
    assert septets(text, "turkish", "turkish") is None
    assert encoding(text) == "ucs2"


@settings(max_examples=200, deadline=None)
@given(texts)
def test_first_outside(text: str) -> None:
    """The first character without a cost, wherever NUL and others stand; and none where the encoding is gsm7."""
    outside = [at for at, character in enumerate(text) if not cost(character)]
    assert first_outside(text) == (outside[0] if outside else -1)
    assert encoding(text) == ("ucs2" if outside else "gsm7")
