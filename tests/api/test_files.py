"""Files of all kinds by all channels."""

from __future__ import annotations

from tests.api.files import PATH, lines


def test_files_in_full() -> None:
    """FIL-1, FIL-5, FIL-7, FIL-8, VIB-2, VIB-3: what becomes of each file, and in which words that is told.

    `python -m tests.api.files` writes files.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
