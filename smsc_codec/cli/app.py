"""The commands, each loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from smsc_codec import __version__, plugins
from smsc_codec.cli import terminal
from smsc_codec.cli.options import asked_language, show_error, speaking

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: Each command, the line that tells of it, and the module whose `command` it is.
COMMANDS = {
    "lint": "Find what is wrong with menus before they are sent.",
    "fmt": "Format menus.",
    "parse": "Turn a text into JSON.",
    "menu": "Follow a caller through a menu without phoning.",
    "build": "Turn JSON into a text that reads back the same.",
    "parts": "Show how many parts a text takes, and what makes it expensive.",
    "decode": "Show what is in the octets of a binary message.",
    "encode": "Turn the JSON of a binary message into hexadecimal digits.",
    "request": "Turn the JSON of an operation into a request.",
    "reply": "Turn a reply of the service into JSON.",
    "rule": "Show the page of a rule, or list them all.",
    "schema": "Print the JSON Schema of a kind's values.",
}

#: Commands of this project's own packages, and the extra that installs each.
EXTRAS = {"send": "http", "status": "http", "serve": "sandbox", "lsp": "lsp", "big": "big"}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *_others()]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS:
            return speaking(import_module(f"smsc_codec.cli.{name}").command)
        point = _others().get(name)
        return speaking(plugins.load(point)) if point else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if args[0] in EXTRAS:
                extra = f"smsc-codec[{EXTRAS[args[0]]}]"
                told = f"'{args[0]}' comes with {extra}: pip install '{extra}'"
                raise click.UsageError(told, ctx) from None
            from smsc_codec.text.near import nearest

            meant = nearest(args[0], self.list_commands(ctx))
            if meant is None:
                raise
            raise click.UsageError(f"{error.message} Did you mean '{meant}'?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items(), *((name, _told(ctx, name)) for name in _others())])


def _others() -> dict[str, EntryPoint]:
    """The commands that packages of others add; a built-in one is never replaced."""
    return {
        name: point for name, point in plugins.installed(plugins.COMMANDS).items() if name not in COMMANDS
    }


def _told(ctx: click.Context, name: str) -> str:
    """The line that tells of somebody else's command, or of what is wrong with it."""
    try:
        command: click.Command = plugins.load(_others()[name])
        return command.get_short_help_str(limit=100)
    except plugins.PluginError as error:
        return str(error)


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="smsc-codec", message="%(prog)s %(version)s")
def group() -> None:
    """Parse, check and build everything you send to the SMSC messaging service.

    \b
    Examples:
      smsc-codec lint menus/                 every menu below a folder
      smsc-codec lint --fix main.menu        apply the safe fixes
      smsc-codec rule IVR104                 what a rule is about

    Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 internal error.
    """


speaking(group)


def _formatter() -> type[click.HelpFormatter]:
    """What writes help, in the reader's language."""
    if terminal.language() == "en":
        return click.HelpFormatter
    from smsc_codec.cli.helping import Formatter

    return Formatter


def app(arguments: list[str]) -> int:
    """Run a command and give its exit code."""
    terminal.speak(asked=asked_language(arguments))
    click.Context.formatter_class = _formatter()
    try:
        code = group.main(arguments, prog_name="smsc-codec", standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        show_error(error)
        return error.exit_code
    return code if isinstance(code, int) else 0
