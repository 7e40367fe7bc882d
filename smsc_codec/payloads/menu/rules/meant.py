"""IVR014, IVR312 .. IVR314: what would be spoken although it was never meant to be.

They are found with the other slips, before a text is judged as it was meant (`payloads/menu/meant`).
"""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR014", "item-outside-menu", "warning", fix="sometimes safe", about=("item-outside-menu",))
def item_outside_menu(menu: MenuContext) -> Iterator[Problem]:
    """An item is outside the menu, or there is a second `}`.

    Only what stands between `{menu:` and the first `}` is the menu (IVR-1). What is outside is spoken.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20}
        2: end

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20
        2: end}

    Fix: safe for a second `}`, which is taken out.
    Since: 0.1
    """
    return iter(())


@RULES.rule("IVR312", "markup-in-speech", "warning", fix="unsafe", about=("markup-in-speech",))
def markup_in_speech(menu: MenuContext) -> Iterator[Problem]:
    """A text has HTML, Markdown or other markup.

    Texts are read aloud as they are written (IVR-1): there is nothing bold on a phone.

    Bad::

        Hello!<br>

        {menu: Press 1 to leave.
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Fix: unsafe: takes the marks out.
    Since: 0.1
    """
    return iter(())


@RULES.rule("IVR313", "unfilled-placeholder", "warning", about=("unfilled-placeholder",))
def unfilled_placeholder(menu: MenuContext) -> Iterator[Problem]:
    """A placeholder in a text was not filled in.

    There are no variables in a menu but `$phone` in an SMS (IVR-8). Callers hear the name; and a brace in a text of the
    menu closes the menu (IVR-1).

    Bad::

        Hello, {name}!

        {menu: Press 1 to leave.
        1: end}

    Good::

        Hello, Ann!

        {menu: Press 1 to leave.
        1: end}

    Fix: none: only you know what belongs there.
    Since: 0.1
    """
    return iter(())


@RULES.rule("IVR314", "comment-line", "warning", fix="sometimes safe", about=("comment-line",))
def comment_line(menu: MenuContext) -> Iterator[Problem]:
    """A line of the menu is a comment, which callers would hear.

    A menu has no comments: a line without a key goes on with the text above it, and is spoken (IVR-14). What is for you
    alone stands at the very end, behind a line of three tildes (CMT-1).

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20
        // the way out
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20
        2: end}

    Fix: safe for a remark behind a command; else unsafe: takes the line out.
    Since: 0.1
    """
    return iter(())
