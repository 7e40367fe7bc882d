"""How long things take, in seconds, as a range: nobody knows how fast the service speaks."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.lazy import regex
from smsc_codec.payloads.files import Speech, plain
from smsc_codec.payloads.menu.caller.machine import END_TEXT, MENU_TEXT, START_TEXT, Event, Machine
from smsc_codec.payloads.menu.model import Call, Menu, Record, Say
from smsc_codec.payloads.menu.options import MenuOptions

#: IVR-7, IVR-9: seconds where a menu does not say.
DEFAULT_WAIT, DEFAULT_RECORD = 120, 30
#: So much faster or slower than `characters-per-second` a voice may be.
SPREAD = 0.15

_LATIN, _CYRILLIC = regex("[A-Za-z]+"), regex("[\u0400-\u04ff]+")
Range = tuple[float, float]
NOTHING: Range = (0.0, 0.0)


class Characters(Struct, frozen=True):
    """How many characters of a text are spoken in each language; signs and digits go with the letters around them."""

    russian: int
    english: int

    def seconds(self, russian: float, english: float) -> float:
        """How long they take at so many characters a second; no time at all where no speed is given."""
        return self.russian / russian + self.english / english if russian > 0 else 0.0


def characters(speech: Speech) -> Characters:
    """What is spoken of a text; files are left out, for their length is not known."""
    words = plain(speech).strip()
    latin = sum(map(len, _LATIN.findall(words)))
    if not latin:
        return Characters(len(words), 0)
    cyrillic = sum(map(len, _CYRILLIC.findall(words)))
    english = round(len(words) * latin / (latin + cyrillic))
    return Characters(len(words) - english, english)


def spoken(speech: Speech, russian: float, english: float) -> Range:
    """How long a text takes at so many characters a second, from a quick voice to a slow one."""
    seconds = characters(speech).seconds(russian, english)
    return seconds * (1 - SPREAD), seconds * (1 + SPREAD)


def speeds_of(options: MenuOptions) -> tuple[float, float]:
    """The characters a second in Russian and in English."""
    speed, english = options.characters_per_second, options.english_characters_per_second
    return speed, english if english > 0 else speed


class Clock:
    """How long each event of one menu takes."""

    def __init__(self, menu: Menu, machine: Machine) -> None:
        speeds = speeds_of(machine.options)
        self._around = {
            START_TEXT: spoken(menu.start_text, *speeds),
            MENU_TEXT: spoken(menu.menu_text, *speeds),
            END_TEXT: spoken(menu.end_text, *speeds),
        }
        self._items = [self._item(action, *speeds) for action in (item.action for item in machine.items)]

    @staticmethod
    def _item(action: object, speed: float, english: float) -> Range:
        if isinstance(action, Say):
            return spoken(action.text, speed, english)
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
