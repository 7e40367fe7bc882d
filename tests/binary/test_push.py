"""WAP push messages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, CodecError, ParseError, Span
from smsc_codec.payloads.binary import moment, push, service, wbxml
from smsc_codec.payloads.binary.push import Info, Push, ServiceIndication, ServiceLoading
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.secrets import blotted

from .strategies import line, octet, services

PAGE = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"


def digits(made: Push) -> str:
    """The message in digits."""
    return push.build(made).hex().upper()


def test_the_pages_example() -> None:
    """BIN-5: a push to http://wap.ru/, which writes back to the same digits, also when made anew."""
    read = push.parse(bytes.fromhex(PAGE))
    assert read.service == ServiceIndication("http://wap.ru/", "wap.ru")
    assert (read.header, read.transaction) == (Header((push.PORTS,)), 0xDC)
    assert digits(read) == PAGE
    assert digits(push.si("http://wap.ru/", "wap.ru", transaction=0xDC)) == PAGE


def test_the_pages_text_form() -> None:
    """PUSH-1: the link, a line feed, the title; to octets and back."""
    made = push.from_text("http://wap.ru\nWAP.RU")
    assert made.service == ServiceIndication("http://wap.ru", "WAP.RU")
    assert push.to_text(made) == "http://wap.ru\nWAP.RU"
    assert push.to_text(push.parse(bytes.fromhex(PAGE))) == "http://wap.ru/\nwap.ru"


@pytest.mark.parametrize(
    ("value", "body"),
    [
        # WAP-167, annex: an e-mail notice, with the tokens in the order that this package writes them.
        (
            ServiceIndication(
                "http://www.xyz.com/email/123/abc.wml",
                "You have 4 new emails",
                created=datetime(1999, 6, 25, 15, 23, 15, tzinfo=UTC),
                expires=datetime(1999, 6, 30, tzinfo=UTC),
            ),
            "02056A0045C6"
            "0D03" + b"xyz".hex() + "008503" + b"email/123/abc.wml".hex() + "00"
            "0AC30719990625152315"
            "10C30419990630"
            "0103" + b"You have 4 new emails".hex() + "000101",
        ),
        (ServiceIndication("https://a", action="delete", si_id="7"), "02056A0045860E03610009110337000101"),
        (ServiceIndication(), "02056A004506" + "01"),
        (
            ServiceIndication(None, "x", info=(Info("c", "t"),)),
            "02056A00"
            + "45"
            + "46037800"
            + "01"
            + "47"
            + "C812036300"
            + "01"
            + "037400"
            + "01"
            + "01"
            + "01",
        ),
        (ServiceLoading("http://www.a.org/"), "02066A0085" + "0A03610088" + "01"),
        (ServiceLoading("https://www.a", "cache"), "02066A0085" + "0C036100" + "07" + "01"),
    ],
)
def test_the_shortest_form(value: push.Service, body: str) -> None:
    """Each attribute by the token that says most of it, times as octets without zeros at the end."""
    made = push.document(value)
    assert wbxml.build(made).hex().upper() == body.upper()
    assert push.service(made) == value


@settings(max_examples=200, deadline=None)
@given(services, octet)
def test_a_service_reads_back_equal(value: push.Service, transaction: int) -> None:
    """What is made of a service says the same after it was written and read."""
    made = push.message(value, transaction)
    read = push.parse(push.build(made))
    assert read == made
    assert (read.service, read.transaction) == (value, transaction)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60) | st.binary(max_size=50).map(lambda tail: bytes.fromhex(PAGE[:26]) + tail))
def test_any_octets_end_in_a_push_or_a_parse_error(data: bytes) -> None:
    """Reading is total; what reads writes to the same octets."""
    read, problems = push.read(data)
    assert all(0 <= problem.span.start <= problem.span.end <= len(data) for problem in problems)
    if problems:
        with pytest.raises(ParseError):
            push.parse(data)
    else:
        assert push.build(read) == data


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_one_wrong_octet_never_stumbles(data: st.DataObject) -> None:
    """A sound push with one octet changed reads, or ends in a ParseError within the message."""
    octets = bytearray(push.build(push.message(data.draw(services))))
    octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(octet)
    try:
        assert push.build(push.parse(bytes(octets))) == octets
    except ParseError as error:
        assert error.source == octets
        assert all(0 <= p.span.start <= p.span.end <= len(octets) for p in error.problems)


@settings(max_examples=200, deadline=None)
@given(st.text("ab:/ \n", max_size=12) | st.builds("{}\n{}".format, line, line))
def test_the_text_form_is_total(mes: str) -> None:
    """Any text is a push that says the same text, or a ParseError, which shows no secret of it."""
    try:
        made = push.from_text(mes)
    except ParseError as error:
        assert error.source == blotted(mes)
    else:
        assert push.to_text(made) == mes
        assert push.parse(push.build(made)) == made


@pytest.mark.parametrize(
    ("mes", "told", "at"),
    [
        ("", "the link and the title must be on separate lines", (0, 0)),
        ("http://a", "the link and the title must be on separate lines", (0, 8)),
        ("\ntitle", "the link on the first line is empty or contains a space", (0, 0)),
        ("http://a\n", "no title after the link", (9, 9)),
        ("http: //a\nb", "the link on the first line is empty or contains a space", (0, 9)),
        ("http://a\r\nb", "the link on the first line is empty or contains a space", (0, 9)),
        ("a\n\0", None, (0, 3)),
    ],
)
def test_what_is_no_text_form(mes: str, told: str | None, at: tuple[int, int]) -> None:
    """PUSH-1: without a line feed, a link or a title there is nothing to send; which is wrong is told at its place."""
    with pytest.raises(ParseError) as caught:
        push.from_text(mes)
    (problem,) = caught.value.problems
    assert told is None or problem.message == told
    assert (problem.span.start, problem.span.end) == at


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        ("20011022090100", "2001-10-22T09:01:00Z"),
        ("200110220901", "2001-10-22T09:01:00Z"),
        ("20011022", "2001-10-22T00:00:00Z"),
        ("20011231235959", "2001-12-31T23:59:59Z"),
        ("2001", None),
        ("200110", None),
        ("20011322", None),
        ("2001102224", None),
        ("2001102209010a", None),
        ("2001102209010000", None),
        ("", None),
    ],
)
def test_moments_of_octets(octets: str, text: str | None) -> None:
    """WAP-167, 8.2.2: two digits an octet, zeros at the end left out, and nothing that is no date."""
    assert moment.from_octets(bytes.fromhex(octets)) == text
    if text is not None:
        at = moment.from_text(text)
        assert at is not None
        assert moment.octets(at) == bytes.fromhex(octets.rstrip("0") + "0" * (len(octets.rstrip("0")) % 2))


@pytest.mark.parametrize(
    "value",
    [
        ServiceLoading("http://a"),
        ServiceIndication("http://a", "b", action="delete"),
        ServiceIndication("http://a"),
        ServiceIndication(None, "b"),
        ServiceIndication("http://a b", "c"),
        ServiceIndication("http://a\nb", "c"),
    ],
)
def test_what_the_text_form_cannot_say(value: push.Service) -> None:
    """It knows a link and a title only."""
    with pytest.raises(BuildError):
        push.to_text(value)


def test_a_moment_in_any_zone_is_written_in_utc() -> None:
    """WAP-167: times are UTC; equal moments make equal octets."""
    here = datetime(1999, 6, 30, 3, tzinfo=timezone(timedelta(hours=3)))
    there = datetime(1999, 6, 30, tzinfo=UTC)
    assert digits(push.si("a", "b", expires=here)) == digits(push.si("a", "b", expires=there))


@pytest.mark.parametrize("fold", [0, 1])
def test_a_time_that_a_zone_has_twice(fold: int) -> None:
    """WAP-167: it is a moment like any other, though Python calls it unequal to the same moment in UTC."""
    twice = datetime(2023, 10, 29, 2, 30, fold=fold, tzinfo=ZoneInfo("Europe/Berlin"))
    read = push.message(ServiceIndication("a", "b", created=twice)).service
    assert isinstance(read, ServiceIndication)
    assert read.created == datetime(2023, 10, 29, fold, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("broken", "value"),
    [
        ("_text", ServiceIndication("http://a", "b")),
        ("_value_pieces", ServiceIndication("http://a.com/b")),
        ("_value_pieces", ServiceLoading("http://www.a.org/b")),
    ],
)
def test_what_does_not_read_back_is_refused(
    broken: str, value: push.Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that lost something, whatever it is, is noticed before anything is sent: reading back says another."""
    assert push.message(value).service == value
    monkeypatch.setattr(service, broken, lambda text: [])
    for make in (push.document, push.message):
        with pytest.raises(BuildError, match="does not read back the same"):
            make(value)


def test_a_text_form_that_does_not_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """PUSH-1: a reader that understands another link or title than was to be said is noticed."""
    value = ServiceIndication("http://a", "b")
    assert push.to_text(value) == "http://a\nb"
    monkeypatch.setattr(push, "from_text", lambda mes: push.si("http://a", "c"))
    with pytest.raises(BuildError, match="does not read back the same"):
        push.to_text(value)


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (ServiceIndication("a\0b"), "href[1]"),
        (ServiceIndication("a", info=[Info("c")]), "info"),  # type: ignore[arg-type]
        (ServiceIndication("a", info=("c",)), "info[0]"),  # type: ignore[arg-type]
        (ServiceIndication("a", "\ud800"), "text[0]"),
        (ServiceIndication("a", 7), "text"),  # type: ignore[arg-type]
        (ServiceIndication("a", action="cache"), "action"),  # type: ignore[arg-type]
        (ServiceIndication("a", created=datetime(1999, 1, 1)), "created"),
        (ServiceIndication("a", expires=datetime(1999, 1, 1, microsecond=1, tzinfo=UTC)), "expires"),
        (
            ServiceIndication("a", expires=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=3)))),
            "expires",
        ),
        (ServiceIndication("a", info=(Info("c", "\0"),)), "info[0].text[0]"),
        (ServiceLoading(None), "href"),  # type: ignore[arg-type]
        (ServiceLoading("a", "delete"), "action"),  # type: ignore[arg-type]
        ("a", ""),
    ],
)
def test_a_service_that_cannot_be_written_is_refused(value: Any, field: str) -> None:
    """The error names the field."""
    with pytest.raises(BuildError) as error:
        push.message(value)
    assert error.value.field == field


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("02056A00" + "06", "expected si"),
        ("02056A00" + "05", "one indication"),
        ("02056A00" + "45" + "06" + "06" + "01", "one indication"),
        ("02056A00" + "45" + "036100" + "06" + "01", "cannot have"),
        ("02056A00" + "45" + "86" + "12036100" + "01" + "01", "class"),
        ("02056A00" + "45" + "86" + "0A036100" + "01" + "01", "not a time"),
        ("02056A00" + "45" + "06" + "47" + "06" + "01" + "01", "items with a class"),
        ("02066A00" + "05", "needs an href"),
        ("02066A00" + "C5" + "08036100" + "01" + "036100" + "01", "content"),
        ("02066A0761" + "6374696F6E00" + "85" + "08036100" + "0400" + "036100" + "01", "expected one of"),
    ],
)
def test_a_document_of_another_shape_is_refused(body: str, why: str) -> None:
    """The document types of WAP-167 and WAP-168 say what may stand where."""
    with pytest.raises(ParseError, match=why):
        push.service(wbxml.parse(bytes.fromhex(body)))


def test_one_part_of_several_is_no_push() -> None:
    """The document goes on in the other parts."""
    with pytest.raises(ParseError, match="part 1 of 2"):
        push.parse(bytes.fromhex("0B0003CC02010" + "5040B8423F0DC0601AE02056A00"))


def test_what_can_be_understood_of_a_broken_push() -> None:
    """The layers before the broken one are there, and the problem says where in the whole it is."""
    read, (problem,) = push.read(bytes.fromhex(PAGE[:-2]))
    assert (read.header, read.transaction, read.head) == (Header((push.PORTS,)), 0xDC, b"\xae")
    assert read.document.tokens[0] == wbxml.Tag(5, content=True)
    assert problem.span.start == len(PAGE) // 2 - 1


def test_the_content_type_says_an_unknown_document_type() -> None:
    """Public identifier 1 with application/vnd.wap.sic is a service indication."""
    octets = bytes.fromhex(PAGE.replace("02056A", "02016A"))
    assert push.parse(octets).service == ServiceIndication("http://wap.ru/", "wap.ru")
    with pytest.raises(CodecError):
        push.parse(octets.replace(b"\x01\xae\x02", b"\x01\x83\x02"))


def test_a_push_that_cannot_be_written_is_refused() -> None:
    """Also one whose parts are sound but say nothing together."""
    read = push.parse(bytes.fromhex(PAGE))
    for made in (
        Push(read.header, 256, read.head, read.document),
        Push(read.header, 0, b"", read.document),
        Push(read.header, 0, read.head, wbxml.parse(bytes.fromhex("02056A0005"))),
        PAGE,
    ):
        with pytest.raises(BuildError):
            push.build(made)  # type: ignore[arg-type]


def test_a_part_is_told_where_its_header_stands() -> None:
    """A push of several parts is read when all of them are put together: one alone is told at its whole header."""
    data = bytes.fromhex("0B05040B8423F000030A0201") + b"\1\6\1\xae"
    read, problems = push.read(data)
    assert [problem.span for problem in problems] == [Span(0, 12)]
    assert (read.transaction, read.head) == (0, b"")
    whole = bytes.fromhex("0B05040B8423F000030A0101") + b"\1\6\1\xae"
    assert Span(0, 12) not in [problem.span for problem in push.read(whole)[1]]
