"""How a character is spoken of in a message to a person."""

from __future__ import annotations


def describe(character: str) -> str:
    """The code point and its Unicode name: `U+2116 NUMERO SIGN`; the code point alone if it has none."""
    from unicodedata import name

    return f"U+{ord(character):04X} {name(character, '')}".rstrip()
