"""Replies in every format, right and wrong: what each says, or why it is none. Writes replied.txt anew.

    python -m tests.api.replied

Behind `|` is what was asked, the format and the octets, behind `=` the reply without what it has by default, behind
`!` what is shown of those octets and why they are no reply. Behind `>` is a reply, and below it what the service
writes in each format, or what stands in its way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smsc_codec import BuildError
from smsc_codec.api.replies import ReplyError, build_reply, read_reply
from tests.api.reply_strategies import ASKED
from tests.api.taken import brief
from tests.api.test_replies import DRIFT, FORMS, REFUSED
from tests.told import shown

PATH = Path(__file__).parent / "replied.txt"
#: What is asked, a format, and what is answered.
BODIES: tuple[tuple[str, int, str], ...] = ()


def of_body(asked: str, fmt: int, body: bytes) -> Iterator[str]:
    """What an answer says."""
    yield f"| {asked}, fmt={fmt}: {_cut(body.decode('utf-8', 'backslashreplace'))}"
    try:
        reply = read_reply(body, ASKED[asked], fmt=fmt)  # type: ignore[arg-type]
    except ReplyError as error:
        yield f"! {_cut(error.text)}: {error.reason}"
    else:
        yield f"= {_cut(brief(reply))}"


def of_form(name: str) -> Iterator[str]:
    """How a reply is written."""
    asked, reply, *_ = FORMS[name]
    yield f"> {asked}: {brief(reply)}"
    for to, fmt in (*((asked, fmt) for fmt in range(4)), ("balance", 3), ("statuses", 1)):
        try:
            made = build_reply(reply, ASKED[to], fmt=fmt)  # type: ignore[arg-type]
        except BuildError as error:
            yield f"  {to}, fmt={fmt}: not {error.field or 'the whole'}: {error.reason}"
        else:
            yield f"  {to}, fmt={fmt}: {_cut(made.decode())}"


def lines() -> Iterator[str]:
    """The lines of replied.txt."""
    for asked, fmt, data, _ in (*DRIFT.values(), *REFUSED.values()):
        yield from of_body(asked, fmt, data)
    for asked, fmt, body in BODIES:
        yield from of_body(asked, fmt, body.encode())
    for name in FORMS:
        yield from of_form(name)


def _cut(text: str) -> str:
    return shown(text if len(text) <= 260 else f"{text[:200]}... {len(text)}")


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
