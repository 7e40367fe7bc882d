"""`request`, and the other commands on requests: secrets stay hidden."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cli.conftest import Cli

HELLO = {
    "type": "send",
    "phones": {"items": [{"type": "phone", "number": "79990000000", "plus": True}]},
    "message": {"text": "Привет & +"},
}
ADDRESS = "https://smscentre.com/sys/send.php?login=alex&psw=CANARY&phones=79990000000&mes=%D0%94%D0%B0"


def test_json_to_each_form(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """REQ-2: an operation becomes an address, a command or a message that says it; words stand for the secrets."""
    monkeypatch.setenv("SMSC_LOGIN", "alex")
    monkeypatch.setenv("SMSC_PSW", "CANARY")
    said = {"phones": ["+79990000000"], "mes": ["Привет & +"], "charset": ["utf-8"]}
    url = cli("request", "--to", "url", stdin=json.dumps(HELLO))
    assert parse_qs(urlsplit(url.out.strip()).query).items() >= said.items()
    command = cli("request", stdin=json.dumps(HELLO))
    words = shlex.split(command.out)
    assert words[:3] == ["curl", "https://smscentre.com/sys/send.php", "--data-binary"]
    assert parse_qs(words[3]).items() >= said.items()
    message = cli("request", "--to", "http", "--host", "http://localhost:8025", stdin=json.dumps(HELLO))
    head, _, body = message.out.replace("\r\n", "\n").partition("\n\n")
    assert head.startswith("POST /sys/send.php HTTP/1.1\nHost: localhost:8025\n")
    assert f"Content-Length: {len(body)}" in head
    assert (url.code, command.code, message.code) == (0, 0, 0)
    assert "CANARY" not in url.out + command.out + message.out
    assert "psw=CANARY" in cli("request", "--secrets", stdin=json.dumps(HELLO)).out


@pytest.mark.parametrize(
    ("said", "asked", "fmt"), [(None, (), None), (None, ("3",), "3"), (3, (), "3"), (3, ("1",), "1")]
)
def test_format_of_the_reply(
    cli: Cli, folder: Path, said: int | None, asked: tuple[str, ...], fmt: str | None
) -> None:
    """`fmt` is what the option says, else what the request says (RSP-1)."""
    (folder / "a.request").write_text(ADDRESS + (f"&fmt={said}" if said else ""), encoding="utf-8")
    parsed = cli("parse", "--as", "request", "a.request").out
    options = [word for one in asked for word in ("--fmt", one)]
    url = cli("request", "--to", "url", *options, stdin=parsed).out.strip()
    assert parse_qs(urlsplit(url).query).get("fmt") == (fmt and [fmt])


def test_what_parse_prints_can_be_built(cli: Cli, folder: Path) -> None:
    """`parse --as request` and `request` are two ways of one road; the secret is in neither."""
    (folder / "a.request").write_text(ADDRESS + "&charset=utf-8", encoding="utf-8")
    parsed = cli("parse", "--as", "request", "a.request")
    assert json.loads(parsed.out)["operation"]["message"] == {"text": "Да"}
    built = cli("request", "--to", "url", stdin=parsed.out)
    assert built.out.strip() == (ADDRESS + "&charset=utf-8").replace("alex", "LOGIN").replace(
        "CANARY", "PASSWORD"
    )
    assert "CANARY" not in parsed.out + built.out


def test_everything_wrong_is_told(cli: Cli) -> None:
    """REQ-4, PAR-4: each field with its reason, on a line of its own."""
    done = cli("request", stdin='{"type": "send", "id": "a b"}')
    assert done.code == 1
    assert [line.split(": ")[2] for line in done.err.strip().split("\n")] == ["id", "phones", "message"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"type": "x"}', '{"operation": 5}', '{"type": "send", "x": 1}', "[" * 9999]
)
def test_json_that_is_none(cli: Cli, text: str) -> None:
    """Whatever is not the JSON of an operation is told in a line."""
    done = cli("request", stdin=text)
    assert done.code == 1
    assert len(done.err.strip().split("\n")) == 1


@pytest.mark.parametrize("format", ["full", "concise", "json", "github", "sarif"])
def test_lint_shows_no_secret(cli: Cli, folder: Path, format: str) -> None:
    """No report of a request holds its password, in frames, fixes and differences."""
    (folder / "a.request").write_text(ADDRESS, encoding="utf-8")
    done = cli("lint", "--format", format, "a.request")
    assert done.code == 1
    assert "REQ010" in done.out
    assert "CANARY" not in done.out + done.err
    shown = cli("lint", "--format", format, "--diff", "a.request")
    assert "CANARY" not in shown.out + shown.err
    assert "charset=utf-8" in shown.out
    fixed = cli("lint", "--fix", "a.request")
    assert fixed.code == 0
    assert "CANARY" not in fixed.out + fixed.err
    assert (folder / "a.request").read_text(encoding="utf-8") == ADDRESS + "&charset=utf-8"


def test_problems_of_parse_show_no_secret(cli: Cli, folder: Path) -> None:
    """The frames of what does not parse have the password blotted out, too."""
    (folder / "a.request").write_text(ADDRESS.replace("phones", "fones"), encoding="utf-8")
    for command in ("parse", "fmt"):
        done = cli(command, "--as", "request", "a.request")
        assert done.code == 1
        assert "psw=******" in done.err
        assert "CANARY" not in done.out + done.err
