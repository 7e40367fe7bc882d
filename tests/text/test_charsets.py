"""The three charsets of a request."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError
from smsc_codec.text import CHARSETS, Misfit, charsets_for, encode, misfit
from tests.text.vectors import texts


@pytest.mark.parametrize(
    ("text", "charsets"),
    [
        ("", CHARSETS),
        ("Hello", CHARSETS),
        ("Привет", CHARSETS),
        ("Заказ №5 — «да»", ("windows-1251", "utf-8")),
        ("─ рамка", ("utf-8", "koi8-r")),
        ("ї є ґ", ("windows-1251", "utf-8")),
        ("қазақ", ("utf-8",)),
        ("Привет 🎉", ("utf-8",)),
        ("\ud83d", ()),
    ],
)
def test_charsets_for(text: str, charsets: tuple[str, ...]) -> None:
    """REQ-6: what windows-1251 (the default), utf-8 and koi8-r have letters for."""
    assert charsets_for(text) == charsets


def test_misfit() -> None:
    """REQ-6: the first character that does not fit, and where it stands."""
    assert misfit("Привет 🎉 🎉") == Misfit(7, "🎉")
    assert misfit("Привет 🎉", "utf-8") is None
    assert misfit("цена №", "koi8-r") == Misfit(5, "№")


def test_the_error_tells_what_would_do() -> None:
    """REQ-6: the caller hears before sending which character stops it, where, and which charset has it, if any has."""
    with pytest.raises(BuildError) as raised:
        encode("a\ud83d")
    assert str(raised.value).endswith("at character 1")
    with pytest.raises(BuildError) as raised:
        encode("Привет 🎉", field="mes")
    assert str(raised.value) == "mes: windows-1251 has no U+1F389 PARTY POPPER at character 7; use utf-8"


@pytest.mark.parametrize("charset", ["cp1251", "UTF-8", "utf-16", ""])
def test_other_charsets_are_refused(charset: str) -> None:
    """REQ-6: the service knows three names and no others."""
    with pytest.raises(BuildError, match="windows-1251, utf-8, koi8-r"):
        encode("a", charset)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_what_fits_comes_back(text: str) -> None:
    """REQ-6: a charset either carries the whole text, and it can be read back, or names a character it lacks."""
    for charset in CHARSETS:
        stopped = misfit(text, charset)
        if stopped is None:
            assert encode(text, charset).decode(charset) == text
        else:
            assert text[stopped.start] == stopped.character
            assert misfit(text[: stopped.start], charset) is None
            assert misfit(stopped.character, charset) is not None
