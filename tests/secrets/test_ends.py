"""What is looked for has an end, so that no text takes more than linear time: at the end, and one step beyond."""

from __future__ import annotations

import pytest

from smsc_codec.secrets.find import spans
from smsc_codec.secrets.layers import layers
from smsc_codec.secrets.named import _is_quoted_name
from smsc_codec.secrets.names import names, spots
from smsc_codec.secrets.told import Hidden
from smsc_codec.secrets.values import Reader


@pytest.mark.parametrize(("at", "undone"), [(9_999, True), (10_000, False)])
def test_comments_begin_near(at: int, undone: bool) -> None:
    """Comment signs are taken away where two of them stand among the first ten thousand characters."""
    text = f"# a\n{'x' * (at - 5)}\n# b"
    assert text[at] == "#"
    assert (f"a\n{'x' * (at - 5)}\nb" in [layer.text for layer in layers(text)]) is undone


def test_so_many_layers() -> None:
    """Escapes are undone again and again, to twelve texts of one."""
    assert [len([*layers(f"%{'25' * times}41")]) for times in (0, 1, 10, 11, 30)] == [2, 3, 12, 12, 12]


@pytest.mark.parametrize(("length", "name"), [(57, True), (59, True), (60, False), (61, False)])
def test_names_in_place_of_values(length: int, name: bool) -> None:
    """A name of a secret that stands in quotes as a value does is one of fewer than sixty characters."""
    text = f'"{"psw" * 19}{"_" * (length - 57)}"'
    assert _is_quoted_name(text, 1, len(text) - 1) is name
    assert not _is_quoted_name(text[1:], 0, len(text) - 2)


@pytest.mark.parametrize(("length", "ends"), [(1, 1), (1990, 1990), (1997, 1997), (1998, 0)])
def test_a_text_to_its_mark_ends_near(length: int, ends: int) -> None:
    """What a shell is given up to a mark is looked for two thousand characters far; else it is the line."""
    head = "psw=<<END\n"
    text = f"{head}{'x' * (length - 1)}\nEND\n"
    assert Reader(text).value(4, tight=True) == (len(head), len(head) + (ends or length - 1))


def test_names_begin_near() -> None:
    """A name is looked for sixty characters back from the word that makes it one of a secret."""
    text = f"{'a_' * 40}psw=1"
    assert [*names(text, spots(text))] == [(20, 83)]
    assert [*names(text[40:], spots(text[40:]))] == [(0, 43)]


@pytest.mark.parametrize(("length", "again"), [(5, False), (6, True), (500, True), (501, False)])
def test_values_that_stand_again(length: int, again: bool) -> None:
    """A value is a secret wherever it stands again: one of six characters and more, to five hundred."""
    value = ("h7" * 251)[:length]
    assert (spans(f"psw={value}\nthen {value}")[1:] == [(10 + length, 10 + 2 * length)]) is again


def test_so_many_values_stand_again() -> None:
    """Sixty values are looked for again; the one behind them is a secret where its name stands."""
    given = "\n".join(f"psw=охотник{number:02}" for number in range(61))
    text = f"{given}\nagain охотник59, again охотник60"
    assert [text[start:end] for start, end in spans(text)][60:] == ["охотник60", "охотник59"]


@pytest.mark.parametrize(("length", "inside"), [(5000, True), (5001, False)])
def test_long_texts_are_not_taken_apart(length: int, inside: bool) -> None:
    """A short value that only its name makes one is found in a text of five thousand characters."""
    assert Hidden("psw=abc").is_in("psw=abc".rjust(length)) is inside


@pytest.mark.parametrize(("before", "told"), [(4, "'****' is cut"), (5, "'Hunt' is cut")])
def test_a_piece_is_looked_for_at_its_first_places(before: int, told: str) -> None:
    """What is quoted is likely from one of the first five places where it stands."""
    assert Hidden(f"{'Hunt x ' * before}psw=Hunter27").told("'Hunt' is cut") == told


def test_where_all_is_names() -> None:
    """Looking at a name is paid for: where every few characters are one, all that is left is a value in the end."""
    assert spans("psw\n" * 890 + "plain") == []
    assert spans("psw\n" * 900 + "plain") == [(3572, 3605)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("psw_password=x", [(0, 3), (4, 12)], [(0, 12)]),
        ("my psw, apikey", [(3, 6), (8, 14)], [(3, 6), (8, 14)]),
        ("pasword=1 psw=2 psaswd: 3", [(10, 13)], [(0, 7), (10, 13), (16, 22)]),
    ],
)
def test_each_name_once_and_in_order(
    text: str, words: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    """A name of several words is one, and a misspelt one stands where it stands among the others."""
    assert [*names(text, words)] == found
