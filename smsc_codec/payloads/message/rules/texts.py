"""MAI002, MAI003, MAI005, CMT001, EVT001: what else a text can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.model import NoUnsub
from smsc_codec.rules import Ruleset
from smsc_codec.text.mark import TILDES
from smsc_codec.text.near import distance, nearest

RULES = Ruleset()


@cache
def _words_in_brackets() -> re.Pattern[str]:
    return compiled(r"[{<\[][ \t]*+(?P<name>[A-Za-z][A-Za-z_ \t-]{4,20})[}>\]]")


@RULES.rule("MAI002", "no-unsub-typo", "error", fix="sometimes safe")
def no_unsub_typo(message: MessageContext) -> Iterator[Problem]:
    """`{no_unsub}` is misspelled, so it is sent as text.

    The macro leaves out the link to unsubscribe that an e-mail ends with (MAIL-1).

    Bad::

        Hello! {nounsub}

    Good::

        Hello! {no_unsub}

    Fix: safe for another case, blanks and brackets, unsafe for a slip of one letter: writes `{no_unsub}`.
    Since: 0.1
    """
    yield from message.problems("no-unsub-typo")
    for span in message.texts():
        for match in _words_in_brackets().finditer(message.source, span.start, span.end):
            name = re.sub(r"[_ \t-]", "", match["name"].lower())
            if name != "nounsubscribe" and distance(name, "nounsub") > 1:
                continue
            place = Span(*match.span())
            yield Problem(
                f"'{match.group()}' is not a macro: it is sent as text",
                place,
                expected=("'{no_unsub}'",),
                fixes=(Fix("write '{no_unsub}'", (Edit(place, "{no_unsub}"),), safe=name == "nounsub"),),
                notes=("did you mean '{no_unsub}'?",),
            )


@RULES.rule("MAI003", "unsubscribe-disabled", "info", profile="pedantic")
def unsubscribe_disabled(message: MessageContext) -> Iterator[Problem]:
    """An e-mail is sent without an unsubscribe link.

    That is what `{no_unsub}` does (MAIL-1). A mailing without the link may be unlawful, or end up as spam.

    Options::

        channel = "mail"

    Bad::

        Hello! {no_unsub}

    Good::

        Hello!

    Fix: none.
    Since: 0.1
    """
    if not _is_in_another_channel(message):
        for _, _, span in message.macros(NoUnsub):
            yield Problem("this removes the unsubscribe link", span)


def _is_in_another_channel(message: MessageContext) -> bool:
    """Whether a message is said to be no e-mail, nor a template of what may become one."""
    return message.is_said and message.name not in ("mail", "event")


@RULES.rule("MAI005", "unsubscribe-in-other-channel", "warning", fix="unsafe")
def unsubscribe_in_other_channel(message: MessageContext) -> Iterator[Problem]:
    """`{no_unsub}` is in a message that is not an e-mail, so it is sent as text.

    It leaves out the link to unsubscribe, which only e-mails have (MAIL-1). Where nothing says how a text is sent, one
    that holds the macro is taken for an e-mail.

    Options::

        channel = "sms"

    Bad::

        Hello! {no_unsub}

    Good::

        Hello!

    Fix: unsafe: takes it out, which would be wrong where an e-mail is meant.
    Since: 0.1
    """
    if not _is_in_another_channel(message):
        return
    for _, _, span in message.macros(NoUnsub):
        yield Problem(
            f"'{{no_unsub}}' works only in e-mail: here it is sent as text ({message.channel.title})",
            span,
            expected=("'mail=1' in the request",),
            fixes=(Fix("remove it", (Edit(span, ""),)),),
        )


@cache
def _tildes() -> re.Pattern[str]:
    return compiled(r"~~++")


@RULES.rule("CMT001", "comment-separator", "warning", fix="unsafe")
def comment_separator(message: MessageContext) -> Iterator[Problem]:
    """Text that was meant as a comment is sent and paid for.

    A comment follows a line of exactly three tildes below the text (CMT-1). Other tildes, blanks beside them, and a
    line of them with no text above it, are text. Tildes that stand in several places are taken for ornament.

    Bad::

        Your taxi is here.
        ~~~~
        order 1234

    Good::

        Your taxi is here.
        ~~~
        order 1234

    Fix: unsafe: puts three tildes on a line of their own, so that what follows is not sent any more. None where no
    text stands before them: nothing would be left to send.
    Since: 0.1
    """
    if message.message.comment is not None or message.name == "bin":
        return  # of binary messages REQ007 tells of it
    body, source = message.body, message.source
    if "~~" not in source:
        yield from _apart(message)
        return
    runs = list(_tildes().finditer(source, body.start, body.end))
    if len(runs) != 1:
        return
    place = _meant_as_mark(source, body, Span(*runs[0].span()))
    if place is None or any(
        place.start < span.end and span.start < place.end for _, _, span in _all(message)
    ):
        return
    mark = f"{message.newline}{TILDES}{message.newline}"
    fix = Fix(f"put '{TILDES}' on its own line", (Edit(place, mark),))
    yield Problem(
        "this does not start a comment: what follows is sent as text",
        Span(*runs[0].span()),
        expected=(f"a line of exactly '{TILDES}', with the comment below it",),
        fixes=(fix,) if source[body.start : place.start].strip() else (),
    )


@cache
def _other_tildes() -> re.Pattern[str]:
    return compiled(r"\r?\n[ \t]*+(?P<signs>~[ \t]++~(?:[ \t]++~)?|[˜∼～]{2,4}+)[ \t]*+\r?\n(?=\s*+\S)")


def _apart(message: MessageContext) -> Iterator[Problem]:
    """`~ ~ ~`, or three signs that look like tildes, on a line of their own."""
    source, body = message.source, message.body
    if not any(map(source.__contains__, ("~ ", "~\t", "˜", "∼", "～"))):
        return
    match = _other_tildes().search(source, body.start, body.end)
    if match is None or not source[body.start : match.start()].strip():
        return
    fix = Fix(
        f"put '{TILDES}' on its own line",
        (Edit(Span(*match.span()), f"{message.newline}{TILDES}{message.newline}"),),
    )
    yield Problem(
        "this does not start a comment: what follows is sent as text",
        Span(*match.span("signs")),
        expected=(f"a line of exactly '{TILDES}', with the comment below it",),
        fixes=(fix,),
    )


def _all(message: MessageContext) -> list[tuple[int, object, Span]]:
    return [(i, part, span) for i, part, span in message.macros(object)]


def _meant_as_mark(source: str, body: Span, tildes: Span) -> Span | None:
    """What to put the mark in the place of, where tildes were meant as it; None where they are ornament."""
    start, end = tildes.start, tildes.end
    if source.startswith("\\n", end) and source.endswith("\\n", body.start, start):
        return Span(start - 2, end + 2) if end - start == 3 else None
    while start > body.start and source[start - 1] in " \t":
        start -= 1
    while end < body.end and source[end] in " \t":
        end += 1
    alone_before = start > body.start and source[start - 1] == "\n"
    alone_after = end == body.end or source[end] in "\r\n"
    if alone_before:
        start -= 2 if source.startswith("\r\n", start - 2) else 1
    if alone_after and end < body.end:
        end += 2 if source.startswith("\r\n", end) else 1
    followed = bool(source[end : body.end].strip())
    size = tildes.end - tildes.start
    if not source[body.start : start].strip():
        return Span(start, end) if alone_after and size == 3 else None
    if alone_before and alone_after:
        return Span(start, end) if size <= 5 and (followed or size == 3) else None
    apart = (alone_before or start < tildes.start) and (alone_after or end > tildes.end)
    return Span(start, end) if size == 3 and followed and apart else None


_VARIABLES = ("NAME", "HOST", "INFO")


@cache
def _braces() -> re.Pattern[str]:
    return compiled(r"\{[ \t]{0,9}(?P<name>[^\W\d]{1,40})[ \t]{0,9}\}")


@RULES.rule("EVT001", "unknown-event-macro", "error", fix="sometimes safe")
def unknown_event_macro(message: MessageContext) -> Iterator[Problem]:
    """An event template has a macro that does not exist.

    The macros are `{NAME}`, `{HOST}` and `{INFO}` (EVT-1); anything else in braces is sent as it stands.

    Options::

        channel = "event"

    Bad::

        {HSOT} is down: {INFO}

    Good::

        {HOST} is down: {INFO}

    Fix: safe for another case and blanks; else unsafe.
    Since: 0.1
    """
    if message.name != "event":
        return
    for span in message.texts():
        for match in _braces().finditer(message.source, span.start, span.end):
            name = match["name"]
            if match.group()[1:-1] in _VARIABLES:
                continue
            near = nearest(name, _VARIABLES)
            sure = name.upper() == near
            near = near or next((known for known in _VARIABLES if name.upper().startswith(known)), None)
            place = Span(*match.span())
            made = f"{{{near}}}"
            yield Problem(
                f"'{match.group()}' is not an event template macro: it is sent as is",
                place,
                expected=tuple(f"'{{{known}}}'" for known in _VARIABLES),
                fixes=(Fix(f"write '{made}'", (Edit(place, made),), safe=sure),) if near else (),
                notes=(f"did you mean '{made}'?",) if near else (),
            )
