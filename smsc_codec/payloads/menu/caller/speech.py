"""How long things take, in seconds, as a range: nobody knows how fast the service speaks."""

from __future__ import annotations

from smsc_codec.payloads.files import Speech, plain
from smsc_codec.payloads.menu.caller.machine import END_TEXT, MENU_TEXT, START_TEXT, Event, Machine
from smsc_codec.payloads.menu.model import Call, Menu, Record, Say

#: IVR-7, IVR-9: seconds where a menu does not say.
DEFAULT_WAIT, DEFAULT_RECORD = 120, 30
#: So much faster or slower than `characters-per-second` a voice may be.
SPREAD = 0.15

Range = tuple[float, float]
NOTHING: Range = (0.0, 0.0)


def spoken(speech: Speech, characters_per_second: float) -> Range:
    """How long a text takes; files are left out, for their length is not known."""
    seconds = len(plain(speech).strip()) / characters_per_second if characters_per_second > 0 else 0.0
    return seconds * (1 - SPREAD), seconds * (1 + SPREAD)


class Clock:
    """How long each event of one menu takes."""

    def __init__(self, menu: Menu, machine: Machine) -> None:
        speed = machine.options.characters_per_second
        self._around = {
            START_TEXT: spoken(menu.start_text, speed),
            MENU_TEXT: spoken(menu.menu_text, speed),
            END_TEXT: spoken(menu.end_text, speed),
        }
        self._items = [self._item(action, speed) for action in (item.action for item in machine.items)]

    @staticmethod
    def _item(action: object, speed: float) -> Range:
        if isinstance(action, Say):
            return spoken(action.text, speed)
        if isinstance(action, Record):
            return 0.0, float(DEFAULT_RECORD if action.seconds is None else action.seconds)
        if isinstance(action, Call):  # ringing: a talk has no known length
            return 0.0, float(DEFAULT_WAIT if action.wait is None else action.wait)
        return NOTHING

    def event(self, event: Event) -> Range:
        """The shortest and the longest that an event takes."""
        return self._around[event.part] if event.part < 0 else self._items[event.part]

    def events(self, events: tuple[Event, ...]) -> Range:
        """The same of several, one after the other."""
        low = high = 0.0
        for event in events:
            least, most = self.event(event)
            low += least
            high += most
        return low, high
