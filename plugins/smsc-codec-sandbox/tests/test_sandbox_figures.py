"""Figures: what was sent, what it cost, what was found, over time; what would cost less (SEG-1)."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sandbox_page import asked
from smsc_codec_sandbox import figures as module
from smsc_codec_sandbox.clock import Clock
from smsc_codec_sandbox.config import Fate, settled
from smsc_codec_sandbox.figures import MOST_BARS, Figures, Sum
from smsc_codec_sandbox.model import Exchange, Message, Noted
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web import Web

from smsc_codec.diagnostics import Severity

START = 1_700_000_000.0


def message(key: int, at: float = START, **more: Any) -> Message:
    """A message of the store."""
    said = {"channel": "sms", "text": "Hi", "cnt": 1, "cost": Decimal("1.00")} | more
    return Message(
        key=key, request=key, login="alex", id=key, phone="79990000000", said=said["text"], made=at, due=at,
        fate=Fate(), **said,
    )  # fmt: skip


messages = st.lists(
    st.builds(
        lambda channel, cnt, cost, minutes, sender, text: (channel, cnt, Decimal(cost) / 100, minutes, sender, text),
        st.sampled_from(["sms", "call", "viber"]), st.integers(1, 20), st.integers(0, 500),
        st.integers(0, 60 * 24 * 90), st.sampled_from(["", "Shop", "Bank"]), st.sampled_from(["a", "b", "c"]),
    ),
    max_size=30,
)  # fmt: skip


@given(messages)
@settings(deadline=None, max_examples=60)
def test_sums(rows: list[tuple[str, int, Decimal, int, str, str]]) -> None:
    """All sums are those of the messages, whoever adds them up; bars follow one another, and hold what is in them."""
    store = Store()
    made = Figures(store)
    for key, (channel, cnt, cost, minutes, sender, text) in enumerate(rows, 1):
        row = message(
            key, START + 60 * minutes, channel=channel, cnt=cnt, cost=cost, sender=sender, text=text
        )
        store.add([row])
        if key % 3 == 0:
            made.update()
    made.update()
    whole = Sum(len(rows), sum(r[1] for r in rows), sum((r[2] for r in rows), Decimal(0)))
    assert made.total == whole
    for sums, at in ((made.channels, 0), (made.senders, 4)):
        for name, one in sums.items():
            mine = [r for r in rows if r[at] == name]
            assert one == Sum(len(mine), sum(r[1] for r in mine), sum((r[2] for r in mine), Decimal(0)))
    step, bars = made.bars()
    assert len(bars) <= MOST_BARS
    assert all(b.at - a.at == step * 60 for a, b in pairwise(bars))
    shown = [r for r in rows if bars and START + 60 * r[3] >= bars[0].at]
    assert sum(one.messages for bar in bars for one in bar.channels.values()) == len(shown)
    dear = made.dearest()
    assert [one.sum.cost for one in dear] == sorted((one.sum.cost for one in dear), reverse=True)
    store.close()


def found(key: int, *severities: Severity) -> Exchange:
    """A request in which something was found."""
    said = {"code": "X", "name": "x", "message": "x", "start": 0, "end": 1, "line": 1, "column": 1}
    return Exchange(
        key=key, at=START, method="GET", endpoint="send", login="", text="", reply="", fmt=0, charset="utf-8",
        findings=tuple(Noted(severity=severity, **said) for severity in severities),
    )  # fmt: skip


def test_what_is_kept_behind_later_ones_counts() -> None:
    """A long request is kept when others that came later are there already and were counted: each counts once."""
    store = Store()
    made = Figures(store)
    store.add([message(5)])
    store.note(found(7, "error"))
    assert (made.update(), made.total.messages, made.findings) == (False, 1, {"error": 1})
    store.add([message(3), message(4)])
    store.note(found(6, "error", "info"))
    assert (made.update(), made.total.messages, made.findings) == (False, 3, {"error": 2, "info": 1})
    store.replace(message(3, text="another"))
    assert made.total.messages == 3
    store.close()


def test_what_was_there_before_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a file has kept is counted piece by piece when somebody looks, what comes meanwhile beside it."""
    monkeypatch.setattr(module, "_AT_ONCE", 2)
    store = Store()
    store.add([message(key) for key in range(1, 6)])
    for key in range(1, 4):
        store.note(found(key, "warning"))
    made = Figures(store)
    store.add([message(6)])
    store.note(found(4, "warning"))
    seen = [(made.total.messages, made.findings["warning"])]
    for _ in range(4):
        more = made.update()
        seen.append((made.total.messages, made.findings["warning"]))
        if not more:
            break
    assert seen == [(1, 1), (3, 3), (5, 4), (6, 4)]
    again = Figures(store)
    again.clear()
    assert (again.update(), again.total.messages, again.findings.total()) == (False, 0, 0)
    store.close()


def test_what_would_cost_less() -> None:
    """SEG-1: a text that quotes make dear is shown with the one that is not; a call is not."""
    store = Store()
    text = "“Sale” " + "x" * 100
    store.add([message(1, text=text, cnt=2, cost=Decimal(2)), message(2, text=text, channel="call")])
    made = Figures(store)
    made.update()
    sms, call = made.dearest()
    assert sms.saving is not None
    assert (sms.saving.before.parts, sms.saving.after.parts) == (2, 1)
    assert sms.saving.text.startswith('"Sale"')
    assert call.saving is None
    store.close()


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither texts nor minutes are kept without an end; the sums stay."""
    monkeypatch.setattr(module, "_MOST_NAMES", 10)
    monkeypatch.setattr(module, "_MOST_MINUTES", 20)
    store = Store()
    made = Figures(store)
    for key in range(1, 101):
        store.add([message(key, START + 60 * key, text=f"text {key}", sender=f"s{key}", cost=Decimal(key))])
        made.update()
    assert made.total.messages == 100
    assert len(made.senders) <= 20
    assert made.dearest(1)[0].text == "text 100"
    assert sum(one.messages for bar in made.bars()[1] for one in bar.channels.values()) <= 20
    made.clear()
    assert (made.update(), made.total, made.bars()[1]) == (False, Sum(), [])
    store.close()


class _Stopped(Clock):
    def now(self) -> float:
        return START + self.ahead


def test_page() -> None:
    """The page draws what was sent and found, tells each piece in words, and escapes what senders and texts say."""
    service = Service(settled({"limits": False}), clock=_Stopped())
    web = Web(service)
    assert b"Nothing was caught yet" in asked(web, "/sandbox/figures").data
    content = "application/x-www-form-urlencoded"
    for n in range(3):
        fields = {"login": "a", "psw": "b", "phones": "79990000000", "charset": "utf-8", "sender": "<b>x",
                  "mes": f"“Hi” <script>{n}" + "x" * 100}  # fmt: skip
        service.answer("POST", "/sys/send.php", content, urlencode(fields).encode())
        service.advance(600)
    call = {"login": "a", "psw": "b", "phones": "79990000000", "call": 1, "mes": "Hi{menu: press 1"}
    service.answer("POST", "/sys/send.php", content, urlencode(call).encode())
    for language in ("en", "ru"):
        seen = asked(web, "/sandbox/figures", accept_language=language).data.decode()
        assert seen.count('class="kind-sms"') >= 9
        assert 'class="kind-call"' in seen
        assert "<script>0" not in seen
        assert "<b>x" not in seen
        assert re.search(r"<title>[^<]*: 1</title>", seen)
        assert ("What cost most" in seen) == (language == "en")
        assert ("Самое дорогое" in seen) == (language == "ru")
    service.clear()
    assert b"Nothing was caught yet" in asked(web, "/sandbox/page/figures").data
    service.store.close()
