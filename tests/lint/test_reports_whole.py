"""Reports in every format, compared in full."""

from __future__ import annotations

from tests.lint import reports


def test_every_report_in_full() -> None:
    """What each format says of several files, one of them in blocks and one unread, is as it was when it was last read.

    `python -m tests.lint.reports` writes reports.txt anew; read the difference.
    """
    assert [*reports.lines()] == reports.PATH.read_text(encoding="utf-8").splitlines()
