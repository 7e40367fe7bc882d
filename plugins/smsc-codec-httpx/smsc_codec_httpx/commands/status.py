"""`smsc-codec status`: what became of messages."""

from __future__ import annotations

from typing import Any

import click

from smsc_codec.api.operations.status import GetStatus
from smsc_codec.api.parameters.message_id import plain
from smsc_codec.api.replies import meanings
from smsc_codec.cli import CLEAN, FINDINGS, terminal
from smsc_codec.client import asked
from smsc_codec_httpx.commands.common import Ended, connect, errors_in_words, show, where_options


@click.command("status", short_help="Show the delivery status of messages.")
@click.argument("messages", nargs=-1, required=True, metavar="PHONE ID [PHONE ID]...")
@click.option("--all", "all_", type=click.IntRange(0, 2), default=0, show_default=True,
              help="How much to ask for: 1 adds time, cost, sender and text, 2 also operator and country.")  # fmt: skip
@where_options
def command(messages: tuple[str, ...], all_: Any, host: str | None, transport: str) -> int:
    """Show the delivery status of messages: JSON on the output, in words on standard error.

    Set SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY, in the environment.

    \b
    Examples:
      smsc-codec status 79990000000 1234
      smsc-codec status 79990000000 1234 79990000001 1235 --all 1
      SMSC_HOST=http://127.0.0.1:8025 smsc-codec status 79990000000 1234

    Exit codes: 0 answered; 1 a message was not found, a refusal or no answer; 2 usage.
    """
    if len(messages) % 2:
        raise click.UsageError("give an id for each phone: PHONE ID")
    try:
        with errors_in_words():
            pairs = zip(messages[::2], messages[1::2], strict=True)
            question = GetStatus(tuple(asked(phone, plain(id)).messages[0] for phone, id in pairs), all=all_)
            with connect(host, transport) as client:
                rows = client.status(question)
    except Ended as end:
        return end.code
    show(rows if len(rows) > 1 else rows[0])
    for message, row in zip(question.messages, rows, strict=True):
        why = f" ({meanings.error(row.err)})" if row.err else ""
        terminal.say(f"{message.phone.number} {message.id}: {meanings.status(row.status)}{why}")
    return FINDINGS if any(row.status == meanings.NOT_FOUND for row in rows) else CLEAN
