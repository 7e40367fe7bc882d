"""Rules IVR309 .. IVR311: the 1000 characters of a message, the seconds of a call."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.rule_cases import Bad, Good, check_bad, check_good, problems

#: One character a second, so that a text's seconds are its characters.
MINUTE = MenuOptions(max_call_seconds=60, characters_per_second=1.0)


def message(size: int, over: str = "", newline: str = "\n") -> str:
    """A menu of `size` characters, a line end being one, that ends with `over`, and the file's own line end."""
    lines = ["Здравствуйте!", "{menu: 1", "1: end", "22: Да}", ""]
    fill = size - len("\n".join(lines)) - len(over.replace("‹", "").replace("›", ""))
    return newline.join(lines) + "z" * fill + over + newline


BAD = [
    Bad("IVR309", message(1001, "‹a›"), says="1001 characters, 1 too many"),
    Bad("IVR309", message(1002, "‹bc›", "\r\n"), says="up to 1000 characters"),
    Bad("IVR309", message(1001, "‹🎉›"), says="1001"),
    Bad("IVR309", "x" * 1000 + "‹y›", says="1001"),
    Bad("IVR310", message(901, "‹a›"), says="901 of 1000"),
    Bad("IVR310", message(1000, "‹" + "a" * 100 + "›", "\r\n"), says="characters left: 0"),
    Bad(
        "IVR311",
        "Hi\n‹{menu:› Go\n1: record: 61}",
        options=MenuOptions(max_call_seconds=60, characters_per_second=1000.0),
    ),
    Bad("IVR311", "Hi\n‹{menu:› Go\n1: record: 60}", says="about 64 seconds", options=MINUTE),
    Bad("IVR311", "‹{menu:› Go\n1: record\n1: record: 29}", says="about 61 seconds", options=MINUTE),
    Bad(
        "IVR311",
        "‹{menu:›\n1: Go\n1: call:79990000000 wait=30 err:a\na: call:79990000000 wait=29}",
        says="61",
        options=MINUTE,
    ),
    Bad("IVR311", "‹{menu:›\n1: call:79990000000}", says="120", options=MINUTE),
    Bad(
        "IVR311",
        "‹{menu:›\n1: A\n12: B\n123: record: 59\n2: record: 50}",
        says="items along the way: 1, 12, 123",
        options=MINUTE,
    ),
    Bad(
        "IVR311",
        "‹{menu:›\n1: call:79990000000 wait=40 err:2\n2: call:79990000000 wait=30 err:1}",
        says="70",
        options=MINUTE,
    ),
    Bad("IVR311", "‹{menu:›\n1: end}\n" + "z" * 61, says="61", options=MINUTE),
]

GOOD = [
    Good("IVR309", message(1000)),
    Good("IVR309", message(1000, newline="\r\n")),
    Good("IVR310", message(900)),
    Good("IVR310", message(1001)),
    Good("IVR311", "Hi\n{menu: Go\n1: record: 56}", options=MINUTE),
    Good("IVR311", "{menu:\n1: record: 61}"),
    Good(
        "IVR311", "{menu:\n1: end\n1: record: 61\n11: record: 70\n2: record: 60\n0: repeat}", options=MINUTE
    ),
    Good("IVR311", "{menu:\n1: <file 1>\n1: record: 40\n2: record: 40}", options=MINUTE),
    Good("IVR311", "No menu", options=MINUTE),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {len(case.text)} {case.says}")
def test_bad(case: Bad) -> None:
    """What is beyond a limit is reported from the place where it crosses it: PAR-3, IVR-4, IVR-7, IVR-9."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {len(case.text)} {case.text[:40]}")
def test_good(case: Good) -> None:
    """What is within the limits is not reported: PAR-3, IVR-4, IVR-7, IVR-9."""
    check_good(case)


def test_limit_between_carriage_return_and_line_feed() -> None:
    """A line end that is the 1001st character is reported from its carriage return, not from inside it: PAR-3."""
    source = "x" * 1000 + "\r\n{menu: 1\r\n1: end}"
    (problem,) = problems("IVR309", source)
    assert problem.span.start == 1000
    (problem,) = problems("IVR309", "\r\n" + source[1:])
    assert problem.span.start == 1001
    (problem,) = problems("IVR309", "x" * 999 + "\r\n{menu: 1\r\n1: end}")
    assert problem.span.start == 1001


def test_too_long_names_the_items() -> None:
    """The item that crosses the limit is shown, and the longest parts are named: PAR-3."""
    source = f"Hello\n{{menu: 1\n1: {'a' * 300}\n2: {'b' * 600}\n3: {'c' * 400}\nerr: no}}"
    (problem,) = problems("IVR309", source)
    assert [(source[label.span.start], label.text) for label in problem.labels] == [
        ("3", "item 3 goes over the limit")
    ]
    assert problem.notes == ("longest parts: item 2 (603), item 3 (403), item 1 (303)",)
