"""What `send` is asked to send: from a word, a file or JSON; linted before it goes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout

import click
import msgspec

import smsc_codec as sms
from smsc_codec import __version__
from smsc_codec.api.operations import Operation, Send
from smsc_codec.cli import CLEAN, files, terminal
from smsc_codec.cli.run import Request, lint
from smsc_codec.client import WrongLine
from smsc_codec.diagnostics import BuildError
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.payloads import mailing, message
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.message.model import Message


def words(text: str) -> Message:
    """A text of the command line. It never becomes structure: scripts put strangers' words there."""
    made = Message(text)
    try:
        message.build(made)
    except BuildError as error:
        raise BuildError(
            "text", f"{error.reason}; what is meant to be more than text goes into a --file"
        ) from None
    return made


def operation(text: str) -> Send:
    """The operation that JSON says."""
    made = msgspec.json.decode(text, type=Operation)
    if not isinstance(made, Send):
        raise click.UsageError("the JSON is no operation that sends")
    return made


def sound(name: str, text: str, channel: str) -> bool:
    """Whether a text is without an error; shows what the linter finds."""
    kind = {"call": "menu", "viber": "viber"}.get(channel, "message")
    findings = sms.lint(text, kind)
    if findings:
        style = Style(terminal.has_color(sys.stderr, "auto"), terminal.width(sys.stderr))
        report = FileReport(name, text, findings)
        for piece in render("full", [report], style=style, rules=all_rules(), version=__version__):
            sys.stderr.write(piece)
    return not any(finding.severity == "error" for finding in findings)


def sound_list(path: str) -> bool:
    """Whether a list of any length is without an error; shows what the linter finds."""
    with redirect_stdout(sys.stderr):
        return lint(Request(paths=(path,), kind="mailing", fail_on="error", quiet=True)) == CLEAN


def lines(path: str) -> Iterator[Line]:
    """The messages of a list, in constant memory. Raises WrongLine, Unreadable."""
    with files.opened(path) as file:
        for number, one in mailing.read_lines(_text(file)):
            if not isinstance(one, Line):
                raise WrongLine(number, 0, BuildError("", one.message))
            yield one


def _text(file: Iterable[bytes]) -> Iterator[str]:
    encoding = "utf-8-sig"  # the first line may have a mark before it
    for octets in file:
        try:
            yield octets.decode(encoding)
        except UnicodeDecodeError as error:
            raise files.Unreadable(f"not UTF-8: {files.place(octets, error.start)} of a line") from None
        encoding = "utf-8"
