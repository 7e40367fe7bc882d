"""A binary message as the service takes it: raw octets or hexadecimal digits, header, body, pid and dcs.

BIN-1, BIN-2, BIN-3, CMT-3.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, Edit, Fix, ParseError, Problem, Span
from smsc_codec.grammar.compiled.binary import TABLES
from smsc_codec.lazy import compiled
from smsc_codec.payloads.binary import udh
from smsc_codec.payloads.binary.checks import check_number, check_octets
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.text.mark import MARK, TILDES

_NEAR_TRAILER = compiled(
    r"\s*+pid\s*+[:=]\s*+([0-9]{1,3}+)[\s,;]*+dcs\s*+[:=]\s*+([0-9]{1,3}+)\s*+", re.ASCII | re.IGNORECASE
)
#: The line that divides the trailer, written in some other way, without what stands before it.
_NEAR_MARK = compiled(r"(?<!~)~~++(?>(?:\\[rn]|\s)*)(?=pid)", re.ASCII | re.IGNORECASE)
_NO_DIGIT = compiled(r"[^0-9A-Fa-f]")


@cache
def _pattern() -> re.Pattern[str]:
    """Grammar `binary`."""
    assert TABLES.pattern is not None
    return compiled(TABLES.pattern)


class BinaryMessage(Struct, frozen=True, gc=False):
    """A header, the octets after it, and the protocol identifier and data coding scheme, if both are said."""

    header: Header
    body: bytes = b""
    pid: int | None = None
    dcs: int | None = None


def parse(mes: str | bytes) -> BinaryMessage:
    """The message: hexadecimal digits (`bin=2`) of either case as `str`, raw octets (`bin=1`) as `bytes`.

    Raises ParseError; its spans count characters of a `str`, octets of `bytes`.
    """
    problems: list[Problem] = []
    message = _read(mes, problems)
    if problems:
        raise ParseError(mes, tuple(problems))
    return message


def read(mes: str | bytes) -> tuple[BinaryMessage, tuple[Problem, ...]]:
    """What could be understood of a message, and what was wrong; never raises for any input.

    Digits count up to the first one that is none; a void header is empty, as for a receiver; a pid and dcs
    that are not written exactly as the service wants them are left out.
    """
    problems: list[Problem] = []
    return _read(mes, problems), tuple(problems)


def build_hex(message: BinaryMessage) -> str:
    """The message for `bin=2`, in capital digits. Raises BuildError."""
    return _octets(message).hex().upper() + _trailer(message)


def build_raw(message: BinaryMessage) -> bytes:
    """The message for `bin=1`. Raises BuildError, also when the octets hold what separates pid and dcs."""
    data = _octets(message)
    trailer = _trailer(message)
    whole = data + trailer.encode()
    if whole.find(MARK.encode()) not in (-1, len(data)):
        raise BuildError(
            "body", f"contains a line {TILDES}, which would end the message: write it in hexadecimal (bin=2)"
        )
    return whole


def _octets(message: BinaryMessage) -> bytes:
    if not isinstance(message, BinaryMessage):
        raise BuildError("", f"expected BinaryMessage, got {type(message).__name__}")
    try:
        header = udh.build(message.header)
    except BuildError as error:
        raise BuildError(f"header.{error.field}", error.reason) from None
    return header + check_octets("body", message.body)


def _trailer(message: BinaryMessage) -> str:
    if message.pid is None and message.dcs is None:
        return ""
    if message.pid is None or message.dcs is None:
        raise BuildError("pid" if message.pid is None else "dcs", "give both pid and dcs, or neither (CMT-3)")
    pid, dcs = check_number("pid", message.pid, 255), check_number("dcs", message.dcs, 255)
    return f"{TABLES.written['_PID']}{pid}{TABLES.written['_DCS']}{dcs}"


def _read(mes: str | bytes, problems: list[Problem]) -> BinaryMessage:
    if isinstance(mes, bytes):
        data, found, trailer = mes.partition(MARK.encode())
        text, scale = trailer.decode("latin-1"), 1
        start = len(data)
    else:
        digits, mark, text = mes.partition(MARK)
        start, found, scale = len(digits), mark.encode(), 2
        near = _NEAR_MARK.search(mes) if not mark or digits != _without_ends(digits) else None
        if near is not None:
            digits, found = _without_ends(mes[: near.start()]), b""
            problems.append(_near_mark(mes, len(digits), near.end()))
        data = _from_hex(digits, problems)
    header, wrong = udh.read(data)
    if all(
        problem.kind == "trailer" for problem in problems
    ):  # octets that were cut short at a bad digit make a header that does not fit
        problems.extend(_scaled(problem, scale) for problem in wrong)
    pid, dcs = _read_trailer(text, start + len(MARK), problems) if found else (None, None)
    return BinaryMessage(header, data[data[0] + 1 :] if data else b"", pid, dcs)


def _from_hex(digits: str, problems: list[Problem]) -> bytes:
    if _pattern().fullmatch(digits):
        return bytes.fromhex(digits)
    bad = _NO_DIGIT.search(digits)
    if bad is not None:
        at = bad.start()
        problems.append(
            Problem(
                f"{bad.group()!r} at offset {at} is not a hexadecimal digit",
                Span(at, at + 1),
                kind="hex",
                expected=("0-9", "A-F", "a-f"),
            )
        )
        digits = digits[:at]
    if len(digits) % 2:
        if bad is None:
            problems.append(
                Problem(
                    f"odd number of hexadecimal digits: {len(digits)}",
                    Span(len(digits) - 1, len(digits)),
                    kind="hex",
                    expected=("two digits per octet",),
                )
            )
        digits = digits[:-1]
    return bytes.fromhex(digits)


def _read_trailer(text: str, start: int, problems: list[Problem]) -> tuple[int | None, int | None]:
    exact = _pattern().fullmatch(f"00{MARK}{text}")
    if exact is not None:
        return int(exact["PID"]), int(exact["DCS"])
    told = f"after '{TILDES}' a binary message has its pid and dcs, with exactly these spaces"
    meant = _meant(text)
    fix = None if meant is None else (f"write '{meant}'", meant)
    problems.append(_wrong_trailer(told, Span(start, start + len(text)), fix))
    return None, None


def _meant(text: str) -> str | None:
    """The pid and dcs that were plainly meant, as the service wants them."""
    near = _NEAR_TRAILER.fullmatch(text)
    if near is not None and int(near[1]) < 256 and int(near[2]) < 256:
        return f"pid: {int(near[1])}, dcs: {int(near[2])}"
    return None


def _wrong_trailer(told: str, span: Span, fix: tuple[str, str] | None) -> Problem:
    """A trailer that is not as it should be; with a fix, what that does and what it writes."""
    return Problem(
        told,
        span,
        kind="trailer",
        expected=("'pid: V1, dcs: V2', both decimal numbers from 0 to 255",),
        fixes=() if fix is None else (Fix(fix[0], (Edit(span, fix[1]),), safe=True),),
    )


def _without_ends(text: str) -> str:
    """The text without blanks and line ends behind it, real ones or written as two characters."""
    end = len(text)
    while end:
        if text[end - 1].isspace():
            end -= 1
        elif text.endswith(("\\n", "\\r"), 0, end):
            end -= 2
        else:
            break
    return text[:end]


def _near_mark(mes: str, start: int, end: int) -> Problem:
    """A trailer behind another line than the one that divides it from the octets."""
    told = f"the pid and dcs follow a line of exactly '{TILDES}', with real line breaks around it"
    meant = _meant(mes[end:])
    fix = None if meant is None else (f"write '{TILDES}' on a line of its own", f"{MARK}{meant}")
    return _wrong_trailer(told, Span(start, len(mes)), fix)


def _scaled(problem: Problem, scale: int) -> Problem:
    if scale == 1:
        return problem
    span = Span(problem.span.start * scale, problem.span.end * scale)
    return Problem(problem.message, span, kind=problem.kind)
