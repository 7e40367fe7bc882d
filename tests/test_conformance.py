"""Every fact has a test that names it, and the page that says so is fresh."""

from __future__ import annotations

import pytest

from tests import conformance

TESTS = conformance.files(conformance._TESTS)
#: Facts that are still to be implemented.
PENDING: set[str] = set()


@pytest.mark.parametrize("fact", conformance.facts())
def test_every_fact_has_a_test(fact: str) -> None:
    """A fact of the service that no test names is not known to hold."""
    if fact in PENDING:
        assert not TESTS.get(fact), f"{fact} is pending no more"
        return
    assert TESTS.get(fact), f"no test names {fact}: {conformance.facts()[fact]}"


def test_facts_are_read() -> None:
    """The page of facts is read whole, and ids are found however they are written."""
    assert len(conformance.facts()) > 120
    assert {"REQ-1", "VIR-1", "SMT-1", "CBK-3"} <= set(conformance.facts())
    assert list(conformance.named("PAR-8, 9, IVR-1 .. IVR-3 and FIL-1..2; UTF-8, 16")) == [
        "PAR-8", "PAR-9", "IVR-1", "IVR-2", "IVR-3", "FIL-1", "FIL-2", "UTF-8", "UTF-16",
    ]  # fmt: skip


def test_only_facts_are_named() -> None:
    """No test and no code cites a fact that there is not."""
    groups = {fact.partition("-")[0] for fact in conformance.facts()}
    cited = {**TESTS, **conformance.files(conformance._CODE)}
    unknown = {
        fact: sorted(paths)
        for fact, paths in cited.items()
        if fact.partition("-")[0] in groups and fact not in conformance.facts()
    }
    assert unknown == {}


def test_page_is_fresh() -> None:
    """docs/conformance.md is what `python -m tests.conformance` writes."""
    assert conformance.PAGE.read_text(encoding="utf-8") == conformance.page()
