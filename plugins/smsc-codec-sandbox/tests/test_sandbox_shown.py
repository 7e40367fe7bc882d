"""A message as its phone shows it, and the request with the findings in its text."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_page import asked
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.model import Exchange, Noted
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import Web, mail, texts
from smsc_codec_sandbox.web.texts import Span

MENU = "Hello\n{menu: Press 1.\n1: call:79990000001 wait=20 err:1\n2: Never told.\n}\nBye"
ATTACK = "<script>alert(1)</script><img src=http://evil.test/x onerror=alert(2)>"


def opened(language: str = "en", **parameters: object) -> str:
    """The page of one message, its marks of HTML kept."""
    service = Service(Config())
    said = {"login": "alex", "psw": "123", "phones": "79990000000", "charset": "utf-8", **parameters}
    assert service.answer("GET", f"/sys/send.php?{urlencode(said)}", "", b"") is not None
    service.advance(3600)
    return asked(Web(service), "/?open=1", accept_language=language).data.decode()


def seen(page: str, within: str = "") -> str:
    """What a reader sees of a page, or of the element with a class."""
    piece = page[page.index(f'class="{within}') :] if within else page
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", piece[piece.index(">") + 1 :])).split())


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"mes": "я" * 100}, ["1 67 1.00", "2 33 1.00", "ucs2 34 left 2.00"]),
        ({"mes": "Hi"}, ["1 2 1.00", "gsm7 158 left 1.00"]),
        ({"mes": "Hi", "flash": 1}, ["shown at once, and kept nowhere", "flash SMS"]),
        ({"mes": "Look {button,https://a.test/x,Open} <file http://a.test/p.png>", "viber": 1},
         ["http://a.test/p.png", "Look", "Open", "the button opens https://a.test/x"]),
        ({"mes": "Hi", "viber": 1, "fileurl": "http://a.test/q.png"}, ["http://a.test/q.png"]),
        ({"mes": "Hi", "mms": 1, "subj": "Trip"}, ["MMS", "Trip", "Hi"]),
        ({"mes": "050A0307056048656C6C6F", "bin": 2}, ["0 05", "header: 5 octets", "6 48 65 6C 6C 6F", "As digits"]),
        ({"mes": "http://wap.ru\nWAP.RU", "push": 1},
         ["WAP.RU http://wap.ru", "destination 2948 (WAP push)", "href = http://wap.ru"]),
        ({"hlr": 1}, ["HLR request", "imsi 250019990000000", "mcc 250"]),
        ({"ping": 1}, ["The phone shows nothing"]),
        ({"mes": MENU, "call": 1}, ["Hello Press 1.", "1 call 79990000001, for 20 s, else 1", "2 Never told.", "Bye"]),
        ({"mes": "code", "call": 1}, ["Spoken code"]),
        ({"mes": "Hi", "mail": 1, "phones": "a@b.ru", "subj": "Offer", "sender": "c@d.ru"},
         ["Offer", "c@d.ru", "Nothing in it is loaded"]),
    ],
)  # fmt: skip
def test_looks(parameters: dict[str, Any], told: list[str]) -> None:
    """SEG-1, VIB-1, BIN-1, PUSH-1, HLR-1, IVR-1, MAIL-1: each channel is shown as its phone has it, with its cost."""
    page = seen(opened(**parameters))
    assert [one for one in told if one not in page] == []


def test_findings_stand_in_the_text() -> None:
    """IVR-7: what the linter finds is a mark in the message and in the request, numbered, with its fix below."""
    page = opened(mes=MENU, call=1)
    assert re.search(r'err:<mark class="error">1</mark><a class="number" href="#finding-\d', page)
    assert page.count('id="finding-') == page.count('<article class="finding')
    assert "IVR303" in page
    request = page[page.index('<pre class="request"') :]
    assert "err:<mark" in request
    assert "\n2: Never" in unescape(re.sub('<a class="number".*?</a>|<[^>]*>', "", request))


def test_a_fix_is_told() -> None:
    """FIL-4: the fix says what goes and what comes, as it is meant and not as it is urlencoded."""
    page = opened(mes="Look &lt;file 1>", viber=1)
    assert "html-escaped-macro" in page
    assert re.search(r"<del>[^%<]*&amp;lt;[^%<]*</del> → <ins>[^%<]*&lt;[^%<]*</ins>", page)


def test_findings_in_russian() -> None:
    """Messages of rules and fixes are said in the reader's language; codes and names stay."""
    page = opened("ru-RU,ru;q=0.9", mes=MENU, call=1)
    assert "Замечания" in page
    assert "IVR303" in page
    assert re.search(r"<article.*?<p dir=\"auto\">[а-яА-Я]", page, re.S)


@pytest.mark.parametrize("channel", ["sms", "flash", "viber", "call", "mms", "push", "bin", "soc", "mail"])
def test_nothing_becomes_structure(channel: str) -> None:
    """Whatever the channel, what a stranger sends is text."""
    more = {} if channel == "sms" else {channel: 1}
    page = opened(
        mes=f"{ATTACK}\n{ATTACK}", subj=ATTACK, sender=ATTACK, phones=f"79990000000,{ATTACK}", **more
    )
    assert not re.search(r"<script>|<img|onerror=alert\(2\)>", page)


def _exchange(text: str, *places: tuple[int, int], charset: str = "utf-8") -> Exchange:
    findings = tuple(
        Noted(code="X1", name="x", severity="error", message="m", start=start, end=end, line=1, column=1)
        for start, end in places
    )
    return Exchange(
        key=1, at=0, method="GET", endpoint="send", login="", text=text, reply="", fmt=0, charset=charset,
        findings=findings,
    )  # fmt: skip


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(["utf-8", "windows-1251", "koi8-r"]),
    st.data(),
)
def test_the_way_back(text: str, charset: str, data: st.DataObject) -> None:
    """A place of a parameter's value is found in the value, whatever is urlencoded, in any charset."""
    text = text.encode(charset, "replace").decode(charset)
    codes = [quote(letter, safe="", encoding=charset) for letter in text]
    at = data.draw(st.integers(0, len(text)))
    head = "GET /sys/send.php?login=alex&mes="
    exchange = _exchange(f"{head}{''.join(codes)}&fmt=1\n", charset=charset)
    value = texts.value(exchange, "mes")
    assert value is not None
    assert value.text == text
    place = len(head) + len("".join(codes[:at]))
    assert value.here(place, place) == (at, at)
    if at < len(text):
        assert value.here(place, place + len(codes[at])) == (at, at + 1)


def test_a_value_in_json() -> None:
    """The same where the request is JSON, with its escapes."""
    exchange = _exchange(
        'POST /rest/send/\n\n{"login": "alex", "mes": "a\\n\\u044f\\ud83d\\ude00\\"b", "x": 1}'
    )
    value = texts.value(exchange, "mes")
    assert value is not None
    assert value.text == 'a\nя😀"b'
    start = exchange.text.index("\\ud83d")
    assert value.here(start, start + 12) == (3, 4)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a%20b%D0", "a b"),
        ("%D0%AF%", "Я"),
        ("%D0%AF%D", "Я"),
        ("%D0", ""),
        ("50%", "50"),
        ("a+b", "a b"),
        ("", ""),
    ],
)
def test_cut_escapes(text: str, kept: str) -> None:
    """A piece that is cut inside an escape, or inside a letter, ends before it."""
    assert texts.readable(text, _exchange("GET /?a=1\n")) == kept


@given(st.text("ab", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_pieces_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    """Joined, the pieces are the text; each finding has its mark, or its place."""
    found = [
        Span(min(a, b, len(text)), min(max(a, b), len(text)), number, "error")
        for number, (a, b) in enumerate(places, 1)
    ]
    made = texts.pieces(text, found)
    assert "".join(piece.text for piece in made) == text
    for one in found:
        inside = "".join(piece.text for piece in made if one.number in piece.numbers)
        assert inside == text[one.start : one.end]
        assert (one.start == one.end) == any(one.number in piece.carets for piece in made)


@pytest.mark.parametrize(
    "html",
    [
        ATTACK, "<svg onload=alert(1)>x", "<iframe src=//evil.test>x</iframe>", "<a href=javascript:alert(1)>x</a>",
        "<p style='background:url(http://evil.test/x)'>x", "<p style='background:\\75rl(x)'>x",
        "<meta http-equiv=refresh content=0>",
        "<link rel=dns-prefetch href=//evil.test>", "<base href=//evil.test>", "<form action=//evil.test><input>",
        "<body onload=alert(1)>", "<table background=http://evil.test/x>", "<video poster=//evil.test>",
        "<style>@import 'x'</style>",
        "<p style='position:fixed'>x", "<!--><script>alert(1)</script>-->", "<scr<script>ipt>alert(1)</script>",
        "<object data=x>", "<math><mi xlink:href=x>", "<img alt='\"><script>' src=x>", "<p title='\"><script>x'>",
        "<template><script>x</script></template>", "<![CDATA[<script>x</script>]]>", "<?xml <script>x</script>?>",
        "<p align='\"x'>", "<textarea></textarea><script>x</script>", "<title></p><script>x</title>",
    ],
)  # fmt: skip
def test_a_mail_can_do_nothing(html: str) -> None:
    """No element that runs or loads anything is left, no attribute but those of form; addresses are text."""
    kept = mail.kept(html)
    tags = re.findall(r"<(/?)([a-z0-9]+)((?:\s[^>]*)?)>", kept)
    assert {name for _, name, _ in tags} <= mail.KEPT
    assert kept.count("<") == len(tags)
    for _, _, attributes in tags:
        assert not re.search(
            r"\b(?:on\w+|src|href|background|action|data|http-equiv|content)\s*=", attributes
        )
        assert not re.search(r"url|position|\\|javascript", attributes)


def test_what_a_mail_keeps() -> None:
    """What shapes the text is kept, with the addresses of links and pictures beside them; open elements are closed."""
    kept = mail.kept(
        "<h1 align=center style='color:#f00; margin: 0 2px'>A &amp; B<p>c<a href='http://x.test'>d</a><br>"
    )
    assert kept == (
        '<h1 align="center" style="color:#f00; margin: 0 2px">A &amp; B<p>c<a>'
        "<span class=address>[http://x.test]</span> d</a><br></p></h1>"
    )
    assert mail.kept("<script>alert(1)</script><style>p{}</style><title>t</title>x") == "x"
    assert mail.kept("<img alt=e>") == "<span class=picture>[e]</span>"
    assert "<body><pre>1 &lt; 2</pre></body>" in mail.page("1 < 2", "s", "en").decode()
    assert "<title>s&lt;</title>" in mail.page("1 < 2", "s<", "en").decode()
    assert "<body><b>1</b></body>" in mail.page("<b>1</b>", "s", "en").decode()


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<svg><b>x</b><br><img alt=e></svg>y", "y"),
        ("<svg><math>a</svg>b", "b"),
        ("<svg><svg>a</svg>b</svg>c", "c"),
        ("<select>a<b>c</select>d</b>", "d"),
        ("</b>x</svg>", "x"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("<b>x<hr/>y<br></br></b>", "<b>x<hr>y<br></b>"),
        ("<video>x</video>", "x"),
        ("<img src=a&b>", "<span class=picture>[a&amp;b]</span>"),
        ("<img alt='' src=a>", "<span class=picture>[a]</span>"),
        ("<img>", "<span class=picture>[]</span>"),
        ("<a href>x</a><a>y</a>", "<a>x</a><a>y</a>"),
        ("<b href=c>x</b>", "<b>x</b>"),
        ("<p align>x</p>", "<p>x</p>"),
        ("<p align='a_1, #-%.'>", '<p align="a_1, #-%."></p>'),
        (f"<p align={'a' * 60}>", f'<p align="{"a" * 60}"></p>'),
        (f"<p align={'a' * 61}>", "<p></p>"),
        ("<p STYLE='COLOR:Red'>", '<p style="COLOR:Red"></p>'),
        ("<p style='color:red;;top:1'>", '<p style="color:red;;top:1"></p>'),
        (f"<p style='{'a:b;' * 249}a:b'>", f'<p style="{"a:b;" * 249}a:b"></p>'),
        (f"<p style='{'a:b;' * 250}'>", "<p></p>"),
        ("<p style='color:red;x:url'>", "<p></p>"),
        ("<p style='color:red;Position:top'>", "<p></p>"),
        ("<i>" * 101 + "<br>x", "<i>" * 100 + "<br>x" + "</i>" * 100),
    ],
)
def test_exactly_what_a_mail_keeps(html: str, kept: str) -> None:
    """Elements within dropped ones are dropped, those that cross are closed in order, values have an end."""
    assert mail.kept(html) == kept


@given(st.text("<>/'\"=&;!-abpstyle ", max_size=60))
def test_any_mail(text: str) -> None:
    """Whatever the mail, only known elements are left, and each is closed."""
    kept = mail.kept(text)
    names = re.findall(r"<(/?)([a-z0-9]+)[^>]*>", kept)
    assert {name for _, name in names} <= mail.KEPT
    stack: list[str] = []
    for closing, name in names:
        if closing:
            assert stack.pop() == name
        elif name not in ("br", "hr"):
            stack.append(name)
    assert stack == []
