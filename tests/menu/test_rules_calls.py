"""Rules IVR201 .. IVR211 and IVR220: calls, their numbers, what they record."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.phones import digits, international
from tests.menu.rule_cases import Bad, Good, check_bad, check_good, problems

TEN = ",".join(f"7999000000{digit}" for digit in range(10))
REGISTERED = MenuOptions(registered_numbers=("+7 999 000-00-01", "79990000002"))

BAD = [
    Bad("IVR201", f"1: call:{TEN[:-12]},‹79990000009 wait=20 err:a›\na: Sorry", says="up to 9"),
    Bad("IVR201", f"1: call:{TEN[:-12]},‹$phone,79990000009›", says="numbers in one call: 11"),
    Bad("IVR202", "1: ‹call:›"),
    Bad("IVR202", "1: ‹call: wait=20 ok:end›\n2: ‹call: record›"),
    Bad(
        "IVR203",
        "1: call:79990000000 wait=‹121›",
        "1: call:79990000000 wait=120",
        safe=False,
        says="0 to 120",
    ),
    Bad("IVR203", "1: call:79990000000 wait=‹ten› ok:end"),
    Bad("IVR203", "1: call:79990000000 wait=‹-1›\n2: call:79990000000 wait=‹1.5›"),
    Bad("IVR203", "1: call:79990000000 wait=‹›"),
    Bad("IVR204", "1: ‹call:79990000000 ok:end err:a record›\na: ‹call:79990000001›", says="120 seconds"),
    Bad(
        "IVR205",
        "1: call:79990000000 ‹record› wait=20 ok:end",
        "1: call:79990000000 wait=20 ok:end record",
    ),
    Bad("IVR205", "1: call:79990000000 ‹record› err:a\na: Нет", "1: call:79990000000 err:a record\na: Нет"),
    Bad(
        "IVR206", "1: call:79990000000 ‹wiat=20›", "1: call:79990000000 wait=20", says="did you mean 'wait='?"
    ),
    # What the mended call would say is wrong, too, or leads nowhere: a person must look at it.
    Bad(
        "IVR206",
        "1: call:7999000000 wait=5 ‹wiat=9›",
        "1: call:7999000000 wait=5 wait=9",
        safe=False,
        more={"IVR207"},
    ),
    Bad(
        "IVR206",
        "1: call:79990000000 ‹wiat=180›",
        "1: call:79990000000 wait=180",
        safe=False,
        more={"IVR203"},
    ),
    Bad(
        "IVR206",
        "1: call:79990000000 ‹er:a›\n2: A",
        "1: call:79990000000 err:a\n2: A",
        safe=False,
        more={"IVR101"},
    ),
    Bad("IVR206", "1: call:79990000000 ‹er:a›\n2: B\na: A", "1: call:79990000000 err:a\n2: B\na: A"),
    Bad("IVR206", "1: call:79990000000 ‹ok:stop›", "1: call:79990000000 ok:end", safe=False, says="'ok:end'"),
    Bad("IVR206", "1: call:79990000000 ‹ждать=20›", "1: call:79990000000 wait=20"),
    Bad("IVR206", "1: call:79990000000 ‹loud› wait=5 ‹fast›"),
    Bad("IVR207", "1: call:79990000000 wait=10 ‹wait=20›"),
    Bad("IVR207", "1: call:79990000000 ok:end err:a ‹err:b› ‹ok:end›\na: A\nb: B"),
    Bad("IVR208", "1: ‹call:79990000000 wait=20 ok:end›", says="err:"),
    Bad(
        "IVR208",
        "1: ‹call:79990000000 wait=20›\n2: call:79990000001 err:busy\nbusy: Занято",
        "1: call:79990000000 wait=20 err:busy\n2: call:79990000001 err:busy\nbusy: Занято",
        safe=False,
    ),
    Bad(
        "IVR208",
        "1: ‹call:79990000000 wait=20 record›\n2: call:79990000001 err:busy\nbusy: Sorry",
        "1: call:79990000000 wait=20 err:busy record\n2: call:79990000001 err:busy\nbusy: Sorry",
        safe=False,
    ),
    # A label that calls somebody could send the call in a circle, and `err` is for wrong keys.
    Bad("IVR208", "1: call:79990000000 err:desk\ndesk: ‹call:79990000001›\nerr: Wrong key"),
    Bad(
        "IVR209",
        "1: call:79990000001,79990000002,‹79990000001›",
        "1: call:79990000001,79990000002",
        safe=False,
    ),
    Bad(
        "IVR209",
        "1: call:79990000001 , ‹+7 999 000-00-01› wait=20",
        "1: call:79990000001 wait=20",
        safe=False,
    ),
    Bad(
        "IVR209",
        "1: call:8 999 000 00 01,‹+79990000001›,‹89990000001›",
        "1: call:8 999 000 00 01",
        safe=False,
    ),
    Bad("IVR209", "1: call:$phone,‹$phone›,79990000001", "1: call:$phone,79990000001", safe=False),
    Bad("IVR210", "1: call:79990000001,‹79991234567›", options=REGISTERED),
    Bad("IVR210", "1: call:‹8 (999) 000-00-03›", options=REGISTERED, says="did you mean '7999000000"),
    Bad("IVR210", "1: call:‹79990000020›", options=REGISTERED, says="did you mean '79990000002'?"),
    Bad("IVR211", "1: call:79990000000 ‹record›\n2: ‹record: 10›"),
    Bad("IVR211", "1: ‹record: 10›\n1: Запись окончена", says="a text before it"),
    Bad("IVR211", "1: Запишитесь или нажмите 1, чтобы записаться\n1: call:79990000000 ‹record›"),
    Bad("IVR211", "1: The call is recorded\n2: call:79990000000 err:a ‹record›\na: ‹record: 5›"),
    Bad("IVR220", "1: call:‹8 (999) 000-00-11›", "1: call:79990000011", says="international form"),
    Bad("IVR220", "1: call:‹89990000011›,‹88002000600›", "1: call:79990000011,78002000600"),
    Bad("IVR220", "1: call:‹8-495-123-45-67›", "1: call:74951234567"),
    Bad("IVR220", "1: call:‹00442079460000› wait=5", "1: call:442079460000 wait=5"),
    Bad("IVR220", "1: call:‹+44 (0)20 7946 0000›", "1: call:442079460000", safe=False),
    Bad("IVR220", "1: call:‹+7 (999) 000-00-11›", "1: call:79990000011", severity="warning"),
    Bad("IVR220", "1: sms:‹44 20.7946.0000›,Shop,Hi", "1: sms:442079460000,Shop,Hi", severity="warning"),
    Bad("IVR220", "1: call:‹112›,‹1234567890123456›", says="3 digits"),
    Bad("IVR220", "1: call:‹02079460000›,‹(495) 123-45-67›", says="country code"),
    Bad("IVR220", "1: call:‹operator›,‹+phone›", says="not a phone number"),
    Bad("IVR220", "1: sms:‹дежурный›,Shop,Hi", says="digits in international form"),
    Bad(
        "IVR220",
        "1: call:‹79990000001 79990000002›",
        "1: call:79990000001,79990000002",
        safe=False,
        says="comma",
    ),
]

GOOD = [
    Good("IVR201", f"1: call:{TEN[:-12]} wait=20"),
    Good("IVR202", "1: call:$phone"),
    Good("IVR203", "1: call:79990000000 wait=0\n2: call:79990000000 wait=120\n3: call:79990000000"),
    Good("IVR204", "1: call:79990000000 wait=20"),
    Good("IVR204", "1: call:79990000000 wait=999\n2: call:79990000000 wiat=20"),
    Good("IVR205", "1: call:79990000000 wait=20 record"),
    Good("IVR206", "1: call:79990000000 wait=20 ok:end err:a record\na: Sorry"),
    Good("IVR207", "1: call:79990000000 wait=20\n2: call:79990000000 wait=20"),
    Good("IVR208", "1: call:79990000000 err:2\n2: Sorry"),
    Good("IVR208", "1: call:79990000000 er:a\n2: call:79990000000 err:сorry\na: A"),
    Good("IVR209", "1: call:79990000001,79990000002\n2: call:79990000001"),
    Good("IVR209", "1: call:84951234567,74951234567"),  # Viet Nam and Moscow
    Good("IVR210", "1: call:79991234567"),
    Good("IVR210", "1: call:79990000001,$phone,+7 (999) 000 00 02,operator", options=REGISTERED),
    Good("IVR211", "{menu: This call may be recorded.\n1: call:79990000000 record\n2: record: 5}"),
    Good("IVR211", "Разговор записывается.\n{menu: Нажмите 1.\n1: call:79990000000 record}"),
    Good("IVR211", "1: Say it after the tone\n1: record: 5"),
    Good("IVR211", "1: <file 1>\n1: record: 5\n2: Диктуйте после сигнала\n21: record: 10"),
    Good("IVR211", "1: We record you\n1: call:79990000000 err:a record\na: record: 5"),
    Good("IVR220", "1: call:79990000000,+79990000000,2234567,223456789012345,$phone"),
    Good("IVR220", "1: call:84951234567,886212345678,85212345678\n2: sms:$phone,Shop,8 (999) 000"),
    Good("IVR220", "1: call: wait=5\n2: sms:,Shop,Hi"),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {case.text}")
def test_bad(case: Bad) -> None:
    """Each slip is reported at its place, and its fix mends it: IVR-7, IVR-9, PAR-1."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {case.text}")
def test_good(case: Good) -> None:
    """What the page allows, or another rule tells of, is not reported: IVR-7, IVR-8, PAR-1."""
    check_good(case)


def test_many_wrong_numbers_stay_cheap() -> None:
    """Thousands of numbers that are not registered are all reported; only the first get a suggestion."""
    items = "\n".join(f"{key}: call:7888000{number:04}" for key in "12" for number in range(1500))
    found = problems("IVR210", f"{{menu: \n{items}}}", MenuOptions(registered_numbers=("78880000001",)))
    assert len(found) == 2998  # the registered one stands there twice
    assert 0 < sum(bool(problem.notes) for problem in found) <= 20


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("79990000000", "79990000000"),
        ("+1 202 555 0131", "12025550131"),
        ("8 800 200-06-00", "78002000600"),
        ("+8 (495) 123-45-67", "74951234567"),
        ("83431234567", "73431234567"),
        ("+880 1712 345678", "8801712345678"),
        ("84951234567", "84951234567"),
        ("00 49 30 1234567", "49301234567"),
        ("+49 (0)30 1234567", "49301234567"),
        ("0049 (0)30 1234567", "49301234567"),
        ("123456", None),
        ("1234567890123456", None),
        ("030 1234567", None),
        ("(030) 1234567", None),
        ("7 999 000-00-00 x12", None),
        ("٧٩٩٩٠٠٠٠٠٠٠", None),
        ("+", None),
        ("", None),
    ],
)
def test_international(text: str, number: str | None) -> None:
    """A number as people write it is brought into international form, or not where that is a guess: PAR-1."""
    assert international(text) == number


@given(st.text("0123456789+ ().-x", max_size=20))
@settings(max_examples=200, deadline=None)
def test_international_form_is_final(text: str) -> None:
    """What comes out is 7 to 15 digits that come out unchanged again, unless they look like a Russian number."""
    number = international(text)
    if number is not None:
        assert 7 <= len(number) <= 15
        assert number.isdigit()
        assert number[0] != "0"
        assert digits(number) == number
        if number[0] != "8":
            assert international(number) == number
