"""The rules of a schedule: which findings a text gives, and that fixing settles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from tests.mending import made_worse, mended_by
from tests.schedule.strategies import hostile

LINTER = Linter(codec("schedule"), Settings(profile="pedantic"))


def check(text: str):
    return LINTER.check(text)[0]


#: A text, and the codes of its findings in order.
CASES = [
    ("0101120000", []),
    ("01.01.12 00: 00", []),
    ("time=9-21&tz=0&period=24&freq=60&valid=24", []),
    ("9-21", []),
    ("0-24", []),
    ("22-6", ["TIM001"]),  # TIM-8
    ("9-9", ["TIM001"]),
    ("9-0", ["TIM001"]),
    ("x", ["REQ001"]),
    ("freq=10", ["REQ002"]),  # PAR-9
    ("freq=10&period=2", []),
    ("freq=10&period=x", ["REQ003"]),  # it is there, and broken
    ("freq=x", ["REQ003"]),
    ("period=2", []),
    ("valid=48", ["REQ004"]),  # PAR-17
    ("tz=-4", []),
    ("tz=+14", ["TIM002"]),  # PAR-8
    ("9-\u200b21", ["GEN002"]),  # one slip
    ("9–21", ["GEN002"]),
    ("valid=1\u00a02", ["GEN002"]),
    ("tz=\u22123", ["GEN002"]),
    ("x\ntz=\u22123", ["REQ001", "GEN002"]),
    ("tiem=0", ["TIM003"]),
    ("0&0", ["TIM003"]),
    ("22-6&freq=1&valid=0", ["TIM001", "REQ002", "REQ004"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "codes"), CASES)
def test_findings_of_a_text(text: str, codes: list[str]) -> None:
    """Each rule where it must speak, and silence where all is well (TIM-8, PAR-8, PAR-9, PAR-17)."""
    assert [finding.code for finding in check(text)] == codes


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
