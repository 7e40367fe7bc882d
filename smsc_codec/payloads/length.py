"""How long a message may be (PAR-3). Whatever builds, judges or refuses a text counts it here.

What counts is all of `mes`: prefix, macros, comment, the digits of a binary message. Every character is one, a line end
is one however it is written, and the last line end, which editors put there, is none.
"""

from __future__ import annotations

from smsc_codec.diagnostics import BuildError, Span

#: PAR-3: the most characters of a message.
MOST = 1000


def end(mes: str) -> int:
    """Where a message ends: the line end of its last line is the file's."""
    return len(mes) - (2 if mes.endswith("\r\n") else mes.endswith("\n"))


def count(mes: str) -> int:
    """How many characters a message has."""
    last = end(mes)
    return last - mes.count("\r\n", 0, last)


def offset(mes: str, number: int) -> int:
    """Where the character stands that has `number` characters before it."""
    at = number
    while (moved := number + mes.count("\r\n", 0, at)) != at:
        at = moved
    return at + mes.startswith("\r\n", at - 1)


def beyond(mes: str) -> Span | None:
    """The characters of a message that are too many; None where there are none."""
    return Span(offset(mes, MOST), end(mes)) if len(mes) > MOST and count(mes) > MOST else None


def excess_in_words(mes: str) -> str:
    """What is wrong with a message that is too long."""
    number = count(mes)
    return f"the message has {number} characters, {number - MOST} too many"


def of_line(text: str, comment: str | None) -> str:
    """What a list's line says of a message, its comment behind the mark (LIST-7)."""
    if comment is None:
        return text
    from smsc_codec.text.mark import MARK

    return f"{text}{MARK}{comment}"


#: What is allowed, in words.
ALLOWED = f"up to {MOST} characters"


def check(mes: str, field: str) -> str:
    """`mes`, if it is not too long. Raises BuildError, which names `field`."""
    if beyond(mes) is not None:
        raise BuildError(field, f"{excess_in_words(mes)}; expected {ALLOWED}")
    return mes
