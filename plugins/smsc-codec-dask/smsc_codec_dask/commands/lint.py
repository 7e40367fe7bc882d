"""`smsc-codec big lint`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from smsc_codec.cli.lint import lists, severities
from smsc_codec.cli.options import complete_rules, encoding_option
from smsc_codec.linter.reports import FORMATS
from smsc_codec_dask.commands.common import asked_engine, engine_options

if TYPE_CHECKING:
    from smsc_codec_dask.lint.run import Run


@click.command("lint")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--template", metavar="TEXT", help="The message of each row of a table, with {column} in it.")
@click.option("--to", metavar="COLUMN", help="The column with the numbers (phone, number ...).")
@click.option("--select", multiple=True, callback=lists, shell_complete=complete_rules, metavar="RULES",
              help="Run only these rules: codes, names, or the beginnings of codes, separated by commas.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=lists, shell_complete=complete_rules, metavar="RULES",
              help="Do not run these rules.")  # fmt: skip
@click.option(
    "--profile", type=click.Choice(["default", "pedantic"]), help="The rules to run without --select."
)
@click.option("--format", type=click.Choice(FORMATS), help="How findings are shown (full).")
@click.option(
    "-o", "--output-file", type=click.Path(), metavar="FILE", help="The file that the report goes into."
)
@click.option("--first", type=click.IntRange(0), default=1000, show_default=True, metavar="N",
              help="How many findings of each rule are shown; 0 is all.")  # fmt: skip
@click.option("--findings", metavar="FOLDER", help="Write all findings into this folder as Parquet.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
              help="Exit with code 1 at this severity or worse (warning).")  # fmt: skip
@click.option("--severity", multiple=True, callback=severities, metavar="RULES=SEVERITY",
              help="Set the severity of these rules: error, warning or info.")  # fmt: skip
@click.option(
    "--statistics", is_flag=True, help="Count the findings of each rule, and the slices they are in."
)
@encoding_option("The encoding of the files (UTF-8, otherwise windows-1251).")
@click.option("--config", type=click.Path(), metavar="FILE", help="The configuration to use.")
@click.option("--isolated", is_flag=True, help="Use no configuration.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              help="Use colours; auto respects NO_COLOR and FORCE_COLOR.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print only the report, without remarks on the run.")
@engine_options
def command(
    sources: tuple[str, ...], first: int, findings: str | None, scheduler: str | None, workers: int | None,
    memory: str, scratch: str | None, template: str | None, to: str | None, **given: Any,
) -> int:  # fmt: skip
    """Find what is wrong with lists, with many processes: what `smsc-codec lint` finds, at the same lines.

    Of a table it is the list that its rows make, a line a row.

    \b
    Examples:
      smsc-codec big lint huge.list
      smsc-codec big lint --first 0 --format json -o found.json 'july/*.list.gz'
      smsc-codec big lint --findings found/ 's3://mailings/july/*.list.zst'
      smsc-codec big lint --template '{name}, your order is ready' clients.parquet

    Exit codes: 0 clean; 1 findings at or above --fail-on, or a file that cannot be read (the others are still
    linted); 2 usage or configuration; 3 internal error.
    """
    from smsc_codec.cli import CLEAN, FINDINGS, terminal
    from smsc_codec.cli.asked import Request, settings_of
    from smsc_codec.cli.settings import load
    from smsc_codec.diagnostics import BuildError, ParseError
    from smsc_codec.linter.registry import ConfigError, all_rules
    from smsc_codec_dask.lint.run import Run
    from smsc_codec_dask.sources import SourceError, find
    from smsc_codec_dask.sources.tables import filling_of, tables_of

    if to is not None and template is None:
        raise click.UsageError("--to is for tables: it goes with --template")
    request = Request(paths=sources, **given)
    try:
        filling = None if template is None else filling_of(template, to)
        configuration = load(request.config, isolated=request.isolated)
        terminal.speak(configured=configuration.settings.lang)
        settings = settings_of(request, configuration, all_rules())
        found = find(sources)
    except (ConfigError, SourceError, BuildError, ParseError) as error:
        raise click.UsageError(str(error)) from None
    with asked_engine(scheduler, workers, memory, scratch) as (engine, place):
        run = Run(
            engine, place, settings, encoding=request.encoding, tables=tables_of(engine, filling, request.encoding),
            first=first or None, findings=findings or "",
            folder=configuration.folder, say=(lambda text: None) if request.quiet else terminal.say,
        )  # fmt: skip

        def reports() -> Iterator[Any]:
            from smsc_codec.cli.discover import relative_name
            from smsc_codec.linter.reports import FileReport

            yield from run.reports(found)
            if settings.per_file_ignores:
                unused = run.rooms.unused(configuration.text, configuration.settings)
                if unused:
                    told = run.rooms.severities.told(unused)
                    yield FileReport(relative_name(configuration.path), configuration.text, told)

        try:
            _show(request, run, reports(), [configuration.path, *(source.name for source in found)])
        except ConfigError as error:
            raise click.UsageError(str(error)) from None
    return FINDINGS if run.failed else CLEAN


def _show(request: Any, run: Run, reports: Iterable[Any], taken: list[str]) -> None:
    """Print the report, or write it into a file that is none of those that are `taken`."""
    from smsc_codec import __version__
    from smsc_codec.cli import terminal
    from smsc_codec.cli.outcome import Outcome
    from smsc_codec.cli.reporting import Target, check_targets, targets, write
    from smsc_codec.linter.reports import Style, render

    style = Style(
        terminal.has_color(sys.stdout, request.color), terminal.width(sys.stdout), terminal.language(),
        request.statistics, terminal.has_links(sys.stdout, request.color),
    )  # fmt: skip
    outcome = Outcome(run.rooms)
    asked = targets(Target(run.rooms.settings.format, style), request.output_file, ())
    check_targets(asked, (), taken)
    write(
        asked,
        map(outcome.note, reports),
        lambda target, made: render(
            target.form, made, style=target.style, rules=run.rooms.rules, version=__version__
        ),
        sys.stdout.write,
    )
    run.failed |= outcome.failed
    cut = any(total.shown < total.count.count for total in run.totals.values())
    if request.quiet or not (cut or request.statistics):
        return
    terminal.say(f"{run.lines:,} lines in {run.slices:,} parts of {run.files:,} files")
    for total in sorted(run.totals.values(), key=lambda total: (-total.count.count, total.count.code)):
        count = total.count
        shown = "" if total.shown == count.count else f"; the first {total.shown:,} are shown"
        terminal.say(f"{count.count:10,} {count.code} {count.name}, in {total.slices:,} parts{shown}")
