"""What a menu cannot need is not looked for in it."""

from __future__ import annotations

from tests.menu.short_ways import PATH, lines


def test_no_pattern_is_asked_in_vain() -> None:
    """A pattern is compiled only for a menu with a sign that it cannot be without, as it was when last read.

    `python -m tests.menu.short_ways` writes short_ways.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
