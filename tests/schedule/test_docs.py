"""The examples of docs/schedule.md."""

from __future__ import annotations

import doctest
from pathlib import Path


def test_examples_run() -> None:
    """Every example gives what the page says it gives."""
    page = Path(__file__).resolve().parents[2] / "docs" / "schedule.md"
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried >= 15
    assert failed == 0
