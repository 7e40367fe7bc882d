"""What `send` is asked to send: from a word, a file or JSON; linted before it goes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout

import click
import msgspec
from msgspec import structs

from smsc_codec import __version__
from smsc_codec.api.operations import Operation, Send
from smsc_codec.api.text.context import judged_by
from smsc_codec.cli import CLEAN, files, terminal
from smsc_codec.cli.asked import Request
from smsc_codec.cli.linting import lint
from smsc_codec.client import WrongLine
from smsc_codec.diagnostics import BuildError, Finding
from smsc_codec.linter import gate
from smsc_codec.linter.config import Settings
from smsc_codec.linter.kinds import ending
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.payloads import mailing, menu, message
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.message.options import MessageOptions
from smsc_codec.payloads.message.write import write
from smsc_codec.text import count


def words(text: str) -> Message:
    """A text of the command line. It never becomes structure: scripts put strangers' words there."""
    made = Message(text)
    try:
        message.build(made)
    except BuildError as error:
        raise BuildError("text", f"{error.reason}; to send more than plain text use --file") from None
    return made


def operation(text: str) -> Send:
    """The operation that JSON says."""
    made = msgspec.json.decode(text, type=Operation)
    if not isinstance(made, Send):
        raise click.UsageError("the JSON does not describe a message to send")
    return made


def no_menu_as_text(operation: Send, name: str) -> None:
    """Stop what would send a voice menu's source by another channel than a call (IVR-1). Raises UsageError."""
    made = operation.message
    if made is None or how_it_goes(operation) == "call":
        return
    text = write(made)
    of_menu = ending(name)
    if not (of_menu and of_menu[0] == "menu") and not menu.CODEC.looks_like(text):
        return
    goes = how_it_goes(operation)
    paid = f" as {count(text).parts} SMS" if goes in ("sms", "flash") else ""
    raise click.UsageError(
        f"{name}: this is a voice menu, but it would be sent as text{paid}; "
        "use --call to make it a call, or --menu-as-text to send its source"
    )


def how_it_goes(operation: Send) -> str:
    """The channel of a message, by its prefix where the operation does not say it."""
    if operation.channel != "sms" or operation.message is None:
        return operation.channel
    return operation.message.channel or "sms"


def sound(name: str, operation: Send, *, menu_as_text: bool) -> bool:
    """Whether a message is without an error; shows what the linter finds."""
    assert operation.message is not None
    text = message.build(operation.message)
    options = MessageOptions(**judged_by(operation))
    settings = Settings(languages={"message": options}, ignore=("VOX006",) if menu_as_text else ())
    return _shown(name, text, gate.lint(text, "message", settings))


def sound_request(text: str) -> bool:
    """Whether a request without a text for people is without an error; shows what the linter finds."""
    return _shown("request", text, gate.lint(text, "request"))


def _shown(name: str, text: str, findings: tuple[Finding, ...]) -> bool:
    if findings:
        style = Style(terminal.has_color(sys.stderr, "auto"), terminal.width(sys.stderr), terminal.language())
        report = FileReport(name, text, findings)
        for piece in render("full", [report], style=style, rules=all_rules(), version=__version__):
            sys.stderr.write(piece)
    return not any(finding.severity == "error" for finding in findings)


def sound_list(path: str, how: Send, *, menu_as_text: bool) -> bool:
    """Whether a list of any length is without an error, sent in a way; shows what the linter finds."""
    fileurl = how.fileurl is not None
    known = MailingOptions(fileurl=fileurl, **judged_by(structs.replace(how, list=Mailing())))
    ignore = ("VOX006",) if menu_as_text else ()
    request = Request(
        paths=(path,),
        kind="mailing",
        fail_on="error",
        quiet=True,
        ignore=ignore,
        languages={"mailing": known},
    )
    with redirect_stdout(sys.stderr):
        return lint(request) == CLEAN


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
