"""The numbers that a request names, as the service takes them (PAR-1, PAR-2, STA-1)."""

from __future__ import annotations

from smsc_codec.api.parameters.kinds import Read
from smsc_codec.diagnostics import Problem, shortened
from smsc_codec.payloads import recipients
from smsc_codec.payloads.phones import MAX_DIGITS, MIN_DIGITS, digits, international
from smsc_codec.payloads.recipients.model import Phone, Recipient, Recipients

_ALLOWED = f"{MIN_DIGITS} to {MAX_DIGITS} digits in international form, such as 79990000000"


def taken(phone: Phone) -> Phone | None:
    """A number as the service takes it, without marks, and corrected where no plus says not to; None for none."""
    number = international(phone.number)
    if number is None or (phone.plus and number != digits(phone.number)):
        return None
    return Phone(number, phone.plus)


def read(text: str) -> Read:
    """The recipients of a text; what is none, and a number that is none, is left out and told of."""
    reading = recipients.read(text)
    problems = list(reading.problems)
    items: list[Recipient] = []
    for index, item in enumerate(reading.value.items):
        if not isinstance(item, Phone):
            items.append(item)
            continue
        number = taken(item)
        if number is not None:
            items.append(number)
        if number != item:
            span = reading.spans["items", index]
            words = shortened(text[span.start : span.end])
            if number is None:
                problems.append(
                    Problem(f"'{words}' is not a phone number", span, "phone-format", (_ALLOWED,))
                )
            else:
                told = f"'{words}' is read as {number.number}"
                problems.append(Problem(told, span, "phone-format", severity="warning"))
    return Recipients(tuple(items)), tuple(problems)
