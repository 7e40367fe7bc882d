"""Writing files back: whole or not at all, never through a link, never over what somebody else wrote meanwhile."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import BinaryIO

from smsc_codec.cli.files import Source, Unreadable

_CHUNK = 1 << 20


def write(path: str, source: Source, text: str) -> None:
    """Write a text in the encoding it was read in, `-` for standard output. Raises Unreadable.

    A file is replaced as a whole, in its folder, and its mode and owner are kept. It is left alone if it does not say
    any more what `source` says.
    """
    data = source.mark + encoded(text, source.encoding)
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    before = source.mark + source.text.encode(source.encoding)

    def unchanged(file: BinaryIO) -> bool:
        return file.read(len(before) + 1) == before

    replace(path, (data,), unchanged)


def encoded(text: str, encoding: str) -> bytes:
    """The octets of a text. Raises Unreadable, which names the character that the encoding lacks."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        sign = text[error.start]
        raise Unreadable(f"not written: {encoding} has no '{sign}' (U+{ord(sign):04X})") from None


def replace(path: str, pieces: Iterable[bytes], unchanged: Callable[[BinaryIO], bool]) -> None:
    """Put a file of these octets in the place of another one, if that is `unchanged`. Raises Unreadable."""
    import tempfile

    writable(path)
    try:
        handle, made = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=".smsc-codec-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            writable(path)
            with open(path, "rb") as old:
                state = os.fstat(old.fileno())
                same = unchanged(old)
            with suppress(OSError, AttributeError):  # not ours to give, or not on this system
                os.chown(made, state.st_uid, state.st_gid)
            os.chmod(made, state.st_mode & 0o7777)
            now = os.lstat(path)
            if not same or (now.st_dev, now.st_ino) != (state.st_dev, state.st_ino):
                raise Unreadable("not written: the file has changed since it was read; run this again")
            os.replace(made, path)
        except BaseException:
            os.unlink(made)
            raise
    except OSError as error:
        raise Unreadable(f"not written: {error.strerror or error}") from None


def writable(path: str) -> None:
    """Raise Unreadable where a file must not be written: it is read-only, or a link stands on the way to it."""
    link = _link(path)
    if link:
        raise Unreadable(f"not written: '{link}' is a symbolic link; give the file it points to")
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise Unreadable("not written: the file is read-only")


def _link(path: str) -> str:
    """The first link among a path's folders below the current one and the file itself; "" where there is none."""
    if os.path.islink(path):
        return path
    with suppress(ValueError, OSError):  # another drive; the current folder was removed
        below = os.path.relpath(path) if os.path.isabs(path) else path
        if os.path.isabs(path) and below.startswith(os.pardir):
            return ""
        way = ""
        for part in below.split(os.sep):
            way = os.path.join(way, part)
            if os.path.islink(way):
                return way
    return ""
