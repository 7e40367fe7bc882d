"""Small texts in the languages: what each says, and what is told of it."""

from __future__ import annotations

import pytest

from tests.corpus.small import KINDS, heading, kept, section


@pytest.mark.parametrize(
    ("kind", "texts", "options"), KINDS, ids=[heading(one[0], one[2])[3:] for one in KINDS]
)
def test_small_texts_in_full(kind: str, texts: tuple[str, ...], options: dict[str, object]) -> None:
    """What each says, every finding, its place and its fixes are as they were when they were last read.

    `python -m tests.corpus.small` writes small.txt anew; read the difference.
    """
    assert [*section(kind, texts, options)] == kept()[heading(kind, options)]


def test_every_kind_is_kept() -> None:
    """No section is left in small.txt that nothing is compared with."""
    assert [*kept()] == [heading(kind, options) for kind, _, options in KINDS]
