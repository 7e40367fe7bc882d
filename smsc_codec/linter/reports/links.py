"""Where the project and the pages of its rules are."""

from __future__ import annotations

HOME = "https://github.com/smsc-codec/smsc-codec"


def page_of(code: str) -> str:
    """The address of a rule's page."""
    return f"{HOME}/blob/main/docs/rules/{code}.md"
