"""`smsc-codec fmt`: canonical layout."""

from __future__ import annotations

import sys

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import discover, globs_of, nothing_in
from smsc_codec.cli.options import encoding_option, kind_option
from smsc_codec.cli.settings import load
from smsc_codec.cli.trouble import show_broken_packages, show_parse_error
from smsc_codec.cli.writing import write
from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.linter.kinds import kind_of
from smsc_codec.linter.registry import ConfigError
from smsc_codec.payloads import codec
from smsc_codec.plugins import PluginError


@click.command("fmt")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is not formatted.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@kind_option("The kind of the files, if neither the configuration nor the name says it.")
@encoding_option("The files' encoding.")
def command(paths: tuple[str, ...], check: bool, diff: bool, kind: str | None, encoding: str | None) -> int:
    """Format menus.

    The content, encoding and line ends of a menu stay the same. Standard input (-) goes to standard output.

    \b
    Examples:
      smsc-codec fmt menus/
      smsc-codec fmt --check --diff main.menu

    Exit codes: 0 done, or nothing to change; 1 a change to make (with --check or --diff), or a file that cannot be
    read or parsed; 2 usage or configuration.
    """
    from smsc_codec.linter.reports.unified import diff as changes

    failed = False
    try:
        configuration = load()
        settings = configuration.settings
        globs = globs_of(settings, configuration.folder, kind)
        walked, empty = discover(paths, globs)
        for inside, hid in empty.items():
            terminal.say(nothing_in(inside, hid))
        for file in walked:
            path, name = file.path, file.name
            try:
                source = files.read(path, encoding)
                if source.note:
                    terminal.say(f"{name}: {source.note}")
                found, _ = kind_of(file.known, source.text, globs=settings.kinds, asked=kind)
                text = codec(found).format(source.text)
                if check or diff:
                    if text != source.text:
                        failed = True
                        terminal.say(f"{name}: not in canonical layout")
                    if diff:
                        sys.stdout.write(changes(name, source.text, text))
                elif path == "-":
                    write(path, source, text)
                elif text != source.text:
                    write(path, source, text)
                    terminal.say(f"{name}: written")
            except ParseError as error:
                show_parse_error(name, error, codec(found))
                failed = True
            except (files.Unreadable, BuildError, PluginError) as error:
                terminal.say(f"{name}: {error}")
                failed = True
    except ConfigError as error:
        terminal.say(str(error))
        return show_broken_packages(USAGE)
    return show_broken_packages(USAGE if empty else FINDINGS if failed else CLEAN)
