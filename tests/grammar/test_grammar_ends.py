"""The numbers that stand in grammars: lengths, and how many digits."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from tests.grammar.ends import ENDS, NUMBER

GRAMMARS = Path(__file__).resolve().parents[2] / "grammars"


@pytest.mark.parametrize("name", ENDS)
def test_ends_of_a_terminal(name: str) -> None:
    """What stands at both ends of a number is taken whole, what is one step beyond is not."""
    grammar, terminal, _ = name.split()
    terminals = import_module(f"smsc_codec.grammar.compiled.{grammar}").TABLES.terminals
    pattern = re.compile(terminals[terminal])
    taken, refused = ENDS[name]
    for text in (*taken, *refused):
        said, _, behind = text.partition("¦")
        match = pattern.match(said + behind)
        assert (match is not None and match.end() == len(said)) is (text in taken), text


def test_every_number_of_a_grammar_is_there() -> None:
    """No terminal has a number whose ends nobody tries."""
    named = {" ".join(name.split()[:2]) for name in ENDS}
    found = {
        f"{path.stem} {line.split(':')[0].split('.')[0]}"
        for path in GRAMMARS.glob("*.lark")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match("[A-Z_0-9]+(?:[.]-?[0-9]+)?:", line) and NUMBER.search(line.partition("//=")[0])
    }
    assert found == named
