"""`smsc-codec serve` as a process, and its configuration."""

from __future__ import annotations

import json
import re
import shlex
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from sandbox_wire import PATIENCE, api, get, send
from smsc_codec_sandbox.config import ConfigError, load, settled
from smsc_codec_sandbox.sandbox import Sandbox

CONFIG = """
accounts = [{login = "alex", psw = "123", balance = "5.50", currency = "KZT"}]
keep = 50
[prices]
sms = 0.7
[pace]
sent = 0
final = 0.5
[numbers]
79990000001 = {status = 20, err = 6}
"""


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server process with its address."""
    command = [sys.executable, "-m", "smsc_codec", "serve", "--port", "0", *options]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:[0-9]+", line)
        assert match, line + process.stdout.read()
        yield match.group(), process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_one_command_serves(tmp_path: Path) -> None:
    """The command says where it listens and what is there, serves, and ends in peace when it is told to."""
    with serving(tmp_path) as (address, process):
        assert send(address, fmt=1) == "1,1"
        assert api(address, "messages")[0]["text"] == "Hello"
        assert process.stdout is not None
        told = "".join(process.stdout.readline() for _ in range(4))
        assert f"{address}/sandbox/api" in told
        assert "any login" in told
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert process.stdout.read() == ""
    assert list(tmp_path.iterdir()) == []


def test_file_and_record(tmp_path: Path) -> None:
    """RSP-8, STA-4: with `--db` messages and money outlive the process; `--record` writes each request, no secrets."""
    (tmp_path / "sandbox.toml").write_text(CONFIG, encoding="utf-8")
    options = ("--config", "sandbox.toml", "--db", "caught.db", "--record", "requests.jsonl")
    with serving(tmp_path, *options) as (address, process):
        assert send(address, id=7, cost=3) == "OK - 1 SMS, ID - 7, COST - 0.7, BALANCE - 4.80"
        assert send(address, psw="wrong-password", fmt=1) == "0,-2"
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    recorded = [
        json.loads(line) for line in (tmp_path / "requests.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [row["error"] for row in recorded] == [None, 2]
    assert "wrong-password" not in json.dumps(recorded)
    with serving(tmp_path, *options) as (address, _):
        api(address, "advance", {"seconds": 1})
        asked = {"login": "alex", "psw": "123", "phone": "79990000000", "id": 7, "fmt": 3}
        assert json.loads(get(address, "/sys/status.php", **asked))["status"] == 1
        assert get(address, "/sys/balance.php", login="alex", psw="123", cur=1, fmt=0) == "4.80 KZT"


PAGE = Path(__file__).resolve().parents[3] / "docs" / "sandbox.md"


def test_quick_start(tmp_path: Path) -> None:
    """IVR-1, STA-4, VIR-1: the page's second command sends a voice menu, and shows that it was delivered."""
    blocks = re.findall(r"```sh\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    first, second = blocks[1].splitlines()
    assert first == "smsc-codec serve"
    with serving(tmp_path) as (address, _):
        command = second.replace("http://127.0.0.1:8025", address)
        command = command.replace("smsc-codec send", f"{shlex.quote(sys.executable)} -m smsc_codec send")
        done = subprocess.run(
            ["/bin/sh", "-c", command], cwd=PAGE.parents[1], capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr.splitlines()[-1].endswith(": delivered")
        (message,) = api(address, "messages")
        assert message["channel"] == "call"
        assert "{menu:" in message["text"]


def test_example_of_a_test(smsc_sandbox: Sandbox) -> None:
    """VIR-1, STA-4: the page's test holds for a program that sends one reminder."""
    (example,) = re.findall(r"```python\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)

    def remind(service: str) -> None:
        send(service, mes="Your visit is at 12:00")

    names = {"remind": remind}
    exec(example, names)
    names["test_reminds"](smsc_sandbox)


def test_example_of_a_configuration() -> None:
    """CBK-1, PAR-2, EVT-1: the page's example is one that can be, and shows every setting there is."""
    (example,) = re.findall(r"```toml\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    table = tomllib.loads(example)
    config = settled(table)
    assert set(table) == set(config.__struct_fields__)
    assert set(table["accounts"][0]) == set(config.accounts[0].__struct_fields__) - {"prices"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--config", "wrong.toml"), "unknown field `prize`"),
        (("--config", "none.toml"), "does not exist"),
        (("--db", "wrong.toml"), "not a database"),
        (("--host", "256.1.1.1"), "cannot listen at 256.1.1.1"),
        (("--port", "99999"), "65535"),
        (("--port", "0", "--record", "nowhere/x.jsonl"), "cannot write to nowhere/x.jsonl"),
        (("--port", "0", "--record", "."), "directory"),
    ],
)
def test_what_cannot_be_served(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    """What is wrong with the command is said, with exit code 2."""
    (tmp_path / "wrong.toml").write_text("prize = 1" + " " * 200, encoding="utf-8")
    command = [sys.executable, "-m", "smsc_codec", "serve", *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_configuration_is_read(tmp_path: Path) -> None:
    """RSP-8: money is read exactly, as text or as a number of TOML."""
    path = tmp_path / "sandbox.toml"
    path.write_text(CONFIG, encoding="utf-8")
    config = load(path)
    assert config.prices == {"sms": Decimal("0.7")}
    assert config.accounts[0].balance == Decimal("5.50")
    assert config.numbers["79990000001"].err == 6


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"prices": {"letter": 1}}, "there is no 'letter'"),
        ({"prices": {"sms": "-1"}}, "from 0"),
        ({"prices": {"sms": "NaN"}}, "from 0"),
        ({"accounts": [{"login": "a"}]}, "a psw or an apikey"),
        ({"accounts": [{"login": "a", "psw": "b"}, {"login": "a", "psw": "c"}]}, "a login of its own"),
        ({"accounts": [{"login": "a", "psw": "b", "balance": "Infinity"}]}, "no amount of money"),
        ({"keep": 0}, ">= 1"),
        ({"pace": {"sent": -1}}, ">= 0"),
        ({"numbers": {"7999": {"state": 1}}}, "unknown field `state`"),
    ],
)
def test_configuration_that_cannot_be(table: dict[str, object], told: str) -> None:
    """A setting that does not exist, or cannot be so, is told with what is allowed."""
    with pytest.raises(ConfigError, match=re.escape(told)):
        settled(table)
