"""A client by the name of its transport."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from smsc_codec.client import Client, by_name
from smsc_codec.client.mock import MockTransport
from smsc_codec.diagnostics import WrongArgument
from smsc_codec.plugins import PluginError
from tests.client.shared import ACCESS


def test_transports_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transport that is not installed is said with what brings it; a package that makes no client is broken."""
    point = EntryPoint("mine", "mine:make", "smsc_codec.transports")
    monkeypatch.setattr(by_name, "installed", lambda group: {"mine": point})
    monkeypatch.setattr(by_name, "load", lambda point: lambda access, **options: options["made"])
    client = Client(ACCESS, MockTransport(), clock=lambda: 0.0, sleep=lambda seconds: None)
    assert by_name.connect(ACCESS, "mine", made=client) is client
    with pytest.raises(PluginError, match="makes a str, which is not a client"):
        by_name.connect(ACCESS, "mine", made="x")
    with pytest.raises(
        WrongArgument, match=r"no transport 'httpx'; installed: mine; pip install 'smsc-codec\[http\]'"
    ):
        by_name.connect(ACCESS)
    monkeypatch.setattr(by_name, "installed", lambda group: {})
    with pytest.raises(WrongArgument, match=r"there is no transport 'other'$"):
        by_name.connect(ACCESS, "other")
