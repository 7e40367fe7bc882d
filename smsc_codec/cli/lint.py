"""`smsc-codec lint`."""

from __future__ import annotations

from typing import Any, get_args

import click

from smsc_codec.cli.asked import Request
from smsc_codec.cli.linting import lint
from smsc_codec.cli.options import complete_rules, encoding_option, kind_option
from smsc_codec.diagnostics import Severity
from smsc_codec.linter.reports import FORMATS


def _lists(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for item in value for part in item.split(",") if part.strip())


def _severities(
    ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for one in _lists(ctx, parameter, value):
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
@click.option("--select", multiple=True, callback=_lists, shell_complete=complete_rules, metavar="RULES",
              help="Run only these rules: codes, names, or beginnings of codes, by comma.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=_lists, shell_complete=complete_rules, metavar="RULES",
              help="Do not run these rules.")  # fmt: skip
@click.option(
    "--profile", type=click.Choice(["default", "pedantic"]), help="Which rules run where none is selected."
)
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files.")
@click.option("--fix-only", is_flag=True, help="Apply fixes, and neither report nor count what is left.")
@click.option("--ask", is_flag=True,
              help="Show each fix as a small diff, and ask whether to make it: y, n, a (all), q (none).")  # fmt: skip
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that may change the meaning."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--format", type=click.Choice(FORMATS), help="How findings are shown (full).")
@click.option(
    "-o", "--output-file", type=click.Path(), metavar="FILE", help="The file that the report goes into."
)
@click.option(
    "--report",
    multiple=True,
    metavar="FORMAT:FILE",
    help="One more report, in a format and a file of its own; can be repeated.",
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
              help="The mildest severity that makes the exit code 1 (warning).")  # fmt: skip
@click.option("--severity", multiple=True, callback=_severities, metavar="RULES=SEVERITY",
              help="How bad what these rules find is: error, warning or info.")  # fmt: skip
@click.option("--statistics", is_flag=True,
              help="Count the findings of each rule at the end; in json and json-lines as a part of them.")  # fmt: skip
@kind_option("What the files are, where neither configuration nor ending says so.")
@click.option(
    "--explain-kind", is_flag=True, help="Say what each file is taken for and why, and lint nothing."
)
@click.option("--baseline", type=click.Path(), metavar="FILE",
              help="The findings that are known and not told again; '' is none.")  # fmt: skip
@click.option("--update-baseline", is_flag=True,
              help="Write what is found now into the baseline, and report nothing.")  # fmt: skip
@click.option("--add-ignores", is_flag=True,
              help="Write what is found into the configuration as per-file ignores, and report nothing.")  # fmt: skip
@click.option("--watch", is_flag=True,
              help="Lint again whenever a file or the configuration changes; Ctrl-C ends it.")  # fmt: skip
@click.option(
    "--show-settings", is_flag=True, help="Print the settings and where each comes from, and lint nothing."
)
@click.option("--show-files", is_flag=True, help="Print the names of the files, and lint nothing.")
@click.option("--gitignore/--no-gitignore", default=None,
              help="Whether what .gitignore names is passed over in folders (it is).")  # fmt: skip
@click.option(
    "--stdin-filename", metavar="PATH", help="The name of standard input, for kinds, ignores and reports."
)
@encoding_option("The files' encoding (UTF-8, or windows-1251 where it is not that).")
@click.option("--config", type=click.Path(), metavar="FILE", help="The configuration to use.")
@click.option("--isolated", is_flag=True, help="Use no configuration.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              help="Whether to colour; NO_COLOR and FORCE_COLOR count for auto.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), metavar="N",
              help="How many processes (one a processor, for two hundred files and more).")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print the report alone, without remarks on the run.")
def command(kind: str | None, **given: Any) -> int:
    """Find what is wrong with menus before they are sent.

    PATH is a file, a folder (searched for names that end in .menu, .sms, .list ..., but for what .gitignore names), or
    - for standard input; without one it is the current folder.

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
