"""What reports in XML share: text that is safe in it."""

from __future__ import annotations

from smsc_codec.linter.reports.width import visible


def attribute(text: str) -> str:
    """A text as an attribute's value in quotes: nothing in it is markup, nothing that XML does not have."""
    shown = visible(text).encode("utf-8", "replace").decode("utf-8")
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        shown = shown.replace(sign, written)
    return f'"{shown}"'
