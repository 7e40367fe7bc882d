"""Menus that a call's text was meant to have, though they begin in another way than they should."""

from __future__ import annotations

from smsc_codec.lazy import regex

#: What such a menu has, by which most texts are soon known to have none.
_KEYS = regex(r"\n[ \t]*[0-9*#]{1,4}[ \t]*:")


def meant_as_menu(source: str, start: int) -> bool:
    """Whether the text from `start` was meant to hold a voice menu."""
    if not _KEYS.search(source, start):
        return False
    from smsc_codec.payloads.menu.meant.lines import frame

    found = frame(source[start:])
    return found is not None and not found.exact
