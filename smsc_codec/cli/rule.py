"""`smsc-codec rule`: the rules' pages."""

from __future__ import annotations

import os

import click

from smsc_codec.cli import CLEAN, USAGE, terminal
from smsc_codec.cli.options import complete_rules
from smsc_codec.cli.trouble import show_broken_packages


@click.command("rule")
@click.argument("name", required=False, metavar="[CODE|NAME]", shell_complete=complete_rules)
@click.option("--all", "everything", is_flag=True, help="Show the pages of all rules.")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.option("--write", type=click.Path(file_okay=False), metavar="FOLDER", hidden=True,
              help="Write a Markdown page a rule, and their index.")  # fmt: skip
def command(name: str | None, everything: bool, form: str, write: str | None) -> int:
    """Show the page of a rule, or list them all.

    \b
    Examples:
      smsc-codec rule
      smsc-codec rule IVR104
      smsc-codec rule err-loop --format json
    """
    from smsc_codec.linter import pages
    from smsc_codec.linter.registry import ConfigError, all_rules, check_selectors
    from smsc_codec.linter.selectors import matches

    rules = all_rules()
    if write is not None:
        os.makedirs(write, exist_ok=True)
        for path, text in pages.folder(rules.built_in()).items():
            with open(os.path.join(write, path), "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        return CLEAN
    built_in = rules.built_in().values()
    exact = [rule for rule in built_in if name in (rule.code, rule.name)]
    chosen = exact or list(rules.values())
    if name is not None and not exact:
        try:
            check_selectors([name], rules, "rule", items=False)
        except ConfigError as error:
            terminal.say(str(error))
            return show_broken_packages(USAGE)
        chosen = [rule for rule in chosen if matches(name, rule)]
    if form == "json":
        import msgspec

        out = [pages.as_data(rule) for rule in chosen]
        single = name is not None and len(out) == 1
        click.echo(msgspec.json.format(msgspec.json.encode(out[0] if single else out), indent=2))
    elif name is None and not everything:
        click.echo(pages.listing(chosen, terminal.language()))
    else:
        shown = (
            pages.markdown(rule) if form == "markdown" else pages.text(rule, terminal.language())
            for rule in chosen
        )
        click.echo("\n\n".join(page.rstrip("\n") for page in shown))
    return show_broken_packages(CLEAN)
