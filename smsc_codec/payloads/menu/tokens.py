"""What a token of a menu says: the white space around it is the layout's."""

from __future__ import annotations


def lines(text: str) -> str:
    """A text with line feeds for all its line ends."""
    return text.replace("\r\n", "\n")


def stripped(text: str) -> str:
    """A text without the white space around it, its line ends as `\n`."""
    text = text.strip()
    return lines(text) if "\r" in text else text


def trimmed(text: str, start: int, stop: int) -> tuple[str, int, int]:
    """A token's text without the white space around it, and where it stands."""
    whole = text[start:stop]
    kept = whole.strip()
    if len(kept) != len(whole):
        start += whole.index(kept[0]) if kept else 0
        stop = start + len(kept)
    return lines(kept) if "\r" in kept else kept, start, stop
