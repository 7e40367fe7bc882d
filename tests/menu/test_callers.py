"""What callers can do in some menus, their pictures, what sets them apart, and menus made of rows."""

from __future__ import annotations

from tests.menu.callers import PATH, lines


def test_what_callers_can_do_in_full() -> None:
    """IVR-1, IVR-4, IVR-7, IVR-10, IVR-11: endings, times, costs, traps, pictures and changes as they were last read.

    `python -m tests.menu.callers` writes callers.txt anew; read the difference.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
