"""A language of one character a word, so that the engine can be tested without a real one."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.rules import Rule, Ruleset

RULES = Ruleset()


def each(text: str, letter: str, **more: Any) -> Iterator[Problem]:
    for start, found in enumerate(text):
        if found == letter:
            yield Problem(f"'{letter}' is wrong", Span(start, start + 1), **more)


@RULES.rule("STB201", "letter-b", "warning")
def letter_b(context: Any) -> Iterator[Problem]:
    """There is a b."""
    return each(context.source, "b")


@RULES.rule("STB101", "letter-a", "error")
def letter_a(context: Any) -> Iterator[Problem]:
    """There is an a."""
    fix = Fix("say c", (Edit(Span(0, 1), "c"),), safe=True)
    return each(
        context.source,
        "a",
        expected=("c",),
        labels=(Label(Span(0, 0), "here"),),
        fixes=(fix,),
        notes=("n",),
        primary="p",
    )


@RULES.rule("STB102", "any-a", "info", profile="pedantic")
def any_a(context: Any) -> Iterator[Problem]:
    """There is an a, again."""
    return each(context.source, "a")


@RULES.rule("STB103", "worse-x", "info")
def worse_x(context: Any) -> Iterator[Problem]:
    """There is an x, which is worse at the beginning."""
    for problem in each(context.source, "x"):
        severe = "error" if problem.span.start == 0 else None
        yield Problem(problem.message, problem.span, severity=severe)


class Options(Struct, frozen=True):
    """No options."""


class Stub:
    """The part of a codec that the engine uses; `contexts` counts how often a text was read."""

    kind = "stub"
    title = "stub"
    options = Options

    def __init__(self) -> None:
        self.contexts = 0

    def rules(self) -> list[Rule]:
        return RULES.rules

    def context(self, text: str, options: Any) -> Any:
        self.contexts += 1
        assert options == Options()
        return SimpleNamespace(source=text, item_at=lambda offset: str(offset // 2))
