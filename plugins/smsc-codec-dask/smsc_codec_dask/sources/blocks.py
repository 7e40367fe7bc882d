"""Lists by parts: ranges of a file's octets, each read by itself, which together are the blocks of the whole.

A range begins and ends at the borders at which the core's own reader has its pieces, so that its blocks are those of
one process that reads the whole file (`smsc_codec.payloads.mailing.stream.Part`). A packed file is one range.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from msgspec import Struct, structs

from smsc_codec.cli import large
from smsc_codec.cli.files import Unreadable, decode, place
from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.mailing import Line, read_lines
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec.payloads.mailing.stream import Part
from smsc_codec_dask.sources.files import Source, opened

#: About so many octets are one piece of work.
SLICE = 1 << 23


class Slice(Struct, frozen=True):
    """A part of a list file, as a piece of work: where it stands and how it is read.

    `start` and `end` are offsets of octets, `end` None up to the end of the file. A `whole` file is read and judged
    as one text, as the core does with small ones.
    """

    source: Source
    #: Which of the source's slices it is, from 0.
    number: int
    start: int
    end: int | None
    #: The encoding by Python's name, and the mark before the text.
    encoding: str
    mark: bytes = b""
    whole: bool = False
    #: The number of the line with its first message, in the file; 0 while that is not known.
    first_line: int = 0

    @property
    def size(self) -> int:
        """How many octets of the file it is, packed as they may be."""
        return (self.source.size if self.end is None else self.end) - self.start

    @contextmanager
    def part(self, memory: Memory | None = None) -> Iterator[Part]:
        """What the core is given of it, to be used while the file is open. Raises SourceError, Unreadable."""
        with opened(self.source) as file:
            if self.whole:
                yield Part([decode(file.read(), self.encoding or None).text], first_line=1, memory=memory)
                return
            inside = self.start > len(self.mark)
            at = _line_start(file, self) if inside else self.start
            reader = _Reader(file, self.encoding, at, packed=bool(self.source.packing))
            yield Part(
                reader.pieces(self.start + large.CHUNK, self.end),
                reader.pieces(None, None) if self.end is not None else (),
                first_line=self.first_line,
                inside=inside,
                memory=memory,
            )

    def octets(self) -> Iterator[bytes]:
        """What it says in a file without a mark, in pieces, between two beginnings of lines. Raises SourceError."""
        with opened(self.source) as file:
            at = _line_start(file, self)
            end = None if self.end is None else _line_start(file, structs.replace(self, start=self.end))
            if at:
                file.seek(at)
            piece = b"x"
            while piece:
                piece = _exactly(file, large.CHUNK if end is None else min(large.CHUNK, end - at))
                at += len(piece)
                yield piece

    def texts(self, *, nl: bool = False) -> Iterator[tuple[int, str]]:
        """Its blocks, each with the number of its first line. Raises SourceError, Unreadable."""
        with self.part() as part:
            yield from part.blocks(nl=nl)

    def messages(self, *, nl: bool = False) -> Iterator[tuple[int, Line | Problem]]:
        """Each message, or what is wrong with a line, with its line's number. Raises SourceError, Unreadable."""
        for first, text in self.texts(nl=nl):
            for number, item in read_lines((text,), nl=nl):
                yield first + number - 1, item


def ranges(source: Source, encoding: str | None = None) -> list[Slice]:
    """The slices of a list file, of which nothing but its beginning is known yet. Raises SourceError.

    Their encoding is "" where UTF-8 is tried first, and then windows-1251.
    """
    with opened(source) as file:
        head = _exactly(file, large.LARGE + 1 if source.packing else 3)
    wanted, mark = large.encoding_of(head[:3], encoding)
    if (len(head) if source.packing else source.size) <= large.LARGE or wanted not in large.STREAMED:
        return [Slice(source, 0, 0, None, encoding or "", whole=True, first_line=1)]
    start = len(mark)
    if source.packing:
        return [Slice(source, 0, start, None, wanted, mark)]
    step = max(1, SLICE // large.CHUNK) * large.CHUNK
    starts = range(start, source.size, step)
    return [
        Slice(source, number, at, at + step if at + step < source.size else None, wanted, mark)
        for number, at in enumerate(starts)
    ]


class BadOctets(Unreadable):
    """What cannot be read as text: the offset of the first octet, how it is named, whether it is a NUL."""

    def __init__(self, at: int, said: str, *, nul: bool = False) -> None:
        super().__init__("the file changed while it was being read")
        self.at, self.said, self.nul = at, said, nul


class _Reader:
    """A file as text from an offset on, piece by piece."""

    def __init__(self, file: BinaryIO, encoding: str, at: int, *, packed: bool) -> None:
        self._file = file
        self._at = at
        self._decoder = codecs.getincrementaldecoder(encoding or "utf-8")()
        self._wide = encoding.startswith("utf-16")
        self._ended = False
        if packed:
            _exactly(file, at)
        else:
            file.seek(at)

    def pieces(self, first: int | None, end: int | None) -> Iterator[str]:
        """The text up to an offset, or to the end of the file; the first piece up to another offset."""
        while not self._ended and (end is None or self._at < end):
            size = large.CHUNK if first is None else first - self._at
            first = None
            size = size if end is None else min(size, end - self._at)
            octets = _exactly(self._file, size)
            self._ended = len(octets) < size
            yield self._decoded(octets)
            self._at += len(octets)

    def _decoded(self, octets: bytes) -> str:
        zero = -1 if self._wide else octets.find(0)
        if zero >= 0:
            raise BadOctets(self._at + zero, "", nul=True)
        held = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(octets, final=self._ended)
        except UnicodeDecodeError as error:
            at = self._at - held
            raise BadOctets(at + error.start, place(error.object, error.start, at)) from None
        if self._wide and "\0" in text:
            raise BadOctets(self._at, "", nul=True)
        return text


def _exactly(file: BinaryIO, size: int) -> bytes:
    """So many octets of a file, fewer only at its end."""
    octets = file.read(size)
    while 0 < len(octets) < size:
        more = file.read(size - len(octets))
        if not more:
            break
        octets += more
    return octets


def _line_start(file: BinaryIO, one: Slice) -> int:
    """Where the line begins that holds the octet at which a slice starts."""
    sign = "\n".encode(one.encoding or "utf-8")
    least = len(one.mark)
    stop = one.start
    while stop > least:
        at = max(least, stop - large.CHUNK)
        at += (stop - at) % len(sign)
        file.seek(at)
        octets = _exactly(file, stop - at)
        found = octets.rfind(sign)
        while found >= 0 and found % len(sign):
            found = octets.rfind(sign, 0, found + len(sign) - 1)
        if found >= 0:
            return at + found + len(sign)
        stop = at
    return least
