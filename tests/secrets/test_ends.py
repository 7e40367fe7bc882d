"""What is looked for has an end, so that no text takes more than linear time: at the end, and one step beyond."""

from __future__ import annotations

import pytest

from smsc_codec.secrets.layers import layers
from smsc_codec.secrets.named import _is_quoted_name
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
