"""Characters that cannot be seen, or pass for others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.text import find_invisible, find_typographic
from tests.text.vectors import texts


@pytest.mark.parametrize(
    ("character", "kind", "plain"),
    [
        ("\u200b", "zero-width", ""),
        ("\u200c", "zero-width", ""),
        ("\u200d", "zero-width", ""),
        ("\u2060", "zero-width", ""),
        ("\ufeff", "zero-width", ""),
        ("\u00ad", "zero-width", ""),
        ("\u00a0", "no-break", " "),
        ("\u202f", "no-break", " "),
        ("\u2011", "no-break", "-"),
        ("\u2009", "space", " "),
        ("\u3000", "space", " "),
        ("\u2028", "space", "\n"),
        ("\u200e", "direction", ""),
        ("\u202e", "direction", ""),
        ("\u2069", "direction", ""),
        ("\0", "control", ""),
        ("\x1b", "control", ""),
        ("\x7f", "control", ""),
        ("\x98", "control", ""),
    ],
)
def test_invisible(character: str, kind: str, plain: str) -> None:
    """GEN002: told with its place, its kind and what to write instead."""
    (found,) = find_invisible(f"1:{character} Sales")
    assert (found.start, found.character, found.kind, found.plain) == (2, character, kind, plain)


@pytest.mark.parametrize(
    ("character", "kind", "plain"),
    [("«", "quote", '"'), ("”", "quote", '"'), ("’", "quote", "'"), ("–", "dash", "-"), ("−", "dash", "-")],
)
def test_typographic(character: str, kind: str, plain: str) -> None:
    """GEN002: typographic quotes and dashes are told apart from what cannot be seen."""
    (found,) = find_typographic(f"wait{character}10")
    assert (found.start, found.character, found.kind, found.plain) == (4, character, kind, plain)
    assert find_invisible(f"wait{character}10") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain\ttext\r\n\f",
        "Привет, мир!",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "👩🏽\u200d🚀",
        "қазақ, їжак, été",
    ],
)
def test_nothing_to_find(text: str) -> None:
    """Ordinary text, and joiners inside emoji, are left alone."""
    assert find_invisible(text) == ()


@settings(max_examples=200, deadline=None)
@given(texts)
def test_places(text: str) -> None:
    """Each is where it says, in order, and once it is replaced by its plain text nothing is found."""
    found = sorted((*find_invisible(text), *find_typographic(text)), key=lambda one: one.start)
    assert all(text[one.start] == one.character for one in found)
    for one in reversed(found):
        text = text[: one.start] + one.plain + text[one.start + 1 :]
    assert [one for one in find_invisible(text) if one.character != "\u200d"] == []
    assert find_typographic(text) == ()
