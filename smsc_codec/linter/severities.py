"""How bad findings are under a configuration: the last word before they are told.

What hides what, and whether a fix makes something worse, goes by the rules' own severities.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from smsc_codec.diagnostics import Finding, Severity
from smsc_codec.rules import Rule


class Severities:
    """The severities that a configuration gives rules, by selectors of these."""

    def __init__(self, asked: Mapping[str, Severity], rules: Mapping[str, Rule]) -> None:
        self._asked = asked
        self._rules = rules
        self._known: dict[str, Severity | None] = {}

    def of(self, code: str) -> Severity | None:
        """The severity that a rule is given, by the most exact selector, of equal ones the last; None for its own."""
        if code not in self._known:
            from smsc_codec.linter.selectors import matches

            rule = self._rules.get(code)
            found = [(matches(one, rule) if rule else 0, at, one) for at, one in enumerate(self._asked)]
            exact, _, selector = max(found)
            self._known[code] = self._asked[selector] if exact else None
        return self._known[code]

    def told(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings as bad as they are here."""
        if not self._asked:
            return tuple(findings)
        return tuple(
            structs.replace(finding, severity=self.of(finding.code) or finding.severity)
            for finding in findings
        )
