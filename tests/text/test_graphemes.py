"""Where a text may not be cut, held to the module `regex`, whose `\\X` follows Unicode's tables (UAX 29)."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.text.graphemes import joined

regex: Any = pytest.importorskip("regex", reason="needs the extra `test`")

#: What stands around a character: letters, halves of a Hangul syllable, an Indic conjunct, a joined picture.
AROUND = "a%sa\n\u1100%s\u11a8\n\u0915\u094d%s\u093e\n\U0001f469\u200d%s\n"
#: Where characters are that do more than stand alone.
PLACES = (
    range(0x3100), range(0xA600, 0xAC80), range(0xD780, 0xD800), range(0xFB00, 0x12000), range(0x16A00, 0x17000),
    range(0x1D000, 0x1D300), range(0x1E000, 0x1FB00), range(0xE0000, 0xE0200),
)  # fmt: skip
#: One of each kind that the rules of UAX 29 know, several of the large ones.
KINDS = (
    "\r\n\t\u200b\u00ad a1я\u0301\u0308\ufe0f\u200d\u200c\u0600\u06dd\u070f\U000110bd\u0d4e\u0e33\u0eb3\u0903"
    "\u093e\u0c41\u0915\u0937\u094d\u093c\u09cd\u0995\u0bcd\u0b95\u1000\u1039\u1780\u17d2\u1100\u1161\u11a8\uac00\uac01\ua960\ud7b0"
    "\ud7cb\U0001f1f7\U0001f1fa\u2764\u00a9\U0001f469\U0001f3fd\U0001f3f4\U000e0067\U000e007f\uff9e"
)


def breaks(text: str) -> set[int]:
    """Where Unicode's tables let a text be cut."""
    return {match.end() for match in regex.finditer(r"\X", text)}


def ours(text: str) -> set[int]:
    """Where we cut it."""
    cuts, start = {len(text)}, 0
    for at in range(1, len(text)):
        if not joined(text, at, start):
            cuts.add(at)
            start = at
    return cuts


def test_no_character_is_torn_from_another() -> None:
    """SEG-2: whatever stands beside a letter, a conjunct, a syllable or a picture, we cut only where Unicode does."""
    torn = {
        f"{code:X}"
        for places in PLACES
        for code in places
        if not ours(text := AROUND.replace("%s", chr(code))) <= breaks(text)
    }
    assert torn == set()


@given(st.text(st.sampled_from(KINDS), min_size=1, max_size=12))
@settings(max_examples=500, deadline=None)
def test_no_sequence_is_torn(text: str) -> None:
    """SEG-2: however the kinds of characters follow one another."""
    assert ours(text) <= breaks(text)


#: Hangul, and what stands beside its blocks.
SYLLABLES = [
    chr(code)
    for block in ((0x10F0, 0x1210), (0xA950, 0xA990), (0xABF0, 0xAC20), (0xD790, 0xD800))
    for code in range(*block)
    if unicodedata.category(chr(code)) == "Lo"
]


@pytest.mark.parametrize(
    "beside", ["\u1100", "\u115f", "\u1161", "\u11a8", "\ua960", "\uac00", "\ud7b0", "\ud7cb", "a"]
)
def test_syllables(beside: str) -> None:
    """UAX 29 GB6 to GB8: what is Hangul follows a leading consonant, vowels and trailing ones follow what is Hangul."""
    hangul = regex.compile(r"[\p{hst=L}\p{hst=V}\p{hst=T}\p{hst=LV}\p{hst=LVT}]").match
    leading = regex.compile(r"\p{hst=L}").match
    behind = regex.compile(r"[\p{hst=V}\p{hst=T}]").match
    for one in SYLLABLES:
        for before, after in ((beside, one), (one, beside)):
            one_syllable = (leading(before) and hangul(after)) or (behind(after) and hangul(before))
            assert joined(before + after, 1) is bool(one_syllable), f"{ord(before):X} {ord(after):X}"


FLAG = "\U0001f1e6\U0001f1ff"


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        (FLAG * 2, {2, 4}),
        (FLAG + "a" + FLAG, {2, 3, 5}),
        ("a" + FLAG * 2 + "\U0001f1e6", {1, 3, 5, 6}),
        ("\U0001f1e5" + FLAG, {1, 3}),
        (FLAG + "\U0001f200", {2, 3}),
        ("\r\n\n\r", {2, 3, 4}),
        ("a\u200d\n", {2, 3}),
        ("a\u200db", {3}),  # more than Unicode keeps
        ("\u0600\u2028", {1, 2}),
        ("\u06001", {2}),
        ("a\u02ff\u0300", {1, 3}),
        ("\u0915\u094d\u0915", {3}),
        ("\u0915\u094d\u093c\u0915", {4}),
        ("\u0915\u093c\u0915", {2, 3}),
        ("\u0915a\u0915", {1, 2, 3}),
        ("\u0e01\u0e33", {2}),
        ("\U0001f3f4\U000e0020\U000e007f", {3}),
        ("a\U000e001f", {1, 2}),  # not assigned: a picture, for all we know
        ("\U00016d63\U00016d67", {2}),  # vowels of Kirat Rai
        ("a\U0001fffd", {1, 2}),
        ("a\U0001efff", {2}),  # not assigned either, and stands before all pictures
    ],
)
def test_cuts(text: str, cuts: set[int]) -> None:
    """UAX 29: line ends, flags, joiners, signs before numbers, conjuncts, vowels, tags; and what is not assigned."""
    assert ours(text) == cuts


def test_a_boundary_before_is_known() -> None:
    """What stands before a known boundary counts neither for flags nor for conjuncts."""
    assert joined("\U0001f1e6" + FLAG, 2, 1)
    assert not joined("\U0001f1e6" + FLAG, 2, 0)
    assert joined("\u0915\u094d\u0915", 2, 1)
    assert not joined("\u0915\u094d\u0915", 2, 2)


def test_little_is_kept_together_that_may_be_cut() -> None:
    """SEG-2: beside a letter we keep what Unicode would cut off in one case only: some spacing marks."""
    kept = {
        unicodedata.category(chr(code))
        for code in (*range(0xD800), *range(0xE000, 0x10000))
        if joined(f"a{chr(code)}", 1) and 1 in breaks(f"a{chr(code)}")
    }
    assert kept - {"Cn"} == {"Mc"}
