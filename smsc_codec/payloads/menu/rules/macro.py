"""IVR001 .. IVR004, IVR011, IVR013: is there a menu, and where does it begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.payloads.menu.context import END_TEXT, MenuContext
from smsc_codec.payloads.menu.words import pattern
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR001", "syntax-error", "error", fix="sometimes safe", about=("syntax-error",))
def syntax_error(menu: MenuContext) -> Iterator[Problem]:
    """The text is not a valid call with a voice menu.

    The service would read the broken part aloud, or refuse the message (IVR-1). Reading goes on at the next item,
    so that one slip gives one finding and the rest of the menu is still checked.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000001,,79990000002 wait=20
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000001,79990000002 wait=20
        2: end}

    Fix: safe where only a line break or a sign is wrong within a command; else none.
    Since: 0.1
    """
    yield from menu.problems("syntax-error")


@RULES.rule("IVR002", "unclosed-menu", "error", fix="sometimes safe", about=("unclosed-menu",))
def unclosed_menu(menu: MenuContext) -> Iterator[Problem]:
    """The menu has no closing brace.

    Everything up to the end of the message, END TEXT included, then belongs to the last item (IVR-1).

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: end

        Goodbye!

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

        Goodbye!

    Fix: safe where another bracket stands in its place; else unsafe: puts the brace after the last item, before a
    paragraph that looks like END TEXT.
    Since: 0.1
    """
    yield from menu.problems("unclosed-menu")


@RULES.rule("IVR003", "multiple-menus", "error", about=("multiple-menus",))
def multiple_menus(menu: MenuContext) -> Iterator[Problem]:
    """A message has more than one menu.

    The page knows exactly one macro a message (IVR-1); what the service does with a second one is not described.
    A menu inside a menu is written as sub-items: `21` is item 1 of item 2 (IVR-4).

    Bad::

        Hello!

        {menu: Press 1 for prices.
        1: {menu: Press 1 for wholesale.
        1: end}}

    Good::

        Hello!

        {menu: Press 1 for prices.
        1: Press 1 for wholesale.
        11: end}

    Fix: none.
    Since: 0.1
    """
    yield from menu.problems("multiple-menus")


@RULES.rule("IVR004", "menu-macro-typo", "error", fix="sometimes safe")
def menu_macro_typo(menu: MenuContext) -> Iterator[Problem]:
    """Something looks like the start of a menu but is not.

    The macro begins with exactly `{menu:` (IVR-1). Anything else is text: the service reads the whole menu aloud,
    and no key does anything.

    Bad::

        Hello!

        {Menu: Press 1 to leave.
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Fix: safe: writes `{menu:`; unsafe where there is a menu already.
    Since: 0.1
    """
    yield from menu.problems("menu-macro-typo")
    for field in ("start_text", "end_text"):
        text = menu.texts.get(field)
        if text and ("menu" in text.small or "меню" in text.small):
            from smsc_codec.payloads.menu.slips import menu_typos

            yield from menu_typos(menu.source, text.span.start, text.span.end)


@RULES.rule("IVR011", "angle-brackets", "warning", fix="safe", about=("<",))
def angle_brackets(menu: MenuContext) -> Iterator[Problem]:
    """The menu is written in angle brackets.

    The page describes the macro with `<...>` in places, but every example of it has braces (IVR-13).

    Bad::

        Hello!

        <menu: Press 1 to leave.
        1: end>

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Fix: safe: writes braces.
    Since: 0.1
    """
    if menu.reading.value is None:
        return
    opening, closing = menu.span("menu", "open"), menu.span("menu", "close")
    if menu.source[opening.start] != "<":
        return
    fixes: tuple[Fix, ...] = ()
    if closing.end > closing.start and "}" not in menu.source[opening.end : closing.start]:
        fixes = (Fix("use braces", (Edit(opening, "{menu:"), Edit(closing, "}")), safe=True),)
    yield Problem(
        "use braces for the menu, as in the documentation", opening, expected=("'{menu: ...}'",), fixes=fixes
    )


@RULES.rule("IVR013", "closed-early", "warning", about=(END_TEXT,))
def closed_early(menu: MenuContext) -> Iterator[Problem]:
    """The menu is closed by a brace in the middle of it.

    The first `}` closes the menu. When items follow it, it probably stood in a text; they are all spoken as END
    TEXT, and their keys do nothing (IVR-1).

    Bad::

        Hello!

        {menu: Press 1 for sales :}
        1: Sales
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: Sales
        2: end}

    Fix: none.
    Since: 0.1
    """
    text = menu.texts.get("end_text")
    if text is None or "}" not in text.words or menu.problems("multiple-menus"):
        return
    after = text.span
    closing = menu.source.find("}", after.start, after.end)
    first = pattern("_HEAD", before="\n").search(menu.source, after.start, closing)
    if first:
        rest = menu.source[first.end() : after.end].partition("\n")[0]
        yield Problem(
            "the menu is closed here, before its remaining items",
            menu.span("menu", "close"),
            labels=(
                Label(Span(first.start() + 1, first.end() + len(rest)), "callers hear this as END TEXT"),
                Label(Span(closing, closing + 1), "this brace should probably close it"),
            ),
        )
