"""What the rules of a language are given that need no more than the reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.codec import Reading


class NoOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The options of a language whose rules have none."""


class Context:
    """One text as its language's rules see it. `value` is what could be understood, as the language's `read` says."""

    def __init__(self, source: str, options: Any, read: Callable[[str], Reading]) -> None:
        self.source = source
        self.options = options
        self.reading = read(source)
        self.value = self.reading.value

    def problems(self, kind: str) -> list[Problem]:
        """What the reader found of one kind."""
        return [problem for problem in self.reading.problems if problem.kind == kind]

    def span(self, *path: str | int) -> Span:
        """Where a part of the value stands."""
        return self.reading.spans[path]

    @property
    def structure(self) -> list[Span]:
        """The parts that were understood: nothing of them is there to be read, so no sign may pass for another."""
        return list(self.reading.spans.values())
