"""`reply`: the octets of a reply to JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

#: Arguments, a reply, and its JSON.
REPLIES = [
    ((), '{"id": 1, "cnt": 1, "cost": "1.40"}', {"reply": "sent", "id": 1, "cnt": 1, "cost": "1.40"}),
    (("--fmt", "0"), "OK - 1 SMS, ID - 1234\n", {"reply": "sent", "id": 1234, "cnt": 1}),
    (("--to", "price", "--fmt", "1"), "1.40,1", {"reply": "price", "cost": "1.40", "cnt": 1}),
    (
        ("--to", "status", "--fmt", "1"),
        "1,1286524541",
        {"reply": "status", "status": 1, "last_timestamp": 1286524541},
    ),
    (
        ("--to", "balance", "--fmt", "2"),
        "<balance>250.80</balance>",
        {"reply": "balance", "balance": "250.80"},
    ),
    (("--to", "done"), "OK", {"reply": "done"}),
]


@pytest.mark.parametrize(("arguments", "text", "value"), REPLIES, ids=range(len(REPLIES)))
def test_replies(cli: Cli, folder: Path, arguments: tuple[str, ...], text: str, value: object) -> None:
    """RSP-1 .. RSP-4, STA-2, BAL-1: from a file and from standard input a reply is the same JSON."""
    done = cli("reply", *arguments, stdin=text)
    assert (done.code, json.loads(done.out)) == (0, value)
    (folder / "reply.txt").write_text(text, encoding="utf-8")
    assert cli("reply", *arguments, "reply.txt") == done


def test_refusals_are_explained(cli: Cli) -> None:
    """ERR-4: what the service refuses is told with its meaning and what to do, and exits 1."""
    done = cli("reply", "--fmt", "0", stdin="ERROR = 3 (no money), ID - 5")
    assert done.code == 1
    assert json.loads(done.out) == {"reply": "failure", "code": 3, "text": "no money", "id": 5}
    assert "top the account up" in done.err


@pytest.mark.parametrize("data", [b"", b"<html>", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_reply(cli: Cli, data: bytes) -> None:
    """What is no reply is told in a line."""
    done = cli("reply", stdin=data)
    assert done.code == 1
    assert len(done.err.strip().split("\n")) == 1
    assert cli("reply", "missing.txt").code == 1


@pytest.mark.parametrize(
    ("body", "fmt"),
    [
        ('{"id": 1, "cnt": 1}', 3),
        ("<result><id>1</id><cnt>1</cnt></result>", 2),
        ("1234,1", 1),
        ("OK - 1 SMS, ID - 1234", 0),
        ("ERROR = 2 (authorise error)", 0),
    ],
)
def test_reply_under_another_format(cli: Cli, tmp_path: Path, body: str, fmt: int) -> None:
    """PAR-16: a reply that is read in the wrong format is refused, and what it looks like is said."""
    (tmp_path / "reply").write_text(body, encoding="utf-8")
    for wrong in {0, 1, 2, 3} - {fmt}:
        done = cli("reply", "--fmt", str(wrong), str(tmp_path / "reply"))
        assert done.code == 1
        assert f"--fmt {fmt}" in done.err


@pytest.mark.parametrize(
    ("asked", "fmt", "body", "hint"),
    [
        ("send", 3, '{"balance": "100.01"}', "--to balance"),
        (
            "send",
            3,
            '{"status": 1, "last_date": "10.10.2010 10:10:10", "last_timestamp": 1286524541}',
            "--to status",
        ),
        ("send", 3, '{"cost": "1.40", "cnt": 1}', "--to price"),
        ("send", 0, "1.40 (1 SMS)", "--to price"),
        ("send", 0, "OK", "--to done"),
        ("balance", 3, '{"id": 1, "cnt": 1}', "--to send"),
        ("balance", 3, "250.80", "--fmt 0"),
        ("send", 3, "[]", ""),
        ("send", 1, "1234;1", ""),
    ],
)
def test_reply_to_another_question(
    cli: Cli, tmp_path: Path, asked: str, fmt: int, body: str, hint: str
) -> None:
    """RSP-1, RSP-4, BAL-1, STA-3: a reply to something else is refused, and what was asked is said."""
    (tmp_path / "reply").write_text(body, encoding="utf-8")
    done = cli("reply", "--to", asked, "--fmt", str(fmt), str(tmp_path / "reply"))
    assert done.code == 1
    assert hint in done.err if hint else "looks like" not in done.err
