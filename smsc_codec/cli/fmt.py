"""`smsc-codec fmt`: canonical layout."""

from __future__ import annotations

import sys

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.settings import load
from smsc_codec.cli.trouble import show_parse_error, show_unreadable
from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.lint.kinds import kind_of
from smsc_codec.lint.registry import ConfigError
from smsc_codec.payloads import codec


@click.command("fmt")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file is not in canonical layout.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--encoding", metavar="NAME", help="The files' encoding.")
def command(paths: tuple[str, ...], check: bool, diff: bool, encoding: str | None) -> int:
    """Write menus in canonical layout.

    What a menu says stays the same; so do encoding and line ends. Standard input (-) goes to standard output.

    \b
    Examples:
      smsc-codec fmt menus/
      smsc-codec fmt --check --diff main.menu

    Exit codes: 0 done, or nothing to do; 1 with --check or --diff something to do, or a file that cannot be read
    or parsed; 2 usage or configuration.
    """
    from smsc_codec.lint.fixes import diff as changes

    failed = False
    try:
        settings = load().settings
        for path in files.walk(paths, settings.include, settings.exclude):
            name = files.shown(path)
            try:
                source = files.read(path, encoding)
                kind, _ = kind_of(name, source.text, globs=settings.kinds)
                text = codec(kind).format(source.text)
                if path == "-" and not (check or diff):
                    sys.stdout.write(text)
                    continue
                if text == source.text:
                    continue
                if diff:
                    sys.stdout.write(changes(name, source.text, text))
                if check or diff:
                    failed = True
                    terminal.say(f"{name}: not in canonical layout")
                else:
                    files.write(path, source, text)
                    terminal.say(f"{name}: written")
            except files.Unreadable as error:
                failed = bool(show_unreadable(name, error))
            except ParseError as error:
                show_parse_error(name, error)
                failed = True
            except BuildError as error:
                terminal.say(f"{name}: {error}")
                failed = True
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    return FINDINGS if failed else CLEAN
