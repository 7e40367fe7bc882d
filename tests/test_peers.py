"""docs/peers.md: each cell of the table is shown by its command, and the page is what the script makes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "peers.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("peers", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


peers = _loaded()
CELLS = [
    pytest.param(cell, id=f"{tool}: {name}")
    for name, *cells in peers.ROWS
    for tool, cell in zip(peers.TOOLS, cells, strict=True)
    if cell.command
]


@pytest.mark.packaging
@pytest.mark.parametrize("cell", CELLS)
def test_a_cell(cell: peers.Cell) -> None:  # type: ignore[name-defined]
    """The command of the cell ends and prints as the cell says; a program that is not here is passed over."""
    assert peers.wrong(cell) is None


def test_the_page_is_made_by_the_script() -> None:
    """`python benchmarks/peers.py --write` has been run since a cell changed."""
    assert peers.PAGE.read_text(encoding="utf-8") == peers.page()


def test_a_cell_that_is_not_true_is_told() -> None:
    """A wrong exit code, and words that are not printed, are found: the table is no formality."""
    lint = "smsc-codec lint --isolated"
    assert "not with 1" in str(peers.wrong(peers.Cell("1", f"{lint} sound.menu", 1)))
    assert "does not print" in str(
        peers.wrong(peers.Cell("yes", f"{lint} broken.menu", 1, "nowhere to be found"))
    )
    assert peers.wrong(peers.Cell("no", "a-program-that-is-not-here --x", 1)) is None
