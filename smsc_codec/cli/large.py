"""Large files, read piece by piece: a first pass finds which encoding they are in."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from smsc_codec.cli.files import UTF_16, Unreadable, guessed, neither, place

#: A file of more octets is large.
LARGE = 1 << 20
_CHUNK = 1 << 16
#: What is read piece by piece: the charsets of the service (REQ-6), by Python's names.
_ENCODINGS = ("", "utf-8", "cp1251", "koi8-r")


class Large(Struct, frozen=True):
    """A large file that can be read as text of one encoding, with `skip` octets of a mark before it."""

    file: BinaryIO
    encoding: str
    skip: int = 0
    #: What a person should know about how the file was read, or "".
    note: str = ""

    def pieces(self) -> Iterator[str]:
        """The text from its beginning, line ends as they are. Raises Unreadable if it is another file by now."""
        decoder = codecs.getincrementaldecoder(self.encoding)()
        for chunk in _chunks(self.file, self.skip):
            try:
                yield decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                raise Unreadable("the file changed while it was being read") from None

    def beginning(self) -> str:
        """As much of the text as a small file can have."""
        self.file.seek(self.skip)
        return codecs.getincrementaldecoder(self.encoding)().decode(self.file.read(LARGE))


def large(file: BinaryIO, encoding: str | None = None) -> Large | None:
    """How to read a large file; None for a small one, and for an encoding that is only read whole.

    The encoding is found as `files.decode` finds it. Raises Unreadable as that does.
    """
    if file.seek(0, os.SEEK_END) <= LARGE:
        return None
    asked = codecs.lookup(encoding).name.removesuffix("-sig") if encoding else ""
    file.seek(0)
    head = file.read(len(codecs.BOM_UTF8))
    if asked not in _ENCODINGS or (not asked and head.startswith(UTF_16)):
        return None
    skip = len(head) if head == codecs.BOM_UTF8 and asked in ("", "utf-8") else 0
    wanted = asked or "utf-8"
    stopped = _stopped(file, wanted, skip)
    if not stopped:
        return Large(file, wanted, skip)
    if asked or skip:
        raise Unreadable(f"not {wanted}: {stopped}")
    other = _stopped(file, "windows-1251", 0)
    if other:
        raise Unreadable(neither(stopped, other))
    return Large(file, "windows-1251", note=guessed(stopped))


def _chunks(file: BinaryIO, skip: int) -> Iterator[bytes]:
    file.seek(skip)
    while chunk := file.read(_CHUNK):
        yield chunk
    yield b""


def _stopped(file: BinaryIO, encoding: str, skip: int) -> str:
    """The first octet that the encoding cannot read, and its offset; "" if it can read all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    at = skip
    for chunk in _chunks(file, skip):
        zero = chunk.find(0)
        if zero >= 0:
            raise Unreadable(f"not a text: NUL byte at offset {at + zero}")
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            return place(error.object, error.start, at - held)
        at += len(chunk)
    return ""
