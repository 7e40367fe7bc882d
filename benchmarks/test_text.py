"""Counting and splitting beside smsutil and a plain scan of the same text, and the checks that run on each file.

Run: python -m pytest benchmarks/test_text.py --benchmark-enable --benchmark-group-by=group --benchmark-sort=mean
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from smsc_codec.text import count, find_invisible, find_mixed_words, find_mojibake, find_typographic, split

LATIN = ("Hello world, this is a text. " * 10)[:160]
CYRILLIC = ("Привет, мир! Как дела? " * 60)[:1000]
TEXTS = {
    "160 Latin": LATIN,
    "1000 Latin": (LATIN * 7)[:1000],
    "1000 Latin with escapes": ("Hello {world} 5€ ^ " * 60)[:1000],
    "1000 Cyrillic": CYRILLIC,
    "1000 Cyrillic with emoji": ("Привет, мир 😀 " * 80)[:1000],
}
SCAN = re.compile("[\0-\U0010ffff]*")
by_text = pytest.mark.parametrize("name", TEXTS)


@by_text
@pytest.mark.parametrize("who", ["ours", "ours, graphemes", "smsutil", "scan"])
def test_count(benchmark: Any, name: str, who: str) -> None:
    benchmark.group = f"count: {name}"
    text = TEXTS[name]
    if who == "smsutil":
        benchmark(pytest.importorskip("smsutil").split, text)
    elif who == "scan":
        benchmark(SCAN.fullmatch, text)
    else:
        benchmark(count, text, graphemes="graphemes" in who)


@by_text
@pytest.mark.parametrize("who", ["ours", "smsutil"])
def test_split(benchmark: Any, name: str, who: str) -> None:
    benchmark.group = f"split: {name}"
    benchmark(split if who == "ours" else pytest.importorskip("smsutil").split, TEXTS[name])


@pytest.mark.parametrize("name", ["1000 Latin", "1000 Cyrillic"])
@pytest.mark.parametrize(
    "check", [find_invisible, find_typographic, find_mixed_words, find_mojibake, SCAN.fullmatch]
)
def test_check(benchmark: Any, name: str, check: Any) -> None:
    benchmark.group = f"check: {name}"
    benchmark(check, TEXTS[name])
