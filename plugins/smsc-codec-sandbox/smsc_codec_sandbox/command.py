"""`smsc-codec serve`: a sandbox until it is told to end."""

from __future__ import annotations

import click
import msgspec

from smsc_codec_sandbox.server import HOST, PORT


@click.command("serve")
@click.option("--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port to listen on; 0 for any free port.",
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False),
    help="A TOML file with accounts, prices and more.",
)
@click.option(
    "--db",
    type=click.Path(dir_okay=False),
    help="An SQLite file to keep everything in (otherwise in memory).",
)
@click.option(
    "--record",
    type=click.Path(dir_okay=False),
    help="Append each request and its reply to this file, as JSON.",
)
@click.option(
    "--smtp",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Also accept messages by e-mail on this port; 0 for any free port. Needs the extra `mail`.",
)
@click.option(
    "--allow-host",
    "allow_hosts",
    multiple=True,
    metavar="NAME",
    help="Also accept requests to this host name (otherwise only localhost and this machine's addresses).",
)
def command(
    host: str,
    port: int,
    config: str | None,
    db: str | None,
    record: str | None,
    smtp: int | None,
    allow_hosts: tuple[str, ...],
) -> int:
    """Stand in for the service on this machine: catch, price, lint and show what clients send.

    \b
    Examples:
      smsc-codec serve
      curl 'http://127.0.0.1:8025/sys/send.php?login=alex&psw=123&phones=79990000000&mes=Hello'

    Nothing is sent, and nobody is called. Stop it with Ctrl-C.
    """
    import signal
    from contextlib import ExitStack
    from io import FileIO
    from pathlib import Path

    from smsc_codec_sandbox import server
    from smsc_codec_sandbox.config import Config, ConfigError, load
    from smsc_codec_sandbox.model import Exchange
    from smsc_codec_sandbox.service import Service
    from smsc_codec_sandbox.store import Store, StoreError, private

    try:
        settings = load(Path(config)) if config else Config()
        settings = msgspec.structs.replace(settings, allow_hosts=(*settings.allow_hosts, *allow_hosts))
        store = Store(db or ":memory:", settings.keep, settings.keep_files)
    except (ConfigError, StoreError) as error:
        raise click.UsageError(str(error)) from None
    try:
        listener = server.listening(host, port)
    except (OSError, OverflowError) as error:
        raise click.UsageError(f"cannot listen at {host}, port {port}: {error}") from None
    try:
        log = FileIO(record, "a", opener=private) if record else None
    except OSError as error:
        raise click.UsageError(f"cannot write to {record}: {error.strerror}") from None
    service = Service(settings, store)
    with ExitStack() as stack:
        stack.callback(store.close)
        stack.enter_context(listener)
        mails, mailbox = None, None
        if smtp is not None:
            try:
                from smsc_codec_sandbox.mailbox import Mailbox

                mails = stack.enter_context(server.listening(host, smtp))
                mailbox = Mailbox(service, mails)
            except ImportError:
                raise click.UsageError("--smtp needs aiosmtpd: install smsc-codec-sandbox[mail]") from None
            except (OSError, OverflowError) as error:
                raise click.UsageError(f"cannot listen at {host}, port {smtp}: {error}") from None
        if log is not None:
            stack.enter_context(log)

            def heard(exchange: Exchange, log: FileIO = log) -> None:
                log.write(msgspec.json.encode(exchange) + b"\n")

            service.heard.append(heard)
        address = server.address(listener)
        click.echo(f"the sandbox listens at {address}")
        click.echo(f"  {address}/sys/send.php   what clients are pointed at, with the other endpoints")
        click.echo(f"  {address}/               what was caught, as a page")
        click.echo(f"  {address}/sandbox/api    the same as JSON")
        if mails is not None:
            host, number = mails.getsockname()[:2]
            click.echo(f"  mails: {host}, port {number}")
        who = ", ".join(a.login for a in settings.accounts) or "any login, with any password but 'wrong'"
        click.echo(f"  accounts: {who}")
        made = server.Server(service, mailbox)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: made.stop())
        made.run(listener)
    return 0
