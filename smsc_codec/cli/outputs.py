"""Files that a command makes: written beside themselves and put in place as a whole, when all went well."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from typing import Any, TextIO

from smsc_codec.cli.files import Unreadable
from smsc_codec.cli.writing import writable

#: Any character can be written, and line ends are those of the texts, on Windows too.
_WRITTEN: Any = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


class Output:
    """A file that is made or made anew; what is no regular file, as a pipe, is written to as it is.

    It stays as it was, and none is made, when an exception ends the `with`. Raises Unreadable where it cannot be
    made, OSError where it cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._made = ""
        try:
            if special(path):
                self._file: TextIO = open(path, "w", **_WRITTEN)  # noqa: SIM115
                return
            writable(path)
            folder = os.path.dirname(os.path.abspath(path))
            handle, self._made = tempfile.mkstemp(dir=folder, prefix=".smsc-codec-")
            self._file = os.fdopen(handle, "w", **_WRITTEN)
            os.chmod(self._made, _mode(path))
        except OSError as error:
            raise Unreadable(f"not written: {error.strerror or error}") from None

    def write(self, text: str) -> None:
        """Write more of it."""
        self._file.write(text)

    def __enter__(self) -> Output:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: Any) -> None:
        try:
            self._file.close()
            if kind is None and self._made:
                writable(self._path)
                os.replace(self._made, self._path)
        finally:
            if self._made:
                with suppress(FileNotFoundError):
                    os.unlink(self._made)


def special(path: str) -> bool:
    """Whether what is there is no regular file, or stands for a stream of ours."""
    return path.startswith("/dev/") or (os.path.exists(path) and not os.path.isfile(path))


def _mode(path: str) -> int:
    """The mode of a file that is there, or the one that a new file has."""
    with suppress(FileNotFoundError):
        return os.stat(path).st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
