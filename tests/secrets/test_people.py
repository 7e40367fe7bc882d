"""Passwords as people tell them: misspelt, in sentences, under another name; and texts that only speak of passwords."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from smsc_codec.secrets import blotted
from tests.secrets.people import EXACT, OPEN, WIDER
from tests.secrets.written import SECRET


@pytest.mark.parametrize("text", EXACT)
def test_nothing_else(text: str) -> None:
    """The secret is blotted, and nothing else; and the secret in a JSON string and in an address, too."""
    assert SECRET in text
    assert blotted(text) == text.replace(SECRET, "*" * len(SECRET))
    if not text.lower().startswith("password\n"):  # A heading is one where it is first in its line.
        assert SECRET not in blotted(json.dumps({"log": text}))
        assert SECRET not in blotted(f"u={quote(text, safe='')}")


@pytest.mark.parametrize(("text", "shown"), WIDER)
def test_wider(text: str, shown: str) -> None:
    """So is what is around it in these, as told."""
    assert SECRET in text
    assert SECRET not in shown
    assert blotted(text) == shown


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    """What only speaks of passwords, accounts and codes stays readable."""
    assert blotted(text) == text
