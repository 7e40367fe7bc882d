"""What callers hear where they may act on it: which texts may name the keys of which menus (IVR-1, IVR-3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.menu.context import MenuContext, is_label, is_path
from smsc_codec.payloads.menu.model import End


class Heard(Struct, frozen=True, gc=False):
    """A text that may name keys, the menus that the caller may be in when they act on it, and whose it is.

    `prompt`: it is what announces the keys of a menu; `leaf`: it is an item's that has no menu of its own.
    """

    span: Span
    levels: list[str]
    key: str
    prompt: bool
    leaf: bool


def heard_in(menu: MenuContext) -> list[Heard]:
    """Each text that may name keys.

    MENU TEXT is heard in the first menu, an item's text in its own if it has sub-items; that of any other item
    where the caller is then, by the policy `after-leaf`; that of a label wherever an `err:` leads to it.
    """
    if "heard" not in menu.memo:
        menu.memo["heard"] = list(_all_heard(menu))
    found: list[Heard] = menu.memo["heard"]
    return found


def _all_heard(menu: MenuContext) -> Iterator[Heard]:
    labels: dict[str, dict[str, None]] = {}
    for state, _, step in menu.graph.moves:
        for key in step.ran:
            labels.setdefault(key, {})[state.menu] = None
    leaving = {
        key for key, numbers in menu.groups.items() if any(type(menu.items[n].action) is End for n in numbers)
    }
    for path, _, span in menu.speeches():
        levels: list[str] = []
        key, prompt, leaf = "", path[0] == "menu_text", False
        if path[0] in ("start_text", "menu_text"):
            levels = [""]
        elif path[0] == "items":
            key = menu.items[int(path[1])].key
            leaf = is_path(key)
            if menu.children(key):
                levels, prompt, leaf = [key], True, False
            elif key in leaving and leaf:
                yield Heard(span, [], key, False, True)
                continue
            elif key in leaving:
                continue
            elif is_path(key) and menu.options.after_leaf == "parent":
                levels = [key[:-1]]
            elif is_label(key):
                levels = list(labels.get(key, ()))
        if levels:
            yield Heard(span, levels, key, prompt, leaf)
