"""A text that is made of names of secrets is blotted in linear time: what is too dense is blotted as a whole."""

from __future__ import annotations

from smsc_codec.secrets import blotted, spans


def test_lines_of_a_log() -> None:
    """In a long log, or a list of codes to send, each value is blotted by itself and all else can be read."""
    lines = [f"79161234567:Your password: {number}a\n" for number in range(100_000, 110_000)]
    shown = blotted("".join(lines))
    assert shown == "79161234567:Your password: *******\n" * len(lines)


def test_nothing_but_names() -> None:
    """Where names stand closer than in any text that somebody wrote, all that is left of it is a value."""
    source = "?a=1" + "&psw=12" * 200_000 + " " * 16
    places = spans(source)
    # Each name costs sixty; twice the length and a hundred thousand are there, which here is used up to the last.
    assert (2 * len(source) + 100_000) % 60 == 0
    assert len(places) == (2 * len(source) + 100_000) // 60
    assert places[-1][1] == len(source)
    shown = blotted(source)
    assert shown.startswith("?a=1&psw=**&psw=**&psw=**")
    assert "12" not in shown
