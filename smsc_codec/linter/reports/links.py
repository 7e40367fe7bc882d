"""Where the project and the pages of its rules are."""

from __future__ import annotations

from smsc_codec.linter.reports import Style

HOME = "https://github.com/smsc-codec/smsc-codec"


def page_of(code: str) -> str:
    """The address of a rule's page."""
    return f"{HOME}/blob/main/docs/rules/{code}.md"


def linked(code: str, style: Style) -> str:
    """A rule's code, which a terminal that can (OSC 8) opens the rule's page from."""
    return f"\x1b]8;;{page_of(code)}\x1b\\{code}\x1b]8;;\x1b\\" if style.links and code else code
