"""Which rules run: selectors, precedence, profiles, and what is said of a selector that selects nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.linter.registry import ConfigError, all_rules, check_selectors, selected
from smsc_codec.linter.selectors import equal, matches
from tests.lint.stub import RULES

BY_CODE = {rule.code: rule for rule in RULES.rules}
DEFAULT = {"STB101", "STB103", "STB201"}

SELECTED = {
    "the default profile": ({}, DEFAULT),
    "every rule": ({"profile": "pedantic"}, set(BY_CODE)),
    "a code": ({"select": ["STB101"]}, {"STB101"}),
    "a name": ({"select": ["letter-b"]}, {"STB201"}),
    "a pedantic rule by its code": ({"select": ["STB102"]}, {"STB102"}),
    "the beginning of a code, whatever the profile": ({"select": ["STB1"]}, {"STB101", "STB102", "STB103"}),
    "the letters of a code": ({"select": ["STB"]}, set(BY_CODE)),
    "all": ({"select": ["ALL"]}, set(BY_CODE)),
    "two selectors": ({"select": ["STB101", "letter-b"]}, {"STB101", "STB201"}),
    "ignored in the profile": ({"ignore": ["STB1"]}, {"STB201"}),
    "ignored wholly": ({"ignore": ["ALL"]}, set()),
    "ignore wins where both are as exact": ({"select": ["STB101"], "ignore": ["STB101"]}, set()),
    "a name is as exact as a code": ({"select": ["STB101"], "ignore": ["letter-a"]}, set()),
    "ignore is more exact": ({"select": ["STB1"], "ignore": ["STB101"]}, {"STB102", "STB103"}),
    "select is more exact": ({"select": ["STB101", "STB2"], "ignore": ["STB1"]}, {"STB101", "STB201"}),
    "select by a longer beginning": ({"select": ["STB1"], "ignore": ["STB"]}, {"STB101", "STB102", "STB103"}),
    "select all but": ({"select": ["ALL"], "ignore": ["STB1"]}, {"STB201"}),
}


@pytest.mark.parametrize(("given_", "codes"), SELECTED.values(), ids=SELECTED)
def test_selection(given_: dict, codes: set[str]) -> None:
    """The more exact selector wins, ignore wins where both are equal, and select replaces the profile."""
    assert {rule.code for rule in selected(RULES.rules, **given_)} == codes


def test_order_is_kept() -> None:
    """Rules run in the order in which the language lists them."""
    assert selected(RULES.rules, profile="pedantic") == RULES.rules


NO_MATCH = ["", "S", "ST", "stb101", "STB1011", "B101", "101", "letter", "Letter-a", "all", "*"]


@pytest.mark.parametrize("selector", NO_MATCH)
def test_what_is_no_selector(selector: str) -> None:
    """A part of the letters, another case, and the middle of a code select nothing."""
    assert [rule.code for rule in RULES.rules if matches(selector, rule)] == []


def test_longer_is_more_exact() -> None:
    """From ALL over each longer beginning to the code itself a selector gets more exact."""
    rule = BY_CODE["STB101"]
    grades = [matches(selector, rule) for selector in ("ALL", "STB", "STB1", "STB10", "STB101")]
    assert grades == sorted(set(grades))
    assert matches("letter-a", rule) == matches("STB101", rule)


EQUAL = [
    ("STB101", "letter-a", True),
    ("STB1", "STB1", True),
    ("STB1", "STB10", False),
    ("STB101", "STB201", False),
    ("nothing", "nothing", False),
]


@pytest.mark.parametrize(("one", "other", "same"), EQUAL)
def test_equally_exact(one: str, other: str, same: bool) -> None:
    """A code and its name are equally exact; two that select nothing are not."""
    assert equal(one, other, RULES.rules) is same


SELECTOR = st.sampled_from(
    ["ALL", *{r.code[:n] for r in RULES.rules for n in (3, 4, 5, 6)}, *(r.name for r in RULES.rules)]
)


@settings(deadline=None)
@given(st.lists(SELECTOR, min_size=1), st.lists(SELECTOR))
def test_ignoring_only_takes_away(select: list[str], ignore: list[str]) -> None:
    """With more to ignore no rule comes in, and whatever is ignored exactly does not run."""
    without = {rule.code for rule in selected(RULES.rules, select=select)}
    with_ = {rule.code for rule in selected(RULES.rules, select=select, ignore=ignore)}
    assert with_ <= without
    assert not {rule.code for rule in RULES.rules if {rule.code, rule.name} & set(ignore)} & with_


UNKNOWN = {
    "STB102x": "unknown rule 'STB102x'; did you mean 'STB102'?",
    "stb101": "unknown rule 'stb101'; did you mean 'STB101'?",
    "leter-b": "unknown rule 'leter-b'; did you mean 'letter-b'?",
    "STB1022@4": "unknown rule 'STB1022'; did you mean 'STB102'?",
    "nothing-like-it": "unknown rule 'nothing-like-it'; 'smsc-codec rule' lists them all",
}


@pytest.mark.parametrize(("selector", "reason"), UNKNOWN.items())
def test_unknown_rule(selector: str, reason: str) -> None:
    """A selector that selects nothing is refused, with the nearest rule by code or name, and with its place."""
    with pytest.raises(ConfigError) as caught:
        check_selectors(["STB1", selector], BY_CODE, "select")
    assert (caught.value.where, caught.value.reason) == ("select", reason)
    assert str(caught.value) == f"select: {reason}"


@pytest.mark.parametrize("selector", ["ALL", "STB", "STB10", "STB101", "letter-a", "STB101@4"])
def test_known_rule(selector: str) -> None:
    """A code, a name, a beginning, ALL, and each of them at an item are accepted."""
    check_selectors([selector], BY_CODE, "select")


NO_ITEMS = "only per-file-ignores can name items, such as 'IVR303@4'"
NO_ITEM = "expected an item behind '@', as in 'IVR303@4'"


@pytest.mark.parametrize(
    ("selector", "items", "why"),
    [("STB101@4", False, NO_ITEMS), ("letter-a@", True, NO_ITEM), ("ALL@", False, NO_ITEMS)],
)
def test_selector_at_an_item(selector: str, items: bool, why: str) -> None:
    """Where items mean nothing, and where none is named after the `@`, a selector would select nothing: refused."""
    with pytest.raises(ConfigError, match=f"'{selector}': {why}"):
        check_selectors([selector], BY_CODE, "select", items=items)


def test_built_in_rules() -> None:
    """The built-in rules stand in order of code, under their own codes, with the linter's own among them."""
    rules = all_rules()
    assert list(rules) == sorted(rules)
    assert len(rules) == len(list(rules))
    assert all(code == rule.code for code, rule in rules.items())
    assert {"IVR104", "SUP001"} <= set(rules)
