"""How the tests of rules say what must be found: menus with the places marked in them.

`‹` and `›` stand around each place that a rule must report, in order; they are no part of the menu. A text that
begins with a key and has no macro is the items of one.
"""

from __future__ import annotations

import re

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Problem, Severity, Span
from smsc_codec.payloads.menu import CODEC
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.rules import Rule

RULES: dict[str, Rule] = {rule.code: rule for rule in CODEC.rules()}
DEFAULT = MenuOptions()


class Bad(Struct, frozen=True):
    """A menu in which a rule must report exactly the marked places.

    `fixed` is the menu after the first fix of each problem, `safe` whether these are safe; None: there is no fix.
    `says` must stand in the first problem's message, notes or expectations. `more` are what an unsafe fix brings up.
    """

    code: str
    text: str
    fixed: str | None = None
    safe: bool = True
    severity: Severity | None = None
    says: str = ""
    more: frozenset[str] | set[str] = frozenset()
    options: MenuOptions = DEFAULT


class Good(Struct, frozen=True):
    """A menu in which a rule must report nothing."""

    code: str
    text: str
    options: MenuOptions = DEFAULT


def menu(text: str) -> str:
    """A whole menu of items; any other text as it is."""
    if re.search("[{<]menu:", text) or not re.match("[0-9A-Za-z]+:", text):
        return text
    return f"Hello!\n\n{{menu: Press 1 for sales or 2 to leave.\n{text}}}\n\nGoodbye!\n"


def problems(code: str, source: str, options: MenuOptions = DEFAULT) -> list[Problem]:
    """What one rule reports, in order of place; with slips whose meaning is plain, which have its code."""
    context = CODEC.context(source, options)
    slips = [slip.problem for slip in context.whole.slips if slip.code == code] if context.whole else []
    return sorted([*slips, *RULES[code].check(context)], key=lambda problem: problem.span)


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The menu without its marks, and the places that were marked."""
    spans, source, start = [], "", 0
    for part in re.split("([‹›])", menu(text)):
        if part == "‹":
            start = len(source)
        elif part == "›":
            spans.append(Span(start, len(source)))
        else:
            source += part
    return source, spans


def applied(source: str, edits: list[Edit]) -> str:
    """The source after some edits that do not overlap."""
    for edit in sorted(set(edits), key=lambda edit: edit.span, reverse=True):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return source


def codes(source: str, options: MenuOptions) -> set[str]:
    """The codes of every rule that reports something."""
    return {code for code in RULES if problems(code, source, options)}


def check_bad(case: Bad) -> None:
    """Assert that the marked places are reported, and that fixing them mends the menu and spoils nothing."""
    source, spans = unmarked(case.text)
    found = problems(case.code, source, case.options)
    assert [source[p.span.start : p.span.end] for p in found] == [source[s.start : s.end] for s in spans]
    assert [p.span for p in found] == spans
    assert {p.severity or RULES[case.code].severity for p in found} == {
        case.severity or RULES[case.code].severity
    }
    assert case.says in "\n".join((found[0].message, *found[0].expected, *found[0].notes))
    for problem in found:
        assert all(0 <= label.span.start <= label.span.end <= len(source) for label in problem.labels)
    if case.fixed is None:
        assert not any(problem.fixes for problem in found)
        return
    fixes = [problem.fixes[0] for problem in found]
    assert RULES[case.code].fix != "none"
    assert {fix.safe for fix in fixes} == {case.safe}
    mended = applied(source, [edit for fix in fixes for edit in fix.edits])
    assert mended == menu(case.fixed)
    assert codes(mended, case.options) <= (codes(source, case.options) - {case.code}) | case.more


def check_good(case: Good) -> None:
    """Assert that nothing is reported."""
    assert problems(case.code, menu(case.text), case.options) == []
