"""What people write in a hundred ways is one slip, told once: the relatives of each kind."""

from __future__ import annotations

import pytest

from smsc_codec.linter.engine import check
from tests.corpus.fresh import BASES as FRESH
from tests.corpus.newer import BASES as NEWER
from tests.corpus.relatives import RELATIVES
from tests.corpus.relatives_more import RELATIVES as MORE
from tests.corpus.sound_words import MENU, PROMPT, PROMPTS, TEXT, TEXTS

BASES = FRESH | NEWER


@pytest.mark.parametrize(
    ("base", "old", "code", "written"),
    [*RELATIVES, *MORE],
    ids=[f"{base}-{old[:8]}-{code}" for base, old, code, _ in [*RELATIVES, *MORE]],
)
def test_relatives_are_told_once(base: str, old: str, code: str, written: tuple[str, ...]) -> None:
    """Each has one error or warning, on the line where it stands, by one rule."""
    text = BASES[base]
    at = text.index(old)
    for new in written:
        changed = text[:at] + new + text[at + len(old) :]
        pairs = zip(text.split("\n"), changed.split("\n"), strict=False)
        line = next(number for number, (a, b) in enumerate(pairs, 1) if a != b)
        found = [one for one in check(changed) if one.severity != "info"]
        assert [(one.code, changed.count("\n", 0, one.span.start) + 1) for one in found] == [(code, line)], (
            new
        )


@pytest.mark.parametrize(
    ("prompt", "text"), [(PROMPT, one) for one in TEXTS] + [(one, TEXT) for one in PROMPTS]
)
def test_what_only_looks_like_a_slip(prompt: str, text: str) -> None:
    """Nothing is told of it."""
    menu = MENU.replace("PROMPT", prompt).replace("TEXT", text)
    assert [one for one in check(menu) if one.severity != "info"] == []
