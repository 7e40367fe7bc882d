"""Each parameter at both ends of what the page allows, and one step beyond: read, linted and built alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

import pytest
from msgspec import structs

from smsc_codec import BuildError
from smsc_codec.api import Login, Send, build_request, read_request
from smsc_codec.api.replies import ReplyError, read_reply
from smsc_codec.linter.engine import check
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients
from smsc_codec.payloads.schedule.model import After, At, Moment, Schedule, Window
from smsc_codec.payloads.voice.model import Param

ALEX = Login("alex", "123")
HI = {"login": "alex", "psw": "123", "phones": "79999999999", "mes": "Hi", "charset": "utf-8"}
CALL, MAIL = {"call": "1"}, {"mail": "1", "phones": "a@b.ru", "subj": "s"}
LIST = {"phones": "", "mes": ""}
FLAGS = ("flash", "mms", "soc", "viber", "whatsapp", "call")
#: The fact, what is said beside a message, a parameter, values that are right, and values that are not.
ENDS: list[tuple[str, Mapping[str, str], str, tuple[str, ...], tuple[str, ...]]] = [
    ("PAR-1", {}, "phones", ("79999999999", "+79999999999", "7999999", "1" * 15, "79999999999;79999999998"),
     ("799999", "1" * 16)),
    ("PAR-2", {}, "phones", ("G1", "g888", "G7,79999999999"), ("G", "Gx")),
    ("PAR-3", {}, "mes", ("x", "x" * 1000), ("x" * 1001,)),
    ("PAR-4", {}, "id", ("1", "2147483647", "2147483648", "a", "x" * 40, "A.b-c_1"), ("a" * 41, "a b", "a/b", "я")),
    ("PAR-5", {}, "sender", ("S", "My Shop 1!.", "1" * 15, "1", "~" * 11),
     ("MyLongStores", "1" * 16, "Магазин", "a\tb")),
    ("PAR-5 mail", MAIL, "sender", ("a@b.ru",), ("Shop", "a@b")),
    ("PAR-5 list", LIST, "list", ("S|79999999999:x", "~" * 11 + "|79999999999:x", "1" * 15 + "|79999999999:x"),
     ("~" * 12 + "|79999999999:x", "1" * 16 + "|79999999999:x")),
    ("PAR-6", {}, "translit", ("0", "1", "2"), ("3", "-1")),
    ("PAR-7", {}, "tinyurl", ("0", "1"), ("2", "-1")),
    ("PAR-8", {"time": "0101300900"}, "tz", ("-15", "0", "11", "+3"), ("-16", "12", "x")),
    ("PAR-9", {}, "period", ("0.1", "720", "0.5"), ("0.09", "0", "720.1", "721")),
    ("PAR-9 freq", {"period": "24"}, "freq", ("1", "1440"), ("0", "1441")),
    *((f"PAR-10 {name}", {}, name, ("0", "1"), ("2", "-1")) for name in FLAGS),
    *((f"PAR-10 {name}", {"mes": ""}, name, ("1",), ("2",)) for name in ("hlr", "ping")),
    ("PAR-10 push", {"mes": "http://a.ru\nx"}, "push", ("1",), ("2",)),
    ("PAR-10 bin", {"mes": "00"}, "bin", ("0", "2"), ("3", "-1")),
    ("PAR-10 mail", MAIL | {"sender": "a@b.ru"}, "mail", ("1",), ("2",)),
    ("PAR-11", {}, "fileurl", ("http://a.ru/1", "https://a.ru/1.jpg"), ("a.ru/1.jpg", "ftp://a.ru/1", "http://")),
    ("PAR-12", CALL, "voice", ("m", "m2", "m3", "m4", "w", "w2", "w3", "w4"), ("m1", "m5", "w1", "w5", "f")),
    ("PAR-13", CALL, "param", ("0,0,0", "99,3600,9", "10,10,1", "35,3600,9"),
     ("100,10,3", "20,3601,3", "20,10,10", "-1,10,3", "20,10")),
    ("PAR-15", {}, "cost", ("0", "1", "2", "3"), ("4", "-1")),
    ("PAR-16", {}, "fmt", ("0", "1", "2", "3"), ("4", "-1")),
    ("PAR-17", {}, "valid", ("1", "24", "00:01", "24:00"), ("0", "25", "00:00", "24:01", "01:60")),
    ("PAR-18", {}, "maxsms", ("1", "255", "256"), ("0", "-1")),
    ("PAR-19", {"imgcode": "a1"}, "userip", ("127.0.0.1", "255.255.255.255", "::1"), ("256.0.0.1", "1.2.3", "x")),
    ("PAR-19 code", {"userip": "127.0.0.1"}, "imgcode", ("a1B2",), ("a b", "a-b")),
    ("PAR-20 err", {}, "err", ("0", "1"), ("2",)),
    ("PAR-20 op", {}, "op", ("0", "1"), ("2",)),
    ("PAR-21", {}, "pp", ("12", "alex_2"), ("a b",)),
    ("PAR-22", LIST | {"list": "79999999999:x\ny"}, "nl", ("1",), ("2", "-1")),
    ("TIM-1", {}, "time", ("0101120000", "3112992359", "2902240000"),
     ("0001120000", "0100120000", "3201120000", "0113120000", "0101122400", "0101120060", "2902230000", "31129923590")),
    ("TIM-2", {}, "time", ("01.01.12 00:00", "31.12.99 23:59"),
     ("00.01.12 00:00", "01.13.12 00:00", "01.01.12 24:00", "01.01.12 00:60")),
    ("TIM-3", {}, "time", ("0-24", "23-24", "9-21"), ("24-24", "0-25", "9-")),
    ("TIM-4", {}, "time", ("01293840000", "00000000001"), ("0x", "0129384000000")),
    ("TIM-5", {}, "time", ("+0", "+1", "+9999999"), ("+", "+x")),
    ("BEY-7", {}, "smsreq", ("10", "999"), ("9", "1000")),
]  # fmt: skip


def said(parameters: Mapping[str, str]) -> str:
    """The address that asks for it."""
    query = "&".join(f"{name}={quote(value)}" for name, value in parameters.items() if value)
    return f"https://smscentre.com/sys/send.php?{query}"


RIGHT = [
    pytest.param(HI | {**beside, name: value}, id=f"{fact} {name}={value[:24]}")
    for fact, beside, name, right, _ in ENDS
    for value in right
]
WRONG = [
    pytest.param(HI | {**beside, name: value}, name, id=f"{fact} {name}={value[:24]}")
    for fact, beside, name, _, wrong in ENDS
    for value in wrong
]


@pytest.mark.parametrize("parameters", RIGHT)
def test_within(parameters: dict[str, str]) -> None:
    """What the page allows is read and linted without an error, and built again to what asks the same."""
    received = read_request("GET", said(parameters))
    assert received.errors == ()
    assert received.operation is not None
    request = build_request(received.operation, ALEX, fmt=received.fmt, charset="utf-8")
    assert read_request("POST", request.target, request.headers, request.body).operation == received.operation
    assert "error" not in {finding.severity for finding in check(said(parameters), "request")}


@pytest.mark.parametrize(("parameters", "name"), WRONG)
def test_beyond(parameters: dict[str, str], name: str) -> None:
    """What is one step beyond is an error of its parameter where it is read, and the linter tells of it."""
    received = read_request("GET", said(parameters))
    assert name in {oddity.parameter for oddity in received.errors}
    assert {"error", "warning"} & {finding.severity for finding in check(said(parameters), "request")}


SEND = Send(phones=Recipients((Phone("79999999999"),)), message=Message("x"))
#: The fact, the field, values that are built, and values that are not.
BUILT: list[tuple[str, str, tuple[Any, ...], tuple[Any, ...]]] = [
    ("PAR-1", "phones", tuple(Recipients((Phone(n),)) for n in ("1234567", "1" * 15)),
     tuple(Recipients((Phone(n),)) for n in ("123456", "1" * 16, ""))),
    ("PAR-3", "message", (Message("x"), Message("x" * 1000)), (Message(""), Message("x" * 1001))),
    ("PAR-4", "id", (1, 2**31 - 1, "2147483648", "a", "x" * 40), (0, -1, 2**31, True, "", "1", "x" * 41, "a b")),
    ("PAR-5", "sender", ("S", "x" * 11, "1" * 15), ("", "x" * 12, "1" * 16, "я")),
    ("PAR-6", "translit", (0, 1, 2), (3, -1)),
    ("PAR-8", "schedule", (Schedule(tz=-15), Schedule(tz=11)), (Schedule(tz=-16), Schedule(tz=12))),
    ("PAR-9", "schedule", (Schedule(period=0.1), Schedule(period=720, freq=1), Schedule(period=1, freq=1440)),
     (Schedule(period=0.0), Schedule(period=720.1), Schedule(period=1, freq=0), Schedule(period=1, freq=1441))),
    ("PAR-15", "cost", (0, 1, 2, 3), (4, -1)),
    ("PAR-17", "schedule", (Schedule(valid=1), Schedule(valid=1440)), (Schedule(valid=0), Schedule(valid=1441))),
    ("PAR-18", "maxsms", (1, 255), (0, -1)),
    ("TIM-1", "schedule", (Schedule(time=At(datetime(2000, 1, 1))), Schedule(time=At(datetime(2099, 12, 31, 23, 59)))),
     (Schedule(time=At(datetime(1999, 12, 31))), Schedule(time=At(datetime(2100, 1, 1))))),
    ("TIM-3", "schedule", (Schedule(time=Window(0, 24)), Schedule(time=Window(23, 0))),
     tuple(Schedule(time=window) for window in (Window(24, 24), Window(0, 25), Window(-1, 5), Window(5, -1)))),
    ("TIM-4", "schedule", (Schedule(time=Moment(1)), Schedule(time=Moment(9_999_999_999))),
     (Schedule(time=Moment(-1)), Schedule(time=Moment(10**10)))),
    ("TIM-5", "schedule", (Schedule(time=After(0)), Schedule(time=After(9_999_999))), (Schedule(time=After(-1)),)),
    ("BEY-7", "smsreq", (10, 999), (9, 1000)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "field", "right", "wrong"), BUILT, ids=[f"{row[0]} {row[1]}" for row in BUILT]
)
def test_built(fact: str, field: str, right: tuple[Any, ...], wrong: tuple[Any, ...]) -> None:
    """What the page allows is built and reads back equal; what is one step beyond is refused with the field's name."""
    for value in right:
        send = structs.replace(SEND, **{field: value})
        request = build_request(send, ALEX)
        assert read_request("POST", request.target, request.headers, request.body).operation == send, (
            fact,
            value,
        )
    for value in wrong:
        with pytest.raises(BuildError) as caught:
            build_request(structs.replace(SEND, **{field: value}), ALEX)
        assert {error[0].partition(".")[0] for error in caught.value.all} == {field}, (fact, value)


@pytest.mark.parametrize(
    ("param", "built"),
    [(Param(0, 0, 0), True), (Param(99, 3600, 9), True), (Param(100, 10, 3), False), (Param(20, 3601, 3), False),
     (Param(20, 10, 10), False), (Param(-1, 10, 3), False)],
)  # fmt: skip
def test_dialling(param: Param, built: bool) -> None:
    """PAR-13: within what the service moves into its range, the three parameters are built; beyond none is."""
    send = structs.replace(SEND, channel="call", param=param)
    if built:
        assert b"param=" in build_request(send, ALEX).body
        return
    with pytest.raises(BuildError, match="param"):
        build_request(send, ALEX)


@pytest.mark.parametrize(
    ("id", "taken"), [("a", True), ("x" * 40, True), ("x" * 41, False), ("a b", False), ("", False)]
)
def test_ids_of_replies(id: str, taken: bool) -> None:
    """PAR-4: a reply names a message by what an id can be; anything else is no reply of the service."""
    if taken:
        reply: Any = read_reply(f"{id},1".encode(), SEND, fmt=1, charset="utf-8")
        assert (reply.id, reply.cnt) == (id, 1)
        return
    with pytest.raises(ReplyError):
        read_reply(f"{id},1".encode(), SEND, fmt=1, charset="utf-8")


@pytest.mark.parametrize(
    ("window", "told"),
    [
        (Window(24, 24), "0 to 23"),
        (Window(-1, 5), "0 to 23"),
        (Window(0, 25), "0 to 24"),
        (Window(5, -1), "0 to 24"),
    ],
)
def test_hours_of_a_window(window: Window, told: str) -> None:
    """TIM-3: an hour that there is not is refused with those that there are."""
    with pytest.raises(BuildError, match=f"an hour from {told}"):
        build_request(structs.replace(SEND, schedule=Schedule(time=window)), ALEX)
