"""A lint run: files to findings to a report and an exit code. Knows nothing of how the command line is parsed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, structs

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import Found, Globs, discover, nothing_in, relative_name
from smsc_codec.cli.large import Large, large
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.cli.trouble import show_broken_packages
from smsc_codec.cli.writing import write
from smsc_codec.diagnostics import SEVERITIES, Finding
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter, running
from smsc_codec.linter.kinds import ending, kind_of
from smsc_codec.linter.registry import ConfigError, all_rules, check_selectors
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.linter.selectors import equal
from smsc_codec.linter.suppressions import Suppressions, unused_suppression
from smsc_codec.payloads import codec
from smsc_codec.plugins import PluginError
from smsc_codec.rules import Rule


class Request(Struct, frozen=True, kw_only=True):
    """What was asked for on the command line; None leaves a setting to the configuration."""

    paths: tuple[str, ...]
    stdin_filename: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    format: str | None = None
    fail_on: str | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    kind: str | None = None
    encoding: str | None = None
    config: str | None = None
    isolated: bool = False
    explain_kind: bool = False
    statistics: bool = False
    color: str = "auto"
    quiet: bool = False
    #: Options of languages, by their kinds, in place of the configuration's.
    languages: Mapping[str, Any] = {}


def lint(request: Request) -> int:
    """Lint, print the report, and give the exit code: 0 clean, 1 findings or an unreadable file, 2 configuration.

    A package of somebody else's that is broken counts as configuration, and all other files are linted.
    """
    try:
        configuration = load(request.config, isolated=request.isolated)
        terminal.speak(configured=configuration.settings.lang)
        run = Run(request, configuration)
        return show_broken_packages(run.explain() if request.explain_kind else run.report())
    except ConfigError as error:
        terminal.say(str(error))
        return show_broken_packages(USAGE)


class Run:
    """One run over all files. Files are linted one after the other as the report asks for them."""

    def __init__(self, request: Request, configuration: Configuration) -> None:
        self.request = request
        self.configuration = configuration
        self.rules = all_rules()
        self.settings = _settings(request, configuration.settings, self.rules)
        source = os.path.basename(configuration.path)
        for selectors, where in (
            (request.select, "--select"),
            (request.ignore, "--ignore"),
            (configuration.settings.select, f"{source}: select"),
            (configuration.settings.ignore, f"{source}: ignore"),
        ):
            check_selectors(selectors, self.rules, where, items=False)
        for glob, selectors in self.settings.per_file_ignores.items():
            check_selectors(selectors, self.rules, f"{source}: per-file-ignores.{glob}")
        self.suppressions = Suppressions(self.settings.per_file_ignores)
        self._linters: dict[str, Linter] = {}
        self._progress = terminal.Progress()
        self._failed = False
        self._empty: list[str] = []
        self._fixed = 0
        self._counts: dict[str, int] = {}

    def explain(self) -> int:
        """Say what each file is taken for, and why."""
        for file in self._files():
            try:
                kind, why = self._kind(file, files.read(file.path, self.request.encoding).text)
                print(terminal.line(f"{file.name}: {kind} ({why})"))
            except (files.Unreadable, PluginError) as error:
                print(terminal.line(f"{file.name}: {error}"))
                self._failed = True
        return self._code()

    def report(self) -> int:
        """Lint every file and print the report in the format that was asked for."""
        # With --fix on standard input, or --diff, standard output is the text: the report goes beside it.
        beside = self.request.diff or (self.request.fix and "-" in self.request.paths)
        stream = sys.stderr if beside else sys.stdout
        style = Style(
            terminal.has_color(stream, self.request.color), terminal.width(stream), terminal.language()
        )
        from smsc_codec import __version__

        pieces = render(
            self.settings.format, self._reports(), style=style, rules=self.rules, version=__version__
        )
        for piece in pieces:
            self._progress.clear()
            stream.write(piece)
        if self.request.fix and not (self.request.diff or self.request.quiet):
            from smsc_codec.linter.reports.totals import plural

            terminal.say(f"{plural(self._fixed, 'problem')} fixed")
        if self.request.statistics:
            for code in sorted(self._counts, key=lambda code: (-self._counts[code], code)):
                print(f"{self._counts[code]:6} {code} {self.rules[code].name}", file=sys.stderr)
        return self._code()

    def _code(self) -> int:
        return USAGE if self._empty else FINDINGS if self._failed else CLEAN

    def _reports(self) -> Iterator[FileReport]:
        found = self._files()
        for number, file in enumerate(found):
            self._progress.step(number, len(found))
            try:
                for report in self._file(file):
                    yield self._noted(report)
            except PluginError as error:
                yield self._noted(FileReport(file.name, failure=str(error)))
        self._progress.clear()
        if self.settings.per_file_ignores:
            yield from self._leftovers()

    def _leftovers(self) -> Iterator[FileReport]:
        if not running([unused_suppression], self.settings):
            return
        text = self.configuration.text
        skipped: list[Rule] = []
        if self.settings is not self.configuration.settings:
            rules = list(self.rules.values())
            now = running(rules, self.settings)
            skipped = [rule for rule in running(rules, self.configuration.settings) if rule not in now]
        unused = self.suppressions.unused(text, skipped)
        if unused:
            yield self._noted(FileReport(relative_name(self.configuration.path), text, unused))

    def _noted(self, report: FileReport) -> FileReport:
        """The report, after taking it into account for the exit code."""
        self._failed |= report.failure is not None
        if self.settings.fail_on != "never":
            limit = SEVERITIES[self.settings.fail_on]
            self._failed |= any(SEVERITIES[finding.severity] <= limit for finding in report.findings)
        if self.request.statistics:
            for finding in report.findings:
                self._counts[finding.code] = self._counts.get(finding.code, 0) + 1
        return report if report.findings else structs.replace(report, text="")

    def _files(self) -> list[Found]:
        """The files; folders in which there is none are told of."""
        settings = self.settings
        globs = Globs(settings.include, settings.exclude, self.configuration.folder, bool(self.request.kind))
        found, self._empty = discover(self.request.paths, globs, self.request.stdin_filename)
        for folder in self._empty:
            terminal.say(nothing_in(folder))
        return found

    def _kind(self, file: Found, text: str) -> tuple[str, str]:
        # In a folder an ending that says another kind goes before what is asked for.
        asked = self.request.kind if file.given or not ending(file.known) else None
        return kind_of(file.known, text, globs=self.settings.kinds, asked=asked)

    def _linter(self, kind: str) -> Linter:
        linter = self._linters.get(kind)
        if linter is None:
            linter = self._linters[kind] = Linter(codec(kind), self.settings)
        return linter

    def _file(self, found: Found) -> Iterator[FileReport]:
        """What is found in a file: one report, or one a block of a large file whose kind is read so."""
        path, name = found.path, found.name
        mending = self.request.fix or self.request.diff
        try:
            with files.opened(path) as file:
                stream = None if mending else large(file, self.request.encoding)
                if stream:
                    linter = self._linter(self._kind(found, stream.beginning())[0])
                    if linter.streams:
                        self._remark(name, stream.note)
                        yield from self._blocks(found, linter, stream)
                        return
                file.seek(0)
                source = files.decode(file.read(), self.request.encoding)
        except files.Unreadable as error:
            yield FileReport(name, failure=str(error))
            return
        self._remark(name, source.note)
        linter = self._linter(self._kind(found, source.text)[0])

        findings = self._kept(found, *linter.check(source.text, source.encoding))
        if mending and any(finding.fixes for finding in findings):
            yield self._mended(found, source, linter, findings)
            return
        if mending and not self.request.diff and path == "-":
            write(path, source, source.text)
        yield FileReport(name, source.text, findings, shown=linter.shown(source.text))

    def _blocks(self, file: Found, linter: Linter, stream: Large) -> Iterator[FileReport]:
        for findings, context in linter.stream(stream.pieces()):
            self._progress.lines(file.name, context.first_line)
            kept = self._kept(file, findings, context)
            yield FileReport(file.name, context.source, kept, first_line=context.first_line)
        self._progress.clear()

    def _kept(
        self, file: Found, findings: tuple[Finding, ...], context: Any, *, noted: bool = True
    ) -> tuple[Finding, ...]:
        item_at = getattr(context, "item_at", None)
        return self.suppressions.kept(file.known, findings, self.rules, item_at, noted=noted)

    def _remark(self, name: str, note: str) -> None:
        if note and not self.request.quiet:
            self._progress.clear()
            terminal.say(f"{name}: {note}")

    def _mended(
        self, file: Found, source: files.Source, linter: Linter, found: tuple[Finding, ...]
    ) -> FileReport:
        path, name = file.path, file.name
        from smsc_codec.linter.fixes import Seen, diff, fix

        def look(text: str) -> Seen:
            seen, context = linter.look(text, source.encoding)
            told, hidden = (
                self._kept(file, some, context, noted=False) for some in (seen.findings, seen.hidden)
            )
            return structs.replace(seen, findings=told, hidden=hidden)

        fixed = fix(source.text, look, unsafe=self.settings.unsafe_fixes)
        if self.request.diff:
            changes = diff(name, source.text, fixed.text)
            self._failed |= bool(changes)
            self._progress.clear()
            sys.stdout.write(changes)
            return FileReport(name, source.text, found, shown=linter.shown(source.text))
        if path == "-" or fixed.text != source.text:
            try:
                write(path, source, fixed.text)
            except files.Unreadable as error:
                self._failed = True
                self._progress.clear()
                terminal.say(f"{name}: {error}")
                if path == "-":  # what takes our output in place of its text must not lose the text
                    write(path, source, source.text)
                return FileReport(name, source.text, found, shown=linter.shown(source.text))
            self._fixed += fixed.applied
        return FileReport(name, fixed.text, fixed.remaining, shown=linter.shown(fixed.text))


def _settings(request: Request, settings: Settings, rules: Mapping[str, Rule]) -> Settings:
    """The configuration's settings with what was asked for on the command line."""
    changes: dict[str, Any] = {}
    ignore = settings.ignore
    if request.select:
        changes["select"] = request.select
        # What is asked for here and now runs, unless the configuration ignores it more exactly.
        ignore = tuple(i for i in ignore if not any(equal(i, s, rules.values()) for s in request.select))
    if request.select or request.ignore:
        changes["ignore"] = (*ignore, *request.ignore)
    for name in ("profile", "format", "fail_on"):
        if getattr(request, name):
            changes[name] = getattr(request, name)
    if request.profile and not request.select:
        changes["select"] = ()
    if request.unsafe_fixes:
        changes["unsafe_fixes"] = True
    if request.languages:
        changes["languages"] = {**settings.languages, **request.languages}
    return structs.replace(settings, **changes) if changes else settings
