"""`smsc-codec decode`: hexadecimal digits to a tree, or to JSON."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import click
from msgspec import Struct

from smsc_codec.cli import CLEAN, FINDINGS, files, terminal
from smsc_codec.cli.octet_rows import Row, body_rows, header_rows, octet_row, readings, with_problems
from smsc_codec.cli.octet_table import table
from smsc_codec.cli.octets import KINDS, push_message, to_json
from smsc_codec.cli.push_rows import push_rows
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.diagnostics import CodecError, Lines, Problem, Span
from smsc_codec.linter.reports import Style
from smsc_codec.linter.reports.row import Row as Line
from smsc_codec.linter.reports.totals import plural
from smsc_codec.linter.reports.width import visible
from smsc_codec.payloads.binary import dcs, mms, payload, pid, push, udh, wsp
from smsc_codec.payloads.binary.cursor import moved
from smsc_codec.payloads.binary.payload import SEPARATOR
from smsc_codec.payloads.binary.push import ServiceIndication


class Decoded(Struct):
    """What octets were decoded as, what they say, and what is wrong with them (places in octets)."""

    kind: str
    title: str
    data: bytes
    value: Any
    rows: list[Row]
    problems: tuple[Problem, ...]


@click.command("decode")
@click.argument("digits", default="-", metavar="[HEX|-]")
@click.option("--as", "kind", type=click.Choice(KINDS),
              help="What the octets are (a push if they go to its port, else binary).")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="JSON that `encode` takes back, rather than a tree.")
def command(digits: str, kind: str | None, as_json: bool) -> int:
    """Show what the octets of a binary message say: header, body, WAP push.

    HEX is the message as `bin=2` takes it, perhaps with its line ~~~ and pid and dcs after it; - reads standard
    input, whose final line end does not count. A dcs and a pid are two digits too. In the tree each line begins
    with the number of an octet, from 0, and the octets; what is wrong stands where it is found.

    \b
    Examples:
      smsc-codec decode 050A0307056048656C6C6F2C20576F726C6421
      smsc-codec decode - < message.hex
      smsc-codec decode --as dcs F0
      smsc-codec decode --json 0048656C6C6F | smsc-codec encode

    Exit codes: 0 decoded, 1 something is wrong (what can be read is shown all the same), 2 usage.
    """
    name = "<stdin>" if digits == "-" else "HEX"
    text = digits
    try:
        if digits == "-":
            text = files.read("-").text.removesuffix("\n").removesuffix("\r")
    except files.Unreadable as error:
        return show_unreadable(name, error)
    message, found = payload.read(text)
    of_text = tuple(problem for problem in found if problem.kind in ("hex", "trailer"))
    sound = re.match("(?:[0-9A-Fa-f]{2})*", text.partition(SEPARATOR)[0])
    data = bytes.fromhex(sound[0]) if sound else b""
    if kind in ("dcs", "pid", "udh"):
        # These have no trailer: the line feed before one is no digit.
        decoded = _header(data) if kind == "udh" else _octet(kind, data)
        if SEPARATOR in text:
            why = f"a {kind} has nothing after it"
            of_text = (Problem(why, Span(text.index(SEPARATOR), len(text)), kind="trailer"),)
    else:
        decoded = _message(data, message, kind)
    if any(problem.kind == "hex" for problem in of_text):
        decoded.problems = ()  # they may come of the octets that were not read
    for problem in of_text:
        _point(name, text, problem)
    _advise(digits, kind, of_text or decoded.problems)
    if as_json:
        everything = (*decoded.problems, *(_in_octets(one, data) for one in of_text))
        click.echo(to_json(decoded.kind, decoded.value, everything))
    elif data and not (of_text and kind in ("dcs", "pid")):
        style = Style(terminal.has_color(sys.stdout, "auto"), terminal.width(sys.stdout))
        sys.stdout.write(f"{plural(len(data), 'octet')}: {visible(decoded.title)}\n\n")
        for line in table(data, with_problems(decoded.rows, decoded.problems, len(data)), style):
            sys.stdout.write(line + "\n")
    for problem in decoded.problems if as_json or not data else ():
        terminal.say(f"{name}: octet {problem.span.start}: {problem.message}")
    return FINDINGS if decoded.problems or of_text else CLEAN


def _octet(kind: str, data: bytes) -> Decoded:
    reader: Any = dcs if kind == "dcs" else pid
    octet = data[0] if data else 0
    problems: tuple[Problem, ...] = ()
    if len(data) != 1:
        why = f"a {kind} is one octet, two digits; here are {len(data)}"
        problems = (Problem(why, Span(min(1, len(data)), len(data))),)
    rows = [octet_row(kind, octet, 0, 1)] if data else []
    return Decoded(kind, kind, data, reader.parse(octet), rows, problems)


def _header(data: bytes) -> Decoded:
    header, problems = udh.read(data)
    end = data[0] + 1 if data else 0
    if not problems and end < len(data):
        problems = (
            Problem(f"the header has ended, {plural(len(data) - end, 'octet')} follow", Span(end, end)),
        )
    return Decoded("udh", "user data header", data, header, list(header_rows(data, header)), problems)


def _message(data: bytes, message: payload.BinaryMessage, kind: str | None) -> Decoded:
    header, problems = udh.read(data)
    start = min(data[0] + 1, len(data)) if data else 0
    if kind is None:
        kind = "push" if not problems and _is_push(data, header, start) else "binary"
        framed = kind == "push" or (not problems and _goes_to_push(header))
    else:
        framed = kind == "push"
    texts = [] if framed else readings(data[start:], header, start, message.dcs)
    rows = list(header_rows(data, header, texts[0].text if texts else ""))
    title = "binary message"
    value: Any = message
    if framed:
        rows += push_rows(data, start)
    else:
        rows += body_rows(data, start, texts)
    if kind == "push":
        found, problems = push.read(data)
        title = _title(found)
        value = push_message(found, message.pid, message.dcs)
    elif framed and header.ports:
        notice, problems = _mms(data, start)
        if notice is not None:
            title = _notice(notice)
    for name, octet in (("pid", message.pid), ("dcs", message.dcs)):
        if octet is not None:
            rows.append(octet_row(name, octet, len(data), len(data)))
    return Decoded(kind, title, data, value, rows, problems)


def _goes_to_push(header: udh.Header) -> bool:
    """Whether the header names the port of WAP push; one part of several is no push by itself."""
    ports, part = header.ports, header.concatenation
    whole = part is None or part.total == 1
    return whole and ports is not None and ports.destination == push.PORTS.destination


def _is_push(data: bytes, header: udh.Header, start: int) -> bool:
    """Whether a link is pushed: the same port takes other things too, such as notifications of MMS."""
    if not _goes_to_push(header):
        return False
    unit, wrong = wsp.read(data[start:])
    return bool(wrong) or unit.content_type.media in push.MEDIA


def _mms(data: bytes, start: int) -> tuple[mms.Message | None, tuple[Problem, ...]]:
    """The MMS message that a push holds, if it holds one, and what is wrong with it."""
    unit, wrong = wsp.read(data[start:])
    if wrong or unit.content_type.media != mms.MEDIA:
        return None, ()
    message, problems = mms.read(unit.body)
    by = len(data) - len(unit.body)
    return message, moved(problems, by)


def _notice(message: mms.Message) -> str:
    """What an MMS message says in one line."""
    if message.type != "m-notification-ind":
        return f"MMS message {message.type}".rstrip()
    sender, address = message.get("From"), message.get("X-Mms-Content-Location")
    by = f" from {sender}" if isinstance(sender, str) else ""
    return f"MMS notification{by}: {address if isinstance(address, str) else 'no address'}"


def _title(found: push.Push) -> str:
    try:
        service = found.service
    except CodecError:
        return "WAP push"
    if isinstance(service, ServiceIndication):
        return f'WAP push, service indication: {service.href or "no link"} "{service.text}"'
    return f"WAP push, service loading: {service.href}"


def _in_octets(problem: Problem, data: bytes) -> Problem:
    """A problem of the digits as one of the octets."""
    place = min(problem.span.start // 2, len(data))
    return Problem(problem.message, Span(place, place))


def _point(name: str, text: str, problem: Problem) -> None:
    """Say what is wrong with the digits, with a caret under the place."""
    lines = Lines(text)
    number, column = lines.position(problem.span.start)
    line = lines.span(number)
    room = terminal.width(sys.stderr) or 80
    row = Line(text, line, column - 1, column, room - 4)
    start, end = row.columns(column - 1, column)
    at = f"line {number}, column {column}: " if lines.last > 1 else ""
    terminal.say(f"{name}: {at}{visible(problem.message)}")
    print(f"    {row.text}\n    {' ' * start}{'^' * (end - start)}", file=sys.stderr)
    for allowed in problem.expected:
        if problem.kind == "trailer":
            print(f"  = allowed: {allowed}", file=sys.stderr)


def _advise(digits: str, kind: str | None, problems: tuple[Problem, ...]) -> None:
    if not problems:
        return
    if kind in ("dcs", "pid") and digits.isascii() and digits.isdigit() and int(digits[:9]) < 256:
        print(f"  = two hexadecimal digits: decimal {int(digits)} is {int(digits):02X}", file=sys.stderr)
    elif digits != "-" and os.path.isfile(digits):
        print(f"  = to read a file: smsc-codec decode - < {digits}", file=sys.stderr)
