"""No command shows a secret of a file that it reads, whatever the file's name says of it."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.secrets.written import LONGER, SECRET

CASES = {
    "html": f"https://smscentre.com/sys/send.php?login=alex&amp;psw={SECRET}&amp;phones=79990000000&amp;mes=Hi",
    "json": f"""curl -d '{{"login":"alex","psw":"{SECRET}","phones":"7","mes":"Hi"}}' https://smscentre.com/rest/send/""",
    "option": f"curl --noproxy '*' 'https://smscentre.com/sys/send.php?login=alex&psw={SECRET}&phones=7&mes=Hello world'",
    "mail": LONGER["a mail"],
    "multipart": LONGER["a multipart body"],
    "PowerShell": LONGER["PowerShell"],
}
COMMANDS = [
    ("lint", "{}"),
    ("lint", "--diff", "--unsafe-fixes", "{}"),
    *(("lint", "--profile", "pedantic", "--format", form, "{}") for form in ("full", "concise", "json", "github", "sarif")),
    ("lint", "--statistics", "{}"),
    ("lint", "--explain-kind", "{}"),
    ("fmt", "--check", "--diff", "{}"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["x.request", "x.curl", "x.menu", "x.txt", "x.sms", "x.list", "x"])
def test_commands(cli: Cli, folder: Path, name: str, case: str) -> None:
    """Reports, diffs and errors of every command."""
    (folder / name).write_bytes(CASES[case].encode())
    for command in COMMANDS:
        done = cli(*(word.replace("{}", name) for word in command))
        assert SECRET not in done.out + done.err, command
        assert done.code in (0, 1)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["x.request", "x.curl", "x.txt", "-"])
def test_parse(cli: Cli, folder: Path, name: str, case: str) -> None:
    """`parse` without `--as` finds a request as `lint` does, and shows nothing of who asks."""
    (folder / "x.request").write_bytes(CASES[case].encode())
    (folder / "x.curl").write_bytes(CASES[case].encode())
    (folder / "x.txt").write_bytes(CASES[case].encode())
    done = cli("parse", name, stdin=CASES[case])
    assert SECRET not in done.out + done.err


def test_reply(cli: Cli) -> None:
    """A page that is no reply may echo the request."""
    done = cli("reply", stdin=f"<html>login=alex&psw={SECRET}&phones=7</html>")
    assert done.code == 1
    assert SECRET not in done.out + done.err


@pytest.mark.parametrize(
    "command",
    [
        ("lint", "--select", f"psw={SECRET}", "."),
        ("lint", "--severity", f"token={SECRET}", "."),
        ("rule", f"psw={SECRET}"),
        ("schema", f"apikey={SECRET}"),
        ("decode", f"psw={SECRET}"),
        ("menu", "graph", f"--psw={SECRET}"),
    ],
)
def test_wrong_calls(cli: Cli, command: tuple[str, ...]) -> None:
    """What is told of a wrong call does not repeat a secret that was given in the wrong place."""
    done = cli(*command)
    assert done.code in (1, 2)
    assert SECRET not in done.out + done.err


def test_request_of_odd_json(cli: Cli) -> None:
    """Nor what is told of a wrong operation."""
    done = cli("request", stdin=f'{{"type": "pasword={SECRET}"}}')
    assert done.code != 0
    assert SECRET not in done.out + done.err
