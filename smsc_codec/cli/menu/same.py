"""`smsc-codec menu same`: whether two menus do the same for callers."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.menu.source import config_option, menu_file, policy, policy_options
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.linter.registry import ConfigError


@click.command("same")
@click.argument("old", type=click.Path(), metavar="A")
@click.argument("new", type=click.Path(), metavar="B")
@policy_options
@config_option
@encoding_option("The files' encoding.")
def command(old: str, new: str, config: str | None, encoding: str | None, **said: str | None) -> int:
    """Check whether two menus do the same for callers, whatever they do: the words may differ.

    This is proved by following both menus side by side through every state, not by comparing texts. `menu diff`
    shows what differs.

    \b
    Example:
      smsc-codec menu same main.menu new.menu && echo "only the words changed"

    Exit codes: 0 the same; 1 not the same, or not all of a file could be read; 2 usage or configuration.
    """
    if old == new == "-":
        raise click.UsageError("only one of the two files can be standard input")
    try:
        options = policy(config, said)
        menus = []
        for path in (old, new):
            menus.append(menu_file(path, encoding))
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    except files.Unreadable as error:
        return show_unreadable(relative_name(path), error)
    from smsc_codec.payloads.menu.caller.compare import same

    alike = same(menus[0].menu, menus[1].menu, options)
    click.echo(terminal.spoken("yes" if alike else "no"))
    return CLEAN if alike and menus[0].whole and menus[1].whole else FINDINGS
