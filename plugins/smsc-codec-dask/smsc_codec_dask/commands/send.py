"""`smsc-codec big send`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, get_args

import click
import msgspec
from smsc_codec_httpx.commands.common import Ended, errors_in_words, show
from smsc_codec_httpx.commands.said import UNSAID, said, said_options

from smsc_codec.client.mailing import Unclear
from smsc_codec_dask.commands.where import where_options

if TYPE_CHECKING:
    from smsc_codec.api.operations import Send
    from smsc_codec_dask.send.jobs import Result
    from smsc_codec_dask.shards.manifest import Header

#: Options of a single message, which shards say by themselves or cannot have.
_NOT_HERE = ("bin_", "push", "id_", "attach", "when", "tz")
#: A request waits for its reply most of the time.
_THREADS = 7


@click.command("send")
@click.argument("folder", metavar="FOLDER")
@said_options
@click.option("--host", envvar="SMSC_HOST", metavar="URL",
              help="The service's address, such as a sandbox's (or SMSC_HOST in the environment).")  # fmt: skip
@click.option("--unclear", type=click.Choice(get_args(Unclear)), default="stop", show_default=True,
              help="What becomes of a shard that a run began and saw no end of.")  # fmt: skip
@click.option("--yes", is_flag=True, help="Do not ask before it costs money.")
@click.option("--menu-as-text", is_flag=True, help="Send voice menus' sources as text.")
@click.option("--report", "report_file", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write what became of each shard into this file, as a line of JSON each.")  # fmt: skip
@where_options
def command(
    folder: str, host: str | None, unclear: Unclear, yes: bool, menu_as_text: bool, report_file: str | None,
    scheduler: str | None, workers: int | None, memory: str, **given: Any,
) -> int:  # fmt: skip
    """Send the shards that 'big prepare' made, from many workers; run again it goes on where it stopped.

    Each worker needs SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY, in its own environment; those of this machine have
    this one's. Nothing of them goes through the engine.

    \b
    Examples:
      smsc-codec big send s3://mailings/july --scheduler tls://10.0.0.5:8786 --sender Shop
      smsc-codec big send july/ --sender Shop --unclear ask

    Exit codes: 0 all are sent, 1 not all, or of some nobody knows, 2 usage.
    """
    fields = {name: given.pop(name) for name in UNSAID}
    for name in _NOT_HERE:
        if fields[name] != UNSAID[name]:
            option = {"when": "--time", "bin_": "--bin", "id_": "--id"}.get(name, f"--{name}")
            raise click.UsageError(
                f"{option}: shards have their own; 'big prepare' says when they go (--hours, --at)"
            )
    if fields["cost"] == 1:
        raise click.UsageError("--cost 1 asks for a price and sends nothing")
    try:
        with errors_in_words(folder):
            how = said(fields)
            return _send(
                folder, how, host, unclear, yes, menu_as_text, report_file, (scheduler, workers, memory)
            )
    except Ended as end:
        return end.code


def _send(
    url: str, how: Send, host: str | None, unclear: Unclear, yes: bool, menu_as_text: bool,
    report_file: str | None, where: tuple[str | None, int | None, str],
) -> int:  # fmt: skip
    from smsc_codec.api.hosts import addresses
    from smsc_codec.api.text.write import base_address
    from smsc_codec.cli import CLEAN, FINDINGS, terminal
    from smsc_codec.diagnostics import BuildError
    from smsc_codec_dask.engine import engine
    from smsc_codec_dask.send.pool import DaskPool
    from smsc_codec_dask.send.run import Run
    from smsc_codec_dask.shards.folder import Folder
    from smsc_codec_dask.shards.manifest import Manifest

    try:
        hosts = (base_address(host),) if host else addresses()
    except BuildError as error:
        raise click.UsageError(f"--host: {error.reason}") from None
    folder = Folder(url)
    header = Manifest(folder).header
    _agreed(header, yes)
    scheduler, workers, memory = where
    if scheduler is None:
        _known()
    with (
        engine(scheduler, workers=workers, memory=memory, threads=_THREADS) as cluster,
        _noted(report_file, header.lines) as note,
    ):
        run = Run(
            folder, how, DaskPool(cluster.client), unclear=unclear, hosts=hosts, clock=time.monotonic, note=note,
            menu_as_text=menu_as_text,
        )  # fmt: skip
        report = run.run()
    for words in report.told():
        terminal.say(words)
    show(report)
    return CLEAN if report.whole else FINDINGS


def _known() -> None:
    """Who asks, for the processes of this machine, which have its environment."""
    from smsc_codec_httpx.commands.common import who_asks

    from smsc_codec.api.access import Key

    access = who_asks()
    if isinstance(access, Key):
        os.environ["SMSC_APIKEY"] = access.apikey
    else:
        os.environ["SMSC_LOGIN"], os.environ["SMSC_PSW"] = access.login, access.psw


def _agreed(header: Header, yes: bool) -> None:
    from smsc_codec.cli import terminal

    told = f"{header.lines:,} messages in {header.shards:,} requests, {header.parts:,} SMS"
    if yes:
        return
    if not sys.stdin.isatty():
        terminal.say(f"{told}; not sent: --yes sends them without asking")
        raise Ended
    if not click.confirm(f"{told}. Send them?", err=True):
        raise Ended


@contextmanager
def _noted(path: str | None, lines: int) -> Iterator[Any]:
    """Shows how far it is; writes what becomes of each shard into a file, if one is named."""
    from smsc_codec_dask.progress import Progress

    with Progress("send", lines) as progress, open(path or os.devnull, "ab") as file:

        def note(result: Result) -> None:
            file.write(msgspec.json.encode(result) + b"\n")
            progress.done(result.lines, result.lines)

        yield note
