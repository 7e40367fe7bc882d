"""Where requests stand in texts of any kind: which are judged, and that nothing else is."""

from __future__ import annotations

import pytest

from smsc_codec import ParseError, lint
from smsc_codec.linter.gate import fix
from smsc_codec.payloads import codec
from tests.api.told import PATH, lines

SEND = "https://smscentre.com/sys/send.php"
SOUND = f"{SEND}?login=alex&psw=123&phones=79990000000&mes=Hi"

#: Texts with a sound request in them, or with several: nothing is said of any.
CLEAN = {
    "a script with a remark": f"#!/bin/sh\n# nightly\ncurl -s '{SOUND}' > /dev/null 2>&1\n",
    "sudo before the command": f'sudo -u www curl "{SOUND}" > log\n',
    "an assignment before it": f'A=1 B="2 3" curl "{SOUND}"\n',
    "in a substitution": f'reply=$(curl -s "{SOUND}")\n',
    "in backticks": f"reply=`curl -s '{SOUND}'`\n",
    "a condition": f"if ! curl -sf '{SOUND}'; then\n  exit 1\nfi\n",
    "a pipe and what follows": f"curl -s '{SOUND}' | grep -q OK || echo failed && date\n",
    "a program's path": f"/usr/bin/curl '{SOUND}'\n",
    "a cron line": f"0 9 * * 1-5 www curl -fsS '{SOUND}'\n",
    "a substitution in the value": f'curl -s "{SOUND}$(date "+%H:%M" | sed \'s/:/-/\')&charset=utf-8"\n',
    "an own quoting": f"curl --form 'login=\"alex\"' --form 'psw=\"1\"' --form 'phones=\"79990000000\"' "
    f"--form 'mes=\"Hi\";type=text/plain' {SEND}\n",
    "text in a file": f"curl -d login=a -d psw=b -d phones=79990000000 --data-urlencode mes@text.txt {SEND}\n",
    "text in a file of a form": f"curl -F login=a -F psw=b -F phones=79990000000 -F 'mes=<text.txt' {SEND}\n",
    "an option that is not known": f"curl --brand-new-option '{SOUND}'\n",
    "an option with a value": f"curl --noproxy '*' --retry 3 -sSo /dev/null -w '%{{http_code}}' '{SOUND}'\n",
    "JSON without a type": 'curl -d \'{"login":"a","psw":"b","phones":"79990000000","mes":"Hi"}\' '
    "https://smscentre.com/rest/send/\n",
    "a browser's copy for Windows": f'curl ^"{SEND}?login=alex^&psw=123^&phones=79990000000^" ^\n'
    '  -H ^"accept: */*^" ^\n  --data-raw ^"mes=Hi^&charset=utf-8^"\n',
    "PowerShell": f'curl.exe -s "{SOUND}" `\n  -o NUL\n',
    "a format string": f"{SEND}?login=%s&psw=%s&phones=%s&mes=%s&charset=utf-8",
    "a template": f"{SEND}?login={{login}}&psw={{psw}}&phones={{phones}}&mes={{text}}&time={{time}}",
    "an inbox": "https://smscentre.com/sys/get.php?get_answers=1&login=alex&psw=123&hour=24&fmt=3",
    "an editor's file": "@host = https://smscentre.com\n\n### balance\n# @name b\nGET {{host}}/sys/balance.php\n"
    "    ?login={{login}}\n    &psw={{psw}}\n\n> {% client.test('x', function() {}) %}\n\n### send\n"
    "POST {{host}}/sys/send.php\nContent-Type: application/x-www-form-urlencoded\n\n"
    "login={{login}}&psw={{psw}}&phones=79990000000&mes=Hi\n",
    "a string of code": f'url = "{SEND}?login=" + login + "&psw=" + psw + "&phones=" + phone + "&mes=" + text\n',
    "a page": f'<p>See <a href="{SOUND.replace("&", "&amp;")}">this</a>.</p>\n',
    "two addresses": f"{SOUND}\n# and the balance\nhttps://smscentre.com/sys/balance.php?login=a&psw=b\n",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_sound_requests_anywhere(text: str) -> None:
    """REQ-2: a sound request is found wherever it stands, and neither it nor what is around it is complained of."""
    assert [(f.code, f.message) for f in lint(text, "request")] == []
    broken = text.replace("phones", "fones").replace("phone=", "fone=")
    if "phones=79990000000" in text:
        assert "REQ013" in [f.code for f in lint(broken, "request")]


#: Texts with requests in which something is wrong: the rules, the lines, and what `--fix` makes of them.
WRONG: dict[str, tuple[str, list[tuple[str, int]], str | None]] = {
    "two commands": (
        "curl 'https://smscentre.com/sys/balance.php?login=a&psw=b'\n"
        f"curl '{SEND}?login=a&psw=b&phone=79990000000&mes=Hi'\n",
        [("REQ013", 2)],
        None,
    ),
    "two messages": (
        "### balance\nGET https://smscentre.com/sys/balance.php?login=a&psw=b\n\n"
        f"### send\nGET {SEND}?login=a&psw=b&phone=79990000000&mes=Hi\n",
        [("REQ013", 5)],
        None,
    ),
    "two addresses of one command": (
        f"curl 'https://smscentre.com/sys/balance.php?login=a&psw=b' '{SEND}?login=a&psw=b&phones=79990000000&msg=Hi'",
        [("REQ013", 1)],
        None,
    ),
    "--next": (
        f"curl '{SOUND}' --next -d 'login=a&psw=b' -d phones=79990000000 -d text=Hi {SEND}",
        [("REQ013", 1)],
        None,
    ),
    "a sign that cuts, with more behind": (
        f"{SEND}?login=alex&psw=123&phones=79990000000&mes=Order%20#15&charset=utf-8",
        [("REQ028", 1)],
        f"{SEND}?login=alex&psw=123&phones=79990000000&mes=Order%20%2315&charset=utf-8",
    ),
    "a sign that cuts": (f"curl '{SOUND}#15'\n", [("REQ028", 1)], None),
    "copied from a page": (SOUND.replace("&", "&amp;"), [("REQ029", 1)], SOUND),
    "encoded twice": (
        f"{SEND}?login=alex&psw=123&phones=79990000000&charset=utf-8&mes=%25D0%259F%25D1%2580",
        [("REQ030", 1)],
        f"{SEND}?login=alex&psw=123&phones=79990000000&charset=utf-8&mes=%D0%9F%D1%80",
    ),
    "encoded for an option that encodes": (
        f"curl {SEND} -d 'login=a&psw=b&phones=79990000000&charset=utf-8' --data-urlencode 'mes=%D0%9F%D1%80'\n",
        [("REQ030", 1)],
        f"curl {SEND} -d 'login=a&psw=b&phones=79990000000&charset=utf-8' --data-urlencode 'mes=Пр'\n",
    ),
    "JavaScript's escape": (
        f"{SEND}?login=a&psw=b&phones=79990000000&mes=%u041F%u0440!",
        [("REQ032", 1)],
        f"{SEND}?login=a&psw=b&phones=79990000000&mes=%CF%F0!",
    ),
    "JavaScript's escape, encoded": (
        f"{SEND}?login=a&psw=b&phones=79990000000&mes=%25u041F%25u0440!",
        [("REQ032", 1)],
        f"{SEND}?login=a&psw=b&phones=79990000000&mes=%CF%F0!",
    ),
    "escapes of JavaScript's texts": (
        f"{SEND}?login=a&psw=b&phones=79990000000&mes=\\u041f\\u0440!",
        [("REQ032", 1)],
        f"{SEND}?login=a&psw=b&phones=79990000000&mes=%CF%F0!",
    ),
    "codes of HTML": (f"{SEND}?login=a&psw=b&phones=79990000000&mes=&#1055;&#1088;", [("REQ029", 1)], None),
    "a file that is sent as text": (
        f"curl {SEND} -d 'login=a&psw=b&phones=79990000000&mes=@text.txt'\n",
        [("REQ023", 1)],
        None,
    ),
    "a blank behind the caret": (
        f'curl "{SEND}" ^ \n  -d "login=a&psw=b&phones=79990000000&mes=Hi"\n',
        [("REQ023", 1)],
        f'curl "{SEND}" ^\n  -d "login=a&psw=b&phones=79990000000&mes=Hi"\n',
    ),
    "options in a variable": (
        f"curl $OPTIONS {SEND} -d 'login=a&psw=b&phones=79990000000&mess=Hi'\n",
        [("REQ013", 1)],
        None,
    ),
    "arrays of PHP": (
        f"{SEND}?login=a&psw=b&phones[]=79990000000&phones[]=79990000001&mes=Hi",
        [("REQ013", 1)],
        None,
    ),
    "a blank behind the backslash": (
        f"curl {SEND} \\ \n  -d 'login=a&psw=b&phones=79990000000&mes=Hi'\n",
        [("REQ023", 1)],
        f"curl {SEND} \\\n  -d 'login=a&psw=b&phones=79990000000&mes=Hi'\n",
    ),
    "no quotes around a variable": (
        f"curl {SEND}?login=a&psw=b&phones=$PHONE&mes=Hi\n",
        [("REQ023", 1)],
        f'curl "{SEND}?login=a&psw=b&phones=$PHONE&mes=Hi"\n',
    ),
}


@pytest.mark.parametrize(("text", "told", "mended"), WRONG.values(), ids=WRONG)
def test_slips_anywhere(text: str, told: list[tuple[str, int]], mended: str | None) -> None:
    """Each slip is told once, on its line, and a safe fix mends it where the meaning is plain."""
    assert [(f.code, f.line) for f in lint(text, "request")] == told
    fixed = fix(text, "request")
    assert fixed.text == (text if mended is None else mended)
    if mended:
        assert fixed.remaining == ()


def test_all_fixes_of_arrays() -> None:
    """PAR-1: several numbers are one parameter, by comma; the fix changes what is sent, so it is not safe."""
    text = f"{SEND}?login=a&psw=b&phones[]=79990000000&phones[]=79990000001&mes=Hi"
    fixed = fix(text, "request", unsafe=True)
    assert fixed.text == f"{SEND}?login=a&psw=b&phones=79990000000,79990000001&mes=Hi"
    assert fixed.remaining == ()


_CURL = "curl https://smscentre.com/sys/send.php -d psw=1"


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        (_CURL, True),
        ("https://smscentre.com/rest/send/", True),
        ("login=alex&psw=123&phones=79990000000&mes=Hi", True),
        ("apikey=123&phones=79990000000&mes=Hi", True),
        ("see /sys/ and psw= in the manual", False),
        ("login=alex&phones=79990000000&mes=Hi", False),  # neither where it goes nor who asks
        ("curl https://example.com/", False),
        ("#" * 60_000 + "\n" + _CURL, True),
        ("#" * 65_536 + "\n" + _CURL, False),  # only the beginning of a file is looked at
        ("", False),
    ],
)
def test_what_a_request_looks_like(text: str, likely: bool) -> None:
    """A request to the service, anywhere near the beginning, tells one from other texts (REQ-1)."""
    assert codec("request").looks_like(text) is likely


@pytest.mark.parametrize("text", [
    "https://smscentre.com/sys/templates.php?login=a&psw=b", "https://smscentre.com/sys/sent.php?login=a&psw=b&mes=Hi",
    "https://smscentre.com/sys/get.php?login=a&psw=b", "https://smscentre.com/sys/status.php?login=a&psw=b&phone=7,8&id=1",
    "https://smscentre.com/sys/send.php?login=a&psw=b&phones=79990000000&mes={text}",
    "https://smscentre.com/sys/balance.php?login=a&psw=b\nhttps://smscentre.com/sys/balance.php?login=a&psw=b",
    f"{_CURL} -d @file", "nothing",
])  # fmt: skip
def test_what_asks_nothing_that_is_known(text: str) -> None:
    """TPL-1, STA-1, END-1: a request that does not tell what it asks, or not all of it, has no value and says why."""
    reading = codec("request").read(text)
    assert reading.value is None
    assert reading.problems
    with pytest.raises(ParseError):
        codec("request").parse(text)


def test_what_is_seen_and_told_in_full() -> None:
    """What is seen of each of many requests, and told of it, is as it was when it was last read."""
    assert "\n".join(lines()) + "\n" == PATH.read_text(encoding="utf-8")
