"""A lint run: files to findings to a report and an exit code. Knows nothing of how the command line is parsed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.diagnostics import SEVERITIES, Finding
from smsc_codec.lint.config import Settings
from smsc_codec.lint.engine import Linter
from smsc_codec.lint.kinds import kind_of
from smsc_codec.lint.registry import ConfigError, all_rules, check_selectors
from smsc_codec.lint.reports import FileReport, Style, render
from smsc_codec.lint.suppressions import Suppressions
from smsc_codec.payloads import codec


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


def lint(request: Request) -> int:
    """Lint, print the report, and give the exit code: 0 clean, 1 findings or an unreadable file, 2 configuration."""
    try:
        configuration = load(request.config, isolated=request.isolated)
        run = Run(request, configuration)
        if request.explain_kind:
            return run.explain()
        return run.report()
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE


class Run:
    """One run over all files. Files are linted one after the other as the report asks for them."""

    def __init__(self, request: Request, configuration: Configuration) -> None:
        self.request = request
        self.configuration = configuration
        self.settings = _settings(request, configuration.settings)
        self.rules = all_rules()
        check_selectors(request.select, self.rules, "--select")
        check_selectors(request.ignore, self.rules, "--ignore")
        source = configuration.path.rpartition("/")[2] or "configuration"
        check_selectors(configuration.settings.select, self.rules, f"{source}: select")
        check_selectors(configuration.settings.ignore, self.rules, f"{source}: ignore")
        for glob, selectors in self.settings.per_file_ignores.items():
            check_selectors(selectors, self.rules, f"{source}: per-file-ignores.{glob}")
        self.suppressions = Suppressions(self.settings.per_file_ignores)
        self._linters: dict[str, Linter] = {}
        self._failed = False
        self._counts: dict[str, int] = {}

    def explain(self) -> int:
        """Say what each file is taken for, and why."""
        for path, name in self._files():
            try:
                kind, why = self._kind(name, files.read(path, self.request.encoding).text)
                print(f"{name}: {kind} ({why})")
            except files.Unreadable as error:
                print(f"{name}: {error}")
                self._failed = True
        return FINDINGS if self._failed else CLEAN

    def report(self) -> int:
        """Lint every file and print the report in the format that was asked for."""
        # With --fix on standard input, or --diff, standard output is the text: the report goes beside it.
        beside = self.request.diff or (self.request.fix and "-" in self.request.paths)
        stream = sys.stderr if beside else sys.stdout
        style = Style(terminal.has_color(stream, self.request.color), terminal.width(stream))
        from smsc_codec import __version__

        pieces = render(
            self.settings.format, self._reports(), style=style, rules=self.rules, version=__version__
        )
        for piece in pieces:
            stream.write(piece)
        if self.request.statistics:
            for code in sorted(self._counts, key=lambda code: (-self._counts[code], code)):
                print(f"{self._counts[code]:6} {code} {self.rules[code].name}", file=stream)
        return FINDINGS if self._failed else CLEAN

    def _reports(self) -> Iterator[FileReport]:
        paths = list(self._files())
        if not paths and not self.request.quiet:
            terminal.say("no files to lint: folders are searched for names that end in .menu or .ivr")
        progress = terminal.Progress(len(paths))
        for number, (path, name) in enumerate(paths):
            progress.step(number)
            report = self._file(path, name)
            if report.failure is not None or report.findings:
                progress.clear()
            yield self._noted(report)
        progress.clear()
        yield from self._leftovers()

    def _leftovers(self) -> Iterator[FileReport]:
        text = self.configuration.text
        unused = self.suppressions.unused(text)
        if unused and "SUP001" not in self.settings.ignore:
            yield self._noted(FileReport(files.shown(self.configuration.path), text, unused))

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

    def _files(self) -> Iterator[tuple[str, str]]:
        """The files, each as the system and as people know it."""
        for path in files.walk(self.request.paths, self.settings.include, self.settings.exclude):
            yield path, self.request.stdin_filename or "<stdin>" if path == "-" else files.shown(path)

    def _kind(self, name: str, text: str) -> tuple[str, str]:
        return kind_of(name, text, globs=self.settings.kinds, asked=self.request.kind)

    def _file(self, path: str, name: str) -> FileReport:
        try:
            source = files.read(path, self.request.encoding)
        except files.Unreadable as error:
            return FileReport(name, failure=str(error))
        if source.note and not self.request.quiet:
            terminal.say(f"{name}: {source.note}")
        kind, _ = self._kind(name, source.text)
        linter = self._linters.get(kind)
        if linter is None:
            linter = self._linters[kind] = Linter(codec(kind), self.settings)

        def check(text: str) -> tuple[Finding, ...]:
            findings, context = linter.check(text)
            return self.suppressions.kept(name, findings, self.rules, getattr(context, "item_at", None))

        if not (self.request.fix or self.request.diff):
            return FileReport(name, source.text, check(source.text))
        return self._mended(path, name, source, check)

    def _mended(self, path: str, name: str, source: files.Source, check: Any) -> FileReport:
        from smsc_codec.lint.fixes import diff, fix

        fixed = fix(source.text, check, unsafe=self.settings.unsafe_fixes)
        if self.request.diff:
            changes = diff(name, source.text, fixed.text)
            self._failed |= bool(changes)
            sys.stdout.write(changes)
        elif path == "-":
            sys.stdout.write(fixed.text)
        elif fixed.text != source.text:
            try:
                files.write(path, source, fixed.text)
            except files.Unreadable as error:
                return FileReport(name, failure=str(error))
        return FileReport(name, fixed.text, fixed.remaining)


def _settings(request: Request, settings: Settings) -> Settings:
    """The configuration's settings with what was asked for on the command line."""
    changes: dict[str, Any] = {}
    if request.select:
        changes["select"] = request.select
    if request.ignore:
        changes["ignore"] = (*settings.ignore, *request.ignore)
    for name in ("profile", "format", "fail_on"):
        if getattr(request, name):
            changes[name] = getattr(request, name)
    if request.profile and not request.select:
        changes["select"] = ()
    if request.unsafe_fixes:
        changes["unsafe_fixes"] = True
    return structs.replace(settings, **changes) if changes else settings
