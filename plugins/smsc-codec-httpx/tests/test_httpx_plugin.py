"""What the package adds to others: transports and commands, found by entry points."""

from __future__ import annotations

import pytest
from smsc_codec_httpx import Client

from smsc_codec import plugins
from smsc_codec.cli.app import app


def test_entry_points() -> None:
    """The client and both commands are found by their names."""
    assert plugins.load(plugins.found(plugins.TRANSPORTS)["httpx"]) is Client
    assert {"send", "status"} <= set(plugins.found(plugins.COMMANDS))


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The commands stand among the others, each with a line that tells of it, and each has examples."""
    assert app(["--help"]) == 0
    out = capsys.readouterr().out
    assert "Ask what became of messages." in out
    assert "Send a message, a call or a mailing" in out
    for name in ("send", "status"):
        assert app([name, "--help"]) == 0
        assert "Examples:" in capsys.readouterr().out
