"""Whole requests, as they arrive and as they are sent. Writes whole.txt anew.

    python -m tests.api.whole

Behind `|` is a request as it arrives, behind `=` the endpoint, and below it what taken.txt says of its parameters.
Behind `>` is an operation, for whom and how it is asked, and behind `=` what is sent, or what stands in its way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import smsc_codec.api as api
from smsc_codec import BuildError
from smsc_codec.api.access import Key, Login
from smsc_codec.api.building import build_request
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.received import read_request
from smsc_codec.payloads.binary.raw import read as octets
from smsc_codec.payloads.message.model import Message
from tests.api.taken import HI, PHONE, TO, brief, cut, seen
from tests.told import shown

PATH = Path(__file__).parent / "whole.txt"
_FORM, _JSON, _PARTS = (
    f"application/{kind}" if kind != "parts" else "multipart/form-data; boundary=x"
    for kind in ("x-www-form-urlencoded", "json", "parts")
)
_WHO = "login=a&psw=b"
_TO = "phones=79990000000"
_Q = f"{_WHO}&{_TO}&mes=Hi"
_SENT = "/sys/send.php"
_REST = "/rest/send/"


def _part(name: str, said: str, data: str) -> str:
    return f'--x\r\nContent-Disposition: form-data; name="{name}"{said}\r\n\r\n{data}\r\n'


_TEXTS = _part("phones", "", "79990000000") + _part("mes", "", "Hi")
#: What is asked for, and the content type and the body where there is one.
ARRIVING: tuple[tuple[str, str | None, str], ...] = (
    *((target, None, "") for target in (
        f"{_SENT}?{_Q}", f"/{_SENT}?{_Q}", f"sys/send.php?{_Q}", f"http://smscentre.com{_SENT}?{_Q}",
        f"http://smscentre.com/{_SENT}?{_Q}", f"{_SENT}?{_Q}&url=http://a/b", f"a/b://c{_SENT}?{_Q}", f"?a://c{_SENT}",
        "http://smscentre.com", f"{_SENT}?{_Q}?{_Q}", f"/sys/x.php?{_Q}", f"/rest/send?{_Q}", f"{_REST}?{_Q}",
        f"{_SENT}?{'&'.join(f'a{n}=1' for n in range(1000))}", f"{_SENT}?{'&'.join(f'a{n}=1' for n in range(1001))}",
        f"{_SENT}?mes=&{_Q}", f"{_SENT}?mes=Hi&{_Q}", f"{_SENT}?mes=Ho&{_Q}", f"{_SENT}?{_Q}&charset=KOI8_R",
        f"{_SENT}?{_Q}&charset=cp1251", f"{_SENT}?{_Q}&charset=%FF", f"{_SENT}?{_Q}&fmt=4", f"{_SENT}?{_Q}&fmt=2",
        f"{_SENT}?{_Q}&fmt=", f"{_SENT}?login=&psw=k&{_TO}&mes=Hi", f"{_SENT}?psw=k&{_TO}&mes=Hi",
        f"{_SENT}?login=a&psw=&{_TO}&mes=Hi", f"{_SENT}?login=a&{_TO}&mes=Hi", f"{_SENT}?apikey=k&{_Q}",
        f"{_SENT}?apikey=&{_Q}",
    )),
    (_SENT, _FORM, ""), (_SENT, _FORM, _Q), (_SENT, None, _Q), (_SENT, "Text/Plain; a", f"\r\n{_Q}\r\n"),
    (f"{_SENT}?{_Q}&flash=1", _FORM, "mes=Ho&fmt=3"), (_SENT, _FORM, f"{_Q}%20\xc4\xe0&sender=\xff"),
    (_SENT, _FORM, '{"login": "a"}'), (_SENT, None, ' {"login": "a", "psw": "b"}'),
    (_SENT, "text/plain", '{"login": "a", "psw": "b", "phones": 79990000000, "mes": "\xd0\x96"}'),
    (_REST, _JSON, '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "Hi", "flash": true, "cost": false}'),
    (_REST, _JSON, '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "Hi", "subj": null, "tz": 1.5}'),
    ("/rest/send", _JSON, '{"apikey": "k", "phones": "79990000000", "mes": "Hi", "fmt": 1}'),
    *((_REST, _JSON, body) for body in ("[]", '{"mes": ["a"]}', '{"mes": "\xff"}', '{"a": ' * 5000, "x")),
    (_SENT, _PARTS, _TEXTS + _part("f", '; filename="a.jpg"', "x") + "--x--"), (_SENT, _PARTS, _TEXTS),
    (_SENT, _PARTS, _part("f", '; filename=""', "x") + _part("g", '; filename=""', "") + "--x--"),
    (_SENT, _PARTS, "nothing"), ("/sys/status.php", _PARTS, _part("f", '; filename="a.jpg"', "x") + "--x--"),
    (_SENT, "multipart/form-data", "--x"),
)  # fmt: skip
_WITH_FILES = api.Send(
    phones=TO, channel="mms", message=HI, files=(Upload("a.jpg", b"x"), Upload("b.jpg", b"yz", "image/png"))
)
_OCTETS = api.Send(phones=TO, binary=octets(b"\x00Hi\xff")[0], raw=True)
_HI, _CYRILLIC = api.Send(phones=TO, message=HI), api.Send(phones=TO, message=Message("Ж"))
_ACCOUNT = Login("a", "b")
#: What is asked, for whom, and how.
SENT: tuple[tuple[Any, Any, dict[str, Any]], ...] = (
    *((_HI, access, {}) for access in (
        _ACCOUNT, Key("k"), Login("", "b"), Login("a", ""), Login("a", "b\n"), Key("\0"), Login("ж", "b"), None,
    )),
    *((_HI, _ACCOUNT, {"fmt": fmt}) for fmt in (0, 1, 3, 4, "3")),
    *((_CYRILLIC, _ACCOUNT, {"charset": charset}) for charset in ("utf-8", "windows-1251", "koi8-r", "x")),
    (_CYRILLIC, Login("ж☃", "b"), {"charset": "windows-1251"}), (_CYRILLIC, Login("a", "☃"), {"charset": "koi8-r"}),
    (api.Send(phones=TO, message=Message("☃")), _ACCOUNT, {"charset": "koi8-r"}),
    *((what, _ACCOUNT, {"method": method}) for what in (_CYRILLIC, _WITH_FILES, _OCTETS) for method in ("GET", "POST")),
    *((what, _ACCOUNT, {"rest": True}) for what in (_CYRILLIC, _WITH_FILES, _OCTETS, api.GetBalance())),
    (api.GetBalance(), Key("k"), {"method": "GET"}), (api.GetStatus((Asked(PHONE, 7),)), Key("k"), {}),
    ("x", Key("k"), {}), (api.Send(), Key("k"), {}),
)  # fmt: skip


def lines() -> Iterator[str]:
    """The lines of whole.txt."""
    for target, content, body in ARRIVING:
        yield f"| {cut(shown(' '.join(filter(None, (target, content, body)))))}"
        headers = () if content is None else (("X-Other", "y"), ("content-TYPE", content))
        made = read_request("POST" if body else "GET", target, headers, body.encode("latin-1"))
        yield f"= {made.endpoint}"
        told = [*seen(made, named=True)]
        yield from told[:9]
        if len(told) > 9:
            yield f"  ... {len(told)}"
    for operation, access, options in SENT:
        said = ", ".join(f"{name}={value}" for name, value in options.items())
        yield f"> {cut(brief(operation))} {type(access).__name__} {said}".rstrip()
        try:
            request = build_request(operation, access, **options)
        except BuildError as error:
            yield f"  {error.field}: {error.reason}"
        else:
            kinds = " ".join(value for _, value in request.headers)
            yield cut(
                f"= {request.method} {request.target} {kinds} {shown(request.body.decode('latin-1'))}"
            ).rstrip()


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
