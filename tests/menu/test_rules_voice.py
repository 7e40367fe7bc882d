"""Rules VOX001, VOX002: the parameters of the call after the menu, and what the service makes of them."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.param import LIMITS, effective, read
from tests.menu.rule_cases import Bad, Good, check_bad, check_good, problems

MENU = "Hello!\n{menu: Press 1\n1: end}"


def after(end: str) -> str:
    return MENU + end


BAD = [
    Bad(
        "VOX001",
        after("\nBye\n~~~\nparam=‹120›,10,3"),
        after("\nBye\n~~~\nparam=35,10,3"),
        safe=False,
        says="drops",
    ),
    Bad(
        "VOX001",
        after("\n~~~\nparam=‹5›,‹9›,‹0›\n"),
        after("\n~~~\nparam=10,10,1\n"),
        says="the service uses 10",
    ),
    Bad("VOX001", after("\n~~~\n‹36› , 10 , 9"), after("\n~~~\n35 , 10 , 9"), says="10 to 35"),
    Bad(
        "VOX001",
        after("\r\n~~~\r\nparam = 10,‹3601›,1\r\n"),
        after("\r\n~~~\r\nparam = 10,3600,1\r\n"),
        safe=False,
    ),
    Bad(
        "VOX001", after("\n~~~\nparam=10,10,‹10›"), after("\n~~~\nparam=10,10,9"), safe=False, says="8 times"
    ),
    Bad("VOX001", after("\n~~~\n‹param=20,10›\n"), says="'param=w,i,n'"),
    Bad("VOX001", after("\n~~~\n‹param=20,-1,3›"), says="three whole numbers"),
    Bad(
        "VOX002",
        after("\nBye! ‹~~~› param=20,10,3\n"),
        after("\nBye!\n~~~\nparam=20,10,3\n"),
        safe=False,
        says="read aloud",
    ),
    Bad("VOX002", after("\nBye!\n‹~~~~›\nparam=20,10,3"), after("\nBye!\n~~~\nparam=20,10,3"), safe=False),
    Bad("VOX002", after("\nBye!\n ‹~~› \n20,10,3"), after("\nBye!\n~~~\n20,10,3"), safe=False),
    Bad(
        "VOX002",
        after("\r\nBye!\r\n ‹~~~›\r\nparam=20,10,3"),
        after("\r\nBye!\r\n~~~\r\nparam=20,10,3"),
        safe=False,
    ),
    Bad(
        "VOX002",
        after("\nBye!\n‹param=20,10,3›\n"),
        after("\nBye!\n~~~\nparam=20,10,3\n"),
        safe=False,
        says="these parameters",
    ),
    Bad("VOX002", after("‹param=20,10,3›"), after("\n~~~\nparam=20,10,3"), safe=False),
    Bad("VOX002", after(" ‹~~~›param=20,10,3"), after("\n~~~\nparam=20,10,3"), safe=False),
    Bad("VOX002", after("\nBye!\n‹~~~~›\nfor the bookkeepers")),
    Bad("VOX002", after("\nДо свидания! ‹~~~› для бухгалтерии")),
    Bad("VOX002", after("\nBye! ‹param=20,10,3›\n~~~\nparam=20,10,3")),  # there is a comment already
    Bad("VOX002", after("\nBye!\n‹~~~›")),
    Bad(
        "VOX002", "Hello!\n‹~~~›\nparam=20,10,3\n{menu: Press 1\n1: end}", severity="error", says="a comment"
    ),
]

GOOD = [
    Good("VOX001", after("\n~~~\nparam=10,10,1")),
    Good("VOX001", after("\n~~~\nparam=35,3600,9\n")),
    Good("VOX001", after("\n~~~\n25,60,3")),
    Good("VOX001", after("\n~~~\nfor the bookkeepers, 120,1,3")),
    Good("VOX001", after("\nBye! param=120,10,3")),
    Good("VOX001", after("\n~~~\nthe param is set")),
    Good("VOX001", after("\n~~~\nm3,en")),
    Good("VOX002", after("\nBye!\n~~~\nparam=20,10,3\n")),
    Good("VOX002", after("\r\n~~~\r\nnote ~~~ again")),
    Good("VOX002", after("\nBye ~~ 5 times")),
    Good("VOX002", after("\nBye ~~ param=20,10")),
    Good("VOX002", after("\n~\nparam of the call")),
    Good("VOX002", after("\nBye ~~ bye! The param= is 20,10,3 they say.")),
    Good("VOX002", "No menu ~~~ param=1,2,3"),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {case.text[len(MENU) :]}")
def test_bad(case: Bad) -> None:
    """Each slip is reported at its place, and its fix mends it: PAR-13, CMT-1, CMT-2, PFX-1."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {case.text[len(MENU) :]}")
def test_good(case: Good) -> None:
    """What the page describes, and comments of any words, are not reported: PAR-13, CMT-1, CMT-2, PFX-1."""
    check_good(case)


def test_set_apart_out_of_range() -> None:
    """Parameters out of their range are set apart too, but that is not safe: then they are reported themselves."""
    source = after("\nBye! ~~~ param=99,10,3")
    (problem,) = problems("VOX002", source)
    assert [fix.safe for fix in problem.fixes] == [False]


@pytest.mark.parametrize(
    ("which", "given", "used"),
    [
        (0, 0, 10), (0, 9, 10), (0, 10, 10), (0, 35, 35), (0, 36, 35), (0, 99, 35), (0, 100, None),
        (1, 0, 10), (1, 10, 10), (1, 3600, 3600), (1, 3601, None),
        (2, 0, 1), (2, 1, 1), (2, 9, 9), (2, 10, None),
        (0, -1, None), (1, -1, None), (2, -1, None),
    ],
)  # fmt: skip
def test_effective(which: int, given: int, used: int | None) -> None:
    """The service moves a value into its working range, or drops all three: PAR-13."""
    assert effective(given, LIMITS[which]) == used


@pytest.mark.parametrize(
    "text", ["", "param=", "1,2", "1,2,3,4", "a,b,c", "1.5,2,3", "-1,2,3", "param=1,2,3 x"]
)
def test_read_nothing_else(text: str) -> None:
    """Anything but three whole numbers is no parameter: PAR-13."""
    assert read(text) is None


def test_read_places() -> None:
    """The values are read with their places, `param=` before them or not: PAR-13, CMT-2."""
    text = "x\n param=20 ,10, 3 \n"
    values = read(text, 1)
    assert values is not None
    assert [(v.given, text[v.span.start : v.span.end], v.used) for v in values] == [
        (20, "20", 20),
        (10, "10", 10),
        (3, "3", 3),
    ]
    assert [value.given for value in read("20,10,3") or ()] == [20, 10, 3]
