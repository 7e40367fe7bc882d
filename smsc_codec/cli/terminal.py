"""What the terminal can show, and saying things on it."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def prepare() -> None:
    """Make the standard streams print any character: UTF-8 where possible, escapes where not."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        tty = stream.isatty()
        # A file or a pipe gets UTF-8 whatever the locale; a console keeps its encoding, with escapes for the rest.
        reconfigure(encoding=None if tty or encoding == "utf8" else "utf-8", errors="backslashreplace")


def has_color(stream: TextIO, when: str) -> bool:
    """Whether to colour: asked for, or a terminal that does not refuse (NO_COLOR, FORCE_COLOR, TERM=dumb)."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int | None:
    """The columns of the terminal, or None where output is not to be fitted to one."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else None
    except (OSError, ValueError):
        return None


def say(text: str) -> None:
    """A line to the person, beside what the command prints."""
    print(f"smsc-codec: {text}", file=sys.stderr)


class Progress:
    """A line that says how far a long run is; shown on a terminal only, and gone when it ends."""

    def __init__(self, total: int, least: int = 200) -> None:
        self._total = total
        self._shown = total >= least and sys.stderr.isatty()

    def step(self, number: int) -> None:
        """Say that `number` of the files are done."""
        if self._shown and number % 25 == 0:
            print(f"\r{number} of {self._total} files", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
