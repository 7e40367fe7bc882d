"""Finds the secrets of a text by pattern, whatever the text is, and blots them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.forms import Span, decoded, forms, in_base64, small
from smsc_codec.secrets.layers import Layer, alike, layers
from smsc_codec.secrets.words import may_name, slips

#: A value that is as long is blotted wherever it stands in the text, and not where its name is alone.
REPEATED = 6
_MOST_REPEATED = 60

_TRIMMED = " \t\r\n\"'`,;{}[]()<>&"
#: A longer value is not looked for anywhere else.
_LONGEST = 500
_SHOWN = regex(r"[^\r\n]")
_PLAIN_WORDS = regex(
    r"(?i)string|number|integer|boolean|object|required|optional|secret|hidden|unknown|undefined|environ|process|get\w*|str|true|false|null|none"
)


def blotted(text: str) -> str:
    """The text with a star for every character of its secrets; its length and its line ends stay."""
    return starred(text, spans(text))


def starred(text: str, places: Iterable[Span]) -> str:
    """The text with stars at some places, which are in order."""
    pieces: list[str] = []
    at = 0
    for start, end in places:
        pieces += (text[at:start], _SHOWN.sub("*", text[max(at, start) : end]))
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def spans(text: str) -> list[Span]:
    """Where secrets stand, in order and apart from each other."""
    return _found(text)[0]


def found(text: str) -> tuple[list[Span], frozenset[str]]:
    """Where secrets stand, and what they are, as they are written and with their escapes undone."""
    return _found(text)


def _found(text: str) -> tuple[list[Span], frozenset[str]]:
    places: list[Span] = []
    said: dict[str, None] = {}  # many a text says the same value again and again
    seen: list[Layer] = []
    wrapped: dict[str, bool] = {}
    for layer in layers(text):
        seen.append(layer)
        for start, end in _in_layer(layer.text, wrapped):
            places.append((layer.place(start), layer.place(end)))
            if end - start <= _LONGEST:
                said[layer.text[start:end]] = None
    values = {value: None for one in said for value in _meant(one)}
    values.pop("", None)
    again = [value for value in values if len(value) >= REPEATED and not _is_plain(value)][:_MOST_REPEATED]
    if again:
        pattern = re.compile("|".join(re.escape(value) for value in sorted(again, key=len, reverse=True)))
        for layer in seen:
            places += [
                (layer.place(match.start()), layer.place(match.end()))
                for match in pattern.finditer(layer.text)
            ]
    return _merged(places), frozenset(values)


def _meant(said: str) -> Iterator[str]:
    """What a value is without what stands around it, and what it says in base64: a login and its password."""
    value = said.strip(_TRIMMED)
    inner = decoded(value.rpartition(" ")[2])
    yield from (value, inner, inner.partition(":")[2])


def _is_plain(value: str) -> bool:
    """Whether a value is no secret but a word for one: a placeholder, a type, a variable."""
    from smsc_codec.secrets.names import is_name

    return value[0] in "$%{<" or is_name(value) or bool(_PLAIN_WORDS.fullmatch(value))


def _merged(places: list[Span]) -> list[Span]:
    made: list[Span] = []
    for start, end in sorted(places):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        elif start < end:
            made.append((start, end))
    return made


def _in_layer(text: str, wrapped: dict[str, bool]) -> Iterator[Span]:
    """Where secrets stand in one layer, in any order; `wrapped` is what is known of words in base64."""

    def finds(inner: str) -> bool:
        return any(start < end for start, end in _in_layer(inner, wrapped))

    yield from in_base64(text, finds, wrapped)
    text = alike(text)
    low = small(text)
    yield from forms(text, low)
    if may_name(text, low) or next(slips(low), None):
        from smsc_codec.secrets.named import named

        yield from named(text)
