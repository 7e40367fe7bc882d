"""What a sending holds: `mes` with the flags that say what it is, or `list`, both ways (REQ-4, BIN-1, PUSH-1, LIST-5).

Nothing that was said is lost: what cannot be kept beside something else is told of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from smsc_codec.api.operations.send import Link, Send
from smsc_codec.api.parameters.kinds import flag, whole
from smsc_codec.api.parameters.table import Form, Said
from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.payloads import length, links, mailing, message
from smsc_codec.payloads.binary import payload, push, raw
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.mailing.write import troubles as mailing_troubles
from smsc_codec.payloads.message.words import PROBES
from smsc_codec.text import mark

_LINE = "a line such as 79990000000:text"
_BIN, _PUSH = whole("bin", 0, 2, default=0), flag("push")


def write(operation: Send, said: Said) -> None:
    """`mes` with what says what it holds, or `list`."""
    if operation.message is not None:
        _put(said, "message", "mes", lambda: message.build(operation.message))
        if said.texts.get("mes") == "":
            said.wrong("message", "is empty: leave it out")
    if operation.binary is not None:
        build = payload.build_raw if operation.raw else payload.build_hex
        _put(said, "binary", "mes", lambda: build(operation.binary))
        said.texts["bin"] = "1" if operation.raw else "2"
    elif operation.raw:
        said.wrong("raw", "is only for 'binary', which is missing")
    if operation.push is not None:
        _put(said, "push", "mes", lambda: _link(operation.push))
        said.texts["push"] = "1"
    if operation.list is not None:
        _put(said, "list", "list", lambda: mailing.build(operation.list, nl=operation.nl))


def _put(said: Said, field: str, name: str, build: Any) -> None:
    try:
        text = said.texts[name] = build()
        if name == "mes":
            length.check(_characters(text), "")
    except BuildError as error:
        said.failed(field, error)


def _characters(mes: str | bytes) -> str:
    return mes.decode("latin-1") if isinstance(mes, bytes) else mes


def _link(link: Link) -> str:
    """PUSH-1: the address and the title, each on its line."""
    if links.problem(link.url):
        raise BuildError("url", links.ALLOWED)
    if mark.pattern().search(link.title):
        raise BuildError("title", f"contains a comment line {mark.TILDES!r}")
    text = push.to_text(push.ServiceIndication(link.url, link.title))
    return text if link.comment is None else f"{text}{mark.MARK}{link.comment}"


def read(form: Form, values: dict[str, Any]) -> Callable[[int], Span] | None:
    """What is held goes into `values`, which have the channel and `nl`; what is said beside it is told of.

    Gives what tells where a message of the list stands, if there is a list.
    """
    binary, pushed = form.take(_BIN), form.take(_PUSH)
    listed = form.text("list")
    used = _mes(form, values, binary, bool(pushed))
    place: Callable[[int], Span] | None = None
    if listed is not None:
        reading = mailing.read(listed, nl=values["nl"])
        values["list"] = reading.value
        spans = reading.spans

        def place(number: int) -> Span:
            return spans["lines", number]

        problems = (*reading.problems, *_troubles(reading, values["nl"]))
        if not problems and not reading.value.lines:
            told = "the list has no messages"
            problems = (Problem(told, Span(0, len(listed)), "missing-parameter", (_LINE,)),)
        for problem in problems:
            form.odd("list", problem)
    if used == "push" and values["push"] is None and values["channel"] not in ("sms", "flash"):
        told = f"'push' and '{values['channel']}' cannot be used together"
        form.odd("push", _problem(told, "channel-conflict"))
    for name, given in (("bin", binary), ("push", pushed)):
        if not given or name == used:
            continue
        if used in ("bin", "push"):
            form.odd(name, _problem(f"'{used}' and '{name}' cannot be used together", "content-conflict"))
        elif listed is not None:
            told = f"'{name}' with 'list' is not documented"
            form.odd(name, _problem(told, "list-conflict"))
        else:
            why = (
                f"'{values['channel']}' sends no text" if values["channel"] in PROBES else "there is no 'mes'"
            )
            told = f"'{name}' has no effect: {why}"
            form.odd(name, Problem(told, Span(0, 0), "unused-parameter", severity="warning"))
    return place


def _troubles(reading: Reading, nl: bool) -> Iterator[Problem]:
    """What keeps messages of a list from being sent as they were read: PAR-3, PAR-5, PAR-8, what is no number."""
    for number, error in mailing_troubles(reading.value, nl=nl):
        span = reading.spans["lines", number]
        too_long = length.beyond(
            length.of_line(reading.value.lines[number].text, reading.value.lines[number].comment)
        )
        kind = "message-too-long" if too_long and error.field == "text" else "list-line"
        yield Problem(error.reason, span, kind)


def _problem(told: str, kind: str) -> Problem:
    return Problem(told, Span(0, 0), kind, ("only one of them",))


def _mes(form: Form, values: dict[str, Any], binary: int, pushed: bool) -> str:
    """Read `mes`; gives the flag that said what it holds, "" where none did."""
    said = form.octets("mes") if binary == 1 else form.text("mes")
    if said is None:
        return ""
    characters = _characters(said)
    if values["channel"] in PROBES:
        told = f"'{values['channel']}' does not use 'mes'"
        problem = Problem(told, Span(0, len(characters)), "unused-parameter", severity="warning")
        form.odd("mes", problem)
        return ""
    problems: tuple[Problem, ...] = ()
    used = ""
    if binary:
        values["raw"] = isinstance(said, bytes)
        values["binary"], problems = raw.read(said) if isinstance(said, bytes) else payload.read(said)
        used = "bin"
    elif pushed:
        values["push"], problems = _pushed(characters)
        used = "push"
    else:
        reading = message.read(characters)
        values["message"], problems = reading.value, reading.problems
    excess = length.beyond(characters)
    if excess is not None:
        problems += (
            Problem(length.excess_in_words(characters), excess, "message-too-long", (length.ALLOWED,)),
        )
    for problem in problems:
        form.odd("mes", problem)
    return used


def _pushed(said: str) -> tuple[Link | None, tuple[Problem, ...]]:
    """PUSH-1: an address and a title."""
    said, found, comment = said.replace("\r\n", "\n").partition(mark.MARK)
    wrong = links.problem(said.partition("\n")[0])
    if wrong:
        return None, (Problem(wrong, Span(0, len(said.partition("\n")[0])), "push-format", (links.ALLOWED,)),)
    try:
        service = push.from_text(said).service
    except ParseError as error:
        return None, error.problems
    assert isinstance(service, push.ServiceIndication)
    return Link(service.href or "", service.text, comment if found else None), ()
