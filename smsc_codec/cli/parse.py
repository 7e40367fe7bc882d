"""`smsc-codec parse`: text to JSON."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.options import encoding_option, kind_option
from smsc_codec.cli.settings import load
from smsc_codec.cli.trouble import show_broken_packages, show_parse_error, show_unreadable
from smsc_codec.diagnostics import ParseError
from smsc_codec.linter.kinds import kind_of
from smsc_codec.linter.registry import ConfigError
from smsc_codec.payloads import codec
from smsc_codec.plugins import PluginError


@click.command("parse")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@kind_option("The kind of the text, if neither the configuration nor the name says it.")
@click.option("--spans", is_flag=True, help="Add the place of each part: offsets in characters, from 0.")
@encoding_option("The file's encoding.")
def command(path: str, kind: str | None, spans: bool, encoding: str | None) -> int:
    """Turn a text into JSON.

    \b
    Examples:
      smsc-codec parse --as menu main.menu
      smsc-codec parse --as menu - < main.menu | jq .items

    Exit codes: 0 parsed, 1 not (the problems are shown), 2 usage.
    """
    import msgspec

    name = relative_name(path)
    try:
        source = files.read(path, encoding)
        if source.note:
            terminal.say(f"{name}: {source.note}")
        text = source.text
        configuration = load()
        known = relative_name(path, configuration.folder)
        found, _ = kind_of(known, text, globs=configuration.settings.kinds, asked=kind)
        language = codec(found)
        value = language.parse(text)
    except files.Unreadable as error:
        return show_unreadable(name, error)
    except (ConfigError, PluginError) as error:
        terminal.say(str(error))
        return show_broken_packages(USAGE)
    except ParseError as error:
        show_parse_error(name, error, language)
        return FINDINGS
    out = value
    if spans:
        places = {
            "/" + "/".join(map(str, path)): (span.start, span.end)
            for path, span in language.read(text).spans.items()
        }
        out = {"value": value, "spans": places}
    click.echo(msgspec.json.format(msgspec.json.encode(out), indent=2))
    return CLEAN
