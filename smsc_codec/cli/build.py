"""`smsc-codec build`: JSON to text."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.options import kind_option
from smsc_codec.cli.settings import load
from smsc_codec.cli.trouble import show_broken_packages, show_unreadable
from smsc_codec.diagnostics import BuildError
from smsc_codec.linter.kinds import kind_of
from smsc_codec.linter.registry import ConfigError
from smsc_codec.payloads import codec
from smsc_codec.plugins import PluginError


@click.command("build")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@kind_option("The kind that the JSON describes, if neither the configuration nor the name says it (menu).")
def command(path: str, kind: str | None) -> int:
    """Turn JSON into a text that reads back the same.

    The JSON is what `parse` prints; `schema` prints its JSON Schema. The name may end like the name of the text,
    with or without .json: main.menu.json.

    \b
    Examples:
      smsc-codec build main.menu.json > main.menu
      smsc-codec build --as mailing list.json
      smsc-codec parse main.menu | smsc-codec build

    Exit codes: 0 built, 1 not (the field and the reason are shown), 2 usage.
    """
    import msgspec

    name = relative_name(path)
    try:
        configuration = load()
        known = relative_name(path, configuration.folder).removesuffix(".json")
        language = codec(kind_of(known, "", globs=configuration.settings.kinds, asked=kind)[0])
        text = language.build(msgspec.json.decode(files.read(path, "utf-8").text, type=language.value))
    except files.Unreadable as error:
        return show_unreadable(name, error)
    except (ConfigError, PluginError) as error:
        terminal.say(str(error))
        return show_broken_packages(USAGE)
    except BuildError as error:
        terminal.say(f"{name}: {error}")
        return FINDINGS
    except RecursionError:
        terminal.say(f"{name}: the JSON is nested too deeply")
        return FINDINGS
    except msgspec.DecodeError as error:
        reason, _, place = str(error).partition(" - at `$")
        field = place.strip("`.")
        terminal.say(f"{name}: {field}: {reason}" if field else f"{name}: {reason}")
        return FINDINGS
    click.echo(text, nl=False)
    return CLEAN
