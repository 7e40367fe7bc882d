"""LST010 .. LST012: from whom a message comes, and its time zone."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Problem
from smsc_codec.payloads.mailing.context import MailingContext
from smsc_codec.payloads.mailing.write import LENGTHS, ZONES, fits
from smsc_codec.payloads.quoted import quoted_sender
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("LST010", "sender-invalid", "error", fix="sometimes safe")
def sender_invalid(mailing: MailingContext) -> Iterator[Problem]:
    """A sender is too long or has characters that are not allowed.

    A sender is up to 11 Latin letters, digits, spaces and symbols, or a number of up to 15 digits (PAR-5); for
    e-mail it is an address.

    Bad::

        MyVeryLongShop|79990000000:Your order is ready

    Good::

        MyShop|79990000000:Your order is ready

    Fix: safe where Cyrillic letters only look like Latin ones.
    Since: 0.1
    """
    sound: set[str] = set()
    for number, line in enumerate(mailing.lines):
        sender = line.sender
        if sender is None or sender in sound:
            continue
        fine = sender.isascii() and sender.isprintable() and (fits(sender) or "@" in sender)
        if fine and sender[-1:].isalnum():
            sound.add(sender)
            continue
        span = mailing.span(number, "sender")
        quoted = quoted_sender(sender, span)
        if fine or quoted:
            sound.add(sender)
            yield from filter(None, (quoted,))
            continue
        odd = list(dict.fromkeys(c for c in sender if not " " <= c <= "~"))
        if not odd:
            yield Problem(
                f"sender '{sender}' is too long: {len(sender)} characters",
                span,
                expected=(LENGTHS,),
            )
            continue
        from smsc_codec.text.homoglyphs import latin

        clean = latin(sender)
        fixes: tuple[Fix, ...] = ()
        if clean and clean.isprintable() and fits(clean):
            fixes = (Fix(f"write '{clean}' in Latin letters", (Edit(span, clean),), safe=True),)
        shown = ", ".join(f"'{c}' (U+{ord(c):04X})" for c in odd[:5])
        yield Problem(
            f"sender '{sender}' contains {shown}",
            span,
            expected=("Latin letters, digits, spaces and ASCII symbols",),
            fixes=fixes,
        )


@RULES.rule("LST011", "timezone-invalid", "error")
def timezone_invalid(mailing: MailingContext) -> Iterator[Problem]:
    """A time zone is not a whole number of hours, or does not exist.

    It is counted in hours from Moscow time (PAR-8), which is UTC+3: from -15 to 11 is all there is.

    Bad::

        Shop,+25|79990000000:Your order is ready

    Good::

        Shop,2|79990000000:Your order is ready

    Fix: none.
    Since: 0.1
    """
    yield from mailing.problems("timezone-invalid")
    for number, line in enumerate(mailing.lines):
        if line.tz is not None and line.tz not in ZONES:
            yield Problem(
                f"no time zone is {line.tz:+} hours from Moscow",
                mailing.span(number, "tz"),
                expected=(f"hours from Moscow time, from {ZONES[0]} to {ZONES[-1]}",),
            )


@RULES.rule("LST012", "timezone-looks-utc", "info", profile="pedantic", fix="unsafe")
def timezone_looks_utc(mailing: MailingContext) -> Iterator[Problem]:
    """A time zone of 3 was probably counted from UTC instead of Moscow.

    Zones are relative to Moscow (PAR-8): Moscow is 0, and 3 is UTC+6.

    Bad::

        Shop,+3|79990000000:Your order is ready

    Good::

        Shop,0|79990000000:Your order is ready

    Fix: unsafe: writes 0.
    Since: 0.1
    """
    for number, line in enumerate(mailing.lines):
        if line.tz == 3:
            span = mailing.span(number, "tz")
            yield Problem(
                "time zones count from Moscow: 3 means UTC+6",
                span,
                expected=("hours from Moscow time: 0 is Moscow (UTC+3)",),
                fixes=(Fix("write 0 for Moscow time", (Edit(span, "0"),)),),
            )
