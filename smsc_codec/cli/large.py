"""Large files, read piece by piece: a first pass finds which encoding they are in."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from smsc_codec.cli.files import (
    MARKS,
    Source,
    Unreadable,
    damaged,
    decode,
    guessed,
    is_damaged,
    neither,
    opened,
    place,
)
from smsc_codec.linter.block import Text

#: A file of more octets is large.
LARGE = 1 << 20
#: So many octets are read at a time; a list has borders there, at which parts of it begin that are read by themselves.
CHUNK = 1 << 16
#: What is read piece by piece: the charsets of the service (REQ-6) and UTF-16, by Python's names.
STREAMED = ("", "utf-8", "cp1251", "koi8-r", "utf-16-le", "utf-16-be")


class Large:
    """A large file that can be read as text of one encoding, with a mark before it."""

    def __init__(self, file: BinaryIO, encoding: str, mark: bytes = b"", note: str = "") -> None:
        self.encoding = encoding
        self.mark = mark
        #: What a person should know about how the file was read, or "".
        self.note = note
        self._file = file
        self._said = b""

    def __iter__(self) -> Iterator[str]:
        """The text from its beginning, line ends as they are. Raises Unreadable if it is another file by now."""
        from hashlib import blake2b

        decoder = codecs.getincrementaldecoder(self.encoding)()
        said = blake2b(self.mark)
        for chunk in _chunks(self._file, len(self.mark)):
            said.update(chunk)
            try:
                yield decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                raise Unreadable("the file changed while it was being read") from None
        self._said = said.digest()

    def beginning(self) -> str:
        """As much of the text as a small file can have."""
        self._file.seek(len(self.mark))
        return codecs.getincrementaldecoder(self.encoding)().decode(self._file.read(LARGE))

    def same(self, file: BinaryIO) -> bool:
        """Whether a file says what was read here last."""
        from hashlib import blake2b

        said = blake2b()
        for chunk in _chunks(file, 0):
            said.update(chunk)
        return said.digest() == self._said


@contextmanager
def reading(path: str, encoding: str | None = None) -> Iterator[Source | Large]:
    """The room that reads: a file, `-` for standard input; a large one is read piece by piece. Raises Unreadable."""
    with opened(path) as file:
        most = min(LARGE, CHUNK)
        data = file.read(most + 1)
        if len(data) <= most:  # as most files have
            yield decode(data, encoding)
            return
        source: Source | Large | None = large(file, encoding)
        if source is None:
            file.seek(0)
            source = decode(file.read(), encoding)
        yield source


def text_of(source: Source | Large, known: str) -> Text:
    """What goes into the linter's rooms."""
    if isinstance(source, Source):
        return Text(source.text, known, source.encoding)
    return Text(source.beginning(), known, source.encoding, source)


def large(file: BinaryIO, encoding: str | None = None) -> Large | None:
    """How to read a large file; None for a small one, and for an encoding that is only read whole.

    The encoding is found as `files.decode` finds it. Raises Unreadable as that does.
    """
    if file.seek(0, os.SEEK_END) <= LARGE:
        return None
    file.seek(0)
    wanted, mark = encoding_of(file.read(len(codecs.BOM_UTF8)), encoding)
    if wanted not in STREAMED:
        return None
    first = wanted or "utf-8"
    stopped = _stopped(file, first, len(mark))
    if not stopped:
        return Large(file, first, mark)
    if wanted:
        raise Unreadable(f"not {first}: {stopped}")
    if is_damaged(_chunks(file, 0)):
        raise Unreadable(damaged(stopped))
    other = _stopped(file, "windows-1251", 0)
    if other:
        raise Unreadable(neither(stopped, other))
    return Large(file, "windows-1251", note=guessed(stopped))


def encoding_of(head: bytes, encoding: str | None) -> tuple[str, bytes]:
    """The encoding of a file that begins so, and its mark; "" where UTF-8 is tried, and then windows-1251.

    `encoding` is what was asked for. What is no streamed encoding is read whole.
    """
    asked = codecs.lookup(encoding).name.removesuffix("-sig") if encoding else ""
    for mark, name in MARKS:
        if head.startswith(mark) and name.startswith(asked):
            return name, mark
    return asked, b""


def _chunks(file: BinaryIO, at: int) -> Iterator[bytes]:
    """What stands in a file from a place on, whoever else reads it meanwhile; b"" at the end."""
    chunk = b"x"
    while chunk:
        file.seek(at)
        chunk = file.read(CHUNK)
        at += len(chunk)
        yield chunk


def _stopped(file: BinaryIO, encoding: str, skip: int) -> str:
    """The first octet that the encoding cannot read, and its offset; "" if it can read all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    at, characters, wide = skip, 0, encoding.startswith("utf-16")
    for chunk in _chunks(file, skip):
        if not wide and (zero := chunk.find(0)) >= 0:
            raise Unreadable(f"not a text: NUL byte at offset {at + zero}")
        held = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            return place(error.object, error.start, at - held)
        zero = text.find("\0")
        if zero >= 0:
            raise Unreadable(f"not a text: NUL as character {characters + zero}")
        characters += len(text)
        at += len(chunk)
    return ""
