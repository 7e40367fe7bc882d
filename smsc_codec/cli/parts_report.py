"""What there is to say of a message's text, as data: `parts --json` prints it, `parts_picture` draws it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, cast, get_args

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, Lines
from smsc_codec.text import (
    CHARSETS,
    Count,
    Encoding,
    Style,
    charsets_for,
    cheaper,
    count,
    cut,
    describe,
    find_costly,
    misfit,
    transliterate,
    without_comment,
)


class Options(Struct, frozen=True):
    """How to count: what `smsc_codec.text.count` is given, and what else was asked."""

    reference: Literal[8, 16] = 8
    graphemes: bool = False
    languages: tuple[str, ...] = ()
    charset: str | None = None
    maxsms: int | None = None


class Part(Struct, frozen=True, gc=False):
    """One part: its characters from `start` to `end` of the text, and the units they take."""

    start: int
    end: int
    units: int
    text: str


class Sign(Struct, frozen=True, gc=False):
    """A character, where it stands (`line` and `column` from 1), and what it is called."""

    start: int
    line: int
    column: int
    character: str
    name: str


class Costly(Struct, frozen=True, gc=False):
    """The first of `count` characters that the Latin alphabet lacks, and what would say the same, if anything does.

    `lasting` counts those that nothing replaces.
    """

    first: Sign
    replacement: str | None
    count: int
    lasting: int


class Rewritten(Struct, frozen=True, gc=False):
    """The text put in another way, and what it takes then."""

    text: str
    encoding: Encoding
    units: int
    parts: int


class Cut(Struct, frozen=True, gc=False):
    """What `maxsms` keeps, in characters, and the text that it loses."""

    maxsms: int
    kept: int
    lost: str


class Charsets(Struct, frozen=True, gc=False):
    """The charsets that can carry the text; what `asked` cannot carry, if one was named."""

    able: tuple[str, ...]
    asked: str | None
    misfit: Sign | None


class Report(Struct, frozen=True):
    """What a text takes. `limit`: units that each part holds; `comment`: one was there, and is not counted.

    `each` are the parts; `replaced`: every costly character replaced, where that can be done; `translit`: by
    style, where it changes anything.
    """

    encoding: Encoding
    units: int
    parts: int
    limit: int
    left: int
    locking: str
    single: str
    comment: bool
    each: tuple[Part, ...]
    costly: Costly | None
    replaced: Rewritten | None
    translit: dict[str, Rewritten]
    charset: Charsets
    cut: Cut | None


def message(text: str) -> str:
    """The message that a file holds: without its comment (SEG-3), or else without the file's final line end."""
    sent = without_comment(text)
    if sent != text:
        return sent
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def report(source: str, options: Options) -> Report:
    """What the message in `source` takes. Raises BuildError for one of more than 255 parts."""
    text = message(source)
    counted = partial(
        count, reference=options.reference, graphemes=options.graphemes, languages=options.languages
    )
    made = counted(text)
    sign = _signs(text)
    bad = misfit(text, options.charset) if options.charset else None
    dear = made.encoding == "ucs2"
    return Report(
        made.encoding,
        made.units,
        made.parts,
        made.sizes[-1] + made.left,
        made.left,
        made.locking,
        made.single,
        without_comment(source) != source,
        _parts(text, made),
        _costly(text, sign) if dear else None,
        _replaced(text, counted),
        _translit(text, counted),
        Charsets(charsets_for(text), options.charset, sign(bad.start) if bad else None),
        _cut(text, options),
    )


def _signs(text: str) -> Callable[[int], Sign]:
    lines = Lines(text)
    return lambda start: Sign(start, *lines.position(start), text[start], describe(text[start]))


def _parts(text: str, made: Count) -> tuple[Part, ...]:
    starts = (0, *made.ends[:-1])
    return tuple(
        Part(start, end, units, text[start:end])
        for start, end, units in zip(starts, made.ends, made.sizes, strict=True)
    )


def _costly(text: str, sign: Callable[[int], Sign]) -> Costly:
    found = find_costly(text)
    lasting = sum(one.replacement is None for one in found)
    return Costly(sign(found[0].start), found[0].replacement, len(found), lasting)


def _rewritten(text: str, counted: Callable[[str], Count]) -> Rewritten | None:
    try:
        made = counted(text)
    except BuildError:  # written so, it takes more than 255 parts
        return None
    return Rewritten(text, made.encoding, made.units, made.parts)


def _replaced(text: str, counted: Callable[[str], Count]) -> Rewritten | None:
    try:
        saving = cheaper(text)
    except BuildError:
        return None
    return _rewritten(saving.text, counted) if saving else None


def _translit(text: str, counted: Callable[[str], Count]) -> dict[str, Rewritten]:
    found = {}
    for style in get_args(Style):
        written = transliterate(text, style)
        made = _rewritten(written, counted) if written != text else None
        if made:
            found[str(style)] = made
    return found


def _cut(text: str, options: Options) -> Cut | None:
    if options.maxsms is None:
        return None
    made = cut(
        text,
        options.maxsms,
        reference=options.reference,
        graphemes=options.graphemes,
        languages=options.languages,
    )
    return Cut(options.maxsms, len(made.kept), made.lost)


def options(
    reference: str,
    graphemes: bool,
    languages: tuple[str, ...],
    charset: str | None,
    maxsms: int | None,
) -> Options:
    """The options as the command line has them."""
    assert charset is None or charset in CHARSETS
    return Options(cast(Literal[8, 16], int(reference)), graphemes, languages, charset, maxsms)
