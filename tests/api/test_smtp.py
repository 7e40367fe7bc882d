"""Sendings as mails: the one line that says all of it (SMT-1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec import structs

from smsc_codec import BuildError, ParseError, api
from smsc_codec.api.replies.meanings import TYPES
from smsc_codec.api.smtp import FORMATS, Mail, _pattern, _spans, build, octets, read
from smsc_codec.diagnostics import Span
from smsc_codec.payloads import mailing, recipients, schedule
from smsc_codec.payloads.message.model import Message
from tests.api.strategies import hostile, sends

ALEX = api.Login("alex", "123")


def to(text: str, **fields: object) -> api.Send:
    return api.Send(phones=recipients.parse("79990000000"), message=Message(text), **fields)  # type: ignore[arg-type]


#: SMT-1: what is mailed, and the line that says it.
TABLE = [
    (Mail(to("Hello!"), ALEX), "alex:123:0:,:0,0,,0:79990000000:Hello!"),
    (Mail(to("a:b,c"), ALEX), "alex:123:0:,:0,0,,0:79990000000:a:b,c"),
    (
        Mail(
            to("Hi", id=7, sender="Shop", translit=1, schedule=schedule.parse("time=0101260900&tz=2")),
            ALEX,
            True,
        ),
        "alex:123:7:0101260900,2:1,0,Shop,1:79990000000:Hi",
    ),
    (Mail(to("Hi", channel="flash"), ALEX), "alex:123:0:,:0,1,,0:79990000000:Hi"),
    (Mail(to("Hi", channel="call"), ALEX), "alex:123:0:,:0,7,,0:79990000000:Hi"),
    (Mail(to("Hi", channel="viber"), ALEX), "alex:123:0:,:0,10,,0:79990000000:Hi"),
    (
        Mail(api.Send(list=mailing.parse("79990000000:a\n79990000001:b\\nc")), ALEX),
        "alex:123:0:,:0,0,,0::79990000000:a\n79990000001:b\\nc",
    ),
]


@pytest.mark.parametrize(("mail", "line"), TABLE, ids=range(len(TABLE)))
def test_table(mail: Mail, line: str) -> None:
    """SMT-1, STA-6: each is built as it stands and read back equal."""
    assert build(mail) == line
    assert read(line) == mail


@pytest.mark.parametrize(
    "line",
    [
        "alex:123:::1,,,:79990000000:Hello",
        "alex:123::0:1,0,:79990000000:Hello",
        "alex:123:0:0:1,0:79990000000:Hello\r\n",
    ],
)
def test_lines_of_others(line: str) -> None:
    """SMT-1: fields that are empty or left out at the end of their place say nothing, as real clients send them."""
    mail = read(line)
    assert (mail.operation.message, mail.operation.translit, mail.access, mail.test) == (
        Message("Hello"),
        1,
        ALEX,
        False,
    )


@pytest.mark.parametrize(
    ("mail", "field"),
    [
        (Mail(to("a\nb"), ALEX), "message"),
        (Mail(to("a"), api.Login("a:b", "1")), "login"),
        (Mail(to("a"), api.Login("a", "c4n4ry:1")), "psw"),
        (Mail(to("a", sender="a:b"), ALEX), "sender"),
        (Mail(to("a", sender="a,b"), ALEX), "sender"),
        (Mail(to("a", channel="whatsapp"), ALEX), "channel"),
        (Mail(to("a", cost=1), ALEX), "cost"),
        (Mail(to("a", maxsms=3), ALEX), "maxsms"),
        (Mail(to("a", files=(api.Upload("x.png", b"x"),)), ALEX), "files"),
        (Mail(to("a"), api.Key("c4n4ry")), "access"),  # type: ignore[arg-type]
        (Mail(api.Send(), ALEX), "phones"),
    ],
)
def test_what_no_mail_can_say(mail: Mail, field: str) -> None:
    """SMT-1: what has no place in the line, or would end its field, is refused by name."""
    with pytest.raises(BuildError) as caught:
        build(mail)
    assert caught.value.field == field
    assert "c4n4ry" not in str(caught.value)


def test_octets() -> None:
    """SMT-1: koi8-r where nothing else is said; what it cannot carry is told."""
    assert octets(Mail(to("Привет"), ALEX)).endswith(b":79990000000:" + "Привет".encode("koi8-r"))
    assert octets(Mail(to("😀"), ALEX), "utf-8").endswith("😀".encode())
    listed = api.Send(list=mailing.parse("79990000000:😀"))
    for operation, field in ((to("😀"), "message"), (listed, "list")):
        with pytest.raises(BuildError, match="koi8-r has no") as caught:
            octets(Mail(operation, ALEX))
        assert caught.value.field == field
    with pytest.raises(BuildError) as caught:
        octets(Mail(to("a"), api.Login("a", "c4n4ry😀")))
    assert (caught.value.field, "c4n4ry" in str(caught.value)) == ("psw", False)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("hello", 0),
        ("alex:c4n4ry:0:,:0,99,,0:79990000000:a", 18),
        ("alex:c4n4ry:0:,:0,0,,5:79990000000:a", 21),
        ("alex:c4n4ry:0:1,2,3:0,0,,0:79990000000:a", 14),
        ("alex:c4n4ry:0:soon,:0,0,,0:79990000000:a", 14),
        ("alex:c4n4ry:0:,:0,0,,0:hello:a", 23),
        ("alex::0:,:0,0,,0:79990000000:a", 5),
    ],
)
def test_wrong_lines(line: str, start: int) -> None:
    """SMT-1: what is wrong is told at its place, and the password is not in it."""
    with pytest.raises(ParseError) as caught:
        read(line)
    assert caught.value.problems[0].span.start == start
    assert "c4n4ry" not in f"{caught.value}{caught.value!r}{caught.value.source!r}"


#: What no mail says.
UNSAID = {"cost": 0, "err": False, "op": False, "maxsms": None, "tinyurl": False, "files": (), "fileurl": None,
          "voice": None, "param": None, "pp": None, "smsreq": None, "bot": None, "userip": None, "imgcode": None,
          "subj": None, "binary": None, "push": None}  # fmt: skip


@given(sends)
def test_back_and_forth(operation: api.Send) -> None:
    """SMT-1: whatever a mail can say reads back equal."""
    mail = Mail(structs.replace(operation, **UNSAID), ALEX)
    try:
        line = build(mail)
    except BuildError:
        return
    assert read(line) == mail


@given(hostile)
def test_any_text(text: str) -> None:
    """Any text is a mail or a ParseError, and never anything else."""
    for line in (
        text,
        f"alex:123:0:,:0,0,,0:{text}",
        f"alex:123:{text}:79990000000:a",
        f"alex:123:0:,:0,0,,0::{text}",
    ):
        try:
            read(line)
        except ParseError as error:
            assert all(0 <= p.span.start <= p.span.end <= len(line) for p in error.problems)


def test_places_of_empty_fields() -> None:
    """SMT-1: a field without a value stands behind its own colon or comma."""
    line = _pattern().fullmatch("a:b::,:,,,::79990000000:Hi")
    assert line is not None
    assert [*_spans(line).values()] == [
        Span(0, 1), Span(2, 3), *(Span(at, at) for at in (4, 5, 6, 7, 8, 9, 10, 11)), Span(12, 26)
    ]  # fmt: skip


def test_formats_are_those_of_statuses() -> None:
    """STA-6: the numbers of formats are those of the types of messages."""
    words = {"sms": "SMS", "flash": "flash", "hlr": "HLR", "ping": "ping", "mms": "MMS", "call": "call"}
    words |= {"mail": "e-mail", "viber": "Viber", "soc": "social"}
    assert {name: TYPES[int(number)] for name, number in FORMATS.items()} == words


@pytest.mark.parametrize(
    ("line", "shown", "told"),
    [
        ("alex:c4n4ry:0:,:0,0,,0:79990000000", "*" * 34, "six colons belong into a mail"),
        (
            "alex:c4n4ry:0:1,2,3:0,0,,0:79990000000:Hi",
            "alex:******:0:1,2,3:0,0,,0:79990000000:Hi",
            "too many commas",
        ),
        (
            "alex:c4n4ry:0:,:0,0,,0,9:79990000000:Hi",
            "alex:******:0:,:0,0,,0,9:79990000000:Hi",
            "too many commas",
        ),
    ],
)
def test_what_is_no_line(line: str, shown: str, told: str) -> None:
    """What is wrong with a line is told at its place; a password is not shown, wherever it may stand."""
    with pytest.raises(ParseError) as caught:
        read(line)
    (problem,) = caught.value.problems
    assert (caught.value.source, problem.message) == (shown, told)
    marked = line[problem.span.start : problem.span.end]
    assert marked == (
        line if told[0] == "s" else next(part for part in line.split(":") if part.count(",") in (2, 4))
    )
