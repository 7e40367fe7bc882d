"""A call to a menu, played one thing from outside after the other: what happens, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads.files import Speech
from smsc_codec.payloads.menu.caller.machine import (
    END_TEXT,
    KEYS,
    MENU_TEXT,
    START_TEXT,
    Event,
    EventKind,
    Machine,
    State,
    Step,
)
from smsc_codec.payloads.menu.caller.speech import NOTHING, Clock, Range
from smsc_codec.payloads.menu.model import Action, Menu, Say
from smsc_codec.payloads.menu.options import MenuOptions

#: The caller puts the phone down: it can come at any time, and nothing happens after it.
HUNG_UP = "hung up"


class Happened(Struct, frozen=True):
    """One thing that happens in a call.

    `action` is that of the item that does it, None for the texts around the items; `text` is what the caller hears,
    when the menu speaks or is left; `seconds` how long it takes, at the least and at the most.
    """

    kind: EventKind
    action: Action | None
    text: Speech
    seconds: Range


class NotPossible(CodecError):
    """This cannot come from outside now. `given` is what was tried, `possible` what can come."""

    def __init__(self, given: str, possible: tuple[str, ...]) -> None:
        self.given = given
        self.possible = possible
        super().__init__(given, possible)

    def __str__(self) -> str:
        if not self.possible:
            return f"'{self.given}' cannot come: the call is over"
        words = "', '".join(self.possible)
        return f"'{self.given}' cannot come now: the call waits for '{words}'"


class Player:
    """One call to a menu, from the pick-up on.

    `give` says what comes from outside; `happened` is what has happened so far, `seconds` how long that took at the
    least and at the most, without talks. Where the service's page is silent, `options` decide.
    """

    def __init__(self, menu: Menu, options: MenuOptions | None = None) -> None:
        self.menu = menu
        self.machine = Machine(menu.items, options or MenuOptions())
        self._clock = Clock(menu, self.machine)
        self._texts = {START_TEXT: menu.start_text, MENU_TEXT: menu.menu_text, END_TEXT: menu.end_text}
        self.happened: list[Happened] = []
        self.seconds: Range = NOTHING
        #: What came from outside, each with the state in which it came, and the numbers of the items carried out.
        self.given: list[tuple[State, str]] = []
        self.done: set[int] = set()
        #: Whether the menu was left, or the caller hung up.
        self.over = False
        self.began = self._take(self.machine.begin())

    @property
    def possible(self) -> tuple[str, ...]:
        """What can come from outside now, each thing that makes a difference once; nothing when the call is over."""
        return () if self.over else (*self.machine.inputs(self.state), HUNG_UP)

    def takes(self, given: str) -> bool:
        """Whether this can come now: any key of a phone can be pressed where a key is waited for."""
        return given in self.possible or (not self.over and self.state.at == "menu" and _is_key(given))

    def give(self, given: str) -> tuple[Happened, ...]:
        """What happens when a key is pressed (`5`), or something else comes from outside (`no answer`).

        Raises NotPossible where it cannot come.
        """
        if not self.takes(given):
            raise NotPossible(given, self.possible)
        if given == HUNG_UP:
            self.over = True
            return ()
        self.given.append((self.state, self._same(given)))
        return self._take(self.machine.step(self.state, given))

    def _same(self, given: str) -> str:
        """A key that the menu does not have is as good as any other such."""
        return given if given in self.machine.inputs(self.state) else "wrong key"

    def _take(self, step: Step) -> tuple[Happened, ...]:
        made = tuple(map(self._happened, step.events))
        self.state = step.state
        self.over = step.state.at == "left"
        self.happened += made
        self.done.update(step.done)
        low, high = self._clock.events(step.events)
        self.seconds = self.seconds[0] + low, self.seconds[1] + high
        return made

    def _happened(self, event: Event) -> Happened:
        action = self.machine.action(event)
        text = action.text if isinstance(action, Say) else self._texts.get(event.part, "")
        return Happened(event.kind, action, text, self._clock.event(event))


def _is_key(given: str) -> bool:
    return len(given) == 1 and given in KEYS


def play(menu: Menu, given: Iterable[str], options: MenuOptions | None = None) -> Player:
    """A call in which these came from outside, one after the other. Raises NotPossible for what cannot come."""
    player = Player(menu, options)
    for one in given:
        player.give(one)
    return player
