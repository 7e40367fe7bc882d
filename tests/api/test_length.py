"""PAR-3: a message of more than 1000 characters is refused wherever it is built, told wherever it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smsc_codec import BuildError
from smsc_codec.api import Link, Login, Send, build_request, read_request
from smsc_codec.api.operations import AddTemplate
from smsc_codec.linter.engine import check
from smsc_codec.payloads import length, mailing, menu, message, recipients
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.menu.model import End, Item, Menu
from smsc_codec.payloads.message.model import Message, VoiceMenu

BASE = "https://smscentre.com/sys/send.php?login=alex&psw=123"
TO = BASE + "&phones=79990000000"
PHONES = recipients.parse("79990000000")


@pytest.mark.parametrize(
    ("mes", "number"),
    [
        ("", 0), ("a", 1), ("\n", 0), ("a\n", 1), ("a\r\n", 1), ("a\r\nb", 3), ("a\nb\n", 3), ("a\n\n", 2),
        ("\r", 1), ("\U0001f389", 1), ("__CALL__: a", 11), ("a\n~~~\nb", 7),
    ],
)  # fmt: skip
def test_count(mes: str, number: int) -> None:
    """PAR-3: all of `mes` counts, a comment too; a line end is one character, and the last one is the file's."""
    assert length.count(mes) == number


@pytest.mark.parametrize(("size", "over"), [(999, False), (1000, False), (1001, True), (3000, True)])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_place(size: int, over: bool, end: str) -> None:
    """PAR-3: what is too much begins behind the thousandth character, wherever line ends stand."""
    text = (f"{'a' * 9}{end}" * 400)[: -len(end)]
    text = text[: length.offset(text, size)]
    assert length.count(text + "\n") == size
    excess = length.beyond(text + "\n")
    assert (excess is not None) == over
    if excess is not None:
        assert length.count(text[: excess.start] + "x") - 1 == 1000
        assert excess.end == len(text)


def _menu(size: int) -> Menu:
    return Menu(start_text="a" * (size - len("{menu:\n1: end}")), items=(Item("1", End()),))


#: Whatever builds a message, for one of that many characters.
BUILDERS: dict[str, Callable[[int], Any]] = {
    "a message": lambda n: message.build(Message("a" * n)),
    "a message with a comment": lambda n: message.build(Message("a" * (n - 6), comment="b")),
    "a message with a prefix": lambda n: message.build(Message("a" * (n - 10), "call")),
    "a menu in a message": lambda n: message.build(Message((VoiceMenu(menu.build(_menu(900))[-14:]), "a" * (n - 14)))),
    "a menu": lambda n: menu.build(_menu(n)),
    "a list's first line": lambda n: mailing.build(Mailing((Line(("79990000000",), "a" * n),))),
    "a list's later line": lambda n: mailing.build(
        Mailing((Line(("79990000000",), "Hi"), Line(("79990000000",), "b\n" * 3 + "a" * (n - 12), comment="c")))
    ),
    "a list's line with nl=1": lambda n: mailing.build(
        Mailing((Line(("79990000000",), "\na" + "a" * (n - 2)),)), nl=True
    ),
    "lines one after the other": lambda n: list(mailing.build_lines([Line(("79990000000",), "a" * n)])),
    "a request": lambda n: request(message=Message("a" * n)),
    "an e-mail": lambda n: build_request(
        Send(phones=recipients.parse("a@example.org"), message=Message("a" * n), channel="mail", subj="s",
             sender="b@example.org"),
        Login("alex", "123"),
    ),
    "a list in a request": lambda n: build_request(
        Send(list=Mailing((Line(("79990000000",), "a" * n),))), Login("alex", "123")
    ),
    "octets": lambda n: request(binary=BinaryMessage(Header(()), b"a" * (n - 1)), raw=True),
    "octets with a scheme": lambda n: request(
        binary=BinaryMessage(Header(()), b"a" * (n - 1 - len("\n~~~\npid: 0, dcs: 4")), 0, 4), raw=True
    ),
    "a push": lambda n: request(push=Link("http://wap.ru", "a" * (n - 14))),
}  # fmt: skip


def request(**more: Any) -> Any:
    return build_request(Send(phones=PHONES, **more), Login("alex", "123"))


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_builders(build: Callable[[int], Any]) -> None:
    """PAR-3: a thousand characters are built, one more is refused, and the number is said."""
    assert build(1000)
    with pytest.raises(BuildError, match="1001 characters"):
        build(1001)


def test_digits() -> None:
    """PAR-3, BIN-1: of a binary message in hexadecimal the digits count, two an octet."""
    assert request(binary=BinaryMessage(Header(()), b"a" * 499))
    with pytest.raises(BuildError, match=r"binary: .*1002 characters"):
        request(binary=BinaryMessage(Header(()), b"a" * 500))


def test_templates() -> None:
    """PAR-3 says nothing of templates: a longer one is built, and told of as a warning."""
    assert build_request(AddTemplate("n", "a" * 1001), Login("alex", "123"))
    text = f"https://smscentre.com/sys/templates.php?add=1&login=a&psw=b&name=n&msg={'a' * 1001}"
    assert [(f.code, f.severity) for f in check(text, "request")] == [("REQ026", "warning")]
    assert not read_request("GET", text).errors


#: Whatever is read, with the code that tells of one character too many.
READ: dict[str, tuple[str, str]] = {
    "a text": (TO + "&mes=" + "a" * 1001, "REQ026"),
    "an empty comment": (TO + "&mes=" + "a" * 995 + "%0A~~~%0Ab", "REQ026"),
    "a prefix and a menu": (TO + "&mes=__CALL__:+" + "a" * 977 + "%7Bmenu:%0A1: end%7D", "REQ026"),
    "a menu": (TO + "&call=1&mes=" + "a" * 987 + "%7Bmenu:%0A1: end%7D", "IVR309"),
    "digits": (TO + "&bin=2&mes=" + "00" * 501, "REQ026"),
    "octets": (TO + "&bin=1&mes=" + "%00" * 1001, "REQ026"),
    "a push": (TO + "&push=1&mes=http://wap.ru%0A" + "a" * 987, "REQ026"),
    "a list": (BASE + "&list=79990000000:Hi%0A79990000000:" + "a" * 1001, "LST008"),
    "a list's comment": (BASE + "&list=79990000000:" + "a" * 995 + r"\n~~~\nb", "LST008"),
    "a list with nl": (BASE + "&nl=1&list=79990000000:" + "%0Aa" * 501, "LST008"),
}


@pytest.mark.parametrize(("text", "code"), READ.values(), ids=READ)
def test_read(text: str, code: str) -> None:
    """PAR-3: one finding tells of it, a request that says it has an error, and without the last character has none."""
    found = [f for f in check(text, "request") if f.code in ("REQ026", "IVR309", "LST008")]
    assert [f.code for f in found] == [code]
    assert found[0].severity == "error"
    told = [o.problem.kind for o in read_request("GET", text).errors]
    assert told == ["message-too-long"]
    shorter = text.replace("aaa", "aa", 1).replace("%00%00", "%00", 1).replace("%0Aa%0Aa", "%0Aa", 1)
    shorter = shorter.replace("=0000", "=00", 1)
    assert not read_request("GET", shorter).errors
    assert not {"REQ026", "IVR309", "LST008"} & {f.code for f in check(shorter, "request")}


@pytest.mark.parametrize("channel", ["hlr", "ping"])
def test_no_text(channel: str) -> None:
    """HLR-1: what is not used cannot be too long."""
    assert not read_request("GET", f"{TO}&{channel}=1&mes={'a' * 2000}").errors
