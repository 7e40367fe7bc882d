"""What a text has that some rules are about."""

import pytest

from smsc_codec.text.traits import LOST, MIXED, ODD, ODD_CASE, SIGN, traits


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("", set()),
        ("Hello? {menu: 1}\r\n\t~", set()),
        ("Привет, ёж! Її ґанок.", set()),
        ("«Привет» — №5…", {SIGN}),
        ("a\x07", {ODD}),
        ("a\u200bb", {ODD}),
        ("Привет\u00a0мир", {ODD}),
        ("Тенге: 5 €", {ODD}),
        ("Қазақ", {ODD}),
        ("Привет? 😀", {ODD}),
        ("??? ??", {LOST}),
        ("Что? ?? ??", set()),
        ("приВет", {ODD_CASE}),
        ("ПРИВет", {ODD_CASE}),
        ("ПРИ", set()),
        ("їЄ", {ODD_CASE}),
        ("cайт", {MIXED}),
        ("сaйт", {MIXED}),
        ("iїi", set()),
    ],
)
def test_a_text_has(text: str, has: set[str]) -> None:
    """Each trait is told where the text has it, whatever octets its characters are."""
    assert traits(text) == has
