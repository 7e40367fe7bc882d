"""IVR303, IVR304, IVR306: do the keys that the texts announce agree with the keys that there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from smsc_codec.diagnostics import Label, Problem, Span
from smsc_codec.payloads.menu.announced import Mention, listed
from smsc_codec.payloads.menu.caller.machine import State
from smsc_codec.payloads.menu.context import MenuContext, is_label, is_path
from smsc_codec.payloads.menu.model import Action, End, Say, Unread
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR303", "key-not-announced", "warning")
def key_not_announced(menu: MenuContext) -> Iterator[Problem]:
    """A key works but is never announced.

    MENU TEXT describes the items and what can be done (IVR-1), and an item's text those below it. Any digit or
    number word there counts; where a voice file is played, what it says is not known, and nothing is reported.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: Sales are open from nine to six
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: Sales are open from nine to six
        2: end}

    Fix: none.
    Since: 0.1
    """
    if menu.oversized:
        return
    glance: dict[str, set[str]] = {}
    for span, levels in _heard(menu):
        seen = menu.outline(span)
        for level in levels:
            glance.setdefault(level, set()).update(seen.keys)
    for level, keys in menu.levels:
        named = glance.get(level, set())
        if all(key[-1] in named for key in keys):
            continue
        prompts = _prompts(menu, level) if State("menu", level) in menu.graph.reached else None
        if prompts is None:
            continue
        known = named | {
            mention.key
            for span, levels in _heard(menu)
            if level in levels and not menu.outline(span).sure
            for mention in menu.mentions(span)
        }
        silent = [key for key in keys if key[-1] not in known]
        if len(silent) == 1 and len(_missing(menu, level)) == 1:
            continue  # one key was announced for another: IVR304 tells that
        for key in silent:
            notes = [f"keys announced there: {', '.join(sorted(known))}"] if known else []
            if any(key == target for edges in menu.graph.err_edges.values() for target, _ in edges):
                notes.append(
                    f"'err:{key}' also leads here: if nothing else does, use a label instead of a key"
                )
            yield Problem(
                f"key {key[-1]} works but is never announced" + (f" in item {level}" if level else ""),
                menu.item_span(menu.groups[key][0], "key"),
                labels=(_place(menu, level, prompts),),
                notes=tuple(notes),
            )


@RULES.rule("IVR304", "announced-key-missing", "warning")
def announced_key_missing(menu: MenuContext) -> Iterator[Problem]:
    """Callers are told to press a key that does nothing.

    The caller hears "press 3" (IVR-1), and there is no item 3 in the menu that they are in then.

    Bad::

        Hello!

        {menu: Press 1 for sales or 3 to leave.
        1: Sales are open from nine to six
        2: end}

    Good::

        Hello!

        {menu: Press 1 for sales or 2 to leave.
        1: Sales are open from nine to six
        2: end}

    Fix: none.
    Since: 0.1
    """
    if menu.oversized:
        return
    for span, levels in _heard(menu):
        seen = menu.outline(span)
        if seen.sure and all(_is_there(menu, key, levels) for key in seen.keys):
            continue
        if not seen.asks:
            yield from _listed(menu, span, levels)
            continue
        told = {mention.key: mention for mention in reversed(menu.mentions(span)) if mention.told}
        for key, mention in sorted(told.items(), key=lambda pair: pair[1].span):
            if _is_there(menu, key, levels):
                continue
            yield _without_item(menu, mention, levels)


def _listed(menu: MenuContext, span: Span, levels: list[str]) -> Iterator[Problem]:
    """One key that is missing of a list of options without a verb; where more are, they are no keys."""
    keys = listed(menu.source, span)
    missing = [mention for mention in keys if not _is_there(menu, mention.key, levels)]
    if len(missing) == 1:
        yield _without_item(menu, missing[0], levels)


def _without_item(menu: MenuContext, mention: Mention, levels: list[str]) -> Problem:
    key = mention.key
    place = key if key in "*#0" else levels[0] + key
    inside = f" in item {levels[0]}" if len(levels) == 1 and levels[0] and key not in "*#0" else ""
    return Problem(
        f"callers are told to press {key}, but there is no key {key}{inside}",
        mention.span,
        expected=tuple(f"'{k}'" for k in _keys(menu, levels)),
        notes=(f"to make it work, add an item '{place}: ...'",),
    )


@RULES.rule("IVR306", "options-out-of-order", "info", profile="pedantic")
def options_out_of_order(menu: MenuContext) -> Iterator[Problem]:
    """Keys are announced out of order, or a number is skipped.

    A caller who has heard 1 and 2 expects 3, and remembers the keys by counting (IVR-3 knows 1 to 9). The
    last key may be 9: it often leaves the menu.

    Bad::

        Hello!

        {menu: Press 2 for service, 1 for sales.
        1: Sales
        2: Service}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 for service.
        1: Sales
        2: Service}

    Fix: none.
    Since: 0.1
    """
    if menu.oversized:
        return
    for level, keys in menu.levels:
        prompts = _prompts(menu, level) or []
        seen = [outline for outline in map(menu.outline, prompts) if outline.asks]
        if len(seen) <= 1 and all(outline.rising and outline.sure for outline in seen):
            prompts = []
        spoken = [m for span in prompts for m in menu.mentions(span)]
        digits = [m for m in spoken if m.told and m.key not in "*#0"]
        for before, after in pairwise(digits):
            if after.key < before.key:
                yield Problem(
                    f"key {after.key} is announced after key {before.key}",
                    after.span,
                    labels=(Label(before.span, "announced first"),),
                )
                break
        last = "0"
        for digit in sorted(key[-1] for key in keys):
            if int(digit) > int(last) + 1 and digit != "9":
                missing = str(int(last) + 1)
                yield Problem(
                    f"there is a key {digit} but no key {missing}",
                    menu.item_span(menu.groups[level + digit][0], "key"),
                    expected=(f"'{level}{missing}'",),
                )
                break
            last = digit


def _missing(menu: MenuContext, level: str) -> set[str]:
    """The keys that the texts of a menu announce and that it does not have."""
    return {
        mention.key
        for span, levels in _heard(menu)
        if level in levels and menu.outline(span).asks
        for mention in menu.mentions(span)
        if mention.told and not _is_there(menu, mention.key, levels)
    }


def _is_there(menu: MenuContext, key: str, levels: list[str]) -> bool:
    """Whether a key works in one of the menus."""
    return key in menu.groups if key in "*#0" else any(level + key in menu.groups for level in levels)


def _heard(menu: MenuContext) -> list[tuple[Span, list[str]]]:
    """Each text that may name keys, and the menus that the caller may be in when they act on it.

    MENU TEXT is heard in the first menu, an item's text in its own if it has sub-items; that of any other item
    where the caller is then, by the policy `after-leaf`; that of a label wherever an `err:` leads to it.
    """
    if "heard" not in menu.memo:
        menu.memo["heard"] = list(_all_heard(menu))
    found: list[tuple[Span, list[str]]] = menu.memo["heard"]
    return found


def _all_heard(menu: MenuContext) -> Iterator[tuple[Span, list[str]]]:
    labels: dict[str, dict[str, None]] = {}
    for state, _, step in menu.graph.moves:
        for key in step.ran:
            labels.setdefault(key, {})[state.menu] = None
    leaving = {
        key for key, numbers in menu.groups.items() if any(type(_action(menu, n)) is End for n in numbers)
    }
    for path, _, span in menu.speeches():
        levels: list[str] = []
        if path[0] in ("start_text", "menu_text"):
            levels = [""]
        elif path[0] == "items":
            key = menu.items[int(path[1])].key
            if menu.children(key):
                levels = [key]
            elif key in leaving:
                continue
            elif is_path(key) and menu.options.after_leaf == "parent":
                levels = [key[:-1]]
            elif is_label(key):
                levels = list(labels.get(key, ()))
        if levels:
            yield span, levels


def _prompts(menu: MenuContext, level: str) -> list[Span] | None:
    """Where the texts stand that announce a menu's keys; None where what they say is not known.

    Not known: a voice file, an item that could not be read, a menu without MENU TEXT (which IVR302 tells).
    """
    if level == "":
        if menu.menu.menu_text == "":
            return None
        texts = [path for path in (("start_text",), ("menu_text",)) if path in menu.reading.spans]
        if not all(isinstance(getattr(menu.menu, field), str) for (field,) in texts):
            return None
        return [menu.trimmed(menu.span(*path)) for path in texts]
    actions = [(number, _action(menu, number)) for number in menu.groups.get(level, ())]
    if any(type(a) is Unread or (isinstance(a, Say) and not isinstance(a.text, str)) for _, a in actions):
        return None
    return [
        menu.item_span(number, "action")
        for number, action in actions
        if isinstance(action, Say) and action.text
    ]


def _place(menu: MenuContext, level: str, prompts: list[Span]) -> Label:
    if prompts:
        return Label(prompts[-1], "this is what callers hear first")
    return Label(menu.item_span(menu.groups[level][0], "key"), "nothing is said here")


def _keys(menu: MenuContext, levels: list[str]) -> list[str]:
    """The keys that work in some menus."""
    keys = {key[-1] for level in levels for key in menu.children(level)}
    return [*sorted(keys), *(key for key in "0*#" if key in menu.groups)]


def _action(menu: MenuContext, number: int) -> Action:
    return menu.items[number].action
