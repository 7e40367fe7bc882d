"""Replies in every format, right and wrong: what each says, or why it is none. Writes replied.txt anew.

    python -m tests.api.replied

Behind `|` is what was asked, the format and the octets, behind `=` the reply without what it has by default, behind
`!` what is shown of those octets and why they are no reply. Behind `>` is a reply, and below it what each format
carries of it, and what the service writes then, or what stands in its way.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from msgspec import structs

from smsc_codec import BuildError
from smsc_codec.api.replies import ReplyError, build_reply, read_reply
from smsc_codec.api.replies.carried import carried
from smsc_codec.api.replies.model import Balance, Failure, Price, Reply, Sent, Statuses
from tests.api.reply_strategies import ASKED
from tests.api.taken import brief
from tests.api.test_replies import DRIFT, FORMS, FULL, REFUSED
from tests.told import shown

PATH = Path(__file__).parent / "replied.txt"
#: What is asked, a format, and what is answered.
BODIES: tuple[tuple[str, int, str], ...] = ()
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
)


def of_body(asked: str, fmt: int, body: bytes) -> Iterator[str]:
    """What an answer says."""
    yield f"| {asked}, fmt={fmt}: {_cut(body.decode('utf-8', 'backslashreplace'))}"
    try:
        reply = read_reply(body, ASKED[asked], fmt=fmt)  # type: ignore[arg-type]
    except ReplyError as error:
        yield f"! {_cut(error.text)}: {error.reason}"
    else:
        yield f"= {_cut(brief(reply))}"


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


def lines() -> Iterator[str]:
    """The lines of replied.txt."""
    for asked, fmt, data, _ in (*DRIFT.values(), *REFUSED.values()):
        yield from of_body(asked, fmt, data)
    for asked, fmt, body in BODIES:
        yield from of_body(asked, fmt, body.encode())
    for asked, reply, *_ in FORMS.values():
        yield from of_reply(asked, reply)
    for asked, reply in REPLIES:
        yield from of_reply(asked, reply)


def _cut(text: str) -> str:
    return shown(text if len(text) <= 260 else f"{text[:200]}... {len(text)}")


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
