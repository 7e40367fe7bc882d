"""`smsc-codec lint`."""

from __future__ import annotations

from typing import Any, get_args

import click

from smsc_codec.cli.asked import Request
from smsc_codec.cli.linting import lint
from smsc_codec.cli.options import complete_rules, encoding_option, kind_option
from smsc_codec.diagnostics import Severity
from smsc_codec.linter.reports import FORMATS


def lists(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """What is given by commas, in options that can be repeated."""
    return tuple(part.strip() for item in value for part in item.split(",") if part.strip())


def severities(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, Severity]:
    """How bad what rules find is: `RULES=SEVERITY`. Raises BadParameter."""
    found: dict[str, Severity] = {}
    for one in lists(ctx, parameter, value):
        rules, sign, severity = (part.strip() for part in one.partition("="))
        known = [name for name in get_args(Severity) if name == severity]
        if not (sign and rules and known):
            raise click.BadParameter(
                f"expected a rule and error, warning or info, as in 'IVR303=info', not '{one}'"
            )
        found.pop(rules, None)  # what was said last counts
        found[rules] = known[0]
    return found


@click.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--select", multiple=True, callback=lists, shell_complete=complete_rules, metavar="RULES",
              help="Run only these rules: codes, names, or the beginnings of codes, separated by commas.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=lists, shell_complete=complete_rules, metavar="RULES",
              help="Do not run these rules.")  # fmt: skip
@click.option(
    "--profile", type=click.Choice(["default", "pedantic"]), help="The rules to run without --select."
)
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files.")
@click.option("--fix-only", is_flag=True, help="Apply fixes; do not report or count what is left.")
@click.option(
    "--ask",
    is_flag=True,
    help="Like --fix, but show each fix as a small diff, and ask whether to make it: y, n, a (all), q (none).",
)
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also apply fixes that may change the meaning."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--format", type=click.Choice(FORMATS), help="How findings are shown (full).")
@click.option(
    "-o", "--output-file", type=click.Path(), metavar="FILE", help="The file that the report goes into."
)
@click.option(
    "--report",
    multiple=True,
    metavar="FORMAT:FILE",
    help="Write one more report in this format to this file; can be repeated.",
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
              help="Exit with code 1 at this severity or worse (warning).")  # fmt: skip
@click.option("--severity", multiple=True, callback=severities, metavar="RULES=SEVERITY",
              help="Set the severity of these rules: error, warning or info.")  # fmt: skip
@click.option("--statistics", is_flag=True,
              help="Count the findings of each rule at the end; in json and json-lines inside the report.")  # fmt: skip
@kind_option("The kind of the files, if neither the configuration nor the name says it.")
@click.option("--explain-kind", is_flag=True, help="Show the kind of each file and why; check nothing.")
@click.option("--baseline", type=click.Path(), metavar="FILE",
              help="A file of known findings, which are not reported; '' for none.")  # fmt: skip
@click.option("--update-baseline", is_flag=True,
              help="Write the current findings into the baseline; report nothing.")  # fmt: skip
@click.option("--add-ignores", is_flag=True,
              help="Write the findings into the configuration as per-file ignores; report nothing.")  # fmt: skip
@click.option("--watch", is_flag=True,
              help="Check again whenever a file or the configuration changes; stop with Ctrl-C.")  # fmt: skip
@click.option(
    "--show-settings", is_flag=True, help="Print the settings and where each comes from; check nothing."
)
@click.option("--show-files", is_flag=True, help="Print the names of the files; check nothing.")
@click.option("--gitignore/--no-gitignore", default=None,
              help="Skip or check files that .gitignore names, in folders (skip).")  # fmt: skip
@click.option("--stdin-filename", metavar="PATH", help="The file name to use for standard input.")
@encoding_option("The encoding of the files (UTF-8, otherwise windows-1251).")
@click.option("--config", type=click.Path(), metavar="FILE", help="The configuration to use.")
@click.option("--isolated", is_flag=True, help="Use no configuration.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              help="Use colours; auto respects NO_COLOR and FORCE_COLOR.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), metavar="N",
              help="The number of processes (one per processor from two hundred files on).")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print only the report, without remarks on the run.")
def command(kind: str | None, **given: Any) -> int:
    """Find what is wrong with menus before they are sent.

    PATH is a file, a folder (files whose names end in .menu, .sms, .list ... are checked, except those in
    .gitignore), or - for standard input; without one it is the current folder.

    \b
    Examples:
      smsc-codec lint
      smsc-codec lint menu.txt
      smsc-codec lint --fix --diff menus/
      smsc-codec lint --fix --ask menus/
      smsc-codec lint --select IVR1,unknown-command --format concise menus/
      smsc-codec lint --format sarif -o menus.sarif menus/
      smsc-codec lint --report sarif:menus.sarif --report junit:menus.xml menus/
      cat menu.txt | smsc-codec lint - --stdin-filename menu.txt

    Exit codes: 0 clean; 1 findings at or above --fail-on, changes that --diff shows, or a file that cannot be
    read (the others are still linted); 2 usage or configuration; 3 internal error. They are the same for every
    format.
    """
    given["fix"] |= (given["fix_only"] or given["ask"]) and not given["diff"]
    request = Request(kind=kind, **given)
    if request.watch:
        from smsc_codec.cli.watching import watch

        return watch(request)
    return lint(request)
