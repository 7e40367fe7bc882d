"""What the sandbox answers, keeps and takes, at its limits: replies, the store, accounts, failures, settings."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from smsc_codec_sandbox import bounds, content, replying, templates
from smsc_codec_sandbox.accounts import Client, Clients
from smsc_codec_sandbox.config import Account, Config, ConfigError, settled
from smsc_codec_sandbox.faults import MOST, MOST_BODIES, Asking, Fault, Faults, check
from smsc_codec_sandbox.mistakes import code_for
from smsc_codec_sandbox.model import Answered, Marks
from smsc_codec_sandbox.store import Store, StoreError
from test_sandbox_places import exchange, message

from smsc_codec.api import multipart
from smsc_codec.api.access import Key, Login
from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    GetBalance,
    GetOperatorTemplates,
    GetTemplates,
    Notify,
    Send,
)
from smsc_codec.api.operations.send import Link
from smsc_codec.api.received import read_request
from smsc_codec.api.replies.model import Balance, Done, Failure, Sent, Template, Templates
from smsc_codec.payloads.binary import push
from smsc_codec.payloads.message.model import Message as Text

ALEX = Account(login="alex", psw="123", apikey="k", senders=("Shop",), task_groups=(7,))


@pytest.fixture
def client() -> Any:
    store = Store()
    yield Client(ALEX, store)
    store.close()


def test_templates_that_are_changed(client: Client) -> None:
    """TPL-1 .. TPL-3: a change leaves what it does not say as it is, the flag as well."""
    made = [
        AddTemplate(name="a", msg="b", sender="Shop", auto_sign=True), AddTemplate(name="c", msg="d"),
        ChangeTemplate(id=1, name="e"), ChangeTemplate(id=2, auto_sign=True), ChangeTemplate(id=2, msg="f", sender="x"),
        ChangeTemplate(id=3, name="x"),
    ]  # fmt: skip
    replies = [templates.templates(one, client) for one in made]
    assert [isinstance(one, Failure) for one in replies] == [False] * 5 + [True]
    kept = templates.templates(GetTemplates(), client)
    assert isinstance(kept, Templates)
    assert [(one.id, one.name, one.message, one.sender, one.flag) for one in kept.items] == [
        (1, "e", "b", "Shop", 1), (2, "c", "f", "x", 1),
    ]  # fmt: skip
    templates.templates(ChangeTemplate(id=1, auto_sign=False), client)
    assert client.state.templates[0].flag == 0


def test_templates_of_operators(client: Client) -> None:
    """OPT-1 .. OPT-3: a template waits, then it is accepted, for each operator that it was offered to; a sender that
    the account has not is refused, and what was not offered is not known.
    """

    def states(operation: Any, now: float) -> list[tuple[str, int, int | None]]:
        reply = templates.operator_templates(operation, client, now=now, pace=3.0)
        return [(one.name, one.status, one.id) for one in reply.items]

    add = AddOperatorTemplate(sender="Shop", msg="Hi", operators=("bee_srv", "mts_srv"))
    get = GetOperatorTemplates(sender="Shop", msg="Hi")
    assert {status for _, status, _ in states(get, 0.0)} == {-1}
    assert states(add, 10.0) == [("bee_srv", 1, 1), ("mts_srv", 1, 2)]
    assert [status for _, status, _ in states(get, 12.9)] == [0, 0]
    assert sorted(states(get, 13.0)) == [("bee_srv", 2, 1), ("mts_srv", 2, 2)]
    for other in (
        GetOperatorTemplates(sender="Shop", msg="Ho"),
        GetOperatorTemplates(sender="Bank", msg="Hi"),
    ):
        assert {status for _, status, _ in states(other, 99.0)} == {-1}
    refused = AddOperatorTemplate(sender="Bank", msg="Hi", operators=("mts_srv",))
    assert states(refused, 0.0) == [("mts_srv", -1, None)]
    free = Client(Account(login="x", psw="1"), Store())
    reply = templates.operator_templates(refused, free, now=0.0, pace=3.0)
    assert [(one.status, one.id) for one in reply.items] == [(1, 1)]
    assert [isinstance(templates.notify(Notify(id), client), Done) for id in (7, 8)] == [True, False]
    assert isinstance(templates.notify(Notify(8), free), Done)


@pytest.mark.parametrize(
    ("fmt", "said"),
    [(0, b"OK - 1 SMS, ID - 5"), (1, b"5,1"), (2, b"<code>"), (3, b'"code":"0042"')],
)
def test_a_code_in_each_format(fmt: Any, said: bytes) -> None:
    """BEY-6: the code that is spoken is told in JSON, and a format that has no place for it says the rest."""
    reply = replying.written(Sent(id=5, cnt=1, code="0042"), Send(), fmt, "utf-8")
    assert (said in reply) == (fmt != 2)
    assert (b"0042" in reply) == (fmt == 3)


@pytest.mark.parametrize("fmt", [0, 1, 2, 3])
def test_failures_in_each_format(fmt: Any) -> None:
    """ERR-1 .. ERR-3: a failure has words where the format has a place, and the message's id with some codes."""
    for code, with_id in ((1, False), (2, False), (3, True), (6, True), (7, True), (8, True), (9, False)):
        reply = replying.written(Failure(code=code, id=4242), Send(), fmt, "utf-8").decode()
        assert ("4242" in reply) == with_id
        assert (replying.TEXTS[code].partition("'")[0] in reply) == (fmt != 1)
    assert "unknown error" in replying.written(Failure(code=77), Send(), 3, "utf-8").decode()
    assert "mine" in replying.written(Failure(code=1, text="mine"), None, 3, "utf-8").decode()


def test_what_no_format_can_say() -> None:
    """A comma ends a field with `fmt=1`, a letter may be in no charset: both are left out, not the reply."""
    rows = Templates((Template(id=1, name="a,b\nж中", message="x"),))
    for charset in ("utf-8", "windows-1251"):
        said = replying.written(rows, GetTemplates(), 1, charset).decode(charset)
        assert said.startswith("1,a b ж")
    for fmt in (0, 1, 2, 3):
        wrong = replying.written(Balance(balance=Decimal(1)), Send(), fmt, "utf-8")
        assert b"1" in wrong
    assert replying.written(Balance(balance=Decimal("1.50")), GetBalance(), 0, "utf-8") == b"1.50"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("list=79990000001:Hi&bin=1", 1),
        ("mes=Hi&phones=79990000000&bin=1&push=1", 1), ("mes={menu:&phones=7", 7), ("mes=&bin=2&phones=79990000000", 1),
        ("mes=zz&bin=2&phones=79990000000", None), ("mes=a&push=1&phones=79990000000", 1), ("list=79990000000:", 1),
        ("list=12:Hi", None), ("list=79990000000", 1), ("list=79990000000:Hi&mes=x", 1),
        ("mes=Hi&phone=79990000000", 1),
        ("mes=Hi&phones=79990000000&valid=99", 1), ("mes=Hi&mms=1&call=1&phones=79990000000", 1),
        ("mes=Hi&phones=79990000000&%01=1", None),
    ],
)  # fmt: skip
def test_more_mistakes(said: str, code: int | None) -> None:
    """ERR-4: what contradicts itself, and what nothing can be made of, is refused."""
    received = read_request("GET", f"/sys/send.php?login=a&psw=b&charset=utf-8&{said}")
    assert code_for(received) == code


def test_a_store_at_its_limits() -> None:
    """Answers and requests are chosen by number, marks go with their messages, and so many of all are kept."""
    store = Store(keep=2)
    for key in range(1, 5):
        store.note(exchange("GET /", key=key))
        store.add([message("x", key=key, request=key)])
        store.answered(Answered(key=key, message=key % 2, login="a", phone="7", to="8", text="x", at=0.0))
        store.mark([key], lambda _: Marks(tags=("a",)))
    assert [one.key for one in store.exchanges()] == [one.key for one in store.messages()] == [4, 3]
    assert [one.key for one in store.answers()] == [4, 3]
    assert [one.key for one in store.answers(1)] == [3]
    assert [one.key for one in store.answers(0)] == [4]
    assert [one.key for one in store.answers(limit=1)] == [4]
    assert [one.key for one in store.exchanges(key=3)] == [3]
    assert [one.key for one in store.exchanges(key=9)] == []
    assert [one.key for one in store.exchanges(before=4, limit=5)] == [3]
    assert [one.key for one in store.exchanges(limit=1)] == [4]
    assert [one.key for one in store.messages(before=4)] == [3]
    assert (set(store.marks()), store.last_keys()) == ({3, 4}, (4, 4))
    assert (
        [one.key for one in store.messages_after(3, 9, 9)]
        == [one.key for one in store.exchanges_after(3, 9, 9)]
        == [4]
    )
    assert (
        [one.key for one in store.messages_after(0, 3, 9)]
        == [one.key for one in store.exchanges_after(0, 3, 9)]
        == [3]
    )
    assert (store.next_message(), store.next_request(), store.next_answer()) == (1, 1, 1)
    store.close()


def test_a_store_in_memory_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept in memory is nowhere else; what is kept of an account is there for whoever asks later."""
    monkeypatch.chdir(tmp_path)
    store = Store()
    first = Client(ALEX, store)
    assert first.pay(Decimal(1))
    assert Client(ALEX, store).state.balance == 999
    assert (store.account("nobody"), store.state("nothing"), store.by_key(1), store.file(1, 1)) == (None,) * 4
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_cannot_be(tmp_path: Path) -> None:
    """A file that cannot be made, and one that is none, are told by their names."""
    with pytest.raises(StoreError, match="nowhere"):
        Store(str(tmp_path / "nowhere" / "x.db"))
    (tmp_path / "text.db").write_text("no store at all, and long enough to be seen as none " * 20)
    with pytest.raises(StoreError, match=r"text\.db: file is not a database"):
        Store(str(tmp_path / "text.db"))


def test_who_watches_a_store() -> None:
    """Whatever changes is told once, with its keys; nothing is told where nothing changed."""
    store = Store(keep=3)
    heard: list[tuple[str, tuple[int, ...]]] = []
    store.watchers.append(lambda topic, keys: heard.append((topic, keys)))
    store.add([])
    store.add([message("x", key=key) for key in (1, 2)])
    store.note(exchange("GET /", key=5))
    store.replace(message("y", key=2))
    store.forget([])
    store.forget_requests([])
    store.forget([1])
    store.forget_requests([5])
    store.delete(message("y", key=2))
    store.clear()
    assert heard == [
        ("messages", (1, 2)), ("requests", (5,)), ("messages", (2,)), ("messages", (1,)), ("requests", (5,)),
        ("messages", (2,)), ("messages", ()), ("requests", ()),
    ]  # fmt: skip
    assert store.changes == 1
    store.close()


def _parts(send: Send) -> int:
    return content._content(send, "")[4]


def test_parts_of_a_push() -> None:
    """23.040 9.2.3.24.4: a header with two ports takes seven octets of the 140."""
    for octets, parts in ((133, 1), (134, 2)):
        url = next(
            f"http://a.test/{'b' * size}" for size in range(200)
            if len(push.build(push.message(push.ServiceIndication(f"http://a.test/{'b' * size}", "c")))) == octets
        )  # fmt: skip
        assert _parts(Send(push=Link(url=url, title="c"))) == parts


def test_what_cannot_be_counted() -> None:
    """SEG-1: a text that no number of parts holds takes as many as there are; cut, it takes what it is cut to."""
    long = Text("x" * 100_000)
    assert _parts(Send(message=long)) == 255
    assert _parts(Send(message=long, maxsms=2)) == 2
    assert _parts(Send(message=Text("я" * 71))) == 2
    assert _parts(Send(message=Text("я" * 71), translit=1)) == 1
    assert _parts(Send(message=Text("я" * 71), channel="viber")) == 1
    assert _parts(Send(message=Text("я" * 71), channel="flash")) == 2
    assert _parts(Send(message=Text("x" * 31), channel="call")) == 3


def test_money_of_an_account(client: Client) -> None:
    """RSP-8: all that an account has can be spent, and no more."""
    assert not client.pay(Decimal("1000.01"))
    assert client.pay(Decimal("1000.00"))
    assert client.state.balance == 0
    assert client.pay(Decimal(0))
    assert not client.pay(Decimal("0.01"))


def test_who_opens_an_account() -> None:
    """BEY-1: the login with its password or the MD5 of it, or the key; neither what an account has not."""
    config = Config(accounts=(Account(login="a", psw="1"), Account(login="b", apikey="k")))
    store = Store()
    clients = Clients(config, store)
    digest = "c4ca4238a0b923820dcc509a6f75849b"
    opened = {
        ("a", "1"): "a", ("a", digest): "a", ("a", digest.upper()): None, ("a", ""): None, ("b", "1"): None,
        ("b", ""): None, ("A", "1"): None,
    }  # fmt: skip
    for (login, psw), name in opened.items():
        found = clients.find(Login(login, psw))
        assert (found.account.login if found else None) == name
    assert clients.find(Key("k")) is clients.named("b")
    assert clients.find(Key("")) is clients.find(Key("1")) is None
    anybody = Clients(Config(), store)
    for access in (Login("x", "wrong"), Key("wrong")):
        assert anybody.find(access) is None
    known = anybody.find(Key("k"))
    assert known is not None
    assert known.account.login == "key-8254c329"
    store.close()


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        ({"code": 1}, ""), ({"code": 9}, ""), ({"code": 10}, "has 1, 2"), ({"cut": 0}, ""),
        ({"status": 200}, "say what"),
        ({"body": ""}, ""), ({"delay": 0.0}, "say what"), ({"code": 4, "endpoint": "sned"}, "no 'sned'"),
        ({"code": 5, "endpoint": "ping"}, "ping has"), ({"code": 5, "endpoint": "status"}, ""),
        ({"code": 1, "phone": "7", "endpoint": "status"}, ""), ({"code": 1, "phone": "7", "endpoint": "send"}, ""),
        ({"code": 1, "phone": "7", "endpoint": "ping"}, "send and status"), ({"code": 1, "phone": "7"}, ""),
        ({"code": 6, "endpoint": "templates"}, "templates has"),
    ],
)  # fmt: skip
def test_failures_that_can_be_ordered(fault: dict[str, Any], wrong: str) -> None:
    """ERR-4, ERR-5: what cannot be is told, so that no test waits for it in vain."""
    made = msgspec.convert(fault, Fault)
    if wrong:
        with pytest.raises(msgspec.ValidationError, match=wrong):
            check(made)
    else:
        check(made)


def test_chance_by_itself() -> None:
    """Without a seed, some are hit and some are not."""
    faults = Faults(waiting=[Fault(code=1, probability=0.5, times=None)])
    assert {faults.take(Asking("send"))[0] is None for _ in range(200)} == {True, False}


def test_so_many_failures() -> None:
    """A thousand failures are ordered at once, with a million characters of replies together."""
    faults = Faults(waiting=[Fault(code=1)] * (MOST - 1))
    faults.order(Fault(code=2))
    with pytest.raises(msgspec.ValidationError, match="at most 1000"):
        faults.order(Fault(code=3))
    bodies = Faults(waiting=[Fault(body="x" * 100_000)] * 9)
    bodies.order(Fault(code=1))
    bodies.order(Fault(body="x" * 100_000))
    assert MOST_BODIES == 1_000_000
    with pytest.raises(msgspec.ValidationError, match="characters"):
        bodies.order(Fault(body="x"))
    assert bodies.take_back(None)
    assert bodies.waiting == []


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        ({"prices": {"sms": "0"}}, ""), ({"prices": {"sms": "-0.01"}}, "from 0"),
        ({"prices": {"sms": "NaN"}}, "from 0"),
        ({"prices": {"fax": "1"}}, "no 'fax'"),
        ({"accounts": [{"login": "a", "psw": "1", "prices": {"fax": "1"}}]}, "fax"),
        ({"accounts": [{"login": "", "psw": "1"}]}, "a login"), ({"accounts": [{"login": "a"}]}, "a psw"),
        ({"accounts": [{"login": "a", "apikey": "k"}]}, ""),
        ({"accounts": [{"login": "a", "psw": "1"}] * 2}, "of its own"),
        ({"accounts": [{"login": "a", "psw": "1", "balance": "Infinity"}]}, "no amount"),
        ({"accounts": [{"login": "a", "psw": "1", "balance": "-5"}]}, ""),
        ({"accounts": [{"login": "a", "psw": "1", "callback": "http://a/?md5="}]}, "the callback of 'a'"),
    ],
)  # fmt: skip
def test_settings_that_can_be(settings: dict[str, Any], wrong: str) -> None:
    """A configuration that cannot be is told by where it is wrong."""
    if wrong:
        with pytest.raises(ConfigError, match=wrong):
            settled(settings)
    else:
        settled(settings)


def test_long_parts_of_a_form() -> None:
    """PAR-3: each part that is too long is left out, the first of them is named; a list or a file is not."""
    long, most = b"x" * (bounds.MOST_VALUE + 1), b"y" * bounds.MOST_VALUE
    parts = [multipart.Part("a", most), multipart.Part("b", long), multipart.Part("c", long + b"z")]
    parts += [multipart.Part("list", long), multipart.Part("f", long, "a.png")]
    content, body = multipart.build(parts)
    kept, told = bounds.shortened(content, body)
    assert told.startswith("b is longer")
    assert [len(part.data) for part in multipart.parse(content, kept)] == [
        len(most),
        0,
        0,
        len(long),
        len(long),
    ]
    assert bounds.shortened("multipart/form-data; boundary=b", long) == (long, "")
