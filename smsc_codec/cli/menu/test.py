"""`smsc-codec menu test`: transcripts of calls, played against their menus."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import discover, globs_of, relative_name
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.cli.writing import write
from smsc_codec.linter.registry import ConfigError

if TYPE_CHECKING:
    from smsc_codec.cli.menu.calls import CallRun
    from smsc_codec.cli.menu.junit import Case
    from smsc_codec.payloads.call.playing import Covered


@click.command("test")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--update", is_flag=True, help="Update lines that do not match with what the menus do now.")
@click.option("--cover", type=click.FloatRange(0, 100), metavar="PERCENT",
              help="Show how much of each menu was covered; fail if it is less.")  # fmt: skip
@click.option("--junit", type=click.Path(dir_okay=False, writable=True), metavar="FILE",
              help="Write the results as JUnit XML for CI systems.")  # fmt: skip
@click.option(
    "--config", type=click.Path(), metavar="FILE", help="The configuration to use instead of the nearest one."
)
@encoding_option("The files' encoding.")
def command(
    paths: tuple[str, ...],
    update: bool,
    cover: float | None,
    junit: str | None,
    config: str | None,
    encoding: str | None,
) -> int:
    """Play transcripts of calls against their menus.

    A transcript (`.call`) belongs to the menu in its line `menu: FILE`, or to the menu of the same name in its
    folder. Folders are searched for transcripts.

    \b
    Examples:
      smsc-codec menu test calls/
      smsc-codec menu test --cover 90 --junit calls.xml calls/
      smsc-codec menu test --update calls/nobody.call

    Exit codes: 0 all calls go as written; 1 some do not, cannot be played or cover too little; 2 usage or
    configuration.
    """
    try:
        run = Run(load(config), encoding, update=update)
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    names = list(run.walk(paths))
    if not names:
        terminal.say("no calls to play: there is no file that ends in .call")
        return FINDINGS
    for path, name in names:
        run.play(path, name)
    if cover is not None:
        run.covered(cover)
    run.sentence()
    if junit is not None:
        from smsc_codec.cli.menu.junit import written

        try:
            with open(junit, "w", encoding="utf-8", newline="\n") as file:
                file.write(written("smsc-codec menu test", run.cases))
        except OSError as error:
            terminal.say(f"{junit}: not written: {error.strerror or error}")
            return USAGE
    return FINDINGS if run.failed else CLEAN


class Run:
    """One run over all transcripts; what is found is shown as it comes."""

    def __init__(self, configuration: Configuration, encoding: str | None, *, update: bool) -> None:
        from smsc_codec.linter.reports import Style

        self.configuration = configuration
        self.encoding = encoding
        self.update = update
        self.cases: list[Case] = []
        self._played: dict[str, list[CallRun]] = {}
        self._style = Style(
            terminal.has_color(sys.stdout, "auto"), terminal.width(sys.stdout), terminal.language()
        )

    @property
    def failed(self) -> bool:
        """Whether anything was not as it should be."""
        return any(case.failure for case in self.cases)

    def walk(self, paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The transcripts that the paths name, each as the system and as people know it."""
        settings = self.configuration.settings
        globs = globs_of(settings, self.configuration.folder)
        for file in discover(paths, globs)[0]:
            if file.given or file.path.lower().endswith(".call") or not os.path.isfile(file.path):
                yield file.path, file.name

    def play(self, path: str, name: str) -> None:
        """Play one transcript and show what does not go as it is told."""
        from smsc_codec.cli.menu.calls import Trouble, frames, partly_read, play_text
        from smsc_codec.cli.menu.junit import Case

        try:
            source = files.read(path, self.encoding)
            if source.note:
                terminal.say(f"{name}: {source.note}")
            done = play_text(path, source.text, self.configuration, self.encoding)
            if self.update:
                done = self._updated(path, name, source, done)
        except (files.Unreadable, Trouble) as error:
            print(self._unread(name, str(error)))
            self.cases.append(Case(os.path.basename(name), name, failure=str(error), error=True))
            return
        calls = self._played.setdefault(os.path.realpath(done.menu_path), [])
        if not (calls or done.whole):
            terminal.say(partly_read(done.menu_path))
        calls.append(done)
        if not done.findings:
            self.cases.append(Case(os.path.basename(name), name, done.took))
            return
        first, plain = done.findings[0], frames(done)
        print(frames(done, self._style))
        told = f"line {first.line}, column {first.column}: {first.message}"
        self.cases.append(Case(os.path.basename(name), name, done.took, told, plain, line=first.line))

    def _updated(self, path: str, name: str, source: files.Source, done: CallRun) -> CallRun:
        from smsc_codec.cli.menu.calls import menu_options, play_text
        from smsc_codec.payloads.call.update import updated

        text, _ = updated(source.text, done.menu, menu_options(self.configuration))
        if path == "-":
            write(path, source, text)
        elif text != source.text:
            write(path, source, text)
            terminal.say(f"{name}: written")
        return play_text(path, text, self.configuration, self.encoding)

    def _unread(self, name: str, reason: str) -> str:
        from smsc_codec.linter.reports.frame import unread

        return unread(name, terminal.spoken(reason), self._style)

    def covered(self, least: float) -> None:
        """Say how much of each menu was covered, and what is missing where it is less than it should be."""
        from smsc_codec.cli.menu.junit import Case
        from smsc_codec.payloads.call.playing import covered

        for calls in self._played.values():
            found = covered(calls[0].menu, [call.played for call in calls])
            name = relative_name(calls[0].menu_path)
            line = f"{name}: {terminal.spoken(_in_words(found))}"
            print(terminal.plain(line))
            enough = found.percent >= least
            missing = [*(f"item {one}" for one in found.missing_items), *found.missing_edges]
            if not enough:
                for one in missing:
                    print(f"  {terminal.plain(terminal.spoken(f'not covered: {one}'))}")
            told = "" if enough else f"{_in_words(found)}: less than {least:g} %"
            self.cases.append(Case("coverage", name, failure=told, details="\n".join([told, *missing])))

    def sentence(self) -> None:
        """Say how many calls go as they are told."""
        from smsc_codec.linter.reports.totals import plural

        calls = [case for case in self.cases if case.name != "coverage"]
        wrong = sum(bool(case.failure) and not case.error for case in calls)
        broken = sum(case.error for case in calls)
        line = f"{plural(len(calls), 'call')}: {len(calls) - wrong - broken} as told"
        line += f", {wrong} not" if wrong else ""
        print(terminal.spoken(line + (f", {broken} cannot be played" if broken else "")))


def _in_words(found: Covered) -> str:
    percent = int(found.percent * 10) / 10  # never more than there is
    return (
        f"{found.items} of {found.all_items} items, {found.edges} of {found.all_edges} edges ({percent:g} %)"
    )
