"""What both commands share: who asks, where, and what is said when it goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click
import msgspec

from smsc_codec.api.access import Access, Login
from smsc_codec.api.hosts import addresses
from smsc_codec.api.text.write import base_address
from smsc_codec.cli import FINDINGS, files, terminal
from smsc_codec.cli.access import NEEDED, from_environment
from smsc_codec.client import Client, OutcomeUnknown, UnclearLines
from smsc_codec.client import connect as by_name
from smsc_codec.diagnostics import BuildError, CodecError, WrongArgument

F = TypeVar("F", bound=Callable[..., Any])


def where_options(command: F) -> F:
    """`--host`: the service itself, or a stand-in. `--transport`: what carries requests there."""
    told = "The service's address, or a sandbox's (or SMSC_HOST in the environment)."
    by = "The transport to use, by the name that its package gives it."
    add = click.option("--transport", envvar="SMSC_TRANSPORT", default="httpx", metavar="NAME", help=by)
    made: F = click.option("--host", envvar="SMSC_HOST", metavar="URL", help=told)(add(command))
    return made


def connect(host: str | None, transport: str) -> Client:
    """A client for whom the environment names, or who answers at the terminal. Raises UsageError."""
    try:
        hosts = [base_address(host)] if host else addresses()
    except BuildError as error:
        raise click.UsageError(f"--host: {error.reason}") from None
    try:
        return by_name(who_asks(), transport, hosts=hosts)
    except WrongArgument as error:
        raise click.UsageError(f"--transport: {error.expected}") from None


def who_asks() -> Access:
    """Who the environment names, or who answers at the terminal. Raises UsageError."""
    access = from_environment()
    if access is not None:
        return access
    if not sys.stdin.isatty():
        raise click.UsageError(f"no login or key; set {NEEDED}")
    login = click.prompt(terminal.spoken("Login"), err=True)
    return Login(login, click.prompt(terminal.spoken("Password"), hide_input=True, err=True))


class Ended(Exception):
    """A command has said why it cannot go on; `code` is its exit code."""

    def __init__(self, code: int = FINDINGS) -> None:
        self.code = code
        super().__init__(code)


@contextmanager
def errors_in_words(name: str = "") -> Iterator[None]:
    """Say in words what goes wrong, and end the command."""
    before = f"{name}: " if name else ""
    try:
        yield
    except (CodecError, files.Unreadable, msgspec.DecodeError, OSError, RecursionError) as error:
        for words in _said(error, before):
            terminal.say(words)
        for note in getattr(error, "__notes__", ()):
            terminal.say(note)
        raise Ended from error


def _said(error: Exception, before: str) -> Iterator[str]:
    match error:
        case BuildError():
            for field, reason in error.all:
                yield f"{before}{field}: {reason}" if field else f"{before}{reason}"
        case OutcomeUnknown():
            yield f"it is not known whether this was carried out: {error.reason}"
            if error.ask is not None:
                phone = error.ask.messages[0].phone.number
                yield f"before you repeat it, check: smsc-codec status {phone} {error.id}"
        case UnclearLines():
            yield str(error)
            yield "choose with --unclear ask, --unclear repeat or --unclear sent"
        case OSError():
            yield f"{error.filename or before}: {error.strerror or error}"
        case RecursionError():
            yield f"{before}the JSON is nested too deeply"
        case _:
            yield f"{before}{error}"


def show(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))
