"""Requests as clients of the service may send them: those that the page prints, with odd values in odd places."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Protocol
from urllib.parse import parse_qsl, quote, urlsplit

from hypothesis import strategies as st

from smsc_codec.api import multipart
from tests.api.page import PRINTED, SCHEMES

_MORE = (
    "https://smscentre.com/sys/status.php?login=alex&psw=123&phone=79999999999&id=7&all=2",
    "https://smscentre.com/sys/status.php?login=alex&psw=123&phone=79999999999,79999999998&id=7,x-8",
    "https://smscentre.com/sys/balance.php?login=alex&psw=123&cur=1",
    "https://smscentre.com/sys/templates.php?chg=1&login=alex&psw=123&id=5",
    "https://smscentre.com/sys/send.php?login=alex&psw=123&list=Shop,2|79999999999:Hi;G7:Ho&nl=1",
)
#: The parameters of each address that the page prints, by its path.
PAGES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = tuple(
    (parts.path, tuple(parse_qsl(parts.query, keep_blank_values=True)))
    for parts in map(urlsplit, (*(url for url, _ in (PRINTED | SCHEMES).values()), *_MORE))
)

_TEXTS = (
    "Hello", "", " ", "\n", "\r\n", "a\r\nb", "\x00", "\x1f", "\u200b", "\ufeffHi", "\u2028", "\U0001f389",
    "\ud7ff", "__CALL__: Hi", "__CALL__:Hi", "__CALL__:", "__PING__", "__HLR__ x", "__PING__\n~~~\nx",
    "__VIBER__: a", "__SOC__:x", "__sms__: a", "a\n~~~\nb", "\n~~~\n", "\n~~~\nb", "~~~", "a\r\n~~~\r\nb",
    "a\n~~~\nparam=1,2,3", "a\n~~~\n1\n~~~\n2", "{menu: a\n1: end}", "{menu:", "<menu: a\n1: end>",
    "{button,https://a.ru,x}", "<button, https://a.ru, x>", "{button,x}", "{no_unsub}", "{NO_UNSUB}",
    "<file 1>", "<file 0>", "<file  2 >", "<file https://a.ru/1.jpg>",
    "<file /upload/files/sms/a/b.jpg width=1 height=02>", "&lt;file 1>", "code", "0", "050A0307056048", "00",
    "0", "00a", "http://wap.ru\nWAP.RU", "http://wap.ru\r\nWAP.RU", "http://wap.ru", "wap.ru\nx",
    "javascript:x\ny", "\x00\x05", "x" * 1000, "x" * 1001, "00\n~~~\npid: 1, dcs: 4", "%41", "a+b", "a&b=c",
    "\\n", "'\"", "{NAME} {HOST}",
)  # fmt: skip
_PHONES = (
    "79990000000", "+79990000000", "+7 999 999-99-99", "7 (999) 999-99-99", "8 999 999 99 99", "7999", "+7999",
    "G777", "g0", "G007", "G" + "9" * 20, "a@b.ru", "A@B.RU", "@name", "#123", "#0", "#007",
    "79990000000,79990000001", "79990000000;", ",", "79990000000 , 79990000001", "79990000000\n79990000001",
    "+", "(0)79990000000", "7.999.000.00.00", "007999000000", "x", "79990000000,x", "1" * 15, "1" * 16, "٧٩٩٩",
    "+44 (0)20 7946 0000", "7-999-000-00-00-", "G7,79990000000,G7",
)  # fmt: skip
_NUMBERS = (
    "0", "1", "2", "3", "4", "00", "01", "007", "-1", "+1", " 1", "1 ", "1.0", "0.1", "0.10", "720", "720.5",
    "24", "25", "255", "256", "999", "1000", "1440", "2147483647", "2147483648", "20231128070017", "9" * 40,
    "9" * 41, "true", "on", "x", "１", "٣", "1e3", "", "0x1", "24:00", "00:01", "1:00", "00:00", "12:60",
    "0,0,0", "99,0,0", "100,10,3", "20,10,3", "20, 10, 3", "99,3600,9", "99,3601,9", "20,10", "020,010,03",
    "9" * 30 + ",1,1", "a.b-c_d", "a b", "-", ".", "_", "id" * 20, "id" * 21, "0-0",
)  # fmt: skip
_TIMES = (
    "0101120000", "01.01.12 00:00", "1.1.12 0:00", "9-21", "22-6", "0-24", "9-9", "01", "0", "00",
    "01293840000", "0" + "9" * 20, "+30", "+0", "30", "-30", "3101120000", "3102120000", "01.01.2012 00:00",
    "x", " 0101120000", "9 - 21", "9-21 ", "+1e3",
)  # fmt: skip
_VOICES = ("m", "m4", "w2", "W2", "m3,en", "m3,rus", "m3,e", "f", "m, en", "m,EN", "20,10,3", "")
_SENDERS = ("ivan", "My Shop!", "79991234567", "+79991234567", "8 999 123-45-67", "a@b.ru", "x" * 11, "MyLargeStore",
            "1" * 15, "1" * 16, " x", "x ", "a,b", "a|b", "Имя", "\n", "x\x00")  # fmt: skip
_URLS = ("http://a.ru/1.wav", "https://a.ru", "HTTPS://A.RU/1.JPG", "a.ru/1.wav", "http:/a", "javascript:x",
         "http://a b/", "http://a.ru/1.exe", "http://a.ru/x.php?f=1.wav", "http://[::1]/a", "http://пример.рф/1.png",
         "ftp://a.ru/1")  # fmt: skip
_ADDRESSES = ("127.0.0.1", "::1", "1.2.3", "fe80::1%eth0", "127.0.0.01", "::ffff:1.2.3.4", "2001:DB8::1", "x")
_LISTS = (
    "79990000000:Hi", "79990000000;Hi", "+7 999 999-99-99:Hi", " 79990000000 : Hi ", "Shop|79990000000:Hi",
    "Shop,+3|79990000000:Hi", "Shop, -03 | 79990000000:Hi", "Shop,99|79990000000:Hi",
    "LongSenderName|79990000000:Hi", "79990000000:", "79990000000: ", "79990000000:a\\nb", "79990000000:a\nb",
    "79990000000:a\\n~~~\\nb", "79990000000:a\\n~~~\\n", "79990000000:a\n~~~\nb", "G7:Hi", "a@b.ru:Hi",
    "79990000000,79990000001:Hi", "79990000000:Hi\n79990000001:Ho", "79990000000:Hi\r\n79990000001:Ho\r\n", "x",
    "\n", "79990000000:__CALL__: Hi", "79990000000:{button,x}", "79990000000:<file 1>", "7999:Hi",
    "79990000000:a\\\\nb", "79990000000:" + "x" * 1001, "a@b.ru|c@d.ru:Hi", "7999000000000000:Hi",
    "Имя|79990000000:Hi", "Shop,2|79990000000:Hi\nHo", "79990000000:\\n", "79990000000:Hi\n\n79990000001:Ho",
    "79990000000:a\rb", "Sh op|79990000000:x", "G007:x", "8 (999) 000-00-00:x",
)  # fmt: skip
#: Odd values of parameters; of those that are not named, any.
ODD: dict[str, tuple[str, ...]] = (
    dict.fromkeys(("mes", "msg", "name", "info", "host", "subj"), _TEXTS)
    | {
        "phones": _PHONES,
        "phone": _PHONES,
        "time": _TIMES,
        "voice": _VOICES,
        "sender": _SENDERS,
        "fileurl": _URLS,
    }
    | {
        "userip": _ADDRESSES,
        "list": _LISTS,
        "bot": ("@bot_1", "bot", "@", "@a b", "wa:79990000000", "@" + "x" * 65),
    }
    | {
        "imgcode": ("a1B2", "a b", "a1B2" * 20, "é"),
        "charset": ("utf-8", "UTF-8", "koi8-r", "cp1251", "windows-1251", "x"),
    }
    | {"format": ("", "sms", "SMS", "bin", "x"), "pp": ("12", "a b", "-", "12" * 40)}
)
NAMES = (
    "phones", "mes", "id", "sender", "translit", "tinyurl", "time", "tz", "period", "freq", "flash", "bin",
    "push", "hlr", "ping", "mms", "mail", "soc", "viber", "whatsapp", "tg", "fileurl", "call", "voice", "param",
    "subj", "charset", "cost", "fmt", "list", "valid", "maxsms", "imgcode", "userip", "err", "op", "pp", "nl",
    "smsreq", "bot", "add", "chg", "del", "get", "name", "msg", "format", "fl[1]", "host", "info", "ok",
    "phone", "all", "cur", "mts_srv", "soc", "bee_trn", "unknown",
)  # fmt: skip
#: Odd values of any parameter.
PLAIN = (*_NUMBERS, *_TEXTS)
_FILE_NAMES = ("1.jpg", "1.wav", "a.exe", "noend", 'a"b.jpg', "a\\b.txt", "имя.png", "", ".jpg", "a b.mp3")
_FILE_DATA = (b"", b"x", b"\r\n--x", b"x" * 5000)
_MEDIA = ("", "image/png", "text/plain; charset=utf-8", "x", "image/png; name=1.jpg")
#: What values of some parameters are joined by: texts by nothing.
_JOINED = {"phones": ",", "phone": ",", "id": ",", "list": "\n"} | dict.fromkeys(
    ("mes", "msg", "name", "subj"), ""
)

Asking = tuple[str, str, tuple[tuple[str, str], ...], bytes]


class Chance(Protocol):
    """What decides: Hypothesis, which finds the smallest example, or dice, which are a hundred times as quick."""

    def choice(self, values: Sequence[Any], /) -> Any:
        """One of some values."""

    def randint(self, low: int, high: int, /) -> int:
        """A whole number from `low` to `high`."""


class _Drawn:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def choice(self, values: Sequence[Any], /) -> Any:
        return self._draw(st.sampled_from(values))

    def randint(self, low: int, high: int, /) -> int:
        return self._draw(st.integers(low, high))


def _value(chance: Chance, name: str) -> str:
    own = ODD.get(name, _NUMBERS)
    values = chance.choice((own, own, ("0", "1", "2", ""), PLAIN))
    times = chance.choice((1, 1, 1, 2, 3)) if values is own and name in _JOINED else 1
    return _JOINED.get(name, "").join(chance.choice(values) for _ in range(times))


def odd_request(chance: Chance) -> Asking:
    """The method, target, headers and body of a request that the page prints, with some of it odd."""
    path, printed = chance.choice(PAGES)
    pairs = list(printed)
    for _ in range(chance.randint(1, 4)):
        match chance.choice(("change", "change", "add", "add", "drop", "repeat")):
            case "change":
                at = chance.randint(0, len(pairs) - 1)
                pairs[at] = pairs[at][0], _value(chance, pairs[at][0])
            case "add":
                name = chance.choice(NAMES)
                pairs.append((name, _value(chance, name)))
            case "drop" if len(pairs) > 1:
                pairs.pop(chance.randint(0, len(pairs) - 1))
            case "repeat":
                name = chance.choice(pairs)[0]
                pairs.append((name, _value(chance, name)))
    charset = dict(pairs).get("charset", "windows-1251").lower()
    charset = charset if charset in ("utf-8", "koi8-r") else chance.choice(("windows-1251", "utf-8"))
    octets = [(name, value.encode(charset, "replace")) for name, value in pairs]
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in octets)
    match chance.choice(("GET", "GET", "POST", "files")):
        case "GET":
            return "GET", f"{path}?{query}", (), b""
        case "POST":
            return "POST", path, (("Content-Type", "application/x-www-form-urlencoded"),), query.encode()
    files = [
        multipart.Part(
            chance.choice(("file1", "f")),
            chance.choice(_FILE_DATA),
            chance.choice(_FILE_NAMES),
            chance.choice(_MEDIA),
        )
        for _ in range(chance.randint(0, 3))
    ]
    kind, body = _multipart([multipart.Part(name, value) for name, value in octets] + files)
    return "POST", path, (("Content-Type", kind),), body


@st.composite
def odd_requests(draw: st.DrawFn) -> Asking:
    """Odd requests by Hypothesis."""
    return odd_request(_Drawn(draw))


def thrown(number: int, seed: int) -> Iterator[Asking]:
    """Odd requests by dice: the same for a seed."""
    dice = random.Random(seed)
    for _ in range(number):
        yield odd_request(dice)


def _multipart(parts: list[multipart.Part]) -> tuple[str, bytes]:
    """A body as clients write it, whatever the names of its files."""
    body = b""
    for part in parts:
        name = "" if part.filename is None else f'; filename="{_escaped(part.filename)}"'
        media = f"\r\nContent-Type: {part.media}" if part.media else ""
        head = f'--edge\r\nContent-Disposition: form-data; name="{part.name}"{name}{media}\r\n\r\n'
        body += head.encode() + part.data + b"\r\n"
    return "multipart/form-data; boundary=edge", body + b"--edge--\r\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
