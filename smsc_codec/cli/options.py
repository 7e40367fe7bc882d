"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from smsc_codec.payloads import ALIASES, KINDS


def kind_option(help: str, *, default: str | None = None) -> Callable[[Any], Any]:
    """`--as KIND`."""
    choice = click.Choice([*KINDS, *ALIASES])
    return click.option("--as", "kind", type=choice, default=default, callback=_kind, help=help)


def _kind(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    return name and ALIASES.get(name, name)


def encoding_option(help: str) -> Callable[[Any], Any]:
    """`--encoding NAME`, one that Python knows."""
    return click.option("--encoding", metavar="NAME", callback=_encoding, help=help)


def _encoding(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    try:
        if name is not None:
            bytes(4).decode(name)  # Python has codecs that are not for text: only trying tells
    except (LookupError, ValueError):
        raise click.BadParameter(f"there is no encoding '{name}'; try utf-8 or windows-1251") from None
    return name


def complete_rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes and names of rules that begin as typed, each with what it is about."""
    from smsc_codec.lint.registry import all_rules

    before, comma, typed = incomplete.rpartition(",")
    return [
        CompletionItem(before + comma + word, help=rule.page.partition("\n")[0])
        for rule in all_rules().values()
        for word in (rule.code, rule.name)
        if word.startswith(typed)
    ]
