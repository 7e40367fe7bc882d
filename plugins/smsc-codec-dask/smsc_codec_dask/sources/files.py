"""Files wherever they are: what an address or a pattern of addresses stands for, and the octets of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Literal

from msgspec import Struct

from smsc_codec.diagnostics import CodecError

Form = Literal["list", "csv", "parquet", "collection"]
Packing = Literal["", "gzip", "zstd"]

_PACKINGS: dict[str, Packing] = {".gz": "gzip", ".gzip": "gzip", ".zst": "zstd", ".zstd": "zstd"}
_FORMS: dict[str, Form] = {".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet"}
_SIGNS = "*?["


class SourceError(CodecError):
    """There is nothing at an address, or it cannot be read; the text says which."""


class Source(Struct, frozen=True):
    """One file: a path of this machine, or an address that fsspec knows."""

    #: As it was given, and as reports name it; of a pattern, as it was found.
    name: str
    #: How many octets it has, packed as it may be.
    size: int
    form: Form = "list"
    packing: Packing = ""


def find(given: Sequence[str], form: Form | None = None) -> list[Source]:
    """The files that are given by paths, addresses and patterns, each pattern's in the order of their names.

    What a file is its name says, unless `form` does. Raises SourceError for an address with nothing there, and for a
    pattern that fits nothing.
    """
    import fsspec

    found: dict[str, Source] = {}
    for one in given:
        try:
            system, path = fsspec.core.url_to_fs(one)
            paths = sorted(system.glob(path)) if any(sign in path for sign in _SIGNS) else [path]
            before = found.copy()
            for each in paths:
                about = system.info(each)
                if about["type"] == "directory":
                    if len(paths) == 1:
                        raise SourceError(f"{one}: a folder; give a pattern such as {one.rstrip('/')}/*.list")
                    continue
                name = one if paths == [path] else _named(system, one, each)
                found.setdefault(name, Source(name, about["size"], form or form_of(name), packing_of(name)))
        except FileNotFoundError:
            raise SourceError(f"{one}: no such file") from None
        except (OSError, ValueError, ImportError) as error:
            raise SourceError(f"{one}: {error}") from None
        if not paths:
            raise SourceError(f"{one}: nothing fits this pattern")
        del before
    return list(found.values())


def _named(system: Any, pattern: str, path: str) -> str:
    """A file that a pattern found, named as the pattern was given."""
    if "://" in pattern or "::" in pattern:
        return str(system.unstrip_protocol(path))
    import os

    return path if os.path.isabs(pattern) else os.path.relpath(path)


def packing_of(name: str) -> Packing:
    """How a file is packed, by its name."""
    return next((packing for end, packing in _PACKINGS.items() if name.lower().endswith(end)), "")


def form_of(name: str) -> Form:
    """What a file is, by its name without the ending of its packing."""
    name = name.lower()
    for end in _PACKINGS:
        name = name.removesuffix(end)
    return next((form for end, form in _FORMS.items() if name.endswith(end)), "list")


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """The octets of a file, unpacked; only those of one that is not packed can be sought in. Raises SourceError."""
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(source.name)
        with system.open(path, "rb") as file:
            if not source.packing:
                yield file
                return
            import pyarrow

            with pyarrow.CompressedInputStream(
                pyarrow.PythonFile(file, mode="r"), source.packing
            ) as unpacked:
                yield unpacked
    except FileNotFoundError:
        raise SourceError(f"{source.name}: no such file") from None
    except OSError as error:
        raise SourceError(f"{source.name}: {error.strerror or error}") from None
