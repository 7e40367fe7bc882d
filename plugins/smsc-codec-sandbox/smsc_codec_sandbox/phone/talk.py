"""One call that somebody took: what was heard and pressed, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.payloads import menu
from smsc_codec.payloads.call.events import sayable, step_of
from smsc_codec.payloads.call.model import Given, Nothing, Step, Transcript
from smsc_codec.payloads.call.write import build, line
from smsc_codec.payloads.files import plain
from smsc_codec.payloads.menu.model import Menu
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.player import HUNG_UP, Happened, Player
from smsc_codec_sandbox.model import Message

#: A call goes on for so many steps; the machine of a menu may go in circles for ever.
MOST_STEPS = 1000


class Line(Struct, frozen=True):
    """One line of what happened: when, in seconds since the pick-up; what it is; in words; and what is spoken.

    `kind` is `given` for what came from outside, else that of an event: `say`, `dial`, `sms`, `notify`, `record`,
    `leave`, `unread`. `seconds` is how long it takes, at the least and at the most; `item` the key that it belongs to.
    """

    at: float
    kind: str
    words: str
    speech: str = ""
    seconds: tuple[float, float] = (0.0, 0.0)
    item: str = ""


class Talk:
    """A call from the pick-up on. `rehearsal` is one of which nothing becomes: the message has its last status."""

    def __init__(self, key: int, message: Message, now: float, *, rehearsal: bool) -> None:
        self.key = key
        self.message = message
        self.rehearsal = rehearsal
        self.began = now
        self.lines: list[Line] = []
        self._steps: list[Step] = []
        read = menu.read(message.text).value
        self.has_menu = read is not None
        # A text without a menu is spoken, and the call is over.
        self.menu = Menu(start_text=message.text) if read is None else read
        self._player = Player(self.menu, MenuOptions())
        self.happened: tuple[Happened, ...] = self._player.began
        self._note(self.happened, now)
        if not self.has_menu:
            self._player.over = True

    @property
    def over(self) -> bool:
        """Whether the call is over."""
        return self._player.over

    @property
    def possible(self) -> tuple[str, ...]:
        """What can come from outside now."""
        return self._player.possible

    @property
    def place(self) -> dict[str, str]:
        """Where the caller is: what the call waits for, in which menu, at which item."""
        state = self._player.state
        return {"at": "left" if self.over else state.at, "menu": state.menu, "item": state.key}

    def give(self, given: str, now: float) -> tuple[Happened, ...]:
        """What happens when a key is pressed or something else comes from outside. Raises NotPossible."""
        if len(self._steps) >= MOST_STEPS:
            given = HUNG_UP
        came = self._player.give(given)
        self.lines.append(Line(now - self.began, "given", given))
        self._steps.append(Given(given))
        self._note(came, now)
        if not came and given != HUNG_UP:
            self._steps.append(Nothing())
        return came

    def _note(self, came: tuple[Happened, ...], now: float) -> None:
        for one, item in zip(came, self.items(came), strict=True):
            step = step_of(one)
            if step is None:
                continue
            said = sayable(step)
            self._steps.append(said)
            spoken = plain(one.text).strip() if one.kind in ("say", "leave") else ""
            self.lines.append(Line(now - self.began, one.kind, line(said), spoken, one.seconds, item))

    def items(self, came: tuple[Happened, ...]) -> Iterator[str]:
        """The key that each belongs to; empty for the texts around the items."""
        keys = {id(item.action): item.key for item in self.menu.items}
        for one in came:
            yield keys.get(id(one.action), "")

    def transcript(self) -> str:
        """The call as a `.call` file beside the menu's own file of the same name. Raises BuildError."""
        return build(Transcript(steps=tuple(self._steps))) + "\n"
