"""Where the characters of an urlencoded text come from."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec.api.text.mapped import Mapped
from smsc_codec.diagnostics import Span

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
