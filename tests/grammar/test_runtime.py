"""What the runtime does on mistakes: places, expected sets, several problems in one pass, linear time."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest

from smsc_codec.grammar import runtime
from smsc_codec.grammar.compiled.menu import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected

PARSER = Parser(TABLES, implied=("CLOSE_BRACE", "CLOSE_ANGLE"))


def problems(text: str) -> list[tuple[int, tuple[str, ...]]]:
    found: list[Unexpected] = []
    with contextlib.suppress(Unexpected):
        PARSER.parse(text, found)
    return [(problem.at, problem.expected) for problem in found]


def test_first_mistake_has_its_place_and_what_was_expected() -> None:
    """Without a list of problems the first one is raised, with its offset and the exact expected set."""
    with pytest.raises(Unexpected) as caught:
        PARSER.parse("{menu: x\n1: call:7999;888}")
    assert caught.value.at == 21
    assert caught.value.expected == ("CLOSE_BRACE", "KEY", "STRAY", "_COMMA", "_SP")


def test_several_mistakes_in_one_pass() -> None:
    """Reading goes on at the next key: three broken items give three problems, each at its own place."""
    text = "{menu: x\n1: call:7;8\n2: sms:7;S,t\n3: end\n4: call:9 wait=5;\n5: end}"
    assert [text[at:][:2] for at, _ in problems(text)] == [";8", ";S"]
    # `5;` is a place for a slip (an odd value), told by the reader and not by the parser
    assert problems("{menu: x\n4: call:9 wait=5;\n5: end}") == []


def test_missing_bracket_is_implied_at_the_end_of_the_text() -> None:
    """A text that ends inside the menu gives one problem at its end, and a value."""
    found: list[Unexpected] = []
    value = PARSER.parse("{menu: x\n1: end", found)
    assert [(p.at, "CLOSE_BRACE" in p.expected) for p in found] == [(15, True)]
    assert value[0] == "start"


@pytest.mark.parametrize("text", ["", "no menu", "{Menu: x\n1: end}", "}{", "\x00"])
def test_text_without_a_menu_is_unexpected(text: str) -> None:
    """Where no rule can take the error, Unexpected is raised even when problems are gathered."""
    found: list[Unexpected] = []
    with pytest.raises(Unexpected):
        PARSER.parse(text, found)
    assert {"BRACE", "ANGLE"} <= set(found[0].expected)


EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "examples").rglob("*.menu"))
SLIPS = (
    "",
    "{menu: x\n1: call:7;8\n2: sms:7;S,t\n3: ended\n4: call:9 wait=5;\n5: end}",
    "<menu: a\n1: recorder\n2: url}",
)


def outcome(parser: Parser, text: str) -> tuple[Any, list[tuple[int, tuple[str, ...]]]]:
    """What a parser makes of a text, and what it met on the way."""
    found: list[Unexpected] = []
    value = None
    with contextlib.suppress(Unexpected):
        value = parser.parse(text, found)
    return value, [(problem.at, problem.expected) for problem in found]


def test_the_first_texts_are_read_as_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """One terminal after the other finds the same tokens as the pattern of all terminals that takes its place."""
    for text in (*SLIPS, *(path.read_bytes().decode() for path in EXAMPLES)):
        for cut in (len(text), len(text) // 2, len(text) // 3):
            monkeypatch.setattr(runtime, "_OFTEN", 10**9)
            first = outcome(FIRST, text[:cut])
            monkeypatch.setattr(runtime, "_OFTEN", 1)
            outcome(LATER, text[:cut])
            assert outcome(LATER, text[:cut]) == first


FIRST, LATER = (Parser(TABLES, implied=PARSER.implied) for _ in range(2))
