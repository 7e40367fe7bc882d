"""What is sent: parts, money, ids, errors, fates, statuses (RSP-7, ERR-4, SEG, CMT-1, VIR-1)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from sandbox_page import shown
from sandbox_wire import HELLO, api, get, raw, send
from smsc_codec_sandbox.config import Account, ConfigError, Fate, settled
from smsc_codec_sandbox.content import UNSUBSCRIBE
from smsc_codec_sandbox.sandbox import Sandbox, started

from smsc_codec.api.operations import GetStatus
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.replies import read_reply
from smsc_codec.api.replies.model import Failure, Status, Statuses
from smsc_codec.payloads.recipients.model import Phone


def _json(address: str, **parameters: object) -> Any:
    return json.loads(send(address, fmt=3, **parameters))


def _status(sandbox: Sandbox, phone: str, id: object, **more: object) -> Any:
    asked = {"login": "alex", "psw": "123", "phone": phone, "id": id, "fmt": 3, "charset": "utf-8", **more}
    return json.loads(get(sandbox.address, "/sys/status.php", **asked))


@pytest.mark.parametrize(
    ("parameters", "cnt", "cost"),
    [
        ({"mes": "a" * 160}, 1, "1.00"),
        ({"mes": "a" * 161}, 2, "2.00"),
        ({"mes": "я" * 71}, 2, "2.00"),
        ({"mes": "я" * 134, "phones": "79990000000,79990000001"}, 4, "4.00"),
        ({"mes": "я" * 160, "translit": 1}, 3, "3.00"),  # two letters each
        ({"mes": "а" * 160, "translit": 1}, 1, "1.00"),
        ({"mes": "я" * 500, "maxsms": 2}, 2, "2.00"),
        ({"mes": "a" * 160 + "\n~~~\n" + "a" * 500}, 1, "1.00"),
        ({"mes": "", "hlr": 1}, 1, "0.10"),
        ({"mes": "", "ping": 1, "phones": "79990000000;79990000001"}, 2, "1.20"),
        ({"mes": "a" * 150, "call": 1}, 10, "1.00"),
        ({"mes": "__CALL__: " + "a" * 30}, 2, "0.20"),
        ({"mes": "050A0307056048656C6C6F2C20576F726C6421", "bin": 2}, 1, "1.00"),
        ({"mes": "00" + "41" * 140, "bin": 2}, 2, "2.00"),
        ({"mes": "http://wap.ru\nWAP.RU", "push": 1}, 1, "1.00"),
        ({"list": "79990000000:" + "a" * 161 + "\n79990000001,79990000002:Hi", "mes": "", "phones": ""}, 4, "4.00"),
    ],
)  # fmt: skip
def test_price(smsc_sandbox: Sandbox, parameters: dict[str, Any], cnt: int, cost: str) -> None:
    """RSP-7, SEG-1, SEG-3, SEG-4, CMT-1, PAR-6, PAR-18, BIN-2: parts times recipients, seconds for a call; a comment
    and what `maxsms` cuts off are not paid. Sending costs what the price was.
    """
    assert _json(smsc_sandbox.address, cost=1, **parameters) == {"cost": cost, "cnt": cnt}
    assert smsc_sandbox.messages == []
    reply = _json(smsc_sandbox.address, cost=3, **parameters)
    assert (reply["cnt"], reply["cost"]) == (cnt, cost)
    assert Decimal(reply["balance"]) == Decimal("1000.00") - Decimal(cost) == smsc_sandbox.balance("alex")
    assert sum(message.cost for message in smsc_sandbox.messages) == Decimal(cost)


@pytest.mark.parametrize(
    "parameters",
    [
        {"mes": "a" * 1001},
        {"mes": "a" * 995 + "\n~~~\nb"},
        {"mes": "a" * 1001, "call": 1},
        {"mes": "00" * 501, "bin": 2},
        {"list": "79990000000:Hi\n79990000001:" + "a" * 1001, "mes": "", "phones": ""},
    ],
)
def test_too_long(smsc_sandbox: Sandbox, parameters: dict[str, Any]) -> None:
    """PAR-3, ERR-4: a message of more than 1000 characters is error 1, and nobody gets it."""
    assert _json(smsc_sandbox.address, **parameters)["error_code"] == 1
    assert smsc_sandbox.messages == []


@pytest.mark.parametrize(
    ("parameters", "subject"),
    [({"subj": "Holiday"}, "Holiday"), ({}, "Shop"), ({"sender": "Club"}, "Club"), ({"mms": 0}, "")],
)
def test_subject_of_an_mms(parameters: dict[str, Any], subject: str) -> None:
    """PAR-14: an MMS without a subject has its sender's name, that of the request or the account's, on the page too."""
    account = Account(login="alex", psw="123", senders=("Shop", "Club"))
    with started(accounts=(account,)) as sandbox:
        assert "error" not in _json(sandbox.address, **{"mms": 1, **parameters})
        (caught,) = sandbox.messages
        assert caught.subj == subject
        assert ("<dt>Subject</dt>" in (page := shown(sandbox.service))) == bool(subject)
        assert f"<dd>{subject}</dd>" in page or not subject


@pytest.mark.parametrize(
    ("parameters", "sender"),
    [
        ({}, "Shop"),
        ({"sender": "Club"}, "Club"),
        ({"sender": "."}, ""),
        ({"sender": ""}, ""),
        ({"phones": "", "mes": "", "list": "79990000000:Hi"}, "Shop"),
        ({"phones": "", "mes": "", "list": "Club|79990000000:Hi"}, "Club"),
        ({"phones": "", "mes": "", "list": ".|79990000000:Hi"}, ""),
        ({"phones": "", "mes": "", "list": "79990000000:Hi", "sender": "."}, ""),
        ({"phones": "", "mes": "", "list": "Club|79990000000:Hi", "sender": "."}, "Club"),
    ],
)
def test_usual_sender(parameters: dict[str, Any], sender: str) -> None:
    """PAR-5, BEY-9: where no sender is named the account's usual one is shown; a dot and an empty one switch it off."""
    account = Account(login="alex", psw="123", senders=("Shop", "Club"))
    with started(accounts=(account,)) as sandbox:
        assert "error" not in _json(sandbox.address, **parameters)
        (caught,) = sandbox.messages
        assert caught.sender == sender
        assert _json(sandbox.address, mes="x", sender="Other")["error_code"] == 6


def test_keys_of_a_status(smsc_sandbox: Sandbox) -> None:
    """STA-3: JSON and XML have every key that `all` asks for, empty where there is nothing to say."""
    send(smsc_sandbox.address, id=7)
    keys = ["status", "last_date", "last_timestamp", "err"]
    full = [
        "send_date",
        "send_timestamp",
        "id",
        "phone",
        "cost",
        "sender_id",
        "status_name",
        "message",
        "comment",
    ]
    full += ["type", "flag"]
    most = ["operator", "region", "country", "mccmnc", "sms_cnt"]
    for level, expected in enumerate((keys, keys + full, keys + full + most)):
        said = {"login": "alex", "psw": "123", "phone": "79990000000", "id": 7, "all": level}
        row = json.loads(get(smsc_sandbox.address, "/sys/status.php", **said, fmt=3))
        assert sorted(row) == sorted(expected)
        elements = ElementTree.fromstring(get(smsc_sandbox.address, "/sys/status.php", **said, fmt=2))
        assert sorted(element.tag for element in elements) == sorted(expected)
        if level > 0:
            assert (row["sender_id"], row["comment"]) == ("", "")


@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize(
    ("mes", "text"), [("Hi", "Hi\n\n" + UNSUBSCRIBE), ("Hi{no_unsub}", "Hi"), ("a{no_unsub}b", "ab")]
)
def test_link_to_unsubscribe(smsc_sandbox: Sandbox, mes: str, text: str, listed: bool) -> None:
    """MAIL-1: an e-mail ends with a link to unsubscribe, which the macro leaves out, and nobody sees the macro."""
    said = {"list": f"a@b.ru:{mes}", "phones": "", "mes": ""} if listed else {"phones": "a@b.ru", "mes": mes}
    assert "error" not in _json(smsc_sandbox.address, mail=1, subj="x", sender="c@d.ru", **said)
    (caught,) = smsc_sandbox.messages
    assert caught.text == text
    assert ("unsubscribe" in shown(smsc_sandbox.service)) == text.endswith(UNSUBSCRIBE)


def test_overtime() -> None:
    """CMT-1, VIR-1: what a call took longer stands in its comment once it was listened to, in status and page."""
    with started(
        numbers={"79990000000": Fate(overtime=12), "79990000001": Fate(20, 6, overtime=12)}
    ) as sandbox:
        for phone in ("79990000000", "79990000001"):
            _json(sandbox.address, phones=phone, mes="Hi\n~~~\norder 7", call=1, id=phone)
        assert _status(sandbox, "79990000000", 79990000000, all=1)["comment"] == "order 7"
        sandbox.advance(3600)
        assert _status(sandbox, "79990000000", 79990000000, all=1)["comment"] == "order 7\novertime: 12 s"
        assert _status(sandbox, "79990000001", 79990000001, all=1)["comment"] == "order 7"
        assert shown(sandbox.service).count("<dd>order 7\novertime: 12 s</dd>") == 1
        assert [one["comment"] for one in api(sandbox.address, "messages")].count(
            "order 7\novertime: 12 s"
        ) == 1


def test_what_arrives(smsc_sandbox: Sandbox) -> None:
    """SEG-4, CMT-1, PAR-6, PFX-1: the text that arrives is cut, transliterated, without prefix and comment."""
    for mes, more in (
        ("я" * 200, {"maxsms": 1}),
        ("транслит", {"translit": 1}),
        ("транслит", {"translit": 2}),
        ("Hi\n~~~\nfor us", {}),
        ("__CALL__: Hello", {}),
    ):
        send(smsc_sandbox.address, mes=mes, **more)
    texts = [message.text for message in smsc_sandbox.messages]
    assert texts == ["я" * 70, "translit", "mpaHc/Ium", "Hi", "Hello"]
    assert smsc_sandbox.messages[3].comment == "for us"
    assert smsc_sandbox.messages[4].channel == "call"


def test_money_runs_out() -> None:
    """ERR-1, ERR-4, RSP-8: error 3 with the message's id when the money is not enough, which then stays as it was."""
    account = {"login": "alex", "psw": "123", "balance": "0.30"}
    with started(accounts=[account], prices={"sms": "0.1"}) as sandbox:
        for text in "abc":
            assert send(sandbox.address, mes=text).startswith("OK - 1 SMS")
        assert sandbox.balance("alex") == Decimal("0.00")
        assert send(sandbox.address, mes="d", id=5) == "ERROR = 3 (no money), ID - 5"
        assert sandbox.balance("alex") == Decimal("0.00")
        assert len(sandbox.messages) == 3


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ({"login": ""}, "OK"),  # BEY-1: then the password is a key
        ({"psw": "wrong"}, "ERROR = 2 (authorise error)"),
        ({"phones": ""}, "ERROR = 1 (parameters error)"),
        ({"mes": ""}, "ERROR = 1 (parameters error)"),
        ({"translit": 7}, "ERROR = 1 (parameters error)"),
        ({"charset": "utf-9"}, "ERROR = 1 (parameters error)"),
        ({"time": "tomorrow"}, "ERROR = 5 (bad date time format)"),
        ({"phones": "12"}, "ERROR = 7 (invalid number), ID - "),
        ({"phones": "nobody", "id": "x"}, "ERROR = 7 (invalid number), ID - x"),
        ({"phones": "79999992006"}, "ERROR = 6 (message is denied), ID - "),
        ({"phones": "79999992008"}, "ERROR = 8 (can't to deliver), ID - "),
        ({"sender": "Имя"}, "ERROR = 6 (message is denied), ID - "),
        ({"list": "nothing", "phones": "", "mes": ""}, "ERROR = 1 (parameters error)"),
        ({"voice": "child", "call": 1}, "OK"),  # the service speaks in another voice
    ],
)
def test_errors(smsc_sandbox: Sandbox, parameters: dict[str, Any], error: str) -> None:
    """ERR-1, ERR-4, REQ-3, REQ-4, BEY-4: each mistake has its code, its words, and the id where there is one."""
    reply = send(smsc_sandbox.address, **parameters)
    assert reply.startswith(error)
    assert bool(smsc_sandbox.messages) == error.startswith("OK")


@pytest.mark.parametrize("code", range(1, 10))
def test_which_errors_name_the_message(smsc_sandbox: Sandbox, code: int) -> None:
    """ERR-1, ERR-2: errors 3, 6, 7 and 8 of send.php name the message, in words and in numbers; the others do not."""
    smsc_sandbox.fail(code=code, endpoint="send", times=2)
    named = code in (3, 6, 7, 8)
    assert send(smsc_sandbox.address, id="x-5").endswith(", ID - x-5") == named
    assert send(smsc_sandbox.address, id="x-5", fmt=1) == f"{'x-5' if named else 0},-{code}"


@pytest.mark.parametrize(
    ("parameters", "type_"),
    [
        ({}, 0), ({"flash": 1}, 1), ({"bin": 2, "mes": "00"}, 2), ({"push": 1, "mes": "http://a.ru\nx"}, 3),
        ({"hlr": 1, "mes": ""}, 4), ({"ping": 1, "mes": ""}, 5), ({"mms": 1}, 6), ({"call": 1}, 7),
        ({"mail": 1, "phones": "a@b.ru", "subj": "x", "sender": "c@d.ru"}, 8), ({"viber": 1}, 10), ({"soc": 1}, 12),
    ],
)  # fmt: skip
def test_type_of_a_status(smsc_sandbox: Sandbox, parameters: dict[str, Any], type_: int) -> None:
    """STA-4, STA-6: a status tells the type of its message; one that nobody knows is -3."""
    phone = str(parameters.get("phones", "79990000000"))
    assert "error" not in _json(smsc_sandbox.address, id=7, **parameters)
    if "@" not in phone:
        assert _status(smsc_sandbox, phone, 7, all=1)["type"] == type_
        assert _status(smsc_sandbox, phone, 8, all=1)["status"] == -3
    else:
        assert get(smsc_sandbox.address, "/sandbox/api/messages").count('"channel":"mail"') == 1


def test_wrong_numbers_are_listed(smsc_sandbox: Sandbox) -> None:
    """PAR-20, RSP-5, RSP-9, STA-5: `err=1` lists the numbers that are none, `op=1` all; the others are sent to."""
    phones = "79990000000,nobody,12"
    assert send(smsc_sandbox.address, phones=phones, err=1, id=1, mes="a").splitlines() == [
        "OK - 1 SMS, ID - 1", "nobody,,,22,249", "12,,,22,249",
    ]  # fmt: skip
    assert send(smsc_sandbox.address, phones=phones, op=1, id=2, mes="b").splitlines() == [
        "OK - 1 SMS, ID - 2", "79990000000,25001,1.00,-1,", "nobody,,,22,249", "12,,,22,249",
    ]  # fmt: skip


def test_numbers_are_corrected(smsc_sandbox: Sandbox) -> None:
    """PAR-1, PAR-2, STA-1: a number without a plus is put right, in the question for its status as well."""
    send(smsc_sandbox.address, phones="8 (999) 000-00-00", id=3)
    assert smsc_sandbox.messages[0].phone == "79990000000"
    assert _status(smsc_sandbox, "89990000000", 3)["status"] == -1


def test_forbidden_sender_and_groups() -> None:
    """ERR-4, PAR-2: an account has its names and its groups."""
    account = {
        "login": "alex", "psw": "123", "senders": ["ivan"], "groups": {"777": ["79990000001", "79990000002"]},
    }  # fmt: skip
    with started(accounts=[account]) as sandbox:
        assert send(sandbox.address, sender="petr", id=4) == "ERROR = 6 (message is denied), ID - 4"
        assert send(sandbox.address, sender="ivan", phones="G777,79990000000", id=5) == "OK - 3 SMS, ID - 5"
        assert send(sandbox.address, login="other") == "ERROR = 2 (authorise error)"
        md5 = "202cb962ac59075b964b07152d234b70"
        assert send(sandbox.address, psw=md5, mes="by the password's MD5").startswith("OK")


def test_ids(smsc_sandbox: Sandbox) -> None:
    """PAR-4, LIST-6, BEY-9: an id is kept as given; `0` and none are given a new one; a list shares one."""
    ids = [_json(smsc_sandbox.address, mes=str(n), id=id)["id"] for n, id in enumerate((7, "a.b-c_d", 0, ""))]
    assert ids[:2] == [7, "a.b-c_d"]
    assert isinstance(ids[2], int)
    assert isinstance(ids[3], int)
    assert ids[2] != ids[3]
    smsc_sandbox.clear()
    send(smsc_sandbox.address, list="79990000000:a\n79990000001:b", phones="", mes="", id=9)
    assert [(m.phone, m.text, m.id) for m in smsc_sandbox.messages] == [
        ("79990000000", "a", 9), ("79990000001", "b", 9),
    ]  # fmt: skip


def test_a_code_is_made_up(smsc_sandbox: Sandbox) -> None:
    """BEY-6: `mes=code` with `call=1` speaks a code, and tells it."""
    code = _json(smsc_sandbox.address, mes="code", call=1)["code"]
    assert smsc_sandbox.messages[0].text == code
    assert code.isdigit()


def test_statuses_go_on_with_time(smsc_sandbox: Sandbox) -> None:
    """VIR-1, STA-4: waiting, sent to the operator, delivered, as time passes."""
    send(smsc_sandbox.address, id=1)
    seen = [_status(smsc_sandbox, "79990000000", 1)["status"]]
    for _ in range(2):
        smsc_sandbox.advance(1.5)
        seen.append(_status(smsc_sandbox, "79990000000", 1)["status"])
    assert seen == [-1, 0, 1]


def test_email_waits_for_ever(smsc_sandbox: Sandbox) -> None:
    """VIR-1: e-mail is not sent virtually. It is taken, and waits."""
    parameters = {"phones": "a@example.org", "mail": 1, "subj": "Hi", "sender": "b@example.org", "id": 1}
    assert send(smsc_sandbox.address, **parameters) == "OK - 1 SMS, ID - 1"
    smsc_sandbox.advance(1e6)
    assert smsc_sandbox.status(smsc_sandbox.messages[0]) == -1


@pytest.mark.parametrize(
    ("phone", "status", "err"),
    [("79999990240", 20, 240), ("79999990006", 20, 6), ("79999991003", 3, 0), ("79999991024", 24, 0)],
)
def test_numbers_that_fail(smsc_sandbox: Sandbox, phone: str, status: int, err: int) -> None:
    """STA-4, STA-5: numbers that are always busy, out of reach, expired ..."""
    send(smsc_sandbox.address, phones=phone, id=1)
    smsc_sandbox.advance(10)
    told = _status(smsc_sandbox, phone, 1)
    assert (told["status"], told["err"]) == (status, err)


def test_configured_numbers_and_pace() -> None:
    """STA-4: a configuration says which numbers fail, and how fast messages go."""
    numbers = {"79990000000": {"status": 25, "err": 13}}
    with started(numbers=numbers, pace={"sent": 0, "final": 0}) as sandbox:
        send(sandbox.address, id=1)
        told = _status(sandbox, "79990000000", 1)
        assert (told["status"], told["err"]) == (25, 13)


def test_a_time_is_waited_for(smsc_sandbox: Sandbox) -> None:
    """TIM-5: a message for later waits until then."""
    send(smsc_sandbox.address, id=1, time="+10")
    smsc_sandbox.advance(9 * 60)
    assert _status(smsc_sandbox, "79990000000", 1)["status"] == -1
    smsc_sandbox.advance(65)
    assert _status(smsc_sandbox, "79990000000", 1)["status"] == 1


def test_deleted_messages_are_gone(smsc_sandbox: Sandbox) -> None:
    """STA-1, STA-3: `del=1` takes a message out of the history; what is not there has three fields."""
    send(smsc_sandbox.address, id=1)
    assert _status(smsc_sandbox, "79990000000", 1, **{"del": 1}) == {"result": "OK"}
    assert _status(smsc_sandbox, "79990000000", 1) == {"status": -3, "id": 1, "phone": "79990000000"}


#: How a message that nobody knows is answered: by `unknown`, `fmt`, what more is asked, and the reply.
UNKNOWN: dict[str, tuple[str, int, dict[str, Any], str]] = {
    "the usual in words": ("status", 0, {}, "Status = -3"),
    "the usual in numbers": ("status", 1, {}, "-3"),
    "the usual of several": ("status", 1, {"phone": "79990000000,"}, "-3,,,8,79990000000"),
    "the usual in XML": ("status", 2, {}, "<sms><status>-3</status><id>8</id><phone>79990000000</phone></sms>"),
    "zeros in words": ("zeros", 0, {}, "Status = -3"),
    "zeros in numbers": ("zeros", 1, {}, "-3,0,0"),
    "zeros of several": ("zeros", 1, {"phone": "79990000000,"}, "-3,0,0,8,79990000000"),
    "zeros of several, all=1": ("zeros", 1, {"phone": "79990000000,", "all": 1}, "-3,0,0,,79990000000,,,,,8"),
    "zeros in JSON": ("zeros", 3, {}, '{"status": -3, "id": 8, "phone": "79990000000"}'),
    "an error in words": ("error", 0, {}, "ERROR = 3 (message not found)"),
    "an error in numbers": ("error", 1, {}, "0,-3"),
    "an error in XML": ("error", 2, {}, "<result><error>message not found</error><error_code>3</error_code></result>"),
    "an error in JSON": ("error", 3, {}, '{"error": "message not found", "error_code": 3}'),
    "an error with all=2": ("error", 1, {"all": 2}, "0,-3"),
    "no error of several": ("error", 1, {"phone": "79990000000,"}, "-3,,,8,79990000000"),
    "no error of what is deleted": ("error", 1, {"del": 1}, "OK"),
}  # fmt: skip


@pytest.mark.parametrize(("unknown", "fmt", "more", "told"), UNKNOWN.values(), ids=UNKNOWN)
def test_messages_that_nobody_knows(unknown: str, fmt: Any, more: dict[str, Any], told: str) -> None:
    """STA-2, STA-3, STA-4: one option says how they are answered; the reply is read as what it says of them."""
    asked = {"login": "alex", "psw": "123", "phone": "79990000000", "id": "8", "fmt": fmt, **more}
    with started(unknown=unknown) as sandbox:
        reply = get(sandbox.address, "/sys/status.php", **asked)
    assert "".join(reply.split("\n")) == told or json.loads(reply) == json.loads(told)
    question = GetStatus((Asked(Phone("79990000000"), 8),), all=more.get("all", 0), many="phone" in more)
    if "del" not in more:
        read = read_reply(reply.encode(), question, fmt=fmt)
        row = read.items[0] if isinstance(read, Statuses) else read
        if unknown == "error" and "phone" not in more:
            assert isinstance(row, Failure)
            assert row.code == 3
        else:
            assert isinstance(row, Status)
            assert row.status == -3


def test_no_other_word_for_unknown_messages() -> None:
    """STA-4: the option has three words."""
    with pytest.raises(ConfigError, match="unknown"):
        settled({"unknown": "nothing"})


def test_hlr_tells_of_the_network(smsc_sandbox: Sandbox) -> None:
    """STA-3, HLR-1: an HLR request is answered with the number's network."""
    send(smsc_sandbox.address, hlr=1, mes="", id=1)
    smsc_sandbox.advance(5)
    told = _status(smsc_sandbox, "79990000000", 1)
    assert {"imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet"} <= set(told)


def test_a_large_list() -> None:
    """LIST-1: ten thousand lines in one request are ten thousand messages."""
    lines = "\n".join(f"7999{n:07}:Hello, {n}" for n in range(10_000))
    body = f"login=alex&psw=123&fmt=3&list={quote(lines)}".encode()
    head = f"POST /sys/send.php HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with started(accounts=[{"login": "alex", "psw": "123", "balance": 10_000}]) as sandbox:
        assert json.loads(raw(sandbox.address, head + body)[2])["cnt"] == 10_000
        assert len(sandbox.messages) == 10_000
        assert sandbox.balance("alex") == 0


def test_the_oldest_are_dropped() -> None:
    """Memory is bounded: the oldest messages and requests go first."""
    with started(keep=3) as sandbox:
        for n in range(5):
            send(sandbox.address, mes=str(n))
        assert [m.text for m in sandbox.messages] == ["2", "3", "4"]
        assert len(sandbox.requests) == 3


def test_parameters_of_the_page_do_no_harm(smsc_sandbox: Sandbox) -> None:
    """BEY-9: `id=0&translit=0`, and empty `phones` and `mes` beside `list`, are no mistakes."""
    assert send(smsc_sandbox.address, id=0, translit=0).startswith("OK")
    listed = {**HELLO, "phones": "", "mes": "", "list": "79990000000:Hi", "id": 0, "translit": 0}
    assert send(smsc_sandbox.address, **listed).startswith("OK")
