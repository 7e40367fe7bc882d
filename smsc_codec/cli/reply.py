"""`smsc-codec reply`: the octets of a reply to JSON."""

from __future__ import annotations

from typing import Any

import click

from smsc_codec.api.operations import (
    AddTemplate,
    DeleteTemplate,
    GetBalance,
    GetOperatorTemplates,
    GetStatus,
    GetTemplates,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.replies import ReplyError, meanings, read_reply
from smsc_codec.api.replies.looks import NAMES, format_of
from smsc_codec.api.replies.model import Failure
from smsc_codec.cli import CLEAN, FINDINGS, terminal
from smsc_codec.cli.files import MOST_PIPED_WHOLE, Unreadable, opened
from smsc_codec.payloads.recipients.model import Phone
from smsc_codec.text.charsets import CHARSETS

_MESSAGE = Asked(Phone("79990000000"), 1)
#: What was asked, in words; of a question the reply depends on nothing else.
ASKED: dict[str, tuple[str, Operation]] = {
    "send": ("send", Send()),
    "price": ("send", Send(cost=1)),
    "template": ("templates", AddTemplate("", "")),
    "done": ("templates", DeleteTemplate(1)),
    "templates": ("templates", GetTemplates()),
    "operators": ("op_templates", GetOperatorTemplates("", "")),
    "event": ("ping", Notify(1)),
    "status": ("status", GetStatus((_MESSAGE,))),
    "statuses": ("status", GetStatus((_MESSAGE,), many=True)),
    "balance": ("balance", GetBalance()),
}


@click.command("reply")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@click.option("--to", "asked", type=click.Choice(list(ASKED)), default="send", show_default=True,
              help="What was asked for; price: cost=1, template: add=1, done: chg=1 or del=1.")  # fmt: skip
@click.option("--fmt", type=click.IntRange(0, 3), default=3, show_default=True,
              help="The format of the reply: words, numbers, XML, JSON.")  # fmt: skip
@click.option("--all", "all_", type=click.IntRange(0, 2), default=0, show_default=True,
              help="The value of 'all' in a status request; it decides which numbers the reply has.")  # fmt: skip
@click.option("--charset", type=click.Choice(CHARSETS), default="utf-8", show_default=True,
              help="The charset of the request.")  # fmt: skip
def command(path: str, asked: str, fmt: Any, all_: Any, charset: Any) -> int:
    """Turn a reply of the service into JSON.

    \b
    Examples:
      echo '{"id": 1, "cnt": 1, "cost": "1.40"}' | smsc-codec reply
      echo 'OK - 1 SMS, ID - 1234' | smsc-codec reply --fmt 0
      echo '1,1286524541' | smsc-codec reply --to status --fmt 1

    A refusal is a reply too: its meaning, and what to do about it, are shown.

    Exit codes: 0 read, 1 a refusal, or not a reply of the service, 2 usage.
    """
    import msgspec

    endpoint, operation = ASKED[asked]
    if isinstance(operation, GetStatus):
        operation = msgspec.structs.replace(operation, all=all_)
    name = "<stdin>" if path == "-" else path
    try:
        with opened(path, MOST_PIPED_WHOLE) as file:
            data = file.read()
        reply = read_reply(data.rstrip(b"\r\n"), operation, fmt=fmt, charset=charset)
    except Unreadable as error:
        terminal.say(f"{name}: {error}")
        return FINDINGS
    except ReplyError as error:
        from smsc_codec.secrets import blotted

        # A page of a proxy's may echo the request.
        hint = _hint(data, fmt) or _meant(data, asked, fmt, charset)
        terminal.say(f"{name}: {blotted(str(error))}{terminal.spoken(hint)}")
        return FINDINGS
    click.echo(msgspec.json.format(msgspec.json.encode(reply), indent=2))
    if isinstance(reply, Failure):
        meaning = meanings.failure(endpoint, reply.code)
        terminal.say(f"error {reply.code}: {meaning.text}; {meaning.advice}")
        return FINDINGS
    return CLEAN


def _hint(data: bytes, fmt: int) -> str:
    """What a text looks like that is not a reply in the format that was asked for."""
    start = data.lstrip().lower()
    if not start:
        return "; it is empty"
    if start.startswith((b"<!doctype html", b"<html")):
        return "; it looks like a web page"
    if start.startswith(b"http/"):
        return "; give the body without its headers"
    looks = format_of(data)
    return f"; it looks like {NAMES[looks]}: --fmt {looks}" if looks is not None and looks != fmt else ""


def _meant(data: bytes, asked: str, fmt: Any, charset: Any) -> str:
    """In which other format a text is the reply that was asked for, or which other question it answers in this one."""
    for other in range(4):
        if other != fmt and _answers(data, asked, other, charset):
            return f"; it looks like {NAMES[other]}: --fmt {other}"
    for question in _TELLING:
        if question != asked and data.strip() not in _SAY_NOTHING and _answers(data, question, fmt, charset):
            return f"; it looks like a reply to another question: --to {question}"
    return ""


def _answers(data: bytes, question: str, fmt: Any, charset: Any) -> bool:
    try:
        reply = read_reply(data.rstrip(b"\r\n"), ASKED[question][1], fmt=fmt, charset=charset)
    except ReplyError:
        return False
    return not isinstance(reply, Failure)


#: The questions whose replies are told from others, the plainest ones first; and replies that are nobody's.
_TELLING = ("send", "price", "balance", "status", "statuses", "done", "template")
_SAY_NOTHING = (b"[]", b"{}")
