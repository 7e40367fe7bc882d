"""Replies in every format, right and wrong: what each says, or why it is none. Writes replied.txt anew.

    python -m tests.api.replied

Behind `|` is the format and the octets, behind `=` the reply without what it has by default, behind `!` what is shown
of those octets, where that is less, and why they are no reply, and behind `<-` to which questions, or to how many of
them. Behind `>` is a reply, and below it what the service writes in each format, or what stands in its way and what
that format carries.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from msgspec import structs

from smsc_codec import BuildError
from smsc_codec.api.replies import ReplyError, build_reply, read_reply
from smsc_codec.api.replies.carried import carried
from smsc_codec.api.replies.common import due
from smsc_codec.api.replies.model import (
    Balance,
    Failure,
    OperatorTemplate,
    OperatorTemplates,
    PhoneRow,
    Price,
    Reply,
    Sent,
    Status,
    Statuses,
)
from tests.api.reply_strategies import ASKED
from tests.api.taken import brief
from tests.api.test_replies import DRIFT, FORMS, FULL, REFUSED
from tests.told import shown

PATH = Path(__file__).parent / "replied.txt"
#: A format, and what is answered.
BODIES = (
    (3, '{ж"id": 7}'), (0, "mts x= -1\nsoc = 1, id "), (1, "1,1,0,,,,,,b "), (1, "0,0,-1"),
    (1, "[],1\n79990000000,,,,7"),
    (1, "1,1286524541,0,250016629406444,79168960438,250,1,Russia,MTS007,"), (1, "1,1\n,25001,1.40,0,0\nwrong: abc"),
    (1, "1,1\n79990000000,,,,"), (1, "1,1\n79990000000,25001,1.40,0,0\nwrong: abc"), (1, ",1,1,5"),
    (1, "1,1286524541,0,7,79999999999\n-3,,9,79999999997"), (1, "1,1286524541,"), (3, '{"id":"order-7:","cnt":1}'),
    (3, '{"error": "authorise error", " ": 2}'), (3, "[1]"), (3, '[{"status":1,"cost":1e-999999999}]'),
    (0, "250.80\n1"),
    (0, "ERROR = 4 \ntrue"), (0, "OK"), (0, "ERROR ERROR = 4 \n"), (0, "Status = 1, check_time = 10.10.2010 10:10:10"),
    (0, "Status = 1, check_time = 10.10.2010 ivan 10.10.2010 10:10:10, err = 0, phone = 79999999999"),
    (1, "1" * 41), (1, "1" * 40 + ",1"), (1, "1" * 41 + ",1"), (1, "x" * 40), (1, "x" * 41), (3, "[" + "1," * 20),
    (1, "1,1,1e18"), (1, "1,1," + "1" * 19), (1, "1,1," + "1" * 20), (1, "1,1,0." + "0" * 18 + "1"),
    (1, "1,1,0." + "0" * 19 + "1"),
    (0, "Status = 1, id = 5"), (0, "id = 5, id = 7"), (0, "mts = 1, id = 5\nOK - 1 SMS, ID - 7"),
    (0, "id = 5, name = n, format = , sender = , flag = , message = m\nid = 7"),
    *((3, f'{{"id": 1, "cnt": 1, "cost": {cost}}}') for cost in ("1e18", "1e19", "1e-19", "1e-20", "1e2", "-1")),
    *((3, f'{{"id": {id}, "cnt": 1}}') for id in ('""', '"7"', '"07"', '"x"', "null", "-7", "1.5")),
    *((3, f'{{"id": 1, "cnt": {cnt}}}') for cnt in ("0", "-1", '"1"', '""', "true")),
    (3, '{"id": 1, "id": 2, "cnt": 1}'), (3, '{"id": 1, "id": 1, "cnt": 1}'),
    (3, '{"id": 1, "cnt": 1, "x": {"id": 2}}'),
    (3, '{"error": "x", "error_code": "007"}'), (3, '{"error": "x", "error_code": -7}'),
    (3, '[{"name": "mts", "status": 1, "id": 5}]'), (3, '[{"name": 7, "status": 1}]'),
    (3, '[{"name": "mts", "soc": 1, "status": "x"}]'),
    (3, '[{"name": "mts", "note": "x", "status": 1}]'), (3, '[{"note": "x", "name": "mts", "status": 1, "id": 5}]'),
    (3, '[{"name": "mts", "soc": 1}]'),
    (3, '[{"status": 1, "phone": "", "err": ""}]'), (3, '[{"status": 1, "id": "7"}, {"status": 0, "id": ""}]'),
    (3, '[{"status": 1, "status": 0}]'), (3, '[{"status": 1, "status": 1}]'),
    (3, '[{"status": 1, "x": {"status": 0}}]'),
    (2, "<a>" * 16 + "</a>" * 16), (2, "<a>" * 17 + "</a>" * 17),
    (1, "1,1\n\n79990000000,,,,7\nx\n79990000001,,,,7\n\n"), (1, "1,1\n,,,,7"), (1, "-3"), (1, "-3,7"),
    (1, "-3,7,79990000000"), (1, "1,,"), (1, "1,,,"), (1, ",,"),
)  # fmt: skip
_HLR = structs.replace(
    FULL, imsi="250010000000000", msc="79990000001", mcc="250", mnc="01", cn="Russia", rcn="Italy"
)
#: What is asked, and replies of which each format leaves out something.
REPLIES: tuple[tuple[str, Reply], ...] = (
    *((asked, FULL) for asked in ("status", "status, all=1", "status, all=2", "send")),
    *((asked, _HLR) for asked in ("status", "status, all=1", "status, all=2")),
    *((asked, Statuses((FULL, _HLR))) for asked in ("statuses", "statuses, all=1", "statuses, all=2")),
    ("send", Sent(id=7, cnt=1, code="0481", rest="more")),
    ("price", Price(cost=Decimal("1.40"), cnt=1, rest="more")),
    ("send", Failure(code=9, text="duplicate, wait", id=7, rest="more")),
    ("operators", Failure(code=9, id=7)),
    ("balance", Balance(balance=Decimal(5), currency="RUR", credit=Decimal(1))),
    ("balance", Balance(balance=Decimal("1E+2"))),
    ("send", Sent(id=7, cnt=1, balance=Decimal(1))),
    *(("send", Sent(id=7, cnt=1, phones=(PhoneRow(phone),))) for phone in ("7,8", "7\n8", "7")),
    ("operators", OperatorTemplates((OperatorTemplate("mts", 1, None), OperatorTemplate("soc", -1, 7)))),
    *(("status", Status(status=status)) for status in (-3, 0)),
    ("status, all=1", Status(status=1, status_name="Delivered")),
    ("status, all=2", Status(status=1, status_name="Delivered", sms_cnt=1)),
    ("send", Failure(code=9, text="ж")),
)


def of_body(fmt: int, body: bytes) -> Iterator[str]:
    """What an answer says to each question."""
    yield f"| fmt={fmt}: {_cut(body.decode('utf-8', 'backslashreplace'))}"
    found: dict[str, list[str]] = {}
    for asked, to in ASKED.items():
        try:
            said = f"= {_cut(brief(read_reply(body, to, fmt=fmt)))}"  # type: ignore[arg-type]
        except ReplyError as error:
            other = f"{_cut(error.text)}: " if error.text != body.decode("utf-8", "replace") else ""
            said = f"! {other}{error.reason.removesuffix(f' ({due(to).__name__})')}"
        found.setdefault(said, []).append(asked)
    for said, asked in found.items():
        yield f"{said}  <- {'; '.join(asked) if len(asked) < len(ASKED) / 2 else len(asked)}"


def of_reply(asked: str, reply: Reply) -> Iterator[str]:
    """How a reply is written."""
    yield f"> {asked}: {brief(reply)}"
    for to, fmt in (*((asked, fmt) for fmt in range(4)), ("balance", 3), ("statuses", 1)):
        try:
            made = build_reply(reply, ASKED[to], fmt=fmt)  # type: ignore[arg-type]
        except BuildError as error:
            yield f"  {to}, fmt={fmt}: not {error.field or 'the whole'}: {error.reason}"
            left = carried(reply, ASKED[to], fmt)  # type: ignore[arg-type]
            if left != reply:
                yield f"    {brief(left)}"
        else:
            yield f"  {to}, fmt={fmt}: {_cut(made.decode())}"


def _bodies() -> Iterator[tuple[int, bytes]]:
    for _, fmt, body, _ in (*DRIFT.values(), *REFUSED.values()):
        yield fmt, body
    for _, _, *forms in FORMS.values():
        for fmt, form in enumerate(forms):
            if form is not None:
                yield fmt, (json.dumps(form) if fmt == 3 else form).encode()
    for fmt, text in BODIES:
        yield fmt, text.encode()


def lines() -> Iterator[str]:
    """The lines of replied.txt."""
    for fmt, body in dict.fromkeys(_bodies()):
        yield from of_body(fmt, body)
    for asked, reply, *_ in FORMS.values():
        yield from of_reply(asked, reply)
    for asked, reply in REPLIES:
        yield from of_reply(asked, reply)


def _cut(text: str) -> str:
    return shown(text if len(text) <= 260 else f"{text[:200]}... {len(text)}")


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
