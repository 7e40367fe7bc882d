"""Requests as text: addresses, bodies, curl commands and HTTP messages, read, built and linted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError, ParseError, lint
from smsc_codec.api import GetBalance, Login, Send, build_request
from smsc_codec.api.operations import Operation
from smsc_codec.api.text import CODEC, build, parse, read
from smsc_codec.api.text.read import Asked
from smsc_codec.api.text.write import to_address, to_curl, to_http
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients
from tests.api.page import PRINTED, SCHEMES
from tests.api.strategies import hostile, operations
from tests.mending import mended_by

PHONES = Recipients((Phone("79990000000"),))
HELLO = Send(phones=PHONES, message=Message("Привет, 5 + 5 & co"))
BASE = "https://smscentre.com/sys/send.php?login=alex&psw=123"


@pytest.mark.parametrize("text", [url for url, _ in PRINTED.values()], ids=PRINTED)
def test_page_is_sound(text: str) -> None:
    """REQ-1, REQ-2: no address that the page prints has an error, and each reads to what it asks for."""
    assert [f.message for f in lint(text, "request") if f.severity == "error"] == []


@pytest.mark.parametrize(("text", "operation"), (PRINTED | SCHEMES).values(), ids=PRINTED | SCHEMES)
def test_parse(text: str, operation: Operation) -> None:
    """An address reads to its operation, and the address of that reads back equal."""
    asked = parse(text)
    assert asked.operation == operation
    assert parse(build(asked)) == asked
    assert "123" not in build(asked).partition("&phones")[0]


@given(operations, st.integers(0, 3), st.sampled_from(["utf-8", "windows-1251", "koi8-r"]))
def test_build_and_parse(operation: Operation, fmt: Any, charset: Any) -> None:
    """What is built reads back equal, or the field that cannot be said is named."""
    asked = Asked(operation=operation, fmt=fmt, charset=charset)
    try:
        text = build(asked)
    except BuildError as error:
        assert error.field
        return
    assert read(text).value == asked


@given(operations, st.sampled_from(["utf-8", "koi8-r"]), st.booleans())
def test_commands_and_messages(operation: Operation, charset: Any, post: bool) -> None:
    """A curl command and an HTTP message that are written say the same when they are read."""
    if isinstance(operation, Send) and operation.files:
        return
    try:
        request = build_request(
            operation, Login("alex", "1'2\"3 $x"), charset=charset, method="POST" if post else "GET"
        )
    except BuildError:
        return
    for text in (to_curl(request), to_http(request).decode()):
        assert read(text).value == Asked(operation=operation, fmt=3, charset=charset)
        assert "1'2" not in CODEC.shown(text)


def test_a_command_without_a_body() -> None:
    """What says all in its address has no body, and an address is that of a question alone."""
    request = build_request(GetBalance(), Login("alex", "123"), method="GET")
    assert to_curl(request) == f"curl 'https://smscentre.com{request.target}'"
    with pytest.raises(BuildError, match="expected Asked, got str"):
        to_address("https://smscentre.com")  # type: ignore[arg-type]


#: Ways to write one request.
WAYS = {
    "data": "curl https://smscentre.com/sys/send.php -d login=alex -d psw=123 -d 'phones=79990000000&charset=utf-8' "
    "-d mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C+5+%2B+5+%26+co",
    "data-urlencode": "curl -sS -X POST --url 'https://smscentre.com/sys/send.php' --data-urlencode login=alex \\\n"
    '  --data-urlencode "psw=123" --data-urlencode phones=79990000000 --data-urlencode "mes=Привет, 5 + 5 & co" '
    "--data-urlencode charset=utf-8",
    "into the query": "curl -G https://smscentre.com/sys/send.php -d login=alex -d psw=123 -d phones=79990000000 "
    "-d charset=utf-8 -d 'mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82,+5+%2B+5+%26+co'",
    "form": "curl -F login=alex -F psw=123 -F phones=79990000000 -F charset=utf-8 -F 'mes=Привет, 5 + 5 & co' "
    "https://smscentre.com/sys/send.php",
    "ansi quotes": "curl https://smscentre.com/sys/send.php -d login=alex -d psw=123 -d phones=79990000000 "
    r"--data-urlencode $'mes=\u041fривет, 5 + 5 & co' -d charset=utf-8 | jq .",
    "json": 'curl https://smscentre.com/rest/send/ --json \'{"login": "alex", "psw": "123", "phones": 79990000000, '
    '"mes": "Привет, 5 + 5 & co"}\'',
    "json by header": '$ curl -H \'Content-Type: application/json\' -d \'{"login": "alex", "psw": "123", "phones": '
    '"79990000000", "mes": "\\u041fривет, 5 + 5 & co"}\' https://smscentre.com/rest/send/',
    "http": "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\n\nlogin=alex&psw=123&phones=79990000000&charset=utf-8"
    "&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C+5+%2B+5+%26+co",
    "http of editors": "POST https://smscentre.com/sys/send.php\n\nlogin=alex&psw=123\n&phones=79990000000\n&charset=utf-8"
    "\n&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C+5+%2B+5+%26+co\n",
    "body": "login=alex&psw=123&phones=79990000000&charset=utf-8"
    "&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C+5+%2B+5+%26+co",
    "broken into lines": "https://smscentre.com/sys/send.php?login=alex&psw=123\n&phones=79990000000&charset=utf-8"
    "\n&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C+5+%2B+5+%26+co\n",
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_ways_to_write_a_request(text: str) -> None:
    """REQ-2, BEY-2: however a request is written, it asks the same, and nothing is wrong with it."""
    asked = parse(text)
    assert asked.operation == HELLO
    assert [f for f in lint(text, "request") if f.severity != "info"] == []
    assert "123" not in CODEC.shown(text).replace("\\u041", "")


#: A request with something wrong, and where: the rule, the characters that are marked, what they become when fixed.
WRONG: dict[str, tuple[str, str, str, str | None]] = {
    "phones": (
        BASE + "&phones=79990000000%2C8%20999%20123-45-67&mes=Hi",
        "RCP002",
        "8%20999%20123-45-67",
        "79991234567",
    ),
    "a menu's command": (
        BASE + "&phones=79990000000&call=1&mes=Hi%0A%7Bmenu%3A+Press+1.%0A1%3A+cal%3A79990000000%0A2:+end%7D",
        "IVR009",
        "cal%3A",
        "call%3A79990000000",
    ),
    "in quotes": (
        "curl 'https://smscentre.com/sys/send.php' -d "
        "'login=a&psw=b&phones=79990000000&mes=Hi&time=9%E2%80%9321&charset=utf-8'",
        "GEN002",
        "%E2%80%93",
        "-",
    ),
    "values that stand for themselves": (
        "curl https://smscentre.com/sys/send.php -F login=a -F psw=b -F phones=79990000000 -F 'mes=__CAL__: Hi'",
        "PFX001",
        "__CAL__:",
        "__CALL__:",
    ),
    "a list": (BASE + "&list=79990000000:Hi%0A+8999+1234567:Hi", "LST003", "8999+1234567", None),
    "a voice": (BASE + "&phones=79990000000&mes=Hi&call=1&voice=W2", "VOX003", "W2", "w2"),
    "a template": (
        "https://smscentre.com/sys/templates.php?add=1&login=a&psw=b&name=n&format=viber&msg=Hi+%7Bbuton,https://a.b,Go%7D",
        "VIB001",
        "",
        None,
    ),
    "an id": (BASE + "&phones=79990000000&mes=Hi&id=a%20b", "REQ005", "a%20b", None),
    "the octets of a binary message": (BASE + "&phones=79990000000&mes=050A0&bin=2", "REQ007", "0", None),
    "a push": (BASE + "&phones=79990000000&mes=http://wap.ru&push=1", "REQ006", "http://wap.ru", None),
    "parts": (BASE + "&phones=79990000000&maxsms=1&mes=" + "a" * 161, "REQ008", "a", None),
    "a menu without a call": (
        BASE + "&phones=79990000000&mes=%7Bmenu:+1%0A1:+end%7D",
        "VOX006",
        "%7Bmenu:",
        None,
    ),
    "a button without Viber": (
        BASE + "&phones=79990000000&mes=%7Bbutton,https://a.b,Go%7D",
        "VIB012",
        "",
        None,
    ),
}


@pytest.mark.parametrize(("text", "code", "marked", "mended"), WRONG.values(), ids=WRONG)
def test_places(text: str, code: str, marked: str, mended: str | None) -> None:
    """What the rules of each language find stands at its place in the request, and its fix is written as it must be."""
    found = [f for f in lint(text, "request") if f.code == code]
    assert found, [f.code for f in lint(text, "request")]
    if marked:
        assert text[found[0].span.start : found[0].span.end] == marked
    if mended is not None:
        edits = [edit for one in found[0].fixes for edit in one.edits]
        assert edits
        fixed = text
        for edit in sorted(edits, key=lambda e: -e.span.start):
            fixed = fixed[: edit.span.start] + edit.text + fixed[edit.span.end :]
        assert mended in fixed
        assert code not in [f.code for f in lint(fixed, "request")]


def test_zones_of_lists() -> None:
    """BEY-8: a zone in a list is told of where no time with a date is beside it; nothing is refused for it."""
    pedantic = Settings(profile="pedantic")
    for more, told in (("", True), ("&time=9-21", True), ("&time=0101300900", False)):
        found = lint(f"{BASE}&list=Shop,2|79990000000:Hi{more}", "request", pedantic)
        assert ("REQ025" in [f.code for f in found]) == told
        assert "error" not in [f.severity for f in found]


def test_rules_across_parameters() -> None:
    """The same text is judged by what the request says of it: REQ-6, PFX-1, PAR-10, PAR-18."""
    menu = "%7Bmenu:+Press+1+to+leave.%0A1:+end%0A0:+repeat%7D"
    assert "VOX006" in codes(f"{BASE}&phones=79990000000&mes={menu}")
    assert "VOX006" not in codes(f"{BASE}&phones=79990000000&mes={menu}&call=1")
    assert "REQ010" in codes(f"{BASE}&phones=79990000000&mes=%D0%94%D0%B0")
    assert "REQ010" not in codes(f"{BASE}&phones=79990000000&mes=%D0%94%D0%B0&charset=utf-8")
    assert "REQ010" not in codes(f"{BASE}&phones=79990000000&mes=%C4%E0")
    assert "PFX005" in codes(f"{BASE}&phones=79990000000&mes=__VIBER__:+Hi&call=1")


def codes(text: str) -> set[str]:
    return {f.code for f in lint(text, "request")}


SOUP = st.lists(
    st.sampled_from(
        [
            "curl ", "-d ", "-F ", "--data-urlencode ", "--json ", "-H ", "'", '"', "$'", "\\", "\\\n", " ",
            "\n", "&", "|",
            "https://smscentre.com/sys/send.php?", "/sys/status.php?", "POST ", " HTTP/1.1\r\n", "\r\n\r\n", "{", "}",
            "login=a&psw=CANARY1", "apikey=CANARY1", "mes=%D0%9F", "phones=+7999", "list=7999:a%0A", "time=x", "id=a b",
            "Authorization: CANARY1", "@file", "%", "%4", "Я", "\ud800", "\x00", "charset=utf-8", "charset=koi8-r",
        ]
    )
    | st.text(max_size=3),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(SOUP, hostile, hostile.map(f"{BASE}&".__add__)))
def test_anything_can_be_linted(text: str) -> None:
    """No text raises anything, every place lies within it, and what is parsed has no error."""
    for finding in lint(text, "request"):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert all(0 <= e.span.start <= e.span.end <= len(text) for f in finding.fixes for e in f.edits)
    assert len(CODEC.shown(text)) == len(text)
    try:
        asked = parse(text)
    except ParseError as error:
        assert error.problems
    else:
        assert asked == read(text).value


@given(SOUP)
def test_fixes_settle(text: str) -> None:
    """Safe fixes come to an end, and a second run has nothing left to do."""
    linter = Linter(codec("request"), Settings())
    once = mended_by(linter, text)
    assert mended_by(linter, once.text).text == once.text


@given(st.sampled_from(["psw", "apikey", "password", "key", "pasw"]), SOUP)
def test_secrets_are_never_shown(name: str, soup: str) -> None:
    """Whatever stands around it, a password or key is in no finding, and blotted out of what is shown."""
    for text in (
        f"{BASE.replace('psw=123', name + '=CANARY2')}&{soup}",
        f"curl https://smscentre.com/sys/send.php -d '{name}=CANARY2' {soup}",
        f"POST /sys/send.php HTTP/1.1\nAuthorization: CANARY2\n\n{name}=CANARY2&phones=1&{soup}",
    ):
        assert "CANARY2" not in CODEC.shown(text)
        assert "CANARY2" not in repr(lint(text, "request"))


@pytest.mark.parametrize("wrap", [f"{BASE}&{{}}", "curl https://smscentre.com/sys/send.php -d '{}'"])
def test_too_many_parameters(wrap: str) -> None:
    """A hundred thousand parameters are told of in one problem; nothing of those that are not looked at is shown."""
    text = wrap.format("".join(f"a{n}=1&" for n in range(100_000)) + "psw=CANARY3")
    found = lint(text, "request")
    assert [f.code for f in found].count("REQ023") == 1
    assert len(found) < 1100
    assert "CANARY3" not in CODEC.shown(text)
