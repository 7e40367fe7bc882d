"""What a lint rule is: a small function with a code, a name, and a docstring that is its page.

A language keeps its rules beside its grammar and model; the engine in `smsc_codec.linter` runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec import Struct

from smsc_codec.diagnostics import Problem, Severity

#: `default` rules run unless ignored; `pedantic` ones only when their profile or code is selected.
Profile = Literal["default", "pedantic"]
#: What a rule can offer: no fix at all, one that is always safe, one that changes meaning, or some of each.
FixKind = Literal["none", "safe", "unsafe", "sometimes safe"]


class Rule(Struct, frozen=True):
    """One rule: `check` is given the language's context of a file and yields the problems it sees."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Any], Iterable[Problem]]
    profile: Profile = "default"
    fix: FixKind = "none"

    @property
    def page(self) -> str:
        """The rule's documentation: its function's docstring."""
        return self.check.__doc__ or ""


class Ruleset:
    """The rules of one language, in the order in which they were written."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(
        self,
        code: str,
        name: str,
        severity: Severity,
        *,
        profile: Profile = "default",
        fix: FixKind = "none",
    ) -> Callable[[Callable[[Any], Iterable[Problem]]], Rule]:
        """Make the decorated function the rule `code`."""

        def add(check: Callable[[Any], Iterable[Problem]]) -> Rule:
            made = Rule(code, name, severity, check, profile, fix)
            self.rules.append(made)
            return made

        return add
