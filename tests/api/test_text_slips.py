"""Slips in how a request's address and its parameters are written: each is told once, with its fix."""

from __future__ import annotations

import pytest

import smsc_codec as sms

_SEND = "https://smscentre.com/sys/send.php"
_SAID = "login=a&psw=KEY&phones=79990000000&mes=Hi"
_JSON = '{"login": "a", "psw": "KEY", "phones": "79990000000", "mes": "Hi"}'

#: `mes` with a Cyrillic letter.
_LOOK_ALIKE = "m\u0435s="

#: The request, the rule that tells, and what its fix does, if it has one.
SLIPS = [
    (f"{_SEND}&{_SAID}", "REQ023", "write '?'"),
    (f"{_SEND}{_SAID}", "REQ023", "write '?'"),
    (f"{_SEND}/{_SAID}", "REQ023", "write '?'"),
    (f"{_SEND}?{_SAID.replace('=', ':', 1)}", "REQ023", "write '='"),
    (f"{_SEND}?{_SAID.replace('=', '==', 1)}", "REQ023", "write '='"),
    (f"{_SEND}?{_SAID.replace('&phones', '& phones')}", "REQ023", "remove the space"),
    (f"{_SEND}?{_SAID.replace('mes=', 'mes =')}", "REQ023", "remove the space"),
    (f"curl {_SEND} -d '{_JSON}'", "REQ023", "write '/rest/send/'"),
    (f"{_SEND.replace('centre', 'center')}?{_SAID}", "REQ021", "write 'smscentre.com'"),
    (f"{_SEND.replace('smscentre.com', 'smsc.rv')}?{_SAID}", "REQ021", "write 'smsc.ru'"),
    (f"{_SEND}?{_SAID.replace('mes=', 'massage=')}", "REQ013", "write 'mes'"),
    (f"{_SEND}?{_SAID.replace('mes=', _LOOK_ALIKE)}", "REQ013", "write 'mes'"),
    (f"{_SEND}?{_SAID.replace('phones=', 'telefon=')}", "REQ013", "write 'phones'"),
    (f"{_SEND}?{_SAID.replace('psw=', 'pasword=')}", "REQ013", "write 'psw'"),
    (f"{_SEND}?{_SAID}&period=1&freq=61", "REQ003", ""),
    (f"{_SEND}?login=a&psw=KEY&list=", "REQ014", ""),
]


@pytest.mark.parametrize(("text", "code", "fix"), SLIPS)
def test_a_slip_is_told_once(text: str, code: str, fix: str) -> None:
    """REQ-1, REQ-2, PAR-9: one finding for one slip, and mending it leaves nothing to tell."""
    (found,) = [one for one in sms.lint(text, "request") if one.severity != "info"]
    assert (found.code, [one.title for one in found.fixes]) == (code, [fix] if fix else [])


@pytest.mark.parametrize(
    "text",
    [
        f"{_SEND}?{_SAID}&period=1&freq=60",
        f"https://localhost:8080/sys/send.php?{_SAID}",
        f"https://smsc.example/sys/send.php?{_SAID}",
        f"curl https://smscentre.com/rest/send/ -d '{_JSON}'",
        f"{_SEND}?{_SAID.replace('Hi', 'a:b==c')}",
    ],
)
def test_what_looks_like_one(text: str) -> None:
    """A test's host, JSON where it is read (BEY-2), signs in a text are no slips."""
    assert [one for one in sms.lint(text, "request") if one.severity != "info"] == []
