"""A customer's PHP script (`customer.php`) asks the sandbox in every format, and understands what it is told."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from sandbox_wire import PATIENCE, api
from smsc_codec_sandbox.sandbox import Sandbox

pytestmark = pytest.mark.skipif(shutil.which("php") is None, reason="needs php-cli")
SCRIPT = Path(__file__).with_name("customer.php")
TEXT = "Привет, мир! 1+1=2 & <b>"


def php(sandbox: Sandbox, endpoint: str, method: str = "POST", **parameters: object) -> Any:
    """What the script has read."""
    command = ["php", "-n", SCRIPT, sandbox.address, method, endpoint, json.dumps(parameters)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)["read"]


#: By format what a sending with `cost=3` is read to, what a price, what an error with an id and without.
SENT: list[tuple[int, Any, Any, Any, Any]] = [
    (0, {"cnt": 2, "id": "7", "cost": "2.00", "balance": "998.00"}, {"cost": "2.00", "cnt": 2},
     {"error": 7, "id": "8"}, {"error": 2, "id": None}),
    (1, ["7", "2", "2.00", "998.00"], ["2.00", "2"], ["8", "-7"], ["0", "-2"]),
    (2, {"id": "7", "cnt": "2", "cost": "2.00", "balance": "998.00"}, {"cost": "2.00", "cnt": "2"},
     {"error": "invalid number", "error_code": "7", "id": "8"}, {"error": "authorise error", "error_code": "2"}),
    (3, {"id": 7, "cnt": 2, "cost": "2.00", "balance": "998.00"}, {"cost": "2.00", "cnt": 2},
     {"error": "invalid number", "error_code": 7, "id": 8}, {"error": "authorise error", "error_code": 2}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fmt", "sent", "price", "wrong", "stranger"), SENT, ids=[f"PAR-16 fmt={row[0]}" for row in SENT]
)
def test_sending(smsc_sandbox: Sandbox, fmt: int, sent: Any, price: Any, wrong: Any, stranger: Any) -> None:
    """RSP-1, RSP-2, RSP-3, RSP-4, ERR-1, ERR-2, ERR-3: a sending, its price and its errors are understood."""
    said = {"phones": "79990000000,79990000001", "mes": TEXT, "fmt": fmt}
    assert php(smsc_sandbox, "send", "GET", **said, cost=1) == price
    assert php(smsc_sandbox, "send", **said, id=7, cost=3) == sent
    assert [row["text"] for row in api(smsc_sandbox.address, "messages")] == [TEXT] * 2
    assert php(smsc_sandbox, "send", phones="7999", mes="x", id=8, fmt=fmt) == wrong
    assert php(smsc_sandbox, "balance", psw="wrong", fmt=fmt) == stranger


#: The formats of a message, by their number in the service's PHP library: what it adds, the text, the channel.
FORMATS: list[tuple[dict[str, object], str, str]] = [
    ({}, TEXT, "sms"),
    ({"flash": 1}, TEXT, "flash"),
    ({"push": 1}, "http://wap.ru\nWAP.RU", "push"),
    ({"hlr": 1}, "", "hlr"),
    ({"bin": 1}, "\x00Hi", "bin"),
    ({"bin": 2}, "050A0307056048656C6C6F2C20576F726C6421", "bin"),
    ({"ping": 1}, "", "ping"),
    ({"mms": 1, "subj": "Holiday"}, "", "mms"),
    ({"mail": 1, "subj": "Holiday", "sender": "a@mysite.com", "phones": "b@mysite.com"}, TEXT, "mail"),
    ({"call": 1, "voice": "w2", "param": "20,10,3"}, TEXT, "call"),
    ({"viber": 1}, "Test {button,https://smscentre.com,site}", "viber"),
    ({"soc": 1}, TEXT, "soc"),
]


def test_formats(smsc_sandbox: Sandbox) -> None:
    """PAR-10: a message of each format is taken, with all that the library always says (BEY-9)."""
    for number, (more, text, _) in enumerate(FORMATS, 100):
        said = {"phones": "79990000000", "mes": text, "translit": 0, "id": number, "sender": "", "time": 0}
        read = php(smsc_sandbox, "send", **said | more, cost=3, fmt=1)
        assert (read[0], len(read), int(read[1]) > 0) == (str(number), 4, True), read
    sent = {row["id"]: row["channel"] for row in api(smsc_sandbox.address, "messages")}
    assert sent == {number: channel for number, (*_, channel) in enumerate(FORMATS, 100)}


@pytest.mark.parametrize("fmt", range(4))
@pytest.mark.parametrize("all_", range(3))
def test_statuses(smsc_sandbox: Sandbox, fmt: int, all_: int) -> None:
    """STA-1, STA-2, STA-3: one status and several, with all that `all` asks for, in every format."""
    php(smsc_sandbox, "send", phones="79990000000,79990000001", mes=TEXT, id=7)
    smsc_sandbox.advance(60)
    one = php(smsc_sandbox, "status", phone="79990000000", id="7", all=all_, fmt=fmt)
    several = php(smsc_sandbox, "status", phone="79990000000,79990000001", id="7,7", all=all_, fmt=fmt)
    if fmt == 1:
        (first, second), fields = several, 3 + (0, 6, 9)[all_]
        assert (one[0], one[2], len(one)) == ("1", "0", fields)
        if all_ == 0:
            assert [row[3:] for row in several] == [["7", "79990000000"], ["7", "79990000001"]]
            return
        at = (4, 4)[all_ - 1]
        assert (one[at], first[at], second[at]) == ("79990000000", "79990000000", "79990000001")
        assert one[-1] == TEXT
        assert first[-1] == f"{TEXT},7"
        return
    row = one[0] if fmt == 0 else one
    assert (str(row["status"]), len(several)) == ("1", 2)
    if fmt > 0:
        assert [str(each["id"]) for each in several] == ["7", "7"]
    if all_:
        assert [each["phone"] for each in several] == ["79990000000", "79990000001"]
        assert row["message"] == TEXT


@pytest.mark.parametrize("all_", [1, 2])
def test_hlr(smsc_sandbox: Sandbox, all_: int) -> None:
    """STA-8, HLR-1: the row of an HLR request has its mark where scripts look for it, and the networks before it."""
    php(smsc_sandbox, "send", phones="79990000000", hlr=1, id=9)
    smsc_sandbox.advance(60)
    fields = php(smsc_sandbox, "status", phone="79990000000", id="9", all=all_, fmt=1)
    assert len(fields) == (17, 20)[all_ - 1]
    assert fields[(14, 17)[all_ - 1]] == "HLR"
    assert fields[3].endswith("9990000000")
    told = php(smsc_sandbox, "status", phone="79990000000", id="9", all=all_, fmt=3)
    assert [fields[3], fields[4], fields[5], fields[6]] == [
        told[name] for name in ("imsi", "msc", "mcc", "mnc")
    ]
    assert fields[12] == told["phone"]


@pytest.mark.parametrize(
    ("fmt", "plain", "currency"),
    [
        (0, {"balance": "1000.00", "currency": None}, {"balance": "1000.00", "currency": "RUR"}),
        (1, ["1000.00"], ["1000.00"]),
        (2, {"balance": "1000.00"}, {"balance": "1000.00", "currency": "RUR"}),
        (3, {"balance": "1000.00"}, {"balance": "1000.00", "currency": "RUR"}),
    ],
)
def test_balance(smsc_sandbox: Sandbox, fmt: int, plain: Any, currency: Any) -> None:
    """BAL-1: the balance with its currency, where the format has one."""
    assert php(smsc_sandbox, "balance", fmt=fmt) == plain
    assert php(smsc_sandbox, "balance", cur=1, fmt=fmt) == currency


def test_rows_of_numbers(smsc_sandbox: Sandbox) -> None:
    """RSP-5, RSP-6: with `op=1` a script finds each number's row."""
    read = php(smsc_sandbox, "send", phones="79990000000,79990000001", mes="x", op=1, fmt=3)
    assert [row["phone"] for row in read["phones"]] == ["79990000000", "79990000001"]


def test_lists(smsc_sandbox: Sandbox) -> None:
    """LIST-1, LIST-3, BEY-9: a list with empty phones and text beside it, as PHP scripts send it."""
    php(
        smsc_sandbox,
        "send",
        phones="",
        mes="",
        list=f"79990000000:{TEXT}\n79990000001:a\\nb",
        translit=0,
        id=0,
        fmt=1,
    )
    assert {row["phone"]: row["text"] for row in api(smsc_sandbox.address, "messages")} == {
        "79990000000": TEXT, "79990000001": "a\nb",
    }  # fmt: skip
