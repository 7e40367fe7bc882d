"""The numbers that stand in grammars: lengths, and how many digits."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from tests.grammar.ends import ENDS, NUMBER

GRAMMARS = Path(__file__).resolve().parents[2] / "grammars"


def _regexp(name: str) -> str:
    grammar, terminal, _ = name.split()
    regexp: str = import_module(f"smsc_codec.grammar.compiled.{grammar}").TABLES.terminals[terminal]
    return regexp


def _wrong(name: str, regexp: str) -> list[str]:
    """The texts of a row that a terminal takes, or does not take, against what the row says."""
    pattern = re.compile(regexp)
    taken, refused = ENDS[name]
    found = []
    for text in (*taken, *refused):
        said, _, behind = text.partition("¦")
        match = pattern.match(said + behind)
        if (match is not None and match.end() == len(said)) is not (text in taken):
            found.append(text)
    return found


@pytest.mark.parametrize("name", ENDS)
def test_ends_of_a_terminal(name: str) -> None:
    """What stands at both ends of a number is taken whole, what is one step beyond is not."""
    assert _wrong(name, _regexp(name)) == []


@pytest.mark.parametrize("name", ENDS)
def test_a_moved_number_is_noticed(name: str) -> None:
    """Each number of a terminal, moved by one up or down, takes something else than its row says."""
    regexp = _regexp(name)
    moves = [
        (regexp[: match.start(group)], int(match[group]) + step, regexp[match.end(group) :])
        for match in NUMBER.finditer(regexp)
        for group in range(1, 4)
        if match[group]
        for step in (1, -1)
    ]
    assert moves
    for before, number, behind in moves:
        try:
            wrong = _wrong(name, f"{before}{number}{behind}")
        except re.error:  # a range from 2 to 1
            continue
        assert wrong, f"{before}{number}{behind}"


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
