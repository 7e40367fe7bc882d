"""`smsc-codec schema`: the contract for other languages."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import click

from smsc_codec.cli import CLEAN
from smsc_codec.cli.options import Kind
from smsc_codec.payloads import codec


def schema(kind: str) -> Any:
    """The JSON Schema of a kind's values."""
    return schema_of(codec(kind).value)


def schema_of(value: type) -> Any:
    """The JSON Schema of a type, the same on every Python: from 3.13 on docstrings come without indents."""
    import msgspec

    def clean(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: cleandoc(v) if key == "description" else clean(v) for key, v in node.items()}
        return [clean(item) for item in node] if isinstance(node, (list, tuple)) else node

    return clean(msgspec.json.schema(value))


@click.command("schema")
@click.argument("kind", default="menu", type=Kind())
def command(kind: str) -> int:
    """Print the JSON Schema of a kind's values.

    \b
    Example:
      smsc-codec schema menu > menu.schema.json
    """
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(schema(kind)), indent=2))
    return CLEAN
