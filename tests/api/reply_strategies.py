"""Random replies with the operations that they answer, and octets that are nearly replies."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    GetBalance,
    GetOperatorTemplates,
    GetStatus,
    GetTemplates,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.operations.status import Asked
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
from smsc_codec.payloads.recipients.model import Phone

_MESSAGE = Asked(Phone("79990000000"), 1)
#: An operation for each kind of reply.
ASKED: dict[str, Operation] = {
    "send": Send(),
    "price": Send(cost=1),
    "add a template": AddTemplate("n", "m"),
    "change a template": ChangeTemplate(1, name="n"),
    "templates": GetTemplates(),
    "add for operators": AddOperatorTemplate("s", "m", ("soc",)),
    "operators": GetOperatorTemplates("s", "m"),
    "notify": Notify(1),
    "status": GetStatus((_MESSAGE,)),
    "status, all=1": GetStatus((_MESSAGE,), all=1),
    "status, all=2": GetStatus((_MESSAGE,), all=2),
    "statuses": GetStatus((_MESSAGE,), many=True),
    "statuses, all=1": GetStatus((_MESSAGE, _MESSAGE), all=1),
    "statuses, all=2": GetStatus((_MESSAGE, _MESSAGE), all=2),
    "delete": GetStatus((_MESSAGE,), delete=True),
    "balance": GetBalance(),
}

money = st.decimals("-9999.9999", "99999999.9999", places=2) | st.integers(-9, 9**9).map(
    lambda n: Decimal(n).scaleb(-4)
)
counts = st.integers(0, 10**6)
ids = st.integers(1, 2**31 - 1) | st.from_regex(r"\A[A-Za-z._-][A-Za-z0-9._-]{0,39}\Z")
numbers = st.integers(10**6, 10**15 - 1).map(str)
#: One line of text that all three charsets have.
line = st.text("abcЯ 019()=,.-<>&\"';", min_size=1, max_size=20).map(str.strip).filter(bool)
#: What cannot be mistaken for a part of a line in words or of a field in numbers.
word = st.text("abcЯ019._-", min_size=1, max_size=11)
#: A later line that begins like a row cannot be told from one in numbers: tables of examples have those.
_further = line.filter(lambda text: not re.match("-?[0-9]+,", text))
texts = st.builds(lambda first, more: "\n".join([first, *more]), line, st.lists(_further, max_size=2))
rows = st.builds(
    PhoneRow, numbers, st.none() | st.integers(20000, 99999).map(str), st.none() | money,
    st.none() | st.integers(-3, 25), st.none() | st.integers(0, 255),
)  # fmt: skip
some_rows = st.lists(rows, max_size=3).map(tuple)
statuses = st.builds(
    Status,
    status=st.integers(-3, 25),
    last_date=st.none() | st.just("10.10.2010 10:10:10"),
    last_timestamp=st.none() | st.integers(1, 10**10),
    err=st.none() | st.integers(0, 255),
    send_date=st.none() | st.just("10.10.2010 10:10:09"),
    send_timestamp=st.none() | st.integers(1, 10**10),
    id=st.none() | ids,
    phone=st.none() | numbers,
    cost=st.none() | money,
    sender_id=st.none() | word,
    status_name=st.none() | word,
    message=st.none() | texts,
    comment=st.none() | texts,
    type=st.none() | st.integers(0, 12),
    flag=st.none() | st.integers(0, 9),
    operator=st.none() | word,
    region=st.none() | word,
    country=st.none() | word,
    mccmnc=st.none() | st.just("25001"),
    sms_cnt=st.none() | st.integers(1, 9),
)
templates = st.builds(
    Template,
    id=st.integers(1, 10**9),
    name=word,
    format=st.sampled_from(["", "sms", "viber"]),
    sender=st.just("") | word,
    flag=st.integers(0, 3),
    message=texts,
)
operators = st.builds(
    OperatorTemplate, st.sampled_from(["mts_srv", "soc", "МТС"]), st.integers(-2, 4), st.none() | counts
)
_KINDS: dict[str, st.SearchStrategy[Reply]] = {
    "send": st.builds(
        Sent, id=ids, cnt=counts, cost=st.none() | money, phones=some_rows, code=st.none() | st.just("0481")
    )
    | st.builds(Sent, id=ids, cnt=counts, cost=money, balance=money),
    "price": st.builds(Price, cost=money, cnt=counts, phones=some_rows),
    "add a template": st.builds(TemplateSaved, st.integers(1, 10**9)),
    "templates": st.builds(Templates, st.lists(templates, max_size=3).map(tuple)),
    "operators": st.builds(OperatorTemplates, st.lists(operators, min_size=1, max_size=3).map(tuple)),
    "status": statuses,
    "statuses": st.builds(Statuses, st.lists(statuses, min_size=1, max_size=3).map(tuple)),
    "balance": st.builds(
        Balance, balance=money, currency=st.none() | st.just("RUR"), credit=st.none() | money
    ),
}
_KINDS["add for operators"] = _KINDS["operators"]
failures = st.builds(Failure, code=st.integers(1, 99), text=line, id=st.none() | ids, phones=some_rows)


@st.composite
def exchanges(draw: st.DrawFn) -> tuple[Operation, Reply]:
    """An operation, and a reply that it may get."""
    name = draw(st.sampled_from(sorted(ASKED)))
    kind: Any = _KINDS.get(name.partition(",")[0], st.just(Done()))
    return ASKED[name], draw(kind | failures)


_PIECES = st.sampled_from(
    [
        b"OK",
        b" - ",
        b"1",
        b" SMS",
        b", ID - ",
        b"1234",
        b"ERROR = ",
        b"9",
        b" (",
        b")",
        b"0,-",
        b",",
        b"\n",
        b"\r\n",
        b"{",
        b"}",
        b'"id":',
        b'"cnt":1',
        b'"cost":',
        b'"1.40"',
        b"1.4e9999",
        b"null",
        b"[",
        b"]",
        b'"phones":',
        b"<result>",
        b"</result>",
        b"<id>1</id>",
        b"<cnt>",
        b"</cnt>",
        b"<error_code>1</error_code>",
        b"<!DOCTYPE a>",
        b"&lt;",
        b"&a;",
        b"<balance>",
        b"</balance>",
        b"Status = ",
        b"id = 1, name = ",
        b", format = ",
        b"\xff",
        b"\xd0",
        b"\xef\xbb\xbf",
        b"-",
        b"1.40",
        b"NaN",
        b"Infinity",
        b'"error_code":',
        b"<![CDATA[",
        b"]]>",
        b"\x00",
        b'"status":1',
        b"1e999999999999",
        b"1e-999999999",
        b"0e99999999",
    ]
)
hostile = st.binary() | st.lists(_PIECES | st.binary(max_size=3), max_size=25).map(b"".join)
