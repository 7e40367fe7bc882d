"""docs/menu.md: its examples run, and its reports are what the commands print."""

from __future__ import annotations

import doctest
from pathlib import Path

from tests.cli.conftest import Cli, cli  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "menu.md"


def test_examples_run() -> None:
    """Every example gives what the page says it gives."""
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", optionflags=flags)
    assert tried >= 8
    assert failed == 0


def test_reports_are_real(cli: Cli, tmp_path: Path) -> None:  # noqa: F811
    """What the page shows of `explore` and `diff` is what they print of the page's menu."""
    text = PAGE.read_text(encoding="utf-8")
    page = ROOT / "docs" / "examples" / "page.menu"
    explored = cli("menu", "explore", "--price", "2.5", str(page)).out.splitlines()
    assert all(line in text for line in explored[1:8])
    assert explored[0].endswith("10 of 10 states, 31 of 31 edges")
    new = tmp_path / "new.menu"
    changed = page.read_text(encoding="utf-8").replace("79999999997", "79999999912")
    new.write_text(changed.replace("21: подпункт 2.1\n", ""), encoding="utf-8")
    lines = cli("menu", "diff", str(page), str(new)).out.splitlines()
    assert len(lines) == 6
    assert all(line in text for line in lines[1:])
