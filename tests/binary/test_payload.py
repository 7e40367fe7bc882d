"""A binary message as the service takes it."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, Edit, ParseError, Span
from smsc_codec.linter.engine import check
from smsc_codec.linter.gate import fix as mended
from smsc_codec.payloads.binary import payload, raw
from smsc_codec.payloads.binary.control import Ports16
from smsc_codec.payloads.binary.ems import TextFormatting
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.secrets import blotted

from .strategies import messages

EMS = "050A0307056048656C6C6F2C20576F726C6421"
PUSH = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"


def test_the_pages_examples() -> None:
    """BIN-4, BIN-5: both read as the page says and write back to the same digits."""
    ems = payload.parse(EMS)
    assert ems == BinaryMessage(
        Header((TextFormatting(7, 5, italic=True, underline=True),)), b"Hello, World!"
    )
    push = payload.parse(PUSH)
    assert push.header == Header((Ports16(2948, 9200),))
    assert [payload.build_hex(ems), payload.build_hex(push)] == [EMS, PUSH]


@pytest.mark.parametrize(
    ("mes", "message"),
    [
        ("0048656C6C6F", BinaryMessage(Header(), b"Hello")),
        ("00", BinaryMessage(Header())),
        (b"\0Hello", BinaryMessage(Header(), b"Hello")),
        ("0048\n~~~\npid: 0, dcs: 4", BinaryMessage(Header(), b"H", 0, 4)),
        (b"\0H\n~~~\npid: 127, dcs: 246", BinaryMessage(Header(), b"H", 127, 246)),
        ("0048\n~~~\npid: 255, dcs: 255", BinaryMessage(Header(), b"H", 255, 255)),
    ],
)
def test_what_a_message_says(mes: str | bytes, message: BinaryMessage) -> None:
    """BIN-1: raw or in digits; BIN-2: 00 is no header; BIN-3, CMT-3: pid and dcs."""
    assert payload.parse(mes) == message
    written = payload.build_hex(message) if isinstance(mes, str) else payload.build_raw(message)
    assert written == mes


def test_digits_of_either_case() -> None:
    """Small digits read as large ones."""
    assert payload.parse(EMS.lower()) == payload.parse(EMS)


@settings(max_examples=200, deadline=None)
@given(messages)
def test_a_message_reads_back_equal(message: BinaryMessage) -> None:
    """Both forms read as the message they were written from; the raw one may be refused (its body ends it)."""
    assert payload.parse(payload.build_hex(message)) == message
    try:
        raw = payload.build_raw(message)
    except BuildError as error:
        assert error.field == "body"
    else:
        assert payload.parse(raw) == message


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80) | st.text("00123456789abcdefABCDEF~\n pid:,dcsx", max_size=80))
def test_any_input_ends_in_a_message_or_a_parse_error(mes: str | bytes) -> None:
    """Reading is total, every span lies within the input, and an error shows no secret of it."""
    message, problems = payload.read(mes)
    assert isinstance(message, BinaryMessage)
    for problem in problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(mes)
    if problems:
        with pytest.raises(ParseError) as error:
            payload.parse(mes)
        assert error.value.source == (blotted(mes) if isinstance(mes, str) else mes)
    else:
        assert payload.parse(mes) == message


@pytest.mark.parametrize(
    ("mes", "kind", "span"),
    [
        (EMS[:-1], "hex", Span(36, 37)),
        ("00 48", "hex", Span(2, 3)),
        ("0x00", "hex", Span(1, 2)),
        ("00４8", "hex", Span(2, 3)),
        ("", "header", Span(0, 0)),
        ("05", "header", Span(0, 2)),
        ("060003CC020105", "header", Span(12, 14)),
        (b"\x06\x00\x03\xcc\x02\x01\x05", "header", Span(6, 7)),
        ("0048\n~~~\npid:0,dcs:4", "trailer", Span(9, 20)),
        ("0048\n~~~\npid: 0, dcs: 256", "trailer", Span(9, 25)),
        ("0048\n~~~\npid: 256, dcs: 0", "trailer", Span(9, 25)),
        ("0048\n~~~\npid: 999, dcs: 999", "trailer", Span(9, 27)),
        ("0048\n~~~\npid: 00, dcs: 4", "trailer", Span(9, 24)),
        ("0048\n~~~\npid: 0, dcs: F5", "trailer", Span(9, 24)),
        ("0048\n~~~\na comment", "trailer", Span(9, 18)),
        ("0048\n~~~\npid: 0, dcs: 4\n", "trailer", Span(9, 24)),
        (b"\0H\n~~~\nPID: 0, dcs: 4", "trailer", Span(7, 21)),
        ("0048~~~pid: 0, dcs: 4", "trailer", Span(4, 21)),
        ("0048\\n~~~\\na comment", "hex", Span(4, 5)),
        ("0048\n~~~~\na comment", "hex", Span(4, 5)),
    ],
)
def test_what_is_wrong_and_where(mes: str | bytes, kind: str, span: Span) -> None:
    """The first bad digit, half an octet, a void header, a trailer with other spaces (CMT-3): each in its place."""
    with pytest.raises(ParseError) as error:
        payload.parse(mes)
    assert [(problem.kind, problem.span) for problem in error.value.problems] == [(kind, span)]


@pytest.mark.parametrize(
    "trailer", ["pid:0,dcs:4", "PID: 0, DCS: 4", " pid = 0; dcs = 04 ", "pid: 0, dcs: 4\n"]
)
def test_a_trailer_that_is_nearly_right_has_a_safe_fix(trailer: str) -> None:
    """CMT-3: what was plainly meant is offered, and the mended text reads."""
    mes = f"0048\n~~~\n{trailer}"
    _, (problem,) = payload.read(mes)
    (fix,) = problem.fixes
    assert fix.safe
    assert fix.edits == (Edit(Span(9, len(mes)), "pid: 0, dcs: 4"),)
    assert payload.parse(mes[:9] + fix.edits[0].text) == BinaryMessage(Header(), b"H", 0, 4)


@pytest.mark.parametrize(
    "mark",
    [
        "\\n~~~\\n",
        "\\r\\n~~~\\r\\n",
        "\r\n~~~\r\n",
        "\n~~~",
        "~~~\n",
        " ~~~ ",
        "\n~~\n",
        "\n~~~~\n",
        "\n\n~~~\n\n",
        "~~",
    ],
)
def test_a_mark_that_is_nearly_right_has_a_safe_fix(mark: str) -> None:
    """CMT-3: the line before pid and dcs is exactly three tildes between real line ends."""
    mes = f"0048{mark}pid:1, dcs:4"
    message, (problem,) = payload.read(mes)
    (fix,) = problem.fixes
    assert fix.safe
    assert (problem.kind, problem.span, message.body) == ("trailer", Span(4, len(mes)), b"H")
    assert payload.parse(mes[:4] + fix.edits[0].text) == BinaryMessage(Header(), b"H", 1, 4)
    url = f"https://smscentre.com/sys/send.php?login=a&psw=b&phones=79990000000&bin=2&mes={quote(mes)}"
    assert [finding.code for finding in check(url, "request")] == ["REQ007"]
    assert check(mended(url, "request").text, "request") == ()


def test_many_blanks_before_no_mark() -> None:
    """A megabyte of blanks, or of tildes, is read in one pass."""
    for mes in ("00" + " " * 10**6 + "~~", "~" * 10**6, "~~ " * 300_000, "00" + " " * 10**6 + "~~pid"):
        assert payload.read(mes)[1]


@pytest.mark.parametrize("trailer", ["pid:256,dcs:0", "pid:0,dcs:256", "pid:999,dcs:1", "pid:-1,dcs:0"])
def test_a_trailer_of_no_octets_has_no_fix(trailer: str) -> None:
    """BIN-3, CMT-3: nobody can tell what was meant by a number beyond one octet."""
    _, (problem,) = payload.read(f"0048\n~~~\n{trailer}")
    assert (problem.kind, problem.fixes) == ("trailer", ())


@pytest.mark.parametrize("build", [payload.build_hex, payload.build_raw])
@pytest.mark.parametrize(
    ("pid", "dcs", "field"), [(256, 0, "pid"), (-1, 0, "pid"), (0, 256, "dcs"), (0, -1, "dcs")]
)
def test_numbers_of_one_octet(build: Any, pid: int, dcs: int, field: str) -> None:
    """CMT-3: pid and dcs are built from 0 to 255; what is beyond is refused for its size."""
    for number in (0, 255):
        assert payload.parse(build(BinaryMessage(Header(), b"H", number, number))).pid == number
    with pytest.raises(BuildError, match="255") as caught:
        build(BinaryMessage(Header(), b"H", pid, dcs))
    assert caught.value.field == field


def test_what_can_be_understood_of_a_broken_message() -> None:
    """The tolerant reading keeps the octets before the bad digit, and tells of every mistake."""
    message, problems = payload.read("0048zz\n~~~\npid")
    assert message == BinaryMessage(Header(), b"H")
    assert [problem.kind for problem in problems] == ["hex", "trailer"]


@pytest.mark.parametrize(
    ("message", "field"),
    [
        (BinaryMessage(Header((Ports16(70000, 1),))), "header.elements[0].destination"),
        (BinaryMessage(Header(), "text"), "body"),  # type: ignore[arg-type]
        (BinaryMessage(Header(), b"", 0), "dcs"),
        (BinaryMessage(Header(), b"", None, 0), "pid"),
        (BinaryMessage(Header(), b"", 256, 0), "pid"),
        (BinaryMessage(Header(), b"", 0, -1), "dcs"),
        ("0048", ""),
    ],
)
def test_a_message_that_cannot_be_written_is_refused(message: Any, field: str) -> None:
    """The error names the field."""
    for build in (payload.build_hex, payload.build_raw):
        with pytest.raises(BuildError) as error:
            build(message)
        assert error.value.field == field


@pytest.mark.parametrize(
    "message",
    [
        BinaryMessage(Header(), b"a\n~~~\npid: 0, dcs: 0"),
        BinaryMessage(Header(), b"a\n~~~\n"),
        BinaryMessage(Header(), b"a\n~~~", 0, 0),
    ],
)
def test_a_body_cannot_become_a_trailer(message: BinaryMessage) -> None:
    """LIST-9: raw octets that hold the separator would be cut there, so only digits can say them."""
    with pytest.raises(BuildError):
        payload.build_raw(message)
    assert payload.parse(payload.build_hex(message)) == message


@pytest.mark.parametrize(
    ("mes", "kinds", "end"),
    [
        (EMS.encode(), ["octets-in-digits"], len(EMS)),
        (EMS.lower().encode() + b"\n~~~\npid: 0, dcs: 4", ["octets-in-digits"], len(EMS)),
        (b"00E8329B", ["octets-in-digits"], 8),
        (b"00E832", ["header"], 1),  # three octets in digits may be octets
        (b"00E8329", ["header"], 1),
        (b"0xE8329B", ["header"], 1),
        (b"050A030705", ["header"], 1),  # nor is it a message in digits
        (bytes.fromhex(EMS), [], 0),
    ],
)
def test_digits_where_octets_belong(mes: bytes, kinds: list[str], end: int) -> None:
    """BIN-1: `bin=1` takes the octets themselves; digits that make a message are told of, all of them."""
    _, problems = raw.read(mes)
    assert [problem.kind for problem in problems] == kinds
    assert [problem.span for problem in problems] == [Span(0, end)] * len(kinds)


def test_the_examples_of_the_documentation() -> None:
    """What docs/binary.md shows is what happens."""
    failed, tried = doctest.testfile(
        str(Path(__file__).parents[2] / "docs" / "binary.md"), module_relative=False
    )
    assert tried
    assert not failed
