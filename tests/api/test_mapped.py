"""Where the characters of an urlencoded text come from."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec.api.text.mapped import _FEW, Mapped, joined
from smsc_codec.diagnostics import Edit, Span

_CHARACTERS = st.sampled_from([*"aZ0 Яж€😀\n%", "é"])


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@given(st.lists(st.tuples(_CHARACTERS, st.booleans()), max_size=12), st.integers(0, 3))
def test_places_of_an_urlencoded_text(charset: str, said: list[tuple[str, bool]], before: int) -> None:
    """Each character is where it was written, urlencoded or, as some clients leave UTF-8, not; an empty text too."""
    said = [(c, bare and c != "%") for c, bare in said if c.encode(charset, "ignore")]
    said = [(c, bare and (c.isascii() or charset == "utf-8")) for c, bare in said]
    written = [c if bare else quote(c, safe="", encoding=charset) for c, bare in said]
    source = "&" * before + "".join(written) + "&"
    octets, text = Mapped.of(source, before, len(source) - 1).decoded(charset)
    assert text.text == "".join(c for c, _ in said)
    assert octets == text.text.encode(charset)
    at = before
    for i, piece in enumerate(written):
        assert text.span(Span(i, i + 1)) == Span(at, at + len(piece))
        at += len(piece)
    assert text.span() == Span(before, len(source) - 1)
    assert text.place(len(written)) == len(source) - 1
    # One by one as above, and all at once.
    starts, ends, _ = text.places
    assert [*map(Span, starts, ends)] == [text.span(Span(i, i + 1)) for i in range(len(written))]
    edit = Edit(Span(0, len(written)), "a")
    assert not written or text.edit(edit) == Edit(Span(before, len(source) - 1), "a")


def test_places_of_a_few_characters_are_found_without_those_of_all() -> None:
    """A text that is asked for few of its characters never looks for the others; one that is asked for more does."""
    _, text = Mapped.of("-%D0%AF+a%D0%B0-", 1, 15).decoded("utf-8")
    for _ in range(_FEW):
        assert text.at(0) == (1, 7)
        assert "places" not in vars(text)
    assert text.at(3) == (9, 15)
    assert "places" not in vars(text)
    assert text.at(3) == (9, 15)
    assert "places" in vars(text)
    _, other = Mapped.of("-%D0%AF+a%D0%B0-", 1, 15).decoded("utf-8")
    for _ in range(_FEW + 1):
        assert other.is_one_piece(0, 3)
        assert "places" not in vars(other)
    assert other.is_one_piece(0, 3)
    assert "places" in vars(other)


#: A text with holes between `<` and `>`, and what it says where `%` and a letter is that letter twice.
HOLES = [
    "",
    "a",
    "%b",
    "<a>",
    "%a<b>",
    "<%a>",
    "<%a>%b",
    "%a<%b>%c",
    "a<b>%c<d>e",
    "%a%b<c>",
    "<a><b>%c",
    "<%a%b>%c%d",
]


@pytest.mark.parametrize("text", HOLES)
@pytest.mark.parametrize("before", [0, 3])
def test_signs_are_put_otherwise_around_holes(text: str, before: int) -> None:
    """What stands in a hole stays; each character and each hole is where it was written."""
    said: list[tuple[str, int, int]] = []
    holes: list[Span] = []
    kept: list[Span] = []
    bare = ""
    inside = False
    begun = 0, 0
    for piece in re.findall("[<>]|%?[a-z]", text):
        if piece in "<>":
            inside = piece == "<"
            if inside:
                begun = len(bare), len(said)
            else:
                holes.append(Span(begun[0], len(bare)))
                kept.append(Span(begun[1], len(said)))
            continue
        place = before + len(bare), before + len(bare) + len(piece)
        if len(piece) == 1 or inside:
            said += [(sign, place[0] + n, place[0] + n + 1) for n, sign in enumerate(piece)]
        else:
            said += [(piece[1], *place), (piece[1], *place)]
        bare += piece
    source = "-" * before + bare + "-"
    mapped = Mapped.of(source, before, before + len(bare)).with_holes(holes)
    made = mapped.unescaped(re.compile("%([a-z])"), lambda match: match[1] * 2, lambda one: one)
    assert made.text == "".join(sign for sign, _, _ in said)
    assert [made.span(Span(n, n + 1)) for n in range(len(said))] == [Span(a, b) for _, a, b in said]
    for n in range(len(said)):
        assert made.in_hole(n) is any(one.start <= n < one.end for one in kept)
    edges = [0, *(at for one in kept for at in (one.start, one.end)), len(said)]
    around = [*pairwise(edges)][::2]
    assert [one.text for one in made.literals()] == [made.text[a:b] for a, b in around if a < b]
    for sign in "abcd":
        found = [n for n, (c, _, _) in enumerate(said) if c == sign and not made.in_hole(n)]
        assert made.find(sign) == (found[0] if found else -1)
        assert made.find(sign, 2) == next((n for n in found if n >= 2), -1)
        assert made.find(sign, 0, 2) == next((n for n in found if n < 2), -1)


def test_pieces_are_put_together() -> None:
    """Each character and each hole of the pieces is where it was; nothing put together is nothing."""
    pieces = [
        Mapped.of("abcdef", 0, 2).with_holes([Span(1, 2)]),
        Mapped.of("abcdef", 4, 6).with_holes([Span(0, 1)]),
    ]
    made = joined(pieces, str)
    assert (made.text, list(made.holes)) == ("abef", [Span(1, 2), Span(2, 3)])
    assert [made.span(Span(n, n + 1)) for n in range(4)] == [Span(0, 1), Span(1, 2), Span(4, 5), Span(5, 6)]
    assert made.place(0) == 0
    assert joined([], str).place(0) == 0
    assert joined([], str).text == ""


def test_holes_grow_together() -> None:
    """Holes that touch or lie within each other are one; a part has what of each is in it."""
    mapped = (
        Mapped.of("abcdefghij", 0, 10)
        .with_holes([Span(1, 2), Span(4, 6)])
        .with_holes([Span(2, 3), Span(5, 8)])
    )
    assert list(mapped.holes) == [Span(1, 3), Span(4, 8)]
    assert list(mapped.with_holes([Span(5, 6)]).holes) == [Span(1, 3), Span(4, 8)]
    assert list(mapped.part(2, 6).holes) == [Span(0, 1), Span(2, 4)]
    assert list(mapped.part(3, 4).holes) == []
    assert list(mapped.part(8, 10).holes) == []
    assert [mapped.in_hole(at) for at in range(10)] == [1 <= at < 3 or 4 <= at < 8 for at in range(10)]
