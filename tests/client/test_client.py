"""What the client asks, what it gives, and what it raises; each test for the blocking client and for the other."""

from __future__ import annotations

import html
import json
import logging
import traceback
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest

from smsc_codec import BuildError, ParseError, api
from smsc_codec.api.hosts import DOMAINS, addresses
from smsc_codec.api.replies.meanings import FAILURES
from smsc_codec.client import (
    AddressBlocked,
    BadReply,
    ClientError,
    HeldBack,
    NotEnoughMoney,
    NotFound,
    NotSent,
    OutcomeUnknown,
    Repeated,
    Response,
    ServiceError,
    Unclear,
    Unreachable,
    WrongAccess,
    WrongParameters,
    WrongPhone,
    asked,
    fresh_id,
    say,
)
from smsc_codec.client.errors import ERRORS, service_error
from tests.client.shared import ACCESS, HOSTS, SECRET, Time, make

HELLO = say("79990000000", "Hello!")
SENT = api.Sent(id="id-1", cnt=1)
pytestmark = pytest.mark.parametrize("kind", ["blocking", "asynchronous"])


def test_requests(kind: str) -> None:
    """PAR-4, PAR-16, REQ-2: POST with JSON asked for in UTF-8, the password in no address, and an id made up."""
    client, transport = make(kind, [SENT])
    assert client.send(HELLO) == SENT
    ((base, request),) = transport.requests
    assert (base, request.method, request.query) == (HOSTS[0], "POST", "")
    (received,) = transport.received
    assert (received.fmt, received.charset, received.access) == (3, "utf-8", ACCESS)
    assert received.operation == say("79990000000", "Hello!", id="id-1")
    assert not received.oddities


def test_own_id_is_kept(kind: str) -> None:
    """PAR-4: an id that the caller gave goes as it is."""
    client, transport = make(kind, [api.Sent(id=7, cnt=1)])
    assert client.send(say("79990000000", "Hello!", id=7)).id == 7
    assert transport.operations == [say("79990000000", "Hello!", id=7)]


ROW = api.OperatorTemplate("mts_srv", 1, 5)
TEMPLATE = api.Template(id=3, name="n", message="m")
ADD = api.AddTemplate("n", "m")


@pytest.mark.parametrize(
    ("method", "given", "operation", "reply", "expected"),
    [
        ("cost", (HELLO,), say("79990000000", "Hello!", cost=1), api.Price(cost=Decimal("1.40"), cnt=1), None),
        ("balance", (), api.GetBalance(), api.Balance(balance=Decimal("100.01")), None),
        ("status", (asked("79990000000", 7),), asked("79990000000", 7), api.Status(status=1), (api.Status(status=1),)),
        ("templates", (), api.GetTemplates(), api.Templates((TEMPLATE,)), (TEMPLATE,)),
        ("add_template", (ADD,), ADD, api.TemplateSaved(3), 3),
        ("change_template", (api.ChangeTemplate(3, name="x"),), api.ChangeTemplate(3, name="x"), api.Done(), "none"),
        ("delete_template", (3,), api.DeleteTemplate(3), api.Done(), "none"),
        ("operator_templates", ("s", "m"), api.GetOperatorTemplates("s", "m"), api.OperatorTemplates((ROW,)), (ROW,)),
        (
            "add_operator_template",
            (api.AddOperatorTemplate("s", "m", ("mts_srv",)),),
            api.AddOperatorTemplate("s", "m", ("mts_srv",)),
            api.OperatorTemplates((ROW,)),
            (ROW,),
        ),
        ("notify", (api.Notify(1, name="n"),), api.Notify(1, name="n"), api.Done(), "none"),
        ("ask", (api.GetBalance(),), api.GetBalance(), api.Balance(balance=Decimal(1)), None),
    ],
)  # fmt: skip
def test_methods(kind: str, method: str, given: Any, operation: Any, reply: Any, expected: Any) -> None:
    """TPL, OPT-1, EVT-1, STA-1, BAL-1, PAR-15: each method asks its operation and gives what it is answered."""
    client, transport = make(kind, [reply])
    made = getattr(client, method)(*given)
    assert made == {None: reply, "none": None}.get(
        expected if not isinstance(expected, tuple) else "", expected
    )
    assert transport.operations == [operation]


def test_many_statuses(kind: str) -> None:
    """STA-1: any number of statuses is asked for in a few requests, and comes in the order of the question."""
    messages = tuple(asked("79990000000", n).messages[0] for n in range(1, 1002))

    def answer(received: api.Received) -> Any:
        operation = received.operation
        assert isinstance(operation, api.GetStatus)
        rows = tuple(api.Status(status=1, id=one.id) for one in operation.messages)
        return rows[0] if len(rows) == 1 else api.Statuses(rows)

    client, transport = make(kind, answer)
    rows = client.status(api.GetStatus(messages, all=1))
    assert [row.id for row in rows] == list(range(1, 1002))
    assert len(transport.requests) == 3


def test_spare_hosts(kind: str) -> None:
    """BEY-3: where nothing reached a host, the same octets go to the next."""
    client, transport = make(kind, [NotSent("no connection"), SENT])
    assert client.send(HELLO) == SENT
    (first, one), (second, other) = transport.requests
    assert (first, second) == HOSTS
    assert one == other


def test_no_host_at_all(kind: str) -> None:
    """Every host is named with its reason, and that nothing was sent."""
    client, _ = make(kind, [NotSent("no connection"), NotSent("no such name")])
    with pytest.raises(Unreachable) as caught:
        client.send(HELLO)
    assert caught.value.tried == ((HOSTS[0], "no connection"), (HOSTS[1], "no such name"))
    assert "nothing was sent" in str(caught.value)


@pytest.mark.parametrize(
    "odd",
    [Unclear("timed out"), Response(502, b"Bad Gateway"), b"<html>what?</html>", b"\xff\xfe", b'{"id": []}'],
    ids=["time", "gateway", "page", "octets", "shape"],
)
def test_unclear_is_never_repeated(kind: str, odd: Any) -> None:
    """A sending whose outcome nobody knows is not repeated; the error has the id and says how to ask."""
    client, transport = make(kind, [odd, api.Status(status=-3, id="id-1", phone="79990000000")])
    with pytest.raises(OutcomeUnknown) as caught:
        client.send(HELLO)
    assert len(transport.requests) == 1
    assert caught.value.id == "id-1"
    assert "message id-1 to 79990000000: client.status(error.ask)" in str(caught.value)
    assert client.status(caught.value.ask)[0].status == -3
    assert transport.operations[1] == asked("79990000000", "id-1")


@pytest.mark.parametrize("phones", ["G7", "alex@example.org", "@alex"])
def test_unclear_without_a_number(kind: str, phones: str) -> None:
    """STA-1: statuses are asked for by a number and an id; of a sending to no number the error has the id alone."""
    client, transport = make(kind, [Unclear("timed out")])
    way: Any = {"@": "tg", "a": "mail", "G": "sms"}[phones[0]]
    with pytest.raises(OutcomeUnknown) as caught:
        client.send(
            say(phones, "Hello!", channel=way, **({"subj": "s", "sender": "a@b.ru"} if way == "mail" else {}))
        )
    assert (caught.value.id, caught.value.ask) == ("id-1", None)
    assert "client.status" not in str(caught.value)
    assert len(transport.requests) == 1


def test_unclear_change(kind: str) -> None:
    """TPL-1: making a template twice is not the same as once, so it is not repeated either."""
    client, transport = make(kind, [Unclear("timed out")])
    with pytest.raises(OutcomeUnknown, match="look before you repeat it"):
        client.add_template(ADD)
    assert len(transport.requests) == 1


@pytest.mark.parametrize("delete", [False, True])
def test_deleting_changes_something(kind: str, delete: bool) -> None:
    """STA-1: the question for a status that deletes the message is never repeated; the plain one goes to the next."""
    client, transport = make(kind, [Unclear("timed out"), api.Done() if delete else api.Status(status=1)])
    question = api.GetStatus(asked("79990000000", 7).messages, delete=delete)
    if delete:
        with pytest.raises(OutcomeUnknown):
            client.ask(question)
    else:
        assert client.ask(question) == api.Status(status=1)
    assert len(transport.requests) == (1 if delete else 2)


@pytest.mark.parametrize("channel", ["sms", "call"])
def test_a_count_of_nothing(kind: str, channel: Any) -> None:
    """RSP-7: of a call the seconds may not be known yet; fewer than none are never a reply."""
    client, _ = make(kind, [b'{"id": 1, "cnt": 0}', b'{"id": 1, "cnt": -1}'])
    if channel == "call":
        assert client.send(say("79990000000", "Hello!", channel="call")).cnt == 0
    else:
        with pytest.raises(OutcomeUnknown, match="0 SMS"):
            client.send(HELLO)
    with pytest.raises(OutcomeUnknown, match="'-1' is below zero"):
        client.send(say("79990000001", "Hello!", channel=channel))


@pytest.mark.parametrize("method", ["cost", "balance", "templates"])
def test_questions_are_repeated(kind: str, method: str) -> None:
    """BEY-3: what changes nothing is asked of the next host when the first did not answer."""
    reply: dict[str, Any] = {
        "cost": api.Price(cost=Decimal(1), cnt=1),
        "balance": api.Balance(balance=Decimal(1)),
        "templates": api.Templates(),
    }
    client, transport = make(kind, [Unclear("timed out"), reply[method]])
    getattr(client, method)(*([HELLO] if method == "cost" else []))
    assert [base for base, _ in transport.requests] == list(HOSTS)


#: What comes back beside a whole reply of the service: all of it proves nothing (BEY-4).
PROVES_NOTHING = {
    **{
        f"status {status}": Response(status, body)
        for status in (100, 101, 102, 103, 199, 201, 202, 203, 204, 205, 206, 226, 300, 301, 302, 303, 304, 307, 308,
                       400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 417, 418, 421,
                       422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 511, 520, 599, 0, 999)
        for body in (b"<h1>Moved</h1>",)
    },
    "a refusal with another status": Response(400, b'{"error": "x", "error_code": 1}'),
    "a success with another status": Response(202, b'{"id": 1, "cnt": 1}'),
    "nothing": b"",
    "blanks": b" \n",
    "OK": b"OK",
    "cut": b'{"error": "x", "error_code": 1',
    "cut success": b'{"id": 1, "cnt": 1',
    "two replies": b'{"error": "x", "error_code": 1}{"id": 1, "cnt": 1}',
    "a list": b'[{"error": "x", "error_code": 1}]',
    "words": b"ERROR = 1 (parameters error)",
    "words of success": b"OK - 1 SMS, ID - 1",
    "numbers": b"0,-1",
    "error 0": b'{"error": "ok", "error_code": 0}',
    "error 0 beside an id": b'{"error": "ok", "error_code": 0, "id": 1, "cnt": 1}',
    "an error beside what was sent": b'{"error": "x", "error_code": 1, "id": 1, "cnt": 1}',
    "an error beside a count": b'{"error": "x", "error_code": 7, "cnt": 1}',
    "an error beside a cost": b'{"error": "x", "error_code": 7, "id": 1, "cost": "1.40"}',
    "an error beside a balance": b'{"error": "x", "error_code": 3, "balance": "0"}',
    "an error beside OK": b'{"error": "x", "error_code": 1, "result": "OK"}',
    "an error without its code": b'{"error": "x", "id": 1, "cnt": 1}',
    "an error alone": b'{"error": "x"}',
    "two codes": b'{"error": "x", "error_code": 504, "error_code": 1}',
    "a count that is taken back": b'{"id": 1, "cnt": 1, "error": "x", "error_code": 1, "id": null, "cnt": null}',
    "an id where none belongs": b'{"error": "x", "error_code": 2, "id": 1}',
    "an id of another shape": b'{"error": "x", "error_code": 7, "id": "a b"}',
    "nothing sent": b'{"id": 1, "cnt": 0}',
    "fewer than nothing sent": b'{"id": 1, "cnt": -1}',
    "no count": b'{"id": 1}',
    "no id": b'{"cnt": 1}',
    "a code that is no number": b'{"error": "x", "error_code": "one"}',
    "a code that is true": b'{"error": "x", "error_code": true}',
    "a code with a point": b'{"error": "x", "error_code": 1.0}',
    "a code with a zero before it": b'{"error": "x", "error_code": "01"}',
    **{
        f"error {code}": f'{{"error": "gateway", "error_code": {code}}}'.encode()
        for code in (-1, -2, -9, 10, 11, 77, 100, 404, 500, 502, 504, 2**40)
    },
}  # fmt: skip


@pytest.mark.parametrize("odd", PROVES_NOTHING.values(), ids=PROVES_NOTHING)
def test_what_proves_nothing(kind: str, odd: Any) -> None:
    """BEY-4, ERR-1: whatever is not the service's own refusal of that endpoint may follow what was carried out.

    303 is how many answer a POST that they have carried out; a proxy answers 408, 409, 425 or 429 for itself.
    """
    client, transport = make(kind, [odd])
    with pytest.raises(OutcomeUnknown) as caught:
        client.send(HELLO)
    assert (caught.value.id, caught.value.ask) == ("id-1", asked("79990000000", "id-1"))
    assert caught.value.response is not None
    assert len(transport.requests) == 1


@pytest.mark.parametrize(
    ("operation", "code", "proves"),
    [
        (ADD, 3, True), (ADD, 5, True), (ADD, 6, False),
        (api.DeleteTemplate(3), 9, True), (api.DeleteTemplate(3), 7, False),
        (api.AddOperatorTemplate("s", "m", ("mts_srv",)), 2, True),
        (api.AddOperatorTemplate("s", "m", ("mts_srv",)), 3, False),
        (api.Notify(1, name="n"), 3, True), (api.Notify(1, name="n"), 5, False), (api.Notify(1, name="n"), 8, False),
    ],
)  # fmt: skip
def test_refusals_of_that_endpoint(kind: str, operation: Any, code: int, proves: bool) -> None:
    """ERR-5: each endpoint has codes of its own; another endpoint's prove nothing."""
    client, _ = make(kind, [api.Failure(code=code)])
    with pytest.raises(ServiceError if proves else OutcomeUnknown):
        client.ask(operation)


@pytest.mark.parametrize("status", [201, 303, 404, 502])
def test_pages_of_others(kind: str, status: int) -> None:
    """A question that a proxy answers is a BadReply, which carries the text: nothing can have changed."""
    client, transport = make(kind, [Response(status, b"<h1>Moved</h1>")])
    with pytest.raises(BadReply, match=str(status)) as caught:
        client.balance()
    assert (caught.value.response.status, caught.value.text) == (status, "<h1>Moved</h1>")
    assert len(transport.requests) == 1


class Broken(Exception):
    """What a transport raises that does not do as it should."""


@pytest.mark.parametrize(
    "error", [Broken("oops"), TimeoutError(), BuildError("x", "y"), Unreachable(()), HeldBack("x", 1.0)]
)
def test_transports_that_say_something_else(kind: str, error: Exception) -> None:
    """Of a transport only NotSent proves anything: whatever else it raises leaves the outcome open."""

    def answer(received: api.Received) -> Any:
        raise error

    client, transport = make(kind, answer)
    with pytest.raises(OutcomeUnknown, match=type(error).__name__) as caught:
        client.send(HELLO)
    # What a transport raised may hold the request, and with it the password: it is told by its kind and text alone.
    assert (caught.value.id, caught.value.__cause__, caught.value.__context__) == ("id-1", None, None)
    assert len(transport.requests) == 1
    with pytest.raises(Unreachable, match=type(error).__name__):
        client.balance()
    assert len(transport.requests) == 3


def test_given_up(kind: str) -> None:
    """What is given up with the request under way, by Ctrl-C say, tells the id that it had."""

    def answer(received: api.Received) -> Any:
        raise KeyboardInterrupt

    client, _ = make(kind, answer)
    with pytest.raises(KeyboardInterrupt) as caught:
        client.send(HELLO)
    assert "message id-1 to 79990000000" in "".join(caught.value.__notes__)
    with pytest.raises(KeyboardInterrupt) as caught:
        client.balance()
    assert not hasattr(caught.value, "__notes__")  # nothing may have been changed by a question


@pytest.mark.parametrize("reply", [Response(500, b"oops"), b"oops"])
def test_garbage_to_a_question(kind: str, reply: Any) -> None:
    """A question that was answered by garbage is a BadReply with the text."""
    client, _ = make(kind, [reply])
    with pytest.raises(BadReply, match="oops"):
        client.balance()


SEND_ERRORS = {
    1: WrongParameters,
    2: WrongAccess,
    3: NotEnoughMoney,
    4: AddressBlocked,
    7: WrongPhone,
    9: Repeated,
}


@pytest.mark.parametrize("code", SEND_ERRORS)
def test_refusals(kind: str, code: int) -> None:
    """ERR-4, BEY-4: a refusal is a typed error with its code, what it means and what to do."""
    client, _ = make(kind, [api.Failure(code=code, text="in their words", id=5 if code == 7 else None)])
    with pytest.raises(ServiceError) as caught:
        client.send(HELLO)
    error = caught.value
    assert type(error) is SEND_ERRORS[code]
    assert error.code == code
    assert "in their words" in str(error)
    assert error.meaning in str(error)
    assert error.advice in str(error)
    assert error.failure.id == (5 if code == 7 else None)


@pytest.mark.parametrize("code", range(1, 10))
def test_refusals_that_name_the_message(kind: str, code: int) -> None:
    """ERR-1: errors 3, 6, 7 and 8 may name the message; any other that does proves nothing."""
    client, _ = make(kind, [api.Failure(code=code, id=5)])
    with pytest.raises(ServiceError if code in (3, 6, 7, 8) else OutcomeUnknown):
        client.send(HELLO)


def test_refusals_by_endpoint(kind: str) -> None:
    """ERR-5: code 3 is money for a message and a missing record for a template."""
    client, _ = make(kind, [api.Failure(code=3)])
    with pytest.raises(NotFound, match="there is no such template"):
        client.delete_template(5)


def test_messages_that_are_not_known(kind: str) -> None:
    """STA-4: error 3 to a question about one message says the same as status -3; about several, and to a deletion, it
    is the refusal that it is.
    """
    client, _ = make(kind, [api.Failure(code=3)] * 3)
    row = api.Status(status=-3, id=7, phone="79990000000")
    assert client.status(asked("79990000000", 7)) == (row,)
    two = api.GetStatus((*asked("79990000000", 7).messages, *asked("79990000001", 8).messages))
    with pytest.raises(NotFound, match="there is no such message"):
        client.status(two)
    with pytest.raises(NotFound):
        client.ask(api.GetStatus(asked("79990000000", 7).messages, delete=True))


def test_every_known_code_has_an_error(kind: str) -> None:
    """ERR-4, ERR-5: no code of the page is left without a type of its own, and no type without a code."""
    made = {
        (endpoint, code): type(service_error(endpoint, api.Failure(code=code)))
        for endpoint, codes in FAILURES.items()
        for code in codes
    }
    assert ServiceError not in made.values()
    assert set(made.values()) == set(ERRORS.values())


def test_nothing_goes_out_that_is_wrong(kind: str) -> None:
    """REQ-4: an operation that cannot be said is a BuildError, and no request."""
    client, transport = make(kind, [])
    for wrong in (say("79990000000", ""), say("79990000000", "x", cost=1), say("79990000000", "x", maxsms=0)):
        with pytest.raises(BuildError):
            client.send(wrong)
    assert transport.requests == []


def test_words_for_messages(kind: str) -> None:
    """Plain text never becomes structure; what is no number is told at once; made ids are ids (PAR-4)."""
    with pytest.raises(ParseError):
        say("hello", "x")
    with pytest.raises(BuildError):
        asked("G777", 1)
    client, transport = make(kind, [])
    with pytest.raises(BuildError, match="message"):
        client.send(say("79990000000", "__CALL__: x"))
    assert transport.requests == []
    made = {fresh_id() for _ in range(100)}
    assert len(made) == 100
    client, transport = make(kind, lambda received: api.Sent(id=received.operation.id, cnt=1))
    assert client.send(say("79990000000", "x", id=made.pop())).cnt == 1


@pytest.mark.parametrize(
    "answer",
    [
        Response(403, f"you are {SECRET}".encode()),
        Response(403, f"you are {html.escape(SECRET)}".encode()),
        Response(403, f"you are {quote(SECRET)}".encode()),
        Response(403, json.dumps({"you": SECRET}).encode()),
        Response(500, f"you are {SECRET}".encode()),
        f"psw={SECRET}".encode(),
        NotSent(f"cannot reach {SECRET}"),
        Unclear(f"lost {SECRET}"),
        api.Failure(code=2, text=f"wrong: {SECRET}"),
    ],
)
def test_secrets(kind: str, answer: Any, caplog: pytest.LogCaptureFixture) -> None:
    """The password is in no error, traceback or log, even where what answers echoes it."""
    caplog.set_level(logging.DEBUG)
    for answers, call in (([answer, answer], "balance"), ([answer, answer], "send")):
        client, _ = make(kind, answers)
        with pytest.raises(ClientError) as caught:
            getattr(client, call)(*([HELLO] if call == "send" else []))
        error = caught.value
        told = [str(error), repr(error), repr(vars(error)), caplog.text]
        told += traceback.format_exception(error)
        assert error.__cause__ is None
        assert error.__context__ is None
        response = getattr(error, "response", None)
        told.append(response.body.decode() if response else "")
        assert not any("c4n4ry" in text for text in told)


def test_clients_show_no_secret(kind: str) -> None:
    """Neither a client nor what it is made of shows the password."""
    client, _ = make(kind, [])
    assert "c4n4ry" not in repr(client) + repr(vars(client)) + repr(getattr(client, "_flows", None))


def test_too_soon(kind: str) -> None:
    """LIM-1: the same message within a minute is not sent, whatever id it would get, unless it is meant."""
    time = Time()
    client, transport = make(kind, lambda received: api.Sent(id=received.operation.id, cnt=1), time)
    client.send(HELLO)
    with pytest.raises(HeldBack, match=r"LIM-1.*in 60 s") as caught:
        client.send(HELLO)
    assert caught.value.wait == 60
    assert len(transport.requests) == 1
    client.send(say("79990000000", "Hello?"))
    client.send(HELLO, again=True)
    time.now = 61.0
    client.send(HELLO)
    assert len(transport.requests) == 4


def test_unsent_may_go_again(kind: str) -> None:
    """LIM-1: what has reached nobody does not count: it may be tried again at once."""
    client, transport = make(kind, [NotSent("no"), NotSent("no"), SENT])
    with pytest.raises(Unreachable):
        client.send(HELLO)
    assert client.send(HELLO) == SENT
    with pytest.raises(HeldBack):
        client.send(HELLO)
    assert len(transport.requests) == 3


def test_flood(kind: str) -> None:
    """LIM-3: the fifty-first message in a row to one number waits."""
    client, transport = make(kind, lambda received: api.Sent(id=received.operation.id, cnt=1))
    for number in range(50):
        client.send(say("79990000000", f"Hello {number}"))
    with pytest.raises(HeldBack, match="LIM-3"):
        client.send(say("79990000000", "Hello 50"))
    assert len(transport.requests) == 50


def test_status_too_often(kind: str) -> None:
    """STA-7: the sixth identical question in a minute is not asked."""
    client, _ = make(kind, lambda received: api.Status(status=0))
    for _ in range(5):
        client.status(asked("79990000000", 7))
    with pytest.raises(HeldBack, match="STA-7"):
        client.status(asked("79990000000", 7))
    assert len(client.status(asked("79990000000", 7), again=True)) == 1


def test_fewer_than_fifteen_at_once(kind: str) -> None:
    """LIM-2: what would be the fifteenth request under way waits for one to end."""
    client, _ = make(kind, [])
    gate = getattr(client, "_client", client)._flows.asking.gate
    tokens = [gate.enter(api.Notify(number + 1), False) for number in range(14)]
    assert None not in tokens
    assert gate.enter(api.Notify(99), False) is None
    gate.leave(tokens[7], "sent")
    assert gate.enter(api.Notify(99), False)


def test_addresses(kind: str) -> None:
    """REQ-1, BEY-3: the page's domain first, then its spare hosts; the same of a sister domain."""
    assert addresses() == (
        "https://smscentre.com",
        "https://www2.smscentre.com",
        "https://www3.smscentre.com",
        "https://www4.smscentre.com",
        "https://www5.smscentre.com",
    )
    assert {addresses(domain)[0] for domain in DOMAINS} == {
        "https://smsc.ru",
        "https://smsc.kz",
        "https://smsc.ua",
        "https://smscentre.com",
    }
