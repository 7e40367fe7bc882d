"""Numbers by the numbering plans of the world. Needs `phonenumberslite`, which the extra `phones` installs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from smsc_codec.payloads.recipients.model import Phone


def normal(phone: Phone, region: str | None = None) -> Phone | None:
    """The number as its country's plan has it, in international form with a plus; None where no plan has it.

    `region`, two letters such as `RU`, says whose national numbers are meant where there is no country code. Unlike
    `payloads.phones.international`, which knows lengths and habits only, this knows which numbers exist. Raises
    ModuleNotFoundError where `phonenumberslite` is not installed.
    """
    phonenumbers: Any = import_module("phonenumbers")
    # Without a plus the country code usually stands among the digits all the same (PAR-1).
    ways: list[tuple[str, str | None]] = [(f"+{phone.number}", None)]
    if region and not phone.plus:
        ways.insert(0, (phone.number, region))
    for number, home in ways:
        try:
            found = phonenumbers.parse(number, home)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(found):
            e164 = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
            return Phone(e164.removeprefix("+"), plus=True)
    return None
