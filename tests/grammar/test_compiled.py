"""The committed tables are what the grammars say, and are made the same everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_tables_are_fresh_under_any_hash_seed(seed: str) -> None:
    """Compiling every grammar again gives the committed bytes, whatever order sets have."""
    done = subprocess.run(
        [sys.executable, "-m", "smsc_codec.grammar.compiler", "--check", str(ROOT / "grammars")],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "stale: none\n"), done.stderr


def test_every_grammar_is_compiled_and_every_table_has_a_grammar() -> None:
    """`grammars/` and the compiled folder hold the same names: no table without its source."""
    compiled = {p.stem for p in (ROOT / "smsc_codec" / "grammar" / "compiled").glob("*.py")} - {"__init__"}
    assert compiled == {p.stem for p in (ROOT / "grammars").glob("*.lark")}


def test_stale_tables_are_told(tmp_path: Path) -> None:
    """A grammar that was changed without compiling it fails the check, by name."""
    for path in (ROOT / "grammars").glob("*.lark"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(
            re.sub("27", "72", text).replace("param", "parma"), encoding="utf-8"
        )
    done = subprocess.run(
        [sys.executable, "-m", "smsc_codec.grammar.compiler", "--check", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (1, "stale: voice\n"), done.stderr


def test_reading_a_menu_imports_no_lark() -> None:
    """The runtime runs without the compiler: reading and checking a menu never imports Lark."""
    program = (
        "import sys; from smsc_codec.payloads.menu import CODEC, MenuOptions;"
        "c = CODEC.context('{menu: x\\n1: end}', MenuOptions()); [list(r.check(c)) for r in CODEC.rules()];"
        "print(sorted(m for m in sys.modules if m.split('.')[0] == 'lark'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.stdout == "[]\n", done.stderr


def test_no_possessive_loop_over_a_group() -> None:
    """`(...)++` and `(...)*+` match too far before Python 3.11.5; an atomic group around the loop does not."""
    sources = [*(ROOT / "grammars").glob("*.lark"), *(ROOT / "smsc_codec").rglob("*.py")]
    tables = (
        ROOT / "smsc_codec" / "text" / "tables.py"
    )  # alphabets, in which the characters happen to stand so
    for path in sources:
        for line in path.read_text(encoding="utf-8").splitlines():
            if path != tables and not line.lstrip().startswith(("#", "PLAIN")):
                outside = re.sub(r"\[(?:\\.|[^\]\\])*\]", "C", line)
                assert not re.search(r"(?<!\\)\)[+*]\+", outside), f"{path.name}: {line}"
