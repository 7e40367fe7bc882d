"""The messages of a list, each judged as `mes` is: macros, prefixes, files, whether it says anything (LIST-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import structs

from smsc_codec.api.operations.send import Send
from smsc_codec.api.parameters import attachments
from smsc_codec.api.parameters.messages import how_it_goes, is_wordless, needs_no_text, prefix_conflict
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads import message
from smsc_codec.payloads.message.words import PROBES

#: What is told once, however many messages it is true of.
_ONCE = ("fileurl", "prefix-flag-conflict")


def oddities(send: Send, place: Callable[[int], Span] | None) -> Iterator[Oddity]:
    """What is wrong with the messages of a list, and with `fileurl` beside one of them.

    `place` gives the place of a message in a list that was read; of one that is built the field is named.
    """
    if send.list is None or send.channel in PROBES:
        return
    whole = attachments.of_message(send, how_it_goes(send))
    told = {oddity.parameter for oddity in whole if oddity.parameter in _ONCE}
    links = send.channel == "viber"
    for number, line in enumerate(send.list.lines):
        text = line.text
        if not ("{" in text or "<" in text or "_" in text or (links and "://" in text) or not text.strip()):
            continue  # plain words, as most are
        for oddity in _of_one(send, text):
            key = next((one for one in (oddity.parameter, oddity.problem.kind) if one in _ONCE), None)
            if key in told:
                continue
            if key is not None:
                told.add(key)
            if oddity.parameter != "mes":
                yield oddity
            elif place is None:
                yield Oddity(f"list.lines[{number}].text", oddity.problem)
            else:
                yield Oddity("list", structs.replace(oddity.problem, span=place(number), fixes=(), labels=()))


def _of_one(send: Send, text: str) -> Iterator[Oddity]:
    reading = message.read(text)
    for problem in reading.problems:
        yield Oddity("mes", problem)
    one = structs.replace(send, list=None, message=reading.value)
    if is_wordless(one) and not needs_no_text(one):
        yield Oddity("mes", Problem("the message has no text", Span(0, 0), "list-line", ("a text",)))
    yield from prefix_conflict(one)
    for oddity in attachments.of_message(one, how_it_goes(one)):
        if oddity.parameter in ("mes", "fileurl"):
            yield oddity
