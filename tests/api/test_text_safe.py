"""Safe fixes of requests change nobody's number, add nobody, and leave alone what is counted elsewhere."""

from __future__ import annotations

import pytest

from smsc_codec import fix

SEND = "https://smscentre.com/sys/send.php?login=alex&psw=1&mes=Hi"
FORM = "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\nContent-Type: application/x-www-form-urlencoded\n"
JSON = "POST /rest/send/ HTTP/1.1\nHost: smscentre.com\nContent-Type: application/json\n"

#: Recipients with blanks and pluses: what a safe fix makes of them. With a plus a number is dialled as it is (PAR-1).
PHONES = {
    "79990000000, 9990000001": "79990000000,%209990000001",
    "79990000000; 9990000001": "79990000000;%209990000001",
    " 9990000001": "%209990000001",
    "79990000000,  380671234567": "79990000000,%20%20380671234567",
    "79990000000, 8 (999) 000-00-01": "79990000000,%2079990000001",
    "79990000000,+9990000001": None,
    "+9501234567": None,
    "79990000000,+89990000001": "79990000000,%2B79990000001",
    "79990000000,+380671234567": "79990000000,%2B380671234567",
}


@pytest.mark.parametrize(("phones", "mended"), PHONES.items())
def test_blanks_and_pluses(phones: str, mended: str | None) -> None:
    """A blank between numbers becomes no plus, and a plus is written only before a number that it does not change."""
    for before in (SEND, "login=alex&psw=1&mes=Hi"):
        assert fix(f"{before}&phones={phones}", "request").text == f"{before}&phones={mended or phones}"


@pytest.mark.parametrize(
    ("behind", "safe"),
    [
        ("mes=Hi#&phones=79990000001", False),
        ("mes=Hi#1&phones=79990000001&fmt=3", False),
        ("sender=Shop#1&mes=other", False),
        ("sender=Shop#1&fmt=3", True),
        ("fmt=1#&fmt=3", False),
        ("sender=A#&charset=utf-8#&fmt=3", True),
    ],
)
def test_cut_addresses(behind: str, safe: bool) -> None:
    """What stands behind a `#` comes back by a safe fix only where nothing of it was said before the `#`."""
    text = f"{SEND}&phones=79990000000&{behind}"
    assert fix(text, "request").text == (text.replace("#", "%23") if safe else text)
    assert fix(text, "request", unsafe=True).text != text


#: Bodies with slips whose octets are counted, or not.
BODIES = [
    (FORM, "login=alex&psw=1&phones=8 999 000 00 01&mes=Hello world&charset=utf-8"),
    (FORM, "login=alex&psw=1&phones=79990000001&mes=Привет"),
    (FORM, "login=alex&amp;psw=1&amp;phones=79990000001&amp;mes=Hi"),
    (FORM, "login=alex&psw=1&phones=79990000001,&mes=Hi&tranlit=1"),
    (JSON, '{"login": "alex", "psw": "1", "phones": "8 999 000 00 01", "mes": "Hi"}'),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
@pytest.mark.parametrize("name", ["Content-Length", "content-length"])
def test_counted_bodies(head: str, body: str, name: str) -> None:
    """A body whose octets a header counts is not edited: the service would cut it off, or wait for more."""
    counted = f"{head}{name}: {len(body.encode())}\n\n{body}"
    assert fix(counted, "request", unsafe=True).text == counted
    assert fix(f"{head}\n{body}", "request", unsafe=True).text != f"{head}\n{body}"


def test_a_target_is_no_body() -> None:
    """What stands in the target is mended as ever."""
    text = "POST /sys/send.php?login=alex&psw=1&phones=8 999 000 00 01&mes=Hi HTTP/1.1\nHost: smscentre.com\n"
    text += "Content-Length: 5\n\nfmt=3"
    assert fix(text, "request").text == text.replace("8 999 000 00 01", "79990000001")
