"""`smsc-codec schema`: the contract for other languages."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import click

from smsc_codec.cli import CLEAN
from smsc_codec.cli.options import Kind
from smsc_codec.payloads import KINDS, codec, foreign_kinds

#: What has a schema beside the kinds.
CONFIGURATION = "configuration"


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


class _Named(Kind):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value) if value == CONFIGURATION else super().convert(value, param, ctx)


@click.command("schema")
@click.argument("kind", default="menu", type=_Named())
def command(kind: str) -> int:
    """Print the JSON Schema of a kind's values, or that of the configuration.

    \b
    Examples:
      smsc-codec schema menu > menu.schema.json
      smsc-codec schema configuration > configuration.schema.json
    """
    import msgspec

    if kind == CONFIGURATION:
        from smsc_codec.cli.configuration_schema import configuration_schema

        made = configuration_schema((*KINDS, *foreign_kinds()))
    else:
        made = schema(kind)
    click.echo(msgspec.json.format(msgspec.json.encode(made), indent=2))
    return CLEAN
