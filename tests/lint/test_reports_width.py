"""Columns of a terminal: what is drawn over what, what is wide, what must not reach the terminal as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Span
from smsc_codec.linter.reports.cells import cells
from smsc_codec.linter.reports.row import Row
from smsc_codec.linter.reports.width import is_plain, visible, width, wrap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"

COLUMNS = [
    ("plain", 5),
    ("Привет", 6),
    ("日本", 4),
    ("한", 2),
    ("\u1112\u1161\u11ab", 2),  # the same syllable, decomposed
    ("е\u0308", 1),  # a Cyrillic letter and a combining diaeresis
    ("\U0001f600", 2),
    (FAMILY, 2),
    ("\U0001f1f7\U0001f1fa", 2),  # a flag is two regional letters
    ("\U0001f1f7\U0001f1fa\U0001f1eb\U0001f1f7", 4),
    ("\U0001f44d\U0001f3fd", 2),  # a thumb and its skin
    ("\u2764", 1),
    ("\u2764\ufe0f", 2),  # the same heart, asked to be an emoji
    ("\u2764\ufe0f\u200d\U0001f525", 2),
    ("1\ufe0f\u20e3", 2),  # a keycap
    ("#\ufe0f", 2),
    ("\u203c\ufe0f", 2),
    ("a\ufe0f", 1),  # no letter is an emoji
    ("\U0001fae8", 2),  # emoji younger than some Pythons' tables: Unicode 15 and 17
    ("\U0001faea", 2),
    ("\u3000", 2),
    ("\u00a0", 1),
    ("\t", 4),
    ("ab\t", 4),
    ("日\t.", 5),
    ("\u1100\u1160", 2),  # the first and the last of the later letters of a syllable
    ("\u1100\u11ff", 2),
    ("\u1100\ud7b0", 2),
    ("\u1100\ud7ff", 2),
    ("\u1100\u1200", 3),  # an Ethiopic one
    ("\U0001f44d\U0001f3fb", 2),  # the lightest skin and the darkest
    ("\U0001f44d\U0001f3ff", 2),
    ("\U0001f1e6\U0001f1ff", 2),  # the first and the last regional letter
    ("\U0001f1ff\U0001f1e6", 2),
    ("\U0001f468\u200d", 10),  # a joiner with nothing to join is written out
    ("\U0001f468\u200da", 11),
    ("\U0001f1e6", 1),
]

ESCAPED = [
    ("\x1b[31m", "<U+001B>[31m"),
    ("\x07", "<U+0007>"),
    ("\x9b", "<U+009B>"),  # CSI in one character
    ("a\rb", "a<U+000D>b"),
    ("\u202eabc", "<U+202E>abc"),
    ("\u2066", "<U+2066>"),
    ("\u200b", "<U+200B>"),
    ("\ufeff", "<U+FEFF>"),
    ("a\u200db", "a<U+200D>b"),  # a joiner that joins no emoji
    ("\u2028", "<U+2028>"),
    ("\udcff", "<U+DCFF>"),
    ("\U000e0041", "<U+E0041>"),  # a tag: invisible text
    ("\tx", "<U+0009>x"),
    ("##[group]a", "<U+0023>#[group]a"),
    ("a ##vso[b]", "a <U+0023>#vso[b]"),
    ("## a, # b", "## a, # b"),
    ("\x00\u0301", "<U+0000><U+0301>"),  # no mark is drawn over an escape
]


@pytest.mark.parametrize(("text", "columns"), COLUMNS)
def test_columns(text: str, columns: int) -> None:
    """A line takes the columns that a terminal with current Unicode gives it; tabs stop at every fourth."""
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("\U0001f1f7\U0001f1faa", [2, 1]),
        ("\U0001f1f7\U0001f1fa\U0001f1eb", [2, 1]),
        ("\U0001f1f7a", [1, 1]),
        (f"{FAMILY}a", [5, 1]),
        ("e\u0301\u0302a", [3, 1]),
        ("\U0001f44d\U0001f3fda", [2, 1]),
        ("a\U0001f3fd", [1, 1]),
        ("1\ufe0f\u20e3", [3]),
    ],
)
def test_what_is_drawn_as_one(text: str, lengths: list[int]) -> None:
    """A flag, a family, a letter with its marks are one cell, which is never cut."""
    assert [length for _, _, length in cells(text)] == lengths


@pytest.mark.parametrize(("text", "expected"), ESCAPED)
def test_what_a_terminal_would_obey_is_written_out(text: str, expected: str) -> None:
    """Controls, bidirectional and invisible characters are spelt; nothing of a hostile file drives a terminal."""
    assert visible(text) == expected


@pytest.mark.parametrize("text", ["Привет, мир", FAMILY, "\u2764\ufe0f", "日本 \u00a0", "е\u0308"])
def test_what_is_harmless_stays(text: str) -> None:
    """Letters, joined emoji and spaces are shown as they are."""
    assert visible(text) == text


TRICKY = st.text(
    st.sampled_from("a\t \u0301\u200d\ufe0f\U0001f468\U0001f469\U0001f1f7\U0001f3fd日\u202e\x1b1\u1161\r")
    | st.characters()
)


@settings(deadline=None)
@given(TRICKY)
def test_cells_tell_every_character_once(text: str) -> None:
    """Cells are total, account for each character, and show only what is printable and as wide as they say."""
    found = list(cells(text))
    assert sum(length for _, _, length in found) == len(text)
    for shown, columns, _ in found:
        assert columns == width(shown)
        controls = {"Cc", "Cs", "Zl", "Zp"}
        assert not controls & {unicodedata.category(char) for char in shown}
        assert "\u202e" not in shown


@settings(deadline=None)
@given(TRICKY, st.integers(0, 60), st.integers(0, 60), st.integers(20, 50))
def test_a_row_fits_and_its_columns_are_in_it(text: str, first: int, more: int, room: int) -> None:
    """However a line is cut, it is narrower than the room, and the marks of any span stand under it."""
    first = min(first, len(text))
    last = min(first + more, len(text))
    row = Row(text, Span(0, len(text)), first, last, room)
    total = width(row.text)
    assert total < room
    for start, end in [(first, last), (0, len(text)), (len(text), len(text))]:
        left, right = row.columns(start, end)
        assert 0 <= left < right <= total + 1


@pytest.mark.parametrize(
    ("first", "last", "expected", "columns"),
    [
        (0, 2, "0123456789012345678901234567890123...", (0, 2)),
        (50, 54, "...7890123456789012345678901234567...", (16, 20)),
        (96, 100, "...6789012345678901234567890123456789", (33, 37)),
    ],
)
def test_a_long_line_is_cut_around_its_span(
    first: int, last: int, expected: str, columns: tuple[int, int]
) -> None:
    """A line that is too long is shown around what matters, with dots where it goes on."""
    line = "0123456789" * 10
    row = Row(line, Span(0, len(line)), first, last, 38)
    assert row.text == expected
    assert row.columns(first, last) == columns
    left, right = columns
    assert row.text[left:right] == line[first:last]


@pytest.mark.parametrize(
    ("first", "last", "columns"),
    [
        (30, 31, (0, 3)),
        (36, 37, (0, 3)),
        (36, 38, (0, 4)),
        (37, 38, (3, 4)),
        (67, 68, (33, 34)),
        (67, 69, (33, 37)),
        (68, 69, (34, 37)),
        (90, 91, (34, 37)),
        (37, 37, (3, 4)),
    ],
)
def test_where_the_characters_of_a_cut_line_stand(first: int, last: int, columns: tuple[int, int]) -> None:
    """What is cut off stands at the dots; what is just not cut off stands beside them."""
    line = "0123456789" * 10
    row = Row(line, Span(0, len(line)), 50, 54, 38)
    assert row.text == f"...{line[37:68]}..."
    assert row.columns(first, last) == columns


def test_text_is_broken_at_blanks() -> None:
    """Lines are as long as the room lets them; a word is never torn."""
    assert wrap("one two три 日本 a-long-word x", 7) == ["one two", "три", "日本", "a-long-word", "x"]
    assert wrap("a b c d e", 5) == ["a b c", "d e"]


@pytest.mark.parametrize(
    ("text", "first", "last", "columns"),
    [
        ("abc", 0, 1, (0, 1)),
        ("abc", 1, 2, (1, 2)),
        ("abc", 0, 3, (0, 3)),
        ("abc", 3, 3, (3, 4)),
        ("日a", 0, 1, (0, 2)),
        ("日a", 1, 2, (2, 3)),
        ("\ta", 0, 1, (0, 4)),
        ("e\u0301a", 0, 2, (0, 1)),
        ("e\u0301a", 1, 2, (0, 1)),
        ("", 0, 0, (0, 1)),
    ],
)
def test_where_characters_stand(text: str, first: int, last: int, columns: tuple[int, int]) -> None:
    """The columns of a few characters of a short line: wide ones take two, what is drawn over another none."""
    row = Row(text, Span(0, len(text)), first, last, 38)
    assert row.columns(first, last) == columns


@pytest.mark.parametrize("letter", ["a", "ж"])
def test_a_line_is_cut_where_it_must_be(letter: str) -> None:
    """A line of one column less than the room stands there whole; of as many columns it is cut."""
    assert Row(letter * 37, Span(0, 37), 20, 21, 38).text == letter * 37
    assert Row(letter * 38, Span(0, 38), 0, 1, 38).text == letter * 34 + "..."
    assert Row(letter * 38, Span(0, 38), 37, 38, 38).text == "..." + letter * 34
    assert Row(letter * 38, Span(0, 38), 38, 38, 38).text == "..." + letter * 34


def test_plain_letters_are_cells_of_their_own() -> None:
    """What is taken for plain without a look at each letter is what the cells say of it, alone and behind others."""
    plain = "".join(char for char in map(chr, range(0x3000)) if is_plain(char))
    assert {*"azAZ09 ~аяёЁҐєії«»—–…№"} - {*"Ґ"} <= {*plain}
    assert list(cells(plain)) == [(char, 1, 1) for char in plain]
    assert not any(map(is_plain, ("\x1b", "a\u0301", "日", "##[a]", "\u00ad", "\u200b")))
