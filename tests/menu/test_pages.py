"""Every rule's page: its examples run, its output is real, docs/rules is fresh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smsc_codec.linter.pages import findings, folder, output, page
from smsc_codec.linter.registry import all_rules
from smsc_codec.rules import Rule

ROOT = Path(__file__).resolve().parents[2]
RULES = all_rules()
OF_PAYLOADS = [rule for code, rule in RULES.items() if not code.startswith("SUP") and code != "GEN003"]


@pytest.mark.parametrize("rule", OF_PAYLOADS, ids=lambda rule: rule.code)
def test_examples_of_a_page_run(rule: Rule) -> None:
    """The bad example gives this rule's finding and the good one does not; the printed output is the real one."""
    shown = page(rule)
    assert {f.code for f in findings(rule, shown.bad)} == {rule.code}
    assert findings(rule, shown.good) == ()
    assert f"[{rule.code}] {rule.name}: " in output(rule, shown.bad)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_page_is_whole(rule: Rule) -> None:
    """A page has a summary, a reason that names a fact or says that none is needed, fix safety and since."""
    shown = page(rule)
    assert re.fullmatch(r"[^\n]{10,110}\.", shown.summary)
    assert shown.since == "0.1"
    word = shown.fix.split(" ")[0].rstrip(":.")
    assert {"none": "none", "safe": "safe", "unsafe": "unsafe", "sometimes safe": "safe"}[rule.fix] == word, (
        shown.fix
    )
    if rule.code.startswith(("IVR", "VOX")):
        assert re.search(r"\b(IVR|PAR|CMT|PFX|FIL|SEG|BIN)-\d", shown.why), shown.why


def test_codes_and_names_are_unique() -> None:
    """A code and a name select one rule each, for ever."""
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in RULES)


def test_every_rule_of_the_catalogue_is_there() -> None:
    """The syntax, flow, command, prompt, voice and text rules all exist."""
    wanted = [f"IVR{n:03}" for n in range(1, 14)] + [f"IVR{n}" for n in range(101, 116)]
    wanted += [f"IVR{n}" for n in range(201, 221)] + [f"IVR{n}" for n in range(301, 312)]
    wanted += ["VOX001", "VOX002", "GEN001", "GEN002", "GEN003", "SUP001"]
    assert set(wanted) <= set(RULES)


def test_docs_are_fresh() -> None:
    """docs/rules is what `smsc-codec rule --write docs/rules` writes."""
    made = folder(RULES)
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert there == made
