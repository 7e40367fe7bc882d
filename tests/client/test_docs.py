"""docs/client.md: its examples run, and its table of errors is whole."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from smsc_codec import client
from smsc_codec.client import ClientError
from smsc_codec.client.errors import ERRORS
from smsc_codec.client.mailing import MOST_BYTES, MOST_LINES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "client.md"


def test_examples_run() -> None:
    """Every example gives what the page says it gives."""
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", optionflags=flags)
    assert tried >= 8
    assert failed == 0


def test_errors() -> None:
    """ERR-4, ERR-5: every error is on the page, the refusals with their codes."""
    text = PAGE.read_text(encoding="utf-8")
    table = text[text.index("## Errors") : text.index("## Mailings")]
    known = {
        name for name in client.__all__ if isinstance(getattr(client, name), type)
        and issubclass(getattr(client, name), ClientError)
    }  # fmt: skip
    assert set(re.findall(r"`([A-Z]\w+)`", table)) - {"BuildError"} == known
    codes = {(name, int(code)) for name, code in re.findall(r"`([A-Z]\w+)` ([0-9])", table)}
    assert codes == {(kind.__name__, code) for (_, code), kind in ERRORS.items()}


def test_bounds() -> None:
    """The bounds of a request of a mailing are those that the page says."""
    assert f"up to {MOST_LINES} lines and {MOST_BYTES // 1024} KiB" in PAGE.read_text(encoding="utf-8")
