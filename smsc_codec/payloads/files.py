"""Files inside a text: `<file 1>`, `<file /upload/...>`, `<file https://...>` (FIL-1 .. FIL-3).

A text that holds no file is a plain `str`. One that does is a tuple of its parts in order, so that a `str` from a
stranger can never become a file, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.lazy import compiled


class Uploaded(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="uploaded", omit_defaults=True):
    """The n-th file that is uploaded with the request, from 1 (FIL-1)."""

    number: int


class Stored(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="stored", omit_defaults=True):
    """A file already on the service; a picture may be given a size in pixels (FIL-2)."""

    path: str
    width: int | None = None
    height: int | None = None


class Remote(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="remote", omit_defaults=True):
    """A file elsewhere, by its full http(s) address (FIL-3)."""

    url: str


File = Uploaded | Stored | Remote
#: A text, or the parts of a text that holds files.
Speech = str | tuple[str | File, ...]


@cache
def _marks() -> re.Pattern[str]:
    from smsc_codec.grammar.compiled.files import TABLES

    assert TABLES.pattern is not None
    return compiled(TABLES.pattern)


def split(text: str) -> Speech:
    """The text with its file marks read. Linear; a text without `<file` is given back at once."""
    if "<file" not in text:
        return text
    parts: list[str | File] = []
    at = 0
    for match in _marks().finditer(text):
        if match.start() > at:
            parts.append(text[at : match.start()])
        parts.append(_file(match))
        at = match.end()
    if not parts:
        return text
    if at < len(text):
        parts.append(text[at:])
    return tuple(parts)


def uploads(text: str) -> Iterator[tuple[int, int, int]]:
    """The number of each uploaded file that a mark in a text names, and where it stands."""
    for match in _marks().finditer(text) if "<file" in text else ():
        if match["NUMBER"]:
            yield int(match["NUMBER"]), *match.span("NUMBER")


def _file(match: re.Match[str]) -> File:
    number, path, attributes, address = match.group("NUMBER", "PATH", "ATTRIBUTES", "ADDRESS")
    if number:
        return Uploaded(int(number))
    if address:
        return Remote(address)
    sizes = dict(pair.split("=") for pair in (attributes or "").split())
    return Stored(path, *(int(sizes[side]) if side in sizes else None for side in ("width", "height")))


def join(speech: Speech, field: str) -> str:
    """The text of `speech`. Raises BuildError, naming `field`, for a part that would read back as another."""
    if isinstance(speech, str):
        if split(speech) != speech:
            raise BuildError(field, "reads as a file macro; give the file as a separate part")
        return speech
    if any(isinstance(part, Uploaded) and part.number < 1 for part in speech):
        raise BuildError(field, "uploaded files are numbered from 1 (FIL-1)")
    text = "".join(part if isinstance(part, str) else write(part) for part in speech)
    if split(text) != speech:
        raise BuildError(field, "these parts of the text would not read back the same")
    return text


def write(file: File) -> str:
    """The mark of one file."""
    from smsc_codec.grammar.compiled.files import TABLES

    opening, end = TABLES.written["_FILE"], TABLES.written["_END"]
    match file:
        case Uploaded(number):
            return f"{opening}{number}{end}"
        case Remote(url):
            return f"{opening}{url}{end}"
        case Stored(path, width, height):
            sizes = (
                f" {name}={size}" for name, size in (("width", width), ("height", height)) if size is not None
            )
            return f"{opening}{path}{''.join(sizes)}{end}"


def plain(speech: Speech) -> str:
    """What of `speech` is words; files are left out."""
    return speech if isinstance(speech, str) else " ".join(part for part in speech if isinstance(part, str))
