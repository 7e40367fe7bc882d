"""What is read without an error can be built again, and asks the same."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest
from hypothesis import given, settings

from smsc_codec import BuildError
from smsc_codec.api import GetStatus, Login, Send, build_request, read_request
from smsc_codec.api.operations import AddOperatorTemplate, ChangeTemplate
from smsc_codec.api.operations.send import Link
from smsc_codec.api.parameters.op_templates import OPERATORS
from smsc_codec.api.request import Received
from smsc_codec.api.text import build, parse
from smsc_codec.linter.engine import check
from smsc_codec.payloads.recipients.model import Phone
from smsc_codec.payloads.voice.model import Param
from tests.api.odd_requests import NAMES, ODD, PAGES, PLAIN, odd_requests, thrown

#: `ODD_REQUESTS` gives another number, for a longer run by hand, and `ODD_SEED` other dice.
NUMBER, SEED = int(os.environ.get("ODD_REQUESTS", "2000")), int(os.environ.get("ODD_SEED", "1"))
BASE = "https://smscentre.com/sys/send.php?login=alex&psw=123"
TO = f"{BASE}&phones=79999999999&mes=Hi"
ALEX = Login("alex", "123")


def builds(received: Received) -> bool:
    """Whether a request has no error; asserts that it then is built to one that asks the same."""
    if received.endpoint is None or received.errors:
        return False
    assert received.operation is not None
    request = build_request(received.operation, ALEX, fmt=received.fmt, charset="utf-8")
    back = read_request(request.method, request.target, request.headers, request.body)
    assert (back.operation, back.fmt, back.errors) == (received.operation, received.fmt, ())
    return True


@given(odd_requests())
@settings(max_examples=500, deadline=None)
def test_odd_requests(request: Any) -> None:
    """REQ-4: any request that the page prints, odd as it is, is an error or is built again; places are in values."""
    received = read_request(*request)
    builds(received)
    _, target, _, body = request
    form = target.partition("?")[2] or body.decode("latin-1")
    given = dict(parse_qsl(form, keep_blank_values=True, encoding=received.charset, errors="replace"))
    for oddity in received.oddities:
        span = oddity.problem.span
        assert 0 <= span.start <= span.end
        if not body.startswith(b"--edge"):
            assert span.end <= len(given.get(oddity.parameter, ""))


def test_thrown_requests() -> None:
    """REQ-4: the same of as many requests as there is time for; a good part of them has no error."""
    sound = 0
    for request in thrown(NUMBER, SEED):
        try:
            sound += builds(read_request(*request))
        except Exception as error:
            error.add_note(f"{request}")
            raise
    assert sound > NUMBER / 5


@given(odd_requests())
@settings(max_examples=150, deadline=None)
def test_errors_are_told(request: Any) -> None:
    """REQ-2: what is an error where a request is read, the linter tells of, by whatever rule.

    No odd value is a word for what belongs there (`xxx`): of those the linter says nothing.
    """
    method, target, _, body = request
    if body.startswith(b"--edge"):
        return
    text = (
        f"https://smscentre.com{target}" if method == "GET" else f"POST {target} HTTP/1.1\n\n{body.decode()}"
    )
    if read_request(*request).errors:
        assert {"error", "warning"} & {finding.severity for finding in check(text, "request")}


@pytest.mark.slow
def test_every_value_of_every_parameter() -> None:
    """REQ-4: a fifth of the page's addresses with each odd value of each parameter."""
    sound = 0
    for path, printed in PAGES[::5]:
        for name in NAMES:
            for value in dict.fromkeys((*ODD.get(name, ()), *PLAIN)):
                pairs = {"charset": "utf-8", **dict(printed), name: value}
                query = "&".join(
                    f"{quote(n)}={quote(v.encode('utf-8', 'replace'))}" for n, v in pairs.items()
                )
                sound += builds(read_request("GET", f"{path}?{query}"))
    assert sound > 20_000


#: What the page allows, and once was read and could not be built: the fact, the request, what it says.
ALLOWED: list[tuple[str, str, Any]] = [
    ("PAR-4", f"{TO}&id=007", lambda send: send.id == "007"),
    ("PAR-4", f"{TO}&id=2147483647", lambda send: send.id == 2147483647),
    ("PAR-4", f"{TO}&id=2147483648", lambda send: send.id == "2147483648"),
    ("PAR-4", f"{TO}&id=20231128070017", lambda send: send.id == "20231128070017"),
    ("PAR-4", f"{TO}&id={'9' * 40}", lambda send: send.id == "9" * 40),
    ("PAR-4", f"{TO}&id=00", lambda send: send.id == "00"),
    ("PAR-13", f"{TO}&call=1&param=0,0,0", lambda send: send.param == Param(0, 0, 0)),
    ("PAR-13", f"{TO}&call=1&param=99,10,3", lambda send: send.param == Param(99, 10, 3)),
    ("PAR-1", f"{BASE}&phones=%2B7+999+999-99-99&mes=Hi",
     lambda send: send.phones.items == (Phone("79999999999", True),)),
    ("PAR-1", f"{BASE}&phones=8+(999)+999-99-99&mes=Hi", lambda send: send.phones.items == (Phone("79999999999"),)),
    ("LIST-1", f"{BASE}&list=%2B7+999+999-99-99:Hi", lambda send: send.list.lines[0].phones == ("+7 999 999-99-99",)),
    ("LIST-5", f"{BASE}&nl=1&list=79999999999:Hi%0A%0A", lambda send: send.list.lines[0].text == "Hi\n"),
    ("LIST-5", f"{BASE}&nl=1&list=79999999999:Hi%0A~~~%0A%0A", lambda send: send.list.lines[0].comment == ""),
    ("PAR-18", f"{TO}&maxsms=256", lambda send: send.maxsms == 256),
    ("PAR-18", f"{TO}&maxsms=100000", lambda send: send.maxsms == 100_000),
    ("PAR-19", f"{TO}&imgcode={'a1' * 40}&userip=127.0.0.1", lambda send: send.imgcode == "a1" * 40),
    ("PAR-21", f"{TO}&pp={'12' * 40}", lambda send: send.pp == "12" * 40),
    ("BEY-7", f"{TO}&tg=1&bot=@{'Bot_' * 20}", lambda send: send.bot == "@" + "Bot_" * 20),
    ("SEN-1", f"{TO}&bot=wa:79990000000", lambda send: (send.bot, send.channel) == ("wa:79990000000", "sms")),
    ("SEN-1", f"{TO}&whatsapp=1&bot=wa:%2B79990000000", lambda send: send.bot == "wa:+79990000000"),
    ("SEN-1", f"{BASE}&list=79999999999:Hi&bot=wa:7999000", lambda send: send.bot == "wa:7999000"),
    ("SEN-1", f"{TO}&sender=Shop&bot=wa:{'7' * 15}", lambda send: send.bot == "wa:" + "7" * 15),
    ("REQ-4", f"{BASE}&phones=79999999999&mes=__CALL__:&fileurl=http://a.ru/1.wav",
     lambda send: send.message.channel == "call"),
    ("REQ-4", f"{BASE}&phones=79999999999&viber=1&mes=%0A~~~%0Ac&fileurl=http://a.ru/1.png",
     lambda send: send.message.comment == "c"),
    ("CMT-1", f"{BASE}&phones=79999999999&push=1&mes=http://wap.ru%0AWAP%0A~~~%0Ac%0Ad",
     lambda send: send.push == Link("http://wap.ru", "WAP", "c\nd")),
    ("CMT-1", f"{BASE}&phones=79999999999&push=1&mes=http://wap.ru%0D%0AWAP%0D%0A~~~%0D%0A",
     lambda send: send.push == Link("http://wap.ru", "WAP", "")),
    ("PUSH-1", f"{BASE}&phones=79999999999&push=1&mes=http://wap.ru%0AWAP%20~~~",
     lambda send: send.push == Link("http://wap.ru", "WAP ~~~")),
    ("PAR-14", f"{BASE}&phones=79999999999&mms=1&subj=x&mes=%0A~~~%0Ac", lambda send: send.subj == "x"),
    ("PFX-3", f"{BASE}&phones=79999999999&mes=__HLR__%0A~~~%0Ac", lambda send: send.message.channel == "hlr"),
    ("LIST-1", f"{BASE}&list=79999999999,%2B380501234567:Hi",
     lambda send: send.list.lines[0].phones == ("79999999999", "+380501234567")),
    ("TPL-1", "https://smscentre.com/sys/templates.php?chg=1&login=alex&psw=123&id=5",
     lambda one: one == ChangeTemplate(5)),
    ("STA-1", "https://smscentre.com/sys/status.php?login=alex&psw=123&phone=%2B7+999+999-99-99&id=007",
     lambda one: isinstance(one, GetStatus) and one.messages[0].id == "007"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "text", "says"), ALLOWED, ids=[f"{fact} {text[-24:]}" for fact, text, _ in ALLOWED]
)
def test_allowed(fact: str, text: str, says: Any) -> None:
    """What the page allows is read, linted without an error, and built."""
    asked = parse(text)
    assert says(asked.operation), fact
    assert parse(build(asked)).operation == asked.operation
    assert "error" not in {f.severity for f in check(text, "request")}
    assert builds(read_request("GET", text))


#: What cannot be built as it is said is an error where it is read, and told of at its place.
REFUSED: list[tuple[str, str, str]] = [
    ("PAR-13", f"{TO}&call=1&param=100,10,3", "param"),
    ("PAR-13", f"{TO}&call=1&param=20,3601,3", "param"),
    ("PAR-13", f"{TO}&call=1&param=20,10,10", "param"),
    ("PAR-1", f"{BASE}&phones=7999&mes=Hi", "phones"),
    ("PAR-1", f"{BASE}&phones=%2B89999999999&mes=Hi", "phones"),
    ("PAR-1", f"{BASE}&phones=79999999999,1234567890123456&mes=Hi", "phones"),
    ("PAR-4", f"{TO}&id={'9' * 41}", "id"),
    ("PAR-18", f"{TO}&maxsms=0", "maxsms"),
    ("PAR-5", f"{BASE}&list=VeryLongSender|79999999999:Hi", "list"),
    ("PAR-8", f"{BASE}&list=Shop,99|79999999999:Hi", "list"),
    ("LIST-1", f"{BASE}&list=7999999999999999:Hi", "list"),
    *(
        ("REQ-4", f"{BASE}&phones=79999999999&mes={text}", "mes")
        for text in (
            "%20",
            "%0A",
            "%0A~~~%0Ac",
            "%20%0A~~~%0Ac",
            "__CALL__:",
            "__VIBER__:%20",
            "__SOC__:%0A~~~%0Ac",
            "%20&call=1",
            "%0A&viber=1",
            "%20&whatsapp=1",
            "__SOC__:&fileurl=http://a.ru/1.png",
        )
    ),
    ("PUSH-1", f"{BASE}&phones=79999999999&push=1&mes=http://wap.ru%0A~~~%0Ac", "mes"),
    ("PAR-14", f"{BASE}&phones=79999999999&mms=1&mes=%0A~~~%0Ac", "mes"),
    ("PAR-14", f"{BASE}&phones=79999999999&mms=1&mes=%20&subj=%20", "mes"),
    ("PAR-14", f"{BASE}&phones=a@b.ru&mail=1&sender=c@d.ru&subj=%20&mes=Hi", "subj"),
    ("PAR-14", f"{BASE}&phones=a@b.ru&mail=1&sender=c@d.ru&subj=x&mes=%20", "mes"),
    ("MAIL-1", f"{BASE}&phones=a@b.ru&mail=1&sender=c@d.ru&subj=x&mes=%7Bno_unsub%7D%20", "mes"),
    ("LIST-1", f"{BASE}&list=%2B89999999999:Hi", "list"),
    ("LIST-1", f"{BASE}&list=79999999999,%2B88001234567:Hi", "list"),
    ("LIST-1", f"{BASE}&list=%2B0079999999999:Hi", "list"),
    ("SEN-1", f"{TO}&bot=wa:{'7' * 16}", "bot"),
    ("SEN-1", f"{TO}&bot=wa:799900", "bot"),
    ("SEN-1", f"{TO}&bot=wa:09990000000", "bot"),
    ("SEN-1", f"{TO}&bot=wa:@name", "bot"),
    ("SEN-1", f"{TO}&bot=wa:", "bot"),
    ("SEN-1", f"{TO}&bot=tg:79990000000", "bot"),
    ("SEN-1", f"{TO}&bot=WA:79990000000", "bot"),
    ("SEN-1", f"{TO}&tg=1&bot=wa:79990000000", "bot"),
    ("SEN-1", f"{TO}&call=1&bot=wa:79990000000", "bot"),
    ("SEN-1", f"{BASE}&phones=79999999999&hlr=1&bot=wa:79990000000", "bot"),
    ("BEY-7", f"{TO}&smsreq=9", "smsreq"),
    ("BEY-7", f"{TO}&smsreq=1000", "smsreq"),
    ("STA-1", "https://smscentre.com/sys/status.php?login=alex&psw=123&phone=7999&id=7", "phone"),
    ("STA-1", "https://smscentre.com/sys/status.php?login=alex&psw=123&phone=79999999999&id=7&all=3", "all"),
]


@pytest.mark.parametrize(
    ("fact", "text", "name"), REFUSED, ids=[f"{fact} {text[-24:]}" for fact, text, _ in REFUSED]
)
def test_refused(fact: str, text: str, name: str) -> None:
    """What no request is built of is an error of its parameter."""
    received = read_request("GET", text)
    assert {oddity.parameter for oddity in received.errors} == {name}, fact
    assert {f.code for f in check(text, "request") if f.severity != "info"}


def test_operators_in_any_order() -> None:
    """OPT-1: the page names no order of operators; one twice, or none, is refused."""
    backwards = AddOperatorTemplate("ivan", "text", OPERATORS[::-1])
    request = build_request(backwards, ALEX)
    assert read_request("POST", request.target, request.headers, request.body).operation == backwards
    for wrong in ((), ("soc", "soc"), ("x",)):
        with pytest.raises(BuildError, match="operators"):
            build_request(AddOperatorTemplate("ivan", "text", wrong), ALEX)  # type: ignore[arg-type]
    text = "https://smscentre.com/sys/op_templates.php?get=1&login=a&psw=b&sender=s&msg=m&soc=1"
    assert [oddity.parameter for oddity in read_request("GET", text).oddities] == ["soc"]


@pytest.mark.parametrize("number", [10, 11, 998, 999])
def test_smsreq(number: int) -> None:
    """BEY-7: `smsreq` is 10..999."""
    send = read_request("GET", f"{TO}&smsreq={number}").operation
    assert isinstance(send, Send)
    assert send.smsreq == number
    assert builds(read_request("GET", f"{TO}&smsreq={number}"))


def test_numbers_are_told_of() -> None:
    """PAR-1: a number that is taken for another one is said so; one that is none is left out, and is no recipient."""
    received = read_request("GET", f"{BASE}&phones=8+999+999-99-99,7999,79990000000&mes=Hi")
    assert isinstance(received.operation, Send)
    assert received.operation.phones is not None
    assert received.operation.phones.items == (Phone("79999999999"), Phone("79990000000"))
    told = [(o.problem.severity, o.problem.message) for o in received.oddities]
    assert told == [
        ("warning", "'8 999 999-99-99' is read as 79999999999"),
        (None, "'7999' is not a phone number"),
    ]
