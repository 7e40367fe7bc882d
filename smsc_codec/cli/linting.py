"""A lint run: finds files, sends each through the linter's rooms, reports, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, terminal
from smsc_codec.cli.asked import Request, check_request, settings_of
from smsc_codec.cli.discover import Found, discover, globs_of, nothing_in, relative_name
from smsc_codec.cli.files import Unreadable
from smsc_codec.cli.large import reading, text_of
from smsc_codec.cli.outcome import Outcome
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.linter.block import Text
from smsc_codec.linter.line import Line
from smsc_codec.linter.registry import ConfigError, all_rules
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.linter.suppressions import Suppressions
from smsc_codec.plugins import PluginError, broken_packages

if TYPE_CHECKING:
    from smsc_codec.cli.answers import Answers
    from smsc_codec.cli.known import Known


def lint(request: Request) -> int:
    """Lint, print the report, and give the exit code.

    0 is clean; 1 findings or an unreadable file; 2 a wrong configuration, a folder with nothing to lint, or a broken
    package of somebody else's: all else is linted then.
    """
    try:
        check_request(request)
        configuration = load(request.config, isolated=request.isolated)
        terminal.speak(configured=configuration.settings.lang)
        settings = settings_of(request, configuration, all_rules())
    except ConfigError as error:
        terminal.say(str(error))
        return _ended(USAGE)
    if request.show_settings:
        from smsc_codec.cli.shown_settings import shown

        for line in shown(request, configuration, settings):
            print(terminal.line(line))
        return _ended(CLEAN)
    globs = globs_of(settings, configuration.folder, request.kind)
    found, empty = discover(request.paths or (".",), globs, request.stdin_filename)
    for folder, hid in empty.items():
        terminal.say(nothing_in(folder, hid))
    try:
        run = Run(request, configuration, Line(settings))
        if request.show_files:
            for file in found:
                print(terminal.line(file.name))
        elif request.explain_kind:
            run.explain(found)
        elif request.update_baseline:
            run.update_baseline(found)
        elif request.add_ignores:
            run.add_ignores(found)
        else:
            run.report(found)
    except ConfigError as error:
        terminal.say(str(error))
        return _ended(USAGE)
    return _ended(USAGE if empty else FINDINGS if run.outcome.failed else CLEAN)


def _ended(code: int) -> int:
    if not broken_packages():
        return code
    from smsc_codec.cli.trouble import show_broken_packages

    return show_broken_packages(code)


class Run:
    """One run over all files. Files go through the rooms one after the other, as the report asks for them."""

    def __init__(self, request: Request, configuration: Configuration, line: Line) -> None:
        self.request = request
        self.configuration = configuration
        self.line = line
        self.outcome = Outcome(line)
        self.progress = terminal.Progress()
        self.answers: Answers | None = None
        if request.ask:
            from smsc_codec.cli.answers import Answers

            self.answers = Answers()
        self.known: Known | None = None
        if request.baseline or request.update_baseline or line.settings.baseline:
            from smsc_codec.cli.known import baseline_of

            self.known = baseline_of(request, configuration, line)

    def update_baseline(self, found: list[Found]) -> None:
        """Write what is found now as what is known. Raises ConfigError where it cannot."""
        assert self.known is not None
        self.outcome.failed |= not self.known.update(self._reports(found))

    def add_ignores(self, found: list[Found]) -> None:
        """Write what is found now into the configuration. Raises ConfigError where it cannot."""
        from smsc_codec.cli.added_ignores import add_ignores

        done = add_ignores(self.request, self.configuration, found, self._reports(found))
        self.outcome.failed |= not done

    def explain(self, found: Iterable[Found]) -> None:
        """Say what each file is taken for, and why."""
        for file in found:
            try:
                with reading(file.path, self.request.encoding) as source:
                    kind, why = self.identify(file, text_of(source, file.known))
                print(terminal.line(f"{file.name}: {kind} ({terminal.spoken(why)})"))
            except (Unreadable, PluginError) as error:
                print(terminal.line(f"{file.name}: {terminal.spoken(str(error))}"))
                self.outcome.failed = True

    def report(self, found: list[Found]) -> None:
        """Print the report on every file in the format that was asked for. Raises ConfigError where it cannot."""
        # With --fix on standard input, or --diff, standard output is the text: the report goes beside it.
        request, outcome = self.request, self.outcome
        beside = request.diff or (request.fix and "-" in request.paths)
        stream = sys.stderr if beside else sys.stdout
        style = Style(
            terminal.has_color(stream, request.color),
            terminal.width(stream),
            terminal.language(),
            request.statistics,
            terminal.has_links(stream, request.color),
        )
        from smsc_codec import __version__

        def make(form: str, style: Style, reports: Iterable[FileReport]) -> Iterator[str]:
            return render(form, reports, style=style, rules=self.line.rules, version=__version__)

        def show(piece: str) -> None:
            self.progress.clear()
            stream.write(piece)

        form = self.line.settings.format
        if request.fix_only:
            self._fix_only(found)
            return
        reports: Iterator[FileReport] = map(outcome.note, self._reports(found))
        statistics = None
        if request.statistics:
            from smsc_codec.linter.reports.statistics import Statistics

            statistics = Statistics()
            reports = map(statistics.note, reports)
        if request.output_file or request.report:
            from smsc_codec.cli.reporting import Target, check_targets, targets, write

            asked = targets(Target(form, style), request.output_file, request.report)
            baseline = self.known.path if self.known is not None else ""
            check_targets(asked, found, (self.configuration.path, baseline))
            write(asked, reports, lambda target, reports: make(target.form, target.style, reports), show)
        else:
            for piece in make(form, style, reports):
                show(piece)
        self._say_fixed()
        for count in statistics.rows() if statistics else ():
            print(f"{count.count:6} {count.code} {count.name}", file=sys.stderr)

    def _fix_only(self, found: list[Found]) -> None:
        """Mend the files, and tell nothing but what could not be done."""
        if self.request.output_file or self.request.report:
            raise ConfigError(
                "--fix-only", "this makes no report; leave out --output-file and --report, or use --fix"
            )
        for report in self._reports(found):
            if report.failure is not None:
                self.outcome.failed = True
                self.progress.say(f"{report.path}: {report.failure}")
        self._say_fixed()

    def _say_fixed(self) -> None:
        if self.answers is not None and not self.answers.offered:
            unsafe = self.line.settings.unsafe_fixes
            terminal.say(
                "--ask: there is no fix to ask about"
                if unsafe
                else "--ask: there is no safe fix to ask about; '--unsafe-fixes' asks about the others, too"
            )
        if self.request.fix and not (self.request.diff or self.request.quiet):
            from smsc_codec.linter.reports.totals import plural

            terminal.say(f"{plural(self.outcome.fixed, 'problem')} fixed")

    def identify(self, file: Found, text: Text) -> tuple[str, str]:
        """The kind of a file and why. In a folder an ending that says one goes before what is asked for."""
        from smsc_codec.linter.kinds import ending

        asked = self.request.kind
        if asked and not file.given and ending(file.known):
            asked = None
        return self.line.identify(text, asked)

    def _reports(self, found: list[Found]) -> Iterator[FileReport]:
        for number, reports in enumerate(self._each(found)):
            self.progress.step(number, len(found))
            yield from reports
        self.progress.clear()
        if self.known:
            yield from self.known.gone()
        if self.line.settings.per_file_ignores:
            settings = self.configuration.settings
            unused = self.line.unused(self.configuration.text, settings)
            if unused:
                unused = self.line.severities.told(unused)
                yield FileReport(relative_name(self.configuration.path), self.configuration.text, unused)

    def _each(self, found: list[Found]) -> Iterator[Iterable[FileReport]]:
        """What is found in each file; by several processes where nothing is written and no file counts for others."""
        request = self.request
        asked = request.jobs
        if (len(found) > 1 if asked else len(found) >= 200) and not (
            self.known or request.fix or request.diff or request.add_ignores
        ):
            from smsc_codec.cli import jobs

            count = jobs.processes(asked, len(found))
            if count > 1:
                return jobs.lint_in(count, self, found)
        return map(self.one, found)

    @property
    def suppressions(self) -> Suppressions:
        """What the configuration hides, and what of that was of use so far."""
        return self.line.suppressions

    def one(self, file: Found) -> Iterator[FileReport]:
        """What is found in one file."""
        try:
            reports = self._file(file)
            yield from self.known.left(file, reports, self.request.stdin_filename) if self.known else reports
        except (Unreadable, PluginError) as error:
            yield FileReport(file.name, failure=str(error))

    def _file(self, file: Found) -> Iterator[FileReport]:
        with reading(file.path, self.request.encoding) as source:
            if source.note and not self.request.quiet:
                self.progress.say(f"{file.name}: {source.note}")
            text = text_of(source, file.known)
            kind, _ = self.identify(file, text)
            if self.request.fix or self.request.diff:
                from smsc_codec.cli.mending import Mending

                mending = Mending(self.line, self.outcome, self.progress, self.answers)
                blocks = self.line.judge(kind, text)
                if self.request.diff:
                    yield from mending.differences(file, blocks, self.line.judge(kind, text))
                else:
                    yield from mending.rewritten(file, source, blocks)
                return
            for block in self.line.judge(kind, text):
                if text.pieces is not None:
                    self.progress.lines(file.name, block.first_line)
                yield self.outcome.reported(file.name, block)
