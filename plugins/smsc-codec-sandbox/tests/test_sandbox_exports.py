"""What is written for other programs, to the letter: requests taken apart, HAR, commands, cells, Python."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from smsc_codec_sandbox.linting import KEPT
from smsc_codec_sandbox.model import Exchange, File, Marks
from smsc_codec_sandbox.web import exports
from smsc_codec_sandbox.web.exports import Parsed
from smsc_codec_sandbox.web.found import Found
from test_sandbox_places import exchange, message

from smsc_codec.api.operations import GetBalance, Send
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients

BASE = "http://localhost:8025"
COMMAND = (
    "curl -F 'f=@a b.png' --form-string 'mes=a=b' --form-string 'n=@c' 'http://localhost/sys/send.php?x=1'"
)
TAKEN: dict[str, tuple[Exchange, Parsed | None]] = {
    "an address": (exchange("GET /a?b=1\n"), Parsed("GET", "/a?b=1")),
    "a form": (exchange("POST /a?b=1\n\nc=2"), Parsed("POST", "/a?b=1", "c=2")),
    "a command": (
        exchange(COMMAND),
        Parsed(
            "POST", "/sys/send.php?x=1", parts=(("f", "a b.png", True), ("mes", "a=b", False), ("n", "@c", False))
        ),
    ),
    "no path": (exchange("curl -F a=@b http://localhost"), Parsed("POST", "/", parts=(("a", "b", True),))),
    "half a command": (exchange("curl 'a"), None),
    "another target": (exchange("GET a/b\n"), None),
    "nothing": (exchange(""), None),
    "by mail": (exchange("POST /a\n\nb=1", method="MAIL"), None),
    "as long as is kept": (exchange("GET /".ljust(KEPT, "x")), None),
    "one less": (exchange("GET /".ljust(KEPT - 1, "x")), Parsed("GET", "/".ljust(KEPT - 5, "x"))),
}  # fmt: skip


@pytest.mark.parametrize(("one", "parts"), TAKEN.values(), ids=TAKEN)
def test_requests_taken_apart(one: Exchange, parts: Parsed | None) -> None:
    """A request is written again as it came, if all of it is kept."""
    assert exports.parsed(one) == parts


@pytest.mark.parametrize(
    ("one", "media"),
    [
        (Parsed("GET", "/"), ""),
        (Parsed("POST", "/", "a=1"), "application/x-www-form-urlencoded"),
        (Parsed("POST", "/", " {}"), "application/json"),
        (Parsed("POST", "/", "[1]"), "application/json"),
        (Parsed("POST", "/", "", (("a", "b", False),)), "multipart/form-data"),
    ],
)
def test_kinds_of_bodies(one: Parsed, media: str) -> None:
    """RFC 9110 8.3: what a body is goes with it; a request without one has none."""
    assert one.media == media


HAR: dict[str, tuple[str, dict[str, Any]]] = {
    "an address": (
        "GET /a?b=%E6&c=\n",
        {"method": "GET", "url": f"{BASE}/a?b=%E6&c=", "headers": [], "bodySize": 0,
         "queryString": [{"name": "b", "value": "ж"}, {"name": "c", "value": ""}]},
    ),
    "a form": (
        "POST /a\n\nb=%E6\n",
        {"method": "POST", "url": f"{BASE}/a", "bodySize": 6, "queryString": [],
         "headers": [{"name": "Content-Type", "value": "application/x-www-form-urlencoded"}],
         "postData": {"mimeType": "application/x-www-form-urlencoded", "text": "b=%E6\n",
                      "params": [{"name": "b", "value": "ж"}]}},
    ),
    "JSON": (
        'POST /a\n\n{"b": "ж"}',
        {"method": "POST", "url": f"{BASE}/a", "bodySize": 11, "queryString": [],
         "headers": [{"name": "Content-Type", "value": "application/json"}],
         "postData": {"mimeType": "application/json", "text": '{"b": "ж"}', "params": []}},
    ),
    "files": (
        COMMAND,
        {"method": "POST", "url": f"{BASE}/sys/send.php?x=1", "bodySize": -1,
         "queryString": [{"name": "x", "value": "1"}],
         "headers": [{"name": "Content-Type", "value": "multipart/form-data"}],
         "postData": {"mimeType": "multipart/form-data", "text": "",
                      "params": [{"name": "f", "fileName": "a b.png"}, {"name": "mes", "value": "a=b"},
                                 {"name": "n", "value": "@c"}]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "asked"), HAR.values(), ids=HAR)
def test_entries_of_a_har(text: str, asked: dict[str, Any]) -> None:
    """HAR 1.2: what was asked, by its parts, in the charset of the request; -1 is a size that is not known."""
    one = exchange(text, charset="windows-1251", reply="ж", at=0.5)
    said = exports.parsed(one)
    assert said is not None
    entry = exports._entry(one, said, BASE)
    assert entry["request"] == {"httpVersion": "HTTP/1.1", "cookies": [], "headersSize": -1} | asked
    assert entry["startedDateTime"] == "1970-01-01T00:00:00.500Z"
    assert (entry["time"], entry["timings"]) == (0, {"send": 0, "wait": 0, "receive": 0})
    reply = entry["response"]
    assert (reply["status"], reply["content"]) == (200, {"size": 2, "mimeType": "text/plain", "text": "ж"})
    assert (reply["headersSize"], reply["bodySize"]) == (-1, -1)
    assert exports._entry(exchange(text, reply="HTTP status 404"), said, BASE)["response"]["status"] == 404


COMMANDS = {
    "an address": ("GET /a?b=1\n", f"curl -g '{BASE}/a?b=1'\n"),
    "an order without a body": ("POST /a\n", f"curl -g -X POST {BASE}/a\n"),
    "a form": ("POST /a\n\nb=1", f"curl -g --data-raw b=1 {BASE}/a\n"),
    "JSON": ("POST /a\n\n{}", f"curl -g -H 'Content-Type: application/json' --data-raw '{{}}' {BASE}/a\n"),
    "files": (
        COMMAND,
        f"curl -g -F 'f=@./a b.png' --form-string mes=a=b --form-string n=@c '{BASE}/sys/send.php?x=1'\n",
    ),
    "a secret": (
        "GET /a?psw=***\n", f"# put your password or key in the place of ***\ncurl -g '{BASE}/a?psw=***'\n"
    ),
    "what is lost": ("", "# request 1 is not kept as a whole, or came by mail\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "command"), COMMANDS.values(), ids=COMMANDS)
def test_commands(text: str, command: str) -> None:
    """A command says the method, the kind of the body and the files as the request did."""
    assert exports.as_curl([], [exchange(text)], BASE) == command
    assert exports.as_curl([], [exchange(text)] * 2, BASE) == f"{command}\n{command}"


@pytest.mark.parametrize(
    ("path", "name"), [("a.png", "a.png"), ("/etc/passwd", "passwd"), ("..\\b;c.png", "b_c.png"), ("d/", "")]
)
def test_files_of_commands(path: str, name: str) -> None:
    """A file of a stranger is one of this folder, and none of its name is an option of a form."""
    assert exports._file_name(path) == name


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-1, "-1"), ("-1.5", "-1.5"), ("-1.", "'-1."), ("-a", "'-a"), ("=1", "'=1"), ("a=1", "a=1"), ("a;=1", "a;'=1"),
        ("\t1", "'\t1"), ("a\n@b", "a\n'@b"), ("", ""), (Decimal("2.50"), "2.50"),
    ],
)  # fmt: skip
def test_cells(value: object, cell: str) -> None:
    """Numbers stay numbers, also those below zero; what a spreadsheet would reckon is a text."""
    assert exports.cell(value) == cell


def _program(*operations: object, login: str = "alex", files: tuple[File, ...] = ()) -> str:
    made = [
        exchange("x", operation=msgspec.to_builtins(one) if one else None, login=login, files=files)
        for one in operations
    ]
    return exports.as_python([], made, BASE)


def test_programs() -> None:
    """A program asks its environment for the secret of whoever asked; what was not understood is said in its place."""
    to = Recipients((Phone("79990000000"),))
    head = "import os\n\nfrom smsc_codec.api import {0}\n"
    end = f'\nwith Client({{1}}, hosts=["{BASE}"]) as client:\n'.replace('"', "'")
    client = "from smsc_codec_httpx import Client\n"
    login = ("Login", "Login('alex', os.environ[\"SMSC_PSW\"])")
    key = ("Key", 'Key(os.environ["SMSC_APIKEY"])')
    assert (
        _program()
        == (head + client + end).format("Login", "Login('', os.environ[\"SMSC_PSW\"])") + "    pass\n"
    )
    assert (
        _program(None, login="key-12")
        == (head + client + end).format(*key) + "    # request 1 was not understood\n"
    )
    known = head + "from smsc_codec.api.operations.balance import GetBalance\n" + client + end
    assert _program(GetBalance()) == known.format(*login) + "    print(client.ask(GetBalance()))\n"
    lost = _program(Send(phones=to, message=Message("Hi")), files=(File("a", 1, "", ""),))
    assert lost.endswith(
        "client.send(Send(phones=Recipients(items=(Phone(number='79990000000'),)), message=Message(text='Hi'))))"
        "  # with its files, which the page has for download\n"
    )
    assert "client.ask(Send(" in _program(Send(phones=to, message=Message("Hi"), cost=1))
    assert "client.send(Send(" in _program(Send(phones=to, message=Message("Hi"), cost=2))
    assert "# request 1 is not understood any more" in exports.as_python(
        [], [exchange("x", operation={"a": 1})], BASE
    )


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ((1,), "(1,)"),
        ((1, "a"), "(1, 'a')"),
        ((), "()"),
        (b"a", "b'a'"),
        ("\\", "'\\\\'"),
        ("ж", "'ж'"),
        (datetime(2026, 1, 2, 3, 4), "datetime(2026, 1, 2, 3, 4)"),
        (File("a", 1, "", "x", ""), "File(name='a', size=1, media='', sha256='x')"),
        (File("a", 1, "", "x", "p"), "File(name='a', size=1, media='', sha256='x', picture='p')"),
    ],
)
def test_values_as_python(value: object, source: str) -> None:
    """Fields that are as they are by themselves are left out."""
    assert exports.source(value, {}) == source


def test_as_text() -> None:
    """A message for people: when, how, to and from whom, what became of it."""
    one = Found(message("Hi", made=0.0, sender="Shop"), 20, 6, 0.0, None, Marks())
    last = Found(message("Ho", made=0.0), 1, 0, 0.0, None, Marks())
    told = "1970-01-01T00:00:00.000Z sms to 79990000001{}, status {}, error {}, cost 3, id 1\n{}\n"
    assert exports.as_text([one, last], [], BASE) == (
        told.format(", from Shop", 20, 6, "Hi") + "\n" + told.format("", 1, 0, "Ho")
    )


def test_times_for_programs() -> None:
    """RFC 3339: UTC, to the millisecond."""
    assert exports._iso(datetime(2026, 1, 2, 3, 4, 5, 678_900, UTC).timestamp()) == "2026-01-02T03:04:05.678Z"
