"""The user data header as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError, Span
from smsc_codec.payloads.binary import udh
from smsc_codec.payloads.binary.control import Concatenation8, Concatenation16, Ports8, Ports16
from smsc_codec.payloads.binary.elements import SmeSpecific, Unknown
from smsc_codec.payloads.binary.ems import PredefinedSound, TextFormatting
from smsc_codec.payloads.binary.udh import Header

from .strategies import headers


def test_the_pages_example() -> None:
    """BIN-4: "World" of "Hello, World!" is italic and underlined."""
    octets = bytes.fromhex("050A0307056048656C6C6F2C20576F726C6421")
    header = udh.parse(octets)
    assert header == Header((TextFormatting(7, 5, italic=True, underline=True),))
    assert octets[octets[0] + 1 :][7:12] == b"World"
    assert udh.build(header) == octets[:6]


@settings(max_examples=200, deadline=None)
@given(headers, st.binary(max_size=5))
def test_a_header_reads_back_equal(header: Header, body: bytes) -> None:
    """What is written reads as the same header, whatever follows."""
    assert udh.parse(udh.build(header) + body) == header


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_octets_end_in_a_header_or_a_parse_error(data: bytes) -> None:
    """Reading is total; what reads writes to the same octets."""
    header, problems = udh.read(data)
    if problems:
        with pytest.raises(ParseError):
            udh.parse(data)
        assert header == Header()
        assert all(0 <= problem.span.start <= problem.span.end <= len(data) for problem in problems)
    else:
        assert udh.build(header) == data[: data[0] + 1]


@pytest.mark.parametrize(
    ("data", "span"),
    [
        ("", Span(0, 0)),
        ("01", Span(0, 1)),
        ("0A0003CC0201", Span(0, 1)),
        ("060003CC020105", Span(6, 7)),
        ("050003CC02", Span(0, 1)),
        ("050004CC0201", Span(1, 6)),
        ("070003CC0201050A", Span(6, 8)),
    ],
)
def test_a_header_that_does_not_fit_is_void(data: str, span: Span) -> None:
    """9.2.3.24: too few or too many octets in the last element void the whole header; the error says where."""
    octets = bytes.fromhex(data)
    with pytest.raises(ParseError) as error:
        udh.parse(octets)
    assert error.value.problems[0].span == span
    assert udh.read(octets)[0] == Header()


@pytest.mark.parametrize(
    ("elements", "effective"),
    [
        ((Concatenation8(1, 2, 1), Concatenation8(9, 2, 2)), (1,)),
        ((Concatenation8(1, 2, 1), Concatenation16(9, 2, 2)), (1,)),
        ((Concatenation8(1, 2, 1), Concatenation16(9, 0, 0)), (0,)),
        ((Concatenation8(1, 2, 3),), ()),
        ((Concatenation8(1, 0, 1),), ()),
        ((Concatenation8(1, 2, 0),), ()),
        ((Ports16(1, 2), Ports8(240, 240)), (1,)),
        ((PredefinedSound(0, 1), PredefinedSound(0, 2)), (0, 1)),
        ((Unknown(0x26, b""), SmeSpecific(0x80, b""), SmeSpecific(0x80, b"")), (1, 2)),
    ],
)
def test_which_elements_a_receiver_acts_on(
    elements: tuple[udh.Element, ...], effective: tuple[int, ...]
) -> None:
    """9.2.3.24: the last of those that may stand once or exclude each other; 9.2.3.24.1: no void concatenation."""
    header = Header(elements)
    assert header.effective == tuple(elements[index] for index in effective)
    assert udh.parse(udh.build(header)).elements == elements


def test_the_last_ports_and_parts_count() -> None:
    """What a caller asks of a header follows the effective elements."""
    header = Header((Ports16(1, 2), Concatenation8(1, 2, 1), Ports16(2948, 9200)))
    assert header.ports == Ports16(2948, 9200)
    assert header.concatenation == Concatenation8(1, 2, 1)
    assert Header().ports is None
    assert Header().concatenation is None


@pytest.mark.parametrize(
    ("header", "field"),
    [
        (Header((Concatenation8(1, 2, 300),)), "elements[0].sequence"),
        (Header((SmeSpecific(0x80, bytes(254)),)), "elements[0]"),
        (Header((SmeSpecific(0x80, bytes(200)), SmeSpecific(0x80, bytes(60)))), "elements"),
        (Header((Unknown(0x00, b"\1\2\3"),)), "elements[0]"),
        (Header([]), "elements"),  # type: ignore[arg-type]
        (None, "elements"),
    ],
)
def test_a_header_that_cannot_be_written_is_refused(header: Header, field: str) -> None:
    """The error names the field's path."""
    with pytest.raises(BuildError) as error:
        udh.build(header)
    assert error.value.field == field
