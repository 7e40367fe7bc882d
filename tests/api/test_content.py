"""What a sending holds: `mes` with the flags that say what it is, or `list`; nothing that is said gets lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError
from smsc_codec.api import Key, Link, Login, Send, build_request, read_request
from smsc_codec.api.limits import fingerprint
from smsc_codec.api.parameters.table import Form
from smsc_codec.api.text import parse, read
from smsc_codec.diagnostics import Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter, check
from smsc_codec.payloads import codec, recipients
from smsc_codec.payloads.binary import payload
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.message.model import Message
from tests.binary.strategies import messages as binaries
from tests.mending import mended_by

BASE = "https://smscentre.com/sys/send.php?login=alex&psw=123"
TO = BASE + "&phones=79999999999"
PHONES = recipients.parse("79999999999")
#: BIN-4, the page's own example, by its octets and by its digits.
EMS = "%05%0A%03%07%05%60Hello%2C+World!"
DIGITS = "050A0307056048656C6C6F2C20576F726C6421"


def test_the_page_by_octets() -> None:
    """BIN-1, BIN-4: the page's example says the same by its octets as by its digits, and nothing is wrong with it."""
    one, other = (read_request("GET", f"{TO}&{said}") for said in (f"mes={EMS}&bin=1", f"mes={DIGITS}&bin=2"))
    assert (one.oddities, other.oddities) == ((), ())
    assert isinstance(one.operation, Send)
    assert isinstance(other.operation, Send)
    assert one.operation.binary == other.operation.binary == payload.parse(DIGITS)
    assert (one.operation.raw, other.operation.raw) == (True, False)
    for charset in ("", "&charset=utf-8", "&charset=koi8-r"):
        assert check(f"{TO}&mes={EMS}&bin=1{charset}", "request") == ()


@given(
    binaries,
    st.booleans(),
    st.sampled_from(["utf-8", "windows-1251", "koi8-r"]),
    st.sampled_from(["GET", "POST"]),
)
def test_both_forms(binary: BinaryMessage, raw: bool, charset: Any, method: Any) -> None:
    """BIN-1: a binary message is said by octets or by digits, whatever the charset, and reads back as it was said."""
    send = Send(phones=PHONES, binary=binary, raw=raw)
    try:
        request = build_request(send, Key("k"), charset=charset, method=method)
    except BuildError as error:
        assert raw or error.field.startswith("binary")
        return
    received = read_request(request.method, request.target, request.headers, request.body)
    assert received.operation == send
    assert not received.errors


def test_octets_have_no_place_in_json() -> None:
    """BEY-2, BIN-1: a JSON object holds texts, so octets go into it as digits only."""
    send = Send(phones=PHONES, binary=payload.parse(DIGITS), raw=True)
    with pytest.raises(BuildError, match="raw"):
        build_request(send, Login("alex", "123"), rest=True)


@pytest.mark.parametrize(
    "octets",
    ["%00%D0%9F", "%00%FF%FE%00", "%00%E2%80%8B", "%00Hi%E2%80%8B", "%00%1B%00%07", "%00%C4%E0", "%00%CC%E0%E6"],
)  # fmt: skip
@pytest.mark.parametrize("more", ["", "&charset=utf-8", "&sender=%D0%96"])
def test_octets_are_no_text(octets: str, more: str) -> None:
    """BIN-1: no rule of texts judges octets, they say nothing of the request's charset, and no fix touches them."""
    text = f"{TO}&bin=1&mes={octets}{more}"

    def run(source: str) -> Any:
        return check(source, "request", Settings(profile="pedantic"))

    start = text.index("mes=") + 4
    assert [f.code for f in run(text) if f.span.start in range(start, start + len(octets))] == []
    assert (
        f"mes={octets}"
        in mended_by(Linter(codec("request"), Settings(profile="pedantic")), text, unsafe=True).text
    )


@pytest.mark.parametrize(
    ("said", "kind", "marked"),
    [
        (f"bin=1&mes={DIGITS}", "octets-in-digits", DIGITS),
        (f"bin=1&mes={DIGITS}%0A~~~%0Apid:+0,+dcs:+4", "octets-in-digits", DIGITS),
        ("bin=1&mes=%09%0A", "header", "%09"),
        ("bin=1&mes=%00Hi%0A~~~%0Apid:0", "trailer", "pid:0"),
        (f"bin=2&mes={EMS}", "hex", "%05"),
    ],
)
def test_the_wrong_form(said: str, kind: str, marked: str) -> None:
    """BIN-1, BIN-2, CMT-3: digits sent as octets and octets sent as digits are told at their place, once."""
    text = f"{TO}&{said}"
    problems = [p for p in read(text).problems if p.severity is None]
    assert [p.kind for p in problems] == [kind]
    assert text[problems[0].span.start : problems[0].span.end] == marked
    found = [f for f in check(text, "request") if f.severity == "error"]
    assert [(f.code, f.span) for f in found] == [("REQ007", problems[0].span)]


#: Pairs of what says a content, and what becomes of them: what is kept, or the parameter that is told of.
PAIRS: dict[str, tuple[str, Any]] = {
    "bin and push": (f"{TO}&mes={DIGITS}&bin=2&push=1", "push"),
    "octets and push": (f"{TO}&mes={EMS}&bin=1&push=1", "push"),
    "push and bin": (f"{TO}&mes=http://a.ru%0AT&push=1&bin=2", "push"),
    "list and digits": (f"{BASE}&list=79990000000:00&bin=2", "bin"),
    "list and octets": (f"{BASE}&list=79990000000:00&bin=1", "bin"),
    "list and push": (f"{BASE}&list=79990000000:http://a.ru&push=1", "push"),
    "list and text": (f"{TO}&list=79990000000:Hi&mes=Hi", "mes"),
    "list and digits in mes": (f"{TO}&list=79990000000:Hi&mes={DIGITS}&bin=2", "mes"),
    "list and phones": (f"{TO}&list=79990000000:Hi", "phones"),
    "hlr and text": (f"{TO}&hlr=1&mes=Hi", "mes"),
    "hlr and digits": (f"{TO}&hlr=1&mes=00&bin=2", "bin"),
    "hlr and a push flag": (f"{TO}&hlr=1&push=1", "push"),
    "ping and octets": (f"{TO}&ping=1&mes=%00&bin=1", "bin"),
    "bin without a text": (f"{TO}&bin=2", "bin"),
    "bin beside a call's file": (f"{TO}&call=1&bin=2&fileurl=http://a.ru/1.wav", "bin"),
    "push beside an MMS's subject": (f"{TO}&mms=1&push=1&subj=x", "push"),
    "call and digits": (f"{TO}&call=1&mes=00&bin=2", "bin"),
    "viber and push": (f"{TO}&viber=1&mes=http://a.ru%0AT&push=1", "push"),
    "two channels": (f"{TO}&call=1&viber=1&mes=Hi", "viber"),
    "flash and digits": (f"{TO}&flash=1&mes=00&bin=2", lambda send: send.channel == "flash" and send.binary),
    "list and a channel": (f"{BASE}&list=79990000000:Hi&call=1", lambda send: send.channel == "call"),
    "list and fileurl": (f"{BASE}&list=79990000000:Hi&fileurl=http://a.ru/1.jpg", lambda send: send.fileurl),
    "list and subj": (f"{BASE}&list=79990000000:Hi&subj=x", lambda send: send.subj == "x"),
    "list and hlr": (f"{BASE}&list=79990000000:Hi&hlr=1", lambda send: send.channel == "hlr"),
}


@pytest.mark.parametrize(("text", "outcome"), PAIRS.values(), ids=PAIRS)
def test_nothing_is_lost(text: str, outcome: Any) -> None:
    """REQ-4, BIN-1, PUSH-1, HLR-1, LIST-1: of two things that are said each is kept, or told of by its name."""
    received = read_request("GET", text)
    assert isinstance(received.operation, Send)
    if callable(outcome):
        assert outcome(received.operation)
        return
    assert outcome in {oddity.parameter for oddity in received.oddities}
    assert any(f"'{outcome}'" in f.message or outcome in text[f.span.start : f.span.end]
               for f in check(text, "request"))  # fmt: skip


@pytest.mark.parametrize("flag", ["bin=1", "bin=2", "push=1"])
def test_lists_of_texts_only(flag: str) -> None:
    """LIST-1, BIN-1, PUSH-1: what a list of binary messages or links would mean is not described: it is refused."""
    received = read_request("GET", f"{BASE}&list=79990000000:00&{flag}")
    assert [(o.parameter, o.problem.kind) for o in received.errors] == [(flag[:-2], "list-conflict")]


@pytest.mark.parametrize("text", [text for text, _ in PAIRS.values()], ids=PAIRS)
def test_two_requests_are_never_one(text: str) -> None:
    """LIM-1: a request and the same without one of its parameters count as two, or what is not used is told of."""
    address, _, query = text.partition("?")
    said = query.split("&")
    whole = read_request("GET", text)
    for left_out in said[2:]:
        other = read_request("GET", f"{address}?{'&'.join(one for one in said if one != left_out)}")
        name = left_out.partition("=")[0]
        if whole.operation is not None and other.operation is not None and not whole.errors:
            told = name in {oddity.parameter for oddity in whole.oddities}
            assert told or fingerprint(whole.operation) != fingerprint(other.operation), left_out


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "/path", "wap.ru", "http:/x", "http://", "http:///x", "https:x",
     "//x.ru", "ftp://x.ru", "tel:79990000000", " http://x.ru", "http://x y", "", "http://?a", "http://<x>"],
)  # fmt: skip
def test_links(url: str) -> None:
    """PUSH-1: the link of a push is a full http(s) address; anything else is neither built nor read as one."""
    with pytest.raises(BuildError, match="push"):
        build_request(Send(phones=PHONES, push=Link(url, "Title")), Login("alex", "123"))
    from urllib.parse import quote

    text = f"{TO}&push=1&mes={quote(url)}%0ATitle"
    assert read_request("GET", text).errors
    assert "REQ006" in {f.code for f in check(text, "request")}


@pytest.mark.parametrize(
    "url", ["http://wap.ru", "HTTPS://wap.ru:8080/?a=b#c", "http://пример.рф/", "http://[::1]/x"]
)
def test_full_links(url: str) -> None:
    """PUSH-1: every full address is taken, a title has to follow."""
    send = Send(phones=PHONES, push=Link(url, "Title"))
    request = build_request(send, Login("alex", "123"))
    received = read_request("POST", request.target, request.headers, request.body)
    assert (received.operation, received.errors) == (send, ())
    with pytest.raises(BuildError, match="title"):
        build_request(Send(phones=PHONES, push=Link(url, "")), Login("alex", "123"))
    for mes in (url, f"{url}\n"):
        with pytest.raises(ValueError, match=r"title"):
            parse(f"{TO}&push=1&charset=utf-8&mes={mes}".replace("\n", "%0A").replace("#", "%23"))


def test_raw_needs_octets() -> None:
    """BIN-1: the flag for octets means nothing without a binary message, and is not lost silently."""
    with pytest.raises(BuildError, match="raw"):
        build_request(Send(phones=PHONES, message=Message("Hi"), raw=True), Login("alex", "123"))


def test_a_text_that_is_asked_for_twice() -> None:
    """Octets that are no text are told of once, however often a parameter is looked at."""
    form = Form({"mes": b"a\xff"}, "utf-8")
    assert form.text("mes") == form.text("mes") == "a\ufffd"
    (oddity,) = form.oddities
    assert (oddity.parameter, oddity.problem.span, oddity.problem.kind) == (
        "mes",
        Span(1, 2),
        "request-charset",
    )
