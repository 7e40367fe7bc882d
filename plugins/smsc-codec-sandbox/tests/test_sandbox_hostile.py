"""What a hostile reader tried on the sandbox's page and callbacks, each held off since."""

from __future__ import annotations

import asyncio
import csv
import json
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sandbox_page import asked
from sandbox_wire import PATIENCE
from smsc_codec_sandbox import callbacks
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.courier import Notice
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import Web, exports
from smsc_codec_sandbox.web.mail import _STYLE
from test_sandbox_phone import dial, service, told


def sent(made: Service, **fields: Any) -> None:
    """A request of JSON."""
    body = {"login": "alex", "psw": "123", "phones": "79990000000"} | fields
    made.answer("POST", "/sys/send.php", "application/json", json.dumps(body, ensure_ascii=False).encode())


@pytest.mark.parametrize("shell", ["sh", "bash"])
@pytest.mark.parametrize("text", ["a\x7fb'; echo PWNED #", "\x01'$(echo PWNED)'", "`echo PWNED`\x02"])
def test_no_text_runs_in_a_shell(shell: str, text: str, tmp_path: Path) -> None:
    """An exported word is one word in any POSIX shell, whatever control characters are in it."""
    command = f"printf '%s' {exports.quoted(text)} > {tmp_path}/seen"
    done = subprocess.run([shell, "-c", command], capture_output=True, text=True, timeout=PATIENCE)
    assert "PWNED\n" not in done.stdout + done.stderr
    assert "\nPWNED" not in (tmp_path / "seen").read_text(errors="replace")


def test_a_command_asks_once_and_reads_no_file() -> None:
    """Braces and brackets are text to curl, and a stranger's file name is no path of this machine."""
    made = service(ring=0.0)
    made.answer("GET", "/sys/send.php?login=alex&psw=123&phones=79990000000&mes={a,b}[1-3]", "", b"")
    parts = (
        '--b\r\nContent-Disposition: form-data; name="mes"\r\n\r\nHi\r\n--b\r\nContent-Disposition: form-data; '
        'name="f"; filename="/etc/passwd;type=x"\r\n\r\nx\r\n--b--\r\n'
    )
    made.answer("POST", "/sys/send.php?login=alex&psw=123&phones=79990000000",
                "multipart/form-data; boundary=b", parts.encode())  # fmt: skip
    text = exports.as_curl([], list(made.store.exchanges()), "http://127.0.0.1:1")
    assert text.count("curl -g ") == 2
    assert "/etc" not in text
    assert "f=@./" in text
    assert ";type" not in text


@pytest.mark.parametrize("text", ["=1+1", "x;=1+1|' /C calc'!A0", "x\t@SUM(1)", "a\n-2+3", "\t=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a spreadsheet parts cells at, none begins like a formula."""
    for sign in (",", ";", "\t"):
        for row in csv.reader(exports.cell(text).splitlines(), delimiter=sign):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert exports.cell("-5.50") == "-5.50"


def repeats(pattern: Any) -> list[str]:
    """The kinds of repeats in a pattern that was taken apart, those within others too."""
    found = []
    for kind, about in pattern:
        inside = about if isinstance(about, tuple) else ()
        found += [str(kind)] if "REPEAT" in str(kind) else []
        found += [one for part in inside if hasattr(part, "data") for one in repeats(part)]
    return found


def test_a_style_is_read_once() -> None:
    """A style that makes no sense takes no longer than one that does: no repeat in the pattern gives anything back."""
    parse = import_module("re._parser").parse
    assert repeats(parse(r"(?:a*b)+")) == ["MAX_REPEAT", "MAX_REPEAT"]
    assert set(repeats(parse(_STYLE.pattern))) == {"POSSESSIVE_REPEAT"}
    assert not _STYLE.fullmatch("aaaaaaaaaa:" * 90 + "!")
    for style in ("color: red", " margin :0 1px", "", "  ", "a" * 40 + ":" + "b" * 100):
        assert _STYLE.fullmatch(style), style
    for style in ("a" * 41 + ":b", "a:" + "b" * 101, ":b", "a", "a:b:c", "A:b", "a:(b)", "a:b\\"):
        assert not _STYLE.fullmatch(style), style


@pytest.mark.parametrize("address", ["http://[::1%lo]/", "http://[::1]:99999/", "http://127.0.0.1:1/ x\x7f"])
def test_an_address_that_is_none(address: str) -> None:
    """An address that nobody can call is noted, and raises nothing."""
    assert asyncio.run(callbacks.post(address, "text/plain", b"x")).isidentifier()


def test_no_password_of_an_address_is_shown() -> None:
    """Whoever an address names before its host is not shown, nor its query."""
    shown = callbacks._shown("http://user:hunter2@127.0.0.1:9/cb/x?psw=1")
    assert shown == "http://127.0.0.1:9/cb/x"


def test_a_path_shows_no_password() -> None:
    """A request whose question mark is missing is kept without what it says."""
    made = service(ring=0.0)
    made.answer("GET", "/sys/send.php&login=alex&psw=sEcReT9&phones=79990000000", "", b"")
    assert "sEcReT9" not in repr(list(made.store.exchanges()))


def test_a_menu_that_is_none() -> None:
    """A call whose text only looks like a menu is shown, heard and over, with no picture."""
    made = service()
    web = Web(made)
    key = dial(made, "see the menu: here")
    made.advance(2)
    for target in ("/?open=1", "/sandbox/page/message?key=1", "/sandbox/phone"):
        assert asked(web, target).status == 200
    assert asked(web, "/sandbox/page/picture?message=1").status == 404
    assert made.phone.pick_up(key).over


@pytest.mark.parametrize(
    ("path", "body"),
    [("mark", {"keys": [2**63], "seen": True}), ("messages/delete", {"keys": [2**63]}),
     ("requests/delete", {"keys": [-(2**63) - 1]}), ("replay", {"request": 2**63})],
)  # fmt: skip
def test_keys_that_cannot_be(path: str, body: dict[str, object]) -> None:
    """A key that no message can have is an error with its reason."""
    web = Web(Service(settled({})))
    answer = asked(
        web, f"/sandbox/page/{path}", "POST", json.dumps(body).encode(), content_type="application/json"
    )
    assert answer.status in (200, 400)
    assert json.loads(answer.data)["error"]


def test_nothing_is_left_of_what_was_told() -> None:
    """CBK-1: the courier keeps nothing of calls that rang in vain, and takes back what is told of one that is taken."""
    made = service(pace={"sent": 0.0, "final": 1.0})
    keys = [dial(made, phone=f"7999000{number:04}") for number in range(20)]
    made.phone.decline(keys[0], "busy")
    made.advance(100)
    seen = [one.err for one in told(made) if not isinstance(one, Notice)]
    assert sorted(seen) == [237] * 19 + [240]
    assert (made.courier._ringing, made.courier._keys, made.courier._withdrawn) == ({}, {}, set())
