"""The first pass over list files: what each is encoded in, and the number of the first line of each slice.

Slices are counted beside one another; what they count is added up here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any, cast

from msgspec import Struct, structs

from smsc_codec.cli import large
from smsc_codec.cli.files import Unreadable, as_utf_8, damaged, decode, guessed
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.sources.blocks import BadOctets, Slice, ranges
from smsc_codec_dask.sources.files import Source, SourceError, opened
from smsc_codec_dask.sources.tables import Rows, TableSlice


class Scanned(Struct, frozen=True):
    """What the first pass knows of a slice."""

    slice: Slice | TableSlice
    #: How many line ends there are in its blocks.
    lines: int = 0
    #: Where it stops being text of the encoding, how that octet is named; None where all is well.
    bad_at: int | None = None
    bad: str = ""
    nul: bool = False
    #: Why the file cannot be read at all, or ""; what a person should know about how it was read.
    failure: str = ""
    note: str = ""
    #: What else the pass was to learn of the slice.
    found: Any = None

    @property
    def sound(self) -> bool:
        """Whether all of it can be read."""
        return self.bad_at is None and not self.failure


class Listed(Struct, frozen=True):
    """A file that can be read as a list: its slices in order. Or one that cannot: `failure` says why."""

    source: Source
    slices: tuple[Slice | TableSlice, ...] = ()
    lines: int = 0
    #: What a person should know about how the file was read, or "".
    note: str = ""
    failure: str = ""
    #: What the first pass was to learn of each slice.
    found: tuple[Any, ...] = ()

    @property
    def size(self) -> int:
        """How many octets it has, packed as they may be."""
        return self.source.size


def scan(one: Slice | TableSlice, *, nl: bool = False, see: Callable[[str], object] | None = None) -> Scanned:
    """Count the lines of a slice, and see that it can be read; `see` is shown each block."""
    lines = 0
    try:
        for _, text in one.texts(nl=nl):
            if see is not None:
                see(text)
            lines += text.count("\n")
    except BadOctets as bad:
        return Scanned(one, lines, bad.at, bad.said, bad.nul)
    except SourceError as error:
        return Scanned(one, lines, failure=str(error))
    return Scanned(one, lines)


def listed(
    engine: Engine,
    sources: Iterable[Source],
    encoding: str | None = None,
    *,
    tables: Callable[[Source], Iterable[Rows]] | None = None,
    work: Callable[[Slice | TableSlice], Scanned] = scan,
    done: Callable[[Scanned], object] = lambda scanned: None,
) -> Iterator[Listed]:
    """Each list file with its slices, in order: their line numbers and encodings are as one process has them.

    A table is the list that its rows make, and `tables` tells its parts; it is a failure without. `work` is what counts
    a slice, and may learn more of it. `done` is told of every slice that was counted. A file that cannot be read is one
    with a `failure`.
    """
    failures: dict[str, str] = {}

    def planned() -> Iterator[Slice | TableSlice]:
        for source in sources:
            try:
                if source.form == "list":
                    yield from ranges(source, encoding)
                elif tables is None:
                    raise SourceError("a table, not a list; --template says what its messages are")
                else:
                    yield from (TableSlice(one, number) for number, one in enumerate(tables(source)))
            except (SourceError, Unreadable) as error:
                failures[source.name] = str(error)
                yield Slice(source, -1, 0, 0, "")

    for source, group in groupby(
        engine.each(partial(_counted, work), planned()), key=lambda scanned: scanned.slice.source
    ):
        counted = []
        for scanned in group:
            counted.append(scanned)
            done(scanned)
        if source.name in failures:
            yield Listed(source, failure=failures[source.name])
        else:
            yield _judged(engine, source, counted, work)


def _counted(work: Callable[[Slice | TableSlice], Scanned], one: Slice | TableSlice) -> Scanned:
    if one.number < 0:
        return Scanned(one)
    if isinstance(one, TableSlice) or not one.whole:
        return work(one)
    try:
        with opened(one.source) as file:
            read = decode(file.read(), one.encoding or None)
    except (SourceError, Unreadable) as error:
        return Scanned(one, failure=str(error))
    return Scanned(one, read.text.count("\n"), note=read.note)


def _judged(
    engine: Engine, source: Source, counted: list[Scanned], work: Callable[[Slice | TableSlice], Scanned]
) -> Listed:
    """What comes of the slices of one file."""
    first = counted[0].slice
    broken = next((c.failure for c in counted if c.failure), "")
    if broken:
        return Listed(source, failure=broken)
    if isinstance(first, TableSlice):
        parts, found = tuple(c.slice for c in counted), tuple(c.found for c in counted)
        return Listed(source, parts, sum(c.lines for c in counted), found=found)
    if first.whole:
        return Listed(source, (first,), counted[0].lines, counted[0].note)
    bad = _first_bad(counted)
    if bad is None:
        return _numbered(source, [(c, _read_as(c.slice, first.encoding or "utf-8")) for c in counted])
    if first.encoding or bad.nul:
        return Listed(source, failure=_reason(source, first.encoding, bad))
    # UTF-8 it is not. As the core does, it is asked whether it was, and then windows-1251 is tried.
    sound, wrong = map(sum, zip(*engine.each(_as_utf_8, [c.slice for c in counted]), strict=True))
    if sound > wrong:
        return Listed(source, failure=damaged(bad.bad))
    other = [_read_as(c.slice, "windows-1251") for c in counted]
    again = list(engine.each(partial(_counted, work), other))
    if _first_bad(again) is not None:
        return Listed(source, failure=_reason(source, "", bad))
    return _numbered(source, list(zip(again, other, strict=True)), guessed(bad.bad))


def _as_utf_8(one: Slice | TableSlice) -> tuple[int, int]:
    assert isinstance(one, Slice)
    try:
        return as_utf_8(one.octets())
    except SourceError:  # it is gone, which the next pass tells
        return 0, 0


def _read_as(one: Slice | TableSlice, encoding: str) -> Slice:
    assert isinstance(one, Slice)
    return structs.replace(one, encoding=encoding)


def _first_bad(counted: list[Scanned]) -> Scanned | None:
    found = [c for c in counted if c.bad_at is not None]
    return min(found, key=lambda c: (cast(int, c.bad_at) // large.CHUNK, not c.nul, c.bad_at), default=None)


def _numbered(source: Source, pairs: list[tuple[Scanned, Slice]], note: str = "") -> Listed:
    """The slices with the numbers of their first lines."""
    line, made = 1, []
    for scanned, one in pairs:
        made.append(structs.replace(one, first_line=line))
        line += scanned.lines
    return Listed(source, tuple(made), line - 1, note, found=tuple(scanned.found for scanned, _ in pairs))


def _reason(source: Source, encoding: str, bad: Scanned) -> str:
    """Why a file cannot be read, in the words of the core, which reads it up to there once more."""
    try:
        with opened(source) as file:
            if not source.packing:
                large.large(file, encoding or None)
    except (SourceError, Unreadable) as error:
        return str(error)
    return f"not {encoding or 'utf-8'}: {bad.bad or 'a NUL byte'}"
