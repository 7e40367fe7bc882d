"""Reading recipients, times and voices, as ratios in one run against Lark on the same texts.

    python -m pytest benchmarks/test_schedule.py --benchmark-enable --benchmark-group-by=group

Lark reads one recipient at a time, since its grammar is of one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lark import Lark

from smsc_codec.payloads.recipients import build, parse
from smsc_codec.payloads.schedule import parse as parse_schedule
from smsc_codec.payloads.voice import parse as parse_voice

GRAMMARS = Path(__file__).resolve().parents[1] / "grammars"
NUMBERS = ",".join(str(79990000000 + number) for number in range(1000))
RECIPIENTS = parse(NUMBERS)
SCHEDULE = "time=01.01.26 09:00\ntz=2\nperiod=2.5\nfreq=10\nvalid=00:30"
VOICE = "param=20,10,3"


def lark(name):
    return Lark.open(
        str(GRAMMARS / f"{name}.lark"), parser="lalr", lexer="contextual", maybe_placeholders=False
    )


@pytest.mark.benchmark(group="read 1000 numbers")
def test_numbers_split_only(benchmark):
    assert len(benchmark(re.compile("[,;]").split, NUMBERS)) == 1000


@pytest.mark.benchmark(group="read 1000 numbers")
def test_numbers_lark_each(benchmark):
    parser = lark("recipients")
    benchmark(lambda: [parser.parse(number) for number in NUMBERS.split(",")])


@pytest.mark.benchmark(group="read 1000 numbers")
def test_numbers_to_structs(benchmark):
    assert benchmark(parse, NUMBERS) == RECIPIENTS


@pytest.mark.benchmark(group="write 1000 numbers")
def test_numbers_build(benchmark):
    assert benchmark(build, RECIPIENTS) == NUMBERS


@pytest.mark.benchmark(group="read one schedule")
def test_schedule_lark_tree(benchmark):
    benchmark(lark("schedule").parse, SCHEDULE)


@pytest.mark.benchmark(group="read one schedule")
def test_schedule_to_structs(benchmark):
    benchmark(parse_schedule, SCHEDULE)


@pytest.mark.benchmark(group="read one param")
def test_param_lark_tree(benchmark):
    benchmark(lark("voice").parse, VOICE)


@pytest.mark.benchmark(group="read one param")
def test_param_to_struct(benchmark):
    benchmark(parse_voice, VOICE)
