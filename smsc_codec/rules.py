"""What a lint rule is: a small function with a code, a name, and a docstring that is its page.

A language keeps its rules beside its grammar and model; the engine in `smsc_codec.linter` runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from msgspec import Struct

from smsc_codec.diagnostics import Problem, Severity

#: `default` rules run unless ignored; `pedantic` ones only when their profile or code is selected.
Profile = Literal["default", "pedantic"]
#: What a rule can offer: no fix at all, one that is always safe, one that changes meaning, or some of each.
FixKind = Literal["none", "safe", "unsafe", "sometimes safe"]


class Rule(Struct, frozen=True):
    """One rule: `check` is given the language's context of a file and yields the problems it sees.

    `about` are the things of which the context must have one (`asked`), where `check` cannot find anything without:
    types of what was read, kinds of its problems, signs of the text.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Any], Iterable[Problem]]
    profile: Profile = "default"
    fix: FixKind = "none"
    about: frozenset[object] = frozenset()

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
        about: Iterable[object] = (),
    ) -> Callable[[Callable[[Any], Iterable[Problem]]], Rule]:
        """Make the decorated function the rule `code`."""

        def add(check: Callable[[Any], Iterable[Problem]]) -> Rule:
            made = Rule(code, name, severity, check, profile, fix, frozenset(about))
            self.rules.append(made)
            return made

        return add


def asked(rules: Sequence[Rule], context: Any) -> Sequence[Rule]:
    """The rules that may find something in a context: those about what it has, as it says itself, and about anything.

    A context says so in `has`, a set; of one that does not all rules are asked.
    """
    has = getattr(context, "has", None)
    if has is None:
        return rules
    return [rule for rule in rules if not rule.about or not rule.about.isdisjoint(has)]
