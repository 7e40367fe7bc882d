"""Every fact has a test case that names it, and the page that says so is fresh."""

from __future__ import annotations

import re

import pytest

from tests import conformance, fact_mutants
from tests.grammar.ends import ENDS

CASES = conformance.cases()


@pytest.mark.parametrize("fact", conformance.facts())
def test_every_fact_has_a_case(fact: str) -> None:
    """A fact of the service that no test case names is not known to hold."""
    assert CASES.get(fact), (
        f"no test function's docstring and no parameter's id names {fact}: {conformance.facts()[fact]}"
    )


def test_facts_are_read() -> None:
    """The page of facts is read whole, and ids are found however they are written."""
    assert len(conformance.facts()) > 120
    assert {"REQ-1", "VIR-1", "SMT-1", "CBK-3"} <= set(conformance.facts())
    assert list(conformance.named("PAR-8, 9, IVR-1 .. IVR-3 and FIL-1..2; UTF-8, 16")) == [
        "PAR-8", "PAR-9", "IVR-1", "IVR-2", "IVR-3", "FIL-1", "FIL-2", "UTF-8", "UTF-16",
    ]  # fmt: skip


#: What a file of tests says, and what it proves: the fact, the test, whether rows of it.
SAID = [
    ('"""PAR-1: the module says so."""\ndef test_a():\n    """Something."""', []),
    ('# PAR-1\ndef test_a():\n    x = "PAR-1"  # PAR-1', []),
    ('def helper():\n    """PAR-1: no test."""', []),
    ('class Test:\n    """PAR-1: no function."""', []),
    ('def test_a():\n    """PAR-1: holds."""', [("PAR-1", "test_a", False)]),
    ('async def test_a():\n    """It (PAR-1, PAR-2)."""', [("PAR-1", "test_a", False), ("PAR-2", "test_a", False)]),
    ('class TestX:\n    def test_a(self):\n        """PAR-1: holds."""', [("PAR-1", "TestX::test_a", False)]),
    ('def test_a():\n    """PAR-4 .. PAR-19, FIL-1..FIL-3, FIL-1..3, PAR-8,9."""', [("PAR-8", "test_a", False)]),
    ('@m.parametrize("x", [p.param(1, id="PAR-1 one")])\ndef test_a(x): pass', [("PAR-1", "test_a", True)]),
    ('@pytest.mark.parametrize("x", [1], ids=["PAR-1"])\ndef test_a(x): pass', [("PAR-1", "test_a", True)]),
    ('ROWS = [("PAR-1", 2)]\n@pytest.mark.parametrize("x", ROWS)\ndef test_a(x): pass', [("PAR-1", "test_a", True)]),
    ('ROWS = [("PAR-1", 2)]\ndef test_a():\n    for row in ROWS: pass', []),
    ('@pytest.mark.skipif(x, reason="PAR-1")\ndef test_a(x): pass', []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "proved"), SAID)
def test_cases_are_found(source: str, proved: list[tuple[str, str, bool]]) -> None:
    """Only a test function's own docstring and its parameters' ids prove a fact, and only an id that stands alone."""
    assert list(conformance.cases_of(source)) == proved


def test_only_facts_are_named() -> None:
    """No test and no code cites a fact that there is not."""
    groups = {fact.partition("-")[0] for fact in conformance.facts()}
    unknown = {
        fact: sorted(paths)
        for fact, paths in conformance.files((*conformance._TESTS, *conformance._CODE)).items()
        if fact.partition("-")[0] in groups and fact not in conformance.facts()
    }
    assert unknown == {}


def test_page_is_fresh() -> None:
    """docs/conformance.md is what `python -m tests.conformance` writes."""
    assert conformance.PAGE.read_text(encoding="utf-8") == conformance.page()


def test_every_number_has_a_place() -> None:
    """Each fact with a number says where the code has it, or why nowhere; `tests.fact_mutants` moves each of them."""
    placed = {fact for fact, *_ in (*fact_mutants.PLACES, *fact_mutants.TABLES)}
    placed |= {fact for name in ENDS for fact in conformance.named(name)}
    said = {
        fact
        for fact, text in conformance.facts().items()
        if re.search("[0-9]", re.sub("[A-Z]+-[0-9]+", "", text))
    }
    assert said - placed - set(fact_mutants.NO_NUMBER) == set()
    assert not placed & set(fact_mutants.NO_NUMBER)
    assert sum(1 for _ in fact_mutants.moved()) > 450
