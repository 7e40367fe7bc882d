"""LST013: which character makes a text dear, and what it costs: parts and price with it and without it."""

from __future__ import annotations

import pytest
import smsutil

from smsc_codec.linter.config import Settings
from smsc_codec.linter.gate import lint
from smsc_codec.linter.words import translated

ONLY = Settings(select=("LST013",))
#: The text; the character to blame, where it stands, parts with it and without it; None where nothing is told.
TEXTS = {
    "one letter of another alphabet": ("a" * 75 + "№", ("№", 75, 2, 1)),
    "it does not matter": ("a" * 60 + "№", None),
    "a text in Russian": (
        "Привет, ваш заказ готов, приходите в любой день с девяти до шести" + "№" * 9,
        None,
    ),
    "several": ("№" + "a" * 148 + "№", ("№", 0, 3, 1)),
    "a brace too many": ("x" * 159 + "{", ("{", 159, 2, 1)),
    "braces that matter in the third part": ("{}" + "x" * 303, ("{", 0, 3, 2)),
    "a brace with room": ("x" * 158 + "{", None),
    "a brace that does not matter": ("{" + "x" * 200, None),
    "long without braces": ("x" * 400, None),
    "the euro": ("€" + "x" * 159, ("€", 0, 2, 1)),
    "a backslash": ("x" * 159 + "\\", ("\\", 159, 2, 1)),
    "an emoji too many": ("ж" * 69 + "😀", ("😀", 69, 2, 1)),
    "an emoji with room": ("ж" * 68 + "😀", None),
    "Windows line ends": ("x" * 80 + "\r\n" + "x" * 78 + "[", ("[", 160, 2, 1)),
    "many pieces": ("№" + "x" * 300, ("№", 0, 5, 2)),
}


@pytest.mark.parametrize(("text", "told"), TEXTS.values(), ids=TEXTS)
def test_what_it_costs(text: str, told: tuple[str, int, int, int] | None) -> None:
    """The finding names the character, the parts with and without it, as another counter has them, and the price."""
    found = lint(text, "message", ONLY)
    assert len(found) == (told is not None)
    if told is None:
        return
    character, place, before, after = told
    (one,) = found
    assert (one.span.start, text[one.span.start : one.span.end]) == (place, character)
    assert len(smsutil.split(text.replace("\r\n", "\n")).parts) == before
    assert f"'{character}' (U+{ord(character):04X})" in one.message
    assert f" {before} parts instead of {after}" in one.message
    assert one.primary == f"{before} parts with it, {after} without: {before / after:.2g} times the price"
    assert "цена выше в" in translated(one, "ru").primary


def test_a_fix_saves_what_is_said() -> None:
    """With the plainer characters that the fix writes, the text takes the parts that the finding promises."""
    text = TEXTS["many pieces"][0]
    (one,) = lint(text, "message", ONLY)
    (edit,) = one.fixes[0].edits
    made = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert len(smsutil.split(made).parts) == 2


@pytest.mark.parametrize(("text", "safe"), [
    (f"/{'-' * 199}Пpивет", False), (f"/{'-' * 200}Пpивет", True), (f"Пpивет{'-' * 199}/", False),
    (f"Пpивет{'-' * 200}/", True), ("Пpивет, мир", True), ("a.ru/Пpивет", False), ("Пpивет 5", True),
    ("Пpивет-5", False),
])  # fmt: skip
def test_letters_in_an_address_are_not_exchanged_unasked(text: str, safe: bool) -> None:
    """Up to 200 signs around a word of two scripts tell an address or a code: there its fix is unsafe."""
    (found,) = (one for one in lint(text, "message") if one.code == "LST014")
    assert [fix.safe for fix in found.fixes] == [safe]
