"""Small texts in the languages: what each says, and what is told of it."""

from __future__ import annotations

from tests.corpus.small import PATH, lines


def test_small_texts_in_full() -> None:
    """What each says, every finding, its place and its fixes are as they were when they were last read.

    `python -m tests.corpus.small` writes small.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
