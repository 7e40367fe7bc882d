"""What a selector of rules selects."""

from __future__ import annotations

from collections.abc import Iterable

from smsc_codec.rules import Rule


def matches(selector: str, rule: Rule) -> int:
    """How exactly a selector selects a rule: 0 not at all, more for a longer prefix, most for its code or name.

    A selector is a code (`IVR104`), a name (`err-loop`), the beginning of a code up to a digit or whole letters
    (`IVR1`, `IVR`), or `ALL`.
    """
    if selector == "ALL":
        return 1
    if selector in (rule.code, rule.name):
        return 100
    whole_letters = not rule.code[: len(selector) + 1].isalpha()
    return 1 + len(selector) if selector and rule.code.startswith(selector) and whole_letters else 0


def equal(one: str, other: str, rules: Iterable[Rule]) -> bool:
    """Whether two selectors select a rule equally exactly."""
    return any(0 < matches(one, rule) == matches(other, rule) for rule in rules)
