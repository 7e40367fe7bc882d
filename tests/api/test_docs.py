"""docs/api.md: its examples run, and its table of formats is what the code does."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from smsc_codec.api.replies.carried import MISSING
from smsc_codec.api.replies.model import Balance, Failure, Sent
from smsc_codec.api.replies.numbers import FIELDS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"


def test_examples_run() -> None:
    """Every example gives what the page says it gives."""
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", optionflags=flags)
    assert tried >= 10
    assert failed == 0


def test_table_of_formats() -> None:
    """RSP, ERR, STA-2, BAL-1: what the page's table leaves out is what a format leaves out."""
    rows = [
        line.strip("| ").split(" | ")
        for line in PAGE.read_text(encoding="utf-8").split("\n")
        if line[:2] == "| "
    ]
    said = {row[0]: row[1:] for row in rows}
    for fmt, kind, name in (
        (0, Sent, "`Sent`, `Price`"),
        (1, Sent, "`Sent`, `Price`"),
        (1, Failure, "`Failure`"),
    ):
        assert re.findall(r"`(\w+)`", said[name][fmt]) == list(MISSING[fmt].get(kind, ()))
    assert said["`Failure`"][0] == "all"
    assert Failure not in MISSING[0]
    assert [said["`Balance`"][fmt] for fmt in (0, 1)] == ["`balance`, `currency`", "`balance`"]
    assert (MISSING[0][Balance], MISSING[1][Balance]) == (("credit",), ("currency", "credit"))
    more = [re.findall(r"`(\w+)`", said[f"`Status` with `all={n}`"][1]) for n in range(3)]
    assert tuple(more[0][:3]) == FIELDS[0]
    assert set(FIELDS[1]) == {*FIELDS[0], *more[1]}
    assert set(FIELDS[2]) == {*FIELDS[1], *more[2]}
