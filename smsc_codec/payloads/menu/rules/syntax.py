"""IVR0xx: what is no menu, no item, no key or no label."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR001", "syntax-error", "error")
def syntax_error(menu: MenuContext) -> Iterator[Problem]:
    """The text does not parse as a call with a voice menu.

    The service would read the broken part aloud, or refuse the message (IVR-1). Reading goes on at the next item,
    so that one slip gives one finding and the rest of the menu is still checked.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000001;79990000002 wait=20
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000001,79990000002 wait=20
        2: end}

    Fix: none.
    Since: 0.1
    """
    yield from menu.problems("syntax-error")
