"""The menus that the commands here follow: read as far as they can be read, under the policy that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args, get_type_hints

import click
from msgspec import Struct, structs

from smsc_codec.cli import files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.settings import load
from smsc_codec.diagnostics import ParseError, Problem
from smsc_codec.payloads import codec
from smsc_codec.payloads.menu import Menu, MenuOptions, read

_TOLD = {
    "wrong_key": "What happens after a key that the menu does not have.",
    "silence": "What happens if no key is pressed.",
    "after_leaf": "What happens after an item without sub-items.",
    "after_call": "What happens after a talk.",
}


def policy_options(function: Any) -> Any:
    """An option for each policy, where the service's page is silent."""
    hints = get_type_hints(MenuOptions)
    for name in reversed(_TOLD):
        option: Callable[[Any], Any] = click.option(
            f"--{name.replace('_', '-')}", type=click.Choice(get_args(hints[name])), help=_TOLD[name]
        )
        function = option(function)
    return function


def config_option(function: Any) -> Any:
    """`--config FILE`."""
    option: Callable[[Any], Any] = click.option(
        "--config",
        type=click.Path(),
        metavar="FILE",
        help="The configuration to use instead of the nearest one.",
    )
    return option(function)


class MenuFile(Struct, frozen=True):
    """A menu of a file, its name as people know it; `whole`: all of `text` could be read."""

    name: str
    menu: Menu
    whole: bool
    text: str = ""


def policy(config: str | None, said: Mapping[str, str | None]) -> MenuOptions:
    """The options of the configuration, with what was said on the command line. Raises ConfigError."""
    options: MenuOptions = load(config).settings.options("menu", MenuOptions)
    return structs.replace(options, **{name: value for name, value in said.items() if value is not None})


def menu_file(path: str, encoding: str | None = None, name: str | None = None) -> MenuFile:
    """The menu of a file, `-` for standard input. What cannot be read is shown, and passed over.

    `name` is what it is called where that is not its path. Raises files.Unreadable where there is no file, or nothing
    of a menu in it.
    """
    name = relative_name(path) if name is None else name
    source = files.read(path, encoding)
    if source.note:
        terminal.say(f"{name}: {source.note}")
    return menu_of(name, source.text)


def menu_of(name: str, text: str) -> MenuFile:
    """The menu that a text is."""
    menu, problems = menu_in(text)
    if problems:
        from smsc_codec.cli.trouble import show_parse_error

        show_parse_error(name, ParseError(text, problems), codec("menu"))
    if menu is None:
        raise files.Unreadable("this file has no menu")
    return MenuFile(name, menu, not problems, text)


def show_errors(file: MenuFile, config: str | None) -> None:
    """Say what lint calls an error in a menu that could be read: what is told of it then is told of a broken one."""
    if not file.whole:
        return  # what could not be read was said
    from smsc_codec.linter.gate import lint, render

    errors = [one for one in lint(file.text, "menu", load(config).settings) if one.severity == "error"]
    told = render(file.text, errors, name=file.name, form="concise", language=terminal.language())
    click.echo(told, nl=False, err=True)


def menu_in(text: str) -> tuple[Menu | None, tuple[Problem, ...]]:
    """The menu of a text, None where there is none, and what of it could not be read."""
    reading = read(text)
    menu: Menu | None = reading.value
    if menu is None and "menu" in text.casefold():
        from smsc_codec.payloads.menu.context import MenuContext

        meant = MenuContext(text, MenuOptions()).menu
        menu = meant if meant.items else None  # `{Menu:`: what was meant is plain
    return menu, reading.problems
