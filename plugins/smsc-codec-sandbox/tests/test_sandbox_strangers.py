"""Clients of the service that others wrote, unmodified, each in an environment of its own (BEY-9)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sandbox_wire import api
from smsc_codec_sandbox.sandbox import Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.packaging]
TEXT = "Привет, мир! €1 & <b>100%</b> + 'x'"


def _run(folder: Path, package: str, program: str, *arguments: str) -> Any:
    """What a program prints as JSON, run where a package of the registry is installed."""
    python = folder / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True, timeout=120)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    subprocess.run(install, check=True, timeout=400)
    (folder / "program.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [python, "program.py", *arguments], cwd=folder, capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


SMSC = """
import json, sys
from smsc import FlashMessage, SMSC, SMSMessage, ViberMessage
address, text = sys.argv[1:]
SMSC._url = address + "/sys/"
client = SMSC(login="alex", password="123", sender="Shop")
to = ["79990000000", "+79990000001"]
price = client.get_cost(to=to, message=SMSMessage(text=text))
sent = client.send(to=to, message=SMSMessage(text=text))
client.send(to="79990000002", message=SMSMessage(text=text * 9, maxsms=1, translit=1, tinyurl=1))
client.send(to="79990000003", message=FlashMessage(text="Flash"))
client.send(to="79990000004", message=ViberMessage(text="Viber"))
(one,) = client.get_status(to="79990000000", msg_id=str(sent.message_id))
two = client.get_status(to=["79990000000", "79990000001"], msg_id=[str(sent.message_id)] * 2)
balance = client.get_balance()
again = client.send(to=to, message=SMSMessage(text=text))
print(json.dumps({
    "price": [price.count, price.cost], "sent": [sent.count, sent.cost, sent.message_id, sent.error],
    "status": [one.status.status_id, one.status.name, one.data["phone"], one.data["message"]],
    "two": [row.status.status_id for row in two],
    "balance": [balance.balance, balance.currency], "again": list(again.error),
}))
"""


def test_smsc(smsc_sandbox: Sandbox, tmp_path: Path) -> None:
    """BEY-9, RSP-4, STA-1, STA-3, BAL-1, ERR-3: the package `smsc` prices, sends, asks, and is refused."""
    told = _run(tmp_path, "smsc", SMSC, smsc_sandbox.address, TEXT)
    first, second, short, flash, viber = api(smsc_sandbox.address, "messages")[::-1]
    assert [first["phone"], second["phone"]] == ["79990000000", "79990000001"]
    assert {first["text"], second["text"]} == {TEXT}
    assert (first["sender"], first["channel"]) == ("Shop", "sms")
    assert (short["cnt"], flash["channel"], viber["channel"]) == (1, "flash", "viber")
    asked = [row["operation"] for row in api(smsc_sandbox.address, "requests")[::-1]]
    assert asked[2]["tinyurl"] is True
    assert (asked[2]["translit"], asked[2]["maxsms"]) == (1, 1)
    assert asked[5]["all"] == 2
    assert told["price"] == [2, 2.0]
    assert told["sent"] == [2, 2.0, first["id"], None]
    assert told["status"] == [-1, "Waiting to be sent", "79990000000", TEXT]
    assert told["two"] == [-1, -1]
    assert told["balance"] == [994.5, "RUR"]
    assert told["again"] == [9, "duplicate request, wait a minute"]


SMSC_CLIENT = """
import json, sys, uuid
from smsc_client import SMSCAPI
address, text = sys.argv[1:]
client = SMSCAPI(login="alex", password="123")
client._domain = address + "/"
id = uuid.UUID("12345678-1234-5678-1234-567812345678")
sent = client.default.send(phones="79990000000,79990000001", mes=text, id=id, sender="Shop")
print(json.dumps([sent.OK, sent.ID]))
"""


def test_smsc_client(smsc_sandbox: Sandbox, tmp_path: Path) -> None:
    """BEY-9, RSP-1, PAR-4: the package `smsc-client` takes the reply in words apart."""
    told = _run(tmp_path, "smsc-client", SMSC_CLIENT, smsc_sandbox.address, "Hello, world + 1")
    assert told == ["2 SMS", "12345678-1234-5678-1234-567812345678"]
    messages = api(smsc_sandbox.address, "messages")[::-1]
    assert [row["text"] for row in messages] == ["Hello, world + 1"] * 2
    assert [row["phone"] for row in messages] == ["79990000000", "79990000001"]
    assert messages[0]["id"] == "12345678-1234-5678-1234-567812345678"
    assert messages[0]["sender"] == "Shop"


APPRISE = """
import json, sys
import apprise
from apprise.plugins.smsc import NotifySMSC
address, file = sys.argv[1:]
NotifySMSC.notify_url = address + "/sys/send.php"
NotifySMSC.request_rate_per_sec = 0
client = apprise.Apprise()
client.add("smsc://alex:123@+79990000000/+79990000001/?sender=Shop")
other = apprise.Apprise()
other.add("smsc://alex:wrong@+79990000000")
print(json.dumps([
    bool(client.notify(body="Hello & good-bye")), bool(client.notify(body="A cat", attach=file)),
    bool(other.notify(body="Hello")),
]))
"""


def test_apprise(smsc_sandbox: Sandbox, tmp_path: Path) -> None:
    """BEY-9, REQ-5, FIL-5: `apprise` sends an SMS, an MMS with a file, and learns that a password is wrong."""
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    told = _run(tmp_path, "apprise", APPRISE, smsc_sandbox.address, str(tmp_path / "cat.png"))
    assert told == [True, True, False]
    messages = api(smsc_sandbox.address, "messages")[::-1]
    assert [row["phone"] for row in messages] == ["79990000000", "79990000001"] * 2
    assert [row["channel"] for row in messages] == ["sms", "sms", "mms", "mms"]
    assert [row["text"] for row in messages[::2]] == ["Hello & good-bye", "A cat"]
    assert {row["sender"] for row in messages} == {"Shop"}
    (file,) = messages[2]["files"]
    assert (file["name"], file["size"], file["media"]) == ("cat.png", 508, "image/png")
