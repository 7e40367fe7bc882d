"""Runs the rules of a language on a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from smsc_codec.diagnostics import Finding
from smsc_codec.lint.config import Settings
from smsc_codec.lint.registry import selected
from smsc_codec.payloads import codec
from smsc_codec.payloads.codec import Codec
from smsc_codec.rules import Rule


def running(rules: Iterable[Rule], settings: Settings) -> list[Rule]:
    """Those of the rules that run under some settings."""
    return selected(rules, select=settings.select, ignore=settings.ignore, profile=settings.profile)


class Linter:
    """The rules of one language that run under some settings, ready for many texts."""

    def __init__(self, language: Codec, settings: Settings) -> None:
        self.language = language
        self.rules = running(language.rules(), settings)
        self._options = settings.options(language.kind, language.options)

    def check(self, text: str) -> tuple[tuple[Finding, ...], Any]:
        """The findings of a text in order of place, and the context they were found in."""
        context = self.language.context(text, self._options)
        found = [_finding(rule, problem) for rule in self.rules for problem in rule.check(context)]
        found.sort(key=_order)
        return tuple(found), context


def _finding(rule: Rule, problem: Any) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        problem.severity or rule.severity,
        problem.message,
        problem.span,
        problem.expected,
        problem.labels,
        problem.fixes,
        problem.notes,
        problem.primary,
    )


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.span.start, finding.span.end, finding.code


def check(text: str, kind: str = "menu", settings: Settings | None = None) -> tuple[Finding, ...]:
    """The findings of a text of one kind, in order of place. Raises nothing for any text."""
    return Linter(codec(kind), settings or Settings()).check(text)[0]
