"""Fixing as the linter does it, for tests of single languages."""

from __future__ import annotations

from smsc_codec.linter.engine import Linter
from smsc_codec.linter.fixes import Fixed, fix


def mended_by(linter: Linter, text: str, *, unsafe: bool = False) -> Fixed:
    """A text after the fixes of a linter, with what is still found in it."""
    return fix(text, lambda new: linter.look(new)[0], unsafe=unsafe)


def made_worse(linter: Linter, text: str, fixed: Fixed) -> set[str]:
    """The codes that fixing brought: errors that were not told before, warnings that were not even hidden by others."""
    before, _ = linter.look(text)
    known = {finding.code for finding in (*before.findings, *before.hidden)}
    errors = {finding.code for finding in before.findings if finding.severity == "error"}
    return {
        finding.code
        for finding in fixed.remaining
        if finding.severity != "info"
        and finding.code not in (errors if finding.severity == "error" else known)
    }
