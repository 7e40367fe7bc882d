"""The baseline of a run: the file with the findings that are known, and how it is written anew."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from smsc_codec.cli import terminal
from smsc_codec.cli.asked import Request
from smsc_codec.cli.discover import Found, relative_name
from smsc_codec.cli.files import Unreadable, read
from smsc_codec.cli.outputs import Output
from smsc_codec.cli.settings import Configuration
from smsc_codec.linter.baseline import Baseline
from smsc_codec.linter.line import Line
from smsc_codec.linter.registry import ConfigError
from smsc_codec.linter.reports import FileReport


def baseline_of(request: Request, configuration: Configuration, line: Line) -> Known:
    """The baseline that is asked for or configured. Raises ConfigError where none is, or it cannot be read."""
    path = request.baseline
    if path is None and line.settings.baseline:
        path = os.path.join(configuration.folder, line.settings.baseline)
    if path:
        return Known(path, line, new=request.update_baseline, quiet=request.quiet)
    raise ConfigError(
        "--update-baseline", "no baseline file; use '--baseline FILE' or 'baseline' in the configuration"
    )


class Known:
    """The baseline in a file. Paths in it are relative to the file's folder."""

    def __init__(self, path: str, line: Line, *, new: bool, quiet: bool = False) -> None:
        self._path, self._line, self._quiet = path, line, quiet
        self._folder = os.path.dirname(path) or "."
        text = ""
        if os.path.exists(path) or not new:
            try:
                text = read(path, "utf-8").text
            except Unreadable as error:
                hint = "" if os.path.exists(path) else "; '--update-baseline' makes one"
                raise ConfigError("baseline", f"'{path}': {error}{hint}") from None
            if not text.strip():
                raise ConfigError("baseline", f"'{path}': not a baseline: the file is empty")
        self._baseline = Baseline(text, f"baseline: '{path}'")

    def left(self, file: Found, reports: Iterable[FileReport], name: str | None) -> Iterator[FileReport]:
        """The reports on a file without what is known; `name` is what standard input is called."""
        path = file.path if file.path != "-" else name
        if path is None:
            if not self._quiet:
                terminal.say(
                    "baseline: standard input has no name there, so that nothing is hidden; "
                    "'--stdin-filename PATH' gives it one"
                )
            yield from reports
            return
        known = self._called(path)
        for report in reports:
            yield self._baseline.left(known, report)

    @property
    def path(self) -> str:
        """The baseline's file."""
        return self._path

    def gone(self) -> Iterator[FileReport]:
        """The report on the baseline itself, where that has something to say."""
        if self._line.runs("SUP002"):
            found = self._line.severities.told(self._baseline.gone(self._line.runs, self._exists))
            if found:
                yield FileReport(relative_name(self._path), self._baseline.text, found)

    def update(self, reports: Iterable[FileReport]) -> bool:
        """Write what is found now; gives whether every file could be read. Raises ConfigError where it cannot."""
        whole = True
        for report in reports:
            if report.failure is not None:
                whole = False
                terminal.say(f"{report.path}: {report.failure}")
        text = self._baseline.updated(self._line.runs, self._exists)
        try:
            if text != self._baseline.text:
                with Output(self._path) as file:
                    file.write(text)
        except Unreadable as error:
            raise ConfigError("baseline", f"'{self._path}': {error}") from None
        now, new, gone = self._baseline.counts()
        terminal.say(f"{relative_name(self._path)}: {now} in the baseline now: {new} new, {gone} gone")
        return whole

    def _called(self, path: str) -> str:
        """How a file is called in the baseline, from wherever it is linted."""
        try:
            return os.path.relpath(path, self._folder).replace(os.sep, "/")
        except (ValueError, OSError):  # another drive; the current folder was removed
            return path.replace(os.sep, "/")

    def _exists(self, path: str) -> bool:
        return os.path.exists(os.path.join(self._folder, path))
