"""`smsc-codec big`: the commands for lists that one process is too slow for, one file a command."""

from __future__ import annotations

from importlib import import_module

import click

#: Each command and the line that tells of it; `commands/NAME.py` has it as `command`, loaded when it is called.
COMMANDS: dict[str, str] = {
    "lint": "Find what is wrong with lists, with many processes.",
    "price": "Count parts and money, and show the texts that cost most.",
    "prepare": "Make shards of lists and tables: requests without duplicates and stopped numbers, by zone and time.",
    "send": "Send the shards, each line at most once unless it is told; resumable.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        from smsc_codec.cli.options import speaking

        if name not in COMMANDS:
            return None
        found: click.Command = import_module(f"{__name__}.{name}").command
        return speaking(found)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command("big", cls=_Lazy, short_help="Lint, price, prepare and send lists of any length, on Dask.")
def command() -> None:
    """Lists of tens of millions of lines, by many processes, here or on other machines.

    \b
    Examples:
      smsc-codec big lint 's3://mailings/july/*.list.zst'
      smsc-codec big lint --scheduler tls://10.0.0.5:8786 huge.list

    SOURCE is a file, an address that fsspec knows, or a pattern of such: a list, plain or packed with gzip or zstd, or
    a table (CSV, Parquet), for which --template says the messages. docs/big.md says when one process is better.
    """
