"""What a person does in a call that is played: single keys on a terminal, lines where there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from smsc_codec.lazy import compiled
from smsc_codec.payloads.call.model import OUTCOMES

#: On a terminal a letter stands for what has no key on a phone; every outcome begins with another one.
LETTERS = {outcome[0]: outcome for outcome in OUTCOMES}
_PHONE = "0123456789*#"
#: A key such as an arrow comes as several characters.
_SEQUENCE = compiled(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)", re.DOTALL)
#: End of the transmission, escape with nothing behind it, and what people press to get out.
_OUT = ("\x04", "\x1b", "q", "Q")


class Source(Protocol):
    """Where the next thing from outside comes from."""

    def next(self, possible: Sequence[str]) -> str | None:
        """A key of the phone or an outcome, whether it is possible or not; None when nothing more will come."""


class LineSource:
    """Lines of a text: a key or an outcome each, as a transcript has them; its other lines are passed over."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def next(self, possible: Sequence[str]) -> str | None:
        """The next line that says something."""
        for line in self._lines:
            words = " ".join(line.split())
            if words.startswith("<"):
                return words[1:].strip()
            if words == "#" or (words and words[0] not in "#>" and ":" not in words):
                return words
        return None


class KeySource:
    """Single keys, as they are pressed. To be used inside `raw`."""

    def __init__(self) -> None:
        self._waiting = ""

    def next(self, possible: Sequence[str]) -> str | None:
        """The next key that means something; others are passed over."""
        while True:
            if not self._waiting:
                self._waiting = _pressed()
            pressed = self._waiting
            if not pressed or pressed in _OUT:
                return None
            if sequence := _SEQUENCE.match(pressed):
                self._waiting = pressed[sequence.end() :]
                continue
            key, self._waiting = pressed[0], pressed[1:]
            if key in _PHONE:
                return key
            if key in _OUT:
                return None
            if key.lower() in LETTERS:
                return LETTERS[key.lower()]


if sys.platform == "win32":

    @contextmanager
    def raw() -> Iterator[None]:
        """A console gives single keys as it is."""
        yield

    def _pressed() -> str:
        import msvcrt

        key = msvcrt.getwch()
        if key in "\x00\xe0":  # a key such as an arrow comes as two characters
            return "\x1b" + msvcrt.getwch()
        if key == "\x03":
            raise KeyboardInterrupt
        return "\x04" if key == "\x1a" else key

else:

    @contextmanager
    def raw() -> Iterator[None]:
        """Let the terminal give single keys, unseen; it is as it was afterwards, whatever happens."""
        import termios
        import tty

        before = termios.tcgetattr(sys.stdin.fileno())
        try:
            tty.setcbreak(sys.stdin.fileno())
            yield
        finally:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)

    def _pressed() -> str:
        return os.read(sys.stdin.fileno(), 64).decode("utf-8", "ignore") or "\x04"
