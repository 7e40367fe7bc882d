"""Whether two menus do the same for callers, whatever the words: their machines side by side (a bisimulation).

Both are deterministic, so it is enough to follow what callers can do in both at once until something differs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator

from msgspec import Struct

from smsc_codec.payloads.carried import same_letters, same_number
from smsc_codec.payloads.files import Speech, plain
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import (
    END_TEXT,
    KEYS,
    MENU_TEXT,
    ROOT,
    SILENCE,
    START_TEXT,
    WRONG_KEY,
    Event,
    State,
    Step,
)
from smsc_codec.payloads.menu.caller.speech import DEFAULT_RECORD, DEFAULT_WAIT
from smsc_codec.payloads.menu.model import Call, Menu, Record, Say, Sms, Unread, Url
from smsc_codec.payloads.menu.options import MenuOptions

#: What is seen of one thing that happens: that something is spoken, not the words.
Seen = tuple[Hashable, ...]
WORDS: Seen = ("words",)
#: A key that chooses nothing where the call waits.
NO_KEY: Seen = ("no key here",)
#: So many pairs of states are looked at in any order; behind them each state once more at the most.
MOST_PAIRS = 20_000


class Side:
    """One of the two menus, and what is seen of what happens in it."""

    def __init__(self, menu: Menu, options: MenuOptions) -> None:
        self.menu = menu
        self.graph = Graph(menu.items, options)
        self._around = {
            START_TEXT: WORDS if _is_spoken(menu.start_text) else None,
            MENU_TEXT: ("menu text",) if _is_spoken(menu.menu_text) else None,
            END_TEXT: ("leave", _is_spoken(menu.end_text)),
        }
        self._items = [_seen(item.action) for item in menu.items]

    def own(self, state: State) -> list[str]:
        """The keys that do something of their own in a state, and all else that can come from outside."""
        return [given for given in self.graph.steps(state) if given != WRONG_KEY]

    def step(self, state: State, given: str) -> Step:
        """What happens there; a key that the menu does not have is a wrong one."""
        steps = self.graph.steps(state)
        return steps.get(given) or steps[WRONG_KEY]

    def seen(self, state: State, given: str, step: Step) -> list[Seen]:
        """What is seen of a step, in order: first which item a key chooses, or that it is none here."""
        seen: list[Seen] = []
        if state.at == "menu" and given != SILENCE:
            seen.append(self.chosen(state, given))
        return seen + self.happens(step)

    def chosen(self, state: State, key: str) -> Seen:
        """What a key is in a menu."""
        if key not in self.graph.steps(state) or key == WRONG_KEY:
            return NO_KEY
        return ("key", key) if key in "*#0" else ("item", state.menu + key)

    def happens(self, step: Step) -> list[Seen]:
        """What is seen of what happens; texts that follow one another are as good as one."""
        found: list[Seen] = []
        for event in step.events:
            seen = self.event(event)
            if seen is not None and not (seen == WORDS and found and found[-1] == WORDS):
                found.append(seen)
        return found

    def event(self, event: Event) -> Seen | None:
        """What is seen of one thing that happens; None for a text that is empty."""
        return self._around[event.part] if event.part < 0 else self._items[event.part]


def _is_spoken(text: Speech) -> bool:
    return bool(plain(text).strip()) or (not isinstance(text, str) and bool(text))


def _seen(action: object) -> Seen | None:
    match action:
        case Say(text):
            return WORDS if _is_spoken(text) else None
        case Call(phones, wait, _, _, record):
            wait = DEFAULT_WAIT if wait is None else wait
            return ("dial", tuple(map(number_seen, phones)), wait, record)
        case Sms(phone, sender, text):
            return ("sms", number_seen(phone), same_letters(sender), "$phone" in text or "${phone}" in text)
        case Record(seconds):
            return ("record", DEFAULT_RECORD if seconds is None else seconds)
        case Url(address):
            return ("notify", address)
        case Unread(source):
            return ("unread", source)
    return None


def number_seen(phone: str) -> str:
    """A number by which two ways to write it are one; `$phone` is the caller's, however its name is written."""
    return phone.strip("${}").casefold() if phone[:1] == "$" else same_number(phone) if phone else ""


class Difference(Struct, frozen=True):
    """The first place on some way where two menus do not do the same.

    `way` is what comes from outside until both wait in `old_state` and `new_state`; then `given` comes. Of the very
    beginning `given` is "".
    """

    way: tuple[str, ...]
    given: str
    old_state: State
    new_state: State
    old_step: Step
    new_step: Step


def differences(old: Side, new: Side) -> Iterator[Difference]:
    """Where two menus differ, nearest to the beginning first. None at all: nothing that callers do tells them apart.

    Behind a difference callers are followed only where both menus go on at the same place.
    """
    old_begin, new_begin = old.graph.machine.begin(), new.graph.machine.begin()
    if bool(old.happens(old_begin)) != bool(new.happens(new_begin)):
        yield Difference((), "", ROOT, ROOT, old_begin, new_begin)
    came: dict[tuple[State, State], tuple[tuple[State, State], str] | None] = {(ROOT, ROOT): None}
    queue = deque(came)
    joined = _Joined()
    while queue:
        pair = queue.popleft()
        here, there = pair
        for given in _inputs(old, new, here, there):
            old_step, new_step = old.step(here, given), new.step(there, given)
            onward = (old_step.state, new_step.state)
            if old.seen(here, given, old_step) != new.seen(there, given, new_step):
                yield Difference(_way(came, pair), given, here, there, old_step, new_step)
                if onward[0] != onward[1]:
                    continue
            if onward in came:
                continue
            fresh = joined.join(onward)
            if fresh or len(came) < MOST_PAIRS:
                came[onward] = pair, given
                queue.append(onward)


def _inputs(old: Side, new: Side, here: State, there: State) -> list[str]:
    """What can come from outside in either, each once, and one key that is wrong in both if there is such a key."""
    found = list(dict.fromkeys((*old.own(here), *new.own(there))))
    if here.at == "menu" and any(key not in found for key in KEYS):
        found.append(WRONG_KEY)
    return found


def _way(
    came: dict[tuple[State, State], tuple[tuple[State, State], str] | None], pair: tuple[State, State]
) -> tuple[str, ...]:
    way = []
    while (origin := came[pair]) is not None:
        pair, given = origin
        way.append(given)
    return tuple(way[::-1])


class _Joined:
    """Which states are taken for the same, by pairs and by what follows from pairs (union and find)."""

    def __init__(self) -> None:
        self._above: dict[tuple[int, State], tuple[int, State]] = {}

    def join(self, pair: tuple[State, State]) -> bool:
        """Take two states for the same; whether that was not known before."""
        one, other = self._top((0, pair[0])), self._top((1, pair[1]))
        if one == other:
            return False
        self._above[one] = other
        return True

    def _top(self, one: tuple[int, State]) -> tuple[int, State]:
        above = self._above
        while one in above:
            if above[one] in above:
                above[one] = above[above[one]]
            one = above[one]
        return one


def same(old: Menu, new: Menu, options: MenuOptions | None = None) -> bool:
    """Whether two menus do the same for callers, whatever they do: only the words may differ.

    Under the policy of `options` where the service's page is silent. What counts: which keys there are, what is dialled
    and for how long, sent, recorded and told to handlers, that something is spoken, where keys lead, how the menu is
    left. What does not: the words, the order of items of different keys, the names of labels.
    """
    options = options or MenuOptions()
    return next(differences(Side(old, options), Side(new, options)), None) is None
