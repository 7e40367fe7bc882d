"""What every writer asks of a field before it writes it, since the constructors of Structs ask nothing."""

from __future__ import annotations

from typing import Any

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span


def check_number(name: str, value: Any, highest: int, lowest: int = 0) -> int:
    """The whole number itself. Raises BuildError when it is none, or outside its range."""
    if type(value) is not int or not lowest <= value <= highest:
        raise BuildError(name, f"must be a whole number from {lowest} to {highest}, not {value!r}")
    return value


def check_flag(name: str, value: Any) -> bool:
    """The truth value itself. Raises BuildError when it is none."""
    if not isinstance(value, bool):
        raise BuildError(name, f"{value!r} is neither True nor False")
    return value


def check_octets(name: str, value: Any) -> bytes:
    """The octets themselves. Raises BuildError when the value is not `bytes`."""
    if not isinstance(value, bytes):
        raise BuildError(name, f"expected bytes, got {type(value).__name__}")
    return value


def parse_octet(value: Any) -> int:
    """The number itself. Raises ParseError when it is not from 0 to 255."""
    if type(value) is int and 0 <= value <= 255:
        return value
    text = str(value)
    expected = ("a number from 0 to 255",)
    raise ParseError(text, (Problem(f"{text} is not an octet", Span(0, len(text)), "octet", expected),))
