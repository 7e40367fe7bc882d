"""The examples of docs/text.md."""

from __future__ import annotations

import doctest
from pathlib import Path


def test_examples_run() -> None:
    """Every example gives what the page says it gives."""
    page = Path(__file__).parent.parent.parent / "docs" / "text.md"
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried >= 20
    assert failed == 0
