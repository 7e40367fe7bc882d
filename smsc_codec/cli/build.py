"""`smsc-codec build`: JSON to text."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN, FINDINGS, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.options import kind_option
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads import codec


@click.command("build")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@kind_option("What the JSON describes.", default="menu")
def command(path: str, kind: str) -> int:
    """Turn JSON into a text that reads back the same.

    The JSON is what `parse` prints; `schema` prints its JSON Schema.

    \b
    Examples:
      smsc-codec build --as menu menu.json > main.menu
      smsc-codec parse main.menu | smsc-codec build

    Exit codes: 0 built, 1 not (the field and the reason are shown), 2 usage.
    """
    import msgspec

    language = codec(kind)
    name = relative_name(path)
    try:
        text = language.build(msgspec.json.decode(files.read(path, "utf-8").text, type=language.value))
    except files.Unreadable as error:
        return show_unreadable(name, error)
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
