"""Writes told.txt anew, what is told of each file of the corpus: `python -m tests.corpus.told`."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.make import HERE, entries
from tests.told import told

PATH = HERE / "told.txt"


def found() -> dict[str, list[str]]:
    """What is told of each file."""
    return {str(one["file"]): [*told(str(one["text"]), str(one["kind"]))] for one in entries()}


def kept() -> dict[str, list[str]]:
    """What was told of each file when it was last read; of a new one that nobody has read yet, nothing."""
    files: dict[str, list[str]] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            files[next(reversed(files))].append(line)
        else:
            files[line] = []
    return files


def lines() -> Iterator[str]:
    """The lines of told.txt."""
    for name, about in found().items():
        yield name
        yield from about


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
