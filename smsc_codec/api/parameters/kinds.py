"""One parameter of a request, both ways: how its value is written, and what is wrong with one that is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, Problem, Span, shortened

#: What a text says, None where that cannot be known, and what is wrong with it; places count from its start.
Read = tuple[Any, tuple[Problem, ...]]


class Parameter(Struct, frozen=True):
    """A parameter: its name in the request, and in the operation where that differs; its two ways.

    `write` is given a value of the field's type, and raises BuildError with an empty field. One equal to `default` is
    not written.
    """

    name: str
    write: Callable[[Any], str]
    read: Callable[[str], Read]
    field: str = ""
    default: Any = None

    @property
    def key(self) -> str:
        """Its name in the operation."""
        return self.field or self.name


def _wrong(text: str, message: str, *expected: str, kind: str = "request-parameter") -> Read:
    return None, (Problem(message, Span(0, len(text)), kind, expected),)


def flag(name: str, field: str = "") -> Parameter:
    """`0` or `1`."""

    def write(value: Any) -> str:
        return "1"

    def read(text: str) -> Read:
        if text in ("0", "1"):
            return text == "1", ()
        return _wrong(text, f"must be '0' or '1', not '{text}'", "'0'", "'1'")

    return Parameter(name, write, read, field, False)


def switch(name: str, field: str = "") -> Parameter:
    """`0` or `1`, where saying nothing is a third."""

    def write(value: Any) -> str:
        return "1" if value else "0"

    return Parameter(name, write, flag(name).read, field)


def one_of(name: str, choices: tuple[str, ...], *, field: str = "", default: str | None = None) -> Parameter:
    """One of some words."""

    def write(value: Any) -> str:
        said: str = value
        return said

    def read(text: str) -> Read:
        if text in choices:
            return text, ()
        from smsc_codec.text.near import nearest

        meant = nearest(text, choices)
        expected = (meant,) if meant else choices
        return _wrong(text, f"unknown value '{shortened(text)}'", *(f"'{word}'" for word in expected if word))

    return Parameter(name, write, read, field, default)


def whole(name: str, low: int, high: int, field: str = "", default: int | None = None) -> Parameter:
    """A whole number from `low` to `high`."""

    def write(value: Any) -> str:
        if not low <= value <= high:
            raise BuildError("", f"a whole number from {low} to {high}")
        return str(value)

    def read(text: str) -> Read:
        if re.fullmatch("[0-9]{1,18}", text, re.ASCII) and low <= int(text) <= high:
            return int(text), ()
        return _wrong(text, f"must be a whole number from {low} to {high}, not '{text}'", f"{low} to {high}")

    return Parameter(name, write, read, field, default)


def words(
    name: str, pattern: str, told: str, *, field: str = "", kind: str = "request-parameter"
) -> Parameter:
    """Text of a pattern, which `told` says in words."""

    def fits(value: str) -> bool:
        return re.fullmatch(pattern, value) is not None

    def write(value: Any) -> str:
        if not fits(value):
            raise BuildError("", told)
        said: str = value
        return said

    def read(text: str) -> Read:
        if fits(text):
            return text, ()
        return text, _wrong(text, f"'{shortened(text)}' is not {told}", told, kind=kind)[1]

    return Parameter(name, write, read, field)


def text(name: str, field: str = "") -> Parameter:
    """Any text but none at all: an empty parameter says nothing."""
    return words(name, r"(?s).+", "a text of at least one character", field=field)
