"""What callers hear where they may act on it: which texts may name the keys of which menus (IVR-1, IVR-3)."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.payloads.menu.context import MenuContext, is_label, is_path
from smsc_codec.payloads.menu.model import End
from smsc_codec.payloads.menu.outline import Outline
from smsc_codec.payloads.menu.spoken import Spoken


class Heard(Struct, frozen=True, gc=False):
    """A text that may name keys, what a glance tells of it, the menus that the caller may be in then, and whose it is.

    `prompt`: it is what announces the keys of a menu; `leaf`: it is an item's that has no menu of its own.
    """

    text: Spoken
    seen: Outline
    levels: list[str]
    key: str
    prompt: bool
    leaf: bool


def heard_in(menu: MenuContext) -> list[Heard]:
    """Each text that may name keys.

    MENU TEXT is heard in the first menu, an item's text in its own if it has sub-items; that of any other item
    where the caller is then, by the policy `after-leaf`; that of a label wherever an `err:` leads to it.
    """
    found: list[Heard] | None = menu.memo.get("heard")
    if found is None:
        found = menu.memo["heard"] = _all_heard(menu)
    return found


def _all_heard(menu: MenuContext) -> list[Heard]:
    found: list[Heard] = []
    below = menu.graph.machine.below
    leaving = {menu.items[number].key for number, _ in menu.actions(End)}
    labels: dict[str, dict[str, None]] | None = None
    for text in menu.texts.values():
        if text.number < 0:
            if text.path[0] != "end_text":
                found.append(Heard(text, text.outline, [""], "", text.path[0] == "menu_text", False))
            continue
        key = menu.items[text.number].key
        leaf = is_path(key)
        if key in below:
            found.append(Heard(text, text.outline, [key], key, True, False))
        elif key in leaving:
            if leaf:
                found.append(Heard(text, text.outline, [], key, False, True))
        elif leaf:
            if menu.options.after_leaf == "parent":
                found.append(Heard(text, text.outline, [key[:-1]], key, False, True))
        elif is_label(key):
            if labels is None:
                labels = _menus_of_labels(menu)
            if labels[key]:
                found.append(Heard(text, text.outline, list(labels[key]), key, False, False))
    return found


def _menus_of_labels(menu: MenuContext) -> dict[str, dict[str, None]]:
    """The menus that a call may be in when it comes to each label."""
    found: dict[str, dict[str, None]] = {key: {} for key in menu.labels}
    for state, _, step in menu.graph.moves:
        for key in step.ran:
            if key in found:
                found[key][state.menu] = None
    return found
