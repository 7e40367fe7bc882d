"""The language of the page's search field."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smsc_codec_sandbox.config import Fate
from smsc_codec_sandbox.model import Brief, BriefFinding, Marks, Message
from smsc_codec_sandbox.web.found import Found, fields, understood
from smsc_codec_sandbox.web.search import LONGEST, Unclear, moment

NOW = datetime(2026, 11, 28, 12, 0, 0).timestamp()


def found(**changed: Any) -> Found:
    """A delivered SMS of ten minutes ago, with a warning in its request."""
    own = {name: value for name, value in changed.items() if name in Message.__struct_fields__}
    usual: dict[str, Any] = {
        "key": 7, "request": 3, "login": "alex", "id": 42, "phone": "79991234567", "channel": "sms",
        "text": "Hello, Иван", "said": "Hello, Иван", "cnt": 2, "cost": Decimal("2.50"), "made": NOW - 600,
        "due": NOW - 600, "fate": Fate(), "sender": "Shop", "comment": "order 7",
    }  # fmt: skip
    finding = BriefFinding("REQ031", "freq-without-period", "warning")
    return Found(
        Message(**{**usual, **own}), changed.get("status", 1), changed.get("err", 0), NOW,
        changed.get("brief", Brief(3, (finding,))), changed.get("marks", Marks(seen=True, tags=("Blue sky",))),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "hello", "HELLO", "иван", "shop", "7999123", "hello shop", "42", "order", "blue", "phone:7999",
        'text:"Hello, Иван"', '"Hello, Иван"', "sender:SHOP", "channel:sms", "Channel:SMS", "status:delivered",
        "status:1",
        "error:none", "error:0", "finding:any", "finding:warning", "finding:REQ031", "finding:req031",
        "finding:freq-without", 'tag:"blue sky"', "is:read", "is:tagged", "login:alex", "id:42", "request:3",
        "cost:2.5", "cost:>2", "cost:<3", "parts:2", "parts:>1", "comment:order", "after:1h", "before:5m",
        "after:11:00", "before:12:00:00", "after:2026-11-28", "after:2026-11-28T11:49", "-absent",
        "-phone:8", "-is:unread", "phone:7999 status:delivered -tag:red hello", "-text:x", '-"x y"',
    ],
)  # fmt: skip
def test_finds(text: str) -> None:
    """Each term holds of the message: words anywhere in it, fields in theirs, and none that a minus shuts out."""
    assert understood(text, NOW)(found())


@pytest.mark.parametrize(
    "text",
    [
        "absent", "hello absent", "phone:8999", "text:Shop", "sender:hello", "channel:call", "status:failed",
        "status:going", "status:20", "error:any", "error:6", "finding:none", "finding:error", "finding:REQ999",
        "tag:blue", "is:unread", "is:pinned", "login:ale", "id:4", "request:33", "cost:>2.5", "cost:<2.5", "parts:1",
        "after:5m", "before:1h", "after:2026-11-29", "-hello", "-phone:7999", "-is:read", '"Иван, Hello"',
    ],
)  # fmt: skip
def test_leaves_out(text: str) -> None:
    """One term that does not hold leaves the message out."""
    assert not understood(text, NOW)(found())


def test_what_changes() -> None:
    """STA-4, STA-5: statuses by name, by number and by how they went; the error in one."""
    assert understood("status:waiting status:going status:-1", NOW)(found(status=-1))
    assert understood("status:failed error:any error:6 status:20", NOW)(found(status=20, err=6))
    assert understood("is:pinned is:unread -is:tagged", NOW)(found(marks=Marks(pinned=True)))
    assert understood("finding:none -finding:any -finding:REQ031", NOW)(found(brief=None))
    assert understood("status:read status:delivered -status:expired", NOW)(found(status=2))
    assert understood("status:expired status:failed -status:read", NOW)(found(status=3))
    assert understood("status:sent status:going -status:waiting", NOW)(found(status=0))
    assert understood("-status:99999 -error:99999", NOW)(found())
    assert not understood("x" * LONGEST, NOW)(found())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phnoe:7", 'there is no field "phnoe"'),
        ("http://example.test", "put them in quotation marks"),
        ("call:79990000000", 'there is no field "call"'),
        ("status:delvered", '"delvered" is none of'),
        ("channel:fax", '"fax" is none of'),
        ("is:", "is: says nothing"),
        ('phone:""', "phone: says nothing"),
        ("-", "nothing behind the minus"),
        ("hello -", "nothing behind the minus"),
        ('"hello', "no second one"),
        ('text:"hello', "no second one"),
        ("status:²", "is none of"),
        ("status:100000", "is none of"),
        ("error:100000", "is none of"),
        ("error:²", "is none of"),
        ("cost:many", "is no number"),
        ("after:soon", "is no time"),
        ("after:25:00", "is no time"),
        ("after:2026-13-01", "is no time"),
        ("x" * (LONGEST + 1), "at most 500"),
    ],
)
def test_a_search_that_means_nothing(text: str, told: str) -> None:
    """A field, a value or a mark that is none is told, never passed over: no search is silently another one."""
    with pytest.raises(Unclear, match=None) as caught:
        understood(text, NOW)
    assert told in str(caught.value)
    assert caught.value.sentence.format(**caught.value.values) == str(caught.value)


@given(st.text(max_size=60) | st.from_regex(r'(-?([a-z]{2,8}:)?("[^"]*"|[^ "]{0,8}) ?){0,6}', fullmatch=True))
def test_any_text(text: str) -> None:
    """Whatever is typed is a search, or is told why it is none."""
    try:
        search = understood(text, NOW)
    except Unclear:
        return
    assert search(found()) in (True, False)


@given(st.text('ab "-:', max_size=20))
def test_a_quoted_text_is_found(text: str) -> None:
    """What is quoted is looked for as it is, whatever it holds."""
    wanted = text.replace('"', "")
    if wanted:
        assert understood(f'text:"{wanted}"', NOW)(found(text=f"before {wanted} after"))


def test_fields_are_documented() -> None:
    """Each field has a row of the table in docs/sandbox.md."""
    from pathlib import Path

    page = (Path(__file__).parents[3] / "docs" / "sandbox.md").read_text(encoding="utf-8")
    assert [name for name in fields(NOW) if f"`{name}:" not in page] == []


def test_a_moment_and_what_is_at_it() -> None:
    """What came at a moment is after it, and not before it."""
    assert understood("after:0m", NOW)(found(made=NOW))
    assert not understood("before:0m", NOW)(found(made=NOW))
    assert understood("before:0m -after:0m", NOW)(found(made=NOW - 0.001))


def test_moments() -> None:
    """A time of day is of today, a day begins at midnight, and what is ago is counted back."""
    assert moment("10m", NOW) == NOW - 600
    ago = {"7s": 7, "2h": 7200, "2d": 172_800, "999999s": 999_999, "999999d": 999_999 * 86_400}
    assert {value: NOW - moment(value, NOW) for value in ago} == ago
    assert moment("11:00", NOW) == NOW - 3600
    assert moment("2026-11-28", NOW) == NOW - 12 * 3600
