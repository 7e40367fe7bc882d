"""Running the rules of a language: findings, their order, and reading a text once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from smsc_codec.diagnostics import Edit, Fix, Label, Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.engine import check as lint
from smsc_codec.payloads import codec
from smsc_codec.rules import Ruleset, asked
from tests.lint.stub import Stub

LOOP = "{menu: Press 1\n1: call:79990000001 err:1\n2: end}\n"


def found(text: str, **settings: Any) -> list[tuple[str, int]]:
    findings, _ = Linter(Stub(), Settings(**settings)).check(text)
    return [(finding.code, finding.span.start) for finding in findings]


def test_findings_are_in_order_of_place_then_code() -> None:
    """Findings stand in order of place, then of code, not in the order of the rules."""
    assert found("bab", profile="pedantic") == [("STB201", 0), ("STB101", 1), ("STB102", 1), ("STB201", 2)]


def test_only_selected_rules_run() -> None:
    """A rule that is not selected finds nothing."""
    assert found("abx", select=("STB2",)) == [("STB201", 1)]
    assert found("abx", ignore=("letter-b",)) == [("STB101", 0), ("STB103", 2)]


def test_a_finding_carries_all_of_the_problem() -> None:
    """Nothing that a rule says is lost, and the code, name and severity are the rule's."""
    (finding,), _ = Linter(Stub(), Settings()).check("qa")
    assert (finding.code, finding.name, finding.severity) == ("STB101", "letter-a", "error")
    assert (finding.message, finding.span) == ("'a' is wrong", Span(1, 2))
    assert (finding.expected, finding.notes, finding.primary) == (("c",), ("n",), "p")
    assert finding.labels == (Label(Span(0, 0), "here"),)
    assert finding.fixes == (Fix("say c", (Edit(Span(0, 1), "c"),), safe=True),)


def test_a_rule_is_asked_about_what_there_is() -> None:
    """A rule that is about something is asked where the context has one of it, or does not say what it has."""
    rules = Ruleset()
    for code, about in (("STB301", ()), ("STB302", ("a", int)), ("STB303", ("b",))):
        rules.rule(code, code, "info", about=about)(lambda context: ())

    def codes(**context: Any) -> list[str]:
        return [rule.code for rule in asked(rules.rules, SimpleNamespace(**context))]

    assert codes(has={int, "c"}) == ["STB301", "STB302"]
    assert codes(has=set()) == ["STB301"]
    assert codes() == ["STB301", "STB302", "STB303"]


def test_a_problem_may_be_worse_than_its_rule() -> None:
    """The severity of a problem goes before that of its rule."""
    findings, _ = Linter(Stub(), Settings()).check("xx")
    assert [finding.severity for finding in findings] == ["error", "info"]


def test_a_text_is_read_once() -> None:
    """However many rules run, the context is made once a text, and it is what `check` gives back."""
    stub = Stub()
    linter = Linter(stub, Settings(profile="pedantic"))
    _, context = linter.check("ab")
    assert stub.contexts == 1
    assert context.source == "ab"


def test_what_is_remembered_of_texts_within_others_changes_nothing() -> None:
    """A linter that remembers the last two texts says of a request what one says that sees it for the first time."""
    texts = [
        f"POST /sys/send.php?{before}login=a&psw=1&phones=79990000001&fmt=3&charset=utf-8{how}&mes={text}"
        for before in ("", "cost=1&")
        for how in ("", "&call=1", "&translit=1", "&viber=1")
        for text in (
            "Hello",
            "{menu:1:call:1 err=x\n2:end}",
            "{menu:%0A1:call:79990000001 err:1}",
            "%F0%9F%98%80" * 9,
        )
    ]
    fresh = [Linter(codec("request"), Settings()).check(text)[0] for text in texts]
    linter = Linter(codec("request"), Settings(), remembered=2)
    for _ in range(2):
        assert [linter.check(text)[0] for text in texts for _ in range(2)] == [
            f for f in fresh for _ in range(2)
        ]
    assert len({*map(str, fresh)}) > 8


def test_a_text_is_remembered_until_others_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings of as many texts are remembered as is said, those that were asked for last."""
    judged: list[str] = []
    linter = Linter(codec("request"), Settings(), remembered=2)
    address = "POST /sys/send.php?login=a&psw=1&phones=79990000001&fmt=3&charset=utf-8&mes="
    linter.check(address)
    found = Linter._found

    def counted(self: Linter, context: Any) -> Any:
        judged.extend([context.source] if self.language.kind == "message" else [])
        return found(self, context)

    monkeypatch.setattr(Linter, "_found", counted)
    for text in "aabacabb":
        linter.check(address + text)
    assert "".join(judged) == "abcb"


@settings(deadline=None)
@given(st.text(alphabet="abx", max_size=20))
def test_order_holds_for_any_text(text: str) -> None:
    """For any text: in order, each finding at its letter, one for each rule and letter."""
    findings = found(text, profile="pedantic")
    assert findings == sorted(findings, key=lambda f: (f[1], f[0]))
    assert len(findings) == 2 * text.count("a") + text.count("b") + text.count("x")


def test_lint_is_one_call() -> None:
    """`lint` checks a menu with the settings given: a call that goes on at itself (IVR-7)."""
    assert "IVR104" in {finding.code for finding in lint(LOOP)}
    assert {finding.code for finding in lint(LOOP, settings=Settings(select=("IVR104",)))} == {"IVR104"}


@pytest.mark.parametrize(
    ("text", "told", "hidden"),
    [
        ("Hi. {menu: Press 1.\n1: end\n2: end", ["IVR002"], ["IVR113", "IVR303"]),
        ("Hi. {menu: Press 1.\n1: end\n2: end}", ["IVR113", "IVR303"], []),
        ("Hi. {menu: Press 1.\n1: ende}", ["IVR009"], ["IVR113"]),
    ],
)
def test_what_follows_is_not_told(text: str, told: list[str], hidden: list[str]) -> None:
    """A mistake is told once; what hangs on where a menu ends, or on a command, is told when that is mended."""
    seen, _ = Linter(codec("menu"), Settings()).look(text)
    assert [finding.code for finding in lint(text)] == told
    assert [[finding.code for finding in some] for some in (seen.findings, seen.hidden)] == [told, hidden]


def test_a_mistake_of_ours_is_none_of_a_package() -> None:
    """A built-in rule that fails is an internal error: no package of others is blamed for it."""

    def fails(context: Any) -> Any:
        raise ZeroDivisionError

    linter = Linter(codec("menu"), Settings())
    linter.rules = [structs.replace(linter.rules[0], check=fails, about=frozenset())]
    with pytest.raises(ZeroDivisionError):
        linter.check("{menu: a}")


def test_texts_within_texts() -> None:
    """A text within a text and so on, fifty thousand deep, is looked at some way down and no farther."""
    findings = lint("{menu:" * 50_000)
    second = [finding.span.start for finding in findings if finding.code == "IVR003"]
    assert second[:3] == [6, 12, 18]
    assert len(second) < 50
