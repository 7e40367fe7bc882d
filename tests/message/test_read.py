"""Reading a message: each fact of the page, in examples that are used for reading and for building alike."""

from __future__ import annotations

import pytest

from smsc_codec.diagnostics import ParseError, Span
from smsc_codec.payloads.message import CODEC, build, format_text, parse, read
from smsc_codec.payloads.message.model import (
    Button,
    Message,
    NoUnsub,
    Remote,
    Stored,
    Uploaded,
    VoiceMenu,
)

SITE = "https://smscentre.com"
LOGO = Remote("http://smscentre.com/im/smsc_logo_tiny.gif")
PHOTO = Stored("/upload/files/sms/123abc/photo.jpg", 200, 400)
UPLOADED = "http://smscentre.com/upload/files/sms/1856f97d/6_1.jpg"

#: What the page prints as `mes`, decoded, with the channel its request names, and what it means.
PAGE: list[tuple[str, str, Message]] = [
    ("Hello!", "sms", Message("Hello!")),
    ("Hello world!", "flash", Message("Hello world!")),
    ("Hello!\n~~~\nComment", "sms", Message("Hello!", comment="Comment")),
    ("Hello1!\n~~~\nComment1", "sms", Message("Hello1!", comment="Comment1")),
    ("Hello2!\n~~~\nComment2", "sms", Message("Hello2!", comment="Comment2")),
    ("http://wap.ru\nWAP.RU", "push", Message("http://wap.ru\nWAP.RU")),
    ("Hello", "mms", Message("Hello")),
    ("Hello", "mail", Message("Hello")),
    (
        "Hello, this is my photo <file /upload/files/sms/123abc/photo.jpg width=200 height=400>",
        "mail",
        Message(("Hello, this is my photo ", PHOTO)),
    ),
    (
        "Hello, this is my photo &lt;file /upload/files/sms/123abc/photo.jpg width=200 height=400>",
        "mail",
        Message("Hello, this is my photo &lt;file /upload/files/sms/123abc/photo.jpg width=200 height=400>"),
    ),
    ("Hello", "call", Message("Hello")),
    ("Hello world", "call", Message("Hello world")),
    (
        "first file <file 1> and second file <file 2>",
        "call",
        Message(("first file ", Uploaded(1), " and second file ", Uploaded(2))),
    ),
    ("Hello! This is test message", "viber", Message("Hello! This is test message")),
    ("Hello! This is a test message", "viber", Message("Hello! This is a test message")),
    ("Test", "viber", Message("Test")),
    (f"Test {{button,{SITE},site}}", "viber", Message(("Test ", Button(SITE, "site")))),
    (f"Test {{button, {SITE}, site}}", "viber", Message(("Test ", Button(SITE, "site", spaced=True)))),
    ("Picture <file http://smscentre.com/im/smsc_logo_tiny.gif>", "viber", Message(("Picture ", LOGO))),
    ("Image <file http://smscentre.com/im/smsc_logo_tiny.gif>", "viber", Message(("Image ", LOGO))),
    (
        f"Test {{button,http://smscentre.com,Site}} {UPLOADED}",
        "viber",
        Message(("Test ", Button("http://smscentre.com", "Site"), f" {UPLOADED}")),
    ),
    (
        "test {button,http://smscentre.com,Site} <file https://mysite.com/sms/picture.jpg>",
        "viber",
        Message(
            (
                "test ",
                Button("http://smscentre.com", "Site"),
                " ",
                Remote("https://mysite.com/sms/picture.jpg"),
            )
        ),
    ),
    (
        "test {button,http://smscentre.com,Site}",
        "viber",
        Message(("test ", Button("http://smscentre.com", "Site"))),
    ),
    (
        "test {button, tel:79999999999, text}",
        "viber",
        Message(("test ", Button("tel:79999999999", "text", spaced=True))),
    ),
    ("__CALL__: Privet", "sms", Message("Privet", "call")),
    ("__CALL__: message\n~~~\nparam=20,10,3", "sms", Message("message", "call", "param=20,10,3")),
    ("__VIBER__: message", "sms", Message("message", "viber")),
    ("__SOC__: message", "sms", Message("message", "soc")),
    ("__PING__", "sms", Message(channel="ping")),
    ("__HLR__", "sms", Message(channel="hlr")),
    ("Letter {no_unsub}", "mail", Message(("Letter ", NoUnsub()))),
]


@pytest.mark.parametrize(("text", "channel", "message"), PAGE)
def test_page_payload_both_ways(text: str, channel: str, message: Message) -> None:
    """Each `mes` that the page prints reads, and builds to the same text.

    CMT-1, CMT-2, PUSH-1, PFX-1 .. PFX-3, FIL-1 .. FIL-4, MAIL-1, VIB-1 .. VIB-4.
    """
    assert parse(text) == message
    assert build(message) == text
    assert format_text(text) == text


#: Other ways to write the same, and what is canonical.
LENIENT: list[tuple[str, Message, str]] = [
    ("__CALL__:Hi", Message("Hi", "call"), "__CALL__: Hi"),
    ("__CALL__:  Hi", Message(" Hi", "call"), "__CALL__:  Hi"),
    ("__PING__\n", Message(channel="ping"), "__PING__"),
    ("__HLR__ \r\n~~~\r\nx", Message(channel="hlr", comment="x"), "__HLR__\n~~~\nx"),
    ("a\r\nb\r\n~~~\r\nc\r\nd", Message("a\r\nb", comment="c\r\nd"), "a\r\nb\n~~~\nc\r\nd"),
    ("<file  1 >", Message((Uploaded(1),)), "<file 1>"),
    (
        "<file /upload/files/sms/a/b.png height=4  width=2>",
        Message((Stored("/upload/files/sms/a/b.png", 2, 4),)),
        "<file /upload/files/sms/a/b.png width=2 height=4>",
    ),
    ("<button,https://a.b,Go>", Message((Button("https://a.b", "Go"),)), "{button,https://a.b,Go}"),
    (
        "{button, https://a.b ,Да, конечно }",
        Message((Button("https://a.b", "Да, конечно", spaced=True),)),
        "{button, https://a.b, Да, конечно}",
    ),
    (
        "{button,tel:+79990000000,Go}",
        Message((Button("tel:+79990000000", "Go"),)),
        "{button,tel:+79990000000,Go}",
    ),
]


@pytest.mark.parametrize(("text", "message", "canonical"), LENIENT)
def test_loose_layout_is_read(text: str, message: Message, canonical: str) -> None:
    """Blanks, line ends, brackets and the order of attributes mean the same (FIL-2, VIB-1, IVR-13)."""
    assert parse(text) == message
    assert format_text(text) == build(message) == canonical


#: Texts that hold no macro, no prefix and no comment, whatever they look like.
PLAIN = [
    "", "\n", " x ", "~~~\nx", "x\n~~~", "x\n~~~ \ny", "x\n ~~~\ny", "x\n~~~~\ny", "x\\n~~~\\ny", "__init__: x",
    "__Sale__",
    "_call_ me", "__Call__ us", "Hi __CALL__: x", "a_b", "<file>", "<file x>", "<files 1>", "<file 1x>", "{button}",
    "{button", "{buttons,a,b}", "{no_unsub", "{menu}", "{Menu: x}", "{NAME} {HOST}", "&lt;file 1>", "\r~~~\r", "a\r\nb",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_text_is_kept_exactly(text: str) -> None:
    """A text without macros is a plain string, character for character, and so it is built."""
    assert parse(text) == Message(text)
    assert build(Message(text)) == text


def test_first_mark_begins_the_comment() -> None:
    """Everything after the first mark is the comment, other marks and macros with it (CMT-1)."""
    assert parse("a\n~~~\nb\n~~~\n<file 1>") == Message("a", comment="b\n~~~\n<file 1>")
    assert parse("\n~~~\nb") == Message("", comment="b")
    assert parse("a\n~~~\n") == Message("a", comment="")


def test_menu_is_kept_as_it_stands() -> None:
    """A voice menu is one part, with all that is in it; the menu language reads the whole (IVR-1, IVR-13)."""
    menu = "{menu: Press 1 <file 1>\n1: a}"
    assert parse(f"__CALL__: Hi\n\n{menu}\n\nBye").text == ("Hi\n\n", VoiceMenu(menu), "\n\nBye")
    assert parse("<menu: Press 1 <file 1>\n1: a> b").text == (
        VoiceMenu("<menu: Press 1 <file 1>\n1: a>"),
        " b",
    )
    assert parse("{menu: open").text == (VoiceMenu("{menu: open"),)


#: What cannot be meant so: the kind of the problem, the text it is told at.
WRONG: list[tuple[str, str, str]] = [
    ("__call__: x", "prefix-case", "__call__:"),
    ("__ping__", "prefix-case", "__ping__"),
    ("__CAL__: x", "unknown-prefix", "__CAL__:"),
    ("__WHATSAPP__: x", "unknown-prefix", "__WHATSAPP__:"),
    ("_CALL_: x", "unknown-prefix", "_CALL_:"),
    ("__CALL__ x", "unknown-prefix", "__CALL__"),
    ("__САLL__: x", "unknown-prefix", "__САLL__:"),
    ("\n __CALL__: x", "prefix-not-at-start", "__CALL__:"),
    ("\ufeff__HLR__", "prefix-not-at-start", "__HLR__"),
    ("__VIBER__: __CALL__: x", "prefix-not-at-start", "__CALL__:"),
    ("__PING__ x \n~~~\ny", "text-after-probe", "x"),
    ("__PING__: x", "text-after-probe", ": x"),
    ("<file 0>", "file-index-from-one", "0"),
    ("<FILE 1>", "file-macro-typo", "<FILE"),
    ("<file 1 width=2>", "file-attribute", "width=2"),
    ("<file /a/b.jpg widht=2>", "file-attribute", "widht=2"),
    ("<file /a/b.jpg width=2 width=3>", "file-attribute", "width=3"),
    ("<file /a/b.jpg width=2px>", "file-attribute", "width=2px"),
    ("<file https://a.b/c.jpg width=2>", "file-attribute", "width=2"),
    ("{Button,https://a.b,c}", "button-macro-typo", "{Button,"),
    ("{ button ,https://a.b,c}", "button-macro-typo", "{ button ,"),
    ("{button,a.b,c}", "button-url-not-full", "a.b"),
    ("{button,,c}", "button-url-not-full", "{button,,c}"),
    ("{button,tel:89990000000,c}", "button-tel-invalid", "tel:89990000000"),
    ("{button,tel:,c}", "button-tel-invalid", "tel:"),
    ("{button,https://a.b,}", "button-text-empty", "{button,https://a.b,}"),
    ("{button,https://a.b}", "button-text-empty", "{button,https://a.b}"),
    ("{button,https://a.b," + "x" * 31 + "}", "button-text-too-long", "x"),
    ("{NO_UNSUB}", "no-unsub-typo", "{NO_UNSUB}"),
]


@pytest.mark.parametrize(("text", "kind", "place"), WRONG)
def test_slip_is_told_at_its_place(text: str, kind: str, place: str) -> None:
    """Each slip is a problem of its kind, at the exact characters, and `parse` refuses the text (PFX, FIL, VIB-1)."""
    with pytest.raises(ParseError) as caught:
        parse(text)
    (problem,) = caught.value.problems
    assert problem.kind == kind
    assert text[problem.span.start : problem.span.end] == place
    assert problem.expected


def test_places() -> None:
    """The side map says where each part stands, in the order of the text."""
    text = "__CALL__: a <file 1>{button, https://a.b, c}\n~~~\nd"
    places = {path: text[span.start : span.end] for path, span in read(text).spans.items()}
    assert places == {
        ("channel",): "__CALL__: ",
        ("text",): "a <file 1>{button, https://a.b, c}",
        ("text", 0): "a ",
        ("text", 1): "<file 1>",
        ("text", 1, "number"): "1",
        ("text", 2): "{button, https://a.b, c}",
        ("text", 2, "url"): "https://a.b",
        ("text", 2, "text"): "c",
        ("comment",): "d",
    }
    assert read("").spans["text",] == Span(0, 0)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("__CALL__:Hi", True),
        ("__VIBER__:Hi", True),
        ("__SOC__:Hi", True),
        ("__PING__", True),
        ("__HLR__", True),
        ("Hi {button,https://a.b,c}", False),  # that is one of Viber
        ("Hi {no_unsub}", True),
        ("Hi <file 1>", True),
        ("Hi __CALL__:", False),
        ("Hi", False),
        ("", False),
    ],
)
def test_what_a_message_looks_like(text: str, likely: bool) -> None:
    """A prefix at the beginning, or a macro of messages anywhere, tells a message from other texts (PFX-1)."""
    assert CODEC.looks_like(text) is likely
