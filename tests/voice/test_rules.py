"""The rules of a call's voice and parameters: which findings a text gives, and that fixing settles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from tests.mending import made_worse, mended_by
from tests.voice.strategies import hostile

LINTER = Linter(codec("voice"), Settings(profile="pedantic"))


def check(text: str):
    return LINTER.check(text)[0]


#: A text, the codes of its findings, and what the safe fixes make of it.
CASES = [
    ("param=20,10,3", [], None),
    ("m3,en", [], None),
    ("param=5,10,0", ["VOX001", "VOX001"], "param=10,10,1"),  # PAR-13: the service does the same
    ("99,10,3", ["VOX001"], "35,10,3"),
    ("param=120,10,3", ["VOX001"], None),  # PAR-13: all three would be dropped
    ("voice=W2", ["VOX003"], "voice=w2"),  # PAR-12
    ("voice=f", ["VOX003"], None),
    ("param=20,10", ["VOX008"], None),
    ("", ["VOX008"], None),
    ("m3\u200b", ["GEN002", "VOX008"], "m3"),
]


@pytest.mark.parametrize(("text", "codes", "fixed"), CASES)
def test_findings_of_a_text(text: str, codes: list[str], fixed: str | None) -> None:
    """Each rule where it must speak, silence where all is well, and only what keeps the meaning is fixed safely."""
    assert [finding.code for finding in check(text)] == codes
    assert mended_by(LINTER, text).text == (fixed or text)


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_fixing_settles(text: str) -> None:
    """On any text every rule ends in findings with places inside it; fixing is idempotent and adds no code."""
    before = check(text)
    for finding in before:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    fixed = mended_by(LINTER, text)
    assert not made_worse(LINTER, text, fixed)
    again = mended_by(LINTER, fixed.text)
    assert (again.text, again.applied) == (fixed.text, 0)
