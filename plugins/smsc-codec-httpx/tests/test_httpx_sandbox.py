"""The clients and the commands against the sandbox: everything that can be asked, over real connections."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from smsc_codec_httpx import AsyncClient, Client, FileJournal
from smsc_codec_sandbox.sandbox import Sandbox

from smsc_codec import api
from smsc_codec.cli.app import app
from smsc_codec.client import HeldBack, NotFound, OutcomeUnknown, Repeated, asked, say
from smsc_codec.payloads.mailing.model import Line

ACCESS = api.Login("alex", "c4n4ry")
Call = Callable[..., Any]


@pytest.fixture(params=["blocking", "awaited"])
def call(request: pytest.FixtureRequest, smsc_sandbox: Sandbox) -> Call:
    """Calls a method of either client, each call by a client of its own."""

    def at_once(name: str, *given: Any, **named: Any) -> Any:
        with Client(ACCESS, hosts=[smsc_sandbox.address], timeout=120) as client:
            return getattr(client, name)(*given, **named)

    async def once(name: str, *given: Any, **named: Any) -> Any:
        async with AsyncClient(ACCESS, hosts=[smsc_sandbox.address], timeout=120) as client:
            return await getattr(client, name)(*given, **named)

    if request.param == "blocking":
        return at_once
    return lambda name, *given, **named: asyncio.run(once(name, *given, **named))


def test_a_day_of_a_client(call: Call, smsc_sandbox: Sandbox) -> None:
    """RSP, STA, TPL, OPT, EVT, BAL, VIR-1: each method is understood, and its reply too."""
    price = call("cost", say("79990000000,79990000001", "Привет"))
    before = call("balance", currency=True).balance
    sent = call("send", say("79990000000,79990000001", "Привет", cost=3))
    assert (price.cnt, sent.cnt, sent.cost) == (2, 2, price.cost)
    assert sent.balance == before - price.cost == call("balance").balance
    smsc_sandbox.advance(3600)
    question = api.GetStatus(
        tuple(asked(phone, sent.id).messages[0] for phone in ("79990000000", "79990000001")), all=1
    )
    assert [(row.status, row.message) for row in call("status", question)] == [(1, "Привет")] * 2
    number = call("add_template", api.AddTemplate("hello", "Привет"))
    call("change_template", api.ChangeTemplate(number, name="bye"))
    assert [(one.id, one.name, one.message) for one in call("templates")] == [(number, "bye", "Привет")]
    call("delete_template", number)
    with pytest.raises(NotFound):
        call("delete_template", number)
    (added,) = call("add_operator_template", api.AddOperatorTemplate("Shop", "Привет", ("mts_srv",)))
    assert (added.name, added.status) == ("mts_srv", 1)
    assert [one.name for one in call("operator_templates", "Shop", "Привет")] == ["mts_srv"]
    assert all("c4n4ry" not in repr(one) for one in smsc_sandbox.requests)


def test_mailing(call: Call, smsc_sandbox: Sandbox, tmp_path: Path) -> None:
    """LIST-1, LIST-6: every line of a mailing is caught once, line ends and all."""
    lines = [Line((str(79990000000 + n),), f"Привет {n}\nAlex") for n in range(120)]
    with FileJournal(tmp_path / "journal") as journal:
        done = call("mailing", iter(lines), api.Send(sender="Shop"), journal=journal, most_lines=50)
    assert (done.lines, done.requests) == (120, 3)
    assert [(one.phone, one.text) for one in smsc_sandbox.messages] == [
        (one.phones[0], one.text) for one in lines
    ]
    with FileJournal(tmp_path / "journal") as journal:
        assert call("mailing", lines, api.Send(sender="Shop"), journal=journal).skipped == 120
    assert len(smsc_sandbox.messages) == 120


@pytest.mark.parametrize(
    ("fault", "carried_out"),
    [({"cut": 0}, True), ({"cut": 10}, True), ({"body": "<h1>?</h1>"}, True), ({"status": 503}, False)],
    ids=["nothing", "half", "page", "gateway"],
)
def test_unclear(call: Call, smsc_sandbox: Sandbox, fault: dict[str, Any], carried_out: bool) -> None:
    """STA-4: whether a message whose reply got lost was taken, the question in the error tells."""
    smsc_sandbox.fail(endpoint="send", **fault)
    with pytest.raises(OutcomeUnknown) as caught:
        call("send", say("79990000000", "Hello"))
    (row,) = call("status", caught.value.ask)
    assert (row.status != -3) == carried_out == bool(smsc_sandbox.messages)
    assert len(smsc_sandbox.requests) == 2


def test_repeated(call: Call, smsc_sandbox: Sandbox) -> None:
    """LIM-1: what the client is told to send again within a minute the service refuses, and it is said so."""
    hello = say("79990000000", "Hello", id=7)
    call("send", hello)
    with pytest.raises(Repeated, match="minute"):
        call("send", hello, again=True)
    smsc_sandbox.advance(61)
    assert call("send", hello, again=True).id == 7
    assert len(smsc_sandbox.messages) == 2


def test_repeated_is_held_back(smsc_sandbox: Sandbox) -> None:
    """LIM-1: one client does not even ask."""
    with Client(ACCESS, hosts=[smsc_sandbox.address]) as client:
        client.send(say("79990000000", "Hello"))
        with pytest.raises(HeldBack):
            client.send(say("79990000000", "Hello"))
    assert len(smsc_sandbox.messages) == 1


@pytest.mark.parametrize("name", ["send", "status"])
def test_commands(
    name: str, smsc_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """IVR-1, VIR-1: a menu is sent by the one command, and its delivered status shown by the other."""
    monkeypatch.setenv("SMSC_LOGIN", "alex")
    monkeypatch.setenv("SMSC_PSW", "c4n4ry")
    monkeypatch.setenv("SMSC_HOST", smsc_sandbox.address)
    menu = Path(__file__).resolve().parents[3] / "docs" / "examples" / "sound" / "clinic.menu"
    assert app(["send", "--to", "79990000000", "--call", "--id", "7", "--yes", "--file", str(menu)]) == 0
    (caught,) = smsc_sandbox.messages
    assert caught.text == menu.read_text(encoding="utf-8").removesuffix("\n")
    smsc_sandbox.advance(3600)
    if name == "status":
        capsys.readouterr()
        assert app(["status", "79990000000", "7", "--all", "1"]) == 0
        told = capsys.readouterr()
        assert "delivered" in told.err
        assert '"type": 7' in told.out
