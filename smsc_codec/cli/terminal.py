"""What the terminal can show, and saying things on it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from smsc_codec.lazy import regex
from smsc_codec.linter.words import Language, of_locale, said, said_of


def prepare() -> None:
    """Make the standard streams print any character: UTF-8 where possible, escapes where not. Speak the locale's."""
    _Speech.asked = _Speech.configured = None
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller (`>&-`)
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        # A file or a pipe gets UTF-8 whatever the locale; a console keeps its encoding, with escapes for the rest.
        # Line ends are those of the texts, on Windows too.
        reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace", newline="\n")


def mute(*descriptors: int) -> None:
    """Let what is still to be written to these file descriptors go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)


def has_color(stream: TextIO, when: str) -> bool:
    """Whether to colour: asked for, or a terminal that does not refuse (NO_COLOR, FORCE_COLOR, TERM=dumb)."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


#: Variables that terminals set which show links, and programs that do so by the name they give themselves.
_LINKING = (
    "WT_SESSION",
    "KONSOLE_VERSION",
    "KITTY_WINDOW_ID",
    "WEZTERM_PANE",
    "DOMTERM",
    "GHOSTTY_RESOURCES_DIR",
)
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby")
_LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")


def has_links(stream: TextIO, color: str) -> bool:
    """Whether links (OSC 8) are shown: on a terminal known to have them, where colour is not refused.

    FORCE_HYPERLINK says it for others, or with 0 for none. What shows a link that it does not know shows its signs, so
    that none is written where nobody knows.
    """
    forced = os.environ.get("FORCE_HYPERLINK")
    if color == "never" or not stream.isatty():
        return False
    if forced:
        return forced != "0"
    if (
        not has_color(stream, color)
        or os.environ.get("TMUX")
        or os.environ.get("TERM", "").startswith("screen")
    ):
        return False
    version = os.environ.get("VTE_VERSION", "")
    return (
        (version.isdecimal() and int(version[:6]) >= 5000)
        or any(os.environ.get(name) for name in _LINKING)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM", "").startswith(_LINKING_TERMS)
    )


def width(stream: TextIO) -> int | None:
    """The columns of the terminal, or None where output is not to be fitted to one."""
    columns = os.environ.get("COLUMNS", "")
    if said := int(columns[:6]) if columns.isdecimal() else 0:
        return said
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):  # no terminal
        return None


_QUOTED = regex(r"'[^'\n]+'")


class _Speech:
    """The language that was asked for, and the one that is configured; the locale's where neither is."""

    asked: Language | None = None
    configured: Language | None = None


def speak(*, asked: Language | None = None, configured: Language | None = None) -> None:
    """Say everything from now on in the language that was asked for, or else in the one that is configured."""
    _Speech.asked = asked or _Speech.asked
    _Speech.configured = configured or _Speech.configured


def asked() -> Language | None:
    """The language that was asked for by `--lang`."""
    return _Speech.asked


def language() -> Language:
    """The language of all that is said."""
    return _Speech.asked or _Speech.configured or of_locale(os.environ)


def spoken(text: str) -> str:
    """A sentence of a report in the language of all that is said."""
    return said(text, language())


def say(text: str) -> None:
    """A line to the person, beside what the command prints."""
    print(f"smsc-codec: {plain(discreet(said_of(text, language())))}", file=sys.stderr)


def discreet(told: str) -> str:
    """What is told of a call, without the secrets of what it quotes: our own words may name some, and hold none."""
    if "'" not in told:
        return told
    from smsc_codec.secrets import blotted

    return _QUOTED.sub(lambda match: blotted(match.group()), told)


def plain(text: str) -> str:
    """The text with nothing in it that a terminal or a CI log would obey, as the name of a file may hold."""
    if text.isprintable() and "##" not in text:
        return text
    from smsc_codec.linter.reports.width import visible

    return visible(text)


def line(text: str) -> str:
    """The same, as a line of its own."""
    from smsc_codec.linter.reports import harmless

    return harmless(plain(text))


class Progress:
    """A line that says how far a long run is; shown on a terminal only, and gone when it ends."""

    def __init__(self, least: int = 200) -> None:
        self._least = least
        self._shown = False

    def step(self, number: int, total: int) -> None:
        """Say that `number` of the files are done."""
        if total >= self._least and number % 25 == 0:
            self._show(f"{number} of {total} files")

    def lines(self, name: str, number: int) -> None:
        """Say that a large file is done up to a line."""
        self._show(f"{plain(name)}: line {number}")

    def say(self, text: str) -> None:
        """Say something that is no part of the report."""
        self.clear()
        say(text)

    def _show(self, text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
            self._shown = True

    def clear(self) -> None:
        """Take the line away, if it is there."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False
