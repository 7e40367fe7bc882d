"""Texts near a sample: what people and networks do to it. Deterministic for a seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice


def mutations(samples: Sequence[str], pieces: Sequence[str], number: int, seed: int = 0) -> Iterator[str]:
    """`number` texts, each a sample (or a cut from its middle) with one to three pieces put in or taken out."""
    dice = random.Random(seed)
    for _ in range(number):
        text = dice.choice(samples)
        if len(text) > 300:
            middle = dice.randrange(100, len(text) - 100)
            text = text[: dice.choice((40, 60, 270))] + text[middle : middle + 150] + text[-40:]
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text) + 1)
            if dice.random() < 0.55:
                text = text[:at] + dice.choice(pieces) + text[at:]
            else:
                text = text[:at] + text[at + dice.randint(1, 8) :]
        yield text


def counted(texts: Iterator[str]) -> Iterator[tuple[str, int]]:
    """Texts and how often each came, block by block: many come often, and a million menus need no gigabytes."""
    while block := Counter(islice(texts, 50_000)):
        yield from block.items()
