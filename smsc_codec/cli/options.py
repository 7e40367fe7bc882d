"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any

import click
from click.shell_completion import CompletionItem

from smsc_codec.cli import terminal
from smsc_codec.linter.registry import ConfigError, existing_kind
from smsc_codec.linter.words import LANGUAGES, Language, said
from smsc_codec.payloads import ALIASES, KINDS, foreign_kinds


class Kind(click.ParamType):  # type: ignore[type-arg]  # of the older clicks it is none
    """A kind of payload, or another word for one; those of packages of others count too."""

    name = "kind"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """What stands for it in the help."""
        return f"[{'|'.join((*KINDS, *ALIASES))}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The kind that a word says."""
        word = str(value)
        if word in KINDS or word in ALIASES:
            return ALIASES.get(word, word)
        try:
            return existing_kind(word, "")
        except ConfigError as error:
            self.fail(error.reason, param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The kinds that begin as typed."""
        return [
            CompletionItem(kind)
            for kind in (*KINDS, *ALIASES, *foreign_kinds())
            if kind.startswith(incomplete)
        ]


def kind_option(help: str, *, default: str | None = None) -> Callable[[Any], Any]:
    """`--as KIND`."""
    return click.option("--as", "kind", type=Kind(), default=default, help=help)


def encoding_option(help: str) -> Callable[[Any], Any]:
    """`--encoding NAME`, one that Python knows."""
    return click.option("--encoding", metavar="NAME", callback=_encoding, help=help)


def _encoding(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    try:
        if name is not None:
            bytes(4).decode(name)  # Python has codecs that are not for text: only trying tells
    except (LookupError, ValueError):
        raise click.BadParameter(f"unknown encoding '{name}'; try utf-8 or windows-1251") from None
    return name


def speaking(command: click.Command) -> click.Command:
    """The command, and those below it, with `--lang`."""
    if not any(parameter.name == "lang" for parameter in command.params):
        command.params.append(
            click.Option(
                ["--lang"], type=click.Choice(LANGUAGES), expose_value=False,
                help="The language of messages (by default from the configuration, otherwise the locale).",
            )
        )  # fmt: skip
    for below in getattr(command, "commands", {}).values():
        speaking(below)
    return command


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language that `--lang` asks for among the arguments: what is wrong with these is said in it, too."""
    found: Language | None = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        name, sign, given = argument.partition("=")
        given = given if sign else "".join(arguments[at + 1 : at + 2])
        if name == "--lang":
            found = next((one for one in LANGUAGES if one == given), found)
    return found


def show_error(error: click.ClickException) -> None:
    """What click says of a wrong call, in the reader's language."""
    told = StringIO()
    error.show(told)
    for line in told.getvalue().splitlines():
        print(terminal.plain(terminal.discreet(said(line, terminal.language()))), file=sys.stderr)


def complete_rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes and names of rules that begin as typed, each with what it is about."""
    from smsc_codec.linter.registry import all_rules

    before, comma, typed = incomplete.rpartition(",")
    return [
        CompletionItem(before + comma + word, help=rule.page.partition("\n")[0])
        for rule in all_rules().values()
        for word in (rule.code, rule.name)
        if word.startswith(typed)
    ]
