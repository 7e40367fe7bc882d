"""Texts far longer than anybody sends are linted like others: no exception, whatever they are made of."""

from __future__ import annotations

import pytest

import smsc_codec as sms

REQUEST = "https://smscentre.com/sys/send.php?login=a&psw=b&phones=79161234567&mes="
PIECES = (
    "&psw=1",
    "%41",
    "Привет мир. ",
    "😀",
    "+",
    "{menu:",
    "<",
    "smsc.ru/a ",
    "{",
    "€",
    "\n",
    '"',
    "~~~\n",
)


@pytest.mark.parametrize("piece", PIECES)
def test_nothing_but_one_thing(piece: str) -> None:
    """A message, a menu's text and a request made of one thing forty thousand characters long."""
    much = piece * (40_000 // len(piece))
    for text, kind in (
        (much, "message"),
        (f"{{menu:\n1: {much}\n}}", "menu"),
        (REQUEST + much, "request"),
        (much, None),
    ):
        findings = sms.lint(text, kind)
        assert all(0 <= finding.span.start <= finding.span.end <= len(text) for finding in findings)
