"""IVR303, IVR304, IVR306: do the keys that the texts announce agree with the keys that there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from smsc_codec.diagnostics import Label, Problem
from smsc_codec.payloads.menu.announced import Mention, listed
from smsc_codec.payloads.menu.caller.machine import State
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.menu.counted import counts, purposes
from smsc_codec.payloads.menu.model import Unread
from smsc_codec.payloads.menu.rules.flow import idle_labels
from smsc_codec.payloads.menu.rules.heard import Heard, heard_in
from smsc_codec.payloads.menu.spoken import Spoken
from smsc_codec.payloads.menu.unasked import unasked
from smsc_codec.rules import Ruleset
from smsc_codec.text.near import distance

RULES = Ruleset()

_NONE: frozenset[str] = frozenset()
_DIGITS = frozenset("123456789")


@RULES.rule("IVR303", "key-not-announced", "warning")
def key_not_announced(menu: MenuContext) -> Iterator[Problem]:
    """A key works but is never announced.

    MENU TEXT describes the items and what can be done (IVR-1), and an item's text those below it. Any digit or
    number word there counts, unless it is an hour, an amount or the number of a house; where a voice file is played,
    what it says is not known, and nothing is reported.

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
    heard = heard_in(menu)
    glance: dict[str, frozenset[str]] = {}
    for told in heard:
        if told.seen.keys:
            named = _named(menu, told)
            for level in told.levels:
                glance[level] = glance.get(level, _NONE) | named
    for level, digits in menu.levels:
        named = glance.get(level, _NONE)
        if named.issuperset(digits):
            continue
        prompts = _prompts(menu, level) if State("menu", level) in menu.graph.reached else None
        if prompts is None:
            continue
        known = named | {
            mention.key
            for told in heard
            if level in told.levels and not told.seen.sure and _announces(menu, told)
            for mention in told.text.mentions
        }
        silent = [level + digit for digit in digits if digit not in known]
        if len(silent) == 1 and any(_is_near(silent[0], other) for other in _lost(menu)):
            continue  # one key was announced for another: IVR304 tells that
        if len(silent) > 1 and len(silent) == len(digits):
            yield _nothing_said(menu, level, silent, prompts, known)
            continue
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
    machine = menu.graph.machine
    for heard in heard_in(menu):
        seen = heard.seen
        if heard.leaf and (seen.asks or seen.lists):
            yield from _below(menu, heard)
        elif not seen.sure or (
            seen.keys and seen.keys.difference(machine.signs, *map(machine.children, heard.levels))
        ):
            yield from _without_items(menu, _lacking(menu, heard), heard.levels)


def _lacking(menu: MenuContext, heard: Heard) -> list[Mention]:
    """The keys that a text tells to press and that do not work there, each where it is told first.

    Of a list of options without a verb: where more than one is missing, they are no keys. What a menu's own text names
    without a verb are keys where one of them is there.
    """
    text, levels = heard.text, heard.levels
    asks = heard.seen.asks
    keys = [one for one in text.mentions if one.told] if asks else listed(text.tokens)
    told = {one.key: one for one in reversed(keys) if not _is_there(menu, one.key, levels)}
    if not asks and len(told) > 1:
        told = {}
    named = unasked(text.tokens) if heard.prompt else []
    if any(_is_there(menu, one.key, levels) for one in [*keys, *named]):
        told |= {
            one.key: one
            for one in reversed(named)
            if one.key not in told and not _is_there(menu, one.key, levels)
        }
    return sorted(told.values(), key=lambda one: (one.span.start, one.key))


def _below(menu: MenuContext, heard: Heard) -> Iterator[Problem]:
    """What an item without sub-items tells to press: keys of the menu around it, or of one that is not there."""
    told = [one for one in heard.text.mentions if one.told and one.key not in "*#0"]
    keys = list(dict.fromkeys(mention.key for mention in told))
    rising = len(keys) > 1 and keys == [str(n) for n in range(1, len(keys) + 1)]
    if rising and not _repeats(menu, heard):
        yield _without_sub_items(menu, heard, told, keys)
    elif heard.levels:
        yield from _without_items(menu, _lacking(menu, heard), heard.levels)


def _repeats(menu: MenuContext, heard: Heard) -> bool:
    """Whether a text offers what the menu around it does, in the same words for the same keys."""
    here = purposes(heard.text.tokens)
    return any(
        here.get(key, frozenset()) & words
        for other in heard_in(menu)
        if not other.leaf and set(other.levels) & set(heard.levels)
        for key, words in purposes(other.text.tokens).items()
    )


def _without_sub_items(menu: MenuContext, heard: Heard, told: list[Mention], keys: list[str]) -> Problem:
    below = ", ".join(f"'{heard.key}{key}: ...'" for key in keys)
    return Problem(
        f"callers are told to press {', '.join(keys)}, but item {heard.key} has no items of its own"
        if heard.levels
        else f"callers are told to press {', '.join(keys)}, but the menu ends here",
        told[0].span,
        notes=(f"to make it work, add {below}",),
    )


def _stands_for(menu: MenuContext, label: str, key: str, levels: list[str]) -> bool:
    """Whether a label that nothing leads to stands where the items of a key belong: IVR103 tells that."""
    if not key.isdigit() or key == "0":
        return True
    number = menu.groups[label][0]
    before = next((item.key for item in reversed(menu.items[:number]) if item.key.isdigit()), "")
    after = next((item.key for item in menu.items[number:] if item.key.isdigit()), ":")
    return any(before < level + key < after for level in levels)


def _without_items(menu: MenuContext, missing: list[Mention], levels: list[str]) -> Iterator[Problem]:
    """One finding for all keys that a text tells to press and that are not there."""
    idle = idle_labels(menu) if missing else []
    if idle:
        missing = [
            one for one in missing if not any(_stands_for(menu, label, one.key, levels) for label in idle)
        ]
    if len(missing) == 1:
        yield _without_item(menu, missing[0], levels)
    elif missing:
        keys = [mention.key for mention in missing]
        inside = f" in item {levels[0]}" if len(levels) == 1 and levels[0] else ""
        below = ", ".join(f"'{key if key in '*#0' else levels[0] + key}: ...'" for key in keys)
        yield Problem(
            f"callers are told to press {', '.join(keys)}, but there are no such keys{inside}",
            missing[0].span,
            expected=tuple(f"'{k}'" for k in _keys(menu, levels)),
            notes=(f"to make it work, add {below}",),
        )


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
        for before, after in pairwise(_told_in_order(menu, level)):
            if after.key < before.key:
                yield Problem(
                    f"key {after.key} is announced after key {before.key}",
                    after.span,
                    labels=(Label(before.span, "announced first"),),
                )
                break
        last = 0
        for digit in sorted(keys):
            if int(digit) > last + 1 and digit != "9":
                yield Problem(
                    f"there is a key {digit} but no key {last + 1}",
                    menu.item_span(menu.groups[level + digit][0], "key"),
                    expected=(f"'{level}{last + 1}'",),
                )
                break
            last = int(digit)


def _told_in_order(menu: MenuContext, level: str) -> list[Mention]:
    """The digits that the texts of a menu tell to press, one after the other; none where they plainly rise."""
    prompts = _prompts(menu, level) or []
    asking = [text.outline for text in prompts if text.outline.asks]
    if not asking or (len(asking) == 1 and asking[0].rising and asking[0].sure):
        return []
    return [one for text in prompts for one in text.mentions if one.told and one.key not in "*#0"]


def _missing(menu: MenuContext, level: str) -> set[str]:
    """The keys that the texts of a menu announce and that it does not have."""
    return {
        mention.key for heard in heard_in(menu) if level in heard.levels for mention in _lacking(menu, heard)
    }


def _lost(menu: MenuContext) -> set[str]:
    """The paths of all keys that are announced and missing."""
    return {level + key for level, _ in menu.levels for key in _missing(menu, level)}


def _is_near(key: str, other: str) -> bool:
    """Whether two paths differ in one key, or by one that is too many."""
    return distance(key, other) == 1 and (len(key) == len(other) or min(len(key), len(other)) > 1)


def _nothing_said(
    menu: MenuContext, level: str, silent: list[str], prompts: list[Spoken], known: frozenset[str]
) -> Problem:
    """A menu, or an item with sub-items, whose text names none of its keys."""
    first, *rest = (menu.item_span(menu.groups[key][0], "key") for key in silent)
    return Problem(
        f"keys {', '.join(key[-1] for key in silent)} work but are never announced"
        + (f" in item {level}" if level else ""),
        first,
        labels=(_place(menu, level, prompts), *(Label(span, "this one, too") for span in rest)),
        notes=(f"keys announced there: {', '.join(sorted(known))}",) if known else (),
    )


def _named(menu: MenuContext, heard: Heard) -> frozenset[str]:
    """The keys that a text may announce: not those that it only counts with, or that stand in a place's name."""
    seen = heard.seen
    if not _announces(menu, heard):
        return seen.keys - _DIGITS
    return seen.keys - counts(heard.text.tokens, _asks(menu)) if seen.counts else seen.keys


def _announces(menu: MenuContext, heard: Heard) -> bool:
    """Whether the digits in a text may announce keys: beside a prompt that asks to press some, most texts do not."""
    return heard.prompt or heard.seen.asks or heard.seen.lists or not _asks(menu)


def _asks(menu: MenuContext) -> bool:
    """Whether a prompt asks to press keys."""
    found: bool | None = menu.memo.get("asks")
    if found is None:
        found = any(heard.prompt and heard.seen.asks for heard in heard_in(menu))
        menu.memo["asks"] = found
    return found


def _is_there(menu: MenuContext, key: str, levels: list[str]) -> bool:
    """Whether a key works in one of the menus."""
    machine = menu.graph.machine
    return key in machine.signs or any(key in machine.children(level) for level in levels)


def _prompts(menu: MenuContext, level: str) -> list[Spoken] | None:
    """The texts that announce a menu's keys; None where what they say is not known.

    Not known: a voice file, an item that could not be read, a menu without MENU TEXT (which IVR302 tells).
    """
    if level == "":
        if "menu_text" not in menu.texts:
            return None
        texts = [menu.texts[field] for field in ("start_text", "menu_text") if field in menu.texts]
    else:
        numbers = menu.groups.get(level, ())
        if menu.has_unread and any(type(menu.items[number].action) is Unread for number in numbers):
            return None
        texts = [menu.texts[number] for number in numbers if number in menu.texts]
    return None if any(type(text.speech) is tuple for text in texts) else texts


def _place(menu: MenuContext, level: str, prompts: list[Spoken]) -> Label:
    if prompts:
        return Label(prompts[-1].span, "this is what callers hear first")
    return Label(menu.item_span(menu.groups[level][0], "key"), "nothing is said here")


def _keys(menu: MenuContext, levels: list[str]) -> list[str]:
    """The keys that work in some menus."""
    keys = {key[-1] for level in levels for key in menu.children(level)}
    return [*sorted(keys), *(key for key in "0*#" if key in menu.groups)]
