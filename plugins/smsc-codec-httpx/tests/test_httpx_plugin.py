"""What the package adds to others: transports and commands, found by entry points."""

from __future__ import annotations

import pytest
from smsc_codec_httpx import Client

import smsc_codec as sms
from smsc_codec import plugins
from smsc_codec.cli.app import app
from smsc_codec.client.mock import MockTransport


def test_entry_points() -> None:
    """The client and both commands are found by their names."""
    assert plugins.load(plugins.installed(plugins.TRANSPORTS)["httpx"]) is Client
    assert {"send", "status"} <= set(plugins.installed(plugins.COMMANDS))


@pytest.fixture(autouse=True)
def who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSC_LOGIN", "alex")
    monkeypatch.setenv("SMSC_PSW", "123")


def test_a_transport_that_is_not_installed(capsys: pytest.CaptureFixture[str]) -> None:
    """`--transport` names one of another package; one that nobody has is a usage error that lists those there are."""
    assert app(["send", "--transport", "pigeon", "--to", "79990000000", "--yes", "Hello"]) == 2
    assert "there is no transport 'pigeon'; installed: httpx" in capsys.readouterr().err


def test_a_transport_of_another_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--transport` has a client of another package carry the message."""

    class Point:
        name, group, dist = "pigeon", plugins.TRANSPORTS, None

        @staticmethod
        def load() -> object:
            return lambda access, hosts: sms.Client(
                access, MockTransport([sms.reply.Sent(id=7, cnt=1)]),
                clock=lambda: 0.0, sleep=lambda seconds: None, hosts=hosts,
            )  # fmt: skip

    monkeypatch.setattr("smsc_codec.client.by_name.installed", lambda group: {"pigeon": Point})
    assert app(["send", "--transport", "pigeon", "--to", "79990000000", "--yes", "Hello"]) == 0
    assert '"id": 7' in capsys.readouterr().out


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The commands stand among the others, each with a line that tells of it, and each has examples."""
    assert app(["--help"]) == 0
    out = capsys.readouterr().out
    assert "Show the delivery status of messages." in out
    assert "Send a message, a call or a mailing" in out
    for name in ("send", "status"):
        assert app([name, "--help"]) == 0
        assert "Examples:" in capsys.readouterr().out
