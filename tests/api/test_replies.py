"""Replies of the service, read and built in words, numbers, XML and JSON."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from smsc_codec import BuildError, api
from smsc_codec.api.operations import Operation
from smsc_codec.api.replies import MAX_REPLY, ReplyError, build_reply, meanings, read_reply
from smsc_codec.api.replies.carried import carried
from smsc_codec.api.replies.model import (
    Balance,
    Done,
    Failure,
    OperatorTemplate,
    OperatorTemplates,
    PhoneRow,
    Price,
    Reply,
    Sent,
    Status,
    Statuses,
    Template,
    Templates,
    TemplateSaved,
)
from tests.api.reply_strategies import ASKED, exchanges, hostile

_ROW = PhoneRow("79999999999", "25001", Decimal("1.40"), 1, 0)
_ROWS_XML = (
    '<phones>\n<phone mccmnc="25001" cost="1.40" status="1" error="0">79999999999</phone>\n</phones>\n'
)
_ROWS_JSON = {
    "phones": [{"phone": "79999999999", "mccmnc": "25001", "cost": "1.40", "status": "1", "error": "0"}]
}
_TEMPLATE = Template(id=7, name="first", format="sms", sender="ivan", flag=1, message="Hello, world, = 5")
_OPERATORS = OperatorTemplates((OperatorTemplate("mts_srv", 1, 5), OperatorTemplate("soc", -2, 6)))
MONEY = {"cost": Decimal("1.40"), "balance": Decimal("100.50")}

_HLR = Status(
    status=1, last_timestamp=1286524541, err=0, send_timestamp=1286524500, phone="79999999999", cost=Decimal("0.20"),
    sender_id="HLR", status_name="Delivered", imsi="250010000000000", msc="79990000001", mcc="250", mnc="01",
    cn="Russia", net="MTS", rcn="Italy", rnet="TIM",
)  # fmt: skip
#: Each form of a reply that is known: what was asked, the value, and its text in words, numbers, XML and JSON.
FORMS: dict[str, tuple[str, Reply, str | None, str | None, str | None, Any]] = {
    "RSP cost=0": (
        "send",
        Sent(id=1234, cnt=1),
        "OK - 1 SMS, ID - 1234",
        "1234,1",
        "<result>\n<id>1234</id>\n<cnt>1</cnt>\n</result>",
        {"id": 1234, "cnt": 1},
    ),
    "RSP cost=1": (
        "price",
        Price(cost=Decimal("1.40"), cnt=1),
        "1.40 (1 SMS)",
        "1.40,1",
        "<result>\n<cost>1.40</cost>\n<cnt>1</cnt>\n</result>",
        {"cost": "1.40", "cnt": 1},
    ),
    "RSP cost=2": (
        "send",
        Sent(id=1234, cnt=1, cost=Decimal("1.40")),
        "OK - 1 SMS, ID - 1234, COST - 1.40",
        "1234,1,1.40",
        "<result>\n<id>1234</id>\n<cnt>1</cnt>\n<cost>1.40</cost>\n</result>",
        {"id": 1234, "cnt": 1, "cost": "1.40"},
    ),
    "RSP cost=3": (
        "send",
        Sent(id=1234, cnt=1, **MONEY),
        "OK - 1 SMS, ID - 1234, COST - 1.40, BALANCE - 100.50",
        "1234,1,1.40,100.50",
        "<result>\n<id>1234</id>\n<cnt>1</cnt>\n<cost>1.40</cost>\n<balance>100.50</balance>\n</result>",
        {"id": 1234, "cnt": 1, "cost": "1.40", "balance": "100.50"},
    ),
    "RSP op=1": (
        "send",
        Sent(id=1234, cnt=1, phones=(_ROW,)),
        "OK - 1 SMS, ID - 1234\n79999999999,25001,1.40,1,0",
        "1234,1\n79999999999,25001,1.40,1,0",
        f"<result>\n<id>1234</id>\n<cnt>1</cnt>\n{_ROWS_XML}</result>",
        {"id": 1234, "cnt": 1} | _ROWS_JSON,
    ),
    "ERR without an id": (
        "send",
        Failure(code=2, text="authorise error"),
        "ERROR = 2 (authorise error)",
        None,
        "<result>\n<error>authorise error</error>\n<error_code>2</error_code>\n</result>",
        {"error": "authorise error", "error_code": 2},
    ),
    "ERR with an id": (
        "send",
        Failure(code=7, text="invalid number", id=1234),
        "ERROR = 7 (invalid number), ID - 1234",
        None,
        "<result>\n<error>invalid number</error>\n<error_code>7</error_code>\n<id>1234</id>\n</result>",
        {"error": "invalid number", "error_code": 7, "id": 1234},
    ),
    "ERR in numbers": ("send", Failure(code=1), None, "0,-1", None, None),
    "ERR in numbers with an id": ("send", Failure(code=3, id=1234), None, "1234,-3", None, None),
    "BEY-4: a comma inside": (
        "send",
        Failure(code=9, text="duplicate request, wait a minute"),
        "ERROR = 9 (duplicate request, wait a minute)",
        None,
        "<result>\n<error>duplicate request, wait a minute</error>\n<error_code>9</error_code>\n</result>",
        {"error": "duplicate request, wait a minute", "error_code": 9},
    ),
    "TPL-4: added": (
        "add a template",
        TemplateSaved(7),
        "ID - 7",
        "7",
        "<template>\n<id>7</id>\n</template>",
        {"id": 7},
    ),
    "TPL-4: changed": ("change a template", Done(), "OK", "OK", "<result>OK</result>", {"result": "OK"}),
    "TPL-5": (
        "templates",
        Templates((_TEMPLATE,)),
        "id = 7, name = first, format = sms, sender = ivan, flag = 1, message = Hello, world, = 5",
        "7,first,sms,ivan,1,Hello, world, = 5",
        "<list>\n<template>\n<id>7</id>\n<name>first</name>\n<format>sms</format>\n<sender>ivan</sender>\n<flag>1</flag>\n"
        "<message>Hello, world, = 5</message>\n</template>\n</list>",
        [
            {
                "id": 7,
                "name": "first",
                "format": "sms",
                "sender": "ivan",
                "flag": 1,
                "message": "Hello, world, = 5",
            }
        ],
    ),
    "OPT-2": (
        "operators",
        _OPERATORS,
        "mts_srv = 1, id = 5\nsoc = -2, id = 6",
        "mts_srv,1,5\nsoc,-2,6",
        "<result>\n<template>\n<name>mts_srv</name>\n<status>1</status>\n<id>5</id>\n</template>\n<template>\n"
        "<name>soc</name>\n<status>-2</status>\n<id>6</id>\n</template>\n</result>",
        [{"mts_srv": 1, "id": 5}, {"soc": -2, "id": 6}],
    ),
    "EVT-2": ("notify", Done(), "OK", "OK", "<result>OK</result>", {"result": "OK"}),
    "STA-2 in words": (
        "status",
        Status(status=1, last_date="10.10.2010 10:10:10"),
        "Status = 1, check_time = 10.10.2010 10:10:10",
        None,
        None,
        None,
    ),
    "STA-2 in numbers": (
        "status",
        Status(status=1, last_timestamp=1286524541),
        None,
        "1,1286524541",
        None,
        None,
    ),
    "STA-2 in numbers, with an error": (
        "status",
        Status(status=20, last_timestamp=1286524541, err=6),
        None,
        "20,1286524541,6",
        None,
        None,
    ),
    "STA-2 all=1 in numbers": (
        "status, all=1",
        Status(
            status=1,
            last_timestamp=1286524541,
            err=0,
            send_timestamp=1286524500,
            phone="79999999999",
            cost=Decimal("1.40"),
            sender_id="ivan",
            status_name="Delivered",
            message="Hello, world",
        ),
        None,
        "1,1286524541,0,1286524500,79999999999,1.40,ivan,Delivered,Hello, world",
        None,
        None,
    ),
    "STA-3": (
        "statuses",
        Statuses(
            (
                Status(status=-3, id=1, phone="79999999999"),
                Status(status=1, last_date="10.10.2010 10:10:10", last_timestamp=1286524541, err=0),
            )
        ),
        None,
        None,
        None,
        [
            {"status": -3, "id": 1, "phone": "79999999999"},
            {"status": 1, "last_date": "10.10.2010 10:10:10", "last_timestamp": 1286524541, "err": 0},
        ],
    ),
    "BAL-1 with the currency in words": (
        "balance",
        Balance(balance=Decimal("250.80"), currency="RUR"),
        "250.80 RUR",
        None,
        None,
        None,
    ),
    "STA-2 in words, error 0": (
        "status",
        Status(status=1, last_date="10.10.2010 10:10:10", err=0),
        "Status = 1, check_time = 10.10.2010 10:10:10, err = 0",
        None,
        None,
        None,
    ),
    "STA-2 all=1 in words": (
        "status, all=1",
        Status(
            status=1,
            last_date="10.10.2010 10:10:10",
            err=0,
            send_date="10.10.2010 10:10:09",
            phone="79999999999",
            cost=Decimal("1.40"),
            sender_id="ivan",
            status_name="Delivered",
            message="Hello, world,\nphone = 7",
            comment="first, second",
            type=0,
        ),
        "Status = 1, check_time = 10.10.2010 10:10:10, err = 0, send_date = 10.10.2010 10:10:09, phone = 79999999999, "
        "cost = 1.40, sender_id = ivan, status_name = Delivered, message = Hello, world,\nphone = 7, "
        "comment = first, second, type = 0",
        None,
        None,
        None,
    ),
    "STA-2 in XML": (
        "status",
        Status(status=1, last_timestamp=1286524541, err=0, flag=0),
        None,
        None,
        "<sms>\n<status>1</status>\n<last_timestamp>1286524541</last_timestamp>\n<err>0</err>\n<flag>0</flag>\n</sms>",
        {"status": 1, "last_timestamp": 1286524541, "err": 0, "flag": 0},
    ),
    "STA-3 with all=1": (
        "status, all=1",
        Status(status=1, phone="79999999999", status_name="Delivered"),
        None,
        None,
        "<sms>\n<status>1</status>\n<phone>79999999999</phone>\n<sender_id></sender_id>\n"
        "<status_name>Delivered</status_name>\n<message></message>\n<comment></comment>\n</sms>",
        {
            "status": 1,
            "phone": "79999999999",
            "sender_id": "",
            "status_name": "Delivered",
            "message": "",
            "comment": "",
        },
    ),
    "STA-2 of several in numbers, all=0": (
        "statuses",
        Statuses(
            (
                Status(status=1, last_timestamp=1286524541, err=0, id=7, phone="79999999999"),
                Status(status=20, last_timestamp=1286524541, err=6, id="a-b", phone="79999999998"),
                Status(status=-3, id=9, phone="79999999997"),
            )
        ),
        None,
        "1,1286524541,0,7,79999999999\n20,1286524541,6,a-b,79999999998\n-3,,,9,79999999997",
        None,
        None,
    ),
    "STA-2 of several in numbers, all=1": (
        "statuses, all=1",
        Statuses(
            (
                Status(
                    status=1,
                    last_timestamp=1286524541,
                    err=0,
                    send_timestamp=1286524500,
                    phone="79999999999",
                    cost=Decimal("1.40"),
                    sender_id="ivan",
                    status_name="Delivered",
                    message="Hello, world\nand all",
                    id=7,
                ),
                Status(status=-3, id=9, phone="79999999997"),
            )
        ),
        None,
        "1,1286524541,0,1286524500,79999999999,1.40,ivan,Delivered,Hello, world\nand all,7\n-3,,,,79999999997,,,,,9",
        None,
        None,
    ),
    "STA-8 all=1": (
        "status, all=1",
        _HLR,
        None,
        "1,1286524541,0,250010000000000,79990000001,250,01,Russia,MTS,Italy,TIM,1286524500,79999999999,0.20,HLR,"
        "Delivered,",
        None,
        None,
    ),
    "STA-8 all=2": (
        "status, all=2",
        structs.replace(_HLR, country="Russia", operator="MTS", region="Moscow"),
        None,
        "1,1286524541,0,250010000000000,79990000001,250,01,Russia,MTS,Italy,TIM,1286524500,79999999999,0.20,Russia,MTS,"
        "Moscow,HLR,Delivered,",
        None,
        None,
    ),
    "STA-8 of a number that is off, of several": (
        "statuses, all=1",
        Statuses((structs.replace(_HLR, imsi=None, msc=None, mcc=None, mnc=None, cn=None, id=7),)),
        None,
        "1,1286524541,0,,,,,,MTS,Italy,TIM,1286524500,79999999999,0.20,HLR,Delivered,,7",
        None,
        None,
    ),
    "BAL-1": (
        "balance",
        Balance(balance=Decimal("250.80")),
        "250.80",
        "250.80",
        "<balance>250.80</balance>",
        None,
    ),
    "BAL-1 with the currency": (
        "balance",
        Balance(balance=Decimal("100.01"), currency="RUR"),
        None,
        None,
        None,
        {"balance": "100.01", "currency": "RUR"},
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_forms_of_the_page(name: str) -> None:
    """Each form that is known reads to its value, and the value builds back to it.

    RSP-1, RSP-2, RSP-3, RSP-4, RSP-5, RSP-6, RSP-7, ERR-1, ERR-2, ERR-3, TPL-4, TPL-5, OPT-2, EVT-2, STA-2, STA-3,
    BAL-1, BEY-4. JSON and XML are compared as other readers see them.
    """
    asked, reply, *forms = FORMS[name]
    to = ASKED[asked]
    assert sum(form is not None for form in forms) >= 1
    for fmt, form in enumerate(forms):
        if form is None:
            continue
        data = json.dumps(form).encode() if fmt == 3 else form.encode()
        assert read_reply(data, to, fmt=fmt) == reply  # type: ignore[arg-type]
        built = build_reply(reply, to, fmt=fmt)  # type: ignore[arg-type]
        if fmt == 3:
            assert json.loads(built) == form
        elif fmt == 2:
            assert ElementTree.canonicalize(built.decode(), strip_text=True) == ElementTree.canonicalize(
                form, strip_text=True
            )
        else:
            assert built == data


@given(exchanges(), st.integers(0, 3), st.sampled_from(["utf-8", "windows-1251", "koi8-r"]))
@settings(max_examples=600)
def test_reply_and_back(exchange: tuple[Operation, Reply], fmt: Any, charset: Any) -> None:
    """A random reply through a format and back is what the format can carry of it; nothing else is lost."""
    to, reply = exchange
    left = carried(reply, to, fmt)
    data = build_reply(left, to, fmt=fmt, charset=charset)
    assert read_reply(data, to, fmt=fmt, charset=charset) == left
    if fmt == 3:
        assert left == reply
        json.loads(data)
    if fmt == 2:
        assert left == reply
        ElementTree.fromstring(data.decode(charset))


FULL = Status(
    status=1, last_date="10.10.2010 10:10:10", last_timestamp=1286524541, err=0, send_date="10.10.2010 10:10:09",
    send_timestamp=1286524540, id=7, phone="79999999999", cost=Decimal("1.40"), sender_id="ivan",
    status_name="Delivered", message="Hello", comment="first", type=0, flag=1, operator="MTS", region="Moscow",
    country="Russia", mccmnc="25001", sms_cnt=2,
)  # fmt: skip
_IN_WORDS = ("status", "last_date", "err")
_MORE_WORDS = ("send_date", "phone", "cost", "sender_id", "status_name", "message", "comment", "type")
_IN_NUMBERS = ("status", "last_timestamp", "err")
_MORE_NUMBERS = ("send_timestamp", "phone", "cost", "sender_id", "status_name", "message")
_NETWORKS = ("imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet")
#: What is asked, a format, and the fields of a status that it has.
FIELDS = [
    ("status", 0, _IN_WORDS),
    ("statuses", 0, _IN_WORDS),
    ("status, all=1", 0, _IN_WORDS + _MORE_WORDS),
    ("statuses, all=2", 0, _IN_WORDS + _MORE_WORDS),
    ("status", 1, _IN_NUMBERS),
    ("statuses", 1, (*_IN_NUMBERS, "id", "phone")),
    ("status, all=1", 1, _IN_NUMBERS + _MORE_NUMBERS),
    ("statuses, all=1", 1, (*_IN_NUMBERS, *_MORE_NUMBERS, "id")),
    ("status, all=2", 1, (*_IN_NUMBERS, *_MORE_NUMBERS, "country", "operator", "region")),
    ("statuses, all=2", 1, (*_IN_NUMBERS, *_MORE_NUMBERS, "country", "operator", "region", "id")),
]


@pytest.mark.parametrize(("asked", "fmt", "names"), FIELDS)
def test_fields_of_a_status(asked: str, fmt: Any, names: tuple[str, ...]) -> None:
    """STA-2: words and numbers have these fields of a status, by `all` and by how many are asked for."""
    to = ASKED[asked]
    left = Status(**{name: getattr(FULL, name) for name in names})
    many = asked.startswith("statuses")
    whole: Reply = Statuses((FULL, FULL)) if many else FULL
    assert carried(whole, to, fmt) == (Statuses((left, left)) if many else left)
    assert carried(FULL, to, 3) == carried(FULL, to, 2) == FULL
    networks = structs.replace(FULL, **dict.fromkeys(_NETWORKS, "1"))
    if fmt == 1 and not many:
        kept = {name: getattr(networks, name) for name in (*names, *_NETWORKS)}
        kept |= {"sender_id": "HLR"} if "sender_id" in names else {}
        assert carried(networks, to, fmt) == Status(**kept)


@pytest.mark.parametrize(("reply", "fmt", "left"), [
    (Sent(id=1, cnt=2, code="0481"), 0, Sent(id=1, cnt=2)),
    (Sent(id=1, cnt=2, code="0481"), 1, Sent(id=1, cnt=2)),
    (Sent(id=1, cnt=2, code="0481"), 3, Sent(id=1, cnt=2, code="0481")),
    (Failure(code=1, text="no"), 0, Failure(code=1, text="no")),
    (Failure(code=1, text="no"), 1, Failure(code=1)),
    (Failure(code=1, rest="x"), 2, Failure(code=1)),
    (Price(cost=Decimal(1), cnt=1, rest="x"), 3, Price(cost=Decimal(1), cnt=1)),
    (Price(cost=Decimal(1), cnt=1, rest="x"), 1, Price(cost=Decimal(1), cnt=1, rest="x")),
    (Balance(balance=Decimal(1), currency="RUR", credit=Decimal(2)), 0, Balance(balance=Decimal(1), currency="RUR")),
    (Balance(balance=Decimal(1), currency="RUR", credit=Decimal(2)), 1, Balance(balance=Decimal(1))),
])  # fmt: skip
def test_what_each_format_leaves_out(reply: Reply, fmt: Any, left: Reply) -> None:
    """RSP-1, RSP-2, ERR-2, BAL-1, BEY-6: what a format has no place for."""
    assert carried(reply, ASKED["send"], fmt) == left


@given(hostile, st.sampled_from(sorted(ASKED)), st.integers(0, 3), st.sampled_from(["utf-8", "koi8-r"]))
@settings(max_examples=400)
def test_any_octets(data: bytes, asked: str, fmt: Any, charset: Any) -> None:
    """Whatever comes is a reply or a ReplyError that carries it."""
    try:
        reply = read_reply(data, ASKED[asked], fmt=fmt, charset=charset)
    except ReplyError as error:
        assert error.data == data.removeprefix(b"\xef\xbb\xbf")
        assert str(error)
        assert len(str(error)) < 600
    else:
        assert isinstance(reply, msgspec.Struct)


@pytest.mark.parametrize(
    "line", ["2,50 RUB", "0,;", "1,,", "-1,2,3,4,5,6,7", "3,a,b,c,d,e,f,g,h", "12", ",1"]
)
@pytest.mark.parametrize("all", [1, 2])
def test_lines_of_a_message(line: str, all: int) -> None:
    """STA-2: a line of a message that only begins like a row in numbers stays with its message."""
    reply = Statuses((Status(status=1, message=f"Total\n{line}"), Status(status=0, message=line)))
    to = ASKED[f"statuses, all={all}"]
    assert read_reply(build_reply(reply, to, fmt=1), to, fmt=1) == reply


#: What replies were seen to look like otherwise (BEY-5), and what they mean all the same.
DRIFT: dict[str, tuple[str, int, bytes, Reply]] = {
    "money as a number": (
        "send",
        3,
        b'{"id":1,"cnt":1,"cost":1.4000,"balance":100.1}',
        Sent(id=1, cnt=1, cost=Decimal("1.4000"), balance=Decimal("100.1")),
    ),
    "a price beside what is not known": (
        "price",
        3,
        b'{"cost":"1.40","cnt":1,"new":{}}',
        Price(cost=Decimal("1.40"), cnt=1),
    ),
    "money that no binary float holds": (
        "price",
        3,
        b'{"cost":0.1000000000000000055,"cnt":1}',
        Price(cost=Decimal("0.1000000000000000055"), cnt=1),
    ),
    "id as a text": ("send", 3, b'{"id":"1234","cnt":"1"}', Sent(id=1234, cnt=1)),
    "id that is no number": ("send", 3, b'{"id":"order-7","cnt":1}', Sent(id="order-7", cnt=1)),
    "more than is known": ("send", 3, b'{"id":1,"cnt":1,"new":{"a":[1]}}', Sent(id=1, cnt=1)),
    "BEY-6": ("send", 3, b'{"id":1,"cnt":1,"code":"0481"}', Sent(id=1, cnt=1, code="0481")),
    "a bare OK": ("delete", 3, b"OK", Done()),
    "nothing at all": ("delete", 3, b"", Done()),
    "byte order mark and line ends": ("send", 0, b"\xef\xbb\xbfOK - 1 SMS, ID - 1\r\n", Sent(id=1, cnt=1)),
    "XML declaration": (
        "send",
        2,
        b'<?xml version="1.0" encoding="utf-8"?>\n<result><id>1</id><cnt>1</cnt><x/></result>\n',
        Sent(id=1, cnt=1),
    ),
    "rows that are none (RSP-9)": (
        "send",
        1,
        b"1,1\n79990000000,25001,1.40,0,0\nwrong: abc",
        Sent(
            id=1, cnt=1, phones=(PhoneRow("79990000000", "25001", Decimal("1.40"), 0, 0),), rest="wrong: abc"
        ),
    ),
    "empty fields of a row": (
        "send",
        1,
        b"1,1\n79990000000,,,,7",
        Sent(id=1, cnt=1, phones=(PhoneRow("79990000000", error=7),)),
    ),
    "an unknown status (STA-5)": ("status", 3, b'{"status":99,"err":"777"}', Status(status=99, err=777)),
    "a single row for a list": ("statuses", 3, b'{"status":1}', Statuses((Status(status=1),))),
    "an error without text": ("balance", 0, b"ERROR = 4", Failure(code=4)),
    "no name in words (TPL-5)": (
        "templates",
        0,
        b"id = 1, name = , format = , sender = , flag = , message = b",
        Templates((Template(id=1, message="b"),)),
    ),
    "a line of a message that is nearly a template in numbers (TPL-5)": (
        "templates",
        1,
        b"1,a,,,0,b\n2,c,d,e,f,g",
        Templates((Template(id=1, name="a", message="b\n2,c,d,e,f,g"),)),
    ),
    "an operator and nothing of an id (OPT-2)": (
        "operators",
        0,
        b"mts = -1\nsoc = 1, id = 5",
        OperatorTemplates((OperatorTemplate("mts", -1), OperatorTemplate("soc", 1, 5))),
    ),
    "an empty line among rows (RSP-5)": (
        "send",
        1,
        b"1,1\n\n79990000000,,,,7\n\n79990000001,,,,7\n",
        Sent(id=1, cnt=1, phones=(PhoneRow("79990000000", error=7), PhoneRow("79990000001", error=7))),
    ),
    "an empty message (TPL-5)": (
        "templates",
        0,
        b"id = 1, name = a, format = SMS-2, sender = , flag = 0, message = ",
        Templates((Template(id=1, name="a", format="SMS-2"),)),
    ),
    "an empty message, trimmed (TPL-5)": (
        "templates",
        0,
        b"id = 1, name = a, format = , sender = , flag = 0, message =\n",
        Templates((Template(id=1, name="a"),)),
    ),
    "blanks of the last message in words (TPL-5)": (
        "templates",
        0,
        b"id = 1, name = a, format = , sender = , flag = 0, message =  b \n",
        Templates((Template(id=1, name="a", message=" b "),)),
    ),
    "blanks of the last message in numbers (TPL-5)": (
        "templates",
        1,
        b"1,a,,,0,b\t \r\n",
        Templates((Template(id=1, name="a", message="b\t "),)),
    ),
    "blanks behind an error (ERR-1)": ("templates", 0, b"ERROR = 4 \n", Failure(code=4)),
    "blanks behind an error in numbers (ERR-2)": ("templates", 1, b"0,-4 ", Failure(code=4)),
    "blanks of the last message of a status (STA-2)": (
        "status, all=1",
        1,
        b"1,1,0,,,,,,b ",
        Status(status=1, last_timestamp=1, err=0, message="b "),
    ),
    "blanks behind a status (STA-2)": ("status, all=1", 1, b"-3 ", Status(status=-3)),
    "an operator without an id in words (OPT-2)": (
        "operators",
        0,
        b"mts = -1, id = \nsoc = -1, id =",
        OperatorTemplates((OperatorTemplate("mts", -1), OperatorTemplate("soc", -1))),
    ),
    "an operator without an id in numbers (OPT-2)": (
        "operators",
        1,
        b"mts,-1,",
        OperatorTemplates((OperatorTemplate("mts", -1),)),
    ),
    "a status that was not checked yet (STA-2)": (
        "status",
        0,
        b"Status = -1, check_time = , err = 0",
        Status(status=-1, err=0),
    ),
    "a status that was not checked yet, trimmed (STA-2)": (
        "statuses",
        0,
        b"Status = -1, check_time = \nStatus = 0, check_time =",
        Statuses((Status(status=-1), Status(status=0))),
    ),
    "a message that is not known, with its id and phone (STA-2)": (
        "statuses",
        1,
        b"-3,6,79999999998\n-3,a-7,+79999999998\n-3,0,0\n-3",
        Statuses(
            (
                Status(status=-3, id=6, phone="79999999998"),
                Status(status=-3, id="a-7", phone="+79999999998"),
                Status(status=-3, last_timestamp=0, err=0),
                Status(status=-3),
            )
        ),
    ),
    "HLR in numbers (STA-3)": (
        "status",
        1,
        b"1,1286524541,0,250016629406444,79168960438,250,1,Russia,MTS,,",
        Status(
            status=1,
            last_timestamp=1286524541,
            err=0,
            imsi="250016629406444",
            msc="79168960438",
            mcc="250",
            mnc="1",
            cn="Russia",
            net="MTS",
        ),
    ),
}


@pytest.mark.parametrize(("asked", "fmt", "data", "reply"), DRIFT.values(), ids=DRIFT)
def test_drift(asked: str, fmt: Any, data: bytes, reply: Reply) -> None:
    """BEY-5, BEY-6, RSP-8, RSP-9, STA-5: what real replies look like beside the page is understood, money exactly."""
    assert read_reply(data, ASKED[asked], fmt=fmt) == reply


REFUSED: dict[str, tuple[str, int, bytes, str]] = {
    "a page": ("send", 3, b"<html>502 Bad Gateway</html>", "JSON"),
    "another shape": ("send", 3, b'{"result": "OK"}', "Sent"),
    "nothing": ("send", 3, b"", "JSON"),
    "a list for one": ("send", 3, b"[1]", "Sent"),
    "no charset": ("send", 0, b"OK - 1 SMS, ID - \xff", "byte 0xFF at offset 17"),
    "a document type": (
        "send",
        2,
        b'<!DOCTYPE r [<!ENTITY a "b">]><result><id>&a;</id></result>',
        "document type",
    ),
    "a number that is large to write": (
        "send",
        3,
        b'{"id":1,"cnt":1,"cost":1e999999999999}',
        "beyond any amount",
    ),
    "the same as a text": ("send", 3, b'{"id":1,"cnt":1,"cost":"1e99999","code":"1"}', "money"),
    "the same among statuses": ("statuses", 3, b'[{"status":1,"cost":1e-999999999}]', "beyond any amount"),
    "no end": ("send", 2, b"<result><id>1</id>", "XML"),
    "a line below a status": ("statuses", 1, b"1,1,0,5,79990000000\nxx", "'xx'"),
    "an empty line among statuses": ("statuses", 1, b"1,1,0,5,79990000000\n\n1", "no status"),
    "a status with too many fields": ("status", 1, b"1,1,0,5", "'0,5'"),
    "a status with too few fields": ("status, all=1", 1, b"1,1,0,5", "a status has 9 fields"),
    "no status": ("status", 1, b",1,0", "no status"),
    "two fields of an operator": ("operators", 1, b"soc,1", "three fields"),
    "an operator without a name": ("operators", 1, b",1,5", "three fields"),
    "five fields of a template": ("templates", 1, b"7,first,sms,ivan,1", "six fields"),
    "two statuses for one": ("status", 0, b"Status = 1\nStatus = 1", "more statuses than one"),
    "a price without parts": ("price", 3, b'{"cost":"1.40","new":{}}', "Price"),
    "parts without a price": ("price", 3, b'{"cnt":1,"new":{}}', "Price"),
    "an operator that looks like an error (OPT-2)": ("operators", 1, b"mts,-1", "three fields"),
    "a template's id below zero (TPL-4)": ("add a template", 1, b"-5", "below zero"),
    "the same in XML": ("add a template", 2, b"<template><id>-5</id></template>", "below zero"),
    "the same in JSON": ("add a template", 3, b'{"id":-5}', "below zero"),
    "a list with an id below zero": ("templates", 3, b'[{"id":-5}]', "below zero"),
    "an operator with an id below zero": ("operators", 3, b'[{"soc":1,"id":-5}]', "below zero"),
    "a count below zero (RSP-7)": ("send", 3, b'{"id":1,"cnt":-1}', "below zero"),
    "the same of a price": ("price", 3, b'{"cost":"1","cnt":-1}', "below zero"),
    "a count below zero in XML": ("send", 2, b"<result><id>1</id><cnt>-1</cnt></result>", "below zero"),
    "a price with a count below zero": ("price", 1, b"1.40,-1 SMS", "not a number"),
    "an error beside a success in XML (ERR-3)": (
        "send",
        2,
        b"<result><error_code>3</error_code><id>5</id><cnt>1</cnt></result>",
        "an error and 'cnt'",
    ),
    "two errors in XML": (
        "send",
        2,
        b"<result><error_code>9</error_code><error_code>3</error_code></result>",
        "two values of 'error_code'",
    ),
    "two codes of errors": (
        "send",
        3,
        b'{"error_code":1,"error_code":2,"error":"x"}',
        "two values of 'error_code'",
    ),
    "two ids": ("send", 3, b'{"id":1,"cnt":1,"id":2}', "two values of 'id'"),
    "two ids, apart": ("send", 3, b'{"id" :1,"cnt":1, "id" : "2"}', "two values of 'id'"),
    "two counts": ("send", 3, b'{"cnt":2,"id":1,"cnt":1}', "two values of 'cnt'"),
    "two prices": ("price", 3, b'{"cost":"1","cnt":1,"cost":"2"}', "two values of 'cost'"),
    "two balances": ("balance", 3, b'{"balance":"1","balance":"2"}', "two values of 'balance'"),
    "two balances of a sending": (
        "send",
        3,
        b'{"id":1,"cnt":1,"balance":"1","balance":"2"}',
        "two values of 'balance'",
    ),
    "two statuses in a row": ("status", 3, b'{"status":1,"status":20}', "two values of 'status'"),
    "two statuses in a row of several": (
        "statuses",
        3,
        b'[{"status":1},{"status":1,"status":20}]',
        "two values of 'st",
    ),
    "two ids in a row": ("statuses", 3, b'[{"status":1,"id":5,"id":6}]', "two values of 'id'"),
    "two errors in a row": ("statuses", 3, b'[{"status":1,"err":5,"err":6}]', "two values of 'err'"),
    "two numbers in a row of `op`": (
        "send",
        3,
        b'{"id":1,"cnt":1,"phones":[{"phone":"7","phone":"8"}]}',
        "two values of 'phone'",
    ),
    "two messages of a template": (
        "templates",
        3,
        b'[{"id":1,"message":"a","message":"b"}]',
        "two values of 'message'",
    ),
    "two operators in one object (OPT-2)": (
        "operators",
        3,
        b'[{"mts":1,"bee":2,"id":5}]',
        "two operators in one object",
    ),
    "two states of an operator": ("operators", 3, b'[{"mts":1,"mts":2,"id":5}]', "two values of 'mts'"),
    "an operator beside a named one": (
        "operators",
        3,
        b'[{"name":"mts","status":1,"bee":2}]',
        "two operators",
    ),
    "two ids in XML": ("send", 2, b"<result><id>1</id><id>2</id><cnt>1</cnt></result>", "two values of 'id'"),
    "two balances in XML": (
        "balance",
        2,
        b"<r><balance>1</balance><balance>2</balance></r>",
        "two values of 'balance'",
    ),
    "two operators in one element": (
        "operators",
        2,
        b"<result><template><name>a</name><status>1</status><name>b</name><status>2</status></template></result>",
        "two values of 'name'",
    ),
    "an error beside what was sent": ("send", 3, b'{"id":1,"cnt":1,"error_code":1,"error":"x"}', "error and"),
    "no price": ("price", 1, b"1.40", "not a reply of this kind"),
    "a price with a third field": ("price", 1, b"1.40,1,2", "not a reply of this kind"),
    "two fields for a template's id": ("add a template", 1, b"7,1", "not a reply of this kind"),
    "two lines for a template's id": ("add a template", 1, b"7\n8", "not a reply of this kind"),
    "no OK": ("delete", 1, b"KO", "not a reply of this kind"),
    "money that is none": ("send", 1, b"1,1,NaN", "money"),
    "infinite money": ("balance", 3, b'{"balance": "Infinity"}', "money"),
    "numbers for objects": ("statuses", 3, b"[1]", "int where an object belongs"),
    "a text for an object": ("statuses", 3, b'[{"status":1},"x"]', "str where an object belongs"),
    "rows that are no list": ("send", 3, b'{"id":1,"cnt":1,"phones":{"phone":"7"}}', "a list of rows"),
    "rows that are no objects": ("send", 3, b'{"id":1,"cnt":1,"phones":[7]}', "a list of rows"),
    "a list for a text": ("send", 3, b'{"id":[1],"cnt":1}', "list where a text"),
    "yes for a number": ("send", 3, b'{"id":1,"cnt":true}', "bool where a text"),
    "two lines for a balance": ("balance", 0, b"250.80\n1", "more lines than one"),
    "two lines for nothing": ("delete", 0, b"OK\nOK", "more lines than one"),
    "deep elements": ("send", 2, b"<a>" * 1000 + b"</a>" * 1000, "deeper"),
    "deep lists": ("send", 3, b"[" * 100_000, "JSON"),
    "deep lists in an unknown field": ("send", 3, b'{"id":1,"cnt":1,"x":' + b"[" * 100_000, "JSON"),
    "too large": ("templates", 3, b" " * (MAX_REPLY + 1), "bytes"),
    "too large for what has no rows": ("send", 3, b'{"id":1,"cnt":1}' + b" " * (1 << 20), "bytes"),
    "too large for a balance": ("balance", 3, b'{"balance":"1"}' + b" " * (1 << 20), "bytes"),
}


@pytest.mark.parametrize(("asked", "fmt", "data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_reply(asked: str, fmt: Any, data: bytes, why: str) -> None:
    """What the service does not give is refused with the reason, and carried along."""
    with pytest.raises(ReplyError, match=why) as caught:
        read_reply(data, ASKED[asked], fmt=fmt)
    assert caught.value.data == data


@pytest.mark.parametrize(("asked", "fmt"), [("templates", 0), ("templates", 1), ("statuses, all=1", 1)])
def test_many_lines(asked: str, fmt: Any) -> None:
    """A megabyte of lines that belong to nothing is refused in one pass, however they are told apart."""
    with pytest.raises(ReplyError):
        read_reply(b"a\n" * 500_000, ASKED[asked], fmt=fmt)


UNSAYABLE: dict[str, tuple[str, int, str, Reply, str]] = {
    "a comma in a name": (
        "templates",
        1,
        "utf-8",
        Templates((Template(id=1, name="a,b", message="c"),)),
        "items",
    ),
    "a mark in a name": ("templates", 0, "utf-8", Templates((Template(id=1, name="a, format = b"),)), ""),
    "a message that begins like a template": (
        "templates",
        0,
        "utf-8",
        Templates((Template(id=1, message="a\nid = 2, name = b"),)),
        "",
    ),
    "a message that is two rows": (
        "statuses, all=1",
        1,
        "utf-8",
        Statuses(
            (Status(status=1, message="a"), Status(status=1, message="a\n1,,,,,,,,b")),
        ),
        "",
    ),
    "a text in numbers": ("send", 1, "utf-8", Failure(code=1, text="wrong"), "text"),
    "a credit in words": ("balance", 0, "utf-8", Balance(balance=Decimal(1), credit=Decimal(2)), "credit"),
    "a currency in numbers": ("balance", 1, "utf-8", Balance(balance=Decimal(1), currency="RUR"), "currency"),
    "networks without the mark": ("status, all=1", 1, "utf-8", Status(status=1, net="MTS"), "message"),
    "a control character in XML": ("send", 2, "utf-8", Failure(code=1, text="a\x01b"), ""),
    "a letter that the charset lacks": ("send", 0, "koi8-r", Failure(code=1, text="中"), ""),
    "the reply of another operation": ("send", 3, "utf-8", Done(), ""),
    "a line end in words": ("send", 0, "utf-8", Failure(code=1, text="a\nOK"), ""),
    "a comma in a row": ("send", 1, "utf-8", Sent(id=1, cnt=1, phones=(PhoneRow("7,8"),)), "phones[0]"),
    "money without an end": ("balance", 3, "utf-8", Balance(balance=Decimal("Infinity")), ""),
}


@pytest.mark.parametrize(("asked", "fmt", "charset", "reply", "field"), UNSAYABLE.values(), ids=UNSAYABLE)
def test_what_a_format_cannot_carry(asked: str, fmt: Any, charset: Any, reply: Reply, field: str) -> None:
    """Nothing is lost silently: what a format cannot carry is a BuildError that names the field."""
    with pytest.raises(BuildError) as caught:
        build_reply(reply, ASKED[asked], fmt=fmt, charset=charset)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("to", "more", "read"),
    [
        (api.Send(), 0, True),
        (api.Send(), 1, False),
        (api.Send(err=True), 1, True),
        (api.Send(op=True), 1, True),
        (api.GetBalance(), 1, False),
    ],
)
def test_longest_replies(to: Operation, more: int, read: bool) -> None:
    """A reply that has no row a number is read up to a megabyte: JSON takes far more once it is read."""
    body = b'{"id": 1, "cnt": 1, "balance": "1"'
    data = body + b" " * ((1 << 20) - len(body) - 1 + more) + b"}"
    if read:
        assert read_reply(data, to)
    else:
        with pytest.raises(ReplyError, match="bytes; up to 1048576"):
            read_reply(data, to)


def test_meanings() -> None:
    """ERR-4, ERR-5, STA-4, STA-5, STA-6, OPT-3: every code of the facts has a meaning; others are unknown."""
    assert set(meanings.FAILURES["send"]) == set(range(1, 10))
    assert set(meanings.FAILURES["templates"]) == {1, 2, 3, 4, 5, 9}
    assert set(meanings.FAILURES["op_templates"]) == set(meanings.FAILURES["balance"]) == {1, 2, 4, 9}
    assert set(meanings.FAILURES["ping"]) == set(meanings.FAILURES["status"]) == {1, 2, 3, 4, 9}
    assert set(meanings.STATUSES) == {-3, -2, -1, 0, 1, 2, 3, 4, 20, 22, 23, 24, 25}
    assert meanings.ERRORS[200] == "virtual sending"
    assert set(meanings.ERRORS) == {0, 1, 2, 3, 4, 6, 11, 12, 13, 21, 200, 219, 220, *range(237, 256)}
    assert set(meanings.TYPES) == {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12}
    assert set(meanings.ADDED) == {-2, -1, 1}
    assert set(meanings.ASKED) == {-1, 0, 1, 2, 3, 4}
    assert meanings.failure("send", 3).advice
    assert meanings.failure("send", 77).text == meanings.status(77) == meanings.error(777) == "unknown"


def test_a_message_is_no_network() -> None:
    """STA-8: an ordinary message that has the mark between its commas stays a message."""
    text = "1,1286524541,0,1286524500,79999999999,1.40,ivan,Delivered,a,b,c,d,e,f,HLR,g,h,HLR,i,j"
    for all in (1, 2):
        read = read_reply(text.encode(), ASKED[f"status, all={all}"], fmt=1)
        assert isinstance(read, Status)
        assert (read.phone, read.cost, read.imsi) == ("79999999999", Decimal("1.40"), None)


@pytest.mark.parametrize("depth", range(900, 1010, 3))
def test_any_depth(depth: int) -> None:
    """An object within objects, as deep as can just be read: a ReplyError, and nothing else."""
    deep = b'{"id":1,"id":2,"cnt":1,"x":' + b'{"a":' * depth + b"1" + b"}" * (depth + 1)
    with pytest.raises(ReplyError):
        read_reply(deep, ASKED["send"])


@pytest.mark.parametrize("text", ["1234", "1234,", ",", "", "1,2,3,4,5", "-1,-", "x,y", "(,1"])
def test_short_numbers(text: str) -> None:
    """RSP-2: what is too short or too long for an answer in numbers is a ReplyError, whatever was asked."""
    with pytest.raises(ReplyError):
        read_reply(text.encode(), ASKED["send"], fmt=1)


def test_operators_with_commas() -> None:
    """OPT-2: the name of an operator may hold commas; the last two fields are its status and id."""
    read = read_reply(b"one, two, three,1,5\nsoc,-2,", ASKED["operators"], fmt=1)
    assert read == OperatorTemplates((OperatorTemplate("one, two, three", 1, 5), OperatorTemplate("soc", -2)))


def test_rows_after_unknown_text() -> None:
    """RSP-9: what stands below a line that is no row is kept as text with it, rows too."""
    read = read_reply(b"1234,1\n79999999999,,,,\nwhat is this\n79999999998,,,,", ASKED["send"], fmt=1)
    assert isinstance(read, Sent)
    assert [row.phone for row in read.phones] == ["79999999999"]
    assert read.rest == "what is this\n79999999998,,,,"


@pytest.mark.parametrize("code", [-3, -2, -1, 0, 1, 2, 3, 4, 20, 22, 23, 24, 25])
def test_final_statuses(code: int) -> None:
    """STA-4: after every status but "waiting" and "sent to the operator" nothing changes any more."""
    assert (code in meanings.FINAL) is (code not in (-1, 0))


@pytest.mark.parametrize("code", range(-3, 26))
def test_statuses_that_say_it_has_arrived(code: int) -> None:
    """STA-4: delivered, read, and with its link opened; nothing else."""
    assert (code in meanings.ARRIVED) is (code in (1, 2, 4))


_SHAPES: list[tuple[str, int, str]] = [
    (asked, fmt, json.dumps(form) if fmt == 3 else form)
    for asked, _, *forms in FORMS.values()
    for fmt, form in enumerate(forms)
    if form is not None
]


@st.composite
def _shaped(draw: st.DrawFn) -> tuple[str, int, str]:
    """A reply with fields left out, added, emptied, doubled or in another order."""
    asked, fmt, text = draw(st.sampled_from(_SHAPES))
    if draw(st.booleans()):
        asked = draw(st.sampled_from(sorted(ASKED)))
    cut = r"(\n|,|: |\{|\}|\[|\])" if fmt == 3 else r"(\n|>|(?=<))" if fmt == 2 else r"(\n|, | = | - |,)"
    pieces = re.split(cut, text)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(pieces) - 1))
        other = draw(st.integers(0, len(pieces) - 1))
        match draw(st.sampled_from(["missing", "added", "empty", "doubled", "exchanged"])):
            case "missing" if len(pieces) > 2:
                del pieces[place : place + 2]
            case "added":
                pieces[place:place] = [
                    draw(st.sampled_from(["0", "-1", "x", "HLR", ",", "null", "[]", "{}", "<a>"]))
                ]
            case "empty":
                pieces[place] = ""
            case "doubled":
                pieces[place:place] = pieces[place : place + 2]
            case "exchanged":
                pieces[place], pieces[other] = pieces[other], pieces[place]
        if not pieces:
            break
    return asked, fmt, "".join(pieces)


@given(_shaped())
@settings(max_examples=1500, deadline=None)
def test_replies_of_another_shape(shaped: tuple[str, int, str]) -> None:
    """RSP-9: a reply whose fields are missing, more, empty or in another order is a value or a ReplyError."""
    asked, fmt, text = shaped
    to = ASKED[asked]
    try:
        read = read_reply(text.encode(), to, fmt=fmt)  # type: ignore[arg-type]
    except ReplyError:
        return
    assert msgspec.convert(msgspec.to_builtins(read), Reply) == read
    try:
        built = build_reply(read, to, fmt=fmt)  # type: ignore[arg-type]
    except BuildError:
        return
    assert read_reply(built, to, fmt=fmt) == read  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", [name for name in ASKED if "templates" not in name])
def test_objects_of_another_kind(asked: str) -> None:
    """An object is what was asked for, whatever other replies have: a status is no balance (RSP-8, STA-2, BAL-1)."""
    objects: dict[bytes, tuple[type, ...]] = {
        b'{"status": 1}': (Status, Statuses),
        b'{"balance": "1.5"}': (Balance,),
        b'{"cost": "1.5", "cnt": 1}': (Price,),
        b'{"id": 1, "cnt": 1}': (Sent, TemplateSaved),
        b'{"id": 1}': (TemplateSaved,),
        b'{"cnt": 1}': (),
        b'{"cost": "1.5"}': (),
    }
    for data, kinds in objects.items():
        try:
            reply = read_reply(data, ASKED[asked], fmt=3)
        except ReplyError:
            continue
        assert type(reply) in kinds, data
