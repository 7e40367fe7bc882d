"""`smsc-codec send` and `smsc-codec status`, against a service on the loopback address."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from httpx_service import Service
from smsc_codec_httpx import read_journal
from smsc_codec_testing.server import closed_port

from smsc_codec.api import Login
from smsc_codec.api.operations.send import Channel
from smsc_codec.api.parameters.send import TABLE
from smsc_codec.api.received import Received
from smsc_codec.api.request import parameters
from smsc_codec.cli.app import app
from smsc_codec.payloads import mailing
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.payloads.voice.model import Param, Voice

SECRET = "c4n4ry"
MENU = "Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n\nBye!\n"
BROKEN = "Hello!\n\n{menu: Press 1 to leave.\n1: call:79990000001 wait=900}\n"


class Done:
    """What a command did."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def reply(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


class Typed(io.TextIOWrapper):
    """Standard input that a person types on."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs a command in an empty folder, as alex."""
    monkeypatch.chdir(tmp_path)
    for name in ("SMSC_APIKEY", "SMSC_HOST", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SMSC_LOGIN", "alex")
    monkeypatch.setenv("SMSC_PSW", SECRET)

    def call(*arguments: str, stdin: str = "", typed: str | None = None) -> Done:
        kind = io.TextIOWrapper if typed is None else Typed
        monkeypatch.setattr(sys, "stdin", kind(io.BytesIO((typed or stdin).encode()), encoding="utf-8"))
        code = app(list(arguments))
        told = capsys.readouterr()
        assert SECRET not in told.out + told.err
        return Done(code, told.out, told.err)

    return call


@pytest.fixture
def service(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service that SMSC_HOST names."""
    with Service() as made:
        monkeypatch.setenv("SMSC_HOST", made.base)
        yield made


def test_text(run: Run, service: Service) -> None:
    """REQ-4: a text goes to its numbers as the login of the environment; the reply is JSON, its status can be asked."""
    done = run("send", "--to", "79990000000,79990000001", "Hello, Ж!", "--yes", "--sender", "Shop")
    assert (done.code, done.reply["cnt"]) == (0, 2)
    (sent,) = service.taken
    assert sent.message is not None
    assert (sent.message.text, sent.sender) == ("Hello, Ж!", "Shop")
    assert service.received[0].access == Login("alex", SECRET)
    asked = run("status", "79990000000", str(done.reply["id"]))
    assert (asked.code, asked.reply["status"]) == (0, 1)
    assert "delivered" in asked.err


def test_unknown_message(run: Run, service: Service) -> None:
    """STA-3, STA-4: of several messages each is told; one that is not known makes the exit code 1."""
    done = run("status", "79990000000", "12", "79990000001", "m-13")
    assert (done.code, [row["status"] for row in done.reply]) == (1, [-3, -3])
    assert done.err.count("not found") == 2
    assert run("status", "79990000000").code == 2
    assert run("status", "hello", "1").code == 1


@pytest.mark.parametrize(("typed", "sent"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_asks_before_it_costs(run: Run, service: Service, typed: str, sent: bool) -> None:
    """PAR-15: the price is asked, shown, and agreed to before anything is sent."""
    done = run("send", "--to", "79990000000", "Hello", typed=typed)
    assert "1.50 (1 SMS)" in done.err
    assert done.code == (0 if sent else 1)
    assert len(service.taken) == sent


def test_nobody_to_ask(run: Run, service: Service) -> None:
    """Where nobody can be asked, nothing is sent without --yes."""
    done = run("send", "--to", "79990000000", "Hello")
    assert done.code == 1
    assert "--yes" in done.err
    assert service.taken == []


def test_menu(run: Run, service: Service) -> None:
    """IVR-1: a file may hold a menu; it is called with it."""
    Path("x.menu").write_text(MENU, encoding="utf-8")
    assert run("send", "--to", "79990000000", "--call", "--file", "x.menu", "--yes").code == 0
    assert service.taken[0].channel == "call"


@pytest.mark.parametrize("name", ["x.menu", "menu.txt", "x.ivr", "x.txt", "-"])
@pytest.mark.parametrize("channel", [(), ("--channel", "viber"), ("--channel", "mms"), ("--force",)])
def test_menu_without_a_call(run: Run, service: Service, name: str, channel: tuple[str, ...]) -> None:
    """IVR-1: a menu's source is never sent as text, whatever the file is called, and what to say instead is told."""
    if name != "-":
        Path(name).write_text(MENU, encoding="utf-8")
    command = ("send", "--to", "79990000000", "--file", name, *channel, "--yes")
    done = run(*command, stdin=MENU)
    assert (done.code, service.received) == (2, [])
    assert "--call" in done.err
    assert "--menu-as-text" in done.err
    assert ("SMS" in done.err) == (channel in ((), ("--force",)))
    assert run(*command, "--menu-as-text", stdin=MENU).code == 0
    assert run(*command, "--call", stdin=MENU).code == 0
    assert [one.channel == "call" for one in service.taken] == [False, True]


def test_menu_with_a_slip(run: Run, service: Service) -> None:
    """IVR-1: a file that is called a menu, or was meant as one, is no text either."""
    for name, text in (
        ("x.menu", "Hello!"),
        ("x.txt", MENU.replace("{menu:", "{Menu:")),
        ("y.menu", MENU[:12]),
    ):
        Path(name).write_text(text, encoding="utf-8")
        assert run("send", "--to", "79990000000", "--file", name, "--yes").code == 2
    assert run("send", "--to", "79990000000", "{menu: Press 1 to leave.\n1: end}", "--yes").code == 1
    assert service.received == []


def test_menu_in_json_and_lists(run: Run, service: Service) -> None:
    """IVR-1: neither the JSON of an operation nor a line of a list sends a menu's source."""
    said = {
        "type": "send",
        "phones": {"items": [{"type": "phone", "number": "79990000000"}]},
        "message": {"text": [{"type": "menu", "source": MENU[8:-7]}]},
    }
    assert run("send", "--yes", stdin=json.dumps(said)).code == 2
    Path("x.list").write_text(
        "79990000000:Hi\n79990000001:" + MENU[:-1].replace("\n", "\\n"), encoding="utf-8"
    )
    done = run("send", "--list", "x.list", "--yes", "--force")
    assert (done.code, service.received) == (2, [])
    assert "message 2" in done.err
    assert run("send", "--list", "x.list", "--yes", "--call").code == 0
    assert run("send", "--yes", stdin=json.dumps({**said, "channel": "call"})).code == 0
    assert [one.channel for one in service.taken] == ["call", "call"]


def test_lists_are_judged_by_their_channel(run: Run, service: Service) -> None:
    """LIST-1, VIB-1, FIL-8: the messages of a list are linted as what they are sent as, before anything is sent."""
    Path("x.list").write_text("79990000000:Hi {button,https://a.example,Open}\n", encoding="utf-8")
    assert "VIB012" in run("send", "--list", "x.list", "--yes", "--dry-run").err
    assert "VIB" not in run("send", "--list", "x.list", "--yes", "--channel", "viber").err
    Path("y.list").write_text("79990000000:Hi <file https://a.example/1.webp>\n", encoding="utf-8")
    done = run("send", "--list", "y.list", "--yes", "--channel", "viber")
    assert (done.code, len(service.taken)) == (1, 1)
    assert "VIB009" in done.err


def test_menu_by_prefix(run: Run, service: Service) -> None:
    """PFX-1: a text that says itself that it is a call needs no option."""
    Path("x.msg").write_text(f"__CALL__: {MENU}", encoding="utf-8")
    assert run("send", "--to", "79990000000", "--file", "x.msg", "--yes").code == 0
    Path("y.msg").write_text(f"__VIBER__: {MENU}", encoding="utf-8")
    assert run("send", "--to", "79990000000", "--file", "y.msg", "--yes").code == 2
    assert len(service.taken) == 1


def test_too_long(run: Run, service: Service) -> None:
    """PAR-3: a text of 1001 characters is refused before anybody is asked; line ends count as one."""
    assert run("send", "--to", "79990000000", "a" * 1001, "--yes", "--force").code == 1
    Path("x.list").write_text("79990000000:Hi\n79990000001:" + "a" * 1001, encoding="utf-8")
    assert run("send", "--list", "x.list", "--yes").code == 1
    assert service.received == []
    Path("x.msg").write_bytes(b"a\r\n" * 500)
    assert run("send", "--to", "79990000000", "--file", "x.msg", "--yes").code == 0
    assert service.taken[0].message is not None
    assert service.taken[0].message.text == ("a\n" * 500)[:-1]


def test_options(run: Run, service: Service) -> None:
    """PAR-6, PAR-12 .. PAR-14, PAR-17, PAR-18, PAR-11, FIL-1: what the request can say, options can say."""
    Path("a.pdf").write_bytes(b"%PDF")
    Path("b.txt").write_bytes(b"b")
    done = run(
        "send", "--to", "a@example.org", "--channel", "mail", "--subj", "Bill", "--sender", "b@example.org", "Hello",
        "--attach", "a.pdf", "--attach", "b.txt", "--yes",
    )  # fmt: skip
    assert done.code == 0, done.err
    (mail,) = service.taken
    assert (mail.subj, mail.sender, mail.channel) == ("Bill", "b@example.org", "mail")
    assert [(file.name, file.data) for file in mail.files] == [("a.pdf", b"%PDF"), ("b.txt", b"b")]
    call = ("--call", "--voice", "w2", "--param", "20,10,3", "--fileurl", "https://a.example/1.wav")
    assert run("send", "--to", "79990000000", *call, "--yes").code == 0
    text = ("--translit", "1", "--maxsms", "2", "--valid", "12", "--time", "0101300900", "--tz", "2")
    assert run("send", "--to", "79990000000", "Hello", *text, "--yes").code == 0
    _, spoken, sms = service.taken
    assert (spoken.voice, spoken.param, spoken.fileurl) == (
        Voice("w2"),
        Param(20, 10, 3),
        "https://a.example/1.wav",
    )
    assert (sms.translit, sms.maxsms, sms.schedule.tz) == (1, 2, 2)
    assert parameters(sms)["valid"] == "12"
    for wrong in (
        ("--voice", "x"),
        ("--param", "w2"),
        ("--valid", "99"),
        ("--maxsms", "0"),
        ("--attach", "nowhere"),
    ):
        assert run("send", "--to", "79990000000", "Hello", *wrong, "--yes").code in (1, 2)
    Path("x.list").write_text("79990000000:Hi\n", encoding="utf-8")
    assert run("send", "--list", "x.list", "--attach", "a.pdf", "--yes").code == 2
    assert len(service.taken) == 3


#: The options of `send`, and what each says in the request.
SAID: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    ("PAR-4", ("Hi", "--id", "007"), {"id": "007"}),
    ("PAR-4 number", ("Hi", "--id", "7"), {"id": "7"}),
    ("PAR-5", ("Hi", "--sender", "Shop"), {"sender": "Shop"}),
    ("PAR-6", ("Hi", "--translit", "2"), {"translit": "2"}),
    ("PAR-7", ("Hi", "--tinyurl"), {"tinyurl": "1"}),
    ("PAR-8", ("Hi", "--time", "9-21", "--tz", "-2"), {"time": "9-21", "tz": "-2"}),
    ("PAR-9", ("Hi", "--period", "0.5", "--freq", "10"), {"period": "0.5", "freq": "10"}),
    *((f"PAR-10 {name}", ("Hi", "--channel", name), {name: "1"}) for name in ("flash", "mms", "soc", "viber")),
    ("PAR-10 whatsapp", ("Hi", "--channel", "whatsapp"), {"whatsapp": "1"}),
    *((f"PAR-10 {name}", ("--channel", name), {name: "1"}) for name in ("hlr", "ping")),
    ("PAR-11", ("Hi", "--call", "--fileurl", "https://a.example/1.wav"), {"call": "1", "fileurl": "https://a.example/1.wav"}),
    ("PAR-12", ("Hi", "--call", "--voice", "w2"), {"call": "1", "voice": "w2"}),
    ("PAR-13", ("Hi", "--call", "--param", "20,10,3"), {"call": "1", "param": "20,10,3"}),
    ("PAR-14", ("Hi", "--channel", "mms", "--subj", "Cats"), {"mms": "1", "subj": "Cats"}),
    ("PAR-15", ("Hi", "--cost", "3"), {"cost": "3"}),
    ("PAR-17", ("Hi", "--valid", "00:30"), {"valid": "00:30"}),
    ("PAR-18", ("Hi", "--maxsms", "2"), {"maxsms": "2"}),
    ("PAR-19", ("Hi", "--imgcode", "a1B2", "--userip", "127.0.0.1"), {"imgcode": "a1B2", "userip": "127.0.0.1"}),
    ("PAR-20", ("Hi", "--err", "--op"), {"err": "1", "op": "1"}),
    ("PAR-21", ("Hi", "--pp", "12"), {"pp": "12"}),
    ("BIN-1 digits", ("00050a", "--bin", "2"), {"bin": "2", "mes": "00050A"}),
    ("BIN-1 octets", ("00050a", "--bin", "1"), {"bin": "1", "mes": b"\x00\x05\n"}),
    ("PUSH-1", ("http://wap.ru\nWAP.RU", "--push"), {"push": "1", "mes": "http://wap.ru\nWAP.RU"}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_each_option(run: Run, service: Service, given: tuple[str, ...], expected: dict[str, Any]) -> None:
    """Each parameter of the page has an option, which says just that."""
    done = run("send", "--to", "79990000000", *given, "--yes")
    assert done.code == 0, done.err
    said = parameters(service.taken[-1])
    for usual in ("login", "psw", "fmt", "charset", "phones", *(() if "id" in expected else ("id",))):
        said.pop(usual, None)
    assert said == ({"mes": "Hi", **expected} if "Hi" in given else expected)


def test_every_parameter_has_an_option() -> None:
    """PAR-10: no parameter of the page is left out, but for those that the client sets, and `list` with its `nl`."""
    tried = {name for _, _, expected in SAID for name in expected}
    page = {parameter.name for parameter in TABLE} | {
        *Schedule.__struct_fields__,
        *get_args(Channel),
        "bin",
        "push",
    }
    assert page - tried == {
        "nl",
        "sms",
        "tg",
        "smsreq",
        "bot",
        "mail",
    }  # `mail` is tried with all that it needs


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("0505", "--bin", "2"), "the header should have 5 octets"),
        (("xy", "--bin", "1"), "hexadecimal"),
        (("00", "--bin", "2", "--push"), "give only one of --bin and --push"),
        (("wap.ru\nx", "--push"), "http"),
        (("javascript:x\ny", "--push"), "http"),
        (("Hi", "--imgcode", "1"), "userip"),
        (("Hi", "--userip", "1"), "IP address"),
        (("Hi", "--period", "721"), "period=721"),
        (("Hi", "--pp", "a b"), "partner"),
    ],
)
def test_what_options_cannot_say(run: Run, service: Service, given: tuple[str, ...], told: str) -> None:
    """PAR-9, PAR-19, PAR-21, BIN-2, PUSH-1: what the page does not allow goes nowhere, and the reason is said."""
    done = run("send", "--to", "79990000000", *given, "--yes")
    assert done.code in (1, 2)
    assert told in done.err
    assert service.received == []


def test_of_a_list(run: Run, service: Service) -> None:
    """PAR-9, PAR-15, BIN-1: a list is spread over hours; it holds texts, and its price is asked before it goes."""
    Path("x.list").write_text("79990000000:Hi\n", encoding="utf-8")
    assert run("send", "--list", "x.list", "--yes", "--period", "2", "--tinyurl").code == 0
    said = parameters(service.taken[-1])
    assert (said["period"], said["tinyurl"]) == ("2", "1")
    for wrong in (("--bin", "2"), ("--push",), ("--cost", "1")):
        assert run("send", "--list", "x.list", "--yes", *wrong).code == 2
    assert len(service.taken) == 1


def test_lints_first(run: Run, service: Service) -> None:
    """IVR-7: an error that the linter finds stops it, unless one insists."""
    Path("x.menu").write_text(BROKEN, encoding="utf-8")
    command = ("send", "--to", "79990000000", "--call", "--file", "x.menu", "--yes")
    done = run(*command)
    assert done.code == 1
    assert "IVR" in done.err
    assert "x.menu:4:" in done.err
    assert service.taken == []
    assert run(*command, "--force").code == 0
    assert len(service.taken) == 1


def test_words_are_no_structure(run: Run, service: Service) -> None:
    """PFX-1, VIB-1: a text of the command line never becomes a call or a button."""
    for text in ("__CALL__: hello", "{button,https://a.example,x}", "a\n~~~\nb"):
        done = run("send", "--to", "79990000000", text, "--yes")
        assert done.code == 1
        assert "--file" in done.err
    assert service.received == []


def test_operation(run: Run, service: Service) -> None:
    """PAR-4: the JSON of an operation says all of it, as `request` takes it."""
    said = {
        "type": "send",
        "phones": {"items": [{"type": "phone", "number": "79990000000"}]},
        "message": {"text": "Hi"},
    }
    done = run("send", "--yes", stdin=json.dumps({**said, "id": 77}))
    assert (done.code, done.reply["id"]) == (0, 77)
    assert run("send", "--yes", stdin=json.dumps({**said, "cost": 1})).reply["reply"] == "price"
    for wrong in ("{", "[]", '{"type": "send", "x": 1}', '{"type": "send", "maxsms": 0}', "[" * 100_000):
        assert run("send", "--yes", stdin=wrong).code == 1
    assert run("send", "--yes", stdin='{"type": "get-balance"}').code == 2
    assert run("send", "--yes", "--sender", "x", stdin=json.dumps(said)).code == 2
    assert len(service.taken) == 1


def test_dry_run(run: Run) -> None:
    """What would be sent is shown, with words in place of login and password, and nothing is asked of anybody."""
    done = run("send", "--to", "79990000000", "Hello", "--dry-run")
    assert (done.code, done.out.count("PASSWORD")) == (0, 1)
    assert "phones=79990000000&mes=Hello" in done.out
    assert "alex" not in done.out


def test_hlr(run: Run, service: Service) -> None:
    """HLR-1: a question about numbers has no text."""
    assert run("send", "--to", "79990000000", "--channel", "hlr", "--yes").code == 0
    assert service.taken[0].message is None


def test_mailing(run: Run, service: Service) -> None:
    """LIST-1: a list goes out whole, its price is that of all its lines, and a journal keeps it from going twice."""
    text = "".join(f"{79990000000 + n}:Hello {n}\n" for n in range(1500))
    Path("x.list").write_text(text, encoding="utf-8-sig")
    done = run("send", "--list", "x.list", "--sender", "Shop")
    assert (done.code, service.taken) == (1, [])
    assert "2250.00 (1500 SMS)" in done.err
    done = run("send", "--list", "x.list", "--sender", "Shop", "--yes", "--journal", "x.journal")
    assert (done.code, done.reply["lines"], done.reply["requests"]) == (0, 1500, 2)
    assert service.lines == list(mailing.parse(text).lines)
    done = run("send", "--list", "x.list", "--sender", "Shop", "--yes", "--journal", "x.journal")
    assert (done.code, done.reply["skipped"]) == (0, 1500)
    assert len(service.lines) == 1500
    shown = run("send", "--list", "x.list", "--dry-run")
    assert "1500 lines" in shown.err
    assert "list=79990000000" in shown.out


def test_mailing_that_stopped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request whose outcome is unclear is told with its lines, and what can be done about it."""
    Path("x.list").write_text("79990000000:Hello\n", encoding="utf-8")

    def lose(received: Received) -> None:
        if len(service.received) == 1:
            raise ConnectionResetError

    with Service(after=lose) as service:
        command = ("send", "--host", service.base, "--list", "x.list", "--yes", "--journal", "x.journal")
        done = run(*command)
        assert done.code == 1
        assert "smsc-codec status 79990000000 m" in done.err
        done = run(*command)
        assert done.code == 1
        assert "lines 1 to 1" in done.err
        assert "--unclear ask" in done.err
        done = run(*command, "--unclear", "ask")
        assert done.code == 0
        assert "taken for sent" in done.err
        assert len(service.lines) == 1


@pytest.mark.parametrize("content", ['{"a": 1}', "", "79990000000:Hello\n", "x"])
def test_a_journal_that_is_none(run: Run, service: Service, content: str) -> None:
    """A file that is no journal is refused before anything is asked, and stays as it is; an empty one becomes one."""
    Path("x.list").write_text("79990000000:Hello\n", encoding="utf-8")
    Path("precious").write_text(content, encoding="utf-8")
    done = run("send", "--list", "x.list", "--yes", "--journal", "precious")
    if not content:
        assert (done.code, len(service.lines)) == (0, 1)
        return
    assert (done.code, service.received) == (1, [])
    assert "precious: this is no journal" in done.err
    assert Path("precious").read_text(encoding="utf-8") == content


def test_what_was_repeated_is_told_with_an_error(run: Run) -> None:
    """A run that repeats a request, and then stops at another, tells of both; the ids of all are in the result."""
    Path("x.list").write_text(
        "".join(f"{79990000000 + n}:Hello {n}\n" for n in range(1500)), encoding="utf-8"
    )

    def lose(received: Received) -> None:
        if len(service.received) in (1, 3):
            raise ConnectionResetError

    with Service(after=lose) as service:
        command = ("send", "--host", service.base, "--list", "x.list", "--yes", "--journal", "x.journal")
        assert run(*command).code == 1
        done = run(*command, "--unclear", "repeat")
        assert done.code == 1
        assert "lines 1 to 1000 (id m" in done.err
        assert "were sent again: perhaps twice" in done.err
        assert "lines 1001 to 1500 (id m" in done.err
        assert "may have been sent: nobody knows" in done.err
        done = run(*command, "--unclear", "ask")
        assert (done.code, "were sent again: perhaps twice" in done.err) == (0, True)
        assert [(one["first"], one["last"], one["id"]) for one in done.reply["records"]] == [
            (one.first, one.last, one.id) for one in read_journal("x.journal")
        ]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_wrong_list(run: Run, service: Service, force: list[str]) -> None:
    """A line that is none is told before anything is sent."""
    Path("x.list").write_text("79990000000:Hello\nhello\n", encoding="utf-8")
    done = run("send", "--list", "x.list", "--yes", *force)
    assert done.code == 1
    assert "x.list:2" in done.err or "line 2" in done.err
    assert service.received == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "79990000000"], "message"),
        (["hello"], "--to"),
        (["--to", "hello", "x"], "--to"),
        (["--to", "79990000000", "x", "--time", "soon"], "--time"),
        (["--to", "79990000000", "x", "--id", "a b"], "id"),
        (["--to", "79990000000", "x", "--file", "y"], "one of"),
        (["--to", "79990000000", "--file", "nowhere"], "nowhere"),
        (["--to", "79990000000", "x", "--journal", "j"], "--list"),
        (["--to", "79990000000", "x", "--yes", "--host", "ftp://x"], "--host"),
        (["--list", "nowhere"], "nowhere"),
    ],
)
def test_usage(run: Run, arguments: list[str], told: str) -> None:
    """What is wrong with a command line is named."""
    done = run("send", *arguments)
    assert done.code in (1, 2)
    assert told in done.err


def test_nobody_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """REQ-3: without a login nothing goes; it is never taken from the command line."""
    monkeypatch.delenv("SMSC_PSW")
    done = run("send", "--to", "79990000000", "x", "--yes")
    assert done.code == 2
    assert "SMSC_PSW" in done.err


def test_nobody_answers(run: Run) -> None:
    """Where no host can be reached, that nothing was sent is said."""
    done = run("send", "--to", "79990000000", "x", "--yes", "--host", closed_port())
    assert done.code == 1
    assert "nothing was sent" in done.err
