"""`smsc-codec request`: the JSON of an operation to a request."""

from __future__ import annotations

import sys
from typing import Any, get_args

import click

from smsc_codec.api.access import Access
from smsc_codec.api.building import Format, Method, build_request
from smsc_codec.api.operations import Operation
from smsc_codec.api.text.read import Asked
from smsc_codec.api.text.write import HIDDEN, HOST, to_address, to_curl, to_http
from smsc_codec.cli import CLEAN, FINDINGS, files, terminal
from smsc_codec.cli.access import NEEDED, from_environment
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import CHARSETS


@click.command("request")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@click.option("--to", "form", type=click.Choice(["url", "curl", "http"]), default="curl", show_default=True,
              help="An address, a command, or the octets of an HTTP message.")  # fmt: skip
@click.option("--method", type=click.Choice(get_args(Method)), default="POST", show_default=True,
              help="For curl and http. POST keeps the password out of the address.")  # fmt: skip
@click.option("--fmt", type=click.IntRange(0, 3), help="The format of the reply: words, numbers, XML, JSON.")
@click.option("--charset", type=click.Choice(CHARSETS), help="The request's charset (utf-8).")
@click.option("--rest", is_flag=True, help="A JSON object to /rest/send/ (unconfirmed).")
@click.option("--host", default=HOST, show_default=True, metavar="URL", help="The service's address.")
@click.option("--secrets", is_flag=True,
              help="Fill in SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY; without it placeholders are written.")  # fmt: skip
def command(
    path: str,
    form: str,
    method: Method,
    fmt: Format | None,
    charset: Any,
    rest: bool,
    host: str,
    secrets: bool,
) -> int:
    """Turn the JSON of an operation into a request.

    The JSON is an operation, or what `parse --as request` prints; `schema request` prints its JSON Schema.
    Everything that the documentation does not allow is reported with its field.

    \b
    Examples:
      echo '{"type": "send", "phones": {"items": [{"type": "phone", "number": "79990000000"}]},
             "message": {"text": "Hello!"}}' | smsc-codec request --to url
      smsc-codec parse --as request hello.request | smsc-codec request
      smsc-codec request --to http --secrets send.json | nc localhost 8025

    Exit codes: 0 built, 1 not (each field and its reason are shown), 2 usage.
    """
    import msgspec

    name = relative_name(path)
    try:
        asked = _asked(files.read(path, "utf-8").text)
        asked = msgspec.structs.replace(
            asked, fmt=asked.fmt if fmt is None else fmt, charset=charset or asked.charset
        )
        access = _access() if secrets else HIDDEN
        if form == "url":
            click.echo(to_address(asked, access, host))
            return CLEAN
        request = build_request(
            asked.operation, access, fmt=asked.fmt, charset=asked.charset, method=method, rest=rest
        )
        if form == "curl":
            click.echo(to_curl(request, host))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(to_http(request, host))
    except files.Unreadable as error:
        return show_unreadable(name, error)
    except BuildError as error:
        for field, reason in error.all:
            terminal.say(f"{name}: {field}: {reason}" if field else f"{name}: {reason}")
        return FINDINGS
    except RecursionError:
        terminal.say(f"{name}: the JSON is nested too deeply")
        return FINDINGS
    except msgspec.DecodeError as error:
        terminal.say(f"{name}: {error}")
        return FINDINGS
    return CLEAN


def _asked(text: str) -> Asked:
    import msgspec

    raw = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
    if "operation" in raw:
        return msgspec.json.decode(text, type=Asked)
    operation = msgspec.json.decode(text, type=Operation)
    return Asked(operation=operation, fmt=3, charset="utf-8")


def _access() -> Access:
    access = from_environment()
    if access is None:
        raise click.UsageError(f"--secrets needs {NEEDED}")
    return access
