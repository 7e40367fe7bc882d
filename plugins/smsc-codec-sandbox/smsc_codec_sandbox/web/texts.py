"""Requests as people read them: urlencoded pieces as they are meant, with the way back to their places, and findings
as marks in a text.
"""

from __future__ import annotations

import codecs
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from urllib.parse import unquote_plus

from msgspec import Struct, structs

from smsc_codec_sandbox.model import Exchange

_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}|\+|[^%+]+|%")
_JSON_ESCAPE = re.compile(
    r'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\"]'
)
#: What is left of an escape, or of the octets of a letter, where a text is cut.
_TORN = re.compile(r"%[0-9A-Fa-f]?$")


class Span(Struct, frozen=True):
    """A place in a text that a finding is about, and the finding's number, from 1."""

    start: int
    end: int
    number: int
    severity: str


class Piece(Struct, frozen=True):
    """Some of a text, and the findings that it is in. `carets` are findings of the place behind it."""

    text: str
    numbers: tuple[int, ...] = ()
    severity: str = ""
    carets: tuple[int, ...] = ()


class Decoded(Struct, frozen=True):
    """A text as it is meant, and where each of its characters stands in what it was decoded from; one place more."""

    text: str
    places: tuple[int, ...]

    def here(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the source is in the text; None where it is not all inside."""
        if start < self.places[0] or end > self.places[-1]:
            return None
        first = bisect_right(self.places, start) - 1
        return first, max(first, bisect_left(self.places, end))


def is_urlencoded(exchange: Exchange) -> bool:
    """Whether a request's text is an address and a form."""
    return not exchange.text.startswith("curl ") and "\n\n{" not in exchange.text


def readable(text: str, exchange: Exchange) -> str:
    """A piece of a request as it is meant; half an escape at its end is left out."""
    if not is_urlencoded(exchange):
        return text
    return unquote_plus(_TORN.sub("", text), exchange.charset, "replace").rstrip("\ufffd")


def value(exchange: Exchange, name: str) -> Decoded | None:
    """What a request says for a parameter; None where that cannot be told."""
    text = exchange.text
    if "\n\n{" in text:
        found = re.search(rf'"{re.escape(name)}"\s*:\s*"', text)
        return None if found is None else _of_json(text, found.end())
    if not is_urlencoded(exchange):
        return None
    found = re.search(rf"(?:[?&]|\n\n){re.escape(name)}=([^&\n]*)", text)
    return None if found is None else _of_form(text, found.start(1), found.end(1), exchange.charset)


def _of_form(text: str, start: int, end: int, charset: str) -> Decoded:
    decoder = codecs.getincrementaldecoder(charset)("replace")
    made: list[str] = []
    places: list[int] = []
    begun = start
    for found in _ESCAPE.finditer(text, start, end):
        piece = found[0]
        if piece[0] == "%" and len(piece) == 3:
            if not decoder.getstate()[0]:
                begun = found.start()
            got = decoder.decode(bytes([int(piece[1:], 16)]))
            made.append(got)
            places += [begun] * len(got)
            continue
        rest = decoder.decode(b"", True)
        decoder.reset()
        made.append(rest)
        places += [begun] * len(rest)
        made.append(" " if piece == "+" else piece)
        places += range(found.start(), found.end())
    rest = decoder.decode(b"", True)
    return Decoded("".join([*made, rest]), (*places, *[begun] * len(rest), end))


def _of_json(text: str, start: int) -> Decoded:
    made: list[str] = []
    places: list[int] = []
    at = start
    while found := _JSON_ESCAPE.match(text, at):
        try:
            got = json.loads(f'"{found[0]}"', strict=False)
        except ValueError:
            got = found[0]
        made.append(got)
        places += [at] * len(got)
        at = found.end()
    return Decoded("".join(made), (*places, at))


def spans(exchange: Exchange) -> list[Span]:
    """The findings of a request by their places in its text."""
    return [
        Span(min(one.start, len(exchange.text)), min(one.end, len(exchange.text)), number, one.severity)
        for number, one in enumerate(exchange.findings, 1)
        if one.start <= len(exchange.text)
    ]


def within(decoded: Decoded, offset: int, length: int, found: Iterable[Span]) -> list[Span]:
    """The findings of a request by their places in a message, which begins at an offset of a parameter's value."""
    kept = []
    for one in found:
        # What reaches beyond the value is about all of the parameter, and no mark in the message.
        if here := decoded.here(one.start, one.end):
            start, end = max(here[0] - offset, 0), min(here[1] - offset, length)
            # What only touches the message is not in it; what is about a place without text may stand at its edge.
            if start < end or start == end == here[0] - offset == here[1] - offset:
                kept.append(Span(start, end, one.number, one.severity))
    return kept


_WORST = ("error", "warning", "info")


def pieces(text: str, found: Sequence[Span], start: int = 0, end: int | None = None) -> list[Piece]:
    """A part of a text, cut where findings begin and end. One of a place without text stands behind what is before."""
    stop = len(text) if end is None else end
    cuts = {start, stop, *(min(max(at, start), stop) for one in found for at in (one.start, one.end))}
    made = [Piece("", carets=_carets(found, 0))] if start == 0 and _carets(found, 0) else []
    for begun, ended in pairwise(sorted(cuts)):
        inside = [one for one in found if one.start <= begun and ended <= one.end and one.start < one.end]
        worst = next((name for name in _WORST if any(one.severity == name for one in inside)), "")
        numbers = tuple(one.number for one in inside)
        made.append(Piece(text[begun:ended], numbers, worst, _carets(found, ended)))
    return made


def _carets(found: Sequence[Span], at: int) -> tuple[int, ...]:
    return tuple(one.number for one in found if one.start == one.end == at)


def lines(exchange: Exchange) -> list[list[Piece]]:
    """A request line by line, each parameter on its own, with the findings as marks."""
    text, found = exchange.text, spans(exchange)
    starts = {0, *(at + 1 for at, letter in enumerate(text) if letter == "\n" and at + 1 < len(text))}
    if is_urlencoded(exchange):
        starts |= {at for at, letter in enumerate(text) if letter in "&?"}
    made = []
    for start, end in pairwise([*sorted(starts), len(text)]):
        end = start + len(text[start:end].rstrip("\r\n"))
        made.append(
            [
                structs.replace(piece, text=readable(piece.text, exchange))
                for piece in pieces(text, found, start, end)
            ]
        )
    return made
