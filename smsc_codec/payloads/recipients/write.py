"""Recipients to text: what is written reads back equal, or it is not written."""

from __future__ import annotations

from smsc_codec.diagnostics import BuildError
from smsc_codec.grammar.compiled.recipients import TABLES
from smsc_codec.payloads.conform import conform
from smsc_codec.payloads.phones import MAX_DIGITS, MIN_DIGITS, international
from smsc_codec.payloads.recipients.model import (
    Email,
    Group,
    Phone,
    Recipient,
    Recipients,
    TelegramId,
    TelegramName,
)
from smsc_codec.payloads.recipients.read import read

WRITTEN = TABLES.written
#: The field of each recipient that a person's text goes into, and what it must be.
_FIELDS: dict[type, tuple[str, str]] = {
    Phone: ("number", f"{MIN_DIGITS} to {MAX_DIGITS} digits in international form, such as 79990000000"),
    Group: ("number", "a number from 1 to 999999999"),
    Email: ("address", "an e-mail address, such as alex@example.org"),
    TelegramName: ("name", "up to 64 Latin letters, digits and '_'"),
    TelegramId: ("id", "a whole number of up to 18 digits"),
}


def build(recipients: Recipients) -> str:
    """The text of `recipients`, by comma, which reads back equal.

    Raises BuildError, which names the field, for what is no recipient, and for a number that is not in international
    form: what the service would correct is not left to it (PAR-1).
    """
    recipients = conform(recipients, Recipients)
    if not recipients.items:
        raise BuildError("items", "a message has at least one recipient")
    for index, item in enumerate(recipients.items):
        if isinstance(item, Phone) and international(item.number) != item.number:
            raise BuildError(f"items[{index}].number", _FIELDS[Phone][1])
    text = written(recipients)
    back = read(text)
    if back.problems or back.value != recipients:
        for index, item in enumerate(recipients.items):
            alone = read(_written(item))
            if alone.problems or alone.value.items != (item,):
                field, reason = _FIELDS[type(item)]
                raise BuildError(f"items[{index}].{field}", reason)
        raise BuildError("items", "would not read back as the same recipients")
    return text


def written(recipients: Recipients) -> str:
    """The text of recipients that need no check."""
    return WRITTEN["SEPARATOR"].join(map(_written, recipients.items))


def _written(item: Recipient) -> str:
    match item:
        case Phone(number, plus):
            return f"{WRITTEN['PLUS']}{number}" if plus else number
        case Group(number):
            return f"{WRITTEN['GROUP_SIGN']}{number}"
        case Email(address):
            return address
        case TelegramName(name):
            return f"{WRITTEN['NAME_SIGN']}{name}"
        case TelegramId(id):
            return f"{WRITTEN['ID_SIGN']}{id}"
