"""`smsc-codec send --wait`: what becomes of a message, and how often is asked."""

from __future__ import annotations

from typing import Any

import pytest
from smsc_codec_httpx.commands.follow import PAUSES, follow
from smsc_codec_sandbox.sandbox import started

from smsc_codec.api import Asked, GetStatus
from smsc_codec.api.limits import Limits
from smsc_codec.api.replies.model import Status
from smsc_codec.cli.app import app
from smsc_codec.payloads.recipients.model import Phone

QUESTION = GetStatus((Asked(Phone("79990000000"), 7),))


class Clock:
    """A client of a service whose messages have a status at a time, and the time, which only sleeping passes."""

    def __init__(self, *statuses: tuple[float, int]) -> None:
        self.statuses = statuses
        self.now = 0.0
        self.asked: list[float] = []
        self.limits = Limits()

    def status(self, question: GetStatus) -> tuple[Status, ...]:
        token = self.limits.begin(question, self.now).token
        assert token is not None
        self.limits.end(token)
        self.asked.append(self.now)
        return (Status(status=[code for since, code in self.statuses if since <= self.now][-1]),)

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


@pytest.mark.parametrize(
    ("statuses", "seconds", "last", "until"),
    [
        ([(0, 1)], 60, 1, 0),
        ([(0, -1), (3, 0), (5, 1)], 60, 1, 6),
        ([(0, -1), (1000, 1)], 300, -1, 300),
        ([(0, -1), (7, 20)], 60, 20, 14),
        ([(0, -1)], 0, -1, 0),
        ([(0, -3)], 60, -3, 0),
    ],
)
def test_follow(
    statuses: Any, seconds: float, last: int, until: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """STA-4: it ends with the last status or with the time; STA-7: and never asks more often than the service takes."""
    clock = Clock(*statuses)
    row = follow(clock, QUESTION, seconds, clock.sleep)  # type: ignore[arg-type]
    assert (row.status, clock.now) == (last, until)
    said = [line for line in capsys.readouterr().err.split("\n") if line]
    seen = [[code for since, code in statuses if since <= asked][-1] for asked in clock.asked]
    assert len(said) == len(dict.fromkeys(seen))
    assert PAUSES[-1] <= 60


def test_menu_is_delivered(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """VIR-1: one command sends a voice menu to the sandbox, and shows that it was delivered."""
    (tmp_path / "a.menu").write_text(
        "Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMSC_LOGIN", "alex")
    monkeypatch.setenv("SMSC_PSW", "c4n4ry")
    monkeypatch.delenv("SMSC_APIKEY", raising=False)
    call = ["send", "--to", "79990000000", "--call", "--file", "a.menu", "--yes", "--wait", "600"]
    with started(pace={"sent": 3600, "final": 3600}) as sandbox:
        # Time passes once the status was asked for.
        sandbox.service.heard.append(lambda one: sandbox.advance(3600 * (one.endpoint == "status")))
        assert app([*call, "--host", sandbox.address]) == 0
    shown = capsys.readouterr()
    assert '"reply": "sent"' in shown.out
    assert "waiting to be sent" in shown.err
    assert shown.err.rstrip().endswith(": delivered")
