"""How far a long run is: a line on a terminal with lines a second and the time that is left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

_EVERY = 0.2  # seconds


class Progress:
    """Counts what is done of so many octets, or of rows, and shows it on standard error where that is a terminal.

    ::

        with Progress("lint", total=size) as progress:
            for done in engine.each(work, slices):
                progress.done(done.size, done.lines)
    """

    def __init__(
        self,
        what: str,
        total: int,
        *,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._what = what
        self._total = total
        self._stream = stream or sys.stderr
        self._clock = clock
        self._began = self._shown_at = clock()
        self._size = self._lines = 0
        self._shown = False

    def done(self, size: int, lines: int) -> None:
        """Count so much of the total as done, which held so many lines."""
        self._size += size
        self._lines += lines
        now = self._clock()
        if now - self._shown_at >= _EVERY and self._stream.isatty():
            self._shown_at = now
            self._shown = True
            print(f"\r{self.said(now - self._began)}\x1b[K", end="", file=self._stream, flush=True)

    def said(self, seconds: float) -> str:
        """What the line says after so many seconds."""
        part = min(1.0, self._size / self._total) if self._total else 1.0
        rate = self._lines / seconds if seconds else 0
        left = f", {_in_words(seconds / part - seconds)} left" if 0 < part < 1 else ""
        return f"{self._what} {part:4.0%}  {self._lines:,} lines, {rate:,.0f} a second{left}"

    def clear(self) -> None:
        """Take the line away, if it is there."""
        if self._shown:
            print("\r\x1b[K", end="", file=self._stream, flush=True)
            self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()


def _in_words(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
