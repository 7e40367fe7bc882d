"""The WSP push unit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError, Span
from smsc_codec.payloads.binary import wsp
from smsc_codec.payloads.binary.cursor import Cursor
from smsc_codec.payloads.binary.wsp import ContentType, Field, PushUnit

from .strategies import units


@pytest.mark.parametrize(
    ("head", "content_type", "charset", "fields"),
    [
        ("AE", ContentType("application/vnd.wap.sic", 0x2E), None, ()),
        ("B0", ContentType("application/vnd.wap.slc", 0x30), None, ()),
        ("FF", ContentType("0x7F", 0x7F), None, ()),
        # A charset that is none, and one that is cut off.
        ("03AE85EA", ContentType("application/vnd.wap.sic", 0x2E, b"\x85\xea"), None, ()),
        ("04AE814100", ContentType("application/vnd.wap.sic", 0x2E, b"\x81\x41\0"), None, ()),
        ("04AE810503", ContentType("application/vnd.wap.sic", 0x2E, b"\x81\5\3"), None, ()),
        (
            "AE811F021234",
            ContentType("application/vnd.wap.sic", 0x2E),
            None,
            (Field("Accept-Charset", b"\x12\x34"),),
        ),
        (
            "AE7F01B17FE100",
            ContentType("application/vnd.wap.sic", 0x2E),
            None,
            (Field("X-Wap-Initiator-URI", "á"),),
        ),
        ("612F6200", ContentType("a/b"), None, ()),
        # General form: length 3, short integer, charset UTF-8 (106).
        ("03AE81EA", ContentType("application/vnd.wap.sic", 0x2E, b"\x81\xea"), 106, ()),
        # The charset as a long integer: 1000, UCS-2.
        ("05AE810203E8", ContentType("application/vnd.wap.sic", 0x2E, b"\x81\x02\x03\xe8"), 1000, ()),
        ("06612F620081EA", ContentType("a/b", None, b"\x81\xea"), 106, ()),
        ("1F03AE81EA", ContentType("application/vnd.wap.sic", 0x2E, b"\x81\xea"), 106, ()),
        (
            "AE" + "AF82" + "B487" + "8D021234",
            ContentType("application/vnd.wap.sic", 0x2E),
            None,
            (
                Field("X-Wap-Application-Id", 2),
                Field("Push-Flag", 7),
                Field("Content-Length", 0x1234),
            ),
        ),
        (
            "AE" + "B0612F00" + "5800" + "3100" + "88021234" + "7F02" + "8185",
            ContentType("application/vnd.wap.sic", 0x2E),
            None,
            (
                Field("X-Wap-Content-URI", "a/"),
                Field("X", "1"),
                Field("Cache-Control", b"\x12\x34"),
                Field("0x01", 5, page=2),
            ),
        ),
        ("AE028185", ContentType("application/vnd.wap.sic", 0x2E), None, (Field("0x01", 5, page=2),)),
    ],
)
def test_heads_by_hand(
    head: str, content_type: ContentType, charset: int | None, fields: tuple[Field, ...]
) -> None:
    """8.4: each form of a content type and of header fields."""
    octets = bytes.fromhex(head)
    data = b"\xdc\x06" + bytes((len(octets),)) + octets + b"body"
    unit = wsp.parse(data)
    assert unit == PushUnit(0xDC, octets, b"body")
    assert unit.content_type == content_type
    assert unit.content_type.charset == charset
    assert unit.fields == fields
    assert wsp.build(unit) == data


@pytest.mark.parametrize(
    ("data", "span"),
    [
        ("", Span(0, 0)),
        ("DC", Span(1, 1)),
        ("DC0501AE", Span(1, 2)),
        ("DC0602AE", Span(3, 4)),
        ("DC0600", Span(3, 3)),
        ("DC0681", Span(2, 3)),
        ("DC068001AE", Span(2, 4)),
        ("DC069080808000", Span(2, 7)),
        ("DC060361622F", Span(3, 6)),
        ("DC060203AE", Span(4, 5)),
        ("DC0602AE80", Span(5, 5)),
        ("DC060401" + "1E1E1E", Span(5, 5)),
    ],
)
def test_what_is_no_push(data: str, span: Span) -> None:
    """Another unit, lengths that do not fit, numbers without end: the error says where."""
    with pytest.raises(ParseError) as error:
        wsp.parse(bytes.fromhex(data))
    assert error.value.problems[0].span == span


@settings(max_examples=200, deadline=None)
@given(units)
def test_a_unit_reads_back_equal(unit: PushUnit) -> None:
    """What is written reads as the same unit."""
    assert wsp.parse(wsp.build(unit)) == unit


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda tail: b"\1\6" + tail))
def test_any_octets_end_in_a_unit_or_a_parse_error(data: bytes) -> None:
    """Reading is total; what reads writes to the same octets."""
    unit, problems = wsp.read(data)
    if not problems:
        assert wsp.build(unit) == data
        assert isinstance(unit.content_type, ContentType)
        assert isinstance(unit.fields, tuple)


@pytest.mark.parametrize(
    ("media", "charset", "head"),
    [
        ("application/vnd.wap.sic", None, "AE"),
        ("application/vnd.wap.sic", 106, "03AE81EA"),
        ("text/plain", 1000, "0583810203E8"),
        ("a/b", None, "612F6200"),
        ("a/" + "b" * 30, 3, "1F23" + "612F" + "62" * 30 + "008183"),
    ],
)
def test_heads_are_written_short(media: str, charset: int | None, head: str) -> None:
    """A known type is one octet; parameters need the general form."""
    assert wsp.head(media, charset).hex().upper() == head


def test_a_head_made_by_hand_need_not_read() -> None:
    """Asking what it means is a ParseError then."""
    with pytest.raises(ParseError):
        _ = PushUnit(0, b"", b"").content_type


def test_a_unit_that_cannot_be_written_is_refused() -> None:
    """The error names the field."""
    for unit, field in (
        (PushUnit(256, b"\xae", b""), "transaction"),
        (PushUnit(0, b"", b""), "head"),
        (PushUnit(0, b"\xae\x80", b""), "head"),
        (PushUnit(0, b"\xae", ""), "body"),  # type: ignore[arg-type]
        (None, ""),
    ):
        with pytest.raises(BuildError) as error:
            wsp.build(unit)  # type: ignore[arg-type]
        assert error.value.field == field
    with pytest.raises(BuildError, match="media"):
        wsp.head("no type")
    with pytest.raises(BuildError, match="charset"):
        wsp.head("a/b", -1)


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        ("81EA", [("Charset", 106)]),
        ("810203E8", [("Charset", 1000)]),
        ("800A", [("Q", 10)]),
        ("85410082FF", [("Name", "A"), ("Level", 127)]),
        ("96021234", [("Size", 0x1234)]),
        ("92021234", [("MAC", b"\x12\x34")]),
        ("FF85", [("0x7F", 5)]),
        ("58005900", [("X", "Y")]),
        ("8E81" + "81", [("Max-Age", 1)]),
        ("8541", []),
        ("1F", []),
    ],
)
def test_parameters_of_a_content_type(octets: str, said: list[tuple[str, object]]) -> None:
    """WSP 8.4.2.4: known by number or by name; those of numbers are numbers, whatever octets they take."""
    data = bytes.fromhex(octets)
    found = list(wsp.parameters(Cursor(data, [])))
    assert [(one.name, one.value) for _, _, one in found] == said
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][: len(found)]


@pytest.mark.parametrize(
    ("octets", "fields"),
    [
        ("8D021234", [Field("Content-Length", 0x1234)]),
        ("81021234", [Field("Accept-Charset", b"\x12\x34")]),
        ("02" + "8D85", [Field("0x0D", 5, 2)]),
        ("7F02" + "8D85" + "01" + "8D85", [Field("0x0D", 5, 2), Field("Content-Length", 5)]),
        ("8D204100", [Field("Content-Length", " A")]),
        ("1F" + "8D85", [Field("0x0D", 5, 31)]),
        ("2058005900", [Field(" X", "Y")]),
        ("58005900", [Field("X", "Y")]),
    ],
)
def test_fields_and_pages(octets: str, fields: list[Field]) -> None:
    """WSP 8.4.1: fields of numbers are numbers; on another page of codes none is known."""
    assert [field for _, _, field in wsp.fields(Cursor(bytes.fromhex(octets), []))] == fields


def test_what_is_understood_of_a_cut_unit() -> None:
    """As far as it was read; what was not is nothing."""
    for octets, unit in (
        (b"", PushUnit(0, b"", b"")),
        (b"\7", PushUnit(7, b"", b"")),
        (b"\7\6", PushUnit(7, b"", b"")),
    ):
        read, problems = wsp.read(octets)
        assert (read, len(problems)) == (unit, 1)
