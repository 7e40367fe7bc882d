"""`smsc-codec menu diff`: what changed for callers."""

from __future__ import annotations

import os

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.menu.source import MenuFile, config_option, menu_file, policy, policy_options
from smsc_codec.cli.options import encoding_option
from smsc_codec.linter.registry import ConfigError
from smsc_codec.payloads.menu import Menu, MenuOptions


@click.command("diff")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="OLD NEW")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True,
              help="Words, a table for a pull request, or one JSON object.")  # fmt: skip
@click.option("--policies", is_flag=True,
              help="Also show under which readings of the documentation there is a difference.")  # fmt: skip
@policy_options
@config_option
@encoding_option("The files' encoding.")
def command(
    paths: tuple[str, ...],
    form: str,
    policies: bool,
    config: str | None,
    encoding: str | None,
    **said: str | None,
) -> int:
    """Show what changed for callers between two menus.

    Both menus are followed side by side, whatever callers do. Other words, other names of labels and another order of
    items are "same behaviour". The JSON Schema of --format json is docs/schemas/menu-diff.schema.json. Either file may
    be - for standard input.

    As git's diff driver for menus (git calls it with seven arguments, and the exit code is then 0, as git demands):

    \b
      git config diff.menu.command "smsc-codec menu diff"
      echo "*.menu diff=menu" >> .gitattributes

    \b
    Examples:
      smsc-codec menu diff old.menu new.menu
      git show main:main.menu | smsc-codec menu diff --format markdown - main.menu

    Exit codes: 0 same behaviour; 1 a change, or not all of a file could be read; 2 usage or configuration.
    """
    by_git = len(paths) in (7, 9)
    if not by_git and len(paths) != 2:
        raise click.UsageError("give two files: OLD NEW")
    old_path, new_path = (paths[1], paths[4]) if by_git else paths
    if old_path == new_path == "-":
        raise click.UsageError("only one of the two files can be standard input")
    try:
        options = policy(config, said)
        old = _menu(old_path, encoding, paths[0] if by_git else None)
        new = _menu(new_path, encoding, paths[7] if len(paths) == 9 else paths[0] if by_git else None)
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    except files.Unreadable as error:
        terminal.say(str(error))
        return CLEAN if by_git else FINDINGS
    same = _show(old, new, options, form, policies)
    return CLEAN if by_git or (same and old.whole and new.whole) else FINDINGS


def _menu(path: str, encoding: str | None, name: str | None) -> MenuFile:
    """A menu, by the name that git knows it by; what is not there is a menu without items."""
    if name is not None and path in (os.devnull, "/dev/null", "nul"):
        return MenuFile(name, Menu(), True)
    try:
        return menu_file(path, encoding, name)
    except files.Unreadable as error:
        raise files.Unreadable(f"{name or relative_name(path)}: {error}") from None


def _show(old: MenuFile, new: MenuFile, options: MenuOptions, form: str, policies: bool) -> bool:
    from smsc_codec.payloads.menu.caller.diff import Comparison, diff, same_readings

    found = diff(old.menu, new.menu, options)
    differs = same_readings(old.menu, new.menu, options) if policies else None
    if form == "json":
        import msgspec

        made = Comparison.of(found, old.whole and new.whole, differs)
        click.echo(msgspec.json.format(msgspec.json.encode(made), indent=2))
        return found.same
    from smsc_codec.cli.menu.changed import lines, markdown

    for line in (markdown if form == "markdown" else lines)(new.name, found, terminal.spoken):
        click.echo(terminal.plain(line))
    if differs is not None:
        told = f"a difference under {len(differs)} of 36 readings of what the service's page does not say"
        click.echo(terminal.spoken(told))
        for one in differs if len(differs) < 36 else ():
            click.echo("- " + ", ".join(f"{option} {value}" for option, value in one.items()))
    return found.same
