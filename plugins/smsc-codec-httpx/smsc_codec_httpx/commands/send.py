"""`smsc-codec send`: a message, a call, or a mailing."""

from __future__ import annotations

import gc
import sys
from contextlib import AbstractContextManager, nullcontext
from decimal import Decimal
from itertools import islice
from typing import Any, get_args

import click
from msgspec import Struct, structs

from smsc_codec.api.building import build_request
from smsc_codec.api.operations import Send
from smsc_codec.api.operations.send import Link
from smsc_codec.api.replies import meanings
from smsc_codec.api.text.write import HIDDEN, HOST, to_curl, to_http
from smsc_codec.cli import CLEAN, files, terminal
from smsc_codec.client import Client
from smsc_codec.client.flow import question
from smsc_codec.client.mailing import MOST_LINES, Unclear
from smsc_codec.payloads import message, recipients
from smsc_codec.payloads.binary import payload
from smsc_codec.payloads.mailing.model import Mailing
from smsc_codec_httpx.commands import content
from smsc_codec_httpx.commands.common import Ended, connect, errors_in_words, show, where_options
from smsc_codec_httpx.commands.follow import follow
from smsc_codec_httpx.commands.said import UNSAID, said, said_options
from smsc_codec_httpx.journal import FileJournal


class _Options(Struct, frozen=True, kw_only=True):
    """What was said on the command line beside what is sent."""

    host: str | None
    transport: str
    dry_run: bool
    yes: bool
    force: bool
    wait: float | None
    journal: str | None
    unclear: Unclear
    menu_as_text: bool


@click.command("send", short_help="Send a message, a call or a mailing; asks before it costs money.")
@click.argument("text", required=False)
@click.option("--to", "phones", metavar="PHONES", help="Phone numbers or groups, separated by commas.")
@click.option("--file", "path", type=click.Path(), metavar="FILE|-",
              help="The text; it may contain a menu, files and buttons.")  # fmt: skip
@click.option("--list", "listed", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="A mailing of any length: one message per line.")  # fmt: skip
@said_options
@click.option("--dry-run", is_flag=True, help="Show the request with the password hidden; send nothing.")
@click.option("--yes", is_flag=True, help="Send without asking, even if it costs money.")
@click.option("--force", is_flag=True, help="Send even if the linter finds errors.")
@click.option("--menu-as-text", is_flag=True,
              help="Send the source of a voice menu as text instead of a call.")  # fmt: skip
@click.option("--wait", type=click.FloatRange(0, 86400), metavar="SECONDS",
              help="Wait this long for the delivery status, and show it.")  # fmt: skip
@click.option("--journal", type=click.Path(dir_okay=False), metavar="FILE",
              help="With --list: continue where an earlier run with the same file stopped.")  # fmt: skip
@click.option("--unclear", type=click.Choice(get_args(Unclear)), default="stop", show_default=True,
              help="With --journal: what to do with a request whose outcome an earlier run did not see.")  # fmt: skip
@where_options
def command(text: str | None, phones: str | None, path: str | None, listed: str | None, **given: Any) -> int:
    """Send a message, a call or a mailing; the reply is JSON on the output.

    TEXT is always sent as plain text; a --file may contain a menu, files and buttons. Without either, the JSON of
    an operation is read from standard input. The text is checked first. Set SMSC_LOGIN and SMSC_PSW, or
    SMSC_APIKEY, in the environment; at a terminal you are asked for them.

    \b
    Examples:
      smsc-codec send --to 79990000000 "Hello!"
      smsc-codec send --to 79990000000 --call --file taxi.menu --dry-run
      smsc-codec send --to a@example.org --channel mail --sender b@example.org --subj Bill --attach bill.pdf "Hello!"
      smsc-codec send --list clients.list --sender Shop --journal clients.journal
      smsc-codec send --host http://127.0.0.1:8025 --yes --wait 60 < operation.json

    Exit codes: 0 sent; 1 not sent, not known whether it was sent, or (with --wait) not delivered; 2 usage.
    """
    fields = {name: given.pop(name) for name in UNSAID}
    options = _Options(**given)
    if sum(one is not None for one in (text, path, listed)) > 1:
        raise click.UsageError("give only one of TEXT, --file and --list")
    if options.wait is not None and listed:
        raise click.UsageError("--wait is for a single message; 'status' asks about those of a list")
    if options.journal and not listed:
        raise click.UsageError("--journal works only with --list")
    try:
        if listed is not None:
            if phones is not None or fields["id_"] is not None:
                raise click.UsageError("a list already has its numbers, and its requests get their own ids")
            if fields["bin_"] is not None or fields["push"]:
                raise click.UsageError(
                    "--bin and --push are for a single message: a list can contain only texts"
                )
            if fields["cost"] == 1:
                raise click.UsageError(
                    "--cost 1 is for a single message: the price of a list is always shown before it is sent"
                )
            if fields["attach"]:
                raise click.UsageError("--attach is for a single message: a list cannot have files")
            _mailing(listed, said(fields), options)
        else:
            _message(_operation(text, phones, path, fields), path or "text", options)
    except Ended as end:
        return end.code
    return CLEAN


def _operation(text: str | None, phones: str | None, path: str | None, fields: dict[str, Any]) -> Send:
    if text is None and path is None and phones is None:
        if sys.stdin.isatty():
            raise click.UsageError(
                "missing text: give TEXT, --file or --list, or the JSON of an operation on standard input"
            )
        if fields != UNSAID:
            raise click.UsageError(
                "the JSON already describes the whole operation: leave out the other options"
            )
        with errors_in_words("<stdin>"):
            return content.operation(files.read("-", "utf-8").text)
    if phones is None:
        raise click.UsageError("missing recipient: give --to")
    with errors_in_words("--to"):
        to = recipients.parse(phones)
    with errors_in_words(path or ""):
        held = _held(text, path, fields["bin_"], fields["push"])
    return structs.replace(said(fields), phones=to, **held)


def _held(text: str | None, path: str | None, binary: int | None, push: bool) -> dict[str, Any]:
    """What a message holds; nothing for hlr and ping (HLR-1)."""
    if binary is not None and push:
        raise click.UsageError("give only one of --bin and --push")
    if path is None and (text is None or not (binary or push)):
        return {} if text is None else {"message": content.words(text)}
    source = _file(path) if path is not None else str(text)
    if binary is not None:
        return {"binary": payload.parse(source), "raw": binary == 1}
    if push:
        return {"push": Link(*source.partition("\n")[::2])}
    return {"message": message.parse(source)}


def _file(path: str) -> str:
    """A file's text as it is sent: line ends are one character, and the last one is the editor's."""
    return files.read(path).text.replace("\r\n", "\n").removesuffix("\n")


def _message(operation: Send, name: str, options: _Options) -> None:
    if not options.menu_as_text:
        content.no_menu_as_text(operation, name)
    with errors_in_words():
        request = build_request(operation, HIDDEN)  # tells all that is wrong before anybody is asked
        if operation.message is not None:
            _go_on(content.sound(name, operation, menu_as_text=options.menu_as_text), options)
        elif operation.binary is not None or operation.push is not None:
            _go_on(content.sound_request(to_http(request).decode(errors="replace")), options)
    if options.dry_run:
        with errors_in_words("--host"):
            host = options.host or HOST
            click.echo(to_http(request, host) if operation.files else to_curl(request, host))
        return
    with connect(options.host, options.transport) as client, errors_in_words():
        if not options.yes and operation.cost != 1:
            price = client.cost(operation)
            _agreed(price.cost, price.cnt)
        if operation.cost == 1:
            show(client.cost(operation))
            return
        reply = client.send(operation)
        show(reply)
        if options.wait is not None:
            _followed(client, structs.replace(operation, id=reply.id), options.wait)


def _followed(client: Client, operation: Send, seconds: float) -> None:
    about = question(operation)
    if about is None:
        terminal.say("--wait: this message has no phone number to ask about")
        raise Ended
    if follow(client, about, seconds).status not in meanings.ARRIVED:
        raise Ended


def _mailing(path: str, how: Send, options: _Options) -> None:
    # The program looks for garbage in circles seldom, since most runs are short; each request leaves some.
    gc.set_threshold(700)
    with errors_in_words(path):
        _go_on(content.sound_list(path, how, menu_as_text=options.menu_as_text), options)
        total = 0
        for total, line in enumerate(content.lines(path), 1):  # a wrong line is told before anything is sent
            if "{menu:" in line.text and not options.menu_as_text:
                one = structs.replace(how, message=message.read(line.text).value)
                content.no_menu_as_text(one, f"{path}, message {total}")
    if options.dry_run:
        _show_first(path, how, total, options)
        return
    progress = terminal.Progress()
    # The journal first: a file that is none is told before anything is asked.
    with (
        connect(options.host, options.transport) as client,
        errors_in_words(path),
        _journal(options) as journal,
    ):
        if not options.yes:
            _agreed(*_price(client, path, how))
        try:
            done = client.mailing(
                content.lines(path),
                how,
                journal=journal,
                unclear=options.unclear,
                progress=lambda now: progress.lines(path, now.lines),
                total=total,
            )
        finally:
            progress.clear()
        for words in done.told():
            terminal.say(words)
        show(done)


def _journal(options: _Options) -> AbstractContextManager[FileJournal | None]:
    return FileJournal(options.journal) if options.journal else nullcontext()


def _show_first(path: str, how: Send, total: int, options: _Options) -> None:
    with errors_in_words(path):
        first = tuple(islice(content.lines(path), MOST_LINES))
        request = build_request(structs.replace(how, list=Mailing(first)), HIDDEN)
        click.echo(to_curl(request, options.host or HOST))
    terminal.say(f"{total} lines; this is the request for the first {len(first)}")


def _price(client: Client, path: str, how: Send) -> tuple[Decimal, int]:
    """What a list costs, asked in requests of many lines."""
    cost, cnt = Decimal(0), 0
    source = content.lines(path)
    while some := tuple(islice(source, MOST_LINES)):
        price = client.cost(structs.replace(how, list=Mailing(some)))
        cost += price.cost
        cnt += price.cnt
    return cost, cnt


def _go_on(sound: bool, options: _Options) -> None:
    if not sound and not options.force:
        terminal.say("not sent because of the errors: --force sends it anyway")
        raise Ended


def _agreed(cost: Decimal, cnt: int) -> None:
    """Ask the person, where there is one."""
    if not sys.stdin.isatty():
        terminal.say(f"this costs {cost} ({cnt} SMS); not sent: use --yes to send without a question")
        raise Ended
    if not click.confirm(terminal.spoken(f"This costs {cost} ({cnt} SMS). Send it?"), err=True):
        raise Ended
