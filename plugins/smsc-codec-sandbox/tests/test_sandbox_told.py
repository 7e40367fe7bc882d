"""What the sandbox says, word by word, as somebody has read it and found it right: sandbox_told.txt."""

from __future__ import annotations

import pytest
from sandbox_told import SECTIONS, kept

KEPT = kept()


@pytest.mark.parametrize("name", SECTIONS)
def test_told(name: str) -> None:
    """Replies, messages, statuses, the page, callbacks, exports and the API's description are those that were read."""
    make, about = SECTIONS[name]
    assert list(make(about)) == KEPT[name]


def test_nothing_else_is_told() -> None:
    """The file has each section once, in order."""
    assert list(KEPT) == list(SECTIONS)
