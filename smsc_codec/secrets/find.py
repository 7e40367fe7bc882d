"""Finds the secrets of a text by pattern, whatever the text is, and blots them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.forms import Span, decoded, forms, in_base64, possible
from smsc_codec.secrets.layers import alike, layers, plain
from smsc_codec.secrets.words import may_name, names_any, slips

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
    seen = [*layers(text)]
    search = _search([layer.text for layer in seen])
    if search is None:
        return [], frozenset()
    places: list[Span] = []
    said: dict[str, None] = {}  # many a text says the same value again and again
    for layer in seen:
        for start, end in search(layer.text):
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


def _search(texts: list[str]) -> Callable[[str], Iterator[Span]] | None:
    """What finds secrets in each of some texts; None where none of them can have any, as most have not.

    What a secret cannot be without is looked for once, in all texts and in all that they say in base64.
    """
    parts: list[str] = []
    known: dict[str, bool] = {}
    sure = [place for part in (texts, parts) for one in part for place in in_base64(one, parts.append, known)]
    # Nothing of that goes over the end of a line, and most lines of a text stay as they are without escapes.
    lines = dict.fromkeys(["", *"\n".join(texts).split("\n")]) if len(texts) > 1 else texts
    text, low = map("\n".join, zip(plain("\n".join(lines)), plain("\n".join(parts)), strict=True))
    named = may_name(low)
    patterns = [*possible(text, low, named)]
    names = (named and names_any(text, low)) or next(slips(low), None) is not None
    if not (sure or patterns or names):
        return None
    wrapped: dict[str, bool] = {}

    def search(text: str) -> Iterator[Span]:
        """Where secrets stand in one of the texts, in any order."""
        yield from in_base64(text, finds, wrapped)
        text = alike(text)
        yield from forms(text, patterns)
        if names:
            from smsc_codec.secrets.named import named

            yield from named(text)

    def finds(inner: str) -> bool:
        return any(start < end for start, end in search(inner))

    return search
