"""What the page orders: marks, deletions, replays, downloads."""

from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_page import asked
from sandbox_wire import PATIENCE
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.store import MOST_PINNED, Store
from smsc_codec_sandbox.web import Web, exports
from smsc_codec_sandbox.web.exports import EXPORTS

from smsc_codec.api.operations import Operation

SECRET = "S3CRETPW"
JSON = {"content_type": "application/json"}


def caught(*texts: str, **more: Any) -> tuple[Service, Web]:
    """A sandbox that has caught such messages."""
    service = Service(Config(keep=more.pop("keep", 100)))
    for number, text in enumerate(texts, 1):
        said = {
            "login": "alex",
            "psw": SECRET,
            "phones": f"7999000000{number}",
            "mes": text,
            "charset": "utf-8",
            **more,
        }
        service.answer("GET", f"/sys/send.php?{urlencode(said)}", "", b"")
    return service, Web(service)


def order(web: Web, path: str, **body: Any) -> Answer:
    return asked(web, f"/sandbox/page/{path}", "POST", json.dumps(body).encode(), **JSON)


def keys(service: Service) -> list[int]:
    return [message.key for message in service.store.messages()]


def test_marks() -> None:
    """Read, pinned and tagged are kept by message; searches and rows tell; what is deleted has none left."""
    service, web = caught("one", "two", "three")
    assert order(web, "mark", keys=[1, 2], seen=True, tag=" blue ").status == 200
    assert order(web, "mark", keys=[2], pinned=True, tag="red").status == 200
    assert order(web, "mark", keys=[2, 99], untag="blue").status == 200
    marks = service.store.marks()
    assert {key: (one.seen, one.pinned, one.tags) for key, one in marks.items()} == {
        1: (True, False, ("blue",)), 2: (True, True, ("red",)),
    }  # fmt: skip
    rows = asked(web, "/sandbox/page/messages").data.decode()
    assert rows.index('data-key="2" data-pinned') < rows.index('data-key="3"') < rows.index('data-key="1"')
    assert 'data-key="2"' not in asked(web, "/sandbox/page/messages?q=is:unread").data.decode()
    order(web, "messages/delete", keys=[2])
    assert set(service.store.marks()) == {1}
    assert keys(service) == [3, 1]


def test_what_is_pinned_is_kept() -> None:
    """Pinned messages are not pushed out by newer ones, and there is an end to them."""
    service, web = caught("one", keep=3)
    order(web, "mark", keys=[1], pinned=True)
    for number in range(9):
        said = {"login": "alex", "psw": "123", "phones": f"7999000001{number}", "mes": "x"}
        service.answer("GET", f"/sys/send.php?{urlencode(said)}", "", b"")
    assert keys(service) == [10, 9, 8, 1]
    assert len(service.store.marks()) == 1
    store = Store(keep=MOST_PINNED + 5)
    message = next(iter(service.store.messages()))
    store.add([msgspec.structs.replace(message, key=key) for key in range(1, MOST_PINNED + 3)])
    pin = lambda marks: msgspec.structs.replace(marks, pinned=True)  # noqa: E731
    store.mark(range(1, MOST_PINNED + 1), pin)
    with pytest.raises(ValueError, match="at most 1000"):
        store.mark([MOST_PINNED + 1], pin)
    assert sum(one.pinned for one in store.marks().values()) == MOST_PINNED
    store.close()


def test_marks_outlive_the_process(tmp_path: Path) -> None:
    """With a file, marks are there after a restart."""
    service = Service(Config(), Store(str(tmp_path / "kept.db")))
    service.answer("GET", "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x", "", b"")
    order(Web(service), "mark", keys=[1], tag="blue")
    service.store.close()
    again = Store(str(tmp_path / "kept.db"))
    assert again.marks()[1].tags == ("blue",)
    again.close()


def test_prune() -> None:
    """What is older goes, messages and requests, but for what is pinned with its request."""
    service, web = caught("one", "two")
    order(web, "mark", keys=[1], pinned=True)
    service.advance(7200)
    service.answer("GET", "/sys/balance.php?login=alex&psw=123", "", b"")
    told = json.loads(order(web, "prune", older="1h").data)
    assert (told["messages"], told["requests"]) == (1, 1)
    assert keys(service) == [1]
    assert [one.key for one in service.store.exchanges()] == [3, 1]
    assert order(web, "prune", older="soon").status == 400


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("mark", b"{}"), ("mark", b'{"keys": []}'), ("mark", b'{"keys": ["1"]}'), ("mark", b'{"keys": [1], "x": 1}'),
        ("mark", b'{"keys": [1], "tag": ""}'), ("messages/delete", b"[1]"), ("messages/delete", b"\xff"),
        ("messages/delete", b"[" * 5000), ("replay", b'{"request": "1"}'), ("prune", b'{"older": "-1h"}'),
        ("requests/delete", b""),
    ],
)  # fmt: skip
def test_orders_that_make_no_sense(path: str, body: bytes) -> None:
    """An order that is none is told why, and changes nothing."""
    service, web = caught("one")
    answer = asked(web, f"/sandbox/page/{path}", "POST", body, **JSON)
    assert answer.status == 400
    assert json.loads(answer.data)["error"]
    assert (keys(service), service.store.marks()) == ([1], {})


def test_unknown_methods() -> None:
    """Another method is told; of the page's own path at `/` it is the service's."""
    web = caught()[1]
    assert asked(web, "/sandbox/page/messages", "POST").status == 405
    assert web.answer(Head("POST", "/", (), "1.1"), "/", "", b"") is None
    assert web.answer(Head("GET", "/sandbox/nothing", (), "1.1"), "/sandbox/nothing", "", b"") is None


def test_replay() -> None:
    """A request is made once more for its account, without its password, under the same limits."""
    service, web = caught("one")
    told = json.loads(order(web, "replay", request=1).data)
    assert told["request"] == 2
    assert "duplicate" in told["told"]  # LIM-1: as any client is told
    service.advance(61)
    told = json.loads(order(web, "replay", request=1).data)
    new = service.store.chosen_requests([told["request"]])[0]
    assert (new.error, new.login, new.operation) == (
        None,
        "alex",
        service.store.chosen_requests([1])[0].operation,
    )
    assert "psw=***" in new.text
    assert [message.text for message in service.store.messages()] == ["one", "one"]
    assert SECRET not in msgspec.json.encode(new).decode()


def test_what_cannot_be_replayed() -> None:
    """What was not understood, and what is nobody's, is told and not made; files go again as long as they are kept."""
    service, web = caught()
    service.answer("GET", "/sys/send.php?login=alex&psw=wrong&phones=79990000000&mes=x", "", b"")
    service.answer("GET", "/sys/nothing.php", "", b"")
    body = (
        b'--b\r\nContent-Disposition: form-data; name="login"\r\n\r\nalex\r\n--b\r\nContent-Disposition: form-data; '
        b'name="psw"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name="phones"\r\n\r\n79990000000\r\n--b\r\n'
        b'Content-Disposition: form-data; name="mms"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="mes"\r\n'
        b'\r\nhi\r\n--b\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\nx\r\n--b--\r\n'
    )
    service.answer("POST", "/sys/send.php", "multipart/form-data; boundary=b", body)
    for key in (1, 2, 99):
        assert order(web, "replay", request=key).status in (400, 404)
    assert len(list(service.store.exchanges())) == 3
    first = next(service.store.messages())
    service.advance(61)
    assert order(web, "replay", request=first.request).status == 200
    again = next(service.store.messages())
    assert (again.request, again.files) == (first.request + 1, first.files)
    assert service.store.file(again.request, 1) == b"x"
    service.store.keep_files = 0
    service.store.keep_files_of(99, [])
    refused = order(web, "replay", request=first.request)
    assert (refused.status, b"not kept any more" in refused.data) == (400, True)


def exported(web: Web, as_: str, more: str = "") -> str:
    answer = asked(web, f"/sandbox/page/messages/export?as={as_}{more}", host="localhost:8025")
    assert answer.status == 200
    return answer.data.decode()


@pytest.mark.parametrize("as_", EXPORTS)
def test_exports(as_: str) -> None:
    """Each export has what is found, as a file, and no secret."""
    web = caught("first text", "second text")[1]
    made = exported(web, as_)
    assert "first" in made
    assert "second" in made
    assert SECRET not in made
    assert "second" not in exported(web, as_, "&q=phone:79990000001")
    assert "first" not in exported(web, as_, "&keys=2")
    headers = dict(asked(web, f"/sandbox/page/messages/export?as={as_}").headers)
    assert headers["content-disposition"].startswith("attachment")
    assert "content-disposition" not in dict(
        asked(web, f"/sandbox/page/messages/export?as={as_}&copy=1").headers
    )


def test_exports_that_make_no_sense() -> None:
    """A format that is none, a search that is none, keys that are none, are told."""
    web = caught("one")[1]
    for query in ("", "as=pdf", "as=csv&q=nothing:x", "as=csv&keys=x", "as=csv&keys="):
        assert asked(web, f"/sandbox/page/messages/export?{query}").status == 400


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_cell_is_a_formula(text: str) -> None:
    """No spreadsheet takes a text for a formula, and a reader of CSV gets it back."""
    cell = exports.cell(text)
    assert not cell.startswith(("=", "@", "+", "\t", "\r", "\n"))
    assert not cell.startswith("-") or float(cell) <= 0
    assert cell.replace("'", "") == text.replace("'", "")


def test_csv_is_read_back() -> None:
    """Quotes, line ends and formulas are in their cells."""
    attack = '=HYPERLINK("http://evil.test","x")\r\n@SUM(1),"a"'
    rows = list(csv.DictReader(io.StringIO(exported(caught(attack)[1], "csv"), newline="")))
    assert rows[0]["text"] == "'" + attack.replace("\n@", "\n'@")
    assert rows[0]["cost"] == "1.00"


def test_har() -> None:
    """A HAR has each request once, with its parameters and its reply (HAR 1.2)."""
    service, web = caught("one", phones="79990000001,79990000002")
    body = urlencode(
        {"login": "alex", "psw": SECRET, "phones": "79990000003", "mes": "ж", "charset": "utf-8"}
    )
    service.answer("POST", "/sys/send.php", "application/x-www-form-urlencoded", body.encode())
    log = json.loads(exported(web, "har"))["log"]
    assert log["version"] == "1.2"
    first, second = (entry["request"] for entry in log["entries"][::-1])
    assert first["url"].startswith("http://localhost:8025/sys/send.php?")
    assert {"name": "mes", "value": "one"} in first["queryString"]
    assert {"name": "mes", "value": "ж"} in second["postData"]["params"]
    assert all(entry["response"]["content"]["text"].startswith("OK") for entry in log["entries"])


NASTY = "a'b\"c $(touch x) `y` \\ \n&;|<>*?~!#%\x1b[31mж"


def test_curl_is_one_command() -> None:
    """A shell makes of each command the words that were meant, whatever is in them: nothing of it is the shell's."""
    service, web = caught()
    body = json.dumps(
        {"login": "alex", "psw": SECRET, "phones": "79990000001", "mes": NASTY}, ensure_ascii=False
    )
    service.answer("POST", "/rest/send/", "application/json", body.encode())
    made = exported(web, "curl").replace("curl ", "printf '%s\\0' ", 1)
    told = subprocess.run(["bash", "-c", made], capture_output=True, check=True, timeout=PATIENCE)
    words = told.stdout.decode().split("\0")
    assert words[:4] == ["-g", "-H", "Content-Type: application/json", "--data-raw"]
    assert json.loads(words[4])["mes"] == NASTY
    assert words[5] == "http://localhost:8025/rest/send/"
    assert "\x1b" not in made


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_quoting(word: str) -> None:
    """What is quoted shows no control character but line ends and tabs; plain words are as `shlex` reads them back."""
    quoted = exports.quoted(word)
    assert not [letter for letter in quoted if ord(letter) < 32 and letter not in "\n\t"]
    if not quoted.startswith("$'"):
        assert shlex.split(quoted) == [word]


@pytest.mark.parametrize(
    "parameters",
    [
        {"mes": NASTY}, {"mes": "Test {button,https://a.test,site} <file http://a.test/b.png>", "viber": 1},
        {"mes": "050A0307056048656C6C6F", "bin": 2}, {"mes": "http://wap.ru\nWAP.RU", "push": 1}, {"hlr": 1},
        {"mes": "x", "time": "01.01.27 12:00", "tz": 3, "valid": "01:00"}, {"mes": "x", "call": 1, "voice": "w"},
        {"mes": "x", "phones": "79990000001,G777"}, {"list": "79990000001:Hello\n79990000002:World", "phones": ""},
        {"mes": "x", "period": 1, "freq": 5, "cost": 1}, {"mes": "x", "time": "h9-18"},
    ],
)  # fmt: skip
def test_python_is_the_operation(parameters: dict[str, Any]) -> None:
    """The program that is copied makes the very operation that came; it runs as it is."""
    service, _ = caught("x", **{"phones": "79990000001", **parameters})
    (exchange,) = service.store.exchanges()
    assert exchange.operation is not None
    made: list[Any] = []

    class Client:
        def __init__(self, access: Any, hosts: list[str]) -> None:
            assert access.login == "alex"

        def __enter__(self) -> Client:
            return self

        def __exit__(self, *told: object) -> None:
            pass

        def send(self, operation: Any) -> None:
            made.append(operation)

        ask = send

    source = exports.as_python([], [exchange], "http://localhost:8025")
    runnable = source.replace("from smsc_codec_httpx import Client\n", "")
    exec(runnable.replace('os.environ["SMSC_PSW"]', '"x"'), {"Client": Client})
    assert made == [msgspec.convert(exchange.operation, Operation)]
