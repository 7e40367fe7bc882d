"""How many digits a number has in each country, and which numbers stand out beside others."""

from __future__ import annotations

from random import Random

import pytest

from smsc_codec.payloads.phone_lengths import LENGTHS, home_number, odd_length, unlike

#: The codes of countries with the least and the most digits of a number, the code among them (ITU, national plans).
PLANS = """
1 11, 7 11, 20 11-12, 30 12, 31 11, 32 10-11, 33 11, 34 11, 36 10-11, 40 11, 41 11, 44 11-12, 45 10, 47 10, 48 11,
60 10-12, 61 11, 62 10-14, 63 10-12,
64 10-12, 65 10, 66 10-11, 81 11-12, 82 10-12, 86 12-13, 90 12, 91 12,
351 12, 353 10-12, 359 10-12, 370 11, 371 11, 372 10-11, 373 11, 374 11,
375 12, 380 12, 420 12, 421 12, 971 11-12, 972 11-12, 992 12, 993 11, 994 12, 995 12, 996 12, 998 12
"""


@pytest.mark.parametrize("plan", [one.strip() for one in PLANS.replace("\n", " ").split(",")])
def test_digits_of_a_country(plan: str) -> None:
    """A number with a digit too few or too many is odd, and it is said how many its country has."""
    code, _, digits = plan.partition(" ")
    least, most = (int(one) for one in (digits.split("-") * 2)[:2])
    wanted = digits.replace("-", " to ")
    for size in range(least - 2, most + 3):
        told = odd_length((code + "6" * 20)[:size])
        if least <= size <= most:
            assert told == ""
        elif size == 10 and code[0] == "9":  # a mobile of Russia without its 7, more often than not
            assert told == "10 digits; numbers in Russia have 11 and begin with 7"
        else:
            assert told.startswith(f"{size} digits")
            assert told.endswith(wanted)
            assert LENGTHS[code][0] in told


def test_every_country_has_its_row() -> None:
    """No country is known that the table above leaves out."""
    assert {code for code in LENGTHS if code not in MORE} == {one.split()[0] for one in PLANS.split(",")}


#: What mobiles, and the numbers of some cities, begin with in countries that have several lengths.
MORE = {code: row for code, row in LENGTHS.items() if row[0].endswith(" that begin so")}


def test_a_digit_lost() -> None:
    """A mobile, or a number in London, that lost a digit or has one more is odd; all that are valid are not."""
    for whole in ("447911123456", "442079460958", "201001234567", "32470123456", "36201234567", "353850123456",
                  "35987123456" + "7", "818012345678", "8613123456789", "971501234567", "972502345678"):  # fmt: skip
        assert odd_length(whole) == "", whole
        assert "that begin so" in odd_length(whole[:-1]), whole
        assert odd_length(whole + "12"), whole


@pytest.mark.parametrize("code", sorted(MORE))
def test_no_valid_number_is_odd(code: str) -> None:
    """What the plans of the world call valid is of the length that is asked for; some numbers have two."""
    phonenumbers = pytest.importorskip("phonenumbers")
    chance = Random(code)
    _, least, most = MORE[code]
    for size in (size for size in range(9, 16) if not least <= size <= most):
        for _ in range(150):
            number = code + "".join(chance.choices("0123456789", k=size - len(code)))
            assert not phonenumbers.is_valid_number(phonenumbers.parse(f"+{number}")), number


def test_mobiles_fit() -> None:
    """The mobiles of each country have so many digits, by the plans of the world."""
    phonenumbers = pytest.importorskip("phonenumbers")
    for code, (_, least, most) in LENGTHS.items():
        if code in MORE:
            continue
        region = phonenumbers.region_code_for_country_code(int(code))
        mobile = phonenumbers.PhoneMetadata.metadata_for_region(region).mobile
        example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
        assert least <= len(code) + len(str(example.national_number)) <= most, (code, mobile)


@pytest.mark.parametrize(("number", "odd"), [
    ("9991234567", True), ("9511234567", False), ("9601234567", False), ("9611234567", False), ("9621234567", True),
    ("99912345678", False), ("2991234567", False), ("6591234567", False), ("84912345678", False),
    ("9161234567", True), ("9001234567", True), ("9921234567", True),
])  # fmt: skip
def test_numbers_without_a_plan(number: str, odd: bool) -> None:
    """Ten digits that begin with 9 are a mobile of Russia without its 7, unless a country's code begins so."""
    assert ("Russia" in odd_length(number)) is odd
    assert bool(odd_length(number)) is odd


@pytest.mark.parametrize(("number", "odd"), [
    ("80291234567", True), ("80501234567", True), ("80081234567", False), ("80812345678", False),
    ("802912345678", False),
])  # fmt: skip
def test_numbers_dialled_inside_a_country(number: str, odd: bool) -> None:
    """`8029 ...` is Belarus's number, and Ukraine's of old, as one dials it there; codes that exist are left alone."""
    assert ("375" in odd_length(number)) is odd


@pytest.mark.parametrize(("number", "others", "words"), [
    ("8412345678", ["84123456789"], ("10 digits", "have 11")),
    ("841234567890", ["84123456789"], ("12 digits", "have 11")),
    ("8412345678901", ["84123456789"], ()), ("84123456789", ["84123456788"], ()), ("8412345678", ["8412345678"], ()),
    ("8412345678", ["84123456789", "8412345677"], ()), ("8412345678", ["85123456789"], ()), ("8412345678", [], ()),
    ("8412345678", ["78412345678"], ("10 digits", "country code")), ("8412345678", ["7841234567"], ()),
    ("841234567", ["78412345678"], ()), ("8412345678", ["78422345678"], ()),
])  # fmt: skip
def test_numbers_beside_others(number: str, others: list[str], words: tuple[str, ...]) -> None:
    """A digit more or less than all that begin alike stands out, and a missing code beside numbers that have one."""
    told = unlike(number, others)
    assert bool(told) is bool(words)
    assert all(word in told for word in words)


@pytest.mark.parametrize(("number", "home"), [
    ("88121234567", "78121234567"), ("8812123456", None), ("881212345678", None), ("88221234567", None),
])  # fmt: skip
def test_numbers_with_a_long_distance_8(number: str, home: str | None) -> None:
    """`8812 ...` is a number of Saint Petersburg as one dials it there."""
    assert home_number(number) == home
