"""Texts in quotes: a quote or a backslash inside has a backslash before it."""

from __future__ import annotations

from smsc_codec.lazy import compiled

_HARD = compiled(r'["\\]')
_ESCAPED = compiled(r"\\(.)")


def quoted(text: str) -> str:
    """A text as it stands in quotes."""
    return '"' + _HARD.sub(r"\\\g<0>", text) + '"'


def unquoted(words: str) -> str:
    """The text that stands in quotes."""
    return _ESCAPED.sub(r"\1", words[1:-1]) if "\\" in words else words[1:-1]
