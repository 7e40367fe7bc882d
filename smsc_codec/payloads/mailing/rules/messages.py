"""LST008, LST015: what a message says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads import length
from smsc_codec.payloads.mailing.context import MailingContext
from smsc_codec.rules import Ruleset
from smsc_codec.text.mark import ESCAPED_MARK, MARK, TILDES

RULES = Ruleset()


@RULES.rule("LST008", "line-message-too-long", "error")
def line_message_too_long(mailing: MailingContext) -> Iterator[Problem]:
    """A message has more than 1000 characters.

    That is the most the service takes (PAR-3), its comment included. A line end written as `\\n` counts as one.

    Options::

        nl = true

    Bad::

        79990000000:Our shop in the High Street is open from nine in the morning to six in the evening from
        Monday to Friday. Our shop at the station is open every day of the year, public holidays included,
        and sells newspapers too. You can return what you have bought within thirty days, with the receipt,
        in any of our shops in the country. Our shop in the High Street is open from nine in the morning to
        six in the evening from Monday to Friday. Our shop at the station is open every day of the year,
        public holidays included, and sells newspapers too. You can return what you have bought within
        thirty days, with the receipt, in any of our shops in the country. Our shop in the High Street is
        open from nine in the morning to six in the evening from Monday to Friday. Our shop at the station
        is open every day of the year, public holidays included, and sells newspapers too. You can return
        what you have bought within thirty days, with the receipt, in any of our shops in the country. Our
        shop in the High Street is open from nine in the morning to six in the evening from Monday to
        Friday. Our shop at the station is open every day of the year, public holidays included, and sells
        newspapers too. You can return what you have bought within thirty days, with the receipt, in any of
        our shops in the country.

    Good::

        79990000000:Our shop in the High Street is open from nine in the morning to six in the evening from
        Monday to Friday. Our shop at the station is open every day of the year, public holidays included,
        and sells newspapers too. You can return what you have bought within thirty days, with the receipt,
        in any of our shops in the country. Our shop in the High Street is open from nine in the morning to
        six in the evening from Monday to Friday. Our shop at the station is open every day of the year,
        public holidays included, and sells newspapers too. You can return what you have bought within
        thirty days, with the receipt, in any of our shops in the country. Our shop in the High Street is
        open from nine in the morning to six in the evening from Monday to Friday. Our shop at the station
        is open every day of the year, public holidays included, and sells newspapers too. You can return
        what you have bought within thirty days, with the receipt, in any of our shops in the country.

    Fix: none.
    Since: 0.1
    """
    for number, line in enumerate(mailing.lines):
        said = length.of_line(line.text, line.comment)
        if length.beyond(said) is not None:
            begin, end = mailing.span(number, "text").start, mailing.line_span(number).end
            match = _first(mailing.options.nl).match(mailing.source, begin, end)
            assert match is not None  # what is too long has so many characters
            yield Problem(
                length.excess_in_words(said),
                Span(match.end(), end),
                expected=(length.ALLOWED,),
                primary=f"after {length.MOST} characters",
            )


@cache
def _first(nl: bool) -> re.Pattern[str]:
    end = r"\r\n" if nl else r"\\n"
    return compiled(rf"(?s:(?>{end}|.){{{length.MOST}}})")


@RULES.rule("LST015", "comment-block", "warning", fix="unsafe")
def comment_block(mailing: MailingContext) -> Iterator[Problem]:
    """Three tildes in a text do not start a comment.

    A comment is divided from the text by `\\n~~~\\n` (LIST-7, CMT-1), without blanks. Anything else is sent to the
    subscriber, and paid for, tildes with no text before them among it. An ornament beside words is left alone.

    Bad::

        79990000000:Your order is ready\\n~~~ order 1234

    Good::

        79990000000:Your order is ready\\n~~~\\norder 1234

    Fix: unsafe: writes the mark, so that what follows is not sent any more. None where no text stands before it.
    Since: 0.1
    """
    for number, line in enumerate(mailing.lines):
        if line.comment is not None or line.text.count(TILDES) != 1 or TILDES + "~" in line.text:
            continue
        nl = mailing.options.nl
        span = mailing.span(number, "text")
        place = _tildes(mailing.words(span), "\n" if nl else "\\n")
        place = Span(span.start + place.start, span.start + place.end)
        first, last = place.start == span.start, place.end == span.end
        if (first or last) and not _on_a_line(mailing.words(span), "\n" if nl else "\\n"):
            continue  # an ornament at one end divides nothing
        mark = MARK if nl else ESCAPED_MARK
        fix = Fix("write the comment separator", (Edit(place, mark),))
        yield Problem(
            "these tildes do not start a comment: everything is sent as text",
            place,
            expected=(f"{mark!r} between the text and a comment" if nl else f"'{mark}' before a comment",),
            fixes=() if first else (fix,),
        )


def _tildes(text: str, end: str) -> Span:
    """Where the tildes of a text stand with the blanks and a line end on each side."""
    before, _, after = text.partition(TILDES)
    left = before.rstrip(" \t\r").removesuffix(end).rstrip(" \t\r")
    right = after.lstrip(" \t\r").removeprefix(end).lstrip(" \t")
    return Span(len(left), len(text) - len(right))


def _on_a_line(text: str, end: str) -> bool:
    """Whether the tildes of a text are all of one of its lines."""
    before, _, after = text.partition(TILDES)
    return before.rpartition(end)[2].strip() == "" == after.partition(end)[0].strip()
