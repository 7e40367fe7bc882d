"""Writes told.txt anew, what is told of each file of the corpus: `python -m tests.corpus.told`."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.make import HERE, entries
from tests.told import told

PATH = HERE / "told.txt"


def lines() -> Iterator[str]:
    """The lines of told.txt."""
    for entry in entries():
        yield str(entry["file"])
        yield from told(str(entry["text"]), str(entry["kind"]))


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
