"""Counting, splitting and cutting."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError
from smsc_codec.text import LANGUAGES, cost, count, cut, split, without_comment
from tests.text.vectors import load, text_of, texts

PLAIN = load("segmentation")
NATIONAL = load("segmentation_national")
POLICY = load("segmentation_policy")


@pytest.mark.parametrize("vector", PLAIN, ids=lambda vector: vector["id"])
def test_vector(vector: dict[str, Any]) -> None:
    """SEG-1, SEG-2: encoding, units, parts and where each ends, as TS 23.038 and 23.040 have it."""
    text = text_of(vector)
    expected = vector["expected"]
    made = count(text, reference=vector.get("concat_ref_bits", 8))
    assert (made.encoding, made.units, made.parts) == (
        expected["encoding"],
        expected["units"],
        expected["parts"],
    )
    lengths = [end - start for start, end in zip((0, *made.ends), made.ends, strict=False)]
    for found, wanted in ((list(made.sizes), "part_units"), (lengths, "part_chars")):
        if wanted in expected:  # a long list is given by its two first and two last
            items = expected[wanted]
            assert (found[:2] + found[-2:] if "..." in items else found) == [i for i in items if i != "..."]


@pytest.mark.parametrize("vector", NATIONAL, ids=lambda vector: vector["id"])
def test_national_vector(vector: dict[str, Any]) -> None:
    """TS 23.040 9.2.3.24.15 and .16: a national table takes three octets of the header, 155 or 149 septets stay."""
    text = text_of(vector)
    made = count(text, languages=LANGUAGES)
    assert (made.encoding, made.parts) == (vector["expected"]["encoding"], vector["expected"]["parts"])
    assert list(made.sizes) == vector["expected"]["part_septets"]
    assert made.locking or made.single
    assert count(text).encoding == "ucs2"


@pytest.mark.parametrize(
    ("text", "languages", "parts", "left"),
    [
        ("ğ" * 155, ["turkish"], 1, 0),
        ("ğ" * 156, ["turkish"], 2, 149 - 7),
        ("á" + "a" * 153, ["spanish"], 1, 0),
        # A locking and a single shift table together: 12 octets of header, 146 septets a part.
        ("ã" * 146 + "ğ" + "ã" * 144, ["portuguese", "turkish"], 2, 0),
        ("я", ["turkish", "urdu"], 1, 69),
        ("a" * 160, ["turkish"], 1, 0),
    ],
)
def test_room_beside_national_tables(text: str, languages: list[str], parts: int, left: int) -> None:
    """TS 23.040 9.2.3.24: the header is padded to a septet, and tables are used only where they are needed."""
    made = count(text, languages=languages)
    assert (made.parts, made.left) == (parts, left)


@pytest.mark.parametrize("vector", POLICY, ids=lambda vector: vector["id"])
def test_policy_vector(vector: dict[str, Any]) -> None:
    """A flag or a letter with its mark stays whole if asked; as 3GPP has it, only surrogate pairs do."""
    text = text_of(vector)
    assert count(text).parts == vector["surrogate_safe_parts"]
    assert count(text, graphemes=True).parts == vector["grapheme_safe_parts"]


@pytest.mark.parametrize(
    "whole",
    [
        "\r\n",
        "e\u0301",
        "🇷🇺",
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f",
        "\u1112\u1161\u11ab",
        "하\u11ab",
        "🏴\U000e0067\U000e0062\U000e007f",
        "\u0915\u093f",
    ],
)
@pytest.mark.parametrize("before", range(60, 67))
def test_graphemes_stay_whole(whole: str, before: int) -> None:
    """With `graphemes` no part ends inside a sequence, wherever the end of a part falls on it."""
    text = "я" * before + whole + "я" * 80
    made = count(text, graphemes=True)
    assert not any(before < end < before + len(whole) for end in made.ends)
    assert "".join(split(text, graphemes=True)) == text


@pytest.mark.parametrize("text", ["e" + "\u0301" * 200, "👨\u200d" * 100, "\u200d" * 150])
def test_a_grapheme_longer_than_a_part_is_cut(text: str) -> None:
    """What no part can hold is cut like any text, and the parts before the last are full to a unit."""
    made = count(text, graphemes=True)
    assert all(size >= 66 for size in made.sizes[:-1])
    assert "".join(split(text, graphemes=True)) == text


def test_flags_are_counted_in_pairs() -> None:
    """Regional indicators pair from the first: 33 of 67 units hold 16 flags, and none is torn."""
    assert all(len(part) % 2 == 0 for part in split("🇷🇺" * 100, graphemes=True))


@settings(max_examples=200, deadline=None)
@given(texts, st.sampled_from([8, 16]), st.booleans(), st.sampled_from([(), ("turkish",), LANGUAGES]))
def test_parts_of_any_text(text: str, reference: Any, graphemes: bool, languages: tuple[str, ...]) -> None:
    """Parts join to the text; none is over its limit; each but the last is as full as its next character lets."""
    made = count(text, reference=reference, graphemes=graphemes, languages=languages)
    pieces = split(text, reference=reference, graphemes=graphemes, languages=languages)
    assert "".join(pieces) == text
    assert (made.parts, made.ends[-1]) == (len(pieces), len(text))
    assert sum(made.sizes) == made.units
    assert made.left >= 0
    if made.locking or made.single:
        return
    sizes = [sum(cost(character, made.encoding) for character in piece) for piece in pieces]
    assert tuple(sizes) == made.sizes
    one, several = {("gsm7", 8): (160, 153), ("ucs2", 8): (70, 67), ("gsm7", 16): (160, 152)}.get(
        (made.encoding, reference), (70, 66)
    )
    assert (made.parts == 1) == (made.units <= one)
    if made.parts == 1:
        assert made.left == one - made.units
        return
    assert max(sizes) <= several
    assert made.left == several - sizes[-1]
    if not graphemes:
        firsts = [cost(piece[0], made.encoding) for piece in pieces[1:]]
        assert all(size + first > several for size, first in zip(sizes, firsts, strict=False))


@settings(max_examples=200, deadline=None)
@given(texts, st.integers(1, 4), st.sampled_from([8, 16]))
def test_cut_is_the_longest_beginning(text: str, maxsms: int, reference: Any) -> None:
    """SEG-4, PAR-18: what is kept fits, one character more would not, and nothing else is lost."""
    made = cut(text, maxsms, reference=reference)
    assert made.kept + made.lost == text
    assert count(made.kept, reference=reference).parts <= maxsms
    if made.lost:
        assert count(made.kept + made.lost[0], reference=reference).parts > maxsms


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(1, 3))
def test_cut_between_graphemes(text: str, maxsms: int) -> None:
    """With `graphemes` the cut keeps no more, fits too, and tears nothing that a part could hold."""
    made = cut(text, maxsms, graphemes=True)
    assert made.kept + made.lost == text
    assert count(made.kept, graphemes=True).parts <= maxsms
    assert made.kept or not text


@pytest.mark.parametrize(
    ("text", "maxsms", "kept"),
    [
        ("a" * 161, 1, 160),
        ("a" * 400, 2, 306),
        ("я" * 71, 1, 70),
        ("a" * 160 + "я", 1, 160),
        ("a" * 100 + "я" * 300, 2, 134),
        ("👨\u200d👩\u200d👧" * 20, 1, 8 * 5),
        ("a" * 50000, 300, 255 * 153),
        ("", 1, 0),
        ("a" + "e" + "\u0301" * 100, 1, 1),
        ("e" + "\u0301" * 100, 1, 70),
        ("a" * 160, 1, 160),
    ],
)
def test_cut(text: str, maxsms: int, kept: int) -> None:
    """SEG-4: to what fits; the beginning is counted by itself, and 255 parts are the most there are."""
    assert len(cut(text, maxsms, graphemes=True).kept) == kept


def test_255_parts_are_the_most() -> None:
    """TS 23.040 9.2.3.24.1: the number of parts is one octet; more is the caller's error, not a wrong number."""
    assert count("я" * 67 * 255).parts == 255
    for function in (count, split):
        with pytest.raises(BuildError, match="256 parts"):
            function("я" * (67 * 255 + 1))


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: count("я" * 80, reference=12), "reference"),  # type: ignore[arg-type]
        (lambda: count("я", languages=["klingon"]), "languages"),
        (lambda: cut("a", 0), "maxsms"),
    ],
)
def test_wrong_options_are_named(call: Any, field: str) -> None:
    """A wrong option is a BuildError that names it."""
    with pytest.raises(BuildError) as raised:
        call()
    assert raised.value.field == field


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Hello!\n~~~\nComment", "Hello!"),
        ("Hello!\n~~~\na\n~~~\nb", "Hello!"),
        ("Hello!\n~~~~\nb", "Hello!\n~~~~\nb"),
        ("Hello! ~~~ b", "Hello! ~~~ b"),
        ("Hello!", "Hello!"),
    ],
)
def test_without_comment(text: str, sent: str) -> None:
    """SEG-3, CMT-1: what follows the first mark is not sent, so it does not count."""
    assert without_comment(text) == sent


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("\u0e01\u0e33", True),  # Thai KO KAI, SARA AM
        ("\u0e81\u0eb3", True),  # Lao
        ("\u06001", True),  # a number sign before its number (GB9b)
        ("\u06dd\u0661", True),
        ("\u0600\n", False),
        ("\u0915\u094d\u0937", True),  # Devanagari KSSA (GB9c)
        ("\u0915\u094d\u094d\u0937", True),
        ("\u0995\u09cd\u09b7", True),
        ("\u0c15\u0c4d\u0c37", True),
        ("\u0915\u0937", False),
        ("\u0915\u0941\u0937", False),  # a vowel sign joins nothing that follows it
        ("\u0b95\u0bcd\u0bb7", False),  # Tamil: its virama joins nothing
        ("ab", False),
        # The edges of what flags and syllables are made of (GB12, GB6 to GB8).
        ("\U0001f1e6\U0001f1ff", True),
        ("\U0001f1ff\U0001f1e6", True),
        ("\u1100\u1160", True),
        ("\u115f\u11ff", True),
        ("\ua960\uac00", True),
        ("\ua97c\ud7a3", True),
        ("\uac00\ud7b0", True),
        ("\ud7a3\ud7fb", True),
        ("\u1160\u1100", False),
        ("\u11ff\ua960", False),
        ("a\u1160", False),
        ("\uac00\uac00", False),
    ],
)
def test_what_stays_whole(text: str, whole: bool) -> None:
    """UAX 29, GB9a, GB9b, GB9c: the last character stands with those before it where a part could hold both."""
    filler = "\u044f" * (67 - len(text) + 1)
    made = split(filler + text + "\u044f" * 30, graphemes=True)
    assert len(made[0]) == (67 - len(text) + 1 if whole else 67)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("я" * 65 + "👍🏽" + "я" * 10, (65, 14)),
        ("я" * 66 + "👍🏽" + "я" * 10, (66, 14)),
        ("я" * 63 + "👨\u200d👩" + "я" * 10, (63, 15)),
        ("я" * 64 + "👨\u200d👩" + "я" * 10, (64, 15)),
        ("я" * 66 + "e\u0301" + "я" * 10, (66, 12)),
        ("я" * 65 + "e\u0301" + "я" * 10, (67, 10)),
        ("👍" * 50, (66, 34)),
    ],
)
def test_units_of_parts_that_tear_nothing(text: str, sizes: tuple[int, ...]) -> None:
    """SEG-2: the units before the character that goes whole to the next part, two for each above U+FFFF."""
    assert count(text, graphemes=True).sizes == sizes
