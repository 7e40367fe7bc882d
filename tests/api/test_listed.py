"""The messages of a list are messages: what is told of `mes` is told of each of them (LIST-1)."""

from __future__ import annotations

from itertools import combinations
from urllib.parse import quote

import pytest

from smsc_codec import BuildError
from smsc_codec.api import Login, Send, build_request, read_request
from smsc_codec.linter.engine import check
from smsc_codec.payloads.mailing.model import Line, Mailing

BASE = "https://smscentre.com/sys/send.php?login=alex&psw=123&charset=utf-8"
ALEX = Login("alex", "123")
#: Texts, each with a sign of something more than words, sound and not.
TEXTS = (
    "Hi", "Hi {button,https://a.ru,x}", "Hi {button,x}", "Hi {button,ftp://a,b}", "Hi {Button,https://a.ru,x}",
    "Hi {button,https://a.ru," + "x" * 31 + "}", "Hi {button,https://a.ru,x}{button,https://b.ru,x}",
    "{button,https://a.ru,x}", "Hi <file 0>", "Hi <file 1>", "Hi <File 2>",
    "Hi <file /upload/files/sms/a/1.png width=x>",
    "Hi <file https://a.ru/1.png>", "Hi <file https://a.ru/1.exe>", "Hi <file https://a.ru/1.wav>",
    "<file https://a.ru/1.png><file https://a.ru/2.png>",
    "http://a.ru/upload/files/sms/1 http://a.ru/upload/files/sms/2",
    "{no_unsub}", "{NO_UNSUB} Hi", "{menu: a\n1: b}", "{menu: <file 2>\n1: b}", "__CALL__:", "__CALL__: Hi",
    "__SOC__: ", "__VIBER__: {button,https://a.ru,x}", "__VIBER__: Hi <file https://a.ru/1.wav>", "__HLR__",
    "__HLR__ x",
    "__Call__: Hi", "_call_: Hi", "__SMS__: Hi", " ", "__VIBER__:\n~~~\nc",
)  # fmt: skip
WAYS = (
    "", "&flash=1", "&call=1", "&viber=1", "&soc=1", "&whatsapp=1", "&tg=1", "&mms=1", "&mms=1&subj=x",
    "&viber=1&fileurl=https://a.ru/1.png", "&fileurl=https://a.ru/1.png", "&call=1&fileurl=https://a.ru/1.wav",
    "&call=1&fileurl=https://a.ru/1.png",
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_as_anywhere(way: str) -> None:
    """LIST-1, FIL-1, PFX-1 .. PFX-3, VIB-1, VIB-2: what is an error in `mes` is one in a line, and is not built."""
    wrong = 0
    for text in TEXTS:
        alone = read_request("GET", f"{BASE}&phones=79990000000{way}&mes={quote(text)}")
        line = quote(text.replace("\n", "\\n"))
        listed = read_request("GET", f"{BASE}&list=79990000000:{line}{way}")
        told = sorted((o.parameter, o.problem.message) for o in alone.errors)
        there = sorted((o.parameter, o.problem.message) for o in listed.errors)
        told = [("list" if name == "mes" else name, said) for name, said in told]
        told = [
            ("list", "the message has no text") if "an MMS needs" in said else (name, said)
            for name, said in told
        ]
        assert there == sorted(told), text
        wrong += bool(there)
        if not there:
            assert isinstance(listed.operation, Send)
            build_request(listed.operation, ALEX)
    assert wrong > 5


def test_of_two_lines() -> None:
    """LIST-1: what is wrong with a line is told at its place, of `fileurl` once; in one that is built by its field."""
    lines = "79990000000:Hi%0A79990000001:{button,x}%0A79990000002:<file 0>"
    received = read_request("GET", f"{BASE}&list={lines}")
    assert [(o.problem.span.start, o.problem.kind) for o in received.errors] == [
        (15, "button-url-not-full"),
        (15, "button-text-empty"),
        (38, "file-index-from-one"),
    ]
    calls = "79990000000:__CALL__:a%0A79990000001:__CALL__:b"
    received = read_request("GET", f"{BASE}&list={calls}&fileurl=https://a.ru/1.png")
    assert [(o.parameter, o.problem.kind) for o in received.errors] == [("fileurl", "file-format")]
    made = Mailing((Line(("79990000000",), "Hi"), Line(("79990000001",), "{button,https://a.ru,}")))
    with pytest.raises(BuildError, match="the button has no text") as error:
        build_request(Send(list=made), ALEX)
    assert error.value.field == "list.lines[1].text"


@pytest.mark.parametrize(
    ("text", "way", "told"),
    [
        ("__CALL__:", "", True),
        ("__SOC__: ", "", True),
        ("__VIBER__:\\n~~~\\nc", "", True),
        ("__CALL__:", "&fileurl=https://a.ru/1.wav", False),
        ("__SOC__:", "&fileurl=https://a.ru/1.wav", True),
        ("__HLR__", "", False),
        ("{no_unsub}", "", False),
        (" ", "", True),
    ],
)
def test_lint_tells_of_no_text(text: str, way: str, told: bool) -> None:
    """REQ-4, CMT-1: a line that is only a prefix, with a comment or not, is empty; a call's file may be enough."""
    found = {f.code for f in check(f"{BASE}&list=79990000000:{quote(text)}{way}", "request")}
    assert ("LST009" in found) is told
    assert "REQ014" not in found


def test_a_mail_of_nothing() -> None:
    """MAIL-1: in a list of e-mails `{no_unsub}` alone is no text."""
    text = f"{BASE}&mail=1&subj=x&sender=c@d.ru&list=a@b.ru:%7Bno_unsub%7D"
    assert [f.code for f in check(text, "request")] == ["LST009"]
    assert [o.problem.kind for o in read_request("GET", text).errors] == ["list-line"]


CHANNELS = ("flash", "hlr", "ping", "mms", "mail", "soc", "viber", "whatsapp", "tg", "call")


@pytest.mark.parametrize(
    "flags",
    [*combinations(CHANNELS, 2), *((one, two) for one in CHANNELS[3:] for two in ("bin", "push")), ("bin", "push")],
    ids="-".join,
)  # fmt: skip
@pytest.mark.parametrize("text", ["Hello", "050A0307056048656C6C6F", "{button,https://a.ru,x}", "__SOC__: a"])
def test_flags_that_contradict_each_other(flags: tuple[str, str], text: str) -> None:
    """PAR-10, BIN-1, PUSH-1: two flags of one message are one mistake, told once, whatever else would follow."""
    said = "&".join(f"{flag}=1" for flag in flags)
    found = check(
        f"{BASE}&phones=79990000000&mes={quote(text)}&{said}&voice=m&sender=MyVeryLargeShop", "request"
    )
    assert [f.code for f in found if f.severity != "info"] == ["REQ017"]


def test_what_no_flag_decides() -> None:
    """PAR-1, PAR-3, PAR-4: beside flags that contradict each other all else is told of as ever."""
    text = f"{BASE}&phones=7999&mes={'x' * 1001}&id=a+b&call=1&viber=1&nl=1"
    assert {f.code for f in check(text, "request") if f.severity != "info"} >= {
        "REQ017",
        "RCP002",
        "REQ005",
        "REQ018",
    }
    kinds = {oddity.problem.kind for oddity in read_request("GET", text).errors}
    assert {"channel-conflict", "message-too-long", "id-invalid"} <= kinds


SITE = "https://smscentre.com/sys/"
#: Requests with one mistake: the fact, the request behind its login, the finding.
ONE_MISTAKE = [
    ("LIST-1", "send.php?{}&list=79999999999%20Hi", "LST001"),
    ("LIST-1", "send.php?{}&list=Hi", "LST001"),
    ("LIST-1", "send.php?{}&list=79999999999:", "LST009"),
    ("LIST-1", "send.php?{}&list=%0A", "REQ014"),
    ("BIN-1", "send.php?{}&list=79999999999:Hi&bin=2", "REQ017"),
    ("PUSH-1", "send.php?{}&list=79999999999:Hi&push=1", "REQ017"),
    ("PUSH-1", "send.php?{}&phones=79999999999&push=1&mes=http://wap.ru%5CnWAP", "REQ006"),
    ("HLR-1", "send.php?{}&list=79999999999:Hi&hlr=1", "REQ018"),
    ("HLR-1", "send.php?{}&list=79999999999:Hi&ping=1", "REQ018"),
    ("TPL-1", "templates.php?{}&chg=1", "REQ014"),
    ("TPL-1", "templates.php?{}&chg=1&id=5", "REQ018"),
    ("TPL-1", "templates.php?{}&add=1&del=1&id=5&name=n&msg=m", "REQ014"),
    ("OPT-1", "op_templates.php?{}&add=1&sender=s&msg=m", "REQ014"),
    ("OPT-1", "op_templates.php?{}&add=1&sender=s&msg=m&mts_srv=0", "REQ014"),
    ("OPT-1", "op_templates.php?{}&add=1&sender=s&msg=m&mts_srv=2", "REQ016"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "text", "code"), ONE_MISTAKE, ids=[f"{fact} {text[-24:]}" for fact, text, _ in ONE_MISTAKE]
)
def test_one_mistake_is_told_once(fact: str, text: str, code: str) -> None:
    """What follows of a mistake is not told beside it."""
    found = check(SITE + text.format("login=alex&psw=123"), "request")
    assert [f.code for f in found if f.severity != "info"] == [code], fact
