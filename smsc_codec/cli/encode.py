"""`smsc-codec encode`: JSON to hexadecimal digits."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN, FINDINGS, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.octets import KINDS, BadJson, from_json
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.binary import payload, push, sound


@click.command("encode")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@click.option("--as", "kind", type=click.Choice(KINDS),
              help="The kind that the JSON describes, if it does not say it itself.")  # fmt: skip
@click.option("--text", "as_text", is_flag=True,
              help="With --as push: the input is a link, a line feed and a title.")  # fmt: skip
def command(path: str, kind: str | None, as_text: bool) -> int:
    """Turn the JSON of a binary message into hexadecimal digits, as `bin=2` takes them.

    The JSON is what `decode --json` prints. For a push its service is enough.

    \b
    Examples:
      smsc-codec encode message.json
      smsc-codec decode --json 0048656C6C6F | smsc-codec encode
      echo '{"as": "push", "service": {"type": "si", "href": "http://wap.ru/", "text": "wap.ru"}}' |
        smsc-codec encode
      printf 'http://wap.ru/\\nwap.ru' | smsc-codec encode --as push --text

    Exit codes: 0 encoded, 1 not (the field and the reason are shown), 2 usage.
    """
    if as_text and kind != "push":
        raise click.UsageError("--text goes with --as push: only a push has a text form")
    name = relative_name(path)
    try:
        text = files.read(path, None if as_text else "utf-8").text
        if as_text:
            # A file's final line end is no part of the title.
            made = push.build(push.from_text(text.removesuffix("\n").removesuffix("\r"))).hex().upper()
        else:
            made = from_json(text, kind)
        click.echo(made)
        _warn(name, made)
    except files.Unreadable as error:
        return show_unreadable(name, error)
    except (BadJson, BuildError, ParseError) as error:
        terminal.say(f"{name}: {error}")
        return FINDINGS
    return CLEAN


def _warn(name: str, made: str) -> None:
    """Say what no handset would take of the message, though it can be written. What is none is passed over."""
    message, problems = payload.read(made)
    if problems:
        return
    for problem in (sound.too_long(message), *sound.push_problems(message)):
        if problem is not None:
            terminal.say(f"{name}: warning: octet {problem.span.start}: {problem.message}")
