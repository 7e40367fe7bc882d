"""Lists of 100,000 lines, read and built, as ratios in one run; Lark reads a hundredth of them.

    python -m pytest benchmarks/test_mailing.py --benchmark-enable --benchmark-group-by=group

`findall` is the line pattern that the grammar itself compiles to, `join` the same text from the same values with
nothing checked and nothing escaped.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from lark import Lark

from smsc_codec.grammar.compiled.mailing import TABLES
from smsc_codec.payloads.mailing import build, parse, read, read_lines

ROOT = Path(__file__).resolve().parents[1]
NUMBER = 100_000
TEXTS = [
    "Здравствуйте, ваш заказ готов к выдаче",
    "Hello, your order is ready",
    "Код: 1234; никому не говорите",
    r"Первая строка\nвторая строка",
    r"Hello1!\n~~~\nComment1",
    "Time 10:30, room 5",
]


def rows(number=NUMBER):
    """Lines of every shape: half with a sender, some with a zone, several numbers, line ends, comments."""
    dice = random.Random(1)
    for n in range(number):
        phones = ",".join(f"79{dice.randrange(10**9):09}" for _ in range(1 if dice.random() < 0.8 else 3))
        sender = dice.choice(
            ["", "", f"Sender{dice.randrange(99)}|", f"Shop {dice.randrange(99)},{dice.randrange(-3, 9)}|"]
        )
        yield f"{sender}{phones}:{dice.choice(TEXTS)} {n}"


LINES = list(rows())
CLEAN = "\n".join(LINES)
BROKEN = "\n".join(
    line.replace(":", "=", 1).replace(";", " ") if n % 1000 == 500 else line for n, line in enumerate(LINES)
)
FINDALL = re.compile(f"^(?:{TABLES.pattern})(?=\\r?$)", re.MULTILINE).findall
HUNDREDTH = LINES[: NUMBER // 100]


@pytest.mark.benchmark(group="read 100,000 lines")
def test_findall(benchmark):
    assert len(benchmark(FINDALL, CLEAN)) == NUMBER


@pytest.mark.benchmark(group="read 100,000 lines")
def test_parse(benchmark):
    assert len(benchmark(parse, CLEAN).lines) == NUMBER


@pytest.mark.benchmark(group="read 100,000 lines")
def test_read_one_in_a_thousand_wrong(benchmark):
    reading = benchmark(read, BROKEN)
    assert (len(reading.value.lines), len(reading.problems)) == (NUMBER - 100, 100)


@pytest.mark.benchmark(group="read 100,000 lines")
def test_stream(benchmark):
    assert benchmark(lambda: sum(1 for _ in read_lines(f"{line}\n" for line in LINES))) == NUMBER


@pytest.mark.benchmark(group="read 1,000 lines")
def test_lark_trees(benchmark):
    grammar = ROOT / "grammars" / "mailing.lark"
    lark = Lark.open(str(grammar), parser="lalr", lexer="contextual", maybe_placeholders=False)
    benchmark(lambda: [lark.parse(line) for line in HUNDREDTH])


@pytest.mark.benchmark(group="read 1,000 lines")
def test_parse_a_hundredth(benchmark):
    benchmark(parse, "\n".join(HUNDREDTH))


VALUE = parse(CLEAN)


def join():
    out = []
    for line in VALUE.lines:
        head = (
            ""
            if line.sender is None
            else f"{line.sender}|"
            if line.tz is None
            else f"{line.sender},{line.tz}|"
        )
        text = line.text if line.comment is None else f"{line.text}\n~~~\n{line.comment}"
        out.append(f"{head}{','.join(line.phones)}:{text}")
    return "\n".join(out)


@pytest.mark.benchmark(group="build 100,000 lines")
def test_join(benchmark):
    benchmark(join)


@pytest.mark.benchmark(group="build 100,000 lines")
def test_build(benchmark):
    assert benchmark(build, VALUE) == CLEAN
