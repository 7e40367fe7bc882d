"""Numbers by the plans of the world, with the extra `phones`."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.recipients.model import Phone
from smsc_codec.payloads.recipients.normal import normal

pytest.importorskip("phonenumbers")

#: A number, the region of its writer, and the number in international form.
CASES = [
    (Phone("79991234567"), None, "79991234567"),
    (Phone("8 (999) 123-45-67"), "RU", "79991234567"),
    (Phone("8 (999) 123-45-67"), None, None),
    (Phone("7 999 123-45-67", plus=True), "GB", "79991234567"),
    (Phone("020 7946 0018"), "GB", "442079460018"),
    (Phone("44 20 7946 0018"), None, "442079460018"),
    (Phone("9991234567"), "RU", "79991234567"),
    (Phone("123"), "RU", None),
    (Phone(""), None, None),
]


@pytest.mark.parametrize(("phone", "region", "number"), CASES)
def test_number_in_international_form(phone: Phone, region: str | None, number: str | None) -> None:
    """A number that its country's plan has becomes its international form with a plus; any other is none (PAR-1)."""
    assert normal(phone, region) == (None if number is None else Phone(number, plus=True))
