"""Secrets that stand by a name: in a table's column below it, or given to it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from smsc_codec.lazy import regex
from smsc_codec.secrets.forms import Span
from smsc_codec.secrets.given import given
from smsc_codec.secrets.names import is_name, names, spots
from smsc_codec.secrets.tables import cells
from smsc_codec.secrets.values import Reader
from smsc_codec.secrets.variables import arguments, variables

_LONG_NAME = 60
#: In so many of its first values a text is looked through for variables.
_MOST_PLACES = 1000
#: What looking at one name may take of the reader's purse: where every few characters are a name, all is a value.
_EACH = 60
_QUOTES = tuple("\"'`")
#: What stands in place of a value that is not there: a name within it may have one.
_OR_ELSE = regex(r"[\"'\])]{1,4}[ \t]{0,5}(?:\?[?:]|\|\||or\b)[ \t]{0,5}(?=[\"'`])")


def named(text: str) -> Iterator[Span]:
    """Where such secrets stand in a text that `alike` has made plain, in any order."""
    words = list(spots(text))
    yield from cells(text, words)
    reader = Reader(text)
    places: list[Span] = []
    last = range(0)
    for start, end in names(text, words):
        if start in last and not _OR_ELSE.match(text, end):
            continue
        if not reader.pay(_EACH):
            yield start, len(text)
            return
        reader.move(start)
        for place in given(reader, start, end):
            if not _is_quoted_name(text, *place):
                last = max(last, range(*place), key=attrgetter("stop"))
            if len(places) < _MOST_PLACES:
                places.append(place)
            yield place
    yield from variables(text, places)
    yield from arguments(text)


def _is_quoted_name(text: str, start: int, end: int) -> bool:
    """Whether the name of a secret stands in place of a value: `"key": "psw", "value": "123"`."""
    return end - start < _LONG_NAME and text[start - 1 : start] in _QUOTES and is_name(text[start:end])
