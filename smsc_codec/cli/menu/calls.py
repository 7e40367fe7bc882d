"""Transcripts as files, each with the menu it is about: found, read and played."""

from __future__ import annotations

import os
from collections.abc import Iterator
from time import perf_counter

from msgspec import Struct

from smsc_codec.cli import files
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.menu.source import menu_in
from smsc_codec.cli.settings import Configuration
from smsc_codec.diagnostics import CodecError, Finding, Label, Lines
from smsc_codec.linter.config import Settings
from smsc_codec.linter.gate import lint, located
from smsc_codec.linter.reports import FileReport, Style, discreet_report, in_language
from smsc_codec.payloads import KINDS, codec
from smsc_codec.payloads.call.events import sayable
from smsc_codec.payloads.call.model import Given, Transcript
from smsc_codec.payloads.call.playing import Misfit, Played, run
from smsc_codec.payloads.call.write import line
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.menu import Menu, MenuOptions

ENDING = ".call"
#: What came instead is shown line by line, so many lines at most.
_SHOWN = 12


class Trouble(CodecError):
    """A transcript cannot be played: there is no menu, or it cannot be read."""


class CallRun(Struct, frozen=True):
    """One transcript that was played: where its menu is, what does not go as it is told, and what it took."""

    name: str
    text: str
    menu_path: str
    menu: Menu
    whole: bool
    played: Played
    findings: tuple[Finding, ...]
    took: float


def menu_path(path: str, transcript: Transcript) -> str:
    """The file of the menu: the one that the transcript names, or the one beside it that has its name.

    Beside `a.busy.call` that is `a.busy.menu`, or `a.menu`. Raises Trouble, which says where it was looked for.
    """
    folder = os.path.dirname(path)
    if transcript.menu is not None:
        named = os.path.join(folder, transcript.menu.replace("/", os.sep))
        if not os.path.exists(named):
            raise Trouble(f"there is no menu '{relative_name(named)}'")
        return named
    looked: list[str] = []
    if path != "-":
        for stem in _stems(os.path.basename(path)):
            looked += [stem + end for end in KINDS["menu"][1] if end.startswith(".")]
        for name in looked:
            if os.path.exists(os.path.join(folder, name)):
                return os.path.join(folder, name)
    beside = f": no {', '.join(looked[:4])} beside it" if looked else ""
    raise Trouble(f"this call does not name its menu{beside}; write 'menu: FILE' at the top")


def _stems(name: str) -> Iterator[str]:
    stem = name[: -len(ENDING)] if name.lower().endswith(ENDING) else name
    while stem:
        yield stem
        stem = stem.rpartition(".")[0]


def find_menu(path: str, encoding: str | None = None) -> tuple[Menu, bool]:
    """The menu of a file, as far as it can be read, and whether that is all of it. Raises Trouble."""
    name = relative_name(path)
    try:
        menu, problems = menu_in(files.read(path, encoding).text)
    except files.Unreadable as error:
        raise Trouble(f"{name}: {error}") from None
    if menu is None or not menu.items:
        raise Trouble(f"{name}: this file has no menu to play")
    return menu, not problems


def partly_read(path: str) -> str:
    """What is said of a menu that could not be read as a whole."""
    name = relative_name(path)
    return f"{name}: not all of it could be read; 'smsc-codec lint {name}' says why"


def menu_options(configuration: Configuration) -> MenuOptions:
    """What the configuration says of menus."""
    options: MenuOptions = configuration.settings.options("menu", MenuOptions)
    return options


def play_file(path: str, configuration: Configuration, encoding: str | None = None) -> CallRun:
    """Read a transcript and play it. Raises files.Unreadable for the file, Trouble for its menu."""
    return play_text(path, files.read(path, encoding).text, configuration, encoding)


def play_text(path: str, text: str, configuration: Configuration, encoding: str | None = None) -> CallRun:
    """Play the transcript that stands in a file; one with problems is told of, and not played."""
    started = perf_counter()
    reading = codec("call").read(text)
    where = menu_path(path, reading.value)
    menu, whole = find_menu(where, encoding)
    if reading.problems:
        played = Played((), menu_options(configuration), frozenset(), frozenset(), (0.0, 0.0))
        found = lint(text, "call", Settings(select=("CAL",), ignore=("CAL006",)))
    else:
        played = run(reading.value, menu, menu_options(configuration))
        found = tuple(told(reading, misfit) for misfit in played.misfits)
    return CallRun(relative_name(path), text, where, menu, whole, played, found, perf_counter() - started)


def told(reading: Reading, misfit: Misfit) -> Finding:
    """What does not go as it is told, at its place in the transcript."""
    transcript: Transcript = reading.value
    span = reading.spans["steps", misfit.step]
    came = [line(sayable(one)) for one in misfit.came]
    if len(came) > _SHOWN:
        came = [*came[:_SHOWN], f"and {len(came) - _SHOWN} more"]
    before = next((n for n in reversed(range(misfit.step)) if isinstance(transcript.steps[n], Given)), None)
    labels = () if before is None else (Label(reading.spans["steps", before], "after this"),)
    notes = tuple(f"{'also' if misfit.more else 'instead'}: {one}" for one in came)
    finding = Finding("", "call-differs", "error", misfit.told, span, labels=labels, notes=notes)
    return located(reading.source, (finding,))[0]


def frames(call: CallRun, style: Style = Style()) -> str:  # noqa: B008  # frozen
    """What does not go as it is told, each drawn over the transcript, without any secret."""
    from smsc_codec.linter.reports.frame import frame

    report = discreet_report(FileReport(call.name, call.text, call.findings, shown=call.text))
    report = in_language(report, style.language)
    lines = Lines(report.text)
    return "\n".join(frame(report.path, lines, finding, style) for finding in report.findings)
