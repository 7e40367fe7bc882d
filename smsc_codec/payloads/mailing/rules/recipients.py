"""LST003, LST004, LST016, LST019 .. LST021: to whom a message goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.mailing.context import AT, MailingContext
from smsc_codec.payloads.phone_lengths import odd_length
from smsc_codec.payloads.phones import LONGEST_DATE, MAX_DIGITS, MIN_DIGITS, digits, international
from smsc_codec.rules import Ruleset

RULES = Ruleset()

_EXPECTED = (f"{MIN_DIGITS} to {MAX_DIGITS} digits in international form, such as 79990000000",)


@RULES.rule("LST003", "line-phone-format", "error", fix="sometimes safe")
def line_phone_format(mailing: MailingContext) -> Iterator[Problem]:
    """A phone number is not in international form.

    Numbers are given with their country code, 7 to 15 digits (PAR-1). The service may correct some that are not;
    after a plus it corrects none. Marks between digits are a warning, and so is a number that is too short or too
    long for its country.

    Bad::

        89990000000:Your order is ready

    Good::

        79990000000:Your order is ready

    Fix: safe where only one number can be meant: writes its digits. Unsafe after a plus, where the service dials what
    is written, for other digits than these.
    Since: 0.1
    """
    for number, index, phone in mailing.phones():
        if len(phone) == 11 and phone[0] == "7" and phone.isdigit():  # most are
            continue
        normal = international(phone)
        span = mailing.span(number, "phones", index)
        odd = odd_length(normal) if normal else ""
        if odd or normal is None or len(normal) < len(phone) <= LONGEST_DATE:
            from smsc_codec.payloads.phone_shapes import odd_number

            shape = odd_number(phone, span)
            if shape:
                yield shape
                continue
        if odd:  # with marks between the digits these may be two numbers: what is meant is not sure
            yield Problem(f"'{phone}' has {odd}", span, severity="warning")
        if odd or (normal is not None and normal == phone.removeprefix("+")):
            continue
        written = digits(phone) or ""
        if normal is None:
            what = (
                "does not start with a country code" if written[:1] == "0" else f"has {len(written)} digits"
            )
            yield Problem(f"'{phone}' {what}", span, expected=_EXPECTED)
            continue
        plain = ("+" if phone[0] == "+" else "") + normal
        marks = normal == written
        yield Problem(
            f"'{phone}' {'has punctuation between its digits' if marks else 'is not in international form'}",
            span,
            expected=(f"'{plain}'",),
            fixes=(Fix(f"write '{plain}'", (Edit(span, plain),), safe=marks or phone[0] != "+"),),
            severity="warning" if marks else None,
        )


@RULES.rule("LST004", "phone-autocorrected", "info", profile="pedantic", fix="sometimes safe")
def phone_autocorrected(mailing: MailingContext) -> Iterator[Problem]:
    """A number has no plus, so the service may change it.

    A plus switches the correction off (PAR-1): what is written is then what is dialled.

    Bad::

        79990000000:Your order is ready

    Good::

        +79990000000:Your order is ready

    Fix: safe for numbers of eleven digits that begin with 7; else unsafe, since the correction may be needed.
    Since: 0.1
    """
    for number, index, phone in mailing.phones():
        if phone[0] != "+" and international(phone) == phone:
            span = mailing.span(number, "phones", index)
            safe = len(phone) == 11 and phone[0] == "7"
            yield Problem(
                f"the service may change '{phone}': it has no '+'",
                span,
                expected=(f"'+{phone}', which the service never changes",),
                fixes=(Fix("add a '+' in front", (Edit(span, f"+{phone}"),), safe=safe),),
            )


@RULES.rule("LST016", "group-in-list", "warning")
def group_in_list(mailing: MailingContext) -> Iterator[Problem]:
    """A line goes to a group of numbers.

    Groups such as `G777` are described for `phones` (PAR-2); for a list only numbers are (LIST-2).

    Bad::

        G777:We are closed on Monday

    Good::

        79990000000:We are closed on Monday

    Fix: none.
    Since: 0.1
    """
    for number, line in enumerate(mailing.lines):
        for index, phone in enumerate(line.phones):
            if phone[0] in "Gg" and "@" not in phone:
                yield Problem(
                    f"'{phone}' is a group: lists may not accept groups",
                    mailing.span(number, "phones", index),
                    expected=("a phone number, or the group in 'phones' with the text in 'mes'",),
                )


@RULES.rule("LST019", "recipient-in-text", "warning", fix="unsafe")
def recipient_in_text(mailing: MailingContext) -> Iterator[Problem]:
    """A text starts with a phone number and a separator: probably one more recipient.

    Numbers in a list are divided by commas (LIST-2). `;` divides them in `phones` (PAR-1), but ends them here, and the
    first recipient is sent all the other numbers.

    Bad::

        79990000001;79990000002:Your order is ready

    Good::

        79990000001,79990000002:Your order is ready

    Fix: unsafe: writes a comma before the number.
    Since: 0.1
    """
    for number, line in enumerate(mailing.lines):
        match = _numbers().match(line.text)
        before = line.phones[-1]
        if match and international(match[1]) and (before.isdigit() or len(before) > LONGEST_DATE):
            separator = mailing.separator(number)
            yield Problem(
                f"the text starts with the phone number '{match[1]}' and a separator",
                separator,
                expected=("',' between two numbers",),
                fixes=(Fix("write ','", (Edit(separator, ","),)),),
            )


@cache
def _numbers() -> re.Pattern[str]:
    return compiled(r"[ \t]*+(\+?[0-9]{11,15})[ \t]*[:;]")


@RULES.rule("LST020", "recipient-of-other-channel", "error")
def recipient_of_other_channel(mailing: MailingContext) -> Iterator[Problem]:
    """The channel of the list cannot reach a recipient.

    E-mail goes to addresses, and everything else to phone numbers (PAR-2). Something says the channel: the request, or
    the option `channel`. Where nothing does, a list with both is a warning.

    Options::

        channel = "mail"

    Bad::

        79990000000:Your order is ready

    Good::

        alex@example.org:Your order is ready

    Fix: none.
    Since: 0.1
    """
    channel = mailing.options.channel
    if channel != "mail" and AT not in mailing.source:
        return
    if not channel:
        yield from _mixed(mailing)
        return
    for number, line in enumerate(mailing.lines):
        for index, phone in enumerate(line.phones):
            if (AT in phone) != (channel == "mail") and (AT in phone or phone[0] not in "Gg"):
                told, whom = ("a phone number", "e-mail addresses")
                if channel != "mail":
                    told, whom = ("an e-mail address", "phone numbers")
                yield Problem(
                    f"'{phone}' is {told}, but this list goes to {whom}",
                    mailing.span(number, "phones", index),
                    expected=("an e-mail address",) if channel == "mail" else ("'mail=1' in the request",),
                )


def _mixed(mailing: MailingContext) -> Iterator[Problem]:
    """Both kinds of recipients in a list of which nothing says the channel: the first of those that are fewer."""
    addresses: list[tuple[int, int]] = []
    phones: list[tuple[int, int]] = []
    for number, line in enumerate(mailing.lines):
        for index, phone in enumerate(line.phones):
            (addresses if AT in phone else phones).append((number, index))
    if not addresses or not phones:
        return
    number, index = min(addresses, phones, key=len)[0]
    yield Problem(
        "e-mail addresses and phone numbers cannot be mixed in one request",
        mailing.span(number, "phones", index),
        expected=("recipients of one kind, or a separate request for each kind",),
        severity="warning",
    )


@RULES.rule("LST021", "message-in-text", "warning", fix="unsafe")
def message_in_text(mailing: MailingContext) -> Iterator[Problem]:
    """A text contains another recipient's message, probably meant as a separate line.

    Messages are divided by line ends (LIST-1). Where they are divided by anything else, by a comma, a blank or the two
    characters `\\n`, the first recipient is sent all of it, with the numbers of the others.

    Bad::

        79990000001:Your order is ready,79990000002:Your order is late

    Good::

        79990000001:Your order is ready
        79990000002:Your order is late

    Fix: unsafe: writes each message on its own line.
    Since: 0.1
    """
    for number, line in enumerate(mailing.lines):
        if not _has_number().search(line.text):
            continue
        span = mailing.span(number, "text")
        apart = mailing.source[span.start : span.start + 1].isspace()
        found = [
            match
            for match in _another().finditer(mailing.source, span.start, span.end)
            if all(international(phone) == phone.lstrip("+") for phone in match["phones"].split(","))
            # Behind a blank alone it may be a number in a sentence: `call 79990000001: it is free`.
            and (match["sign"] or (bool(match["blank"]) is apart and len(match["phones"]) > 10))
        ]
        if found:
            newline = "\r\n" if mailing.source.startswith("\r\n", span.end) else "\n"
            edits = tuple(Edit(Span(match.start(), match.start("head")), newline) for match in found)
            first = found[0]
            yield Problem(
                f"this message contains another message, to '{first['phones']}'",
                Span(first.start("head"), first.end("phones")),
                expected=("each message on its own line",),
                fixes=(Fix("put each message on its own line", edits),),
            )


@cache
def _has_number() -> re.Pattern[str]:
    return compiled(r"[0-9]{10,15}[ \t]*[:;]")


@cache
def _another() -> re.Pattern[str]:
    return compiled(
        r"(?<=\S)(?<![0-9]{10})(?:(?P<sign>[ \t]*+(?:\\n|%0[aA]|[,;|\n])(?>(?:[ \t]|\\n)*))|[ \t]++)"
        r"(?P<head>(?:[^ \t,|:;\\\r\n]{1,20}+(?:,[+-]?[0-9]{1,3}+)?\|)?"
        r"(?P<phones>\+?[0-9]{10,15}+(?>(?:,\+?[0-9]{10,15}+)*)))"
        r"[ \t]*+[:;](?P<blank>[ \t]*+)(?=\S)"
    )
