"""RCP001 .. RCP004: who a message goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.context import Context
from smsc_codec.payloads.phone_lengths import odd_length
from smsc_codec.payloads.phones import LONGEST_DATE, MAX_DIGITS, MIN_DIGITS, digits, international
from smsc_codec.payloads.recipients.model import Email, Phone, Recipient
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("RCP001", "recipient-format", "error", fix="sometimes safe")
def recipient_format(recipients: Context) -> Iterator[Problem]:
    """Something between two separators is not a recipient, or is empty.

    There are phone numbers (PAR-1), groups such as `G777` and e-mail addresses (PAR-2), names and ids of Telegram
    (BEY-7, unconfirmed); commas or semicolons stand between them, and line ends do not separate (PAR-1).

    Bad::

        79990000001,,sales

    Good::

        79990000001,sales@example.org

    Fix: safe where a separator is left over; unsafe where one is missing or a group is guessed, which changes who gets
    the message.
    Since: 0.1
    """
    told = _once(recipients.problems("recipient-format"))
    other: Problem | None = None  # the second half of an address that was told of
    for problem, following in zip_longest(told, told[1:]):
        if problem is other:
            continue
        if shape := _shortened(recipients.source, problem.span):
            yield shape
            continue
        if following is None or not _torn_address(recipients.source, problem.span, following.span):
            yield problem
            continue
        other = following
        span = Span(problem.span.start, following.span.end)
        words = recipients.source[span.start : span.end]
        meant = re.sub(r"[ \t]*[,;][ \t]*", ".", words)
        yield Problem(
            f"'{shortened(words)}' is not a recipient",
            span,
            expected=(f"'{shortened(meant)}'",),
            fixes=(Fix(f"write '{shortened(meant)}'", (Edit(span, meant),)),),
        )


#: `7,91612E+10`, whose comma parts it.
_SHORTENED = compiled(r"[1-9],[0-9]{1,14}[eEЕе]\+[0-9]{1,2}(?![\w.])")


def _shortened(source: str, span: Span) -> Problem | None:
    """A number as a spreadsheet shows it, where its second half is told of."""
    match = _SHORTENED.match(source, max(0, span.start - 2))
    if match is None or match.end() != span.end:
        return None
    from smsc_codec.payloads.phone_shapes import odd_number

    return odd_number(match.group(), Span(*match.span()))


#: What is told of every one of these is one mistake.
_HABITS = (
    "recipients are separated by ',' or ';', not by line breaks",
    "recipients are written without quotes and brackets",
)


def _once(told: list[Problem]) -> list[Problem]:
    """The problems, those of one habit together."""
    found: dict[object, list[Problem]] = {}
    for problem in told:
        found.setdefault(problem.message if problem.message in _HABITS else problem, []).append(problem)
    return [
        replace(
            first,
            labels=tuple(Label(one.span, "same here") for one in others[:_MOST_LABELS]),
            fixes=(
                Fix(first.fixes[0].title, tuple(e for one in (first, *others) for e in one.fixes[0].edits)),
            ),
        )
        if others
        else first
        for first, *others in found.values()
    ]


_MOST_LABELS = 4


_HOST, _ENDING = compiled(r"[^@\s]+@[\w-]+(?:\.[\w-]+)*"), compiled(r"(?i)[a-zа-я]{2,6}")


def _torn_address(source: str, one: Span, other: Span) -> bool:
    """Whether a comma stands in an address where a dot belongs: `alex@example,org`."""
    between = source[one.end : other.start].strip()
    return (
        between in (",", ";")
        and _HOST.fullmatch(source, one.start, one.end) is not None
        and _ENDING.fullmatch(source, other.start, other.end) is not None
    )


@RULES.rule("RCP002", "recipient-phone", "error", fix="sometimes safe")
def recipient_phone(recipients: Context) -> Iterator[Problem]:
    """A phone number is not in international form.

    Numbers have their country code and 7 to 15 digits in all. Without a plus the service corrects some habits by
    itself, such as marks between digits or an 8 for Russia's 7: that is a warning, since what it makes of them is its
    own. With a plus it corrects nothing (PAR-1).

    Bad::

        79990000001,+8 (999) 000-00-02

    Good::

        79990000001,+79990000002

    Fix: safe: writes the digits, where only one number can be meant. Unsafe after a plus, where the service dials what
    is written, for other digits than these.
    Since: 0.1
    """
    told = [problem.span for problem in recipients.problems("recipient-format")]
    for index, item in enumerate(recipients.value.items):
        if isinstance(item, Phone):
            span = recipients.span("items", index)
            if _SHORTENED.match(recipients.source, span.start):
                continue  # RCP001 tells of it
            if any(one.start <= span.start and span.end <= one.end for one in told):
                continue  # half of a number on two lines
            yield from _format(item, recipients.source[span.start : span.end], span)


def _format(phone: Phone, words: str, span: Span) -> Iterator[Problem]:
    normal = international(phone.number)
    shown = shortened(words)
    odd = odd_length(normal) if normal else ""
    if odd or normal is None or len(normal) < len(words) <= LONGEST_DATE:
        from smsc_codec.payloads.phone_shapes import odd_number

        shape = odd_number(words, span)
        if shape:
            yield shape
            return
    if odd:  # with marks between the digits these may be two numbers: what is meant is not sure
        yield Problem(f"'{shown}' has {odd}", span, severity="warning")
    if odd or (normal is not None and normal == phone.number):
        return
    written = digits(phone.number) or ""
    if normal:
        made = f"+{normal}" if phone.plus else normal
        marks = normal == written
        yield Problem(
            f"'{shown}' has punctuation between its digits"
            if marks
            else f"'{shown}' is not in international form",
            span,
            expected=(f"'{made}'",),
            fixes=(Fix(f"write '{made}'", (Edit(span, made),), safe=marks or not phone.plus),),
            severity=None if phone.plus and not marks else "warning",
        )
        return
    length = "1 digit" if len(written) == 1 else f"{len(written)} digits"
    lacks = phone.number[0] == "(" or written[:1] == "0"
    yield Problem(
        f"'{shown}' does not start with a country code" if lacks else f"'{shown}' has {length}",
        span,
        expected=(f"{MIN_DIGITS} to {MAX_DIGITS} digits in international form, such as 79990000000",),
    )


@RULES.rule("RCP003", "recipients-mixed", "warning")
def recipients_mixed(recipients: Context) -> Iterator[Problem]:
    """E-mail addresses and phone numbers are mixed.

    The page gives addresses to e-mail messages and numbers to all others (PAR-2); one request is of one kind. Groups
    may stand with either.

    Bad::

        79990000001,alex@example.org

    Good::

        G777,alex@example.org

    Fix: none.
    Since: 0.1
    """
    first: dict[type, int] = {}
    for index, item in enumerate(recipients.value.items):
        first.setdefault(type(item), index)
    if Phone not in first or Email not in first:
        return
    other, mixed = sorted((first[Phone], first[Email]))
    yield Problem(
        "e-mail addresses and phone numbers cannot be mixed in one request",
        recipients.span("items", mixed),
        expected=("recipients of one kind, or a separate request for each kind",),
        labels=(Label(recipients.span("items", other), "a recipient of the other kind"),),
    )


@RULES.rule("RCP004", "recipient-duplicate", "warning", fix="unsafe")
def recipient_duplicate(recipients: Context) -> Iterator[Problem]:
    """A recipient is listed twice.

    However it is written, the second mention is the same phone (PAR-1); whether the service sends and counts it twice
    is not said.

    Bad::

        79990000001,79990000002,+79990000001

    Good::

        79990000001,79990000002

    Fix: unsafe: takes the later one out.
    Since: 0.1
    """
    seen: dict[object, Span] = {}
    before: Span | None = None
    for index, item in enumerate(recipients.value.items):
        span = recipients.span("items", index)
        first = seen.setdefault(_same(item), span)
        if before is not None and first is not span:
            between = recipients.source[before.end : span.start]
            edit = Edit(Span(before.end, span.end), "")
            fix = Fix("remove the second one", (edit,))
            yield Problem(
                f"duplicate recipient '{recipients.source[span.start : span.end]}'",
                span,
                labels=(Label(first, "first listed here"),),
                # Where something unread stands between them, it must stay.
                fixes=() if between.strip(",; \t\r\n") else (fix,),
            )
        before = span


def _same(item: Recipient) -> object:
    """What two ways to write one recipient have in common."""
    if isinstance(item, Phone):
        return international(item.number) or digits(item.number)
    if isinstance(item, Email):
        name, _, host = item.address.rpartition("@")
        return f"{name}@{host.lower()}"
    return item
