"""What files say, and in which encoding."""

from __future__ import annotations

import codecs
import errno
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import BinaryIO

from msgspec import Struct

from smsc_codec.diagnostics import CodecError


class Unreadable(CodecError):
    """A file that cannot be read, decoded or written; the text says why."""


class Source(Struct, frozen=True):
    """A file's text, and how it is encoded: what is written back is encoded the same."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    #: What a person should know about how the file was read, or "".
    note: str = ""

    def same(self, file: BinaryIO) -> bool:
        """Whether a file says what was read here."""
        said = self.mark + self.text.encode(self.encoding)
        return file.read(len(said) + 1) == said


# So much of a stream is held in memory.
_MOST_HELD = 1 << 20
#: So many octets come through a pipe at most, which may never end: a list of eight million messages has no more.
MOST_PIPED = 1 << 30
#: The same where all of it is held in memory.
MOST_PIPED_WHOLE = 1 << 26
#: What files begin with that say their encoding, by its marks.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, encoding: str | None = None) -> Source:
    """The text of a file's bytes, line ends as they are. `encoding` is one that Python knows.

    Without it: UTF-8 if it is that, UTF-16 if it has the mark; else windows-1251, which is said. Raises Unreadable,
    with the byte and its offset, for what is none of them, and for UTF-8 that was damaged.
    """
    asked = codecs.lookup(encoding).name.removesuffix("-sig") if encoding else ""
    for mark, name in MARKS:
        if data.startswith(mark) and name.startswith(asked):
            return _strict(data[len(mark) :], name, mark)
    if asked:
        return _strict(data, asked, b"")
    zero = data.find(0)
    if zero >= 0:
        raise Unreadable(f"not a text: NUL byte at offset {zero}")
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        stopped = place(data, error.start)
    if is_damaged([data]):
        raise Unreadable(damaged(stopped))
    try:
        text = data.decode("windows-1251")
    except UnicodeDecodeError as error:
        raise Unreadable(neither(stopped, place(data, error.start))) from None
    return Source(text, "windows-1251", note=guessed(stopped))


def place(data: bytes, at: int, before: int = 0) -> str:
    """How a byte that cannot be read is named, `before` being how many bytes stand before `data`."""
    return f"byte 0x{data[at]:02X} at offset {before + at}"


def guessed(stopped: str) -> str:
    """The note on a file that is read as windows-1251 since at a place it is no UTF-8."""
    return f"not UTF-8 ({stopped}), so read as windows-1251; use --encoding to be sure"


def damaged(stopped: str) -> str:
    """Why a file is not read that is UTF-8 but for some octets: as windows-1251 all of it would be nonsense."""
    return f"broken UTF-8 ({stopped}); mend it, or use --encoding"


def is_damaged(pieces: Iterable[bytes]) -> bool:
    """Whether what is no UTF-8 was meant as that: it has more of its characters than it has wrong octets.

    Of windows-1251 hardly two letters in a row look like a character of UTF-8.
    """
    sound, wrong = as_utf_8(pieces)
    return sound > wrong


def as_utf_8(pieces: Iterable[bytes]) -> tuple[int, int]:
    """How many characters beyond ASCII there are in UTF-8, and how many octets, or beginnings of one, are wrong."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    sound = wrong = 0
    for piece in pieces:
        text = decoder.decode(piece)
        replaced = text.count("\ufffd")
        wrong += replaced
        sound += len(text) - len(text.encode("ascii", "ignore")) - replaced
    return sound, wrong


def neither(stopped: str, other: str) -> str:
    """Why a file is not read that is no UTF-8 at one place and no windows-1251 at the other."""
    return f"neither UTF-8 ({stopped}) nor windows-1251 ({other}); use --encoding"


def _strict(data: bytes, encoding: str, mark: bytes) -> Source:
    try:
        text = data.decode(encoding)
        text.encode("utf-8")  # some codecs give halves of surrogate pairs, which are no characters
        back = text.encode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"not {encoding}: {place(data, error.start, len(mark))}") from None
    except UnicodeError as error:
        raise Unreadable(f"not {encoding}: {error}") from None
    if back != data:
        raise Unreadable(f"{encoding} would not write these bytes back as they are")
    zero = text.find("\0")
    if zero >= 0:
        raise Unreadable(f"not a text: NUL as character {zero}")
    return Source(text, encoding, mark)


def open_bytes(path: str) -> BinaryIO:
    """A file or a pipe, to be read and closed by the caller. Raises OSError, for a device, too: some never end."""
    file = open(path, "rb")  # noqa: SIM115
    try:
        check_ends(file)
    except OSError:
        file.close()
        raise
    return file


def check_ends(file: BinaryIO) -> None:
    """Raise OSError for a device that may say something for ever, as /dev/zero does; a terminal's user ends it."""
    try:
        found = os.fstat(file.fileno())
    except io.UnsupportedOperation:  # no file of the system
        return
    if not (stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode)) or file.isatty():
        return
    if found.st_rdev != os.stat(os.devnull).st_rdev:
        raise OSError(errno.EINVAL, "a device, which may never end; give a file or a pipe")


@contextmanager
def opened(path: str, most: int | None = None) -> Iterator[BinaryIO]:
    """A file, `-` for standard input, as bytes that can be read more than once. Raises Unreadable.

    No more than `most` octets come out of a pipe: MOST_PIPED, or fewer.
    """
    if path == "-" and sys.stdin is None:
        raise Unreadable("standard input is closed")
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else open_bytes(path) as file:
            if path == "-":
                check_ends(file)
            elif file.seekable():
                yield file
                return
            with _kept(file, MOST_PIPED if most is None else most) as copy:
                yield copy
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None


def _kept(file: BinaryIO, most: int) -> BinaryIO:
    """What a stream says, to be read again: much of it goes to the disk. Raises Unreadable for more than `most`."""
    held = io.BytesIO(file.read(min(_MOST_HELD, most)))
    more = file.read(1)
    if not more:
        return held
    import tempfile

    copy = tempfile.TemporaryFile()  # noqa: SIM115
    try:
        said = copy.write(held.getvalue())
        while more:
            said += copy.write(more)
            if said > most:
                raise Unreadable(
                    f"more than {most >> 20} MiB came through the pipe, which may never end; save it to a file first"
                )
            more = file.read(_MOST_HELD)
    except BaseException:
        copy.close()
        raise
    return copy


def read(path: str, encoding: str | None = None) -> Source:
    """The text of a file, `-` for standard input. Raises Unreadable."""
    with opened(path, MOST_PIPED_WHOLE) as file:
        return decode(file.read(), encoding)
