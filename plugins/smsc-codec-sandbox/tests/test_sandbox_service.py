"""The service and its JSON API without a socket, at their limits: what is kept, what counts after a restart."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from msgspec import structs
from smsc_codec_sandbox import api, repeating, sending
from smsc_codec_sandbox import service as module
from smsc_codec_sandbox.config import Config, Fate, settled
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.model import Exchange, Marks, Message
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web import views
from smsc_codec_sandbox.web.found import Found
from smsc_codec_sandbox.web.room import Asked
from test_sandbox_figures import START, _Stopped
from test_sandbox_places import exchange, message

from smsc_codec.api import multipart
from smsc_codec.api.operations import Send
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Message as Text

ASK = "/sys/send.php?login=alex&psw=123&charset=utf-8&phones=79990000000&mes=Hi"


def asked(
    service: Service, target: str = ASK, method: str = "GET", content: str = "", body: bytes = b""
) -> Answer:
    """The reply to a request that is over."""
    answer = service.answer(method, target, content, body)
    assert answer is not None
    answer.release()
    return answer


def kept() -> Exchange:
    """A sending that was carried out, as it is kept."""
    service = Service(Config(), clock=_Stopped())
    asked(service)
    (made,) = service.store.exchanges()
    return made


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        *(({"error": code}, code in (None, 3, 6, 7, 8)) for code in (None, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ({"fault": "delay 1"}, True), ({"fault": "code 3", "error": 3}, False), ({"login": ""}, False),
        ({"operation": None}, False), ({"operation": {"type": "send", "mms": 1}}, False), ({"login": "bob"}, False),
        ({"at": START - 59.9}, True), ({"at": START - 60.0}, False),
    ],
)  # fmt: skip
def test_what_counts_after_a_restart(changed: dict[str, Any], counts: bool) -> None:
    """LIM-1: what was carried out, or refused for what it said, in the last minute; nothing else."""
    store = Store()
    store.note(structs.replace(kept(), key=store.next_request(), **changed))
    service = Service(Config(), store, _Stopped())
    assert "" not in [client.account.login for client in service.clients.all()]
    assert asked(service).data.startswith(b"ERROR = 9") is counts
    store.close()


def test_what_a_restart_tells() -> None:
    """CBK-1: what has its last status by the time that was told last was told; what gets it later is."""
    account = {"login": "a", "psw": "1", "callback": "http://127.0.0.1:9/?md5=x"}
    store = Store()
    store.add([message("x", key=key, due=START - 3 + key) for key in (-2, -1, 0, 1, 2)])
    store.keep_state("told", msgspec.json.encode({"a": START - 1}))
    service = Service(settled({"accounts": [account]}), store, _Stopped())
    assert [due.at - START for due in service.courier.due(START + 9)] == [0.0, 1.0, 2.0]
    assert service.turns.due(START + 9) == (1, 2)
    store.close()


@pytest.mark.parametrize(
    ("operation", "there"),
    [
        (Send(list=Mailing(tuple(Line(("7",), "x") for _ in range(1000)))), True),
        (Send(list=Mailing(tuple(Line(("7",), "x") for _ in range(1001)))), False),
        (None, False),
    ],
)
def test_operations_that_are_kept(operation: Send | None, there: bool) -> None:
    """A list of a thousand lines is kept with its request; a longer one is in its messages."""
    assert (module._kept(operation) is not None) is there


def test_how_long_an_operation_is_kept() -> None:
    """So many octets of JSON, and not one more."""
    most = 100_000 - len(msgspec.json.encode(Send(message=Text("x")))) + 1
    assert module._kept(Send(message=Text("x" * most))) is not None
    assert module._kept(Send(message=Text("x" * (most + 1)))) is None


def test_names_of_strangers_are_cut() -> None:
    """A body that was taken for a name, a reason or a path is kept to its beginning, and a hundred oddities at most."""
    service = Service(Config(), clock=_Stopped())
    service.unread("MAIL", "x" * 301)
    asked(service, f"{ASK}&{'y' * 61}=1&" + "&".join(f"z{number}=1" for number in range(101)))
    assert service.answer("M" * 21, f"/{'p' * 100}?psw=1", "", b"") is None
    assert service.answer("GET", "/a&b?psw=1", "", b"") is None
    mail, odd, long, other = [*service.store.exchanges()][::-1]
    assert (mail.method, mail.unlinted, mail.text, mail.reply) == ("MAIL", "x" * 300, "", "")
    assert (len(odd.odd), odd.odd[0][0]) == (100, "y" * 60)
    assert (long.method, long.endpoint, long.reply) == ("M" * 20, f"/{'p' * 99}", "HTTP status 404")
    assert other.endpoint == "/a"
    service.store.close()


def test_bodies_that_cannot_be_read() -> None:
    """A body of which nothing can be read is kept with the reason; of one that is cut, what it says before counts."""
    service = Service(Config(), clock=_Stopped())
    content = "multipart/form-data; boundary=b"
    asked(service, "/sys/send.php", "POST", content, b"nothing")
    asked(
        service,
        "/sys/send.php",
        "POST",
        content,
        b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b\r\n',
    )
    asked(service, "/sys/send.php", "POST", "", b"mes=" + b"x" * 100_001)
    assert [(one.text, one.unlinted.partition(":")[0]) for one in service.store.exchanges()][::-1] == [
        ("", "the body cannot be read"), ("POST /sys/send.php\n\na=x", "the body"),
        ("POST /sys/send.php\n", "mes is longer than 100000 octets"),
    ]  # fmt: skip
    assert [one.error for one in service.store.exchanges()] == [1, 1, 1]
    service.store.close()


def test_what_is_left_out_is_not_sent_without() -> None:
    """PAR-3: where a value was too long to be read, nothing is sent, whatever the rest says."""
    service = Service(Config(), clock=_Stopped())
    body = b"login=alex&psw=123&phones=79990000000&mes=Hi&sender=" + b"x" * 100_001
    assert asked(service, "/sys/send.php", "POST", "", body).data.startswith(b"ERROR = 1 ")
    assert list(service.store.messages()) == []
    service.store.close()


def test_a_list_with_files() -> None:
    """LIST-1: a list holds texts only; with a file beside it the request is refused, whatever its lines are."""
    service = Service(Config(), clock=_Stopped())
    said = {"login": "alex", "psw": "123", "list": "79990000000:Hi"}
    parts = [multipart.Part(name, value.encode()) for name, value in said.items()]
    parts.append(multipart.Part("f", b"x", "a.png"))
    assert asked(service, "/sys/send.php", "POST", *multipart.build(parts)).data.startswith(b"ERROR = 1 ")
    assert list(service.store.messages()) == []
    service.store.close()


def test_wrong_numbers_are_told() -> None:
    """ERR-4, PAR-20: where all numbers are wrong, they are told with the message's id; nobody's are not."""
    service = Service(settled({"accounts": [{"login": "alex", "psw": "123"}]}), clock=_Stopped())
    reply = asked(service, f"{ASK}&id=77&err=1&fmt=3".replace("79990000000", "12,13"))
    assert json.loads(reply.data) == {
        "error": "invalid number", "error_code": 7, "id": 77,
        "phones": [{"phone": one, "mccmnc": "", "cost": "", "status": "22", "error": "249"} for one in ("12", "13")],
    }  # fmt: skip
    beside = asked(service, f"{ASK}&err=1&fmt=3&time=".replace("79990000000", "89990000000,x,89990000000;12"))
    assert [one["phone"] for one in json.loads(beside.data)["phones"]] == ["x", "12"]
    refused = asked(service, f"{ASK}&id=78&op=1&err=1&fmt=3".replace("79990000000", "79999992008,12"))
    assert json.loads(refused.data) == {"error": "can't to deliver", "error_code": 8, "id": 78}
    nobody = asked(service, f"{ASK}&id=77&err=1&fmt=3".replace("79990000000", "12").replace("123", "1"))
    assert json.loads(nobody.data) == {"error": "authorise error", "error_code": 2}
    service.store.close()


def test_who_asked() -> None:
    """A request is kept under the account that it opens, else under the login that it names; a key is no name."""
    service = Service(
        settled({"accounts": [{"login": "alex", "psw": "123", "apikey": "k1"}]}), clock=_Stopped()
    )
    for access in ("login=alex&psw=123", "apikey=k1", "login=alex&psw=1", "login=bob&psw=1", "apikey=k2", ""):
        asked(service, f"/sys/balance.php?{access}")
    assert [one.login for one in service.store.exchanges()][::-1] == [
        "alex",
        "alex",
        "alex",
        "bob",
        "(key)",
        "",
    ]
    assert [one.error for one in service.store.exchanges()][::-1] == [None, None, 2, 2, 2, 1]
    service.store.close()


def test_what_is_told_until_when() -> None:
    """CBK-1: the latest time counts, of the account whose own address was called."""
    account = {"login": "a", "psw": "1", "callback": "http://127.0.0.1:9/?md5=x"}
    service = Service(settled({"accounts": [account]}), clock=_Stopped())
    asked(service, "/sys/send.php?login=a&psw=1&phones=79990000000&mes=Hi")
    (due,) = service.courier.due(START + 9)
    for at, address in ((5.0, due.address), (3.0, due.address), (9.0, "http://127.0.0.1:9/hook")):
        service.told(structs.replace(due, at=at, address=address))
    service.keep_told()
    assert service.store.state("told") == b'{"a":5.0}'
    service.store.keep_state("told", b"kept")
    service.keep_told()
    assert service.store.state("told") == b"kept"
    service.store.close()


@pytest.mark.parametrize(
    ("status", "code", "carried"),
    [(200, None, True), (499, None, True), (500, None, False), (200, 4, False), (503, 4, False)],
)
def test_failures_that_are_carried_out(status: int, code: int | None, carried: bool) -> None:
    """A request that is refused, or whose status says that the server failed, sends nothing; another does."""
    service = Service(Config(latency=0.5), clock=_Stopped())
    fault: dict[str, Any] = {"status": status, "code": code, "delay": 1.0, "cut": 3}
    service.fail(module.Fault(**fault))
    answer = asked(service)
    assert (answer.status, answer.delay, answer.cut) == (status, 1.5, 3)
    assert len(list(service.store.messages())) == carried
    plain = asked(service, f"{ASK}again")
    assert (plain.status, plain.delay, plain.cut) == (200, 0.5, None)
    service.store.close()


def test_limits_can_be_switched_off() -> None:
    """LIM-1: without limits a request may be repeated at once; with them it is refused until the minute is over."""
    for limits, second in ((True, b"ERROR = 9"), (False, b"OK - 1 SM")):
        service = Service(Config(limits=limits), clock=_Stopped())
        assert asked(service).data.startswith(b"OK")
        assert asked(service).data[:9] == second
        service.store.close()


def test_what_is_no_request_is_too_large() -> None:
    """ERR-1: a body that is not read is refused in the format that the address asks for."""
    service = Service(Config())
    assert service.too_large("/sys/send.php?fmt=3").status == 413
    assert json.loads(service.too_large("/sys/send.php?fmt=3").data)["error_code"] == 1
    assert service.too_large("/sys/send.php").data == b"ERROR = 1 (parameters error)"


def called(
    service: Service, path: str = "", query: str = "", method: str = "GET", body: object = None
) -> tuple[int, Any]:
    data = b"" if body is None else msgspec.json.encode(body)
    answer = api.answer(service, method, f"{api.ROOT}{path}", query, data)
    return answer.status, json.loads(answer.data)


@pytest.mark.parametrize(
    ("path", "query", "seconds"),
    [
        ("/messages", "wait=5", 5), ("/requests/", "wait=60", 60), ("/messages", "wait=61", 60), ("/messages", "", 0),
        ("/messages", "wait=x", 0), ("/messages", "wait=-1", 0), ("/messages", "wait=٣", 0), ("/accounts", "wait=5", 0),
        ("/nothing", "wait=5", 0), ("/messages", f"wait={'9' * 15}", 60), ("/messages", f"wait={'9' * 16}", 0),
    ],
)  # fmt: skip
def test_how_long_lists_are_waited_for(path: str, query: str, seconds: float) -> None:
    """A minute at most, and only those that may be empty at first."""
    assert api.waits("GET", f"{api.ROOT}{path}", query) == seconds
    assert api.waits("POST", f"{api.ROOT}{path}", query) == api.waits("HEAD", f"{api.ROOT}{path}", query) == 0
    assert api.waits("GET", f"{'x' * len(api.ROOT)}{path}", query) == 0


@pytest.mark.parametrize(
    ("path", "query", "method", "status"),
    [
        ("", "", "GET", 200), ("/", "", "POST", 200), ("/nothing", "", "GET", 404), ("/messages", "", "HEAD", 200),
        ("/messages/", "", "GET", 200), ("/messages", "", "POST", 405), ("/clear", "", "GET", 405),
        ("/clear", "", "HEAD", 405),
        ("/openapi.json", "", "HEAD", 200), ("/openapi.json", "", "POST", 405), ("/messages", "limit=1000", "GET", 200),
        ("/messages", "limit=1001", "GET", 400), ("/messages", "limit=0", "GET", 200),
        ("/messages", f"id={'9' * 16}", "GET", 200),
        ("/messages", f"before={'9' * 15}", "GET", 200), ("/messages", f"before={'9' * 16}", "GET", 400),
        ("/messages", "wait=5", "GET", 200), ("/messages", "request=x", "GET", 400), ("/calls", "limit=1", "GET", 400),
        ("/clear", "", "POST", 200), ("/advance", "", "POST", 400), ("/messages", "id=", "GET", 400),
        ("/messages", "id=1&id=2", "GET", 400), ("/messages", "id=1&phone=2", "GET", 200),
    ],
)  # fmt: skip
def test_ways_of_the_api(path: str, query: str, method: str, status: int) -> None:
    """Lists are asked, orders are posted; what is neither is told all ways, and a filter that is wrong why."""
    service = Service(Config())
    code, said = called(service, path, query, method)
    assert code == status
    if status in (404,) or path in ("", "/"):
        assert f"GET {api.ROOT}/messages" in said["ways"]
    if status == 405:
        assert said["error"] == ("POST only" if path == "/clear" else "GET only")
    service.store.close()


def test_pages_of_lists() -> None:
    """A page that is full says where the next begins, with its filters, and not how long it was waited for."""
    service = Service(Config(keep=10))
    service.store.add([message("x", key=key, phone="79990000000") for key in range(1, 5)])
    for key in range(1, 5):
        service.store.note(exchange("GET /", key=key))

    def link(path: str, query: str) -> dict[str, str]:
        return dict(api.answer(service, "GET", f"{api.ROOT}{path}", query, b"").headers)

    assert link("/messages", "limit=2&wait=5&phone=79990000000") == {
        "link": '</sandbox/api/messages?limit=2&phone=79990000000&before=3>; rel="next"'
    }
    assert link("/requests", "limit=2&before=3") == {
        "link": '</sandbox/api/requests?limit=2&before=1>; rel="next"'
    }
    assert (
        link("/messages", "limit=5")
        == link("/messages", "limit=2&before=1")
        == link("/messages", "limit=0")
        == {}
    )
    assert link("/accounts", "limit=0") == {}
    assert [row["key"] for row in called(service, "/messages", "limit=2&before=3")[1]] == [2, 1]
    assert [row["key"] for row in called(service, "/requests", "key=3")[1]] == [3]
    assert [row["status"] for row in called(service, "/messages", "id=1&limit=1")[1]] == [1]
    service.store.close()


def test_orders_of_the_api() -> None:
    """A failure that is ordered can be taken back once; a callback goes to an account that has an address."""
    account = {"login": "a", "psw": "1", "callback": "http://127.0.0.1:9/?md5=x"}
    service = Service(settled({"accounts": [account, {"login": "b", "psw": "1"}]}), clock=_Stopped())
    fault = {"code": 4, "endpoint": "send"}
    assert called(service, "/fail", "", "POST", fault)[0] == 200
    assert called(service, "/faults")[1][0]["code"] == 4
    assert [called(service, "/mend", "", "POST", {"fault": fault})[0] for _ in range(2)] == [200, 400]
    assert called(service, "/mend", "", "POST", {})[0] == 200
    event = {"callback": "incoming", "phone": "79990000000", "mes": "Hi", "to": "234"}
    codes = [called(service, "/callback", "", "POST", {"login": login, "event": event})[0] for login in "abc"]
    assert codes == [200, 400, 400]
    assert [due.at for due in service.courier.due(START)] == [START]
    assert called(service, "/advance", "", "POST", {"seconds": 5}) == (200, {"result": "OK"})
    assert service.clock.now() == START + 5
    assert [row["login"] for row in called(service, "/accounts", "limit=1")[1]] == ["a"]
    service.store.close()


@pytest.mark.parametrize(
    ("changed", "known"),
    [
        ({}, True), ({"error": 3}, True), ({"error": 2}, False), ({"error": 2, "fault": "code 2"}, True),
        ({"login": ""}, False), ({"operation": None}, False), ({"operation": {"type": "fax"}}, False),
    ],
)  # fmt: skip
def test_what_can_be_repeated(changed: dict[str, Any], known: bool) -> None:
    """ERR-4: what was understood, of somebody who was let in; a failure that was ordered may have said otherwise."""
    service = Service(Config(limits=False), clock=_Stopped())
    one = structs.replace(kept(), **changed)
    if known:
        assert repeating.replay(service, one) == 1
        (made,) = service.store.exchanges()
        assert (made.operation, made.fmt, made.charset, made.login) == (one.operation, 0, "utf-8", "alex")
    else:
        why = (
            "cannot be said again"
            if changed == {"operation": {"type": "fax"}}
            else "there is nothing to repeat"
        )
        with pytest.raises(repeating.CannotReplay, match=why):
            repeating.replay(service, one)
        assert list(service.store.exchanges()) == []
    service.store.close()


def test_a_question_is_repeated() -> None:
    """Any request may be made once more, not only a sending; one that names nobody has no recipients."""
    service = Service(Config(limits=False), clock=_Stopped())
    asked(service, "/sys/balance.php?login=alex&psw=123&cur=1&fmt=3")
    assert repeating.replay(service, next(service.store.exchanges())) == 2
    assert [one.reply for one in service.store.exchanges()] == [
        '{"balance": "1000.00", "currency": "RUR"}'
    ] * 2
    assert sending.recipients(Send()) == 0
    service.store.close()


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
@pytest.mark.parametrize("fmt", [0, 1, 2, 3])
def test_a_replay_is_asked_alike(charset: str, fmt: int) -> None:
    """A request is repeated in its own charset, and answered in its own format."""
    service = Service(Config(limits=False), clock=_Stopped())
    said = {
        "login": "alex",
        "psw": "123",
        "phones": "79990000000",
        "mes": "ж",
        "fmt": fmt,
        "charset": charset,
    }
    asked(service, f"/sys/send.php?{urlencode(said, encoding=charset)}")
    first = next(service.store.exchanges())
    repeating.replay(service, first)
    again = next(service.store.exchanges())
    assert (again.charset, again.fmt, again.operation) == (charset, fmt, first.operation)
    service.store.close()


def test_what_the_page_says_of_a_request() -> None:
    """What was odd about a request is noted once: as a finding, or as a note; findings are numbered in their order."""
    service = Service(Config())
    who = Asked(service, Head("GET", "/", (), "1.1"), "", b"")
    one = exchange(
        "GET /?a=1", (5, 6), (7, 8), odd=(("a", "m"), ("b", "other")), unlinted="too long", fault="code 4"
    )
    shown = views.asking(who, one)
    assert shown.notes == ["too long", "code 4", "b: other"]
    assert [found.number for found in shown.findings] == [1, 2]
    assert (shown.error, shown.files) == ("", ())
    assert views.asking(who, structs.replace(one, error=2)).error.startswith("2: ")
    service.store.close()


def _found(**changed: Any) -> Found:
    one: Message = message(changed.pop("text", "Hi"), **changed.pop("message", {}))
    return Found(one, changed.get("status", 1), changed.get("err", 0), 5.0, None, Marks())


def test_what_the_page_says_of_a_message() -> None:
    """STA-4, STA-5: a status in words with its error, the beginning of the text or else the subject, how it went."""
    service = Service(Config())
    who = Asked(service, Head("GET", "/", (), "1.1"), "", b"")
    assert views.status(who, _found()) == "delivered"
    assert views.status(who, _found(status=20, err=6)).endswith(" (6)")
    excerpts = {"a \n b": "a b", "x" * 121: "x" * 120, " " * 239 + "ab": "a", "": "s"}
    for text, excerpt in excerpts.items():
        assert views.row(who, _found(text=text, message={"subj": "s"})).excerpt == excerpt
    steps = {
        -1: [("going", 0.0)], 0: [("going", 0.0), ("going", 1.0)], 1: [("going", 0.0), ("going", 1.0), ("good", 5.0)],
        20: [("going", 0.0), ("going", 1.0), ("bad", 5.0)],
    }  # fmt: skip
    for status, told in steps.items():
        assert [(how, at) for how, _, at in views._steps(who, _found(status=status))] == told
    call = _found(
        message={"channel": "call", "fate": Fate(overtime=7), "comment": "c", "code": "1234", "subj": "s"}
    )
    assert dict(views._facts(who, call)) == {
        "Id": "1", "Account": "a", "Subject": "s", "Comment": "c\novertime: 7 s", "Cost": "3", "Spoken code": "1234",
    }  # fmt: skip
    service.store.close()
