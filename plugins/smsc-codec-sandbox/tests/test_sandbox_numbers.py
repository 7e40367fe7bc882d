"""How much of everything: what a failure may be, what is kept of a text and of a fix, how many of each."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from smsc_codec_sandbox import app, connection, courier, http1, linting, sending, server
from smsc_codec_sandbox import figures as sums
from smsc_codec_sandbox.config import Account, Config, Fate
from smsc_codec_sandbox.content import Piece
from smsc_codec_sandbox.courier import Courier
from smsc_codec_sandbox.faults import Fault
from smsc_codec_sandbox.phone import phone, talk
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web import exports

from smsc_codec.api.operations import Send
from smsc_codec.diagnostics import Edit, Fix, Span

#: The lowest and the highest that a field of a failure may be; None where there is no end.
FIELDS: dict[str, tuple[Any, Any]] = {
    "times": (1, 10_000_000), "phone": ("7", "7" * 100), "login": ("a", "a" * 100), "probability": (0.001, 1),
    "code": (1, 99), "delay": (0, 1_000_000), "cut": (0, None), "status": (200, 599), "body": ("", "x" * 100_000),
}  # fmt: skip


def _beyond(value: Any, more: int) -> Any:
    if isinstance(value, str):
        return value + "x" if more > 0 else value[:-1]
    return value - 0.001 if isinstance(value, float) else value + more


@pytest.mark.parametrize(("name", "ends"), FIELDS.items(), ids=FIELDS)
def test_failures_have_bounds(name: str, ends: tuple[Any, Any]) -> None:
    """A failure takes its lowest and its highest, and nothing beyond."""
    for value, more in zip(ends, (-1, 1), strict=True):
        if value is not None:
            assert getattr(msgspec.convert({name: value}, Fault), name) == value
        if value not in (None, ""):
            with pytest.raises(msgspec.ValidationError, match=name):
                msgspec.convert({name: _beyond(value, more)}, Fault)


def test_so_much_is_kept_of_a_text() -> None:
    """Ten thousand characters of a text and of a comment are kept of each message, whatever it cost."""
    store = Store()
    piece = Piece(
        phones=("7",),
        wrong=(),
        channel="sms",
        said="x" * 10_001,
        text="y" * 10_001,
        cnt=1,
        comment="z" * 10_001,
    )
    going = [sending.Going("7", piece, Decimal(1), Fate())]
    (one,) = sending._messages(going, Send(), Account(login="a"), store, key=1, id=1, now=0.0)
    assert (len(one.said), len(one.text), len(one.comment)) == (10_000, 10_000, 10_000)
    store.close()


def test_so_much_is_kept_of_a_fix() -> None:
    """Three fixes of a finding, five changes of each, three hundred characters of a change."""
    edits = tuple(Edit(Span(at, at + 1), "x" * 301) for at in range(6))
    made = linting._mend(Fix("t", edits, safe=True), linting.Kept("abcdefg", []))
    assert (len(made.changes), len(made.changes[0].text), made.changes[4].start) == (5, 300, 4)


def test_limits_of_a_sandbox() -> None:
    """What is bounded is bounded so, that a machine of a developer holds it, and a day's tests fit in."""
    made = {
        http1.MOST_HEAD: 65_536, linting.KEPT: 20_000, linting._REMEMBERED: 100, linting._FIXES: 3,
        sums._MOST_MINUTES: 7 * 24 * 60, sums._MOST_NAMES: 1000, sums._AT_ONCE: 5000, exports.MOST: 10_000,
        phone.MOST_TALKS: 100, talk.MOST_STEPS: 1000, courier._MOST_WAITING: 100_000, courier._MOST_LINES: 1000,
        server.PORT: 8025, app.SHORT: 16_384, connection.PACKET: 16_384, sending.MOST_RECIPIENTS: 50_000,
    }  # fmt: skip
    assert list(made) == list(made.values())
    assert Courier(Config()).made.maxlen == 1000
