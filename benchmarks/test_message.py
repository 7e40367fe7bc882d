"""Reading, checking and writing messages, as ratios in one run.

python -m pytest benchmarks/test_message.py --benchmark-enable --benchmark-group-by=group --benchmark-columns=median
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lark import Lark

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.payloads.message import build, parse

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "examples" / "message" / "sound"
PLAIN = (FOLDER / "code.sms").read_bytes().decode("utf-8")
FULL = (FOLDER / "sale.viber").read_bytes().decode("utf-8")


def lark(name: str) -> Lark:
    grammar = ROOT / "grammars" / f"{name}.lark"
    return Lark.open(str(grammar), parser="lalr", lexer="contextual", maybe_placeholders=False)


@pytest.mark.benchmark(group="read a plain message")
def test_lark_tree(benchmark):
    benchmark(lark("message").parse, PLAIN)


@pytest.mark.benchmark(group="read a plain message")
def test_parse_plain(benchmark):
    assert benchmark(parse, PLAIN).comment


@pytest.mark.benchmark(group="text, button and picture")
def test_parse(benchmark):
    assert len(benchmark(parse, FULL).text) == 5


@pytest.mark.benchmark(group="text, button and picture")
def test_parse_and_all_rules(benchmark):
    linter = Linter(codec("viber"), Settings(profile="pedantic"))
    assert benchmark(linter.check, FULL)[0] == ()


@pytest.mark.benchmark(group="text, button and picture")
def test_build(benchmark):
    assert benchmark(build, parse(FULL)) == FULL
