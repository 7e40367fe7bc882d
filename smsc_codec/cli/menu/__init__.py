"""`smsc-codec menu`: what callers can do in a menu. Each command is loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from smsc_codec.cli.options import speaking

#: Each command, the line that tells of it; its module here has it as `command`.
COMMANDS = {
    "explore": "Show everything that can happen: endings, times, traps, keys, numbers, cost.",
    "play": "Play a menu key by key: what the caller hears, and what happens.",
    "test": "Play transcripts of calls against their menus.",
    "graph": "Draw a menu as SVG, Mermaid or DOT, with its problems marked.",
    "diff": "Show what changed for callers between two menus.",
    "same": "Check whether two menus do the same, whatever callers do.",
    "new": "Write a new menu that lints clean, from questions or a table.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        return speaking(import_module(f"{__name__}.{name}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from smsc_codec.text.near import nearest

            meant = nearest(args[0], COMMANDS)
            if meant is None:
                raise
            raise click.UsageError(f"{error.message} Did you mean '{meant}'?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])


@click.command("menu", cls=_Lazy)
def command() -> None:
    """Follow a caller through a menu without phoning.

    \b
    Examples:
      smsc-codec menu explore main.menu       how it ends, how long that takes, where callers get stuck
      smsc-codec menu diff old.menu new.menu  what changed for callers
      smsc-codec menu test calls/             play every transcript below a folder
    """
