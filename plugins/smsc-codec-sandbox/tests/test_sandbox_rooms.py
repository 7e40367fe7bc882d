"""The sandbox's rooms one by one, without a server: heads of requests, fates, faults, bounds, accounts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from smsc_codec_sandbox import bounds, content, doors, http1, linting, sending, statuses
from smsc_codec_sandbox.accounts import Clients
from smsc_codec_sandbox.config import Account, Config, Fate, Pace
from smsc_codec_sandbox.fates import comment, fate, final_at, status
from smsc_codec_sandbox.faults import Asking, Fault, Faults
from smsc_codec_sandbox.http1 import MOST_HEAD, Head, Incoming, Refused
from smsc_codec_sandbox.mistakes import code_for
from smsc_codec_sandbox.model import Message
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web.room import Asked

from smsc_codec.api.access import Key, Login
from smsc_codec.api.operations import Send
from smsc_codec.api.received import read_request
from smsc_codec.payloads import message as messages

HOST = "Host: localhost"


def _head(*headers: str, version: str = "1.1") -> bytes:
    return "\r\n".join([f"POST /sys/send.php HTTP/{version}", *headers, "", ""]).encode()


@pytest.mark.parametrize(
    ("headers", "wrong"),
    [
        ([HOST], 0),
        ([HOST, "Content-Length: 3"], 0),
        ([HOST, "Transfer-Encoding: chunked"], 0),
        ([HOST, "Transfer-Encoding: chunked", "Content-Length: 3"], 400),
        ([HOST, "Content-Length: 3", "Transfer-Encoding: chunked"], 400),
        ([], 400),
        ([HOST, HOST], 400),
        ([HOST, "Content-Length: -3"], 400),
    ],
)
def test_what_frames_a_body(headers: list[str], wrong: int) -> None:
    """RFC 9112 6.3: a length or chunks, never both, so that nobody else reads another request in the same octets."""
    incoming = Incoming()
    incoming.feed(_head(*headers))
    if wrong:
        with pytest.raises(Refused) as refused:
            incoming.head()
        assert refused.value.status == wrong
        assert ("one Host header" in str(refused.value)) == (headers.count(HOST) != 1)
    else:
        assert incoming.head() is not None


def _in_two(incoming: Incoming, rest: bytes) -> None:
    """The head, before and after the rest of it came."""
    incoming.head()
    incoming.feed(rest)
    incoming.head()


@pytest.mark.parametrize("over", [-1, 0, 1])
@pytest.mark.parametrize("cut", [1, 100_000])
def test_longest_head(over: int, cut: int) -> None:
    """A head of so many octets is read, one more is refused, however it comes; and so is one that does not end."""
    fill = MOST_HEAD + over - len(_head(HOST, "X: "))
    whole = _head(HOST, f"X: {'x' * fill}")
    assert len(whole) == MOST_HEAD + over
    incoming = Incoming()
    incoming.feed(whole[: len(whole) - cut % len(whole)])
    if over <= 0:
        assert incoming.head() is None
        incoming.feed(whole[len(whole) - cut % len(whole) :])
        assert incoming.head() is not None
        return
    with pytest.raises(Refused) as refused:
        _in_two(incoming, whole[len(whole) - cut % len(whole) :])
    assert refused.value.status == 431


@pytest.mark.parametrize(
    ("headers", "version", "keeps", "waits", "length"),
    [
        ([], "1.1", True, False, None),
        ([], "1.0", False, False, None),
        (["Connection: close"], "1.1", False, False, None),
        (["Connection: x, Close"], "1.1", False, False, None),
        (["Connection: keep-alive"], "1.1", True, False, None),
        (["Expect: 100-Continue", "Content-Length: 3"], "1.1", True, True, 3),
        (["Expect: 100-continue"], "1.0", False, False, None),
        (["Content-Length: 0"], "1.1", True, False, 0),
    ],
)
def test_what_a_head_says(
    headers: list[str], version: str, keeps: bool, waits: bool, length: int | None
) -> None:
    """RFC 9110 10.1.1, RFC 9112 9.3: whether the connection goes on, whether the client waits, how long the body is."""
    incoming = Incoming()
    incoming.feed(_head(HOST, *headers, version=version))
    head = incoming.head()
    assert head is not None
    assert (head.keeps_alive, head.waits, head.length) == (keeps, waits, length)


@pytest.mark.parametrize(
    ("phone", "expected"),
    [
        ("79999990021", Fate(20, 21)),
        ("79999991020", Fate(20)),
        ("79999992004", Fate(refuse=4)),
        ("79999990000", Fate()),
        ("79999993020", Fate()),
        ("7999999002", Fate()),
        ("79999990٠٢١", Fate()),
        ("79990000001", Fate(5)),
    ],
)
def test_fate_of_a_number(phone: str, expected: Fate) -> None:
    """VIR-1: numbers that fail on purpose say how in their last three digits; a configured one goes first."""
    assert fate(phone, Config(numbers={"79990000001": Fate(5)})) == expected


def _message(**more: Any) -> Message:
    said: dict[str, Any] = {"key": 1, "request": 1, "login": "a", "id": 1, "phone": "79990000000", "channel": "sms",
                            "text": "Hi", "said": "Hi", "cnt": 1, "cost": Decimal(1), "made": 99.0, "due": 100.0,
                            "fate": Fate(20, 6)}  # fmt: skip
    return Message(**said | more)


@pytest.mark.parametrize(
    ("message", "now", "expected"),
    [
        (_message(), 100.9, (-1, 0, 99.0)),
        (_message(), 101.0, (0, 0, 101.0)),
        (_message(), 102.9, (0, 0, 101.0)),
        (_message(), 103.0, (20, 6, 103.0)),
        (_message(channel="mail"), 500.0, (-1, 0, 99.0)),
        (_message(channel="call", rings=10.0), 110.9, (0, 0, 101.0)),
        (_message(channel="call", rings=10.0), 111.0, (20, 237, 111.0)),
        (_message(channel="call", talking=True), 500.0, (0, 0, 101.0)),
        (_message(channel="call", over=100.5), 100.5, (20, 6, 100.5)),
        (_message(channel="call", over=100.5), 100.4, (0, 0, 101.0)),
    ],
)
def test_status_at_a_moment(message: Message, now: float, expected: tuple[int, int, float]) -> None:
    """STA-4, STA-5: waiting until it is sent, sent until it ends, then its last status; a call ends when it is over."""
    assert status(message, now, Pace()) == expected


def test_slow_to_be_sent() -> None:
    """Nothing ends before it is sent."""
    assert final_at(_message(), Pace(sent=5, final=3)) == 105.0


@pytest.mark.parametrize(
    ("channel", "fated", "now", "said"),
    [
        ("call", Fate(overtime=7), 103.0, "note\novertime: 7 s"),
        ("call", Fate(overtime=7), 102.0, "note"),
        ("call", Fate(20, 6, overtime=7), 103.0, "note"),
        ("sms", Fate(overtime=7), 103.0, "note"),
        ("call", Fate(), 103.0, "note"),
    ],
)
def test_comment_of_the_history(channel: str, fated: Fate, now: float, said: str) -> None:
    """A call that was heard longer than it was reckoned says so once it is over."""
    assert comment(_message(channel=channel, fate=fated, comment="note"), now, Pace()) == said


def test_faults_in_their_order() -> None:
    """A failure hits the next requests of its endpoint, so many times, and leaves the others alone."""
    faults = Faults()
    faults.waiting = [Fault(endpoint="send", code=9, times=2), Fault(code=4)]
    taken = [faults.take(Asking(one))[0] for one in ("send", "balance", "send", "send")]
    assert [one and one.code for one in taken] == [9, 4, 9, None]
    assert faults.waiting == []


LONG = b"x" * (bounds.MOST_VALUE + 1)
FORM, JSON = "application/x-www-form-urlencoded", "application/json; charset=utf-8"
MANY = 10 * bounds.MOST_PARAMETERS


@pytest.mark.parametrize(
    ("kind", "body", "kept", "told"),
    [
        (FORM, b"a=1&mes=" + LONG[: bounds.MOST_VALUE - 8], None, ""),
        (FORM, b"a=1&mes=" + LONG[: bounds.MOST_VALUE - 4], None, ""),
        (FORM, b"a=1&mes=" + LONG[: bounds.MOST_VALUE - 3], b"a=1&", "mes is longer"),
        (FORM, b"mes=" + LONG + b"&b=" + LONG, b"&", "mes is longer"),
        (FORM, b"n" * 50 + b"=" + LONG, b"", "n" * 40 + " is longer"),
        (FORM, b"phones=" + LONG, None, ""),
        (FORM, b"list=" + LONG, None, ""),
        (FORM, b"a=" + LONG[:-3] + b"&" * MANY, None, ""),
        (FORM, b"&" * (MANY + 1), None, ""),
        (JSON, b'{"mes": "' + LONG + b'"}', None, ""),
        (JSON, b"x" + LONG, None, ""),
        (FORM, b' {"mes": "' + LONG + b'"}', None, ""),
        (FORM, b'["' + LONG + b'"]', None, ""),
        (JSON, b'{"":' * MANY + LONG, None, ""),
        (JSON, b'{"":' * (MANY + 1) + LONG, b"{}", "too many"),
    ],
)
def test_what_is_too_long(kind: str, body: bytes, kept: bytes | None, told: str) -> None:
    """A value of a form may have so many octets with its name, a list more; JSON may have so many names."""
    made, said = bounds.shortened(kind, body)
    assert made == (body if kept is None else kept)
    assert said.startswith(told) if told else said == ""


def test_too_many_parameters() -> None:
    """More parameters than that are not read one by one."""
    body = b"a=" + LONG + b"&b=1" * (MANY + 1)
    made, said = bounds.shortened(FORM, body)
    assert (made.count(b"&"), said) == (bounds.MOST_PARAMETERS - 1, "too many parameters")


@pytest.mark.parametrize(
    ("method", "kind", "body", "text"),
    [
        ("GET", "", b"", "GET /x\n"),
        ("POST", FORM, b"", "POST /x\n"),
        ("GET", FORM, b"a=1", "POST /x\n\na=1"),
        ("POST", FORM, b"a=\xcf\r\n", "POST /x\n\na=%CF"),
        ("POST", "text/plain", b"a=\xcf", "POST /x\n\na=%CF"),
        ("POST", JSON, '{"a": "П"}'.encode(), 'POST /x\n\n{"a": "П"}'),
        ("POST", "APPLICATION/JSON", '{"a": "П"}'.encode(), 'POST /x\n\n{"a": "П"}'),
        ("POST", "multipart/form-data; boundary=b", b"nothing", None),
    ],
)
def test_a_request_as_people_write_it(method: str, kind: str, body: bytes, text: str | None) -> None:
    """REQ-5: what is linted says the same octets as what came."""
    assert linting.as_text(method, "/x", kind, body) == text


@pytest.mark.parametrize(
    ("phone", "mcc", "mnc"),
    [
        ("79991234567", "250", "01"),
        ("77011234567", "401", "01"),
        ("99890123456", "434", "04"),
        ("14151234567", "001", "01"),
    ],
)
def test_network_of_a_number(phone: str, mcc: str, mnc: str) -> None:
    """HLR-1: three digits of a country, the rest of a network; an IMSI begins with both (ITU-T E.212)."""
    told = statuses.network(phone)
    assert (told["mcc"], told["mnc"], told["imsi"]) == (mcc, mnc, f"{mcc}{mnc}{phone[-10:]}")
    assert told["msc"] == f"{phone[0]}9990000000"


@pytest.mark.parametrize(
    ("text", "cnt"), [("", 1), ("a", 1), ("a" * 15, 1), ("a" * 16, 2), ("a" * 30, 2), ("a" * 31, 3)]
)
def test_seconds_of_a_call(text: str, cnt: int) -> None:
    """RSP-7: a call is paid by the second, of which it takes at least one."""
    send = Send(message=messages.parse(text)) if text else Send()
    assert content._spoken(send, "call", send.message or messages.Message(), "")[1] == cnt


def test_accounts() -> None:
    """Those of the configuration, and nobody else; without any, everybody's, of which the latest are kept."""
    store = Store()
    try:
        known = Clients(Config(accounts=(Account(login="alex", psw="1", apikey="k"),)), store)
        assert known.named("alex") is known.find(Login("alex", "1")) is known.find(Key("k"))
        assert known.named("bob") is known.find(Login("alex", "2")) is known.find(Key("x")) is None
        anybody = Clients(Config(keep=2), store)
        first = anybody.named("a")
        assert first is not None
        assert anybody.find(Login("a", "x")) is first
        anybody.named("b")
        assert anybody.named("a") is first
        anybody.named("c")
        assert [one.account.login for one in anybody.all()] == ["b", "c"]
        assert anybody.named("a") is not first
    finally:
        store.close()


def test_reply_to_a_head() -> None:
    """RFC 9110 9.3.2, 15.3.5: no body for a HEAD, and none with the status 204, whose length is not said."""
    assert http1.reply(200, [], b"abc") == b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc"
    assert http1.reply(200, [], b"abc", bare=True) == b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n"
    assert b"abc" not in http1.reply(204, [], b"abc")
    assert http1.reply(299, [], b"").startswith(b"HTTP/1.1 299 \r\n")


@pytest.mark.parametrize(
    ("secrets", "text", "places"),
    [
        ([], "abcdefghij", list(range(11))),
        ([(2, 4)], "ab***efghij", [0, 1, 2, 5, 5, 6, 7, 8, 9, 10, 11]),
        ([(2, 4), (4, 6)], "ab***ghij", [0, 1, 2, 5, 5, 5, 5, 6, 7, 8, 9]),
        ([(2, 6), (3, 4)], "ab***ghij", [0, 1, 2, 5, 5, 5, 5, 6, 7, 8, 9]),
        ([(2, 4), (5, 6)], "ab***e***ghij", [0, 1, 2, 5, 5, 6, 9, 10, 11, 12, 13]),
        ([(3, 3)], "abcdefghij", list(range(11))),
        ([(0, 10)], "***", [0] + [3] * 10),
    ],
)
def test_places_beside_secrets(secrets: list[tuple[int, int]], text: str, places: list[int]) -> None:
    """Three stars for each secret, however long; a place inside one is behind it."""
    kept = linting.Kept("abcdefghij", secrets)
    assert kept.text == text
    assert [kept.place(at) for at in range(11)] == places


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("Localhost", "localhost"),
        (" a.b. ", "a.b"),
        ("a:80", "a"),
        ("a:", "a"),
        ("a:8o", ""),
        ("a:٣", ""),
        ("[::1]", "::1"),
        ("[::1]:80", "::1"),
        ("[::1", ""),
        ("[::1]80", ""),
        ("[::1]:x", ""),
    ],
)
def test_host_without_its_port(host: str, name: str) -> None:
    """RFC 3986 3.2.2: the name alone, whatever its letters; nothing for what is no host."""
    assert doors._name(host) == name


@pytest.mark.parametrize(
    ("name", "allowed", "here", "let_in"),
    [
        ("shop.test", ["shop.test"], "10.0.0.1", True),
        ("a.shop.test", ["shop.test"], "10.0.0.1", False),
        ("a.shop.test", ["*.shop.test"], "10.0.0.1", True),
        ("shop.test", ["*.shop.test"], "10.0.0.1", False),
        ("eshop.test", ["*.shop.test"], "10.0.0.1", False),
        ("10.0.0.1", [], "10.0.0.1", True),
        ("10.0.0.2", [], "10.0.0.1", False),
        ("10.0.0.2", ["10.0.0.2"], "10.0.0.1", True),
        ("127.0.0.9", [], "10.0.0.1", True),
        ("[::ffff:127.0.0.1]", [], "10.0.0.1", True),
        ("a.localhost", [], "10.0.0.1", True),
        ("alocalhost", [], "10.0.0.1", False),
    ],
)
def test_hosts_that_are_served(name: str, allowed: list[str], here: str, let_in: bool) -> None:
    """This machine, the address that was asked, and the names of the configuration."""
    assert doors.served(name, allowed, here) is let_in


def test_types_of_messages() -> None:
    """STA-6: the number of each channel."""
    numbered = {
        0: "sms",
        1: "flash",
        2: "bin",
        3: "push",
        4: "hlr",
        5: "ping",
        6: "mms",
        7: "call",
        8: "mail",
    }
    assert {name: number for number, name in numbered.items()} | {"viber": 10, "soc": 12} == statuses.TYPES


@pytest.mark.parametrize(("sender", "said"), [(None, "A"), (".", ""), ("", ""), ("B", "B")])
def test_who_is_shown_as_the_sender(sender: str | None, said: str) -> None:
    """PAR-5: a dot and an empty sender switch the account's usual one off."""
    assert sending._shown(sender, "A") == said


@pytest.mark.parametrize("size", [140, 141])
def test_parts_of_octets(size: int) -> None:
    """23.040 9.2.3.24.1: 140 octets in a message alone, 134 in each of several."""
    assert content._parts_of_octets(size) == (1 if size == 140 else 2)
    assert content._parts_of_octets(2 * 134) == 2
    assert content._parts_of_octets(2 * 134 + 1) == 3


@pytest.mark.parametrize(
    ("cookie", "theme"),
    [
        ("smsc-theme=dark", "dark"),
        ("a=b; smsc-theme=light ;c=d", "light"),
        ("smsc-theme=loud", ""),
        ("smsc-theme=", ""),
        ("", ""),
    ],
)
def test_theme_of_the_page(cookie: str, theme: str) -> None:
    """What the page's switch says, and nothing that it cannot say: the word stands in the page."""
    headers = (("cookie", cookie),) if cookie else ()
    service = Service(Config())
    try:
        assert Asked(service, Head("GET", "/", headers, "1.1"), "", b"").theme == theme
    finally:
        service.store.close()


def test_marks_are_told() -> None:
    """Who watches hears of messages that were marked, and of none that are not there."""
    store = Store()
    try:
        heard: list[tuple[str, tuple[int, ...]]] = []
        store.add([_message()])
        store.watchers.append(lambda topic, keys: heard.append((topic, keys)))
        store.mark([1, 2], lambda marks: marks)
        store.mark([2], lambda marks: marks)
        assert heard == [("messages", (1,))]
    finally:
        store.close()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("mes=Hi&phones=79990000000", None),
        ("mes=Hi&phones=79990000000,12", None),
        ("mes=Hi&phones=79990000000,abc", None),
        ("mes=Hi&phones=12", 7),
        ("mes=Hi&phones=abc", 7),
        ("mes=Hi&phones=", 1),
        ("mes=&phones=79990000000", 1),
        ("mes=Hi&phones=79990000000&time=x", 5),
        ("mes=Hi&phones=12&time=x", 5),
        ("mes=Hi&phones=79990000000&sender=%01", 6),
        ("mes=Hi&phones=79990000000&voice=zz&call=1", None),
        ("list=79990000000:Hi%0A12:x", None),
        ("list=abc", 1),
    ],
)
def test_mistakes_that_are_refused(said: str, code: int | None) -> None:
    """ERR-4, PAR-13: the smallest code of all mistakes; wrong numbers and lines beside right ones are passed over."""
    received = read_request("GET", f"/sys/send.php?login=a&psw=b&charset=utf-8&{said}")
    assert code_for(received) == code
