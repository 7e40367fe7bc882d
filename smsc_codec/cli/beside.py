"""Finds our own modules where they are: in the folder of their package, with their bytecode beside them.

Python asks several finders for each module, looks for it under four names, and works out twice where its bytecode is:
more than reading most modules takes, and `lint` loads over a hundred. Whatever is not as usual (no bytecode yet, one
with a hash, an archive) is left to Python.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

# What `importlib.machinery` and `importlib.util` have, of what is loaded anyway.
from importlib._bootstrap import ModuleSpec
from importlib._bootstrap_external import MAGIC_NUMBER, SourceFileLoader
from marshal import loads
from os import stat
from types import CodeType, ModuleType

_PACKAGE = "smsc_codec."
_TAG = sys.implementation.cache_tag
#: What a file of bytecode begins with that is told by the time and the size of its source (PEP 552).
_HEAD = MAGIC_NUMBER + bytes(4)


def _word(number: int) -> bytes:
    return (number & 0xFFFFFFFF).to_bytes(4, "little")


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, bytecode: str, told: bytes) -> None:
        super().__init__(name, path)
        self._bytecode, self._told = bytecode, told

    def get_code(self, fullname: str) -> CodeType | None:
        try:
            with open(self._bytecode, "rb", 0) as file:
                octets = file.read()
        except OSError:
            octets = b""
        if octets[:16] != self._told:
            return super().get_code(fullname)
        code: CodeType = loads(memoryview(octets)[16:])
        return code


class Beside:
    """A finder for `sys.meta_path`."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module of ours is; None if it is nowhere as usual."""
        if not path or not name.startswith(_PACKAGE):
            return None
        folder, own = path[0], name.rpartition(".")[2]
        for stem, place, is_package in ((own, folder, False), ("__init__", f"{folder}/{own}", True)):
            source = f"{place}/{stem}.py"
            try:
                found = stat(source)
            except OSError:
                continue
            bytecode = f"{place}/__pycache__/{stem}.{_TAG}.pyc"
            told = _HEAD + _word(int(found.st_mtime)) + _word(found.st_size)
            spec = ModuleSpec(
                name, _Loader(name, source, bytecode, told), origin=source, is_package=is_package
            )
            spec.has_location = True
            spec.cached = bytecode
            if is_package:
                spec.submodule_search_locations = [place]
            return spec
        return None


def use() -> None:
    """Ask this finder first, where Python has its bytecode in the usual place."""
    if not sys.pycache_prefix and not sys.flags.optimize and _TAG and Beside not in sys.meta_path:
        sys.meta_path.insert(0, Beside)
