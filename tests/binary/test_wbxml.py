"""WBXML documents as tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError, Span
from smsc_codec.payloads.binary import wbxml
from smsc_codec.payloads.binary.cursor import Cursor, find_zero, number_octets
from smsc_codec.payloads.binary.wbxml import (
    AttributeStart,
    AttributeValue,
    Document,
    End,
    Entity,
    Extension,
    Instruction,
    LiteralAttribute,
    LiteralTag,
    Opaque,
    SwitchPage,
    TableText,
    Tag,
    Text,
)

from .strategies import documents

HEAD = "02056A00"

# Octets, and the document they are.
BY_HAND: list[tuple[str, Document]] = [
    (HEAD + "05", Document(2, 5, 106, (Tag(5),))),
    (HEAD + "4501", Document(2, 5, 106, (Tag(5, content=True), End()))),
    (
        HEAD + "C6" + "0C" + "036100" + "85" + "01" + "0220" + "01",
        Document(
            2,
            5,
            106,
            (
                Tag(6, True, True),
                AttributeStart(0x0C),
                Text(b"a"),
                AttributeValue(0x85),
                End(),
                Entity(0x20),
                End(),
            ),
        ),
    ),
    (
        "030103" + "03616200" + "C400" + "0402" + "8300" + "01" + "8301" + "40786900" + "8105" + "C2" + "01",
        Document(
            3,
            1,
            3,
            (
                LiteralTag(0, True, True),
                LiteralAttribute(2),
                TableText(0),
                End(),
                TableText(1),
                Extension(0x40, b"xi"),
                Extension(0x81, 5),
                Extension(0xC2),
                End(),
            ),
            b"ab\0",
        ),
    ),
    (
        "020002" + "6A00" + "43" + "05" + "036100" + "01" + "0001" + "85" + "0A" + "C3021920" + "01",
        Document(
            2,
            0,
            106,
            (
                Instruction(),
                AttributeStart(5),
                Text(b"a"),
                End(),
                SwitchPage(1),
                Tag(5, attributes=True),
                AttributeStart(10),
                Opaque(b"\x19\x20"),
                End(),
            ),
            b"",
            2,
        ),
    ),
    # Version 1.0 has no charset.
    ("000500" + "05", Document(0, 5, None, (Tag(5),))),
    # UCS-2: two octets of zero end a string, counted from its beginning.
    (
        "0205876800" + "45" + "03" + "01000041" + "0000" + "01",
        Document(2, 5, 1000, (Tag(5, content=True), Text(b"\1\0\0A"), End())),
    ),
    # A number of five groups.
    (
        HEAD + "45" + "028FFFFFFF7F" + "01",
        Document(2, 5, 106, (Tag(5, content=True), Entity(0xFFFFFFFF), End())),
    ),
]


@pytest.mark.parametrize(("data", "document"), BY_HAND)
def test_documents_by_hand(data: str, document: Document) -> None:
    """WAP-192, 5: every kind of token, both ways."""
    octets = bytes.fromhex(data)
    assert wbxml.parse(octets) == document
    assert wbxml.build(document) == octets


def test_versions_as_people_write_them() -> None:
    """5.4: the high half is the major version less one."""
    assert [Document(octet, 5, 106, ()).version_text for octet in (0, 1, 2, 3)] == [
        "1.0",
        "1.1",
        "1.2",
        "1.3",
    ]


@pytest.mark.parametrize(
    ("data", "span"),
    [
        ("", Span(0, 0)),
        ("02", Span(1, 1)),
        ("04056A0005", Span(0, 1)),
        ("12056A0005", Span(0, 1)),
        ("0285", Span(1, 2)),
        ("02FFFFFFFFFF05", Span(1, 6)),
        ("029080808000", Span(1, 6)),
        ("02056A05", Span(4, 4)),
        ("02056A0561", Span(4, 5)),
        (HEAD, Span(4, 4)),
        (HEAD + "45", Span(5, 5)),
        (HEAD + "01", Span(4, 5)),
        (HEAD + "036100", Span(4, 5)),
        (HEAD + "0505", Span(5, 6)),
        # What follows the one element is no part of the document, whatever it would be inside.
        (HEAD + "05036100", Span(5, 8)),
        (HEAD + "0500", Span(5, 6)),
        (HEAD + "050000", Span(5, 7)),
        (HEAD + "0501", Span(5, 6)),
        (HEAD + "4501FFFF", Span(6, 8)),
        (HEAD + "4503616263", Span(6, 9)),
        (HEAD + "45C305AA", Span(7, 8)),
        (HEAD + "4500", Span(6, 6)),
        (HEAD + "8501", Span(5, 6)),
        (HEAD + "8585", Span(5, 6)),
        (HEAD + "8503610001", Span(5, 8)),
        (HEAD + "85054301", Span(6, 7)),
        (HEAD + "8505", Span(6, 6)),
        ("0205876800" + "45" + "0341000042" + "01", Span(7, 12)),
    ],
)
def test_what_is_no_document(data: str, span: Span) -> None:
    """Ends too early, numbers without end, tokens out of place: the error says where."""
    octets = bytes.fromhex(data)
    with pytest.raises(ParseError) as error:
        wbxml.parse(octets)
    assert error.value.problems[0].span == span


@pytest.mark.parametrize(
    ("value", "octets"),
    [(0, "00"), (127, "7F"), (128, "8100"), (16383, "FF7F"), (16384, "818000"), (2**32 - 1, "8FFFFFFF7F")],
)
def test_numbers_by_hand(value: int, octets: str) -> None:
    """WAP-192, 5.1: seven bits an octet, the high bit set on all but the last; zero is one octet."""
    assert number_octets(value).hex().upper() == octets
    assert Cursor(bytes.fromhex(octets), []).number("a number") == value


def test_a_number_not_as_short_as_can_be() -> None:
    """It would not write back to the same octets, so only the tolerant reading takes it."""
    octets = bytes.fromhex("0280056A0005")
    document, (problem,) = wbxml.read(octets)
    assert document == Document(2, 5, 106, (Tag(5),))
    assert problem.span == Span(1, 3)
    with pytest.raises(ParseError):
        wbxml.parse(octets)


def test_depth_is_bounded() -> None:
    """As many elements within each other as allowed read, one more does not, and a million end in an error."""
    most = wbxml.MAX_DEPTH
    good = bytes.fromhex(HEAD) + b"\x45" * most + b"\x01" * most
    assert wbxml.build(wbxml.parse(good)) == good
    for depth in (most + 1, 1_000_000):
        with pytest.raises(ParseError) as error:
            wbxml.parse(bytes.fromhex(HEAD) + b"\x45" * depth + b"\x01" * depth)
        assert error.value.problems[0].span == Span(4 + most, 5 + most)


@settings(max_examples=200, deadline=None)
@given(documents)
def test_a_document_reads_back_equal(document: Document) -> None:
    """What is written reads as the same tokens."""
    assert wbxml.parse(wbxml.build(document)) == document


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=40) | st.binary(max_size=40).map(lambda tail: bytes.fromhex(HEAD) + tail))
def test_any_octets_end_in_a_document_or_a_parse_error(data: bytes) -> None:
    """Reading is total; what reads writes to the same octets."""
    document, problems = wbxml.read(data)
    if not problems:
        assert wbxml.build(document) == data


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (Document(4, 5, 106, (Tag(5),)), "version"),
        (Document(2, 1 << 32, 106, (Tag(5),)), "public_id"),
        (Document(2, 0, 106, (Tag(5),)), "public_id_index"),
        (Document(2, 5, None, (Tag(5),)), "charset"),
        (Document(0, 5, 106, (Tag(5),)), ""),
        (Document(2, 5, 106, (Tag(5),), b"", 1), ""),
        (Document(2, 5, 106, (Tag(5),), "table"), "string_table"),  # type: ignore[arg-type]
        (Document(2, 5, 106, (Tag(4),)), "tokens[0].code"),
        (Document(2, 5, 106, (Tag(5, content=True), Text(b"a\0b"), End())), "tokens[1].data"),
        (Document(2, 5, 106, (Tag(5, content=True), Text(b"\0b"), End())), "tokens[1].data"),
        (Document(2, 5, 106, (Tag(5, content=True), Extension(0x43), End())), "tokens[1].token"),
        (Document(2, 5, 106, (Tag(5, True), AttributeStart(0x42), End())), "tokens"),
        (Document(2, 5, 106, (Tag(5, True), AttributeStart(0x44), End())), "tokens"),
        (Document(2, 5, 106, (SwitchPage(256), Tag(5))), "tokens[0].page"),
        (Document(2, 5, 106, ("tag",)), "tokens[0]"),  # type: ignore[arg-type]
        (Document(2, 5, 106, (Tag(5, content=True),)), "tokens"),
        (Document(2, 5, 106, ()), "tokens"),
        (None, ""),
    ],
)
def test_a_document_that_cannot_be_written_is_refused(document: Any, field: str) -> None:
    """The error names the field, or says that the tokens are no document."""
    with pytest.raises(BuildError) as error:
        wbxml.build(document)
    assert error.value.field == field


_IN = Tag(5, content=True)


@pytest.mark.parametrize(
    ("tokens", "least", "most"),
    [
        (lambda code: (Tag(code),), 5, 63),
        (lambda code: (Tag(5, True), AttributeStart(code), End()), 5, 127),
        (lambda code: (Tag(5, True), AttributeStart(5), AttributeValue(code), End()), 0x85, 255),
        (lambda page: (SwitchPage(page), Tag(5)), 0, 255),
        (lambda index: (LiteralTag(index),), 0, wbxml.MAX_NUMBER),
        (lambda index: (_IN, TableText(index), End()), 0, wbxml.MAX_NUMBER),
        (lambda code: (_IN, Entity(code), End()), 0, wbxml.MAX_NUMBER),
    ],
)
def test_codes_from_the_least_to_the_most(
    tokens: Callable[[int], tuple[Any, ...]], least: int, most: int
) -> None:
    """WAP-192, 5.8: what an octet or a number can say; one less or one more is refused."""
    for code in (least, most):
        document = Document(2, 5, 106, tokens(code))
        assert wbxml.parse(wbxml.build(document)) == document
    for code in (least - 1, most + 1):
        with pytest.raises(BuildError):
            wbxml.build(Document(2, 5, 106, tokens(code)))


@pytest.mark.parametrize(
    ("octets", "document"),
    [
        (b"", Document(0, 0, None, ())),
        (b"\x02", Document(2, 0, None, ())),
        (b"\x02\x05", Document(2, 5, None, ())),
        (b"\x02\x00\x07", Document(2, 0, None, (), b"", 7)),
        (b"\x02\x05\x6a", Document(2, 5, 106, ())),
        (b"\x02\x05\x6a\x01", Document(2, 5, 106, ())),
    ],
)
def test_what_is_understood_of_a_cut_document(octets: bytes, document: Document) -> None:
    """As far as it was read; what was not is nothing."""
    read, problems = wbxml.read(octets)
    assert (read, len(problems)) == (document, 1)


@pytest.mark.parametrize(
    ("octets", "start", "width", "at"),
    [
        ("0000", 0, 1, 0), ("0100", 0, 1, 1), ("0101", 0, 1, -1), ("0100", 2, 1, -1), ("0000", 0, 2, 0),
        ("0400" + "0000", 0, 2, 2), ("04000004" + "0000", 0, 2, 4), ("0400000004", 0, 2, 2), ("04000004", 0, 2, -1),
        ("FF" + "0400" + "0000", 1, 2, 3), ("0000" + "0400" + "0000", 2, 2, 4),
    ],
)  # fmt: skip
def test_the_first_zero_character(octets: str, start: int, width: int, at: int) -> None:
    """Characters are counted from the start: zeros of two neighbours are none of two octets."""
    data = bytes.fromhex(octets)
    assert find_zero(data, start, len(data), width) == at
