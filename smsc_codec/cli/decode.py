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
from smsc_codec.cli.pasted import plain
from smsc_codec.cli.push_rows import push_rows
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.diagnostics import CodecError, Lines, Problem, Span
from smsc_codec.linter.reports import Style
from smsc_codec.linter.reports.row import Row as Line
from smsc_codec.linter.reports.totals import plural
from smsc_codec.linter.reports.width import visible
from smsc_codec.payloads.binary import dcs, joining, mms, payload, pid, push, sound, tpdu, udh, wsp
from smsc_codec.payloads.binary.cursor import moved
from smsc_codec.payloads.binary.joining import Part
from smsc_codec.payloads.binary.push import ServiceIndication
from smsc_codec.secrets import blotted
from smsc_codec.text.mark import MARK, pattern


class Decoded(Struct):
    """What octets were decoded as, what they say, and what is wrong with them (places in octets)."""

    kind: str
    title: str
    data: bytes
    value: Any
    rows: list[Row]
    problems: tuple[Problem, ...]


@click.command("decode")
@click.argument("digits", nargs=-1, metavar="[HEX|-]...")
@click.option("--as", "kind", type=click.Choice(KINDS),
              help="The kind of the octets (push if they go to its port, otherwise binary).")  # fmt: skip
@click.option("--join", is_flag=True, help="Join the parts of one message; each is an argument or a line.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for `encode` instead of a tree.")
def command(digits: tuple[str, ...], kind: str | None, join: bool, as_json: bool) -> int:
    """Show what is in the octets of a binary message: header, body, WAP push.

    HEX is the message as `bin=2` takes it, and may end with a line ~~~ and pid and dcs; - reads standard input,
    without its last line end. Octets may also be written 06 05, 06:05, \\x06, %06 or 0x06. A dcs or a pid is two
    digits. If HEX is a whole SMS-DELIVER or SMS-SUBMIT, this says so, and where the message in it begins. Each line
    of the tree starts with the number of an octet, from 0, and the octets; problems are shown where they are found.

    \b
    Examples:
      smsc-codec decode 050A0307056048656C6C6F2C20576F726C6421
      smsc-codec decode - < message.hex
      smsc-codec decode --join 050003CC020148656C 050003CC02026C6F
      smsc-codec decode --as dcs F0
      smsc-codec decode --json 0048656C6C6F | smsc-codec encode

    Exit codes: 0 decoded, 1 something is wrong (what can be read is still shown), 2 usage.
    """
    from_file = digits in ((), ("-",))
    if len(digits) > 1 and not join:
        raise click.UsageError("give one message, or use --join for the parts of one message")
    if join and kind not in (None, "binary", "push"):
        raise click.UsageError(f"--join makes a message of its parts, not {kind}")
    name = "<stdin>" if from_file else "HEX"
    texts = digits
    try:
        if from_file:
            texts = (files.read("-").text.removesuffix("\n").removesuffix("\r"),)
    except files.Unreadable as error:
        return show_unreadable(name, error)
    if join:
        return _show(_joined(name, _lines(texts[0]) if from_file else texts, kind), as_json, name)
    given = _given(name, texts[0], kind)
    decoded = given.decoded
    if given.wrong and any(problem.kind == "hex" for problem in given.wrong):
        decoded.problems = ()  # they may come of the octets that were not read
    _advise("-" if from_file else texts[0], kind, given.wrong or decoded.problems)
    return _show(given, as_json, name)


class _Given(Struct):
    """What was given, decoded; what is wrong with how it was written, told already."""

    decoded: Decoded
    wrong: tuple[Problem, ...] = ()


def _given(name: str, text: str, kind: str | None) -> _Given:
    """One message, or whatever `kind` says that it is."""
    part = _read(name, text, whole=kind is None)
    if kind not in ("dcs", "pid", "udh"):
        return _Given(_message(part.data, part.message, kind, part.septets), part.wrong)
    # These have no trailer: the line feed before one is no digit.
    decoded = _header(part.data) if kind == "udh" else _octet(kind, part.data)
    wrong = tuple(problem for problem in part.wrong if problem.kind == "hex")
    if MARK in text:
        why = f"unexpected octets after the {kind}"
        wrong = (Problem(why, Span(text.index(MARK), len(text)), kind="trailer"),)
        _point(name, text, wrong[0])
    return _Given(decoded, wrong)


class _Message(Struct):
    """A message out of a text: its octets and what they say; `septets` in its body, where that is known."""

    data: bytes
    message: payload.BinaryMessage
    wrong: tuple[Problem, ...] = ()
    septets: int | None = None


def _read(name: str, text: str, whole: bool) -> _Message:
    """The octets of a text, which tells what is wrong with their digits; a whole PDU is told where it may be one."""
    digits, stopped = plain(text)
    message, found = payload.read(digits)
    by = len(text) - len(digits)
    wrong = (*moved((problem for problem in found if problem.kind == "trailer"), by),)
    wrong = (*(problem for problem in found if problem.kind == "hex"), *wrong)
    if stopped is not None:
        wrong = (stopped, *wrong)
    for problem in wrong:
        _point(name, text, problem)
    pairs = re.match("(?:[0-9A-Fa-f]{2})*", digits.partition(MARK)[0])
    assert pairs is not None
    data = bytes.fromhex(pairs[0])
    envelope = tpdu.recognize(data) if whole and not wrong and MARK not in digits else None
    if envelope is None:
        return _Message(data, message, wrong)
    inside, cut = tpdu.message(data, envelope), tpdu.octets(data, envelope)
    _tell_envelope(name, envelope, cut)
    septets = envelope.septets
    if septets is not None and envelope.has_header:
        septets = max(0, septets - (8 * (cut[0] + 1) + 6) // 7)
    return _Message(cut, inside, wrong, septets)


def _tell_envelope(name: str, envelope: tpdu.Envelope, cut: bytes) -> None:
    """Say that a message stands in a whole PDU, and what `bin=2` takes."""
    try:
        address = envelope.address.text
    except CodecError:
        address = envelope.address.digits
    way = "from" if envelope.kind == "SMS-DELIVER" else "to"
    to = f" {way} {address}" if address.strip("+") else ""
    terminal.say(f"{name}: a whole {envelope.kind}{to}: the message begins at octet {envelope.start}")
    print("  = cut out, as `bin=2` takes it:", file=sys.stderr)
    trailer = f"{MARK}pid: {envelope.pid}, dcs: {envelope.dcs}"
    for line in f"{cut.hex().upper()}{trailer}".split("\n"):
        print(f"    {line}", file=sys.stderr)


def _lines(text: str) -> tuple[str, ...]:
    """Each message on a line of its own, with the line ~~~ and what follows it where there is one."""
    lines = re.findall(rf"[^\r\n]+(?:{pattern().pattern}[^\r\n]*)?", text)
    return tuple(re.sub("\r?\n", "\n", line) for line in lines if line.strip())


def _joined(name: str, texts: tuple[str, ...], kind: str | None) -> _Given:
    """The parts of one message, joined."""
    parts = []
    wrong: tuple[Problem, ...] = ()
    for number, text in enumerate(texts, 1):
        one = _read(f"{name} {number}", text, whole=True)
        wrong += one.wrong
        parts.append(Part(one.data, one.message.pid, one.message.dcs, one.septets))
    made = joining.join(parts)
    for note in made.notes:
        terminal.say(f"{name}: {note}")
    for told in made.problems:
        terminal.say(f"{name}: {told}")
        wrong += (Problem(told, Span(0, 0), kind="parts"),)
    data = udh.build(made.message.header) + made.message.body
    decoded = _message(data, made.message, kind, made.septets)
    if wrong:
        decoded.problems = ()  # they may come of what is missing
    return _Given(decoded, wrong)


def _show(given: _Given, as_json: bool, name: str) -> int:
    """The tree or the JSON; gives the exit code."""
    decoded, wrong = given.decoded, given.wrong
    data = decoded.data
    if as_json:
        everything = (*decoded.problems, *(_in_octets(one, data) for one in wrong))
        click.echo(to_json(decoded.kind, decoded.value, everything))
    elif data and not (wrong and decoded.kind in ("dcs", "pid")):
        color, width = terminal.has_color(sys.stdout, "auto"), terminal.width(sys.stdout)
        style = Style(color, width, language=terminal.language())
        title = terminal.spoken(f"{plural(len(data), 'octet')}: {decoded.title}")
        sys.stdout.write(f"{visible(title)}\n\n")
        for line in table(data, with_problems(decoded.rows, decoded.problems, len(data)), style):
            sys.stdout.write(line + "\n")
    for problem in decoded.problems if as_json or not data else ():
        terminal.say(f"{name}: octet {problem.span.start}: {problem.message}")
    return FINDINGS if decoded.problems or wrong else CLEAN


def _octet(kind: str, data: bytes) -> Decoded:
    reader: Any = dcs if kind == "dcs" else pid
    octet = data[0] if data else 0
    problems: tuple[Problem, ...] = ()
    if len(data) != 1:
        why = f"a {kind} is one octet, two digits; here are {len(data)}"
        problems = (Problem(why, Span(min(1, len(data)), len(data))),)
    rows = [octet_row(kind, octet, 0, 1)]
    return Decoded(kind, kind, data, reader.parse(octet), rows, problems)


def _header(data: bytes) -> Decoded:
    header, problems = udh.read(data)
    end = _header_end(data)
    if not problems and end < len(data):
        problems = (
            Problem(f"the header has ended, but {plural(len(data) - end, 'octet')} follow", Span(end, end)),
        )
    return Decoded("udh", "user data header", data, header, list(header_rows(data, header)), problems)


def _header_end(data: bytes) -> int:
    """Where the header ends whose length the first octet says, if there is one."""
    return min(1 + sum(data[:1]), len(data))


def _message(
    data: bytes, message: payload.BinaryMessage, kind: str | None, septets: int | None = None
) -> Decoded:
    header, problems = udh.read(data)
    start = _header_end(data)
    if kind is None:
        kind = "push" if not problems and _is_push(data, header, start) else "binary"
        framed = kind == "push" or (not problems and sound.goes_to_push(header))
    else:
        framed = kind == "push"
    texts = [] if framed else readings(data[start:], header, start, message.dcs, septets)
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


def by_rows(data: bytes, message: payload.BinaryMessage) -> tuple[str, list[Row]]:
    """What the octets of a message are, in a line, and row by row; what is wrong in them has rows of its own."""
    decoded = _message(data, message, None)
    return decoded.title, with_problems(decoded.rows, decoded.problems, len(data))


def _is_push(data: bytes, header: udh.Header, start: int) -> bool:
    """Whether a link is pushed: the same port takes other things too, such as notifications of MMS."""
    if not sound.goes_to_push(header):
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
    row = Line(blotted(text), line, column - 1, column, room - 4)
    start, end = row.columns(column - 1, column)
    at = f"line {number}, column {column}: " if lines.last > 1 else ""
    terminal.say(f"{name}: {at}{visible(problem.message)}")
    print(f"    {row.text}\n    {' ' * start}{'^' * (end - start)}", file=sys.stderr)
    for allowed in problem.expected:
        if problem.kind == "trailer":
            print(f"  = expected: {allowed}", file=sys.stderr)


def _advise(digits: str, kind: str | None, problems: tuple[Problem, ...]) -> None:
    if not problems:
        return
    if kind in ("dcs", "pid") and re.fullmatch("0*[0-9]{1,3}", digits) and int(digits) < 256:
        print(f"  = two hexadecimal digits: decimal {int(digits)} is {int(digits):02X}", file=sys.stderr)
    elif digits != "-" and os.path.isfile(digits):
        print(f"  = to read a file: smsc-codec decode - < {digits}", file=sys.stderr)
