"""Operations to requests and back."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec import BuildError
from smsc_codec.api import Key, Login, Send, Upload, build_request, multipart, read_request
from smsc_codec.api.form import octets, pairs
from smsc_codec.api.operations import Operation
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Email, Phone, Recipients
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.payloads.voice.model import Param
from tests.api.page import HOST, PRINTED, SCHEMES
from tests.api.strategies import accesses, hostile, operations, sends

ALEX = Login("alex", "123")
PHONES = Recipients((Phone("79990000000"),))


def said(url: str) -> dict[str, str]:
    """The parameters of an address as the standard library reads them; `g888` is a way to write `G888` (PAR-2)."""
    made = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    return made | ({"phones": made["phones"].replace("g888", "G888")} if "phones" in made else {})


@pytest.mark.parametrize(("url", "operation"), (PRINTED | SCHEMES).values(), ids=PRINTED | SCHEMES)
def test_page(url: str, operation: Operation) -> None:
    """Each request of the page reads to what it asks for, and builds back to an equivalent address.

    REQ-1 (endpoints), REQ-2 (urlencoding), REQ-3 (login and psw), REQ-4, PAR-1, PAR-2, PAR-6, PAR-10, PAR-11, PAR-12,
    PAR-13, PAR-14, LIST-1, LIST-7, CMT-1, BIN-4, BIN-5, PUSH-1, HLR-1, PFX-1 .. PFX-3, VIB-1, VIB-3, TPL-1, TPL-3,
    OPT-1, EVT-1.
    """
    received = read_request("GET", url)
    assert received.operation == operation
    assert received.access == ALEX
    assert received.oddities == ()
    request = build_request(operation, ALEX, fmt=0, charset=received.charset, method="GET")
    assert said(HOST + request.target) == said(url)
    assert request.path == urlsplit(url).path


@given(operations, accesses, st.integers(0, 3), st.sampled_from(["GET", "POST"]))
@settings(max_examples=400)
def test_operation_to_request_and_back(operation: Operation, access: Any, fmt: Any, method: Any) -> None:
    """What was asked for is what the other side reads: a random operation to request and back is equal."""
    if isinstance(operation, Send) and operation.files:
        method = "POST"
    request = build_request(operation, access, fmt=fmt, method=method)
    back = read_request(request.method, request.target, request.headers, request.body)
    assert back.operation == operation
    assert (back.access, back.fmt, back.charset, back.errors) == (access, fmt, "utf-8", ())
    if not (isinstance(operation, Send) and operation.files):
        form = request.query if method == "GET" else request.body.decode()
        assert dict(parse_qsl(form, keep_blank_values=True, strict_parsing=True))["fmt" if fmt else "charset"]


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
@given(sends, st.booleans())
def test_charsets(charset: Any, operation: Send, rest: bool) -> None:
    """REQ-6: in each charset a text arrives as it was, or the field that cannot is named before sending. BEY-2."""
    if rest and operation.files:
        return
    try:
        request = build_request(operation, ALEX, charset=charset, rest=rest)
    except BuildError as error:
        assert " has no " in error.reason and not rest  # noqa: PT018
        return
    back = read_request(request.method, request.target, request.headers, request.body)
    assert (back.operation, back.errors, back.fmt) == (operation, (), 3)


@given(
    hostile,
    st.sampled_from(["GET", "POST"]),
    st.sampled_from(["send", "templates", "op_templates", "ping", "status", "balance"]),
    st.booleans(),
)
def test_anything_can_be_received(text: str, method: str, endpoint: str, encoded: bool) -> None:
    """No request raises anything, and what is understood without an error can be said again."""
    octets = text.encode("utf-8", "surrogatepass")
    target = f"/sys/{endpoint}.php" + (f"?{text}" if method == "GET" else "")
    kind = "application/x-www-form-urlencoded" if encoded else "multipart/form-data; boundary=x"
    back = read_request(method, target, (("content-type", kind),), octets if method == "POST" else b"")
    if back.operation is not None and back.access is not None and not back.errors:
        request = build_request(back.operation, back.access, fmt=back.fmt, charset="utf-8")
        again = read_request(request.method, request.target, request.headers, request.body)
        assert again.operation == back.operation


@given(
    st.binary(max_size=300),
    st.sampled_from(["application/json", "multipart/form-data; boundary=x", "", "multipart/form-data"]),
)
def test_any_body(body: bytes, kind: str) -> None:
    """No body raises anything."""
    read_request("POST", "/rest/send/", (("Content-Type", kind),), body)


#: What cannot be asked, and the fields that are named.
REFUSED: dict[str, tuple[Send, tuple[str, ...]]] = {
    "REQ-4: nobody and nothing": (Send(), ("phones", "message")),
    "REQ-4: no text": (Send(phones=PHONES), ("message",)),
    "REQ-4: a call needs a text or a file": (Send(phones=PHONES, channel="call"), ("message",)),
    "REQ-4: an MMS needs a text or a subject": (Send(phones=PHONES, channel="mms"), ("message",)),
    "PAR-4: a number too large": (Send(phones=PHONES, message=Message("x"), id=2**31), ("id",)),
    "PAR-4: a blank in an id": (Send(phones=PHONES, message=Message("x"), id="a b"), ("id",)),
    "PAR-4: 41 characters": (Send(phones=PHONES, message=Message("x"), id="a" * 41), ("id",)),
    "PAR-4: a number as a text reads back as a number": (
        Send(phones=PHONES, message=Message("x"), id="12"),
        ("id",),
    ),
    "PAR-5: 12 letters": (Send(phones=PHONES, message=Message("x"), sender="a" * 12), ("sender",)),
    "PAR-5: 16 digits": (Send(phones=PHONES, message=Message("x"), sender="1" * 16), ("sender",)),
    "PAR-5: Cyrillic": (Send(phones=PHONES, message=Message("x"), sender="Магазин"), ("sender",)),
    "PAR-11": (Send(phones=PHONES, message=Message("x"), fileurl="mysite.com/a.png"), ("fileurl",)),
    "PAR-13": (
        Send(phones=PHONES, message=Message("x"), channel="call", param=Param(120, 10, 3)),
        ("param.wait",),
    ),
    "PAR-14: an e-mail": (
        Send(phones=Recipients((Email("a@b.ru"),)), message=Message("x"), channel="mail"),
        ("subj",),
    ),
    "PAR-14: whose sender is no address": (
        Send(
            phones=Recipients((Email("a@b.ru"),)),
            message=Message("x"),
            channel="mail",
            subj="s",
            sender="ivan",
        ),
        ("sender",),
    ),
    "PAR-15": (Send(phones=PHONES, message=Message("x"), cost=4), ("cost",)),  # type: ignore[arg-type]
    "PAR-18": (Send(phones=PHONES, message=Message("x"), maxsms=0), ("maxsms",)),
    "PAR-19: alone": (Send(phones=PHONES, message=Message("x"), imgcode="a1"), ("imgcode",)),
    "PAR-19: no address": (Send(phones=PHONES, message=Message("x"), userip="1.2.3"), ("userip",)),
    "PAR-8": (Send(phones=PHONES, message=Message("x"), schedule=Schedule(tz=12)), ("schedule.tz",)),
    "PAR-2: an address by SMS": (
        Send(phones=Recipients((Email("a@b.ru"),)), message=Message("x")),
        ("phones",),
    ),
    "HLR-1": (Send(phones=PHONES, message=Message("x"), channel="hlr"), ("message",)),
    "PFX-1: two channels": (Send(phones=PHONES, message=Message("x", "call"), channel="viber"), ("message",)),
    "LIST-9: a text that is a macro": (Send(phones=PHONES, message=Message("{no_unsub}")), ("message.text",)),
    "all at once": (
        Send(
            phones=Recipients((Phone("1"),)), message=Message("__CALL__: x"), id="a b", maxsms=0, sender="я"
        ),
        ("phones.items[0].number", "message.text", "id", "maxsms", "sender"),
    ),
    "a file without a name": (
        Send(phones=PHONES, message=Message("x"), files=(Upload("", b""),)),
        ("files[0]",),
    ),
    "another type": (Send(phones="79990000000"), ("phones",)),  # type: ignore[arg-type]
    "another type below": (Send(phones=PHONES, message=Message(5)), ("message.text",)),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("operation", "fields"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_asked(operation: Send, fields: tuple[str, ...]) -> None:
    """What the page does not allow is refused before sending, every field named: REQ-4, PAR-4 .. PAR-19, PFX-1."""
    with pytest.raises(BuildError) as caught:
        build_request(operation, ALEX)
    assert tuple(field for field, _ in caught.value.all) == fields


def test_post_by_default() -> None:
    """A password is in no address unless GET is asked for; files travel in a POST (REQ-5)."""
    send = Send(phones=PHONES, message=Message("x"))
    request = build_request(send, ALEX)
    assert (request.method, request.target) == ("POST", "/sys/send.php")
    assert request.headers == (("Content-Type", "application/x-www-form-urlencoded"),)
    with pytest.raises(BuildError, match="POST"):
        build_request(
            Send(phones=PHONES, message=Message("x"), files=(Upload("a.png", b"x"),)), ALEX, method="GET"
        )


@pytest.mark.parametrize("name", ['a".png', "a\r\nX: y", "a\\b", "\x00"])
def test_names_of_files_never_become_structure(name: str) -> None:
    """REQ-5: a name that could end its header is refused."""
    with pytest.raises(BuildError):
        build_request(Send(phones=PHONES, message=Message("x"), files=(Upload(name, b"x"),)), ALEX)


#: Requests that real clients of the service send (BEY-9), and what they mean.
SEEN: dict[str, tuple[str, str, str, bytes, Any]] = {
    "official Python": (
        "POST",
        "/sys/send.php",
        "application/x-www-form-urlencoded",
        b"login=alex&psw=123&fmt=1&phones=79990000000&mes=Hello&charset=utf-8&translit=0&id=0",
        Send(phones=PHONES, message=Message("Hello")),
    ),
    "official JavaScript: multipart on every call, empty phones and mes beside a list": (
        "POST",
        "/sys/send.php",
        "multipart/form-data; boundary=--------------------------123",
        b"".join(
            b'----------------------------123\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
            % pair
            for pair in (
                (b"login", b"alex"),
                (b"psw", b"123"),
                (b"fmt", b"1"),
                (b"phones", b""),
                (b"mes", b""),
                (b"list", b"79990000000:Hi"),
            )
        )
        + b"----------------------------123--\r\n",
        "list",
    ),
    "GET with a JSON content type and no body": (
        "GET",
        "/sys/send.php?login=alex&psw=123&fmt=1&phones=79990000000&mes=Hello",
        "application/json",
        b"",
        Send(phones=PHONES, message=Message("Hello")),
    ),
    "absolute form through a proxy": (
        "GET",
        "http://smsc.ru/sys/send.php?login=alex&psw=123&fmt=1&phones=79990000000&mes=Hello",
        "",
        b"",
        Send(phones=PHONES, message=Message("Hello")),
    ),
    "two slashes": (
        "GET",
        "//sys/send.php?login=alex&psw=123&fmt=1&phones=79990000000&mes=Hello",
        "",
        b"",
        Send(phones=PHONES, message=Message("Hello")),
    ),
    "JSON with numbers (BEY-2)": (
        "POST",
        "/rest/send/",
        "application/json",
        b'{"login": "alex", "psw": "123", "fmt": 1, "phones": 79990000000, "mes": "Hello", "cost": 1, "flash": true}',
        Send(phones=PHONES, message=Message("Hello"), cost=1, channel="flash"),
    ),
    "an empty login makes the password a key (BEY-1)": (
        "POST",
        "/sys/send.php",
        "application/x-www-form-urlencoded",
        b"login=&psw=k3y&fmt=1&phones=79990000000&mes=Hello",
        Send(phones=PHONES, message=Message("Hello")),
    ),
}


@pytest.mark.parametrize(("method", "target", "kind", "body", "operation"), SEEN.values(), ids=SEEN)
def test_real_clients(method: str, target: str, kind: str, body: bytes, operation: Any) -> None:
    """BEY-9, BEY-1, BEY-2: what real clients send is understood without an error."""
    received = read_request(method, target, (("content-type", kind),), body)
    assert received.errors == ()
    assert received.access == (Key("k3y") if b"k3y" in body else ALEX)
    assert received.fmt == (3 if "rest" in target else 1)
    assert isinstance(received.operation, Send)
    if operation == "list":
        assert received.operation.list is not None
        assert received.operation.list.lines[0].text == "Hi"
    else:
        assert received.operation == operation


#: What is odd about a request: the parameter and the kind of problem.
ODD: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "no path": ("/sys/other.php?login=a&psw=b", {("", "unknown-endpoint")}),
    "REQ-3: nobody": ("/sys/balance.php", {("login", "missing-parameter"), ("psw", "missing-parameter")}),
    "REQ-4": ("/sys/send.php?login=a&psw=b&mes=x", {("phones", "missing-parameter")}),
    "PAR-6": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&translit=3",
        {("translit", "request-parameter")},
    ),
    "PAR-7": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&tinyurl=yes",
        {("tinyurl", "request-parameter")},
    ),
    "PAR-16": ("/sys/balance.php?login=a&psw=b&fmt=4", {("fmt", "request-parameter")}),
    "PAR-20": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&op=2&err=-1",
        {("op", "request-parameter"), ("err", "request-parameter")},
    ),
    "PAR-21": ("/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&pp=a+b", {("pp", "request-parameter")}),
    "PAR-22: without a list": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&nl=1",
        {("nl", "unused-parameter")},
    ),
    "REQ-6": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&charset=cp866",
        {("charset", "unknown-charset")},
    ),
    "REQ-6: octets": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=%FF&charset=utf-8",
        {("mes", "request-charset")},
    ),
    "unknown": (
        "/sys/send.php?login=a&psw=b&phone=79990000000&mes=x&phones=79990000000",
        {("phone", "unknown-parameter")},
    ),
    "twice": ("/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&mes=y", {("mes", "repeated-parameter")}),
    "PAR-10: two channels": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&call=1&viber=1",
        {("viber", "channel-conflict")},
    ),
    "TIM-1": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x&time=tomorrow",
        {("time", "time-format")},
    ),
    "PAR-1": ("/sys/send.php?login=a&psw=b&phones=hello&mes=x", {("phones", "recipient-format")}),
    "TPL-1": (
        "/sys/templates.php?login=a&psw=b&id=5",
        {("", "missing-parameter"), ("id", "unknown-parameter")},
    ),
    "TPL-2": (
        "/sys/templates.php?login=a&psw=b&add=1&name=n&msg=m&format=fax",
        {("format", "request-parameter")},
    ),
    "OPT-1": ("/sys/op_templates.php?login=a&psw=b&add=1&sender=s&msg=m", {("", "missing-parameter")}),
    "EVT-1": ("/sys/ping.php?login=a&psw=b", {("id", "missing-parameter")}),
    "STA-1": (
        "/sys/status.php?login=a&psw=b&phone=79990000000,79990000001&id=1",
        {("id", "request-parameter")},
    ),
    "BAL-1": ("/sys/balance.php?login=a&psw=b&cur=x", {("cur", "request-parameter")}),
    "CMT-2: settings of a call said twice": (
        "/sys/send.php?login=a&psw=b&phones=79990000000&call=1&mes=x%0A~~~%0Aparam%3D20,10,3&param=10,10,1",
        {("param", "repeated-parameter")},
    ),
    "PAR-5: the sender of a template": (
        "/sys/templates.php?login=a&psw=b&add=1&name=n&msg=m&sender=VeryLongSenderName",
        {("sender", "sender-invalid")},
    ),
    "PAR-5: the sender of an e-mail's template": (
        "/sys/templates.php?login=a&psw=b&chg=1&id=5&sender=Shop&format=mail",
        {("sender", "sender-invalid")},
    ),
    "PAR-5: the sender at the operators": (
        "/sys/op_templates.php?login=a&psw=b&get=1&msg=m&sender=1234567890123456",
        {("sender", "sender-invalid")},
    ),
}


@pytest.mark.parametrize(("target", "expected"), ODD.values(), ids=ODD)
def test_what_is_odd(target: str, expected: set[tuple[str, str]]) -> None:
    """What is wrong with a request is told, with the parameter, and nothing else is."""
    received = read_request("GET", target)
    assert {(oddity.parameter, oddity.problem.kind) for oddity in received.oddities} >= expected
    named = {parameter for parameter, _ in expected}
    assert {oddity.parameter for oddity in received.oddities if oddity.parameter} <= named


def test_files_arrive() -> None:
    """REQ-5, FIL-1: files keep their order, names, types and octets."""
    files = (Upload("a.png", b"\r\n--\x00\xff", "image/png"), Upload("б.mp3", b"", ""))
    send = Send(phones=PHONES, message=Message("x"), channel="mms", files=files)
    request = build_request(send, ALEX)
    assert request.headers[0][1].startswith("multipart/form-data; boundary=")
    back = read_request("POST", request.target, request.headers, request.body)
    assert back.operation == send


def test_keys_replace_logins() -> None:
    """BEY-1: `apikey` stands in place of `login` and `psw`."""
    request = build_request(Send(phones=PHONES, message=Message("x")), Key("k3y"))
    assert b"apikey=k3y" in request.body
    assert b"login" not in request.body


def test_a_cut_body_counts_as_far_as_it_is_whole() -> None:
    """REQ-5, PAR-16: where a multipart body is cut it is an error, and what was said before is known."""
    fields = {"login": b"alex", "psw": b"123", "fmt": b"3", "phones": b"79990000000", "mes": b"x"}
    kind, body = multipart.build([multipart.Part(name, value) for name, value in fields.items()])
    known = []
    for at in range(1, len(body)):
        received = read_request("POST", "/sys/send.php", (("Content-Type", kind),), body[:at])
        if at < len(body) - 4:
            assert "request-body" in {oddity.problem.kind for oddity in received.errors}
        assert isinstance(received.operation, Send)
        known.append(
            (received.access is not None) + (received.fmt == 3) + (received.operation.phones is not None)
        )
    assert known == sorted(known)
    assert set(known) == {0, 1, 2, 3}


_ENDINGS = {"call": "wav", "mms": "jpg", "viber": "png"}


@pytest.mark.parametrize(
    ("channel", "sizes", "refused", "taken"),
    [
        ("call", [1] * 5, True, True),
        ("call", [5 * 2**20 + 1], True, True),
        ("mms", [400_000], False, True),
        ("mail", [11 * 2**20], True, False),
        ("viber", [600 * 1024], True, False),
    ],
)
def test_files_that_do_not_fit(channel: Any, sizes: list[int], refused: bool, taken: bool) -> None:
    """FIL-5 .. FIL-8: what would be dropped or refused is not built; what the service takes is received as it is."""
    more = (
        {"subj": "s", "sender": "a@b.ru", "phones": Recipients((Email("a@b.ru"),))}
        if channel == "mail"
        else {}
    )
    files = tuple(Upload(f"{n}.{_ENDINGS.get(channel, 'pdf')}", b"x" * size) for n, size in enumerate(sizes))
    send = Send(**{"phones": PHONES, "message": Message("x"), "channel": channel, "files": files} | more)
    if refused:
        with pytest.raises(BuildError, match=r"files\["):
            build_request(send, ALEX)
    small = build_request(
        Send(**{"phones": PHONES, "message": Message("x"), "channel": channel} | more), ALEX
    )
    fields = [multipart.Part(pair.name, octets(small.body.decode()[pair.value.start : pair.value.end]))
              for pair in pairs(small.body.decode())]  # fmt: skip
    kind, body = multipart.build([*fields, *(multipart.Part("f", f.data, f.name) for f in files)])
    received = read_request("POST", small.target, (("content-type", kind),), body)
    assert received.operation == send
    assert (not received.errors) == taken
    assert any(oddity.problem.kind == "attachments" for oddity in received.oddities)


def test_a_file_may_be_all() -> None:
    """REQ-4: a call and a Viber message need no text beside a file, sent or received."""
    for channel, name in (("call", "a.mp3"), ("viber", "a.png")):
        send = Send(phones=PHONES, channel=channel, files=(Upload(name, b"x"),))  # type: ignore[arg-type]
        request = build_request(send, ALEX)
        received = read_request("POST", request.target, request.headers, request.body)
        assert (received.operation, received.errors) == (send, ())


@pytest.mark.parametrize(
    ("fmt", "charset", "field"), [(-1, "utf-8", "fmt"), (4, "utf-8", "fmt"), (1, "latin-1", "charset")]
)
def test_forms_that_are_not_there(fmt: Any, charset: Any, field: str) -> None:
    """PAR-16, REQ-6: a request for replies in another form, or in another charset, is not built."""
    with pytest.raises(BuildError) as caught:
        build_request(
            Send(phones=Recipients((Phone("79990000000"),)), message=Message("Hi")),
            ALEX,
            fmt=fmt,
            charset=charset,
        )
    assert caught.value.field == field


@pytest.mark.parametrize("before", range((1 << 18) - 5, (1 << 18) + 3))
def test_escapes_anywhere_in_long_values(before: int) -> None:
    """REQ-2: an escape is one octet wherever it stands in a value of any length, and a lone percent sign is itself."""
    said = f"{'a' * before}%D0%94%%41%4"
    assert octets(said) == b"a" * before + b"\xd0\x94%A%4"
