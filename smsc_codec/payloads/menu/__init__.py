"""The voice menu (IVR): `{menu: ...}` in the text of a call, with what is spoken before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smsc_codec.diagnostics import ParseError, a_text, no_text
from smsc_codec.lazy import loader
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Item,
    Menu,
    Record,
    Remote,
    Repeat,
    Say,
    Sms,
    Speech,
    Start,
    Stored,
    Unread,
    Uploaded,
    Url,
)  # fmt: skip
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.read import read

if TYPE_CHECKING:
    from smsc_codec.payloads.carried import Carried
    from smsc_codec.payloads.menu.caller.compare import same
    from smsc_codec.payloads.menu.caller.diff import Diff, diff
    from smsc_codec.payloads.menu.caller.explore import Explored, explore
    from smsc_codec.payloads.menu.caller.picture import graph
    from smsc_codec.payloads.menu.context import MenuContext
    from smsc_codec.payloads.menu.player import Happened, NotPossible, Player, play
    from smsc_codec.rules import Rule

__all__ = ["CODEC", "Action", "Back", "Call", "Diff", "End", "Explored", "Happened", "Item", "Menu",
           "MenuCodec", "MenuOptions", "NotPossible", "Player", "Record", "Remote", "Repeat", "Say", "Sms",
           "Speech", "Start", "Stored", "Unread", "Uploaded", "Url", "build", "diff", "explore", "format_text",
           "graph", "parse", "play", "read", "same"]  # fmt: skip

if not TYPE_CHECKING:  # what plays a menu is not loaded where one is only read
    __getattr__ = loader(
        __name__,
        {
            "caller.compare": "same",
            "caller.diff": "Diff diff",
            "caller.picture": "graph",
            "caller.explore": "Explored explore",
            "player": "Happened NotPossible Player play",
        },
    )


def parse(text: str) -> Menu:
    """The menu that `text` says. Raises ParseError, which carries every problem with its place."""
    a_text(text, "menu.parse")
    reading = read(text)
    if reading.problems:
        raise ParseError(text, reading.problems)
    menu: Menu = reading.value
    return menu


def build(menu: Menu) -> str:
    """The text of `menu`, which reads back equal. Raises BuildError, which names the field."""
    no_text(menu, "Menu", "menu.build")
    from smsc_codec.payloads.menu.write import build

    return build(menu)


def format_text(text: str) -> str:
    """The same menu in canonical layout, in the source's own line ends. Raises ParseError.

    One blank line around the macro, one item a line with a blank after its colon, braces, parameters in the
    page's order, one line end at the end.
    """
    from msgspec.structs import replace

    from smsc_codec.payloads.menu.write import write

    menu = parse(text)
    changes: dict[str, Any] = {}
    if isinstance(menu.start_text, str):
        start = menu.start_text.strip()
        changes["start_text"] = start and start + "\n\n"
    if isinstance(menu.end_text, str):
        end = menu.end_text.strip()
        last = "" if menu.comment is not None else "\n"
        changes["end_text"] = f"\n\n{end}{last}" if end else last
    if menu.comment is not None:
        changes["comment"] = menu.comment.strip() + "\n"
    canonical = write(replace(menu, **changes))
    return canonical.replace("\n", "\r\n") if "\r\n" in text else canonical


class MenuCodec:
    """The codec of the voice menu, in the shape all codecs have."""

    kind = "menu"
    title = "voice menu (IVR)"
    value = Menu
    options = MenuOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Menu:
        """The menu of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Menu) -> str:
        """The text of a menu, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text holds the macro, or something that was meant as it."""
        if "{menu:" in text or "<menu:" in text:
            return True
        from smsc_codec.payloads.menu.slips import menu_typos

        return bool(menu_typos(text))

    def rules(self) -> list[Rule]:
        """The menu's lint rules."""
        from smsc_codec.payloads.menu.rules import RULES

        return RULES

    def context(self, text: str, options: MenuOptions) -> MenuContext:
        """What the rules are given: the reading, the flow graph, the policy."""
        from smsc_codec.payloads.menu.context import MenuContext

        return MenuContext(text, options)

    def carried(self, context: MenuContext) -> list[Carried]:
        """What is spoken where, what each key does, whom it calls."""
        from smsc_codec.payloads.menu.carried import carried

        return carried(context)


CODEC = MenuCodec()
