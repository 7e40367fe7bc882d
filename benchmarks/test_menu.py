"""Reading and checking menus, as ratios in one run against Lark on the same texts.

python -m pytest benchmarks/test_menu.py --benchmark-enable --benchmark-group-by=group --benchmark-columns=median
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lark import Lark

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.payloads.menu import build, parse

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "examples" / "page.menu").read_bytes().decode("utf-8")
MENU = parse(PAGE)


def lark():
    grammar = ROOT / "grammars" / "menu.lark"
    return Lark.open(str(grammar), parser="lalr", lexer="contextual", maybe_placeholders=False)


@pytest.mark.benchmark(group="read one menu")
def test_lark_tree(benchmark):
    benchmark(lark().parse, PAGE)


@pytest.mark.benchmark(group="read one menu")
def test_parse_to_structs(benchmark):
    assert benchmark(parse, PAGE) == MENU


@pytest.mark.benchmark(group="check one menu")
def test_parse(benchmark):
    benchmark(parse, PAGE)


@pytest.mark.benchmark(group="check one menu")
def test_parse_and_all_rules(benchmark):
    linter = Linter(codec("menu"), Settings(profile="pedantic"))
    assert benchmark(linter.check, PAGE)


@pytest.mark.benchmark(group="write one menu")
def test_build(benchmark):
    assert benchmark(build, MENU) == PAGE
