"""`smsc-codec schema`: the contract for other languages."""

from __future__ import annotations

import click

from smsc_codec.cli import CLEAN
from smsc_codec.payloads import KINDS, codec


@click.command("schema")
@click.argument("kind", default="menu", type=click.Choice(list(KINDS)))
def command(kind: str) -> int:
    """Print the JSON Schema of a kind's values.

    \b
    Example:
      smsc-codec schema menu > menu.schema.json
    """
    import msgspec

    schema = msgspec.json.schema(codec(kind).value)
    click.echo(msgspec.json.format(msgspec.json.encode(schema), indent=2))
    return CLEAN
