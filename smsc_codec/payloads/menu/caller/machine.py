"""A menu as the machine that callers work: what they can do, and what happens then (IVR-1 .. IVR-11).

A call stands at a `State` and waits for something from outside: a key, an answer, the end of a recording. `begin` and
`step` give what happens next, up to the next such place. Where the page is silent the named policies of `MenuOptions`
decide. Nothing is spoken or dialled here: an `Event` says what would be.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Item,
    Record,
    Repeat,
    Say,
    Sms,
    Start,
    Unread,
    Url,
)
from smsc_codec.payloads.menu.options import MenuOptions

#: The keys of a phone.
KEYS = "1234567890*#"
#: What can come from outside besides a key. `wrong key` stands for every key that does nothing of its own.
ANSWERED, NO_ANSWER, RECORDED, SILENCE, WRONG_KEY = (
    "answered",
    "no answer",
    "recorded",
    "silence",
    "wrong key",
)
#: After what could not be read: the menu goes on, or is left. Nobody knows which.
GOES_ON, LEAVES = "goes on", "leaves"

EventKind = Literal["say", "dial", "sms", "notify", "record", "leave", "unread"]
#: In place of an item's number: the texts around the items.
START_TEXT, MENU_TEXT, END_TEXT = -1, -2, -3


class Event(Struct, frozen=True, gc=False):
    """What happens: `part` is the number of the item that does it, or one of `START_TEXT`, `MENU_TEXT`, `END_TEXT`."""

    kind: EventKind
    part: int


class State(Struct, frozen=True, gc=False, order=True):
    """Where a call waits.

    `at` is what it waits for: a key in a `menu`, the outcome of a `call`, the end of a `recording`, what nobody could
    read (`unread`); `left` is after the menu. `menu` is the path of the menu whose keys work, or in which the item was
    chosen ("" is the outermost); `key` and `index` are the item under way and which of its actions. Of a call that has
    left, `key` and `why` say how: `end`, `talk`, `wrong key`, `silence`, `item`, `unread`.
    """

    at: Literal["menu", "call", "recording", "unread", "left"]
    menu: str = ""
    key: str = ""
    index: int = 0
    why: str = ""


class Step(Struct, frozen=True, gc=False):
    """What happens, in order, and where the call waits then.

    `ran` are the keys whose actions were begun, `done` the numbers of the items that were carried out.
    """

    events: tuple[Event, ...]
    state: State
    ran: tuple[str, ...] = ()
    done: tuple[int, ...] = ()


ROOT = State("menu")
_LEAVE = Event("leave", END_TEXT)
_KINDS: dict[type, EventKind] = {
    Say: "say",
    Sms: "sms",
    Url: "notify",
    Call: "dial",
    Record: "record",
    Unread: "unread",
}
_WAITS: dict[type, Literal["call", "recording", "unread"]] = {
    Call: "call",
    Record: "recording",
    Unread: "unread",
}
#: What leads into a menu and has it say its keys.
_TELLS = (Start, Back, Repeat)


class Machine:
    """The machine of one menu under one policy."""

    def __init__(self, items: Sequence[Item], options: MenuOptions) -> None:
        self.options = options
        self.items = items
        self.groups: dict[str, list[int]] = {}
        for number, item in enumerate(items):
            self.groups.setdefault(item.key, []).append(number)
        #: The keys that work in each menu.
        self.signs = [key for key in "*#0" if key in self.groups]
        #: The keys right below each item that has some ("" is the root), in the order of the source.
        self.below: dict[str, str] = {}
        for key in self.groups:
            if is_path(key):
                self.below[key[:-1]] = self.below.get(key[:-1], "") + key[-1]

    def children(self, path: str) -> str:
        """The keys right below an item ("" is the root), in the order of the source."""
        return self.below.get(path, "")

    def begin(self) -> Step:
        """The call was picked up."""
        return Step((Event("say", START_TEXT), Event("say", MENU_TEXT)), ROOT)

    def inputs(self, state: State) -> list[str]:
        """What can come from outside there, each thing that makes a difference once."""
        return list(self.steps(state))

    def step(self, state: State, given: str) -> Step:
        """What happens when something comes from outside. A key that the menu does not have is a wrong one."""
        steps = self.steps(state)
        return steps.get(given) or steps[WRONG_KEY]

    def steps(self, state: State) -> dict[str, Step]:
        """What can come from outside there, each thing that makes a difference once, and what happens then."""
        path = state.menu
        match state.at:
            case "menu":
                steps = {key: self._run(path + key, 0, path) for key in self.children(path)}
                for sign in self.signs:
                    steps[sign] = self._run(sign, 0, path)
                steps[WRONG_KEY] = self._wrong(state)
                silent = self.options.silence == "leave"
                steps[SILENCE] = _left(path, SILENCE) if silent else Step((), state)
                return steps
            case "call":
                return {ANSWERED: self._answered(state), NO_ANSWER: self._unanswered(state)}
            case "recording":
                return {RECORDED: self._goes_on(state)}
            case "unread":
                return {GOES_ON: self._goes_on(state), LEAVES: _left(state.key, "unread")}
        return {}

    def _wrong(self, state: State) -> Step:
        """What follows a key that does nothing of its own."""
        if self.options.wrong_key == "leave":
            return _left(state.menu, WRONG_KEY)
        if self.options.wrong_key == "err-label" and "err" in self.groups:
            return self._run("err", 0, state.menu)
        return Step(self.prompt(state.menu), state)

    def _answered(self, state: State) -> Step:
        call = self.items[self.groups[state.key][state.index]].action
        assert isinstance(call, Call)
        leaves = call.ok_end or self.options.after_call == "leave"
        return _left(state.key, "talk") if leaves else self._goes_on(state)

    def _unanswered(self, state: State) -> Step:
        call = self.items[self.groups[state.key][state.index]].action
        assert isinstance(call, Call)
        if call.err is None or call.err not in self.groups:
            return self._goes_on(state)
        # A step has a place of its own; a label goes on in the menu that the call was chosen in (IVR-7).
        return self._run(call.err, 0, call.err[:-1] if is_path(call.err) else state.menu)

    def _goes_on(self, state: State) -> Step:
        """The actions behind the one that was waited for."""
        return self._run(state.key, state.index + 1, state.menu)

    def run(self, key: str, path: str) -> Step:
        """The actions of a key from the first on, were it chosen in the menu `path`."""
        return self._run(key, 0, path)

    def _run(self, key: str, index: int, path: str) -> Step:
        """The actions of a key from one of them on; `path` is the menu it was chosen in (IVR-3, IVR-5)."""
        events: list[Event] = []
        ran: list[str] = []
        done: list[int] = []
        state = kind = None
        while state is None:
            ran.append(key)
            numbers = self.groups[key]
            for index in range(index, len(numbers)):  # noqa: B020
                number = numbers[index]
                done.append(number)
                kind = type(self.items[number].action)
                if kind in _KINDS:
                    events.append(Event(_KINDS[kind], number))
                    if kind not in _WAITS:
                        continue
                    state = State(_WAITS[kind], path, key, index)
                elif kind is End:
                    state = State("left", key=key, why="end")
                elif kind is Start:
                    state = ROOT
                elif kind is Back:
                    state = State("menu", path[:-1])
                elif path not in self.groups:
                    state = State("menu", path)
                else:  # the chosen item again: it stands one menu further up, so this comes to an end (IVR-2)
                    key, index, path = path, 0, path[:-1]
                break
            else:
                state = self._behind(key, path)
        if state.at == "left":
            events.append(_LEAVE)
        elif kind in _TELLS:
            events += self.prompt(state.menu)
        return Step(tuple(events), state, tuple(ran), tuple(done))

    def _behind(self, key: str, path: str) -> State:
        """Where the call waits after the last action of a key."""
        if key in self.below:
            return State("menu", key)
        if not is_path(key):
            return State("menu", path)
        if self.options.after_leaf == "stay":
            return State("menu", key)
        if self.options.after_leaf == "leave":
            return State("left", key=key, why="item")
        return State("menu", key[:-1])

    def prompt(self, path: str) -> tuple[Event, ...]:
        """What is spoken in a menu to say which keys there are: its text, or those of the item that it belongs to."""
        if not path:
            return (Event("say", MENU_TEXT),)
        numbers = self.groups.get(path, ())
        return tuple([Event("say", n) for n in numbers if isinstance(self.items[n].action, Say)])

    def action(self, event: Event) -> Action | None:
        """The action that an event belongs to; None for the texts around the items."""
        return self.items[event.part].action if event.part >= 0 else None


def _left(key: str, why: str) -> Step:
    return Step((_LEAVE,), State("left", key=key, why=why))


@lru_cache(maxsize=4096)
def is_path(key: str) -> bool:
    """Whether a key is digits 1..9 only: an item, or the path to a sub-item (IVR-3, IVR-4)."""
    return key.isascii() and key.isdigit() and "0" not in key
