"""LST001, LST002, LST007, LST009: is each line a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.mailing.context import MailingContext
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.rules import Ruleset

RULES = Ruleset()

#: The other separator (LIST-1).
_OTHER = {":": ";", ";": ":"}


@RULES.rule("LST001", "line-syntax", "error", fix="sometimes safe")
def line_syntax(mailing: MailingContext) -> Iterator[Problem]:
    """A line does not start with phone numbers and a separator, so it is not a message.

    A line is `phones:mes` or `phones;mes` (LIST-1), with `sender|` or `sender,tz|` before it (LIST-4). What the
    service makes of any other line is not described.

    Bad::

        79990000001:Your order is ready
        79990000002 Your order is late

    Good::

        79990000001:Your order is ready
        79990000002:Your order is late

    Fix: safe where a sign only looks like the separator, and where commas stand together; unsafe where another sign
    stands in its place, where the number and the message of a table change places, and where a remark or the heading
    of a table is taken out.
    Since: 0.1
    """
    told = mailing.problems("line-syntax")
    table = None if mailing.lines or len(told) < 2 else _json(mailing.source, told) or _table(told)
    yield from (table,) if table else told
    yield from _separators_twice(mailing)
    yield from _quoted_texts(mailing)
    yield from _empty_columns(mailing)


#: What is told of the lines of a table, which is one mistake.
_OF_TABLES = compiled(
    r"a list has no header row|',' separates phone numbers, but no number follows it"
    r"|expected ':' or ';' after the number, found a tab"
)


def _json(source: str, told: list[Problem]) -> Problem | None:
    """One problem for the lines of a list in JSON."""
    text = source.strip()
    if text[:1] + text[-1:] not in ("[]", "{}"):
        return None
    expected = ("'phones:message', one per line",)
    return Problem("this looks like JSON, not like a list", told[0].span, expected=expected)


def _quoted_texts(mailing: MailingContext) -> Iterator[Problem]:
    """A message in the quotes of a table (CSV), which puts them where a separator or a quote stands in it."""
    if ';"' not in mailing.source and ':"' not in mailing.source:
        return
    for number, line in enumerate(mailing.lines):
        text = line.text.strip()
        inside = text[1:-1]
        if text[:1] != '"' or text[-1:] != '"' or not (";" in inside or '""' in inside):
            continue
        bare = inside.replace('""', '"')
        if '"' in inside.replace('""', "") or "\n" in inside:
            continue  # the quotes are the text's own
        span = mailing.span(number, "text")
        yield Problem(
            "lists use no quotes: they would become part of the message", span, expected=(f"'{shortened(bare)}'",),
            fixes=(Fix("remove the quotes", (Edit(span, bare),)),), severity="warning",
        )  # fmt: skip


def _empty_columns(mailing: MailingContext) -> Iterator[Problem]:
    """The separators of a table's empty columns, behind a message."""
    if ";;" not in mailing.source:
        return
    found: list[Span] = []
    for number, line in enumerate(mailing.lines):
        bare = line.text.rstrip("; \t")
        signs = line.text[len(bare) :].rstrip(" \t")
        if signs.startswith(";;") and bare and line.comment is None:
            start = mailing.span(number, "text").start + len(bare)
            found.append(Span(start, start + len(signs)))
    if found:
        first, *others = found
        yield Problem(
            f"'{shortened(mailing.words(first))}' is sent with the text: these are the empty columns of a table",
            first, expected=("the text alone",), severity="warning",
            labels=tuple(Label(span, "same here") for span in others[:_MOST_LABELS]),
            fixes=(Fix("remove them", tuple(Edit(span, "") for span in found)),),
        )  # fmt: skip


_MOST_LABELS = 4


def _table(told: list[Problem]) -> Problem | None:
    """One problem for a table (CSV) in place of a list; None where any line is wrong in another way."""
    if not all(_OF_TABLES.fullmatch(problem.message) for problem in told):
        return None
    edits = tuple(edit for problem in told for fix in problem.fixes for edit in fix.edits)
    return Problem(
        "this looks like a table (CSV), not like a list",
        told[0].span,
        expected=("'phones:message', one per line",),
        fixes=(Fix("make a list of it", edits),),
    )


@cache
def _two() -> re.Pattern[str]:
    return compiled(r"[:;][ \t]*[:;]")


@cache
def _doubled() -> re.Pattern[str]:
    # No face: `:)`, `;-)`, `:D`.
    return compiled(r"[ \t]*(?P<sign>[:;])[ \t]*(?=[^\W_]{2})")


def _separators_twice(mailing: MailingContext) -> Iterator[Problem]:
    """A separator, and then another one, which is sent."""
    if not _two().search(mailing.source):  # as in most lists
        return
    for number, line in enumerate(mailing.lines):
        match = _doubled().match(line.text)
        if match:
            start = mailing.span(number, "text").start + match.start("sign")
            span = Span(start, start + 1)
            yield Problem(
                f"the text starts with a second '{match['sign']}', which is sent with it",
                span,
                expected=("one ':' or ';' after the number",),
                fixes=(Fix("remove it", (Edit(span, ""),)),),
                severity="warning",
            )


@RULES.rule("LST002", "broken-multiline", "error", fix="unsafe")
def broken_multiline(mailing: MailingContext) -> Iterator[Problem]:
    """A message seems to contain line breaks, which split it into several lines.

    A line end inside a message is written as the two characters `\\n` (LIST-3), unless the request says `nl=1`
    (LIST-5; then set the option `nl`).

    Bad::

        79990000001:Your order is ready.
        We are open until nine
        79990000002:Your order is late

    Good::

        79990000001:Your order is ready.\\nWe are open until nine
        79990000002:Your order is late

    Fix: unsafe: joins them all to the message above, whose recipients then get more. Lines that name somebody of their
    own are told as LST001, and never joined.
    Since: 0.1
    """
    yield from mailing.problems("broken-multiline")


@RULES.rule("LST007", "mixed-separators", "warning", fix="safe")
def mixed_separators(mailing: MailingContext) -> Iterator[Problem]:
    """Some lines separate number and text with `:`, others with `;`.

    Both are right (LIST-1), but a mix is often two sources, one of which meant something else. Told once a list.

    Bad::

        79990000001:Your order is ready
        79990000002;Your order is late

    Good::

        79990000001:Your order is ready
        79990000002:Your order is late

    Fix: safe: writes the separator of the first line separator on every line.
    Since: 0.1
    """
    source, memory = mailing.source, mailing.memory or Memory(0)
    if not mailing.lines or memory.mixed:
        return
    if not memory.separator:
        memory.separator, memory.separator_line = mailing.words(mailing.separator(0)), mailing.line_of(0)
    wanted = memory.separator
    if _OTHER[wanted] not in source:
        return
    others = [
        span for n in range(len(mailing.lines)) if source[(span := mailing.separator(n)).start] != wanted
    ]
    if not others:
        return
    memory.mixed = True
    yield Problem(
        f"mixed separators: '{wanted}' on line {memory.separator_line}, '{source[others[0].start]}' here",
        others[0],
        fixes=(Fix(f"use '{wanted}' on every line", tuple(Edit(o, wanted) for o in others), safe=True),),
    )


@RULES.rule("LST009", "empty-message", "error")
def empty_message(mailing: MailingContext) -> Iterator[Problem]:
    """A line has no text to send.

    A line has a message after its numbers (LIST-1). A prefix such as `__SOC__:` alone is none (PFX-2), nor is
    `{no_unsub}` in an e-mail (MAIL-1). A call and a Viber message may have `fileurl` instead (REQ-4), which the
    option says.

    Bad::

        79990000001:
        79990000002:Your order is late

    Good::

        79990000001:Your order is ready
        79990000002:Your order is late

    Fix: none.
    Since: 0.1
    """
    yield from mailing.problems("empty-message")
    for number, line in enumerate(mailing.lines):
        if (line.text[:1] in "_{" or line.text.isspace()) and _says_nothing(line.text, mailing.options):
            yield Problem(
                "the message is empty", mailing.span(number, "text"), expected=("the text of the message",)
            )


def _says_nothing(text: str, options: MailingOptions) -> bool:
    """Whether a text is only blanks or a prefix, or in an e-mail only `{no_unsub}`."""
    from smsc_codec.payloads import message
    from smsc_codec.payloads.message.words import speaks

    said = message.read(text).value
    channel = said.channel or options.channel
    return not speaks(said, channel) and not (options.fileurl and channel in ("call", "viber"))
