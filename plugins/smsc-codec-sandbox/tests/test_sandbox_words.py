"""What pages say in words: times under bars, and what has become of a message."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from smsc_codec_sandbox.web.render import short
from smsc_codec_sandbox.web.views import status

from smsc_codec.api.replies import meanings


def test_times_under_bars() -> None:
    """The hour today, else the day."""
    now = datetime.now().replace(hour=12, minute=34)
    assert short(now.timestamp()) == "12:34"
    before = now - timedelta(days=1)
    assert short(before.timestamp()) == before.strftime("%d.%m.")


def test_what_has_become_of_a_message() -> None:
    """The error is told where there is one (STA-1)."""
    asked: Any = SimpleNamespace(say=str)
    delivered: Any = SimpleNamespace(status=1, err=0)
    assert status(asked, delivered) == meanings.status(1)
    failed: Any = SimpleNamespace(status=20, err=6)
    assert status(asked, failed) == f"{meanings.status(20)}: {meanings.error(6)} (6)"
