"""LST005, LST006, LST017: messages that are there more than once."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.payloads.mailing.context import MailingContext, same_phone
from smsc_codec.payloads.mailing.memory import of_messages, of_phones
from smsc_codec.rules import Ruleset

RULES = Ruleset()

#: The service blocks more messages to one subscriber in a short time.
MOST_MESSAGES = 50

_Key = tuple[str, str, str | None]


def _keys(mailing: MailingContext) -> Iterator[tuple[int, int, _Key]]:
    for number, line in enumerate(mailing.lines):
        for index, phone in enumerate(line.phones):
            yield number, index, (same_phone(phone), line.text, line.sender)


def _count(mailing: MailingContext) -> int:
    return sum(len(line.phones) for line in mailing.lines)


@RULES.rule("LST005", "duplicate-pair", "warning", fix="unsafe")
def duplicate_pair(mailing: MailingContext) -> Iterator[Problem]:
    """The same text goes to the same phone twice.

    The service accepts no second equal message within a minute, and what it accepts is paid for (LIST-1). Messages
    from different senders are different.

    Bad::

        79990000001:Your order is ready
        79990000002:Your order is late
        79990000001:Your order is ready

    Good::

        79990000001:Your order is ready
        79990000002:Your order is late

    Fix: unsafe: takes the later one out, for somebody may have meant to send it twice.
    Since: 0.1
    """
    tally = mailing.memory.messages if mailing.memory else of_messages(_count(mailing))
    if not tally.counts(mailing.first_line):
        return
    source = mailing.source
    # Where each line is a message, as in most lists, its number is known without looking.
    each = source.count("\n") + (not source.endswith("\n")) == len(mailing.lines)
    for number, index, key in _keys(mailing):
        line = mailing.first_line + number if each else mailing.line_of(number)
        times, first = tally.add(key, line)
        if times > 1:
            yield Problem(
                f"'{mailing.lines[number].phones[index]}' already gets this text on line {first}",
                mailing.span(number, "phones", index),
                fixes=(Fix("remove the second one", (Edit(_cut(mailing, number, index), ""),)),),
            )


def _cut(mailing: MailingContext, number: int, index: int) -> Span:
    """What to take out: the number with a comma beside it, or the whole line where it is the only one."""
    phones = mailing.lines[number].phones
    if len(phones) > 1:
        if index:
            return Span(
                mailing.span(number, "phones", index - 1).end, mailing.span(number, "phones", index).end
            )
        return Span(mailing.span(number, "phones", 0).start, mailing.span(number, "phones", 1).start)
    span = mailing.line_span(number)
    return Span(span.start, mailing.source.find("\n", span.end) + 1 or len(mailing.source))


@RULES.rule("LST006", "flood", "error")
def flood(mailing: MailingContext) -> Iterator[Problem]:
    """More than 50 messages go to one phone.

    The service blocks more than 50 messages to one subscriber within a short time; the messages of a list go
    together (LIST-6). Told once a phone.

    Bad::

        79990000000:Code 1
        79990000000:Code 2
        79990000000:Code 3
        79990000000:Code 4
        79990000000:Code 5
        79990000000:Code 6
        79990000000:Code 7
        79990000000:Code 8
        79990000000:Code 9
        79990000000:Code 10
        79990000000:Code 11
        79990000000:Code 12
        79990000000:Code 13
        79990000000:Code 14
        79990000000:Code 15
        79990000000:Code 16
        79990000000:Code 17
        79990000000:Code 18
        79990000000:Code 19
        79990000000:Code 20
        79990000000:Code 21
        79990000000:Code 22
        79990000000:Code 23
        79990000000:Code 24
        79990000000:Code 25
        79990000000:Code 26
        79990000000:Code 27
        79990000000:Code 28
        79990000000:Code 29
        79990000000:Code 30
        79990000000:Code 31
        79990000000:Code 32
        79990000000:Code 33
        79990000000:Code 34
        79990000000:Code 35
        79990000000:Code 36
        79990000000:Code 37
        79990000000:Code 38
        79990000000:Code 39
        79990000000:Code 40
        79990000000:Code 41
        79990000000:Code 42
        79990000000:Code 43
        79990000000:Code 44
        79990000000:Code 45
        79990000000:Code 46
        79990000000:Code 47
        79990000000:Code 48
        79990000000:Code 49
        79990000000:Code 50
        79990000000:Code 51

    Good::

        79990000000:Code 1
        79990000000:Code 2

    Fix: none.
    Since: 0.1
    """
    tally = mailing.memory.phones if mailing.memory else of_phones(_count(mailing))
    if not tally.counts(mailing.first_line):
        return
    for number, index, phone in mailing.phones():
        if tally.add(same_phone(phone))[0] == MOST_MESSAGES + 1:
            yield Problem(
                f"'{phone}' gets more than {MOST_MESSAGES} messages from this list",
                mailing.span(number, "phones", index),
                primary=f"message {MOST_MESSAGES + 1}",
            )


@RULES.rule("LST017", "not-personal", "info", profile="pedantic")
def not_personal(mailing: MailingContext) -> Iterator[Problem]:
    """All lines have the same text.

    A list is for different messages (LIST-1); one text for all is shorter as `phones` and `mes`.

    Bad::

        79990000001:We are closed on Monday
        79990000002:We are closed on Monday

    Good::

        79990000001:Your order is ready
        79990000002:Your order is late

    Fix: none.
    Since: 0.1
    """
    lines, memory = mailing.lines, mailing.memory
    alike: int
    if memory:
        alike = bool(lines) and mailing.first_line == 1 and memory.alike
    else:
        said = {(line.text, line.sender, line.tz, line.comment) for line in lines}
        alike = not mailing.reading.problems and len(said) == 1 and len(lines)
    if alike > 1:
        yield Problem(
            f"all {alike} lines have the same text",
            mailing.span(0, "text"),
            expected=("different texts, or one request with 'phones' and 'mes'",),
        )
