"""Files: which there are, what they say in which encoding, and writing them back."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import BinaryIO

from msgspec import Struct

from smsc_codec.diagnostics import CodecError
from smsc_codec.linter.globs import fits
from smsc_codec.linter.kinds import ending


class Unreadable(CodecError):
    """A file that cannot be read, decoded or written; the text says why."""


class Source(Struct, frozen=True):
    """A file's text, and how it is encoded: what is written back is encoded the same."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    #: What a person should know about how the file was read, or "".
    note: str = ""


# So much of a stream is held in memory.
_MOST_HELD = 1 << 20
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (UTF_16[0], "utf-16-le"), (UTF_16[1], "utf-16-be"))


def decode(data: bytes, encoding: str | None = None) -> Source:
    """The text of a file's bytes, line ends as they are. `encoding` is one that Python knows.

    Without it: UTF-8 if it is that, UTF-16 if it has the mark; else windows-1251, which is said. Raises Unreadable,
    with the byte and its offset, for what is none of them.
    """
    asked = codecs.lookup(encoding).name.removesuffix("-sig") if encoding else ""
    for mark, name in _MARKS:
        if data.startswith(mark) and name.startswith(asked):
            return _strict(data[len(mark) :], name, mark)
    if asked:
        return _strict(data, asked, b"")
    zero = data.find(0)
    if zero >= 0:
        raise Unreadable(f"this is no text: a NUL byte at offset {zero}")
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        stopped = place(data, error.start)
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
    return f"not UTF-8 ({stopped}): read as windows-1251; --encoding says it without guessing"


def neither(stopped: str, other: str) -> str:
    """Why a file is not read that is no UTF-8 at one place and no windows-1251 at the other."""
    return f"neither UTF-8 ({stopped}) nor windows-1251 ({other}); --encoding says what it is"


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
        raise Unreadable(f"this is no text: a NUL as character {zero}")
    return Source(text, encoding, mark)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file, `-` for standard input, as bytes that can be read more than once. Raises Unreadable."""
    if path == "-" and sys.stdin is None:
        raise Unreadable("standard input is closed")
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb") as file:
            if path != "-" and file.seekable():
                yield file
                return
            with _kept(file) as copy:
                yield copy
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None


def _kept(file: BinaryIO) -> BinaryIO:
    """What a stream says, to be read again: much of it goes to the disk."""
    start = file.read(_MOST_HELD)
    rest = file.read(1)
    if not rest:
        return io.BytesIO(start)
    import shutil
    import tempfile

    copy = tempfile.TemporaryFile()  # noqa: SIM115
    copy.write(start + rest)
    shutil.copyfileobj(file, copy)
    return copy


def read(path: str, encoding: str | None = None) -> Source:
    """The text of a file, `-` for standard input. Raises Unreadable."""
    with opened(path) as file:
        return decode(file.read(), encoding)


def write(path: str, source: Source, text: str) -> None:
    """Write a text in the encoding it was read in, `-` for standard output. Raises Unreadable.

    A file is written whole or not at all, and its mode and owner are kept.
    """
    try:
        data = source.mark + text.encode(source.encoding)
    except UnicodeEncodeError as error:
        sign = text[error.start]
        raise Unreadable(f"not written: {source.encoding} has no '{sign}' (U+{ord(sign):04X})") from None
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    import tempfile
    from contextlib import suppress

    target = os.path.realpath(path)
    if not os.access(target, os.W_OK):
        raise Unreadable("not written: the file is read-only")
    try:
        handle, made = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".smsc-codec-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            state = os.stat(target)
            with suppress(OSError, AttributeError):  # not ours to give, or not on this system
                os.chown(made, state.st_uid, state.st_gid)
            os.chmod(made, state.st_mode & 0o7777)
            os.replace(made, target)
        except BaseException:
            os.unlink(made)
            raise
    except OSError as error:
        raise Unreadable(f"not written: {error.strerror or error}") from None


def relative_name(path: str, folder: str = ".") -> str:
    """A path as people and globs know it: relative to `folder` where it lies below, with forward slashes."""
    if path == "-":
        return "<stdin>"
    try:
        relative = os.path.relpath(path, folder)
    except (ValueError, OSError):  # another drive; the current folder was removed
        relative = path
    outside = relative == ".." or relative.startswith(".." + os.sep)
    return (path if outside else relative).replace(os.sep, "/")


def walk(
    paths: Sequence[str], include: Sequence[str] = (), exclude: Sequence[str] = (), folder: str = "."
) -> Iterator[tuple[str, str]]:
    """The files that the paths name, each once, as the system and as people know it.

    A file that is named is taken whatever its name. In folders those are taken whose ending says what they are, or
    that `include` names; hidden folders and what `exclude` names are passed over. Folders are walked in order; one
    that cannot be is given as if it were a file. The globs are for paths relative to `folder`.
    """
    seen: set[str] = set()
    for path in paths:
        below = _below(path, include, exclude, folder) if path != "-" and os.path.isdir(path) else (path,)
        for file in below:
            name = relative_name(file)
            if name not in seen:
                seen.add(name)
                yield file, name


def _below(top: str, include: Sequence[str], exclude: Sequence[str], folder: str) -> Iterator[str]:
    closed: list[OSError] = []
    for here, folders, files in os.walk(top, onerror=closed.append):
        folders[:] = sorted(
            f
            for f in folders
            if not f.startswith(".") and not _any(relative_name(os.path.join(here, f), folder), exclude)
        )
        for name in sorted(files):
            path = os.path.join(here, name)
            known = relative_name(path, folder)
            if (ending(name) or _any(known, include)) and not _any(known, exclude) and os.path.isfile(path):
                yield path
    yield from (error.filename for error in closed)


def _any(path: str, globs: Sequence[str]) -> bool:
    return any(fits(path, glob) or fits(path, glob.rstrip("/") + "/**") for glob in globs)
