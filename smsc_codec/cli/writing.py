"""Writing files back: whole or not at all, never through a link, never over what somebody else wrote meanwhile."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, Protocol

from smsc_codec.cli.files import Unreadable


class Form(Protocol):
    """How a file was read that is written again."""

    @property
    def encoding(self) -> str:
        """Its encoding."""

    @property
    def mark(self) -> bytes:
        """The octets of a mark before the text."""

    def same(self, file: BinaryIO) -> bool:
        """Whether a file says what was read."""


def write(path: str, form: Form, text: str) -> None:
    """Write a text in the encoding it was read in, `-` for standard output. Raises Unreadable."""
    with Rewriting(path, form) as new:
        new.add(text)


class Rewriting:
    """A file that is written again, `-` for standard output. All raise Unreadable.

    It is written beside itself and replaced as a whole when no exception ends the `with`; mode and owner are kept. It
    is left alone if it does not say any more what was read.
    """

    def __init__(self, path: str, form: Form) -> None:
        self._path, self._form = path, form
        self._made, self._file = "", sys.stdout.buffer
        if path == "-":
            sys.stdout.flush()
        else:
            import tempfile

            writable(path)
            with _told():
                handle, self._made = tempfile.mkstemp(
                    dir=os.path.dirname(os.path.abspath(path)), prefix=".smsc-codec-"
                )
                self._file = os.fdopen(handle, "wb")
        self._before = form.mark
        #: Whether all that was given could be written.
        self._whole = True

    def add(self, text: str) -> None:
        """Write more of the text, unless some could not be written before.

        A character that the encoding lacks is named, and nothing of this is written.
        """
        try:
            data = text.encode(self._form.encoding)
        except UnicodeEncodeError as error:
            sign = text[error.start]
            lacks = f"{self._form.encoding} has no '{sign}' (U+{ord(sign):04X})"
            raise Unreadable(f"not written: {lacks}") from None
        if not self._whole:
            return
        self._whole = False
        with _told():
            self._file.write(self._before + data)
        self._before, self._whole = b"", True

    def copy(self, pieces: Iterable[str]) -> None:
        """Write what stays as it was."""
        for piece in pieces:
            self.add(piece)

    def __enter__(self) -> Rewriting:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if not self._made:
            return
        try:
            with _told():
                if kind is None and self._whole:
                    self._file.flush()
                    os.fsync(self._file.fileno())
                self._file.close()
                if kind is None and self._whole:
                    self._replace()
        finally:
            with suppress(FileNotFoundError):
                os.unlink(self._made)

    def _replace(self) -> None:
        writable(self._path)
        with open(self._path, "rb") as old:
            state = os.fstat(old.fileno())
            same = self._form.same(old)
        with suppress(OSError, AttributeError):  # not ours to give, or not on this system
            os.chown(self._made, state.st_uid, state.st_gid)
        os.chmod(self._made, state.st_mode & 0o7777)
        now = os.lstat(self._path)
        if not same or (now.st_dev, now.st_ino) != (state.st_dev, state.st_ino):
            raise Unreadable("not written: the file has changed since it was read; run this again")
        os.replace(self._made, self._path)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unreadable(f"not written: {error.strerror or error}") from None


def writable(path: str) -> None:
    """Raise Unreadable where a file must not be written: it is none, or read-only, or a link is on the way to it."""
    link = _link(path)
    if link:
        raise Unreadable(f"not written: '{link}' is a symbolic link; give the file it points to")
    if os.path.exists(path) and not os.path.isfile(path):
        raise Unreadable("not written: it is no regular file")
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
