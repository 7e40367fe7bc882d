"""The page's lists: how many rows, which, in which order; what is searched, marked, pruned; to exact numbers."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs
from sandbox_page import asked
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.model import Marks
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.web import Web, live, messages, panes, phone, requests
from smsc_codec_sandbox.web.room import Asked, Wrong, number
from smsc_codec_sandbox.web.search import Unclear
from test_sandbox_figures import START, _Stopped
from test_sandbox_places import exchange, message


def filled(count: int, **settings: Any) -> tuple[Service, Web]:
    """A sandbox that has caught so many messages, a second between two of them, each with its request."""
    service = Service(settled({"keep": 5000, **settings}), clock=_Stopped())
    service.store.add(
        [message(f"text {key}", key=key, request=key, made=START + key) for key in range(1, count + 1)]
    )
    for key in range(1, count + 1):
        service.store.note(exchange(f"GET /?mes={key}", key=key, at=START + key, reply=f"OK {key}"))
    return service, Web(service)


def asking(service: Service, query: str = "", **headers: str) -> Asked:
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Asked(service, Head("GET", "/", pairs, "1.1"), query, b"")


def keys(answer: Answer) -> list[int]:
    """The rows of a page or of a piece of one."""
    return [int(key) for key in re.findall(r'data-key="(\d+)"', answer.data.decode())]


def order(web: Web, path: str, **body: Any) -> Answer:
    return asked(
        web, f"/sandbox/page/{path}", "POST", json.dumps(body).encode(), content_type="application/json"
    )


ROOMS = ("messages", "requests")


@pytest.mark.parametrize(
    ("count", "query", "first", "last", "more"),
    [
        (99, "", 99, 1, None), (100, "", 100, 1, None), (101, "", 101, 2, 2), (101, "limit=101", 101, 1, None),
        (101, "limit=5", 101, 2, 2), (101, "before=101", 100, 1, None), (101, "before=51", 50, 1, None),
    ],
)  # fmt: skip
def test_so_many_rows(count: int, query: str, first: int, last: int, more: int | None) -> None:
    """A list begins with the newest; a hundred rows stand in it, or as many as there were; it says where it goes on."""
    service, web = filled(count)
    for room in ROOMS:
        answer = asked(web, f"/sandbox/page/{room}?{query}")
        assert keys(answer) == [*range(first, last - 1, -1)]
    before = int(query[7:]) if query.startswith("before") else None
    one = asking(service, query)
    search = messages._search(one)
    assert messages._below(one, search, before)["more"] == requests._below(one, before)["more"] == more
    service.store.close()


@pytest.mark.parametrize(
    ("query", "rows"),
    [("", 100), ("limit=0", 100), ("limit=101", 101), ("limit=2000", 2000), ("limit=2001", 2000)],
)
def test_rows_that_are_wanted(query: str, rows: int) -> None:
    """Never fewer than a hundred rows are shown at once, and never more than two thousand."""
    assert panes.how_many(asking(Service(settled({})), query)) == rows


def test_so_many_keys() -> None:
    """Ten thousand rows are asked for, or deleted, at once."""
    service = Service(settled({}))
    many = ",".join(["7"] * 10_000)
    assert panes.keys_of(asking(service, f"keys={many}")) == [7] * 10_000
    with pytest.raises(Wrong, match="at most 10000"):
        panes.keys_of(asking(service, f"keys={many},7"))
    web = Web(service)
    assert order(web, "messages/delete", keys=[7] * 10_000).status == 200
    assert order(web, "messages/delete", keys=[7] * 10_001).status == 400
    assert order(web, "messages/delete", keys=[]).status == 400
    assert order(web, "messages/delete", keys=[0]).status == 200
    assert order(web, "messages/delete", keys=[-1]).status == 400
    assert order(web, "messages/delete", keys=[(1 << 62) - 1]).status == 200
    assert order(web, "messages/delete", keys=[1 << 62]).status == 400


def test_what_is_pinned_stands_above() -> None:
    """Pinned messages stand first, each once, as far as the search wants them; further down they are passed over."""
    service, web = filled(5)
    order(web, "mark", keys=[2, 4], pinned=True)
    assert keys(asked(web, "/sandbox/page/messages")) == [4, 2, 5, 3, 1]
    assert keys(asked(web, "/sandbox/page/messages?q=-text:4")) == [2, 5, 3, 1]
    assert keys(asked(web, "/sandbox/page/messages?q=text:2")) == [2]
    assert keys(asked(web, "/sandbox/page/messages?before=5")) == [3, 1]
    assert keys(asked(web, "/sandbox/page/messages?keys=1,2,9")) == [2, 1]
    assert keys(asked(web, "/sandbox/page/messages?keys=1,2&q=text:1")) == [1]
    assert keys(asked(web, "/sandbox/page/requests?keys=1,2,9")) == [2, 1]
    assert keys(asked(web, "/sandbox/page/requests?keys=1,2&q=reply:1")) == [1]
    service.store.close()


def test_what_is_opened() -> None:
    """A page opens what it names, if that is there; of a search that means nothing it says why, and shows no rows."""
    service, web = filled(3)
    paths = ("/", "/?open=", "/?open=9", "/?open=3", "/sandbox/requests?open=", "/sandbox/requests?open=3")
    opened = re.compile(rb'<section class="message"[^>]*data-key="3"')
    assert [bool(opened.search(asked(web, path).data)) for path in paths] == [
        False,
        False,
        False,
        True,
        False,
        True,
    ]
    service.store.forget_requests([2])
    assert 'data-request="2"' not in asked(web, "/sandbox/page/message?key=2").data.decode()
    assert 'data-request="1"' in asked(web, "/sandbox/page/message?key=1").data.decode()
    for path in ("/sandbox/requests?open=9", "/sandbox/page/request?key=9", "/sandbox/page/message?key=9"):
        assert asked(web, path).status == 404
    for path in ("/", "/sandbox/requests"):
        page = asked(web, f"{path}?q=nothing:x").data.decode()
        assert "there is no field &#34;nothing&#34;" in page
        assert keys(asked(web, f"{path}?q=nothing:x")) == []
    service.store.close()


def test_what_a_request_brought() -> None:
    """A request leads to its messages, the newest hundred of them; each has its own."""
    service, web = filled(1)
    service.store.add([message("x", key=key, request=1) for key in range(2, 103)])
    page = asked(web, "/sandbox/page/request?key=1").data.decode()
    assert [int(key) for key in re.findall(r'href="/\?open=(\d+)"', page)] == [*range(102, 2, -1)]
    service.store.close()


FOUND = (
    "mes", "method:post", "-method:pos", "endpoint:sen", "login:A", "-login:b", "reply:ok", "-reply:kk", "request:7",
    "-request:8", "error:any", "error:3", "-error:none", "-error:4", "-error:33", "error:003", "finding:any",
    "-finding:none", "finding:error", "finding:x1", "finding:x", "-finding:info", "is:refused", "-is:taken", "-is:lost",
    "is:failed", "text:привет", "-text:reply", "привет", "OK", "send", "-nothing", "after:1m", "-before:1m",
    "before:0s",
)  # fmt: skip


@pytest.mark.parametrize("query", FOUND)
def test_requests_that_are_found(query: str) -> None:
    """Requests are found by what they say as it is meant, by their reply, and by what was odd about them."""
    one = exchange(
        "POST /\n\nmes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82", (8, 11), key=7, at=START - 1, method="POST", login="a",
        reply="OK - 1", operation={"type": "send"}, error=3, fault="code 3",
    )  # fmt: skip
    assert requests.search.read(query, requests.fields(START), requests._with_word)(one)


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("is:taken", True), ("is:lost", False), ("is:refused", False), ("is:failed", False), ("error:none", True),
        ("error:any", False), ("finding:any", False), ("finding:none", True), ("error:0", False),
    ],
)  # fmt: skip
def test_requests_that_were_taken(query: str, finds: bool) -> None:
    """What was understood and not refused was taken; what was not understood is lost, refused or not."""
    search = requests.search.read(query, requests.fields(START), requests._with_word)
    assert search(exchange("GET /", operation={"type": "send"})) is finds
    lost = requests.search.read("is:lost -is:taken", requests.fields(START), requests._with_word)
    assert lost(exchange("GET /"))
    assert lost(exchange("GET /", error=1))


@pytest.mark.parametrize(("value", "clear"), [("999", True), ("1000", False), ("٣", False), ("x", False)])
def test_errors_that_are_searched(value: str, clear: bool) -> None:
    """An error is a word or a number that an error can have."""
    if clear:
        requests.fields(START)["error"].test(value)
    else:
        with pytest.raises(Unclear):
            requests.fields(START)["error"].test(value)


def test_the_worst_of_a_request() -> None:
    """A row is as grave as the gravest finding; its words are the reply's beginning, or why there is none."""
    bad = exchange("x", (0, 1), (0, 1))
    first, second = bad.findings
    rows = {"error": ("info", "error"), "warning": ("warning", "info"), "info": ("info", "info")}
    for worst, (one, other) in rows.items():
        made = (structs.replace(first, severity=one), structs.replace(second, severity=other))
        assert requests.worst(structs.replace(bad, findings=made)) == worst
    assert requests.worst(exchange("x")) == ""
    assert requests._row(exchange("x", reply="a \n b")).excerpt == "a b"
    assert requests._row(exchange("x", reply="a" * 161)).excerpt == "a" * 160
    assert requests._row(exchange("x", reply=" " * 319 + "ab")).excerpt == "a"
    assert requests._row(exchange("x", unlinted="too long")).excerpt == "too long"


def test_tags() -> None:
    """A tag is one, however often it is given, the last given last; twenty are kept; one without a sign is none."""
    service, web = filled(1)
    marks = lambda: service.store.marks()[1]  # noqa: E731
    for tag in ("a", "b", "a", " c "):
        order(web, "mark", keys=[1], tag=tag)
    assert marks() == Marks(tags=("b", "a", "c"))
    order(web, "mark", keys=[1], untag="a", seen=True, pinned=True)
    assert marks() == Marks(seen=True, pinned=True, tags=("b", "c"))
    order(web, "mark", keys=[1], tag=" ")
    order(web, "mark", keys=[1], seen=False)
    order(web, "mark", keys=[1], pinned=False)
    assert marks() == Marks(tags=("b", "c"))
    for count in range(21):
        order(web, "mark", keys=[1], tag=f"{count}")
    assert marks().tags == tuple(f"{count}" for count in range(1, 21))
    assert order(web, "mark", keys=[1], tag="x" * 40).status == 200
    assert order(web, "mark", keys=[1], tag="x" * 41).status == 400
    service.store.close()


def test_too_many_pins_are_told() -> None:
    """No more than a thousand messages are pinned; one more is told, and what is pinned can still be let go."""
    service, web = filled(1001)
    assert order(web, "mark", keys=[*range(1, 1001)], pinned=True).status == 200
    assert order(web, "mark", keys=[1001], pinned=True).status == 400
    assert order(web, "mark", keys=[1001], tag="x").status == 200
    assert order(web, "mark", keys=[1], pinned=False).status == 200
    assert order(web, "mark", keys=[1001], pinned=True).status == 200
    service.store.close()


def test_what_is_older() -> None:
    """What came just then stays; a request stays with a message of it that is pinned."""
    service, web = filled(4)
    service.clock.ahead = 62.0
    order(web, "mark", keys=[1], pinned=True)
    told = json.loads(order(web, "prune", older="60s").data)
    assert told["told"] == "deleted: 0 messages, 0 requests"
    order(web, "mark", keys=[3], pinned=False)
    service.clock.ahead = 63.0
    told = json.loads(order(web, "prune", older="1m").data)
    assert (told["messages"], told["requests"]) == (1, 1)
    assert [one.key for one in service.store.messages()] == [4, 3, 1]
    assert [one.key for one in service.store.exchanges()] == [4, 3, 1]
    assert order(web, "prune", older="999999d").status == 200
    assert order(web, "prune", older="1000000s").status == 400
    service.store.close()


def test_a_replay_is_told() -> None:
    """What was made once more is told with the beginning of its reply, and leads to its message, if it has one."""
    service = Service(settled({"limits": False}), clock=_Stopped())
    web = Web(service)
    ask = "/sys/send.php?login=alex&psw=123&phones=79990000000&mes=Hi"
    service.answer("GET", ask, "", b"")
    service.answer("GET", f"{ask}&cost=1", "", b"")
    assert json.loads(order(web, "replay", request=1).data) == {
        "request": 3, "message": 2, "told": "made once more as request 3: OK - 1 SMS, ID - 3",
    }  # fmt: skip
    assert json.loads(order(web, "replay", request=2).data)["message"] is None
    assert order(web, "replay", request=9).status == 404
    numbers = ",".join(f"7999000{n:04}" for n in range(40))
    service.answer("GET", f"{ask}&phones={numbers}&op=1".replace("phones=79990000000&", ""), "", b"")
    told = json.loads(order(web, "replay", request=5).data)["told"]
    assert len(told.partition(": ")[2]) == 200
    service.store.close()


def test_a_talk_is_saved() -> None:
    """A talk that goes on stands in the page, its menu is drawn where the caller is, and its transcript is a file."""
    service = Service(settled({"ring": 60}), clock=_Stopped())
    web = Web(service)
    assert b"data-talk" not in asked(web, "/sandbox/phone").data
    service.store.add([message(RECORDS, channel="call"), message("Hi", key=2, channel="call")])
    service.phone.pick_up(1)
    page = asked(web, "/sandbox/phone").data
    assert b'data-talk="1"' in page
    assert b"<svg" in asked(web, "/sandbox/page/picture?message=1&here=1").data
    assert asked(web, "/sandbox/page/picture?message=2").status == 404
    saved = asked(web, "/sandbox/page/transcript?talk=1")
    assert dict(saved.headers) == {"content-disposition": 'attachment; filename="call-1.call"'}
    assert saved.data.decode() == service.phone.talk(1).transcript()
    service.phone.give(1, "hung up")
    assert b"data-talk" not in asked(web, "/sandbox/phone").data
    service.store.close()


def test_requests_that_are_exported() -> None:
    """Those of `keys`, or all that are found."""
    service, web = filled(3)
    for query, wanted in (("", {1, 2, 3}), ("&keys=1,3", {1, 3}), ("&q=request:2", {2})):
        made = json.loads(asked(web, f"/sandbox/page/requests/export?as=json{query}").data)
        assert {one["key"] for one in made["requests"]} == wanted
    service.store.close()


def test_accounts_in_the_head() -> None:
    """Twenty accounts at most are told with their money."""
    service = Service(settled({}))
    for count in range(21):
        service.clients.named(f"account{count:02}")
    page = asked(Web(service), "/sandbox/page/accounts").data.decode()
    assert ("account19" in page, "account20" in page) == (True, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("9" * 15, 10**15 - 1), ("1" * 16, None), ("", None), ("-1", None), ("٣", None)],
)
def test_numbers_of_a_query(text: str, value: int | None) -> None:
    """A number is one of fifteen digits at most, in those of ASCII."""
    if value is None:
        with pytest.raises(Wrong, match="key: a number from 0"):
            number(text, "key")
    else:
        assert number(text, "key") == value


def test_what_an_order_gives() -> None:
    """An order that gives nothing says that it was carried out."""
    one = asking(Service(settled({})))
    assert one.done().data == b'{"result":"OK"}'
    assert one.done([]).data == b"[]"
    assert asking(one.service, host="a:1").base == "http://a:1"
    assert one.base == "http://127.0.0.1:8025"
    assert (one.say("{a}"), one.say("{a}", a=1)) == ("{a}", "1")


def test_paths_of_the_page() -> None:
    """What the page has at a path it answers, HEAD as GET; what it has not is left to others, or refused."""
    web = Web(Service(settled({})))

    def status(method: str, path: str) -> int | None:
        answer = web.answer(Head(method, path, (), "1.1"), path, "", b"")
        return answer.status if answer else None

    assert status("GET", "/sandbox/static/page.css") == status("HEAD", "/sandbox/static/page.css") == 200
    assert status("GET", "/sandbox/static/no.css") == 404
    assert status("POST", "/sandbox/static/page.css") is None
    assert (status("GET", "/"), status("HEAD", "/"), status("POST", "/")) == (200, 200, None)
    assert (status("GET", "/sandbox/events"), status("POST", "/sandbox/events")) == (200, None)
    assert status("DELETE", "/sandbox/page/messages") == 405
    assert status("GET", "/sandbox/page/nothing") is None
    assert web.is_long("/sandbox/page/messages/export", "")
    assert web.is_long("/sandbox/page/prune", "")
    assert web.is_long("/", "q=x")
    assert not web.is_long("/", "")
    for most, listeners in ((6, 3), (7, 3), (63, 31), (64, 32), (66, 32), (1, 0)):
        hub = Web(Service(settled({"max_connections": most}))).hub
        assert sum(hub.listen() is not None for _ in range(40)) == listeners


def test_keys_that_are_told() -> None:
    """Five hundred keys are told one by one; one more means all of them."""
    listener = live.Listener()
    listener.tell("messages", range(500))
    assert listener._changed == {"messages": set(range(500))}
    listener.tell("messages", [500])
    listener.tell("messages", [1])
    assert listener._changed == {"messages": None}


def _talk(text: str, *given: str) -> phone.Shown:
    service = Service(settled({"ring": 60}), clock=_Stopped())
    service.store.add([message(text, channel="call")])
    talk = service.phone.pick_up(1)
    for one in given:
        service.phone.give(talk.key, one)
    service.store.close()
    return phone._shown(talk)


RECORDS = "Hi\n{menu: Press.\n1: record\n2: record: 15\n3: call:79990000001 err:4\n4: Bye.\n}"


def test_a_talk_as_the_page_shows_it() -> None:
    """IVR-9: keys can be pressed in a menu alone; a record says its seconds, 30 where the menu does not; the picture
    shows where the caller is, as long as the menu is one that is drawn.
    """
    begun = _talk(RECORDS)
    assert begun.keys == tuple((key, True) for key in "123456789*0#")
    assert (begun.outcomes, begun.here, begun.recorded, begun.drawn) == (("silence",), "", None, True)
    assert [(one.here, one.recorded) for one in (_talk(RECORDS, "1"), _talk(RECORDS, "2"))] == [
        ("1", 30),
        ("2", 15),
    ]
    called = _talk(RECORDS, "3")
    assert {pressed for _, pressed in called.keys} == {False}
    assert (called.here, called.recorded) == ("3", None)
    assert "answered" in called.outcomes
    assert (_talk("Hi").drawn, _talk("Hi").here) == (False, "")
    below = "{menu: A\n1: B\n11: end\n}"
    assert [(one.here, one.talk.place["at"]) for one in (_talk(below, "1"), _talk(below, "1", "1"))] == [
        ("1", "menu"), ("", "left"),
    ]  # fmt: skip
    assert [_talk(RECORDS + " " * (most - len(RECORDS))).drawn for most in (2000, 2001)] == [True, False]


def test_calls_that_can_be_chosen() -> None:
    """The newest fifty calls that nobody talks to stand below those that ring; the lengths have the one that is set."""
    service = Service(settled({"ring": 45}), clock=_Stopped())
    calls = [message("Hi", key=key, channel="call") for key in range(1, 53)]
    service.store.add([*calls, message("Hi", key=53), message("Hi", key=54, channel="call", talking=True)])
    rings = message("Hi", key=55, channel="call", made=START, due=START, rings=45.0)
    service.store.add([rings])
    service.phone.coming(rings)
    service.clock.ahead = 2.0
    listed: Any = phone._listed(asking(service))
    assert [row.key for row in listed["ringing"]] == [55]
    assert [row.key for row in listed["calls"]] == [*range(52, 3, -1)]
    assert (listed["ring"], listed["lengths"]) == (45, [0, 15, 30, 45, 60, 120])
    web = Web(service)
    saved = asked(web, "/sandbox/page/menu?message=1")
    assert (saved.data, dict(saved.headers)) == (
        b"Hi", {"content-disposition": 'attachment; filename="call-1.menu"'},
    )  # fmt: skip
    for path in (
        "menu?message=53",
        "menu?message=99",
        "picture?message=53",
        "picture?message=1",
        "talk?talk=1",
    ):
        assert asked(web, f"/sandbox/page/{path}").status == 404
    service.store.close()


def test_money_is_exact() -> None:
    """RSP-8: a message costs what it costs, to the last digit, wherever it is searched."""
    service, web = filled(1)
    service.store.replace(message("Hi", request=1, cost=Decimal("0.30")))
    assert keys(asked(web, "/sandbox/page/messages?q=cost:0.3")) == [1]
    assert keys(asked(web, "/sandbox/page/messages?q=cost:<0.300000001+cost:>0.299999999")) == [1]
    service.store.close()
