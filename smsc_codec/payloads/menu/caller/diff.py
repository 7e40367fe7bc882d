"""What changed for callers between two menus."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from msgspec import Struct, structs

from smsc_codec.payloads.files import plain
from smsc_codec.payloads.menu.caller.compare import NO_KEY, Difference, Side, differences, number_seen
from smsc_codec.payloads.menu.caller.explore import name, policies, policy_of, stuck_at
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import ROOT, SILENCE, State
from smsc_codec.payloads.menu.caller.outcomes import outcome, place, subject
from smsc_codec.payloads.menu.model import Call, Menu, Say, Sms
from smsc_codec.payloads.menu.options import MenuOptions


class Change(Struct, frozen=True):
    """One thing that is otherwise for callers: after `keys`, `what` happens no longer as it did.

    `before` and `after` say what happened and what happens, as far as it differs; `places` is in how many places of
    the menu callers meet the same change.
    """

    keys: tuple[str, ...]
    what: str
    before: str
    after: str
    places: int = 1


class Both(Struct, frozen=True):
    """What there was and is no longer, and what is there now."""

    gone: tuple[str, ...]
    new: tuple[str, ...]


class Leaving(Struct, frozen=True):
    """The fewest keys that it took and takes to leave the menu; None where it cannot be left."""

    before: int | None
    after: int | None


class Diff(Struct, frozen=True):
    """What changed for callers. `same`: nothing did, only words may have; `reworded` says which."""

    same: bool
    policy: dict[str, str]
    changes: tuple[Change, ...]
    leaving: Leaving
    numbers: Both
    traps: Both
    reworded: tuple[str, ...]


class Comparison(Diff, frozen=True, kw_only=True):
    """What `menu diff --format json` prints.

    `whole`: all of both menus could be read. `differs_under` are the readings of what the service's page does not say
    under which the menus differ; it is there with `--policies`.
    """

    whole: bool
    differs_under: tuple[dict[str, str], ...] | None = None

    @classmethod
    def of(cls, found: Diff, whole: bool, differs: tuple[dict[str, str], ...] | None) -> Comparison:
        """The comparison that was made."""
        return cls(**structs.asdict(found), whole=whole, differs_under=differs)


def diff(old: Menu, new: Menu, options: MenuOptions | None = None) -> Diff:
    """Compare two menus as callers meet them, under the policy of `options`. Never raises for any menus."""
    options = options or MenuOptions()
    sides = Side(old, options), Side(new, options)
    graphs = sides[0].graph, sides[1].graph
    changes = tuple(_changes(*sides))
    return Diff(
        same=not changes,
        policy=policy_of(options),
        changes=changes,
        leaving=Leaving(*map(fewest_keys, graphs)),
        numbers=_both(*map(_numbers, graphs)),
        traps=_both(*map(_traps, graphs)) if changes else Both((), ()),
        reworded=tuple(_reworded(old, new)),
    )


def same_readings(old: Menu, new: Menu, options: MenuOptions | None = None) -> tuple[dict[str, str], ...]:
    """The readings of what the page does not say under which two menus do not do the same."""
    return tuple(
        policy_of(one)
        for one in policies(options or MenuOptions())
        if next(differences(Side(old, one), Side(new, one)), None) is not None
    )


def _changes(old: Side, new: Side) -> Iterator[Change]:
    found: dict[tuple[object, ...], Change] = {}
    for one in differences(old, new):
        for about, change in _told(one, old, new):
            key = about, change.before, change.after
            first = found.setdefault(key, change)
            if first.keys != change.keys:
                found[key] = structs.replace(first, places=first.places + 1)
    yield from found.values()


def _told(one: Difference, old: Side, new: Side) -> Iterator[tuple[object, Change]]:
    """The changes that a difference comes to, each with what it is about: the same change is told once."""
    here, there, given = one.old_state, one.new_state, one.given
    keys = (*one.way, given) if given else one.way
    before, after = outcome(old, one.old_step), outcome(new, one.new_step)
    if here.at == "menu" and given != SILENCE:
        was, now = old.chosen(here, given), new.chosen(there, given)
        if was != NO_KEY and was[-1] not in new.graph.machine.groups:
            yield was, Change(keys, f"key {was[-1]} is gone", "; ".join(before), "")
        if now != NO_KEY and now[-1] not in old.graph.machine.groups:
            yield now, Change(keys, f"key {now[-1]} is new", "", "; ".join(after))
        if here.menu != there.menu:
            told = f"after {', '.join(one.way)}"
            yield told, Change(one.way, told, f"waits in {place(here)}", f"waits in {place(there)}")
        if was != now or here.menu != there.menu:
            return
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    # An item that is otherwise is one change, wherever a call comes to it.
    about = one.old_step.ran[-1:], one.new_step.ran[-1:]
    yield about, Change(keys, subject(here, given), "; ".join(before), "; ".join(after))


def fewest_keys(graph: Graph) -> int | None:
    """The fewest keys that a caller presses until the menu is left; None if it cannot be left."""
    done: set[State] = set()
    queue = deque([(ROOT, 0)])  # those with as few keys as possible stand in front
    while queue:
        state, keys = queue.popleft()
        if state.at == "left":
            return keys
        if state in done:
            continue
        done.add(state)
        for given, step in graph.steps(state).items():
            pressed = state.at == "menu" and given != SILENCE
            (queue.append if pressed else queue.appendleft)((step.state, keys + pressed))
    return None


def _numbers(graph: Graph) -> dict[str, str]:
    """The numbers that are dialled, by what is the same however they are written."""
    found: dict[str, str] = {}
    for state in graph.reached:
        if state.at == "call":
            call = graph.machine.items[graph.machine.groups[state.key][state.index]].action
            assert isinstance(call, Call)
            found.update((number_seen(phone), phone) for phone in call.phones)
    return found


def _traps(graph: Graph) -> dict[str, str]:
    return {name(state): name(state) for state in stuck_at(graph)}


def _both(old: dict[str, str], new: dict[str, str]) -> Both:
    return Both(
        tuple(shown for one, shown in old.items() if one not in new),
        tuple(shown for one, shown in new.items() if one not in old),
    )


def _reworded(old: Menu, new: Menu) -> Iterator[str]:
    """The texts that there were and are, with other words."""
    texts = _texts(old), _texts(new)
    words = {text: what for what, text in texts[0].items()}
    for what, text in texts[0].items():
        now = texts[1].get(what)
        if now is None or now == text:
            continue
        origin = words.get(now)
        yield what if origin is None else f"{what} (as {origin} was)"


def _texts(menu: Menu) -> dict[str, str]:
    found = {
        "START TEXT": plain(menu.start_text),
        "MENU TEXT": plain(menu.menu_text),
        "END TEXT": plain(menu.end_text),
    }
    for item in menu.items:
        if isinstance(item.action, Say):
            found[item.key] = f"{found.get(item.key, '')} {plain(item.action.text)}"
        elif isinstance(item.action, Sms):
            what = f"the SMS at {item.key}"
            found[what] = f"{found.get(what, '')} {item.action.text}"
    return {what: " ".join(text.split()) for what, text in found.items() if text.strip()}
