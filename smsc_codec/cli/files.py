"""Files: which there are, what they say in which encoding, and writing them back."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from smsc_codec.diagnostics import CodecError
from smsc_codec.lint.kinds import ending
from smsc_codec.lint.suppressions import fits


class Unreadable(CodecError):
    """A file that cannot be read, decoded or written; the text says why."""


class Source(Struct, frozen=True):
    """A file's text, and how it is encoded: what is written back is encoded the same."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    #: What a person should know about how the file was read, or "".
    note: str = ""


_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, encoding: str | None = None) -> Source:
    """The text of a file's bytes, line ends as they are.

    UTF-8 if it is that, by its mark or its bytes; else windows-1251, which is said. Raises Unreadable, with the byte
    and its offset, for what is neither.
    """
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding is None:
            return _strict(data[len(mark) :], name, mark)
    if encoding is not None:
        return _strict(data, encoding, b"")
    zero = data.find(0)
    if zero >= 0:
        raise Unreadable(f"this is no text: a NUL byte at offset {zero}")
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02X} at offset {error.start}"
    try:
        text = data.decode("windows-1251")
    except UnicodeDecodeError as error:
        other = f"byte 0x{data[error.start]:02X} at offset {error.start}"
        raise Unreadable(
            f"neither UTF-8 ({place}) nor windows-1251 ({other}); --encoding says what it is"
        ) from None
    note = f"not UTF-8 ({place}): read as windows-1251; --encoding says it without guessing"
    return Source(text, "windows-1251", note=note)


def _strict(data: bytes, encoding: str, mark: bytes) -> Source:
    try:
        return Source(data.decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02X} at offset {error.start + len(mark)}"
        raise Unreadable(f"not {encoding}: {place}") from None
    except LookupError:
        raise Unreadable(f"there is no encoding '{encoding}'") from None


def read(path: str, encoding: str | None = None) -> Source:
    """The text of a file, `-` for standard input. Raises Unreadable."""
    try:
        if path == "-":
            return decode(sys.stdin.buffer.read(), encoding)
        with open(path, "rb") as file:
            return decode(file.read(), encoding)
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None


def write(path: str, source: Source, text: str) -> None:
    """Write a file in the encoding it was read in, whole or not at all, with its mode kept. Raises Unreadable."""
    import tempfile

    try:
        data = source.mark + text.encode(source.encoding)
    except UnicodeEncodeError as error:
        sign = text[error.start]
        raise Unreadable(f"not written: {source.encoding} has no '{sign}' (U+{ord(sign):04X})") from None
    target = os.path.realpath(path)
    try:
        handle, made = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".smsc-codec-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(made, os.stat(target).st_mode & 0o7777)
            os.replace(made, target)
        except BaseException:
            os.unlink(made)
            raise
    except OSError as error:
        raise Unreadable(f"not written: {error.strerror or error}") from None


def shown(path: str) -> str:
    """A path as people and reports know it: relative to here where it lies below, with forward slashes."""
    if path == "-":
        return "<stdin>"
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        relative = path
    outside = relative == ".." or relative.startswith(".." + os.sep)
    return (path if outside else relative).replace(os.sep, "/")


def walk(paths: Sequence[str], include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Iterator[str]:
    """The files that the paths name, each once.

    A file that is named is taken whatever its name. In folders those are taken whose ending says what they are, or
    that `include` names; hidden folders and what `exclude` names are passed over. Folders are walked in order.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _below(path, include, exclude) if path != "-" and os.path.isdir(path) else (path,):
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: str, include: Sequence[str], exclude: Sequence[str]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and not _any(shown(os.path.join(here, f)), exclude)
        )
        for name in sorted(files):
            path = os.path.join(here, name)
            known = shown(path)
            if (ending(name) or _any(known, include)) and not _any(known, exclude):
                yield path


def _any(path: str, globs: Sequence[str]) -> bool:
    return any(fits(path, glob) or fits(path, glob.rstrip("/") + "/**") for glob in globs)
