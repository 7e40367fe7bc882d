"""What patterns compile to, kept where Python keeps what modules compile to.

Python remembers the bytecode of a module in `__pycache__`, and forgets what its patterns were compiled to: making that
anew takes `lint` a fifth of its time. A program that cannot be read or is no program is made anew. Only patterns that
stand in our modules come here, none that is made of what somebody wrote.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import Any, cast

from msgspec import DecodeError, EncodeError, msgpack

from smsc_codec import lazy

#: What is larger is not kept: all our patterns together take a quarter of it.
_MOST = 2_000_000
#: How `re` is made inside. Where one of these is missing patterns are compiled as ever.
try:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    _sre = _compiler._sre
    _MAGIC = f"{sys.version_info[:2]} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
    _PARTS: tuple[Any, ...] | None = (_sre.compile, _parser.parse, _compiler._code)
except (ImportError, AttributeError):  # pragma: no cover
    _PARTS = None

#: A program: its flags, the name of each group or none, its words as they lie in memory.
_Program = tuple[int, list[str | None], bytes]


class Programs:
    """Compiles patterns, remembering; `path` is the file that keeps the programs."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._programs = _read(path)
        self._new: dict[str, _Program] = {}

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """As `re.compile` does."""
        key = f"{int(flags)} {source}"
        pattern = self._patterns.get(key)
        if pattern is None:
            pattern = self._patterns[key] = self._kept(key, source) or self._made(key, source, flags)
        return pattern

    def _kept(self, key: str, source: str) -> re.Pattern[str] | None:
        # The words are looked through before they are a pattern: wrong ones are refused.
        with suppress(KeyError, TypeError, ValueError, RuntimeError, OverflowError):
            flags, names, words = self._programs[key]
            return _pattern(source, flags, names, memoryview(words).cast("I").tolist())
        return None

    def _made(self, key: str, source: str, flags: int) -> re.Pattern[str]:
        _, parse, code_of = _PARTS  # type: ignore[misc]  # else nobody makes Programs
        parsed = parse(source, flags)
        code = code_of(parsed, flags)
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in parsed.state.groupdict.items():
            names[number] = name
        every = int(flags) | parsed.state.flags
        with suppress(UnicodeEncodeError):
            key.encode()  # half a surrogate pair cannot be written
            self._new[key] = every, names, b"".join(word.to_bytes(4, sys.byteorder) for word in code)
        return _pattern(source, every, names, code)

    def keep(self) -> None:
        """Add what is new to the file, which is written as a whole; where that is not possible nothing happens."""
        if not self._new or sys.dont_write_bytecode:
            return
        import os

        beside = f"{self._path}.{os.getpid()}"
        with suppress(OSError, EncodeError):
            # Others may have written it since.
            frame = msgpack.encode((_MAGIC, {**_read(self._path), **self._new}))
            if len(frame) <= _MOST:
                with open(beside, "xb") as file:
                    file.write(frame)
                os.replace(beside, self._path)
        with suppress(OSError):
            os.unlink(beside)


def _read(path: str) -> dict[str, _Program]:
    with suppress(OSError, DecodeError, TypeError, ValueError), open(path, "rb") as file:
        magic, programs = msgpack.decode(file.read(_MOST))
        if magic == _MAGIC:
            return cast("dict[str, _Program]", dict(programs))
    return {}


def _pattern(source: str, flags: int, names: list[str | None], code: list[int]) -> re.Pattern[str]:
    numbers = {name: number for number, name in enumerate(names) if name is not None}
    make = _PARTS[0]  # type: ignore[index]
    return cast("re.Pattern[str]", make(source, flags, code, len(names) - 1, numbers, tuple(names)))


_programs: Programs | None = None


def use() -> None:
    """From now on patterns are taken from what is kept, and what is new is remembered."""
    global _programs
    bytecode = lazy.__spec__.cached if lazy.__spec__ else None
    if _PARTS is not None and bytecode is not None:
        _programs = Programs(bytecode.replace("lazy", "programs").removesuffix(".pyc") + ".patterns")
        lazy.make = _programs.compile


def keep() -> None:
    """Write what patterns were compiled to since `use`."""
    if _programs is not None:
        _programs.keep()
