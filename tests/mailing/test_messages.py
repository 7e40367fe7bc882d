"""The messages of a list are judged as messages anywhere: macros, prefixes, files, comments, menus, param, maxsms."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.block import Text
from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.engine import Linter, check
from smsc_codec.payloads import codec
from tests.mailing.strategies import hostile
from tests.mending import mended_by
from tests.message.test_rules import SILENT, STRUCTURE, TOLD

#: Rules that a list has in forms of its own, or that tell of a text as it stands in a file, or of files beside it.
ITS_OWN = {"GEN001", "GEN002", "CMT001", "FIL009"}


def sent_by(channel: str, **more: Any) -> Settings:
    """The settings of a project whose lists are sent by a channel."""
    return settings_from({"mailing": {"channel": channel, **more}}, "test")


def line(text: str) -> str:
    return f"Shop|79990000000:{text.replace(chr(10), chr(92) + 'n')}"


def told(findings: tuple[Finding, ...], source: str) -> list[tuple[str, str]]:
    return sorted(
        (f.code, source[f.span.start : f.span.end].replace("\\n", "\n"))
        for f in findings
        if f.code in STRUCTURE - ITS_OWN
    )


#: What the messages' own tests tell of, as far as a line can hold it.
LINES = [
    (text, channel, codes)
    for text, channel, codes, _ in TOLD
    if channel in ("sms", "call", "viber", "mail", "mms", "soc", "whatsapp") and "\r" not in text and "\\n" not in text
    and text == text.strip() and "\u2028" not in text
]  # fmt: skip


@pytest.mark.parametrize(("text", "channel", "codes"), LINES)
def test_a_line_is_a_message(text: str, channel: str, codes: list[tuple[str, str]]) -> None:
    """LIST-1, LIST-3: what is told of a message is told of it in a list's line too, at its place."""
    source = f"{line('Hello')}\n{line(text)}\n{line('Bye')}"
    expected = sorted((code, words) for code, words in codes if code not in ITS_OWN)
    assert told(check(source, "mailing", sent_by(channel)), source) == expected


@pytest.mark.parametrize(("text", "channel"), SILENT)
def test_a_sound_line_is_left_alone(text: str, channel: str) -> None:
    """LIST-1: what is sound as a message is sound as a line."""
    if channel not in ("sms", "call", "viber", "mail", "mms", "soc", "whatsapp") or "\r" in text:
        return
    source = line(text)
    assert told(check(source, "mailing", sent_by(channel)), source) == []


#: One bad message of each kind, the fact, and what it is told as, in a list, in a request and with real line ends.
BAD: list[tuple[str, str, str, str, str]] = [
    ("VIB-1", "viber", "Sale! {button,https://a.ru,x and much more than thirty characters}", "VIB002", "aracters"),
    ("VIB-1", "viber", "Sale! {buton,https://a.ru,x}", "VIB001", "{buton,"),
    ("VIB-2", "viber", "{button,https://a.ru,x}", "VIB007", "{button,https://a.ru,x}"),
    ("VIB-1", "sms", "Sale! {button,https://a.ru,x}", "VIB012", "{button,https://a.ru,x}"),
    ("PFX-1", "sms", "__CAL__: Hi", "PFX001", "__CAL__:"),
    ("PFX-3", "sms", "__HLR__ Hi", "PFX004", "Hi"),
    ("FIL-1", "mms", "Look: <file1>", "FIL001", "<file1>"),
    ("FIL-1", "mail", "Look: <file 1>", "FIL009", "1"),
    ("FIL-1", "sms", "Look: <file 12>", "FIL009", "12"),
    ("FIL-1", "sms", "__CALL__: <file 2>", "FIL009", "2"),
    ("FIL-1", "call", "Hi {menu: Press 1.\n1: <file 3>}", "FIL009", "3"),
    ("FIL-2", "mms", "Look: <file /upload/x.jpg>", "FIL005", "/upload/x.jpg"),
    ("FIL-8", "viber", "Look: <file https://a.ru/x.webp>", "VIB009", ".webp"),
    ("CMT-1", "sms", "Hello\n~~~~\norder 7", "CMT001", "~~~~"),
    ("IVR-1", "sms", "{menu: Press 1.\n1: end}", "VOX006", "{menu:"),
    ("IVR-7", "call", "Hi {menu: Press 1.\n1: cal:79990000000}", "IVR009", "cal:"),
    ("PAR-13", "call", "Hi\n~~~\nparam=99,20,3", "VOX001", "99"),
    ("CMT-2", "call", "Hi param=20,20,3", "VOX002", "param=20,20,3"),
    ("MAIL-1", "mail", "Hi {nounsub}", "MAI002", "{nounsub}"),
    ("PAR-18", "sms", "a" * 161, "REQ008", "a"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "channel", "text", "code", "marked"), BAD, ids=[f"{b[0]} {b[3]}" for b in BAD]
)
def test_bad_messages(fact: str, channel: str, text: str, code: str, marked: str) -> None:
    """LIST-1, LIST-3, LIST-5, PAR-18: each is told in a list's file, with real line ends, and in a request."""
    source = f"{line('Hello')}\n{line(text)}"
    real = f"79990000000:Hello\n79990000001:{text}"
    flag = "" if channel == "sms" else f"&{channel}=1"
    request = "https://smscentre.com/sys/send.php?login=a&psw=b&subj=x&sender=a%40b.ru&maxsms=1" + flag
    for kind, whole, settings_ in (
        ("mailing", source, sent_by(channel, **{"max-sms": 1})),
        ("mailing", real, sent_by(channel, nl=True, **{"max-sms": 1})),
        ("request", f"{request}&list={quote(source)}", Settings()),
        ("request", f"{request}&nl=1&list={quote(real)}", Settings()),
    ):
        if "\n1: " in text and real in (whole, unquote(whole.rpartition("=")[2])):
            continue  # an item is the head of a message of its own there
        found = [f for f in check(whole, kind, settings_) if f.code == code]
        assert len(found) == 1, (fact, kind, code)
        at = whole[found[0].span.start : found[0].span.end]
        assert at in (marked, quote(marked))


def test_fixes() -> None:
    """LIST-3: a fix writes line ends as a list has them, and nothing that would begin another message."""
    source = (
        "79990000000:Hi param=20,10,3\n79990000001:__CAL__: x\\n~~~~\\ny\n79990000002:x <FILE https://a.ru/1>"
    )
    linter = Linter(codec("mailing"), sent_by("call"))
    assert (
        mended_by(linter, source, unsafe=True).text
        == "79990000000:Hi\\n~~~\\nparam=20,10,3\n79990000001:__CALL__: x\\n~~~\\ny\n79990000002:x <file https://a.ru/1>"
    )
    real = Linter(codec("mailing"), sent_by("call", nl=True))
    assert mended_by(real, source, unsafe=True).text.count("\n") == source.count("\n")


def test_blocks() -> None:
    """LIST-1: in a list of any length, linted block by block, every bad message is told on its line."""
    pieces = [f"79990{n:06}:{'__CAL__: x' if n % 500 == 7 else 'Hello, ' + str(n)}\n" for n in range(10_000)]
    linter = Linter(codec("mailing"), Settings())
    lines = [
        block.item_at(finding.span.start)
        for block in linter.blocks(Text("", pieces=pieces))
        for finding in block.findings
        if finding.code == "PFX001"
    ]
    assert lines == [str(n + 1) for n in range(10_000) if n % 500 == 7]


def test_comments_are_told_once() -> None:
    """LIST-7: tildes that are no mark are told of by one rule, and the mark itself by none."""
    for text, codes in (
        (r"x\n~~~\ny", []), (r"x\n~~~ y", ["LST015"]), (r"x ~~~ y", ["LST015"]), (r"x\n~~~~\ny", ["CMT001"]),
        (r"x\n~~\ny", ["CMT001"]), (r"x\n~~~\n", []), (r"~~~", ["LST015"]), (r" ~~~ ", ["LST015"]),
        (r"~~~\ny", ["LST015"]), (r"\n ~~~\ny", ["LST015"]), (r"x\n~~~", ["LST015"]), (r"x\n\n~~~ ", ["LST015"]),
        (r"x ~~~", []), (r"~~~ x", []), (r"x~~~", []), (r"~~~ Sale\nx ~~~", []), (r"x\ny ~~~", []), (r"~~~~", []),
    ):  # fmt: skip
        assert [f.code for f in check(f"79990000000:{text}", "mailing")] == codes, text
        real = f"79990000000:{text}\n".replace(r"\n", "\n") if not text.endswith("n") else ""
        assert [f.code for f in check(real, "mailing", sent_by("sms", nl=True))] == (codes if real else []), (
            text
        )


def test_probes_use_no_text() -> None:
    """HLR-1: of what is not used nothing is told."""
    for channel in ("hlr", "ping"):
        assert check("79990000000:{button,x}", "mailing", sent_by(channel)) == ()


@given(hostile)
@settings(max_examples=200, deadline=None)
def test_any_list(text: str) -> None:
    """No list raises anything, by whatever channel it goes, and every place lies within it."""
    for nl in (False, True):
        for channel in ("call", "viber"):
            for finding in check(text, "mailing", sent_by(channel, nl=nl, **{"max-sms": 1})):
                assert 0 <= finding.span.start <= finding.span.end <= len(text)
                assert all(
                    0 <= e.span.start <= e.span.end <= len(text) for f in finding.fixes for e in f.edits
                )
