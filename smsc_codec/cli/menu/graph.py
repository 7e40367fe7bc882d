"""`smsc-codec menu graph`: a menu as a picture."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.menu.source import config_option, menu_file, policy, policy_options
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.linter.registry import ConfigError

_ENDINGS = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}


@click.command("graph")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@click.option("--format", "form", type=click.Choice(["svg", "mermaid", "dot"]),
              help="The format to write: svg, or as the name in --output ends.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write to this file instead of standard output.")  # fmt: skip
@click.option("--title", help="The title above the picture (the file's name).")
@policy_options
@config_option
@encoding_option("The file's encoding.")
def command(
    path: str,
    form: str | None,
    output: str | None,
    title: str | None,
    config: str | None,
    encoding: str | None,
    **said: str | None,
) -> int:
    """Draw a menu, with its problems marked.

    What nothing leads to is grey; numbers that are dialled in a circle, and items without a way out, are red; the way
    of a call that nobody answers is dashed. The SVG needs no other program, suits light and dark pages, and holds no
    script.

    \b
    Examples:
      smsc-codec menu graph main.menu -o main.svg
      smsc-codec menu graph --format mermaid main.menu
      smsc-codec menu graph --format dot main.menu | dot -Tpdf > main.pdf

    Exit codes: 0 drawn; 1 not all of the file could be read (what could be is drawn), or it cannot be written; 2 usage
    or configuration.
    """
    name = relative_name(path)
    try:
        options = policy(config, said)
        file = menu_file(path, encoding)
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    except files.Unreadable as error:
        return show_unreadable(name, error)
    from smsc_codec.payloads.menu.caller.picture import graph

    ending = next((kind for end, kind in _ENDINGS.items() if (output or "").lower().endswith(end)), "svg")
    shown = title if title is not None else "" if path == "-" else file.name
    picture = graph(file.menu, form or ending, options, shown)  # type: ignore[arg-type]
    if output is None:
        click.echo(picture, nl=False)
    else:
        try:
            with open(output, "w", encoding="utf-8", newline="\n") as out:
                out.write(picture)
        except OSError as error:
            terminal.say(f"{output}: not written: {error.strerror or error}")
            return FINDINGS
    return CLEAN if file.whole else FINDINGS
