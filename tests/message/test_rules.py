"""The message's rules: what each tells, where, and how it is mended; and what must stay silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.engine import check as lint
from smsc_codec.payloads import codec
from smsc_codec.payloads.message import build
from smsc_codec.payloads.message.model import Message
from tests.mending import made_worse, mended_by
from tests.message.strategies import hostile, messages
from tests.message.test_read import PAGE

#: A menu without a finding.
MENU = "{menu: Press 1 to leave, 0 to repeat.\n0: repeat\n1: end}"
#: What the rules of structure tell; what a text costs is another file's.
STRUCTURE = {rule.code for rule in codec("message").rules() if not rule.code.startswith(("LST", "REQ"))} | {
    "LST024"
}


def sent_by(channel: str, **more: str) -> Settings:
    """The settings of a project whose messages without a prefix are sent by a channel."""
    return settings_from({"message": {"channel": channel}, **more}, "test")


def found(text: str, channel: str = "sms", **more: str) -> list[tuple[str, str]]:
    """The codes found in a text that is sent by a channel, each with the characters it is told at."""
    return [
        (f.code, text[f.span.start : f.span.end])
        for f in lint(text, "message", sent_by(channel, **more))
        if f.code in STRUCTURE
    ]


def mended(text: str, channel: str = "sms", *, unsafe: bool = False) -> str:
    """The text after its fixes."""
    linter = Linter(codec("message"), sent_by(channel))
    return mended_by(linter, text, unsafe=unsafe).text


@pytest.mark.parametrize(("text", "channel", "message"), PAGE)
def test_page_payload_has_no_error(text: str, channel: str, message: Message) -> None:
    """What the page prints gives no error, and nothing at all but for its own HTML escaping (VIB-4, FIL-4)."""
    findings = lint(text, "message", sent_by(channel))
    assert [f.code for f in findings] == (["FIL007"] if "&lt;" in text else [])
    assert all(f.severity != "error" for f in findings)


#: A text, its channel, what is found in it, and what safe fixes make of it ("" where they leave it).
TOLD: list[tuple[str, str, list[tuple[str, str]], str]] = [
    ("__CAL__: x", "sms", [("PFX001", "__CAL__:")], ""),
    ("__CALL__ x", "sms", [("PFX001", "__CALL__")], ""),
    ("_CALL_: x", "sms", [("PFX001", "_CALL_:")], ""),
    ("__САLL__: x", "sms", [("PFX001", "__САLL__:")], ""),
    ("__COLL__: x", "sms", [("PFX001", "__COLL__:")], ""),
    ("__PONG__: x", "sms", [("PFX001", "__PONG__:")], ""),
    ("__WHATSAPP__: x", "sms", [("PFX001", "__WHATSAPP__:")], ""),
    ("__hlr__", "sms", [("PFX002", "__hlr__")], ""),
    ("__Call__: x", "sms", [("PFX002", "__Call__:")], ""),
    (" \n__CALL__: x", "sms", [("PFX003", "__CALL__:")], ""),
    ("x\nCALL: your taxi is here", "sms", [("PFX003", "CALL:")], ""),
    ("x\n_CALL_: your taxi", "sms", [("PFX003", "_CALL_:")], ""),
    ("x\nVIBER__: y", "sms", [("PFX003", "VIBER__:")], ""),
    ("\nCALL: your taxi", "sms", [("PFX001", "CALL:")], ""),
    ("__ CALL __: x", "sms", [("PFX001", "__ CALL __:")], ""),
    ("__HRL__", "sms", [("PFX001", "__HRL__")], ""),
    ("x __CALL__: y __HLR__", "sms", [("PFX003", "__CALL__:"), ("PFX003", "__HLR__")], ""),
    ("__VIBER__: __CALL__: x", "sms", [("PFX003", "__CALL__:")], ""),
    ("__HLR__ x\n~~~\ny", "sms", [("PFX004", "x")], ""),
    ("x\n~~~\nparam=99,10,3", "call", [("VOX001", "99")], "x\n~~~\nparam=35,10,3"),
    ("__CALL__: x\n~~~\nparam=120,10,3\n", "sms", [("VOX001", "120")], ""),
    ("__CALL__: x\n~~~\nparam=20,10", "sms", [("VOX001", "param=20,10")], ""),
    ("x\n~~~\nparam=99,10,3", "sms", [], ""),
    ("__CALL__: x param=20,10,3\n", "sms", [("VOX002", "param=20,10,3")], ""),
    ("<file 1>\r\nparam=20,10,3", "call", [("VOX002", "param=20,10,3")], ""),
    ("x param=99,10,3", "call", [("VOX002", "param=99,10,3")], ""),
    ("x param=20,10,3\n~~~\nnote", "call", [("VOX002", "param=20,10,3")], ""),
    ("x ~~~ param=20,10,3", "call", [("CMT001", "~~~")], ""),
    ("<file1>", "mail", [("FIL001", "<file1>")], "<file 1>"),
    ("x https:/a.b/c", "sms", [("LST024", "https:/")], ""),
    ("x https//a.b", "viber", [("LST024", "https//")], ""),
    ("x http;//a.b", "sms", [("LST024", "http;//")], ""),
    ("x https: //a.b", "sms", [("LST024", "https: //")], ""),
    ("x http:\\\\a.b", "mail", [("LST024", "http:\\\\")], ""),
    ("htps://a.b ttp://c.de", "sms", [("LST024", "htps://"), ("LST024", "ttp://")], ""),
    ("x https://http://a.b", "sms", [("LST024", "https://")], ""),
    ("x https://shop,ru/a", "sms", [("LST024", ",")], ""),
    ("x http://localhost:80/a y", "sms", [("LST024", "http://localhost:80/a")], ""),
    ("x http://192.168.0.15", "sms", [("LST024", "http://192.168.0.15")], ""),
    ("http://localhost https:/a.b", "call", [], ""),
    ("x <file>", "mail", [("FIL001", "<file>")], ""),
    ("<FILE 1>", "mail", [("FIL001", "<FILE")], "<file 1>"),
    ("{file 1}", "mail", [("FIL001", "{file 1}")], "<file 1>"),
    ("<file 1 and more", "mail", [("FIL001", "<file 1")], "<file 1> and more"),
    ("<fiel: /upload/files/sms/a/b.jpg width=2>", "mail", [("FIL001", "<fiel: /upload/files/sms/a/b.jpg width=2>")],
     "<file /upload/files/sms/a/b.jpg width=2>"),
    ("<file 0>", "mail", [("FIL002", "0")], ""),
    ("<file -1>", "mail", [("FIL002", "-1")], ""),
    ("<file 1> <file 3>", "mail", [("FIL003", "3")], ""),
    ("<file 2>", "mail", [("FIL003", "2")], ""),
    ("<file /uploads/b.jpg>", "mail", [("FIL005", "/uploads/b.jpg")], ""),
    ("<file /upload/files/sms/../b.jpg>", "mail", [("FIL005", "/upload/files/sms/../b.jpg")], ""),
    ("<file /upload/files/sms/a/b.jpg widht=2>", "mail", [("FIL006", "widht=2")],
     ""),
    ("<file /upload/files/sms/a/b.jpg width='2px'>", "mail", [("FIL006", "width='2px'")],
     "<file /upload/files/sms/a/b.jpg width=2>"),
    ("<file /upload/files/sms/a/b.jpg width=2px>", "mail", [("FIL006", "width=2px")],
     "<file /upload/files/sms/a/b.jpg width=2>"),
    ("<file /upload/files/sms/a/b.jpg wide>", "mail", [("FIL006", "wide")], ""),
    ("<file /upload/files/sms/a/b.mp3 width=2>", "call", [("FIL006", "2")], ""),
    ("&lt;file 1&gt;", "mail", [("FIL007", "&lt;file 1&gt;")], "<file 1>"),
    ("<file 1&gt;", "mail", [("FIL007", "<file 1&gt;")], "<file 1>"),
    ("{Button, https://a.b,c}", "viber", [("VIB001", "{Button,"), ("VIB007", "{Button, https://a.b,c}")],
     "{button, https://a.b,c}"),
    ("x {button;https://a.b;c}", "viber", [("VIB001", "{button;")], "x {button,https://a.b,c}"),
    ("x [btn|tel:79990000000|c]", "viber", [("VIB001", "[btn|")], "x {button,tel:79990000000,c}"),
    ("x <button,https://a.b,c>", "viber", [("VIB001", "<button,")], "x {button,https://a.b,c}"),
    ("x {button https://a.b,c}", "viber", [("VIB001", "{button ")], "x {button,https://a.b,c}"),
    ("x {https://a.b,c d}", "viber", [("VIB001", "{")], "x {button,https://a.b,c d}"),
    ("x {link:https://a.b|c}", "viber", [("VIB001", "{link:")], "x {button,https://a.b,c}"),
    ("x {button https://a.b c}", "viber", [("VIB001", "{button ")], ""),
    ("x {button,c,https://a.b}", "viber", [("VIB001", "c,https://a.b")], ""),
    ("x {button,Позвонить,tel:79990000000}", "viber", [("VIB001", "Позвонить,tel:79990000000")], ""),
    ("x {button,https://a.b;c}", "viber", [("VIB001", "https://a.b;c")], ""),
    ("x {button,https://a.b c d}", "viber", [("VIB001", "https://a.b c d")], ""),
    ("x {see https://a.b, c}", "viber", [], ""),
    ("x {button,https://a.b,c", "viber", [("VIB001", "{button,")], ""),
    ("x {кнопка,https://a.b,c}", "viber", [("VIB001", "{кнопка,")], "x {button,https://a.b,c}"),
    ("x {button,https://a.b," + "ж" * 30 + "!?}", "viber", [("VIB002", "!?")], ""),
    ("x {button,https://a.b}", "viber", [("VIB003", "{button,https://a.b}")], ""),
    ("x {button,a.b,c}", "viber", [("VIB004", "a.b")], ""),
    ("x {button,tel:8 (800) 700-76-72,c}", "viber", [("VIB005", "tel:8 (800) 700-76-72")],
     "x {button,tel:78007007672,c}"),
    ("x &lt;button,https://a.b,c&gt; d", "viber", [("VIB001", "&lt;button,")], "x {button,https://a.b,c} d"),
    ("x {button,tel:7999000000,c}", "viber", [("VIB005", "tel:7999000000")], ""),
    ("x {button,tel:12,c}", "viber", [("VIB005", "tel:12")], ""),
    ("x {button,https://a.b,c} {button,https://a.b,d}", "viber", [("VIB006", "{button,https://a.b,d}")], ""),
    ("{button,https://a.b,c}", "viber", [("VIB007", "{button,https://a.b,c}")], ""),
    ("{button,https://a.b,c} http://x.ru/upload/files/sms/a/b.jpg", "viber",
     [("VIB007", "{button,https://a.b,c}")], ""),
    ("x http://x.ru/upload/files/sms/a/b.jpg <file https://x.ru/a.png>", "viber",
     [("VIB008", "<file https://x.ru/a.png>")], ""),
    ("x <file https://x.ru/a.WEBP?b=1>", "viber", [("VIB009", ".WEBP")], ""),
    ("x {button,https://a.b/?at=1,2,c}", "viber", [("VIB011", ",")], ""),
    ("x {button,https://a.b,c}", "sms", [("VIB012", "{button,https://a.b,c}")], ""),
    ("__SOC__: x {button,https://a.b,c}", "viber", [("VIB012", "{button,https://a.b,c}")], ""),
    ("<file 1> <file 2> <file 3> <file 4> <file 5>", "call", [("VOX004", "5")], ""),
    ("<file 1><file 2><file 3><file 4><file https://a.b/c.wav>", "call", [("VOX004", "<file https://a.b/c.wav>")], ""),
    ("<file /upload/files/sms/a/b.ogg>", "call", [("VOX005", ".ogg")], ""),
    ("<file https://İ.ogg/İ.b.OGG?c.ogg#d.ogg>", "call", [("VOX005", ".OGG")], ""),
    (f"x {MENU}", "viber", [("VOX006", "{menu:")], ""),
    ("x {nounsub}", "mail", [("MAI002", "{nounsub}")], "x {no_unsub}"),
    ("x {No-Unsubscribe}", "mail", [("MAI002", "{No-Unsubscribe}")], ""),
    ("x <no_unsub>", "mail", [("MAI002", "<no_unsub>")], "x {no_unsub}"),
    ("x {NO_UNSUB}", "mail", [("MAI002", "{NO_UNSUB}")], "x {no_unsub}"),
    ("x\n~~\ny", "sms", [("CMT001", "~~")], ""),
    ("x\r\n ~~~~ \r\ny", "sms", [("CMT001", "~~~~")], ""),
    ("x ~~~ y", "sms", [("CMT001", "~~~")], ""),
    ("x\\n~~~\\ny", "sms", [("CMT001", "~~~")], ""),
    ("x\n~~~", "sms", [("CMT001", "~~~")], ""),
    ("~~~", "sms", [("CMT001", "~~~")], ""),
    (" ~~~ ", "sms", [("CMT001", "~~~")], ""),
    ("~~~\ny", "sms", [("CMT001", "~~~")], ""),
    ("\n ~~~\ny", "sms", [("CMT001", "~~~")], ""),
    ("x\r\n~~~~~\r\ny", "sms", [("CMT001", "~~~~~")], ""),
    ("x\n~~~~", "sms", [], ""),
    ("x\n~~~~~~\ny", "sms", [], ""),
    ("x\\n~~~~\\ny", "sms", [], ""),
    ("x\\n~~~ y", "sms", [], ""),
    ("x ~~~\\ny", "sms", [], ""),
    ("x ~~~~ y", "sms", [], ""),
    ("x~~~ y", "sms", [], ""),
    ("x ~~~y", "sms", [], ""),
    ("x\n~~~ y", "sms", [("CMT001", "~~~")], ""),
    ("x ~~~\ny", "sms", [("CMT001", "~~~")], ""),
    ("~~~~\ny", "sms", [], ""),
    ("x {button,https://a.b,c ~~~ d}", "viber", [], ""),
    ("x {button,https://a.b,c}\n~~~~\nd", "viber", [("CMT001", "~~~~")], ""),
    ("x\n~~~~\n{button,https://a.b,c}", "viber", [("CMT001", "~~~~")], ""),
    ("x {button,https://a.b,c} {button,https://a.b,d}", "sms",
     [("VIB012", "{button,https://a.b,c}")], ""),  # told once
    ("{HSOT} {info} {HOSTNAME} {x}", "event",
     [("EVT001", "{HSOT}"), ("EVT001", "{info}"), ("EVT001", "{HOSTNAME}"), ("EVT001", "{x}")],
     "{HSOT} {INFO} {HOSTNAME} {x}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "channel", "codes", "better"), TOLD, ids=[text[:30] for text, *_ in TOLD])
def test_slip_is_told_and_mended(text: str, channel: str, codes: list[tuple[str, str]], better: str) -> None:
    """Each slip gives exactly its findings, at its characters, and safe fixes mend it as the page has it."""
    assert found(text, channel) == codes
    assert mended(text, channel) == (better or text)


#: What unsafe fixes make of a text.
UNSAFE: list[tuple[str, str, str]] = [
    ("__CAL__: x", "sms", "__CALL__: x"),
    ("__CALL__ x", "sms", "__CALL__: x"),
    ("_CALL_: x", "sms", "__CALL__: x"),
    ("__САLL__: x", "sms", "__CALL__: x"),
    ("__hlr__", "sms", "__HLR__"),
    ("__Call__: x", "sms", "__CALL__: x"),
    (" \n__CALL__: x", "sms", "__CALL__: x"),
    ("__HLR__ x\n~~~\ny", "sms", "__HLR__\n~~~\ny"),
    ("__CALL__: x param=20,10,3\n", "sms", "__CALL__: x\n~~~\nparam=20,10,3\n"),
    ("<file 1>\r\nparam=20,10,3", "call", "<file 1>\r\n~~~\r\nparam=20,10,3"),
    ("x ~~~ param=20,10,3", "call", "x\n~~~\nparam=20,10,3"),
    ("<file /upload/files/sms/a/b.jpg widht=2>", "mail", "<file /upload/files/sms/a/b.jpg width=2>"),
    ("x {button,https://a.b/?at=1,2,c}", "viber", "x {button,https://a.b/?at=1%2C2,c}"),
    ("x {No-Unsubscribe}", "mail", "x {no_unsub}"),
    ("x\n~~\ny", "sms", "x\n~~~\ny"),
    ("x\r\n ~~~~ \r\ny", "sms", "x\r\n~~~\r\ny"),
    ("x ~~~ y", "sms", "x\n~~~\ny"),
    ("x\\n~~~\\ny", "sms", "x\n~~~\ny"),
    ("x\n~~~", "sms", "x\n~~~\n"),
    ("x\r\n~~~~~\r\ny", "sms", "x\r\n~~~\r\ny"),
    ("x\n~~~ y", "sms", "x\n~~~\ny"),
    ("x ~~~\ny", "sms", "x\n~~~\ny"),
    ("<file 0> <file 1> <file 0>", "mail", "<file 1> <file 2> <file 1>"),
    ("<file 5> <file 2> <file 5>", "mail", "<file 2> <file 1> <file 2>"),
    ("x {button,site.ru/c,d}", "viber", "x {button,https://site.ru/c,d}"),
    ("x {button,htps://site.ru/c,d}", "viber", "x {button,https://site.ru/c,d}"),
    ("x {button,https://a.b,c", "viber", "x {button,https://a.b,c}"),
    ("x {button,https://a.b,c}", "sms", "__VIBER__: x {button,https://a.b,c}"),
    (
        "x {menu: Press 1 to leave, 0 to repeat.\n0: repeat\n1: end}",
        "sms",
        "__CALL__: x {menu: Press 1 to leave, 0 to repeat.\n0: repeat\n1: end}",
    ),
    ("__COLL__: x", "sms", "__CALL__: x"),
    ("{HOSTNAME}", "event", "{HOST}"),
]


@pytest.mark.parametrize(("text", "channel", "better"), UNSAFE)
def test_unsafe_fix_waits_to_be_asked(text: str, channel: str, better: str) -> None:
    """What changes the meaning is offered, and done only when it is asked for."""
    assert mended(text, channel) == text
    assert mended(text, channel, unsafe=True) == better


#: Sound texts that a hasty rule would report.
SILENT: list[tuple[str, str]] = [
    ("__Sale__ today, __init__, _call_ me, __NEW__ and __KING__ size", "sms"),
    ("x\nCALL: 8 800 100-20-30", "sms"),
    ("x\nCALL: Ann at the shop, 8 (495) 123-45-67", "sms"),
    ("SALE!\nCALL: OUR SHOP NOW", "sms"),
    ("x\nVIBER: shop_bot", "sms"),
    ("x\nCall: our shop is open", "sms"),
    ("https://a.b, info; http and https: x, https://10.ru http://10.10.ru/a", "sms"),
    ("https://a.b/http://c.d https://a.b/?u=http//c.d http/https ports", "sms"),
    ("__ bold __ x, __NEW__ y", "sms"),
    ("x param=20,10,3", "sms"),
    ("param=20,10,3 <file 1>, the param is 20,10,3", "call"),
    ("Note: call me at 10:30", "sms"),
    ("{Dear client}, 5 < 6, [button] {btn} {button} <b>x</b> {buttons: a, b}", "sms"),
    ("[file 1], (file 2), <files of Ann, <fire 1>, <profile 1>, {fill 5}", "mail"),
    ("~~~ Sale! ~~~\nx", "sms"),
    ("Bye~~~\nx", "sms"),
    ("x\n~~~~~~~~~~\ny", "sms"),
    ("x\n~~~\nreal\n~~~~\nnote", "sms"),
    ("x ~~~", "sms"),
    ("{NAME} on {HOST}: {INFO} {no_unsub}", "event"),
    ("{name}, hello", "sms"),
    ("x {button,https://a.b/c,Yes, I do}", "viber"),
    ("x {button, https://a.b/?a=1, 2, 3}", "viber"),
    ("x {button,https://a.b/c,да,нет}", "viber"),
    ("x {button,https://a.b/c,yes,no}", "viber"),
    ("x <file https://a.b/picture.php?id=5> ", "viber"),
    ("<file https://a.b/c.jpeg>", "viber"),
    ("x <file https://example.zip>", "call"),
    ("<file /upload/files/sms/a.b/mp4> <file https://a.b/c.d/mp4>", "call"),
    ("<file 2> <file 1> <file 2>", "mail"),
    ("<file 1> <file 2> <file 3> <file 4> <file 1>", "call"),
    ("<file /upload/files/sms/a1/b/c.jpg width=2>", "mail"),
    ("{menu: a <file 9>\n1: end} <file 1>", "call"),
    ("{unsub} {no_sub} {unsubscribe}", "mail"),
    ("https://a.b/__CALL__/x", "sms"),
]


@pytest.mark.parametrize(("text", "channel"), SILENT)
def test_sound_text_is_left_alone(text: str, channel: str) -> None:
    """What only looks like a slip gives no finding: false alarms are the worst a linter can do."""
    assert found(text, channel) == []


def test_pedantic_rules() -> None:
    """A file placed twice, and a letter without its unsubscribe link, are told of only when asked (MAIL-1, FIL-1)."""
    text = "<file 1> <file 1> {no_unsub}"
    assert found(text, "mail") == []
    assert found(text, "mail", profile="pedantic") == [("FIL004", "1"), ("MAI003", "{no_unsub}")]


def test_prefix_counts_more_than_the_option() -> None:
    """A prefix says the channel whatever the option says, even where it is mistyped (PFX-1, PFX-2)."""
    button = "x {button,https://a.b,c}"
    assert found(f"__VIBER__: {button}") == []
    assert found(f"__viber__: {button}") == [("PFX002", "__viber__:")]
    assert found(f" __VIBER__: {button}") == [("PFX003", "__VIBER__:")]
    assert found(f"__CALL__: {button}", "viber") == [("VIB012", "{button,https://a.b,c}")]


def test_viber_files_are_sent_by_viber() -> None:
    """The kind of `.viber` files sends by Viber without an option (VIB-1)."""
    assert lint("x {button,https://a.b,c}", "viber") == ()
    assert [f.code for f in lint("{button,https://a.b,c}", "viber")] == ["VIB007"]


LINTER = Linter(codec("viber"), Settings(profile="pedantic"))


def settles(text: str) -> None:
    def check(text: str):
        return LINTER.check(text)[0]

    before = check(text)
    for finding in before:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    fixed = mended_by(LINTER, text)
    assert not made_worse(LINTER, text, fixed)
    again = mended_by(LINTER, fixed.text)
    assert (again.text, again.applied) == (fixed.text, 0)


@settings(max_examples=150, deadline=None)
@given(messages)
def test_fixes_settle_on_random_messages(message: Message) -> None:
    """On any message that can be said: fixing is idempotent, adds no code, and places lie inside the text."""
    settles(build(message))


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_any_text_ends_in_findings(text: str) -> None:
    """On any text at all every rule ends in findings, never in another exception, and fixing settles."""
    settles(text)


@pytest.mark.parametrize(
    "piece",
    ["{button,", "<file 1 ", "<button,", "{menu:", "&lt;file a", "[btn,https://a ", "~~", "{no", "<", "{", "__CALL__:",
     "\n~~~", "_", "<file /a b", "{button,https://a.b/?1,2", "https://a.b/upload/files/sms/"],
)  # fmt: skip
def test_work_grows_with_the_text_only(piece: str) -> None:
    """A hundred thousand characters of any beginning are read and checked: nothing goes back over them again."""
    text = piece * (100_000 // len(piece))
    assert isinstance(found(text, "viber"), list)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hello {no_unsub}", []),
        ("x {nounsub} {no_unsub}", ["MAI002"]),
        ("__CALL__: x {no_unsub}", ["MAI005"]),
        ("__CAL__: x {no_unsub}", ["PFX001", "MAI005"]),
    ],
)
def test_what_says_how_a_text_is_sent(text: str, codes: list[str]) -> None:
    """MAIL-1: the macro makes an e-mail of a text, unless a prefix, right or wrong, says that it is something else."""
    assert [f.code for f in lint(text, "message") if f.code in STRUCTURE] == codes


@pytest.mark.parametrize(
    ("text", "sent", "heard"),
    [
        ("Hi {name}!", "it is sent as it is", "callers would hear it as is"),
        ("Hi <b>Ann</b>!", "it is sent as it is", "callers would hear the markup"),
        ("See [here](https://a.ru)!", "it is sent as it is", "callers would hear the markup"),
        ("Hi \\u0414!", "it is sent as it is", "callers would hear it as is"),
        ("Hi!\\nBye!", "it is sent as it is", "callers would hear it as is"),
        ("Hi <file a.mp3>!", "it is sent as text", "callers would hear it as text"),
        ("Hi &lt;file 1&gt;!", "it is sent as text", "callers would hear it as text"),
    ],
)
def test_what_becomes_of_a_text_is_said_as_its_channel_has_it(text: str, sent: str, heard: str) -> None:
    """PFX-1: a call is heard and no text arrives, whether a prefix or the request says that it is one."""
    for source, channel, end in (
        (text, "sms", sent),
        (text, "call", heard),
        (f"__CALL__: {text}", "", heard),
    ):
        told = lint(source, "message", settings_from({"message": {"channel": channel}}, "test"))
        assert [one.message.endswith(end) for one in told] == [True], source
