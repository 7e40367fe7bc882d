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


def test_little_is_kept_together_that_may_be_cut() -> None:
    """SEG-2: beside a letter we keep what Unicode would cut off in one case only: some spacing marks."""
    kept = {
        unicodedata.category(chr(code))
        for code in (*range(0xD800), *range(0xE000, 0x10000))
        if joined(f"a{chr(code)}", 1) and 1 in breaks(f"a{chr(code)}")
    }
    assert kept - {"Cn"} == {"Mc"}
