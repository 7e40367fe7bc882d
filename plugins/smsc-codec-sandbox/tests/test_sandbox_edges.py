"""The sandbox's rooms at their limits, without a server: one more, one less, the first, the last, none."""

from __future__ import annotations

import asyncio
import logging
import re
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from sandbox_pipe import Pipe, conversation
from smsc_codec_sandbox import callbacks, connection, doors, http1, linting, server
from smsc_codec_sandbox import figures as module
from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.clock import Clock
from smsc_codec_sandbox.config import Config, Pace, settled
from smsc_codec_sandbox.courier import Courier, Due, Notice
from smsc_codec_sandbox.figures import Figures
from smsc_codec_sandbox.http1 import Head, Incoming
from smsc_codec_sandbox.mailbox import take
from smsc_codec_sandbox.server import Server, listening
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.turns import Turns
from test_sandbox_figures import START, _Stopped, found
from test_sandbox_figures import message as sent
from test_sandbox_places import message

from smsc_codec.api import multipart
from smsc_codec.api.callback import Incoming as IncomingText


def test_time_goes_forward() -> None:
    """Any number of seconds passes at once, but for those that go back, and for what no calendar has."""
    clock = Clock()
    for seconds in (0, 0.5, 999_999_999):
        clock.advance(seconds)
    for seconds in (-0.001, 1e9, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="seconds"):
            clock.advance(seconds)
    assert clock.ahead == 999_999_999.5


def test_octets_of_a_body_are_counted() -> None:
    """What came of a body is counted from its first octet, also what came with the head, and not what is behind it."""
    incoming = Incoming()
    head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"
    incoming.feed(head + b"ab")
    assert incoming.head() is not None
    assert incoming.taken == 2
    assert incoming.piece() == b"ab"
    incoming.feed(b"cGET")
    assert incoming.taken == 6
    assert (incoming.piece(), incoming.piece()) == (b"c", b"")
    assert (incoming.taken, incoming.begun) == (3, True)


def _told(config: Config, octets: bytes) -> list[bytes]:
    """The statuses of the replies to what a client sends before it goes."""
    service = Service(config)
    app = App(service)
    said = asyncio.run(conversation(app, [octets]))
    app.close()
    service.store.close()
    return re.findall(rb"HTTP/1\.1 (\d+)", said)


POST = b"POST /nothing HTTP/1.1\r\nHost: localhost\r\n"


@pytest.mark.parametrize(
    ("octets", "statuses"),
    [
        (b"Content-Length: 3\r\n\r\nabc", [b"404"]), (b"Content-Length: 4\r\n\r\nabcd", [b"413"]),
        (b"Content-Length: 3\r\nExpect: 100-continue\r\n\r\nabc", [b"100", b"404"]),
        (b"Content-Length: 4\r\nExpect: 100-continue\r\n\r\n", [b"413"]),
        (b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", [b"404"]),
        (b"Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n", [b"413"]),
        (b"Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n3\r\nabc\r\n0\r\n\r\n", [b"100", b"404"]),
    ],
)  # fmt: skip
def test_how_large_a_body_may_be(octets: bytes, statuses: list[bytes]) -> None:
    """RFC 9110 15.5.14, 10.1.1: as large as is set, however it comes; one more is refused, before it comes."""
    assert _told(Config(max_body=3), POST + octets) == statuses


def test_the_last_reply_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 9112 9.6: behind a reply to what cannot go on nothing more is written; else the client may ask."""
    ended: list[bool] = []
    monkeypatch.setattr(Pipe, "write_eof", lambda _: ended.append(True))
    assert _told(Config(), POST + b"\r\n" + POST + b"\r\n") == [b"404", b"404"]
    assert ended == []
    assert _told(Config(), b"no HTTP\r\n\r\n") == [b"400"]
    assert ended == [True]


@pytest.mark.parametrize(
    ("here", "statuses"),
    [
        (("10.0.0.5", 8025), [b"404", b"403"]),
        (("10.0.0.6", 8025), [b"403", b"404"]),
        (None, [b"403", b"403"]),
    ],
)
def test_the_address_that_was_asked(
    monkeypatch: pytest.MonkeyPatch, here: object, statuses: list[bytes]
) -> None:
    """A sandbox is served under the address that a connection came to, and under no other one."""
    monkeypatch.setattr(Pipe, "get_extra_info", lambda *_: here)
    hosts = (b"10.0.0.5", b"10.0.0.6:8025")
    assert [
        _told(Config(), b"GET /nothing HTTP/1.1\r\nHost: %b\r\n\r\n" % host)[0] for host in hosts
    ] == statuses


def test_what_frames_a_body_is_bounded() -> None:
    """Ten times as much as a body, and a little more; more of one that is too large is read, for the reply to be."""
    chunked = POST + b"Transfer-Encoding: chunked\r\n\r\n1;%b\r\na\r\n0\r\n\r\n"
    most = 10 + 65_536 - len(b"1;\r\na\r\n0\r\n\r\n")
    config = Config(max_body=1)
    assert [_told(config, chunked % (b"x" * size)) for size in (most, most + 1)] == [[b"404"], [b"413"]]
    long = POST + b"Content-Length: 100000\r\n\r\n"
    assert [_told(config, long + b"x" * size) for size in (20 + 65_536, 20 + 65_537)] == [[], [b"413"]]


def test_replies_without_a_body() -> None:
    """RFC 9110 15.4.5: a 304 has none, and a reply that goes on says no length."""
    assert http1.reply(304, [], b"abc") == b"HTTP/1.1 304 Not Modified\r\n\r\n"
    assert http1.reply(305, [], b"abc").endswith(b"content-length: 3\r\n\r\nabc")
    assert http1.reply(200, [], b"abc", endless=True) == b"HTTP/1.1 200 OK\r\n\r\nabc"


@pytest.mark.parametrize(
    ("answer", "keep", "said", "unsaid"),
    [
        (Answer(b"x"), True, "content-type: text/plain; charset=utf-8", "connection:"),
        (Answer(b"x", charset="koi8-r"), False, "content-type: text/plain; charset=koi8-r", "keep-alive"),
        (Answer(b"x", media="image/png", charset=""), False, "content-type: image/png\r\n", "charset"),
        (Answer(b"x"), False, "connection: close", "keep-alive"),
        (Answer(b"x", headers=(("x-frame-options", "OWN"),)), True, "x-frame-options: OWN", "DENY"),
        (Answer(b"x"), True, "x-frame-options: DENY", "OWN"),
    ],
)
def test_heads_of_replies(answer: Answer, keep: bool, said: str, unsaid: str) -> None:
    """A reply says what it is, whether the connection goes on, and what it says itself in the place of the usual."""
    head = connection._octets(answer, keep=keep).decode().partition("\r\n\r\n")[0] + "\r\n"
    assert said in head
    assert unsaid not in head


def test_a_server_that_is_stopped_before_it_runs() -> None:
    """It ends as soon as it begins, and whoever tells it once more tells nobody."""
    service = Service(Config())
    made = Server(service)
    made.stop()
    with listening(port=0) as listener:
        made.run(listener)
    made.stop()
    service.store.close()


class _Task:
    """What a connection runs in, and who was ended."""

    def __init__(self, number: int, gone: list[int]) -> None:
        self.number, self.gone = number, gone

    def cancel(self) -> None:
        self.gone.append(self.number)


def test_who_makes_room() -> None:
    """Who has asked nothing yet goes first, then who has begun, the longest first; who is answered stays."""
    service = Service(Config())
    made = Server(service)
    gone: list[int] = []
    tasks: list[Any] = [_Task(number, gone) for number in range(4)]
    for task, begun in zip(tasks, (True, False, True, False), strict=True):
        made._waits(task, begun)
    made._waits(tasks[0], None)
    made._waits(tasks[0], True)
    assert [made._make_room() for _ in range(5)] == [True] * 4 + [False]
    assert gone == [1, 3, 2, 0]
    service.store.close()


def test_what_answers_what(caplog: pytest.LogCaptureFixture) -> None:
    """BEY-9: the service, the JSON API and the page share one address; where none of them is, nothing is, and what
    fails is told in the log without the address's query.
    """
    service = Service(Config(limits=False))
    app = App(service)

    def asked(method: str, target: str, body: bytes = b"") -> tuple[int, bytes]:
        answer = asyncio.run(app.answer(Head(method, target, (("host", "a"),), "1.1"), body))
        answer.release()
        return answer.status, answer.data

    send = "/sys/send.php?login=a&psw=b&phones=79990000000&mes="
    assert asked("CONNECT", "a:443") == (405, b"the sandbox has no TLS: use addresses with http://\n")
    assert asked("GET", "/favicon.ico") == (404, b"")
    assert asked("GET", "/nothing") == (404, b"there is nothing here\n")
    assert asked("GET", f"http://smscentre.com{send}Hi") == (200, b"OK - 1 SMS, ID - 2")
    assert asked("POST", f"{send}Ho", b"a=1") == (200, b"OK - 1 SMS, ID - 3")
    assert asked("GET", f"{send}{'x' * 20_000}")[0] == 200
    assert asked("GET", "/sandbox/api/messages?limit=0") == (200, b"[]\n")
    assert asked("GET", "/sandbox/api/messages?id=9&wait=0") == (200, b"[]\n")
    assert asked("POST", "/sandbox/api/messages?wait=60")[0] == 405
    assert asked("GET", "/?q=text:Hi")[0] == 200
    assert app.too_large(Head("POST", "http://a/sys/send.php?fmt=3", (), "1.1")).media == "application/json"
    service.answer = None  # type: ignore[assignment, method-assign]
    assert asked("GET", "/sys/send.php?psw=geheim") == (500, b"the sandbox failed: its log says why\n")
    assert "GET /sys/send.php was answered with status 500: TypeError" in caplog.text
    assert "geheim" not in caplog.text.partition("Traceback")[0]
    app.close()
    service.store.close()


@pytest.mark.parametrize(
    ("here", "address"),
    [
        (("127.0.0.1", 80), "http://127.0.0.1:80"), (("0.0.0.0", 80), "http://127.0.0.1:80"),
        (("::", 80, 0, 0), "http://[::1]:80"), (("fd00::5", 8025, 0, 0), "http://[fd00::5]:8025"),
    ],
)  # fmt: skip
def test_addresses_of_sandboxes(here: tuple[object, ...], address: str) -> None:
    """RFC 3986 3.2.2: an address of IPv6 stands in brackets; one that listens everywhere is asked on this machine."""
    assert server.address(SimpleNamespace(getsockname=lambda: here)) == address  # type: ignore[arg-type]


def test_hosts_that_are_not_served_are_shown() -> None:
    """What a stranger calls us is told in printable ASCII, cut, with the way to allow it."""
    told = {"a\x01ж.test": "'a.test'", "b" * 101: f"'{'b' * 100}'", "c.test:80": "'c.test:80'"}
    for host, shown in told.items():
        assert doors._unknown(host).startswith(f"{shown} is no name of this sandbox")
    assert doors._unknown("c.test:80").endswith("--allow-host c.test")
    assert doors._unknown("ж").endswith("--allow-host NAME")


def test_reasons_are_told_once(caplog: pytest.LogCaptureFixture) -> None:
    """A reason is told once, and no more than a hundred are: a page that tries names fills no log."""
    service = Service(Config())
    app = App(service)
    for number in (*range(101), 5):
        app.turned_away(Head("GET", "/", (), "1.1"), f"reason {number}")
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [f"a request was refused: reason {number}" for number in range(100)]
    app.close()
    service.store.close()


@pytest.mark.parametrize(
    ("target", "host", "path"),
    [
        ("/a?b", None, "/a?b"), ("http://x/a", "x", "/a"), ("http://x?b", "x", "/?b"), ("http://x", "x", "/"),
        ("http:///a", "", "/a"), ("http://?b", "", "/?b"), ("http://x/a?b/c", "x", "/a?b/c"),
        ("http://x?b/c", "x", "/?b/c"),
        ("/a://b", None, "/a://b"), ("a?b://c", None, "a?b://c"), ("http://x//a", "x", "/a"),
    ],
)  # fmt: skip
def test_hosts_in_targets(target: str, host: str | None, path: str) -> None:
    """RFC 9112 3.2.2: a target in absolute form names its host before the path, or before the query."""
    assert doors.origin_form(target) == (host, path)


def test_how_much_is_linted() -> None:
    """A request of a hundred thousand characters is linted, one of one more is not, and says so."""
    linter = linting.RequestLinter()
    assert linter.lint("x" * linting.LONGEST).unlinted == ""
    assert "100000 characters" in linter.lint("x" * (linting.LONGEST + 1)).unlinted
    assert len(linter.lint("GET /" + "x" * linting.KEPT).text) == linting.KEPT


def test_a_form_with_parts_and_no_files() -> None:
    """REQ-5: such a form is written as any other; one with a file as a command; of one that is cut, what came."""
    parts = [multipart.Part("a", "ж".encode()), multipart.Part("b", b"1 2")]
    content, body = multipart.build(parts)
    assert linting.as_text("POST", "/x", content, body) == "POST /x\n\na=%D0%B6&b=1+2"
    content, body = multipart.build([*parts, multipart.Part("f", b"x", "a b.png")])
    command = "curl --form-string 'a=ж' --form-string 'b=1 2' -F 'f=@a b.png' http://localhost/x"
    assert linting.as_text("POST", "/x", content.upper().replace("BOUNDARY", "boundary"), body) in (
        command,
        None,
    )
    assert linting.as_text("POST", "/x", content, body) == command
    assert linting.as_text("POST", "/ж", "", b"") == "POST /%3F\n"  # no octet of a target


def test_mails_are_over() -> None:
    """LIM-2: a mail is carried out and over; as many as one likes follow one another."""
    service = Service(Config(), clock=_Stopped())
    for number in range(20):
        take(service, f"\n\nalex:123:::,,,:7999000{number:04}:Hi {number}".encode())
    assert [one.error for one in service.store.exchanges()] == [None] * 20
    service.store.close()


def _due(number: int = 0, login: str = "alex") -> Due:
    return Due(login, Notice(number, "79990000000", "1", 0), "http://127.0.0.1:9/")


def test_letters_that_no_callback_can_say() -> None:
    """CBK-1: controls become question marks as well as letters that the charset has not; line ends stay."""
    text = IncomingText(phone="79990000000", mes="a\x01b\r\n\tж中", to="234")
    _, content, body = callbacks.octets(
        Due("alex", text, "http://127.0.0.1:9/?md5=x&fmt=3&charset=windows-1251")
    )
    assert content == "application/json; charset=windows-1251"
    assert "a?b\\r\\n\\t\xe6?" in body.decode("latin-1")
    _, content, body = callbacks.octets(Due("alex", text, "http://127.0.0.1:9/?md5=x"))
    assert (content, b"mes=a%3Fb%0D%0A%09%E6%3F" in body) == ("application/x-www-form-urlencoded", True)


def test_an_address_is_shown_without_secrets() -> None:
    """Neither the query nor whoever stands before the host is told; the rest is."""
    shown = {
        "http://a/b?psw=1": "http://a/b", "http://u:p@a:1/b@c": "http://a:1/b@c", "http://a": "http://a", "a": "a",
    }  # fmt: skip
    assert {address: callbacks._shown(address) for address in shown} == shown


def test_what_is_withdrawn() -> None:
    """STA-5: of a call that somebody takes nothing is told, whatever else is told before; of another one it is."""
    courier = Courier(settled({}))
    calls = [message("x", key=key, channel="call", rings=5.0, due=10.0) for key in (1, 2)]
    courier.expect(_due(), 0.0)
    for one in calls:
        courier.report(one, "http://127.0.0.1:9/?md5=x")
    assert [one.at for one in courier.due(0.0)] == [0.0]
    courier.withdraw(calls[0])
    courier.withdraw(message("x", key=3))
    assert [(one.callback.__class__.__name__, one.at) for one in courier.due(100.0)] == [
        ("StatusReport", 16.0)
    ]
    courier.report(message("x", channel="mail"), "http://127.0.0.1:9/?md5=x")
    assert [*courier.due(1e9)] == []


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("http://localhost/", True), ("https://127.9.9.9:1/", True), ("http://[::1]/", True),
        ("http://shop.test/", True),
        ("http://a.shop.test/", False), ("http://10.0.0.1/", False), ("ftp://localhost/", False), ("http:///x", False),
        ("http://localhost:x/", False), ("http://localhost:70000/", False), ("localhost", False),
    ],
)  # fmt: skip
def test_addresses_that_are_called(address: str, allowed: bool) -> None:
    """Those on this machine, and those of hosts that the configuration names."""
    assert Courier(settled({"callback_hosts": ["shop.test"]})).allowed(address) is allowed


def test_moments_are_remembered() -> None:
    """Twice as many moments as messages are kept are remembered; of more, those of messages that are gone are not."""
    turns = Turns(Config(keep=2, pace=Pace(sent=1, final=2)))
    turns.expect([message("x", key=1)])
    turns.expect([message("x", key=5)])
    assert len(turns._waiting) == 4
    assert turns.due(9.0) == (1, 5)
    turns.expect([message("x", key=6)])
    turns.expect([message("x", key=8)])
    turns.expect([message("x", key=8)])
    assert set(turns.due(9.0)) == {8}
    turns.expect([])
    assert turns.due(9.0) == ()


def _figures(monkeypatch: pytest.MonkeyPatch) -> Figures:
    monkeypatch.setattr(module, "_MOST_NAMES", 10)
    monkeypatch.setattr(module, "_MOST_MINUTES", 20)
    return Figures(Store())


@pytest.mark.parametrize(("minutes", "kept"), [(1, 1), (15, 15), (20, 20), (21, 20), (30, 20)])
def test_so_many_minutes_are_counted(monkeypatch: pytest.MonkeyPatch, minutes: int, kept: int) -> None:
    """The newest minutes are kept apart."""
    made = _figures(monkeypatch)
    made._add([sent(key, START + 60 * key) for key in range(minutes)], ())
    step, bars = made.bars()
    assert (step, sum(one.messages for bar in bars for one in bar.channels.values())) == (1, kept)
    assert bars[-1].at == (START + 60 * (minutes - 1)) // 60 * 60


@pytest.mark.parametrize(("names", "kept"), [(19, 19), (20, 20), (21, 10)])
def test_so_many_senders_are_counted(monkeypatch: pytest.MonkeyPatch, names: int, kept: int) -> None:
    """When there are twice as many as are kept, the cheapest make room."""
    made = _figures(monkeypatch)
    made._add(
        [sent(key, sender=f"s{key}", text=f"t{key}", cost=Decimal(key)) for key in range(1, names + 1)], ()
    )
    assert len(made.senders) == kept
    assert f"s{names}" in made.senders
    assert [one.sum.cost for one in made.dearest()] == [Decimal(names - n) for n in range(10)]
    assert len(made.dearest(3)) == 3


def test_what_costs_nothing_is_not_dear() -> None:
    """A text that cost nothing is none of those that cost most; what it could save is told of short messages alone."""
    made = Figures(Store())
    made._add(
        [
            sent(1, cost=Decimal(0)),
            sent(2, text="x" * 100_000),
            sent(3, text="“" + "x" * 99, channel="viber"),
        ],
        (),
    )
    assert [(one.channel, one.saving) for one in made.dearest()] == [("sms", None), ("viber", None)]


def test_requests_without_findings_are_no_bars() -> None:
    """Where nothing was sent and nothing was found, nothing is drawn."""
    made = Figures(Store())
    made._add((), (found(1),))
    assert made.bars() == (1, [])


def test_bars_of_two_months() -> None:
    """Of more than forty-eight days the last are drawn, and nothing of the days before stands in one of them."""
    made = Figures(Store())
    day = 86_400
    old, new = START, START + 60 * day
    early = msgspec.structs.replace(found(1, "error"), at=old)
    late = msgspec.structs.replace(found(2, "info"), at=new)
    made._add([sent(1, old), sent(2, new)], (early, late))
    step, bars = made.bars()
    assert (step, len(bars), bars[-1].at) == (1440, 48, new // day * day)
    assert [(bar.channels["sms"].messages, bar.findings) for bar in bars if bar.channels or bar.findings] == [
        (1, {"info": 1})
    ]
    within = Figures(Store())
    within._add([sent(1, new - 47 * day), sent(2, new)], ())
    assert sum("sms" in bar.channels for bar in within.bars()[1]) == 2
